"""Everything is done by keyboard alone, one always sees where the focus is, and it is never lost."""

from selenium.webdriver import Keys
from selenium.webdriver.common.action_chains import ActionChains

from tests.page.screen import Screen

_FOCUSED = """
const node = document.activeElement;
if (!node || node === document.body) return ["", "nothing", true];
const words = (one) => (one?.innerText ?? "").replace(/\\s+/g, " ").trim();
const by = node.getAttribute("aria-labelledby");
const name = by ? by.split(/\\s+/).map((id) => words(document.getElementById(id))).join(" ")
  : node.getAttribute("aria-label") ?? (words(node) || node.getAttribute("placeholder") || "");
const marked = (one) => {
  const style = getComputedStyle(one);
  return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
};
let shown = false;
for (let one = node, up = 0; one && up < 3; one = one.parentElement, up += 1) shown ||= marked(one);
const role = node.getAttribute("role") ?? node.tagName.toLowerCase();
return [name.trim(), role, shown];
"""
MOST = 80


def focus(screen: Screen) -> tuple[str, str]:
    """The name and the kind of what has the focus; it has to be seen there."""
    name, kind, is_shown = screen.driver.execute_script(_FOCUSED)
    assert is_shown, f"the focus on {name!r} ({kind}) is not to be seen"
    return name, kind


def focused(screen: Screen, name: str) -> None:
    """Wait until what has that name has the focus."""
    screen.wait(lambda: name in screen.driver.execute_script(_FOCUSED)[0], f"the focus on {name!r}")
    focus(screen)


def tab_to(screen: Screen, name: str, *, back: bool = False) -> None:
    """Press Tab until what has that name has the focus."""
    met = []
    for _ in range(MOST):
        now, kind = focus(screen) if met else screen.driver.execute_script(_FOCUSED)[:2]
        if name in now and kind != "h1":
            return
        met.append(now)
        keys = ActionChains(screen.driver)
        keys = keys.key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT) if back else keys.send_keys(Keys.TAB)
        keys.perform()
    raise AssertionError(f"Tab never comes to {name!r}, only to {met}")


def alt(screen: Screen, key: str) -> None:
    """Press a key with Alt."""
    ActionChains(screen.driver).key_down(Keys.ALT).send_keys(key).key_up(Keys.ALT).perform()


def _message(screen: Screen, words: str) -> None:
    """Type and send, wherever the composer is."""
    screen.find("Message", "textarea", exact=False)
    tab_to(screen, "Message ")
    screen.key(words, Keys.ENTER)


def test_the_page_begins_where_one_writes(sink: Screen) -> None:
    """The composer has the focus once the page is open; other channels are a key away, and there it is again."""
    focused(sink, "Message #sales")
    alt(sink, Keys.ARROW_DOWN)
    focused(sink, "Message #with-partner")
    alt(sink, Keys.ARROW_UP)
    focused(sink, "Message #sales")


def test_a_button_on_a_card_is_pressed(sink: Screen) -> None:
    """Shift and Tab lead from the composer to the last message, Tab to its buttons; a press keeps the focus there."""
    _message(sink, "/sink buttons")
    sink.see("Take this message away")
    tab_to(sink, "Press", back=True)
    sink.key(Keys.ENTER)
    sink.see("press pressed")
    focused(sink, "Press")
    tab_to(sink, "Go")
    sink.key(Keys.SPACE)
    sink.see("primary gone")


def test_a_message_that_changes_keeps_the_focus_near(sink: Screen) -> None:
    """Where the button that was pressed is gone with its message, the focus is not at the beginning of the page."""
    _message(sink, "/sink buttons")
    sink.see("Replace this message")
    tab_to(sink, "Replace this message", back=True)
    sink.key(Keys.ENTER)
    sink.see("Replaced.")
    sink.wait(lambda: sink.driver.execute_script(_FOCUSED)[1] != "nothing", "the focus on something")
    assert sink.driver.execute_script("return document.activeElement.closest('main') !== null")


def test_a_message_that_goes_keeps_the_focus_near(sink: Screen) -> None:
    """Where the message that was used is gone, the focus goes to what is near."""
    _message(sink, "/sink buttons")
    sink.see("Take this message away")
    tab_to(sink, "Take this message away", back=True)
    sink.key(Keys.ENTER)
    sink.see_no_more("Take this message away")
    sink.wait(lambda: sink.driver.execute_script(_FOCUSED)[1] != "nothing", "the focus on something")
    assert sink.driver.execute_script("return document.activeElement.closest('main') !== null")


def test_a_confirmation_gives_the_focus_back(sink: Screen) -> None:
    """A question has the focus, Escape leaves it, and the button that asked has it again."""
    _message(sink, "/sink buttons")
    sink.see("Take this message away")
    tab_to(sink, "Throw away", back=True)
    sink.key(Keys.ENTER)
    sink.see("This cannot be undone.")
    sink.key(Keys.ESCAPE)
    sink.see_no_more("This cannot be undone.")
    focused(sink, "Throw away")


