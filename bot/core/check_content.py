"""Whether journey, personas, assets and playbook refer to what exists, and cover what they should."""

from collections.abc import Iterator

from bot.core.asset import Asset
from bot.core.check_qualification import framework_problems
from bot.core.check_values import trait_named, values_problems
from bot.core.journey import JourneyCell, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.problem import Place, Problem, Unread, error, listed, unknown, warning
from bot.core.trait import Trait

CELLS = 25
"""Five stages by five personas."""


def content_problems(pack: Pack, unread: Unread) -> Iterator[Problem]:
    """What is wrong or doubtful about everything in a pack but its traits and ICPs."""
    yield from _personas(pack, unread)
    yield from _stages(pack, unread)
    for stage_id, stage in pack.journey.stages.items():
        yield from _stage(pack, stage_id, stage, unread)
        yield from _signs(pack, stage_id, stage, unread)
    for asset in pack.assets:
        yield from _asset(pack, asset, unread)
    yield from framework_problems(pack, unread)
    for page in pack.playbook:
        if not page.body:
            yield warning(("playbook", page.id), f"the page {page.id!r} has no text, so it can never be found")
    yield from _empty(pack, unread)


def _empty(pack: Pack, unread: Unread) -> Iterator[Problem]:
    parts = {
        "personas": (pack.personas, "nobody can be briefed for whom they talk to"),
        "assets": (pack.assets, "there is nothing to send"),
        "qualification": (pack.qualification, "there is no BANT, MEDDIC or MEDDPICC"),
        "playbook": (pack.playbook, "there is nothing else to answer from"),
    }
    for name, (part, loss) in parts.items():
        if not part and not unread.blurs(name):
            yield warning((name,), f"{name} is empty: {loss}")


def _personas(pack: Pack, unread: Unread) -> Iterator[Problem]:
    in_journey = {cell.persona for stage in pack.journey.stages.values() for cell in stage.cells}
    for persona in pack.personas:
        place = ("personas", persona.id)
        if persona.validated is None and not unread.blurs(*place):
            yield warning(place, f"the persona {persona.id!r} is unvalidated: `validated` says what research backs it")
        if persona.id not in in_journey and not unread.blurs("journey"):
            yield warning(place, f"the persona {persona.id!r} has no cell in the journey")


def _stages(pack: Pack, unread: Unread) -> Iterator[Problem]:
    stages = pack.journey.stages
    for stage_id in StageId:
        if stage_id not in stages and not unread.blurs("journey", "stages", stage_id):
            yield error(
                ("journey", "stages"), f"the stage {stage_id.value!r} is missing; a journey has all five: {_FIVE}"
            )
    count = sum(len(stage.cells) for stage in stages.values())
    if count < CELLS and not unread.blurs("journey"):
        yield warning(
            ("journey", "stages"), f"the journey has {count} cells; five stages for five personas make {CELLS}"
        )
    holders: dict[str, StageId] = {}
    for stage_id, stage in stages.items():
        for index, name in enumerate(stage.crm):
            holder = holders.setdefault(name.casefold(), stage_id)
            if holder is not stage_id:
                yield warning(
                    ("journey", "stages", stage_id, "crm", index),
                    f"the CRM stage {name!r} belongs to {holder.value!r} as well; an account in it may be in either",
                )


_FIVE = listed([stage_id.value for stage_id in StageId])


def _stage(pack: Pack, stage_id: StageId, stage: JourneyStage, unread: Unread) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, cell in enumerate(stage.cells):
        place: Place = ("journey", "stages", stage_id, "cells", index)
        if cell.persona in seen:
            yield error(
                (*place, "persona"),
                f"the persona {cell.persona!r} has a cell in {stage_id.value!r} already; each has one in a stage",
            )
        elif _no_persona(pack, cell.persona, unread):
            yield error((*place, "persona"), unknown("persona", cell.persona, (each.id for each in pack.personas)))
        seen.add(cell.persona)
        yield from _cell_assets(pack, stage_id, cell, place, unread)


