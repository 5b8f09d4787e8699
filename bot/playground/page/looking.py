"""Looking: what a page looks at, as it says itself; web/src/protocol.ts has the same."""

from bot.core.trait import Frozen


class Looking(Frozen):
    """Who looks at what."""

    person: str = ""
    """By user id; by name too in an address that somebody typed."""
    channel: str | None = None
    thread: str | None = None
    inspecting: bool = False
