"""Posting to the local Slack with the app as its manifest installs it: strict payloads, real scopes, real fallbacks."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.playground.model import Installed
from bot.playground.server import LocalSlack
from bot.ports import Ports
from bot.slack.client import web_client
from bot.slack.delivered import Outcome
from bot.slack.errors import ChannelClosed, SlackBusy
from bot.slack.message import Message
from bot.slack.people import People
from bot.slack.place import Place
from bot.slack.post import Poster
from bot.slack.status import Status
from bot.slack.views.errors import STATUS
from tests.slack.scripted import accepted
from tests.small import ports_at

MANIFEST = json.loads((Path(__file__).parents[2] / "manifest.json").read_text(encoding="utf-8"))
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*Acme fits*"}}
CELLS = [[{"type": "raw_text", "text": "Reason"}], [{"type": "raw_text", "text": "Size"}]]
CARD = Message("Acme fits", [SECTION, {"type": "table", "rows": CELLS}])


def now() -> datetime:
    """The time, by the same clock as the local Slack's."""
    return datetime.fromtimestamp(time.time(), UTC)


@dataclass
class Office:
    """A workspace with the app in #sales."""

    slack: LocalSlack
    app: Installed
    ports: Ports
    poster: Poster

    @property
    def rep(self) -> str:
        """A rep's id."""
        return self.slack.person("rep").user.id

    def channel(self, name: str) -> str:
        """A channel's id."""
        return self.slack.person("rep").channel(name).id

    def delivery(self) -> int:
        """Something to answer."""
        return accepted(self.ports, now(), self.app.team)

    def in_dm(self) -> list[str]:
        """What Fika said in the direct messages with the rep."""
        channel = self.slack.world.open_im(self.app, self.rep)
        return [message.text for message in channel.messages.values() if message.app]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A workspace; at its end Slack has refused no payload for its form, unless a test says so."""
    with LocalSlack() as slack:
        app = slack.install(MANIFEST, channels=["sales"])
        ports = ports_at(tmp_path)
        client = web_client(app.bot_token, slack.api_url)
        yield Office(slack, app, ports, Poster(client, ports, app.team, now))
        if not slack.world.classic:
            assert [] == slack.world.refusals


@pytest.mark.parametrize("threaded", [False, True])
def test_direct_messages(office: Office, *, threaded: bool) -> None:
    """An answer whose acknowledgement is lost is found with the app's own scopes, and stands there once."""
    rep = office.slack.person("rep")
    asked = rep.dm("does Acme fit?")
    place, delivery = Place(office.rep, asked.channel, asked.ts if threaded else None), office.delivery()
    office.slack.faults.lose_answer("chat.postMessage")
    with pytest.raises(SlackBusy):
        office.poster.reply(place, CARD, delivery=delivery)

    assert Outcome.BEFORE is office.poster.reply(place, CARD, delivery=delivery).outcome
    assert ["Acme fits"] == office.in_dm()


def test_from_nowhere(office: Office) -> None:
    """An answer to what was asked nowhere is in the direct messages, and once they are known it is found there."""
    place = Place(office.rep)
    office.poster.reply(place, CARD, delivery=office.delivery())
    office.slack.faults.lose_answer("chat.postMessage")
    delivery = office.delivery()
    with pytest.raises(SlackBusy):
        office.poster.reply(place, CARD, delivery=delivery)

    assert Outcome.BEFORE is office.poster.reply(place, CARD, delivery=delivery).outcome
    assert 2 == len(office.in_dm())


@pytest.mark.parametrize("threaded", [False, True])
def test_channel(office: Office, *, threaded: bool) -> None:
    """In a channel the asking person alone sees the answer, in the thread if there is one."""
    rep, manager = office.slack.person("rep"), office.slack.person("manager")
    first = manager.say("sales", "what about Acme?")
    asked = rep.say("sales", "does Acme fit?", first.ts if threaded else None)

    office.poster.reply(
        Place(office.rep, asked.channel, first.ts if threaded else None, at=asked.ts),
        CARD,
        delivery=office.delivery(),
    )

    shown = rep.last_ephemeral("sales")
    assert shown is not None
    assert ("Acme fits", first.ts if threaded else None) == (shown.text, shown.thread_ts)
    assert manager.last_ephemeral("sales") is None


