"""Names in a question that the knowledge does not hold: passages near to it then speak of something else.

"What does Gong cost?" finds the own prices. A name is a word with a capital letter inside a sentence; one that stands
nowhere in the pack is said to be missing, so that nobody takes the passages for an answer.
"""

import calendar
import re

from bot.core.language.common import COMMON_WORDS
from bot.core.passage import Passage
from bot.core.passage_words import is_small, words
from bot.core.wording import listed

_WORD = re.compile(r"[^\W_][\w&'’-]*")
_SENTENCE = re.compile(r"(?:^|[.!?:;\n]\s*|[\"“(]\s*)$")
_OWN = re.compile(r"['’]s$")
_TIMES = frozenset(each.casefold() for each in (*calendar.month_name, *calendar.day_name, *calendar.month_abbr, "Q"))
MOST = 3


def held_words(passages: tuple[Passage, ...]) -> frozenset[str]:
    """The stems of all words that stand in passages."""
    return frozenset(word for each in passages for text in (each.title, each.text, each.about) for word in words(text))


def unmentioned(question: str, held: frozenset[str]) -> tuple[str, ...]:
    """The names in a question that stand nowhere in the knowledge, at most three, in their order.

    Args:
        question: in a person's words.
        held: the stems of all words of the knowledge.
    """
    if question.isupper():
        return ()
    named = (_OWN.sub("", each[0]) for each in _WORD.finditer(question) if _is_name(each, question))
    missing = (name for name in named if not held.issuperset(words(name)) and not _is_common(name))
    return tuple(dict.fromkeys(missing))[:MOST]


def unmentioned_words(names: tuple[str, ...]) -> str | None:
    """That the knowledge does not hold these names; None where there are none."""
    return f"The knowledge does not mention {listed(names)}. What stands nearest, word for word:" if names else None


def _is_name(word: re.Match[str], question: str) -> bool:
    return word[0][0].isupper() and _SENTENCE.search(question[: word.start()]) is None


def _is_common(name: str) -> bool:
    lowered = name.casefold()
    return lowered in COMMON_WORDS or lowered in _TIMES or all(map(is_small, words(name)))
