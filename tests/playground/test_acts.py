"""What people do in the local Slack reaches a real Bolt app, over both transports, and its answers reach the people."""

import threading
from typing import Any

import pytest

from bot.playground.acts import ClientRefuses, all_words
from bot.playground.acts_forms import TROUBLE
from bot.playground.acts_seen import NotSeen
from bot.playground.server import LocalSlack, NotThere
from tests.playground.echo import BUTTONS, FORM, Echo, over_sockets


def test_a_direct_message_is_answered_there(slack: LocalSlack, echo: Echo) -> None:
    """What a person writes to the app arrives as Slack sends it, and the answer is seen by that person alone."""
    rep = slack.person("rep")
    sent = rep.dm("Does A&B <fit>?")
    answer = rep.wait_for_message("fit")
    assert answer.text == "Does A&amp;B &lt;fit&gt;?"
    event = echo.of("message")[0]["event"]
    assert (event["channel_type"], event["user"], event["ts"]) == ("im", rep.user.id, sent.ts)
    assert rep.last() is answer
    assert slack.person("manager").messages() == []


def test_a_reply_stays_in_its_thread(slack: LocalSlack, echo: Echo) -> None:
    """A reply in a thread is told as one, and what the app answers there is seen there."""
    rep = slack.person("rep")
    root = rep.dm("first")
    rep.wait_for_message("first")
    rep.dm("second", thread=root.ts)
    answer = rep.wait_for_message("second", thread=root.ts)
    events = [body["event"] for body in echo.of("message")]
    event = next(one for one in events if one["text"] == "second" and one["user"] == rep.user.id)
    assert (event["thread_ts"], event["parent_user_id"]) == (root.ts, rep.user.id)
    assert [one.text for one in rep.messages(thread=root.ts)] == ["first", "second", "second"]
    assert rep.last(thread=root.ts) is answer


def test_a_mention_is_answered_for_one_persons_eyes(slack: LocalSlack, echo: Echo) -> None:
    """An ephemeral answer is seen by whom it is for, and by nobody else in the channel."""
    rep, manager = slack.person("rep"), slack.person("manager")
    rep.mention("#sales", "hello")
    answer = rep.wait_for_message("hello", "#sales")
    assert answer is rep.last_ephemeral("#sales")
    assert manager.last("#sales") is None
    body = echo.of("app_mention")[0]
    assert body["authorizations"][0]["user_id"] == echo.installed.bot_user
    assert (body["team_id"], body["api_app_id"]) == (slack.team(), echo.installed.app)
    assert body["is_ext_shared_channel"] is False


def test_a_shared_channel_is_told_as_one(slack: LocalSlack) -> None:
    """What a person of another company writes comes with their own team, and is marked as shared."""
    with over_sockets(slack, channels=["with-partner"]) as echo:
        partner = slack.person("partner")
        partner.mention("#with-partner", "hello")
        partner.wait_for_message("hello")
        body = echo.of("app_mention")[0]
    assert body["is_ext_shared_channel"] is True
    assert body["team_id"] == echo.installed.team
    assert body["event"]["user_team"] == partner.user.team != echo.installed.team


@pytest.mark.parametrize(("text", "answer"), [("later", "later"), ("ack", "in the acknowledgement")])
def test_a_command_is_answered_by_its_url_or_at_once(slack: LocalSlack, echo: Echo, text: str, answer: str) -> None:
    """A command comes as a form; the answer by URL and the one in the acknowledgement are seen alike."""
    rep = slack.person("rep")
    rep.command(f"/echo {text}", "#sales")
    assert rep.wait_for_message(answer, "#sales").ephemeral_for == rep.user.id
    body = next(body for body in echo.bodies if body.get("command"))
    assert (body["command"], body["text"], body["channel_name"]) == ("/echo", text, "sales")
    assert body["trigger_id"]
    assert body["response_url"].startswith(slack.base_url)