def test_channel_without_the_app(office: Office) -> None:
    """In a channel that Fika is not in the answer goes to the direct messages."""
    office.poster.reply(Place(office.rep, office.channel("deals")), CARD, delivery=office.delivery())

    assert ["Acme fits"] == [text.splitlines()[0] for text in office.in_dm()]


def test_command(office: Office) -> None:
    """A response URL takes an answer until it is used up, then the channel does."""
    world, sales = office.slack.world, office.slack.person("rep").channel("sales")
    url = f"{office.slack.base_url}/response/{world.response_url(office.app, sales, office.rep)}"
    place = Place(office.rep, sales.id, response_url=url)

    for _ in range(7):
        office.poster.reply(place, CARD, delivery=office.delivery())

    assert 7 == len(sales.ephemerals[office.rep])
    assert 2 == len(world.calls_of("chat.postEphemeral"))


def test_share(office: Office) -> None:
    """What is shared is seen by everybody; where Fika is not a member the person learns what to do."""
    office.poster.share(office.channel("sales"), None, CARD, delivery=office.delivery())

    last = office.slack.person("manager").last("sales")
    assert last is not None
    assert "Acme fits" == last.text
    with pytest.raises(ChannelClosed):
        office.poster.share(office.channel("deals"), None, CARD, delivery=office.delivery())


def test_classic_server(office: Office) -> None:
    """A server that knows the classic methods and blocks alone gets every answer, and no noise."""
    office.slack.world.classic = True
    asked = office.slack.person("rep").dm("does Acme fit?")
    place = Place(office.rep, asked.channel, at=asked.ts)
    status = Status(web_client(office.app.bot_token, office.slack.api_url), after=0)

    with status.while_working(place):
        office.poster.suggest_prompts(asked.channel, [("Fit", "Does Acme fit?")])
        for _ in range(2):
            office.poster.reply(place, CARD, delivery=office.delivery())
        time.sleep(0.05)
    status.close()

    assert ["Acme fits", "Acme fits"] == office.in_dm()
    assert 3 == len(office.slack.world.calls_of("chat.postMessage"))


def test_status(office: Office) -> None:
    """Who waits sees that work goes on, and afterwards does not any more."""
    rep = office.slack.person("rep")
    asked = rep.dm("does Acme fit?")
    status = Status(web_client(office.app.bot_token, office.slack.api_url), after=0)

    with status.while_working(Place(office.rep, asked.channel, at=asked.ts)):
        shown = office.slack.world.wait_for(lambda: rep.status(asked.channel, asked.ts) or None, 30)
    status.close()

    assert (STATUS, "") == (shown, rep.status(asked.channel, asked.ts))


def test_form(office: Office) -> None:
    """A form opens within three seconds of a click, and not after."""
    form = {"type": "modal", "title": {"type": "plain_text", "text": "Edit"}, "blocks": [SECTION]}
    world = office.slack.world

    assert office.poster.open_form(world.trigger(office.app, office.rep), form)
    view = office.slack.person("rep").modal
    assert view is not None
    assert office.poster.update_form(view.id, form, view.hash)
    assert not office.poster.update_form(view.id, form, "another")
    late = world.trigger(office.app, office.rep)
    world.clock.advance(4)
    assert not office.poster.open_form(late, form)
    assert office.poster.publish_home(office.rep, {"type": "home", "blocks": [SECTION]})


def test_people(office: Office) -> None:
    """A guest and somebody of another company are guests; a rep is none."""
    people = People(web_client(office.app.bot_token, office.slack.api_url), office.ports, office.app.team, now, "UTC")

    guests = {
        name: people.profile(office.slack.person(name).user.id).guest for name in ("rep", "guest", "partner", "admin")
    }
    assert {"rep": False, "guest": True, "partner": True, "admin": False} == guests
