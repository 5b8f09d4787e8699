"""Mappings: what may be written in one, and what is named as wrong."""

from typing import Any

import pytest
from pydantic import JsonValue, ValidationError

from bot.core.mapping import RowMapping, find_problems, folded, to_value
from bot.core.trait import Trait
from tests.small import pack


def _mapping(answers: dict[str, Any], **more: Any) -> RowMapping:
    return RowMapping.model_validate({"name": "company", "answers": answers, **more})


def _trait(trait_id: str) -> Trait:
    trait = pack().trait(trait_id)
    assert trait is not None
    return trait


def _problems(mapping: RowMapping, columns: tuple[str, ...] | None = None) -> list[str]:
    return [f"{'.'.join(map(str, each.place))}: {each.message}" for each in find_problems(mapping, pack(), columns)]


def test_a_sound_mapping_has_no_problems() -> None:
    """Every key of a mapping may be used at once."""
    mapping = _mapping(
        {
            "industry": {"from": "sector", "map": {"Software": "saas", "Bank": "fintech"}, "otherwise": "other"},
            "employees": {"from": "size", "unknown": ["0", None], "map": {"1-10": {"min": "1", "max": "10"}}},
            "revenue": {"from": "money", "pattern": "([0-9]+)"},
            "budget": {"from": "funded", "map": {"ja": "true", "nein": "no"}, "otherwise": None},
            "stack": {
                "from": "tools",
                "map": {"sfdc": "salesforce", "all": ["snowflake", "excel"]},
                "at_least": "true",
            },
        },
        external_id="id",
        as_of="2026-06-30",
        skip_when=[{"from": "status", "in": ["dead"], "why": "closed"}],
    )

    assert [] == _problems(mapping, ("company", "id", "status", "sector", "size", "money", "funded", "tools", "spare"))
    assert [] == _problems(mapping)
    assert [] == _problems(_mapping({}), ("company",))


def test_every_problem_is_named_at_once_with_its_place() -> None:
    """Unknown traits, options, columns and bad patterns are all reported, each where it stands."""
    mapping = _mapping(
        {
            "headcount": {"from": "size"},
            "industry": {"from": "sector", "map": {"Soft": "sass", " SOFT ": "saas"}, "otherwise": "none"},
            "employees": {
                "from": "size",
                "pattern": "([0-9]+",
                "map": {"few": {"min": "9", "max": "2"}},
                "at_least": True,
            },
            "revenue": {"from": "money", "pattern": "[0-9]+", "map": {"much": "plenty"}},
            "budget": {"from": "funded", "map": {"x": "perhaps"}},
            "stack": {"from": "tools", "map": {"x": {"at_least": ["excel"]}, "y": "access", "z": ["excel", "word"]}},
        },
        external_id="key",
        skip_when=[{"from": "state", "in": ["dead"], "why": "closed"}],
    )

    problems = _problems(mapping, ("company", "size", "size", "sector", "money", "funded", "tools"))

    expected = (
        "answers.headcount: unknown trait 'headcount'",
        "answers.industry.map.Soft: industry: 'sass': allowed is one of saas, fintech, other",
        "answers.industry.map. SOFT : ' SOFT ' is the same text as 'Soft'",
        "answers.industry.otherwise: industry: 'none'",
        "answers.employees.at_least: at_least is for tags",
        "answers.employees.pattern: '([0-9]+' is no regular expression",
        "answers.employees.map.few: employees: {'min': 9, 'max': 2}: min is above max",
        "answers.revenue.pattern: '[0-9]+' has no group",
        "answers.revenue.map.much: 'plenty' is no number",
        "answers.budget.map.x: 'perhaps' is neither true nor false",
        "answers.stack.map.x: a tag or a list of tags is needed",
        "answers.stack.map.y: stack: 'access': allowed are salesforce, snowflake, excel",
        "answers.stack.map.z: stack: 'word': allowed are",
        "external_id: unknown column 'key'",
        "skip_when.0.from: unknown column 'state'",
        "answers.headcount.from: the file has more than one column 'size'",
        "answers.employees.from: the file has more than one column 'size'",
    )
    assert len(expected) == len(problems)
    assert [] == [
        (found, start) for found, start in zip(problems, expected, strict=True) if not found.startswith(start)
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "x"},
        {"answers": {}},
        {"name": "x", "answers": {}, "more": 1},
        {"name": "", "answers": {}},
        {"name": "x", "answers": {"industry": {}}},
        {"name": "x", "answers": {}, "skip_when": [{"from": "a", "in": [], "why": "b"}]},
        {"name": "x", "answers": {"industry": {"from": "a", "mapp": {}}}},
    ],
)
def test_a_mapping_of_another_form_is_refused(wrong: dict[str, Any]) -> None:
    """Unknown keys, missing ones and empty ones are no mapping."""
    with pytest.raises(ValidationError):
        RowMapping.model_validate(wrong)


@pytest.mark.parametrize(
    ("trait", "raw", "value"),
    [
        ("employees", "58", 58),
        ("employees", {"min": "50"}, {"min": 50}),
        ("employees", {"any_of": ["1", {"min": "2K", "max": "3K"}]}, {"any_of": [1, {"min": 2000, "max": 3000}]}),
        ("employees", None, None),
        ("industry", "saas", "saas"),
        ("industry", "null", None),
        ("budget", "Yes", True),
        ("budget", "false", False),
        ("budget", True, True),
        ("stack", ["excel", "snowflake"], ["excel", "snowflake"]),
    ],
)
def test_texts_become_values_of_their_trait(trait: str, raw: object, value: JsonValue) -> None:
    """What a mapping file writes as text is a number for a number, a truth value for a flag, and an id for an option."""
    assert value == to_value(raw, _trait(trait))
    assert type(value) is type(to_value(raw, _trait(trait)))


def test_otherwise_null_is_not_the_same_as_no_otherwise() -> None:
    """Null says "not known, and that is fine"; nothing says "count it"."""
    mapping = _mapping({"industry": {"from": "a", "otherwise": None}, "budget": {"from": "a"}})

    assert [True, False] == [each.catches_the_rest for each in mapping.answers.values()]


def test_texts_are_folded_to_be_compared() -> None:
    """Letter case and blanks of any kind do not count."""
    assert "united states" == folded("  United\u00a0\tSTATES ")


def test_the_field_of_the_stage_has_to_be_there() -> None:
    """The column that holds the stage is looked for as every other one is."""
    mapping = RowMapping.model_validate({"name": "company", "stage": "phase", "answers": {}})

    assert [] == find_problems(mapping, pack(), ("company", "phase"))
    [problem] = find_problems(mapping, pack(), ("company", "phases"))
    assert (("stage",), "unknown column 'phase'") == (problem.place, problem.message.split(";")[0])
