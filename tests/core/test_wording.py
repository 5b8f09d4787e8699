"""Wording: values, cells and sources in words a rep reads without thinking."""

from typing import Any

import pytest

from bot.core.account import Answer
from bot.core.scorecard import Scorecard
from bot.core.trait import Trait
from bot.core.verdict import Action, Verdict
from bot.core.wording import (
    action_words,
    cell_words,
    counted,
    listed,
    provenance_words,
    source_words,
    value_words,
    verdict_words,
)
from tests.strategies import answer_of, pack_of

STACK = {"salesforce": {"label": "Salesforce"}, "snowflake": {"label": "Snowflake"}, "excel": {}}


def _trait(kind: str, **more: Any) -> Trait:
    plain = {"id": "t", "label": "T", "group": "firmographic", "kind": kind, "question": "?", **more}
    return Trait.model_validate(plain)


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("number", 1200, "1,200"),
        ("number", 49.5, "49.5"),
        ("number", {"min": 50}, "at least 50"),
        ("number", {"max": 1200}, "at most 1,200"),
        ("number", {"min": 50, "max": 200}, "50 to 200"),
        ("number", {"any_of": [120, {"min": 500}]}, "120 or at least 500"),
        ("number", None, "unknown"),
        ("people", 120, "120 people"),
        ("people", {"min": 50, "max": 200}, "50 to 200 people"),
        ("people", {"any_of": [48, 60]}, "48 people or 60 people"),
        ("money", 950, "USD 950"),
        ("money", 2_000_000, "USD 2M"),
        ("money", 2_500_000, "USD 2.5M"),
        ("money", 2_512_345, "USD 2,512,345"),
        ("money", 50_000, "USD 50K"),
        ("money", 3_000_000_000, "USD 3B"),
        ("money", {"max": 9_999}, "less than USD 10K"),
        ("money", {"min": 20_001}, "more than USD 20K"),
        ("money", {"min": 1_000_000}, "at least USD 1M"),
        ("money", {"max": 2_000_000}, "at most USD 2M"),
        ("money", {"min": 10}, "at least USD 10"),
        ("money", {"max": 1_234_567}, "at most USD 1,234,567"),
        ("flag", True, "yes"),
        ("flag", "no", "no"),
    ],
)
def test_values_read_as_people_say_them(kind: str, value: Any, words: str) -> None:
    """Each form of a value has its words, and money loses nothing to rounding."""
    trait = _trait("number", unit="people") if kind == "people" else _trait(kind)

    assert words == value_words(value, trait, "USD")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["salesforce", "snowflake"], "Salesforce and Snowflake"),
        ({"at_least": ["excel"]}, "at least excel"),
        ([], "none of them"),
    ],
)
def test_tags_are_listed_by_their_labels(value: Any, words: str) -> None:
    """Tags appear under the names the pack gives them."""
    assert words == value_words(value, _trait("tags", options=STACK), "USD")


def test_a_cell_names_everything_in_it() -> None:
    """Options that no rating tells apart are named together; ranges and tags too."""

    def trait(name: str, kind: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "label": name, "group": "firmographic", "kind": kind, "question": "?", **more}

    pack = {
        "name": "x", "title": "X", "version": 1, "owner": "a@example.com", "reviewed_on": "2026-11-01",
        "traits": [
            trait("industry", "choice", options={"saas": {"label": "SaaS"}, "retail": {}, "public_sector": {}}),
            trait("employees", "number"),
            trait("stack", "tags", options=STACK),
        ],
        "icps": [{"id": "p", "role": "primary", "name": "P", "ratings": {
            "industry": {"points": {"saas": 5}},
            "employees": {"points": {"50..200": 5}},
            "stack": {"points": [{"has": ["salesforce"], "points": 3}]},
        }}],
    }  # fmt: skip
    card = Scorecard.of(pack_of(pack))

    words = [[cell_words(card, place, cell) for cell in card.everything[place]] for place in range(3)]

    assert words == [
        ["SaaS", "retail or public sector"],
        ["<50 or >200", "50..200"],
        ["none of them", "Salesforce"],
    ]


def test_every_verdict_and_action_has_words() -> None:
    """Nothing is shown with an underscore in it."""
    words = [verdict_words(verdict) for verdict in Verdict] + [action_words(action) for action in Action]

    assert not any("_" in each or not each for each in words)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ({"kind": "person", "person": "U1"}, "U1"),
        ({"kind": "person"}, "somebody"),
        ({"kind": "import", "person": "crm.csv"}, "import crm.csv"),
        ({"kind": "crm"}, "crm"),
    ],
)
def test_a_source_says_who(source: dict[str, str], words: str) -> None:
    """A person stands by name, a file or system by its kind and name."""
    assert words == source_words(_answer(source=source).source)


def test_provenance_has_source_date_and_quote() -> None:
    """Where an answer comes from is said in full, as far as it is known."""
    assert provenance_words(_answer()) == "U1"
    assert provenance_words(_answer(on="2026-11-01", quote="around 120")) == "U1, 2026-11-01, “around 120”"


def _answer(**more: Any) -> Answer:
    return answer_of(1, "t", 120, **more)


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_lists_read_as_in_a_sentence(words: list[str], expected: str) -> None:
    """Commas, and one word before the last."""
    assert expected == listed(words)


def test_counts_agree_with_their_noun() -> None:
    """One answer, two answers."""
    assert [
        counted(1, "answer"), counted(2, "answer"), counted(0, "city", "cities")
    ] == ["1 answer", "2 answers", "0 cities"]  # fmt: skip
