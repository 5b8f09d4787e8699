"""Screen: the page as a person uses it: reads what stands there, presses what has a name, types.

Everything is found by what a person sees or a screen reader says, never by a class or an id.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    JavascriptException,
    StaleElementReferenceException,
)
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.remote.webelement import WebElement

T = TypeVar("T")
PATIENCE = 20.0
_NOT_YET = (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    JavascriptException,
    StaleElementReferenceException,
)

_FIND = """
const [wanted, kinds, within, exact] = arguments;
const words = (node) => (node?.innerText ?? node?.textContent ?? "").replace(/\\s+/g, " ").trim();
const named = (node) => {
  const by = node.getAttribute("aria-labelledby");
  if (by) return by.split(/\\s+/).map((id) => words(document.getElementById(id))).join(" ").trim();
  const label = node.getAttribute("aria-label");
  if (label) return label.trim();
  if (node.labels?.length) return [...node.labels].map(words).join(" ");
  return words(node) || node.getAttribute("placeholder") || node.getAttribute("title") || node.getAttribute("alt") || "";
};
const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert]");
const open = [...document.querySelectorAll("dialog:modal")].at(-1);
const root = within ?? open ?? document;
const all = [root, ...root.querySelectorAll(kinds)].filter((node) => node.matches?.(kinds) && seen(node));
const called = (node) => [named(node), words(node), words(node).replace(/^[@#] /, "")];
const fits = (node) => called(node).some((name) => (exact ? name === wanted : name.includes(wanted)));
return [all.filter(fits).at(-1) ?? null, all.map(named).filter(Boolean).slice(-60)];
"""
_MESSAGES = """
const [who, wanted] = arguments;
const words = (node) => node.innerText.replace(/\\s+/g, " ");
const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert]");
const said = [...document.querySelectorAll("li[aria-label]")].filter((node) => node.ariaLabel.startsWith(`${who}, `));
return said.filter((node) => seen(node) && words(node).includes(wanted)).at(-1) ?? null;
"""
PRESSED = (
    "button, a[href], summary, [role=button], [role=menuitem], [role=tab], [role=option], [role=radio], [role=switch]"
)
FILLED = "input, textarea, select, [role=combobox], [role=textbox], [contenteditable=true]"


class NotOnScreen(AssertionError):
    """Raised when what a person looks for does not appear."""


@dataclass
class Screen:
    """A page in a browser."""

    driver: Chrome
    base_url: str

    # Looking

    @property
    def text(self) -> str:
        """Everything that stands on the page."""
        return str(self.driver.execute_script("return document.body.innerText") or "")

    def see(self, *texts: str, seconds: float = PATIENCE) -> str:
        """Wait until all of that stands on the page; returns what stands there then."""
        self.wait(lambda: all(text in self.text for text in texts), f"{texts}", seconds)
        return self.text

    def see_no_more(self, text: str, seconds: float = PATIENCE) -> None:
        """Wait until that stands on the page no more."""
        self.wait(lambda: text not in self.text, f"no {text!r}", seconds)

    def wait(self, look: Callable[[], T], what: str, seconds: float = PATIENCE) -> T:
        """What a look finds, as soon as it finds something.

        Raises:
            NotOnScreen: it found nothing in time.
        """
        until = time.monotonic() + seconds
        while True:
            try:
                found = look()
            except _NOT_YET:
                found = None  # type: ignore[assignment]
            if found:
                return found
            if time.monotonic() > until:
                raise NotOnScreen(f"{what} is not on the page after {seconds} s:\n{self.text[-3000:]}")
            time.sleep(0.02)

    def find(
        self, name: str, kinds: str = PRESSED, *, within: WebElement | None = None, exact: bool = True
    ) -> WebElement:
        """The last visible thing of these kinds that has that name; of the modal on top where one is open."""
        there: list[str] = []

        def look() -> Any:
            found, there[:] = self.driver.execute_script(_FIND, name, kinds, within, exact)
            return found

        try:
            return self.wait(look, repr(name))
        except NotOnScreen as missing:
            raise NotOnScreen(f"{missing}\n\nThere are: {there}") from None

    def there(self, name: str, kinds: str = PRESSED, *, exact: bool = True) -> bool:
        """Whether something of that name is there right now."""
        return self.driver.execute_script(_FIND, name, kinds, None, exact)[0] is not None

    def message(self, text: str) -> WebElement:
        """The last message that says a text."""
        return self.find(text, "[role=article], article, [data-message], li", exact=False)

    def card(self, text: str = "", by: str = "Fika", seconds: float = PATIENCE) -> WebElement:
        """The last message of somebody that says a text, once it is there."""

        def look() -> WebElement | None:
            found: WebElement | None = self.driver.execute_script(_MESSAGES, by, text)
            return found

        return self.wait(look, f"{by} saying {text!r}", seconds)  # type: ignore[return-value]

    def answer(self, text: str = "", by: str = "Fika", seconds: float = PATIENCE) -> str:
        """What stands in the last message of somebody that says a text, once it is there; blanks count once."""

        def look() -> str:
            card = self.card(text, by, seconds)
            return " ".join(str(self.driver.execute_script("return arguments[0].innerText", card)).split())

        return self.wait(look, text, seconds)

    def names(self, kinds: str = PRESSED, *, within: WebElement | None = None) -> list[str]:
        """What is there right now, by name, at most sixty of them."""
        found: list[str] = self.driver.execute_script(_FIND, "", kinds, within, False)[1]  # noqa: FBT003 - of the script
        return found

    # Doing

    def press(self, name: str, *, within: WebElement | None = None, exact: bool = True, kinds: str = PRESSED) -> None:
        """Press what has that name."""

        def pressed() -> bool:
            found = self.find(name, kinds, within=within, exact=exact)
            try:
                found.click()
            except ElementClickInterceptedException:  # something floats over it: it is scrolled away from there
                self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", found)
                found.click()
            return True

        self.wait(pressed, f"a press on {name!r}")

    def fill(self, name: str, value: str, *, exact: bool = False) -> None:
        """Type into the field of that name, over what stands there."""
        field = self.find(name, FILLED, exact=exact)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(value)

    def choose(self, name: str, *options: str) -> None:
        """Choose in a searchable list: open it, type, take the option of exactly that name; and go on to the next field."""
        for option in options:
            self.press(name, exact=False, kinds=FILLED)
            self.find(name, FILLED, exact=False).send_keys(option)
            self.press(option, kinds="[role=option]")
        self.focused.send_keys(Keys.TAB)

    def say(self, text: str) -> None:
        """Type into the composer of what is open, and send; line breaks are typed with Shift."""
        composer = self.find("Message", "[role=combobox], [role=textbox], textarea", exact=False)
        for number, line in enumerate(text.split("\n")):
            if number:
                composer.send_keys(Keys.SHIFT, Keys.ENTER)
            composer.send_keys(line)
        composer.send_keys(Keys.ESCAPE if self.there("", "[role=option]", exact=False) else Keys.NULL)
        composer.send_keys(Keys.ENTER)

    def act_as(self, name: str) -> None:
        """Be somebody else, by the list of people."""
        self.press("act as somebody else", exact=False)
        self.press(name, exact=False, kinds="[role^=menuitem]")
        self.see(f"You act as\n{name}")

    def open_menu(self, message: WebElement) -> None:
        """Open the menu of a message, as one does who points at it."""
        ActionChains(self.driver).move_to_element_with_offset(message, 0, -message.size["height"] // 2 + 4).perform()
        self.press("More message actions", within=self.find("Message actions", "[role=group]"))

    def key(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        ActionChains(self.driver).send_keys(*keys).perform()

    @property
    def focused(self) -> WebElement:
        """What has the focus."""
        return self.driver.switch_to.active_element

    def troubles(self) -> list[str]:
        """What the browser complained about."""
        return [str(one["message"]) for one in self.driver.get_log("browser") if one["level"] in {"SEVERE", "WARNING"}]
