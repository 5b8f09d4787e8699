"""Mapping: how the rows of somebody else's file become answers."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass

from pydantic import JsonValue


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file."""

    line: int
    """Where it begins, from 1."""
    fields: Dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be read."""

    line: int
    why: str
