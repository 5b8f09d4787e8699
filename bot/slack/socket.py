"""Socket Mode: deliveries come over a connection that we open, so no address of ours has to be reachable.

The SDK keeps the connection and hands deliveries out to threads of its own, which do nothing but accept them. Whether
there is a connection is watched here: a lost one is opened again, at once the first time, then ever more slowly.
"""

import logging
import os
import select
import socket
from contextlib import suppress

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackClientNotConnectedError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.ports.stop import Stop
from bot.slack.serving import SILENT, UNREACHABLE, SlackApp, SlackUnreachable, explained, finish, pause

log = logging.getLogger(__name__)

ACCEPTING = 10
"""Threads that accept deliveries; work has its own."""
GLANCE = 0.5
"""Seconds between two looks at the connection."""
LASTING = 20
"""A connection that was there at so many looks was a good one; losing it is no failure of connecting."""


class _Handler(SocketModeHandler):
    """Bolt's own, which says in a sentence when an acknowledgement could not be sent."""

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as in Bolt
        try:
            super().handle(client, req)
        except (SlackClientNotConnectedError, OSError):
            log.info("An acknowledgement did not reach Slack, which delivers again; it is answered once.")
        except Exception:
            log.exception("A delivery could not be accepted.")


def serve(app: SlackApp, app_token: str, stop: Stop, grace: float) -> None:
    """Be connected until told to stop, then finish what was acknowledged.

    Args:
        app: what the deliveries are for.
        app_token: the app's token, which begins with xapp-.
        stop: says when to end.
        grace: how many seconds the end may take.

    Raises:
        TokenRefused: Slack does not accept the app's token.
    """
    handler = _Handler(
        app.bolt,
        app_token,
        logger=SILENT,
        auto_reconnect_enabled=False,
        concurrency=ACCEPTING,
    )
    app.start()
    try:
        _stay_connected(handler.client, stop)
    finally:
        log.info("Disconnecting.")
        _disconnect(handler.client)
        finish(app, stop, grace)


def _stay_connected(client: SocketModeClient, stop: Stop) -> None:
    failures = looks = 0
    wait = 0.0
    while not stop.wait(wait):
        wait = GLANCE
        if _is_connected(client):
            looks += 1
            continue
        if looks:
            failures, looks = (0 if looks >= LASTING else failures), 0
            wait = pause(failures)
            log.warning("The connection to Slack was lost. Connecting again in %g seconds.", wait)
        elif failure := _connect(client):
            failures += 1
            wait = pause(failures) if failure.wait is None else failure.wait
            log.warning("%s Trying again in %g seconds.", failure, wait)
        else:
            failures, looks = failures + 1, 1
            log.info("Connected to Slack over Socket Mode.")


def _is_connected(client: SocketModeClient) -> bool:
    # Where the other side hangs up without a word the SDK reads nothing, in a circle, until its pings tell it.
    sock = _socket(client)
    if sock is None:
        return False
    hung_up = select.poll()
    with suppress(OSError, ValueError):  # closed since
        hung_up.register(sock, getattr(select, "POLLRDHUP", 0))
        if hung_up.poll(0):
            _hang_up(client)
    return client.is_connected()


def _socket(client: SocketModeClient) -> socket.socket | None:
    return client.current_session.sock if client.current_session is not None else None


def _disconnect(client: SocketModeClient) -> None:
    """Take nothing new, send the acknowledgements that are under way, and end the connection."""
    sock = _socket(client)
    if sock is not None:
        # Whoever waits for the next delivery waits no longer. Not by the socket itself: one with TLS would write plain
        # text from then on.
        with suppress(OSError, ValueError), socket.socket(fileno=os.dup(sock.fileno())) as same:
            same.shutdown(socket.SHUT_RD)
    client.message_workers.shutdown()
    client.message_queue.put(None)  # the SDK's own thread looks for the next one once a second
    _hang_up(client)
    _end_reading(client)
    client.close()


def _hang_up(client: SocketModeClient) -> None:
    with suppress(AttributeError):  # a thread of the SDK did so in the same moment, and left no socket
        client.disconnect()


def _end_reading(client: SocketModeClient) -> None:
    # The SDK's reader says anew, as it begins, that it is not to end. Told to end just before, it would never do so,
    # and the SDK would wait for it for ever: it is told until it has ended.
    runner = client.current_session_runner
    runner.event.set()
    while runner.is_alive():
        client.current_session_state.terminated = True
        runner.thread.join(GLANCE)


def _connect(client: SocketModeClient) -> SlackUnreachable | None:
    """Open a connection; what was in the way is returned.

    Raises:
        TokenRefused: Slack does not accept the app's token.
    """
    try:
        with client.connect_operation_lock:
            # The SDK may have been quicker: it changes to a new connection when Slack announces the end of one.
            if not client.is_connected():
                client.wss_uri = client.web_client.apps_connections_open(app_token=client.app_token)["url"]
                client.connect()
    except UNREACHABLE as failure:
        said = explained(failure, client.web_client, "SLACK_APP_TOKEN")
        if isinstance(said, SlackUnreachable):
            return said
        raise said from None
    return None if client.is_connected() else SlackUnreachable("Slack's WebSocket could not be opened.")
