"""Pictures: drawn and uploaded where one person alone sees them: in the direct messages.

A picture is never all of an answer: what it says stands in a table as well. So where Slack takes no file, or where an
earlier attempt may have sent it, there is none, and nothing is missing.
"""

import logging
from collections.abc import Callable
from threading import Lock

from slack_sdk import WebClient

from bot.core.gap_heat import HeatMap
from bot.ports import Ports
from bot.slack.client import Refusal, ask
from bot.slack.delivered import Delivered, Outcome, Posted
from bot.slack.message import Message
from bot.slack.place import Place
from bot.slack.post import Poster

log = logging.getLogger(__name__)

PART = "picture"
LONGEST_ALT = 1000
_FILE = "content-gaps.png"

Draw = Callable[[HeatMap], bytes]


class Pictures:
    """Draws and uploads.

    Args:
        client: how Slack is called.
        poster: posts what leads to a picture.
        ports: where the inbox is.
        team: whose inbox.
        draw: a heat map as PNG.
    """

    def __init__(self, client: WebClient, poster: Poster, ports: Ports, team: str, draw: Draw) -> None:
        self._client, self._poster, self._delivered, self._draw = client, poster, Delivered(ports, team), draw
        self._drawing = Lock()
        """Fonts are looked up once, which several threads must not do at the same time."""

    def show(self, place: Place, heat: HeatMap, note: Message, delivery: int) -> bool:
        """Show a person a heat map, once; returns whether it was shown just now.

        Args:
            place: where it was asked for.
            heat: the map.
            note: leads to the picture, where it does not stand beside what was asked.
            delivery: what is answered.

        Raises:
            SlackBusy: Slack is busy or cannot be reached; try the same again later.
            SlackRefused: Slack refuses the app.
            StateUnavailable: the inbox cannot be reached; nothing was uploaded.
        """
        room, thread = (place.channel, place.thread) if place.direct else (self._room(place.user, note, delivery), None)
        this = self._delivered.begin(delivery, PART)
        if room is None or this.over or this.again:
            return False
        try:
            self._delivered.post(this, lambda: self._upload(heat, room, thread))
        except Refusal as refused:
            log.debug("A picture is left out: %s.", refused.code)
            return False
        return True

    def _room(self, user: str, note: Message, delivery: int) -> str | None:
        """The direct messages of a person: a file can be shared there only by their own id."""
        posted = self._poster.reply(Place(user), note, delivery=delivery, part="picture-note")
        return posted.channel or self._delivered.room(user)

    def _upload(self, heat: HeatMap, room: str, thread: str | None) -> Posted:
        with self._drawing:
            content = self._draw(heat)
        alt = heat.alt_text[:LONGEST_ALT]
        ask(
            lambda: self._client.files_upload_v2(
                filename=_FILE, content=content, title=heat.title, alt_txt=alt, channel=room, thread_ts=thread
            )
        )
        return Posted(Outcome.SENT, room)
