"""Handover: a colleague who is to go on with an interview gets its question in their direct messages, once.

What they type there answers it, unless a question of another interview stands there: then their words stay with that
one, and the new question is answered by its buttons or in its own thread. Whoever never wrote to Fika may get it twice
where the process dies at just that moment: into direct messages that are not known nobody can look.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.interview import State
from bot.flows.discovery import handed_to, memory_of
from bot.flows.interview import look
from bot.flows.interview_turn import InterviewTurn
from bot.flows.outcome import Outcome
from bot.ports import UnitOfWork
from bot.ports.team import Recalled
from bot.slack.delivered import Posted
from bot.slack.errors import SlackRefused
from bot.slack.mrkdwn import person
from bot.slack.place import Place
from bot.slack.views.interview import handed_lead, interview_message

if TYPE_CHECKING:
    from bot.slack.service import Service, Turn

PART = "handover"


def tell_colleague(service: "Service", turn: "Turn", outcome: Outcome) -> str | None:
    """Tell the colleague to whom an interview was handed over; returns what to say where Slack does not let us.

    Raises:
        SlackBusy: Slack is busy or cannot be reached; try the same again later.
        StateUnavailable: the state cannot be reached.
    """
    colleague = handed_to(outcome) if isinstance(outcome, InterviewTurn) else None
    if colleague is None or not isinstance(outcome, InterviewTurn):
        return None
    now = look(outcome.interview.id, turn.desk)
    with turn.desk.begin(writes=False) as work:
        busy = _is_busy(work, _room(work, colleague), colleague, now)
    lead = handed_lead(now, turn.desk.person, in_thread=busy)
    frame = replace(turn.frame, viewer=colleague, delivery=None)
    try:
        posted = service.poster.reply(
            Place(colleague), interview_message(now, frame, lead), delivery=turn.delivery, part=PART
        )
    except SlackRefused:
        return f"I could not write to {person(colleague)}: tell them yourself. They can say “resume” to me."
    _remember(service, turn, colleague, now, posted)
    return None


def _room(work: UnitOfWork, colleague: str) -> str | None:
    """The direct messages of a colleague, as far as they are known."""
    return work.inbox.room(colleague)


def _is_busy(work: UnitOfWork, room: str | None, colleague: str, now: InterviewTurn) -> bool:
    """Whether a question of another interview stands in somebody's direct messages."""
    stands = work.conversations.recall(colleague, f"{room}/").interview_id if room is not None else None
    if stands is None or stands == now.interview.id:
        return False
    other = work.interviews.get(stands)
    return other is not None and other.state in (State.ASKING, State.CHOOSING)


def _remember(service: "Service", turn: "Turn", colleague: str, now: InterviewTurn, posted: Posted) -> None:
    """Let what the colleague types in their direct messages answer the question."""
    memory = memory_of(now)
    recalled = Recalled(account_id=memory.account_id, interview_id=memory.interview_id, step=memory.step)
    with turn.desk.begin(writes=True) as work:
        room = posted.channel or _room(work, colleague)
        places = {f"{posted.channel}/{posted.ts}"} if posted.ts else set()
        if room is not None and not _is_busy(work, room, colleague, now):
            places.add(f"{room}/")
        for place in sorted(places):
            work.conversations.remember(colleague, place, recalled, service.clock())
        work.commit()
