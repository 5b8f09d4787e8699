"""Faults: what goes wrong on request, in the Web API and in deliveries. Nothing here happens by itself or by chance."""

import asyncio
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

DROP = "drop"
"""An answer that never comes: the connection is cut."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that goes wrong with a call of the Web API."""

    error: str | None = None
    """The id of Slack's error; `drop` cuts the connection."""
    status: int = 200
    retry_after: int | None = None
    """Of a 429."""
    slow: float = 0.0
    """How many seconds pass before anything else."""
    late: bool = False
    """Whether the call is carried out all the same, and only its answer is lost."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What stands in the answer beside the error."""

    @property
    def only_slow(self) -> bool:
        """Whether the call succeeds in the end."""
        return self.error is None and self.status == 200  # noqa: PLR2004 - the status of success

    def response(self) -> Response:
        """The answer, where there is one."""
        if self.status == 429:  # noqa: PLR2004 - the status of a rate limit
            headers = {"retry-after": str(self.retry_after or 1)}
            return JSONResponse({"ok": False, "error": "ratelimited"}, 429, headers)
        if self.status != 200:  # noqa: PLR2004 - the status of success
            return PlainTextResponse("", self.status)
        return JSONResponse({"ok": False, "error": self.error, **self.extra})


@dataclass(slots=True)
class _Planned:
    wrong: Wrong
    method: str
    where: Callable[[Mapping[str, Any]], bool] | None
    left: int | None


@dataclass(slots=True)
class Faults:
    """What is going to go wrong. Every method may be called from any thread."""

    clock: Callable[[], float]
    _planned: list[_Planned] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _down_until: float = 0.0
    _duplicates: int = 0
    _lost: int = 0
    _held: int = 0
    happened: list[tuple[str, Wrong]] = field(default_factory=list)
    """What went wrong so far, by method."""

    def plan(
        self,
        method: str,
        wrong: Wrong,
        *,
        times: int | None = 1,
        where: Callable[[Mapping[str, Any]], bool] | None = None,
    ) -> None:
        """Let calls of a method go wrong.

        Args:
            method: its name, or a pattern such as `chat.*`; `response` for response URLs.
            wrong: what happens.
            times: how often; None for always.
            where: which calls, by their arguments; all of them where it is not given.
        """
        with self._lock:
            self._planned.append(_Planned(wrong, method, where, times))

    def rate_limit(self, method: str, retry_after: int = 1, times: int | None = 1) -> None:
        """Answer with 429."""
        self.plan(method, Wrong(status=429, retry_after=retry_after), times=times)

    def refuse(self, method: str, error: str, times: int | None = 1, **extra: Any) -> None:
        """Answer with an error of Slack's."""
        self.plan(method, Wrong(error=error, extra=extra), times=times)

    def break_down(self, method: str, status: int = 500, times: int | None = 1) -> None:
        """Answer with the status of a broken server."""
        self.plan(method, Wrong(status=status), times=times)

    def drop(self, method: str, times: int | None = 1) -> None:
        """Cut the connection before anything is done."""
        self.plan(method, Wrong(error=DROP), times=times)

    def lose_answer(self, method: str, error: str = DROP, times: int | None = 1) -> None:
        """Carry the call out, then cut the connection or answer with an error."""
        self.plan(method, Wrong(error=error, late=True), times=times)

    def slow(self, method: str, seconds: float, times: int | None = 1) -> None:
        """Answer late."""
        self.plan(method, Wrong(slow=seconds), times=times)

    def duplicate(self, times: int = 1) -> None:
        """Deliver the next ones twice."""
        with self._lock:
            self._duplicates += times

    def only_as_retry(self, times: int = 1) -> None:
        """Let the first try of the next events be lost, so that they arrive as retries alone."""
        with self._lock:
            self._lost += times

    def reorder(self, count: int = 2) -> None:
        """Gather as many of the next deliveries, then deliver the latest first."""
        with self._lock:
            self._held = count

    def down(self, seconds: float) -> None:
        """Let Slack be down from now on: every call is cut, and nothing is delivered."""
        with self._lock:
            self._down_until = self.clock() + seconds

    def clear(self) -> None:
        """Let everything be well again."""
        with self._lock:
            self._planned.clear()
            self._down_until, self._duplicates, self._lost, self._held = 0.0, 0, 0, 0

    @property
    def quick(self) -> bool:
        """Whether nothing is planned for the Web API."""
        return not self._planned and not self._down_until

    @property
    def is_down(self) -> bool:
        """Whether Slack is down."""
        return self.clock() < self._down_until

    async def up(self) -> None:
        """Wait until Slack is not down."""
        while self.is_down:  # noqa: ASYNC110 - it ends by the clock, or by `clear`
            await asyncio.sleep(min(0.05, max(0.001, self._down_until - self.clock())))

    def duplicates(self) -> bool:
        """Whether the delivery at hand is to arrive twice."""
        return self._counts("_duplicates")

    def loses_first(self) -> bool:
        """Whether the first try of the event at hand is to be lost."""
        return self._counts("_lost")

    def holds(self, count: int) -> bool:
        """Whether to wait for more deliveries, given how many were gathered."""
        with self._lock:
            if count < self._held:
                return True
            self._held = 0
            return False

    def wrong(self, method: str, arguments: Mapping[str, Any]) -> Wrong | None:
        """What goes wrong with this call."""
        if self.is_down:
            return Wrong(error=DROP)
        with self._lock:
            for planned in self._planned:
                if fnmatchcase(method, planned.method) and (planned.where is None or planned.where(arguments)):
                    self._use(planned)
                    self.happened.append((method, planned.wrong))
                    return planned.wrong
        return None

    def _use(self, planned: _Planned) -> None:
        if planned.left is not None:
            planned.left -= 1
            if planned.left <= 0:
                self._planned.remove(planned)

    def _counts(self, name: str) -> bool:
        with self._lock:
            left: int = getattr(self, name)
            if left <= 0:
                return False
            setattr(self, name, left - 1)
            return True
