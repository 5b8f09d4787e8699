"""Pictures: drawn and uploaded where one person alone sees them: in the direct messages.

A picture is never all of an answer: what it says stands in a table as well. So where Slack takes no file, or where an
earlier attempt may have sent it, there is none, and nothing is missing.
"""

from collections.abc import Callable
from threading import Lock

from slack_sdk import WebClient

from bot.core.gap_heat import HeatMap
from bot.ports import Ports
from bot.slack.files import Files, NewFile
from bot.slack.message import Message
from bot.slack.place import Place
from bot.slack.post import Poster

PART = "picture"
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
        self._files, self._draw = Files(client, poster, ports, team), draw
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
        file = NewFile(_FILE, heat.title, lambda: self._drawn(heat), heat.alt_text)
        return self._files.send(place, file, note, delivery, PART).now

    def _drawn(self, heat: HeatMap) -> bytes:
        with self._drawing:
            return self._draw(heat)
