"""What to send before, show during and send after a call: every asset once, none that lapsed, and nothing hidden."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account
from bot.core.asset import Asset
from bot.core.content import Assets, Condition, Suiting
from bot.core.journey import Journey, JourneyStage, StageId
from bot.core.sending import AT_ONCE, Moment, Sending, is_missing, sendings
from tests.small import pack

TODAY = date(2026, 11, 22)
ACME = Account(id=1, name="Acme")
JOURNEY = Journey(stages={stage: JourneyStage() for stage in StageId})


def _asset(slug: str, *stages: str, form: str = "guide", **more: Any) -> Asset:
    given = {"id": slug, "title": slug, "url": "https://example.com", "format": form, "stages": stages}
    return Asset.model_validate(given | more)


def _assets(*assets: Asset) -> Suiting:
    return Assets.of(pack().model_copy(update={"assets": assets, "journey": JOURNEY})).suiting(ACME, TODAY)


def _sent(assets: Suiting, stage: StageId, persona: str | None = None) -> dict[str, list[str]]:
    return {
        each.moment.value: [choice.asset.id for choice in each.content.choices]
        for each in sendings(assets, stage, persona)
    }


def _dropped(assets: Suiting, stage: StageId, persona: str | None = None) -> dict[str, tuple[Condition, ...]]:
    return {each.moment.value: each.content.dropped for each in sendings(assets, stage, persona)}


def test_three_moments() -> None:
    """Before comes what is sent, during what is live, after what is for the next stage; two of each at the most."""
    assets = _assets(
        *(_asset(f"a{number}", "evaluate") for number in range(3)),
        *(_asset(f"d{number}", "evaluate", form="demo") for number in range(3)),
        *(_asset(f"n{number}", "consider") for number in range(3)),
        _asset("early", "learn"),
    )

    assert {"before": ["a0", "a1"], "during": ["d0", "d1"], "after": ["n0", "n1"]} == _sent(assets, StageId.EVALUATE)
    stages = [each.stage for each in sendings(assets, StageId.EVALUATE, None)]
    assert [StageId.EVALUATE, StageId.EVALUATE, StageId.CONSIDER] == stages


def test_after_the_last_stage() -> None:
    """After a call in the last stage comes what is left of the same one."""
    assets = _assets(*(_asset(f"a{number}", "buy") for number in range(3)))

    assert {"before": ["a0", "a1"], "after": ["a2"]} == _sent(assets, StageId.BUY)


def test_a_live_one_is_never_sent() -> None:
    """What is live is shown during the call and never sent, though nothing else is for the stage and the role."""
    mine = _asset("trial", "learn", form="trial", personas=("cfo",))
    other = _asset("guide", "learn", personas=("x",))

    assert {"during": ["trial"]} == _sent(_assets(mine), StageId.LEARN, "cfo")
    assert {"during": ["trial"]} == _sent(_assets(mine, other), StageId.LEARN, "cfo")
    assert {"during": ()} == _dropped(_assets(mine, other), StageId.LEARN, "cfo")


def test_what_was_dropped() -> None:
    """Before and during the call the role is dropped and then the stage; after it the stage never is."""
    other = _assets(_asset("g", "learn", personas=("cro",)), _asset("d", "learn", form="demo", personas=("cro",)))
    late = _assets(_asset("g", "buy"), _asset("d", "buy", form="demo"))

    persona = (Condition.PERSONA,)
    assert {"before": persona, "during": persona} == _dropped(other, StageId.LEARN, "cfo")
    assert {"before": ["g"], "during": ["d"]} == _sent(other, StageId.LEARN, "cfo")
    assert {"before": (Condition.PERSONA, Condition.STAGE)} == _dropped(late, StageId.LEARN, "cfo")
    assert {"before": ["g"]} == _sent(late, StageId.LEARN)


def test_a_live_one_for_another_stage() -> None:
    """Where nothing at all but a live asset for another stage is there, it is shown as that."""
    assets = _assets(_asset("demo", "buy", form="demo"))

    assert {"during": ["demo"]} == _sent(assets, StageId.LEARN)
    assert {"during": (Condition.STAGE,)} == _dropped(assets, StageId.LEARN)


def test_for_others_after() -> None:
    """What is live for others is left out where the role has something; at the next stage others' is shown as that."""
    assets = _assets(
        _asset("mine", "learn", personas=("cfo",)),
        _asset("demo", "learn", form="demo", personas=("cro",)),
        _asset("next", "evaluate", personas=("cro",)),
    )

    assert {"before": ["mine"], "after": ["next"]} == _sent(assets, StageId.LEARN, "cfo")
    assert {"before": (), "after": (Condition.PERSONA,)} == _dropped(assets, StageId.LEARN, "cfo")


