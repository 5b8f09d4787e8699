"""Canonical JSON: equal values are equal bytes."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.canonical import canonical_json, sha256_hex

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_form() -> None:
    """Keys are sorted, no spaces follow separators, and letters are not escaped."""
    assert '{"a":[1,2.0,null],"b":"Ærø \\"x\\""}' == canonical_json({"b": 'Ærø "x"', "a": [1, 2.0, None]})


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_are_not_finite_are_refused(number: float) -> None:
    """JSON has no word for what is not a finite number."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json([number])


@given(_JSON)
def test_reads_back(value: Any) -> None:
    """What is written reads back as the same value, and is written the same again."""
    text = canonical_json(value)

    assert value == json.loads(text)
    assert text == canonical_json(json.loads(text))


@given(st.dictionaries(st.text(), st.integers(), max_size=5), st.randoms())
def test_order_of_keys_does_not_count(value: dict[str, int], random: Any) -> None:
    """The order in which keys were written changes neither the text nor the fingerprint."""
    keys = list(value)
    random.shuffle(keys)

    assert sha256_hex(value) == sha256_hex({key: value[key] for key in keys})


def test_fingerprint() -> None:
    """The fingerprint is the SHA-256 of the text in UTF-8."""
    assert "7a5c0a6b0b0050fa6213ab1ea390c61d9a7b88285c805c88f18774146bab00ce" == sha256_hex("ø")
