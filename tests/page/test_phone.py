"""On a phone, 360 by 740 and by touch: one thing at a time, nothing wider than the screen, everything large enough."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains

from tests.journeys.conftest import Town
from tests.page.browser import resize
from tests.page.screen import FILLED, Screen
from tests.page.stranger_blocks import FAMILIES

SMALLEST = 24
"""How wide and high what is pressed has to be, by WCAG 2.2."""
_SMALL = """
const kinds = "button, a[href], summary, input:not([type=file]), select, textarea, [role=option], [role=menuitem], [role=tab]";
const open = [...document.querySelectorAll("dialog:modal")].at(-1);
return [...(open ?? document).querySelectorAll(kinds)]
  .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !node.closest("[inert]"))
  // Links within a sentence are as large as its letters, by the same rule.
  .filter((node) => getComputedStyle(node).display !== "inline")
  // A box is pressed with its words.
  .map((node) => node.closest("label") ?? node)
  .map((node) => [node, node.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < arguments[0] - 0.5 || box.height < arguments[0] - 0.5))
  .map(([node, box]) => `${node.outerHTML.slice(0, 120)} ${box.width} x ${box.height}`);
"""
_WIDE = "return document.scrollingElement.scrollWidth - innerWidth"
_OUTSIDE = """
return [...document.querySelectorAll("button, input, textarea, h2, dialog")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert], .hidden"))
  .filter((node) => {
    for (let up = node.parentElement; up; up = up.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(up);
      if (overflowX === "auto" || overflowX === "scroll" || clipPath !== "none") return false;
    }
    const box = node.getBoundingClientRect();
    return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
  })
  .map((node) => node.outerHTML.slice(0, 120));
"""


def fits(screen: Screen) -> None:
    """Nothing is wider than the screen or stands outside of it, and nothing that is pressed is too small."""
    assert screen.driver.execute_script(_WIDE) <= 0
    assert [] == screen.driver.execute_script(_OUTSIDE)
    assert [] == screen.driver.execute_script(_SMALL, SMALLEST)


def phone(screen: Screen) -> None:
    """Make the window that of a phone."""
    resize(screen.driver, 360, 740, touch=True)
    screen.driver.refresh()


def covers(screen: Screen, kinds: str) -> bool:
    """Whether something is as large as the screen."""
    box = screen.driver.find_element("css selector", kinds).rect
    return bool(box["width"] >= 360 and box["height"] >= 700)


def test_from_the_list_to_a_thread_and_back(rep: Screen, town: Town) -> None:
    """List, direct message, card, form, thread, and back again; each fills the screen and fits."""
    phone(rep)
    rep.press("Back to the list of channels")
    rep.see("Channels", "sales")
    fits(rep)
    rep.press("Fika", exact=False)
    rep.say("does Acme fit?")
    rep.see("Computed by rules")
    fits(rep)
    rep.press("Log a gap")
    rep.find("What is missing", FILLED, exact=False)
    assert covers(rep, "dialog[open]")
    fits(rep)
    rep.press("Cancel")
    rep.wait(lambda: not rep.driver.find_elements("css selector", "dialog[open]"), "the form closed")
    message = rep.find("still open, at best", "li[data-ts]", exact=False)
    rep.driver.execute_script("arguments[0].focus()", message)
    rep.press("Reply in thread")
    rep.say("why?")
    rep.wait(lambda: "why?" in rep.text, "the thread")
    fits(rep)
    rep.press("Back to Fika")
    rep.see("replies")
    rep.press("Back to the list of channels")
    rep.see("Channels")
    fits(rep)


@pytest.mark.parametrize("tab", ["Home", "About"])
def test_the_tabs_of_an_app_fit(tab: str, rep: Screen, town: Town) -> None:
    """Home and what is known about the app fit."""
    phone(rep)
    rep.press(tab, kinds="[role=tab]")
    rep.see("Welcome to Fika" if tab == "Home" else "/fika")
    fits(rep)


def test_every_block_fits(sink: Screen) -> None:
    """Whatever an app posts, nothing is wider than the screen; what is wide scrolls by itself."""
    phone(sink)
    for count, family in enumerate(FAMILIES, 1):
        sink.say(f"/sink {family}")
        sink.wait(lambda wanted=count: len(sink.driver.find_elements("css selector", "li[data-ts]")) >= wanted, family)
    sink.driver.execute_script("window.scrollTo(0, 0)")
    fits(sink)


def test_a_form_with_every_input_fits(sink: Screen) -> None:
    """A long form fills the screen; its buttons stay in sight while its middle scrolls."""
    phone(sink)
    sink.press("Shortcuts and files")
    fits(sink)
    sink.press("Every input", exact=False, kinds="[role=menuitem]")
    sink.find("plain_text_input", FILLED, exact=False)
    assert covers(sink, "dialog[open]")
    fits(sink)
    for name in ("Bake", "Close everything"):
        box = sink.find(name).rect
        assert 0 <= box["y"] <= 740 - box["height"]


def test_a_message_has_its_menu_by_touch(sink: Screen) -> None:
    """A touch on a message shows what can be done with it."""
    phone(sink)
    sink.say("touch me")
    message = sink.find("touch me", "li[data-ts]", exact=False)
    ActionChains(sink.driver).click(message).perform()
    sink.press("More message actions")
    sink.find("Quote it", "[role=menuitem]", exact=False)
    fits(sink)


def test_one_can_write_above_the_keyboard(sink: Screen) -> None:
    """Where the keyboard of a phone takes half of the screen, the composer and the latest message are still there."""
    phone(sink)
    for number in range(12):
        sink.say(f"line {number}")
    sink.find("line 11", "li[data-ts]", exact=False)
    resize(sink.driver, 360, 380, touch=True)
    composer = sink.find("Message", "textarea", exact=False)
    sink.wait(lambda: composer.rect["y"] + composer.rect["height"] <= 380, "the composer in sight")
    last = sink.find("line 11", "li[data-ts]", exact=False)
    sink.wait(lambda: 0 <= last.rect["y"] < composer.rect["y"], "the latest message in sight")


@pytest.mark.parametrize("panel", ["Inspector", "Keys"])
def test_what_stands_beside_is_a_sheet(panel: str, sink: Screen) -> None:
    """The panels are opened from the menu at the top, cover the screen, and close."""
    sink.say("/sink ack")
    sink.see("Answered in the acknowledgement.")
    phone(sink)
    sink.press("Back to the list of channels")
    sink.press("More")
    sink.press(panel, kinds="[role=menuitem]")
    sink.see("Pause" if panel == "Inspector" else "Alt")
    fits(sink)
    sink.press("Close", exact=False)
    sink.see_no_more("Pause" if panel == "Inspector" else "Alt")
