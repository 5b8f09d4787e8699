"""Whether the ICPs of a pack can decide: one of each role, points for values that exist, gates that can be passed."""

import re
from collections.abc import Iterator, Sequence

from bot.core.cell import Cell, partition
from bot.core.check_values import range_problems, trait_named, values_problems
from bot.core.icp import Icp, Rating, Role, TagPoints
from bot.core.pack import Pack
from bot.core.problem import Place, Problem, Unread, error, unknown, warning
from bot.core.trait import Kind, Trait

_TOO_VAGUE = 3
"""An ICP that rates fewer traits than this decides nothing."""
_NEVER_SCORABLE = re.compile(r"\b(ages?|how old|genders?|sex|education|educational|incomes?|salary|salaries)\b")


def icp_problems(pack: Pack, unread: Unread) -> Iterator[Problem]:
    """What is wrong or doubtful about the ICPs of a pack."""
    yield from _roles(pack, unread)
    for icp in pack.icps:
        yield from _icp(pack, icp, unread)


def _icp(pack: Pack, icp: Icp, unread: Unread) -> Iterator[Problem]:
    place = ("icps", icp.id)
    faults = [fault for trait_id in icp.ratings for fault in _rating(pack, icp, trait_id, unread)]
    yield from faults
    yield from _knockouts(pack, icp, unread)
    if icp.narrative is None:
        yield warning(place, f"the ICP {icp.id!r} has no narrative: why they gain from us, and what we gain from them")
    if icp.role is Role.NEGATIVE or unread.blurs(*place):
        return
    if len(icp.ratings) < _TOO_VAGUE:
        yield warning(place, f"the ICP {icp.id!r} is too vague: it rates {len(icp.ratings)} traits; cut twice more")
    if all(fault.severity == "warning" for fault in faults) and not unread.blurs("traits"):
        yield from _best_points(pack, icp)


def _roles(pack: Pack, unread: Unread) -> Iterator[Problem]:
    holders: dict[Role, str] = {}
    for icp in pack.icps:
        if icp.role in holders:
            yield error(
                ("icps", icp.id, "role"), f"{holders[icp.role]!r} is the {icp.role} ICP already; there is at most one"
            )
        holders.setdefault(icp.role, icp.id)
    if unread.blurs("icps"):
        return
    if Role.PRIMARY not in holders:
        yield error(("icps",), "there is no primary ICP; a pack has exactly one, with `role: primary`")
    if Role.SECONDARY not in holders:
        yield warning(("icps",), "there is no secondary ICP: the next-best target")
    if Role.NEGATIVE not in holders:
        yield warning(("icps",), "there is no negative ICP: whom not to sell to")


def _rating(pack: Pack, icp: Icp, trait_id: str, unread: Unread) -> Iterator[Problem]:
    rating = icp.ratings[trait_id]
    place: Place = ("icps", icp.id, "ratings", trait_id)
    if icp.role is Role.NEGATIVE:
        yield from _negative_rating(rating, place)
    if rating.because is None:
        yield warning(place, f"the rating of {trait_id!r} has no `because`, so no report can say what it rests on")
    trait = trait_named(pack, trait_id, place, unread)
    if isinstance(trait, Problem):
        yield trait
    if not isinstance(trait, Trait):
        return
    yield from _about_a_person(trait, place)
    faults = list(_points(trait, rating, (*place, "points"), unread))
    yield from faults
    blurred = unread.blurs("traits", trait.id, "options") or unread.blurs(*place)
    if not blurred and all(fault.severity == "warning" for fault in faults):
        yield from _effect(trait, icp, rating, place)


def _negative_rating(rating: Rating, place: Place) -> Iterator[Problem]:
    if rating.required:
        yield error(
            (*place, "required"), "the negative ICP has no gates; `required` is for the others, use a knock-out"
        )
    wrong = "a negative ICP has no points above 0; allowed: -5, -3, -1, 0"
    if isinstance(rating.points, dict):
        rows: list[tuple[Place, int]] = [((*place, "points", key), points) for key, points in rating.points.items()]
    else:
        rows = [((*place, "points", index, "points"), row.points) for index, row in enumerate(rating.points)]
    for where, points in (*rows, ((*place, "otherwise"), rating.otherwise)):
        if points > 0:
            yield error(where, f"{points} points: {wrong}")


