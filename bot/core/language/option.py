"""Option: what a clause says something is.

An option of a choice or a tag is taken next to its trait's name ("technology is low"), after a verb that says what
somebody is or uses ("they are a fintech", "on Snowflake"), or as an item of a list ("acme: fintech, us"). The more
everyday the word, the more it takes: "low" needs the name of its trait, "growth" a verb or company.
"""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from bot.core.language.amount import is_counted_in
from bot.core.language.away import names_residue
from bot.core.language.clause import BEING, BODIES, DOUBTS, HAVING, NEGATORS, USING, Clause, Mood, Piece
from bot.core.language.common import COMMON_WORDS, FUNCTION_WORDS
from bot.core.language.frame import (
    DETERMINERS,
    LINKS,
    REACH,
    ends_well,
    has_verb,
    is_owned,
    is_understood,
    key_at,
    leads_in,
)
from bot.core.language.ours import is_for_us
from bot.core.language.phrases import singular
from bot.core.language.reading import Claim
from bot.core.language.vocabulary import Meaning, Sense, Vocabulary, is_place, names_of
from bot.core.trait import Group, Kind, Trait

_SCALE_WORDS = frozenset({
    "low", "mid", "medium", "high", "small", "large", "big", "few", "many", "partial", "partly", "full", "fully",
    "known", "unknown", "good", "bad", "strong", "weak", "average", "open", "closed", "active", "inactive", "new",
    "old", "early", "late", "fast", "slow", "public", "private", "yes", "no", "unclear", "urgent", "light", "heavy",
    "standard", "basic", "advanced", "short", "long", "single", "multiple", "hot", "warm", "cold", "simple", "complex",
    "local", "regional", "national", "global", "direct", "indirect", "internal", "external", "manual", "regular",
    "daily", "weekly", "monthly", "yearly", "hourly",
})  # fmt: skip
"""Words that say nothing without the name of what they measure."""
_STEM = 4
"""Letters; two words that begin alike are taken for forms of one: decides and decision."""
_HAS_THE_SAY = frozenset({"makes", "make", "has", "have", "takes", "owns"})
_FINAL = frozenset({"final", "last", "buying", "purchase", "purchasing"})
_SAY = frozenset({"call", "say", "word", "decision", "decisions"})
_AFTER_VERB = frozenset({"", "off", "it", "this", "here", "alone", "at", "there", "everything", "for"})
_TITLES = frozenset({"ceo", "cfo", "cto", "coo", "cro", "cmo", "cio", "ciso", "cpo", "vp", "svp", "evp", "gm", "md"})
_TITLES_BEGIN = ("vpof", "svpof", "chief", "headof")
_TITLES_HOLD = ("director", "manager", "owner", "founder", "president", "officer", "principal", "proprietor")
_LEADS_ON = frozenset({"on", "to", "with", "at", "for", "of", "from", "up", "out"})
_SOLD = frozenset({"sell", "sells", "offer", "offers", "provide", "provides", "makes", "make", "selling", "resell"})
_DOING = frozenset({"at", "for", "into", "to"})
"""Behind a deed, whatever it is done to: "just looking at their website"."""
_IN_PART = frozenset({
    "team", "teams", "staff", "office", "offices", "side", "arm", "entity", "branch", "folks", "people", "reps",
    "market", "customers", "clients", "subsidiary", "division", "unit", "region", "guys", "crew", "group", "headcount",
    "business",
})  # fmt: skip
"""Behind a place: what somebody has there, who may be based elsewhere."""
_BEFORE_US = frozenset({"in", "the", "a", "an", "based"})


def options(clause: Clause, position: int, vocabulary: Vocabulary, heading: str | None) -> Iterator[Claim]:
    """What the phrase at a position says, if it names an option; `heading` is a trait named before a list."""
    trait, option = _chosen(clause, position, vocabulary, heading)
    if trait is None or option is None:
        return
    lead = [piece for piece in leads_in(clause, position) if piece.key not in NEGATORS | DOUBTS]
    named = heading == trait.id or _is_named(clause, position, trait)
    if is_for_us(clause.pieces[position + 1 :]) or is_counted_in(lead) or _is_where_counted(lead, trait):
        return
    if is_place(trait) and _is_where_used(lead, vocabulary):
        return
    fits, is_weak = (True, False) if named else _fits(clause, position, trait, lead)
    mood = clause.mood_without({clause.pieces[position].key})
    if not fits or Mood.ELSEWHERE in mood or not is_understood(lead, of=trait.id):
        return
    if Mood.NEGATES in mood:
        why = f"That says what it is not; {trait.label} needs what it is."
        yield Claim(trait.id, clause.place, why=why, is_open=True)
    elif Mood.DOUBTS in mood:
        yield Claim(trait.id, clause.place, why=f"{trait.option_label(option)!r} did not sound certain.")
    else:
        value: JsonValue = {"at_least": [option]} if trait.kind is Kind.TAGS else option
        yield Claim(trait.id, clause.place, value=value, is_weak=is_weak)


