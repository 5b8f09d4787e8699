"""Briefings as files: in the direct messages, once; what Slack does not take, and what nobody knows, is said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.core.briefing_text import BriefingText
from bot.playground.model import File
from bot.playground.server import LocalSlack
from bot.slack.client import web_client
from bot.slack.errors import SlackBusy
from bot.slack.files import Sent
from bot.slack.message import Message
from bot.slack.papers import Papers, file_name
from bot.slack.place import Place
from bot.slack.post import Poster
from tests.slack.scripted import accepted
from tests.slack.test_post_local import MANIFEST, now
from tests.small import ports_at

TEXT = BriefingText("Acme", "Acme: still open", (), (), "Computed by rules.")
NOTE = Message("The briefing, as a PDF:")
PDF = b"%PDF-1.4"


class Press:
    """A workspace in which briefings are printed."""

    def __init__(self, slack: LocalSlack, home: Path) -> None:
        self.slack, self.ports = slack, ports_at(home)
        self.app = slack.install(MANIFEST, channels=["sales"])
        self.rep = slack.person("rep")
        self.printed: list[BriefingText] = []
        client = web_client(self.app.bot_token, slack.api_url)
        poster = Poster(client, self.ports, self.app.team, now)
        self.papers = Papers(client, poster, self.ports, self.app.team, self.print)

    def print(self, text: BriefingText, day: date) -> bytes:
        """As the real one does."""
        assert now().date() == day
        self.printed.append(text)
        return PDF

    def send(self, delivery: int, *, direct: bool = True) -> Sent:
        """Send it where it was asked for."""
        channel = self.rep.dm_channel.id if direct else self.rep.channel("sales").id
        return self.papers.send(Place(self.rep.user.id, channel), TEXT, now().date(), NOTE, delivery)

    def delivery(self) -> int:
        """Something to answer."""
        return accepted(self.ports, now(), self.app.team)

    @property
    def files(self) -> list[File]:
        """The files in the direct messages."""
        return [file for message in self.rep.messages() for file in message.files]


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Press]:
    """A workspace."""
    with LocalSlack() as slack:
        yield Press(slack, tmp_path)


def test_sent_once(press: Press) -> None:
    """However often the same delivery is begun; it is called as the account is."""
    delivery = press.delivery()
    assert [Sent(now=True), Sent()] == [press.send(delivery), press.send(delivery)]
    [file] = press.files

    assert ("briefing-acme.pdf", "Briefing: Acme", PDF) == (file.name, file.title, file.content)
    assert [TEXT] == press.printed


def test_from_a_channel(press: Press) -> None:
    """It goes to the direct messages, behind a note; nobody else sees either."""
    delivery = press.delivery()
    assert [Sent(now=True), Sent()] == [press.send(delivery, direct=False), press.send(delivery, direct=False)]

    assert [NOTE.text, ""] == [each.text for each in press.rep.messages()]
    assert 1 == len(press.files)
    assert [] == [each for each in press.rep.messages("sales") if each.app]


@pytest.mark.parametrize("error", ["missing_scope", "file_uploads_disabled"])
def test_where_slack_takes_none(error: str, press: Press) -> None:
    """Slack's own word for it comes back, and a later attempt is a first one."""
    press.slack.faults.refuse("files.getUploadURLExternal", error)
    delivery = press.delivery()

    assert [Sent(refused=error), Sent(now=True)] == [press.send(delivery), press.send(delivery)]


def test_what_may_have_arrived_is_not_sent_again(press: Press) -> None:
    """A file carries no mark by which it could be found."""
    press.slack.faults.lose_answer("files.completeUploadExternal")
    delivery = press.delivery()
    with pytest.raises(SlackBusy):
        press.send(delivery)

    assert Sent(unknown=True) == press.send(delivery)
    assert 1 == len(press.files)


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("Acme", "briefing-acme.pdf"),
        ("Café & Söhne / GmbH", "briefing-cafe-sohne-gmbh.pdf"),
        ("../../etc/passwd", "briefing-etc-passwd.pdf"),
        ("株式会社", "briefing.pdf"),
        ("x" * 500, f"briefing-{'x' * 60}.pdf"),
    ],
)
def test_names_of_files(account: str, name: str) -> None:
    """Letters that every system takes, and never a path."""
    assert name == file_name(account)
