"""Several people, one page: each sees what Slack would show them, and nothing of anybody else ever comes to it."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.page.kitchen import Kitchen
from tests.page.screen import Screen

SECRET = "the price is 4711"
_LISTEN = """
window.heard = [];
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", (event) => window.heard.push(event.data));
  }
};
"""


@pytest.fixture
def listening(window: Chrome) -> Iterator[Chrome]:
    """The browser, which keeps everything that the page is sent."""
    script = window.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _LISTEN})
    yield window
    window.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def at(kitchen: Kitchen, driver: Chrome, name: str, channel: str | None = "sales") -> Screen:
    """The page as somebody sees it."""
    person = kitchen.slack.person(name, kitchen.installed)
    where = {"person": person.user.id}
    if channel is not None:
        where["channel"] = person.channel(channel).id
    base = kitchen.slack.base_url
    driver.get(f"{base}/?{urlencode(where)}")
    screen = Screen(driver, base)
    screen.see("connected")
    return screen


def everything(screen: Screen) -> str:
    """What stands in the page, seen or not, and what it was ever sent."""
    return str(screen.driver.page_source) + "".join(screen.driver.execute_script("return window.heard"))


def posted(screen: Screen) -> list[str]:
    """The messages of the channel."""
    return [one.text for one in screen.driver.find_elements(By.CSS_SELECTOR, "li[data-ts]")]


def test_another_person_is_acted_as(sink: Screen, kitchen: Kitchen) -> None:
    """Everybody can be chosen, by name and role, and what is said then is said by them."""
    sink.say("by the rep")
    sink.press("act as somebody else", exact=False)
    sink.press("manager", exact=False, kinds="[role=menuitemradio]")
    sink.see("You act as")
    sink.find("manager", "nav button", exact=False)
    sink.press("sales")
    sink.say("by the manager")
    sink.see("by the manager")
    assert kitchen.person("manager").user.id == kitchen.person().messages("#sales")[-1].user


def test_places_are_kept_for_each(sink: Screen) -> None:
    """Whoever is acted as again is where they were, with what they were typing."""
    sink.press("with-partner", exact=False)
    sink.find("Message #with-partner", "textarea").send_keys("not yet se")
    for name in ("manager", "rep"):
        sink.press("act as somebody else", exact=False)
        sink.press(name, exact=False, kinds="[role=menuitemradio]")
        sink.find(f"You act as {name} ", "nav button", exact=False)
    assert sink.find("Message #with-partner", "textarea").get_attribute("value") == "not yet se"


def test_whispers_are_for_one(kitchen: Kitchen, listening: Chrome) -> None:
    """What the app says to one person alone is never sent to another, neither at first nor later."""
    rep = kitchen.person()
    kitchen.slack.world.whisper(rep.channel("sales"), rep.user.id, SECRET, kitchen.installed)
    manager = at(kitchen, listening, "manager")
    kitchen.slack.world.whisper(rep.channel("sales"), rep.user.id, SECRET, kitchen.installed)
    rep.say("#sales", "for all")
    manager.find("for all", "li[data-ts]", exact=False)
    assert SECRET not in everything(manager)
    assert at(kitchen, listening, "rep").see(SECRET, "Only visible to you")


def test_private_places_are_private(kitchen: Kitchen, listening: Chrome) -> None:
    """Private channels, direct messages, Home and forms of somebody are never sent to somebody else."""
    rep = kitchen.person()
    rep.say("#deals", SECRET)
    rep.dm(f"{SECRET} in direct messages")
    rep.wait_for_message(f"You said: {SECRET}")
    rep.open_home()
    rep.wait_for_home("Pressed 0 times.")
    rep.shortcut(None, "every")
    rep.wait_for_modal("Every input")
    guest = at(kitchen, listening, "guest")
    rep.say("#deals", SECRET)
    rep.say("#sales", "for all")
    guest.find("for all", "li[data-ts]", exact=False)
    seen = everything(guest)
    assert [] == [words for words in (SECRET, "Pressed 0 times.", "Names without a vowel", "deals") if words in seen]


def test_an_address_of_somebody_elses_channel_shows_nothing(kitchen: Kitchen, listening: Chrome) -> None:
    """Who is not in a private channel sees nothing of it, even where the address says so."""
    rep = kitchen.person()
    rep.say("#deals", SECRET)
    guest = kitchen.slack.person("guest", kitchen.installed).user.id
    base = kitchen.slack.base_url
    listening.get(f"{base}/?{urlencode({'person': guest, 'channel': rep.channel('deals').id})}")
    screen = Screen(listening, base)
    screen.see("connected")
    assert SECRET not in everything(screen)


def test_a_partner_sees_the_shared_channel_alone(kitchen: Kitchen, listening: Chrome) -> None:
    """People of another company see the channel that is shared with them, and write there."""
    kitchen.person().say("#with-partner", "welcome")
    kitchen.person().say("#sales", SECRET)
    partner = at(kitchen, listening, "partner", "with-partner")
    partner.find("welcome", "li[data-ts]", exact=False)
    partner.say("thank you")
    partner.find("thank you", "li[data-ts]", exact=False)
    assert "thank you" in [one.text for one in kitchen.person().messages("#with-partner")]
    assert SECRET not in everything(partner)
    names = [one.text for one in partner.driver.find_elements(By.CSS_SELECTOR, "nav li button")]
    assert [] == [one for one in names if "sales" in one or "deals" in one]


def test_what_was_not_read_is_bold_and_said(sink: Screen, kitchen: Kitchen) -> None:
    """A channel with something new says so, in the list and in the title, until it is looked at."""
    kitchen.person("manager").say("#with-partner", "news")
    sink.find("with-partner", "nav li button", exact=False)
    sink.wait(lambda: sink.there("new messages", "nav li button", exact=False), "the mark")
    sink.wait(lambda: sink.driver.title.startswith("(1)"), "the count in the title")
    sink.press("with-partner", exact=False)
    sink.find("news", "li[data-ts]", exact=False)
    sink.wait(lambda: not sink.there("new messages", "nav li button", exact=False), "no mark")
    sink.wait(lambda: not sink.driver.title.startswith("("), "no count")


def test_two_windows_see_each_other(sink: Screen, kitchen: Kitchen) -> None:
    """Two windows, as two people: what one says stands in the other, without anybody asking."""
    first = sink.driver.current_window_handle
    sink.driver.switch_to.new_window("tab")
    second = sink.driver.current_window_handle
    try:
        other = at(kitchen, sink.driver, "manager")
        other.say("from the second window")
        sink.driver.switch_to.window(first)
        sink.find("from the second window", "li[data-ts]", exact=False)
        sink.say("from the first window")
        sink.driver.switch_to.window(second)
        other.find("from the first window", "li[data-ts]", exact=False)
        assert 2 == len(posted(other))
    finally:
        sink.driver.switch_to.window(second)
        sink.driver.close()
        sink.driver.switch_to.window(first)