def _about_a_person(trait: Trait, place: Place) -> Iterator[Problem]:
    if trait.level != "person":
        return
    words = " ".join(
        (trait.id.replace("_", " ").replace("-", " "), trait.label, trait.question, *trait.also)
    ).casefold()
    if _NEVER_SCORABLE.search(words):
        yield error(
            place, f"{trait.id!r} is about the age, gender, education or income of a person, which is never scorable"
        )
    else:
        yield warning(
            place, f"{trait.id!r} describes a person, and an ICP describes a company; say it in a persona instead"
        )


def _points(trait: Trait, rating: Rating, place: Place, unread: Unread) -> Iterator[Problem]:
    by_tags = not isinstance(rating.points, dict)
    if by_tags != (trait.kind is Kind.TAGS):
        if rating.points:
            yield error(place, _wrong_shape(trait))
        return
    if not isinstance(rating.points, dict):
        yield from _tag_rows(trait, rating.points, place, unread)
    elif trait.kind.is_numeric:
        yield from range_problems(tuple(rating.points), place, by_key=True)
    elif not unread.blurs("traits", trait.id, "options"):
        for option in rating.points:
            if option not in trait.option_ids:
                yield error((*place, option), unknown("option", option, trait.option_ids, of=trait.id))


def _wrong_shape(trait: Trait) -> str:
    if trait.kind is Kind.TAGS:
        return f"{trait.id!r} is a list of tags; write its points as rows: [{{has: [TAG], points: 3}}]"
    by = "range" if trait.kind.is_numeric else "option"
    return f"rows with `has` are for tags, and {trait.id!r} is of kind {trait.kind}; write its points by {by}"


def _tag_rows(trait: Trait, rows: Sequence[TagPoints], place: Place, unread: Unread) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        for position, tag in enumerate(row.has):
            if tag not in trait.options and not unread.blurs("traits", trait.id, "options"):
                yield error((*place, index, "has", position), unknown("option", tag, trait.options, of=trait.id))
        if seen.issuperset(row.has):
            yield warning((*place, index), "earlier rows cover every tag of this row, so it never counts")
        seen.update(row.has)


def _effect(trait: Trait, icp: Icp, rating: Rating, place: Place) -> Iterator[Problem]:
    cells = _cells(trait, icp)
    if rating.required and icp.role is not Role.NEGATIVE and not any(cell.points[0] > 0 for cell in cells):
        yield error(
            (*place, "required"), f"no value of {trait.id!r} has points above 0, so nothing can ever pass this gate"
        )
    elif not rating.points:
        yield warning((*place, "points"), f"the rating of {trait.id!r} lists no value")
    elif not any(cell.points[0] for cell in cells):
        yield warning(place, f"every value of {trait.id!r} has 0 points, so the rating never matters")


def _cells(trait: Trait, icp: Icp) -> tuple[Cell, ...]:
    """The cells of a trait as the ratings of that one ICP cut them."""
    return partition(trait, [icp.model_copy(update={"knockouts": {}})]).cells


def _knockouts(pack: Pack, icp: Icp, unread: Unread) -> Iterator[Problem]:
    place: Place = ("icps", icp.id, "knockouts")
    if icp.knockouts and icp.role is not Role.NEGATIVE:
        yield error(place, f"the {icp.role} ICP cannot have knock-outs; they belong to the negative ICP")
    for trait_id, values in icp.knockouts.items():
        trait = trait_named(pack, trait_id, (*place, trait_id), unread)
        if isinstance(trait, Problem):
            yield trait
        if not isinstance(trait, Trait):
            continue
        yield from _about_a_person(trait, (*place, trait_id))
        yield from _knocked_out(trait, values, (*place, trait_id), unread)


def _knocked_out(trait: Trait, values: Sequence[str], place: Place, unread: Unread) -> Iterator[Problem]:
    if not values:
        yield warning(place, f"no value of {trait.id!r} is listed, so nothing is knocked out")
    if trait.kind.is_numeric:
        yield from range_problems(values, place, by_key=False)
        return
    yield from values_problems(trait, values, place, unread)
    for index, value in enumerate(values):
        if value in values[:index]:
            yield error((*place, index), f"{value!r} is listed twice; each value stands once")


def _best_points(pack: Pack, icp: Icp) -> Iterator[Problem]:
    rated = [trait for trait in pack.traits if trait.id in icp.ratings]
    if not any(cell.points[0] > 0 for trait in rated for cell in _cells(trait, icp)):
        yield error(
            ("icps", icp.id, "ratings"), f"no value earns the ICP {icp.id!r} any points; it needs a rating above 0"
        )
