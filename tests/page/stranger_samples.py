"""Stranger, the samples: what the best-known sample apps of Bolt do, in one app.

Tasks with a Home tab and a form, a deployment that somebody approves, a poll that counts in its message, work after the
acknowledgement, a form from a message's menu, links and files that are shown, and what a channel is told of itself.
"""

import os
import time
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond, Say
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

Json = dict[str, Any]
OWNERS = ("Ada", "Alan", "Grace")
tasks: dict[str, list[str]] = {}
app = App(
    client=WebClient(os.environ.get("SLACK_BOT_TOKEN"), base_url=os.environ.get("SLACK_API_URL", "")),
    signing_secret="unused over a socket",
)


def plain(text: str) -> Json:
    """A plain text."""
    return {"type": "plain_text", "text": text}


def section(text: str, **more: Any) -> Json:
    """A section with a text."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action: str, text: str, value: str, **more: Any) -> Json:
    """A button."""
    return {"type": "button", "action_id": action, "text": plain(text), "value": value, **more}


def field(block: str, label: str, element: Json) -> Json:
    """A field of a form, its action called as its block."""
    return {"type": "input", "block_id": block, "label": plain(label), "element": {"action_id": block, **element}}


def filled(view: Json, block: str) -> Json:
    """What was filled in there."""
    found: Json = view["state"]["values"][block][block]
    return found


# Tasks: a form with options that are asked for, and a Home tab


@app.command("/task")
def new_task(ack: Ack, body: Json, client: WebClient) -> None:
    """Ask for a task."""
    ack()
    owner = {"type": "external_select", "min_query_length": 1, "placeholder": plain("Who")}
    fields = [field("name", "Task", {"type": "plain_text_input"}), field("owner", "Owner", owner)]
    form = {"type": "modal", "callback_id": "task", "title": plain("New task"), "submit": plain("Add")}
    client.views_open(trigger_id=body["trigger_id"], view=form | {"blocks": fields})


@app.options("owner")
def owners(ack: Ack, payload: Json) -> None:
    """Offer who fits."""
    fits = [one for one in OWNERS if one.lower().startswith(payload["value"].lower())]
    ack(options=[{"text": plain(one), "value": one} for one in fits])


@app.view("task")
def task_made(ack: Ack, body: Json, view: Json, client: WebClient) -> None:
    """Keep a task, once it has a name of some length."""
    name = filled(view, "name")["value"]
    if len(name) < 3:
        ack(response_action="errors", errors={"name": "Say more."})
        return
    ack()
    owner = filled(view, "owner")["selected_option"]["value"]
    tasks.setdefault(body["user"]["id"], []).append(f"{name} ({owner})")
    publish(client, body["user"]["id"])


@app.event("app_home_opened")
def home_opened(event: Json, client: WebClient) -> None:
    """Show the tasks."""
    publish(client, event["user"])


@app.action("done")
def task_done(ack: Ack, body: Json, action: Json, client: WebClient) -> None:
    """Strike a task."""
    ack()
    tasks[body["user"]["id"]].remove(action["value"])
    publish(client, body["user"]["id"])


def publish(client: WebClient, user: str) -> None:
    """Show somebody's tasks."""
    rows = [section(one, accessory=button("done", "Done", one)) for one in tasks.get(user, [])]
    view = {"type": "home", "blocks": rows or [section("Nothing to do.")]}
    client.views_publish(user_id=user, view=view)


# Deployments: buttons with a question, answered by the response URL


@app.command("/deploy")
def deploy(ack: Ack, command: Json, respond: Respond) -> None:
    """Ask for an approval."""
    ack()
    sure = {"title": plain("Sure?"), "text": plain("It goes live."), "confirm": plain("Go"), "deny": plain("Stop")}
    row = [
        button("approve", "Approve", command["text"], style="primary", confirm=sure),
        button("reject", "Reject", command["text"], style="danger"),
    ]
    blocks = [section(f"Deploy *{command['text']}*?"), {"type": "actions", "elements": row}]
    respond(text=f"Deploy {command['text']}?", blocks=blocks, response_type="in_channel")


@app.action("approve")
@app.action("reject")
def decided(ack: Ack, body: Json, action: Json, respond: Respond) -> None:
    """Say who decided, in the place of the question."""
    ack()
    words = f"{action['action_id']}: {action['value']} by <@{body['user']['id']}>"
    respond(text=words, blocks=[section(words)], replace_original=True)
    respond(text="Noted.", replace_original=False)


# Polls: a message that is updated by each click


@app.command("/poll")
def poll(ack: Ack, command: Json, client: WebClient) -> None:
    """Ask everybody."""
    ack()
    votes: dict[str, list[str]] = {one: [] for one in command["text"].split()}
    client.chat_postMessage(channel=command["channel_id"], **ballot(votes))


@app.action("vote")
def voted(ack: Ack, body: Json, action: Json, client: WebClient) -> None:
    """Count, each person once."""
    ack()
    votes: dict[str, list[str]] = body["message"]["metadata"]["event_payload"]
    me = body["user"]["id"]
    counted = {
        name: [one for one in people if one != me] + ([me] if name == action["value"] else [])
        for name, people in votes.items()
    }
    client.chat_update(channel=body["channel"]["id"], ts=body["container"]["message_ts"], **ballot(counted))


