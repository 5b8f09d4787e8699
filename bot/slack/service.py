"""Service: what every listener works with, and the two halves of a turn that all of them share.

A turn begins by sitting down at a desk: who speaks, through which pack, on which day. It ends by posting the answer and
remembering what it was about.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from threading import Lock
from typing import Any

from bot.core.errors import FikaError, NotAllowed
from bot.core.journey import StageSaid
from bot.flows.briefing_later import schedule
from bot.flows.desk import Desk
from bot.flows.discovery import beside
from bot.flows.fit import FitAnswer
from bot.flows.gap_page import gaps_to_see_to
from bot.flows.home import concerned
from bot.flows.interview import going_on
from bot.flows.interview_turn import InterviewTurn
from bot.flows.lookup import at_home
from bot.flows.outcome import (
    Added,
    Briefed,
    Fit,
    GapLogged,
    Memory,
    Outcome,
    Passages,
    Recorded,
    Response,
    Settled,
    Undone,
)
from bot.flows.respond import disputed_in, report_in
from bot.flows.shelf import Shelf
from bot.flows.workspace import workspace_of
from bot.ports import Ports, Scope, UnitOfWork
from bot.ports.team import Asked, Recalled, Workspace
from bot.slack.channels import Channels
from bot.slack.errors import SlackBusy
from bot.slack.handover import tell_colleague
from bot.slack.homes import Homes
from bot.slack.ids import Act
from bot.slack.live import Live
from bot.slack.message import Message
from bot.slack.mrkdwn import plain
from bot.slack.papers import Papers
from bot.slack.payloads import Body, Command, Said
from bot.slack.people import People
from bot.slack.pictures import Pictures
from bot.slack.place import Place
from bot.slack.post import Poster
from bot.slack.status import Status
from bot.slack.values import Value
from bot.slack.views.elements import Json, noted
from bot.slack.views.errors import expired_form_message
from bot.slack.views.frame import Frame
from bot.slack.views.home import Home, home_view
from bot.slack.views.response import response_message
from bot.slack.work import ATTEMPT, Attempt

ONLY_MEMBERS = "I answer only members of this workspace. Ask a colleague who is one."
AT_HOME = 8
"""Of each list on Home."""
log = logging.getLogger(__name__)

MOST_LOOKING = 10_000
"""People of whom it is remembered what they look at."""
_ON_HOME = (Fit, Briefed, InterviewTurn, Recorded, Undone, Settled, Added, GapLogged)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a workspace has chosen nothing."""

    pack: str
    admins: tuple[str, ...] = ()
    """Who may change the workspace's settings besides those whom the workspace itself names."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person wants, once."""

    attempt: Attempt
    place: Place
    desk: Desk
    memory: Memory
    live: Live | None = None
    """What shows the answer while it is made, where it may be shown so."""

    @property
    def delivery(self) -> int:
        """The delivery that is worked on."""
        return self.attempt.delivery.id

    @property
    def frame(self) -> Frame:
        """What a view may know of it."""
        desk = self.desk
        return Frame(
            desk.scorer,
            desk.today,
            draft=desk.draft,
            delivery=self.delivery,
            viewer=desk.person,
            zone=desk.now().tzinfo,
        )


