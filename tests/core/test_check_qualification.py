"""Frameworks are held against the pack: what they refer to exists, and no two answers are kept under one id."""

from typing import Any

from bot.core.check import Place, find_problems
from bot.core.framework import own_traits, trait_behind
from bot.core.pack import Pack
from bot.core.qualification import Framework, Item
from bot.core.trait import Trait
from tests.small import pack

PLACE: Place = ("qualification", "bant", "items", 0)


def of(*items: Item, framework: str = "bant") -> Framework:
    """A framework of these items."""
    return Framework(id=framework, title=framework.upper(), items=items)


def item(item_id: str = "need", **more: Any) -> Item:
    """An item."""
    return Item.model_validate({"id": item_id, "label": "Need", "question": "?", **more})


def errors(*frameworks: Framework, traits: tuple[Trait, ...] = (), unread: tuple[Place, ...] = ()) -> list[Any]:
    """The errors about frameworks, and about traits that are theirs, as places and messages."""
    mine: Pack = pack().model_copy(update={"qualification": frameworks, "traits": (*pack().traits, *traits)})
    found = find_problems(mine, unread)
    own = [each for each in found if each.severity == "error" and each.place[0] in ("qualification", "traits")]
    return [(each.place, each.message) for each in own]


def test_good_frameworks() -> None:
    """Items with a trait of the pack, of their own or of another framework are fine, with any values that those have."""
    good = (
        item("industry", trait="industry", met=("saas", "fintech")),
        item("size", trait="employees", met=("50..200", ">=500")),
        item("money", trait="budget", met=("no",)),
        item("tools", trait="stack", met=("excel",)),
        item("own", met=("yes",)),
        item("shared", trait="meddic.own", met=("no",)),
        item("either", trait="budget", **{"or": {"industry": ("saas",), "bant.own": (), "employees": ("<5",)}}),
    )

    assert [] == errors(of(*good), of(item("own"), framework="meddic"))


def test_two_items_of_one_id() -> None:
    """The second one is told of once, whether or not they have a trait."""
    twice = [((*PLACE[:3], 1, "id"), "there are two items called 'need'; ids are unique")]

    assert twice == errors(of(item(), item()))
    assert twice == errors(of(item(trait="budget"), item(trait="budget")))


def test_a_trait_that_does_not_exist() -> None:
    """Also one that would be an item's own, had it none of the pack."""
    [(place, message)] = errors(of(item(trait="budgets")))
    [(_, other)] = errors(of(item(trait="meddic.need")), of(item(trait="budget"), framework="meddic"))

    assert (*PLACE, "trait") == place
    assert message.startswith("unknown trait 'budgets'; did you mean 'budget'?")
    assert other.startswith("unknown trait 'meddic.need'")


def test_what_could_not_be_read_is_not_missing() -> None:
    """A reference into a framework that has faults of its own is no second fault, and one to a trait neither."""
    shared = of(item(trait="meddic.need", met=("yes",)))

    assert 1 == len(errors(shared))
    assert [] == errors(shared, unread=(("qualification", "meddic"),))
    assert [] == errors(of(item(trait="gone")), unread=(("traits", "gone"),))


def test_values_that_count() -> None:
    """They are values of the trait, each once, and ranges that do not overlap."""
    wrong = errors(
        of(
            item("a", trait="industry", met=("bank", "saas", "saas")),
            item("b", trait="employees", met=("1..5", "5..9", "many")),
            item("c", met=("maybe",)),
        )
    )

    assert [
        ((*PLACE[:3], 0, "met", 0), "unknown option 'bank' of 'industry'; allowed: saas, fintech, other"),
        ((*PLACE[:3], 0, "met", 2), "'saas' is listed twice; each value stands once"),
        ((*PLACE[:3], 1, "met", 2), "'many' is no range; write one like 50..200, <20, >500, >=1000 or 2M..50M"),
        ((*PLACE[:3], 1, "met", 1), "the range '5..9' overlaps '1..5'; no number may be in two ranges"),
        ((*PLACE[:3], 2, "met", 0), "unknown option 'maybe' of 'bant.c'; allowed: yes, no"),
    ] == wrong


def test_other_traits_that_answer() -> None:
    """They exist and can hold the values that count, as the first one does."""
    others: dict[str, Any] = {"or": {"budgets": (), "industry": ("bank",), "employees": ("1..5", "5")}}
    wrong = errors(of(item(**others)))

    assert [
        ((*PLACE, "or", "budgets"), "unknown trait 'budgets'"),
        ((*PLACE, "or", "industry", 0), "unknown option 'bank' of 'industry'"),
        ((*PLACE, "or", "employees", 1), "the range '5' overlaps '1..5'"),
    ] == [(place, message.split("; ")[0]) for place, message in wrong]


def test_ids_too_long_to_be_kept() -> None:
    """Answers are kept under both ids together, which are one id and as long as one at most."""
    fits, long = item("x" * 75), item("x" * 76)

    assert [] == errors(of(fits))
    assert [((*PLACE, "id"), f"'bant.{long.id}' has more than 80 characters; shorten one of its two ids")] == errors(
        of(long)
    )
    assert [] == errors(of(long.model_copy(update={"trait": "budget"})))


def test_ids_that_collide() -> None:
    """A trait cannot be called what an item is kept as, and two items cannot be kept as one."""
    trait = pack().traits[0]
    here = of(item("need"))
    taken = [(("traits", "bant.need", "id"), "'bant.need' is what an item of 'bant' is kept as; rename it")]
    builtin = errors(traits=(trait.model_copy(update={"id": "mql.engagement", "label": "E"}),))
    two = errors(of(item("b.c"), framework="a"), of(item("c"), framework="a.b"))

    assert taken == errors(here, traits=(trait.model_copy(update={"id": "bant.need", "label": "N"}),))
    assert [("traits", "mql.engagement", "id")] == [place for place, _ in builtin]
    assert [(("qualification", "a.b"), "'a.b.c' is what an item of 'a' is kept as, too; rename one of them")] == two


def test_the_check_and_the_traits_agree() -> None:
    """Where the check finds nothing, every item has its trait, and no two items without one share theirs."""
    frameworks = (of(item("a"), item("b", trait="budget")), of(item("a"), framework="meddic"))
    mine = pack().model_copy(update={"qualification": frameworks})

    assert [] == errors(*frameworks)
    assert {"bant.a", "meddic.a", "mql.engagement"} < set(own_traits(mine))
    assert ["bant.a", "budget", "meddic.a"] == [
        trait_behind(mine, framework, each).id for framework in frameworks for each in framework.items
    ]