def _signs(pack: Pack, stage_id: StageId, stage: JourneyStage, unread: Unread) -> Iterator[Problem]:
    """Whether the values that show an account to be in a stage are values of traits that there are."""
    for trait_id, values in stage.signs.items():
        place: Place = ("journey", "stages", stage_id, "signs", trait_id)
        trait = trait_named(pack, trait_id, place, unread)
        if isinstance(trait, Problem):
            yield trait
        if isinstance(trait, Trait):
            yield from values_problems(trait, values, place, unread)
        if not values and not unread.blurs(*place):
            yield error(place, f"no value of {trait_id!r} is a sign; write one, or leave the trait out")


def _no_persona(pack: Pack, persona_id: str, unread: Unread) -> bool:
    return pack.persona(persona_id) is None and not unread.blurs("personas", persona_id)


def _cell_assets(pack: Pack, stage_id: StageId, cell: JourneyCell, place: Place, unread: Unread) -> Iterator[Problem]:
    if not cell.assets and not unread.blurs(*place):
        yield warning(place, f"the cell of {cell.persona!r} in {stage_id.value!r} has no asset: a content gap")
    assets = {asset.id: asset for asset in pack.assets}
    for index, asset_id in enumerate(cell.assets):
        where = (*place, "assets", index)
        if asset_id in assets:
            yield from _named(pack, assets[asset_id], (stage_id, cell.persona), where, unread)
        elif not unread.blurs("assets", asset_id):
            yield error(where, unknown("asset", asset_id, assets))


def _named(pack: Pack, asset: Asset, cell: tuple[StageId, str], place: Place, unread: Unread) -> Iterator[Problem]:
    """Whether an asset may stand in the cell that names it."""
    stage_id, persona = cell
    meant = [pack.journey.stages_named(name) for name in asset.stages]
    excluded = meant and all(meant) and not any(stage_id in stages for stages in meant)
    if excluded and not unread.blurs("assets", asset.id, "stages"):
        yield error(
            place, f"the asset {asset.id!r} is not for the stage {stage_id.value!r}; its stages: {listed(asset.stages)}"
        )
    known = all(pack.persona(named) for named in asset.personas)
    if asset.personas and known and persona not in asset.personas and not unread.blurs("assets", asset.id, "personas"):
        yield error(place, f"the asset {asset.id!r} is not for {persona!r}; its personas: {listed(asset.personas)}")
    if asset.lapsed(pack.reviewed_on) and not unread.blurs("pack", "reviewed_on"):
        yield warning(
            place,
            f"the asset {asset.id!r} lapsed on {asset.valid_until}, before the pack was reviewed; it is never shown",
        )


def _asset(pack: Pack, asset: Asset, unread: Unread) -> Iterator[Problem]:
    place: Place = ("assets", asset.id)
    if not asset.stages and not unread.blurs(*place):
        yield warning((*place, "stages"), f"the asset {asset.id!r} is for no stage, so no stage finds it")
    for index, name in enumerate(asset.stages):
        if not pack.journey.stages_named(name) and not _names_blurred(pack, unread):
            yield error((*place, "stages", index), unknown("stage", name, _stage_names(pack)))
    for index, persona in enumerate(asset.personas):
        if _no_persona(pack, persona, unread):
            allowed = (each.id for each in pack.personas)
            yield error((*place, "personas", index), unknown("persona", persona, allowed))
    for trait_id, values in asset.fits.items():
        trait = trait_named(pack, trait_id, (*place, "for", trait_id), unread)
        if isinstance(trait, Problem):
            yield trait
        if isinstance(trait, Trait):
            yield from values_problems(trait, values, (*place, "for", trait_id), unread)
    if not asset.body:
        yield warning(place, f"the asset {asset.id!r} has no text, so no search can find it")


def _names_blurred(pack: Pack, unread: Unread) -> bool:
    """Whether some stage may have names that nobody could read."""
    return any(
        stage_id not in pack.journey.stages
        or unread.blurs("journey", "stages", stage_id, "also")
        or unread.blurs("journey", "stages", stage_id, "crm")
        for stage_id in StageId
    )


def _stage_names(pack: Pack) -> list[str]:
    stages = pack.journey.stages.values()
    names = [stage_id.value for stage_id in StageId]
    others = [name for stage in stages for name in (*stage.also, *stage.crm)]
    return list({name.casefold(): name for name in (*others, *names)}.values())
