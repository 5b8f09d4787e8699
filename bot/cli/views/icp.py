"""The ICPs in the terminal: whom we sell to, whom next, and whom not."""

from bot.core.icp import Icp, Rating, Role
from bot.core.pack import Pack
from bot.core.trait import Trait
from bot.core.wording import listed

_ROLES = {
    Role.PRIMARY: "Sell to them first",
    Role.SECONDARY: "The next-best target",
    Role.NEGATIVE: "Do not sell to them",
}


def icp_lines(pack: Pack) -> list[str]:
    """Every ICP of a pack, with what counts in it."""
    lines = [f"{pack.title}, version {pack.version}, {pack.status}"]
    for icp in sorted(pack.icps, key=lambda icp: list(Role).index(icp.role)):
        lines += ["", f"{_ROLES[icp.role]}: {icp.name}", *_narrative(icp), *_required(icp, pack), *_others(icp, pack)]
    return lines


def _narrative(icp: Icp) -> list[str]:
    if icp.narrative is None:
        return []
    return [f"  They gain: {icp.narrative.they_gain}", f"  We gain: {icp.narrative.we_gain}"]


def _required(icp: Icp, pack: Pack) -> list[str]:
    traits = [(trait, icp.ratings[trait.id]) for trait in pack.traits if trait.id in icp.ratings]
    gates = [f"  Must have: {trait.label}: {_best(trait, rating)}" for trait, rating in traits if rating.required]
    knocked = [
        f"  Ruled out: {trait.label}: {listed([_value(trait, value) for value in icp.knockouts[trait.id]])}"
        for trait in pack.traits
        if trait.id in icp.knockouts
    ]
    return gates + knocked


def _others(icp: Icp, pack: Pack) -> list[str]:
    labels = [trait.label for trait in pack.traits if trait.id in icp.ratings and not icp.ratings[trait.id].required]
    return [f"  Also counts: {listed(labels, 'and')}"] if labels else []


def _best(trait: Trait, rating: Rating) -> str:
    if isinstance(rating.points, dict):
        return listed([_value(trait, value) for value, points in rating.points.items() if points > 0])
    return listed([trait.option_label(tag) for row in rating.points if row.points > 0 for tag in row.has])


def _value(trait: Trait, value: str) -> str:
    return value if trait.kind.is_numeric else trait.option_label(value)
