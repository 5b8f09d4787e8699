"""Pieces: sentences, items, rows and headings, each of which reads by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.excerpt_pieces import pieces_of


def said(text: str) -> list[str]:
    """The texts of the pieces."""
    return [each.text for each in pieces_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there! Is three?", ["One is here.", "Two is there!", "Is three?"]),
        ("It costs $5. $6 is more. 7 is most.", ["It costs $5.", "$6 is more.", "7 is most."]),
        ("Ask Dr. Watson, i.e. Acme Inc. Boston. Then go.", ["Ask Dr. Watson, i.e. Acme Inc. Boston.", "Then go."]),
        ("It is plain (as A. Or B.) here. Go.", ["It is plain (as A. Or B.) here.", "Go."]),
        ("- One. Two.\n- Three", ["One. Two.", "Three"]),
        ("Objection: No. Really no. Answer: Yes. Yes.", ["Objection: No. Really no. Answer: Yes. Yes."]),
        ("", []),
    ],
)
def test_sentences_and_items(text: str, expected: list[str]) -> None:
    """A sentence ends where the next begins; an item and a line with a label stay whole."""
    assert expected == said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Item | Price |\n|---|---|\n| Seat | **$75** |", ["Seat: $75"]),
        (
            "| Plan | Team | Solo |\n|:--|--:|---|\n| Seat | $75 | $49 |\n| Pilot | $3,000 | |",
            ["Seat: $75 (Team), $49 (Solo)", "Pilot: $3,000 (Team)"],
        ),
        ("| a | b |\n| c | d |", ["a: b", "c: d"]),
        ("| Name | Price |\n|---|---|", ["Name: Price"]),
        ("| a \\| b | c |", ["a | b: c"]),
        ("| one |\n| | two |\n| | |", ["one", "two"]),
        ("|---|---|\n|---|---|", []),
        ("| ** | |", []),
        ("| a | b | c |\n|---|---|\n| 1 | 2 | 3 | 4 |", ["1: 2 (b), 3 (c), 4"]),
    ],
)
def test_rows_of_a_table(text: str, expected: list[str]) -> None:
    """They read without bars; of three cells and more each says of what it is."""
    assert expected == said(text)


def test_a_line_above_a_table_is_its_heading() -> None:
    """And says what the rows below it are about; a sentence is none."""
    [heading, row] = pieces_of("Harbor Team\n| Item | Price |\n|---|---|\n| Seat | $75 |")
    assert (True, "Harbor Team", 0, "Harbor Team Item Price") == (
        heading.is_heading,
        heading.text,
        row.heading,
        row.above,
    )
    assert [False, False] == [each.is_heading for each in pieces_of("These are the prices:\n| Seat | $75 |")]


def test_a_line_that_says_for_whom_a_passage_is() -> None:
    """It says nothing to a question."""
    assert [False, True, True] == [
        each.is_about for each in pieces_of("Go on.\nFormat: guide\nMade for Industry: SaaS")
    ]


@given(st.text(max_size=400) | st.lists(st.sampled_from("ab .|-\n\\#*?A5("), max_size=80).map("".join))
def test_any_text(text: str) -> None:
    """No piece is empty, each is on one line, and a heading stands above what it is the heading of."""
    pieces = pieces_of(text)
    for at, each in enumerate(pieces):
        assert each.text.strip()
        assert "\n" not in each.text
        assert each.heading is None or (each.heading < at and pieces[each.heading].is_heading)
