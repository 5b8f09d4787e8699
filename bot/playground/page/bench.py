"""Bench: what the author of something the app answers from is shown beside the page, whoever makes it.

The local Slack serves any app and knows no packs. Whoever starts it may give it a bench.
"""

from collections.abc import Callable
from typing import Protocol

from bot.playground.model import Json


class Bench(Protocol):
    """What is written, how it stands, and what the latest change of it changed."""

    def report(self) -> Json:
        """The part `bench` of the page's protocol (web/src/protocol.ts)."""

    def on_change(self, listener: Callable[[], None]) -> None:
        """Tell this listener whenever there is another report, from any thread."""
