"""Lines: nothing of the notes gets lost, and a heading holds as long as its list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.words import LONGEST_TEXT
from bot.core.proposal_lines import paragraphs


def cut(text: str) -> list[tuple[str, str | None]]:
    """Each paragraph with its heading."""
    return [(each.text.strip(), each.heading) for each in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n", []),
        ("one\ntwo\n\nthree", [("one\ntwo", None), ("three", None)]),
        ("Stack:\n- a\n- b\nthen", [("Stack:", None), ("- a\n- b", "Stack"), ("then", None)]),
        ("Stack:\n- a\n\nthen", [("Stack:", None), ("- a", "Stack"), ("then", None)]),
        ("Stack:\n\n- a", [("Stack:", None), ("- a", "Stack")]),
        ("Stack\n* a", [("Stack", None), ("* a", "Stack")]),
        ("They have it.\n* a", [("They have it.\n* a", None)]),
        ("## One\n\nx\n\ny\n# Two\nz", [("## One", None), ("x", "One"), ("y", "One"), ("# Two", None), ("z", "Two")]),
        ("**One**\nx", [("**One**", None), ("x", "One")]),
        ("# One\nSub:\n- a\nb", [("# One", None), ("Sub:", None), ("- a", "Sub"), ("b", "One")]),
        ("Budget:", [("Budget:", None)]),
        ("- a\n- b:\n  - c", [("- a", None), ("- b:", None), ("- c", "b")]),
        ("x" * 90 + ":\n- a", [("x" * 90 + ":\n- a", None)]),
    ],
)
def test_paragraphs(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A list stands under the line above it, and titles hold until the next one."""
    assert expected == cut(text)


@pytest.mark.parametrize("mark", ["\n", ". ", " ", ""])
def test_a_long_paragraph_is_cut_where_something_ends(mark: str) -> None:
    """At a line, else a sentence, else a word, else anywhere; each part is short enough to be read."""
    text = (("x" * 99) + mark) * 100
    parts = paragraphs(text)

    assert text == "".join(each.text for each in parts)
    assert len(parts) > 1
    assert all(len(each.text) <= LONGEST_TEXT and each.text.endswith(mark) for each in parts)


@given(text=st.text(alphabet="ab:#*- \n\t.", max_size=80))
def test_nothing_is_lost(text: str) -> None:
    """Every paragraph is a piece of the notes where it says it is, and together they hold every word."""
    parts = paragraphs(text)

    assert all(text[each.start : each.start + len(each.text)] == each.text for each in parts)
    assert "".join(text.split()) == "".join("".join(each.text for each in parts).split())
