"""Delivered: what of an answer was posted already, so that nothing is posted twice.

A part is noted in the inbox as begun before it is posted, and as posted after. Whoever is killed in between leaves a
part of which nobody knows whether it arrived: the next attempt meets it as `again`.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.errors import StateUnavailable
from bot.ports import Ports, Scope
from bot.ports.inbox import Begun, Inbox
from bot.slack.errors import SlackBusy, SlackRefused

log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a part of an answer."""

    SENT = "sent"
    """It arrived just now."""
    BEFORE = "before"
    """It had arrived before."""
    STOPPED = "stopped"
    """Nothing more is wanted: the delivery has ended."""
    UNKNOWN = "unknown"
    """It was tried before, and nobody knows whether it arrived; it was not tried again."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a part of an answer is."""

    outcome: Outcome
    channel: str = ""
    """Empty where it is not known any more."""
    ts: str = ""
    """Empty where Slack gives none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the answer to a delivery, about to be posted."""

    delivery: int | None
    """None for what answers no delivery; nothing is noted about it."""
    name: str
    begun: Begun
    channel: str = ""
    """Where it arrived before; empty where that is not known."""
    ts: str = ""

    @property
    def again(self) -> bool:
        """Whether it may have arrived already."""
        return self.begun is Begun.AGAIN

    @property
    def over(self) -> Posted | None:
        """What became of it, where there is nothing left to do."""
        if self.begun is Begun.POSTED:
            return Posted(Outcome.BEFORE, self.channel, self.ts)
        return Posted(Outcome.STOPPED) if self.begun is Begun.STOPPED else None


class Delivered:
    """Notes about what of an answer was posted.

    Args:
        ports: where the inbox is.
        team: whose inbox.
    """

    def __init__(self, ports: Ports, team: str) -> None:
        self._ports, self._scope = ports, Scope.of_team(team)

    def begin(self, delivery: int | None, name: str) -> Part:
        """Note that a part is about to be posted.

        Raises:
            StateUnavailable: it cannot be noted; then it is not to be posted either.
        """
        if delivery is None:
            return Part(None, name, Begun.FIRST)
        with self._ports.store().begin(self._scope) as work:
            begun = work.inbox.begin_part(delivery, name)
            where = work.inbox.posted_at(delivery, name) if begun is Begun.POSTED else ("", "")
            work.commit()
        return Part(delivery, name, begun, *where)

    def room(self, user: str) -> str | None:
        """The direct messages of a person, as far as they are known from what they did there."""
        with self._ports.store().begin(self._scope, writes=False) as work:
            return work.inbox.room(user)

    def received_at(self, part: Part) -> datetime | None:
        """When the delivery came in; None where that is not known."""
        if part.delivery is None:
            return None
        with self._ports.store().begin(self._scope, writes=False) as work:
            delivery = work.inbox.get(part.delivery)
        return delivery.received_at if delivery else None

    def post(self, part: Part, send: Callable[[], Posted]) -> Posted:
        """Post a part, and note that it arrived, or that it certainly did not and is to be tried in the same way again.

        Raises:
            Refusal: Slack refuses it; the part stays begun, as another way may be tried next.
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """
        try:
            posted = send()
        except SlackBusy as busy:
            if not busy.sent:
                self.take_back(part)
            raise
        except SlackRefused:
            self.take_back(part)
            raise
        return self.note(part, posted)

    def note(self, part: Part, posted: Posted) -> Posted:
        """Note that a part has arrived."""
        self._note(part, lambda inbox, delivery: inbox.posted(delivery, part.name, posted.channel, posted.ts))
        return posted

    def take_back(self, part: Part) -> None:
        """Note that a part has certainly not arrived, unless an earlier attempt may have posted it."""
        if not part.again:
            self._note(part, lambda inbox, delivery: inbox.not_posted(delivery, part.name))

    def _note(self, part: Part, write: Callable[[Inbox, int], None]) -> None:
        if part.delivery is None:
            return
        try:
            with self._ports.store().begin(self._scope) as work:
                write(work.inbox, part.delivery)
                work.commit()
        except StateUnavailable:
            # The answer is where it belongs; only a second attempt would have to look it up.
            log.warning("What was posted could not be noted: team %s, delivery %s.", self._scope.team, part.delivery)
