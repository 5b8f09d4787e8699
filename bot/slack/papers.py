"""Papers: briefings as files, sent where one person alone sees them: in the direct messages."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from threading import Lock

from slack_sdk import WebClient

from bot.core.briefing_text import BriefingText
from bot.ports import Ports
from bot.slack.files import Files, NewFile, Sent
from bot.slack.message import Message
from bot.slack.mrkdwn import flat
from bot.slack.place import Place
from bot.slack.post import Poster

PART = "paper"
_TITLE = 150
_NAME = 60
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")

Print = Callable[[BriefingText, date], bytes]
"""A briefing of a day as PDF."""


class Papers:
    """Prints and uploads.

    Args:
        client: how Slack is called.
        poster: posts what leads to a file.
        ports: where the inbox is.
        team: whose inbox.
        print_: a briefing as PDF.
    """

    def __init__(self, client: WebClient, poster: Poster, ports: Ports, team: str, print_: Print) -> None:
        self._files, self._print = Files(client, poster, ports, team), print_
        self._printing = Lock()
        """Fonts are read once, which several threads must not do at the same time."""

    def send(self, place: Place, text: BriefingText, day: date, note: Message, delivery: int) -> Sent:
        """Send a person a briefing as a file, once.

        Args:
            place: where it was asked for.
            text: the briefing.
            day: the day it is of.
            note: leads to the file, where it does not stand beside what was asked.
            delivery: what is answered.

        Raises:
            SlackBusy: Slack is busy or cannot be reached; try the same again later.
            SlackRefused: Slack refuses the app.
            StateUnavailable: the inbox cannot be reached; nothing was uploaded.
        """
        file = NewFile(file_name(text.account), flat(text.title, _TITLE), lambda: self._printed(text, day))
        return self._files.send(place, file, note, delivery, PART)

    def _printed(self, text: BriefingText, day: date) -> bytes:
        with self._printing:
            return self._print(text, day)


def file_name(account: str) -> str:
    """What the file is called, in letters that every system takes."""
    plain = unicodedata.normalize("NFKD", account).encode("ascii", "ignore").decode().casefold()
    slug = _NOT_IN_NAMES.sub("-", plain).strip("-")[:_NAME].strip("-")
    return f"briefing-{slug}.pdf" if slug else "briefing.pdf"
