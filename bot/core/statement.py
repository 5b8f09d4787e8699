"""Statement: what one clause states, trait by trait.

Three kinds of things are stated: how much there is of something (a quantity next to the name or the unit of its trait),
what something is (an option after a verb, next to its trait's name, or as an item of a list), and that something is so
or is not (a flag).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from bot.core.clause import BEING, BODIES, HAVING, NEGATORS, USING, Clause, Mood, Piece, mood_of, plain_keys
from bot.core.common import COMMON_WORDS, FUNCTION_WORDS
from bot.core.convert import PERIODS, worth
from bot.core.frame import DETERMINERS, ends_well, has_verb, is_owned, is_understood, key_at, leads_in
from bot.core.phrases import singular
from bot.core.quantity import Quantity
from bot.core.trait import Kind, Trait
from bot.core.vocabulary import TIME_UNITS, Meaning, Sense, Vocabulary, flag_names, is_deed, names_of


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing that a clause says about a trait: a value, or why there is none."""

    trait: str
    clause: Clause
    value: JsonValue = None
    note: str | None = None
    why: str | None = None
    """Set where no value can be told."""
    is_open: bool = False
    """Whether a value stated elsewhere still stands."""
    is_weak: bool = False
    """Whether it needs something else in the same text that was understood for certain."""


_SCALE_WORDS = frozenset({
    "low", "mid", "medium", "high", "small", "large", "big", "few", "many", "partial", "partly", "full", "fully", "known",
    "unknown", "good", "bad", "strong", "weak", "average", "open", "closed", "active", "inactive", "new", "old", "early", "late",
    "fast", "slow", "public", "private", "yes", "no", "unclear", "urgent", "light", "heavy", "standard", "basic", "advanced",
    "short", "long", "single", "multiple", "hot", "warm", "cold", "simple", "complex", "local", "regional", "national", "global",
    "direct", "indirect", "internal", "external", "manual", "regular", "daily", "weekly", "monthly", "yearly", "hourly",
})  # fmt: skip
_LINKS = BEING | frozenset({
    "of", "at", "about", "around", "now", "currently", "to", "like", "is", "a", "an", "the", "their", "on", "in", "up", "down",
    "roughly", "approx", "grew", "stands", "sits", "comes", "just", "only", "still", "today", "already", "so", "than", "from",
    "equals", "here", "actually", "total", "count", "number", "mostly", "mainly", "both", "very", "really", "pretty", "quite",
    "as", "set", "has", "have",
})  # fmt: skip
_MOST_COUNTED = 5_000_000
"""No account has more people, sites or seats; whoever says so counts users or inhabitants."""
_PAST_TENSE = frozenset({"ago", "was", "were", "last", "left"})
_STEM = 4
"""Letters; two words that begin alike are taken for forms of one: decides and decision."""
_REACH = 4
"""How many linking words may stand between the name of a trait and its value."""
_AFTER_COUNT = frozenset({
    "total", "overall", "worldwide", "globally", "now", "today", "currently", "strong", "altogether", "combined", "right", "company",
    "org", "firm", "business", "shop", "startup", "organization", "organisation", "team", "across", "spread", "over", "as", "according",
    "so", "growing", "hiring", "there", "big", "large", "already", "still", "there", "worth", "employed", "give", "btw", "fyi",
    "yes", "yeah", "thanks", "or", "give", "at", "operation", "outfit", "group", "lol", "haha", "anyway", "too", "apparently",
    "last", "per", "a", "annually", "yearly", "annual", "pa", "every", "gross", "net", "monthly", "mo", "year", "month", "recurring",
    "full", "all", "these", "i", "they", "ish", "headcount", "atm", "max", "tops", "ago", "old", "this", "run", "in", "of", "left", "remaining",
})  # fmt: skip


