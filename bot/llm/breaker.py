"""Breaker: leaves a model alone that failed several times in a row, and then tries it once.

A class of its own because a call must never wait for another one, because exactly one call is the trial, and because
the clock comes in.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from bot.ports.model import Failure, ModelFailed

IN_A_ROW = 3
REST = 30.0
"""Seconds."""


class Breaker:
    """Counts failures in a row; safe for threads."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._lock = Lock()
        self._failures, self._rests_until = 0, 0.0

    @contextmanager
    def call(self) -> Iterator[None]:
        """One call; it failed where it raises `ModelFailed`, unless that is because nobody wanted to hear more.

        Raises:
            ModelFailed: RESTING, as it failed too often a moment ago.
        """
        self._let_in()
        try:
            yield
        except ModelFailed as failed:
            self._note(failed=failed.why is not Failure.STOPPED)
            raise
        except BaseException:
            self._note(failed=False)
            raise
        self._note(failed=False)

    def _let_in(self) -> None:
        with self._lock:
            if self._failures < IN_A_ROW:
                return
            now = self._ticks()
            if now < self._rests_until:
                raise ModelFailed(Failure.RESTING)
            # Whoever comes next is turned away, until this trial is over or has had all the time there is.
            self._rests_until = now + REST

    def _note(self, *, failed: bool) -> None:
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= IN_A_ROW:
                self._rests_until = self._ticks() + REST
