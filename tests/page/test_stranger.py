"""A stranger's Bolt app on the page: everything that it shows can be used in the browser, and it hears what was done."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.page.kitchen import Kitchen
from tests.page.screen import FILLED, Screen
from tests.page.stranger_blocks import MENUS, MULTI_MENUS
from tests.page.stranger_files import PNG

Steps = Callable[[Screen], None]
BOX = "input[type=checkbox], input[type=radio]"
MENUS_SHOWN = "li[data-ts] [role=combobox]"
LONG = "x" * 3000


def posted(screen: Screen, family: str) -> WebElement:
    """The message with a family of blocks."""
    screen.say(f"/sink {family}")
    return screen.wait(lambda: screen.driver.find_elements(By.CSS_SELECTOR, "li[data-ts]")[-1:], family)[0]


def talk(screen: Screen) -> str:
    """What stands in the channel, without what a screen reader alone is told."""
    return "\n".join(one.text for one in screen.driver.find_elements(By.CSS_SELECTOR, "li[data-ts]"))


def gone(screen: Screen, words: str) -> None:
    """Wait until the channel says that no more."""
    screen.wait(lambda: words not in talk(screen), f"no {words}")


def is_closed(screen: Screen) -> bool:
    """Whether no form is open."""
    return not screen.driver.find_elements(By.CSS_SELECTOR, "dialog[open]")


def _presses(*names: str) -> Steps:
    def steps(screen: Screen) -> None:
        for name in names:
            screen.press(name)

    return steps


def _ticks(*names: str) -> Steps:
    def steps(screen: Screen) -> None:
        for name in names:
            screen.press(name, kinds=BOX)

    return steps


def _chooses(at: int, *options: str) -> Steps:
    """Type into the menu at a place, and take what is offered."""

    def steps(screen: Screen) -> None:
        for option in options:
            menu = screen.wait(lambda: screen.driver.find_elements(By.CSS_SELECTOR, MENUS_SHOWN)[at : at + 1], option)[
                0
            ]
            menu.click()
            menu.send_keys(option[:3])
            screen.press(option, kinds="[role=option]", exact=False)

    return steps


def _types(kind: str, *keys: str) -> Steps:
    def steps(screen: Screen) -> None:
        fields = f"li[data-ts] input[type={kind}]"
        screen.wait(lambda: screen.driver.find_elements(By.CSS_SELECTOR, fields), fields)[0].send_keys(*keys)

    return steps


MENU = [one["type"] for one in MENUS]
MANY = [one["type"] for one in MULTI_MENUS]
DONE: list[tuple[str, Steps, str]] = [
    ("buttons", _presses("Press"), "press pressed"),
    ("buttons", _presses("Go"), "primary gone"),
    ("buttons", _presses("Throw away", "Do it"), "danger thrown"),
    ("buttons", _presses("Run the workflow"), "workflow"),
    ("buttons", _presses("More actions", "Edit"), "overflow edit"),
    ("menus", _chooses(MENU.index("static_select"), "Blue"), "static_select blue"),
    ("menus", _chooses(MENU.index("external_select"), "Bremen"), "external_select bremen"),
    ("menus", _chooses(MENU.index("users_select"), "manager"), "users_select {manager}"),
    ("menus", _chooses(MENU.index("conversations_select"), "sales"), "conversations_select {sales}"),
    ("menus", _chooses(MENU.index("channels_select"), "sales"), "channels_select {sales}"),
    ("grouped menus", _chooses(0, "Violet"), "grouped violet"),
    ("menus of many", _chooses(MANY.index("multi_static_select"), "Red", "Blue"), "multi_static_select red,blue"),
    ("menus of many", _chooses(MANY.index("multi_external_select"), "Cyan"), "multi_external_select cyan"),
    ("menus of many", _chooses(MANY.index("multi_users_select"), "manager"), "multi_users_select {manager}"),
    ("pickers", _types("date", "01022027", Keys.ENTER), "datepicker 2027-01-02"),
    ("pickers", _types("time", "1159PM", Keys.ENTER), "timepicker 23:59"),
    ("boxes", _ticks("Blue"), "radio_buttons blue"),
    ("inputs", _types("text", "Bread!", Keys.ENTER), "said Bread!"),
    ("cards", _presses("Bake"), "bake sourdough"),
    ("container", lambda screen: (screen.press("The dough", exact=False), screen.press("Fold")), "fold once"),
    ("feedback", _presses("Good"), "feedback good"),
    ("feedback", _presses("Bad"), "feedback bad"),
    ("feedback", _presses("Throw away"), "trash trashed"),
]


@pytest.mark.parametrize(
    ("family", "steps", "said"), DONE, ids=[said.split()[0] + str(n) for n, (_, _, said) in enumerate(DONE)]
)
def test_whatever_is_done_arrives(family: str, steps: Steps, said: str, sink: Screen, kitchen: Kitchen) -> None:
    """What is pressed, chosen or typed reaches the app with its value, and the answer is for that person alone."""
    rep = kitchen.person()
    posted(sink, family)
    steps(sink)
    said = said.format(manager=kitchen.person("manager").user.id, sales=rep.channel("sales").id)
    sink.see(said, "Only visible to you")
    assert [] == [one for one in kitchen.wrong() if "view_closed" not in one]


def test_boxes_are_ticked_and_unticked(sink: Screen) -> None:
    """Every tick sends all that are ticked."""
    posted(sink, "boxes")
    boxes = "li[data-ts] input[type=checkbox]"
    sink.wait(lambda: sink.driver.find_elements(By.CSS_SELECTOR, boxes), boxes)[2].click()
    sink.see("checkboxes red,blue")
    sink.driver.find_elements(By.CSS_SELECTOR, boxes)[0].click()
    sink.see("checkboxes blue")


def test_a_confirmation_can_be_refused(sink: Screen, kitchen: Kitchen) -> None:
    """What is dangerous asks first; where the person leaves it, nothing is sent."""
    posted(sink, "buttons")
    sink.press("Throw away")
    assert "This cannot be undone." in sink.see("Are you sure?")
    sink.press("Leave it")
    sink.see_no_more("Are you sure?")
    assert "danger" not in [one.name for one in kitchen.slack.deliveries.tracks]
    assert "danger thrown" not in sink.text


def test_a_link_opens_elsewhere(sink: Screen) -> None:
    """A button with an address opens it in a tab of its own, which knows nothing of the page, and tells the app."""
    before = sink.driver.current_window_handle
    posted(sink, "buttons")
    sink.press("Read")
    sink.see("link")
    others = [one for one in sink.driver.window_handles if one != before]
    for one in others:
        sink.driver.switch_to.window(one)
        assert sink.driver.execute_script("return window.opener") is None
        sink.driver.close()
    sink.driver.switch_to.window(before)
    assert len(others) == 1


def test_messages_change_and_go(sink: Screen) -> None:
    """The app's changes are on the screen at once: replaced, taken away, edited, deleted."""
    posted(sink, "buttons")
    sink.press("Replace this message")
    sink.see("Replaced.")
    gone(sink, "Replace this message")
    posted(sink, "buttons")
    sink.press("Take this message away")
    gone(sink, "Take this message away")
    sink.say("/sink edit")
    sink.see("Baked bread", "(edited)")
    sink.say("/sink delete")
    sink.see("It was burnt.")
    gone(sink, "Burnt")


