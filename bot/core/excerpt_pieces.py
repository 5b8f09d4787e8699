"""Piece: a sentence, a list item, a row of a table or a heading of a passage, which is shown whole or not at all.

A row reads without its table: `Seat: $75 per month`; where it has more than two cells, each says of what it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.core.grounding_blocks import STRUCTURE, Block, blocks_of, plain

_TABLE = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"[\s|:-]+$")
_CELL = re.compile(r"(?<!\\)\|")
_ABOUT = re.compile(r"(?:Also called|Format|For|Stages|Channel|Made for [^.:\n]{1,60}): ")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"“'(\[$€£]?[^\W_a-z])")
_SHORTENED = re.compile(r"(?:^|[\s(])(?:e\.g|i\.e|etc|vs|No|Inc|Ltd|Corp|Dr|Mr|Mrs|Ms|St|approx|[A-Z])\.$")
_ENDS = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_LONGEST_HEADING = 60
_COLUMNS = 2
"""Cells of a row that need no word of what they are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage that is not cut."""

    text: str
    block: int
    """Pieces of one paragraph have the same number."""
    is_item: bool = False
    is_heading: bool = False
    heading: int | None = None
    """The place of the heading above it."""
    above: str = ""
    """The words of that heading and, for a row of a table, of its columns."""

    @property
    def name(self) -> str:
        """What it is about, where it begins with that: the words before a colon."""
        name, colon, _ = self.text.partition(": ")
        return name if colon and len(name) <= _LONGEST_HEADING else ""

    @property
    def is_label(self) -> bool:
        """Whether it is a line that stands by itself, as an objection with its answer."""
        return STRUCTURE.match(self.text) is not None

    @property
    def is_about(self) -> bool:
        """Whether it says what the passage is and for whom, and nothing to a question."""
        return _ABOUT.match(self.text) is not None


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a passage's text, in its order."""
    found: list[Piece] = []
    heading: int | None = None
    for number, (block, columns) in enumerate(_blocks(text)):
        if block.is_heading:
            heading = len(found)
            found.append(Piece(block.text, number, is_heading=True))
            continue
        above = " ".join((found[heading].text, columns) if heading is not None else (columns,))
        said = [block.text] if block.is_item or STRUCTURE.match(block.text) else _sentences(block.text)
        found += (Piece(each, number, is_item=block.is_item, heading=heading, above=above) for each in said)
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[Block, str]]:
    """Paragraphs, items and rows, each with the names of its columns."""
    runs = [(is_table, list(lines)) for is_table, lines in groupby(text.splitlines(), _is_row)]
    for at, (is_table, lines) in enumerate(runs):
        if is_table:
            yield from _rows(lines)
            continue
        blocks = list(blocks_of("\n".join(lines)))
        if blocks and at + 1 < len(runs) and _is_title(blocks[-1].text):
            blocks[-1] = replace(blocks[-1], is_heading=True, is_item=False)
        yield from ((block, "") for block in blocks if block.text)


def _is_row(line: str) -> bool:
    return _TABLE.match(line) is not None


def _is_title(text: str) -> bool:
    """Whether what stands right above a table is its title."""
    return len(text) <= _LONGEST_HEADING and _ENDS.search(text) is None


def _rows(lines: Sequence[str]) -> Iterator[tuple[Block, str]]:
    rows = [_cells(line) for line in lines if not _RULE.match(line)]
    has_names = len(lines) > 1 and _RULE.match(lines[1]) is not None
    names = rows[0] if has_names and rows else []
    for cells in rows[1:] if len(rows) > 1 and has_names else rows:
        first, *others = cells
        told = [_told(cell, names[at] if at < len(names) else "", len(cells)) for at, cell in enumerate(others, 1)]
        values = ", ".join(each for each in told if each)
        row = ": ".join(each for each in (first, values) if each)
        if row:
            yield Block(row, is_item=True), " ".join(names)


def _told(cell: str, name: str, columns: int) -> str:
    return f"{cell} ({name})" if cell and name and columns > _COLUMNS else cell


def _cells(line: str) -> list[str]:
    return [plain(cell.replace("\\|", "|")) for cell in _CELL.split(line.strip()[1:-1])]


def _sentences(text: str) -> list[str]:
    """The sentences of a paragraph; in doubt two are one."""
    begin, found = 0, []
    for each in _STOP.finditer(text):
        said = text[begin : each.end()].rstrip()
        if _SHORTENED.search(said) is None and said.count("(") <= said.count(")"):
            found.append(said)
            begin = each.end()
    return [*found, text[begin:]] if text[begin:] else found
