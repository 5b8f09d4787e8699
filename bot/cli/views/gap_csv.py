"""Gaps as CSV, for a spreadsheet.

A spreadsheet takes a cell that begins with one of a few signs for a formula, and may carry it out. Such a cell is set
behind an apostrophe, which spreadsheets take for the mark of plain text. Signs count wherever a spreadsheet may see one
first: behind blanks and characters that nobody sees, and in their full width as well.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

from bot.core.gap import Gap, Voice
from bot.core.gap_worth import ValuedGap
from bot.core.wording import source_words

COLUMNS = (
    "id", "status", "kind", "what", "account", "trait", "stage", "persona", "worth", "worth_perhaps", "voices",
    "evidence", "logged_by", "logged_at", "owner", "closed_by", "closed_at", "reason",
)  # fmt: skip
_UNSEEN = r"\s\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
_STARTS_FORMULA = re.compile(rf"[{_UNSEEN}]*[=+\-@\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Characters that no cell may hold."""


def gap_csv(gaps: Iterable[ValuedGap]) -> str:
    """Gaps as CSV with a header; lines end as RFC 4180 wants them."""
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(cell) for cell in _row(valued)] for valued in gaps)
    return target.getvalue()


def safe_cell(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula."""
    plain = _CONTROL.sub("", text)
    return f"'{plain}" if _STARTS_FORMULA.match(unicodedata.normalize("NFKC", plain)) else plain


def _row(valued: ValuedGap) -> list[str]:
    gap = valued.gap
    return [
        str(gap.id),
        gap.status.value,
        gap.kind.value,
        gap.what,
        valued.account or "",
        gap.trait or "",
        gap.stage.value if gap.stage else "",
        gap.persona or "",
        str(valued.worth.accounts),
        str(valued.worth.perhaps),
        str(len(gap.voices)),
        "\n".join(filter(None, map(_evidence, gap.voices))),
        ", ".join(dict.fromkeys(source_words(voice.source) for voice in gap.voices)),
        gap.at.isoformat(),
        gap.owner or "",
        *_closing(gap),
    ]


def _evidence(voice: Voice) -> str:
    return " ".join(filter(None, (voice.quote and f"“{voice.quote}”", voice.permalink)))


def _closing(gap: Gap) -> tuple[str, str, str]:
    if gap.closed is None:
        return "", "", ""
    return source_words(gap.closed.source), gap.closed.at.isoformat(), gap.closed.reason or ""
