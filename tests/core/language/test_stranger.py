"""Whom one meets is noticed even where no buyer role of the pack is called so."""

from functools import cache

import pytest

from bot.bootstrap import shipped
from bot.core.language.setting import scene_of
from bot.core.language.stranger import stranger_in, stranger_words
from bot.core.pack import Pack
from bot.library.loader import load_pack


@cache
def harbor() -> Pack:
    """The example pack."""
    return load_pack(shipped("knowledge") / "harbor").pack


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("brief me on Fogbarrel with the plumber", "plumber"),
        ("brief Acme with the janitor", "janitor"),
        ("brief me on Acme with ops tomorrow 10:00", "ops"),
        ("brief me on Acme w/ ops", "ops"),
        ("brief me on Acme, meeting with their head of facilities in evaluate", "head of facilities"),
        ("meeting John Smith on Monday", "John Smith"),
        ("brief me with the CFO tomorrow", None),
        ("brief me on my call with Acme tomorrow", None),
        ("brief me on my call with Acme Europe", None),
        ("brief me on it with the latest numbers", None),
        ("brief me on it, I meet them at 10:00", None),
        ("brief me on Acme", None),
    ],
)
def test_stranger(text: str, stranger: str | None) -> None:
    """A role that nobody knows is named; the account, and what is nobody, is not taken for one."""
    assert stranger == stranger_in(text, scene_of(harbor()), ("Acme",))


def test_words() -> None:
    """It is said who is not there, and who is."""
    nobody = harbor().model_copy(update={"personas": ()})

    assert "No persona is called janitor; say CFO, CRO" in stranger_words("janitor", harbor())
    assert "No persona is called janitor; this pack describes no buyer roles." == stranger_words("janitor", nobody)
