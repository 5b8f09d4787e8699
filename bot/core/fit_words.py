"""Fit in words: the answer in one line and what stands around it, the same in every text.

Plain words without markup; whoever renders them escapes them.
"""

from bot.core.fit import FitReport
from bot.core.verdict import Verdict
from bot.core.wording import action_words, listed, verdict_words


def headline(report: FitReport) -> str:
    """The answer in one line: the verdict, or what is still possible."""
    if report.verdict is not None and report.action is not None:
        return f"{report.account}: {verdict_words(report.verdict)}. Decided: {action_words(report.action)}."
    possible = listed([verdict_words(verdict) for verdict in by_rank(report)])
    if report.action is not None:
        return f"{report.account}: {action_words(report.action)}, that much is decided. Still possible: {possible}."
    return f"{report.account}: still open. Possible: {possible}."


def by_rank(report: FitReport) -> list[Verdict]:
    """The possible verdicts, the best first."""
    return sorted(report.possible, key=lambda verdict: verdict.rank)


def interval_words(fit: tuple[int, int]) -> str:
    """An interval of percentages, given in whole tenths."""
    low, high = (f"{tenths / 10:.1f} %" for tenths in fit)
    return low if low == high else f"{low} to {high}"
