"""Disagreement: notice that a new answer excludes what another source says, and settle which one holds.

A contradiction is a gap at its account from the moment it is noticed until the sources agree or somebody decides. All
of it happens in the transaction in which the answers are written or taken back.
"""

from collections.abc import Callable, Collection, Sequence

from bot.core.account import Account, Answer
from bot.core.disagreement import Disagreement, Keep, disagreement, disagreements
from bot.core.disagreement_words import Teller, contradiction_words, settled_words
from bot.core.errors import ValueRefused
from bot.core.gap import GapKind, NewGap, closed
from bot.core.problem import unknown
from bot.core.standing import answers_about, latest_of_each_source, standing
from bot.flows.desk import Desk
from bot.flows.origin import ids, note, written
from bot.flows.outcome import NotDisputed, Settled
from bot.ports import UnitOfWork

_WHAT = "settled"
"""Under which kind the answers that a decision took back are noted with its delivery."""


def found_among(account: Account, came: Sequence[Answer], desk: Desk) -> tuple[Disagreement, ...]:
    """What each of an account's new answers excludes, in pack order.

    Args:
        account: the account, with the new answers in it.
        came: the new answers.
        desk: where they were given.
    """
    return disagreements(desk.scorer.scorecard, account, came, desk.today)


def standing_disagreement(account: Account, answer_ids: Collection[int], desk: Desk) -> Disagreement | None:
    """The first disagreement, in pack order, that some of an account's answers are still in; None where none is."""
    came = [each for each in account.answers if each.id in answer_ids]
    return next(iter(found_among(account, came, desk)), None)


def detect(work: UnitOfWork, account: Account, came: Sequence[Answer], desk: Desk) -> tuple[Disagreement, ...]:
    """Notice what new answers exclude, and log each as a gap; logging the same answer again changes nothing.

    Args:
        work: the transaction in which the answers were recorded; whoever began it commits it.
        account: the account, with the new answers in it.
        came: the new answers.
        desk: where they were given.
    """
    found = found_among(account, came, desk)
    known = work.gaps.at(account.id) if found else ()
    heard = {(gap.trait, each.source, each.at) for gap in known if _is_about(gap.kind) for each in gap.voices}
    for each in found:
        if (each.trait, each.new.source, each.new.recorded_at) not in heard:
            work.gaps.add(_gap(each, account, desk))
    return found


def detect_in(account_id: int, desk: Desk) -> Callable[[UnitOfWork, Sequence[Answer]], object]:
    """What notices the disagreements of answers in the very transaction that records them."""
    return lambda work, came: detect(work, work.accounts.get(account_id), came, desk)


def _is_about(kind: GapKind) -> bool:
    return kind is GapKind.CONTRADICTION


def _gap(found: Disagreement, account: Account, desk: Desk) -> NewGap:
    return NewGap(
        kind=GapKind.CONTRADICTION,
        what=contradiction_words(found, desk.pack, desk.today),
        account_id=account.id,
        trait=found.trait,
        quote=found.new.quote,
        source=found.new.source,
        at=found.new.recorded_at,
    )


def keep_in(work: UnitOfWork, account: Account, found: Disagreement, keep: Keep, desk: Desk) -> tuple[int, ...]:
    """Settle a disagreement: take back what does not hold, and close its gap; both leaves everything as it is.

    Args:
        work: the transaction; whoever began it commits it.
        account: the account, as it is now.
        found: the disagreement, as it is now.
        keep: what was decided.
        desk: who decided.

    Returns:
        The ids of the answers that were taken back.
    """
    gone = found.gone(keep)
    if keep is Keep.BOTH:
        return gone
    work.accounts.retract(account.id, gone, desk.now())
    if _agree(work.accounts.get(account.id), found.trait, desk):
        why = closed(settled_words(found, keep, Teller(desk.pack, desk.today)), desk.source, desk.now())
        for gap in work.gaps.at(account.id):
            if _is_about(gap.kind) and gap.trait == found.trait and gap.is_open:
                work.gaps.note(gap.id, why)
    return gone