def test_an_ephemeral_message_is_replaced_and_dismissed(sink: Screen) -> None:
    """What one person alone sees is replaced in place, and is gone once it is dismissed."""
    sink.say("/sink whisper")
    sink.see("Only you know.", "Only visible to you")
    sink.press("Replace")
    sink.see("Replaced.")
    gone(sink, "Only you know.")
    sink.press("Dismiss")
    gone(sink, "Replaced.")


def test_answers_of_a_command(sink: Screen) -> None:
    """A command is answered in its acknowledgement, or that there is no such thing; an unknown one is refused."""
    sink.say("/sink ack")
    sink.see("Answered in the acknowledgement.")
    sink.say("/sink soap")
    sink.see("There is no soap in this sink")
    sink.say("/nosuch thing")
    sink.see("/nosuch")
    assert sink.find("Message", "textarea", exact=False).get_attribute("value") == "/nosuch thing"


def _opened(screen: Screen) -> None:
    screen.press("Shortcuts and files")
    screen.press("Every input", exact=False, kinds="[role=menuitem]")
    screen.find("plain_text_input", FILLED, exact=False)


def _picked(screen: Screen, name: str, *options: str) -> None:
    for option in options:
        field = screen.find(f"{name} (optional)", "[role=combobox]")
        field.click()
        field.send_keys(option[:3])
        screen.press(option, kinds="[role=option]", exact=False)


