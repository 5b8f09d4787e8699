"""What the page adds to an app: from a click until its answer is painted, and until the page is ready.

The app is a process of its own; the local Slack is in this one, beside whom the browser asks. Ratios count; nothing about
time is asserted.
"""

import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from selenium.webdriver import Chrome

from bot.playground.acts import Person
from bot.playground.model import Change, Message
from bot.playground.page.routes import BUILT
from tests.bench.slack_town import Rival, Town, town
from tests.bench.test_scorer_bench import table
from tests.bench.test_slack_bench import load
from tests.page.browser import MISSING, opened

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}: apt-get install"),
]

ROUNDS = 15
LOADS = 20
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of answer to a click."""

    name: str
    button: str
    shown: str
    """Whether the answer stands on the page, in its script."""


KINDS = (
    Kind("a short message, why", "Show why", "count() > before"),
    Kind("a long message, the briefing", "Brief me", "count() > before"),
    Kind("a form, to log a gap", "Log a gap", "document.querySelector('dialog[open]')"),
)
# A press of the page's own button; the times when it began and when the frame with the answer was painted.
_PRESS = """
const [words, done] = arguments;
const at = () => performance.timeOrigin + performance.now();
const count = () => document.querySelectorAll("li[data-ts]").length;
const before = count();
const button = [...document.querySelectorAll("li[data-ts] button")].filter((one) => one.innerText === words).at(-1);
const began = at();
const painted = () => {
  const after = new MessageChannel();
  after.port1.onmessage = () => done([began, at()]);
  after.port2.postMessage(0);
};
const watch = new MutationObserver(() => {
  if (!(%SHOWN%)) return;
  watch.disconnect();
  requestAnimationFrame(painted);
});
watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["open"] });
button.click();
"""
_READY = """
const marks = performance.getEntriesByName("page-ready");
return marks.length ? marks[0].startTime : null;
"""
_LOADED = "return performance.getEntriesByType('navigation')[0].loadEventEnd || null"


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Chrome]:
    """A browser."""
    with opened(tmp_path / "chromium") as driver:
        driver.set_script_timeout(PATIENCE)
        yield driver


@pytest.fixture
def slack_town(tmp_path: Path) -> Iterator[Town]:
    """A local Slack for apps to be measured in."""
    with town(tmp_path) as made:
        yield made


def _asked(place: Town, rival: Rival) -> str:
    """A fit card in the direct messages of the first person; its address."""
    person = rival.people[0]
    place.ask(person, "does Acme fit?")
    return f"{place.slack.base_url}/?person={person.user.id}&channel={person.dm_channel.id}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.button)
def test_a_click_beside_the_bots_own_answer(kind: Kind, slack_town: Town, chromium: Chrome) -> None:
    """The bot's own time runs from the press, told by this process, until the answer has been taken; no page is open."""
    answered: list[float] = []
    slack_town.slack.world.on_change(lambda change: _note(change, answered))
    own, painted, after = list[float](), list[float](), list[float]()
    with slack_town.rival("fika", "socket", 1) as rival:
        person = rival.people[0]
        address = _asked(slack_town, rival)
        card = person.last()
        assert card is not None
        for _ in range(ROUNDS):
            own.append(_own(slack_town, person, card, kind, answered))
        chromium.get(address)
        _until(chromium, _READY)
        for _ in range(ROUNDS):
            answered.clear()
            began, shown = chromium.execute_async_script(_PRESS.replace("%SHOWN%", kind.shown), kind.button)
            painted.append(shown - began)
            after.append(shown - answered[0] * 1000)
            _rest(slack_town, person)
    table(
        f"From a click to {kind.name}: median of {ROUNDS}, {load()}",
        ("", "ms", "ratio", "aim"),
        [
            ("the bot's own answer", f"{median(own):.0f}", "1", ""),
            ("painted in the page", f"{median(painted):.0f}", f"{median(painted) / median(own):.2f} x", "2 x"),
            ("of which after the answer was taken", f"{median(after):.0f}", "", ""),
        ],
    )
    assert ROUNDS == len(painted)


def _note(change: Change, answered: list[float]) -> None:
    if change.kind == "view_opened" or (change.kind == "message" and change.item.app is not None):
        answered.append(time.time())


def _own(place: Town, person: Person, card: Message, kind: Kind, answered: list[float]) -> float:
    answered.clear()
    began = time.time()
    person.click(card, kind.button)
    until = time.monotonic() + PATIENCE
    while not answered and time.monotonic() < until:
        time.sleep(0.0005)
    _rest(place, person)
    return (answered[0] - began) * 1000


def _rest(place: Town, person: Person) -> None:
    """Let everything come to its end, and close the form where one is open."""
    place.slack.deliveries.quiet()
    if person.modal is not None:
        person.close()
    time.sleep(0.1)


def _until(driver: Chrome, script: str) -> float:
    until = time.monotonic() + PATIENCE
    while (found := driver.execute_script(script)) is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    return float(found)


def test_the_page_beside_an_empty_one(slack_town: Town, chromium: Chrome) -> None:
    """Ready is when a conversation with an answer in it has been painted; empty is a page without script or style."""
    with slack_town.rival("fika", "socket", 1) as rival:
        address = _asked(slack_town, rival)
        ready, warm, empty = list[float](), list[float](), list[float]()
        for _ in range(LOADS):
            chromium.execute_cdp_cmd("Network.clearBrowserCache", {})
            chromium.get(f"{slack_town.slack.base_url}/page/blank")
            empty.append(_until(chromium, _LOADED))
            chromium.get(address)
            ready.append(_until(chromium, _READY))
            chromium.get(address)
            warm.append(_until(chromium, _READY))
    rows = [("an empty page, loaded", f"{median(empty):.0f}", "1", "")]
    rows += [
        ("the page, ready, nothing cached", f"{median(ready):.0f}", f"{median(ready) / median(empty):.1f} x", "3 x")
    ]
    rows += [("the page, ready, opened again", f"{median(warm):.0f}", f"{median(warm) / median(empty):.1f} x", "3 x")]
    table(f"From asking for a page until it is there, median of {LOADS}", ("", "ms", "ratio", "aim"), rows)
    assert LOADS == len(ready)


def test_the_size_of_the_bundle() -> None:
    """Everything that the page may load, compressed, and what it loads at first."""
    sizes = {
        path.name: len(gzip.compress(path.read_bytes(), 9))
        for path in BUILT.iterdir()
        if path.suffix in {".js", ".css"}
    }
    first = {name: size for name, size in sizes.items() if name in (BUILT / "index.html").read_text()}
    rows = [
        ("everything", f"{sum(sizes.values()) / 1000:.0f}", "600"),
        ("at first", f"{sum(first.values()) / 1000:.0f}", ""),
    ]
    table("The size of the page, compressed", ("", "kB", "aim"), rows)
    assert json.dumps(sorted(first))
