"""A Bolt app that knows nothing of this project finds in the local Slack what it would find in the real one."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest

from bot.playground.acts import Person, all_words
from bot.playground.acts_elements import elements
from bot.playground.model import Json, Message, View
from bot.playground.rules.blocks import BLOCKS
from bot.playground.rules.elements import ELEMENTS
from bot.playground.rules.fault import objects
from bot.playground.server import LocalSlack
from tests.page.kitchen import ASYNC, Kitchen, cooking, tidy
from tests.page.stranger_blocks import BOXES, FAMILIES, MENUS, MULTI_MENUS, PICKERS
from tests.page.stranger_forms import FIELDS, form

ALONE = frozenset({"alert"})
"""What stands in modals alone."""


@pytest.fixture(scope="module", params=["sockets", "http"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kitchen]:
    """The app at work in a local Slack, over each transport in turn."""
    folder = tmp_path_factory.mktemp("stranger")
    with LocalSlack() as slack, cooking(slack, folder, http=request.param == "http") as kitchen:
        yield kitchen


@pytest.fixture
def kitchen(running: Kitchen) -> Iterator[Kitchen]:
    """The app at work in a Slack where nothing was said; in the end nothing may have gone wrong."""
    with tidy(running) as kitchen:
        yield kitchen


@pytest.fixture
def rep(kitchen: Kitchen) -> Person:
    """A person in front of the app."""
    return kitchen.person()


def _of(name: str, rep: Person) -> Message:
    rep.command(f"/sink {name}", "#sales")
    return rep.wait_for_message(f"Sink: {name}", "#sales")


def _press(rep: Person, shown: Message | View, action_id: str, value: Any = None, **more: str) -> None:
    blocks = shown.payload["blocks"] if isinstance(shown, View) else shown.blocks
    element = next(one for one in elements(blocks) if one.action_id == action_id)
    rep.press(shown, element.block_id, action_id, value, **more)


def _kinds(blocks: Any) -> set[str]:
    return {str(one["type"]) for _, one in objects(blocks, "") if "type" in one}


def test_it_posts_everything_there_is(kitchen: Kitchen, rep: Person) -> None:
    """Every block and every element that the local Slack knows is posted or shown, and none is refused."""
    rep.command("/sink", "#sales")
    for name, blocks in FAMILIES.items():
        found = rep.wait_for_message(lambda one, wanted=f"Sink: {name}": one.text == wanted, "#sales")
        assert [one["type"] for one in found.blocks] == [one["type"] for one in blocks]
    posted, shown = _kinds(list(FAMILIES.values())), _kinds(form())
    assert set(BLOCKS) - ALONE <= posted
    assert shown >= ALONE
    assert set(ELEMENTS) <= posted | shown


CHOICES = [
    ("menus", "static_select", "blue", "blue"),
    ("grouped menus", "grouped", "violet", "violet"),
    ("menus of many", "multi_static_select", ["red", "blue"], "red,blue"),
    ("pickers", "datepicker", "2027-01-02", "2027-01-02"),
    ("pickers", "timepicker", "23:59", "23:59"),
    ("pickers", "datetimepicker", 1800000000, "1800000000"),
    ("boxes", "checkboxes", ["green", "blue"], "green,blue"),
    ("boxes", "radio_buttons", "red", "red"),
    ("inputs", "said", "Bread!", "Bread!"),
    ("buttons", "press", None, "pressed"),
    ("buttons", "overflow", "edit", "edit"),
    ("cards", "bake", None, "sourdough"),
    ("container", "fold", None, "once"),
    ("feedback", "trash", None, "trashed"),
]


@pytest.mark.parametrize(("family", "action_id", "value", "said"), CHOICES)
def test_it_hears_what_is_chosen(rep: Person, family: str, action_id: str, value: Any, said: str) -> None:
    """Whatever is pressed or chosen reaches the app with its value, and the app answers that person alone."""
    message = _of(family, rep)
    if family == "cards":  # the same button stands on three cards: the first one is pressed
        rep.press(message, message.blocks[0]["block_id"], action_id, value)
    else:
        _press(rep, message, action_id, value)
    answer = rep.wait_for_message(f"`{action_id}` {said}", "#sales")
    assert (answer.ephemeral_for, answer.text) == (rep.user.id, f"`{action_id}` {said}")


def test_it_hears_of_people_and_channels(rep: Person) -> None:
    """People and channels are chosen by their ids, one or several."""
    me, sales = rep.user.id, rep.channel("sales").id
    for family, chosen in (("menus", str), ("menus of many", lambda one: [one])):
        message = _of(family, rep)
        prefix = "" if family == "menus" else "multi_"
        for kind, id_ in (("users", me), ("conversations", sales), ("channels", sales)):
            _press(rep, message, f"{prefix}{kind}_select", chosen(id_))
            assert rep.wait_for_message(f"`{prefix}{kind}_select` {id_}", "#sales").ephemeral_for == me


def test_it_is_asked_for_options(rep: Person) -> None:
    """What is typed into a select that asks the app is answered by the app; one of its options can be chosen."""
    message = _of("menus", rep)
    block = next(one.block_id for one in elements(message.blocks) if one.action_id == "external_select")
    found = rep.suggest(message, block, "external_select", "b")["options"]
    assert [one["value"] for one in found] == ["berlin", "bremen"]
    rep.press(message, block, "external_select", "bremen")
    rep.wait_for_message("`external_select` bremen", "#sales")
    many = _of("menus of many", rep)
    block = next(one.block_id for one in elements(many.blocks) if one.action_id == "multi_external_select")
    groups = rep.suggest(many, block, "multi_external_select", "x")["option_groups"]
    assert [one["label"]["text"] for one in groups] == ["Warm", "Cold"]
    rep.press(many, block, "multi_external_select", ["cyan", "orange"])
    rep.wait_for_message("`multi_external_select` cyan,orange", "#sales")


@pytest.mark.parametrize(("which", "said"), [("positive", "good"), ("negative", "bad")])
def test_feedback_says_which_half(rep: Person, which: str, said: str) -> None:
    """A pair of feedback buttons tells which half was pressed."""
    _press(rep, _of("feedback", rep), "feedback", which=which)
    rep.wait_for_message(f"`feedback` {said}", "#sales")


def test_a_message_is_replaced_and_taken_away(rep: Person) -> None:
    """The address of an answer replaces the message that was pressed, or takes it away."""
    message = _of("buttons", rep)
    _press(rep, message, "replace")
    assert rep.wait_for_message("Replaced.", "#sales").ts == message.ts
    message = _of("buttons", rep)
    _press(rep, message, "remove")
    assert rep.world.wait_for(lambda: message.deleted or None, 10)


def test_an_ephemeral_message_is_replaced(rep: Person) -> None:
    """What one person alone sees can be replaced too."""
    rep.command("/sink whisper", "#sales")
    message = rep.wait_for_message("Only you know.", "#sales")
    _press(rep, message, "replace")
    assert rep.wait_for_message("Replaced.", "#sales") is message


def _open(rep: Person) -> View:
    rep.shortcut(None, "every")
    return rep.wait_for_modal("Every input")


def _values(rep: Person, name: str, after: str | None = None) -> Json:
    values: dict[str, Any] = {"plain_text_input": name, "number_input": "2.5", "email_text_input": "a@example.com"}
    values |= {"url_text_input": "https://example.com", "users_select": rep.user.id, "datepicker": "2027-01-02"}
    values |= {"multi_static_select": ["red"], "checkboxes": ["blue"], "after": after}
    return {block: {block: value} for block, value in values.items()}


def test_a_form_with_every_input_is_filled_in(kitchen: Kitchen, rep: Person) -> None:
    """Each input of a form arrives at the app, a file too."""
    view = _open(rep)
    asked = {one["element"]["type"] for one in view.payload["blocks"] if one["type"] == "input"}
    assert asked == {one["type"] for one in (*FIELDS, *MENUS, *MULTI_MENUS, *PICKERS, *BOXES)}
    file = rep.attach(view, "note.txt", base64.b64encode(b"flour").decode())
    values = _values(rep, "Rye") | {"file_input": {"file_input": [file["id"]]}}
    assert rep.hand_in(view, values).ok
    said = rep.wait_for_message("Baked Rye").text
    assert {"number_input: 2.5", "checkboxes: blue", f"users_select: {rep.user.id}", "file_input: 1"} <= {
        *said.split("\n")
    }
    assert {"datepicker: 2027-01-02", "timepicker: 09:30", "radio_buttons: green"} <= {*said.split("\n")}
    assert rep.modal is None


def test_a_form_is_sent_back(rep: Person) -> None:
    """What is wrong is said beside its field, by Slack itself or by the app, and the form stays."""
    view = _open(rep)
    assert set(rep.hand_in(view, {}).errors) == {"plain_text_input"}
    assert set(rep.hand_in(view, _values(rep, "x")).errors) == {"plain_text_input"}
    assert rep.hand_in(view, _values(rep, "xyz")).errors == {"plain_text_input": "xyz has no vowel."}
    assert rep.modal is view


@pytest.mark.parametrize(("after", "title"), [("push", "Pushed"), ("update", "Updated"), ("clear", None), (None, None)])
def test_another_form_comes_next(rep: Person, after: str | None, title: str | None) -> None:
    """The answer to a form puts another one on top or in its place, or closes it."""
    result = rep.hand_in(_open(rep), _values(rep, "Rye", after))
    assert result.ok
    assert (result.view.payload["title"]["text"] if result.view else None) == title
    assert len(rep.world.modals.get(rep.user.id, [])) == {"push": 2, "update": 1}.get(after or "", 0)


def test_a_form_changes_while_it_is_open(rep: Person) -> None:
    """A button in a form adds to it, and another one puts a form on top; closing it leads back."""
    view = _open(rep)
    _press(rep, view, "grow")
    assert "Line 1" in all_words(rep.wait_for_modal("Every input"))
    _press(rep, view, "grow")
    assert "Line 2" in all_words(rep.wait_for_modal("Every input"))
    _press(rep, view, "push")
    rep.close(rep.wait_for_modal("On top"))
    assert rep.modal is view
    _press(rep, view, "overflow", "edit")
    assert rep.wait_for_message("`overflow` edit").channel == rep.dm_channel.id
    rep.close(view)
    rep.wait_for_message("Nothing was baked.")


def test_a_message_is_quoted(rep: Person) -> None:
    """A shortcut on a message knows the message."""
    message = _of("text", rep)
    rep.shortcut(message, "quote")
    assert "> Sink: text" in all_words(rep.wait_for_modal("Quoted"))


def test_home_counts(rep: Person) -> None:
    """The Home tab is published when it is opened, and again after each press."""
    rep.open_home()
    home = rep.wait_for_home("Pressed 0 times.")
    _press(rep, home, "count")
    home = rep.wait_for_home("Pressed 1 times.")
    _press(rep, home, "count")
    home = rep.wait_for_home("Pressed 2 times.")
    _press(rep, home, "wish", "More bread")
    rep.wait_for_message("`wish` More bread")
    _press(rep, home, "open_form")
    rep.wait_for_modal("Every input")


def test_a_mention_is_answered_in_its_thread(rep: Person) -> None:
    """A mention is reacted to, and answered in its thread."""
    rep.mention("#sales", "are you there?")
    answer = rep.wait_for_message("Hello", "#sales")
    root = rep.messages("#sales")[0]
    assert (answer.thread_ts, list(root.reactions)) == (root.ts, ["wave"])


def test_reactions_come_and_go(rep: Person) -> None:
    """A reaction is told of; the app's own come and go."""
    message = _of("text", rep)
    rep.react(message, "bread")
    assert rep.world.wait_for(lambda: "heart" in message.reactions or None, 10)
    assert set(message.reactions) == {"bread", "heart"}


