"""Frameworks of a pack: its own, with MQL and SQL where it brings none, and the traits that their items ask by."""

from bot.core.errors import FikaError
from bot.core.pack import Pack
from bot.core.qualification import MQL, SQL, Framework, Item, item_trait
from bot.core.trait import Trait
from bot.core.wording import listed


class FrameworkUnknown(FikaError):
    """Raised when a pack has no framework of that name; `known` holds the titles of those that it has."""

    def __init__(self, named: str, known: tuple[str, ...]) -> None:
        self.named = named
        self.known = known
        super().__init__(f"There is no framework called {named!r}; there is {listed(known, 'and')}.")


def frameworks_of(pack: Pack) -> tuple[Framework, ...]:
    """Every framework by which an account can be qualified: the pack's in its order, then MQL and SQL."""
    own = {framework.id for framework in pack.qualification}
    return (*pack.qualification, *(each for each in (MQL, SQL) if each.id not in own))


def framework_named(pack: Pack, named: str | None) -> Framework:
    """The framework of that id or title; the first one where none is named, MQL and SQL last.

    Raises:
        FrameworkUnknown: there is none called so.
    """
    frameworks = frameworks_of(pack)
    if named is None:
        return min(frameworks, key=lambda each: each.id in (MQL.id, SQL.id))
    wanted = named.strip().casefold()
    found = [each for each in frameworks if wanted in (each.id.casefold(), each.title.casefold())]
    if not found:
        raise FrameworkUnknown(named, tuple(each.title for each in frameworks))
    return found[0]


def own_traits(pack: Pack) -> dict[str, Trait]:
    """The traits that items have of their own, because no trait of the pack answers them; by id."""
    each = [(framework, item) for framework in frameworks_of(pack) for item in framework.items]
    own = [item_trait(framework, item) for framework, item in each if item.trait is None]
    return {trait.id: trait for trait in own}


def trait_of(pack: Pack, trait_id: str) -> Trait | None:
    """The trait with that id, of the pack or of an item; None where there is neither."""
    return pack.trait(trait_id) or own_traits(pack).get(trait_id)


def trait_behind(pack: Pack, framework: Framework, item: Item) -> Trait:
    """The trait whose answers answer an item; the item's own where it names one that is not there."""
    named = trait_of(pack, item.trait) if item.trait else None
    return named or item_trait(framework, item)
