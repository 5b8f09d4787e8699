"""Fit: the buttons of a fit card."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.errors import NotAllowed
from bot.core.journey import StageSaid
from bot.core.request import RequestKind
from bot.flows.accounts import say_stage
from bot.flows.briefing import brief_others
from bot.flows.feedback import give_feedback
from bot.flows.respond import ask_about, fit_of
from bot.ports.team import NewFeedback
from bot.slack.delivered import Outcome as PostedAs
from bot.slack.errors import SlackBusy
from bot.slack.ids import Act, Form
from bot.slack.listeners.answers import open_answers
from bot.slack.listeners.gaps import show_list
from bot.slack.listeners.notes import open_notes
from bot.slack.message import Message
from bot.slack.payloads import Body, Click, Submitted, place_in, where
from bot.slack.service import Service, Turn
from bot.slack.values import AtStage, GapList, More, OnAccount, OnBriefing, OnMore, Opinion, ShareForm
from bot.slack.views.briefing_shared import shared_briefing
from bot.slack.views.feedback import feedback_message
from bot.slack.views.fit import shared_card
from bot.slack.views.notes import unsure_message
from bot.slack.views.share import BRIEFING, FIT, share_form, shared_message

_KINDS = {
    Act.FIT: RequestKind.FIT_QUESTION,
    Act.WHY: RequestKind.WHY,
    Act.TAKES: RequestKind.WHAT_WOULD_IT_TAKE,
    Act.BRIEF: RequestKind.BRIEFING,
}


SHAREABLE = frozenset("CG")
"""What the ids of channels begin with, public and private ones."""


def register(app: App, service: Service) -> None:
    """Listen to the card's buttons."""
    for act, kind in _KINDS.items():
        app.action(act)(partial(asked, service, kind))
    app.action(Act.MORE)(partial(more_chosen, service))
    app.action(Act.STAGE)(partial(staged, service))
    app.action(Act.FEEDBACK)(partial(judged, service))
    app.action(Act.UNHELPFUL)(partial(judged, service))
    app.action(Act.SHARE)(partial(share_asked, service))
    app.action(Act.BRIEF_SHARE)(partial(briefing_share_asked, service))
    app.view(Form.SHARE)(partial(shared, service))
    app.action(Act.LINK)(followed)


def asked(service: Service, kind: RequestKind, body: Body, context: BoltContext) -> None:
    """Answer what a button asks about its account."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnAccount)
    response = ask_about(kind, about.account, turn.desk)
    service.answer(turn, response)
    service.changed(turn, response.outcome)


def more_chosen(service: Service, body: Body, context: BoltContext) -> None:
    """Do what was chosen in the menu of an account."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    wanted = click.carries(OnMore)
    match wanted.does:
        case More.FILL_IN:
            again = OnAccount(account=wanted.account)
            open_answers(service, turn, click, wanted.account, again, only_open=True)
        case More.NOTES:
            open_notes(service, turn, click, wanted.account)
        case More.GAPS:
            show_list(service, turn, GapList(account=wanted.account))


def staged(service: Service, body: Body, context: BoltContext) -> None:
    """Note in which stage of its journey an account is, and show its card anew."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    chosen = click.carries(AtStage)
    desk = turn.desk
    said = StageSaid(stage=chosen.stage, source=desk.source, at=desk.now())
    say_stage(desk.ports, desk.scope, chosen.account, said, origin=desk.origin)
    service.show(turn, fit_of(chosen.account, turn.desk), chosen.account)


def judged(service: Service, body: Body, context: BoltContext) -> None:
    """Keep what a person thinks of an answer, with that answer's receipt."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    opinion = click.carries(Opinion)
    given = NewFeedback(click.user, opinion.account, opinion.receipt, opinion.helpful, turn.desk.now())
    give_feedback(turn.desk.ports, turn.desk.scope, given)
    service.say(turn, feedback_message(opinion.account, helpful=opinion.helpful))


def share_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Open the form that asks for the channel. Slack itself leaves out channels shared with other companies."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnAccount)
    remembers = ShareForm(account=about.account, where=where(click.place))
    view = share_form(remembers, turn.desk.account(about.account).name, _here(service, click))
    service.open(turn, click.trigger, view, Act.SHARE, "Share to channel", about)


def briefing_share_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Open the same form for a briefing."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnBriefing)
    remembers = ShareForm(account=about.account, briefing=about, where=where(click.place))
    view = share_form(remembers, turn.desk.account(about.account).name, _here(service, click))
    service.open(turn, click.trigger, view, Act.BRIEF_SHARE, "Share to channel", about)


def _here(service: Service, click: Click) -> str | None:
    """The channel that somebody looks at, where it may be offered."""
    return _offered(service, click.place.channel if not click.place.direct else service.looking.get(click.user))


def _offered(service: Service, channel: str | None) -> str | None:
    """A channel to choose at first; none where Slack does not say at once that it is the workspace's own."""
    try:
        return channel if channel and service.channels.is_ours(channel) else None
    except SlackBusy:
        return None


def shared(service: Service, body: Body, context: BoltContext) -> None:
    """Post an account's card in the channel that was chosen, and tell the person how that went."""
    form = Submitted.of(body)
    remembered = form.remembers(ShareForm)
    turn = service.turn(form.user, place_in(remembered.where, form.user), context)
    channel = form.text("channel")
    if channel[:1] not in SHAREABLE:
        raise NotAllowed("I share answers in channels alone. Choose one.")
    if service.channels.is_ours(channel, surely=True) is False:
        raise NotAllowed("That channel is shared with another company, so I do not post there. Choose another one.")
    card, name, what = _card(remembered, turn, form.user)
    posted = service.poster.share(channel, None, card, delivery=turn.delivery)
    told = unsure_message if posted.outcome is PostedAs.UNKNOWN else shared_message
    service.say(turn, told(name, channel, what))


def _card(remembered: ShareForm, turn: Turn, shared_by: str) -> tuple[Message, str, str]:
    """What is shared, the account's name, and what the card shows of it."""
    about = remembered.briefing
    if about is None:
        answer = fit_of(remembered.account, turn.desk).answer
        return shared_card(answer, turn.frame, shared_by), answer.account.name, FIT
    briefing = brief_others(about.account, turn.desk, about.persona, about.stage, about.call)
    return shared_briefing(briefing, turn.frame, shared_by), briefing.answer.account.name, BRIEFING


def followed() -> None:
    """A link was opened; Slack tells the app as well, and there is nothing to do."""
