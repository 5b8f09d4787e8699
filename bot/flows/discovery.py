"""Discovery: an interview within a conversation: what is typed answers its question, or is answered beside it.

What is said of another account leaves the interview where it is, and it is not answered here any more until somebody
resumes it: words about one account are never taken for an answer about another.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.disagreement_words import WAYS
from bot.core.interview import Event, State
from bot.core.language.moves import move_in
from bot.core.move import Back, Pause, Resume, Skip, Stop
from bot.flows.desk import Desk
from bot.flows.interview import act, going_on, look
from bot.flows.interview_heard import hear
from bot.flows.interview_turn import InterviewTurn
from bot.flows.outcome import Memory, NotUnderstood, Recorded, Response, Settled, UnderWay, Undone
from bot.ports import KnownName

MOST_UNDER_WAY = 10
_WRITES = Recorded | Undone | Settled


def memory_of(turn: InterviewTurn) -> Memory:
    """What an interview leaves to be remembered."""
    account_id = turn.answer.account.id
    if not turn.interview.is_open or handed_to(turn) is not None:
        return Memory(account_id)
    return Memory(account_id, interview_id=turn.interview.id, step=turn.asking.number if turn.asking else None)


def handed_to(turn: InterviewTurn) -> str | None:
    """The colleague who goes on with an interview in place of whoever spoke; None where it was not handed over."""
    handed = (event for event in turn.happened if event.happened is Event.HANDED_OVER)
    return next((event.colleague for event in handed if event.colleague != event.person), None)


def in_interview(turn: InterviewTurn) -> Response:
    """What an interview has to say, as a response."""
    return Response(turn, memory_of(turn))


def heard(text: str, memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response | None:
    """What the interview that goes on here has to say to a message; None where it is none of its business.

    Raises:
        InterviewRefused: what was wanted cannot happen in it now.
        StateUnavailable: the state cannot be read or written.
    """
    if memory.interview_id is None or not text.strip():
        return None
    turn = hear(text, memory.interview_id, memory.step, names, desk)
    return None if turn is None else in_interview(turn)


def beside(response: Response, memory: Memory, desk: Desk) -> Response:
    """An answer beside an interview: about the same account its question goes on standing, about others it waits.

    Raises:
        StateUnavailable: the state cannot be read or written.
    """
    if memory.interview_id is None or isinstance(response.outcome, InterviewTurn):
        return response
    turn = look(memory.interview_id, desk)
    if not turn.interview.is_open:
        return _over(response, turn)
    if response.memory.account_id != memory.account_id:
        left = replace(response.memory, interview_id=None, step=None)
        return replace(response, memory=left, waits=turn.answer.account.name)
    if isinstance(response.outcome, _WRITES) and turn.interview.state in (State.ASKING, State.RESTING):
        turn = act(memory.interview_id, None, Resume(), desk)  # what was written may leave another question, or none
        memory = memory_of(turn)
    kept = replace(response.memory, interview_id=memory.interview_id, step=memory.step)
    return replace(response, memory=kept, stands=_stands(turn))


def _stands(turn: InterviewTurn) -> str | None:
    """What the interview waits for, in a sentence; None where it waits for nothing."""
    if turn.disagreement is not None:
        return WAYS
    return turn.asking.question if turn.asking is not None else None


def _over(response: Response, turn: InterviewTurn) -> Response:
    """An answer where the interview was ended meanwhile: words that only it would have understood are told so."""
    outcome = turn if isinstance(response.outcome, NotUnderstood) else response.outcome
    return replace(response, outcome=outcome, memory=replace(response.memory, interview_id=None, step=None))


def without_interview(text: str, memory: Memory, desk: Desk) -> Response | None:
    """What follows from words that only an interview understands, where none goes on; None for other words.

    Whoever resumes goes on with the one that they left; of several, and for every other such word, they are listed.
    """
    move = move_in(text)
    if not isinstance(move, Resume | Pause | Stop | Skip | Back):
        return None
    open_now = going_on(desk, MOST_UNDER_WAY)
    if isinstance(move, Resume) and len(open_now) == 1:
        return in_interview(act(open_now[0][0].id, None, Resume(), desk))
    return Response(UnderWay(tuple(open_now)), memory)
