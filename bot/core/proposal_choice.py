"""Choice: which of several numbered proposals a person takes, by what they typed: `all`, `1,3`, `2-4`, `none`."""

import re

_ALL = frozenset({"all", "all of them", "everything", "yes", "y", "ok", "confirm", "confirm all", "take all"})
_NONE = frozenset({"none", "none of them", "nothing", "no", "n", "drop", "drop all", "0"})
_NUMBERS = re.compile(r"#?\d{1,3}(?:\s*(?:-|–|to)\s*#?\d{1,3})?(?:(?:\s*(?:,|;|&|\+|\band\b)\s*|\s+)(?=#?\d)|$)")
_BUT = re.compile(r"(?:all|everything)\s+(?:but|except|without)\s+(.+)")


def chosen_in(text: str, count: int) -> tuple[int, ...] | None:
    """The numbers that somebody chose, from 1 on; None where that cannot be told, or where there is no such number.

    Args:
        text: what they typed.
        count: how many proposals there are.
    """
    said = " ".join(text.casefold().split()).rstrip(".!")
    every = tuple(range(1, count + 1))
    if said in _ALL:
        return every
    if said in _NONE:
        return ()
    if but := _BUT.fullmatch(said):
        left_out = _numbers(but[1], count)
        return None if left_out is None else tuple(each for each in every if each not in left_out)
    return _numbers(said, count)


def _numbers(said: str, count: int) -> tuple[int, ...] | None:
    found: set[int] = set()
    at = 0
    while at < len(said):
        match = _NUMBERS.match(said, at)
        if match is None:
            return None
        ends = [int(each) for each in re.findall(r"\d+", match.group())]
        found |= set(range(ends[0], ends[-1] + 1)) or {0}
        at = match.end()
    return tuple(sorted(found)) if found and found <= set(range(1, count + 1)) else None
