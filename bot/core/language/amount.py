"""Amount: how much of something a clause states.

A number counts for a trait only where the trait's name or unit stands next to it, and only where it is the count of the
whole: "120 people in sales", "120 people decide" and "10 new people" say nothing about how many there are.
"""

import itertools
from collections.abc import Iterator, Sequence

from bot.core.language.clause import BEING, BODIES, NEGATORS, Clause, Mood, Piece, is_verb, plain_keys
from bot.core.language.convert import PERIODS, worth
from bot.core.language.frame import DETERMINERS, LINKS, REACH, SITES, is_understood, key_at, leads_in
from bot.core.language.quantity import Quantity
from bot.core.language.reading import Claim, Refusal
from bot.core.language.vocabulary import TIME_UNITS, Meaning, Sense, Vocabulary, unit_of
from bot.core.trait import Kind, Trait

_PAST_TENSE = frozenset({"ago", "was", "were", "last", "left"})
_MOST_COUNTED = 5_000_000
"""No account has more people, sites or seats; whoever says so counts users or inhabitants."""
_BEFORE_NAME = frozenset({
    "in", "of", "total", "full", "time", "annual", "yearly", "active", "gross", "a", "per", *PERIODS,
})  # fmt: skip
_AFTER_COUNT = frozenset({
    "total", "overall", "worldwide", "globally", "now", "today", "currently", "strong", "altogether", "combined",
    "right", "company", "org", "firm", "business", "shop", "startup", "organization", "organisation", "team", "across",
    "spread", "over", "as", "according", "so", "growing", "hiring", "big", "large", "already", "still",
    "worth", "employed", "give", "btw", "fyi", "yes", "yeah", "thanks", "or", "operation", "outfit", "group", "lol",
    "haha", "anyway", "too", "apparently", "last", "per", "a", "annually", "yearly", "annual", "pa", "every", "gross",
    "net", "monthly", "mo", "year", "month", "recurring", "full", "all", "these", "i", "they", "ish", "headcount",
    "atm", "ago", "old", "this", "run", "left", "remaining", "each",
})  # fmt: skip
_CHANGED = frozenset({"grew", "grown", "went", "up", "down", "moved", "from"})
_HEDGES = frozenset({
    "maybe", "probably", "perhaps", "possibly", "think", "guess", "believe", "might", "may", "could", "likely",
    "guessing", "presumably", "doubt", "doubts", "unlikely", "doubtful", "laughed",
    "kidding", "joking", "hire",
})  # fmt: skip
_PARTS = frozenset({"team", "crew", "staff", "group", "operation", "org", "house"})
"""Bodies that are only a part of the account where an option stands before them: "us team"."""
_THERE = "That may be only those who are there. Say how many there are in all."
_INTO = frozenset({"in", "of", "at", "on"})
_WHOLE = (["total"], ["all"], ["the", "company"], ["the", "moment"])


def amounts(clause: Clause, position: int, vocabulary: Vocabulary, *, is_only_count: bool) -> Iterator[Claim]:
    """What the quantity at a position says, if it says anything about a trait."""
    trait, end, beside = _measured_trait(clause, position, vocabulary)
    quantity = clause.pieces[position].quantity
    if trait is None or quantity is None or _is_share(clause, position):
        return
    if not _is_stated(clause, position, trait):
        return
    if not _counts_well(clause, end, trait, is_only=is_only_count):
        if is_counted_in(clause.pieces[position:]):
            yield Claim(trait.id, clause.place, why=_THERE, is_open=True)
        return
    if trait.kind is Kind.NUMBER and (quantity.low or 0) > _MOST_COUNTED:
        return
    found = _doubt(clause, position, quantity) or worth(trait, quantity, beside, vocabulary)
    if isinstance(found, Refusal):
        yield Claim(trait.id, clause.place, why=found.why, offer=found.offer, is_open=quantity.percent)
    else:
        yield Claim(trait.id, clause.place, value=found.value, note=found.note)


def _doubt(clause: Clause, position: int, quantity: Quantity) -> Refusal | None:
    """Why a quantity is no plain level of today, or None where it is one."""
    if quantity.is_hedged or _sounds_unsure(clause):
        return Refusal("That did not sound certain.")
    if _is_change(clause, position, quantity):
        return Refusal("That sounds like a change; I need where it stands.")
    return None


def _sounds_unsure(clause: Clause) -> bool:
    """Whether whoever says a clause is not sure of the numbers in it."""
    keys = plain_keys(clause.pieces)
    return not _HEDGES.isdisjoint(keys) or ("no", "way") in itertools.pairwise(keys)


