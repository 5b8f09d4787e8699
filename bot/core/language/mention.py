"""Mention: where a message may speak of an account.

`naming` says which account a name means; this says which words are a name. A name that stands in the text letter by
letter is found anywhere, unless it is an everyday word (there are companies called Every, Ready and Go): such a name
counts only where the wording has a place for a name. Words that nobody knows are a name only in such a place, too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from bot.core.language.common import COMMON_WORDS, FUNCTION_WORDS
from bot.core.language.cue import cue_words, mend
from bot.core.language.words import Word, fold
from bot.core.naming import Named

_LONGEST = 9
"""Words and marks; the longest name that is looked for in a text."""
_LEGAL = (" inc", " ltd", " llc", " gmbh", " corp", " co", " plc", " ag", " pbc", " bv", " sa")
_EDGES = " .,!?;:\"'"
AROUND_NAME = frozenset({
    "the", "a", "my", "our", "this", "that", "account", "company", "deal", "prospect", "customer", "guys", "folks",
    "team", "people", "'s", "opportunity", "opp", "lead", "again", "please", "one", "client",
})  # fmt: skip
"""Words around a name that are no part of it: "the acme deal"."""
_DETERMINERS = frozenset({
    "the", "a", "an", "this", "that", "my", "our", "your", "their", "its", "any", "some", "no", "each", "these",
    "those", "more", "set",
})  # fmt: skip
_LEADS_TO_NAME = frozenset({
    "to", "with", "from", "at", "about", "for", "of", "on", "is", "are", "does", "do", "has", "and", "chase",
})  # fmt: skip
_BEHIND_SUBJECT = frozenset({
    "is", "are", "was", "has", "have", "had", "does", "do", "did", "will", "would", "can", "could", "fits", "becomes",
})  # fmt: skip
_TELLS = frozenset({
    "learned", "said", "says", "told", "me", "us", "confirmed", "heard", "know", "note", "noted", "mentioned", "so",
})  # fmt: skip
"""Words before a "that" which joins: "so that acme is ...", "learned that acme runs on ..."."""
_QUOTES = frozenset("\"'“”‘’«»„`@")
_CALENDAR = frozenset({
    "may", "march", "april", "june", "august", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "i", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
_FOR = "4"
"""How people who type on a phone write "for" before a name."""
_GLUE = frozenset("&-.")
_ENDS_NAMES = frozenset({
    "group", "partners", "companies", "company", "business", "data", "content", "security", "market", "energy", "care",
    "story", "crowd", "time", "people", "guide", "guides", "paper", "compare", "benchmark", "record", "target",
    "summit", "resources", "capital", "contact", "profile", "media", "video", "logic", "path", "point", "route",
})  # fmt: skip
"""Words of requests that names end with as well."""
_BRINGS = frozenset({"add", "create", "new", "open", "register", "import", "called", "named"})
"""Words before the name of an account that is not there yet."""
_SHORTEST_PLAIN = 3
_SHORTEST_BEGINNING = 4
_LONGEST_BEGINNING = 2
_SHORTEST_PLURAL = 5


class Spoken(NamedTuple):
    """A known name that stands in a text."""

    start: int
    end: int
    is_everyday: bool
    """Whether it may just as well be an ordinary word."""
    is_sure: bool = False
    """Whether it cannot be anything but the name: several words, in quotes, or written like no other word around it."""


def known_names(names: Sequence[Named]) -> Mapping[str, str]:
    """Names by the form they are looked up in: without letter case, outer marks, brackets and legal forms."""
    known: dict[str, str] = {}
    for each in names:
        lower = each.name.casefold()
        known.setdefault(lower.strip(_EDGES), each.name)
        if "&" in lower:
            known.setdefault(lower.replace("&", "and").strip(_EDGES), each.name)
        if "(" in lower or lower.rstrip(".").endswith(_LEGAL) or not lower.isascii():
            for short in _short_forms(lower):
                known.setdefault(short, each.name)
    known.pop("", None)
    return known


def _short_forms(lower: str) -> Iterator[str]:
    folded = fold(lower)
    yield folded.strip(_EDGES)
    bare = folded.split(" (")[0].strip(_EDGES)
    yield bare
    ending = next((ending for ending in _LEGAL if bare.endswith(ending)), None)
    if ending:
        yield bare[: -len(ending)].strip(_EDGES)


def spoken_names(
    text: str, words: Sequence[Word], known: Mapping[str, str], is_phrase: Callable[[Sequence[Word]], bool]
) -> list[Spoken]:
    """Every known name that stands in a text, the longest where two overlap; `is_phrase` knows the pack's own words.

    The telling words that a longer name begins with stand for it: "kestrelmoor" for Kestrelmoor Billing.
    """
    found: list[Spoken] = []
    beginnings = _beginnings(known, {word.key for word in words})
    position = 0
    while position < len(words):
        end = _longest_name(text, words, position, known)
        if end is None:
            begun = _begun(text, words, position, beginnings, is_phrase)
            if begun is not None:
                found.append(Spoken(words[position].start, words[begun - 1].end, is_everyday=False))
            position = begun or position + 1
            continue
        spoken = _spoken(text, words[position:end], known, is_phrase)
        before = words[position - 1] if position else None
        counts = before is not None and before.is_number and before.key != _FOR and end - position == 1
        odd = _has_odd_neighbour(text, words, position, end, is_phrase) and not spoken.is_sure
        found.append(spoken._replace(is_everyday=True) if counts or odd else spoken)
        position = end
    return found


def _beginnings(known: Mapping[str, str], said: AbstractSet[str]) -> frozenset[str]:
    """What the names of several words begin with, the first word and the first two, where the first is said."""
    parts = (each.split() for each in known if " " in each and each.partition(" ")[0] in said)
    sizes = range(1, _LONGEST_BEGINNING + 1)
    return frozenset(" ".join(each[:size]) for each in parts for size in sizes if size < len(each))


def _begun(
    text: str,
    words: Sequence[Word],
    begin: int,
    beginnings: AbstractSet[str],
    is_phrase: Callable[[Sequence[Word]], bool],
) -> int | None:
    """The position after words that begin a longer name, where nothing goes on with another name."""
    for end in (begin + 2, begin + 1):
        said = words[begin:end]
        if end > len(words) or fold(text[said[0].start : said[-1].end]) not in beginnings:
            continue
        is_telling = any(len(each.key) >= _SHORTEST_BEGINNING and _is_odd(each, is_phrase) for each in said)
        if is_telling and not _goes_on(text, words, begin, end):
            return end
    return None


def _goes_on(text: str, words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether the words beside a beginning may belong to a name of its own: "Kestrelmoor Foods"."""
    before = words[begin - 1] if begin else None
    if before is not None and before.key.isalpha() and (before.key in _BRINGS or not _is_beside(before.key)):
        return True
    if end == len(words):
        return False
    after = words[end]
    if after.is_mark:
        return after.key in _GLUE and text[words[end - 1].end : after.start] == ""
    is_capital = text[after.start].isupper() and not text[after.start : after.end].isupper()
    return (is_capital and not text.isupper()) or not (after.is_number or _is_beside(after.key))


