"""`fika notes`: paste call notes, see what was read, and take what holds."""

import io
import json
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.cli.conftest import Fika

NOTES = "Call with Jane (CFO)\n- budget approved\n- on Snowflake\n- Globex has 5000 people\n- 85 people\n"


@pytest.fixture
def pasted(harbor: Fika, tmp_path: Path) -> Fika:
    """Notes in a file, read once."""
    (tmp_path / "call.txt").write_text(NOTES)
    assert 0 == harbor("notes", "acme", "call.txt").status
    return harbor


def known(fika: Fika) -> str:
    """What is known of Acme."""
    return fika("accounts", "show", "Acme").out


def test_every_value_is_shown_with_its_words(harbor: Fika, tmp_path: Path) -> None:
    """Numbered, with what is known and what was not read; nothing is recorded, and how to take it is said."""
    before = known(harbor)
    (tmp_path / "call.txt").write_text(NOTES)
    ran = harbor("notes", "acme", "call.txt")

    assert "Read for Acme: 2 values. They count once confirmed." == ran.lines[0]
    assert ["   1  Budget: yes", "      “budget approved”"] == ran.lines[1:3]
    assert "  Employees: 85 people, “85 people”" in ran.lines
    assert "      It speaks of Globex, not of Acme." in ran.lines
    assert ran.lines[-1].endswith("fika notes '#1' --confirm 1,3")
    assert before == known(harbor)


def test_what_is_chosen_is_recorded(pasted: Fika) -> None:
    """Without a file it is about what waits; the others are dropped, and nothing waits then."""
    ran = pasted("notes", "acme", "--confirm", "1")

    assert "Noted for Acme: Budget: yes. Take it back with: fika accounts undo Acme" in ran.lines
    assert "Dropped: Sales stack: at least Snowflake." == ran.lines[-1]
    assert "budget approved" in known(pasted)
    ran = pasted("notes", "acme")
    assert (1, "fika: No notes are given and none wait. Name a file, or - for standard input.\n") == (
        ran.status,
        ran.err,
    )


def test_notes_come_from_standard_input(harbor: Fika) -> None:
    """With a dash or through a pipe, and are confirmed in the same breath."""
    assert "Noted for Acme: Budget: yes." in harbor("notes", "acme", "-", "--confirm", "all", stdin="budget yes").out
    assert "Nothing was noted for Acme." not in harbor("notes", "acme", stdin="on Snowflake").out
    assert "Dropped: Sales stack" in harbor("notes", "acme", "--confirm", "none").out


def test_json(pasted: Fika) -> None:
    """One object with everything, and what was recorded."""
    shown = json.loads(pasted("notes", "acme", "--json").out)
    taken = json.loads(pasted("notes", "acme", "call.txt", "--json", "--confirm", "all but 2").out)

    assert [(1, "budget", True, "budget approved", "new")] == [
        (each["number"], each["trait"], each["value"], each["quote"], each["mark"]) for each in shown["proposals"][:1]
    ]
    assert (None, "Acme") == (shown["recorded"], shown["account"])
    assert [{"quote": "budget approved", "trait": "budget", "value": True}] == taken["recorded"]
    assert ["employees"] == [each["trait"] for each in taken["known"]]
    assert any("Globex" in each["why"] for each in taken["unread"])
    nothing = json.loads(pasted("notes", "acme", "-", "--json", "--confirm", "none", stdin="on Snowflake").out)
    assert [] == nothing["recorded"]


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("nobody at all", "-"), "120 people", "no account called"),
        (("acme", "missing.txt"), "", "missing.txt cannot be read: No such file or directory."),
        (("acme", "-"), " ", "There is nothing in these notes."),
        (("acme", "-"), "x" * 20_001, "These notes have 20,001 characters"),
        (("acme", "-", "--confirm", "7"), "120 people", "I cannot tell what '7' takes."),
        (("acme", "-", "--confirm", "all"), "120 people\n\n900 people", "You chose 2 values for Employees."),
        (("acme", "latin.txt"), "", "latin.txt is no text in UTF-8"),
        (("acme", "huge.txt"), "", "characters, and I read 20,000 at once"),
    ],
)
def test_what_cannot_be_done_is_told(
    harbor: Fika, tmp_path: Path, arguments: tuple[str, ...], stdin: str, said: str
) -> None:
    """A sentence says why, and nothing is recorded."""
    (tmp_path / "latin.txt").write_bytes("120 Köpfe".encode("latin-1"))
    (tmp_path / "huge.txt").write_text("ö" * 90_000)
    before = known(harbor)
    ran = harbor("notes", *arguments, stdin=stdin)

    assert (1, True) == (ran.status, said in ran.err)
    assert before == known(harbor)


def test_nothing_was_read(harbor: Fika) -> None:
    """It says so, and why; there is nothing to confirm."""
    ran = harbor("notes", "acme", "-", "--confirm", "all", stdin="maybe on Snowflake, not sure")

    assert "Read for Acme: no value that I could take." == ran.lines[0]
    assert "fika: there is nothing to confirm.\n" == ran.err
    assert "Read for Acme: nothing that is new." == harbor("notes", "acme", "-", stdin="85 people").lines[0]


def test_older_notes_come_first(pasted: Fika) -> None:
    """What waits of several blocks is told, and the first of them is shown."""
    pasted("notes", "acme", "-", stdin="Their budget is not approved")
    ran = pasted("notes", "acme")

    assert "fika: proposals of 2 blocks of notes wait; these are the first.\n" == ran.err
    assert "   1  Budget: yes" in ran.lines


class Tty(io.StringIO):
    """A terminal with somebody at it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(("typed", "noted"), [("1\n", True), ("none\n", False), ("\n", False)])
def test_a_person_is_asked(harbor: Fika, monkeypatch: pytest.MonkeyPatch, typed: str, noted: bool) -> None:  # noqa: FBT001
    """At a terminal the numbers are typed; an empty line decides nothing."""
    harbor("notes", "acme", "-", stdin="budget approved\n- on Snowflake")
    out = Tty()
    monkeypatch.setattr(sys, "stdin", Tty(typed))
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(SystemExit):
        main(["notes", "acme"])
    monkeypatch.undo()

    assert "Which hold?" in out.getvalue()
    assert noted is ("Noted for Acme: Budget: yes." in out.getvalue())
    assert (typed == "\n") is ("Nothing is noted yet." in out.getvalue())


def test_notes_are_pasted_at_a_terminal(harbor: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing waits they are asked for, and read until the end is typed."""
    out = Tty()
    monkeypatch.setattr(sys, "stdin", Tty("on Snowflake"))
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(SystemExit):
        main(["notes", "acme", "--confirm", "all"])

    assert "Noted for Acme: Sales stack: at least Snowflake." in out.getvalue()
