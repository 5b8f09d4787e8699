"""A request prints as the contract says."""

import pytest

from bot.core.journey import StageId
from bot.core.language.reading import Reading
from bot.core.naming import Found, Nobody, Several
from bot.core.request import Mention, Request, RequestKind, request_json
from bot.ports import KnownName

ACME = KnownName(1, "Acme Incorporated", "Acme", None)
OTHER = KnownName(2, "Acme Labs", "Acme Labs", None)


def test_json() -> None:
    """Every key is there, answers by trait, and the account under its main name."""
    request = Request(
        RequestKind.STATE_ANSWERS,
        "Acme Incorporated has 120 people",
        Mention("Acme Incorporated", Found(ACME, exact=True)),
        (Reading("employees", 120, "has 120 people"), Reading("stack", {"at_least": ["crm"]}, "on a crm")),
        persona="cfo",
        stage=StageId.EVALUATE,
        when="tomorrow",
    )

    assert {
        "account": "Acme",
        "answers": {"employees": 120, "stack": {"at_least": ["crm"]}},
        "kind": "state_answers",
        "persona": "cfo",
        "stage": "evaluate",
        "text": "Acme Incorporated has 120 people",
        "when": "tomorrow",
    } == request_json(request)


def test_json_of_nothing() -> None:
    """What a message does not speak of is null or empty."""
    nothing: Request[KnownName] = Request(RequestKind.UNKNOWN, "?")

    assert {
        "account": None, "answers": {}, "kind": "unknown", "persona": None, "stage": None, "text": "?", "when": None,
    } == request_json(nothing)  # fmt: skip


@pytest.mark.parametrize("meant", [Several((ACME, OTHER)), Nobody((ACME,))])
def test_only_one_account_is_found(meant: Several[KnownName] | Nobody[KnownName]) -> None:
    """A choice of several, or the nearest of nobody, is not an account."""
    request = Request(RequestKind.FIT_QUESTION, "is acme a fit", Mention("acme", meant))

    assert request.found is None
    assert request_json(request)["account"] is None


def test_public_kinds() -> None:
    """The work list goes as a next question; every other kind goes under its own name."""
    assert "next_question" == RequestKind.WORK_LIST.public
    assert all(kind.value == kind.public for kind in RequestKind if kind is not RequestKind.WORK_LIST)
