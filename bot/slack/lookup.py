"""Lookup: find in the direct messages what an earlier attempt has posted there.

Every answer in the direct messages carries the delivery and the part that it answers, as its metadata.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.slack.client import Answer, ask
from bot.slack.delivered import Part

EVENT_TYPE = "fika_answer"
_EARLIER = timedelta(minutes=5)
"""How far Slack's clock may be behind ours."""
_PAGE, _PAGES = 200, 10
"""Some apps get 15 messages a page, whatever they ask for."""


def metadata_of(part: Part) -> dict[str, Any] | None:
    """What a message carries to be found again; nothing where it answers no delivery."""
    if part.delivery is None:
        return None
    return {"event_type": EVENT_TYPE, "event_payload": {"delivery": str(part.delivery), "part": part.name}}


def find(client: WebClient, channel: str, thread: str | None, part: Part, received_at: datetime | None) -> str | None:
    """The time stamp of the message that carries a part; None where there is none.

    Raises:
        Refusal: Slack does not let us look.
        SlackBusy: Slack is busy or cannot be reached.
        SlackRefused: Slack refuses the app.
    """
    oldest = f"{(received_at - _EARLIER).timestamp():.6f}" if received_at else None
    for message in _messages(client, channel, thread, oldest):
        if _carries(message, part):
            return str(message.get("ts"))
    return None


def find_streamed(client: WebClient, channel: str, thread: str | None, after: str) -> str | None:
    """The message that a stream has begun and nothing has completed; None where there is none.

    A stream carries no mark of ours before it is completed. In a person's direct messages everything else that we post
    carries one or is a file, and their deliveries are answered one after the other: what is later than the message that
    is answered and has neither is what was begun for it.

    Raises:
        Refusal: Slack does not let us look.
        SlackBusy: Slack is busy or cannot be reached.
        SlackRefused: Slack refuses the app.
    """
    for message in _messages(client, channel, thread, after):
        ours = message.get("bot_id") and str(message.get("ts")) > after
        if ours and not message.get("metadata") and not message.get("files"):
            return str(message.get("ts"))
    return None


def _carries(message: Mapping[str, Any], part: Part) -> bool:
    found, wanted = message.get("metadata") or {}, metadata_of(part) or {}
    return all(found.get(name) == value for name, value in wanted.items())


def _messages(client: WebClient, channel: str, thread: str | None, oldest: str | None) -> Iterator[Mapping[str, Any]]:
    cursor: str | None = None
    for _ in range(_PAGES):
        page = _page(client, channel, thread, oldest, cursor)
        yield from page.get("messages") or ()
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
        if cursor is None:
            return


def _page(client: WebClient, channel: str, thread: str | None, oldest: str | None, cursor: str | None) -> Answer:
    if thread is None:
        return ask(
            lambda: client.conversations_history(
                channel=channel, oldest=oldest, cursor=cursor, limit=_PAGE, include_all_metadata=True
            )
        )
    return ask(
        lambda: client.conversations_replies(
            channel=channel, ts=thread, oldest=oldest, cursor=cursor, limit=_PAGE, include_all_metadata=True
        )
    )
