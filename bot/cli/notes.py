"""Call notes: paste them, see what was read, and take what holds."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.accounts import NameArgument
from bot.cli.chat import desk
from bot.cli.terminal import JsonOption, PackOption, TodayOption, complain, say, terminal
from bot.cli.views.notes import confirmed_lines, proposed_json, proposed_lines
from bot.cli.views.response import AT_THE_PROMPT
from bot.core.canonical import canonical_json
from bot.core.errors import FikaError
from bot.core.proposal_choice import chosen_in
from bot.core.proposal_notes import LONGEST_NOTES
from bot.flows.accounts import show_account
from bot.flows.desk import Desk
from bot.flows.notes import Confirmed, Proposed, confirm, propose, waiting

_WHICH = "Which hold? all, some as 1,3, none, or nothing to decide later"
_LARGEST = 4 * LONGEST_NOTES + 8
"""Bytes; a file with more has more characters than are read."""


def notes(
    name: NameArgument,
    file: Annotated[
        str | None,
        typer.Argument(help="The notes, or - for standard input. Default: what waits from earlier.", metavar="FILE"),
    ] = None,
    take: Annotated[
        str | None, typer.Option("--confirm", help="Which proposals hold: all, 1,3 or none.", metavar="WHICH")
    ] = None,
    pack: PackOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read call notes about an account: every value is a proposal, and counts once you confirm it."""
    at = terminal()
    here = desk(at, pack, today)
    account = show_account(at.ports, here.scope, name)
    proposed = _proposed(account.id, file, here)
    if not as_json:
        say(proposed_lines(proposed, here))
    confirmed = _confirmed(proposed, take, here, quiet=as_json)
    if as_json:
        say([canonical_json(proposed_json(proposed, confirmed))])
    elif confirmed is not None:
        say(["", *confirmed_lines(confirmed, here, AT_THE_PROMPT)])
    elif proposed.offers:
        again = f"fika notes {f'#{account.id}'!r} --confirm"
        say(["", f"Nothing is noted yet. Take all with: {again} all, or some with: {again} 1,3"])


def _proposed(account_id: int, file: str | None, here: Desk) -> Proposed:
    """What is read from a file or from standard input; what waits from earlier where there is neither."""
    text = _text(file)
    if text is not None:
        return propose(text, account_id, here)
    earlier = waiting(account_id, here)
    if earlier:
        if len(earlier) > 1:
            complain(f"fika: proposals of {len(earlier)} blocks of notes wait; these are the first.")
        return earlier[0]
    if not sys.stdin.isatty():
        raise FikaError("No notes are given and none wait. Name a file, or - for standard input.")
    complain("Paste the notes, then press Ctrl-D on a line of its own.")
    return propose(sys.stdin.read(), account_id, here)


def _text(file: str | None) -> str | None:
    """The notes; None where none are given."""
    if file is None:
        piped = None if sys.stdin.isatty() else sys.stdin.read()
        return piped if piped and piped.strip() else None
    if file == "-":
        return sys.stdin.read()
    try:
        with Path(file).open("rb") as opened:
            raw = opened.read(_LARGEST)
        return raw.decode(errors="strict" if len(raw) < _LARGEST else "replace")  # what is cut off is too long anyway
    except UnicodeDecodeError:
        raise FikaError(f"{file} is no text in UTF-8. Save the notes as plain text, and try again.") from None
    except OSError as wrong:
        raise FikaError(f"{file} cannot be read: {wrong.strerror}.") from None


def _confirmed(proposed: Proposed, take: str | None, here: Desk, *, quiet: bool) -> Confirmed | None:
    """What was taken, by the option or by asking where there is a person to ask; None where nothing was decided."""
    if proposed.batch is None:
        if take is not None and not quiet:
            complain("fika: there is nothing to confirm.")
        return None
    if take is None:
        is_person = sys.stdin.isatty() and sys.stdout.isatty() and not quiet
        take = typer.prompt(_WHICH, default="", show_default=False) if is_person else ""
    if not take.strip():
        return None
    chosen = chosen_in(take, len(proposed.offers))
    if chosen is None:
        raise FikaError(f"I cannot tell what {take!r} takes. Say all, none, or numbers up to {len(proposed.offers)}.")
    return confirm(proposed.batch, [proposed.offers[number - 1].proposal.id for number in chosen], here)
