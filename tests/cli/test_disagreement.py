"""Disagreements in the terminal: shown with both sides, settled in the chat by a number or a word, and by a command."""

import json

import pytest

from tests.cli.conftest import TODAY, Fika, Ran
from tests.cli.test_chat import chat

DAY = ("--today", TODAY)
REVENUE = "Annual gross revenue"
ASKED = "Which one holds? Type 1 for the new one, 2 for the old one, 3 if both stay possible."


def settle(fika: Fika, keep: str, trait: str = "employees") -> Ran:
    """Settle it with the command."""
    return fika("accounts", "settle", "Oddlark Software", trait, "--keep", keep, *DAY)


def employees(fika: Fika) -> list[str]:
    """Who says what about Oddlark's employees, and whether it disagrees."""
    return [line for line in fika("accounts", "show", "Oddlark Software", *DAY).lines if "Employees" in line]


def contradictions(fika: Fika) -> list[str]:
    """The status of each contradiction."""
    listed = [json.loads(line) for line in fika("gaps", "--status", "all", "--json").lines]
    return [each["status"] for each in listed if each["kind"] == "contradiction"]


def test_one_question_shows_both_sides_and_how_to_settle_it(harbor: Fika) -> None:
    """With sources and dates, whether it matters, and the command as a shell takes it."""
    ran = harbor("ask", "Oddlark Software has 4000 employees", *DAY)

    [sides] = [line for line in ran.lines if line.startswith("Sources disagree on Employees: ")]
    assert "import accounts.jsonl said " in sides
    assert sides.endswith("; you said 4,000 people today (“Oddlark Software has 4000 employees”).")
    assert any(line.startswith(("  It matters: with 4,000, ", "  Either way")) for line in ran.lines)
    assert "  Settle it with: fika accounts settle 'Oddlark Software' employees --keep new|old|both" in ran.lines
    assert ["open"] == contradictions(harbor)


@pytest.mark.parametrize("by_command", [True, False], ids=["command", "chat"])
@pytest.mark.parametrize(
    ("keep", "said", "left", "status"),
    [
        ("new", "1", ["4,000"], "filled"),
        ("old", "the old one", ["accounts.jsonl"], "filled"),
        ("both", "leave both", ["4,000", "accounts.jsonl"], "open"),
    ],
)
def test_it_is_settled_by_a_command_or_in_the_chat(
    keep: str, said: str, left: list[str], status: str, *, by_command: bool, harbor: Fika
) -> None:
    """Either way what was decided is said, what holds is left, and the gap is closed unless both stay possible."""
    if by_command:
        harbor("ask", "Oddlark Software has 4000 employees", *DAY)
        ran = settle(harbor, keep)
    else:
        ran = chat(harbor, "Oddlark Software has 4000 employees", said)
        assert f"  {ASKED}" in ran.lines

    assert (0, "") == (ran.status, ran.err)
    assert any(line.startswith("Settled for Oddlark Software: Employees: ") for line in ran.lines)
    rows = employees(harbor)
    assert len(left) == len(rows) == sum(any(part in row for part in left) for row in rows)
    assert [status] == contradictions(harbor)


def test_settled_twice(harbor: Fika) -> None:
    """The second time there is nothing to settle, it is said who settled it, and the status is 1."""
    harbor("ask", "Oddlark Software has 4000 employees", *DAY)
    first, second = settle(harbor, "new"), settle(harbor, "old")

    assert (0, 1) == (first.status, second.status)
    assert first.lines[0].startswith("Settled for Oddlark Software: Employees: 4,000 holds, not ")
    assert second.lines[0].startswith("Employees is settled already, by you: 4,000 holds, not ")


def test_what_cannot_be_settled(harbor: Fika) -> None:
    """A trait on which nobody disagrees, one that is not there, and a choice that is none."""
    agreed, unheard, wrong = settle(harbor, "new"), settle(harbor, "new", "employes"), settle(harbor, "mine")

    assert (1, "Employees: no source contradicts another one any more, so nothing was changed.") == (
        agreed.status,
        agreed.lines[0],
    )
    assert (1, "") == (unheard.status, unheard.out)
    assert "did you mean 'employees'" in unheard.err
    assert 2 == wrong.status


def test_only_the_next_message_settles_it(harbor: Fika) -> None:
    """After anything else a number settles nothing any more."""
    ran = chat(harbor, "Oddlark Software has 4000 employees", "why?", "1")

    assert "Settled for" not in ran.out
    assert ["open"] == contradictions(harbor)


def test_several_in_one_message_are_settled_one_after_the_other(harbor: Fika) -> None:
    """All are shown, the first one is asked about, then the next one."""
    ran = chat(harbor, "Oddlark Software has 4000 employees and 1M revenue", "1", "2")

    shown = [line for line in ran.lines if line.startswith("Sources disagree on ")]
    settled = [line for line in ran.lines if line.startswith("Settled for ")]
    assert ["Employees", REVENUE, REVENUE] == [_trait(line.removeprefix("Sources disagree on ")) for line in shown]
    assert ["Employees", REVENUE] == [_trait(line.removeprefix("Settled for Oddlark Software: ")) for line in settled]
    assert 2 == ran.lines.count(f"  {ASKED}")


def _trait(line: str) -> str:
    return line.partition(":")[0]


def test_an_undo_after_it_ends_the_contradiction(harbor: Fika) -> None:
    """What was taken back contradicts nothing."""
    chat(harbor, "Oddlark Software has 4000 employees", "undo")

    assert ["filled"] == contradictions(harbor)
