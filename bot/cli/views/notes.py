"""Notes in the terminal: what was read from them, numbered to choose from, and what became of it."""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from bot.cli.views.response import Ways, response_lines
from bot.core.proposal import Proposal
from bot.core.proposal_notes import Stated, Untold
from bot.core.proposal_offer import Offer, mark_words, offer_words
from bot.core.wording import counted, value_words
from bot.flows.desk import Desk
from bot.flows.notes import Confirmed, Proposed
from bot.flows.outcome import Memory, Response


def proposed_lines(proposed: Proposed, desk: Desk) -> list[str]:
    """Every value with the words it was read from; then what was known, and what could not be read."""
    name = proposed.account.name
    lines = [_first(proposed, name)]
    for number, offer in enumerate(proposed.offers, 1):
        lines += _offered(number, offer, desk)
    lines += ["", "Known already:", *(_known(each, desk) for each in proposed.known)] if proposed.known else []
    return lines + (["", "Not read:", *_untold(proposed.untold)] if proposed.untold else [])


def _first(proposed: Proposed, name: str) -> str:
    count = len(proposed.offers)
    if count:
        return (
            f"Read for {name}: {counted(count, 'value')}. {'It counts' if count == 1 else 'They count'} once confirmed."
        )
    nothing = "nothing that is new" if proposed.known else "no value that I could take"
    return f"Read for {name}: {nothing}."


def _offered(number: int, offer: Offer, desk: Desk) -> list[str]:
    lines = [f"  {number:>2}  {offer_words(offer, desk.pack.currency)}"]
    lines += [f"      “{_flat(offer.proposal.quote)}”"] if offer.proposal.quote else []
    beside = mark_words(offer, desk.pack.currency)
    return [*lines, f"      {beside}"] if beside else lines


def _known(stated: Stated, desk: Desk) -> str:
    return f"  {_value(stated, desk)}, “{_flat(stated.quote)}”"


def _value(said: Stated | Proposal, desk: Desk) -> str:
    trait = desk.pack.trait(said.trait)
    if trait is None:
        return said.trait
    return f"{trait.label}: {value_words(said.value, trait, desk.pack.currency)}"


def _untold(untold: Sequence[Untold]) -> Iterator[str]:
    for each in untold:
        yield f"  “{_flat(each.quote)}”"
        yield f"      {each.why}"


def _flat(quote: str) -> str:
    return " ".join(quote.split())


def confirmed_lines(confirmed: Confirmed, desk: Desk, ways: Ways) -> list[str]:
    """What was noted, what that changes, and what was not noted."""
    lines = _again(confirmed)
    recorded = confirmed.recorded
    if recorded is not None and confirmed.again is None:
        memory = Memory(account_id=confirmed.account.id)
        lines += response_lines(Response(recorded, memory), desk, ways)
    if confirmed.gone:
        gone = ", ".join(_value(each, desk) for each in confirmed.gone)
        lines.append(f"Not noted, for the pack does not know it any more: {gone}.")
    if confirmed.dropped and confirmed.again is None:
        lines.append(f"Dropped: {'; '.join(_value(each, desk) for each in confirmed.dropped)}.")
    return lines or [f"Nothing was noted for {confirmed.account.name}."]


def _again(confirmed: Confirmed) -> list[str]:
    if confirmed.again is None:
        return []
    person, at = confirmed.again
    by = f" by {person}" if person else ""
    return [f"These were settled{by} on {at:%Y-%m-%d at %H:%M} already. Nothing was noted again."]


def proposed_json(proposed: Proposed, confirmed: Confirmed | None = None) -> JsonValue:
    """What was read and what became of it, for programs."""
    return {
        "account": proposed.account.name,
        "batch": proposed.batch,
        "proposals": [_offer_json(number, each) for number, each in enumerate(proposed.offers, 1)],
        "known": [{"trait": each.trait, "value": each.value, "quote": each.quote} for each in proposed.known],
        "unread": [{"trait": each.trait, "quote": each.quote, "why": each.why} for each in proposed.untold],
        "recorded": None if confirmed is None else _recorded_json(confirmed),
    }


def _offer_json(number: int, offer: Offer) -> JsonValue:
    proposal = offer.proposal
    return {
        "number": number,
        "trait": proposal.trait,
        "value": proposal.value,
        "quote": proposal.quote,
        "note": proposal.note,
        "mark": offer.mark.value,
        "known": [each.value for each in offer.known],
    }


def _recorded_json(confirmed: Confirmed) -> JsonValue:
    noted = confirmed.recorded.noted if confirmed.recorded else ()
    return [{"trait": each.trait, "value": each.value, "quote": each.quote} for each in noted]
