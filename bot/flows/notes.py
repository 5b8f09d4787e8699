"""Notes: a block of call notes becomes proposals, and proposals that somebody confirms become answers.

A proposal changes nothing by itself. Confirming settles everything that was read from the same notes in the
transaction in which the answers are written: what is not chosen is dropped, and nothing is settled twice. The same
notes pasted again while their proposals wait are the same proposals.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.pack import Pack
from bot.core.proposal import NewProposal, Proposal, ProposalRefused, noted
from bot.core.proposal_notes import LONGEST_NOTES, Findings, Notes, Stated, Untold
from bot.core.proposal_offer import Known, Offer, fits, offers, together, united
from bot.core.proposal_reading import RuleReader, sure
from bot.flows.accounts import record_in
from bot.flows.desk import Desk
from bot.flows.disagreement import detect_in, found_among
from bot.flows.origin import ids, note, written
from bot.flows.outcome import Recorded
from bot.flows.route import lexicon_for
from bot.ports import NewAnswer, UnitOfWork

MOST = 30
"""Proposals of one block of notes: as many as a message can show."""
_PROPOSED, _SETTLED = "proposals", "settled"
_NO_ROOM = "There is no room for more values. Confirm or drop these, and paste the rest by itself."


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was read from notes."""

    account: Account
    batch: int | None
    """What confirming them goes by; None where there is nothing to confirm."""
    offers: tuple[Offer, ...]
    known: tuple[Stated, ...] = ()
    """What the notes say that was known already."""
    untold: tuple[Untold, ...] = ()
    """What they say that could not be read."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What became of proposals."""

    account: Account
    batch: int
    recorded: Recorded | None
    """The answers that they became; None where they became none."""
    dropped: tuple[Proposal, ...]
    """Those that were not chosen."""
    gone: tuple[Proposal, ...]
    """Those that were chosen and that the pack cannot hold any more."""
    again: tuple[str | None, datetime] | None = None
    """Who had settled them before, and when: nothing was written now."""


# --- proposing --------------------------------------------------------------------------------------------------------


def propose(text: str, account_id: int, desk: Desk) -> Proposed:
    """Read notes about an account, and keep what was read as proposals; nothing else changes.

    Args:
        text: the notes.
        account_id: the account that they are about.
        desk: where they were pasted.

    Raises:
        AccountUnknown: there is no such account.
        ProposalRefused: there is nothing in the notes, or more than can be read at once.
    """
    _refuse_unreadable(text)
    with desk.begin(writes=False) as work:
        account, names = work.accounts.get(account_id), work.accounts.names()
    notes = Notes(text, account_id, account.name, names, lexicon_for(desk.pack))
    known = _known(account, desk)
    found = _checked(RuleReader().read(notes), notes, desk.pack)
    if desk.ports.model() is not None:
        from bot.flows.notes_model import with_model

        found = with_model(found, notes, desk)
    fresh = [each for each in found.stated if not known.holds(each.trait, each.value)]
    proposals = _kept(_new(fresh[:MOST], account_id, desk), account_id, desk)
    return Proposed(
        account,
        proposals[0].batch if proposals else None,
        tuple(offers(proposals, known)),
        tuple(each for each in found.stated if each not in fresh),
        (*found.untold, *(Untold(each.quote, _NO_ROOM, each.trait) for each in fresh[MOST:])),
    )


def _refuse_unreadable(text: str) -> None:
    if not text.strip():
        raise ProposalRefused("There is nothing in these notes. Paste what was said, as you wrote it down.")
    if len(text) > LONGEST_NOTES:
        raise ProposalRefused(
            f"These notes have {len(text):,} characters, and I read {LONGEST_NOTES:,} at once. Paste them in parts."
        )


def _known(account: Account, desk: Desk) -> Known:
    return Known(desk.pack, desk.scorer.scorecard.partitions, desk.scorer.standings(account, desk.today))


def _checked(found: Findings, notes: Notes, pack: Pack) -> Findings:
    """What a reader found, as far as it stands in the notes word for word and the pack can hold it."""
    stated = tuple(
        each
        for each in found.stated
        if each.quote.strip() and each.quote in notes.text and fits(pack, each.trait, each.value)
    )
    return sure(Findings(stated, tuple(each for each in found.untold if each.quote in notes.text)))


def _new(stated: Sequence[Stated], account_id: int, desk: Desk) -> list[NewProposal]:
    return [
        NewProposal(
            account_id=account_id,
            trait=each.trait,
            value=each.value,
            quote=each.quote,
            note=noted(each.note, each.doubt),
            person=desk.person,
            at=desk.now(),
        )
        for each in stated
    ]


def _kept(new: Sequence[NewProposal], account_id: int, desk: Desk) -> list[Proposal]:
    """Keep proposals, unless this very delivery has, or the same ones wait already."""
    with desk.begin(writes=True) as work:
        done = ids(written(work, desk.origin), _PROPOSED)
        if done is not None:
            return work.proposals.batch(done[0]) if done else []
        kept = _waiting_like(new, work.proposals.open_at(account_id)) or work.proposals.add(new)
        note(work, desk.origin, _PROPOSED, [each.batch for each in kept[:1]])
        work.commit()
    return kept


