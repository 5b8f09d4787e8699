"""Words of a text as a search compares them: without case, signs, and the endings that tell no two things apart."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'\N{RIGHT SINGLE QUOTATION MARK}")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", "e"), ("s", ""))
_SINGULAR = ("ss", "us", "is")
"""What ends so is no plural."""
_SHORTEST = 3
"""Letters of a stem at the least."""
_DOUBLED = frozenset("bdgmnprt")
"""Letters that are doubled before an ending: plan, planning."""
_SMALL = """
a about also an and any anything are arent as at be been but by can cannot cant could couldnt did didnt do does
doesnt dont for from get give got guy had has hasnt have havent he her here hes him his how hows i id if im in into
is isnt it its ive just lets me my need no of off ok okay on or our out people please pls ppl really said say she
shes should shouldnt so some somebody someone something stuff tell than that thats the their them then there theres
these they theyd theyre thing this those through to too up us very w want wants was wasnt we were werent weve what
whats when where which who whom whos whose why will with wont would wouldnt yes you your youre
"""
"""Words that say little by themselves."""


def words(text: str) -> list[str]:
    """The stems of all words of a text, in their order."""
    return [stem(word) for word in _WORD.findall(text.translate(_APOSTROPHES).casefold())]


def is_small(word: str) -> bool:
    """Whether a stem says little by itself, as `the` and `what`."""
    return word in _SMALL_STEMS


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the endings of English: pricing, prices and price become one."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and _may_lose(word, ending):
            word = word[: -len(ending)] + instead
            break
    if len(word) > _SHORTEST and word.endswith("e"):
        return word[:-1]
    if len(word) > _SHORTEST + 1 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    return word


def _may_lose(word: str, ending: str) -> bool:
    return ending != "s" or not word.endswith(_SINGULAR)


_SMALL_STEMS = frozenset(stem(word) for word in _SMALL.split())