def _is_beside(key: str) -> bool:
    """Whether a word goes on with no name."""
    return key in FUNCTION_WORDS or key in _BEHIND_SUBJECT or (mend(key) in cue_words() and key not in _ENDS_NAMES)


def _has_odd_neighbour(
    text: str, words: Sequence[Word], begin: int, end: int, is_phrase: Callable[[Sequence[Word]], bool]
) -> bool:
    """Whether the words beside a name speak against it: "bright smiles" is not Bright, "the catch" not Catch."""
    after = words[end] if end < len(words) and not text[words[end - 1].end : words[end].start].strip() else None
    if after is not None and _is_odd(after, is_phrase):
        return True
    if not begin or text[words[begin - 1].end : words[begin].start].strip():
        return False
    before = words[begin - 1]
    is_told = begin > 1 and words[begin - 2].key in _TELLS
    is_joined = before.key == "that" and after is not None and (is_told or after.key in _BEHIND_SUBJECT)
    if before.key in _DETERMINERS and not is_joined and (after is None or after.key not in AROUND_NAME):
        return True
    return begin > 1 and _is_odd(before, is_phrase) and words[begin - 2].key in _LEADS_TO_NAME


def _is_odd(word: Word, is_phrase: Callable[[Sequence[Word]], bool]) -> bool:
    """Whether a word is neither an everyday word nor one of the pack's: it may be part of a longer name."""
    key = mend(word.key)
    return key.isalpha() and key not in COMMON_WORDS and key not in cue_words() and not is_phrase([word])


