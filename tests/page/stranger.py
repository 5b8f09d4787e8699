"""Stranger: a Bolt app that knows nothing of this project, in the style of Slack's own examples.

    SLACK_API_URL=... SLACK_BOT_TOKEN=... SLACK_APP_TOKEN=... python tests/page/stranger.py
    SLACK_API_URL=... SLACK_BOT_TOKEN=... SLACK_SIGNING_SECRET=... python tests/page/stranger.py --http 3000

It posts every block and element, reacts to everything that is done with them, and uses what an app may use: modals,
ephemeral messages, response URLs, files, streams, the assistant, the Home tab. It runs in any Slack.
"""

import os
import re
import sys
import time
from pathlib import Path
from typing import Any

from slack_bolt import App, Assistant
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

if not __package__:  # run as a program, it finds its other files as the tests do
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.page.stranger_blocks import FAMILIES, GROUPS, button, option, section
from tests.page.stranger_files import PNG, TEXT
from tests.page.stranger_forms import form, grown, home, note

Json = dict[str, Any]

CITIES = ["Aachen", "Berlin", "Bremen", "Dresden", "Essen"]
PROMPTS = [{"title": "Bread", "message": "Tell me of bread"}, {"title": "Stream", "message": "stream"}]
LATER = 60
_KINDS = ("user", "users", "conversation", "conversations", "channel", "channels", "date", "time", "date_time")
_KEYS = ("value", "selected_option", "selected_options", "rich_text_value", *(f"selected_{one}" for one in _KINDS))


def value_of(action: Json) -> str:
    """What was pressed, chosen or filled in, as one line."""
    value = next((action[key] for key in _KEYS if action.get(key) is not None), "")
    chosen = value if isinstance(value, list) else [value]
    return ",".join(str(one.get("value", one) if isinstance(one, dict) else one) for one in chosen)


def make(app: App) -> App:
    """Let an app listen to everything."""
    for listen in (_actions, _forms, _options, _commands, _shortcuts, _events, _messages):
        listen(app)
    app.use(_assistant())
    return app


def _commands(app: App) -> None:
    @app.command("/sink")
    def sink(ack: Any, body: Json, client: WebClient, respond: Any) -> None:
        name = body["text"].strip()
        if name == "ack":
            ack("Answered in the acknowledgement.")
            return
        ack()
        if name == "form":
            client.views_open(trigger_id=body["trigger_id"], view=form(body["channel_id"]))
        elif name in DEEDS:
            DEEDS[name](client, body["channel_id"], body["user_id"])
        elif name in FAMILIES or not name:
            for one in [name] if name else FAMILIES:
                client.chat_postMessage(channel=body["channel_id"], text=f"Sink: {one}", blocks=FAMILIES[one])
        else:
            respond(f"There is no {name} in this sink, only {', '.join([*FAMILIES, *DEEDS])}.")


def _edit(client: WebClient, channel: str, _user: str) -> None:
    sent = client.chat_postMessage(channel=channel, text="Raw dough")
    client.chat_update(channel=channel, ts=sent["ts"], text="Baked bread", blocks=[section("*Baked* bread")])


def _delete(client: WebClient, channel: str, _user: str) -> None:
    sent = client.chat_postMessage(channel=channel, text="Burnt")
    client.chat_delete(channel=channel, ts=sent["ts"])
    client.chat_postMessage(channel=channel, text="It was burnt.")


def _whisper(client: WebClient, channel: str, user: str) -> None:
    blocks = [section("Only you know."), {"type": "actions", "elements": [button("replace", "Replace", value="x")]}]
    client.chat_postEphemeral(channel=channel, user=user, text="Only you know.", blocks=blocks)


def _later(client: WebClient, channel: str, _user: str) -> None:
    client.chat_scheduleMessage(channel=channel, text="The bread is done.", post_at=int(time.time()) + LATER)
    waiting = client.chat_scheduledMessages_list(channel=channel)["scheduled_messages"]
    client.chat_postMessage(channel=channel, text=f"{len(waiting)} message waits.")


def _file(client: WebClient, channel: str, _user: str) -> None:
    client.files_upload_v2(channel=channel, content=TEXT, filename="recipe.txt", title="Recipe", initial_comment="Read")


