"""A real state in a folder of its own."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import JsonValue

from bot.core.account import Source, SourceKind
from bot.ports import NewAnswer, Scope
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for the state, which is not there yet."""
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> SqlStore:
    """An empty state that waits for nobody."""
    return SqlStore.open(home, wait=0.1)


@pytest.fixture
def scope() -> Scope:
    """The terminal's accounts of one pack."""
    return Scope("local", "harbor")


NewAnswerOf = Callable[..., NewAnswer]


@pytest.fixture
def said() -> NewAnswerOf:
    """What somebody said about a trait."""

    def said(
        trait: str, value: JsonValue, person: str = "ann", on: date | None = None, quote: str | None = None
    ) -> NewAnswer:
        return NewAnswer(trait, value, Source(kind=SourceKind.PERSON, person=person), NOW, on=on, quote=quote)

    return said
