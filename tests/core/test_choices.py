"""Choices: what can be picked for each kind of trait, and that each is an answer that the trait can hold."""

import pytest

from bot.core.cell import partition
from bot.core.choices import choices_of
from bot.core.pack import Pack
from bot.core.trait import Kind, Trait
from bot.core.value import UNKNOWN, read_value
from tests.labelled import pack as labelled
from tests.small import pack


def _choices(trait_id: str, of: Pack) -> list[tuple[str, object, str]]:
    trait = of.trait(trait_id)
    assert trait is not None
    found = choices_of(trait, partition(trait, of.icps).cells, of.currency)
    return [(each.label, each.value, each.key) for each in found]


def test_ranges() -> None:
    """Of a number each range is a choice, smallest first, in the words of its sign."""
    assert [
        ("less than 10", {"max": 9}, "<10"),
        ("10 to 49", {"min": 10, "max": 49}, "10..49"),
        ("50 to 200", {"min": 50, "max": 200}, "50..200"),
        ("201 to 1,000", {"min": 201, "max": 1000}, "201..1000"),
        ("more than 1,000", {"min": 1001}, ">1000"),
    ] == _choices("employees", pack())


def test_money() -> None:
    """A sum of money is said with its currency."""
    labels = [label for label, _, _ in _choices("revenue", pack())]

    assert ["less than USD 2M", "USD 2M to USD 50M", "more than USD 50M"] == labels


def test_money_below_one_bound() -> None:
    """What a pack leaves over is said with the same round number: at least USD 5M, and not more than USD 4,999,999."""
    trait = Trait(id="n", label="N", kind=Kind.MONEY, group="firmographic", question="N of {account}?")
    rating = pack().icps[0].ratings["employees"].model_copy(update={"points": {"<5M": 5}})
    icp = pack().icps[0].model_copy(update={"ratings": {"n": rating}})
    found = choices_of(trait, partition(trait, (icp,)).cells, "USD")

    assert ["less than USD 5M", "at least USD 5M"] == [each.label for each in found]


def test_options() -> None:
    """Options are choices in pack order: a flag is yes or no, a tag a list of one."""
    assert [("yes", True, "yes"), ("no", False, "no")] == _choices("budget", pack())
    assert ("B2B SaaS", "saas", "saas") == _choices("industry", pack())[0]
    assert ["salesforce"] == _choices("stack", pack())[0][1]


def test_one_range() -> None:
    """A number that nothing cuts has no choices; a range of one number is that number."""
    trait = Trait(id="n", label="N", kind=Kind.NUMBER, group="firmographic", question="N of {account}?")

    assert () == choices_of(trait, partition(trait, ()).cells, "USD")
    icp = (
        pack()
        .icps[0]
        .model_copy(
            update={"ratings": {"n": pack().icps[0].ratings["employees"].model_copy(update={"points": {"5..5": 5}})}}
        )
    )
    found = choices_of(trait, partition(trait, (icp,)).cells, "USD")
    assert 5 in [each.value for each in found]


@pytest.mark.parametrize("name", ["harbor", "posthog", "worked", "molar", "fleet", "ward"])
def test_each_is_an_answer(name: str) -> None:
    """Whatever is offered in a pack can be held, and no two choices of a trait are the same."""
    of = labelled(name)
    for trait in of.traits:
        found = choices_of(trait, partition(trait, of.icps).cells, of.currency)
        assert len({each.key for each in found}) == len(found) == len({each.label for each in found})
        assert all(read_value(each.value, trait) is not UNKNOWN for each in found)
