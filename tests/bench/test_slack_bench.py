"""What Fika in Slack costs, beside a bare Bolt app that echoes; both processes of their own, the local Slack in this one.

Ratios count. Nothing about time is asserted; that every answer comes exactly once is. With FIKA_BENCH=0.1 in the
environment all counts and times are a tenth, for a quick look.
"""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

import pytest

from bot.playground.acts import Person
from bot.playground.faults import Wrong
from tests.bench.slack_town import APPS, PATIENCE, QUESTION, TRANSPORTS, Rival, Town, crowd, hold, town
from tests.bench.test_scorer_bench import table

pytestmark = pytest.mark.bench

SCALE = float(os.environ.get("FIKA_BENCH", "1"))
QUESTIONS = 400
JOBS = 50
SLOW = 12.0
"""Seconds that a slow job takes: longer than all events that are acknowledged meanwhile, shorter than Fika waits."""
EVENTS = 240
EVENTS_A_SECOND = 24
PEOPLE = 24
SATURATING = 10
HOLDING = 60
SHARE = 0.7
MARKS = (5_000, 25_000, 50_000)
LONGEST = 240.0
ROUND = 5
"""In the long run each person does so many things in a row, of which the last is a question."""


@pytest.fixture
def slack_town(tmp_path: Path) -> Iterator[Town]:
    """A local Slack for apps to be measured in."""
    with town(tmp_path) as made:
        yield made


def scaled(number: float) -> int:
    """So many, or fewer for a quick look."""
    return max(1, int(number * SCALE))


