"""Briefings: everything to read before a call, out of what is known."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.account import Account
from bot.core.asset import Asset
from bot.core.errors import AccountUnknown
from bot.core.gap import GapKind, NewGap
from bot.core.journey import Journey, JourneyStage, StageId, StageSaid
from bot.core.persona import Persona
from bot.flows.accounts import add_account, record_answers
from bot.flows.briefing import QUESTIONS, brief
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gaps import log_gap
from tests.small import NOW, SCOPE, TODAY, answer, pack, person, ports_at

CFO = Persona(id="cfo", title="CFO")
GUIDE = Asset(id="guide", title="Guide", url="https://example.com", format="guide", stages=("buy",), personas=("cfo",))
PACK = pack().model_copy(
    update={
        "personas": (CFO,),
        "assets": (GUIDE,),
        "journey": Journey(stages={stage: JourneyStage() for stage in StageId}),
    }
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody asks."""
    ports = ports_at(tmp_path)
    return Desk(scorer=Scorer(PACK), team=SCOPE.team, ports=ports, person="ann", now=lambda: NOW, today=TODAY)


@pytest.fixture
def acme(desk: Desk) -> Account:
    """An account."""
    return add_account(desk.ports, desk.scope, "Acme")


def test_what_is_known_at_first(desk: Desk, acme: Account) -> None:
    """Of a new account there is the report and what to ask first; nobody is met and nothing can be sent yet."""
    found = brief(acme.id, desk)

    assert desk.look_up(acme.id) == found.answer
    assert found.answer.report.questions[:QUESTIONS] == found.questions
    assert QUESTIONS == len(found.questions)
    assert (None, None, None, ()) == (found.persona, found.stage, found.content, found.gaps)


def test_fewer_questions(desk: Desk, acme: Account) -> None:
    """Where less than three questions can change the verdict, there are fewer; where none can, there is none."""
    known = [
        answer("industry", "saas"),
        answer("employees", 120),
        answer("revenue", 10**7),
        answer("budget", value=True),
    ]
    record_answers(desk.ports, desk.scope, acme.id, known[:3], PACK)
    some = brief(acme.id, desk)
    record_answers(desk.ports, desk.scope, acme.id, [*known, answer("stack", ["snowflake"])], PACK)

    assert some.answer.report.questions == some.questions
    assert len(some.questions) < QUESTIONS
    assert () == brief(acme.id, desk).questions


def test_whom_and_when(desk: Desk, acme: Account) -> None:
    """The role that is met and the stage that was said decide what to send."""
    said = StageSaid(stage=StageId.BUY, source=person("ben"), at=NOW)
    with desk.begin(writes=True) as work:
        work.stages.say(acme.id, said)
        work.commit()

    found = brief(acme.id, desk, "cfo")

    assert (CFO, said) == (found.persona, found.stage)
    assert found.content is not None
    assert [GUIDE] == [choice.asset for choice in found.content.choices]


def test_a_stage_for_this_briefing(desk: Desk, acme: Account) -> None:
    """A stage that the person speaks of counts before the one said last, for this briefing alone."""
    found = brief(acme.id, desk, stage=StageId.LEARN)

    assert StageSaid(stage=StageId.LEARN, source=person("ann"), at=NOW) == found.stage
    assert brief(acme.id, desk).stage is None


def test_a_role_that_the_pack_does_not_have(desk: Desk, acme: Account) -> None:
    """A role that is gone from the pack is nobody."""
    assert brief(acme.id, desk) == brief(acme.id, desk, "cto")


def test_gaps(desk: Desk, acme: Account) -> None:
    """What was logged at the account stands in it, the latest first, and nothing of others."""
    other = add_account(desk.ports, desk.scope, "Other")
    for account, what in ((acme.id, "no deck"), (other.id, "no price"), (None, "no FAQ"), (acme.id, "no SAP")):
        new = NewGap(kind=GapKind.CONTENT, what=what, account_id=account, source=person(), at=NOW)
        log_gap(desk.ports, desk.scope, new)

    assert ["no SAP", "no deck"] == [gap.what for gap in brief(acme.id, desk).gaps]


def test_an_account_that_is_not_there(desk: Desk) -> None:
    """There is no briefing on nobody."""
    with pytest.raises(AccountUnknown):
        brief(99, desk)


def test_a_call_to_come(desk: Desk, acme: Account) -> None:
    """Content is what may still be shown on the day of the call, by the person's own calendar."""
    lapsing = GUIDE.model_copy(update={"valid_until": TODAY})
    there = replace(desk, scorer=Scorer(PACK.model_copy(update={"assets": (lapsing,)})))
    today = brief(acme.id, there, stage=StageId.BUY)
    tomorrow = brief(acme.id, there, stage=StageId.BUY, when="tomorrow 10:00")

    assert (None, NOW.replace(day=2, hour=10, minute=0)) == (today.call, tomorrow.call and tomorrow.call.at)
    assert [1, 0] == [len(each.content.choices) for each in (today, tomorrow) if each.content]
