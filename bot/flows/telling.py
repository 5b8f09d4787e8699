"""Telling: what a message writes down: answers, their undo, new accounts and gaps.

Whatever is written for a delivery is written once. Where a delivery is begun anew, each of these finds what the first
attempt wrote, and its outcome is the first one's.
"""

from collections.abc import Iterable

from bot.core.account import Account
from bot.core.gap import NewGap
from bot.core.language.missing import kind_of_gap, missing_in
from bot.core.request import Request
from bot.core.standing import moment
from bot.flows.accounts import add_account, record_answers, retract_answers
from bot.flows.desk import Desk
from bot.flows.gaps import log_gap
from bot.flows.outcome import Added, GapLogged, Recorded, Undone
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
    noted = record_answers(desk.ports, desk.scope, account_id, new, desk.pack, origin=desk.origin)
    account = desk.account(account_id)
    notes = [reading.note for reading in request.readings if reading.note] + [each.why for each in request.unclear]
    before = _without(account, {answer.id for answer in noted})
    return Recorded(desk.answer(account), tuple(noted), tuple(notes), desk.answer(before))


def _without(account: Account, answer_ids: set[int]) -> Account:
    kept = tuple(answer for answer in account.answers if answer.id not in answer_ids)
    return account.model_copy(update={"answers": kept})


def undo_last(account_id: int, desk: Desk) -> Undone | None:
    """Take back the answers that the person at the desk gave last about an account; None where there are none."""
    done = desk.written("retracted")
    if done:
        return _undone(desk.account(account_id), done, desk)
    own = [each for each in desk.account(account_id).answers if not each.retracted and each.source == desk.source]
    if not own:
        return None
    last = max(own, key=moment).recorded_at
    return undo_these(account_id, [answer.id for answer in own if answer.recorded_at == last], desk)


def undo_these(account_id: int, answer_ids: Iterable[int], desk: Desk) -> Undone | None:
    """Take back some answers about an account; None where none of them is a live one of the person at the desk.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    if done := desk.written("retracted"):
        return _undone(desk.account(account_id), done, desk)
    wanted = set(answer_ids)
    gone = [
        answer.id
        for answer in desk.account(account_id).answers
        if answer.id in wanted and not answer.retracted and answer.source == desk.source
    ]
    if not gone:
        return None
    account = retract_answers(desk.ports, desk.scope, account_id, gone, desk.now(), origin=desk.origin)
    return _undone(account, gone, desk)


def _undone(account: Account, answer_ids: Iterable[int], desk: Desk) -> Undone:
    gone = set(answer_ids)
    return Undone(desk.answer(account), tuple(answer for answer in account.answers if answer.id in gone))


def add(name: str, desk: Desk) -> Added:
    """Add an account.

    Raises:
        AccountRefused: the name cannot be used, or there is an account of that name.
    """
    return Added(add_account(desk.ports, desk.scope, name, origin=desk.origin))


def log(text: str, account: KnownName | None, desk: Desk) -> GapLogged | None:
    """Log the gap that a message speaks of; None where it does not say what is missing."""
    what = missing_in(text)
    if not what:
        return None
    new = NewGap(
        kind=kind_of_gap(what),
        what=what,
        account_id=account.account_id if account else None,
        quote=text.strip(),
        source=desk.source,
        at=desk.now(),
    )
    gap = log_gap(desk.ports, desk.scope, new, origin=desk.origin)
    return GapLogged(gap, account.main if account else None)