def stated(
    clause: Clause, vocabulary: Vocabulary, heading: str | None = None, *, is_only_count: bool = True
) -> Iterator[Stated]:
    """Everything that a clause says about the pack's traits.

    Args:
        clause: the clause.
        vocabulary: the words of the pack.
        heading: a trait that was named before a list to which the clause belongs.
        is_only_count: whether its sentence holds no other quantity.
    """
    for position, piece in enumerate(clause.pieces):
        if position < clause.begins:
            continue
        if piece.quantity is not None:
            yield from _quantity(clause, position, piece.quantity, vocabulary, is_only_count=is_only_count)
        if piece.meanings:
            yield from _flag(clause, position, vocabulary)
            if is_only_count or all(each.quantity is None for each in leads_in(clause, position)):
                yield from _option(clause, position, vocabulary, heading)


# --- how much ---------------------------------------------------------------------------------------------------------


def _quantity(
    clause: Clause, position: int, quantity: Quantity, vocabulary: Vocabulary, *, is_only_count: bool
) -> Iterator[Stated]:
    trait, end, beside = _measured_trait(clause, position, vocabulary)
    if trait is None or _is_share(clause, position) or not _counts_well(clause, end, trait, is_only=is_only_count):
        return
    lead = leads_in(clause, position)
    name = next((at for at, piece in enumerate(lead) if piece.means(Sense.NAME, trait.id)), len(lead))
    if not is_understood(lead[:name], of=trait.id) or not NEGATORS.isdisjoint(plain_keys(lead)):
        return
    if Mood.ELSEWHERE in clause.mood_without(_PAST_TENSE if _is_timed(trait) else frozenset()):
        return
    if trait.kind is Kind.NUMBER and (quantity.low or 0) > _MOST_COUNTED:
        return
    found = worth(trait, quantity, beside, vocabulary)
    if isinstance(found, str):
        yield Stated(trait.id, clause, why=found)
    else:
        yield Stated(trait.id, clause, value=found.value, note=found.note)


def _measured_trait(clause: Clause, position: int, vocabulary: Vocabulary) -> tuple[Trait | None, int, list[str]]:
    """The trait a quantity is about, the position after the quantity and its unit, and the words beside it."""
    following = [piece.key for piece in clause.pieces[position + 1 :]]
    named = _named_before(clause, position, vocabulary)
    after, end = _named_after(clause, position, vocabulary)
    beside = [*(piece.key for piece in clause.pieces[max(0, position - _REACH) : position]), *following]
    if named is not None:
        foreign = after is not None and after.id != named.id
        if foreign or (end == position + 1 and key_at(clause, end) in TIME_UNITS and not _is_timed(named)):
            return None, end, beside
        return named, end + (key_at(clause, end) in TIME_UNITS), beside
    if after is not None:
        return after, end, beside
    return _counted_body(clause, position, vocabulary), position + 1, beside


def _named_before(clause: Clause, position: int, vocabulary: Vocabulary) -> Trait | None:
    for at in range(position - 1, max(-1, position - 2 - _REACH), -1):
        piece = clause.pieces[at]
        names = _numeric(piece.meanings, vocabulary, (Sense.NAME,)) or _numeric(piece.meanings, vocabulary, (Sense.UNIT,))
        if names and not clause.pieces[at].means(Sense.OPTION):
            return names[0] if len(names) == 1 else None
        if piece.meanings or piece.quantity or (piece.key not in _LINKS and not piece.is_subject):
            return None
    return None


def _named_after(clause: Clause, position: int, vocabulary: Vocabulary) -> tuple[Trait | None, int]:
    """The trait that is named or counted right behind a quantity, and the position after that."""
    at = position + 1
    while not _means_something(clause, at) and key_at(clause, at) in ("in", "of", "total", "full", "time", "annual", "yearly", "active", "gross", "a", "per", *PERIODS) and at < position + _REACH:
        at += 1
    if at >= len(clause.pieces):
        return None, position + 1
    meanings = clause.pieces[at].meanings
    own = _numeric(meanings, vocabulary, (Sense.NAME,))
    counted = own or _numeric(tuple(each for each in meanings if each.alone), vocabulary, (Sense.UNIT,))
    if len(counted) > 1:
        counted = [trait for trait in counted if any(piece.means(Sense.NAME, trait.id) for piece in clause.pieces)]
    return (counted[0], at + 1) if len(counted) == 1 else (None, position + 1)


