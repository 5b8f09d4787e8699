"""Rows: CSV and JSON-lines files, read row by row with the number of the line each row begins on.

A row that cannot be read is reported in its place and the others still come; only a file that is wrong as a whole (not
there, in another encoding, without a header) is refused. Nothing is decoded on suspicion: a file is UTF-8, with or
without a byte order mark, or its first wrong line is named.
"""

import codecs
import csv
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from bot.core.errors import FileRefused, LineRefused
from bot.core.line import LONGEST_LINE, read_json
from bot.core.row import RefusedRow, Row
from bot.ports import Rows

_JSON_SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})
_DELIMITERS = (",", ";", "\t", "|")
_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_BLOCK = 1 << 20
_UNDECODED = re.compile("[\udc80-\udcff]")
_LONGEST = 4 * LONGEST_LINE + 4
"""Bytes that are read of a line: more than the longest that is taken."""


def open_rows(path: Path) -> Rows:
    """A file of rows: JSON lines by its suffix or its first character, else CSV.

    Raises:
        FileRefused: the file is not there, in another encoding, a JSON array, or a CSV file without a header.
    """
    with _opened(path) as file:
        start = file.read(_BLOCK).removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    if path.suffix.lower() not in _JSON_SUFFIXES and start != b"{":
        return CsvRows(path)
    if start == b"[":
        raise FileRefused(f"{path} is a JSON array; write one object a line instead, without the brackets around them.")
    return JsonRows(path)


def count_lines(path: Path) -> int:
    """How many lines a file has, as a measure of progress; rows may span several.

    Raises:
        FileRefused: the file cannot be read.
    """
    with _opened(path) as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b"")) + 1


class JsonRows:
    """A file with one JSON object a line."""

    columns = None

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.name

    def __iter__(self) -> Iterator[Row | RefusedRow]:
        for number, line in numbered_lines(self._path):
            yield _json_row(number, line)


def numbered_lines(path: Path | None) -> Iterator[tuple[int, str]]:
    """The lines of a file, or of standard input, that are not blank, with their numbers from 1.

    What is not UTF-8 is handed on in a form that `line` refuses, so that it is the fault of its own line only; so is
    what is longer than any line may be.

    Raises:
        FileRefused: the file is not there, cannot be read, or is in another encoding as a whole.
    """
    if path is None:
        yield from _lines(sys.stdin.buffer)
        return
    with _opened(path) as file:
        yield from _lines(file)


def _lines(file: BinaryIO) -> Iterator[tuple[int, str]]:
    number = 0
    while line := file.readline(_LONGEST):
        number += 1
        text = line.removeprefix(codecs.BOM_UTF8 if number == 1 else b"").decode(errors="surrogateescape")
        if text.strip():
            yield number, text.rstrip("\r\n")
        while len(line) == _LONGEST and not line.endswith(b"\n"):
            line = file.readline(_LONGEST)


def _json_row(number: int, line: str) -> Row | RefusedRow:
    try:
        fields = read_json(line)
    except LineRefused as refused:
        return RefusedRow(number, str(refused))
    if not isinstance(fields, dict):
        return RefusedRow(number, "a line is one JSON object")
    return Row(number, fields)


class CsvRows:
    """A table with a header; its delimiter is the one that cuts the header into the most columns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.name
        self._delimiter = ","
        with _text(path, newline="") as file:
            self._delimiter = _delimiter(next((line for line in file if line.strip()), ""))
        with _text(path, newline="") as file:
            header = next(self._records(file), None)
        self.columns = self._checked(header)

    def __iter__(self) -> Iterator[Row | RefusedRow]:
        with _text(self._path, newline="") as file:
            records = self._records(file)
            next(records, None)
            for record in records:
                yield record if isinstance(record, RefusedRow) else self._row(*record)

    def _checked(self, header: tuple[int, list[str]] | RefusedRow | None) -> tuple[str, ...]:
        if header is None:
            raise FileRefused(f"{self._path} is empty; its first line must name the columns.")
        if isinstance(header, RefusedRow):
            raise FileRefused(f"{self._path}:{header.line}: the header cannot be read: {header.why}.")
        line, cells = header
        if any("\0" in cell for cell in cells):
            raise FileRefused(
                f"{self._path}:{line}: the header holds NUL bytes, as UTF-16 does; save the file as UTF-8."
            )
        return tuple(cell.strip() for cell in cells)

    def _records(self, file: TextIO) -> Iterator[tuple[int, list[str]] | RefusedRow]:
        """The records that are not blank, each with the line it begins on."""
        reader = csv.reader(file, delimiter=self._delimiter, strict=True)
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as wrong:
                yield RefusedRow(line, _explained(wrong, line, reader.line_num))
            else:
                if any(cell.strip() for cell in cells):
                    yield line, cells

    def _row(self, line: int, cells: Sequence[str]) -> Row | RefusedRow:
        if len(cells) != len(self.columns):
            return RefusedRow(line, f"the row has {len(cells)} fields, and the header has {len(self.columns)}")
        if any("\0" in cell for cell in cells):
            return RefusedRow(line, "the row holds a NUL byte")
        return Row(line, dict(zip(self.columns, cells, strict=True)))


def _delimiter(header: str) -> str:
    short = header[: csv.field_size_limit()]
    return max(_DELIMITERS, key=lambda delimiter: len(next(csv.reader([short], delimiter=delimiter), [])))


def _explained(wrong: csv.Error, first: int, last: int) -> str:
    said = str(wrong)
    if "end of data" in said or "field larger" in said:
        return f"a quote is opened and never closed, or a field is endless; lines {first} to {last} were not read"
    return f"the quotes are wrong ({said})"


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A file as bytes, once it is clear that it is one and in no other encoding."""
    if path.exists() and not path.is_file():
        raise FileRefused(f"{path} is no regular file; name a CSV or JSON-lines file.")
    try:
        with path.open("rb") as file:
            start = file.read(4)
            for mark, name in _OTHER_ENCODINGS.items():
                if start.startswith(mark):
                    raise FileRefused(f"{path} is {name}; save it as UTF-8 and try again.")
            file.seek(0)
            yield file
    except OSError as wrong:
        raise FileRefused(f"{path} cannot be read: {os.strerror(wrong.errno or 0)}.") from wrong


@contextmanager
def _text(path: Path, newline: str) -> Iterator[TextIO]:
    """A file as text; a byte that is not UTF-8 is refused with its line."""
    with _opened(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline=newline)
        try:
            yield text
        except UnicodeDecodeError as wrong:
            file.seek(0)
            raise _not_utf8(path, file) from wrong
        finally:
            text.detach()


def _not_utf8(path: Path, file: BinaryIO) -> FileRefused:
    """The error for a file in another encoding; a line feed is never a part of a character, so lines decode apart."""
    marked = ((number, line.decode(errors="surrogateescape")) for number, line in enumerate(file, start=1))
    number, byte = next((number, bad) for number, line in marked for bad in _UNDECODED.findall(line))
    byte = ord(byte) - 0xDC00
    return FileRefused(f"{path}:{number}: byte 0x{byte:02X} is not UTF-8; save the file as UTF-8 and try again.")
