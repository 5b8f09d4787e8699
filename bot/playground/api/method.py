"""Method: what a method of the Web API is, what it is asked with, and how it refuses.

A method is a function from what was asked to the answer without `ok`. It refuses by raising; whoever calls it turns
that into Slack's form. Arguments come as strings from forms and as values from JSON, and are read the same way here.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.model import Installed, Json
from bot.playground.world import World


class Refused(Exception):
    """Raised when a method is not carried out; holds Slack's error id and what stands beside it."""

    def __init__(self, error: str, messages: Iterable[str] = (), **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.messages = list(messages)
        self.more = more


@dataclass(slots=True)
class Asked:
    """One call of a method: by whom, with what."""

    world: World
    method: str
    arguments: Json
    app: Installed
    base_url: str
    faults: list[Any] = field(default_factory=list)
    """What was found wrong with the payload, hazards too."""

    def maybe(self, name: str) -> str | None:
        """An argument as text; None where it is missing or empty."""
        value = self.arguments.get(name)
        return None if value is None or value == "" else str(value)

    def text(self, name: str, missing: str | None = None) -> str:
        """An argument that must be there.

        Raises:
            Refused: it is missing.
        """
        value = self.maybe(name)
        if value is None:
            if missing:
                raise Refused(missing)
            raise Refused("invalid_arguments", [f"[ERROR] missing required field: {name}"])
        return value

    def number(self, name: str, default: int) -> int:
        """An argument that is a whole number.

        Raises:
            Refused: it is something else.
        """
        value = self.maybe(name)
        try:
            return default if value is None else int(value)
        except ValueError:
            raise Refused("invalid_arguments", [f"[ERROR] must be a number: {name}"]) from None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """An argument that is true or false."""
        value = self.maybe(name)
        return default if value is None else value.lower() in ("true", "1")

    def data(self, name: str, kind: type[Any], wrong: str = "invalid_arguments") -> Any:
        """An argument that is a list or an object, as such or written as JSON; None where it is missing.

        Raises:
            Refused: it is something else.
        """
        value = self.arguments.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                raise Refused(wrong) from None
        if not isinstance(value, kind):
            raise Refused(wrong)
        return value

    def need(self, *scopes: str) -> None:
        """Insist that one of these scopes was granted.

        Raises:
            Refused: none was.
        """
        if not self.app.scopes.intersection(scopes):
            provided = ",".join(sorted(self.app.scopes))
            raise Refused("missing_scope", needed=scopes[0], provided=provided)


Answer = Mapping[str, Any]
Run = Callable[[Asked], Answer]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the Web API."""

    name: str
    run: Run
    scopes: tuple[str, ...] = ()
    """One of these is needed; the first is the one that is named."""
    classic: bool = True
    """Whether it is known where only the classic methods are."""


METHODS: dict[str, Method] = {}


def method(name: str, *scopes: str, classic: bool = True) -> Callable[[Run], Run]:
    """Make a function the method of that name."""

    def made(run: Run) -> Run:
        METHODS[name] = Method(name, run, scopes, classic)
        return run

    return made
