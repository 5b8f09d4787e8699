"""Live: an answer that is shown sentence by sentence while it is made, where it is made slowly.

A stream is an extra: where Slack takes none, or takes it no longer, the answer is posted whole. It becomes the answer's
own message: what was begun is changed into the whole answer in the end, by whichever attempt comes that far, so that
there is one message and not two. A thread of its own calls Slack, so that whoever makes the answer never waits for it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Thread

from slack_sdk import WebClient

from bot.core.briefing_markdown import escaped
from bot.core.errors import StateUnavailable
from bot.slack.client import Refusal, ask
from bot.slack.delivered import Delivered
from bot.slack.errors import SlackBusy, SlackRefused
from bot.slack.place import Place

log = logging.getLogger(__name__)

PART = "answer"
"""The part of an answer that a stream becomes."""
_LEFT_OUT = (Refusal, SlackBusy, SlackRefused, StateUnavailable)


@dataclass(frozen=True, slots=True)
class Streamed:
    """What may have been shown of an answer before the whole of it is there."""

    after: str
    """The message that is answered; what was streamed for it is later."""
    ts: str | None = None
    """The message that was begun, where this attempt began one."""


class Live:
    """One answer that may be shown while it is made.

    Args:
        client: how Slack is called.
        delivered: notes that the answer is begun.
        place: a thread in the direct messages.
        delivery: what is answered.
    """

    def __init__(self, client: WebClient, delivered: Delivered, place: Place, delivery: int) -> None:
        self._client, self._delivered, self._place, self._delivery = client, delivered, place, delivery
        self._said: SimpleQueue[str | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._ts: str | None = None
        self.is_open = True
        """Whether more may be shown."""

    def __call__(self, sentence: str) -> None:
        """Show one more sentence."""
        if not self.is_open:
            return
        if self._thread is None:
            self._thread = Thread(target=self._serve, name="work-live", daemon=True)
            self._thread.start()
        self._said.put(sentence)

    def end(self) -> Streamed:
        """End it; what has not been shown by now is not shown in pieces any more."""
        self.is_open = False
        if self._thread is not None:
            self._said.put(None)
            self._thread.join()
            self._thread = None
        return Streamed(self._place.at or "", self._ts)

    def _serve(self) -> None:
        while (sentence := self._said.get()) is not None:
            if self.is_open and not self._done(partial(self._show, escaped(sentence))):
                self.is_open = False
        if self._ts is not None:
            self._done(self._stop)

    def _done(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except _LEFT_OUT as wrong:
            log.debug("An answer is not streamed any further: %s.", type(wrong).__name__)
            return False
        return True

    def _show(self, text: str) -> None:
        if self._ts is not None:
            more = f" {text}"
            ask(
                lambda: self._client.chat_appendStream(
                    channel=self._place.channel or "", ts=self._ts or "", markdown_text=more
                )
            )
            return
        this = self._delivered.begin(self._delivery, PART)
        if this.over or this.again:
            self.is_open = False  # an earlier attempt has begun it: the whole answer goes into what is there
            return
        try:
            begun = ask(
                lambda: self._client.chat_startStream(
                    channel=self._place.channel or "", thread_ts=self._place.thread or "", markdown_text=text
                )
            )
        except SlackBusy as busy:
            if not busy.sent:
                self._delivered.take_back(this)
            raise
        except (Refusal, SlackRefused):
            self._delivered.take_back(this)
            raise
        self._ts = str(begun.get("ts") or "") or None

    def _stop(self) -> None:
        ask(lambda: self._client.chat_stopStream(channel=self._place.channel or "", ts=self._ts or ""))
