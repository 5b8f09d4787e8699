"""Status: a sign of life for whoever waits longer than a moment, in the thread where they asked.

What is answered at once shows nothing. One thread serves everybody, so that nothing waits for the sign itself, and what
was shown is always taken back by the same thread, after it was shown.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.slack.client import ask
from bot.slack.fallback import Extras
from bot.slack.place import Place
from bot.slack.views.errors import STATUS

AFTER = 0.7
"""Seconds that an answer may take without a sign of life."""


@dataclass(slots=True, eq=False)
class _Wait:
    channel: str
    thread: str
    due: float
    shown: bool = False


class Status:
    """Shows that Fika is working.

    Args:
        client: how Slack is called.
        after: seconds that an answer may take without a sign of life.
        ticks: seconds that pass evenly.
    """

    def __init__(self, client: WebClient, *, after: float = AFTER, ticks: Callable[[], float] = time.monotonic) -> None:
        self._client, self._extras, self._after, self._ticks = client, Extras(ticks), after, ticks
        self._waiting: deque[_Wait] = deque()
        self._done: deque[_Wait] = deque()
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    @contextmanager
    def while_working(self, place: Place) -> Iterator[None]:
        """A block of work; a sign of life is shown if it takes longer than a moment, and taken back when it ends.

        Nothing is shown where there is no thread to show it in: a command, Home, a form.
        """
        thread = place.thread or place.at
        if place.channel is None or thread is None:
            yield
            return
        wait = self._begin(place.channel, thread)
        try:
            yield
        finally:
            self._end(wait)

    def close(self) -> None:
        """Take back what is shown, and end."""
        with self._change:
            self._closed = True
            self._change.notify()
        if self._thread is not None:
            self._thread.join()

    def _begin(self, channel: str, thread: str) -> _Wait:
        wait = _Wait(channel, thread, self._ticks() + self._after)
        with self._change:
            self._waiting.append(wait)  # everybody waits equally long: who came first is due first
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="status", daemon=True)
                self._thread.start()
            self._change.notify()
        return wait

    def _end(self, wait: _Wait) -> None:
        with self._change:
            if wait.shown:
                self._done.append(wait)
                self._change.notify()
            else:
                self._waiting.remove(wait)

    def _serve(self) -> None:
        while (turn := self._next()) is not None:
            self._say(*turn)

    def _next(self) -> tuple[_Wait, str] | None:
        """What to say next, once it is time; None at the end."""
        with self._change:
            while True:
                if self._done:
                    return self._done.popleft(), ""
                if self._closed:
                    return None
                pause = self._waiting[0].due - self._ticks() if self._waiting else None
                if pause is not None and pause <= 0:
                    wait = self._waiting.popleft()
                    wait.shown = True
                    return wait, STATUS
                self._change.wait(pause)

    def _say(self, wait: _Wait, status: str) -> None:
        self._extras.call(
            "assistant.threads.setStatus",
            lambda: ask(
                lambda: self._client.assistant_threads_setStatus(
                    channel_id=wait.channel, thread_ts=wait.thread, status=status
                )
            ),
        )
