"""Lines: notes cut into paragraphs, each with the heading that it stands under.

What stands in a list belongs to the line above the list: "Competitor:" or "Not in use:" says something about every
item. A paragraph is as long as the rules can read at once; a longer one is cut where a line or a sentence ends.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.core.language.words import LONGEST_TEXT

_ITEM = re.compile(r"[ \t]*(?:[-*+•‣▪◦·–—>]|\(?\d{1,2}[.)]|\[[ xX]?\])[ \t]+\S")
_TITLE = re.compile(r"[ \t]*#{1,6}[ \t]+\S|[ \t]*(?:\*\*|__|\*)[^*_\n]+(?:\*\*|__|\*):?[ \t]*$")
"""A heading of Markdown, or a line in bold."""
_MOST_HEADING = 80
"""Characters; a longer line is a sentence."""
_MARKS = " \t#*_:-–—>•="


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read together."""

    start: int
    """Where it begins in the notes."""
    text: str
    heading: str | None = None
    """The words above it, without marks."""


@dataclass(slots=True)
class _Cutter:
    """Where the cutting of notes has arrived."""

    title: str | None = None
    """The heading that holds until the next one of its kind."""
    heading: str | None = None
    """The line above a list; it holds as long as the list."""
    items: bool = False
    """Whether an item of that list was seen."""
    begin: int | None = None
    found: list[Paragraph] = field(default_factory=list)

    def close(self, text: str, end: int) -> None:
        """End the paragraph that is being read, if any."""
        if self.begin is not None:
            above = self.heading or self.title
            self.found += [Paragraph(at, text[at:to], above) for at, to in _fitting(text, self.begin, end)]
        self.begin = None


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of notes, in order."""
    cutter = _Cutter()
    lines = list(_lines(text))
    following = _following([text[start:end] for start, end in lines])
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if not line.strip():
            cutter.close(text, start)
            cutter.heading = None if cutter.items else cutter.heading
            continue
        if heading := _heading(line, following[number]):
            cutter.close(text, start)
            is_title = _TITLE.match(line) is not None
            cutter.title = heading if is_title else cutter.title
            cutter.heading, cutter.items = None if is_title else heading, False
            cutter.found.append(Paragraph(start, line))
            continue
        is_item = _ITEM.match(line) is not None or line[:1].isspace()
        if cutter.heading is not None and cutter.items and not is_item:
            cutter.close(text, start)
            cutter.heading = None
        cutter.items = cutter.items or is_item
        cutter.begin = start if cutter.begin is None else cutter.begin
    cutter.close(text, len(text))
    return cutter.found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _following(lines: Sequence[str]) -> list[str]:
    """For each line the next one that is not blank; nothing for the last."""
    found, following = [], ""
    for line in reversed(lines):
        found.append(following)
        following = line if line.strip() else following
    return found[::-1]


def _heading(line: str, following: str) -> str | None:
    """The words of a heading; None where a line is none."""
    words = line.strip(_MARKS)
    if not words or len(words) > _MOST_HEADING:
        return None
    if _TITLE.match(line) or (line.rstrip(" \t*_").endswith(":") and following):
        return words
    is_alone = _ITEM.match(line) is None and not line[:1].isspace() and words[-1] not in ".!?;,"
    return words if is_alone and _ITEM.match(following) else None


def _fitting(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts that can be read at once, cut where a line, a sentence or at least a word ends."""
    while end - begin > LONGEST_TEXT:
        window = text[begin : begin + LONGEST_TEXT]
        cut = next((at + len(mark) for mark in ("\n", ". ", " ") if (at := window.rfind(mark)) > 0), LONGEST_TEXT)
        yield begin, begin + cut
        begin += cut
    yield begin, end
