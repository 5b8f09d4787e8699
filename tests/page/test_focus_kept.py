"""The focus stays where it is when an app shows something new, and the keys of an input method do nothing else."""

from selenium.webdriver import Keys

from tests.page.kitchen import Kitchen
from tests.page.screen import Screen
from tests.page.test_keyboard import focused, tab_to

_ENDS_A_COMPOSITION = """
const key = new KeyboardEvent("keydown", {key: arguments[0], keyCode: 229, bubbles: true, cancelable: true});
document.activeElement.dispatchEvent(key);
return key.defaultPrevented;
"""


def test_home_that_is_published_again_keeps_the_focus(kitchen: Kitchen, sink: Screen) -> None:
    """Whoever pressed a button on Home by keyboard presses it again, although Home is a new one by then."""
    rep = kitchen.person()
    sink.driver.get(f"{sink.base_url}/?person={rep.user.id}&channel={rep.dm_channel.id}&tab=home")
    sink.see("Pressed 0 times.")
    tab_to(sink, "Press")
    for count in (1, 2):
        sink.key(Keys.ENTER)
        sink.see(f"Pressed {count} times.")
        focused(sink, "Press")


def test_what_a_composition_ends_with_sends_nothing(sink: Screen) -> None:
    """Enter that takes a word of an input method, as Safari reports it, is left to the input method."""
    tab_to(sink, "Message #sales")
    sink.key("にほん")

    assert not sink.driver.execute_script(_ENDS_A_COMPOSITION, "Enter")
    assert "にほん" == sink.focused.get_attribute("value")
