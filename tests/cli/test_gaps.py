"""`fika gaps`: what turned out to be missing, for people, for programs and for spreadsheets."""

import csv
import io
import json
from pathlib import Path

import pytest

from bot.core.account import Source, SourceKind
from bot.core.gap import GapKind, NewGap
from bot.core.journey import StageId
from bot.flows.accounts import add_account
from bot.flows.gaps import log_gap
from bot.ports import Scope
from tests.cli.conftest import Fika
from tests.small import NOW, ports_at

SCOPE = Scope("local", "harbor")


@pytest.fixture
def logged(home: Path) -> None:
    """Two gaps, the later one at an account, with words that would confuse a terminal."""
    ports, source = ports_at(home), Source(kind=SourceKind.PERSON, person="U1")
    account = add_account(ports, SCOPE, "Acme")
    for what, account_id in (("prices", None), ("a case\nstudy \x1b[31m", account.id)):
        new = NewGap(
            kind=GapKind.CONTENT,
            what=what,
            account_id=account_id,
            stage=StageId.BUY if account_id else None,
            persona="cfo",
            quote=f"we lack {what}",
            permalink="https://x.slack.com/1",
            source=source,
            at=NOW,
        )
        log_gap(ports, SCOPE, new)


def test_there_may_be_none(fika: Fika) -> None:
    """An empty list says so, and for programs it is empty; a spreadsheet gets its header."""
    assert ["0 gaps."] == fika("gaps").lines
    assert [] == fika("gaps", "--json").lines
    assert 1 == len(fika("gaps", "--csv", "-").lines)


def test_gaps_are_listed(fika: Fika, logged: None) -> None:
    """What is missing, of what kind, where it showed, what it is worth and who says so; one line each."""
    ran = fika("gaps")

    assert (0, 4, "2 gaps.") == (ran.status, len(ran.lines), ran.lines[-1])
    assert ran.lines[1].startswith("#2")
    for said in ("a case study", "content we do not have", "Acme", "1 account that may fit waits", "U1", "open"):
        assert said in ran.lines[1]
    assert "\x1b" not in ran.out
    assert ["0 gaps."] == fika("gaps", "--pack", "posthog").lines


def test_gaps_are_chosen_and_ordered(fika: Fika, logged: None) -> None:
    """By person, account, status, and what comes first."""

    def ids(*options: str) -> list[str]:
        return [line.split()[0] for line in fika("gaps", *options).lines[1:-1]]

    assert ["#2", "#1"] == ids("--by", "worth") == ids("--mine", "U1") == ids("--by", "date")
    assert ["#2"] == ids("--account", "acme")
    assert [] == ids("--mine", "U2") == ids("--status", "filled") == ids("--status", "closed")
    assert 1 == fika("gaps", "--account", "Zed").status


def test_programs_get_all_of_it(fika: Fika, logged: None) -> None:
    """One object a line, with everything that was logged, the account's name and the worth."""
    later, earlier = (json.loads(line) for line in fika("gaps", "--json").lines)

    assert ("Acme", 1, "content", 2) == (later["account"], later["account_id"], later["kind"], later["id"])
    assert ({"accounts": 1, "perhaps": 0}, "open", "buy") == (later["worth"], later["status"], later["stage"])
    assert "we lack prices" == earlier["voices"][0]["quote"]
    assert (None, None, "prices", {"kind": "person", "person": "U1"}) == (
        earlier["account"],
        earlier["account_id"],
        earlier["what"],
        earlier["source"],
    )


