"""Gaps as CSV: whole, and never a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.views.gap_csv import COLUMNS, gap_csv, safe_cell
from bot.core.gap import Gap, GapEvent, GapKind, Happened, closed, replayed
from bot.core.gap_worth import ValuedGap, Worth
from tests.small import NOW, person

SIGNS = "=+-@\t\r＝＋－＠"
HOSTILE = st.text() | st.builds(
    "".join, st.tuples(st.text(" \u200b\ufeff\x00\n\t", max_size=3), st.sampled_from(SIGNS), st.text(max_size=5))
)


def read(text: str) -> list[list[str]]:
    """What a program reads of it."""
    return list(csv.reader(io.StringIO(text, newline="")))


def gap(what: str, quote: str | None = None) -> Gap:
    """A gap with these words."""
    return Gap(id=1, kind=GapKind.CONTENT, what=what, quote=quote, source=person(), at=NOW)


@given(HOSTILE)
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever was written, no cell begins with a sign that a spreadsheet takes for a formula, even behind blanks."""
    cell = safe_cell(text)

    assert not cell.startswith(tuple(SIGNS))
    assert not cell.strip().lstrip("\u200b\ufeff").startswith(tuple(SIGNS))
    assert cell in (text, f"'{text}") or any(ord(each) < 32 or 127 <= ord(each) < 160 for each in text)


@given(HOSTILE.filter(lambda text: text.strip() != ""), HOSTILE, HOSTILE)
def test_a_row_is_a_row(what: str, account: str, quote: str) -> None:
    """Separators, quotes and line breaks in words break no row, and no cell of one is a formula."""
    logged = replayed(1, gap(what), [_logged(quote), closed(account, person("=cmd()"), NOW)])
    header, row = read(gap_csv([ValuedGap(logged, Worth(2, 1), account)]))

    assert list(COLUMNS) == header
    assert len(header) == len(row)
    assert not any(cell.startswith(tuple(SIGNS)) for cell in row)


def _logged(quote: str) -> GapEvent:
    return GapEvent(happened=Happened.LOGGED, source=person("@ann"), at=NOW, quote=quote)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("no deck", "no deck"),
        ("a = b", "a = b"),
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("\u200b@SUM(A1)", "'\u200b@SUM(A1)"),
        ("＝1", "'＝1"),
        ("-", "'-"),
        ("'=1", "'=1"),
        ("\tx", "'\tx"),
        ("\nx", "'\nx"),
        ("a\x00b", "ab"),
        ("\x01=1", "'=1"),
        ("नमस्ते 👩‍💻", "नमस्ते 👩‍💻"),
        ("", ""),
    ],
)
def test_cells(text: str, cell: str) -> None:
    """Only what is dangerous changes, by an apostrophe in front of it; what no cell may hold goes."""
    assert cell == safe_cell(text)


def test_everything_of_a_gap_stands_in_its_row() -> None:
    """By the names of the columns."""
    logged = replayed(1, gap("no deck"), [_logged("we lack one"), closed("made one", person("bob"), NOW)])
    [row] = csv.DictReader(io.StringIO(gap_csv([ValuedGap(logged, Worth(2, 1), "Acme")]), newline=""))

    assert {
        "id": "1",
        "status": "filled",
        "kind": "content",
        "what": "no deck",
        "account": "Acme",
        "trait": "",
        "stage": "",
        "persona": "",
        "worth": "2",
        "worth_perhaps": "1",
        "voices": "1",
        "evidence": "“we lack one”",
        "logged_by": "'@ann",
        "logged_at": "2026-11-01T09:30:00+00:00",
        "owner": "",
        "closed_by": "bob",
        "closed_at": "2026-11-01T09:30:00+00:00",
        "reason": "made one",
    } == row