def test_what_stands_elsewhere_is_not_missing() -> None:
    """Where all that a role has at the next stage stands in another moment, nothing for others takes its place."""
    assets = _assets(
        _asset("mine", "learn", "evaluate", personas=("cfo",)), _asset("other", "evaluate", personas=("x",))
    )

    assert {"before": ["mine"]} == _sent(assets, StageId.LEARN, "cfo")


def test_nothing_at_all() -> None:
    """Where there is nothing, that stands before the call, and the other moments are left out."""
    [only] = sendings(_assets(), StageId.LEARN, "cfo")

    assert (Moment.BEFORE, StageId.LEARN, ()) == (only.moment, only.stage, only.content.choices)


@pytest.mark.parametrize(
    ("asset", "expected"),
    [
        (_asset("a", "learn", personas=("cfo",)), False),
        (_asset("a", "learn"), False),
        (_asset("a", "learn", form="demo", personas=("cfo",)), False),
        (_asset("a", "learn", personas=("cro",)), True),
        (_asset("a", "evaluate", personas=("cfo",)), True),
        (_asset("a", "learn", valid_until="2026-11-21"), True),
    ],
)
def test_a_content_gap(asset: Asset, *, expected: bool) -> None:
    """Content is missing where no asset that is still valid is for the stage and the role."""
    assert expected is is_missing(_assets(asset), StageId.LEARN, "cfo")


def test_labels() -> None:
    """Each moment has its words."""
    assert ["Before the call", "During the call", "After the call"] == [each.label for each in Moment]


@st.composite
def _drawn(draw: st.DrawFn) -> tuple[Suiting, StageId, str | None]:
    slugs = [f"a{number}" for number in range(draw(st.integers(0, 8)))]
    assets = [
        _asset(
            slug,
            *draw(st.lists(st.sampled_from([stage.value for stage in StageId]), max_size=3, unique=True)),
            form=draw(st.sampled_from(["guide", "demo"])),
            personas=tuple(draw(st.lists(st.sampled_from(["cfo", "cro"]), max_size=1))),
            valid_until=draw(st.none() | st.sampled_from([TODAY - timedelta(days=1), TODAY])),
        )
        for slug in slugs
    ]
    return _assets(*assets), draw(st.sampled_from(list(StageId))), draw(st.none() | st.sampled_from(["cfo", "cro"]))


@given(_drawn())
def test_laws_of_sending(drawn: tuple[Suiting, StageId, str | None]) -> None:
    """No asset twice, none that lapsed, at most two a moment, and every asset meets each condition not dropped."""
    assets, stage, persona = drawn
    found = sendings(assets, stage, persona)
    shown = [choice.asset for each in found for choice in each.content.choices]

    assert len({asset.id for asset in shown}) == len(shown)
    assert not any(asset.lapsed(TODAY) for asset in shown)
    assert all(each.content.choices for each in found) or [Moment.BEFORE] == [each.moment for each in found]
    assert sorted({each.moment for each in found}, key=list(Moment).index) == [each.moment for each in found]
    for each in found:
        assert len(each.content.choices) <= AT_ONCE
        _meets(each, persona)


def _meets(each: Sending, persona: str | None) -> None:
    for choice in each.content.choices:
        asset = choice.asset
        assert Condition.STAGE in each.content.dropped or each.stage.value in asset.stages
        assert Condition.PERSONA in each.content.dropped or persona in (None, *asset.personas) or not asset.personas
        assert each.moment is Moment.AFTER or (each.moment is Moment.DURING) is (asset.format == "demo")


@given(_drawn())
def test_a_gap_is_what_had_to_be_widened(drawn: tuple[Suiting, StageId, str | None]) -> None:
    """Content is missing exactly where something was dropped before or during the call, or nothing was found."""
    assets, stage, persona = drawn
    found = [each for each in sendings(assets, stage, persona or "cfo") if each.moment is not Moment.AFTER]
    dropped = any(each.content.dropped or not each.content.choices for each in found)

    assert is_missing(assets, stage, persona or "cfo") is dropped


@given(_drawn())
def test_what_is_said_to_be_dropped_is_true(drawn: tuple[Suiting, StageId, str | None]) -> None:
    """For others, or for other stages, is only what stands where nothing else would do, and no stage tells it twice."""
    assets, stage, persona = drawn
    for each in sendings(assets, stage, persona):
        shown = {each.stage.value} if Condition.PERSONA in each.content.dropped else set()
        mine = [item.asset for item, _ in assets.choices if not item.asset.personas or persona in item.asset.personas]
        assert not [asset for asset in mine if shown & set(asset.stages)]
        if Condition.STAGE in each.content.dropped:
            assert not [item for item, _ in assets.choices if each.stage.value in item.asset.stages]
