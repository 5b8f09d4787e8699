"""Run: every case on the path without a model and, where one is configured, with it; prints one table.

`python -m tests.evals.run` runs all sets, and `python -m tests.evals.run routing -v` one of them, naming each case that
is not right.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bot.ports.model import Spent
from bot.settings import Settings, read_settings
from tests.evals.cases import SETS, files
from tests.evals.judging import Judged, Mark
from tests.evals.running import RUNS, Bench, bench, recall

_HEAD = ("set", "path", "cases", "right", "asked back", "wrong", "acted on wrongly", "median s")


def main(arguments: Sequence[str]) -> None:
    """Print the table for the kinds of cases that are named, or for all."""
    settings = read_settings()
    wanted = [each for each in arguments if each in SETS] or list(SETS)
    rows: list[list[str]] = [list(_HEAD)]
    beside: list[str] = []
    for with_model in (False, True) if settings.llm else (False,):
        with TemporaryDirectory() as home:
            at = bench(Path(home), settings, with_model=with_model)
            for kind in wanted:
                for path in files(kind):
                    judged = RUNS[kind](path, at)
                    rows.append(_row(path.stem, _path(settings, with_model=with_model), judged))
                    beside.extend(_not_right(path.stem, judged) if "-v" in arguments else ())
                    beside.extend(_more(kind, path, judged, at))
            beside.extend(_spent(at) if with_model else ())
    _print(rows)
    print("\n".join(["", *beside]))


def _path(settings: Settings, *, with_model: bool) -> str:
    return str(settings.llm) if with_model else "rules"


def _row(name: str, path: str, judged: Sequence[Judged]) -> list[str]:
    counts = {mark: sum(each.mark is mark for each in judged) for mark in Mark}
    acted = 100 * counts[Mark.ACTED] / len(judged)
    return [
        name,
        path,
        str(len(judged)),
        f"{counts[Mark.RIGHT]} ({100 * counts[Mark.RIGHT] / len(judged):.1f} %)",
        str(counts[Mark.ASKED_BACK]),
        str(counts[Mark.WRONG]),
        f"{counts[Mark.ACTED]} ({acted:.1f} %)",
        f"{median(each.seconds for each in judged):.4f}",
    ]


def _more(kind: str, path: Path, judged: Sequence[Judged], at: Bench) -> Iterable[str]:
    """What a kind of cases is measured by besides."""
    if kind == "answering":
        stands = sum(each.mark is not Mark.ACTED for each in judged)
        yield f"{path.stem}: recall@3 {recall(path, at):.3f}; {stands} of {len(judged)} answers stand in the pack."
    if kind == "refusing":
        written = sum(each.mark is Mark.ACTED for each in judged)
        quoted = sum(each.mark is Mark.WRONG for each in judged)
        yield f"{path.stem}: {written} wrote something; {quoted} were met with something beside the point."


def _not_right(name: str, judged: Iterable[Judged]) -> Iterable[str]:
    for each in judged:
        if each.mark is not Mark.RIGHT:
            yield f"{name}: {each.mark.value}: {' / '.join(each.text.splitlines())} -> {each.got}"


def _spent(at: Bench) -> Iterable[str]:
    """What became of the calls of the model, and what they cost."""
    calls = at.all_calls()
    outcomes = [call.outcome for call in calls]
    failed = len(outcomes) - outcomes.count("used") - outcomes.count("dropped")
    spent = sum((call.spent for call in calls), Spent())
    yield (
        f"model: {len(calls)} calls, {outcomes.count('used')} used, {outcomes.count('dropped')} dropped, "
        f"{failed} failed; {spent.tokens_in:,} tokens read, {spent.tokens_out:,} written."
    )


def _print(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(each.ljust(width) for each, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main(sys.argv[1:])
