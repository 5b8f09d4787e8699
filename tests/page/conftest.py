"""The page in a real browser, with Fika in its local Slack."""

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from selenium.webdriver import Chrome

from bot.playground.server import LocalSlack
from tests.journeys.conftest import Town, installed, settings, slack, stocked, town
from tests.page.browser import MISSING, lacks, opened, resize, scheme
from tests.page.kitchen import Kitchen, cooking
from tests.page.screen import Screen

__all__ = ["installed", "settings", "slack", "stocked", "town"]

Opens = Callable[..., Screen]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Chromium, for all tests of a process one after another; each has a server, and so an origin, of its own."""
    if MISSING:
        need = f"The tests of the page need {' and '.join(MISSING)}: apt-get install {' '.join(MISSING)}"
        lacks(need)
    with opened(tmp_path_factory.mktemp("chromium")) as driver:
        yield driver


@pytest.fixture
def window(browser: Chrome) -> Iterator[Chrome]:
    """The browser with a window of the usual size and light colours, which ends on an empty page."""
    resize(browser, 1280, 800)
    scheme(browser, "light")
    browser.get_log("browser")
    yield browser
    browser.get("about:blank")


@pytest.fixture
def opens(window: Chrome, slack: LocalSlack) -> Opens:
    """Opens the page as somebody, where is said."""

    def open_page(person: str = "rep", channel: str | None = None, **more: str) -> Screen:
        where = {"person": slack.person(person).user.id, **more}
        if channel is not None:
            where["channel"] = slack.person(person).channel(channel).id
        window.get(f"{slack.base_url}/?{urlencode(where)}")
        return Screen(window, slack.base_url)

    return open_page


@pytest.fixture
def rep(town: Town, opens: Opens) -> Screen:
    """The page as the rep sees it, in the direct messages with Fika."""
    return opens("rep", town.person("rep").dm_channel.id)


@pytest.fixture(scope="session")
def cooked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kitchen]:
    """A stranger's app at work in a Slack of its own, for all tests of a process one after another."""
    with LocalSlack() as slack, cooking(slack, tmp_path_factory.mktemp("stranger")) as kitchen:
        yield kitchen


@pytest.fixture
def kitchen(cooked: Kitchen) -> Kitchen:
    """The stranger's app in a Slack where nothing was said."""
    cooked.person().quiet()
    cooked.slack.reset()
    return cooked


@pytest.fixture
def sink(kitchen: Kitchen, window: Chrome) -> Screen:
    """The page as the rep sees it, in the channel sales, where the stranger's app is."""
    rep, base = kitchen.person(), kitchen.slack.base_url
    window.get(f"{base}/page/blank")
    window.execute_script("sessionStorage.clear(); localStorage.clear()")
    window.get(f"{base}/?{urlencode({'person': rep.user.id, 'channel': rep.channel('sales').id})}")
    return Screen(window, base)
