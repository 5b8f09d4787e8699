"""Visible: what other people wrote cannot act on the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.visible import visible


@given(st.text())
def test_nothing_that_acts_gets_through(text: str) -> None:
    """No control character but the line feed is left, and nothing that turns text around."""
    left = {unicodedata.category(character) for character in visible(text) if character != "\n"}

    assert "Cc" not in left
    assert not set(visible(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("text", ["Müllerhaus & Söhne", "東京", "مرحبا", "👩\u200d💻", "a\nb"])
def test_letters_of_any_script_stay(text: str) -> None:
    """Only what acts is written out."""
    assert text == visible(text)
