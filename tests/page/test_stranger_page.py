"""A Bolt app that knows nothing of this project, used on the page as people use it."""

import pytest
from selenium.webdriver import Keys
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.page.kitchen import Kitchen
from tests.page.screen import Screen


def _complaints(screen: Screen) -> list[str]:
    # The address of the pictures leads nowhere, and the empty page has no icon.
    return [one for one in screen.troubles() if "dog.png" not in one and "favicon.ico" not in one]


def test_everything_there_is_stands_on_the_page(kitchen: Kitchen, sink: Screen) -> None:
    """Every block and every element is shown, and nothing that the page does not know."""
    sink.say("/sink")
    text = sink.see("Kitchen Sink", "Patience.", "The baker's dog", "Throw away", "multi_channels_select", "Say it")
    text = sink.see("Sourdough", "The dough", "What goes in", "Loaves by day", "Weigh the flour", "Calls cannot be")
    assert "does not know" not in text
    assert "cannot show this" not in text
    assert _complaints(sink) == []


def test_a_button_is_pressed_and_answered(sink: Screen) -> None:
    """What is pressed reaches the app, and its answer stands below for that person alone."""
    sink.say("/sink buttons")
    sink.press("Press")
    sink.see("press pressed", "Only visible to you")
    sink.press("Replace this message")
    sink.see("Replaced.")
    sink.see_no_more("Take this message away")


def test_a_dangerous_button_asks_first(sink: Screen) -> None:
    """A button with a question is pressed only where the question is answered so."""
    sink.say("/sink buttons")
    sink.press("Throw away")
    sink.see("Are you sure?")
    sink.press("Leave it")
    sink.see_no_more("Are you sure?")
    assert "danger thrown" not in sink.text
    sink.press("Throw away")
    sink.press("Do it")
    sink.see("danger thrown")


def test_options_are_asked_for(sink: Screen) -> None:
    """A select that asks the app shows what the app offers, and what is chosen there arrives."""
    sink.say("/sink menus of many")
    sink.see("multi_external_select")
    sink.choose("multi_external_select", "Cyan")
    sink.key(Keys.ESCAPE)
    sink.see("multi_external_select cyan")


def test_a_form_is_sent_back_and_taken(sink: Screen) -> None:
    """A form says what the app finds wrong beside the field, and is taken once that is right."""
    sink.say("/sink form")
    sink.see("Every input", "Names without a vowel are sent back.")
    sink.press("Bake")
    sink.see("Please complete this required field.")
    sink.fill("plain_text_input", "xyz")
    sink.press("Bake")
    sink.see("xyz has no vowel.")
    sink.fill("plain_text_input", "Rye")
    sink.press("One more line")
    sink.see("Line 1")
    sink.press("Bake")
    sink.see_no_more("Every input")


def test_home_counts_on_the_page(kitchen: Kitchen, sink: Screen) -> None:
    """The Home tab is painted anew after each press."""
    dm = kitchen.person().dm_channel.id
    sink.driver.get(f"{sink.base_url}/?person={kitchen.person().user.id}&channel={dm}&tab=home")
    sink.see("Pressed 0 times.")
    sink.press("Press")
    sink.see("Pressed 1 times.")
    sink.press("Press")
    sink.see("Pressed 2 times.")


def test_the_inspector_shows_what_happened(kitchen: Kitchen, sink: Screen) -> None:
    """The inspector unfolds the latest answer: how long each step took, and what was sent and said."""
    sink.press("Inspector")
    sink.say("/sink edit")
    sink.see("Baked bread", "2 calls", "chat.postMessage", "chat.update", "Acknowledgement", "No problems")
    sink.press("chat.update", exact=False)
    sink.see("Arguments", "Response", '"Baked bread"')
    sink.press("Pick a message")
    sink.find("Baked bread", "main li", exact=False).click()
    sink.see("Show every answer", '"Raw dough"')
    sink.press("Clear")
    sink.see("Nothing yet.")


def test_the_inspector_points_at_what_is_wrong(kitchen: Kitchen, sink: Screen) -> None:
    """What the rules find is counted, and said in words with its place."""
    sink.press("Inspector")
    sink.say("/sink thread")
    sink.see("3 calls", "No problems")
    client = WebClient(kitchen.installed.bot_token, base_url=kitchen.slack.api_url)
    header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
    with pytest.raises(SlackApiError):
        client.chat_postMessage(channel="#sales", text="Long", blocks=[header])
    client.chat_postMessage(channel="#sales", text="Hello <!channel>")
    sink.see("Only problems (2)", "1 refused", "1 dangerous")
    sink.see("/blocks/0/text/text: must have at most 150 characters", "/text: calls everybody")
