"""Notes in a message: whose they are, and where they begin."""

import pytest

from bot.core.proposal_notes import notes_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("notes for Acme: 120 people", ("Acme", "120 people")),
        ("Notes on Acme Robotics:\n- 120 people\n- on Snowflake", ("Acme Robotics", "- 120 people\n- on Snowflake")),
        ("call notes about acme\n120 people", ("acme", "120 people")),
        ("here are my notes from the call with Acme: budget: yes", ("Acme", "budget: yes")),
        ("Meeting notes re Acme:\n\n  120 people\n", ("Acme", "120 people")),
        ("notes for Acme", None),
        ("notes for Acme:", None),
        ("notes: 120 people", None),
        ("Acme has 120 people", None),
        ("log a gap: no notes for Acme: at all", None),
    ],
)
def test_notes_in_a_message(text: str, expected: tuple[str, str] | None) -> None:
    """The name stands before the colon or the line's end; without a name or without notes it is something else."""
    assert expected == notes_in(text)