@pytest.mark.parametrize(("wanted", "sent"), [({}, "@rep &lt;b&gt;"), ({"should_escape": True}, "<@{user}> &lt;b&gt;")])
def test_a_command_names_people_as_its_manifest_says(
    slack: LocalSlack, socket_echo: Echo, wanted: dict[str, bool], sent: str
) -> None:
    """Names come as links where the manifest says `should_escape`, else as they were typed."""
    [declared] = socket_echo.installed.manifest["features"]["slash_commands"]
    declared |= wanted
    rep = slack.person("rep")
    rep.command("/echo @rep <b>", "#sales")
    rep.quiet()
    [body] = [body for body in socket_echo.bodies if body.get("command")]
    assert body["text"] == sent.format(user=rep.user.id)


def test_a_click_and_a_choice_are_answered(slack: LocalSlack, echo: Echo) -> None:
    """A button and a select of a message tell what they carry, and the answer may replace the message."""
    rep = slack.person("rep")
    rep.dm("buttons")
    message = rep.wait_for_message("Press one")
    rep.click(message, "Press me")
    rep.wait_for_message("rep sent pressed")
    body = echo.of("block_actions")[0]
    assert body["actions"][0]["value"] == "pressed"
    assert body["container"]["message_ts"] == body["message"]["ts"] == message.ts
    rep.choose(message, "colour", "Blue")
    assert rep.wait_for_message("colour b").ts == message.ts
    chosen = echo.of("block_actions")[1]["state"]["values"]["row"]["colour"]
    assert chosen["selected_option"]["value"] == "b"


def test_somebody_else_may_click_in_a_channel(slack: LocalSlack, socket_echo: Echo) -> None:
    """A click says who clicked, which need not be whom the message was for."""
    rep, manager = slack.person("rep"), slack.person("manager")
    rep.dm("buttons")
    message = rep.wait_for_message("Press one")
    slack.world.channels[message.channel].members[manager.user.id] = None
    manager.click(message, "press")
    assert manager.wait_for_message("manager sent").ephemeral_for == manager.user.id


def test_a_forged_click_arrives_as_it_is(slack: LocalSlack, socket_echo: Echo) -> None:
    """An attacker may send any value, whatever the message shows."""
    rep = slack.person("rep")
    rep.dm("plain")
    message = rep.wait_for_message("plain")
    rep.forge(message, "press", "made up")
    rep.wait_for_message("rep sent made up")


def test_a_form_is_filled_in_and_taken(slack: LocalSlack, echo: Echo) -> None:
    """A form that is submitted carries what was filled in, what stood there to begin with, and what it remembers."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal("A form")
    result = rep.submit(view, {"name": "Acme"})
    assert (result.ok, rep.modal) == (True, None)
    body = echo.of("view_submission")[0]
    values = body["view"]["state"]["values"]
    assert values["name"]["value"] == {"type": "plain_text_input", "value": "Acme"}
    assert values["size"]["value"]["value"] == "3"
    assert body["view"]["private_metadata"] == "kept"


def _titled(title: str) -> dict[str, Any]:
    return FORM | {"title": {"type": "plain_text", "text": title}}


def test_errors_stand_next_to_their_fields(slack: LocalSlack, echo: Echo) -> None:
    """A form that is sent back stays open, with a sentence at the field."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    echo.answer = lambda _: {"response_action": "errors", "errors": {"name": "No such name."}}
    result = rep.submit(view, {"name": "Acme"})
    assert (dict(result.errors), result.view, rep.modal) == ({"name": "No such name."}, view, view)
    assert not result.ok


