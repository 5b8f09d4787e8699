"""One account in one line of JSON: what is taken, and what is refused and why."""

import json
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import LineRefused
from bot.core.line import DEEPEST, AccountLine, read_json, read_line
from bot.core.ranges import LARGEST, round_half_up

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def _line(answers: str = "{}", **more: object) -> str:
    rest = "".join(f", {json.dumps(key)}: {json.dumps(value)}" for key, value in more.items())
    return f'{{"name": "Acme", "answers": {answers}{rest}}}'


def test_reads_name_and_answers() -> None:
    """A line gives a name and raw values by trait, in the order of the line."""
    line = read_line('{"name": "Acme", "answers": {"employees": 120, "budget": true, "stack": ["a"], "us": null}}')

    assert AccountLine("Acme", None, {"employees": 120, "budget": True, "stack": ["a"], "us": None}) == line
    assert ["employees", "budget", "stack", "us"] == list(line.answers)


@pytest.mark.parametrize(
    ("written", "read"),
    [("42", "42"), (" a-1 ", "a-1"), (42, "42"), (10**18, str(10**18)), (None, None), ("0042", "0042")],
)
def test_external_id_is_text_or_whole_number(written: object, read: str | None) -> None:
    """An external id is kept as text, digit by digit; null is the same as none."""
    assert read == read_line(_line(external_id=written)).external_id


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "no valid JSON: Expecting value at character 1"),
        ("{", "no valid JSON"),
        ('{"name": "a", "answers": {}} x', "Extra data at character 30"),
        ('"Acme"', "a line is one JSON object"),
        ("[]", "a line is one JSON object"),
        ('{"answers": {}}', 'the key "name" is missing'),
        ('{"name": "a"}', 'the key "answers" is missing'),
        ('{"name": " ", "answers": {}}', '"name" must be a text'),
        ('{"name": 7, "answers": {}}', '"name" must be a text'),
        ('{"name": "a", "answers": []}', '"answers" must be an object'),
        ('{"name": "a", "answers": null}', '"answers" must be an object'),
        (_line(website="x"), "the key 'website' is not known; allowed are name, answers, external_id"),
        (_line(external_id=True), '"external_id" must be'),
        (_line(external_id=1.5), '"external_id" must be'),
        (_line(external_id=""), '"external_id" must be'),
        (_line(external_id=["1"]), '"external_id" must be'),
        ('{"name": "a", "name": "b", "answers": {}}', "the key 'name' is written twice"),
        (_line('{"t": 1, "t": 2}'), "the key 't' is written twice"),
        (_line('{"t": {"min": 1, "min": 2}}'), "the key 'min' is written twice"),
        (_line('{"t": NaN}'), "NaN is no number"),
        (_line('{"t": -Infinity}'), "-Infinity is no number"),
        (_line('{"t": 1e400}'), "beyond all bounds"),
        (_line('{"t": 1e999999999999999999999}'), "beyond all bounds"),
        (_line('{"t": ' + "9" * 5000 + "}"), "a number has 5000 digits; at most 100 are allowed"),
        (_line(r'{"t": "\ud800"}'), "half of a surrogate pair"),
        (_line(r'{"\udc00": 1}'), "half of a surrogate pair"),
        (_line('{"t": "\ud800"}'), "half of a surrogate pair"),
        (_line('{"t": ' + "[" * 50 + "]" * 50 + "}"), "nested more than 20 levels deep"),
        (_line('{"t": ' + "[" * 200_000 + "]" * 200_000 + "}"), "nested more than 20 levels deep"),
        ("\ufeff" + _line(), "no valid JSON"),
        (
            b'{"name": "Caf\xe9", "answers": {}}'.decode(errors="surrogateescape"),
            "byte 0xE9 is not UTF-8; save the file",
        ),
        (_line() + " " * 1_000_000, "the line is longer than 1,000,000 characters"),
    ],
)
def test_refuses_what_is_not_strict(line: str, why: str) -> None:
    """Everything that is not exactly one strict object of the form is refused with its reason."""
    with pytest.raises(LineRefused) as refusal:
        read_line(line)

    assert why in str(refusal.value)


def test_a_refusal_is_short_and_printable() -> None:
    """What is wrong with a line is named without pasting the line or its control characters."""
    with pytest.raises(LineRefused) as refusal:
        read_line(_line('{"' + "x\\u0007" * 500 + '": 1}')[:-1] + ', "\\u001b[31m' + "y" * 900 + '": 1}')

    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 200


def test_whole_pairs_of_surrogates_are_characters() -> None:
    """A character outside the basic plane may be written as a pair of escapes."""
    assert "\U0001f600" == read_json(r'"\ud83d\ude00"')


def test_the_deepest_allowed_nesting_is_read() -> None:
    """Nesting is refused one level beyond the limit, not at it."""
    assert isinstance(read_json("[" * DEEPEST + "]" * DEEPEST), list)
    with pytest.raises(LineRefused):
        read_json("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0.1", 0.1),
        ("1e3", 1000.0),
        ("49.49999999999999999999999", 49),
        ("49.50000000000000000000001", 50),
        ("0." + "1" * 5000, 0),
        ("-0.49999999999999999999999", -0.5),
    ],
)
def test_decimals_keep_what_counts(written: str, read: float) -> None:
    """A decimal that no float can hold rounds from its exact digits, and a negative one stays negative."""
    assert read == read_json(written)


@given(st.decimals(min_value=0, max_value=LARGEST, allow_nan=False, places=25))
def test_decimals_round_as_written(exact: Decimal) -> None:
    """Whatever the digits, the number that was read rounds to the same whole number as the one that was written."""
    read = read_json(f"{exact:f}")

    assert isinstance(read, int | float)
    assert round_half_up(exact) == round_half_up(read)


@given(_JSON)
def test_reads_back_what_json_writes(value: object) -> None:
    """Any value within the limits comes back equal, escaped or not."""
    assert value == read_json(json.dumps(value))
    assert value == read_json(json.dumps(value, ensure_ascii=False))


@given(st.text(max_size=60))
def test_never_fails_otherwise(text: str) -> None:
    """Whatever a line holds, it is read or refused."""
    with suppress(LineRefused):
        assert read_line(text).name.strip()
