"""Briefings: everything to read before a call, out of what is known."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.account import Account
from bot.core.asset import Asset
from bot.core.changes import Changes, StageMoved
from bot.core.errors import AccountUnknown
from bot.core.gap import Gap, GapKind, NewGap, closed
from bot.core.journey import Journey, JourneyStage, StageId, StageSaid, StageSign
from bot.core.persona import Persona
from bot.core.sending import Moment
from bot.core.verdict import Action
from bot.flows.accounts import add_account, record_answers, retract_answers, say_stage
from bot.flows.briefing import QUESTIONS, brief
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gaps import all_gaps, change_gap, log_gap
from bot.ports.inbox import NewDelivery
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
def shut(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Keeps everybody else from writing to the state."""
    with closing(sqlite3.connect(tmp_path / "fika.db", isolation_level=None, check_same_thread=False)) as held:

        def shut() -> None:
            held.execute("begin immediate")

        yield shut


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

    assert StageSaid(stage=StageId.LEARN, source=person("ann"), at=NOW, asked=True) == found.stage
    assert brief(acme.id, desk).stage is None


def test_a_role_that_the_pack_does_not_have(desk: Desk, acme: Account) -> None:
    """A role that is gone from the pack is nobody."""
    assert replace(brief(acme.id, desk), changes=None) == replace(brief(acme.id, desk, "cto"), changes=None)


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


def _say(desk: Desk, account: Account, stage: StageId) -> None:
    say_stage(desk.ports, desk.scope, account.id, StageSaid(stage=stage, source=person(), at=NOW))


# --- what changed since -----------------------------------------------------------------------------------------------


def _at(desk: Desk, **later: int) -> Desk:
    """The same desk, later."""
    now = NOW + timedelta(**later)
    return replace(desk, now=lambda: now, today=now.date())


def test_the_first_briefing(desk: Desk, acme: Account) -> None:
    """The first briefing that a person gets about an account tells no changes; the next one of another person neither."""
    assert brief(acme.id, desk).changes is None
    assert brief(acme.id, replace(desk, person="ben")).changes is None


def test_what_changed(desk: Desk, acme: Account) -> None:
    """The next one tells what was recorded since, which verdicts were possible then, and what was said of the stage."""
    before = brief(acme.id, desk).answer.report.possible
    later = _at(desk, days=1)
    [said] = record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "other")], PACK)
    stage = StageSaid(stage=StageId.BUY, source=person("ben"), at=later.now())
    with desk.begin(writes=True) as work:
        work.stages.say(acme.id, stage)
        work.commit()

    found = brief(acme.id, later).changes

    assert Changes(NOW, tuple(before), None, (said,), stage) == found
    assert Changes(later.now()) == brief(acme.id, _at(desk, days=2)).changes


def test_what_was_taken_back(desk: Desk, acme: Account) -> None:
    """An answer that was given and taken back in between is no change."""
    brief(acme.id, desk)
    [said] = record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "other")], PACK)
    retract_answers(desk.ports, desk.scope, acme.id, [said.id], NOW)

    assert Changes(NOW) == brief(acme.id, _at(desk, days=1)).changes


def test_what_is_gone(desk: Desk, acme: Account) -> None:
    """An answer that was known then and was taken back since is told, and so is the stage that it showed."""
    there = replace(desk, scorer=Scorer(PACK.model_copy(update={"journey": SIGNS})))
    [said] = record_answers(desk.ports, desk.scope, acme.id, [answer("budget", value=True)], PACK)
    brief(acme.id, there)
    retract_answers(desk.ports, desk.scope, acme.id, [said.id], _at(desk, hours=1).now())
    found = brief(acme.id, _at(there, days=1)).changes

    assert found is not None
    assert ([said.id], StageMoved(StageId.EVALUATE, None)) == ([each.id for each in found.gone], found.moved)
    assert Changes(_at(desk, days=1).now()) == brief(acme.id, _at(there, days=2)).changes


