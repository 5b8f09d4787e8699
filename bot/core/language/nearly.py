"""Nearly: the options that a few words may mean, though none is said as it is called.

"Forecast" is a word of "A forecast that holds", and "consultants" of "Agency or consultancy". Every telling word has
to be one of the same name of an option, give or take its ending. That is no answer yet, but worth a question back.
"""

from collections.abc import Sequence

from bot.core.language.clause import NEGATORS
from bot.core.language.common import FUNCTION_WORDS
from bot.core.language.frame import UNDERSTOOD
from bot.core.language.phrases import singular
from bot.core.language.reply import TURNING
from bot.core.language.words import cut, keys
from bot.core.trait import Trait

_SHORTEST, _ENDING = 5, 4
"""Letters that two forms of one word share at least, and by which they differ at most."""


def nearly(text: str, trait: Trait) -> tuple[str, ...]:
    """The options of a trait of which one name holds every telling word of a text, in the order of the pack."""
    names = {option: [keys(cut(name)) for name in _names(trait, option)] for option in trait.option_ids}
    used = frozenset(word for each in names.values() for name in each for word in name)
    alone = frozenset(name[0] for each in names.values() for name in each if len(name) == 1)
    said = keys(cut(text))
    if not TURNING.isdisjoint(word for word in said if word not in used):
        return ()
    small = FUNCTION_WORDS | (UNDERSTOOD - used)
    plain, denied = ([word for word in half if word in alone or word not in small] for half in _halves(said))
    if not plain and not denied:
        return ()
    return tuple(option for option, each in names.items() if any(_holds(name, plain, denied) for name in each))


def _halves(said: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Words before a "no" or a "not" and words behind it."""
    at = next((at for at, word in enumerate(said) if word in NEGATORS), len(said))
    return said[:at], said[at + 1 :]


def _names(trait: Trait, option: str) -> tuple[str, ...]:
    known = trait.options.get(option)
    return (trait.option_label(option), *(known.also if known else ()))


def _holds(name: Sequence[str], plain: Sequence[str], denied: Sequence[str]) -> bool:
    """Whether a name says what words say, and denies what they deny."""
    halves = zip(_halves(name), (plain, denied), strict=True)
    return all(any(_is_form(word, other) for other in half) for half, words in halves for word in words)


def _is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one: consultants and consultancy."""
    one, two = sorted((singular(word), singular(other)), key=len)
    if one == two:
        return True
    shared = next((at for at, letter in enumerate(one) if letter != two[at]), len(one))
    return shared >= max(_SHORTEST, len(one) - 2) and len(two) - shared <= _ENDING