def test_a_form_becomes_another_is_covered_and_cleared(slack: LocalSlack, socket_echo: Echo) -> None:
    """The answers update, push and clear do to the stack of modals what they say."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    socket_echo.answer = lambda _: {"response_action": "update", "view": _titled("Another")}
    assert rep.submit(view, {"name": "x"}).view is view
    assert "Another" in all_words(view)
    socket_echo.answer = lambda _: {"response_action": "push", "view": _titled("On top")}
    pushed = rep.submit(view, {"name": "x"}).view
    assert pushed is not None
    assert (pushed is rep.modal, pushed.previous) == (True, view.id)
    socket_echo.answer = lambda _: {"response_action": "clear"}
    assert rep.submit(pushed, {"name": "x"}).view is None
    assert slack.world.modals[rep.user.id] == []


def test_a_wrong_answer_to_a_form_is_refused_and_remembered(slack: LocalSlack, socket_echo: Echo) -> None:
    """An error for a field that is not there is Slack's trouble message, and a refusal that a test can see."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    socket_echo.answer = lambda _: {"response_action": "errors", "errors": {"nowhere": "?"}}
    assert rep.submit(view, {"name": "x"}).trouble == TROUBLE
    assert [one.method for one in slack.world.refusals] == ["view_submission"]


CHANNEL = {
    "type": "input",
    "block_id": "channel",
    "label": {"type": "plain_text", "text": "Where?"},
    "element": {"type": "conversations_select", "action_id": "value", "response_url_enabled": True},
}


def test_a_form_may_answer_into_the_channel_that_was_chosen(slack: LocalSlack, socket_echo: Echo) -> None:
    """A field that asks for it brings an address to answer to."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    with_channel = FORM | {"blocks": [CHANNEL]}
    socket_echo.answer = lambda _: {"response_action": "update", "view": with_channel}
    rep.submit(view, {"name": "Acme"})
    socket_echo.answer = lambda _: {}
    assert rep.submit(view, {"channel": rep.channel("sales").id}).ok
    [url] = socket_echo.of("view_submission")[1]["response_urls"]
    assert (url["channel_id"], url["block_id"]) == (rep.channel("sales").id, "channel")
    assert url["response_url"].startswith(f"{slack.base_url}/response/")


def test_a_form_that_nobody_acknowledges_stays_open(slack: LocalSlack, socket_echo: Echo) -> None:
    """The person reads Slack's sentence of trouble, and may try again."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    slack.sockets.pace = slack.deliveries.pace = type(slack.sockets.pace)(deadline=0.2)
    release = threading.Event()

    def late(_body: dict[str, Any]) -> dict[str, Any]:
        release.wait(5)
        return {}

    socket_echo.answer = late
    assert rep.submit(view, {"name": "Acme"}).trouble == TROUBLE
    assert (rep.modal, rep.troubles) == (view, [TROUBLE])
    release.set()


def test_a_modal_below_another_cannot_be_reached(slack: LocalSlack, socket_echo: Echo) -> None:
    """Only the uppermost modal may be submitted, and one without a button to submit not at all."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    words = {"type": "section", "text": {"type": "mrkdwn", "text": "Read this."}}
    only_words = {"type": "modal", "title": {"type": "plain_text", "text": "Words"}, "blocks": [words]}
    socket_echo.answer = lambda _: {"response_action": "push", "view": only_words}
    above = rep.submit(view, {"name": "Acme"}).view
    with pytest.raises(ClientRefuses, match="on top"):
        rep.submit(view, {"name": "Acme"})
    with pytest.raises(ClientRefuses, match="no button to submit"):
        rep.submit(above)
    rep.close(above)
    assert rep.modal is view


def test_a_form_is_closed(slack: LocalSlack, socket_echo: Echo) -> None:
    """A form that asks for it is told when it is closed, and how."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    rep.wait_for_modal()
    rep.close(everything=True)
    rep.quiet()
    assert [body["is_cleared"] for body in socket_echo.of("view_closed")] == [True]
    assert rep.modal is None


