"""The frameworks of a pack, and the traits that their items ask by."""

import pytest

from bot.core.framework import (
    FrameworkUnknown,
    framework_named,
    frameworks_of,
    own_traits,
    trait_behind,
    trait_of,
)
from bot.core.pack import Pack
from bot.core.qualification import MQL, SQL, Framework, Item
from tests.small import pack

BUDGET = Item(id="budget", label="Budget", question="Is there money at {account}?", trait="budget")
NEED = Item(id="need", label="Need", question="Does {account} need it?")
BANT = Framework(id="bant", title="BANT", items=(BUDGET, NEED))
OURS = Framework(
    id="sql", title="Sales qualified", items=(Item(id="need", label="N", question="?", trait="bant.need"),)
)


def with_frameworks(*frameworks: Framework) -> Pack:
    """The small pack with these frameworks."""
    return pack().model_copy(update={"qualification": frameworks})


def test_mql_and_sql_are_in_every_pack() -> None:
    """They stand behind the pack's own frameworks, and one that the pack brings itself stands in their place."""
    assert (MQL, SQL) == frameworks_of(pack())
    assert (BANT, MQL, SQL) == frameworks_of(with_frameworks(BANT))
    assert (OURS, MQL) == frameworks_of(with_frameworks(OURS))


def test_a_framework_is_named() -> None:
    """By its id or its title, in any case; the first of the pack where none is named, MQL and SQL last."""
    mine = with_frameworks(OURS, BANT)

    assert BANT == framework_named(mine, "Bant") == framework_named(mine, None)
    assert OURS == framework_named(mine, " sales QUALIFIED ") == framework_named(mine, "SQL")
    assert MQL == framework_named(pack(), None)


def test_a_framework_that_is_not_there() -> None:
    """The complaint names those that there are."""
    with pytest.raises(FrameworkUnknown) as refused:
        framework_named(with_frameworks(BANT), "meddic")

    assert "There is no framework called 'meddic'; there is BANT, MQL and SQL." == str(refused.value)
    assert ("meddic", ("BANT", "MQL", "SQL")) == (refused.value.named, refused.value.known)


def test_traits_of_items() -> None:
    """Items without a trait have one of their own; those with one do not."""
    mine = with_frameworks(BANT)
    own = own_traits(mine)

    assert ["bant.need", "mql.engagement", "sql.individual_engagement", "sql.project_readiness"] == list(own)
    assert own["bant.need"] == trait_of(mine, "bant.need") == trait_behind(mine, BANT, NEED)
    assert mine.trait("budget") == trait_of(mine, "budget") == trait_behind(mine, BANT, BUDGET)
    assert None is trait_of(mine, "bant.budget")


def test_an_item_may_share_the_trait_of_another_framework() -> None:
    """Who qualifies by one framework and then by another is not asked the same thing twice."""
    mine = with_frameworks(BANT, OURS)

    assert "bant.need" == trait_behind(mine, OURS, OURS.items[0]).id


def test_a_trait_that_is_gone() -> None:
    """An item whose trait the pack does not have is asked by a flag of its own."""
    lost = NEED.model_copy(update={"trait": "gone"})

    assert "bant.need" == trait_behind(with_frameworks(BANT), BANT, lost).id
