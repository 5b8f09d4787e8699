"""Stopping: a process that serves until a signal tells it to end, whatever that is."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class Stopping:
    """Whether this process was told to end."""

    def __init__(self) -> None:
        # A handler may interrupt the very thread that waits: an event's lock could be held by it, this queue has none.
        self._queue: SimpleQueue[None] = SimpleQueue()
        self._told = False

    def tell(self) -> None:
        """End."""
        self._told = True
        self._queue.put(None)

    def is_set(self) -> bool:
        """Whether it was told."""
        return self._told

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until told, for at most so many seconds; whether it was told."""
        if not self._told:
            try:
                self._queue.get(timeout=timeout)
            except Empty:
                return self._told
        return True


@contextmanager
def told_by_signals() -> Iterator[Stopping]:
    """What the signals that end a process tell, and nothing but that: what is to be put in order is not interrupted."""
    stopping = Stopping()
    before = {each: signal.getsignal(each) for each in SIGNALS}

    def told(_number: int, _frame: FrameType | None) -> None:
        stopping.tell()

    for each in SIGNALS:
        signal.signal(each, told)
    try:
        yield stopping
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
