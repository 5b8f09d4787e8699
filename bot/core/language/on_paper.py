"""On paper: words that say that something holds in name only, is not meant, or was so at another place of work."""

from collections.abc import Sequence
from itertools import pairwise

_IN_NAME = frozenset({"theory", "paper", "sister", "subsidiary", "affiliate", "employer"})
_EARLIER = frozenset({"last", "previous", "old", "former", "other", "another", "earlier", "prior"})
_PLACES_OF_WORK = frozenset({"company", "companies", "job", "jobs", "role", "firm", "employer", "place", "gig"})
_TURNED = frozenset({
    ("anything", "but"), ("everything", "but"), ("nothing", "but"), ("yeah", "right"), ("or", "not"),
    ("no", "way"), ("just", "kidding"), ("just", "joking"),
})  # fmt: skip

_MOVED = frozenset({"moved", "relocated", "pulled", "went", "got", "move", "moving"})
"""What somebody did who is "out of" a place now."""


def is_away(words: Sequence[str]) -> bool:
    """Whether words say that something holds at another place of work, or only on paper."""
    is_earlier = any(one in _EARLIER and two in _PLACES_OF_WORK for one, two in pairwise(words))
    return is_earlier or not _IN_NAME.isdisjoint(words)


def is_turned(words: Sequence[str]) -> bool:
    """Whether words turn into its opposite what stands beside them: "anything but", "yeah right", "or not"."""
    pairs = {*pairwise(words)}
    is_moved = ("out", "of") in pairs and not _MOVED.isdisjoint(words)
    return is_moved or not _TURNED.isdisjoint(pairs)
