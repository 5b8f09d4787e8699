"""Filters on whole packs: what is found is what a brute force over every passage admits, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.journey import StageId
from bot.core.pack import Pack
from bot.core.passage import Passage, PassageKind
from bot.core.passages import INDUSTRY, passages
from bot.flows.search import ingest_passages, search
from bot.library.embedder import WordLlamaEmbedder
from bot.library.folders import FolderPacks
from bot.library.index import ChromaIndex
from bot.library.loader import load_pack
from bot.ports import Ports, Store

TODAY = date(2026, 11, 22)
ALL = 1_000
OWN = Path(__file__).parents[1] / "data"
FOLDERS = (
    *(shipped("knowledge") / name for name in ("harbor", "posthog")),
    *(OWN / name for name in ("mendbook", "torqline", "sweepwell", "paystove", "molar", "fleet", "school", "ward")),
)


def no_store() -> Store:
    """A state that a search has no business with."""
    raise AssertionError


@dataclass(frozen=True)
class Side:
    """A filter as a person gives it, and what of a passage it asks for: any of `values`, or nothing at all."""

    name: str | None
    values: frozenset[str] = frozenset()

    def admits(self, held: tuple[str, ...]) -> bool:
        """Whether a passage with these stages, personas or industries may be found."""
        return self.name is None or not held or not self.values.isdisjoint(held)


OPEN = Side(None)


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """A real index."""
    index = ChromaIndex(tmp_path_factory.mktemp("vectors"), WordLlamaEmbedder())
    return Ports(store=no_store, packs=FolderPacks(shipped("knowledge")), index=lambda: index)


@pytest.fixture(scope="module")
def packs(ports: Ports) -> dict[str, Pack]:
    """Every pack that is at hand, ingested."""
    found = {folder.name: load_pack(folder).pack for folder in FOLDERS}
    for pack in found.values():
        ingest_passages(pack, ports)
    return found


def stage_sides(pack: Pack) -> Iterator[Side]:
    """Every name of a stage, of the pack's other vocabularies too; a name may mean several stages."""
    meant: dict[str, set[str]] = {stage.value: {stage.value} for stage in StageId}
    for stage_id, stage in pack.journey.stages.items():
        for name in (*stage.also, *stage.crm):
            meant.setdefault(name.casefold(), set()).add(stage_id.value)
    for name, stages in meant.items():
        yield Side(name, frozenset(stages))


def persona_sides(pack: Pack) -> Iterator[Side]:
    """Every persona by its id, its title and a name in other letters."""
    for persona in pack.personas:
        names = (persona.id, persona.title, *(name.upper() for name in persona.also))
        yield from (Side(name, frozenset({persona.id})) for name in names)


def industry_sides(pack: Pack) -> Iterator[Side]:
    """Every industry by its id and its label."""
    trait = pack.trait(INDUSTRY)
    for option in trait.options if trait else ():
        assert trait
        yield from (Side(name, frozenset({option})) for name in (option, trait.option_label(option)))


def expected(pack: Pack, kind: str | None, stage: Side, persona: Side, industry: Side) -> list[str]:
    """What a brute force over the pack's passages admits."""
    return sorted(
        each.id
        for each in passages(pack)
        if not (each.valid_until and each.valid_until < TODAY)
        and kind in (None, each.kind.value)
        and all(side.admits(held) for side, held in zip((stage, persona, industry), sides_of(each), strict=True))
    )


def sides_of(each: Passage) -> tuple[tuple[str, ...], ...]:
    """What a passage is for."""
    return each.stages, each.personas, each.industries


def found(pack: Pack, ports: Ports, kind: str | None, stage: Side, persona: Side, industry: Side) -> list[str]:
    """What a search finds that shows everything."""
    hits = search(
        "what does it cost",
        pack,
        ports,
        TODAY,
        kind=kind,
        stage=stage.name,
        persona=persona.name,
        industry=industry.name,
        limit=ALL,
    )
    return sorted(hit.passage.id for hit in hits)


@pytest.mark.parametrize("name", [folder.name for folder in FOLDERS])
def test_each_filter_admits_exactly_what_it_says(name: str, packs: dict[str, Pack], ports: Ports) -> None:
    """One filter at a time, by every name that people have for it: nothing else is found and nothing is missed."""
    pack = packs[name]
    table = [
        *((kind.value, OPEN, OPEN, OPEN) for kind in PassageKind),
        *((None, side, OPEN, OPEN) for side in stage_sides(pack)),
        *((None, OPEN, side, OPEN) for side in persona_sides(pack)),
        *((None, OPEN, OPEN, side) for side in industry_sides(pack)),
    ]

    assert [expected(pack, *row) for row in table] == [found(pack, ports, *row) for row in table]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_filters_together_admit_what_each_of_them_does(
    data: st.DataObject, packs: dict[str, Pack], ports: Ports
) -> None:
    """Any kind, stage, persona and industry at once."""
    pack = packs[data.draw(st.sampled_from([folder.name for folder in FOLDERS]))]
    row = (
        data.draw(st.sampled_from([None, *(kind.value for kind in PassageKind)])),
        data.draw(st.sampled_from([OPEN, *stage_sides(pack)])),
        data.draw(st.sampled_from([OPEN, *persona_sides(pack)])),
        data.draw(st.sampled_from([OPEN, *industry_sides(pack)])),
    )

    assert expected(pack, *row) == found(pack, ports, *row)
