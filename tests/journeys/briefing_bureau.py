"""Bureau: Fika in a local Slack whose clock a test moves, in as many processes' worth of apps as it wants."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from threading import Thread

from bot.bootstrap import slack_app
from bot.core.briefing_text import BriefingText
from bot.core.naming import Found
from bot.flows.accounts import find
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed, Message
from bot.playground.server import LocalSlack
from bot.ports import Ports, Scope
from bot.ports.briefings import Due, NewSchedule, Schedule
from bot.ports.stop import Stop
from bot.settings import Settings
from bot.slack.app import SlackApp, build
from bot.slack.client import web_client
from bot.slack.papers import Papers
from bot.slack.socket import serve
from tests.journeys.conftest import PATIENCE, eventually

PDF = b"%PDF-1.4 "


def printed(text: BriefingText, day: date) -> bytes:
    """A briefing as a file, for whoever looks only whether it is the right one."""
    return PDF + f"{text.headline} {day}".encode()


@dataclass
class Clock:
    """The time, as far ahead as a test wants it."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        """The time it is."""
        return datetime.now(UTC) + self.ahead  # noqa: TID251 - the clock that a service gets

    def reach(self, at: datetime) -> None:
        """Let it be that time, and a moment later."""
        self.ahead += at - self() + timedelta(seconds=1)


@dataclass
class Bureau:
    """A workspace, and Fika in it as often as wanted."""

    slack: LocalSlack
    installed: Installed
    settings: Settings
    ports: Ports
    clock: Clock = field(default_factory=Clock)
    apps: int = 0

    @property
    def scope(self) -> Scope:
        """Whose accounts Fika sees."""
        return Scope(self.installed.team, "harbor")

    def rep(self) -> Person:
        """Somebody in front of Fika."""
        return self.slack.person("rep", self.installed)

    @contextmanager
    def fika(self) -> Iterator[SlackApp]:
        """Fika, connected."""
        self.apps += 1
        before = self._connected()
        app = self._built()
        stop = Stop()
        serving = Thread(target=serve, args=(app, self.installed.app_token, stop, PATIENCE), daemon=True)
        serving.start()
        assert self.slack.connected(self.installed, before + 1)
        try:
            yield app
        finally:
            stop.tell()
            serving.join(PATIENCE)
        assert not serving.is_alive()

    def _connected(self) -> int:
        return self.slack.sockets.connections(self.installed.app)

    def _built(self) -> SlackApp:
        made = slack_app(self.settings).service
        client = web_client(self.installed.bot_token, self.slack.api_url)
        papers = Papers(client, made.poster, made.ports, made.team, printed)
        return build(replace(made, clock=self.clock, papers=papers), client, "", f"process-{self.apps}", 4)

    def account(self, name: str = "Acme") -> int:
        """The id of an account."""
        found = find(self.ports, self.scope, name)
        assert isinstance(found, Found)
        return found.named.account_id

    def promise(self, person: Person, due_in: timedelta, call_in: timedelta, name: str = "Acme") -> Schedule:
        """A briefing that somebody waits for."""
        now = self.clock()
        new = NewSchedule(
            account_id=self.account(name),
            person=person.user.id,
            call_at=now + call_in,
            due_at=now + due_in,
            made_at=now - timedelta(days=1),
            call_words="Monday 7 December, 10:00",
            persona="cfo",
        )
        with self.ports.store().begin(self.scope) as work:
            kept = work.schedules.add(new)
            work.commit()
        return kept

    def waiting(self, person: Person) -> list[Schedule]:
        """What somebody waits for."""
        with self.ports.store().begin(self.scope, writes=False) as work:
            return list(work.schedules.waiting(person.user.id))

    def became(self, schedule_id: int) -> Due | None:
        """What became of one; None where it is gone."""
        with self.ports.store().begin(self.scope, writes=False) as work:
            kept = work.schedules.get(schedule_id)
        return kept.due if kept else None

    def settled(self, schedule_id: int) -> bool:
        """Whether one waits no more and everything accepted is answered, after waiting for it."""
        return eventually(lambda: self.became(schedule_id) is not Due.WAITING and self.unanswered() == 0)

    def unanswered(self) -> int:
        """How much was accepted and not answered."""
        with self.ports.store().begin(Scope.of_team(self.installed.team), writes=False) as work:
            return work.inbox.unanswered()


def posted(person: Person, said: str) -> list[Message]:
    """What Fika posted into a person's direct messages that says something."""
    return [each for each in person.messages() if each.app == person.app.app and said in all_words(each)]
