"""Values: every form that is taken, every form that is refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import ValueRefused
from bot.core.ranges import LARGEST
from bot.core.trait import Kind, Trait
from bot.core.value import UNKNOWN, AnyOf, Dated, Pick, Span, TagSet, Unknown, read_dated, read_value
from tests.strategies import raw_values, traits


def _trait(kind: str) -> Trait:
    options: dict[str, Any] = {"a": {}, "b": {}, "5": {}} if kind in ("choice", "tags") else {}
    return Trait.model_validate(
        {"id": "x", "label": "X", "group": "firmographic", "kind": kind, "question": "X?", "options": options}
    )


@pytest.mark.parametrize("kind", ["number", "money"])
@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (120, Span(120, 120)),
        (0, Span(0, 0)),
        (-0.0, Span(0, 0)),
        (LARGEST, Span(LARGEST, LARGEST)),
        (1e15, Span(LARGEST, LARGEST)),
        (0.5, Span(1, 1)),
        (49.5, Span(50, 50)),
        (49.49, Span(49, 49)),
        (2.675, Span(3, 3)),
        (Decimal("0.49999999999999999999"), Span(0, 0)),
        ({"min": 50, "max": 200}, Span(50, 200)),
        ({"min": 49.5, "max": 200.5}, Span(50, 201)),
        ({"min": 50}, Span(50, None)),
        ({"max": 200}, Span(0, 200)),
        ({"min": 7, "max": 7}, Span(7, 7)),
        ({"min": 7.0, "max": Decimal(7)}, Span(7, 7)),
        ({"any_of": [120, {"min": 500}, None]}, AnyOf((Span(120, 120), Span(500, None), UNKNOWN))),
        (None, UNKNOWN),
    ],
)
def test_reads_numbers(kind: str, raw: object, form: object) -> None:
    """A number or a range of numbers is taken as whole numbers, halves rounded up."""
    assert form == read_value(raw, _trait(kind))


@pytest.mark.parametrize("kind", ["number", "money"])
@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (True, "a number is needed"),
        (False, "a number is needed"),
        ("120", "a number is needed"),
        ([120], "a number is needed"),
        ([], "a number is needed"),
        (-1, "negative"),
        (-0.4, "negative"),
        (-(10**400), "negative"),
        (LARGEST + 1, "above 10^15"),
        (1e16, "above 10^15"),
        (10**400, "above 10^15"),
        (Decimal("1e400"), "above 10^15"),
        (Decimal("1000000000000000.4"), "above 10^15"),
        (float("nan"), "not finite"),
        (float("inf"), "not finite"),
        (float("-inf"), "not finite"),
        (Decimal("NaN"), "not finite"),
        (Decimal("sNaN"), "not finite"),
        (Decimal("Infinity"), "not finite"),
        ({}, "a range holds"),
        ({"min": 1, "to": 2}, "a range holds"),
        ({"at_least": [1]}, "a range holds"),
        ({"min": None, "max": 5}, "a number is needed"),
        ({"min": "1"}, "a number is needed"),
        ({"max": True}, "a number is needed"),
        ({"min": -1}, "negative"),
        ({"max": LARGEST + 1}, "above 10^15"),
        ({"min": float("nan")}, "not finite"),
        ({"min": 200, "max": 50}, "min is above max"),
        ({"min": 50.4, "max": 50.2}, "min is above max"),
        ({"any_of": []}, "any_of"),
        ({"any_of": 5}, "any_of"),
        ({"any_of": {"min": 1}}, "any_of"),
        ({"any_of": [1], "min": 5}, "any_of"),
        ({"any_of": [1, {"any_of": [2]}]}, "another"),
        ({"any_of": [1, "2"]}, "a number is needed"),
        ({"any_of": [{"value": 1, "on": "2026-11-01"}]}, "a range holds"),
    ],
)
def test_refuses_numbers(kind: str, raw: object, why: str) -> None:
    """A number that is no number, below 0, not finite or too large is refused, and so is a range that is none."""
    with pytest.raises(ValueRefused, match=why.replace("^", r"\^")):
        read_value(raw, _trait(kind))


@pytest.mark.parametrize(
    ("kind", "raw", "form"),
    [
        ("choice", "a", Pick("a")),
        ("choice", "5", Pick("5")),
        ("choice", None, UNKNOWN),
        ("choice", {"any_of": ["a", "b"]}, AnyOf((Pick("a"), Pick("b")))),
        ("flag", True, Pick("yes")),
        ("flag", False, Pick("no")),
        ("flag", "yes", Pick("yes")),
        ("flag", "no", Pick("no")),
        ("flag", {"any_of": [True, "no"]}, AnyOf((Pick("yes"), Pick("no")))),
        ("tags", ["a", "b"], TagSet(frozenset("ab"))),
        ("tags", ["a", "a"], TagSet(frozenset("a"))),
        ("tags", [], TagSet(frozenset())),
        ("tags", {"at_least": ["a"]}, TagSet(frozenset("a"), open_ended=True)),
        ("tags", {"at_least": []}, TagSet(frozenset(), open_ended=True)),
        (
            "tags",
            {"any_of": [["a"], {"at_least": ["b"]}]},
            AnyOf((TagSet(frozenset("a")), TagSet(frozenset("b"), open_ended=True))),
        ),
    ],
)
def test_reads_options(kind: str, raw: object, form: object) -> None:
    """Options, flags and lists of tags are taken in each of their forms."""
    assert form == read_value(raw, _trait(kind))


@pytest.mark.parametrize(
    ("kind", "raw", "why"),
    [
        ("choice", "c", "allowed is one of a, b, 5"),
        ("choice", "A", "allowed is one of"),
        ("choice", "", "allowed is one of"),
        ("choice", 5, "allowed is one of"),
        ("choice", True, "allowed is one of"),
        ("choice", ["a"], "allowed is one of"),
        ("choice", {"min": 1}, "allowed is one of"),
        ("choice", {"any_of": ["a", "c"]}, "allowed is one of"),
        ("flag", 1, "true or false"),
        ("flag", 0, "true or false"),
        ("flag", "true", "true or false"),
        ("flag", [True], "true or false"),
        ("tags", "a", "list of tags"),
        ("tags", True, "list of tags"),
        ("tags", ["c"], "allowed are a, b, 5"),
        ("tags", [5], "allowed are"),
        ("tags", [["a"]], "allowed are"),
        ("tags", [None], "allowed are"),
        ("tags", {"at_least": "a"}, "list of tags"),
        ("tags", {"at_least": ["a"], "more": 1}, "at_least"),
        ("tags", {}, "at_least"),
        ("tags", {"any_of": ["a"]}, "list of tags"),
        ("tags", {"any_of": []}, "any_of"),
    ],
)
def test_refuses_options(kind: str, raw: object, why: str) -> None:
    """What is not among the options is refused, and the message says what is allowed."""
    with pytest.raises(ValueRefused, match=why):
        read_value(raw, _trait(kind))


def test_message_stays_short() -> None:
    """A refused value is shown, but never at any length."""
    with pytest.raises(ValueRefused) as refused:
        read_value("a" * 10_000, _trait("number"))

    assert str(refused.value).startswith("x: 'aaaa")
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("raw", "form", "on"),
    [
        (5, Span(5, 5), None),
        (None, UNKNOWN, None),
        ({"min": 5}, Span(5, None), None),
        ({"value": 5, "on": "2026-11-01"}, Span(5, 5), date(2026, 11, 1)),
        ({"value": None, "on": "2024-02-29"}, UNKNOWN, date(2024, 2, 29)),
        ({"value": {"any_of": [5]}, "on": "2026-11-01"}, AnyOf((Span(5, 5),)), date(2026, 11, 1)),
    ],
)
def test_reads_the_date_of_a_value(raw: object, form: Any, on: date | None) -> None:
    """A value may say on which day it was true."""
    assert Dated(form, on) == read_dated(raw, _trait("number"))


@pytest.mark.parametrize(
    "raw",
    [
        {"value": 5},
        {"value": 5, "on": None},
        {"value": 5, "on": "2026-13-01"},
        {"value": 5, "on": "2026-02-29"},
        {"value": 5, "on": "01.11.2026"},
        {"value": 5, "on": "2026-1-1"},
        {"value": 5, "on": "20261101"},
        {"value": 5, "on": "2026-W45-1"},
        {"value": 5, "on": "2026-11-01T00:00:00"},
        {"value": 5, "on": 20261101},
        {"value": 5, "on": "2026-11-01", "by": "me"},
        {"value": {"value": 5, "on": "2026-11-01"}, "on": "2026-11-01"},
        {"on": "2026-11-01"},
    ],
)
def test_refuses_dates(raw: object) -> None:
    """A date is a day that exists, written as 2026-11-01, and nothing else stands beside it."""
    with pytest.raises(ValueRefused):
        read_dated(raw, _trait("number"))


@given(st.data(), traits(1))
def test_every_form_of_the_contract_is_taken(data: st.DataObject, plain: dict[str, Any]) -> None:
    """Each form that the contract allows for a kind of trait is read, and reads the same again."""
    trait = Trait.model_validate(plain)
    raw = data.draw(raw_values(plain))

    assert read_dated(raw, trait) == read_dated(raw, trait)


_ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.sampled_from(["a", "b"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["min", "max", "any_of", "at_least", "value", "on", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(_ANY_JSON, st.sampled_from(Kind))
def test_any_json_is_taken_or_refused(raw: Any, kind: Kind) -> None:
    """Whatever JSON comes, it is read or refused with a sentence; nothing else is raised."""
    try:
        form: object = read_dated(raw, _trait(kind)).form
    except ValueRefused as refused:
        form = str(refused)

    assert isinstance(form, Span | Pick | TagSet | AnyOf | Unknown) or str(form).startswith("x: ")