def test_another_day_is_a_what_if(desk: Desk, acme: Account) -> None:
    """Of a briefing for another day nothing is kept and nothing logged; "tomorrow" is the day after that one."""
    _say(desk, acme, StageId.LEARN)
    there = replace(desk, today=TODAY + timedelta(days=300))
    found = brief(acme.id, there, "cfo", when="tomorrow 10:00")

    assert (None, ()) == (found.changes, found.gaps)
    assert TODAY + timedelta(days=301) == (found.call and found.call.at.date())
    assert ([], None) == (all_gaps(desk.ports, desk.scope), brief(acme.id, desk).changes)


def test_a_later_day_is_held_against_the_last_briefing(desk: Desk, acme: Account) -> None:
    """Asked for a later day, a briefing tells what changed since the last one that was kept, however soon it is asked."""
    brief(acme.id, desk)
    [said] = record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "saas")], PACK)
    found = brief(acme.id, replace(_at(desk, minutes=1), today=TODAY + timedelta(days=1))).changes

    assert (NOW, (said,)) == (found and (found.since, found.answers))
    assert brief(acme.id, _at(desk, minutes=2)).changes is None


def test_one_that_was_kept_under_a_later_time(desk: Desk, acme: Account) -> None:
    """What was kept under a time that has not come yet counts as kept now, and the next one takes its place."""
    brief(acme.id, _at(desk, days=300))
    [said] = record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "saas")], PACK)
    found = brief(acme.id, desk).changes

    assert (NOW, (said,)) == (found and (found.since, found.answers))
    assert Changes(NOW) == brief(acme.id, _at(desk, days=1)).changes


def test_a_look_soon_after(desk: Desk, acme: Account) -> None:
    """Within ten minutes a briefing is read again: it says what it said, and what came since is told the next time."""
    assert (None, None) == (brief(acme.id, desk).changes, brief(acme.id, _at(desk, minutes=5)).changes)
    record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "saas")], PACK)
    assert brief(acme.id, _at(desk, minutes=9)).changes is None
    found = [brief(acme.id, _at(desk, minutes=each)).changes for each in (30, 31, 39)]

    assert [NOW, NOW, NOW] == [each.since for each in found if each]
    assert [1, 1, 1] == [len(each.answers) for each in found if each]
    assert Changes(_at(desk, minutes=30).now()) == brief(acme.id, _at(desk, days=1)).changes


def test_nobody_at_the_desk(desk: Desk, acme: Account) -> None:
    """For nobody in particular nothing is kept."""
    nobody = replace(desk, person="")
    brief(acme.id, nobody)

    assert brief(acme.id, replace(_at(desk, days=1), person="")).changes is None


def _delivery(desk: Desk) -> int:
    """A delivery that is worked on."""
    with desk.begin(writes=True) as work:
        work.inbox.seen("w", NOW)
        origin = work.inbox.accept(NewDelivery("k", "ann", "D1/", {}, NOW), "w")
        work.commit()
    assert origin is not None
    return origin


def test_a_delivery_begun_anew(desk: Desk, acme: Account) -> None:
    """A delivery that is begun anew gives the same briefing, and nothing is kept or logged twice."""
    brief(acme.id, desk)
    record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "saas")], PACK)
    _say(desk, acme, StageId.LEARN)
    there = replace(_at(desk, days=1), origin=_delivery(desk))
    first = brief(acme.id, there, "cfo")
    again = brief(acme.id, replace(_at(desk, days=1, minutes=3), origin=there.origin), "cfo")

    assert NOW == (first.changes and first.changes.since)
    assert (first.changes, first.gaps) == (again.changes, again.gaps)
    assert 1 == len(first.gaps)
    assert there.now() == ((last := brief(acme.id, _at(desk, days=2)).changes) and last.since)


