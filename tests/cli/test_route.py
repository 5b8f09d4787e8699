"""`fika route`: what was understood, without acting."""

import json

from tests.cli.conftest import Fika

KEYS = ["account", "answers", "kind", "persona", "stage", "text", "when"]


def test_as_json(harbor: Fika) -> None:
    """One object with every key, sorted."""
    ran = harbor("route", "Acme has 120 employees and uses Salesforce", "--json")

    understood = json.loads(ran.out)
    assert (0, "") == (ran.status, ran.err)
    assert KEYS == list(understood)
    assert ("Acme", "state_answers") == (understood["account"], understood["kind"])
    assert {"employees": 120, "stack": {"at_least": ["salesforce"]}} == understood["answers"]


def test_in_words(harbor: Fika) -> None:
    """Without --json only what was found is printed, a line each."""
    assert ["account: Fogbarrel", "kind: fit_question", "text: does Fogbarrel fit?"] == harbor(
        "route", "does Fogbarrel fit?"
    ).lines


def test_many(harbor: Fika) -> None:
    """A dash reads standard input, one text a line."""
    texts = ["does Fogbarrel fit?", "what is our ICP?", "sing me a song", "why is Copperquill a B?"]

    ran = harbor("route", "-", "--json", stdin="\n".join(texts))

    understood = [json.loads(line) for line in ran.lines]
    assert texts == [each["text"] for each in understood]
    assert ["fit_question", "show_icp", "unknown", "why"] == [each["kind"] for each in understood]


def test_nothing_is_written_down(harbor: Fika) -> None:
    """What was stated is understood and not recorded."""
    before = harbor("accounts", "export", "--full").out
    harbor("route", "Acme has 120 employees")

    assert before == harbor("accounts", "export", "--full").out


def test_bytes_that_are_no_text(harbor: Fika) -> None:
    """A line that is not UTF-8 is understood as far as it goes."""
    ran = harbor("route", "-", "--json", stdin=b"does \xff fit?\ndoes Fogbarrel fit?\n")

    assert (0, "") == (ran.status, ran.err)
    assert "Fogbarrel" == json.loads(ran.lines[-1])["account"]
