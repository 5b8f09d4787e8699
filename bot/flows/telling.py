"""Telling: what a message writes down: answers, their undo, new accounts and gaps.

Whatever is written for a delivery is written once. Where a delivery is begun anew, each of these finds what the first
attempt wrote, and its outcome is the first one's.
"""

from collections.abc import Sequence

from bot.core.account import Account, Answer
from bot.core.gap import GapKind, NewGap
from bot.core.gap_words import read_gap
from bot.core.journey import StageSaid
from bot.core.request import Request
from bot.flows.accounts import add_account, record_answers, retract_answers
from bot.flows.desk import Desk
from bot.flows.disagreement import detect_in, found_among
from bot.flows.gaps import log_gap
from bot.flows.origin import ids, note, written
from bot.flows.outcome import Added, GapLogged, Recorded, Undone
from bot.flows.route import lexicon_for
from bot.ports import KnownName, NewAnswer


def record(request: Request[KnownName], account_id: int, desk: Desk) -> Recorded:
    """Write down what a message states about an account.

    Raises:
        AccountUnknown: there is none with that id.
    """
    now = desk.now()
    new = [
        NewAnswer(reading.trait, reading.value, desk.source, now, on=desk.today, quote=reading.quote, draft=desk.draft)
        for reading in request.readings
    ]
    also = detect_in(account_id, desk)
    noted = record_answers(desk.ports, desk.scope, account_id, new, desk.pack, origin=desk.origin, also=also)
    account = desk.account(account_id)
    notes = [reading.note for reading in request.readings if reading.note] + [each.why for each in request.unclear]
    before = _without(account, {answer.id for answer in noted})
    found = found_among(account, noted, desk)
    return Recorded(desk.answer(account), tuple(noted), tuple(notes), desk.answer(before), found)


def _without(account: Account, answer_ids: set[int]) -> Account:
    kept = tuple(answer for answer in account.answers if answer.id not in answer_ids)
    return account.model_copy(update={"answers": kept})


def undo_last(account_id: int, desk: Desk, trait_id: str | None = None) -> Undone | None:
    """Take back the answers that the person at the desk gave last about an account; None where there are none.

    Args:
        account_id: the account.
        desk: where they are taken back.
        trait_id: the trait whose answer alone is taken back; whatever was said last where none is given.
    """
    with desk.begin(writes=False) as work:
        answers = work.accounts.get(account_id).answers
        done = ids(written(work, desk.origin), "retracted")
    own = [answer for answer in answers if not answer.retracted and answer.source == desk.source]
    own = [answer for answer in own if trait_id in (None, answer.trait)]
    if done is None and not own:
        return None
    gone = done if done is not None else _said_last(own)
    account = retract_answers(desk.ports, desk.scope, account_id, gone, desk.now(), origin=desk.origin, pack=desk.pack)
    return Undone(desk.answer(account), tuple(answer for answer in account.answers if answer.id in gone))


def _said_last(answers: Sequence[Answer]) -> tuple[int, ...]:
    """The ids of the answers that were said at the same moment as the latest one."""
    latest = max(answer.recorded_at for answer in answers)
    return tuple(answer.id for answer in answers if answer.recorded_at == latest)


def add(name: str, desk: Desk) -> Added:
    """Add an account.

    Raises:
        AccountRefused: the name cannot be used, or there is an account of that name.
    """
    return Added(add_account(desk.ports, desk.scope, name, origin=desk.origin, by=desk.person))


def log(what: str, text: str, account: KnownName | None, desk: Desk) -> GapLogged:
    """Log a gap.

    Args:
        what: what is missing, in the person's words.
        text: the whole message.
        account: at which account it showed; None where it is about none.
        desk: where it is logged.
    """
    words = read_gap(what, lexicon_for(desk.pack))
    new = NewGap(
        kind=words.kind,
        what=what,
        account_id=account.account_id if account else None,
        trait=words.trait,
        stage=words.stage,
        persona=words.persona,
        quote=text.strip(),
        source=desk.source,
        at=desk.now(),
    )
    gap = log_gap(desk.ports, desk.scope, new, origin=desk.origin)
    return GapLogged(gap, account.main if account else None)


def log_question(question: str, desk: Desk) -> GapLogged:
    """Log a question that the knowledge does not answer.

    Raises:
        StateUnavailable: the state cannot be written.
    """
    asked = " ".join(question.split())
    new = NewGap(kind=GapKind.KNOWLEDGE, what=asked, quote=question.strip(), source=desk.source, at=desk.now())
    return GapLogged(log_gap(desk.ports, desk.scope, new, origin=desk.origin), None)


def take_back_stage(account_id: int, desk: Desk) -> StageSaid | None:
    """Take back the stage that the person at the desk said an account is in, where that is what they said last.

    Returns:
        What was taken back; None where they said nothing about the stage, or an answer after it.
    """
    with desk.begin(writes=True) as work:
        if ids(written(work, desk.origin), "stage_gone") is not None:
            return work.stages.taken_back(account_id, desk.person)
        said = work.stages.said_by(account_id, desk.person)
        answers = work.accounts.get(account_id).answers
        own = [each.recorded_at for each in answers if not each.retracted and each.source == desk.source]
        done = ids(written(work, desk.origin), "retracted") is not None
        if said is None or done or any(at > said.at for at in own):
            return None
        work.stages.take_back(account_id, desk.person, desk.now())
        note(work, desk.origin, "stage_gone", account_id)
        work.commit()
    return said