def test_a_first_briefing_begun_anew(desk: Desk, acme: Account) -> None:
    """Begun anew, a first briefing is a first one."""
    there = replace(desk, origin=_delivery(desk))

    assert (None, None) == (brief(acme.id, there).changes, brief(acme.id, there).changes)


# --- the stage --------------------------------------------------------------------------------------------------------


SIGNS = Journey(
    stages={
        **{stage: JourneyStage() for stage in StageId},
        StageId.EVALUATE: JourneyStage(signs={"budget": ("yes",)}),
    }
)


def test_a_stage_that_answers_show(desk: Desk, acme: Account) -> None:
    """While nobody says a stage, the pack's signs show it; what somebody says counts before them."""
    there = replace(desk, scorer=Scorer(PACK.model_copy(update={"journey": SIGNS})))
    record_answers(desk.ports, desk.scope, acme.id, [answer("budget", value=True)], PACK)
    shown = brief(acme.id, there)
    with desk.begin(writes=True) as work:
        work.stages.say(acme.id, said := StageSaid(stage=StageId.LEARN, source=person(), at=NOW))
        work.commit()

    assert StageSign(stage=StageId.EVALUATE, trait="budget", value=True) == shown.stage
    assert StageId.EVALUATE is shown.sendings[0].stage
    assert said == brief(acme.id, there).stage


# --- what to send, and what is missing --------------------------------------------------------------------------------


def test_what_to_send_around_the_call(desk: Desk, acme: Account) -> None:
    """Once the stage is known there is something to send before the call; until then nothing is."""
    [before] = brief(acme.id, desk, "cfo", StageId.BUY).sendings

    assert (Moment.BEFORE, ["guide"]) == (before.moment, [each.asset.id for each in before.content.choices])
    assert () == brief(acme.id, desk, "cfo").sendings


def test_missing_content_is_logged(desk: Desk, acme: Account) -> None:
    """Where nothing is for the stage and the role a gap is logged, in the name of whoever looked, and stands there."""
    _say(desk, acme, StageId.LEARN)
    [gap] = brief(acme.id, desk, "cfo").gaps

    assert (GapKind.CONTENT, StageId.LEARN, "cfo", None) == (gap.kind, gap.stage, gap.persona, gap.account_id)
    assert ("Nothing to send at Learn, for CFO", person("ann"), NOW) == (gap.what, gap.source, gap.at)


def test_missing_content_is_logged_once(desk: Desk, acme: Account) -> None:
    """However often and whoever looks, and at whichever account, there is one gap; another stage is another gap."""
    beta = add_account(desk.ports, desk.scope, "Beta")
    for account in (acme, beta):
        _say(desk, account, StageId.LEARN)
    found = [
        brief(account.id, _at(replace(desk, person=who), days=1), "cfo").gaps
        for who in ("ann", "ann", "ben")
        for account in (acme, beta)
    ]

    assert [found[0]] * 6 == found
    assert [1] == [len(gap.voices) for gap in found[0]]
    _say(desk, acme, StageId.EVALUATE)
    [other] = brief(acme.id, desk, "cfo").gaps
    assert {other, *found[0]} == set(all_gaps(desk.ports, desk.scope))


@pytest.mark.parametrize(
    ("persona", "stage"), [(None, StageId.LEARN), ("cfo", None), ("cfo", StageId.BUY), ("cto", StageId.LEARN)]
)
def test_nothing_is_missing(desk: Desk, acme: Account, persona: str | None, stage: StageId | None) -> None:
    """Without a role or a stage, and where there is an asset, nothing is logged."""
    if stage is not None:
        _say(desk, acme, stage)

    assert () == brief(acme.id, desk, persona).gaps


def test_a_stage_that_is_only_asked_for_is_no_gap(desk: Desk, acme: Account) -> None:
    """A what-if logs nothing; a gap that is known already stands there all the same."""
    assert () == brief(acme.id, desk, "cfo", StageId.LEARN).gaps
    _say(desk, acme, StageId.LEARN)
    known = brief(acme.id, desk, "cfo").gaps
    _say(desk, acme, StageId.BUY)

    assert 1 == len(known)
    assert known == brief(acme.id, desk, "cfo", StageId.LEARN).gaps


