"""Picking: which account is meant, by a choice, by a shortcut on a message, or by a form that asks for its name."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.request import RequestKind
from bot.flows.lookup import look_for, named_in
from bot.flows.outcome import Response
from bot.flows.respond import ask_about, respond_about
from bot.slack.ids import Act, Form, Shortcut
from bot.slack.listeners.command import brief_in_words, kind_of
from bot.slack.mrkdwn import plain
from bot.slack.payloads import Body, Click, OnMessage, Submitted, place_in, where
from bot.slack.service import Service, Turn
from bot.slack.values import FindForm, Picked
from bot.slack.views.find import find_form

_FIND = "Name the account"


def register(app: App, service: Service) -> None:
    """Listen to choices of an account."""
    app.action(Act.PICK)(partial(picked, service))
    app.action(Act.FIND)(partial(find_asked, service))
    app.view(Form.FIND)(partial(found, service))
    app.message_shortcut(Shortcut.CHECK_FIT)(partial(checked, service))


def picked(service: Service, body: Body, context: BoltContext) -> None:
    """Answer a person's earlier message about the account that they chose."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    choice = click.carries(Picked)
    command = service.commanded_in(choice.delivery, click.user)
    text = service.said_in(choice.delivery, click.user) or brief_in_words(command)
    if text:
        _answer(service, turn, respond_about(text, choice.account, turn.memory, turn.desk))
    else:
        _answer(service, turn, ask_about(kind_of(command), choice.account, turn.desk))


def find_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Open the form that asks for an account's name."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    service.open(turn, click.trigger, find_form(FindForm(where=where(click.place))), Act.FIND, _FIND, None)


def found(service: Service, body: Body, context: BoltContext) -> None:
    """Answer about the account whose name was typed."""
    form = Submitted.of(body)
    turn = service.turn(form.user, place_in(form.remembers(FindForm).where, form.user), context)
    _check(service, turn, form.text("account"))


def checked(service: Service, body: Body, context: BoltContext) -> None:
    """Answer about the account that a message names; ask for the name where it names none."""
    used = OnMessage.of(body)
    turn = service.turn(used.user, used.place, context)
    response = named_in(plain(used.text, service.bot_user), RequestKind.FIT_QUESTION, turn.memory, turn.desk)
    if response is None:
        service.open(turn, used.trigger, find_form(FindForm(where=where(used.place))), Act.FIND, _FIND, None)
        return
    _answer(service, turn, response)


def _check(service: Service, turn: Turn, name: str) -> None:
    _answer(service, turn, look_for(name, RequestKind.FIT_QUESTION, turn.memory, turn.desk))


def _answer(service: Service, turn: Turn, response: Response) -> None:
    service.answer(turn, response)
    service.changed(turn, response.outcome)
