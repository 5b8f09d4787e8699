"""Score accounts in bulk: a file of JSON lines, standard input, or every stored account."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import JsonOption, PackOption, Terminal, TodayOption, complain, say, terminal
from bot.cli.views.fit import score_row
from bot.cli.views.table import columns
from bot.core.errors import FikaError
from bot.core.fit import FitReport
from bot.core.priors import read_priors
from bot.core.scorecard import Scorecard
from bot.core.wording import counted
from bot.core.worlds import Weights
from bot.flows.fit import Scorer, score_lines, score_stored
from bot.flows.packs import current_pack


def score(
    file: Annotated[str | None, typer.Argument(help="A file of JSON lines, or - for standard input.")] = None,
    pack: PackOption = None,
    stored: Annotated[bool, typer.Option("--stored", help="Score every stored account of the pack instead.")] = False,
    today: TodayOption = None,
    priors: Annotated[
        Path | None, typer.Option("--priors", help="JSON with how often each cell is expected; orders questions only.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Score accounts: verdicts, points, what is open and what to ask next."""
    if (file is None) == (not stored):
        raise typer.BadParameter("name a file, - for standard input, or --stored")
    at = terminal()
    reports = _stored(at, pack, today, priors) if stored else _from_file(at, str(file), pack, today, priors)
    failed = 0
    rows = [["Account", "", "Verdict or what is possible", "Best fit", "Ask next"]]
    for report in reports:
        if isinstance(report, str):
            complain(report)
            failed += 1
        elif as_json:
            sys.stdout.write(report.to_json() + "\n")
        else:
            rows.append(score_row(report))
    if not as_json:
        say([*columns(rows), "", f"{counted(len(rows) - 1, 'account')} scored."])
    if failed:
        complain(f"fika: {counted(failed, 'line')} not scored.")
        raise typer.Exit(1)


def _stored(at: Terminal, pack: str | None, today: str | None, priors: Path | None) -> Iterator[FitReport]:
    current = current_pack(at.pack(pack), at.team, at.ports)
    if current.unpublished:
        complain("fika: the pack's folder has changes that are not published; `fika ingest` publishes them.")
    scorer = Scorer(current.pack, _weights(priors, Scorecard.of(current.pack)))
    yield from score_stored(scorer, at.team, at.ports, at.today(today))


def _from_file(
    at: Terminal, file: str, pack: str | None, today: str | None, priors: Path | None
) -> Iterator[FitReport | str]:
    loaded = at.ports.packs.load(at.pack(pack)).pack
    scorer = Scorer(loaded, _weights(priors, Scorecard.of(loaded)))
    for scored in score_lines(_lines(file), scorer, at.today(today)):
        yield scored.report or f"{file}:{scored.line}: {scored.refused}"


def _weights(priors: Path | None, scorecard: Scorecard) -> Weights | None:
    if priors is None:
        return None
    try:
        return read_priors(priors.read_text("utf-8-sig"), scorecard)
    except OSError as wrong:
        raise FikaError(f"{priors} cannot be read: {wrong.strerror}.") from None
    except UnicodeDecodeError:
        raise FikaError(f"{priors} is not UTF-8; save it as UTF-8 and try again.") from None


def _lines(file: str) -> Iterator[tuple[int, str]]:
    from bot.library.rows import numbered_lines

    yield from numbered_lines(None if file == "-" else Path(file))
