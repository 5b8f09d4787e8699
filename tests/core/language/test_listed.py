"""Facts in a row are told apart where nothing else stands between them, and left alone where anything does."""

import pytest

from bot.flows.route import route
from tests.labelled import names, pack

_PEOPLE = {"employees": 75}


def _stated(text: str) -> dict[str, object]:
    request = route(text, pack("harbor"), names("Acme"))
    return {each.trait: each.value for each in request.readings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("acme 75 ppl hubspot aws", {**_PEOPLE, "stack": {"at_least": ["hubspot"]}, "cloud": "aws"}),
        ("acme 75 people saas us", {**_PEOPLE, "industry": "b2b_saas", "location": "us"}),
        ("acme saas 75 people", {**_PEOPLE, "industry": "b2b_saas"}),
        ("acme 75 ppl owner decides no budget", {**_PEOPLE, "decider": "owner", "budget": False}),
        ("acme cfo decides 75 people", _PEOPLE | {"decider": "finance_lead"}),
        ("acme 75 people aws no budget", {**_PEOPLE, "cloud": "aws", "budget": False}),
        ("acme has no crm they use spreadsheets", {"stack": {"at_least": ["spreadsheets"]}}),
        ("the budget of acme is approved", {"budget": True}),
    ],
)
def test_facts_in_a_row(text: str, expected: dict[str, object]) -> None:
    """Each fact of a list without marks is read by itself."""
    assert expected == _stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "acme 75 ppl hubspot agency",
        "acme 75 ppl sells hubspot",
        "maybe acme has no crm they use spreadsheets",
        "acme 75 ppl wants hubspot",
        "the budget of globex is approved by acme",
    ],
)
def test_other_words_tie_them(text: str) -> None:
    """No tool and no budget is taken from a list whose words may belong together, or that is doubted."""
    assert {"stack", "budget"}.isdisjoint(_stated(text))
