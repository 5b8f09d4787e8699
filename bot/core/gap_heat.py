"""Heat map: where content is missing, by stage and persona.

A place is hot by the open content gaps that were logged for it. Where the journey names no asset that is still valid
for a stage and a persona, the place is empty, whether anybody logged that or not. Gaps that name no stage, or no
persona that the pack has, stand in a column or row of their own, so that none is lost.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.core.gap import Gap, GapKind
from bot.core.journey import JourneyCell, StageId
from bot.core.pack import Pack
from bot.core.wording import counted, listed

NO_STAGE, NO_PERSONA = "No stage said", "No persona said"
EMPTY = "no asset"
_MOST_SAID = 3
"""Places that the alternative text names."""


@dataclass(frozen=True, slots=True)
class Place:
    """One stage for one persona."""

    gaps: int
    """Open content gaps that were logged for it."""
    is_empty: bool
    """Whether the journey names no valid asset for it."""

    @property
    def words(self) -> str:
        """What stands in it: the number of gaps, and that there is no asset."""
        number = str(self.gaps) if self.gaps else ""
        return f"{number} · {EMPTY}" if number and self.is_empty else number or (EMPTY if self.is_empty else "")


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Where content is missing."""

    title: str
    rows: tuple[str, ...]
    """The personas."""
    columns: tuple[str, ...]
    """The stages."""
    places: tuple[tuple[Place, ...], ...]
    """One row a persona, one place a stage."""

    @property
    def gaps(self) -> int:
        """All open content gaps."""
        return sum(place.gaps for row in self.places for place in row)

    @property
    def empty(self) -> int:
        """All places without an asset."""
        return sum(place.is_empty for row in self.places for place in row)

    @property
    def alt_text(self) -> str:
        """The picture in words."""
        counts = f"{counted(self.gaps, 'open content gap')} and {counted(self.empty, 'place')} without an asset"
        said = f"{self.title}: {counts}"
        ranked = sorted(
            (-place.gaps, row, column)
            for row, places in enumerate(self.places)
            for column, place in enumerate(places)
            if place.gaps
        )
        most = [f"{self.rows[row]}, {self.columns[column]} ({-gaps})" for gaps, row, column in ranked[:_MOST_SAID]]
        return f"{said}. Most gaps: {listed(most, 'and')}." if most else f"{said}."


def heat_of(pack: Pack, gaps: Iterable[Gap], today: date) -> HeatMap:
    """Where content is missing.

    Args:
        pack: its personas are the rows, and its journey says which assets there are.
        gaps: every gap; closed ones and those of other kinds do not count.
        today: what has lapsed by then is no asset.
    """
    personas = [persona.id for persona in pack.personas]
    logged = Counter(
        (gap.persona if gap.persona in personas else None, gap.stage)
        for gap in gaps
        if gap.is_open and gap.kind is GapKind.CONTENT
    )
    rows: list[str | None] = [*personas]
    columns: list[StageId | None] = [*StageId]
    if not personas or any(persona is None for persona, _ in logged):
        rows.append(None)
    if any(stage is None for _, stage in logged):
        columns.append(None)
    there = {(cell.persona, stage): cell for stage, each in pack.journey.stages.items() for cell in each.cells}
    lasting = {asset.id for asset in pack.assets if not asset.lapsed(today)}
    titles = {persona.id: persona.title for persona in pack.personas}
    return HeatMap(
        title=f"Content gaps of {pack.title}",
        rows=tuple(titles[persona] if persona else NO_PERSONA for persona in rows),
        columns=tuple(stage.label if stage else NO_STAGE for stage in columns),
        places=tuple(
            tuple(Place(logged[persona, stage], _is_empty(persona, stage, there, lasting)) for stage in columns)
            for persona in rows
        ),
    )


def _is_empty(
    persona: str | None, stage: StageId | None, there: dict[tuple[str, StageId], JourneyCell], lasting: set[str]
) -> bool:
    if persona is None or stage is None:
        return False
    cell = there.get((persona, stage))
    return cell is None or lasting.isdisjoint(cell.assets)
