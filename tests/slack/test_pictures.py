"""Pictures: in the direct messages, once, and nowhere else; where Slack takes none, nobody notices."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.gap_heat import HeatMap, Place
from bot.playground.model import File
from bot.playground.server import LocalSlack
from bot.slack.client import web_client
from bot.slack.errors import SlackBusy, SlackRefused
from bot.slack.message import Message
from bot.slack.pictures import Pictures
from bot.slack.place import Place as Where
from bot.slack.post import Poster
from tests.slack.scripted import accepted
from tests.slack.test_post_local import MANIFEST, now
from tests.small import ports_at

HEAT = HeatMap("Content gaps of Harbor", ("CFO",), ("Buy",), ((Place(1, is_empty=True),),))
NOTE = Message("A picture follows.")
PNG = b"\x89PNG picture"


class Gallery:
    """A workspace in which pictures are drawn."""

    def __init__(self, slack: LocalSlack, home: Path) -> None:
        self.slack, self.ports = slack, ports_at(home)
        self.app = slack.install(MANIFEST, channels=["sales"])
        self.rep = slack.person("rep")
        self.drawn = 0
        client = web_client(self.app.bot_token, slack.api_url)
        poster = Poster(client, self.ports, self.app.team, now)
        self.pictures = Pictures(client, poster, self.ports, self.app.team, self.draw)

    def draw(self, heat: HeatMap) -> bytes:
        """As the real one does."""
        assert heat is HEAT
        self.drawn += 1
        return PNG

    def show(self, delivery: int, *, direct: bool = True) -> bool:
        """Show it where it was asked for."""
        channel = self.rep.dm_channel.id if direct else self.rep.channel("sales").id
        return self.pictures.show(Where(self.rep.user.id, channel), HEAT, NOTE, delivery)

    def delivery(self) -> int:
        """Something to answer."""
        return accepted(self.ports, now(), self.app.team)

    @property
    def files(self) -> list[File]:
        """The pictures in the direct messages."""
        return [file for message in self.rep.messages() for file in message.files]


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    """A workspace."""
    with LocalSlack() as slack:
        yield Gallery(slack, tmp_path)


def test_shown_once(gallery: Gallery) -> None:
    """However often the same delivery is begun; what stands in it is what was drawn, and its words."""
    delivery = gallery.delivery()
    assert [True, False] == [gallery.show(delivery), gallery.show(delivery)]
    [file] = gallery.files

    assert (PNG, HEAT.title, HEAT.alt_text, 1) == (file.content, file.title, file.alt, gallery.drawn)
    assert [] == [each.text for each in gallery.rep.messages() if each.text]


def test_from_a_channel(gallery: Gallery) -> None:
    """It goes to the direct messages, behind a note; begun anew it is there once all the same."""
    delivery = gallery.delivery()
    assert [True, False] == [gallery.show(delivery, direct=False), gallery.show(delivery, direct=False)]

    assert ["A picture follows.", ""] == [each.text for each in gallery.rep.messages()]
    assert 1 == len(gallery.files)
    assert [] == [each for each in gallery.rep.messages("sales") if each.app]


@pytest.mark.parametrize("error", ["missing_scope", "file_uploads_disabled", "not_allowed"])
def test_where_slack_takes_none(gallery: Gallery, error: str) -> None:
    """The table has said it already."""
    gallery.slack.faults.refuse("files.getUploadURLExternal", error)

    assert not gallery.show(gallery.delivery())
    assert [] == gallery.files


def test_a_busy_slack_is_tried_again(gallery: Gallery) -> None:
    """What certainly did not arrive is shown by the next attempt."""
    delivery = gallery.delivery()
    gallery.slack.faults.rate_limit("files.completeUploadExternal")
    with pytest.raises(SlackBusy):
        gallery.show(delivery)

    assert gallery.show(delivery)
    assert 1 == len(gallery.files)


def test_what_may_have_arrived_is_not_sent_again(gallery: Gallery) -> None:
    """Nobody can look a picture up: one too many is worse than none, since a table says the same."""
    delivery = gallery.delivery()
    gallery.slack.faults.lose_answer("files.completeUploadExternal")
    with pytest.raises(SlackBusy):
        gallery.show(delivery)

    assert not gallery.show(delivery)
    assert 1 == len(gallery.files)


def test_an_app_that_is_refused_is_told(gallery: Gallery) -> None:
    """As with everything else that is posted."""
    gallery.slack.faults.refuse("files.getUploadURLExternal", "token_revoked")
    with pytest.raises(SlackRefused):
        gallery.show(gallery.delivery())
