"""Files: uploaded where one person alone sees them: in the direct messages.

A file carries no mark of ours, so what an earlier attempt may have sent cannot be looked up: it is not sent again, and
whoever sends it says so where something would be missing.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.ports import Ports
from bot.slack.client import Refusal, ask
from bot.slack.delivered import Delivered, Outcome, Posted
from bot.slack.message import Message
from bot.slack.place import Place
from bot.slack.post import Poster

log = logging.getLogger(__name__)

LONGEST_ALT = 1000


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file about to be sent."""

    name: str
    title: str
    make: Callable[[], bytes]
    """Its content; made once it is certain that it is sent."""
    alt: str = ""
    """What a picture shows, for whoever cannot see it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a file."""

    now: bool = False
    """It arrived just now."""
    refused: str | None = None
    """Slack's own word for why it takes none."""
    unknown: bool = False
    """Nobody knows whether it arrived: it was tried before, or the direct messages are not known any more."""


class Files:
    """Uploads.

    Args:
        client: how Slack is called.
        poster: posts what leads to a file.
        ports: where the inbox is.
        team: whose inbox.
    """

    def __init__(self, client: WebClient, poster: Poster, ports: Ports, team: str) -> None:
        self._client, self._poster, self._delivered = client, poster, Delivered(ports, team)

    def send(self, place: Place, file: NewFile, note: Message, delivery: int, part: str) -> Sent:
        """Send a person a file, once.

        Args:
            place: where it was asked for.
            file: what to send.
            note: leads to the file, where it does not stand beside what was asked.
            delivery: what is answered.
            part: which part of the answer it is; the note's name is made of it.

        Raises:
            SlackBusy: Slack is busy or cannot be reached; try the same again later.
            SlackRefused: Slack refuses the app.
            StateUnavailable: the inbox cannot be reached; nothing was uploaded.
        """
        here = place.channel if place.direct else self._room(place.user, note, delivery, part)
        this = self._delivered.begin(delivery, part)
        if here is None or this.over or this.again:
            return Sent(unknown=this.again or here is None)
        thread = place.thread if place.direct else None
        try:
            self._delivered.post(this, lambda: self._upload(file, here, thread))
        except Refusal as refused:
            log.debug("A file is left out: %s.", refused.code)
            self._delivered.take_back(this)
            return Sent(refused=refused.code)
        return Sent(now=True)

    def _room(self, user: str, note: Message, delivery: int, part: str) -> str | None:
        """The direct messages of a person: a file can be shared there only by their own id."""
        posted = self._poster.reply(Place(user), note, delivery=delivery, part=f"{part}-note")
        return posted.channel or self._delivered.room(user)

    def _upload(self, file: NewFile, room: str, thread: str | None) -> Posted:
        content, alt = file.make(), file.alt[:LONGEST_ALT] or None
        ask(
            lambda: self._client.files_upload_v2(
                filename=file.name, content=content, title=file.title, alt_txt=alt, channel=room, thread_ts=thread
            )
        )
        return Posted(Outcome.SENT, room)