@pytest.mark.parametrize(("more", "left"), [({}, 1), ({"clear_on_close": True}, 0)])
def test_a_modal_that_clears_on_close_closes_all(
    slack: LocalSlack, socket_echo: Echo, more: dict[str, Any], left: int
) -> None:
    """Its button takes those below it away too, and a form there is told so; else the one below is there again."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    words = {"type": "section", "text": {"type": "mrkdwn", "text": "Read this."}}
    above = {"type": "modal", "title": {"type": "plain_text", "text": "Words"}, "blocks": [words]}
    socket_echo.answer = lambda _: {"response_action": "push", "view": above | more}
    rep.close(rep.submit(view, {"name": "Acme"}).view)
    rep.quiet()

    assert left == len(slack.world.modals.get(rep.user.id, ()))
    assert [True] * (1 - left) == [body["is_cleared"] for body in socket_echo.of("view_closed")]


def test_the_client_refuses_a_form_that_is_not_filled_in(slack: LocalSlack, socket_echo: Echo) -> None:
    """A required field, a length and a number are checked before anything is sent."""
    rep = slack.person("rep")
    rep.shortcut(None, "form")
    view = rep.wait_for_modal()
    for given, why in [
        ({}, "to be filled in"),
        ({"name": "x" * 21}, "no more than 20 characters"),
        ({"name": "x", "size": "many"}, "enter a number"),
        ({"name": "x", "size": "1.5"}, "whole"),
        ({"name": "x", "nothing": "?"}, "nothing to choose"),
    ]:
        with pytest.raises(ClientRefuses, match=why):
            rep.submit(view, given)
    assert socket_echo.of("view_submission") == []


def test_a_message_shortcut_carries_the_message(slack: LocalSlack, echo: Echo) -> None:
    """A shortcut on somebody's message tells the app what that message says."""
    rep = slack.person("rep")
    said = slack.person("manager").say("#sales", "Acme looks good")
    rep.shortcut(said, "again")
    rep.wait_for_message("Acme looks good")
    body = echo.of("message_action")[0]
    assert (body["callback_id"], body["message_ts"]) == ("again", said.ts)


def test_home_messages_and_context_are_told(slack: LocalSlack, socket_echo: Echo) -> None:
    """Opening a tab and looking at a channel are events, with the tab and the channel."""
    rep = slack.person("rep")
    rep.open_home()
    rep.open_messages()
    rep.look_at("#sales")
    rep.quiet()
    assert [body["event"]["tab"] for body in socket_echo.of("app_home_opened")] == ["home", "messages"]
    entity = socket_echo.of("app_context_changed")[0]["event"]["context"]["entities"][0]
    assert entity["value"] == rep.channel("sales").id


def test_home_is_seen_once_it_was_published(slack: LocalSlack, socket_echo: Echo) -> None:
    """A person sees the Home tab that the app publishes, and the next opening carries it."""
    rep = slack.person("rep")
    view = {"type": "home", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "Welcome"}}]}
    socket_echo.bolt.client.views_publish(user_id=rep.user.id, view=view)
    assert rep.wait_for_home("Welcome") is rep.home
    rep.open_home()
    rep.quiet()
    assert socket_echo.of("app_home_opened")[0]["event"]["view"]["id"] == rep.home.id
    with pytest.raises(NotSeen):
        rep.wait_for_home("Goodbye", seconds=0.05)


FIND = {
    "type": "external_select",
    "action_id": "find",
    "placeholder": {"type": "plain_text", "text": "Which?"},
    "min_query_length": 1,
}
ASKED = {"type": "section", "block_id": "ask", "text": {"type": "mrkdwn", "text": "Who?"}, "accessory": FIND}


