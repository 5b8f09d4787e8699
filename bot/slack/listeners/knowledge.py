"""Knowledge: a question that the knowledge does not answer is logged as a gap, at one click."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.gap import Gap, GapKind
from bot.flows.gaps import all_gaps
from bot.flows.outcome import GapLogged
from bot.flows.telling import log_question
from bot.slack.ids import Act
from bot.slack.payloads import Body, Click
from bot.slack.service import Service, Turn
from bot.slack.values import OnQuestion, ValueForged

_GONE = "I do not have that question any more. Ask it again, and log it then, or type: log a gap, and what is missing."


def register(app: App, service: Service) -> None:
    """Listen to questions that are logged."""
    app.action(Act.LOG_QUESTION)(partial(logged, service))


def logged(service: Service, body: Body, context: BoltContext) -> None:
    """Log the question that the button stands under.

    Raises:
        ValueForged: the question is not there any more.
    """
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    question = _question(service, turn, click.carries(OnQuestion))
    if not question:
        raise ValueForged(_GONE)
    said = _said_already(question, turn)
    outcome = GapLogged(said, None) if said is not None else log_question(question, turn.desk)
    service.show(turn, outcome, turn.memory.account_id)
    service.changed(turn, outcome)


def _said_already(question: str, turn: Turn) -> Gap | None:
    """The open gap in which the same person has logged the question before; a second press is no second voice."""
    asked, desk = " ".join(question.split()).casefold(), turn.desk
    for gap in all_gaps(desk.ports, desk.scope):
        same = gap.kind is GapKind.KNOWLEDGE and gap.account_id is None and gap.what.casefold() == asked
        if same and gap.is_open and any(voice.source == desk.source for voice in gap.voices):
            return gap
    return None


def _question(service: Service, turn: Turn, about: OnQuestion) -> str:
    """The question: from the button, else from the message that asked it, else as it is remembered."""
    if about.asked is not None:
        return about.asked.strip()
    person = turn.desk.person
    said = ""
    if about.delivery is not None:
        said = service.said_in(about.delivery, person) or service.commanded_in(about.delivery, person)
    return said or turn.memory.unanswered or ""
