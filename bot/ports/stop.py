"""Stop: how a process that serves is told to end, and waits for that.

A signal may interrupt the very thread that waits, so nothing here takes a lock that this thread could hold.
"""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGINT)
CLOSED = (signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()
"""What a terminal that is closed sends, where there is such a signal."""


class Stop:
    """Says once and for all that the process is to end; may be told from a signal handler."""

    def __init__(self) -> None:
        # An event's lock could be held by the very thread that the signal interrupts; this queue has none.
        self._queue: SimpleQueue[None] = SimpleQueue()
        self._told_at: float | None = None

    @property
    def told(self) -> bool:
        """Whether the process is to end."""
        return self._told_at is not None

    def tell(self) -> None:
        """End."""
        self._told_at = time.monotonic()
        self._queue.put(None)

    def left(self, grace: float) -> float:
        """What is left of so many seconds since it was told."""
        return grace if self._told_at is None else max(0.0, grace - time.monotonic() + self._told_at)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until told, for at most so many seconds where they are given; whether it was told."""
        if not self.told:
            try:
                self._queue.get(timeout=seconds)
            except Empty:
                return self.told
        return True


@contextmanager
def told_by_signals(*, to_the_end: bool = False) -> Iterator[Stop]:
    """A stop that SIGTERM and SIGINT tell.

    Args:
        to_the_end: what is put in order afterwards is not interrupted, neither by a second signal nor by a terminal
            that is closed; otherwise a second signal ends the process at once.
    """
    stop, signals = Stop(), (*ENDING, *(CLOSED if to_the_end else ()))
    before = {each: signal.getsignal(each) for each in signals}

    def restore() -> None:
        for each, handler in before.items():
            signal.signal(each, handler)

    def end(_number: int, _frame: FrameType | None) -> None:
        if not to_the_end:
            restore()
        stop.tell()

    for each in signals:
        signal.signal(each, end)
    try:
        yield stop
    finally:
        restore()
