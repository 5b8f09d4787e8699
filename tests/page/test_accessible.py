"""Everything on the page can be used by everybody: WCAG 2.2 AA, in light and dark, on a wide screen and on a phone."""

from collections.abc import Callable

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.common.action_chains import ActionChains

from tests.journeys.conftest import Town
from tests.page.axe import wrong
from tests.page.screen import FILLED, Screen
from tests.page.stranger_blocks import FAMILIES

Steps = Callable[[Screen], None]


def _card(screen: Screen) -> None:
    screen.say("does Acme fit?")
    screen.see("Computed by rules")


def _interview(screen: Screen) -> None:
    screen.say("add Globex")
    screen.see("Globex")
    screen.say("let's qualify Globex")
    screen.see("Don't know")


def _thread(screen: Screen) -> None:
    _card(screen)
    message_menu(screen, "still open, at best", "Reply in thread")
    screen.find("Message thread in Fika", "textarea")


def _home(screen: Screen) -> None:
    screen.press("Home", kinds="[role=tab]")
    screen.see("Welcome to Fika")


def _about(screen: Screen) -> None:
    screen.press("About", kinds="[role=tab]")
    screen.see("/fika")


def _form(screen: Screen) -> None:
    _card(screen)
    screen.press("Log a gap")
    screen.find("What is missing", FILLED, exact=False)


def _edit(screen: Screen) -> None:
    _card(screen)
    screen.press("Edit answers")
    screen.find("Save")


def _inspector(screen: Screen) -> None:
    _card(screen)
    screen.press("Inspector")
    screen.see("chat.postMessage", "in all")


FIKA: dict[str, Steps] = {
    "card": _card,
    "interview": _interview,
    "thread": _thread,
    "home": _home,
    "about": _about,
    "form": _form,
    "edit": _edit,
    "inspector": _inspector,
}


@pytest.mark.parametrize("steps", FIKA.values(), ids=FIKA.keys())
def test_what_fika_shows_is_accessible(steps: Steps, rep: Screen, town: Town) -> None:
    """No rule is broken by what Fika shows, and everything that can be used has a name."""
    steps(rep)
    assert [] == (found := wrong(rep.driver)), "\n".join(found)


@pytest.mark.parametrize("half", [0, 1])
def test_every_block_is_accessible(half: int, sink: Screen) -> None:
    """No rule is broken by any block or element that an app may post."""
    for family in list(FAMILIES)[half::2]:
        sink.say(f"/sink {family}")
    expected = len(list(FAMILIES)[half::2])
    sink.wait(lambda: len(sink.driver.find_elements("css selector", "li[data-ts]")) >= expected, "every message")
    assert [] == (found := wrong(sink.driver)), "\n".join(found)


def _press(*names: str) -> Steps:
    def steps(screen: Screen) -> None:
        for name in names:
            screen.press(name, exact=False)

    return steps


def _after(family: str, then: Steps) -> Steps:
    def steps(screen: Screen) -> None:
        screen.say(f"/sink {family}")
        screen.find("Kitchen Sink", "li[data-ts]", exact=False)
        then(screen)

    return steps


def _typed(words: str) -> Steps:
    def steps(screen: Screen) -> None:
        screen.find("Message", "textarea", exact=False).send_keys(words)
        screen.find("", "[role=option]", exact=False)

    return steps


def _opened(name: str) -> Steps:
    def steps(screen: Screen) -> None:
        screen.find(name, "[role=combobox]", exact=False).click()
        screen.find("", "[role=option]", exact=False)

    return steps


def _wrong_form(screen: Screen) -> None:
    screen.press("Open the form")
    screen.press("Bake")
    screen.see("Please complete this required field.")


def _menu(screen: Screen) -> None:
    message_menu(screen, "Kitchen Sink", "More message actions")
    screen.find("Quote it", "[role=menuitem]", exact=False)


def _reacted(screen: Screen) -> None:
    message_menu(screen, "Kitchen Sink", "Add reaction")
    screen.find("Search emoji by name", "input")
    screen.key("bread", Keys.ENTER)
    screen.find("bread, 1: you", "button", exact=False)


SINK: dict[str, Steps] = {
    "empty": lambda _: None,
    "form": _after("buttons", _press("Open the form")),
    "wrong form": _after("buttons", _wrong_form),
    "confirmation": _after("buttons", _press("Throw away")),
    "overflow": _after("buttons", _press("More actions")),
    "select": _after("menus", _opened("Choose")),
    "message menu": _after("text", _menu),
    "reaction": _after("text", _reacted),
    "emoji": _press("Emoji"),
    "people": _press("act as somebody else"),
    "about the simulation": _press("Local simulation of Slack"),
    "colours": _press("Colours"),
    "keys": _press("Keys"),
    "browse": _press("Browse channels"),
    "members": _press("members"),
    "shortcuts": _press("Shortcuts and files"),
    "commands": _typed("/"),
    "mentions": _typed("@"),
}


@pytest.mark.parametrize("steps", SINK.values(), ids=SINK.keys())
def test_what_opens_is_accessible(steps: Steps, sink: Screen) -> None:
    """No rule is broken while a menu, a list or a dialog is open, and everything in it has a name."""
    steps(sink)
    assert [] == (found := wrong(sink.driver)), "\n".join(found)


def message_menu(screen: Screen, text: str, button: str) -> None:
    """Point at a message and press one of its buttons."""
    message = screen.find(text, "li[data-ts]", exact=False)
    ActionChains(screen.driver).move_to_element(message).perform()
    screen.press(button, within=screen.find("Message actions", "[role=group]"))
