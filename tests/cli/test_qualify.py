"""`fika qualify`: how an account stands by a framework, for people and for programs."""

import json

import pytest

from tests.cli.conftest import TODAY, Fika

FIT = "Oddlark Software"


def test_qualified(harbor: Fika) -> None:
    """The answer stands in the first line, the sentence in the second, then fit and each item with who said so."""
    ran = harbor("qualify", FIT, "--today", TODAY)

    assert (0, "") == (ran.status, ran.err)
    assert [
        "BANT for Oddlark Software: yes.",
        "Fits; budget, authority, need and timeline are there.",
        "",
        "Fit: yes. Oddlark Software: primary/A. Decided: work it.",
        "  Budget     there  yes (import accounts.jsonl, 2026-11-01)",
    ] == ran.lines[:5]
    assert "Other frameworks: MEDDIC, MEDDPICC, MQL and SQL." in ran.lines
    assert "Ask next" not in ran.out


def test_open(harbor: Fika) -> None:
    """What is open is called open, no verdict is stated, and the next question is about fit."""
    ran = harbor("qualify", "Acme", "--framework", "meddic", "--today", TODAY)

    assert "MEDDIC for Acme: open." == ran.lines[0]
    assert ran.lines[1].startswith("Whether the account fits is open; ")
    assert "Fit: open. Acme: still open. Possible: " in ran.out
    assert ["  Metrics            open  not known"] == [line for line in ran.lines if "Metrics" in line]
    assert 1 == ran.out.count("Ask next: ")


def test_not_qualified(harbor: Fika) -> None:
    """One item that is not there is enough; it says which."""
    ran = harbor("qualify", "Glasswren Security", "--today", TODAY)

    assert [
        "BANT for Glasswren Security: no.",
        "Fits; authority, need and timeline are there; budget is not there.",
    ] == ran.lines[:2]


def test_without_fit(harbor: Fika) -> None:
    """What is there counts for little at a company that does not fit."""
    assert 0 == harbor("ask", "add Loud Hospital").status
    assert 0 == harbor("ask", "Loud Hospital: hospital network, budget yes", "--today", TODAY).status
    ran = harbor("qualify", "Loud Hospital", "--today", TODAY)

    assert "BANT for Loud Hospital: no." == ran.lines[0]
    assert ran.lines[1].startswith("Budget is there, but the account does not fit; ")
    assert "Ask next" not in ran.out


def test_old_answers(harbor: Fika) -> None:
    """Answers too old to count are shown as such, and leave the item open."""
    ran = harbor("qualify", FIT, "--today", "2027-10-01")

    assert ["  Budget     open  yes (import accounts.jsonl, 2026-11-01), too old to count"] == [
        line for line in ran.lines if line.startswith("  Budget")
    ]


def test_disagreement(harbor: Fika) -> None:
    """Both answers are shown, and the item is open."""
    assert 0 == harbor("ask", f"{FIT} has no budget", "--today", TODAY).status
    ran = harbor("qualify", FIT, "--today", TODAY)
    at = next(number for number, line in enumerate(ran.lines) if line.startswith("  Budget"))

    assert ran.lines[at].startswith("  Budget     open   no (terminal, 2026-11-01, ")
    assert ran.lines[at].endswith(", disagrees")
    assert "                    yes (import accounts.jsonl, 2026-11-01), disagrees" == ran.lines[at + 1]


def test_for_programs(harbor: Fika) -> None:
    """One object a line has everything, three-valued, with fit apart from the items."""
    ran = harbor("qualify", FIT, "--framework", "SQL", "--json", "--today", TODAY)
    [found] = [json.loads(line) for line in ran.lines]

    assert ("open", "yes", ["primary/A"]) == (found["qualified"], found["fit"], found["possible"])
    assert (["individual_engagement"], []) == (found["missing"], found["absent"])
    assert ("Oddlark Software", "sql", "SQL") == (found["account"], found["framework"], found["title"])
    assert "sql.individual_engagement" == found["next"]
    assert {
        "id": "on_the_plan",
        "label": "Project on the plan",
        "held": "yes",
        "trait": "initiative",
        "question": "Is the work on this year's plan at Oddlark Software?",
        "said": ["yes"],
        "disagrees": False,
    } == found["items"][1]
    assert "Fits; project on the plan and budget or date are there; individual engagement is open." == found["words"]


def test_nothing_left_for_programs(harbor: Fika) -> None:
    """Where nothing is left to ask there is no next."""
    [found] = [json.loads(line) for line in harbor("qualify", FIT, "--json", "--today", TODAY).lines]

    assert ("yes", None, []) == (found["qualified"], found["next"], found["missing"])


def test_a_pack_that_brings_less(fika: Fika) -> None:
    """MQL and SQL are there in every pack; without any other framework the first of them is taken."""
    assert 0 == fika("accounts", "add", "Acme", "--pack", "posthog").status
    ran = fika("qualify", "Acme", "--framework", "mql", "--pack", "posthog")

    assert "MQL for Acme: open." == ran.lines[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Nobody Ltd",), "There is no account called 'Nobody Ltd'."),
        ((FIT, "--framework", "spin"), "there is BANT, MEDDIC, MEDDPICC, MQL and SQL."),
    ],
)
def test_what_is_not_there(harbor: Fika, arguments: tuple[str, ...], said: str) -> None:
    """An account or a framework that does not exist is said to be so."""
    ran = harbor("qualify", *arguments)

    assert (1, "") == (ran.status, ran.out)
    assert said in ran.err
