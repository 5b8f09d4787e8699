"""Interview: every click in an interview, the form that hands it over, and its start."""

import logging
import re
from collections.abc import Callable, Mapping
from functools import partial

from slack_bolt import App, BoltContext

from bot.core.disagreement import Keep
from bot.core.errors import FikaError, InterviewRefused
from bot.core.move import (
    Accept,
    Back,
    Choose,
    Decline,
    DontKnow,
    Frame,
    GoOn,
    HandOver,
    Move,
    Pause,
    Pick,
    Resume,
    Same,
    Skip,
    Stop,
)
from bot.core.request import RequestKind
from bot.flows.discovery import in_interview
from bot.flows.interview import act, choices_at, look
from bot.flows.interview_turn import InterviewTurn
from bot.slack.ids import Act, Form
from bot.slack.listeners.answers import open_answers
from bot.slack.listeners.fit import asked
from bot.slack.listeners.notes import open_notes
from bot.slack.message import Message
from bot.slack.payloads import Body, Click, Submitted, place_in, where
from bot.slack.place import Place
from bot.slack.service import Service, Turn
from bot.slack.values import Does, HandOverForm, OnInterview, ValueForged
from bot.slack.views.hand_over import COLLEAGUE, hand_over_form
from bot.slack.views.interview import put_away_message
from bot.slack.views.interview_moves import mark_of

log = logging.getLogger(__name__)

_ANY_MOVE = re.compile(rf"{Act.INTERVIEW.value}(\.\w+)*$")
_NONE_TICKED = "Nothing is ticked. Tick what applies first, or press None of these."
_CHANGED = "That answer is not among the choices any more. Say “resume” to me, and I ask anew."

_PLAIN: Mapping[Does, Move] = {
    Does.DECLINE: Decline(),
    Does.SAME: Same(),
    Does.SKIP: Skip(),
    Does.DONT_KNOW: DontKnow(),
    Does.BACK: Back(),
    Does.PAUSE: Pause(),
    Does.RESUME: Resume(),
    Does.STOP: Stop(),
    Does.GO_ON: GoOn(),
}
_KEEPS = {Does.KEEP_NEW: Keep.NEW, Does.KEEP_OLD: Keep.OLD, Does.KEEP_BOTH: Keep.BOTH}


def register(app: App, service: Service) -> None:
    """Listen to what is clicked in interviews."""
    app.action(Act.DISCOVER)(partial(asked, service, RequestKind.START_INTERVIEW))
    app.action(_ANY_MOVE)(partial(moved, service))
    app.view(Form.HAND_OVER)(partial(handed_over, service))


