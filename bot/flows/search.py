"""Search: bring the vector store up to date with a pack, and find passages in it by meaning and by words."""

from dataclasses import dataclass
from datetime import date

from bot.core.errors import FikaError
from bot.core.journey import StageId
from bot.core.pack import Pack
from bot.core.passage import Hit, PassageKind, SearchFilter
from bot.core.passage_leaning import leaning
from bot.core.passage_meaning import meanings
from bot.core.passages import INDUSTRY, passages
from bot.ports import Ports


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest did."""

    passages: int
    """How many passages the pack has."""
    embedded: int
    """How many of them had to be embedded anew."""


def ingest_passages(pack: Pack, ports: Ports, *, rebuild: bool = False) -> Ingested:
    """Bring the vector store up to date with a pack; only passages that changed are embedded anew.

    Args:
        pack: the pack.
        ports: where the vector store is.
        rebuild: drop what the store holds of the pack first, whatever its condition.

    Raises:
        StateUnavailable: the vector store is damaged or not writable.
    """
    found = passages(pack)
    return Ingested(len(found), ports.index().ingest(pack, found, rebuild=rebuild))


def search(  # noqa: PLR0913 - one side of a search each, most of them left open
    text: str,
    pack: Pack,
    ports: Ports,
    today: date,
    *,
    kind: str | None = None,
    stage: str | None = None,
    persona: str | None = None,
    industry: str | None = None,
    limit: int = 5,
) -> list[Hit]:
    """The passages of a pack that answer a text best, best first.

    A passage is shown as the pack words it now, even where the store has not caught up: what the pack no longer has,
    what has lapsed and what no longer passes the filter is left out.

    Args:
        text: what to look for, in plain words.
        pack: the pack.
        ports: where the vector store is.
        today: what has lapsed by then is never found.
        kind: only passages of this kind.
        stage: only passages for this stage or for any; every name that the journey knows will do.
        persona: only passages for this persona or for any; an id, a title or another name.
        industry: only passages made for this industry or for any; an option's id, label or another name.
        limit: how many passages at the most.

    Raises:
        FikaError: there is nothing to look for, or no such kind, stage, persona or industry.
        StateUnavailable: the vector store is missing or damaged, or another embedder built it.
    """
    if not text.strip():
        raise FikaError("There is nothing to look for: give some words.")
    if limit < 1:
        raise FikaError(f"A search can show 1 passage or more, not {limit}.")
    meant = meanings(text, pack)
    only = SearchFilter(
        today=today,
        kind=_kind_named(kind) if kind is not None else None,
        stages=_stages_named(stage, pack) if stage is not None else None,
        persona=_persona_named(persona, pack) if persona is not None else None,
        industry=_industry_named(industry, pack) if industry is not None else None,
        meanings=meant,
        leaning=leaning(text, pack, meant),
    )
    found = ports.index().search(pack.name, text.strip(), only, limit)
    now = {passage.id: passage for passage in passages(pack, only=[hit.passage.id for hit in found])}
    hits = (Hit(passage=now[hit.passage.id], score=hit.score) for hit in found if hit.passage.id in now)
    return [hit for hit in hits if only.admits(hit.passage)]


def _kind_named(name: str) -> PassageKind:
    try:
        return PassageKind(name.strip().casefold())
    except ValueError:
        raise FikaError(f"There is no kind {name!r}. The kinds: {', '.join(PassageKind)}.") from None


def _stages_named(name: str, pack: Pack) -> tuple[str, ...]:
    stages = pack.journey.stages_named(name)
    if not stages:
        raise FikaError(f"There is no stage {name!r}. The names of stages: {', '.join(_stage_names(pack))}.")
    return tuple(stage.value for stage in stages)


def _stage_names(pack: Pack) -> list[str]:
    """Every name that means a stage, once whatever its letter case."""
    names: dict[str, str] = {}
    for stage in StageId:
        held = pack.journey.stages.get(stage)
        for name in (stage.value, *((*held.also, *held.crm) if held else ())):
            names.setdefault(name.casefold(), name)
    return list(names.values())


def _persona_named(name: str, pack: Pack) -> str:
    wanted = name.strip().casefold()
    by_id = pack.persona(name.strip())
    if by_id:
        return by_id.id
    named = [
        persona.id
        for persona in pack.personas
        if wanted in {known.casefold() for known in (persona.id, persona.title, *persona.also)}
    ]
    if len(named) == 1:
        return named[0]
    if named:
        raise FikaError(f"{name!r} may mean several personas: {', '.join(named)}. Give one of these.")
    everybody = ", ".join(persona.id for persona in pack.personas) or "none in this pack"
    raise FikaError(f"There is no persona {name!r}. The personas: {everybody}.")


def _industry_named(name: str, pack: Pack) -> str:
    wanted = name.strip().casefold()
    trait = pack.trait(INDUSTRY)
    if trait is None or not trait.options:
        raise FikaError("This pack tells no industries apart: search without one.")
    for option, known in trait.options.items():
        if wanted in {word.casefold() for word in (option, trait.option_label(option), *known.also)}:
            return option
    raise FikaError(f"There is no industry {name!r}. The industries: {', '.join(trait.options)}.")
