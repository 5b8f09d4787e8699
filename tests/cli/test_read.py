"""`fika read`: the values that the rules read, and why there are none."""

import json

import pytest

from tests.cli.conftest import Fika

COUNTED = '{"trait":"employees","text":"about 1.2k people"}'
STATED = '{"trait":null,"text":"they use sfdc"}'


def test_as_json(fika: Fika) -> None:
    """One list with what was read, each value in the form of the scoring contract and with its words."""
    ran = fika("read", "--pack", "harbor", "--json", "80 people, they're on sfdc")

    assert (0, "") == (ran.status, ran.err)
    assert [
        {"trait": "employees", "value": 80, "quote": "80 people"},
        {"trait": "stack", "value": {"at_least": ["salesforce"]}, "quote": "they're on sfdc"},
    ] == json.loads(ran.out)


def test_the_answer_to_a_question(fika: Fika) -> None:
    """With a trait the text is the answer to its question."""
    ran = fika("read", "--pack", "harbor", "--trait", "employees", "--json", "not sure, more than 200")

    assert [{"trait": "employees", "value": {"min": 201}, "quote": "not sure, more than 200"}] == json.loads(ran.out)


def test_nothing_read(fika: Fika) -> None:
    """An empty list stands alone on standard output; why it is empty stands beside it, a sentence a line."""
    ran = fika("read", "--pack", "harbor", "--trait", "revenue", "--json", "2M a month")

    assert (0, ["[]"]) == (ran.status, ran.lines)
    assert "Annual gross revenue: Annual gross revenue is recorded per year" in ran.err
    assert "USD 24M a year" in ran.err
    assert 1 == ran.err.count("\n")


def test_nothing_to_read(fika: Fika) -> None:
    """Free text that speaks of no trait is said to."""
    ran = fika("read", "--pack", "harbor", "--json", "hello there")

    assert (0, ["[]"]) == (ran.status, ran.lines)
    assert "could not read a value" in ran.err


def test_in_words(fika: Fika) -> None:
    """Without --json values are put into words, with how they were worked out."""
    ran = fika("read", "--pack", "harbor", "--trait", "revenue", "EUR 2 bn")

    assert [
        "Annual gross revenue: USD 2160M (said in EUR, at 1.08 USD each (rate of 2026-09-01)), from “EUR 2 bn”"
    ] == (ran.lines)


def test_a_note_beside_json(fika: Fika) -> None:
    """What was left unread and how a value was worked out stand beside the JSON."""
    tags = fika("read", "--pack", "harbor", "--trait", "stack", "--json", "Salesforce and Zoho")
    money = fika("read", "--pack", "harbor", "--trait", "revenue", "--json", "EUR 2 bn")

    assert [{"trait": "stack", "value": {"at_least": ["salesforce"]}, "quote": "Salesforce and Zoho"}] == json.loads(
        tags.out
    )
    assert "Sales stack: the pack's Sales stack has no 'zoho'." == tags.err.strip()
    assert "said in EUR" in money.err


def test_an_account(harbor: Fika) -> None:
    """The name of an account says whom a text is about, known or not."""
    for name in ("Fogbarrel", "Zorgle"):
        (read,) = json.loads(harbor("read", "--json", f"{name} has 80 people").out)

        assert ("employees", 80) == (read["trait"], read["value"])


def test_many(fika: Fika) -> None:
    """A dash reads objects from standard input and prints a list for each, in order."""
    ran = fika("read", "-", "--pack", "harbor", "--json", stdin=f"{COUNTED}\n{STATED}\n")

    assert (0, "") == (ran.status, ran.err)
    assert [["employees"], ["stack"]] == [[each["trait"] for each in json.loads(line)] for line in ran.lines]


def test_lines_without_a_trait(fika: Fika) -> None:
    """--trait stands for the lines that say nothing of a trait; null says that none was asked for."""
    lines = '{"text":"80"}\n{"text":"80","trait":null}\n'

    ran = fika("read", "-", "--pack", "harbor", "--trait", "employees", "--json", stdin=lines)

    assert [1, 0] == [len(json.loads(line)) for line in ran.lines]
    assert ran.err.startswith("line 2: ")


@pytest.mark.parametrize(
    "bad",
    [
        "{bad",
        "80 people",
        '["80"]',
        "{}",
        '{"text":80}',
        '{"text":"80","trait":5}',
        '{"text":"80","traits":"employees"}',
        '{"text":"80","trait":"nope"}',
        b'{"text":"\xff"}',
    ],
)
def test_a_bad_line(fika: Fika, bad: str | bytes) -> None:
    """A bad line is named with its number, an empty list stands in its place, and the others are read."""
    given = bad if isinstance(bad, bytes) else bad.encode()

    ran = fika("read", "-", "--pack", "harbor", "--json", stdin=b"\n".join([COUNTED.encode(), given, STATED.encode()]))

    assert 1 == ran.status
    assert [1, 0, 1] == [len(json.loads(line)) for line in ran.lines]
    assert ran.err.startswith("line 2: ")
    assert ran.err.endswith("fika: 1 line not read.\n")


def test_an_unknown_trait(fika: Fika) -> None:
    """A trait that the pack does not have is refused with those it has."""
    ran = fika("read", "--pack", "harbor", "--trait", "nope", "--json", "80")

    assert (1, "") == (ran.status, ran.out)
    assert "no trait 'nope'" in ran.err
    assert "employees" in ran.err


def test_nothing_is_written_down(harbor: Fika) -> None:
    """What is read is not recorded."""
    before = harbor("accounts", "export", "--full").out
    harbor("read", "Fogbarrel has 120 employees")

    assert before == harbor("accounts", "export", "--full").out
