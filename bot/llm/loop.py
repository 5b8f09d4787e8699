"""Loop: runs questions to the model where they can be cut off.

A thread that waits for bytes cannot be stopped from outside; a task of an event loop can, at whatever it waits, and
closes its connection as it goes. So all questions run in one loop, on one thread of their own, and a caller waits for
the pieces no longer than its deadline. Slots bound how many run at the same time; there is no queue.
"""

import asyncio
import queue
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from threading import BoundedSemaphore, Event, Thread
from typing import TypeVar

from bot.ports.model import Failure, ModelFailed

T = TypeVar("T")
_HELPERS = 8
"""Threads for what cannot be waited for in a loop, such as looking up the address of a server."""
_GOING = 0.2
"""Seconds that a stream which is cut off has to close its connection; then it goes on alone, and keeps its slot."""


@dataclass(frozen=True, slots=True)
class _Ended:
    error: BaseException | None


class Slots:
    """As many questions as may be under way at the same time."""

    def __init__(self, number: int, ticks: Callable[[], float]) -> None:
        self._free = BoundedSemaphore(number)
        self._ticks = ticks

    @contextmanager
    def taken(self) -> Iterator["Slot"]:
        """A slot for one stream; it is free again when the stream has come to its end, or was cut off.

        Raises:
            ModelFailed: BUSY, as none is free.
        """
        if not self._free.acquire(blocking=False):
            raise ModelFailed(Failure.BUSY)
        slot = Slot(self._ticks, self._free.release)
        try:
            yield slot
        finally:
            slot.leave()


class Slot:
    """Where one stream runs."""

    def __init__(self, ticks: Callable[[], float], free: Callable[[], None]) -> None:
        self._ticks, self._free = ticks, free
        self._cut: Callable[[], None] | None = None

    def pieces(self, stream: AsyncGenerator[T, None], deadline: float) -> Iterator[T]:
        """The pieces of a stream as they come.

        Raises:
            ModelFailed: TIMEOUT at the deadline.
            Exception: whatever the stream raises.
        """
        heard: queue.SimpleQueue[T | _Ended] = queue.SimpleQueue()
        self._cut = _start(stream, heard, self._free)
        while True:
            piece = self._next(heard, deadline)
            if not isinstance(piece, _Ended):
                yield piece
            elif piece.error is not None:
                raise piece.error
            else:
                return

    def leave(self) -> None:
        """Cut off what is still under way, and see it go."""
        (self._cut or self._free)()

    def _next(self, heard: "queue.SimpleQueue[T | _Ended]", deadline: float) -> "T | _Ended":
        left = deadline - self._ticks()
        if left > 0:  # however much is there already: a stream may be faster than its reader, for ever
            with suppress(queue.Empty):
                return heard.get(timeout=left)
        raise ModelFailed(Failure.TIMEOUT)


def _start(
    stream: AsyncGenerator[T, None], heard: "queue.SimpleQueue[T | _Ended]", free: Callable[[], None]
) -> Callable[[], None]:
    loop, over, cut_off = _loop(), Event(), Event()
    tasks: list[asyncio.Task[None]] = []

    def begin() -> None:
        task = loop.create_task(_pump(stream, heard, cut_off))
        task.add_done_callback(end)  # also where it is cut before its first step
        tasks.append(task)

    def end(task: asyncio.Task[None]) -> None:
        free()
        over.set()
        heard.put(_Ended(None if task.cancelled() else task.exception()))

    def cancel() -> None:
        tasks[0].cancel()

    def cut() -> None:
        if not over.is_set():
            cut_off.set()
            loop.call_soon_threadsafe(cancel)
            over.wait(_GOING)

    loop.call_soon_threadsafe(begin)
    return cut


async def _pump(stream: AsyncGenerator[T, None], heard: "queue.SimpleQueue[T | _Ended]", cut_off: Event) -> None:
    async with aclosing(stream):
        async for piece in stream:
            if cut_off.is_set():  # what a client makes of a cancellation is up to the client
                return
            heard.put(piece)
            await asyncio.sleep(0)  # a fast stream must not keep the loop from the others


@cache
def _loop() -> asyncio.AbstractEventLoop:
    # One for the process, never closed: LangChain shares HTTP clients between models, and they belong to one loop.
    loop = asyncio.new_event_loop()
    loop.set_default_executor(ThreadPoolExecutor(_HELPERS, thread_name_prefix="fika-model"))
    Thread(target=loop.run_forever, name="fika-model", daemon=True).start()
    return loop
