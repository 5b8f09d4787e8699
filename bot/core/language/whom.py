"""Whom: whether a message that names no account may be taken to be about the one last talked about.

It may only where it gives no sign of anybody else. Every word has to be an everyday one (`everyday`), a number or the
pack's own; and nothing may stand where another name or another company would: behind "met", "add" or "the ceo of",
before "has" and "uses", before a colon, behind "my", "our" or "another". Whatever is left is unclear, and nothing that
is unclear is ever recorded.
"""

import re
from collections.abc import Collection, Sequence

from bot.core.language.bits import Bit, Part, bits_of, is_mark, key_of, passing, strange
from bot.core.language.clause import BEING, DOUBTS, HAVING, NEGATORS, USING
from bot.core.language.everyday import (
    ALONE,
    COMPANIES,
    DESCRIBED,
    FILLERS,
    HAS_OR_USES,
    HEADINGS,
    OF_THE_DEAL,
    ORDERS,
    OTHERS,
    PEOPLE,
    PRE_VERB,
    PREPOSITIONS,
    STARTS,
    TALKED,
    THINGS,
)
from bot.core.language.hearing import Hearing
from bot.core.language.words import Sentence, cut, sentences

_VERBS = BEING | HAVING | USING
_NOUN_VERBS = frozenset({
    "met", "phoned", "emailed", "mailed", "visited", "seen", "saw", "seeing", "pinged", "demoed", "called", "calling",
})  # fmt: skip
"""Verbs whose object is whoever was talked to, without a preposition."""
_SOMEBODY = frozenset({
    "they", "them", "he", "him", "she", "her", "it", "this", "that", "these", "those", "the", "their", "his", "its",
    "there", "us", "me", "you", "i", "we", "no", "not", "some", "as", "and", "but", "or", "so", "if", "what",
})  # fmt: skip
"""Words that may follow where somebody's name would stand, and speak of nobody new."""
_FIRST = frozenset({"we", "i", "you"})
_MINE = frozenset({"my", "our", "your", "ours", "mine", "yours"})
_WHICH_ONE = frozenset({"the", "this", "that", "their", "its"})
_ORDINALS = frozenset({"first", "second", "last", "next", "new", "old", "previous", "former", "same"})
_SOURCES = frozenset({"off", "it", "back", "told", "this", "that", "confirmation", "word"})
_ABOUT = frozenset({"re", "regarding", "concerning", "at"})
_FROM = frozenset({"from", "at", "with", "w"})
_ARTICLES = frozenset({"the", "their", "his", "her", "its", "this", "that"})
_SPEAKS = frozenset({"said", "says", "say", "told", "called", "replied", "mentioned", "thinks", "wants", "knows"})
_TOPICS = frozenset({"about", "on", "re", "for", "of", "regarding"})
_GROUPS = frozenset({"guys", "folks", "team", "deal", "inc", "account"})
_BRACKETS = frozenset("()[]{}*_\"'")
_TOWARDS = PREPOSITIONS - {"in", "by"}
_HEADED = frozenset({":", "="})
_RUMOR = frozenset({
    "rumor", "rumors", "rumour", "rumours", "hearsay", "gossip", "grapevine", "unconfirmed", "unverified", "allegedly",
    "rumored", "rumoured", "speculation",
})  # fmt: skip
_UNSURE = re.compile(
    r"\b(?:not (?:so |really |quite |too |entirely |100 % |100 )?(?:sure|certain|convinced) "
    r"(?:if |that |whether |about |of )?(?:that|it|this|any of it)\b"
    r"|(?:might|may|could) (?:well )?be (?:wrong|outdated|old|off|a lie)\b|do not quote me|grain of salt|pinch of salt"
    r"|(?:can|could) not confirm|(?:have|has) not (?:verified|confirmed|checked)|not (?:yet )?verified"
    r"|no idea (?:if|whether) (?:that|it|this)"
    r"|hard to believe|(?:just|only) (?:kidding|joking)|jk\b|i doubt (?:it|that|this)\b)"
)
_STARTS = (
    STARTS | ALONE | HEADINGS | THINGS | ORDERS | TALKED | PRE_VERB
    | _SOMEBODY | FILLERS | _VERBS | NEGATORS | DOUBTS | PREPOSITIONS | _MINE | _FIRST
)  # fmt: skip
"""Words that the statements of a rep begin with."""
_PERSON = frozenset({"he", "she"})
_LEADS = frozenset({"has", "have", "got", "runs", "manages", "leads", "'s"})
_BEFORE_ORDER = FILLERS | _FIRST | {"please", "to", "and", "can", "could", "go", "have", "am", "are", "then"}
_NEAR = 3


