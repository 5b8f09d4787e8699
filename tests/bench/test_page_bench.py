"""What the page adds to an app: from a click until its answer is painted, and until the page is ready.

The app is a process of its own; the local Slack is in this one, beside whom the browser asks. Ratios count; nothing about
time is asserted.
"""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from selenium.webdriver import Chrome

from bot.playground.acts import Person
from bot.playground.model import Change, Message
from bot.playground.page.routes import BUILT
from tests.bench.slack_town import Rival, Town, town
from tests.bench.test_scorer_bench import table
from tests.page.browser import MISSING, opened

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}: apt-get install"),
]

CLICKS = 40
BUTTON = "Brief me"
"""Posts a message at every press."""
LOADS = 20
PATIENCE = 20.0
# A press by the page's own button; the time when the answer's text has been painted, in milliseconds since 1970.
_PRESS = """
const [words, done] = arguments;
const at = () => performance.timeOrigin + performance.now();
const count = () => document.querySelectorAll("li[data-ts]").length;
const before = count();
const button = [...document.querySelectorAll("li[data-ts] button")].filter((one) => one.innerText === words).at(-1);
const began = at();
const watch = new MutationObserver(() => {
  if (count() <= before) return;
  watch.disconnect();
  requestAnimationFrame(() => { const one = new MessageChannel(); one.port1.onmessage = () => done([began, at()]); one.port2.postMessage(0); });
});
watch.observe(document.body, { childList: true, subtree: true });
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


def test_a_click_beside_the_bots_own_answer(slack_town: Town, chromium: Chrome) -> None:
    """The bot's own time runs from the delivery of the press until its message is posted, without any page."""
    posted: list[float] = []
    slack_town.slack.world.on_change(lambda change: _note(change, posted))
    own, painted, after = list[float](), list[float](), list[float]()
    with slack_town.rival("fika", "socket", 1) as rival:
        person = rival.people[0]
        address = _asked(slack_town, rival)
        card = person.last()
        assert card is not None
        for _ in range(CLICKS):
            own.append(_own(slack_town, person, card, posted))
        chromium.get(address)
        _until(chromium, _READY)
        for _ in range(CLICKS):
            posted.clear()
            began, shown = chromium.execute_async_script(_PRESS, BUTTON)
            painted.append(shown - began)
            after.append(shown - posted[0] * 1000)
            slack_town.slack.deliveries.quiet()
            time.sleep(0.05)
    ratio = median(painted) / median(own)
    table(
        f"From a click to its answer, median of {CLICKS}",
        ("", "ms", "ratio", "aim"),
        [
            ("the bot's own answer", f"{median(own):.0f}", "1", ""),
            ("painted in the page", f"{median(painted):.0f}", f"{ratio:.2f} x", "2 x"),
            ("of which after the answer was posted", f"{median(after):.0f}", "", ""),
        ],
    )
    assert CLICKS == len(painted)


def _note(change: Change, posted: list[float]) -> None:
    if change.kind in {"message", "ephemeral"} and change.item.app is not None:
        posted.append(time.time())


def _own(place: Town, person: Person, card: Message, posted: list[float]) -> float:
    posted.clear()
    began = time.time()
    person.click(card, BUTTON)
    until = time.monotonic() + PATIENCE
    while not posted and time.monotonic() < until:
        time.sleep(0.0005)
    place.slack.deliveries.quiet()
    time.sleep(0.05)
    return (posted[0] - began) * 1000


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