def _agree(account: Account, trait_id: str, desk: Desk) -> bool:
    card = desk.scorer.scorecard
    place = card.index[trait_id]
    return not standing(
        card.traits[place], card.partitions[place], answers_about(account, trait_id), desk.today
    ).disagrees


def choose(account_id: int, trait_id: str, keep: Keep, desk: Desk, new_id: int | None = None) -> Settled | NotDisputed:
    """Decide which of two sources holds; a second attempt of the delivery finds what the first one did.

    Args:
        account_id: the account.
        trait_id: the trait on which they exclude each other.
        keep: what the person at the desk decides.
        desk: where it is decided.
        new_id: the answer that is called the new one; what the person said last where none is given.

    Raises:
        AccountUnknown: there is no such account.
        ValueRefused: there is no such trait.
        StateUnavailable: the state cannot be written.
    """
    if trait_id not in desk.scorer.scorecard.index:
        raise ValueRefused(f"{unknown('trait', trait_id, desk.scorer.scorecard.index)}.")
    with desk.begin(writes=True) as work:
        account = work.accounts.get(account_id)
        gone = ids(written(work, desk.origin), _WHAT)
        before = _before(account, gone or ())
        new = _new(before, trait_id, new_id, desk)
        found = disagreement(desk.scorer.scorecard, before, trait_id, new, desk.today) if new else None
        if found is None:
            return _instead(work, account, trait_id, desk)
        if gone is None:
            gone = keep_in(work, account, found, keep, desk)
            note(work, desk.origin, _WHAT, gone)
            work.commit()
            account = work.accounts.get(account_id)
    taken_back = tuple(each for each in account.answers if each.id in gone)
    still = _left(account, trait_id, desk)
    return Settled(desk.answer(account), desk.answer(before), found, keep, taken_back, still)


def _before(account: Account, gone: Collection[int]) -> Account:
    """An account as it was before these answers were taken back."""
    there = (
        each.model_copy(update={"retracted": False, "retracted_at": None}) if each.id in gone else each
        for each in account.answers
    )
    return account.model_copy(update={"answers": tuple(there)})


def _new(account: Account, trait_id: str, new_id: int | None, desk: Desk) -> Answer | None:
    said = latest_of_each_source(answers_about(account, trait_id))
    if new_id is None:
        return next((each for each in said if each.source == desk.source), None)
    return next((each for each in said if each.id == new_id), None)


def disputed_now(account: Account, trait_id: str, desk: Desk) -> Disagreement | None:
    """What the latest answer about a trait that excludes anything excludes; None where none does."""
    said = latest_of_each_source(answers_about(account, trait_id))
    found = (disagreement(desk.scorer.scorecard, account, trait_id, each, desk.today) for each in said)
    return next(filter(None, found), None)


def _instead(work: UnitOfWork, account: Account, trait_id: str, desk: Desk) -> NotDisputed:
    """What there is to say where the answer that was meant excludes nothing now."""
    now, answer = disputed_now(account, trait_id, desk), desk.answer(account)
    if now is not None:
        return NotDisputed(answer, trait_id, now)
    gaps = [gap for gap in work.gaps.at(account.id) if _is_about(gap.kind) and gap.trait == trait_id]
    return NotDisputed(answer, trait_id, closed=next((gap.closed for gap in gaps if gap.closed is not None), None))


def _left(account: Account, trait_id: str, desk: Desk) -> tuple[Disagreement, ...]:
    """What the person said together with it and is still to be decided: of later traits, as they are asked in order."""
    index = desk.scorer.scorecard.index
    mine = [each for each in account.answers if each.source == desk.source]
    at = max((each.recorded_at for each in mine if each.trait == trait_id), default=None)
    together = [each for each in mine if each.recorded_at == at and index.get(each.trait, -1) > index[trait_id]]
    return found_among(account, together, desk)