def _waiting_like(new: Sequence[NewProposal], waiting: Sequence[Proposal]) -> list[Proposal]:
    """The proposals of one batch that wait and say the same as new ones."""
    wanted = [_said(each) for each in new]
    batches = dict.fromkeys(each.batch for each in waiting)
    rows = ([each for each in waiting if each.batch == batch] for batch in batches)
    return next((row for row in rows if [_said(each) for each in row] == wanted), [])


def _said(proposal: NewProposal) -> tuple[str, str, str | None, str | None]:
    return proposal.trait, repr(proposal.value), proposal.quote, proposal.person


def waiting(account_id: int, desk: Desk) -> tuple[Proposed, ...]:
    """The proposals about an account that nobody has settled, block of notes by block of notes, the earliest first.

    Raises:
        AccountUnknown: there is no such account.
    """
    with desk.begin(writes=False) as work:
        account, found = work.accounts.get(account_id), work.proposals.open_at(account_id)
    known = _known(account, desk)
    batches = dict.fromkeys(each.batch for each in found)
    return tuple(
        Proposed(account, batch, tuple(offers([each for each in found if each.batch == batch], known)))
        for batch in batches
    )


# --- confirming -------------------------------------------------------------------------------------------------------


def confirm(batch: int, chosen: Collection[int], desk: Desk) -> Confirmed:
    """Record the chosen proposals of one block of notes as answers, and drop the others.

    Args:
        batch: what they have in common.
        chosen: the ids of those that hold; none to drop them all.
        desk: whoever confirms is the source of the answers.

    Raises:
        ProposalRefused: there are no such proposals, or two that exclude each other were chosen; nothing is settled.
    """
    with desk.begin(writes=True) as work:
        proposals = work.proposals.batch(batch)
        if not set(chosen) <= {each.id for each in proposals} or not proposals:
            raise ProposalRefused("Those notes are gone. Paste them again, and take what holds.")
        done = ids(written(work, desk.origin), _SETTLED)
        fresh = done is None and any(each.is_open for each in proposals)
        if fresh:
            _settle(work, [each for each in proposals if each.is_open], chosen, desk)
            note(work, desk.origin, _SETTLED, [each.id for each in proposals])
            work.commit()
            proposals = work.proposals.batch(batch)
        account = work.accounts.get(proposals[0].account_id)
    return _confirmed(account, proposals, chosen, desk, again=not fresh and done is None)


def _settle(work: UnitOfWork, proposals: Sequence[Proposal], chosen: Collection[int], desk: Desk) -> None:
    groups = _by_trait([each for each in proposals if each.id in chosen and fits(desk.pack, each.trait, each.value)])
    for group in groups:
        _refuse_several(group, desk.pack)
    new = [_answer(group, desk) for group in groups]
    recorded = record_in(work, proposals[0].account_id, new, desk.pack) if new else []
    answers = {each.id: answer.id for group, answer in zip(groups, recorded, strict=True) for each in group}
    if recorded:
        detect_in(proposals[0].account_id, desk)(work, recorded)
    work.proposals.settle([each.id for each in proposals], desk.person, desk.now(), answers)


def _by_trait(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    groups: dict[str, list[Proposal]] = {}
    for each in proposals:
        groups.setdefault(each.trait, []).append(each)
    return list(groups.values())


def _refuse_several(group: Sequence[Proposal], pack: Pack) -> None:
    if any(not together(group[0], other) for other in group[1:]):
        trait = pack.trait(group[0].trait)
        label = trait.label if trait is not None else group[0].trait
        raise ProposalRefused(f"You chose {len(group)} values for {label}. Choose the one that holds.")


def _answer(group: Sequence[Proposal], desk: Desk) -> NewAnswer:
    """What proposals about one trait become, as of the day on which the notes were pasted."""
    value: JsonValue = united(group)
    quote = " … ".join(filter(None, (each.quote for each in group))) or None
    return NewAnswer(
        group[0].trait, value, desk.source, desk.now(), on=_day(group[0], desk), quote=quote, draft=desk.draft
    )


def _day(proposal: Proposal, desk: Desk) -> date:
    """The day on which notes were pasted, by the clock of whoever confirms."""
    now = desk.now()
    return desk.today - (now.date() - proposal.at.astimezone(now.tzinfo).date())


def _confirmed(
    account: Account, proposals: Sequence[Proposal], chosen: Collection[int], desk: Desk, *, again: bool
) -> Confirmed:
    became = {each.answer_id for each in proposals}
    answers = tuple(each for each in account.answers if each.id in became)
    left = [each for each in proposals if each.answer_id is None]
    settled = proposals[0]
    return Confirmed(
        account=account,
        batch=settled.batch,
        recorded=_recorded(account, answers, proposals, desk) if answers else None,
        dropped=tuple(each for each in left if again or each.id not in chosen),
        gone=tuple(each for each in left if each.id in chosen and not again),
        again=(settled.settled_by, settled.settled_at) if again and settled.settled_at else None,
    )


def _recorded(account: Account, noted: tuple[Answer, ...], proposals: Sequence[Proposal], desk: Desk) -> Recorded:
    new = {answer.id for answer in noted}
    before = account.model_copy(update={"answers": tuple(each for each in account.answers if each.id not in new)})
    notes = tuple(each.note for each in proposals if each.answer_id is not None and each.note and not each.is_unsure)
    return Recorded(desk.answer(account), noted, notes, desk.answer(before), found_among(account, noted, desk))
