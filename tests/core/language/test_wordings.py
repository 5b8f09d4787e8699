"""Wordings: the many ways in which people ask for the same, each taken for what it asks for."""

import pytest

from bot.core.request import Request, RequestKind
from bot.flows.route import route
from bot.ports import KnownName
from tests.labelled import Case, cases, names, pack

ACCOUNTS = ("Acme", "Northwind Traders", "Globex", "Initech", "Hooli", "Pied Piper", "Stark Plumbing")
_READ = {RequestKind.OPEN_QUESTION, RequestKind.HELP, RequestKind.UNKNOWN}


def _route(text: str, context: KnownName | None = None) -> Request[KnownName]:
    return route(text, pack("harbor"), names(*ACCOUNTS), context)


@pytest.mark.parametrize("case", cases("wordings"), ids=lambda case: case["text"])
def test_wording(case: Case) -> None:
    """A way of asking is known; what no request is about is left alone, and nothing is taken down."""
    request = _route(case["text"])

    assert () == request.readings
    if case["kind"] == "unknown":
        assert request.kind in _READ
        return
    assert case["kind"] == request.kind
    if "account" in case:
        assert request.found is not None
        assert case["account"] == request.found.main


@pytest.mark.parametrize("text", ["umbrella corp fit?", "does zorblatt industries fit?"])
def test_a_name_that_ends_in_an_everyday_word(text: str) -> None:
    """A name that nobody knows may end as companies' names do, and is said not to be there."""
    request = _route(text)

    assert RequestKind.FIT_QUESTION is request.kind
    assert request.account is not None
    assert request.found is None


@pytest.mark.parametrize("text", ["soc2?", "pricing?", "Discounts?"])
def test_a_topic_with_a_question_mark(text: str) -> None:
    """One word that the knowledge may speak of is a question to it."""
    assert RequestKind.OPEN_QUESTION is _route(text).kind


@pytest.mark.parametrize(
    "text",
    [
        "Acme has 500 employees but I'm not sure that's right",
        "Acme has 500 employees, don't quote me on that",
        "Acme has 120 people. just kidding",
        "Acme has 120 people, take it with a grain of salt",
        "Acme has 120 people, no idea if that's true",
        "Acme has 120 people, might be wrong though",
    ],
)
def test_what_is_doubted_is_not_taken(text: str) -> None:
    """What somebody says may be wrong is not taken down."""
    assert () == _route(text).readings


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        ("the CRO makes the final decision at Acme", "revenue_lead"),
        ("Acme: their CFO has the final decision", "finance_lead"),
    ],
)
def test_who_has_the_say(text: str, decider: str) -> None:
    """Whoever makes the decision is who decides."""
    assert {"decider": decider} == {each.trait: each.value for each in _route(text).readings}


@pytest.mark.parametrize(
    "text", ["explain to me why acme is out", "tell us please why acme failed", "acme: why only a C?", "y is acme out"]
)
def test_why(text: str) -> None:
    """A "why" counts wherever the question comes to it."""
    request = _route(text)

    assert request.kind in {RequestKind.WHY, RequestKind.OPEN_QUESTION}
    assert request.account is not None
    assert "Acme" == (request.found.main if request.found else None)


def test_why_without_a_why() -> None:
    """An order to explain is no "why" by itself."""
    assert RequestKind.OPEN_QUESTION is _route("explain to me the stages").kind