def _is_where_counted(lead: Sequence[Piece], trait: Trait) -> bool:
    """Whether a count stands on what follows: "65 people on payroll"."""
    is_tool = trait.group is Group.TECHNOGRAPHIC
    return (
        not is_tool
        and [piece.key for piece in lead[-1:]] == ["on"]
        and any(piece.quantity is not None for piece in lead)
    )


def _is_where_used(lead: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether a place is only where something is used: "hubspot in the us"."""
    options = (meaning for piece in lead for meaning in piece.meanings if _is_option(meaning, vocabulary))
    is_tool = any(vocabulary.traits[meaning.trait].group is Group.TECHNOGRAPHIC for meaning in options)
    return is_tool and any(piece.key in ("in", "for") for piece in lead)


def _chosen(
    clause: Clause, position: int, vocabulary: Vocabulary, heading: str | None
) -> tuple[Trait | None, str | None]:
    """The trait and the option that a phrase stands for, where it stands for one of one trait only."""
    meanings = [each for each in clause.pieces[position].meanings if _is_option(each, vocabulary)]
    if len({each.trait for each in meanings}) > 1:
        traits = {each.trait: vocabulary.traits[each.trait] for each in meanings}
        named = {key for key, trait in traits.items() if key == heading or _is_named(clause, position, trait)}
        meanings = [each for each in meanings if each.trait in named]
    found = {(each.trait, each.option) for each in meanings}
    if len(found) != 1:
        return None, None
    trait_id, option = found.pop()
    return vocabulary.traits[trait_id], option


def _is_option(meaning: Meaning, vocabulary: Vocabulary) -> bool:
    return meaning.sense is Sense.OPTION and vocabulary.traits[meaning.trait].kind is not Kind.FLAG


# --- next to the name of the trait ------------------------------------------------------------------------------------


def _is_named(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether the trait's name stands next to a phrase: "technology is low", "public cloud", "the cfo decides"."""
    if any(piece.means(Sense.NAME, trait.id) for piece in clause.pieces[position + 1 : position + 2]):
        return True
    if _does_what_it_is_named_for(clause, position, trait) or _is_called(clause, position, trait):
        return True
    if _has_the_say(clause, position, trait):
        return True
    for at in range(position - 1, max(-1, position - 2 - REACH), -1):
        piece = clause.pieces[at]
        if piece.means(Sense.NAME, trait.id):
            return True
        if piece.meanings or (piece.key not in LINKS and piece.key not in NEGATORS and piece.key not in USING):
            return False
    return False


def _is_called(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether a phrase is said to be the trait: "salesforce is their crm"."""
    if key_at(clause, position + 1) not in ("is", "are", "'s"):
        return False
    at = position + (3 if key_at(clause, position + 2) in DETERMINERS else 2)
    return any(piece.means(Sense.NAME, trait.id) for piece in clause.pieces[at : at + 1])


def _has_the_say(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether somebody has what the trait is about: "the cfo makes the final decision"."""
    if not _is_role(clause.pieces[position].key) or key_at(clause, position + 1) not in _HAS_THE_SAY:
        return False
    at = position + (3 if key_at(clause, position + 2) in DETERMINERS else 2)
    if any(piece.means(Sense.NAME, trait.id) for piece in clause.pieces[at : at + 1]):
        return True
    is_final = key_at(clause, at) in _FINAL
    noun = key_at(clause, at + is_final)
    is_say = noun[:_STEM] in _stems(trait) if len(noun) >= _STEM and not is_final else is_final and noun in _SAY
    return is_say and key_at(clause, at + is_final + 1) in _AFTER_VERB


def _does_what_it_is_named_for(clause: Clause, position: int, trait: Trait) -> bool:
    """Whether an option does what its trait is about: "the cfo decides" where the trait is the final decision."""
    at = position + 1
    if (key_at(clause, at), key_at(clause, at + 1)) == ("has", "to"):
        at += 2
    verb = key_at(clause, at)
    if len(verb) < _STEM or verb in FUNCTION_WORDS or key_at(clause, at + 1) not in _AFTER_VERB:
        return False
    return verb[:_STEM] in _stems(trait)


def _stems(trait: Trait) -> frozenset[str]:
    """How the words of a trait's names begin."""
    return frozenset(word[:_STEM] for name in names_of(trait) for word in name.split() if len(word) >= _STEM)


# --- after a verb, or in a list ---------------------------------------------------------------------------------------


def _fits(clause: Clause, position: int, trait: Trait, lead: Sequence[Piece]) -> tuple[bool, bool]:
    """Whether a phrase stands where its meaning can be taken, and whether that needs support from elsewhere."""
    piece = clause.pieces[position]
    is_deed = piece.key.endswith("ing") and key_at(clause, position + 1) in _DOING
    is_deed = is_deed or (trait.group is Group.TECHNOGRAPHIC and trait.kind is Kind.TAGS and not is_theirs(lead))
    is_deed = is_deed or names_residue(piece.key) or (is_place(trait) and key_at(clause, position + 1) in _IN_PART)
    if is_deed or not ends_well(clause, position + 1) or _counts_something_else(lead) or is_owned(lead):
        return False, False
    following = clause.pieces[position + 1 : position + 2]
    is_of_another = trait.group is Group.TECHNOGRAPHIC and any(_is_another(each, trait) for each in following)
    if is_of_another or any(_is_role(each.key) or _is_measured(each, trait) for each in following):
        return False, False
    if _is_role(piece.key) or (piece.key in BODIES and not _is_all_they_are(lead)):
        return False, False
    everyday = piece.words == 1 and _is_everyday(piece.key)
    if everyday and (piece.key in FUNCTION_WORDS or piece.key in _SCALE_WORDS):
        is_adrift = Mood.ADRIFT in clause.given and not clause.has_subject
        is_country = piece.key == "us" and _is_country(clause, position) and not is_adrift
        return is_country or (piece.key == "us" and not lead), not is_country
    adrift = Mood.ADRIFT in clause.given
    if has_verb(lead) and (clause.has_subject or not adrift):
        is_said = not everyday or (_says_what_it_is(lead, trait) and key_at(clause, position + 1) not in _LEADS_ON)
        return is_said and not _is_where_they_act(lead), False
    direct = bool(lead) and lead[-1].is_subject
    about = key_at(clause, position + 1) in _LEADS_ON and any(
        piece.is_subject for piece in clause.pieces[position + 2 : position + 3]
    )
    return not direct and not adrift and not about, everyday


def is_theirs(lead: Sequence[Piece]) -> bool:
    """Whether a tool is what they use and not what they sell: "they sell salesforce"."""
    return _SOLD.isdisjoint(piece.key for piece in lead)


def _is_another(piece: Piece, trait: Trait) -> bool:
    """Whether a phrase makes what stands before it what somebody deals in: "a hubspot agency"."""
    return piece.means(Sense.OPTION) and not piece.means(Sense.OPTION, trait.id)


def _is_measured(piece: Piece, trait: Trait) -> bool:
    """Whether a phrase only says of what part a measure is: "us revenue"."""
    return piece.means(Sense.NAME) and not piece.means(Sense.NAME, trait.id) and not piece.means(Sense.OPTION)


def _is_role(key: str) -> bool:
    """Whether a phrase is somebody's title: people are talked to and introduced, which says nothing of the account."""
    return key in _TITLES or key.startswith(_TITLES_BEGIN) or any(title in key for title in _TITLES_HOLD)


def _is_everyday(key: str) -> bool:
    """Whether a word turns up in any message; a word for what is done or was done counts as one, too."""
    return key in COMMON_WORDS or singular(key) in COMMON_WORDS or key.endswith(("ed", "ing"))


def _is_country(clause: Clause, position: int) -> bool:
    """Whether "us" is the country: "in the us", "us-based"."""
    return key_at(clause, position - 1) in _BEFORE_US or key_at(clause, position + 1) == "based"


def _counts_something_else(lead: Sequence[Piece]) -> bool:
    """Whether a number stands before a phrase without a unit that is known: "555% growth"."""
    return any(
        piece.quantity is not None and not any(after.meanings for after in lead[at + 1 : at + 2])
        for at, piece in enumerate(lead)
    )


def _is_all_they_are(lead: Sequence[Piece]) -> bool:
    """Whether "startup" is what they are said to be, and not just a word for the company."""
    return bool(lead) and all(not piece.meanings and piece.quantity is None for piece in lead) and has_verb(lead)


def _is_where_they_act(lead: Sequence[Piece]) -> bool:
    """Whether a place is where something is done and not where somebody is: "they sell in europe"."""
    words = {piece.key for piece in lead}
    return "in" in words and not words.isdisjoint(USING) and words.isdisjoint(BEING | HAVING)


def _says_what_it_is(lead: Sequence[Piece], trait: Trait) -> bool:
    verbs = {piece.key for piece in lead}
    if trait.kind is Kind.TAGS:
        return not verbs.isdisjoint(USING | HAVING | {"on", "in"})
    return not verbs.isdisjoint(BEING | {"in"})
