"""Fit: the buttons of a fit card."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.journey import StageSaid
from bot.core.request import RequestKind
from bot.flows.feedback import give_feedback
from bot.flows.respond import carry_out
from bot.ports.team import NewFeedback
from bot.slack.ids import Act, Form
from bot.slack.payloads import Body, Click, Submitted
from bot.slack.place import Place
from bot.slack.service import Service
from bot.slack.values import AtStage, OnAccount, Opinion, ShareForm
from bot.slack.views.feedback import thanks_message
from bot.slack.views.fit import shared_card
from bot.slack.views.share import share_form, shared_message, unsure_message

_KINDS = {
    Act.FIT: RequestKind.FIT_QUESTION,
    Act.WHY: RequestKind.WHY,
    Act.TAKES: RequestKind.WHAT_WOULD_IT_TAKE,
    Act.BRIEF: RequestKind.BRIEFING,
}


def register(app: App, service: Service) -> None:
    """Listen to the card's buttons."""
    for act, kind in _KINDS.items():
        app.action(act)(partial(asked, service, kind))
    app.action(Act.STAGE)(partial(staged, service))
    app.action(Act.FEEDBACK)(partial(judged, service))
    app.action(Act.SHARE)(partial(share_asked, service))
    app.view(Form.SHARE)(partial(shared, service))
    app.action(Act.LINK)(followed)


def asked(service: Service, kind: RequestKind, body: Body, context: BoltContext) -> None:
    """Answer what a button asks about its account."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnAccount)
    outcome = carry_out(kind, about.account, turn.desk)
    service.show(turn, outcome, about.account)
    service.changed(turn, outcome)


def staged(service: Service, body: Body, context: BoltContext) -> None:
    """Note in which stage of its journey an account is, and show its card anew."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    chosen = click.carries(AtStage)
    turn.desk.look_up(chosen.account)  # it must be one of this workspace
    with turn.desk.begin(writes=True) as work:
        known = work.stages.latest(chosen.account)
        said = StageSaid(stage=chosen.stage, source=turn.desk.source, at=turn.desk.now())
        if known is None or (known.stage, known.source) != (said.stage, said.source):
            work.stages.say(chosen.account, said)
            work.commit()
    outcome = carry_out(RequestKind.FIT_QUESTION, chosen.account, turn.desk)
    service.show(turn, outcome, chosen.account)


def judged(service: Service, body: Body, context: BoltContext) -> None:
    """Keep what a person thinks of an answer, with that answer's receipt."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    opinion = click.carries(Opinion)
    given = NewFeedback(click.user, opinion.account, opinion.receipt, opinion.helpful, turn.desk.now())
    give_feedback(turn.desk.ports, turn.desk.scope, given)
    service.say(turn, thanks_message(opinion))


def share_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Open the form that asks for the channel. Slack itself leaves out channels shared with other companies."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnAccount)
    turn.desk.look_up(about.account)
    here = click.place.channel if click.place.channel and not click.place.direct else service.looking.get(click.user)
    service.open(turn, click.trigger, share_form(ShareForm(account=about.account), here), Act.SHARE, about)


def shared(service: Service, body: Body, context: BoltContext) -> None:
    """Post an account's card in the channel that was chosen, and tell the person how that went."""
    form = Submitted.of(body)
    turn = service.turn(form.user, Place(form.user), context)
    account, channel = form.remembers(ShareForm).account, form.text("channel")
    outcome = carry_out(RequestKind.FIT_QUESTION, account, turn.desk)
    card = shared_card(outcome, turn.frame, form.user)
    posted = service.poster.share(channel, None, card, delivery=turn.delivery)
    service.say(turn, shared_message(outcome.answer, channel) if posted.sure else unsure_message(channel))


def followed() -> None:
    """A link was opened; Slack tells the app as well, and there is nothing to do."""


