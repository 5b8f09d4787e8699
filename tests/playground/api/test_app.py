"""Over HTTP, with Slack's own client: every form of request, and a happy path through every method."""

import inspect
import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.playground.api.method import METHODS

VIEW = {"type": "modal", "title": {"type": "plain_text", "text": "Answers"}, "blocks": [{"type": "divider"}]}
HOME = {"type": "home", "blocks": [{"type": "divider"}]}


def fetched(url: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    """What a plain request gets."""
    request = urllib.request.Request(url, body, {name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_messages(office: Any, client: WebClient) -> None:
    """A message is posted, changed, found by its link, pinned, reacted to and taken away."""
    posted = client.chat_postMessage(channel=office.sales.id, text="hello")
    ts = posted["ts"]
    client.chat_update(channel=office.sales.id, ts=ts, text="hello again")
    client.chat_meMessage(channel=office.sales.id, text="waves")
    client.chat_postEphemeral(channel=office.sales.id, user=office.rep.id, text="only you")
    client.reactions_add(channel=office.sales.id, timestamp=ts, name="eyes")
    client.pins_add(channel=office.sales.id, timestamp=ts)

    assert client.chat_getPermalink(channel=office.sales.id, message_ts=ts)["permalink"].endswith(ts.replace(".", ""))
    assert [ts] == [item["message"]["ts"] for item in client.pins_list(channel=office.sales.id)["items"]]
    assert [ts] == [item["message"]["ts"] for item in client.reactions_list()["items"]]
    reacted = client.reactions_get(channel=office.sales.id, timestamp=ts)["message"]["reactions"]
    assert [{"name": "eyes", "users": [office.app.bot_user], "count": 1}] == reacted
    client.reactions_remove(channel=office.sales.id, timestamp=ts, name="eyes")
    client.pins_remove(channel=office.sales.id, timestamp=ts)
    client.chat_delete(channel=office.sales.id, ts=ts)
    assert ["waves"] == [
        message["text"] for message in client.conversations_history(channel=office.sales.id)["messages"]
    ]


def test_later(office: Any, client: WebClient) -> None:
    """A message that is scheduled is listed, and may be called off."""
    at = int(office.world.now()) + 60
    made = client.chat_scheduleMessage(channel=office.sales.id, post_at=at, text="later")

    listed = client.chat_scheduledMessages_list()["scheduled_messages"]
    assert [made["scheduled_message_id"]] == [one["id"] for one in listed]
    client.chat_deleteScheduledMessage(channel=office.sales.id, scheduled_message_id=made["scheduled_message_id"])
    assert [] == client.chat_scheduledMessages_list()["scheduled_messages"]


def test_stream(office: Any, client: WebClient) -> None:
    """The client's own helper writes a stream to its end."""
    asked = office.world.post(office.dm, office.rep.id, "does it fit?")
    stream = client.chat_stream(channel=office.dm.id, thread_ts=asked.ts, buffer_size=4)
    stream.append(markdown_text="It fits ")
    stream.append(markdown_text="well.")
    stream.stop()

    replies = client.conversations_replies(channel=office.dm.id, ts=asked.ts)["messages"]
    assert "It fits well." == replies[1]["text"]
    assert "completed" == replies[1]["streaming_state"]


def test_views(office: Any, client: WebClient) -> None:
    """Modals are opened, laid on one another and changed; the Home tab is shown."""
    opened = client.views_open(trigger_id=office.world.trigger(office.app, office.rep.id), view=VIEW)["view"]
    pushed = client.views_push(trigger_id=office.world.trigger(office.app, office.rep.id), view=VIEW)["view"]
    client.views_update(view_id=pushed["id"], hash=pushed["hash"], view={**VIEW, "private_metadata": "x"})
    client.views_publish(user_id=office.rep.id, view=HOME)

    assert [opened["id"], pushed["id"]] == [view.id for view in office.world.modals[office.rep.id]]
    assert opened["id"] == pushed["root_view_id"] == pushed["previous_view_id"]
    assert "x" == office.world.modals[office.rep.id][1].payload["private_metadata"]
    assert "home" == office.world.homes[office.rep.id, office.app.app].type


def test_people_and_places(office: Any, client: WebClient) -> None:
    """People, channels and the workspace are looked up and changed."""
    made = client.conversations_create(name="news")["channel"]["id"]
    client.conversations_invite(channel=made, users=[office.rep.id])
    client.conversations_mark(channel=made, ts="1790000000.000000")
    client.conversations_leave(channel=made)
    client.conversations_join(channel=office.lobby.id)

    assert office.rep.id == client.users_lookupByEmail(email="rep@home.example")["user"]["id"]
    assert "Europe/Stockholm" == client.users_info(user=office.rep.id, include_locale=True)["user"]["tz"]
    assert 3 == len(client.users_list()["members"])
    assert "rep" == client.users_profile_get(user=office.rep.id)["profile"]["display_name"]
    assert office.dm.id == client.conversations_open(users=[office.rep.id])["channel"]["id"]
    assert [office.rep.id] == client.conversations_members(channel=made)["members"]
    assert 2 == client.conversations_info(channel=office.lobby.id, include_num_members=True)["channel"]["num_members"]
    assert {"sales", "lobby", "with-partner", "news"} == {
        one["name"] for one in client.conversations_list()["channels"]
    }
    assert {"sales", "lobby", "with-partner"} == {one["name"] for one in client.users_conversations()["channels"]}
    assert "Home" == client.team_info()["team"]["name"]
    assert "Fika" == client.bots_info(bot=office.app.bot)["bot"]["name"]
    assert {} == client.emoji_list()["emoji"]
    assert client.dnd_info(user=office.rep.id)["dnd_enabled"] is False
    assert [] == client.usergroups_list()["usergroups"]


def test_files(office: Any, client: WebClient, served: str) -> None:
    """A file is uploaded in Slack's three steps, listed, fetched with the token and taken away."""
    uploaded = client.files_upload_v2(
        content="a,b\n1,2\n", filename="fit.csv", title="Fit", channel=office.sales.id, initial_comment="Here."
    )
    id_ = uploaded["files"][0]["id"]
    address = client.files_info(file=id_)["file"]["url_private"]

    assert "Here." == office.sales.timeline[-1].text
    assert [id_] == [one["id"] for one in client.files_list()["files"]]
    assert (200, b"a,b\n1,2\n") == fetched(address, authorization=f"Bearer {office.app.bot_token}")
    assert 403 == fetched(address)[0]
    assert 404 == fetched(f"{served}/files/F0/x", authorization=f"Bearer {office.app.bot_token}")[0]
    client.files_delete(file=id_)
    assert [] == office.sales.timeline[-1].files


def test_upload_is_of_the_announced_size(office: Any, client: WebClient) -> None:
    """Bytes that are not as many as announced, or for no file, are not taken."""
    address = client.files_getUploadURLExternal(filename="a.txt", length=3)["upload_url"]

    assert 400 == fetched(address, b"four")[0]
    assert (200, b"OK - 3") == fetched(address, b"abc")
    assert 404 == fetched(address + "x", b"abc")[0]
    boundary = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nxyz\r\n--x--\r\n'
    assert (200, b"OK - 3") == fetched(address, boundary, content_type="multipart/form-data; boundary=x")


def test_agent(office: Any, client: WebClient) -> None:
    """An agent says what it is doing, what could be asked, and how its session stands."""
    thread = office.world.post(office.dm, office.rep.id, "hi").ts
    where = {"channel_id": office.dm.id, "thread_ts": thread}
    client.assistant_threads_setStatus(**where, status="is thinking", loading_messages=["Reading"])
    client.assistant_threads_setTitle(**where, title="Acme")
    prompts = [{"title": "Fit", "message": "Does Acme fit?"}]
    client.assistant_threads_setSuggestedPrompts(channel_id=office.dm.id, prompts=prompts)
    client.agents_sessions_setStatus(**where, status="processing", title="Acme")
    client.agents_sessions_rename(**where, title="Acme's fit")

    spot = (office.app.app, office.dm.id, thread)
    assert "is thinking" == office.world.statuses[spot].text
    assert "Acme" == office.world.titles[spot]
    assert prompts == office.world.prompts[office.app.app, office.dm.id, None].prompts
    assert "Acme's fit" == office.world.sessions[spot].title


def test_token(office: Any, client: WebClient, served: str) -> None:
    """A token says whose it is, opens Socket Mode where it may, and can be given back."""
    assert "hello" == client.api_test(greeting="hello")["args"]["greeting"]
    assert office.app.bot_user == client.auth_test()["user_id"]
    opened = WebClient(base_url=f"{served}/api/").apps_connections_open(app_token=office.app.app_token)
    assert f"ws://localhost/{office.app.app}" == opened["url"]
    assert client.auth_revoke()["revoked"] is True
    with pytest.raises(SlackApiError) as refused:
        client.auth_test()
    assert "token_revoked" == refused.value.response["error"]


def test_unfurl(office: Any, client: WebClient) -> None:
    """What stands behind a link is shown below the message."""
    message = office.world.post(office.sales, office.rep.id, "see https://acme.example/a")
    client.chat_unfurl(channel=office.sales.id, ts=message.ts, unfurls={"https://acme.example/a": {"text": "A"}})

    (shown,) = message.attachments
    assert ("A", office.app.app, True, 1) == (shown["text"], shown["app_id"], shown["is_app_unfurl"], shown["id"])

    again = f"{office.sales.id}.{message.ts}.x"
    client.chat_unfurl(
        unfurl_id=again, source="conversations_history", unfurls={"https://acme.example/a": {"text": "B"}}
    )
    assert ["B"] == [one["text"] for one in message.attachments]


def test_response_url(office: Any, served: str) -> None:
    """An interaction is answered without a token, for the asking person's eyes."""
    id_ = office.world.response_url(office.app, office.sales, office.rep.id)
    answered = WebhookClient(f"{served}/response/{id_}").send(text="only you")

    assert (200, '{"ok":true}') == (answered.status_code, answered.body)
    assert ["only you"] == [message.text for message in office.sales.ephemerals[office.rep.id]]


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        (b'{"channel": "C"', {"content_type": "application/json"}, "invalid_json"),
        (b"[]", {"content_type": "application/json"}, "json_not_object"),
        (b"text", {"content_type": "text/plain"}, "invalid_post_type"),
        (b"text=\xff", {"content_type": "application/x-www-form-urlencoded"}, "invalid_form_data"),
        (b"text=x", {}, "not_authed"),
        (b'{"token": "xoxb-1"}', {"content_type": "application/json"}, "not_authed"),
        (b"token=xoxb-1", {}, "invalid_auth"),
        (b"", {"authorization": "Bearer nobody"}, "invalid_auth"),
    ],
)
def test_requests_that_are_none(served: str, body: bytes, headers: dict[str, str], expected: str) -> None:
    """A body of another form than it says, or without a valid token, is refused with HTTP 200."""
    status, answer = fetched(f"{served}/api/auth.test", body, **headers)

    assert (200, {"ok": False, "error": expected}) == (status, json.loads(answer))


def test_forms_of_a_request(office: Any, served: str) -> None:
    """The token may stand in a form, the arguments in the address or in parts; JSON wants a charset."""
    token = office.app.bot_token
    parts = b'--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n' + token.encode() + b"\r\n--x--\r\n"

    for body, headers in (
        (f"token={token}".encode(), {}),
        (None, {"authorization": f"Bearer {token}"}),
        (parts, {"content_type": "multipart/form-data; boundary=x"}),
        (b"{}", {"authorization": f"Bearer {token}", "content_type": "application/json; charset=utf-8"}),
    ):
        answer = json.loads(fetched(f"{served}/api/auth.test", body, **headers)[1])
        assert (True, None) == (answer["ok"], answer.get("warning"))
    body, headers = b"{}", {"authorization": f"Bearer {token}", "content_type": "application/json"}
    answer = json.loads(fetched(f"{served}/api/auth.test", body, **headers)[1])
    assert ("missing_charset", ["missing_charset"]) == (answer["warning"], answer["response_metadata"]["warnings"])


def test_scopes_in_the_headers(office: Any, client: WebClient) -> None:
    """The answer says which scopes the token has and which are needed."""
    headers = client.users_info(user=office.rep.id).headers

    assert ",".join(sorted(office.app.scopes)) == headers["x-oauth-scopes"]
    assert "users:read" == headers["x-accepted-oauth-scopes"]


def test_every_method_is_one_of_the_clients() -> None:
    """No method is known here that Slack's own client does not know."""
    known = {name for name, _ in inspect.getmembers(WebClient, inspect.isfunction)}

    assert [] == [name for name in METHODS if name.replace(".", "_") not in known]
