"""Traits: which options a kind allows, how long an answer lasts, and how to ask."""

from typing import Any

import pytest
from pydantic import ValidationError

from bot.core.trait import Kind, Trait


def _trait(**more: Any) -> Trait:
    shape = {"id": "x", "label": "X", "group": "firmographic", "kind": "flag", "question": "What of X at {account}?"}
    return Trait.model_validate(shape | more)


@pytest.mark.parametrize(
    ("kind", "options", "why"),
    [
        ("number", {"a": {}}, "ranges cut its values"),
        ("money", {"a": {}}, "ranges cut its values"),
        ("flag", {"yes": {}, "maybe": {}}, "yes and no, nothing else"),
        ("choice", {}, "needs options"),
        ("tags", {}, "needs options"),
    ],
)
def test_options_that_do_not_fit_the_kind_are_refused(kind: str, options: dict[str, Any], why: str) -> None:
    """Numbers have no options, a flag has only yes and no, and a choice or a list of tags needs some."""
    with pytest.raises(ValidationError, match=why):
        _trait(kind=kind, options=options)


@pytest.mark.parametrize(
    ("kind", "options", "ids"),
    [
        ("flag", {}, ("yes", "no")),
        ("flag", {"no": {}}, ("no", "yes")),
        ("choice", {"b": {}, "a": {}}, ("b", "a")),
        ("tags", {"b": {}, "a": {}}, ("b", "a")),
        ("number", {}, ()),
    ],
)
def test_options_keep_the_order_of_the_pack(kind: str, options: dict[str, Any], ids: tuple[str, ...]) -> None:
    """Options come in pack order; a flag has yes and no whether it lists them or not."""
    assert ids == _trait(kind=kind, options=options).option_ids


def test_only_numbers_and_money_are_numeric() -> None:
    """Ranges cut numbers and sums of money, and nothing else."""
    assert {Kind.NUMBER, Kind.MONEY} == {kind for kind in Kind if kind.is_numeric}


def test_labels_of_options() -> None:
    """An option is called by its label, or by its id with spaces."""
    trait = _trait(kind="choice", options={"b2b_saas": {"label": "B2B SaaS"}, "non_profit": {}})

    assert ["B2B SaaS", "non profit", "un heard of"] == [
        trait.option_label(option) for option in ("b2b_saas", "non_profit", "un_heard_of")
    ]


def test_question_names_the_account() -> None:
    """The question is put for an account, whatever characters its name has."""
    assert "What of X at {Acme} %s?" == _trait().ask("{Acme} %s")


@pytest.mark.parametrize(
    ("field", "value"), [("expires_after", 0), ("cost", -1), ("asks", 13), ("kind", "text"), ("x", 1)]
)
def test_what_a_trait_may_not_say(field: str, value: object) -> None:
    """Values out of bounds and unknown keys are refused."""
    with pytest.raises(ValidationError, match=field):
        _trait(**{field: value})
