"""Words in a question that the knowledge does not hold: passages near to it then speak of something else.

"What does Gong cost?" finds the own prices. A name (a word with a capital letter inside a sentence), a standard such as
ISO 27001, or any other telling word that stands nowhere in the pack is said to be missing, so that nobody takes the
passages for an answer. In doubt a word is not missing: what may be a slip, another form or jargon of sales is none.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.language.common import COMMON_WORDS
from bot.core.passage import Meaning, Passage
from bot.core.passage_words import is_small, stem, words
from bot.core.wording import listed

_WORD = re.compile(r"[^\W_][\w&'’-]*")
_PLAIN = re.compile(r"[^\W_]+(?:['’]+[^\W_]+)*")
"""A word as `passage_words.words` counts them."""
_STANDARD = re.compile(r"\b(?:iso|iec|nist|pci|fips|din)(?:[ /-](?:iec|dss|sp))?[ -]?\d[\d.-]*\d", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.!?:;\n]\s*|[\"“(]\s*)$")
_OWN = re.compile(r"['’]s$")
_TIMES = frozenset(each.casefold() for each in (*calendar.month_name, *calendar.day_name, *calendar.month_abbr, "Q"))
_THINGS = frozenset({"refund", "warranty", "mobil"})
"""Stems of jargon that is a thing of its own: what it stands for elsewhere does not answer for it."""
MOST = 3
_SHORTEST = 4
"""Letters of a word that is missing; a shorter one is short for something."""
_LONGEST = 1_000
"""Characters of a question that are looked at."""
_FORM = 5
"""Letters in which two forms of a word agree at the least."""
_LONG = 9
"""Letters of a word in which two slips are likely; in a shorter one it is one."""

_Found = tuple[int, int, str]
"""Where something stands in a question, from and to, and what is told of it."""


def held_words(passages: tuple[Passage, ...]) -> frozenset[str]:
    """The stems of all words that stand in passages."""
    return frozenset(word for each in passages for text in (each.title, each.text, each.about) for word in words(text))


def unmentioned(question: str, held: frozenset[str], meant: Sequence[Meaning] = ()) -> tuple[str, ...]:
    """The names and telling words in a question that stand nowhere in the knowledge, at most three, in their order.

    Args:
        question: in a person's words.
        held: the stems of all words of the knowledge.
        meant: what words of it stand for.
    """
    if question.isupper() or not held:
        return ()
    question = _beginning(question)
    found = (*_standards(question, held), *_names(question, held), *_telling(question, held, meant))
    told, end = dict[str, None](), 0
    for start, stop, text in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= end:
            told[text] = None
            end = stop
    return tuple(told)[:MOST]


def says_nothing_else(question: str, held: frozenset[str], meant: Sequence[Meaning] = ()) -> bool:
    """Whether nothing telling is left of a question without what the knowledge does not hold.

    Args:
        question: in a person's words, in which something is unmentioned.
        held: the stems of all words of the knowledge.
        meant: what words of it stand for.
    """
    covered = _covered(held, meant)
    asked = enumerate(words(_beginning(question)))
    return not any(at in covered or (not _is_empty(word) and _stands(word, held)) for at, word in asked)


def unmentioned_words(names: tuple[str, ...]) -> str | None:
    """That the knowledge does not hold these names; None where there are none."""
    return f"The knowledge does not mention {listed(names)}. What stands nearest, word for word:" if names else None


def _beginning(question: str) -> str:
    """What is looked at of a question, cut between words; a pasted letter is longer."""
    return question if len(question) <= _LONGEST else question[:_LONGEST].rpartition(" ")[0]


def _standards(question: str, held: frozenset[str]) -> Iterator[_Found]:
    for each in _STANDARD.finditer(question):
        if not held.issuperset(words(each[0])):
            yield each.start(), each.end(), each[0]


def _names(question: str, held: frozenset[str]) -> Iterator[_Found]:
    for each in _WORD.finditer(question):
        name = _OWN.sub("", each[0])
        if _is_name(each, question) and not held.issuperset(words(name)) and not _is_common(name):
            yield each.start(), each.end(), name


def _is_name(word: re.Match[str], question: str) -> bool:
    return word[0][0].isupper() and _SENTENCE.search(question[: word.start()]) is None


def _is_common(name: str) -> bool:
    lowered = name.casefold()
    return lowered in COMMON_WORDS or lowered in _TIMES or all(map(is_small, words(name)))


def _telling(question: str, held: frozenset[str], meant: Sequence[Meaning]) -> Iterator[_Found]:
    """The words that tell what a question is about and that the knowledge holds in no form."""
    covered = _covered(held, meant)
    for at, each in enumerate(_PLAIN.finditer(question)):
        said = _OWN.sub("", each[0])
        word = "".join(words(said))
        is_thing = word in _THINGS and word not in held
        is_open = at not in covered and said.isalpha() and len(said) >= _SHORTEST and not _is_empty(word)
        if is_thing or (is_open and not _stands(word, held)):
            yield each.start(), each.end(), said


def _covered(held: frozenset[str], meant: Sequence[Meaning]) -> frozenset[int]:
    """The positions of words that stand for something that the knowledge holds."""
    known = (each for each in meant if not held.isdisjoint(words(each.means)))
    return frozenset(at for each in known for at in range(each.at, each.at + each.length))


def _is_empty(word: str) -> bool:
    return is_small(word) or word in _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The stems of words that tell nothing."""
    return frozenset(word for each in (*COMMON_WORDS, *_TIMES) for word in words(each))


def _stands(word: str, held: frozenset[str]) -> bool:
    """Whether a stem stands in the knowledge: in some form, put together, or but for a slip behind its first letter."""
    begin = word[: max(_FORM, len(word) - 3)]
    if word in held or (len(begin) >= _FORM and any(each.startswith(begin) for each in held)):
        return True
    halves = ((word[:at], stem(word[at:])) for at in range(2, len(word) - 1))
    if any(all(half in held or is_small(half) for half in both) for both in halves):
        return True
    from rapidfuzz.distance import OSA

    slips = 2 if len(word) >= _LONG else 1
    near = (each for each in held if each[:1] == word[:1])
    return any(OSA.distance(word, each, score_cutoff=slips) <= slips for each in near)
