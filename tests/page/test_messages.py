"""What is done with a message: its buttons stand on one message alone, and its menu pins it and shows what made it."""

from selenium.webdriver import Keys
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from slack_sdk import WebClient

from tests.page.browser import resize
from tests.page.kitchen import Kitchen
from tests.page.screen import Screen
from tests.page.test_keyboard import tab_to

_ACTIVE = """
const bars = [...document.querySelectorAll("[role=group][aria-label='Message actions']")];
return bars.map((bar) => bar.closest("li").innerText);
"""
_POSTED = """
return performance.getEntriesByType("resource").filter((one) => one.name.endsWith("/control/act")).length;
"""


def row(screen: Screen, text: str) -> WebElement:
    """The last message that says a text."""
    return screen.find(text, "li[data-ts]", exact=False)


def only(screen: Screen, text: str) -> None:
    """Wait until of all messages the one that says a text has buttons, and no other one."""

    def look() -> bool:
        active = screen.driver.execute_script(_ACTIVE)
        assert len(active) <= 1, f"several messages have buttons: {active}"
        return bool(active) and text in active[0]

    screen.wait(look, f"the buttons of {text!r}")


def point(screen: Screen, text: str) -> None:
    """Point at a message."""
    ActionChains(screen.driver).move_to_element(row(screen, text)).perform()


def test_one_message_has_buttons(sink: Screen) -> None:
    """Whatever was pressed, focused or pointed at, in the channel and in a thread: one message has buttons, the latest."""
    for text in ("first", "second", "third"):
        sink.say(text)
        row(sink, text)
    row(sink, "first").click()
    only(sink, "first")
    point(sink, "third")
    only(sink, "third")
    sink.key(Keys.ARROW_DOWN)
    only(sink, "second")
    point(sink, "first")
    only(sink, "first")
    sink.press("More message actions")
    sink.find("Copy text", "[role=menuitem]")
    point(sink, "third")
    only(sink, "first")
    sink.key(Keys.ESCAPE)
    point(sink, "second")
    sink.press("Reply in thread")
    sink.find("Message thread in #sales", "textarea")
    point(sink, "third")
    only(sink, "third")


def test_a_message_is_pinned_by_hand(sink: Screen, kitchen: Kitchen) -> None:
    """The menu of a message pins it in the channel, and takes the pin out again."""
    sink.say("remember this")
    sink.open_menu(row(sink, "remember this"))
    sink.press("Pin message", kinds="[role=menuitem]")
    sink.see("Pinned")
    (message,) = kitchen.person().messages("sales")
    assert message.pinned
    sink.open_menu(row(sink, "remember this"))
    sink.press("Remove pin", kinds="[role=menuitem]")
    sink.see_no_more("Pinned")


def test_a_message_says_what_made_it(sink: Screen) -> None:
    """By keyboard alone its menu opens the inspector at its calls; Escape leads back to the message."""
    sink.say("/sink edit")
    row(sink, "Baked bread")
    sink.say("/sink buttons")
    row(sink, "Take this message away")
    sink.driver.execute_script("arguments[0].focus()", row(sink, "Baked bread"))
    only(sink, "Baked bread")
    tab_to(sink, "More message actions")
    sink.key(Keys.ENTER)
    sink.find("What made this", "[role=menuitem]")
    sink.key("w", Keys.ENTER)
    sink.see("Show every answer", "chat.update")
    panel = sink.find("Inspector", "aside")
    sink.wait(lambda: sink.focused == panel, "the focus on the inspector")
    assert "Nothing was baked." not in panel.text
    sink.key(Keys.ESCAPE)
    sink.see_no_more("chat.update")
    assert sink.focused == row(sink, "Baked bread")


def test_what_a_person_said_has_no_calls(sink: Screen) -> None:
    """Only what an app posted was made by calls."""
    sink.say("by hand")
    sink.open_menu(row(sink, "by hand"))
    sink.find("Copy text", "[role=menuitem]")
    assert not sink.there("What made this", "[role=menuitem]")


def test_a_thread_and_a_panel_share_a_place(sink: Screen) -> None:
    """Where there is no room for both, the one opened last is seen, nothing covers anything, and a press leads back."""
    resize(sink.driver, 1100, 800)
    sink.say("/sink thread")
    point(sink, "A thread begins.")
    sink.press("Reply in thread")
    sink.find("Message thread in #sales", "textarea").send_keys("half a word")
    sink.press("Inspector")
    sink.see("Pause")
    assert not sink.there("Message thread in #sales", "textarea")
    views = [sink.find(name, kinds).rect for name, kinds in (("#sales", "main"), ("Inspector", "aside"))]
    assert views[0]["x"] + views[0]["width"] <= views[1]["x"]
    sink.press("Thread")
    composer = sink.find("Message thread in #sales", "textarea")
    assert "half a word" == composer.get_attribute("value")
    assert not sink.there("Inspector", "aside")
    sink.press("Inspector", within=sink.find("Beside the channel", "[role=group]"))
    sink.see("Pause")
    sink.key(Keys.ESCAPE)
    sink.see_no_more("Pause")
    sink.find("Message thread in #sales", "textarea")


