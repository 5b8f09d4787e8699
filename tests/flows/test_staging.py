"""The stage of an account: what was said last, else what its answers show; always with its source."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.account import Account
from bot.core.errors import AccountUnknown
from bot.core.journey import Journey, JourneyStage, Staged, StageId, StageSaid, StageSign
from bot.flows.accounts import add_account, record_answers, say_stage
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.staging import stage_of_account, stage_shown
from tests.small import NOW, SCOPE, TODAY, answer, pack, person, ports_at

PACK = pack().model_copy(
    update={"journey": Journey(stages={StageId.EVALUATE: JourneyStage(signs={"budget": ("yes",)})})}
)
SIGN = StageSign(stage=StageId.EVALUATE, trait="budget", value=True)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody asks."""
    ports = ports_at(tmp_path)
    return Desk(scorer=Scorer(PACK), team=SCOPE.team, ports=ports, person="ann", now=lambda: NOW, today=TODAY)


@pytest.fixture
def acme(desk: Desk) -> Account:
    """An account."""
    return add_account(desk.ports, desk.scope, "Acme")


def _said(stage: StageId, **before: int) -> StageSaid:
    return StageSaid(stage=stage, source=person("ben"), at=NOW - timedelta(**before))


def _of(desk: Desk, account_id: int, spoken: StageSaid | StageId | None = None) -> Staged | None:
    with desk.begin(writes=False) as work:
        return stage_of_account(work, work.accounts.get(account_id), desk, spoken)


def test_from_nothing_to_what_was_said(desk: Desk, acme: Account) -> None:
    """Nothing is known at first; answers show a stage; what somebody says counts before them, earlier stage or not."""
    at_first = stage_shown(acme.id, desk)
    record_answers(desk.ports, desk.scope, acme.id, [answer("budget", value=True)], PACK)
    shown = stage_shown(acme.id, desk)
    say_stage(desk.ports, desk.scope, acme.id, _said(StageId.LEARN))

    assert (None, SIGN, _said(StageId.LEARN)) == (at_first, shown, stage_shown(acme.id, desk))


def test_a_sign_that_expires(desk: Desk, acme: Account) -> None:
    """A sign shows a stage for as long as the answer counts."""
    record_answers(desk.ports, desk.scope, acme.id, [answer("budget", value=True, on=TODAY)], PACK)
    later = replace(desk, today=TODAY + timedelta(days=91))

    assert (SIGN, None) == (stage_shown(acme.id, desk), stage_shown(acme.id, later))


def test_a_stage_that_is_spoken_of(desk: Desk, acme: Account) -> None:
    """A stage that the person speaks of counts for this one answer, as asked for; where it is there, as recorded."""
    say_stage(desk.ports, desk.scope, acme.id, _said(StageId.LEARN, days=-1))
    mine = StageSaid(stage=StageId.BUY, source=person("ann"), at=NOW, asked=True)

    assert mine == _of(desk, acme.id, StageId.BUY)
    assert [_said(StageId.LEARN, days=-1)] * 2 == [_of(desk, acme.id, each) for each in (None, StageId.LEARN)]


def test_a_stage_that_was_spoken_of(desk: Desk, acme: Account) -> None:
    """A stage that was spoken of some time ago counts until somebody has said one since."""
    spoken = _said(StageId.BUY, hours=2)
    alone = _of(desk, acme.id, spoken)
    say_stage(desk.ports, desk.scope, acme.id, _said(StageId.AWARENESS, hours=3))
    before = _of(desk, acme.id, spoken)
    say_stage(desk.ports, desk.scope, acme.id, _said(StageId.LEARN, hours=1))

    asked = spoken.model_copy(update={"asked": True})
    assert (asked, asked, _said(StageId.LEARN, hours=1)) == (alone, before, _of(desk, acme.id, spoken))


def test_an_account_that_is_not_there(desk: Desk) -> None:
    """Nobody has no stage."""
    with pytest.raises(AccountUnknown):
        stage_shown(99, desk)
