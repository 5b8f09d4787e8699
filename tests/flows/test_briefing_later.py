"""Briefings for later: kept once for each call, composed from what is known then, and taken back by their own person."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.account import Account
from bot.core.errors import AccountUnknown
from bot.core.journey import Journey, JourneyStage, StageId, StageSaid
from bot.core.persona import Persona
from bot.flows.accounts import add_account, record_answers
from bot.flows.briefing_later import cancel, compose, schedule, waiting
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.moment import Moment, moment
from bot.ports.briefings import Due, Schedule
from bot.ports.inbox import NewDelivery
from tests.small import NOW, SCOPE, TODAY, answer, pack, person, ports_at

AHEAD = timedelta(minutes=30)
PACK = pack().model_copy(
    update={
        "personas": (Persona(id="cfo", title="CFO"),),
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


def _call(words: str, desk: Desk) -> Moment:
    found = moment(words, desk.now())
    assert found is not None
    return found


def _kept(desk: Desk, acme: Account, words: str = "tomorrow 10:00", persona: str | None = None) -> Schedule:
    kept = schedule(acme.id, desk, _call(words, desk), persona, StageId.LEARN, ahead=AHEAD)
    assert kept is not None
    return kept


def _later(desk: Desk, now: datetime) -> Desk:
    return replace(desk, now=lambda: now, today=now.date())


def _delivery(desk: Desk) -> int:
    with desk.begin(writes=True) as work:
        work.inbox.seen("w", NOW)
        origin = work.inbox.accept(NewDelivery("k", "ann", "D1/", {}, NOW), "w")
        work.commit()
    assert origin is not None
    return origin


def test_what_is_kept(desk: Desk, acme: Account) -> None:
    """Kept is who wants it, about what, for which call, and that it is composed so long before."""
    kept = _kept(desk, acme, persona="cfo")

    call = NOW.replace(day=2, hour=10, minute=0)
    assert (acme.id, "ann", call, call - AHEAD, NOW) == (
        kept.account_id,
        kept.person,
        kept.call_at,
        kept.due_at,
        kept.made_at,
    )
    assert ("Monday 2 November, 10:00", "cfo", StageId.LEARN) == (kept.call_words, kept.persona, kept.stage)
    assert ([kept], []) == (waiting(desk), waiting(replace(desk, person="ben")))


def test_by_the_clock_on_their_wall(desk: Desk, acme: Account) -> None:
    """A call at ten is at ten where the person is, also over a change of the clocks in the night before."""
    berlin = ZoneInfo("Europe/Berlin")
    there = _later(desk, datetime(2026, 10, 24, 12, tzinfo=berlin))
    kept = _kept(there, acme, "tomorrow 10:00")
    short = schedule(acme.id, there, _call("tomorrow 03:15", there), ahead=timedelta(hours=2))

    assert datetime(2026, 10, 25, 9, tzinfo=UTC) == kept.call_at
    assert datetime(2026, 10, 25, 8, 30, tzinfo=UTC) == kept.due_at
    assert datetime(2026, 10, 25, 0, 15, tzinfo=UTC) == (short and short.due_at)


@pytest.mark.parametrize(
    ("words", "expected"), [("in 29 minutes", False), ("in 30 minutes", False), ("in 31 minutes", True)]
)
def test_too_late(desk: Desk, acme: Account, words: str, *, expected: bool) -> None:
    """Where the time to compose it is not to come any more, nothing is kept."""
    kept = schedule(acme.id, desk, _call(words, desk), ahead=AHEAD)

    assert expected is (kept is not None)
    assert expected is bool(waiting(desk))


def test_a_call_without_a_time_of_day(desk: Desk, acme: Account) -> None:
    """Of a call on some day the briefing comes before nine in its morning, and the call is not over that day."""
    kept = _kept(desk, acme, "tomorrow")

    assert (NOW.replace(day=2, hour=8, minute=30), "Monday 2 November") == (kept.due_at, kept.call_words)
    assert NOW.replace(day=2, hour=23, minute=59) == kept.call_at
    assert schedule(acme.id, desk, _call("today", desk), ahead=AHEAD) is None


def test_the_same_call_again(desk: Desk, acme: Account) -> None:
    """Asked for twice, there is one briefing, as it was wanted last; another call is another one."""
    first, again = _kept(desk, acme), _kept(desk, acme, persona="cfo")
    other = _kept(desk, acme, "tomorrow 12:00")

    assert (first.id, "cfo") == (again.id, again.persona)
    assert [again.id, other.id] == [each.id for each in waiting(desk)]


def test_whom_the_pack_does_not_have(desk: Desk, acme: Account) -> None:
    """A role that the pack does not have is nobody; an account that is not there has no briefing."""
    assert _kept(desk, acme, persona="cto").persona is None
    with pytest.raises(AccountUnknown):
        schedule(99, desk, _call("tomorrow 10:00", desk), ahead=AHEAD)


def test_a_delivery_begun_anew(desk: Desk, acme: Account) -> None:
    """A delivery that is begun anew finds what it kept, also when that has been taken back, and took back, since."""
    there = replace(desk, origin=_delivery(desk))
    kept = _kept(there, acme)
    assert cancel(kept.id, there)

    again = _kept(_later(there, NOW + timedelta(hours=1)), acme)

    assert (kept.id, Due.CANCELLED) == (again.id, again.due)
    assert cancel(kept.id, there)
    assert [] == waiting(desk)


def test_taking_it_back(desk: Desk, acme: Account) -> None:
    """Whoever wanted it takes it back, once; nobody else does, and nothing of another number."""
    kept = _kept(desk, acme)

    assert not cancel(kept.id, replace(desk, person="ben"))
    assert not cancel(kept.id + 1, desk)
    assert (True, False) == (cancel(kept.id, desk), cancel(kept.id, desk))
    assert [] == waiting(desk)


def test_composed_from_what_is_known_then(desk: Desk, acme: Account) -> None:
    """It is composed from what was recorded since, for the role and the call that were spoken of."""
    kept = _kept(desk, acme, persona="cfo")
    record_answers(desk.ports, desk.scope, acme.id, [answer("industry", "saas")], PACK)
    then = _later(desk, NOW + timedelta(hours=24))

    found = compose(kept, then)

    assert (then.look_up(acme.id), kept) == (found.answer, found.schedule)
    assert ("cfo", StageSaid(stage=StageId.LEARN, source=person("ann"), at=NOW, asked=True)) == (
        found.persona and found.persona.id,
        found.stage,
    )
    assert (NOW.replace(day=2, hour=10, minute=0), "Monday 2 November, 10:00") == (
        found.call and found.call.at,
        found.call and found.call.words,
    )


@pytest.mark.parametrize(("minutes", "expected"), [(-5, StageId.LEARN), (5, StageId.BUY)])
def test_a_stage_that_was_said_since(desk: Desk, acme: Account, minutes: int, expected: StageId) -> None:
    """A stage that was spoken of with the call counts, unless somebody has said another one since."""
    kept = _kept(desk, acme)
    with desk.begin(writes=True) as work:
        at = NOW + timedelta(minutes=minutes)
        work.stages.say(acme.id, StageSaid(stage=StageId.BUY, source=person("ben"), at=at))
        work.commit()

    found = compose(kept, _later(desk, NOW + timedelta(hours=24))).stage

    assert expected is (found and found.stage)


@pytest.mark.parametrize("words", ["tomorrow", "tomorrow 00:00", "tomorrow 23:59"])
def test_the_call_in_the_same_words(desk: Desk, acme: Account, words: str) -> None:
    """The call of a briefing for later is told in the words it was kept under."""
    kept = schedule(acme.id, desk, _call(words, desk), ahead=AHEAD)
    assert kept is not None
    found = compose(kept, _later(desk, NOW + timedelta(hours=12))).call

    assert kept.call_words == (found and found.words)


def test_an_account_that_is_gone(desk: Desk, acme: Account) -> None:
    """Of an account that was deleted since nothing is composed."""
    kept = _kept(desk, acme)
    with desk.begin(writes=True) as work:
        work.accounts.forget(acme.id)
        work.commit()

    with pytest.raises(AccountUnknown):
        compose(kept, desk)