def test_a_form_with_every_input(sink: Screen, kitchen: Kitchen, tmp_path: Path) -> None:
    """Each input of a form is filled in by hand and arrives, a file too."""
    file = tmp_path / "crumb.png"
    file.write_bytes(PNG)
    _opened(sink)
    sink.fill("plain_text_input", "Rye")
    sink.fill("lines", "a\nb")
    sink.fill("number_input", "2.5")
    sink.fill("email_text_input", "a@example.com")
    sink.fill("url_text_input", "https://example.com")
    sink.fill("rich_text_input", "*bold* words")
    sink.driver.find_element(By.CSS_SELECTOR, "dialog input[type=file]").send_keys(str(file))
    sink.see("crumb.png")
    _picked(sink, "static_select", "Blue")
    _picked(sink, "external_select", "Bremen")
    _picked(sink, "users_select", "manager")
    _picked(sink, "multi_static_select", "Red", "Green")
    sink.find("datepicker (optional)", FILLED).send_keys("01022027")
    sink.find("timepicker (optional)", FILLED).send_keys("1159PM")
    sink.press("Bake")
    sink.wait(lambda: is_closed(sink), "the form closed")
    said = set(kitchen.person().wait_for_message("Baked Rye").text.split("\n"))
    expected = {"number_input: 2.5", "email_text_input: a@example.com", "url_text_input: https://example.com"}
    expected |= {"file_input: 1", "static_select: blue", "external_select: bremen", "multi_static_select: red,green"}
    expected |= {"datepicker: 2027-01-02", "timepicker: 23:59", f"users_select: {kitchen.person('manager').user.id}"}
    assert expected <= said


def test_a_form_is_sent_back(sink: Screen) -> None:
    """What is wrong stands beside its field, whoever found it, what was typed stays, and the first one has the focus."""
    _opened(sink)
    sink.press("Bake")
    sink.see("Please complete this required field.")
    sink.fill("plain_text_input", "xyz")
    sink.fill("email_text_input", "nobody")
    sink.press("Bake")
    sink.see_no_more("Please complete this required field.")
    field = sink.find("email_text_input", FILLED, exact=False)
    sink.wait(lambda: field.get_attribute("aria-invalid") == "true", "the address is wrong")
    sink.fill("email_text_input", "a@example.com")
    sink.press("Bake")
    sink.see("xyz has no vowel.")
    name = sink.find("plain_text_input", FILLED, exact=False)
    assert ("true", "xyz") == (name.get_attribute("aria-invalid"), name.get_attribute("value"))
    sink.wait(lambda: sink.focused == name, "the focus in the field that is wrong")


@pytest.mark.parametrize(("after", "title"), [("Push", "Pushed"), ("Update", "Updated"), ("Clear", None)])
def test_another_form_comes_next(after: str, title: str | None, sink: Screen) -> None:
    """The answer to a form puts another one on top or in its place, or closes it."""
    _opened(sink)
    sink.fill("plain_text_input", "Rye")
    sink.press(after, kinds=BOX)
    sink.press("Bake")
    if title is None:
        sink.wait(lambda: is_closed(sink), "nothing open")
        return
    sink.see(title)
    sink.press("Done")
    if after == "Push":
        assert sink.find("plain_text_input", FILLED, exact=False).get_attribute("value") == "Rye"
    else:
        sink.wait(lambda: is_closed(sink), "nothing open")


def test_a_form_changes_while_it_is_open(sink: Screen) -> None:
    """A button in a form adds to it and keeps what was typed; another one puts a form on top, and closing leads back."""
    _opened(sink)
    sink.fill("plain_text_input", "Rye")
    sink.press("One more line")
    sink.find("Line 1", "dialog *", exact=False)
    assert sink.find("plain_text_input", FILLED, exact=False).get_attribute("value") == "Rye"
    sink.press("Another form on top")
    sink.see("Pushed by a button.")
    sink.key(Keys.ESCAPE)
    sink.see_no_more("Pushed by a button.")
    assert sink.find("plain_text_input", FILLED, exact=False).get_attribute("value") == "Rye"


def test_closing_a_form_is_told(sink: Screen, kitchen: Kitchen) -> None:
    """A form that wants to know is told that it was closed."""
    _opened(sink)
    sink.press("Not now")
    kitchen.person().wait_for_message("Nothing was baked.")


def test_a_message_is_quoted(sink: Screen) -> None:
    """A shortcut on a message stands in its menu and knows the message."""
    sink.say("Knead it")
    sink.see("Knead it")
    sink.driver.execute_script("document.querySelector('li[data-ts]').focus()")
    sink.press("More message actions")
    sink.press("Quote it", exact=False, kinds="[role=menuitem]")
    sink.see("Quoted", "Done")
    assert sink.driver.find_element(By.CSS_SELECTOR, "dialog blockquote").text == "Knead it"


