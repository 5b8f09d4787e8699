"""Intake: accept what Slack delivers, and acknowledge it.

Before the acknowledgement there is one short write to the inbox and nothing else: no listener, no worker, no call to
Slack. A delivery that cannot be kept is not acknowledged, so that Slack delivers it again. A form is checked before it
is accepted, because what is wrong with it has to be said in the acknowledgement.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from slack_bolt import BoltRequest, BoltResponse

from bot.core.errors import StateUnavailable
from bot.ports import Ports, Scope
from bot.ports.inbox import NewDelivery, Waiting
from bot.slack.due import is_ours
from bot.slack.payloads import STOPPED, Body, is_for_us, kept, key_of, person_of, place_of, place_to_answer
from bot.slack.work import ATTEMPT, Workers

log = logging.getLogger(__name__)

FormCheck = Callable[[Body], Mapping[str, str]]
"""What is wrong with a submitted form: a sentence for each input, by block id."""

ACCEPTED = BoltResponse(status=200, body="")
TRY_AGAIN = 503
PASSING = frozenset({"app_context_changed"})
"""Events that only say how things are at the moment: they change memory alone, are many, and are never kept."""


class Intake:
    """The middleware that every payload comes through.

    Args:
        ports: where the inbox is.
        team: whose inbox.
        workers: who carries out what was accepted.
        check: what is wrong with a submitted form.
        clock: the time.
    """

    def __init__(
        self, ports: Ports, team: str, workers: Workers, check: FormCheck, clock: Callable[[], datetime]
    ) -> None:
        self._ports, self._team, self._workers, self._check, self._clock = ports, team, workers, check, clock
        self.closed = False
        """Whether nothing more is accepted, because the process is about to end."""
        self.failing = False
        """Whether the last delivery could not be kept."""

    def __call__(self, req: BoltRequest, next: Callable[[], BoltResponse]) -> BoltResponse | None:  # noqa: A002 - Bolt's name
        """Accept and acknowledge; a payload that a worker carries out goes on to its listener."""
        if ATTEMPT in req.context:
            req.context.ack()  # it was acknowledged long ago; Bolt takes it for unhandled otherwise
            next()
            return None
        if not self._is_answered(req.body):
            return ACCEPTED
        if (req.body.get("event") or {}).get("type") in PASSING:
            next()
            return None
        if self.closed:
            return BoltResponse(status=TRY_AGAIN, body="")
        if req.body.get("type") == "view_submission" and (wrong := self._check(req.body)):
            return _errors(wrong)
        return self._accept(req.body)

    def _is_answered(self, body: Body) -> bool:
        """Whether a payload is for us, and of a shape that is known."""
        try:
            place_to_answer(body)
            return is_for_us(body, self._team) and not is_ours(body)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            # Delivered again it would be no better, and kept it would hold up its person's lane.
            log.error("A payload of a shape that is not known was left alone: team %s.", self._team)  # noqa: TRY400
            return False

    def _accept(self, body: Body) -> BoltResponse:
        lane, now = person_of(body) or "", self._clock()
        new = NewDelivery(key_of(body), lane, place_of(body), kept(body), now)
        try:
            with self._ports.store().begin(Scope.of_team(self._team)) as work:
                if (body.get("event") or {}).get("type") == "agent_session_stopped":
                    new = replace(new, body={**new.body, STOPPED: list(work.inbox.stop(lane, new.place, now))})
                delivery_id = work.inbox.accept(new, self._workers.name)
                work.commit()
            self.failing = False
        except StateUnavailable:
            self.failing = True
            log.warning("A delivery could not be kept and was not acknowledged: team %s.", self._team)
            return BoltResponse(status=TRY_AGAIN, body="")
        if delivery_id is not None:
            self._workers.add(Waiting(delivery_id, lane))
        return ACCEPTED


def _errors(wrong: Mapping[str, str]) -> BoltResponse:
    answer: dict[str, Any] = {"response_action": "errors", "errors": dict(wrong)}
    return BoltResponse(status=200, body=json.dumps(answer), headers={"content-type": ["application/json"]})
