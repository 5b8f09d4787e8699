"""Gaps in the terminal: what is missing, where it showed and who says so."""

from collections.abc import Mapping, Sequence

from bot.cli.views.table import columns
from bot.core.gap import Gap
from bot.core.wording import source_words


def gap_lines(gaps: Sequence[Gap], names: Mapping[int, str]) -> list[str]:
    """Gaps as a table.

    Args:
        gaps: the gaps, in the order in which they are shown.
        names: the accounts' main names by their numbers.
    """
    return columns(
        [
            [
                f"#{gap.id}",
                f"{gap.at.astimezone():%Y-%m-%d}",
                " ".join(gap.what.split()),
                gap.kind.label,
                names.get(gap.account_id or 0, ""),
                source_words(gap.source),
            ]
            for gap in gaps
        ]
    )