@dataclass(frozen=True, slots=True)
class Service:
    """What every listener works with."""

    ports: Ports
    team: str
    bot_user: str
    poster: Poster
    people: People
    status: Status
    channels: Channels
    shelf: Shelf
    clock: Callable[[], datetime]
    defaults: Defaults
    pictures: Pictures
    homes: Homes
    papers: Papers | None = None
    """What sends briefings as files; None where nothing prints them."""
    ahead: timedelta = timedelta(minutes=30)
    """How long before a call a briefing for later is composed."""
    looking: dict[str, str] = field(default_factory=dict)
    """Which channel a person looks at, to offer it when they share an answer."""
    lock: Lock = field(default_factory=Lock)

    def workspace(self) -> Workspace:
        """The settings of the workspace."""
        return workspace_of(self.ports, self.team)

    def is_admin(self, user: str, workspace: Workspace) -> bool:
        """Whether a person may change the workspace's settings."""
        return user in workspace.admins or user in self.defaults.admins

    def scope(self, workspace: Workspace) -> Scope:
        """Whose rows are seen in the workspace."""
        return Scope(self.team, workspace.pack or self.defaults.pack)

    def turn(self, user: str, place: Place, context: Mapping[str, Any], at: datetime | None = None) -> Turn:
        """Sit down with a person.

        Args:
            user: who it is.
            place: where they are.
            context: Bolt's, with the attempt in it.
            at: when they said it; now, where that is not known.

        Raises:
            NotAllowed: the person is a guest.
            PackUnknown: the workspace's pack is gone.
            StateUnavailable: the database cannot be read.
        """
        attempt: Attempt = context[ATTEMPT]
        usual = Scope(self.team, self.shelf.name_of(self.defaults.pack))
        with self.ports.store().begin(usual, writes=False) as work:
            workspace, kept = work.workspaces.get(), work.people.get(user)
            pack = workspace.pack or self.defaults.pack
            mark = work.packs.current_mark(self.shelf.name_of(pack))
            recalled = work.conversations.recall(user, place.key)
        profile = self.people.renewed(user, kept)
        if profile.guest:
            raise NotAllowed(ONLY_MEMBERS)
        place = self._private(place)
        ready = self.shelf.ready(pack, self.team, mark)
        when = (at or attempt.delivery.received_at).astimezone(self.people.zone_of(profile, workspace))
        desk = Desk(
            scorer=ready.scorer,
            team=self.team,
            ports=self.ports,
            person=user,
            now=lambda: when,
            today=when.date(),
            draft=ready.draft,
            origin=attempt.delivery.id,
            place=place.key,
            colleague=self.colleague,
        )
        if desk.scope != usual:
            with desk.begin(writes=False) as work:
                recalled = work.conversations.recall(user, place.key)
        return Turn(attempt, place, desk, _memory(recalled, desk))

    def colleague(self, named: str) -> str:
        """The user id of somebody who is to go on with something.

        Raises:
            NotAllowed: nobody is mentioned, or not a member who is there.
        """
        if named.strip().removeprefix("@") == self.bot_user:
            raise NotAllowed("I cannot go on with it myself. Hand it over to a colleague.")
        return self.people.colleague(named)

    def _private(self, place: Place) -> Place:
        """A place with what is known of its channel: an event says whether it is shared, everything else does not."""
        if place.shared or place.direct or place.channel is None or place.response_url is None:
            return place
        try:
            shared = self.channels.is_ours(place.channel) is False
        except SlackBusy:
            shared = True  # nobody can tell now, and the direct messages are always right
        return replace(place, shared=shared)

    @contextmanager
    def streaming(self, turn: Turn) -> Iterator[Turn]:
        """A block in which an answer that is made slowly is shown while it is made, where that is possible."""
        live = self.poster.live(turn.place, turn.delivery)
        if live is None:
            yield turn
            return
        try:
            yield replace(turn, live=live, desk=replace(turn.desk, live=live))
        finally:
            live.end()

    def answer(self, turn: Turn, response: Response) -> None:
        """Post an answer, and remember what it was about."""
        response = self._with_later(turn, response)
        if isinstance(response.outcome, Passages) and response.outcome.unavailable is not None:
            log.warning("The knowledge cannot be searched: %s", response.outcome.unavailable)
        shown = response_message(response, turn.frame)
        if (untold := tell_colleague(self, turn, response.outcome)) is not None:
            shown = noted(shown, untold)
        self.say(turn, shown, response.memory, report_in(response.outcome))

    def _with_later(self, turn: Turn, response: Response) -> Response:
        """The same with a fresh briefing promised before the call, where one was asked for and the call is far off."""
        if not isinstance(response.outcome, Briefed):
            return response
        briefing = response.outcome.briefing
        call, stage = briefing.call, briefing.stage
        if call is None:
            return response
        said = stage.stage if isinstance(stage, StageSaid) and stage.at == turn.desk.now() else None
        persona = briefing.persona.id if briefing.persona else None
        later = schedule(briefing.answer.account.id, turn.desk, call, persona, said, ahead=self.ahead)
        return replace(response, outcome=Briefed(replace(briefing, schedule=later)))

    def show(self, turn: Turn, outcome: Outcome, account_id: int | None = None) -> None:
        """Post an outcome, and remember the account it was about."""
        memory = turn.memory
        if account_id is not None:
            memory = Memory(account_id=account_id, disputed=disputed_in(outcome))
        # About the same account an interview goes on beside it.
        self.answer(turn, beside(Response(outcome, memory), turn.memory, turn.desk))

    def say(self, turn: Turn, message: Message, memory: Memory | None = None, about: FitAnswer | None = None) -> None:
        """Post a message, and remember what it was about."""
        streamed = turn.live.end() if turn.live is not None else None
        posted = self.poster.reply(turn.place, message, delivery=turn.delivery, streamed=streamed)
        if memory is None:
            return
        places = {turn.place.key}
        if turn.place.channel and turn.place.at:
            places.add(f"{turn.place.channel}/{turn.place.thread or turn.place.at}")  # where a thread may begin
        if posted.channel and posted.ts:
            # An answer may become the head of a thread: what is said there is about the same account.
            places |= {f"{posted.channel}/{posted.ts}", f"{posted.channel}/{turn.place.thread or ''}"}
        self._remember_later(turn, memory, places, about)

    def say_aside(self, turn: Turn, message: Message, about: FitAnswer) -> None:
        """Post what was not asked for just now: only in its own thread what is said next is about it."""
        posted = self.poster.reply(turn.place, message, delivery=turn.delivery)
        places = {f"{posted.channel}/{posted.ts}"} if posted.channel and posted.ts else set()
        self._remember_later(turn, Memory(about.account.id), places, about)

    def _remember_later(self, turn: Turn, memory: Memory, places: set[str], about: FitAnswer | None) -> None:
        turn.attempt.scope = turn.desk.scope
        turn.attempt.afterwards = partial(self._remember, turn, memory, places, about)

    def _remember(
        self, turn: Turn, memory: Memory, places: set[str], about: FitAnswer | None, work: UnitOfWork
    ) -> None:
        offered = tuple(name.account_id for name in memory.offered)
        recalled = Recalled(
            account_id=memory.account_id,
            offered=offered,
            waiting=memory.waiting,
            interview_id=memory.interview_id,
            step=memory.step,
            disputed=memory.disputed,
            unanswered=memory.unanswered,
        )
        for place in sorted(places):
            work.conversations.remember(turn.desk.person, place, recalled, self.clock())
        if about is not None:
            work.asks.note(turn.desk.person, Asked(about.account.id, turn.desk.now(), about.report.receipt))

    def said_in(self, delivery: int, user: str) -> str:
        """What a person said in an earlier message; nothing where it was a command, a form or a shortcut, or is gone.

        Raises:
            NotAllowed: it was somebody else's.
        """
        body = self._earlier(delivery, user)
        return plain(Said.of(body).text, self.bot_user).strip() if body.get("event") else ""

    def commanded_in(self, delivery: int, user: str) -> str:
        """What stood behind a person's earlier command; nothing where it was none.

        Raises:
            NotAllowed: it was somebody else's.
        """
        body = self._earlier(delivery, user)
        return plain(Command.of(body).text, self.bot_user).strip() if "command" in body else ""

    def is_threaded(self, deliveries: Iterable[int], user: str) -> bool:
        """Whether what a person did was done in threads; true where nothing is known of it."""
        bodies = [self._earlier(each, user) for each in deliveries]
        return all((body.get("event") or {"thread_ts": ""}).get("thread_ts") is not None for body in bodies)

    def _earlier(self, delivery: int, user: str) -> Body:
        with self.ports.store().begin(Scope.of_team(self.team), writes=False) as work:
            kept = work.inbox.get(delivery)
        if kept is not None and kept.lane != user:
            raise NotAllowed("That is somebody else's. Ask me yourself, and I answer you.")
        return kept.body if kept is not None else {}

    def look(self, user: str, channel: str | None) -> None:
        """Remember which channel a person looks at, in place of the one before; it is kept in memory alone."""
        with self.lock:
            if len(self.looking) >= MOST_LOOKING:
                self.looking.clear()
            if channel is None:
                self.looking.pop(user, None)
            else:
                self.looking[user] = channel

    def open(self, turn: Turn, trigger: str, view: Json, act: Act, label: str, value: Value | None) -> None:
        """Open a form; where Slack has waited too long for that, offer the button again."""
        if not self.poster.open_form(trigger, view):
            self.say(turn, expired_form_message(act, label, value.encoded() if value else None))

    def changed(self, turn: Turn, outcome: Outcome) -> None:
        """Refresh Home for whoever has it open, where an outcome shows there."""
        if not isinstance(outcome, _ON_HOME):
            return
        if turn.desk.person in self.homes:
            if (note := turn.attempt.afterwards) is not None:  # Home shows what was asked just now
                with turn.desk.begin(writes=True) as work:
                    note(work)
                    work.commit()
                turn.attempt.afterwards = None
            self.refresh_home(turn)
        if self.homes.anybody_besides(turn.desk.person):
            self.refresh_homes_of(concerned(outcome, turn.desk), turn)

    def refresh_home(self, turn: Turn) -> None:
        """Show Home as it is now."""
        self.homes.show(turn.desk.person, partial(self._home_view, turn))

    def refresh_homes_of(self, people: Iterable[str], turn: Turn) -> None:
        """Show colleagues who have Home open what changed there; what goes wrong with theirs spoils nobody's turn."""
        for user in self.homes.of(set(people) - {turn.desk.person}):
            try:
                theirs = self.turn(user, Place(user), {ATTEMPT: turn.attempt})
                self.homes.show(user, partial(self._home_view, theirs), where_changed=True)
            except FikaError as wrong:
                log.warning("The Home of %s is not refreshed: %s", user, type(wrong).__name__)

    def _home_view(self, turn: Turn) -> Json:
        return home_view(self._home(turn))

    def _home(self, turn: Turn) -> Home:
        workspace, desk = self.workspace(), turn.desk
        mine = at_home(desk, AT_HOME)
        return Home(
            pack=desk.pack,
            draft=desk.draft,
            recent=mine.recent,
            mine=mine.mine,
            gaps=tuple(gaps_to_see_to(desk, AT_HOME)),
            viewer=desk.person,
            under_way=tuple(going_on(desk, AT_HOME)),
            accounts=mine.total,
            claimed=bool(workspace.admins or self.defaults.admins),
            admin=self.is_admin(desk.person, workspace),
        )


def _memory(recalled: Recalled, desk: Desk) -> Memory:
    """What is remembered of a conversation, with the names of a choice that waits."""
    memory = Memory(
        account_id=recalled.account_id,
        waiting=recalled.waiting,
        interview_id=recalled.interview_id,
        step=recalled.step,
        disputed=recalled.disputed,
        unanswered=recalled.unanswered,
    )
    if not recalled.offered:
        return memory
    with desk.begin(writes=False) as work:
        names = {name.account_id: name for name in work.accounts.names() if name.name == name.main}
    offered = tuple(names[account] for account in recalled.offered if account in names)
    return Memory(recalled.account_id, offered, recalled.waiting, disputed=recalled.disputed)
