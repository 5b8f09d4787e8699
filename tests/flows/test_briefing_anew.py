"""Briefings and killed processes: whatever is cut off and begun anew, the person gets what one attempt would have given."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from bot.core.journey import Journey, JourneyStage, StageId, StageSaid
from bot.core.persona import Persona
from bot.flows.accounts import add_account, record_answers, say_stage
from bot.flows.briefing import Briefing, brief
from bot.flows.briefing_later import schedule, waiting
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.moment import moment
from bot.ports import Ports
from bot.ports.briefings import Schedule
from bot.ports.inbox import NewDelivery
from tests.small import NOW, SCOPE, TODAY, answer, pack, ports_at

_NUMBERS = count()
PACK = pack().model_copy(
    update={
        "personas": (Persona(id="cfo", title="CFO"),),
        "journey": Journey(stages={stage: JourneyStage() for stage in StageId}),
    }
)
SCORER = Scorer(PACK)
LATER = NOW + timedelta(hours=2)


class Killed(Exception):
    """The process ended here."""


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """A state in a folder of its own."""
    return ports_at(tmp_path_factory.mktemp("home"))


@contextmanager
def killed_at(ports: Ports, step: int) -> Iterator[None]:
    """Let the process end before it says its nth word to the database; a commit is a word, too."""
    engine, steps = ports.store()._engine, count()  # type: ignore[attr-defined]

    def say(*_: object) -> None:
        if next(steps) == step:
            raise Killed

    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, say)
    try:
        with suppress(Killed):
            yield
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(engine, name, say)


def _delivered(desk: Desk) -> int:
    with desk.begin(writes=True) as work:
        work.inbox.seen("w", NOW)
        origin = work.inbox.accept(NewDelivery(f"Ev{next(_NUMBERS)}", "ann", "D1/", {}, NOW), "w")
        work.commit()
    assert origin is not None
    return origin


def _carry_out(account_id: int, desk: Desk) -> tuple[Briefing, Schedule | None]:
    """A briefing now, and one before the call."""
    call = moment("tomorrow 10:00", NOW)
    assert call is not None
    briefing = brief(account_id, desk, "cfo", StageId.LEARN, "tomorrow 10:00")
    return briefing, schedule(account_id, desk, call, "cfo", StageId.LEARN, ahead=timedelta(minutes=30))


@given(kills=st.lists(st.integers(0, 40), max_size=4))
def test_attempts_cut_off_anywhere(ports: Ports, kills: list[int]) -> None:
    """After any attempts the changes are those since the last delivery, and one gap and one later briefing are kept."""
    desk = Desk(scorer=SCORER, team=SCOPE.team, ports=ports, person="ann", now=lambda: NOW, today=TODAY)
    account = add_account(ports, SCOPE, f"Acme {next(_NUMBERS)}")
    say_stage(ports, SCOPE, account.id, StageSaid(stage=StageId.LEARN, source=desk.source, at=NOW))
    brief(account.id, desk)
    [said] = record_answers(ports, SCOPE, account.id, [answer("industry", "saas")], PACK)
    there = replace(desk, now=lambda: LATER, origin=_delivered(desk))
    for step in kills:
        with killed_at(ports, step):
            _carry_out(account.id, there)

    (found, kept), again = _carry_out(account.id, there), _carry_out(account.id, there)

    assert (found, kept) == again
    assert (NOW, (said,)) == (found.changes and (found.changes.since, found.changes.answers))
    assert [1] == [len(gap.voices) for gap in found.gaps]
    assert [kept] == [each for each in waiting(desk) if each.account_id == account.id]
