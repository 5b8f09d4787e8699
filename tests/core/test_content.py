"""Content: which assets suit an account, held against a brute force over everything the account may turn out to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.asset import Asset
from bot.core.content import Assets, Choice, Condition, Content, Wanted
from bot.core.journey import Journey, JourneyCell, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.trait import Group, Kind, Option, Trait

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ANN = Source(kind=SourceKind.PERSON, person="ann")

_OPTIONS = ("saas", "retail", "public")
_TAGS = ("snowflake", "excel")
_NUMBERS = tuple(range(13))
_RANGES = {"<3": range(3), "3..6": range(3, 7), ">=6": range(6, 13), "5..9": range(5, 10)}


def _trait(slug: str, kind: Kind, options: Sequence[str] = ()) -> Trait:
    of = {option: Option() for option in options}
    return Trait(id=slug, label=slug, kind=kind, group=Group.FIRMOGRAPHIC, question="{account}?", options=of)


_PACK = Pack(
    name="drawn",
    title="Drawn",
    version=1,
    owner="a@example.com",
    reviewed_on=TODAY,
    traits=(
        _trait("industry", Kind.CHOICE, _OPTIONS),
        _trait("employees", Kind.NUMBER),
        _trait("stack", Kind.TAGS, _TAGS),
        _trait("budget", Kind.FLAG),
    ),
    icps=(),
    journey=Journey(
        stages={
            StageId.LEARN: JourneyStage(also=("consideration",)),
            StageId.EVALUATE: JourneyStage(also=("Consideration",), crm=("Demo",)),
            StageId.BUY: JourneyStage(),
        }
    ),
)


def asset(slug: str, stages: Sequence[str] = ("evaluate",), **more: Any) -> Asset:
    """An asset, for the evaluate stage and for anybody unless said otherwise."""
    given = {"id": slug, "title": slug, "url": "https://example.com", "format": "guide", "stages": stages}
    return Asset.model_validate({**given, **more})


def answers(**values: Any) -> Account:
    """An account of which this is known."""
    given = (
        Answer(id=number, trait=trait, value=value, source=ANN, recorded_at=NOW)
        for number, (trait, value) in enumerate(values.items())
    )
    return Account(id=1, name="Acme", answers=tuple(given))


def choose(assets: Sequence[Asset], account: Account, wanted: Wanted | None = None, limit: int = 9) -> Content:
    """What is chosen out of some assets, at the evaluate stage unless said otherwise."""
    ready = Assets.of(_PACK.model_copy(update={"assets": tuple(assets)}))
    return ready.choose(account, wanted or at(StageId.EVALUATE), TODAY, limit)


def at(*stages: StageId, personas: Sequence[str] = ()) -> Wanted:
    """What is wanted at these stages, for these personas."""
    return Wanted(frozenset(stages), frozenset(personas))


def chosen(content: Content) -> list[str]:
    """The ids of the assets."""
    return [choice.asset.id for choice in content.choices]


# --- the rules, one by one --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "matches"),
    [
        ({}, []),
        ({"industry": "saas"}, ["industry"]),
        ({"industry": {"any_of": ["saas", "retail"]}}, ["industry"]),
        ({"industry": {"any_of": ["saas", "public"]}}, []),
        ({"industry": "public"}, None),
        ({"employees": 4}, ["employees"]),
        ({"employees": {"min": 3, "max": 5}}, ["employees"]),
        ({"employees": {"min": 5}}, []),
        ({"employees": {"min": 7}}, None),
        ({"stack": ["snowflake", "excel"]}, ["stack"]),
        ({"stack": {"at_least": ["snowflake"]}}, ["stack"]),
        ({"stack": {"at_least": ["excel"]}}, []),
        ({"stack": ["excel"]}, None),
        ({"budget": True}, ["budget"]),
        ({"budget": False}, None),
        ({"industry": "retail", "employees": 4}, ["industry", "employees"]),
        ({"industry": "retail", "employees": 7}, None),
    ],
)
def test_the_values_an_asset_was_made_for(values: dict[str, Any], matches: list[str] | None) -> None:
    """It matches where everything possible is among them, and is never chosen where nothing possible is."""
    made = asset(
        "a",
        **{
            "for": {
                "stack": ["snowflake"],
                "industry": ["saas", "retail"],
                "employees": ["3..6"],
                "budget": ["yes"],
            }
        },
    )

    found = choose([made], answers(**values))

    expected = () if matches is None else (Choice(made, tuple(matches)),)
    assert Content(expected) == found


def test_a_disagreement_excludes_nothing() -> None:
    """While two sources exclude each other, an asset made for what either says is neither a match nor wrong."""
    ben = Source(kind=SourceKind.PERSON, person="ben")
    account = Account(
        id=1,
        name="Acme",
        answers=(
            Answer(id=1, trait="industry", value="saas", source=ANN, recorded_at=NOW),
            Answer(id=2, trait="industry", value="public", source=ben, recorded_at=NOW),
        ),
    )

    [choice] = choose([asset("a", **{"for": {"industry": ["saas"]}})], account).choices

    assert () == choice.matches


def test_another_vocabulary_may_mean_several_stages() -> None:
    """An asset for "consideration" is for every stage that is called so, whatever the letter case."""
    both, crm = asset("both", ["CONSIDERATION"]), asset("crm", ["demo"])

    assert ["both"] == chosen(choose([both, crm], answers(), at(StageId.LEARN)))
    assert ["both", "crm"] == chosen(choose([both, crm], answers(), at(StageId.EVALUATE)))
    assert ["both", "crm"] == chosen(choose([both, crm], answers(), at(StageId.LEARN, StageId.EVALUATE)))


def test_the_last_day() -> None:
    """An asset is shown on its last day and not on the day after."""
    today, yesterday = asset("today", valid_until=TODAY), asset("gone", valid_until=TODAY - timedelta(days=1))

    assert ["today"] == chosen(choose([today, yesterday], answers()))


def test_the_order() -> None:
    """More matches first, then what lasts longest, then by id."""
    account = answers(industry="saas", employees=4)
    one, two = {"industry": ["saas"]}, {"industry": ["saas"], "employees": ["3..6"]}
    assets = [
        asset("b", **{"for": one, "valid_until": "2027-01-01"}),
        asset("c", **{"for": one, "valid_until": "2028-01-01"}),
        asset("e", **{"for": one}),
        asset("d", **{"for": one}),
        asset("a"),
        asset("z", **{"for": two, "valid_until": "2026-11-30"}),
    ]

    assert ["z", "d", "e", "c", "b", "a"] == chosen(choose(assets, account))
    assert ["z", "d"] == chosen(choose(assets, account, limit=2))


def test_what_the_journey_lists_comes_first() -> None:
    """What a cell for the stage and the persona lists comes before what matches more; another cell is nothing to it."""
    one = {"industry": ["saas"]}
    assets = tuple(
        asset(slug, ["learn", "evaluate"], **{"for": fits}) for slug, fits in (("a", one), ("b", {}), ("c", {}))
    )
    cells = {
        stage: JourneyStage(
            cells=(JourneyCell(persona=persona, action="a", challenge="c", assets=(slug,), channel="x"),)
        )
        for stage, persona, slug in ((StageId.EVALUATE, "cfo", "c"), (StageId.LEARN, "cro", "b"))
    }
    ready = Assets.of(_PACK.model_copy(update={"assets": assets, "journey": Journey(stages=cells)}))
    found = {
        (stage, persona): chosen(ready.choose(answers(industry="saas"), at(stage, personas=[persona]), TODAY, 9))
        for stage, persona in product((StageId.EVALUATE, StageId.LEARN), ("cfo", "cro"))
    }

    assert {
        (StageId.EVALUATE, "cfo"): ["c", "a", "b"],
        (StageId.EVALUATE, "cro"): ["a", "b", "c"],
        (StageId.LEARN, "cfo"): ["a", "b", "c"],
        (StageId.LEARN, "cro"): ["b", "a", "c"],
    } == found
    assert ["c", "a", "b"] == chosen(ready.choose(answers(industry="saas"), at(StageId.EVALUATE), TODAY, 9))


def test_what_was_made_for_others() -> None:
    """The traits by which what is for the stage and the persona was made for others; not by which anything else was."""
    assets = (
        asset("a", **{"for": {"industry": ["saas"], "budget": ["yes"]}}),
        asset("b", personas=("cro",), **{"for": {"employees": ["<3"]}}),
        asset("c", ["buy"], **{"for": {"employees": ["<3"]}}),
        asset("d", valid_until="2026-01-01", **{"for": {"employees": ["<3"]}}),
    )
    ready = Assets.of(_PACK.model_copy(update={"assets": assets}))
    account = answers(industry="public", employees=9)

    assert ("industry",) == ready.made_for_others(account, at(StageId.EVALUATE, personas=["cfo"]), TODAY)
    assert () == ready.made_for_others(answers(), at(StageId.EVALUATE, personas=["cfo"]), TODAY)


def test_what_is_dropped() -> None:
    """Where nothing is for the persona it is dropped, then the stage; where nothing is left, nothing is chosen."""
    cfo = at(StageId.BUY, personas=["cfo"])
    for_cfo, for_cro = asset("cfo", ["buy"], personas=("cfo",)), asset("cro", ["buy"], personas=("cro",))
    early, lapsed = asset("early", ["awareness"]), asset("old", ["buy"], valid_until="2026-01-01")

    assert (["cfo"], ()) == (chosen(found := choose([for_cfo, for_cro, early], answers(), cfo)), found.dropped)
    assert (["cro"], (Condition.PERSONA,)) == (chosen(found := choose([for_cro, early], answers(), cfo)), found.dropped)
    assert (["early"], (Condition.PERSONA, Condition.STAGE)) == (
        chosen(found := choose([early, lapsed], answers(), cfo)),
        found.dropped,
    )
    assert (["early"], (Condition.STAGE,)) == (
        chosen(found := choose([early], answers(), at(StageId.BUY))),
        found.dropped,
    )
    assert Content(()) == choose([lapsed], answers(), cfo)


# --- everything at once -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Drawn:
    """Assets, an account, what is wanted, and for each trait every value that the account may have."""

    assets: tuple[Asset, ...]
    account: Account
    wanted: Wanted
    limit: int
    possible: dict[str, list[Any]]


_SUBSETS = [frozenset(tag for tag, has in zip(_TAGS, each, strict=True) if has) for each in product([0, 1], repeat=2)]
_EVERYTHING: dict[str, list[Any]] = {
    "industry": list(_OPTIONS),
    "employees": list(_NUMBERS),
    "stack": _SUBSETS,
    "budget": ["yes", "no"],
}


def _inside(trait: str, value: Any, values: Sequence[str]) -> bool:
    if trait == "employees":
        return any(value in _RANGES[text] for text in values)
    return not value.isdisjoint(values) if trait == "stack" else value in values


@st.composite
def _values(draw: st.DrawFn, trait: str) -> tuple[Any, list[Any]]:
    """A value as it is given, and the plain values that it leaves possible."""
    if trait == "industry":
        some = draw(st.lists(st.sampled_from(_OPTIONS), min_size=1, unique=True))
        return {"any_of": some}, some
    if trait == "budget":
        said = draw(st.booleans())
        return said, ["yes" if said else "no"]
    if trait == "employees":
        low, high = sorted(draw(st.tuples(st.sampled_from(_NUMBERS), st.sampled_from(_NUMBERS))))
        return {"min": low, "max": high}, list(range(low, high + 1))
    tags = draw(st.frozensets(st.sampled_from(_TAGS)))
    if draw(st.booleans()):
        return {"at_least": sorted(tags)}, [each for each in _SUBSETS if each >= tags]
    return sorted(tags), [tags]


@st.composite
def _assets(draw: st.DrawFn, slug: str) -> Asset:
    listed = {"industry": _OPTIONS, "employees": tuple(_RANGES), "stack": _TAGS, "budget": ("yes", "no")}
    traits = draw(st.lists(st.sampled_from(list(listed)), max_size=3, unique=True))
    fits = {each: draw(st.lists(st.sampled_from(listed[each]), min_size=1, max_size=2, unique=True)) for each in traits}
    return asset(
        slug,
        draw(st.lists(st.sampled_from(["learn", "evaluate", "consideration", "Demo"]), max_size=2, unique=True)),
        personas=tuple(draw(st.lists(st.sampled_from(["cfo", "cro"]), max_size=1))),
        valid_until=draw(st.none() | st.sampled_from([TODAY - timedelta(days=1), TODAY, date(2027, 1, 1)])),
        **{"for": fits},
    )


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """Anything."""
    assets = tuple(draw(_assets(f"a{number}")) for number in draw(st.permutations(range(draw(st.integers(0, 6))))))
    known = draw(st.lists(st.sampled_from(list(_EVERYTHING)), unique=True))
    values = {trait: draw(_values(trait)) for trait in known}
    wanted = Wanted(
        frozenset(draw(st.lists(st.sampled_from([StageId.LEARN, StageId.EVALUATE, StageId.BUY]), min_size=1))),
        frozenset(draw(st.lists(st.sampled_from(["cfo", "cro", "ceo"]), max_size=2))),
    )
    possible = _EVERYTHING | {trait: left for trait, (_, left) in values.items()}
    account = answers(**{trait: given for trait, (given, _) in values.items()})
    return Drawn(assets, account, wanted, draw(st.integers(1, 4)), possible)


_NAMES = {
    "learn": {StageId.LEARN},
    "evaluate": {StageId.EVALUATE},
    "consideration": {StageId.LEARN, StageId.EVALUATE},
    "Demo": {StageId.EVALUATE},
}


def _matches(each: Asset, case: Drawn) -> tuple[str, ...] | None:
    """The traits whose every possible value the asset was made for; None where it was made for none of them."""
    matches = []
    for trait in _EVERYTHING:
        if trait in each.fits:
            inside = {_inside(trait, value, each.fits[trait]) for value in case.possible[trait]}
            if inside == {False}:
                return None
            matches += [trait] if inside == {True} else []
    return tuple(matches)


def _suits(each: Asset, case: Drawn, dropped: tuple[Condition, ...]) -> bool:
    stages = set().union(*(_NAMES[name] for name in each.stages))
    persona = not case.wanted.personas or not each.personas or bool(case.wanted.personas & set(each.personas))
    return (Condition.STAGE in dropped or bool(stages & case.wanted.stages)) and (
        Condition.PERSONA in dropped or persona
    )


def _brute(case: Drawn) -> Content:
    ways: list[tuple[Condition, ...]] = [(), (Condition.PERSONA,), (Condition.PERSONA, Condition.STAGE)]
    if not case.wanted.personas:
        ways = [(), (Condition.STAGE,)]
    for dropped in ways:
        found = [
            Choice(each, matches)
            for each in case.assets
            if not (each.valid_until and each.valid_until < TODAY) and _suits(each, case, dropped)
            if (matches := _matches(each, case)) is not None
        ]
        if found:
            found.sort(key=lambda each: each.asset.id)
            found.sort(key=lambda each: each.asset.valid_until or date.max, reverse=True)
            found.sort(key=lambda each: len(each.matches), reverse=True)
            return Content(tuple(found[: case.limit]), dropped)
    return Content(())


@given(drawn())
def test_content_by_the_rules(case: Drawn) -> None:
    """Whatever there is and whatever is known, what is chosen is what the rules choose."""
    assert _brute(case) == choose(case.assets, case.account, case.wanted, case.limit)


@given(drawn(), st.data())
def test_laws_of_choosing(case: Drawn, data: st.DataObject) -> None:
    """Nothing lapsed or contradicted is chosen, every condition not dropped is met, and the order of a pack is nothing."""
    found = choose(case.assets, case.account, case.wanted, case.limit)

    assert found == choose(data.draw(st.permutations(case.assets)), case.account, case.wanted, case.limit)
    assert len(found.choices) <= case.limit
    for choice in found.choices:
        assert not choice.asset.lapsed(TODAY)
        assert choice.matches == _matches(choice.asset, case)
        assert _suits(choice.asset, case, found.dropped)


def test_a_trait_that_is_gone() -> None:
    """An asset made for a trait that the pack no longer has is chosen as if it were made for anybody."""
    [choice] = choose([asset("a", **{"for": {"gone": ["x"]}})], answers(industry="saas")).choices

    assert () == choice.matches


def test_only_some_of_them() -> None:
    """What stands elsewhere is not chosen, and only what is live, or only what is not, where that is wanted."""
    assets = [asset("guide"), asset("demo", format="demo"), asset("tour", channel="video call")]
    live, sent = (Wanted(frozenset({StageId.EVALUATE}), live=each) for each in (True, False))
    ready = Assets.of(_PACK.model_copy(update={"assets": tuple(assets)}))

    assert ["demo", "tour"] == chosen(choose(assets, answers(), live))
    assert ["guide"] == chosen(choose(assets, answers(), sent))
    assert ["guide"] == chosen(
        ready.suiting(answers(), TODAY).choose(at(StageId.EVALUATE), 9, besides={"demo", "tour"})
    )


def test_what_may_be_dropped() -> None:
    """A condition that may not be dropped is met, and the others are dropped in the order given."""
    assets = (asset("buy-cro", ["buy"], personas=("cro",)), asset("learn-cfo", ["learn"], personas=("cfo",)))
    ready = Assets.of(_PACK.model_copy(update={"assets": assets}))
    cfo = at(StageId.BUY, personas=["cfo"])

    def found(*droppable: Condition) -> tuple[list[str], tuple[Condition, ...]]:
        content = ready.suiting(answers(), TODAY).choose(cfo, 9, droppable=droppable)
        return chosen(content), content.dropped

    assert ([], ()) == found()
    assert (["buy-cro"], (Condition.PERSONA,)) == found(Condition.PERSONA)
    assert (["learn-cfo"], (Condition.STAGE,)) == found(Condition.STAGE)
    assert (["learn-cfo"], (Condition.STAGE,)) == found(Condition.STAGE, Condition.PERSONA)


_LEARNED: dict[str, list[Any]] = {
    "industry": ["saas", "retail", "public"],
    "employees": [1, 4, 8],
    "budget": [True, False],
}


@given(drawn(), st.sampled_from(sorted(_LEARNED)), st.data())
def test_another_match_never_ranks_lower(case: Drawn, trait: str, data: st.DataObject) -> None:
    """An asset that gains a match when something more is learned falls behind no asset that gains none."""
    if any(answer.trait == trait for answer in case.account.answers):
        return
    more = Answer(id=99, trait=trait, value=data.draw(st.sampled_from(_LEARNED[trait])), source=ANN, recorded_at=NOW)
    knows = case.account.model_copy(update={"answers": (*case.account.answers, more)})
    before, after = (choose(case.assets, account, case.wanted, 9) for account in (case.account, knows))
    if before.dropped != after.dropped:
        return
    gained = {each.asset.id for each in after.choices if trait in each.matches}
    old, new = chosen(before), chosen(after)
    for one in gained & set(old):
        ahead = {each for each in new[: new.index(one)] if each not in gained}
        assert ahead <= set(old[: old.index(one)])