def test_an_overflow_menu(sink: Screen) -> None:
    """Arrows and letters move in the menu; Escape closes it, Enter takes what has the focus."""
    _message(sink, "/sink buttons")
    sink.see("Take this message away")
    tab_to(sink, "More actions", back=True)
    sink.key(Keys.ENTER)
    focused(sink, "Edit")
    sink.key("d")
    focused(sink, "Docs")
    sink.key(Keys.ARROW_DOWN)
    focused(sink, "Edit")
    sink.key(Keys.ESCAPE)
    focused(sink, "More actions")
    sink.key(Keys.ARROW_DOWN)
    focused(sink, "Edit")
    sink.key(Keys.ENTER)
    sink.see("overflow edit")
    focused(sink, "More actions")


def test_a_select_with_type_ahead(sink: Screen) -> None:
    """Letters find an option, arrows move, Enter takes it, Escape leaves what was chosen."""
    _message(sink, "/sink grouped menus")
    sink.see("With groups")
    sink.find("", "[role=combobox]", exact=False)
    for _ in range(MOST):
        if focus(sink)[1] == "combobox":
            break
        ActionChains(sink.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    assert focus(sink)[1] == "combobox"
    sink.key("vio")
    sink.find("Violet", "[role=option]")
    sink.key(Keys.ENTER)
    sink.see("grouped violet")
    assert focus(sink)[1] == "combobox"
    sink.key(Keys.ARROW_DOWN)
    sink.find("Cyan", "[role=option]")
    sink.key(Keys.ESCAPE)
    sink.wait(lambda: not sink.there("", "[role=option]", exact=False), "a closed list")
    assert focus(sink)[1] == "combobox"


def test_a_form(sink: Screen) -> None:
    """A form says its title first, keeps the focus inside, is submitted, and gives the focus back."""
    _message(sink, "/sink buttons")
    sink.see("Open the form")
    tab_to(sink, "Open the form", back=True)
    sink.key(Keys.ENTER)
    sink.wait(lambda: "Every input" in sink.driver.execute_script(_FOCUSED)[0], "the focus on the title")
    tab_to(sink, "plain_text_input")
    sink.key("xyz")
    for _ in range(60):
        sink.key(Keys.TAB)
        inside = "return document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        assert sink.driver.execute_script(inside)
    sink.driver.execute_script("document.querySelector('dialog input').focus()")
    ActionChains(sink.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
    sink.see("xyz has no vowel.")
    focused(sink, "plain_text_input")
    sink.key(Keys.END, "a")
    tab_to(sink, "Bake")
    sink.key(Keys.ENTER)
    sink.wait(lambda: not sink.driver.execute_script("return document.querySelector('dialog[open]')"), "closed")
    focused(sink, "Open the form")


def test_escape_closes_a_form(sink: Screen) -> None:
    """Escape closes the form that is on top, and the focus is where it was."""
    _message(sink, "/sink buttons")
    sink.see("Open the form")
    tab_to(sink, "Open the form", back=True)
    sink.key(Keys.ENTER)
    sink.wait(lambda: "Every input" in sink.driver.execute_script(_FOCUSED)[0], "the focus on the title")
    sink.key(Keys.ESCAPE)
    sink.wait(lambda: not sink.driver.execute_script("return document.querySelector('dialog[open]')"), "closed")
    focused(sink, "Open the form")


def test_messages_threads_and_menus(sink: Screen) -> None:
    """A message is reached, its menu used, its thread opened and answered, and Escape leads back."""
    _message(sink, "first")
    sink.see("first")
    tab_to(sink, "first", back=True)
    tab_to(sink, "More message actions")
    sink.key(Keys.ENTER)
    focused(sink, "Copy text")
    sink.key("q")
    focused(sink, "Quote it")
    sink.key(Keys.ENTER)
    sink.see("Quoted")
    sink.key(Keys.ESCAPE)
    sink.see_no_more("Quoted")
    sink.wait(lambda: sink.driver.execute_script(_FOCUSED)[1] != "nothing", "the focus on something")
    tab_to(sink, "Reply in thread", back=True)
    sink.key(Keys.ENTER)
    focused(sink, "Message thread in #sales")
    sink.key("a reply", Keys.ENTER)
    sink.see("1 reply")
    sink.key(Keys.ESCAPE)
    sink.wait(lambda: not sink.there("Close thread"), "the thread closed")
    sink.wait(lambda: sink.driver.execute_script(_FOCUSED)[1] != "nothing", "the focus on something")
    focus(sink)


def test_completion_by_keyboard(sink: Screen) -> None:
    """A command and a name are completed by arrows and Enter."""
    focused(sink, "Message #sales")
    sink.key("/si")
    sink.find("/sink", "[role=option]", exact=False)
    sink.key(Keys.TAB, "ack", Keys.ENTER)
    sink.see("Answered in the acknowledgement.")
    sink.key("hello @man")
    sink.find("manager", "[role=option]", exact=False)
    sink.key(Keys.ENTER, Keys.ENTER)
    sink.see("hello @manager")


def test_the_keys_are_told(sink: Screen) -> None:
    """The list of keys opens by a key outside of a field, and closes by Escape."""
    focused(sink, "Message #sales")
    tab_to(sink, "Keys", back=True)
    sink.key("?")
    sink.see("Alt")
    sink.key(Keys.ESCAPE)
    focused(sink, "Keys")