def test_a_spreadsheet_gets_it_in_a_file(fika: Fika, logged: None, tmp_path: Path) -> None:
    """In UTF-8 with the mark that Excel knows it by; on standard output the same without the mark."""
    assert ["2 gaps written to gaps.csv."] == fika("gaps", "--csv", "gaps.csv").lines
    content = (tmp_path / "gaps.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    assert [("2", "Acme", "buy"), ("1", "", "")] == [(row["id"], row["account"], row["stage"]) for row in rows]
    assert "“we lack prices” https://x.slack.com/1" == rows[1]["evidence"]
    assert content.decode("utf-8-sig").splitlines() == fika("gaps", "--csv", "-").out.splitlines()


def test_a_file_that_cannot_be_written_is_told(fika: Fika, logged: None) -> None:
    """A sentence names it."""
    ran = fika("gaps", "--csv", "nowhere/gaps.csv")

    assert 1 == ran.status
    assert "fika: nowhere/gaps.csv cannot be written (No such file or directory)." in ran.err


def test_one_form_at_a_time(fika: Fika) -> None:
    """Two forms of output are one too many."""
    assert 2 == fika("gaps", "--json", "--csv", "-").status


def test_an_option_before_a_command_is_refused(fika: Fika, logged: None) -> None:
    """It would be ignored, and the command carried out in another pack."""
    ran = fika("gaps", "--pack", "posthog", "assign", "1", "ann")

    assert (2, True) == (ran.status, "write options behind assign" in ran.err)


def test_a_gap_is_shown_with_its_history(fika: Fika, logged: None) -> None:
    """Assigned, closed, reopened: the evidence and every step are there."""
    assert ["#1 prices: assigned to ann by terminal"] == fika("gaps", "assign", "1", "ann").lines
    assert ["#1 prices: closed by terminal as filled: on the wiki"] == fika(
        "gaps", "close", "#1", "--reason", "on the wiki"
    ).lines
    assert ["#1 prices: reopened by terminal: not so"] == fika("gaps", "reopen", "1", "--reason", "not so").lines
    assert ["#1 prices: taken from its owner by terminal"] == fika("gaps", "assign", "1").lines
    assert ["#1 prices: closed by terminal as won't: no"] == fika(
        "gaps", "close", "1", "--wont", "--reason", "no"
    ).lines

    lines = fika("gaps", "show", "1").lines
    assert "#1 prices" == lines[0]
    assert "  persona  cfo" in lines
    assert "  status   won't" in lines
    assert "      “we lack prices”" in lines
    assert "      https://x.slack.com/1" in lines
    assert ["logged", "assigned", "closed", "reopened", "taken", "closed"] == [
        line.split()[2] for line in lines if line.startswith("  20")
    ]


def test_a_closed_gap_is_not_given_to_anybody(fika: Fika, logged: None) -> None:
    """The sentence says as what it was closed and why; it is among the closed ones. Whose it is already gets no event."""
    assert ["#1: nobody sees to it already."] == fika("gaps", "assign", "1").lines
    fika("gaps", "assign", "1", "ann")
    assert ["#1: ann sees to it already."] == fika("gaps", "assign", "1", "ann").lines
    fika("gaps", "close", "1", "--wont", "--reason", "too dear")
    ran = fika("gaps", "assign", "1", "bob")

    assert (1, True) == (ran.status, "closed already (won't: too dear). Reopen it first" in ran.err)
    assert ["#1"] == [line.split()[0] for line in fika("gaps", "--status", "closed").lines[1:-1]]
    assert 1 == fika("gaps", "show", "1").out.count("assigned to")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("assign", "9", "ann"), 1, "There is no gap #9."),
        (("show", "x"), 1, "'x' is no number of a gap"),
        (("show", "9" * 20), 1, "is no number of a gap"),
        (("close", "#" + "9" * 5000, "--reason", "done"), 1, "is no number of a gap"),
        (("close", "1", "--reason", " "), 1, "Say why gap #1 is closed"),
        (("close", "1"), 2, "--reason"),
        (("reopen", "1"), 1, "Gap #1 is open already."),
        (("--heat", "x.png", "--account", "Acme"), 2, "leave out --mine, --account and --status"),
    ],
)
def test_what_cannot_be_done_is_told(
    fika: Fika, logged: None, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """A sentence says why, and nothing changes."""
    ran = fika("gaps", *arguments)

    assert (status, True) == (ran.status, said in ran.err)
    assert "2 gaps." == fika("gaps").lines[-1]


def test_the_same_gap_twice_is_one_line(harbor: Fika) -> None:
    """Said in the chat in other words, at the same account, with what the words name."""
    harbor("ask", "log a gap: no case study for the CFO in the evaluation stage")
    said = harbor("ask", "log a gap: No case studies for the CFO in the evaluation stage!").lines
    assert any(line.endswith("in the evaluation stage (logged before, now 2 voices)") for line in said)
    [line] = harbor("gaps").lines[1:-1]

    assert "terminal, 2 voices" in line
    assert "  stage    Evaluate" in harbor("gaps", "show", "1").lines


def test_an_answer_closes_a_gap(harbor: Fika) -> None:
    """Said in the chat; undone there, it is open again."""

    def after(*said: str) -> str:
        assert 0 == harbor("chat", stdin="\n".join(said)).status
        [line] = harbor("gaps", "--status", "all", "--account", said[-1].split()[1]).lines[1:-1]
        return line.split()[-1]

    lacks = "log a gap for {}: nobody knows how many employees they have"
    assert "open" == after("add Zed", lacks.format("Zed"), "show Zed")
    assert "filled" == after("Zed has 120 employees", "show Zed")
    assert "open" == after("add Yak", lacks.format("Yak"), "Yak has 120 employees", "undo", "show Yak")


def test_the_heat_map(fika: Fika, logged: None, tmp_path: Path) -> None:
    """A picture in a file, and the same as words and as a table."""
    ran = fika("gaps", "--heat", "heat.png")

    assert (tmp_path / "heat.png").read_bytes().startswith(b"\x89PNG")
    assert "Content gaps of Harbor (example): 2 open content gaps" in ran.lines[0]
    assert ["CFO", "no", "asset", "-", "-", "-", "1", "1"] == ran.lines[3].split()
    assert "Drawn in heat.png." == ran.lines[-1]


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("which gaps are worth most?", ["#1", "#2", "2 gaps."]),
        ("gaps at Acme", ["#2", "1 gap."]),
        ("my gaps", ["0 gaps."]),
        ("gap 1", ["#1 prices", "kind"]),
        ("show the gap map", ["Content gaps of Harbor"]),
    ],
)
def test_asked_for_in_words(fika: Fika, said: str, shown: list[str]) -> None:
    """One question and a talk answer alike, as Slack does."""
    asked, talked = fika("ask", said), fika("chat", stdin=f"{said}\n")

    assert (0, "") == (asked.status, asked.err)
    assert asked.lines == talked.lines[: len(asked.lines)]
    assert [] == [each for each in shown if each not in asked.out]


@pytest.mark.usefixtures("logged")
def test_of_nobody(fika: Fika) -> None:
    """A name that nobody has is said to be unknown."""
    assert "Nemo" in fika("chat", stdin="gaps at Nemo\n").err