def test_an_account_that_is_to_be_dropped(desk: Desk, acme: Account) -> None:
    """Nothing is sent to an account that is to be dropped, and what is missing for it is no gap."""
    record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "other")], PACK)
    _say(desk, acme, StageId.LEARN)
    found = brief(acme.id, desk, "cfo")

    assert Action.DROP is found.answer.report.action
    assert ((), (), []) == (found.sendings, found.gaps, all_gaps(desk.ports, desk.scope))


def _close(desk: Desk, gap: Gap, *, wont: bool) -> None:
    change_gap(desk.ports, desk.scope, gap.id, closed("done", person(), NOW, wont=wont))


def test_what_nobody_will_fill(desk: Desk, acme: Account) -> None:
    """A gap that somebody decided not to fill stays so; one that was filled and is there again is opened again."""
    _say(desk, acme, StageId.LEARN)
    [gap] = brief(acme.id, desk, "cfo").gaps
    _close(desk, gap, wont=False)
    [again] = brief(acme.id, desk, "cfo").gaps
    _close(desk, again, wont=True)

    assert gap.id == again.id
    assert () == brief(acme.id, desk, "cfo").gaps


def test_a_contradiction_is_told_once(desk: Desk, acme: Account) -> None:
    """A logged contradiction is left out while what to avoid tells it as it stands now."""
    said = [answer("employees", 20), answer("employees", 120, "ben")]
    new = NewGap(
        kind=GapKind.CONTRADICTION, what="20 or 90", trait="employees", account_id=acme.id, source=person(), at=NOW
    )
    log_gap(desk.ports, desk.scope, new)
    before = brief(acme.id, desk).gaps
    record_answers(desk.ports, desk.scope, acme.id, said, PACK)
    found = brief(acme.id, _at(desk, days=1))

    assert (["20 or 90"], ()) == ([gap.what for gap in before], found.gaps)
    assert found.avoid[0].startswith("Do not take Employees as settled")


def test_a_state_that_cannot_be_written(desk: Desk, acme: Account, shut: Callable[[], None]) -> None:
    """Where nothing can be written the briefing is there all the same, and nothing is logged or kept."""
    _say(desk, acme, StageId.LEARN)
    shut()
    found = brief(acme.id, desk, "cfo")

    assert ((), None) == (found.gaps, brief(acme.id, _at(desk, days=1)).changes)
    assert StageId.LEARN is (found.stage and found.stage.stage)


# --- the rest ---------------------------------------------------------------------------------------------------------


def test_what_to_avoid(desk: Desk, acme: Account) -> None:
    """What to avoid comes from what is known, and from who is met."""
    record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "saas")], PACK)

    assert (
        "Do not ask again: Industry.",
        "Treat what is said of this role as a guess: no research backs it yet.",
    ) == brief(acme.id, desk, "cfo").avoid


def test_a_summary_without_a_model(desk: Desk, acme: Account) -> None:
    """Without a model the summary is there, of at most three sentences, and says of nobody that they phrased it."""
    summary = brief(acme.id, desk).summary

    assert summary is not None
    assert (None, None, None) == (summary.model, summary.prompt, summary.dropped)
    assert summary.sentences[0].startswith("Acme is still open")
    assert len(summary.sentences) <= 3


def test_nothing_left_to_ask_is_nothing_to_avoid_asking(desk: Desk, acme: Account) -> None:
    """Where no question is left it is not said which ones were answered: the facts stand above, and nobody asks."""
    record_answers(desk.ports, SCOPE, acme.id, [answer("industry", "other")], PACK)

    assert () == brief(acme.id, desk).questions
    assert () == brief(acme.id, desk).avoid
