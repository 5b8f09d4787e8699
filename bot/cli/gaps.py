"""Gaps: what discovery showed to be missing: listed by worth, exported, assigned, closed and reopened."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.chat import PERSON
from bot.cli.terminal import JsonOption, PackOption, Terminal, TodayOption, say, terminal
from bot.cli.views.gap import gap_details, gap_lines, heat_lines
from bot.cli.views.gap_csv import gap_csv
from bot.core.canonical import canonical_json
from bot.core.errors import FikaError
from bot.core.gap import Gap, GapStatus
from bot.core.gap_wording import event_words, short
from bot.core.gap_worth import ValuedGap
from bot.core.wording import counted
from bot.flows.accounts import show_account
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gap_list import GapFilter, GapOrder, list_gaps, value_of
from bot.flows.gap_moves import assign_gap, close_gap, reopen_gap
from bot.flows.gaps import gap_of
from bot.flows.heat import content_heat
from bot.flows.packs import current_pack

BOM = "\ufeff"
"""Begins a CSV file, as Excel takes one without it for Latin-1; on standard output programs would trip over it."""


_DIGITS = len(str(2**53))
"""Of the longest number that a gap can have; a database takes no longer one."""
_SHOWN = 40


class Shown(Enum):
    """Which gaps are listed, by what became of them."""

    OPEN = GapStatus.OPEN.value
    FILLED = GapStatus.FILLED.value
    WONT = GapStatus.WONT.value
    CLOSED = "closed"
    """Filled, or never to be."""
    ALL = "all"

    @property
    def status(self) -> GapStatus | None:
        """The status of those listed; None where it is not a single one."""
        return None if self in (Shown.ALL, Shown.CLOSED) else GapStatus(self.value)

    def takes(self, valued: ValuedGap) -> bool:
        """Whether a gap is listed."""
        return self is not Shown.CLOSED or not valued.gap.is_open


GapArgument = Annotated[str, typer.Argument(help="The gap's number, as 7 or #7.", metavar="ID")]


def build_app() -> typer.Typer:
    """`fika gaps`, and the commands under it."""
    app = typer.Typer(help="List what turned out to be missing, and see to it.", invoke_without_command=True)
    app.callback()(gaps)
    for command in (show, assign, close, reopen):
        app.command()(command)
    return app


def gaps(
    context: typer.Context,
    mine: Annotated[
        str | None, typer.Option("--mine", help="Only what this person logged or sees to.", metavar="PERSON")
    ] = None,
    account: Annotated[str | None, typer.Option("--account", help="Only at this account.", metavar="NAME")] = None,
    by: Annotated[GapOrder, typer.Option("--by", help="What comes first.")] = GapOrder.WORTH,
    status: Annotated[Shown, typer.Option("--status", help="What became of them.")] = Shown.OPEN,
    csv: Annotated[
        str | None, typer.Option("--csv", help="Write them for a spreadsheet; - for standard output.", metavar="FILE")
    ] = None,
    heat: Annotated[
        Path | None, typer.Option("--heat", help="Draw where content is missing, as PNG.", metavar="FILE")
    ] = None,
    pack: PackOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what turned out to be missing, what is worth filling most first."""
    if context.invoked_subcommand is not None:
        if any((mine, account, csv, heat, pack, today, as_json)):  # they would be ignored
            raise typer.BadParameter(f"write options behind {context.invoked_subcommand}")
        return
    if sum((csv is not None, heat is not None, as_json)) > 1:
        raise typer.BadParameter("choose one of --csv, --heat and --json")
    if heat is not None and any((mine, account, status is not Shown.OPEN)):  # they would be ignored
        raise typer.BadParameter("the heat map is of all open gaps; leave out --mine, --account and --status")
    at = terminal()
    scorer = _scorer(at, pack)
    if heat is not None:
        _draw(at, scorer, heat, today)
        return
    account_id = None if account is None else show_account(at.ports, at.scope(scorer.pack.name), account).id
    wanted = GapFilter(mine, account_id, status.status)
    found = [each for each in list_gaps(scorer, at.team, at.ports, at.today(today), wanted, by) if status.takes(each)]
    if csv is not None:
        _write_csv(found, csv)
    elif as_json:
        say(map(_json, found))
    else:
        say([*gap_lines(found), f"{counted(len(found), 'gap')}."])


