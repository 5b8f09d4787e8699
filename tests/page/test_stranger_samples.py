"""What the best-known sample apps of Bolt do works in the local Slack, and on its page."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from selenium.webdriver import Chrome

from bot.playground.acts import Person, all_words
from bot.playground.model import Message
from bot.playground.server import LocalSlack
from tests.page import stranger_assistant
from tests.page.kitchen import Kitchen, cooking, tidy
from tests.page.screen import Screen
from tests.page.stranger_samples_manifest import MANIFEST

PROGRAM = Path(__file__).with_name("stranger_samples.py")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kitchen]:
    """The samples at work in a local Slack."""
    folder = tmp_path_factory.mktemp("samples")
    with LocalSlack() as slack, cooking(slack, folder, program=PROGRAM, manifest=MANIFEST) as kitchen:
        yield kitchen


@pytest.fixture
def kitchen(running: Kitchen) -> Iterator[Kitchen]:
    """The samples in a Slack where nothing was said; in the end nothing may have gone wrong."""
    with tidy(running) as kitchen:
        yield kitchen


@pytest.fixture
def rep(kitchen: Kitchen) -> Person:
    """A person in front of the app."""
    return kitchen.person()


def _until(rep: Person, message: Message, text: str) -> None:
    assert rep.world.wait_for(lambda: text in all_words(message) or None, 10), all_words(message)


def test_tasks(rep: Person) -> None:
    """A task is asked for in a form with options that the app offers, and stands in Home until it is done."""
    rep.open_home()
    rep.wait_for_home("Nothing to do.")
    rep.command("/task")
    form = rep.wait_for_modal("New task")
    assert rep.submit(form, {"name": "ab", "owner": "Grace"}).errors == {"name": "Say more."}
    assert rep.submit(form, {"name": "Bake bread", "owner": "Grace"}).ok
    home = rep.wait_for_home("Bake bread (Grace)")
    rep.click(home, "Done")
    rep.wait_for_home("Nothing to do.")


def test_an_approval(kitchen: Kitchen, rep: Person) -> None:
    """A question with a confirmation is answered in its place by the response URL, and beside it."""
    rep.command("/deploy prod", "#sales")
    asked = rep.wait_for_message("Deploy prod?", "#sales")
    manager = kitchen.person("manager")
    manager.click(asked, "Approve", confirm=False)
    assert "Deploy" in all_words(asked)
    manager.click(asked, "Approve")
    manager.wait_for_message("Noted.")
    _until(rep, asked, f"approve: prod by <@{manager.user.id}>")
    made = [one.made for one in kitchen.calls("response_url")]
    assert made[:2] == [asked, asked]
    assert made[2] is not None
    assert made[2].text == "Noted."


def test_a_poll(kitchen: Kitchen, rep: Person) -> None:
    """Each click updates the message of a poll, which keeps the votes in its metadata."""
    rep.command("/poll rye oats", "#sales")
    asked = rep.wait_for_message("rye: 0, oats: 0", "#sales")
    rep.click(asked, "rye")
    _until(rep, asked, "rye: 1, oats: 0")
    kitchen.person("manager").click(asked, "rye")
    _until(rep, asked, "rye: 2, oats: 0")
    rep.click(asked, "oats")
    _until(rep, asked, "rye: 1, oats: 1")


def test_work_after_the_acknowledgement(rep: Person) -> None:
    """A command is answered with its acknowledgement, and again once the work is done; an attachment alone is shown."""
    rep.command("/slow bread", "#sales")
    rep.wait_for_message("Working on bread.", "#sales")
    rep.wait_for_message("Done with bread.", "#sales")
    rep.command("/card", "#sales")
    rep.wait_for_message(lambda one: [card["title"] for card in one.attachments] == ["A card"], "#sales")


def test_a_form_from_a_message(rep: Person) -> None:
    """A form from a message's menu knows the message, and the app answers in its thread."""
    message = rep.say("#sales", "The oven is cold")
    rep.shortcut(message, "bug")
    assert rep.submit(rep.wait_for_modal("A bug")).ok
    rep.wait_for_message("Filed: The oven is cold", "#sales", message.ts)
    rep.wait_for_message(f"p{message.ts.replace('.', '')}|the message>", "#sales")


