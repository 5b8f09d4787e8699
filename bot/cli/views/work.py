"""What to work on, in the terminal."""

from collections.abc import Sequence

from bot.cli.views.table import columns
from bot.core.fit_words import by_rank, interval_words
from bot.core.wording import counted, listed, verdict_words
from bot.flows.fit import WorkItem


def work_lines(items: Sequence[WorkItem], accounts: int) -> list[str]:
    """The accounts worth working on, proven ones first, then the nearest to it."""
    if not accounts:
        return ["There are no accounts yet. `fika import FILE` takes them from a file, `add NAME` adds one here."]
    proven = [item for item in items if not item.answers_missing]
    nearest = [item for item in items if item.answers_missing]
    lines: list[str] = []
    if proven:
        lines += ["Work on these, it is decided:", *columns([_row(item) for item in proven], indent=2)]
    if nearest:
        lines += [""] if lines else []
        lines += ["Nearest to it:", *columns([_row(item) for item in nearest], indent=2)]
    return lines or [f"None of your {counted(accounts, 'account')} can turn out worth working on."]


def _row(item: WorkItem) -> list[str]:
    report = item.report
    verdicts = listed([verdict_words(verdict) for verdict in by_rank(report)])
    best = max((fit for fit in report.profiles if fit.gate != "fail"), key=lambda fit: fit.fit, default=None)
    missing = f"{counted(item.answers_missing, 'answer')} away, ask about {report.next}" if item.answers_missing else ""
    return [report.account, verdicts, f"fit {interval_words(best.fit)}" if best else "", missing]