def _means_something(clause: Clause, position: int) -> bool:
    return position < len(clause.pieces) and bool(clause.pieces[position].meanings)


def _counted_body(clause: Clause, position: int, vocabulary: Vocabulary) -> Trait | None:
    """The trait that counts people, for "a team of 120" and "120 strong"."""
    is_body = key_at(clause, position - 1) == "of" and key_at(clause, position - 2) in BODIES
    if not is_body and key_at(clause, position + 1) != "strong":
        return None
    found = vocabulary.book.of("people")
    counted = _numeric(tuple(each for each in found if each.alone), vocabulary, (Sense.UNIT, Sense.NAME))
    return counted[0] if len(counted) == 1 else None


def _numeric(meanings: Sequence[Meaning], vocabulary: Vocabulary, senses: tuple[Sense, ...]) -> list[Trait]:
    traits = {each.trait: vocabulary.traits[each.trait] for each in meanings if each.sense in senses}
    return [trait for trait in traits.values() if trait.kind.is_numeric]


def _is_share(clause: Clause, position: int) -> bool:
    """Whether the quantity is what another is a part of: "10% of their 200 people"."""
    before = clause.pieces[max(0, position - _REACH) : position]
    first = next((at for at, piece in enumerate(before) if piece.quantity is not None), None)
    return first is not None and any(piece.key == "of" for piece in before[first:])


def _counts_well(clause: Clause, end: int, trait: Trait, *, is_only: bool) -> bool:
    """Whether what follows a quantity leaves it the count of the whole: not "120 people in sales"."""
    if end >= len(clause.pieces):
        return True
    piece = clause.pieces[end]
    if piece.key == "not" and end + 1 < len(clause.pieces):
        return clause.pieces[end + 1].quantity is not None
    if piece.key in ("in", "of", "at", "on", "using", "running") and not piece.meanings:
        following = clause.pieces[end + 1 :]
        skipped = 1 if following and following[0].key in DETERMINERS else 0
        if is_only and piece.key != "of" and len(following) > skipped and following[skipped].means(Sense.OPTION):
            return True
        words = [each.key for each in following[:2]]
        return words in (["total"], ["all"], ["the", "company"], ["the", "moment"])
    if piece.key in ("per", "a", "every", "each") and key_at(clause, end + 1) not in PERIODS:
        return False
    others = [each for each in piece.meanings if each.sense is not Sense.OPTION and each.trait != trait.id]
    return not others and (bool(piece.meanings or piece.quantity) or piece.key in _AFTER_COUNT)


def _is_timed(trait: Trait) -> bool:
    return (trait.unit or "").casefold() in TIME_UNITS


# --- what it is -------------------------------------------------------------------------------------------------------


def _option(clause: Clause, position: int, vocabulary: Vocabulary, heading: str | None) -> Iterator[Stated]:
    trait, option = _chosen(clause, position, vocabulary, heading)
    if trait is None or option is None:
        return
    lead = leads_in(clause, position)
    named = heading == trait.id or _is_named(clause, position, trait)
    fits, is_weak = _fits(clause, position, trait, named=named)
    if not fits or not is_understood([piece for piece in lead if piece.key not in NEGATORS], of=trait.id):
        return
    mood = clause.mood_without({clause.pieces[position].key})
    if Mood.ELSEWHERE in mood:
        return
    label = trait.option_label(option)
    if Mood.NEGATES in mood:
        yield Stated(trait.id, clause, why=f"That says what it is not; {trait.label} needs what it is.", is_open=True)
    elif Mood.DOUBTS in mood:
        yield Stated(trait.id, clause, why=f"{label!r} did not sound certain.")
    else:
        value: JsonValue = {"at_least": [option]} if trait.kind is Kind.TAGS else option
        yield Stated(trait.id, clause, value=value, is_weak=is_weak)