def _is_change(clause: Clause, position: int, quantity: Quantity) -> bool:
    """Whether a quantity is by how much something changed, or from where to where: "up 5m", "grew from 10m to 20m"."""
    keys = [piece.key for piece in clause.pieces[:position]]
    changed = next((at for at, key in enumerate(keys) if key in _CHANGED), None)
    if changed is None:
        return clause.after == "+" and position == 0
    is_range = quantity.low is not None and quantity.high is not None and quantity.low != quantity.high
    return is_range or "to" not in keys[changed:]


def _is_stated(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether the words before a quantity leave it a plain statement about today."""
    lead = leads_in(clause, position)
    name = next((at for at, piece in enumerate(lead) if piece.means(Sense.NAME, trait.id)), len(lead))
    if _is_part(lead, trait) or _is_ahead(clause, position, trait) or not NEGATORS.isdisjoint(plain_keys(lead)):
        return False
    if not is_understood(lead[:name], of=trait.id):
        return False
    return Mood.ELSEWHERE not in clause.mood_without(_PAST_TENSE if _is_timed(trait) else frozenset())


def _is_ahead(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether a time is still to come: "the rollout is in 2 months"."""
    return _is_timed(trait) and key_at(clause, position - 1) in ("in", "within", "every")


def _is_part(lead: Sequence[Piece], trait: Trait) -> bool:
    """Whether a count is about a part of the account: "the us team is 80 people", "us revenue is 5M"."""
    return any(
        piece.means(Sense.OPTION) and (following.key in _PARTS or following.means(Sense.NAME, trait.id))
        for piece, following in itertools.pairwise(lead)
    )


def _measured_trait(clause: Clause, position: int, vocabulary: Vocabulary) -> tuple[Trait | None, int, list[str]]:
    """The trait a quantity is about, the position after the quantity and its unit, and the words beside it."""
    near = clause.pieces[max(0, position - REACH) : position], clause.pieces[position + 1 :]
    beside = [piece.key for pieces in near for piece in pieces]
    named = _named_before(clause, position, vocabulary)
    after, end = _named_after(clause, position, vocabulary)
    if named is None:
        if after is not None:
            return after, end, beside
        return _counted_body(clause, position, vocabulary), position + 1, beside
    has_time = end == position + 1 and key_at(clause, end) in TIME_UNITS
    if (after is not None and after.id != named.id) or (has_time and not _is_timed(named)):
        return None, end, beside
    return named, end + has_time, beside


def _named_before(clause: Clause, position: int, vocabulary: Vocabulary) -> Trait | None:
    """The trait that is named just before a quantity: "headcount is about 120"."""
    for at in range(position - 1, max(-1, position - 2 - REACH), -1):
        piece = clause.pieces[at]
        names = _numeric(piece.meanings, vocabulary, Sense.NAME) or _numeric(piece.meanings, vocabulary, Sense.UNIT)
        if names and at and clause.pieces[at - 1].quantity is not None:
            return None
        if names and not piece.means(Sense.OPTION):
            return names[0] if len(names) == 1 else None
        if piece.quantity is not None and piece.quantity.percent:
            continue
        if piece.meanings or piece.quantity or (piece.key not in LINKS and not piece.is_subject):
            return None
    return None


def _named_after(clause: Clause, position: int, vocabulary: Vocabulary) -> tuple[Trait | None, int]:
    """The trait that is named or counted right behind a quantity, and the position after that."""
    at = position + 1
    while at < min(position + REACH, len(clause.pieces)):
        if clause.pieces[at].meanings or key_at(clause, at) not in _BEFORE_NAME:
            break
        at += 1
    if at >= len(clause.pieces):
        return None, position + 1
    meanings = clause.pieces[at].meanings
    is_each = key_at(clause, at - 1) in ("a", "per")
    alone = [each for each in meanings if each.alone and not is_each]
    counted = _numeric(meanings, vocabulary, Sense.NAME) or _numeric(alone, vocabulary, Sense.UNIT)
    if len(counted) > 1:
        counted = [trait for trait in counted if any(piece.means(Sense.NAME, trait.id) for piece in clause.pieces)]
    return (counted[0], at + 1) if len(counted) == 1 else (None, position + 1)


def _counted_body(clause: Clause, position: int, vocabulary: Vocabulary) -> Trait | None:
    """The trait that counts people, for "a team of 120" and "120 strong"."""
    is_body = key_at(clause, position - 1) == "of" and key_at(clause, position - 2) in BODIES
    if not is_body and key_at(clause, position + 1) != "strong":
        return None
    people = [each for each in vocabulary.book.of("people") if each.alone]
    counted = _numeric(people, vocabulary, Sense.UNIT) or _numeric(people, vocabulary, Sense.NAME)
    return counted[0] if len(counted) == 1 else None


def _numeric(meanings: Sequence[Meaning], vocabulary: Vocabulary, sense: Sense) -> list[Trait]:
    traits = {each.trait: vocabulary.traits[each.trait] for each in meanings if each.sense is sense}
    return [trait for trait in traits.values() if trait.kind.is_numeric]


def _is_share(clause: Clause, position: int) -> bool:
    """Whether the quantity is what another is a part of: "10% of their 200 people"."""
    before = clause.pieces[max(0, position - REACH) : position]
    first = next((at for at, piece in enumerate(before) if piece.quantity is not None), None)
    return first is not None and any(piece.key == "of" for piece in before[first:])


def _counts_well(clause: Clause, end: int, trait: Trait, *, is_only: bool) -> bool:
    """Whether what follows a quantity and its unit leaves it the count of the whole."""
    if end >= len(clause.pieces) or _is_attribute(clause, end, trait):
        return True
    return _goes_on_well(clause, end, trait, is_only=is_only)


def _goes_on_well(clause: Clause, end: int, trait: Trait, *, is_only: bool) -> bool:
    """Whether the words behind a quantity and its unit leave it the count of the whole."""
    piece, following = clause.pieces[end], clause.pieces[end + 1 :]
    if piece.key == "not" and following:
        return following[0].quantity is not None
    if piece.key in _INTO and not piece.meanings:
        is_said = piece.key != "in" or any(is_verb(each.key) for each in clause.pieces[:end])
        return _leads_to_whole(piece, following, trait, is_only=is_only and is_said)
    if piece.key in ("per", "a", "every", "each") and key_at(clause, end + 1) not in PERIODS:
        return False
    is_a_time = trait.kind is Kind.NUMBER and piece.key in PERIODS and not _is_timed(trait)
    if is_a_time or any(each.sense is not Sense.OPTION and each.trait != trait.id for each in piece.meanings):
        return False
    if piece.key in ("across", "over", "spread"):
        return not any(each.means(Sense.OPTION) for each in following)
    return bool(piece.meanings or piece.quantity) or piece.key in _AFTER_COUNT


def is_counted_in(pieces: Sequence[Piece]) -> bool:
    """Whether a quantity counts what there is in one place only: "80 employees in the us", "80 people based in"."""
    counts = next((at for at, piece in enumerate(pieces) if piece.quantity is not None), None)
    beside = [] if counts is None else pieces[counts + 1 : counts + 3]
    if counts is None or not any(piece.means(Sense.UNIT) or piece.means(Sense.NAME) for piece in beside):
        return False
    near = [piece.key for piece in pieces[counts + 2 : counts + 4]]
    if any(piece.quantity is not None for piece in pieces[counts + 3 : counts + 5]):
        return False
    return any(key in ("in", "based", "from", "at", "within", "basedin") for key in near)


def _leads_to_whole(piece: Piece, following: Sequence[Piece], trait: Trait, *, is_only: bool) -> bool:
    """Whether "in", "on" and the like behind a count keep it whole: "in total", "in the US", "on Salesforce"."""
    if any(each.means(Sense.NAME, trait.id) for each in following[:1]):
        return True
    if piece.key == "in" and any(each.quantity is not None for each in following[:1]):
        return any(each.key in SITES for each in following[1:2])
    skipped = 1 if following and following[0].key in DETERMINERS else 0
    names_option = any(each.means(Sense.OPTION) for each in following[skipped : skipped + 1])
    if is_only and names_option and piece.key not in ("of", "in") and following[skipped].key != "average":
        return True
    return [each.key for each in following[:2]] in _WHOLE


def _is_attribute(clause: Clause, end: int, trait: Trait) -> bool:
    """Whether a count describes what the account is: "they're a 60-truck carrier"."""
    counted = next((at for at in range(end - 1, -1, -1) if clause.pieces[at].quantity is not None), None)
    if counted is None or key_at(clause, counted - 1) not in ("a", "an") or end + 1 < len(clause.pieces):
        return False
    lead = leads_in(clause, counted - 1)
    return is_understood(lead, of=trait.id) and (not lead or lead[-1].key in BEING)


def _is_timed(trait: Trait) -> bool:
    return unit_of(trait) in TIME_UNITS
