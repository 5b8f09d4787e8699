"""Looking: what a page looks at and what its person does, as it says itself; web/src/protocol.ts has the same."""

from typing import Any

from bot.core.trait import Frozen


class Looking(Frozen):
    """Who looks at what."""

    person: str = ""
    """By user id; by name too in an address that somebody typed."""
    channel: str | None = None
    thread: str | None = None
    inspecting: bool = False


class Doing(Frozen):
    """What the person does, to be answered under its number."""

    number: int
    act: dict[str, Any]
    """As POST /control/act takes it."""