def lookup(text: str, known: Mapping[str, str]) -> str | None:
    """The known name that a text is, if it is one."""
    lower = " ".join(text.casefold().split()).strip(_EDGES)
    return known.get(lower) or (None if lower.isascii() else known.get(fold(lower)))


def _longest_name(text: str, words: Sequence[Word], begin: int, known: Mapping[str, str]) -> int | None:
    """The position after the longest name that begins at a position."""
    start = words[begin].start
    if words[begin].key in _EDGES:
        return None
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return None
    for end in range(min(begin + _LONGEST, len(words)), begin, -1):
        if words[end - 1].key in _EDGES:
            continue
        stop = words[end - 1].end
        goes_on = stop < len(text) and text[stop].isalnum() and text[stop - 1].isalnum()
        if not goes_on and lookup(text[start:stop], known):
            return end
    word = text[start : words[begin].end]
    is_plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and words[begin].key not in COMMON_WORDS
    return begin + 1 if is_plural and lookup(word[:-1], known) else None


def _spoken(
    text: str, words: Sequence[Word], known: Mapping[str, str], is_phrase: Callable[[Sequence[Word]], bool]
) -> Spoken:
    start, end = words[0].start, words[-1].end
    before = text[start - 1 : start]
    if before and before in _QUOTES and (before == "@" or text[end : end + 1] in _QUOTES):
        return Spoken(start, end, is_everyday=False, is_sure=True)
    if is_phrase(words):
        return Spoken(start, end, is_everyday=True)
    plain = [word.key for word in words if not word.is_mark]
    if len(plain) > 1 and not text[start:end].isalpha():
        telling = [key for key in plain if key not in FUNCTION_WORDS]
        is_small = not telling or (len(plain) > len(telling) * 2 and COMMON_WORDS.issuperset(telling))
        return Spoken(start, end, is_everyday=is_small, is_sure=not is_small)
    key = "".join(plain)
    is_plain = key in COMMON_WORDS or key.isdigit() or len(key) < _SHORTEST_PLAIN
    stands_out = _stands_out(text, start, end, known)
    return Spoken(start, end, is_everyday=is_plain and not stands_out, is_sure=stands_out and is_plain)


def _stands_out(text: str, start: int, end: int, known: Mapping[str, str]) -> bool:
    """Whether a word is written like the name, in capitals, where an ordinary word would not be."""
    said = text[start:end]
    name = lookup(said, known)
    if said != name or not said[0].isupper() or said.casefold() in _CALENDAR:
        return False
    before = text[:start].rstrip()
    if not before or before[-1] in ".!?:;\n":
        return False
    others = [word for word in (text[:start] + text[end:]).split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in others) * 2 < len(others)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence as cues see it: a plain word, or a whole name as `@`."""

    key: str
    start: int
    end: int


def tokens_of(words: Sequence[Word], spoken: Sequence[Spoken], mended: Callable[[str], str]) -> list[Token]:
    """The words of a sentence with names put into one, marks left out except for colons."""
    tokens: list[Token] = []
    for word in words:
        name = next((each for each in spoken if each.start <= word.start < each.end and not each.is_everyday), None)
        if name is not None:
            if not tokens or tokens[-1].start != name.start:
                if tokens and tokens[-1].key == _FOR:
                    tokens[-1] = Token("for", tokens[-1].start, tokens[-1].end)
                tokens.append(Token("@", name.start, name.end))
        elif not word.is_mark:
            tokens.append(Token(mended(word.key), word.start, word.end))
        elif word.key == ":":
            tokens.append(Token(":", word.start, word.end))
    return tokens
