"""Block: a paragraph, a list item or a heading of a source.

A line break is a break only where the text is not wrapped there, or where the line after it begins as the lines of a
passage do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.grounding_words import HEADINGS, LABELS

_OPEN = r"Made for [^.:\n]{1,60}|(?:Primary|Secondary|Negative) ICP[^.:\n]{0,60}"
STRUCTURE = re.compile(rf"(?:{'|'.join(LABELS)}|{_OPEN}): |Validated on \d|Not validated by ")
"""What a line begins with that is no part of a paragraph."""
LABEL = re.compile(r"(?P<label>[^\W\d_][^.:!?;,\n]{0,48}):\s+(?=\S)")
"""What stands before a colon at the beginning of a sentence."""
_WIDEST_WRAP = 160
"""Characters of a line; a text with longer lines is not wrapped."""
_LONGEST_HEADING = 60
_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_NO_PROSE = re.compile(r"\s*\|")
_QUOTED = re.compile(r"\s*>")
_UNSAID = re.compile(r"<!--.*?(?:-->|\Z)|~~.*?~~|<(del|s|strike)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
"""What stands in a text and is not said: comments, and what is struck out."""
_GAP = " < "
"""What is left in its place: no sentence that holds it is ever shown."""
_END = re.compile(r"[.!?…]+[\"'”’)\]]*$")
_OPENING = "*\"'“‘(["
_MONEY = frozenset("$€£")
_ABOVE = HEADINGS | {"What disqualifies at once"}
_EMPHASIS = re.compile(r"(?<!\w)([*_])(\w|\w[^*_]*\S)\1(?!\w)")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together."""

    text: str
    is_item: bool = False
    is_heading: bool = False


def plain(text: str) -> str:
    """A text on one line, without marks for bold letters."""
    return " ".join(_EMPHASIS.sub(r"\2", text.replace("**", "")).split())


def blocks_of(text: str) -> Iterator[Block]:
    """The lines of a text put together where they are one paragraph."""
    lines = list(_prose(_UNSAID.sub(_GAP, text)))
    width = max((len(line) for line in lines), default=0)
    held: list[str] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        is_lone = following == "" and not held and any(lines[at + 1 :])
        is_heading = line != "" and (_is_heading(line, following, width) or (is_lone and _is_lone_heading(line)))
        if held and (_breaks(held[-1], line, width) or (is_heading and _END.search(held[-1]))):
            yield _block(held)
            held = []
        if not line:
            continue
        if is_heading and not held:
            yield Block(plain(line.lstrip("# ")), is_heading=True)
            continue
        held.append(line)
    if held:
        yield _block(held)


def _block(lines: Sequence[str]) -> Block:
    bullet = _BULLET.match(lines[0])
    first = lines[0][bullet.end() :] if bullet else lines[0]
    return Block(plain(" ".join([first, *lines[1:]])), is_item=bullet is not None)


def _prose(text: str) -> Iterator[str]:
    """The lines of a text; what stands in a table, in a block of code or in somebody else's words is left out."""
    fenced = quoted = False
    for line in text.splitlines():
        is_fence = _FENCE.match(line) is not None
        fenced ^= is_fence
        quoted = line.strip() != "" and (quoted or _QUOTED.match(line) is not None)
        yield "" if fenced or is_fence or quoted or _NO_PROSE.match(line) else line.strip()


def _breaks(before: str, line: str, width: int) -> bool:
    """Whether a line begins something new."""
    if not line or line in _ABOVE or line.startswith("#") or _BULLET.match(line) or STRUCTURE.match(line):
        return True
    if not _has_room(before, line, width):
        return False
    return _END.search(before) is not None or (LABEL.match(before) is not None and LABEL.match(line) is not None)


def _has_room(before: str, line: str, width: int) -> bool:
    """Whether the next word would have had a place on the line before, so that the text is not wrapped there."""
    return width > _WIDEST_WRAP or len(before) + 1 + len(line.split(maxsplit=1)[0]) <= width


def _is_lone_heading(line: str) -> bool:
    """Whether a line that is a paragraph by itself is one without a sentence in it."""
    is_plain = len(line) <= _LONGEST_HEADING and _BULLET.match(line) is None and STRUCTURE.match(line) is None
    return is_plain and _END.search(line) is None and not line.endswith((",", ";", ":"))


def _is_heading(line: str, following: str, width: int) -> bool:
    if line in _ABOVE or line.startswith("#"):
        return True
    if not following or len(line) > _LONGEST_HEADING or _END.search(line) or line.endswith((",", ";", ":")):
        return False
    first = following.lstrip(_OPENING)[:1]
    starts_anew = first.isupper() or first.isdigit() or first in _MONEY or _BULLET.match(following) is not None
    is_plain = _BULLET.match(line) is None and LABEL.match(line) is None
    return is_plain and starts_anew and STRUCTURE.match(following) is None and _has_room(line, following, width)