def test_a_message_changes_and_goes(rep: Person) -> None:
    """The app edits its messages and takes them away."""
    rep.command("/sink edit", "#sales")
    edited = rep.wait_for_message("Baked bread", "#sales")
    assert edited.edited
    rep.command("/sink delete", "#sales")
    rep.wait_for_message("It was burnt.", "#sales")
    assert "Burnt" not in [one.text for one in rep.messages("#sales")]


def test_replies_attachments_and_later(kitchen: Kitchen, rep: Person) -> None:
    """Replies, one of them shown to all, messages in the old style, and one that is sent later."""
    rep.command("/sink thread", "#sales")
    reply = rep.wait_for_message("One for all", "#sales")
    assert reply in rep.messages("#sales")
    rep.command("/sink attachments", "#sales")
    assert "*Old* style" in all_words(rep.wait_for_message("Attached", "#sales"))
    rep.command("/sink later", "#sales")
    rep.wait_for_message("1 message waits.", "#sales")
    rep.mark()
    kitchen.slack.world.clock.advance(61)
    assert rep.wait_for_message("The bread is done.", "#sales").app == kitchen.installed.app


def test_files_go_both_ways(rep: Person) -> None:
    """The app uploads a text and a picture, shows one in a block, and is told of what people upload."""
    rep.command("/sink file", "#sales")
    [text] = rep.wait_for_message("Read", "#sales").files
    assert (text.name, text.title, text.content) == ("recipe.txt", "Recipe", b"Flour, water, salt, time.\n")
    rep.command("/sink picture", "#sales")
    [picture] = rep.wait_for_message("Look", "#sales").files
    assert (picture.mimetype, picture.alt) == ("image/png", "A dot")
    shown = rep.wait_for_message("The same in a block", "#sales")
    assert shown.blocks[0]["slack_file"] == {"id": picture.id}
    rep.upload(None, "mine.txt", b"salt", "Look")
    rep.wait_for_message("Got mine.txt")