def is_about_nobody_else(hearing: Hearing, own: Collection[str]) -> bool:
    """Whether a message gives no sign of an account but the one last talked about.

    Args:
        hearing: the message; no account is named in it.
        own: the names of the account last talked about.
    """
    known = {word.key for name in own for word in cut(name)}
    if hearing.is_quoting or not all(_is_plain(hearing, sentence, known) for sentence in sentences(hearing.aside)):
        return False
    return all(
        _is_plain(hearing, sentence, known) and not _has_sign(bits_of(hearing, sentence))
        for sentence in sentences(hearing.words)
    )


def _is_plain(hearing: Hearing, sentence: Sentence, own: Collection[str]) -> bool:
    return not strange(hearing, bits_of(hearing, sentence), own)


# --- signs ------------------------------------------------------------------------------------------------------------


def _has_sign(bits: Sequence[Bit]) -> bool:
    """Whether anything in a sentence of everyday words stands for somebody else."""
    return any(check(bits, at) for at in range(len(bits)) for check in _SIGNS)


def _is_other(bits: Sequence[Bit], at: int) -> bool:
    """Another, someone, a third."""
    return bits[at].key in OTHERS


def _is_ours(bits: Sequence[Bit], at: int) -> bool:
    """What the rep's own company is, has or uses: "we have 30 reps", "our crm"."""
    if bits[at].key in _MINE:
        return key_of(bits, at + 1) not in OF_THE_DEAL
    verb = passing(bits, at + 1, FILLERS | PRE_VERB - _VERBS)
    if bits[at].key not in _FIRST or key_of(bits, verb) not in _VERBS:
        return False
    return key_of(bits, verb) != "got" or key_of(bits, verb + 1) not in _SOURCES


def _is_one_of_many(bits: Sequence[Bit], at: int) -> bool:
    """An account that is told apart from this one: "new lead", "the one from yesterday", "my old company"."""
    bit = bits[at]
    if bit.part is not Part.WORD:
        return False
    before, after = key_of(bits, at - 1), key_of(bits, at + 1)
    if bit.key in DESCRIBED:
        return before not in _WHICH_ONE or after in PREPOSITIONS | _FIRST
    near = {key_of(bits, at - back) for back in (1, 2)}
    return bit.key in COMPANIES and (not near.isdisjoint(_MINE | _ORDINALS | {"'s", "his", "her"}) or after in _FIRST)


def _is_addressed(bits: Sequence[Bit], at: int) -> bool:
    """Somebody who was met, or is to be added: "met snowflake", "create ready"."""
    bit, after = bits[at], passing(bits, at + 1, FILLERS)
    if bit.key in ORDERS and (is_mark(bits, at - 1) or key_of(bits, at - 1) in _BEFORE_ORDER):
        return not (_is_nobody(bits, after) or bits[after].part is Part.TRAIT)
    is_met = bit.key in _NOUN_VERBS or (bit.key == "about" and key_of(bits, at - 1) in ("what", "how"))
    return is_met and not _is_nobody(bits, after)


def _is_from(bits: Sequence[Bit], at: int) -> bool:
    """Somebody behind a preposition: "back from ready", "re snowflake"."""
    after = passing(bits, at + 1, FILLERS)
    if bits[at].part is not Part.WORD or _is_nobody(bits, after):
        return False
    if bits[after].part is Part.OPTION:
        return bits[at].key in _ABOUT
    return bits[at].key in _FROM and bits[after].part is Part.WORD and bits[after].key not in STARTS