def ballot(votes: dict[str, list[str]]) -> Json:
    """A poll as it stands."""
    words = ", ".join(f"{name}: {len(people)}" for name, people in votes.items())
    row = [button("vote", one, one) | {"action_id": "vote"} for one in votes]
    rows = [{"type": "section", "text": plain(words)}]
    rows += [{"type": "actions", "elements": [one]} for one in row]
    return {"text": words, "blocks": rows, "metadata": {"event_type": "poll", "event_payload": votes}}


# Work after the acknowledgement


def acknowledged(ack: Ack, command: Json) -> None:
    """Answer at once."""
    ack(f"Working on {command['text']}.")


def worked(command: Json, respond: Respond) -> None:
    """Answer later."""
    time.sleep(0.05)
    respond(f"Done with {command['text']}.")


app.command("/slow")(ack=acknowledged, lazy=[worked])


@app.command("/card")
def card(ack: Ack) -> None:
    """Answer with an attachment alone, as older apps do."""
    ack(attachments=[{"color": "good", "title": "A card", "text": "of old", "fallback": "A card"}])


# A form from a message


@app.shortcut("bug")
def bug(ack: Ack, shortcut: Json, client: WebClient) -> None:
    """Ask what is wrong."""
    ack()
    root = shortcut["message"].get("thread_ts", shortcut["message_ts"])
    where = f"{shortcut['channel']['id']} {shortcut['message_ts']} {root}"
    words = {"type": "plain_text_input", "multiline": True, "initial_value": shortcut["message"]["text"]}
    form = {"type": "modal", "callback_id": "bug", "title": plain("A bug"), "submit": plain("File")}
    form |= {"private_metadata": where, "blocks": [field("words", "What", words)]}
    client.views_open(trigger_id=shortcut["trigger_id"], view=form)


@app.view("bug")
def bug_filed(ack: Ack, view: Json, client: WebClient) -> None:
    """Say so in the thread of the message, and in its channel by a link."""
    ack()
    channel, ts, root = view["private_metadata"].split()
    link = client.chat_getPermalink(channel=channel, message_ts=ts)["permalink"]
    client.chat_postMessage(channel=channel, thread_ts=root, text=f"Filed: {filled(view, 'words')['value']}")
    client.chat_postMessage(channel=channel, text=f"A bug was filed: <{link}|the message>")


# Links and files


@app.event("link_shared")
def linked(event: Json, client: WebClient) -> None:
    """Show what stands behind links."""
    shown = {
        one["url"]: {"blocks": [section(f"Ticket {one['url'].rsplit('/', 1)[1]}"), close(one["url"])]}
        for one in event["links"]
    }
    client.chat_unfurl(unfurl_id=event["unfurl_id"], source=event["source"], unfurls=shown)


def close(url: str) -> Json:
    """A button below a link."""
    return {"type": "actions", "elements": [button("close", "Close ticket", url)]}


@app.action("close")
def closed(ack: Ack, body: Json, action: Json, client: WebClient) -> None:
    """Close a ticket."""
    ack()
    assert body["container"]["app_unfurl_url"] == action["value"]
    where = {"channel": body["channel"]["id"], "ts": body["container"]["message_ts"]}
    client.chat_unfurl(**where, unfurls={action["value"]: {"blocks": [section("Closed.")]}})


@app.event("file_shared")
def shared(event: Json, client: WebClient, context: BoltContext) -> None:
    """Say what came."""
    if event["user_id"] == context.bot_user_id:
        return
    file = client.files_info(file=event["file_id"])["file"]
    client.chat_postMessage(channel=event["channel_id"], text=f"Got {file['name']}")


@app.event("message")
def said(event: Json, say: Say) -> None:
    """Be quiet."""


# Channels


@app.command("/about")
def about(ack: Ack, command: Json, client: WebClient, say: Say) -> None:
    """Say what a channel is about, there and in its topic, and who is asked."""
    ack()
    channel = command["channel_id"]
    client.conversations_setTopic(channel=channel, topic=command["text"])
    client.conversations_setPurpose(channel=channel, purpose=f"For {command['text']}")
    info = client.conversations_info(channel=channel)["channel"]
    user = client.users_info(user=command["user_id"])["user"]
    same = client.users_lookupByEmail(email=user["profile"]["email"])["user"]["id"] == user["id"]
    presence = client.users_getPresence(user=user["id"])["presence"]
    listed = [one["id"] for one in client.conversations_list()["channels"]]
    people = [one["id"] for one in client.users_list()["members"]]
    bot = client.bots_info(bot=client.auth_test()["bot_id"])["bot"]["name"]
    team, emoji = client.team_info()["team"]["name"], client.emoji_list()["emoji"]
    direct = client.conversations_open(users=user["id"])["channel"]["id"]
    known = (same, presence, channel in listed, user["id"] in people, bot, team, emoji, direct[0])
    sent = say(f"{info['topic']['value']} / {info['purpose']['value']} / {known}")
    client.pins_add(channel=channel, timestamp=sent["ts"])


@app.event("pin_added")
@app.event("pin_removed")
def pinned(event: Json, client: WebClient) -> None:
    """Count the pins."""
    words = f"{event['type']} {event['pin_count']} {event['item']['message']['permalink'].rsplit('/', 1)[0]}"
    client.chat_postMessage(channel=event["channel_id"], text=words)


@app.event("member_left_channel")
def left(event: Json, say: Say) -> None:
    """Wave."""
    say(f"Bye <@{event['user']}>")


def main() -> None:
    """Run until it is stopped."""
    SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start()


if __name__ == "__main__":
    main()