def show(gap: GapArgument, pack: PackOption = None, today: TodayOption = None) -> None:
    """Show one gap: its evidence, its worth, and everything that happened to it."""
    at = terminal()
    scorer = _scorer(at, pack)
    found = gap_of(at.ports, at.scope(scorer.pack.name), _number(gap))
    say(gap_details(value_of(scorer, at.team, at.ports, found, at.today(today))))


def assign(
    gap: GapArgument,
    person: Annotated[str | None, typer.Argument(help="Who sees to it; nobody where none is named.")] = None,
    pack: PackOption = None,
) -> None:
    """Give a gap to a person to see to."""
    owner = (person or "").strip() or None
    given = assign_gap(_number(gap), owner, _desk(pack))
    say([_done(given.gap) if given.new else f"#{given.gap.id}: {owner or 'nobody'} sees to it already."])


def close(
    gap: GapArgument,
    reason: Annotated[str, typer.Option("--reason", help="What fills it, or why nobody will.", metavar="TEXT")],
    wont: Annotated[bool, typer.Option("--wont", help="It will not be filled.")] = False,
    pack: PackOption = None,
) -> None:
    """Close a gap: it is filled, or it will not be."""
    say([_done(close_gap(_number(gap), reason, _desk(pack), wont=wont))])


def reopen(
    gap: GapArgument,
    reason: Annotated[str | None, typer.Option("--reason", help="What is still missing.", metavar="TEXT")] = None,
    pack: PackOption = None,
) -> None:
    """Open a closed gap again."""
    say([_done(reopen_gap(_number(gap), reason or "", _desk(pack)))])


def _desk(pack: str | None) -> Desk:
    """Where whoever sits at the terminal does something with gaps."""
    at = terminal()
    current = current_pack(at.pack(pack), at.team, at.ports, quick=True)
    return Desk(Scorer(current.pack), at.team, at.ports, PERSON, lambda: at.now, at.now.date())


def _done(gap: Gap) -> str:
    """What was just done with a gap."""
    return f"#{gap.id} {' '.join(gap.what.split())}: {event_words(gap.history[-1])}"


def _scorer(at: Terminal, pack: str | None) -> Scorer:
    return Scorer(current_pack(at.pack(pack), at.team, at.ports).pack)


def _number(text: str) -> int:
    number = text.strip().removeprefix("#")
    if not (number.isascii() and number.isdigit() and len(number) <= _DIGITS):
        raise FikaError(f"{short(text, _SHOWN)!r} is no number of a gap; `fika gaps` lists them, as #7.")
    return int(number)


def _json(valued: ValuedGap) -> str:
    worth = {"accounts": valued.worth.accounts, "perhaps": valued.worth.perhaps}
    return canonical_json({**valued.gap.model_dump(mode="json"), "account": valued.account, "worth": worth})


def _write_csv(found: list[ValuedGap], target: str) -> None:
    text = gap_csv(found)
    if target == "-":
        typer.echo(text.encode(errors="replace"), nl=False)
        return
    _write(Path(target), (BOM + text).encode(errors="replace"))
    say([f"{counted(len(found), 'gap')} written to {target}."])


def _draw(at: Terminal, scorer: Scorer, target: Path, today: str | None) -> None:
    from bot.library.heat import draw_heat

    heat = content_heat(scorer.pack, at.team, at.ports, at.today(today))
    _write(target, draw_heat(heat))
    say([*heat_lines(heat), "", f"Drawn in {target}."])


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as wrong:
        why = f"{target} cannot be written ({wrong.strerror})"
        raise FikaError(f"{why}. Name a file in a folder that is there and that you may write to.") from None