@pytest.mark.parametrize("where", ["channel", "dm"])
def test_an_answer_is_streamed(kitchen: Kitchen, rep: Person, where: str) -> None:
    """An answer comes bit by bit, with its tasks and plan, and ends with blocks."""
    if where == "channel":
        rep.command("/sink stream", "#sales")
    else:
        rep.dm("stream")
    done = rep.wait_for_message(lambda one: one.streamed and one.streaming_until is None)
    assert done.text == "**Flour**, water and time."
    assert [one["type"] for one in done.chunks] == ["plan_update", "task_update", "task_update"]
    assert done.blocks[0]["type"] == "context_actions"
    assert len(kitchen.calls("chat.startStream")) == 1
    _press(rep, done, "feedback", which="positive")
    rep.wait_for_message("`feedback` good")


def test_the_assistant_answers_in_a_thread(kitchen: Kitchen, rep: Person) -> None:
    """Bolt's assistant is told what is written in a thread; its status ends with its answer; it suggests what is next."""
    root = rep.dm("hello")
    rep.wait_for_message("You said: hello")
    rep.dm("deeper", thread=root.ts)
    rep.wait_for_message("In this thread you said: deeper", thread=root.ts)
    rep.quiet()
    assert rep.world.wait_for(lambda: "And now?" in [one.title for one in rep.world.prompts.values()] or None, 10)
    assert rep.status(thread=root.ts) == ""
    assert [one.arguments["status"] for one in kitchen.calls("assistant.threads.setStatus")] == ["is thinking..."]


