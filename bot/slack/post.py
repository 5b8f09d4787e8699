"""Post: the only place that posts, and it never ends in silence.

Where an answer goes is decided by its place. What Slack refuses goes out in a simpler form, or to the direct messages
with a note why. What may have been posted before is looked up where Slack lets us look: in the direct messages.
Ephemeral answers cannot be looked up: they are sent at most once, and a second attempt goes to the direct messages.
Where those cannot be read, a second attempt posts again: an answer that is there twice does less harm than none.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.models.views import View

from bot.ports import Ports
from bot.slack.client import Answer, Refusal, ask, send_to
from bot.slack.delivered import Delivered, Outcome, Part, Posted
from bot.slack.elsewhere import Why, explained
from bot.slack.errors import ChannelClosed, SlackBusy, SlackRefused
from bot.slack.fallback import SHORT_TEXT, Extras, Ladder, Rung
from bot.slack.live import Live, Streamed
from bot.slack.lookup import find, find_streamed, metadata_of
from bot.slack.message import Message
from bot.slack.place import Place

log = logging.getLogger(__name__)

IN_PRIVATE = "/dm"
"""What the name of a part ends with where it is posted in the direct messages instead."""
_THREAD_GONE = frozenset({"cannot_reply_to_message", "invalid_thread_ts", "message_not_found", "thread_not_found"})


class Poster:
    """Posts answers, shares, forms and Home views.

    Args:
        client: how Slack is called.
        ports: where the inbox is.
        team: whose inbox.
        clock: the time.
    """

    def __init__(self, client: WebClient, ports: Ports, team: str, clock: Callable[[], datetime]) -> None:
        self._client, self._delivered = client, Delivered(ports, team)
        self._ladder, self._extras = Ladder(lambda: clock().timestamp()), Extras(lambda: clock().timestamp())
        self._rooms: dict[str, str] = {}
        """The direct messages of people, as far as they were seen."""

    def live(self, place: Place, delivery: int) -> Live | None:
        """What shows an answer while it is made; None where it can be shown only as a whole."""
        if not place.direct or place.thread is None or place.at is None:
            return None
        return Live(self._client, self._delivered, place, delivery)

    def reply(
        self,
        place: Place,
        message: Message,
        *,
        delivery: int | None,
        part: str = "answer",
        streamed: Streamed | None = None,
    ) -> Posted:
        """Answer a person where they asked, for their eyes only.

        Args:
            place: where they asked.
            message: the answer.
            delivery: what is answered; None for what nobody asked for.
            part: which part of the answer this is; each is posted once.
            streamed: what may have been shown of it already; None where nothing can have been.

        Raises:
            SlackBusy: Slack is busy or cannot be reached; try the same again later.
            SlackRefused: Slack refuses the app, or takes nothing in the direct messages either.
            StateUnavailable: the inbox cannot be reached; nothing was posted.
        """
        this = self._delivered.begin(delivery, part)
        if (over := this.over or self._completed(place, message, this, streamed)) is not None:
            return over
        if place.shared:
            return self._to_person(place.user, explained(message, Why.SHARED, place), this)
        if place.channel is None and place.response_url is None:
            return self._to_person(place.user, message, this)
        if this.again and not place.direct:
            return self._instead(place, explained(message, Why.INTERRUPTED, place), this)
        for way in self._ways(place, message, this):
            try:
                return way()
            except Refusal as refused:
                log.debug("An answer goes elsewhere: %s.", refused.code)
        return self._instead(place, explained(message, Why.CLOSED, place), this)

    def share(
        self, channel: str, thread: str | None, message: Message, *, delivery: int | None, part: str = "share"
    ) -> Posted:
        """Post a message for everybody in a channel.

        What was tried before is not tried again: the outcome is `unknown`, and the person has to look.

        Raises:
            ChannelClosed: Slack does not let Fika write there.
            SlackBusy: Slack is busy or cannot be reached; try the same again later.
            SlackRefused: Slack refuses the app.
            StateUnavailable: the inbox cannot be reached; nothing was posted.
        """
        this = self._delivered.begin(delivery, part)
        if this.over:
            return this.over
        if this.again:
            return Posted(Outcome.UNKNOWN, channel)
        try:
            return self._delivered.post(this, lambda: self._post(channel, thread, message, this))
        except Refusal as refused:
            self._delivered.take_back(this)
            raise ChannelClosed(channel, refused.code) from None

    def update(self, channel: str, ts: str, message: Message) -> bool:
        """Change a message; returns whether it could be changed.

        Raises:
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """

        def send(rung: Rung) -> Answer:
            # Blocks that are not mentioned would stay as they are.
            return ask(lambda: self._client.chat_update(channel=channel, ts=ts, text=rung.text, blocks=rung.blocks))

        return _taken(lambda: self._ladder.send(message, send, longest=SHORT_TEXT))

    def replace(self, response_url: str, message: Message) -> bool:
        """Put a message in place of the one that was clicked on; returns whether it could be.

        Raises:
            SlackBusy: Slack is busy or cannot be reached.
        """
        return _taken(lambda: self._ladder.send(message, self._to_url(response_url, replace_original=True)))

    def open_form(self, trigger_id: str, view: View | Mapping[str, Any]) -> bool:
        """Open a form; False where the click was too long ago, and the person needs a button to click once more.

        Raises:
            SlackRefused: Slack refuses the app, or the form.
        """
        try:
            self._ladder.send_view(
                _as_dict(view),
                lambda form: ask(lambda: self._client.views_open(trigger_id=trigger_id, view=dict(form))),
            )
        except SlackBusy:
            return False  # by the time Slack takes it the click is too long ago
        except Refusal as refused:
            if refused.of_shape:
                raise _refused("form", refused) from None
            log.debug("A form could not be opened: %s.", refused.code)
            return False
        return True

    def update_form(self, view_id: str, view: View | Mapping[str, Any], view_hash: str | None = None) -> bool:
        """Change an open form; False where it is closed, or not the one any more that was looked at.

        Raises:
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """

        def send(form: Mapping[str, Any]) -> Answer:
            return ask(lambda: self._client.views_update(view_id=view_id, view=dict(form), hash=view_hash))

        return _taken(lambda: self._ladder.send_view(_as_dict(view), send))

    def publish_home(self, user: str, view: View | Mapping[str, Any]) -> bool:
        """Show a person their Home; returns whether it could be shown.

        Raises:
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """

        def send(home: Mapping[str, Any]) -> Answer:
            return ask(lambda: self._client.views_publish(user_id=user, view=dict(home)))

        return _taken(lambda: self._ladder.send_view(_as_dict(view), send))

    def suggest_prompts(self, channel: str, prompts: Sequence[tuple[str, str]]) -> None:
        """Suggest what to ask in the direct messages, as titles and messages; nothing happens where Slack cannot."""
        suggested = [{"title": title, "message": message} for title, message in prompts]
        self._extras.call(
            "assistant.threads.setSuggestedPrompts",
            lambda: ask(
                lambda: self._client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=suggested)
            ),
        )

    def permalink(self, channel: str, ts: str) -> str | None:
        """Where a message can be read; None where Slack does not say."""
        try:
            link = ask(lambda: self._client.chat_getPermalink(channel=channel, message_ts=ts)).get("permalink")
        except (Refusal, SlackBusy):
            return None
        return link if isinstance(link, str) else None

    def _completed(self, place: Place, message: Message, this: Part, streamed: Streamed | None) -> Posted | None:
        """Change what was shown of an answer into the whole of it; None where nothing is there, or not any more."""
        if streamed is None or not this.again:
            return None
        channel, ts = place.channel or "", streamed.ts
        if ts is None and self._find(channel, place.thread, this) is not None:
            return None  # it is whole already
        if ts is None:
            ts = self._begun(channel, place.thread, streamed.after)
        if ts is None:
            return None
        metadata = metadata_of(this)

        def send(rung: Rung) -> Answer:
            return ask(
                lambda: self._client.chat_update(
                    channel=channel, ts=ts, text=rung.text, blocks=rung.blocks, metadata=metadata
                )
            )

        try:
            self._ladder.send(message, send, longest=SHORT_TEXT)
        except Refusal as refused:
            log.debug("What was streamed cannot be completed: %s.", refused.code)
            _taken(lambda: ask(lambda: self._client.chat_delete(channel=channel, ts=ts)))
            return None
        return self._delivered.note(this, Posted(Outcome.SENT, channel, ts))

    def _begun(self, channel: str, thread: str | None, after: str) -> str | None:
        try:
            return find_streamed(self._client, channel, thread, after)
        except Refusal as refused:
            log.debug("What was streamed cannot be looked up: %s.", refused.code)
            return None

    def _ways(self, place: Place, message: Message, this: Part) -> Iterator[Callable[[], Posted]]:
        """The ways in which an answer can be shown where the person asked, the best first."""
        channel, url = place.channel or "", place.response_url
        if place.direct:
            yield lambda: self._in_direct_messages(place, message, this)
        if channel and place.thread and not place.direct:  # a response URL may lead out of the thread
            yield lambda: self._delivered.post(this, lambda: self._show(place, message))
        if url is not None and not this.again:  # also of direct messages between two people, where Fika is not
            yield lambda: self._delivered.post(this, lambda: self._through(url, place, message))
        if channel and not place.thread and not place.direct:
            yield lambda: self._delivered.post(this, lambda: self._show(place, message))

    def _instead(self, place: Place, message: Message, this: Part) -> Posted:
        """Answer in the direct messages what cannot be shown where the person asked."""
        other = self._delivered.begin(this.delivery, this.name + IN_PRIVATE)
        return other.over or self._to_person(place.user, message, other)

    def _to_person(self, user: str, message: Message, this: Part) -> Posted:
        room = self._rooms.get(user)
        if room is None and this.again:  # what was posted there can be looked up only by the room's own id
            room = self._delivered.room(user)
        try:
            return self._in_direct_messages(Place(user, room or user), message, this)
        except Refusal as refused:
            raise _refused("message", refused) from None

    def _in_direct_messages(self, place: Place, message: Message, this: Part) -> Posted:
        channel, ts = place.channel or place.user, None
        if this.again:
            ts = self._find(channel, place.thread, this)
        if ts is not None:
            return self._delivered.note(this, Posted(Outcome.BEFORE, channel, ts))
        posted = self._delivered.post(this, lambda: self._post(channel, place.thread, message, this))
        self._rooms[place.user] = posted.channel
        return posted

    def _post(self, channel: str, thread: str | None, message: Message, this: Part) -> Posted:
        metadata = metadata_of(this)

        def send(rung: Rung, head: str | None = thread) -> Answer:
            try:
                return ask(
                    lambda: self._client.chat_postMessage(
                        channel=channel,
                        thread_ts=head,
                        text=rung.text,
                        blocks=rung.blocks or None,
                        metadata=None if rung.bare else metadata,
                        unfurl_links=False,
                        unfurl_media=False,
                    )
                )
            except Refusal as refused:
                if head is None or refused.code not in _THREAD_GONE:
                    raise
            return send(rung, None)

        return _posted(self._ladder.send(message, send), channel, "ts")

    def _show(self, place: Place, message: Message) -> Posted:
        """Show a message in a channel to one person."""
        channel = place.channel or ""

        def send(rung: Rung, head: str | None = place.thread) -> Answer:
            try:
                return ask(
                    lambda: self._client.chat_postEphemeral(
                        channel=channel, user=place.user, thread_ts=head, text=rung.text, blocks=rung.blocks or None
                    )
                )
            except Refusal as refused:
                if head is None or refused.code not in _THREAD_GONE:
                    raise
            return send(rung, None)

        return _posted(self._ladder.send(message, send), channel, "message_ts")

    def _through(self, url: str, place: Place, message: Message) -> Posted:
        self._ladder.send(message, self._to_url(url, replace_original=False, thread=place.thread))
        return Posted(Outcome.SENT, place.channel or "")

    def _to_url(self, url: str, *, replace_original: bool, thread: str | None = None) -> Callable[[Rung], None]:
        def send(rung: Rung) -> None:
            body: dict[str, Any] = {"text": rung.text, "replace_original": replace_original}
            if not replace_original:
                body["response_type"] = "ephemeral"
            if thread is not None:
                body["thread_ts"] = thread
            if rung.blocks:
                body["blocks"] = rung.blocks
            send_to(url, body, timeout=self._client.timeout)

        return send

    def _find(self, channel: str, thread: str | None, this: Part) -> str | None:
        """The message that an earlier attempt posted; None where there is none, or where Slack does not let us look."""
        received_at = self._delivered.received_at(this)
        for head in dict.fromkeys((thread, None)):  # where the thread is gone, what belonged there stands beside it
            try:
                return find(self._client, channel, head, this, received_at)
            except Refusal as refused:
                log.debug("What was posted cannot be looked up: %s.", refused.code)
        return None


def _posted(answer: Answer, channel: str, ts: str) -> Posted:
    return Posted(Outcome.SENT, str(answer.get("channel") or channel), str(answer.get(ts) or ""))


def _as_dict(view: View | Mapping[str, Any]) -> Mapping[str, Any]:
    return view.to_dict() if isinstance(view, View) else view


def _taken(send: Callable[[], object]) -> bool:
    try:
        send()
    except Refusal as refused:
        log.debug("Slack does not take a change: %s.", refused.code)
        return False
    return True


def _refused(what: str, refusal: Refusal) -> SlackRefused:
    return SlackRefused(
        f"Slack refuses a {what} ({refusal.code}). Compare the app's settings in Slack with its manifest, and install "
        "the app again where they differ.",
        refusal.code,
    )