def test_options_are_asked_for_and_a_home_is_clicked(slack: LocalSlack, socket_echo: Echo) -> None:
    """What is typed into a select is sent to the app, and what it offers may be chosen, in Home and in a message."""
    rep = slack.person("rep")
    client = socket_echo.bolt.client
    client.views_publish(user_id=rep.user.id, view={"type": "home", "blocks": [ASKED, BUTTONS[1]]})
    client.chat_postMessage(channel=rep.user.id, text="Who?", blocks=[ASKED])
    message = rep.last()
    for shown in (rep.home, message):
        rep.choose(shown, "find", "Acme")
    rep.quiet()
    assert [body["container"]["type"] for body in socket_echo.of("block_suggestion")] == ["view", "message"]
    chosen = [body["actions"][0]["selected_option"]["value"] for body in socket_echo.of("block_actions")]
    assert chosen == ["found", "found"]
    assert rep.home.state["ask"]["find"]["selected_option"]["value"] == "found"
    rep.click(rep.home, "Press me")
    rep.quiet()
    assert socket_echo.of("block_actions")[2]["view"]["id"] == rep.home.id
    with pytest.raises(ClientRefuses, match="see that view"):
        slack.person("manager").click(rep.home, "Press me")


def test_a_click_may_be_thought_better_of(slack: LocalSlack, socket_echo: Echo) -> None:
    """Where a button asks first, saying no sends nothing."""
    rep = slack.person("rep")
    confirm = {key: {"type": "plain_text", "text": key} for key in ("title", "text", "confirm", "deny")}
    button = {"type": "button", "action_id": "press", "text": {"type": "plain_text", "text": "Go"}, "confirm": confirm}
    row = {"type": "actions", "elements": [button]}
    socket_echo.bolt.client.chat_postMessage(channel=rep.user.id, text="Sure?", blocks=[row])
    rep.click(rep.last(), "Go", confirm=False)
    rep.quiet()
    assert socket_echo.of("block_actions") == []


def test_an_opinion_says_which_of_the_two(slack: LocalSlack, socket_echo: Echo) -> None:
    """Feedback buttons carry the value of the one that was clicked."""
    rep = slack.person("rep")
    pair = {
        "type": "feedback_buttons",
        "action_id": "press",
        "positive_button": {"text": {"type": "plain_text", "text": "Helpful"}, "value": "yes"},
        "negative_button": {"text": {"type": "plain_text", "text": "Wrong"}, "value": "no"},
    }
    row = {"type": "context_actions", "elements": [pair]}
    socket_echo.bolt.client.chat_postMessage(channel=rep.user.id, text="Well?", blocks=[row])
    rep.click(rep.last(), "Wrong")
    rep.wait_for_message("rep sent no")


def test_stop_is_told_while_the_app_is_at_work(slack: LocalSlack, socket_echo: Echo) -> None:
    """The stop button is there as long as a status is shown, and pressing it is an event."""
    rep = slack.person("rep")
    said = rep.dm("work")
    rep.wait_for_message("work")
    with pytest.raises(ClientRefuses, match="stop button"):
        rep.stop(None, said.ts)
    client = socket_echo.bolt.client
    client.assistant_threads_setStatus(channel_id=said.channel, thread_ts=said.ts, status="is thinking")
    assert rep.status(thread=said.ts) == "is thinking"
    rep.stop(None, said.ts)
    rep.quiet()
    event = socket_echo.of("agent_session_stopped")[0]["event"]
    assert (event["channel"], event["thread_ts"], event["user"]) == (said.channel, said.ts, rep.user.id)


def test_edits_deletions_reactions_and_files_are_told(slack: LocalSlack, socket_echo: Echo) -> None:
    """What a person does to messages comes with the subtype or event that Slack has for it."""
    rep = slack.person("rep")
    said = rep.say("#sales", "one")
    rep.edit(said, "two")
    rep.react(said, "eyes")
    rep.delete(said)
    rep.upload("#sales", "plan.txt", b"text", "look")
    rep.quiet()
    subtypes = [body["event"].get("subtype") for body in socket_echo.of("message")]
    assert subtypes == [None, "message_changed", "message_deleted", "file_share"]
    changed = socket_echo.of("message")[1]["event"]
    assert (changed["message"]["text"], changed["previous_message"]["text"]) == ("two", "one")
    assert socket_echo.of("reaction_added")[0]["event"]["reaction"] == "eyes"