def _picture(client: WebClient, channel: str, _user: str) -> None:
    sent = client.files_upload_v2(
        channel=channel, file=PNG, filename="dot.png", alt_txt="A dot", initial_comment="Look"
    )
    shown = {"type": "image", "slack_file": {"id": sent["file"]["id"]}, "alt_text": "A dot"}
    client.chat_postMessage(channel=channel, text="The same in a block", blocks=[shown])


def _thread(client: WebClient, channel: str, _user: str) -> None:
    root = client.chat_postMessage(channel=channel, text="A thread begins.")
    client.chat_postMessage(channel=channel, text="A reply", thread_ts=root["ts"])
    client.chat_postMessage(channel=channel, text="One for all", thread_ts=root["ts"], reply_broadcast=True)


def _attachments(client: WebClient, channel: str, _user: str) -> None:
    old = {"color": "#36a64f", "pretext": "Before", "title": "Title", "title_link": "https://docs.slack.dev/"}
    old |= {"text": "*Old* style", "fallback": "Old style", "footer": "Foot", "ts": 1795395000}
    old |= {"fields": [{"title": "Flour", "value": "500 g", "short": True}]}
    new = {"color": "danger", "blocks": [section("Blocks in an attachment")], "fallback": "Blocks"}
    client.chat_postMessage(channel=channel, text="Attached", attachments=[old, new])


def _stream(client: WebClient, channel: str, user: str) -> None:
    root = client.chat_postMessage(channel=channel, text="Streaming below")
    team = client.auth_test()["team_id"]
    stream = client.chat_stream(
        channel=channel, thread_ts=root["ts"], recipient_user_id=user, recipient_team_id=team, buffer_size=1
    )
    _streamed(stream)


def _streamed(stream: Any) -> None:
    for word in ("**Flour**, ", "water ", "and "):
        stream.append(markdown_text=word)
    working = {"type": "task_update", "id": "knead", "title": "Kneading", "status": "in_progress"}
    stream.append(chunks=[{"type": "plan_update", "title": "Bread"}, working])
    stream.append(chunks=[{**working, "status": "complete", "output": "Soft"}])
    stream.stop(markdown_text="time.", blocks=FAMILIES["feedback"][1:])


DEEDS = {
    "edit": _edit,
    "delete": _delete,
    "whisper": _whisper,
    "later": _later,
    "file": _file,
    "picture": _picture,
    "thread": _thread,
    "attachments": _attachments,
    "stream": _stream,
}
"""What `/sink <name>` does beside posting blocks."""


def _actions(app: App) -> None:
    # The first listener that fits is the only one that runs: what is special comes before the rest.
    @app.action("replace")
    def replace(ack: Any, respond: Any) -> None:
        ack()
        respond(text="Replaced.", blocks=[section("Replaced.")], replace_original=True)

    @app.action("remove")
    def remove(ack: Any, respond: Any) -> None:
        ack()
        respond(delete_original=True)

    @app.action("open_form")
    def open_form(ack: Any, body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.action("grow")
    def grow(ack: Any, body: Json, client: WebClient) -> None:
        ack()
        view = body["view"]
        client.views_update(view_id=view["id"], hash=view["hash"], view=grown(view))

    @app.action("push")
    def push(ack: Any, body: Json, client: WebClient) -> None:
        ack()
        client.views_push(trigger_id=body["trigger_id"], view=note("On top", "Pushed by a button."))

    @app.action("count")
    def count(ack: Any, body: Json, client: WebClient) -> None:
        ack()
        number = int(body["view"]["private_metadata"]) + 1
        client.views_publish(user_id=body["user"]["id"], view=home(number))

    @app.action(re.compile(".*"))
    def anything(ack: Any, body: Json, action: Json, client: WebClient, respond: Any) -> None:
        ack()
        said = f"`{action['action_id']}` {value_of(action)}".rstrip()
        if body.get("response_url"):
            respond(said, replace_original=False)
        else:
            client.chat_postMessage(channel=body["user"]["id"], text=said)


def _forms(app: App) -> None:
    @app.view("form")
    def submitted(ack: Any, body: Json, view: Json, client: WebClient) -> None:
        values = {name: action for block in view["state"]["values"].values() for name, action in block.items()}
        name = values["plain_text_input"]["value"]
        if not re.search("[aeiou]", name.lower()):
            ack(response_action="errors", errors={"plain_text_input": f"{name} has no vowel."})
            return
        after = value_of(values["after"])
        if after == "push":
            ack(response_action="push", view=note("Pushed", f"{name} is below."))
        elif after == "update":
            ack(response_action="update", view=note("Updated", f"{name} was here."))
        elif after == "clear":
            ack(response_action="clear")
        else:
            ack()
        filled = {key: value_of(one) or len(one.get("files") or ()) for key, one in values.items()}
        words = "\n".join(f"{key}: {one}" for key, one in filled.items() if one)
        client.chat_postMessage(channel=body["user"]["id"], text=f"Baked {name}\n{words}")

    @app.view("note")
    def noted(ack: Any) -> None:
        ack()

    @app.view_closed("form")
    def closed(ack: Any, body: Json, client: WebClient) -> None:
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text="Nothing was baked.")


