"""Ask one question, or many."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import PackOption, Terminal, TodayOption, complain, say, terminal
from bot.cli.views.response import AT_THE_PROMPT, IN_CHAT, response_lines
from bot.core.errors import FikaError
from bot.core.proposal_choice import chosen_in
from bot.flows.desk import Desk
from bot.flows.discovery import beside
from bot.flows.fit import Scorer
from bot.flows.gap_wish import GapWish, wish_in
from bot.flows.outcome import (
    Choose,
    Memory,
    NotesRead,
    NotFound,
    NotUnderstood,
    Outcome,
    Passages,
    Response,
    Unreadable,
    WhichAccount,
)
from bot.flows.packs import current_pack
from bot.flows.respond import respond

if TYPE_CHECKING:
    from bot.flows.notes import Proposed

PERSON = "terminal"
"""Who speaks in the terminal. One team's terminal is one source: no login names are kept."""
_PASTING = re.compile(
    r"(?:paste|pasting|add|here\s+are)\s+(?:my\s+|the\s+|some\s+)?(?:call\s+|meeting\s+)?notes"
    r"(?:\s+(?:for|on|about|from)\s+(?P<name>\S[^:]*?))?\s*:?",
    re.IGNORECASE,
)
"""Announces notes that follow line by line."""
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
    if (wish := wish_in(text)) is not None:
        say(_wished(wish, here))
        return
    response = respond(text, Memory(), here)
    if choose is not None and isinstance(response.outcome, Choose):
        response = respond(str(choose), response.memory, here)
    say(response_lines(response, here, AT_THE_PROMPT))
    if _is_unanswered(response.outcome):
        raise typer.Exit(1)


def _is_unanswered(outcome: Outcome) -> bool:
    return isinstance(outcome, UNANSWERED) or (isinstance(outcome, Passages) and not outcome.hits)


def chat(
    pack: PackOption = None,
    today: TodayOption = None,
    examples: Annotated[
        bool, typer.Option("--examples", help="Load the example pack and its accounts first, and talk about those.")
    ] = False,
) -> None:
    """Talk to Fika: history with the arrow keys, account names with the tab key."""
    at = terminal()
    if examples:
        from bot.cli.examples import EXAMPLE, load_examples

        load_examples(at)
        pack = EXAMPLE
    here = desk(at, pack, today)
    if sys.stdin.isatty() and sys.stdout.isatty():
        say([f"{here.scorer.pack.title}. Ask away; help says what I understand, quit ends.", ""])
        talk(_typed(at, here), here)
    else:
        talk((line.rstrip("\n") for line in sys.stdin), here)


def talk(messages: Iterable[str], here: Desk) -> None:
    """Answer messages one after the other; an error is said and the conversation goes on."""
    memory, proposed = Memory(), None
    for message in _whole(iter(messages)):
        if message.strip().casefold() in QUIT:
            return
        try:
            if proposed is not None and (lines := _confirmed(message, proposed, memory, here)) is not None:
                say([*lines, ""])
                proposed = None
                continue
            if (wish := wish_in(message)) is not None:
                say([*_wished(wish, here), ""])
                continue
            response = respond(message, memory, here)
        except FikaError as error:
            complain(f"fika: {error}")
            continue
        memory = response.memory
        proposed = response.outcome.proposed if isinstance(response.outcome, NotesRead) else None
        say([*response_lines(response, here), ""])


def _wished(wish: GapWish, here: Desk) -> list[str]:
    """The gaps that a message asks to see."""
    from bot.cli.gaps_asked import wished_lines

    return wished_lines(wish, here)


def _whole(messages: Iterator[str]) -> Iterator[str]:
    """The messages that say something; notes that are announced go on until an empty line."""
    for message in messages:
        announced = _PASTING.fullmatch(message.strip())
        if announced is not None:
            complain("Paste the notes; an empty line ends them.")
            name = f" for {announced['name']}" if announced["name"] else ""
            lines = list(takewhile(str.strip, messages))
            if lines:
                yield "\n".join([f"notes{name}:", *lines])
        elif message.strip():
            yield message


def _confirmed(message: str, proposed: "Proposed", memory: Memory, here: Desk) -> list[str] | None:
    """What became of the values that were read from notes; None where a message does not say which hold."""
    chosen = chosen_in(message, len(proposed.offers))
    if proposed.batch is None or chosen is None:
        return None
    from bot.cli.views.notes import confirmed_lines
    from bot.flows.notes import confirm

    confirmed = confirm(proposed.batch, [proposed.offers[number - 1].proposal.id for number in chosen], here)
    lines = confirmed_lines(confirmed, here, IN_CHAT)
    if confirmed.recorded is None:
        return lines
    stands = beside(Response(confirmed.recorded, replace(memory, disputed=None)), memory, here)
    return [*lines, *(["", f"The question stands: {stands.stands}"] if stands.stands else [])]


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
        numbered=True,
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