def test_invited_and_uninstalled_apps_are_told(slack: LocalSlack, socket_echo: Echo) -> None:
    """An app learns that it was let into a channel, and that it was removed."""
    rep = slack.person("rep")
    rep.invite("#with-partner")
    rep.uninstall()
    rep.quiet()
    joined = [body["event"]["channel"] for body in socket_echo.of("member_joined_channel")]
    assert rep.channel("with-partner").id in joined
    assert len(socket_echo.of("app_uninstalled")) == 1


def test_another_app_is_heard_too(slack: LocalSlack, socket_echo: Echo) -> None:
    """A mention by another bot arrives, and says that it is a bot's."""
    other = slack.install({"display_information": {"name": "Other"}}, channels=["sales"])
    channel = slack.person("rep").channel("sales")
    slack.world.post(channel, other.bot_user, f"<@{socket_echo.installed.bot_user}> hi", other)
    slack.person("rep").quiet()
    assert socket_echo.of("app_mention")[0]["event"]["bot_id"] == other.bot


def test_only_what_is_subscribed_to_and_allowed_is_sent(slack: LocalSlack) -> None:
    """Without its subscription or its scope an event does not arrive."""
    with over_sockets(slack, events=["app_mention", "message.im"], scopes=["app_mentions:read", "chat:write"]) as echo:
        rep = slack.person("rep")
        rep.dm("unheard, for want of a scope")
        rep.open_home()
        rep.mention("#sales", "heard")
        rep.wait_for_message("heard")
        assert {body["event"]["type"] for body in echo.bodies} == {"app_mention"}


def test_the_client_refuses_what_is_not_there(slack: LocalSlack, socket_echo: Echo) -> None:
    """No such button, option, command, shortcut, channel or message: nothing is sent."""
    rep, guest = slack.person("rep"), slack.person("guest")
    rep.dm("buttons")
    message = rep.wait_for_message("Press one")
    rep.mention("#sales", "private")
    private = rep.wait_for_message("private")
    for attempt in (
        lambda: rep.click(message, "Nothing"),
        lambda: rep.choose(message, "colour", "Green"),
        lambda: rep.choose(message, "size", "1"),
        lambda: rep.command("/other"),
        lambda: rep.shortcut(message, "unknown"),
        lambda: rep.shortcut(private, "again"),
        lambda: guest.click(private, "press"),
        lambda: guest.channel("deals"),
        lambda: guest.say("#with-partner", "hello"),
        lambda: guest.edit(private, "mine"),
        rep.submit,
        rep.close,
    ):
        with pytest.raises(ClientRefuses):
            attempt()
    rep.quiet()
    assert socket_echo.of("block_actions") == []


def test_a_command_that_nobody_acknowledges_fails_for_the_person(slack: LocalSlack) -> None:
    """Where no app answers, the person reads Slack's own sentence."""
    slack.sockets.pace = slack.deliveries.pace = type(slack.sockets.pace)(deadline=0.05)
    installed = slack.install({**_commands(), "display_information": {"name": "Silent"}})
    rep = slack.person("rep", installed)
    rep.command("/silent", "#sales")
    rep.quiet()
    said = rep.last_ephemeral("#sales")
    assert said is not None
    assert said.text == '/silent failed with the error "dispatch_failed"'
    with pytest.raises(NotSeen):
        rep.wait_for_message("anything", seconds=0.05)


def _commands() -> dict[str, Any]:
    commands = [{"command": "/silent", "description": "Says nothing"}]
    return {"features": {"slash_commands": commands}, "oauth_config": {"scopes": {"bot": ["commands"]}}}


def test_unknown_names_are_said(slack: LocalSlack) -> None:
    """A person, a workspace or an app that is not there is an error that names it."""
    with pytest.raises(NotThere, match="No app"):
        slack.person("rep")
    slack.install({})
    with pytest.raises(NotThere, match="nobody"):
        slack.person("nobody")
    with pytest.raises(NotThere, match="elsewhere"):
        slack.team("elsewhere")
    with pytest.raises(NotThere, match="no such app"):
        slack.app("A0")
