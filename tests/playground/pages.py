"""Pages: what a page of the local Slack is sent, applied as the page does, without a browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect

from bot.playground.page.looking import Looking
from bot.playground.page.patch import patch_text
from bot.playground.page.scene import scene
from bot.playground.server import LocalSlack

SECONDS = 30.0


def seen(slack: LocalSlack, person: str, **looking: Any) -> dict[str, Any]:
    """Everything that a person's page shows, as the JSON that it gets."""
    text = patch_text({}, scene(slack.stage, Looking(person=person, **looking)), 0.0, always=True)
    parts: dict[str, Any] = json.loads(text or "")["set"]
    return parts


def of(parts: dict[str, Any], kind: str) -> list[Any]:
    """The parts of a kind, in the order of their keys."""
    return [parts[key] for key in sorted(parts) if key.startswith(f"{kind}/")]


class Page:
    """A page that is open: the parts that it has by now."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.parts: dict[str, Any] = {}
        self.patches = 0
        self.done = 0
        self.answers: dict[int, tuple[int, Any]] = {}

    def look(self, person: str, **looking: Any) -> None:
        """Look at something, and take everything that comes of it."""
        self.line.send(json.dumps({"person": person, "channel": None, "thread": None, "inspecting": False} | looking))
        self.take()

    def take(self, seconds: float = SECONDS) -> dict[str, Any]:
        """Take the next patch, or the answer to what was done."""
        patch: dict[str, Any] = json.loads(self.line.recv(seconds))
        if "answer" in patch:
            self.answers[patch["answer"]] = (patch["status"], patch["found"])
            return patch
        self.parts.update(patch["set"])
        for key in patch["drop"]:
            del self.parts[key]
        self.patches += 1
        return patch

    def do(self, person: str, what: str, app: str | None = None, /, **given: Any) -> tuple[int, Any]:
        """Do something over the connection as the page does it; patches that come meanwhile are taken."""
        self.done += 1
        asked = {"person": person, "app": app, "act": what, "arguments": given}
        self.line.send(json.dumps({"number": self.done, "act": asked}))
        while self.done not in self.answers:
            self.take()
        return self.answers[self.done]

    def until(self, wanted: str) -> None:
        """Take patches until a text is there."""
        while wanted not in json.dumps(self.parts):
            self.take()


@contextmanager
def opened(slack: LocalSlack) -> Iterator[Page]:
    """A page that is open meanwhile."""
    with connect(f"ws://127.0.0.1:{slack.port}/page/live", origin=slack.base_url, max_size=None) as line:  # type: ignore[arg-type]
        yield Page(line)


def act(slack: LocalSlack, person: str, what: str, app: str | None = None, /, **given: Any) -> httpx.Response:
    """Do something as the page does it."""
    asked = {"person": person, "app": app, "act": what, "arguments": given}
    return httpx.post(f"{slack.base_url}/control/act", json=asked)
