"""Frameworks and their items: what asks for an item that no trait of the pack answers."""

import pytest

from bot.core.qualification import MQL, SQL, Framework, Item, item_trait, item_trait_id
from bot.core.trait import Group, Kind
from bot.core.value import Pick, read_value

CHAMPION = Item(id="champion", label="Champion", question="Does somebody at {account} argue for us?")
MEDDIC = Framework(id="meddic", title="MEDDIC", items=(CHAMPION,))


def test_an_item_is_asked_for_an_account() -> None:
    """The question speaks of the account by its name, wherever it stands."""
    twice = CHAMPION.model_copy(update={"question": "{account}? Who at {account}?"})

    assert "Does somebody at Acme argue for us?" == CHAMPION.ask("Acme")
    assert "Acme? Who at Acme?" == twice.ask("Acme")


def test_an_item_has_a_flag_of_its_own() -> None:
    """It is asked, answered and shown as any flag is, and ages as fast as any behaviour."""
    trait = item_trait(MEDDIC, CHAMPION)

    assert ("meddic.champion", "Champion", Kind.FLAG) == (trait.id, trait.label, trait.kind)
    assert (Group.BEHAVIOURAL, 90, "MEDDIC asks for it.") == (trait.group, trait.days_valid, trait.why)
    assert CHAMPION.ask("Acme") == trait.ask("Acme")
    assert (Pick("yes"), Pick("no")) == (read_value(raw=True, trait=trait), read_value("no", trait))
    assert ["there", "not there"] == [trait.option_label(option) for option in trait.option_ids]


def test_the_id_is_stable() -> None:
    """It hangs on the two ids alone, so that answers outlive other words for the same thing."""
    reworded = MEDDIC.model_copy(update={"title": "Our MEDDIC"})

    assert item_trait_id(MEDDIC, CHAMPION) == item_trait_id(reworded, CHAMPION) == item_trait(MEDDIC, CHAMPION).id


@pytest.mark.parametrize(("framework", "items"), [(MQL, 1), (SQL, 2)])
def test_what_every_pack_has(framework: Framework, items: int) -> None:
    """Engagement makes an MQL; a person's engagement and a project that is ready make an SQL, each with its question."""
    assert items == len(framework.items)
    for item in framework.items:
        assert "Acme" in item.ask("Acme")
        assert item.question.endswith("?")
        assert None is item.trait
