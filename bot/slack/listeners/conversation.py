"""Conversation: what people say to Fika, in the DM and by mention; opening the messages, and stopping an answer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from slack_bolt import App, BoltContext

from bot.flows.gap_wish import wish_in
from bot.flows.outcome import Help, Response
from bot.flows.respond import respond
from bot.slack.listeners.gaps import show_wish
from bot.slack.listeners.settings import offer_settings, warn_before_forgetting
from bot.slack.mrkdwn import plain
from bot.slack.payloads import Body, Halt, Looking, Said
from bot.slack.service import ONLY_MEMBERS, Service, Turn
from bot.slack.views.errors import error_message, stopped_message
from bot.slack.work import ATTEMPT

IN_WORDS: dict[str, Callable[[Service, Turn], None]] = {
    "settings": offer_settings,
    "forget me": warn_before_forgetting,
    "delete my data": warn_before_forgetting,
}
"""What is a subcommand may be said in a message as well."""


def register(app: App, service: Service) -> None:
    """Listen to what people say."""
    app.event("app_mention")(partial(said, service))
    app.event("message")(partial(said, service))
    app.event("agent_session_stopped")(partial(stopped, service))
    app.event("app_context_changed")(partial(looked, service))


def said(service: Service, body: Body, context: BoltContext) -> None:
    """Answer a message."""
    heard = Said.of(body)
    if heard.stranger:
        # Of another company: the answer to them is the same for everybody, and says nothing about any account.
        place = replace(heard.place, shared=False)
        service.poster.reply(place, error_message(ONLY_MEMBERS), delivery=context[ATTEMPT].delivery.id)
        return
    turn = service.turn(heard.user, heard.place, context, heard.at)
    text = plain(heard.text, service.bot_user).strip()
    if (directly := IN_WORDS.get(text.casefold().rstrip(".!"))) is not None:
        directly(service, turn)
        return
    if (wish := wish_in(text)) is not None:
        show_wish(service, turn, wish)
        return
    with service.streaming(turn) as streaming:
        response = respond(text, turn.memory, streaming.desk) if text else Response(Help(), turn.memory)
        service.answer(streaming, response)
        service.changed(streaming, response.outcome)


def stopped(service: Service, body: Body, context: BoltContext) -> None:
    """Say that nothing more will come; what was under way was stopped when this was accepted."""
    halt = Halt.of(body)
    # The status stands in a thread below the message, also where the answer would have come beside it.
    place = halt.place if service.is_threaded(halt.stopped, halt.user) else replace(halt.place, thread=None)
    service.poster.reply(place, stopped_message(), delivery=context[ATTEMPT].delivery.id)


def looked(service: Service, body: Body) -> None:
    """Remember which channel a person looks at, to offer it when they share an answer; nothing else is kept of it."""
    looking = Looking.of(body)
    service.look(looking.user, looking.channel)
