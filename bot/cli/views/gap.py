"""Gaps in the terminal: what is missing, what it is worth, who says so, and what became of it."""

from collections.abc import Iterator, Sequence

from bot.cli.views.table import columns
from bot.core.gap import Gap, GapEvent, Happened
from bot.core.gap_heat import HeatMap
from bot.core.gap_wording import event_words, short, voices_words, worth_words
from bot.core.gap_worth import ValuedGap
from bot.core.wording import source_words

_HEAD = ["Gap", "Logged", "What is missing", "Kind", "Account", "Worth", "Logged by", "Owner", "Status"]


def gap_lines(gaps: Sequence[ValuedGap]) -> list[str]:
    """Gaps as a table, in the order in which they are given."""
    return columns([_HEAD, *map(_row, gaps)]) if gaps else []


def _row(valued: ValuedGap) -> list[str]:
    gap = valued.gap
    return [
        f"#{gap.id}",
        f"{gap.at.astimezone():%Y-%m-%d}",
        short(gap.what, 60),
        gap.kind.label,
        valued.account or "",
        worth_words(valued),
        _sources(gap),
        gap.owner or "",
        gap.status.label,
    ]


def _sources(gap: Gap) -> str:
    first = source_words(gap.source)
    return first if len(gap.voices) == 1 else f"{first}, {voices_words(gap)}"


def gap_details(valued: ValuedGap) -> list[str]:
    """One gap with its evidence and everything that happened to it."""
    gap = valued.gap
    facts = {
        "kind": gap.kind.label,
        "account": valued.account,
        "trait": gap.trait,
        "stage": gap.stage.label if gap.stage else None,
        "persona": gap.persona,
        "worth": worth_words(valued),
        "owner": gap.owner,
        "status": gap.status.label,
    }
    return [
        f"#{gap.id} {' '.join(gap.what.split())}",
        *(f"  {name:<8} {said}" for name, said in facts.items() if said),
        *(line for event in gap.history for line in _event_lines(event)),
    ]


def _event_lines(event: GapEvent) -> Iterator[str]:
    yield f"  {event.at.astimezone():%Y-%m-%d %H:%M}  {event_words(event)}"
    if event.happened in (Happened.LOGGED, Happened.VOICED):
        if event.quote:
            yield f"      “{' '.join(event.quote.split())}”"
        if event.permalink:
            yield f"      {event.permalink}"


def heat_lines(heat: HeatMap) -> list[str]:
    """A heat map as a table."""
    rows = [[title, *(place.words or "-" for place in row)] for title, row in zip(heat.rows, heat.places, strict=True)]
    return [heat.alt_text, "", *columns([["", *heat.columns], *rows])]