def _options(app: App) -> None:
    @app.options("external_select")
    def cities(ack: Any, body: Json) -> None:
        ack(options=[option(one) for one in CITIES if body["value"].lower() in one.lower()])

    @app.options("multi_external_select")
    def grouped(ack: Any) -> None:
        ack(option_groups=GROUPS)


def _shortcuts(app: App) -> None:
    @app.shortcut("every")
    def every(ack: Any, shortcut: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=form())

    @app.shortcut("quote")
    def quote(ack: Any, shortcut: Json, client: WebClient) -> None:
        ack()
        words = shortcut["message"]["text"] or "nothing"
        client.views_open(trigger_id=shortcut["trigger_id"], view=note("Quoted", f"> {words}"))


def _events(app: App) -> None:
    @app.event("app_mention")
    def mentioned(event: Json, say: Any, client: WebClient) -> None:
        client.reactions_add(channel=event["channel"], name="wave", timestamp=event["ts"])
        say(text=f"Hello <@{event['user']}>", thread_ts=event.get("thread_ts") or event["ts"])

    @app.event("app_home_opened")
    def opened(event: Json, client: WebClient, context: Any) -> None:
        if event["tab"] == "home":
            client.views_publish(user_id=event["user"], view=home(0))
        else:
            context["set_suggested_prompts"](prompts=PROMPTS, title="Ask of bread")

    @app.event("reaction_added")
    def reacted(event: Json, client: WebClient) -> None:
        if event["reaction"] == "bread":
            where = {"channel": event["item"]["channel"], "timestamp": event["item"]["ts"]}
            client.reactions_add(name="yum", **where)
            client.reactions_remove(name="yum", **where)
            client.reactions_add(name="heart", **where)

    @app.event("member_joined_channel")
    def joined() -> None:
        pass


def _messages(app: App) -> None:
    @app.event({"type": "message", "subtype": "file_share"})
    def shared(event: Json, say: Any, client: WebClient) -> None:
        names = [client.files_info(file=one["id"])["file"]["name"] for one in event["files"]]
        say(f"Got {', '.join(names)}", thread_ts=event.get("thread_ts"))

    @app.event("message")
    def said(event: Json, say: Any, set_status: Any, say_stream: Any) -> None:
        if "subtype" in event or "bot_id" in event:
            return
        if event["text"] == "stream":
            set_status("is baking...", loading_messages=["Kneading", "Waiting"])
            _streamed(say_stream(buffer_size=1))
        else:
            say(f"You said: {event['text']}", thread_ts=event.get("thread_ts"))


def _assistant() -> Assistant:
    assistant = Assistant()

    @assistant.thread_started
    def started(say: Any, set_suggested_prompts: Any) -> None:
        say("What shall we bake?")
        set_suggested_prompts(prompts=PROMPTS)

    @assistant.user_message
    def asked(payload: Json, say: Any, set_status: Any, set_title: Any, set_suggested_prompts: Any) -> None:
        set_title(payload["text"][:40])
        set_status("is thinking...")
        say(f"In this thread you said: {payload['text']}")
        set_suggested_prompts(prompts=["More bread"], title="And now?")

    return assistant


def main() -> None:
    """Run until it is stopped."""
    client = WebClient(
        os.environ["SLACK_BOT_TOKEN"], base_url=os.environ.get("SLACK_API_URL", "https://slack.com/api/")
    )
    if "--http" in sys.argv:
        app = make(App(client=client, signing_secret=os.environ["SLACK_SIGNING_SECRET"]))
        app.start(port=int(sys.argv[-1]), http_server_logger_enabled=False)
    else:
        app = make(App(client=client, signing_secret="unused over a socket"))
        SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start()


if __name__ == "__main__":
    main()