def _is_of(bits: Sequence[Bit], at: int) -> bool:
    """Somebody whom a talk was with, or whose people speak: "call with ready", "the ceo of snowflake"."""
    before = passing(bits, at + 1, FILLERS)
    is_person = bits[at].key in TALKED | PEOPLE or bits[at].part is Part.ROLE
    if not is_person or key_of(bits, before) not in _TOWARDS:
        return False
    target = passing(bits, before, PREPOSITIONS | FILLERS)
    return not (_is_nobody(bits, target) or (key_of(bits, target - 1) in _TOPICS and bits[target].part is Part.TRAIT))


def _is_nobody(bits: Sequence[Bit], at: int) -> bool:
    """Whether what stands where a name might is none: a pronoun, a role, a thing, a number, or nothing at all."""
    at = passing(bits, at, _ARTICLES)
    if is_mark(bits, at) or bits[at].part in (Part.NUMBER, Part.ROLE, Part.NAME):
        return True
    if bits[at].part is Part.TRAIT:
        return key_of(bits, at - 1) in _ARTICLES
    known = _SOMEBODY | THINGS | PREPOSITIONS
    return bits[at].key in (known | COMPANIES | DESCRIBED | _ORDINALS if key_of(bits, at - 1) in _ARTICLES else known)


def _is_headed(bits: Sequence[Bit], at: int) -> bool:
    """Words before a colon that are neither a trait nor a heading: "snowflake: 120 people"."""
    if bits[at].key not in _HEADED or is_mark(bits, at - 1):
        return False
    before = bits[at - 1]
    return before.part is Part.OPTION or (before.part is Part.WORD and before.key not in HEADINGS)


def _is_subject(bits: Sequence[Bit], at: int) -> bool:
    """Whoever has or uses something and is no pronoun: "ready has 120 people", "snowflake's cfo"."""
    if is_mark(bits, at - 1):
        return False
    before = bits[at - 1]
    if before.part is Part.TRAIT and bits[at].key in _SPEAKS:
        return True
    if before.part is Part.OPTION and bits[at].key in HAS_OR_USES | _SPEAKS | _GROUPS | {"'s"}:
        return True
    is_first = bits[at].key in BEING - _HEADED and is_mark(bits, at - 2)
    if before.part is not Part.WORD or not (bits[at].key in HAS_OR_USES | _SPEAKS or is_first):
        return False
    return before.key not in PRE_VERB | (THINGS if is_first else PEOPLE | TALKED)


def _is_odd_start(bits: Sequence[Bit], at: int) -> bool:
    """A first word that no statement about the account begins with: "ready, 120 people", "*snowflake* 120 people"."""
    if is_mark(bits, at) or not all(is_mark(bits, before) for before in range(at)):
        return False
    bit, is_alone = bits[at], is_mark(bits, at + 1)
    if bit.part is Part.OPTION:
        return is_alone and key_of(bits, at - 1) in _BRACKETS and key_of(bits, at + 1) in _BRACKETS
    if bit.part is not Part.WORD:
        return False
    return bit.key not in (ALONE | _SOMEBODY if is_alone else _STARTS)


def _is_corrected(bits: Sequence[Bit], at: int) -> bool:
    """Words that take back whom the talk is about: "not them", "i meant ..."."""
    if bits[at].key in ("mean", "meant"):
        return key_of(bits, at - 1) in _FIRST
    return bits[at].key == "not" and key_of(bits, at + 1) in ("them", "this", "these", "those")


def _is_person(bits: Sequence[Bit], at: int) -> bool:
    """A person who has so many of something: "she has 30 people"."""
    if bits[at].key not in _PERSON or key_of(bits, at + 1) not in _LEADS:
        return False
    return any(bit.part is Part.NUMBER for bit in bits[at + 2 : at + 2 + _NEAR])


_SIGNS = (
    _is_other, _is_ours, _is_one_of_many, _is_addressed, _is_from, _is_of, _is_headed, _is_subject, _is_odd_start,
    _is_corrected, _is_person,
)  # fmt: skip


# --- hearsay ----------------------------------------------------------------------------------------------------------


def is_hearsay(hearing: Hearing) -> bool:
    """Whether a message says of itself that nobody has confirmed it ("rumor: ...") or that it may be wrong."""
    said = " ".join(word.key for word in hearing.words)
    return any(word.key in _RUMOR for word in hearing.words) or _UNSURE.search(said) is not None
