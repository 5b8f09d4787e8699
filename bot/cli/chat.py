"""Ask one question, or many."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import PackOption, Terminal, TodayOption, complain, say, terminal
from bot.cli.views.response import AT_THE_PROMPT, response_lines
from bot.core.errors import FikaError
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.outcome import Choose, Memory, NotFound, NotUnderstood, Outcome, Passages, Unreadable, WhichAccount
from bot.flows.packs import current_pack
from bot.flows.respond import respond

PERSON = "terminal"
"""Who speaks in the terminal. One team's terminal is one source: no login names are kept."""
QUIT = frozenset({"quit", "exit", "bye", "q", ":q"})
HISTORY = "history"
UNANSWERED = (Choose, NotFound, NotUnderstood, Unreadable, WhichAccount)
"""Outcomes after which a single question has no answer: the exit status says so."""


def ask(
    text: Annotated[str, typer.Argument(help="What you want to know, as you would ask a colleague.")],
    pack: PackOption = None,
    today: TodayOption = None,
    choose: Annotated[
        int | None, typer.Option("--choose", help="Which one is meant, where several accounts answer to a name.", min=1)
    ] = None,
) -> None:
    """Answer one question: does an account fit, why, what to ask next. What you state is written down."""
    here = desk(terminal(), pack, today, quick=True)
    response = respond(text, Memory(), here)
    if choose is not None and isinstance(response.outcome, Choose):
        response = respond(str(choose), response.memory, here)
    say(response_lines(response, here, AT_THE_PROMPT))
    if _is_unanswered(response.outcome):
        raise typer.Exit(1)


def _is_unanswered(outcome: Outcome) -> bool:
    return isinstance(outcome, UNANSWERED) or (isinstance(outcome, Passages) and not outcome.hits)


def chat(pack: PackOption = None, today: TodayOption = None) -> None:
    """Talk to Fika: history with the arrow keys, account names with the tab key."""
    at = terminal()
    here = desk(at, pack, today)
    if sys.stdin.isatty() and sys.stdout.isatty():
        say([f"{here.scorer.pack.title}. Ask away; help says what I understand, quit ends.", ""])
        talk(_typed(at, here), here)
    else:
        talk((line.rstrip("\n") for line in sys.stdin), here)


def talk(messages: Iterable[str], here: Desk) -> None:
    """Answer messages one after the other; an error is said and the conversation goes on."""
    memory = Memory()
    for message in messages:
        if not message.strip():
            continue
        if message.strip().casefold() in QUIT:
            return
        try:
            response = respond(message, memory, here)
        except FikaError as error:
            complain(f"fika: {error}")
            continue
        memory = response.memory
        say([*response_lines(response, here), ""])


def desk(at: Terminal, pack: str | None, today: str | None, *, quick: bool = False) -> Desk:
    """Where the terminal's messages are answered; `quick` does not look for changes that are not published."""
    current = current_pack(at.pack(pack), at.team, at.ports, quick=quick)
    if current.unpublished:
        complain("fika: the pack's folder has changes that are not published; `fika ingest` publishes them.")
    return Desk(
        scorer=Scorer(current.pack),
        team=at.team,
        ports=at.ports,
        person=PERSON,
        now=lambda: datetime.now().astimezone(),  # noqa: TID251 - each message has its own time
        today=at.today(today),
        draft=current.draft,
    )


def _typed(at: Terminal, here: Desk) -> Iterator[str]:
    """What a person types, with history and with completion of account names."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    from bot.cli.completion import NameCompleter

    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(_history(at.settings.home))),
        completer=NameCompleter(lambda: _names(here)),
        complete_while_typing=False,
    )
    while True:
        try:
            yield session.prompt("> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _history(home: Path) -> Path:
    """The file that keeps what was typed; what reps type is nobody else's to read."""
    history = home / HISTORY
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        history.touch(mode=0o600)
    except OSError as wrong:
        raise FikaError(f"{history} cannot be written: {wrong.strerror}. Set FIKA_HOME to another folder.") from None
    return history


def _names(here: Desk) -> list[str]:
    with here.begin(writes=False) as work:
        return sorted({name.name for name in work.accounts.names()})
