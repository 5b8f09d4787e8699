"""Heat map: open content gaps and empty places, by stage and persona."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asset import Asset
from bot.core.gap import Gap, GapKind, GapStatus
from bot.core.gap_heat import NO_PERSONA, NO_STAGE, HeatMap, Place, heat_of
from bot.core.journey import Journey, JourneyCell, JourneyStage, StageId
from bot.core.persona import Persona
from tests.small import NOW, TODAY, pack, person

STAGES = ["Awareness", "Learn", "Evaluate", "Consider/Try/Negotiate", "Buy"]


def _cell(persona: str, *assets: str) -> JourneyCell:
    return JourneyCell(persona=persona, action="looks", challenge="much", assets=assets, channel="mail")


PACK = pack().model_copy(
    update={
        "personas": (Persona(id="cfo", title="CFO"), Persona(id="cto", title="CTO")),
        "assets": (
            Asset(id="old", title="Old", url="u", format="guide", stages=("buy",), valid_until=date(2026, 1, 1)),
            Asset(id="new", title="New", url="u", format="guide", stages=("buy",)),
        ),
        "journey": Journey(
            stages={
                StageId.LEARN: JourneyStage(cells=(_cell("cfo", "old"), _cell("cto", "old", "new"))),
                StageId.BUY: JourneyStage(cells=(_cell("cfo"), _cell("cto", "new"))),
            }
        ),
    }
)


def gap(stage: StageId | None = None, persona: str | None = None, **more: Any) -> Gap:
    """An open content gap."""
    about = {"kind": GapKind.CONTENT, "what": "x", "stage": stage, "persona": persona, **more}
    return Gap.model_validate({"id": 1, "source": person(), "at": NOW, **about})


def words(heat: HeatMap) -> list[list[str]]:
    """What stands in each place."""
    return [[place.words for place in row] for row in heat.places]


def test_empty_places() -> None:
    """Without an asset that is still valid, or without any word in the journey, a place is empty."""
    none = "no asset"
    heat = heat_of(PACK, [], TODAY)

    assert (("CFO", "CTO"), tuple(STAGES)) == (heat.rows, heat.columns)
    assert [[none, none, none, none, none], [none, "", none, none, ""]] == words(heat)
    assert (0, 8) == (heat.gaps, heat.empty)
    assert [[none, "", none, none, none], [none, "", none, none, ""]] == words(heat_of(PACK, [], date(2026, 1, 1)))


def test_open_content_gaps_are_counted() -> None:
    """Others are not; those that name no stage or no persona of the pack stand apart."""
    gaps = [
        gap(StageId.BUY, "cfo"),
        gap(StageId.BUY, "cfo"),
        gap(StageId.BUY, "cto"),
        gap(StageId.BUY, "cto", status=GapStatus.FILLED),
        gap(StageId.BUY, "cto", kind=GapKind.PRODUCT),
        gap(StageId.LEARN, "gone"),
        gap(None, "cfo"),
    ]
    heat = heat_of(PACK, gaps, TODAY)

    assert (("CFO", "CTO", NO_PERSONA), (*STAGES, NO_STAGE)) == (heat.rows, heat.columns)
    assert ["2 · no asset", "1", ""] == [row[4].words for row in heat.places]
    assert ["no asset", "", "1"] == [row[1].words for row in heat.places]
    assert ["1", "", ""] == [row[5].words for row in heat.places]
    assert 5 == heat.gaps


def test_the_alternative_text_says_where_it_is_worst() -> None:
    """The counts, and the places with the most gaps by name."""
    gaps = [gap(StageId.BUY, "cfo"), gap(StageId.BUY, "cfo"), gap(StageId.LEARN, "cto")]

    assert (
        "Content gaps of Small: 3 open content gaps and 8 places without an asset. "
        "Most gaps: CFO, Buy (2) and CTO, Learn (1)."
    ) == heat_of(PACK, gaps, TODAY).alt_text
    assert (
        "Content gaps of Small: 0 open content gaps and 8 places without an asset." == heat_of(PACK, [], TODAY).alt_text
    )


@pytest.mark.parametrize("personas", [(), PACK.personas])
@given(gaps=st.lists(st.builds(gap, st.none() | st.sampled_from(StageId), st.sampled_from(["cfo", "gone", None]))))
def test_no_gap_is_lost(personas: tuple[Persona, ...], gaps: list[Gap]) -> None:
    """Whatever gaps name, each stands in one place, and every row has a place for every column."""
    heat = heat_of(PACK.model_copy(update={"personas": personas}), gaps, TODAY)

    assert len(gaps) == heat.gaps
    assert heat.rows
    assert {len(heat.columns)} == {len(row) for row in heat.places}
    assert len(heat.rows) == len(heat.places)


def test_a_place_in_words() -> None:
    """A number, that there is no asset, both, or nothing."""
    assert ["2", "no asset", "2 · no asset", ""] == [
        Place(gaps, is_empty=empty).words for gaps, empty in ((2, False), (0, True), (2, True), (0, False))
    ]
