"""Choice: what a person typed to take some of several proposals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.proposal_choice import chosen_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("all", (1, 2, 3, 4)),
        (" Confirm  ALL. ", (1, 2, 3, 4)),
        ("none", ()),
        ("no", ()),
        ("1,3", (1, 3)),
        ("1 3", (1, 3)),
        ("#1 and #3", (1, 3)),
        ("3, 1, 1", (1, 3)),
        ("2-4", (2, 3, 4)),
        ("1 to 2, 4", (1, 2, 4)),
        ("all but 2", (1, 3, 4)),
        ("all except 9", None),
        ("5", None),
        ("0", ()),
        ("0,1", None),
        ("4-2", None),
        ("1,", None),
        ("1x", None),
        ("the first", None),
        ("", None),
        ("9999", None),
    ],
)
def test_what_is_chosen(text: str, expected: tuple[int, ...] | None) -> None:
    """All, none, numbers and ranges; whatever else is said takes nothing."""
    assert expected == chosen_in(text, 4)


@given(text=st.text(alphabet="0123456789,-# aldntoub", max_size=12), count=st.integers(0, 12))
def test_only_what_is_there_is_chosen(text: str, count: int) -> None:
    """Whatever is typed, the numbers are among those that were shown, in order and each once."""
    chosen = chosen_in(text, count)

    assert chosen is None or list(chosen) == sorted(set(chosen) & set(range(1, count + 1)))


@given(chosen=st.sets(st.integers(1, 9), min_size=1), joint=st.sampled_from([",", ", ", " ", " and ", ";"]))
def test_a_list_means_itself(chosen: set[int], joint: str) -> None:
    """Numbers in any of the usual lists are those numbers."""
    assert tuple(sorted(chosen)) == chosen_in(joint.join(map(str, chosen)), 9)