def _chosen(clause: Clause, position: int, vocabulary: Vocabulary, heading: str | None) -> tuple[Trait | None, str | None]:
    """The trait and the option that a phrase stands for, where it stands for one of one trait only."""
    meanings = [
        each
        for each in clause.pieces[position].meanings
        if each.sense is Sense.OPTION and vocabulary.traits[each.trait].kind is not Kind.FLAG
    ]
    if len({each.trait for each in meanings}) > 1:
        meanings = [each for each in meanings if each.trait == heading or _is_named(clause, position, vocabulary.traits[each.trait])]
    options = {(each.trait, each.option) for each in meanings}
    if len(options) != 1:
        return None, None
    trait_id, option = options.pop()
    return vocabulary.traits[trait_id], option


def _is_named(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether the trait's name stands next to a phrase: "technology is low", "public cloud"."""
    if position + 1 < len(clause.pieces) and clause.pieces[position + 1].means(Sense.NAME, trait.id):
        return True
    if _does_what_it_is_named_for(clause, position, trait):
        return True
    for at in range(position - 1, max(-1, position - 2 - _REACH), -1):
        piece = clause.pieces[at]
        if piece.means(Sense.NAME, trait.id):
            return True
        if piece.meanings or (piece.key not in _LINKS and piece.key not in NEGATORS and piece.key not in USING):
            return False
    return False


_AFTER_VERB = frozenset({"", "off", "it", "this", "here", "alone", "at", "there", "everything", "for"})


def _does_what_it_is_named_for(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether an option does what its trait is about: "the cfo decides" where the trait is the final decision."""
    verb = key_at(clause, position + 1)
    if len(verb) < _STEM or verb in FUNCTION_WORDS or key_at(clause, position + 2) not in _AFTER_VERB:
        return False
    stems = {word[:_STEM] for name in names_of(trait) for word in name.split() if len(word) >= _STEM}
    return verb[:_STEM] in stems


def _fits(clause: Clause, position: int, trait: Trait, *, named: bool) -> tuple[bool, bool]:
    """Whether a phrase stands where its meaning can be taken, and whether that needs support from elsewhere."""
    if named:
        return True, False
    piece = clause.pieces[position]
    if not ends_well(clause, position + 1):
        return False, False
    lead = [each for each in leads_in(clause, position) if each.key not in NEGATORS]
    is_everyday = piece.words == 1 and _is_everyday(piece.key)
    if _counts_something_else(lead):
        return False, False
    if is_owned(lead):
        return False, False
    verbal = has_verb(lead)
    if is_everyday and (piece.key in FUNCTION_WORDS or piece.key in _SCALE_WORDS):
        is_place = piece.key == "us" and (
            key_at(clause, position - 1) in ("in", "the", "a", "an", "based") or key_at(clause, position + 1) == "based"
        )
        return is_place or (piece.key == "us" and not lead), not is_place
    if piece.key in BODIES and not _is_all_they_are(lead):
        return False, False
    if verbal and (clause.has_subject or Mood.ADRIFT not in clause.given):
        return (not is_everyday or _says_what_it_is(lead, trait)), False
    direct = bool(lead) and lead[-1].is_subject
    return not direct and Mood.ADRIFT not in clause.given, is_everyday


def _is_everyday(key: str) -> bool:
    """Whether a word turns up in any message; a word for what is done or was done counts as one, too."""
    return key in COMMON_WORDS or singular(key) in COMMON_WORDS or key.endswith(("ed", "ing"))


def _counts_something_else(lead: Sequence[Piece]) -> bool:
    """Whether a number stands before a phrase without a unit that is known: "555% growth"."""
    return any(
        piece.quantity is not None and not any(after.meanings for after in lead[at + 1 : at + 2])
        for at, piece in enumerate(lead)
    )


def _is_all_they_are(lead: Sequence[Piece]) -> bool:
    """Whether "startup" or "agency" is what they are said to be, and not just a word for the company."""
    return bool(lead) and all(not piece.meanings and piece.quantity is None for piece in lead) and has_verb(lead)


def _says_what_it_is(lead: Sequence[Piece], trait: Trait) -> bool:
    verbs = {piece.key for piece in lead}
    if trait.kind is Kind.TAGS:
        return not verbs.isdisjoint(USING | HAVING | {"on", "in"})
    return not verbs.isdisjoint(BEING | {"in"})


# --- that it is so ----------------------------------------------------------------------------------------------------

_AFFIRMED = frozenset({
    "approved", "confirmed", "secured", "allocated", "available", "there", "set", "exists", "exist", "agreed", "granted",
    "reserved", "earmarked", "sorted", "greenlit", "locked", "committed", "yes", "y", "yep", "yeah", "true", "done", "assigned",
    "released", "obtained", "finalized", "finalised", "ok", "okay", "checked", "in", "signed", "identified", "ready", "check",
})  # fmt: skip
_DENIED = frozenset({
    "gone", "frozen", "cut", "denied", "rejected", "missing", "none", "no", "n", "zero", "false", "unavailable", "blocked",
    "exhausted", "spent", "pulled", "lacking", "nope", "nil", "nonexistent", "unapproved", "slashed", "0",
})  # fmt: skip
_AFTER_FLAG = frozenset({
    "for", "yet", "till", "until", "at", "right", "this", "now", "currently", "anymore", "available", "allocated", "approved",
    "set", "of", "to", "already", "confirmed", "in", "from", "today", "because", "as", "though", "there", "whatsoever", "left",
    "secured", "so", "too", "with", "by", "and", "signed", "before", "either", "reserved", "earmarked", "thanks", "lol", "they",
    "it", "on", "atm", "again", "still", "per", "ready", "also", "since", "around", "sorted", "committed", "locked", "assigned",
})  # fmt: skip
_BETWEEN = DETERMINERS | frozenset({
    "clear", "dedicated", "real", "actual", "approved", "confirmed", "big", "small", "decent", "allocated", "specific", "formal",
    "official", "separate", "such", "set", "signed", "good", "healthy", "proper", "got", "have", "has", "been", "own", "annual",
    "much", "more", "it", "there", "is", "are", "'s", "be", "of", "on", "for", "with", "currently", "yet", "really", "actually",
})  # fmt: skip
_UNTIL = frozenset({"till", "until", "before", "yet"})


def _flag(clause: Clause, position: int, vocabulary: Vocabulary) -> Iterator[Stated]:
    for meaning in clause.pieces[position].meanings:
        trait = vocabulary.traits[meaning.trait]
        if trait.kind is not Kind.FLAG or meaning.sense is Sense.UNIT:
            continue
        said = _said_so(clause, position, trait) if meaning.sense is Sense.NAME else _put_so(clause, position, meaning)
        if said is None or Mood.ELSEWHERE in _flag_mood(clause, said=said):
            continue
        if Mood.DOUBTS in clause.mood:
            yield Stated(trait.id, clause, why=f"That did not sound certain; {trait.label} needs a yes or a no.")
        else:
            yield Stated(trait.id, clause, value=said)


def _flag_mood(clause: Clause, *, said: bool) -> Mood:
    """The mood that counts for a flag: "was approved" is so today, and "no budget till March" is a no today."""
    kept = [piece for piece in clause.pieces[clause.begins :] if piece.key not in ("was", "were", "got")]
    until = next((at for at, piece in enumerate(kept) if piece.key in _UNTIL), None)
    if not said and until is not None:
        kept = kept[:until]
    return clause.given | mood_of(kept)


def _said_so(clause: Clause, position: int, trait: Trait) -> bool | None:
    """What a clause says of a flag that it names."""
    before = leads_in(clause, position)
    after = clause.pieces[position + 1 :]
    predicate = _predicate(after)
    if predicate is not None and is_understood([each for each in before if each.key not in NEGATORS | _BETWEEN]):
        denied_before = _is_denied(before)
        return None if denied_before and not predicate else (predicate and not denied_before)
    if not _ends_flag(after):
        return None
    if _is_deed(trait, clause.pieces[position].key):
        known = is_understood([each for each in before if each.key not in NEGATORS | _BETWEEN])
        return not _is_denied(before) if known else None
    if _is_denied(before):
        return False if is_understood([each for each in before if each.key not in NEGATORS | _BETWEEN]) else None
    return True if _is_had(before, trait, clause.pieces[position].words) else None


def _is_deed(trait: Trait, key: str) -> bool:
    """Whether a flag's name says by itself that it is so: "takes insurance", "bought before"."""
    return any(name.replace(" ", "") == key and is_deed(name) for name in flag_names(trait))


def _predicate(after: Sequence[Piece]) -> bool | None:
    """What is said of a flag behind its name: "is approved", "not approved", "gone", ": yes"."""
    negated = False
    for at, piece in enumerate(after):
        if piece.key in NEGATORS - {"no", "none", "zero"}:
            negated = not negated
        elif piece.key in _AFFIRMED or (piece.means(Sense.OPTION) and not piece.key[0].isdigit() and _is_yes(piece) is True):
            return not negated if _is_complete(after, at) else None
        elif piece.key in _DENIED or _is_yes(piece) is False:
            return None if negated else False
        elif piece.key not in BEING and piece.key not in _BETWEEN and piece.key not in ("already", "now", "fully", "also"):
            return None
    return None


def _is_complete(after: Sequence[Piece], at: int) -> bool:
    """Whether a predicate ends where it should: "in place" and not "in question"."""
    following = after[at + 1].key if at + 1 < len(after) else ""
    wanted = {"in": ("place", "hand"), "set": ("", "aside", "for"), "signed": ("off",), "there": ("", "for", "and", "already", "now")}
    return following in wanted[after[at].key] if after[at].key in wanted else True


def _is_yes(piece: Piece) -> bool | None:
    """Whether a phrase is how people put a flag's yes (True) or its no (False)."""
    options = {meaning.option for meaning in piece.meanings if meaning.sense is Sense.OPTION}
    return True if options == {"yes"} else False if options == {"no"} else None


def _ends_flag(after: Sequence[Piece]) -> bool:
    return not after or bool(after[0].meanings or after[0].quantity) or after[0].key in _AFTER_FLAG


def _is_denied(before: Sequence[Piece]) -> bool:
    """Whether a "no" stands before a name with nothing but small words in between."""
    for piece in reversed(before):
        if piece.key in NEGATORS and not piece.meanings:
            return True
        if piece.meanings or not (piece.key in _BETWEEN or piece.key in HAVING or piece.key in USING):
            return False
    return False


def _is_had(before: Sequence[Piece], trait: Trait, words: int) -> bool:
    """Whether somebody has, does or is it: "has a budget", "it is a key initiative", "accepts cards"."""
    if not is_understood([each for each in before if each.key not in _BETWEEN], of=trait.id):
        return False
    verbs = [piece.key for piece in before if not piece.meanings]
    if any(key in HAVING or key in USING for key in verbs if key != "'s"):
        return "there" not in verbs or "is" in verbs or "'s" in verbs
    if any(key in BEING for key in verbs):
        return words > 1 or "there" in verbs
    return False


def _put_so(clause: Clause, position: int, meaning: Meaning) -> bool | None:
    """What a clause says of a flag by a phrase that stands for its yes or its no."""
    before = leads_in(clause, position)
    named = any(piece.means(Sense.NAME, meaning.trait) for piece in clause.pieces)
    single = clause.pieces[position].words == 1
    if not is_understood([each for each in before if each.key not in NEGATORS], of=meaning.trait):
        return None
    if single and not named and not (before and before[-1].key in BEING and position + 1 == len(clause.pieces)):
        return None
    if not named and not ends_well(clause, position + 1):
        return None
    negated = any(piece.key in NEGATORS and not piece.meanings for piece in before)
    says_yes = meaning.option == "yes"
    if negated:
        return False if says_yes else None
    return says_yes
