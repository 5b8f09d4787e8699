"""Gap: log what is missing, from a card, a message or Home."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.gap import GapKind, NewGap
from bot.core.gap_words import read_gap
from bot.flows.gaps import log_gap
from bot.flows.outcome import GapLogged
from bot.flows.route import lexicon_for
from bot.slack.ids import Act, Form, Shortcut
from bot.slack.listeners import gap_moves, gaps
from bot.slack.mrkdwn import plain
from bot.slack.payloads import Body, Click, OnMessage, Submitted, place_in, where
from bot.slack.service import Service, Turn
from bot.slack.values import GapForm, OnAccount
from bot.slack.views.gap import gap_form

LONGEST_QUOTE = 1500


def register(app: App, service: Service) -> None:
    """Listen to gaps."""
    app.action(Act.GAP)(partial(gap_asked, service))
    app.message_shortcut(Shortcut.LOG_GAP)(partial(gap_seen, service))
    app.view(Form.GAP)(partial(gap_submitted, service))
    gaps.register(app, service)
    gap_moves.register(app, service)


def gap_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Open the form from a card, or from Home for a gap at no account."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    account = click.carries(OnAccount).account if click.value else None
    open_gap_form(service, turn, click.trigger, account)


def open_gap_form(service: Service, turn: Turn, trigger: str, account: int | None) -> None:
    """Open the form that logs a gap."""
    _open(service, turn, trigger, GapForm(account=account, where=where(turn.place)))


def _open(service: Service, turn: Turn, trigger: str, remembers: GapForm) -> None:
    name = turn.desk.look_up(remembers.account).account.name if remembers.account is not None else None
    value = OnAccount(account=remembers.account) if remembers.account is not None else None
    service.open(turn, trigger, gap_form(remembers, name), Act.GAP, "Log a gap", value)


def gap_seen(service: Service, body: Body, context: BoltContext) -> None:
    """Open the form from a message that shows the gap: its words and its link are the evidence."""
    used = OnMessage.of(body)
    turn = service.turn(used.user, used.place, context)
    quote = plain(used.text, service.bot_user).strip()[:LONGEST_QUOTE]
    link = service.poster.permalink(used.place.channel, used.place.at) if used.place.channel and used.place.at else None
    _open(service, turn, used.trigger, GapForm(quote=quote or None, permalink=link, where=where(used.place)))


def gap_submitted(service: Service, body: Body, context: BoltContext) -> None:
    """Log the gap; the stage, the persona and the trait that its words name are part of it."""
    form = Submitted.of(body)
    remembered = form.remembers(GapForm)
    turn = service.turn(form.user, place_in(remembered.where, form.user), context)
    account = turn.desk.look_up(remembered.account).account if remembered.account is not None else None
    kind, what = GapKind(form.text("kind")), form.text("what")
    named = read_gap(what, lexicon_for(turn.desk.pack))
    new = NewGap(
        kind=kind,
        what=what,
        account_id=account.id if account else None,
        trait=named.trait if kind in (GapKind.TRAIT, GapKind.CONTRADICTION) else None,
        stage=named.stage,
        persona=named.persona,
        quote=remembered.quote,
        permalink=remembered.permalink,
        source=turn.desk.source,
        at=turn.desk.now(),
    )
    gap = log_gap(turn.desk.ports, turn.desk.scope, new, origin=turn.delivery)
    outcome = GapLogged(gap, account.name if account else None)
    service.show(turn, outcome, account.id if account else None)
    service.changed(turn, outcome)