def test_home_counts(sink: Screen) -> None:
    """The Home tab is published when it is opened, and anew at each press."""
    sink.press("Kitchen Sink", exact=False)
    sink.press("Home", kinds="[role=tab]")
    sink.see("Pressed 0 times.")
    sink.press("Press")
    sink.see("Pressed 1 times.")
    sink.press("Press")
    sink.see("Pressed 2 times.")


def test_files_go_both_ways(sink: Screen, kitchen: Kitchen, tmp_path: Path) -> None:
    """Files of the app are shown and can be had, and files that a person sends reach the app."""
    sink.say("/sink picture")
    sink.find("A dot", "img")
    pictures = "return [...document.images].filter((one) => one.alt === 'A dot').map((one) => one.naturalWidth)"
    sink.wait(lambda: sink.driver.execute_script(pictures) == [1, 1], "both pictures")
    sink.say("/sink file")
    link = sink.find("recipe.txt", "a[href]", exact=False)
    fetched = sink.driver.execute_async_script(
        "const done = arguments[1]; fetch(arguments[0]).then((one) => one.text()).then(done)",
        link.get_attribute("href"),
    )
    assert fetched == "Flour, water, salt, time.\n"
    mine = tmp_path / "mine.txt"
    mine.write_text("salt")
    sink.press("Kitchen Sink", exact=False)
    sink.press("Messages", kinds="[role=tab]")
    sink.driver.find_element(By.CSS_SELECTOR, "form input[type=file]").send_keys(str(mine))
    sink.press("Send")
    sink.see("Got mine.txt")


def test_an_answer_is_streamed(sink: Screen) -> None:
    """A streamed answer with its tasks stands there in the end, and can be judged."""
    sink.press("Kitchen Sink", exact=False)
    sink.press("Messages", kinds="[role=tab]")
    sink.say("stream")
    thread = sink.find("1 reply", "button", exact=False)
    thread.click()
    sink.see("Flour, water and time.", "Kneading")
    sink.press("Good")
    sink.see("feedback good")


def test_prompts_are_offered_and_sent(sink: Screen) -> None:
    """What the app suggests is sent by a press, and answered."""
    sink.press("Kitchen Sink", exact=False)
    sink.press("Messages", kinds="[role=tab]")
    sink.press("Bread", exact=False)
    sink.see("Tell me of bread")


STRANGE: dict[str, dict[str, object]] = {
    "a block of the future": {"blocks": [{"type": "hologram", "block_id": "a", "beam": {"deep": [1]}}]},
    "no block at all": {"blocks": [{"type": "section"}, {"type": "actions"}, {"type": "image"}, {}]},
    "wrong types": {
        "blocks": [
            {"type": "section", "block_id": 5, "text": "words", "fields": {"a": 1}, "accessory": []},
            {"type": "table", "rows": [[None, 1, "a"], {}]},
            {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": "?"}, None]},
            {"type": "actions", "elements": [{"type": "static_select", "options": None}, {"type": "button"}, "x"]},
            {"type": "carousel", "elements": [{}]},
            {"type": "data_visualization", "chart": {"type": "bar"}},
        ]
    },
    "endless words": {"text": LONG, "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": LONG}}]},
    "a tall message": {
        "blocks": [{"type": "header", "text": {"type": "plain_text", "text": f"No {n}"}} for n in range(50)]
    },
    "brackets": {"text": "<" * 500 + ">" * 500 + "*" * 500 + "_" * 501 + "`" * 333},
}


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE.keys())
def test_strange_messages_break_nothing(strange: dict[str, object], sink: Screen, kitchen: Kitchen) -> None:
    """Whatever an app posts, the page stands, nothing is wider than it, and one can go on writing."""
    world, rep = kitchen.slack.world, kitchen.person()
    sink.see("very beginning")
    told = json.loads(json.dumps({"text": "Strange", **strange}))
    world.post(rep.channel("sales"), kitchen.installed.bot_user, app=kitchen.installed, **told)
    sink.say("still here")
    sink.find("still here", "li[data-ts]", exact=False)
    wide = "return document.scrollingElement.scrollWidth - innerWidth"
    assert sink.driver.execute_script(wide) <= 0
    assert [] == [one for one in sink.troubles() if "net::" not in one]