def test_prompts_are_suggested(rep: Person) -> None:
    """Whoever opens the messages of an agent is suggested what to ask."""
    rep.open_messages()
    [prompts] = rep.world.wait_for(lambda: list(rep.world.prompts.values()) or None, 10)
    assert (prompts.title, [one["title"] for one in prompts.prompts]) == ("Ask of bread", ["Bread", "Stream"])


@pytest.mark.parametrize(("text", "answer"), [("ack", "Answered in the ack"), ("nonsense", "There is no nonsense")])
def test_a_command_is_answered(rep: Person, text: str, answer: str) -> None:
    """A command is answered in its acknowledgement or by its address, for one person's eyes."""
    rep.command(f"/sink {text}", "#sales")
    assert rep.wait_for_message(answer, "#sales").ephemeral_for == rep.user.id


def test_an_asynchronous_app_works_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A Bolt app of the asynchronous kind connects, is told, and changes its message."""
    folder = tmp_path_factory.mktemp("async")
    with LocalSlack() as slack, cooking(slack, folder, program=ASYNC) as kitchen:
        rep = kitchen.person()
        rep.mention("#sales", "hello")
        message = rep.wait_for_message("without waiting", "#sales")
        _press(rep, message, "click")
        rep.wait_for_message("Clicked 1 times", "#sales")
        assert kitchen.wrong() == []
