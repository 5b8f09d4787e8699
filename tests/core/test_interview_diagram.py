"""The diagram of an interview: everything of the table, and nothing else."""

import re

import pytest

from bot.core.interview import TRANSITIONS, Event, State
from bot.core.interview_diagram import BEGIN, END, diagram, events, page, states


def _rows(table: str) -> dict[str, list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    return {first: rest for first, *rest in cells}


def _names(cell: str) -> set[str]:
    return {name.replace(" ", "_") for name in cell.split(", ")} - {"nothing"}


def test_the_arrows_are_the_table() -> None:
    """Read back, the diagram says of every state what can happen in it and where that leads."""
    head, first, *arrows = diagram().splitlines()
    drawn: dict[str, dict[str, str]] = {state: {} for state in State}
    ends = set()
    for arrow in arrows:
        source, target, labels = re.fullmatch(r" {4}(\w+) --> (\w+|\[\*\])(?:: ([a-z, ]+))?", arrow).groups()
        drawn[source].update(dict.fromkeys(_names(labels or "nothing"), target))
        ends |= {source} if target == "[*]" else set()

    assert ("stateDiagram-v2", "    [*] --> new") == (head, first)
    assert {state: dict(happening) for state, happening in TRANSITIONS.items()} == drawn
    assert {"done", "stopped"} == ends


def test_the_tables_say_everything() -> None:
    """Each state and each event stands in its table once, with a meaning and with what follows from the transitions."""
    of_states, of_events = _rows(states()), _rows(events())

    assert {state: set(TRANSITIONS[state]) for state in State} == {
        state: _names(happening) for state, (_, happening) in of_states.items()
    }
    assert {each: {row[each] for row in TRANSITIONS.values() if each in row} for each in Event} == {
        each.replace(" ", "_"): _names(targets) for each, (_, targets) in of_events.items()
    }
    meanings = [meaning for meaning, _ in (*of_states.values(), *of_events.values())]
    assert len(meanings) == len(set(meanings))


def test_a_page_keeps_what_is_written() -> None:
    """Only what stands between the marks is drawn anew, and drawing it twice is drawing it once."""
    drawn = page(f"# Mine\n\n{BEGIN}\n\nwhat was drawn before\n\n{END}\n\nAlso mine.\n")

    assert drawn.startswith(f"# Mine\n\n{BEGIN}\n\n```mermaid\nstateDiagram-v2\n")
    assert drawn.endswith(f" |\n\n{END}\n\nAlso mine.\n")
    assert "drawn before" not in drawn
    assert page(drawn) == drawn


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END} {BEGIN}"])
def test_a_page_without_a_place_is_refused(text: str) -> None:
    """Nothing is written where nobody said that it belongs."""
    with pytest.raises(ValueError, match="a page needs"):
        page(text)
