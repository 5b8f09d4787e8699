"""Interview: guided discovery of an account, one move at a time.

Each move is one transaction: what happened, the answers, the gaps and the next question are kept together or not at
all, and are noted with the delivery that asked for them, so that a second attempt finds what the first one did.
"""

from collections.abc import Sequence

from bot.core.cell import partition
from bot.core.choices import Choice, choices_of
from bot.core.errors import InterviewRefused, InterviewUnknown
from bot.core.framework import framework_named, trait_of
from bot.core.interview import Event, Interview, questions_put, replayed
from bot.core.move import Again, Back, DontKnow, Frame, GoOn, HandOver, Move, Pick, Same, Say, Skip
from bot.flows.desk import Desk
from bot.flows.interview_run import Run, contested_in, mark_of, said_before
from bot.flows.interview_turn import InterviewTurn, Said, told
from bot.flows.origin import ids, written
from bot.ports import UnitOfWork

_GOES_ON = Pick | Say | Same | GoOn | Skip | DontKnow | Back | Again | Frame
"""Moves by which a paused interview goes on without being resumed first."""


def start(account_id: int, desk: Desk, framework: str | None = None) -> InterviewTurn:
    """Start an interview about an account, or go on with the open one.

    Args:
        account_id: the account.
        desk: where it is started.
        framework: the framework whose items are asked once fit is settled; none where none is named.

    Raises:
        AccountUnknown: there is no account with that id.
        FrameworkUnknown: the pack has no framework called so.
        StateUnavailable: the state cannot be written.
    """
    chosen = None if framework is None else framework_named(desk.pack, framework).id
    with desk.begin(writes=True) as work:
        done = _done(work, desk)
        if done is not None:
            return done
        known = work.interviews.at(account_id)
        account = work.accounts.get(account_id)
        if known is None:
            run = Run(work, desk, work.interviews.begin(account_id, desk.now()), account)
            run.tell(Event.STARTED, pack=mark_of(desk), framework=chosen)
        else:
            run = Run(work, desk, known, account)
            run.wake()
            run.catch_up()
            if chosen is not None and chosen != run.interview.framework:
                run.tell(Event.FRAMED, framework=chosen)
        return run.ended()


def act(interview_id: int, step: int | None, move: Move, desk: Desk) -> InterviewTurn:
    """Make one move in an interview.

    Args:
        interview_id: the interview.
        step: the number of the question that it is meant for; None where it is meant for none.
        move: what a person wants.
        desk: where they want it.

    Raises:
        InterviewUnknown: there is no such interview.
        InterviewRefused: that cannot happen in it now; nothing changed.
        NotAllowed: it cannot be handed over to the colleague who is named.
        ValueRefused: what was picked cannot be an answer any more.
        StateUnavailable: the state cannot be written.
    """
    if isinstance(move, HandOver):
        move = HandOver(desk.colleague(move.colleague))  # outside of the transaction: it may take a while
    with desk.begin(writes=True) as work:
        done = _done(work, desk, move)
        if done is not None:
            return done
        interview = _get(work, interview_id)
        run = Run(work, desk, interview, work.accounts.get(interview.account_id))
        if isinstance(move, _GOES_ON):
            run.wake()  # whoever answers goes on
        run.catch_up()
        run.make(move, step)
        return run.ended(step)


def look(interview_id: int, desk: Desk) -> InterviewTurn:
    """Show an interview as it stands; nothing changes.

    Raises:
        InterviewUnknown: there is no such interview.
    """
    with desk.begin(writes=False) as work:
        interview = _get(work, interview_id)
        account = work.accounts.get(interview.account_id)
    return told(interview, (), account, Said(), contested_in(interview, account, desk), desk)


def choices_at(interview_id: int, step: int, desk: Desk) -> tuple[str, tuple[Choice, ...]]:
    """The trait that a question of an interview was about, and the answers to it that can be picked.

    Args:
        interview_id: the interview.
        step: the number of the question.
        desk: where it was put.

    Raises:
        InterviewUnknown: there is no such interview.
        InterviewRefused: it has no such question, or the pack does not know it any more.
    """
    with desk.begin(writes=False) as work:
        _get(work, interview_id)
        trait_id = questions_put(work.interviews.events(interview_id)).get(step)
    trait = trait_of(desk.pack, trait_id or "")
    if trait is None:
        raise InterviewRefused("The pack does not know that question any more.")
    return trait.id, choices_of(trait, partition(trait, desk.pack.icps).cells, desk.pack.currency)


def open_at(account_id: int, desk: Desk) -> Interview | None:
    """The open interview about an account."""
    with desk.begin(writes=False) as work:
        return work.interviews.at(account_id)


def going_on(desk: Desk, limit: int) -> Sequence[tuple[Interview, str]]:
    """The open interviews that the person at the desk takes part in, with the names of their accounts, latest first."""
    with desk.begin(writes=False) as work:
        mine = work.interviews.of(desk.person, limit)
        return [(interview, work.accounts.get(interview.account_id).name) for interview in mine]


def _get(work: UnitOfWork, interview_id: int) -> Interview:
    interview = work.interviews.get(interview_id)
    if interview is None:
        raise InterviewUnknown
    return interview


def _done(work: UnitOfWork, desk: Desk, move: Move | None = None) -> InterviewTurn | None:
    """What an earlier attempt of the same delivery had to say, where it did anything."""
    done = ids(written(work, desk.origin), "interview")
    if done is None:
        return None
    interview_id, first, last, *remark = done
    events = work.interviews.events(interview_id)
    account_id = _get(work, interview_id).account_id
    interview = replayed(interview_id, account_id, events[:last])
    account = work.accounts.get(account_id)
    said = said_before(remark, move, questions_put(events), account, desk)
    return told(interview, events[first:last], account, said, contested_in(interview, account, desk), desk)
