"""`fika demo` without a terminal: what a visitor and a build see."""

import pytest

from tests.cli.conftest import Fika


def test_three_examples(fika: Fika) -> None:
    """It loads pack and accounts, answers three questions and stops."""
    ran = fika("demo")

    assert (0, "") == (ran.status, ran.err)
    assert "Harbor (example), version 1: published." == ran.lines[0]
    assert 3 == sum(line.startswith("> ") for line in ran.lines)
    assert "Work on these, it is decided:" in ran.lines


def test_twice(fika: Fika) -> None:
    """The second time it is loaded already and says the same about the accounts."""
    first, second = fika("demo"), fika("demo")

    assert 0 == second.status
    assert "  0 new, 0 updated, 36 unchanged." in second.lines
    assert first.out.partition("\n> ")[2] == second.out.partition("\n> ")[2]


def test_whatever_is_set(fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration is about its own pack, whichever one is set."""
    monkeypatch.setenv("FIKA_PACK", "posthog")

    assert "Harbor (example), version 1: published." == fika("demo").lines[0]
