"""App: the Bolt app, put together from its listeners, its intake and its workers."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient

from bot.core.errors import FikaError, StateUnavailable
from bot.slack.due import accept_due
from bot.slack.errors import SlackBusy, SlackRefused, log_failure, sentence_for
from bot.slack.intake import Intake
from bot.slack.listeners import REGISTERS
from bot.slack.listeners.forms import what_is_wrong
from bot.slack.payloads import place_to_answer
from bot.slack.service import Service
from bot.slack.views.errors import error_message
from bot.slack.work import ATTEMPT, Attempt, Workers

log = logging.getLogger(__name__)

STATE_TRIES = 5
"""So often a delivery is tried again while the database is locked, before the person is told."""


@dataclass(frozen=True, slots=True)
class SlackApp:
    """The Bolt app with everything that keeps it going."""

    bolt: App
    intake: Intake
    workers: Workers
    service: Service

    def start(self) -> None:
        """Start to work, first on what was left unanswered."""
        self.workers.start()

    def ready(self) -> bool:
        """Whether deliveries are accepted and worked on, which takes a database that answers."""
        if not self.workers.alive or self.intake.closed or self.intake.failing:
            return False
        try:
            self.service.workspace()
        except StateUnavailable:
            return False
        return True

    def stop(self, grace: float) -> bool:
        """Accept nothing more and finish what was accepted; True where that took no longer than so many seconds."""
        self.intake.closed = True
        finished = self.workers.stop(grace)
        self.service.status.close()
        if finished:
            self.service.ports.store().close()
        return finished


def build(service: Service, client: WebClient, signing_secret: str, worker: str, threads: int) -> SlackApp:
    """Put the app together.

    Args:
        service: what the listeners work with.
        client: of Slack's Web API, with the bot's token.
        signing_secret: what HTTP requests are signed with; empty where there are none.
        worker: what this process is called.
        threads: how many deliveries are carried out at the same time.
    """

    def carry_out(attempt: Attempt) -> None:
        body = dict(attempt.delivery.body)
        if not body:
            return  # its text was deleted on request
        with service.status.while_working(place_to_answer(body)):  # it was accepted because this can be told
            bolt.dispatch(BoltRequest(body=body, mode="socket_mode", context={ATTEMPT: attempt}))

    accept = partial(accept_due, service.ports, service.team)
    workers = Workers(service.ports, service.team, worker, threads, service.clock, carry_out, accept)
    bolt = App(
        client=client,
        signing_secret=signing_secret or "none",
        process_before_response=True,  # a worker's thread carries its listener out itself
        listener_executor=workers.executor,
        raise_error_for_unhandled_request=True,
        attaching_conversation_kwargs_enabled=False,
    )
    intake = Intake(service.ports, service.team, workers, partial(what_is_wrong, service), service.clock)
    bolt.use(intake)
    for register in REGISTERS:
        register(bolt, service)
    bolt.error(partial(failed, service))
    return SlackApp(bolt, intake, workers, service)


def failed(
    service: Service, error: Exception, body: Mapping[str, object], context: Mapping[str, object]
) -> BoltResponse:
    """Tell the person that something went wrong, or try again later where that may help.

    Every kind of listener ends here. Known errors have a sentence of their own; of all others the person gets a
    reference, under which the log has the error.
    """
    attempt = context.get(ATTEMPT)
    if not isinstance(attempt, Attempt):
        return _unaccepted(error)
    if isinstance(error, BoltUnhandledRequestError):
        log.warning("A delivery has no listener: team %s, delivery %s.", service.team, attempt.delivery.id)
        return BoltResponse(status=200, body="")
    try:
        _tell(service, error, body, attempt)
    except SlackBusy as busy:
        attempt.put_off = timedelta(seconds=busy.after)
    except Exception:  # noqa: BLE001 - whatever it is, the log is all that is left
        # Slack refuses even this: nothing is left but the log.
        log.error(  # noqa: TRY400 - a traceback may hold what people wrote
            "A person could not be told of an error: team %s, delivery %s.", service.team, attempt.delivery.id
        )
        attempt.failed = True
    return BoltResponse(status=200, body="")


def _tell(service: Service, error: Exception, body: Mapping[str, object], attempt: Attempt) -> None:
    if isinstance(error, SlackBusy):
        attempt.put_off = timedelta(seconds=error.after)
        return
    if isinstance(error, StateUnavailable) and attempt.delivery.tries < STATE_TRIES:
        attempt.put_off = timedelta(seconds=1)
        return
    reference = f"{service.team}-{attempt.delivery.id}"
    if not isinstance(error, FikaError) or isinstance(error, StateUnavailable | SlackRefused):
        attempt.failed = True
        log_failure(error, team=service.team, user=attempt.delivery.lane, reference=reference)
    message = error_message(sentence_for(error, reference))
    service.poster.reply(place_to_answer(body), message, delivery=attempt.delivery.id, part="error")


def _unaccepted(error: Exception) -> BoltResponse:
    """A payload that broke before it was accepted is not acknowledged: Slack delivers it again."""
    if not isinstance(error, BoltUnhandledRequestError):
        log.error("A payload could not be accepted.", exc_info=error)
    return BoltResponse(status=500, body="")