def test_links_are_shown_once(rep: Person, kitchen: Kitchen) -> None:
    """What an app shows of a link in somebody's message can be used, and is replaced by what it shows next."""
    message = rep.say("#sales", "see https://tracker.example/7?a=1&b=2 and https://other.example/8")
    _until(rep, message, "Ticket 7?a=1&b=2")
    assert [one["app_id"] for one in message.attachments] == [kitchen.installed.app]
    (row,) = [one for one in message.attachments[0]["blocks"] if one["type"] == "actions"]
    rep.press(message, row["block_id"], "close")
    _until(rep, message, "Closed.")
    assert len(message.attachments) == 1
    assert "Ticket" not in all_words(message)
    lobby = kitchen.slack.world.add_channel(rep.user.team, "tickets", [rep.user.id])
    _until(rep, rep.say(lobby, "https://sub.tracker.example/9"), "Ticket 9")


def test_files(rep: Person) -> None:
    """An app is told of a file once, and reads it by its id."""
    rep.upload("#sales", "plan.txt", b"rise early")
    rep.wait_for_message("Got plan.txt", "#sales")


def test_a_channel_told_of_itself(kitchen: Kitchen, rep: Person) -> None:
    """Topic, purpose, pins and people of a channel are there to be asked for, and are told of."""
    rep.command("/about bread", "#sales")
    told = rep.wait_for_message("bread / For bread / ", "#sales")
    assert told.text.endswith("(True, 'active', True, True, 'Sampler', 'Home', {}, 'D')")
    assert rep.world.wait_for(lambda: told.pinned or None, 10)
    rep.pin(rep.say("#sales", "Mind the oven"))
    rep.wait_for_message("pin_added 2 https://home.slack.com/archives/C", "#sales")
    rep.pin(told, pinned=False)
    rep.wait_for_message("pin_removed 1 ", "#sales")
    manager = kitchen.person("manager").user.id
    kitchen.slack.world.leave(rep.channel("sales"), manager)
    rep.wait_for_message(f"Bye <@{manager}>", "#sales")
    kitchen.slack.world.join(rep.channel("sales"), manager)


def _open(kitchen: Kitchen, window: Chrome) -> Screen:
    rep, base = kitchen.person(), kitchen.slack.base_url
    window.get(f"{base}/page/blank")
    window.execute_script("sessionStorage.clear(); localStorage.clear()")
    window.get(f"{base}/?{urlencode({'person': rep.user.id, 'channel': rep.channel('sales').id})}")
    return Screen(window, base)


def test_a_permalink_leads_to_its_message(kitchen: Kitchen, window: Chrome) -> None:
    """Whoever follows the link of a message is led to it on the page, and not to Slack."""
    rep, screen = kitchen.person(), _open(kitchen, window)
    root = rep.say("#sales", "The root")
    inside = rep.say("#sales", "Inside the thread", root.ts)
    rep.shortcut(inside, "bug")
    assert rep.submit(rep.wait_for_modal("A bug")).ok
    screen.press("the message")
    screen.see("Inside the thread", "Filed: Inside the thread")
    assert f"thread={root.ts}" in window.current_url
    assert len(window.window_handles) == 1
    screen.wait(lambda: "Inside the thread" in screen.focused.text, "the focus on the message")


def test_what_an_app_shows_of_a_link_is_used_on_the_page(kitchen: Kitchen, window: Chrome) -> None:
    """A button below a link in somebody's message reaches the app that shows it."""
    screen = _open(kitchen, window)
    screen.say("see https://tracker.example/7")
    screen.press("Close ticket")
    screen.see("Closed.")


def test_a_second_app_comes_while_the_page_is_open(kitchen: Kitchen, window: Chrome, tmp_path: Path) -> None:
    """An app that is installed later appears on the open page, and what is done goes to the app it is meant for."""
    screen = _open(kitchen, window)
    screen.see("Sampler")
    program = Path(stranger_assistant.__file__)
    with cooking(kitchen.slack, tmp_path, program=program, manifest=stranger_assistant.MANIFEST) as other:
        screen.press("Miller", exact=False)
        screen.see("What shall we grind?")
        screen.press("Sampler", exact=False)
        screen.see("Nothing to do.")
        screen.press("sales")
        screen.say("/slow oats")
        screen.see("Done with oats.")
        screen.press("Miller", exact=False)
        screen.press("New Assistant thread", exact=False)
        screen.press("Rye")
        screen.see("Ground: Tell me of rye")
        kitchen.person().quiet()
        assert other.calls("views.publish") == []
        other.person().uninstall()
        screen.see("Miller was removed from this workspace.")
