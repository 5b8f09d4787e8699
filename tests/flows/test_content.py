"""Content for an account: its stage and the role decide, out of the pack that was made ready."""

from bot.core.account import Account
from bot.core.asset import Asset
from bot.core.content import Condition, Content
from bot.core.journey import Journey, JourneyStage, StageId, StageSaid
from bot.flows.content import AT_ONCE, content_for
from bot.flows.fit import Scorer
from tests.small import NOW, TODAY, pack, person


def _asset(slug: str, **more: object) -> Asset:
    given = {"id": slug, "title": slug, "url": "https://example.com", "format": "guide", "stages": ("buy",)}
    return Asset.model_validate(given | more)


def _scorer(*assets: Asset) -> Scorer:
    journey = Journey(stages={stage: JourneyStage() for stage in StageId})
    return Scorer(pack().model_copy(update={"assets": assets, "journey": journey}))


BUY = StageSaid(stage=StageId.BUY, source=person(), at=NOW)
ACME = Account(id=1, name="Acme")


def _ids(content: Content | None) -> list[str]:
    assert content is not None
    return [choice.asset.id for choice in content.choices]


def test_without_a_stage_there_is_none() -> None:
    """While nobody said in which stage the account is, nothing is chosen."""
    scorer = _scorer(_asset("a"))

    assert content_for(scorer.answer(ACME, TODAY), None, scorer, TODAY) is None


def test_at_a_stage() -> None:
    """At a stage the first few assets for it are shown, and as many as were asked for."""
    scorer = _scorer(*(_asset(f"a{number}") for number in range(AT_ONCE + 2)), _asset("early", stages=("learn",)))
    answer = scorer.answer(ACME, TODAY)

    assert ["a0", "a1", "a2"] == _ids(content_for(answer, BUY, scorer, TODAY))
    assert 5 == len(_ids(content_for(answer, BUY, scorer, TODAY, limit=9)))


def test_for_a_role() -> None:
    """For a role, what is for somebody else is left out unless nothing else is there."""
    scorer = _scorer(_asset("cfo", personas=("cfo",)), _asset("cro", personas=("cro",)), _asset("any"))
    answer = scorer.answer(ACME, TODAY)

    assert ["any", "cro"] == _ids(content_for(answer, BUY, scorer, TODAY, "cro"))
    only = _scorer(_asset("cfo", personas=("cfo",)))
    found = content_for(only.answer(ACME, TODAY), BUY, only, TODAY, "cro")
    assert ["cfo"] == _ids(found)
    assert found is not None
    assert (Condition.PERSONA,) == found.dropped


def test_each_pack_has_its_own() -> None:
    """What was made ready for one pack is not shown for another one."""
    one, other = _scorer(_asset("one")), _scorer(_asset("other"))

    assert ["one"] == _ids(content_for(one.answer(ACME, TODAY), BUY, one, TODAY))
    assert ["other"] == _ids(content_for(other.answer(ACME, TODAY), BUY, other, TODAY))