def least_of(times: Sequence[float], share: float) -> float:
    """The time in milliseconds that this share of all does not exceed."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1e3


def load() -> str:
    """How busy the machine is."""
    return f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def test_a_fit_question(slack_town: Town) -> None:
    """Prints the time from sending a question to its answer, over either transport, asked in turns of the two apps."""
    rows = []
    for transport in TRANSPORTS:
        with slack_town.rival("fika", transport, 1) as fika, slack_town.rival("echo", transport, 1) as echo:
            turns = range(scaled(QUESTIONS))
            times = [(slack_town.ask(fika.people[0]), slack_town.ask(echo.people[0])) for _ in turns]
        ours, theirs = zip(*times, strict=True)
        for name, share in (("median", 0.5), ("p99", 0.99)):
            fit, said = least_of(ours, share), least_of(theirs, share)
            rows.append((transport, name, len(times), f"{fit:.1f}", f"{said:.1f}", f"{fit / said:.1f}"))
    table(f"A fit question in a DM; milliseconds; {load()}", ("over", "", "samples", *APPS, "fika / echo"), rows)


def test_acknowledging_while_busy(tmp_path: Path) -> None:
    """Prints how long acknowledging takes with nothing else to do, and while fifty slow answers are under way."""
    rows = []
    for transport, workers in (("socket", 8), ("socket", JOBS + 8), ("http", JOBS + 8)):
        # What is answered too late for a process that has ended would disturb the next one in the same Slack.
        with town(tmp_path / f"{transport}-{workers}") as made:
            idle, burst, busy = idle_and_busy(made, transport, workers)
        quick = [least_of(times, share) for times in (idle, busy) for share in (0.5, 0.99)]
        above = quick[3] - quick[1]
        rows.append((transport, workers, len(busy), *(f"{each:.1f}" for each in (*quick, above, max(burst) * 1e3))))
    table(
        f"Acknowledging while {JOBS} slow jobs are under way; milliseconds; {load()}",
        ("over", "workers", "events", "idle median", "p99", "busy median", "p99", "above idle", "worst of the jobs"),
        rows,
    )


def idle_and_busy(town: Town, transport: str, workers: int) -> tuple[list[float], list[float], list[float]]:
    """What acknowledging takes with nothing else to do, of the slow jobs when they all begin, and while they go on."""
    with town.rival("fika", transport, JOBS + 20, FIKA_WORKERS=str(workers), FIKA_GRACE="0") as fika:
        slow, others = fika.people[:JOBS], fika.people[JOBS:]
        idle = acknowledged(town, others)
        slow_answers(town, {person.dm_channel.id for person in slow})
        town.forget()
        for person in slow:
            person.dm(QUESTION)
        until = time.monotonic() + PATIENCE
        while len(town.slack.faults.happened) < min(JOBS, workers) and time.monotonic() < until:
            time.sleep(0.01)
        town.slack.deliveries.quiet()
        burst = [track.seconds for track in town.slack.deliveries.tracks if track.seconds is not None]
        busy = acknowledged(town, others)
        assert town.answers.waiting.empty(), "a slow answer came before the end"
        return idle, burst, busy


def slow_answers(town: Town, places: set[str]) -> None:
    """From now on Slack takes long to take an answer in these channels."""
    faults = town.slack.faults
    faults.plan("chat.postMessage", Wrong(slow=SLOW), times=None, where=lambda said: said["channel"] in places)


def acknowledged(town: Town, people: Sequence[Person]) -> list[float]:
    """What it takes to acknowledge events that come at a steady rate."""
    town.forget()
    started = perf_counter()
    for number in range(scaled(EVENTS)):
        time.sleep(max(0.0, started + number / EVENTS_A_SECOND - perf_counter()))
        people[number % len(people)].look_at("sales")
    town.slack.deliveries.quiet()
    tracks = [track for track in town.slack.deliveries.tracks if track.name == "app_context_changed"]
    return [track.seconds for track in tracks if track.seconds is not None]


def test_saturation_over_http(slack_town: Town) -> None:
    """Prints how many answers a second there are at most; at 70 % of that, every question is answered exactly once."""
    rows = []
    rates = {}
    for app in APPS:
        with slack_town.rival(app, "http", PEOPLE) as rival:
            began, ours = perf_counter(), process_time()
            rate = rates[app] = crowd(slack_town, rival, seconds=scaled(SATURATING))
            slacks_own = (process_time() - ours) / (perf_counter() - began)
            held = hold(slack_town, rival, rate * SHARE, scaled(HOLDING))
        assert held.asked == held.answered
        quick = [f"{least_of(held.seconds, share):.0f}" for share in (0.5, 0.99)]
        rows.append((app, f"{rate:.0f}", f"{slacks_own:.0%}", f"{rate * SHARE:.0f}", held.asked.total(), *quick))
    head = ("", "answers / s", "local Slack's CPU", "held", "asked, answered once", "median ms", "p99 ms")
    table(f"Saturation over HTTP, {PEOPLE} people; {load()}", head, rows)
    print(f"  fika / echo {rates['fika'] / rates['echo']:.2f}")


def test_memory(slack_town: Town) -> None:
    """Prints the memory of Fika's process after ever more events, as far as the time reaches."""
    rows = []
    with slack_town.rival("fika", "socket", PEOPLE) as fika:
        rows.append(("0", f"{fika.megabytes:.0f}", "0"))
        long = LongRun(slack_town, fika, perf_counter() + LONGEST * SCALE)
        for mark in MARKS:
            if not long.over:
                long.go_on(scaled(mark))
                rows.append((f"{long.events:,}", f"{fika.megabytes:.0f}", f"{long.seconds:.0f}"))
    table(f"Memory of Fika's process; {load()}", ("events", "MB", "seconds"), rows)


class LongRun:
    """Everybody goes on doing things: they look at a channel a few times, then ask, and go on when they are answered."""

    def __init__(self, town: Town, rival: Rival, until: float) -> None:
        self._town, self._until, self._started = town, until, perf_counter()
        self._people = {person.dm_channel.id: person for person in rival.people}
        self.events = 0
        for person in rival.people:
            self._round(person)

    @property
    def over(self) -> bool:
        """Whether there is no more time."""
        return perf_counter() > self._until

    @property
    def seconds(self) -> float:
        """How long it has gone on."""
        return perf_counter() - self._started

    def go_on(self, events: int) -> None:
        """Go on until there were so many events, or the time is over."""
        while self.events < events and not self.over:
            heard = self._town.answers.waiting.get(timeout=PATIENCE)
            self._round(self._people[heard.channel])

    def _round(self, person: Person) -> None:
        for _ in range(ROUND - 1):
            person.look_at("sales")
        person.dm(QUESTION)
        before, self.events = self.events, self.events + ROUND
        if before // 1000 != self.events // 1000:
            self._town.forget()
