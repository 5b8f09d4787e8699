"""Whether qualification frameworks refer to what exists, and whether the answers to their items can be kept apart."""

from collections import Counter
from collections.abc import Iterator

from bot.core.check_values import range_problems, trait_named, values_problems
from bot.core.framework import frameworks_of
from bot.core.pack import Pack
from bot.core.problem import Place, Problem, Unread, error
from bot.core.qualification import Framework, Item, item_trait, item_trait_id
from bot.core.trait import Trait

_LONGEST_ID = 80
"""Of a trait, and so of what the answers to an item are kept under."""


def framework_problems(pack: Pack, unread: Unread) -> Iterator[Problem]:
    """What is wrong with the frameworks of a pack."""
    own = _own(pack)
    for framework in pack.qualification:
        times: Counter[str] = Counter()
        for index, item in enumerate(framework.items):
            place: Place = ("qualification", framework.id, "items", index)
            times[item.id] += 1
            if times[item.id] > 1:
                yield error((*place, "id"), f"there are two items called {item.id!r}; ids are unique")
            yield from _item(pack, (framework, item), own, place, unread)
    yield from _kept_twice(pack)


def _own(pack: Pack) -> dict[str, Trait]:
    """The traits that items have of their own, by id, but for those whose id would be too long."""
    asked = [(framework, item) for framework in frameworks_of(pack) for item in framework.items if item.trait is None]
    short = [(framework, item) for framework, item in asked if len(item_trait_id(framework, item)) <= _LONGEST_ID]
    return {item_trait_id(framework, item): item_trait(framework, item) for framework, item in short}


def _item(
    pack: Pack, asked: tuple[Framework, Item], own: dict[str, Trait], place: Place, unread: Unread
) -> Iterator[Problem]:
    """Whether each trait that answers an item exists and can hold the values that count."""
    framework, item = asked
    kept = item_trait_id(framework, item)
    if item.trait is not None:
        yield from _answer(pack, (item.trait, item.met), own, ((*place, "trait"), (*place, "met")), unread)
    elif kept in own:
        yield from _met(own[kept], item.met, (*place, "met"), unread)
    else:
        yield error((*place, "id"), f"{kept!r} has more than {_LONGEST_ID} characters; shorten one of its two ids")
    for trait_id, met in item.others.items():
        where = (*place, "or", trait_id)
        yield from _answer(pack, (trait_id, met), own, (where, where), unread)


def _answer(
    pack: Pack, named: tuple[str, tuple[str, ...]], own: dict[str, Trait], places: tuple[Place, Place], unread: Unread
) -> Iterator[Problem]:
    """Whether a trait that answers an item exists, of the pack or of another item, and can hold the values."""
    trait_id, met = named
    if trait_id not in own and "." in trait_id and unread.blurs("qualification"):
        return
    trait = own.get(trait_id) or trait_named(pack, trait_id, places[0], unread)
    if isinstance(trait, Problem):
        yield trait
    if isinstance(trait, Trait):
        yield from _met(trait, met, places[1], unread)


def _met(trait: Trait, met: tuple[str, ...], place: Place, unread: Unread) -> Iterator[Problem]:
    """Values that count as there, written as in knock-outs."""
    if trait.kind.is_numeric:
        yield from range_problems(met, place, by_key=False)
        return
    yield from values_problems(trait, met, place, unread)
    for index, value in enumerate(met):
        if value in met[:index]:
            yield error((*place, index), f"{value!r} is listed twice; each value stands once")


def _kept_twice(pack: Pack) -> Iterator[Problem]:
    """Whether two things would keep their answers under one id."""
    holders: dict[str, str] = {}
    for framework in frameworks_of(pack):
        for item in framework.items:
            kept = item_trait_id(framework, item)
            if item.trait is not None:
                continue
            if pack.trait(kept) is not None:
                yield error(
                    ("traits", kept, "id"), f"{kept!r} is what an item of {framework.id!r} is kept as; rename it"
                )
            if holders.setdefault(kept, framework.id) != framework.id:
                place: Place = ("qualification", framework.id)
                yield error(place, f"{kept!r} is what an item of {holders[kept]!r} is kept as, too; rename one of them")
