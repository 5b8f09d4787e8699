"""Paging: long lists in parts, by a cursor that only we can read."""

import base64
from collections.abc import Sequence
from typing import TypeVar

from bot.playground.api.method import Asked, Refused
from bot.playground.model import Json

T = TypeVar("T")
MOST = 999


def limit_of(asked: Asked, default: int) -> int:
    """How many are asked for.

    Raises:
        Refused: fewer than one or more than Slack gives.
    """
    limit = asked.number("limit", default)
    if limit == 0:
        return default
    if not 0 < limit <= MOST + 1:
        raise Refused("invalid_limit")
    return min(limit, MOST)


def page(asked: Asked, items: Sequence[T], default: int = 100) -> tuple[Sequence[T], Json]:
    """One part of a list, and what the answer says of the next.

    Raises:
        Refused: the cursor is none of ours.
    """
    start = int(cursor_of(asked, "at") or 0)
    end = start + limit_of(asked, default)
    more = cursor("at", str(end)) if end < len(items) else ""
    return items[start:end], {"response_metadata": {"next_cursor": more}}


def cursor(kind: str, where: str) -> str:
    """A cursor that stands for a place."""
    return base64.b64encode(f"{kind}:{where}".encode()).decode()


def cursor_of(asked: Asked, kind: str) -> str | None:
    """The place that the cursor stands for; None where none was given.

    Raises:
        Refused: it is none of ours.
    """
    given = asked.maybe("cursor")
    if given is None:
        return None
    try:
        name, _, where = base64.b64decode(given, validate=True).decode().partition(":")
    except ValueError:
        raise Refused("invalid_cursor") from None
    if name != kind or not where.replace(".", "").isdigit():
        raise Refused("invalid_cursor")
    return where
