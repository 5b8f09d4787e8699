"""Stop: whoever serves is told to end once, and what is put in order afterwards is interrupted only where it may be."""

import os
import signal
import threading
import time

import pytest

from bot.ports.stop import CLOSED, ENDING, Stop, told_by_signals


def test_waiting() -> None:
    """Waiting ends with the time, or as soon as it is told; then it never waits again."""
    stop = Stop()
    before = stop.wait(0.01), stop.told
    teller = threading.Timer(0.1, stop.tell)
    teller.start()

    assert (False, False, True, True, True, True) == (*before, stop.wait(600), stop.wait(600), stop.wait(), stop.told)
    teller.join()


def test_waiting_for_ever() -> None:
    """Without a time it waits until it is told."""
    stop = Stop()
    teller = threading.Timer(0.05, stop.tell)
    teller.start()

    assert stop.wait()
    teller.join()


def test_what_is_left() -> None:
    """The time for the end begins when it is told."""
    stop = Stop()
    before = stop.left(500)
    stop.tell()
    time.sleep(0.05)

    assert (500, True, 0.0) == (before, 400 < stop.left(500) < 499.96, stop.left(0.01))


@pytest.mark.parametrize("number", ENDING)
def test_a_signal(number: signal.Signals) -> None:
    """A signal tells it, and a second one ends the process as if nothing were there."""
    before = signal.getsignal(number)
    with told_by_signals() as stop:
        ours = signal.getsignal(number)
        os.kill(os.getpid(), number)
        told = stop.wait(60)
        after = signal.getsignal(number)

    assert (True, True, True) == (told, ours != before, after == before)


@pytest.mark.parametrize("number", [*ENDING, *CLOSED])
def test_a_signal_to_the_end(number: signal.Signals) -> None:
    """Where what follows must not be interrupted a second signal does nothing, and a closed terminal tells it, too."""
    before = signal.getsignal(number)
    with told_by_signals(to_the_end=True) as stop:
        os.kill(os.getpid(), number)
        told = stop.wait(60)
        os.kill(os.getpid(), number)
        again = stop.wait(60)

    assert (True, True) == (told, again)
    assert before == signal.getsignal(number)


def test_a_closed_terminal_is_left_alone() -> None:
    """Who runs it under nohup, which ignores that signal, goes on having it ignored."""
    before = [signal.getsignal(each) for each in CLOSED]
    with told_by_signals():
        assert before == [signal.getsignal(each) for each in CLOSED]


def test_no_signal() -> None:
    """Afterwards the signals mean what they meant before."""
    before = [signal.getsignal(each) for each in ENDING]
    with told_by_signals() as stop:
        pass

    assert (before, False) == ([signal.getsignal(each) for each in ENDING], stop.told)
