"""The sign of life: for whoever waits, and never left behind."""

import threading
import time
from collections.abc import Iterator

import pytest

from bot.slack.client import web_client
from bot.slack.place import Place
from bot.slack.status import AFTER, Status
from bot.slack.views.errors import STATUS
from tests.slack.scripted import Scripted, Wrong, serving

METHOD = "assistant.threads.setStatus"
PLACE = Place("U1", "D1", "5.0")
SOON = 0.02
PATIENCE = 30.0


@pytest.fixture
def slack() -> Iterator[Scripted]:
    """A Slack that takes everything until it is told otherwise."""
    state = Scripted()
    with serving(state):
        yield state


@pytest.fixture
def status(slack: Scripted) -> Iterator[Status]:
    """Signs of life, almost at once."""
    status = Status(web_client("xoxb-1", slack.api_url), after=SOON)
    yield status
    status.close()


def shown(slack: Scripted) -> list[str]:
    """What was shown, in order."""
    return [sent["status"] for sent in slack.sent(METHOD)]


def wait_until(slack: Scripted, calls: int) -> None:
    """Wait until Slack was called that often."""
    until = time.monotonic() + PATIENCE
    while len(slack.methods()) < calls:
        assert time.monotonic() < until
        time.sleep(0.005)


def test_within_a_second() -> None:
    """The sign of life is there within a second, with time for the call."""
    assert AFTER < 0.8


@pytest.mark.parametrize("place", [PLACE, Place("U1", "D1", at="5.0"), Place("U1", "C1", "5.0", at="6.0")])
def test_shown_and_cleared(slack: Scripted, status: Status, place: Place) -> None:
    """While the work goes on it is shown in the thread, or under what was said, and afterwards taken back."""
    with status.while_working(place):
        wait_until(slack, 1)
    status.close()

    assert [STATUS, ""] == shown(slack)
    assert {(place.channel, "5.0")} == {(sent["channel_id"], sent["thread_ts"]) for sent in slack.sent(METHOD)}


def test_quick(slack: Scripted) -> None:
    """What is answered at once shows nothing."""
    status = Status(web_client("xoxb-1", slack.api_url), after=PATIENCE)
    for _ in range(3):
        with status.while_working(PLACE):
            pass
    status.close()

    assert [] == shown(slack)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_failure(slack: Scripted, status: Status, error: type[BaseException]) -> None:
    """It is taken back when the work fails or is stopped, and the error goes on."""

    def work() -> None:
        wait_until(slack, 1)
        raise error

    with pytest.raises(error), status.while_working(PLACE):
        work()
    status.close()

    assert [STATUS, ""] == shown(slack)


@pytest.mark.parametrize("place", [Place("U1"), Place("U1", "C1"), Place("U1", response_url="x", at="5.0")])
def test_nowhere(slack: Scripted, status: Status, place: Place) -> None:
    """Where there is no thread nothing is shown."""
    with status.while_working(place):
        time.sleep(SOON * 3)
    status.close()

    assert [] == shown(slack)


@pytest.mark.parametrize("wrong", [Wrong("unknown_method"), Wrong("missing_scope")])
def test_absent(slack: Scripted, status: Status, wrong: Wrong) -> None:
    """Where Slack cannot show it, one call finds that out, and the work is none the wiser."""
    slack.always[METHOD] = wrong
    for _ in range(3):
        with status.while_working(PLACE):
            wait_until(slack, 1)
            time.sleep(SOON * 2)
    status.close()

    assert [STATUS] == shown(slack)


def test_one_thread(slack: Scripted, status: Status) -> None:
    """Many wait at the same time, one thread serves all of them, and nothing stays behind."""
    inside, go = threading.Barrier(21), threading.Event()

    def work(number: int) -> None:
        with status.while_working(Place("U1", "D1", f"{number}.0")):
            inside.wait(PATIENCE)
            go.wait(PATIENCE)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(20)]
    for worker in workers:
        worker.start()
    inside.wait(PATIENCE)
    wait_until(slack, 20)
    serving_all = [thread for thread in threading.enumerate() if thread.name == "status"]
    go.set()
    for worker in workers:
        worker.join()
    status.close()

    assert 1 == len(serving_all)
    assert 20 == shown(slack).count(STATUS)
    last = {sent["thread_ts"]: sent["status"] for sent in slack.sent(METHOD)}
    assert {f"{number}.0": "" for number in range(20)} == last


def test_in_order(slack: Scripted) -> None:
    """However the work and the sign of life race, the last word is always that nothing is shown."""
    status = Status(web_client("xoxb-1", slack.api_url), after=0.004)
    for pause in range(40):
        with status.while_working(PLACE):
            time.sleep(pause / 5000)
    status.close()

    assert shown(slack).count(STATUS) == shown(slack).count("")
    assert [STATUS, ""] * (len(shown(slack)) // 2) == shown(slack)


def test_close_without_work() -> None:
    """What never began ends at once."""
    Status(web_client("x", "http://127.0.0.1:1")).close()
