"""Command: `/fika` and the words behind it."""

from collections.abc import Callable
from functools import partial

from slack_bolt import App, BoltContext

from bot.core.request import RequestKind
from bot.flows.brief_wish import brief_behind
from bot.flows.gap_wish import wish_behind
from bot.flows.lookup import look_for
from bot.flows.outcome import Help, Icps, NotFound, Response, WhichAccount
from bot.flows.respond import add_named, my_accounts, respond, work_list
from bot.slack.ids import COMMAND
from bot.slack.listeners.gap import open_gap_form
from bot.slack.listeners.gaps import show_wish
from bot.slack.listeners.settings import open_settings, warn_before_forgetting
from bot.slack.mrkdwn import plain
from bot.slack.payloads import Body, Command
from bot.slack.service import Service, Turn

Subcommand = Callable[[Service, Turn, Command, str], None]


BRIEF = "brief"
_KINDS = {
    "fit": RequestKind.FIT_QUESTION,
    "why": RequestKind.WHY,
    "ask": RequestKind.NEXT_QUESTION,
    "takes": RequestKind.WHAT_WOULD_IT_TAKE,
    "show": RequestKind.SHOW_ACCOUNT,
    BRIEF: RequestKind.BRIEFING,
    "discover": RequestKind.START_INTERVIEW,
}
_QUALIFY = "let us qualify"


def register(app: App, service: Service) -> None:
    """Listen to the command."""
    app.command(COMMAND)(partial(commanded, service))


def commanded(service: Service, body: Body, context: BoltContext) -> None:
    """Carry out a command; what is no subcommand is answered as a message is."""
    command = Command.of(body)
    turn = service.turn(command.user, command.place, context)
    text = plain(command.text, service.bot_user).strip()
    first, _, rest = text.partition(" ")
    subcommand = SUBCOMMANDS.get(first.casefold(), _in_words)
    subcommand(service, turn, command, rest.strip() if subcommand is not _in_words else text)


def _in_words(service: Service, turn: Turn, command: Command, text: str) -> None:  # noqa: ARG001 - as all subcommands
    response = respond(text, turn.memory, turn.desk)
    service.answer(turn, response)
    service.changed(turn, response.outcome)


def kind_of(text: str) -> RequestKind:
    """What a command wants to know about an account; whether it fits, where it says nothing else."""
    return _KINDS.get(text.strip().partition(" ")[0].casefold(), RequestKind.FIT_QUESTION)


def brief_in_words(text: str) -> str | None:
    """A command that wants a briefing, as a message would say it; None for every other command."""
    first, _, rest = text.strip().partition(" ")
    return f"brief me on {rest.strip()}" if first.casefold() == BRIEF else None


def _about(kind: RequestKind) -> Subcommand:
    def ask(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
        if not rest and turn.memory.account_id is None:
            service.show(turn, WhichAccount())
            return
        if kind is RequestKind.BRIEFING:
            response = brief_behind(rest, turn.memory, turn.desk)
        else:
            response = look_for(rest, kind, turn.memory, turn.desk)
        if kind is RequestKind.START_INTERVIEW and isinstance(response.outcome, NotFound):
            # "discover Acme by MEDDIC": more than a name stands there.
            response = respond(f"{_QUALIFY} {rest}", turn.memory, turn.desk)
        service.answer(turn, response)
        service.changed(turn, response.outcome)

    return ask


def _add(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
    response = add_named(rest, turn.memory, turn.desk) if rest else Response(WhichAccount(), turn.memory)
    service.answer(turn, response)
    service.changed(turn, response.outcome)


def _icp(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
    service.show(turn, Icps(turn.desk.pack))


def _accounts(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
    service.show(turn, my_accounts(turn.desk))


def _work(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
    service.show(turn, work_list(turn.desk))


def _help(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
    service.show(turn, Help())


def _gap(service: Service, turn: Turn, command: Command, rest: str) -> None:
    if rest:
        _in_words(service, turn, command, f"log a gap: {rest}")
    else:
        open_gap_form(service, turn, command.trigger, turn.memory.account_id)


def _gaps(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
    show_wish(service, turn, wish_behind(rest))


def _settings(service: Service, turn: Turn, command: Command, rest: str) -> None:  # noqa: ARG001 - as all subcommands
    open_settings(service, turn, command.trigger)


def _forget(service: Service, turn: Turn, command: Command, rest: str) -> None:
    if rest.casefold() in ("", "me"):
        warn_before_forgetting(service, turn)
    else:
        _in_words(service, turn, command, f"forget {rest}")


SUBCOMMANDS: dict[str, Subcommand] = {
    "": _help,
    "help": _help,
    **{word: _about(kind) for word, kind in _KINDS.items()},
    "add": _add,
    "icp": _icp,
    "accounts": _accounts,
    "work": _work,
    "gap": _gap,
    "gaps": _gaps,
    "settings": _settings,
    "forget": _forget,
}