def test_with_room_for_both_nothing_is_hidden(sink: Screen) -> None:
    """On a wide window a thread and a panel stand beside each other."""
    resize(sink.driver, 1500, 800)
    sink.say("/sink thread")
    point(sink, "A thread begins.")
    sink.press("Reply in thread")
    sink.press("Inspector")
    sink.see("Pause")
    assert sink.there("Message thread in #sales", "textarea")
    assert not sink.there("Beside the channel", "[role=group]")


def test_acts_go_over_the_open_connection(sink: Screen) -> None:
    """What is said is not posted while the page is connected, a refusal is said all the same; a large file is posted."""
    sink.see("connected")
    sink.say("over the wire")
    row(sink, "over the wire")
    sink.say("/sink nothing-of-that")
    sink.see("There is no nothing-of-that in this sink")
    assert sink.driver.execute_script(_POSTED) == 0
    sink.driver.execute_script(
        "const files = new DataTransfer(); files.items.add(new File(['x'.repeat(200000)], 'large.txt'));"
        "const input = document.querySelector('.composer input[type=file]');"
        "input.files = files.files; input.dispatchEvent(new Event('change', { bubbles: true }));"
    )
    sink.see("large.txt")
    sink.press("Send", exact=False)
    row(sink, "large.txt")
    assert sink.driver.execute_script(_POSTED) == 1


def test_several_people_have_a_place(sink: Screen, kitchen: Kitchen) -> None:
    """A conversation that an app opens with several people stands in their lists by their names, and is written in."""
    client = WebClient(kitchen.installed.bot_token, base_url=kitchen.slack.api_url)
    rep, admin = kitchen.person(), kitchen.person("admin")
    channel = kitchen.slack.world.add_channel(
        rep.user.team,
        "mpdm-sink--rep--admin-1",
        [kitchen.installed.bot_user, rep.user.id, admin.user.id],
        is_mpim=True,
        is_private=True,
    )
    client.chat_postMessage(channel=channel.id, text="Just the three of us")
    sink.see("Direct messages")
    sink.press("Kitchen Sink, ", exact=False, kinds="nav button")
    sink.see("Just the three of us", "the very beginning of your messages")
    assert "#" not in sink.find("", "main h2", exact=False).text
    sink.say("Indeed")
    row(sink, "Indeed")
    assert [one.text for one in admin.messages(channel)] == ["Just the three of us", "Indeed"]
    assert not kitchen.slack.world.may_see(kitchen.person("manager").user, channel)


def test_a_topic_is_said(sink: Screen, kitchen: Kitchen) -> None:
    """Who changes what a channel is about says so in it, as in Slack."""
    client = WebClient(kitchen.installed.bot_token, base_url=kitchen.slack.api_url)
    client.conversations_setTopic(channel=kitchen.person().channel("sales").id, topic="Bread & water")
    sink.see("set the channel topic: Bread & water")
    client.conversations_setTopic(channel=kitchen.person().channel("sales").id, topic="")
    sink.see("cleared the channel topic")


def test_several_are_chosen_among_actions(sink: Screen, kitchen: Kitchen) -> None:
    """Menus of several stand in a row of actions, and a person is chosen among conversations."""
    menu = {"type": "multi_conversations_select", "action_id": "places", "filter": {"include": ["im"]}}
    blocks = [{"type": "actions", "elements": [menu | {"placeholder": {"type": "plain_text", "text": "With whom"}}]}]
    client = WebClient(kitchen.installed.bot_token, base_url=kitchen.slack.api_url)
    client.chat_postMessage(channel=kitchen.person().channel("sales").id, text="Choose", blocks=blocks)
    sink.find("With whom", "[role=combobox]", exact=False).click()
    sink.press("admin", exact=False, kinds="[role=option]")
    sink.key(Keys.TAB)
    rep, admin = kitchen.person().user.id, kitchen.person("admin").user.id
    chosen = kitchen.slack.world.open_dm(rep, admin).id
    sink.see(f"places {chosen}")
    assert "admin" in sink.driver.find_element(By.CSS_SELECTOR, "li[data-ts] .Actions").text