def moved(service: Service, body: Body, context: BoltContext) -> None:
    """Make the move that a click means; what needs words opens a form."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    wanted = click.carries(OnInterview)
    if (form := _FORMS.get(wanted.does)) is not None:
        form(service, turn, click, wanted)
        return
    told = act(wanted.interview, wanted.step, _move(wanted, click, turn), turn.desk)
    _answer(service, turn, told)
    if wanted.step is not None or wanted.does is not Does.RESUME:  # what only shows the question is not put away
        _put_away(service, click.place, put_away_message(told, wanted, turn.frame), whisper=click.ephemeral)


def _move(wanted: OnInterview, click: Click, turn: Turn) -> Move:
    """What a button means.

    Raises:
        InterviewRefused: what it means is not there any more, or nothing is ticked.
        ValueForged: it means nothing.
    """
    if wanted.does in _KEEPS:
        return Choose(_KEEPS[wanted.does], wanted.answer)
    return _PLAIN.get(wanted.does) or _told(wanted, click, turn)


def _told(wanted: OnInterview, click: Click, turn: Turn) -> Move:
    """What a button means that says more than what is to happen."""
    match wanted:
        case OnInterview(does=Does.ACCEPT):
            return Accept(wanted.value)
        case OnInterview(does=Does.FRAME, framework=str(framework)):
            return Frame(framework)
        case OnInterview(does=Does.PICK, mark=str(mark), step=int(step)):
            return _marked(wanted.interview, step, mark, turn)
        case OnInterview(does=Does.PICK, trait=str(trait)) if wanted.value is not None:
            return Pick(trait, wanted.value)
        case OnInterview(does=Does.TICKED | Does.TICKED_AT_LEAST, trait=str(trait)):
            return _ticked(trait, list(click.ticked), at_least=wanted.does is Does.TICKED_AT_LEAST)
        case _:
            raise ValueForged("That button is not one of mine any more. Say “resume” to me, and use the new one.")


def _marked(interview_id: int, step: int, mark: str, turn: Turn) -> Pick:
    trait, choices = choices_at(interview_id, step, turn.desk)
    value = next((choice.value for choice in choices if mark_of(choice) == mark), None)
    if value is None:
        raise InterviewRefused(_CHANGED)
    return Pick(trait, value)


def _ticked(trait: str, ticked: list[str], *, at_least: bool) -> Pick:
    if not ticked:
        raise InterviewRefused(_NONE_TICKED)
    return Pick(trait, {"at_least": [*ticked]} if at_least else [*ticked])


def _answer(service: Service, turn: Turn, told: InterviewTurn) -> None:
    response = in_interview(told)
    service.answer(turn, response)
    service.changed(turn, response.outcome)


def _put_away(service: Service, place: Place, past: Message, *, whisper: bool) -> None:
    """Put a line in place of the question that was clicked; where that fails its buttons are late, and say so."""
    try:
        if place.direct and place.channel and place.at and not whisper:
            service.poster.update(place.channel, place.at, past)
        elif place.response_url:
            service.poster.replace(place.response_url, past)
    except FikaError as failed:
        log.debug("A question that is past keeps its buttons: %s.", type(failed).__name__)


# --- what opens a form ------------------------------------------------------------------------------------------------


def _hand_over(service: Service, turn: Turn, click: Click, wanted: OnInterview) -> None:
    account = look(wanted.interview, turn.desk).answer.account
    at = click.place.at if not click.ephemeral else None
    form = HandOverForm(interview=wanted.interview, at=at, where=where(click.place))
    view = hand_over_form(form, account.name)
    service.open(turn, click.trigger, view, Act.INTERVIEW, "Hand over", OnInterview(**_again(wanted)))


def _again(wanted: OnInterview) -> dict[str, object]:
    return {"interview": wanted.interview, "does": wanted.does}


def _fill_in(service: Service, turn: Turn, click: Click, wanted: OnInterview) -> None:
    account = look(wanted.interview, turn.desk).answer.account
    again = OnInterview(**_again(wanted))
    only_open = wanted.does is Does.FILL_IN
    open_answers(service, turn, click, account.id, again, only_open=only_open)


def _notes(service: Service, turn: Turn, click: Click, wanted: OnInterview) -> None:
    account = look(wanted.interview, turn.desk).answer.account
    open_notes(service, turn, click, account.id)


_FORMS: Mapping[Does, Callable[[Service, Turn, Click, OnInterview], None]] = {
    Does.HAND_OVER: _hand_over,
    Does.FILL_IN: _fill_in,
    Does.EDIT: _fill_in,
    Does.NOTES: _notes,
}


def handed_over(service: Service, body: Body, context: BoltContext) -> None:
    """Hand an interview over to the colleague who was chosen."""
    form = Submitted.of(body)
    remembered = form.remembers(HandOverForm)
    place = place_in(remembered.where, form.user)
    turn = service.turn(form.user, place, context)
    told = act(remembered.interview, None, HandOver(form.text(COLLEAGUE)), turn.desk)
    _answer(service, turn, told)
    past = put_away_message(told, OnInterview(interview=told.interview.id, does=Does.HAND_OVER), turn.frame)
    at = Place(form.user, place.channel, place.thread, remembered.at, place.response_url)
    _put_away(service, at, past, whisper=remembered.at is None)
