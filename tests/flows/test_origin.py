"""Origin: whatever a delivery writes, it writes once, however often and wherever an attempt at it is cut off."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from bot.core.account import Account, Answer
from bot.core.errors import AccountUnknown
from bot.core.gap import Gap, GapKind, NewGap
from bot.core.journey import StageId, StageSaid
from bot.flows.accounts import (
    add_account,
    forget_account,
    list_accounts,
    record_answers,
    retract_answers,
    say_stage,
    show_account,
)
from bot.flows.gaps import all_gaps, log_gap
from bot.flows.origin import ids, note, written
from bot.ports import Ports, Scope
from bot.ports.inbox import NewDelivery
from tests.small import NOW, SCOPE, answer, pack, person, ports_at

_NUMBERS = count()
STAGE = StageSaid(stage=StageId.EVALUATE, source=person(), at=NOW)


class Killed(Exception):
    """The process ended here."""


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """A state in a folder of its own."""
    return ports_at(tmp_path_factory.mktemp("home"))


def delivered(ports: Ports) -> int:
    """A delivery that was accepted; its id."""
    with ports.store().begin(Scope.of_team(SCOPE.team)) as work:
        delivery_id = work.inbox.accept(NewDelivery(f"Ev{next(_NUMBERS)}", "ann", "D1/", {}, NOW), "w1")
        work.commit()
    assert delivery_id is not None
    return delivery_id


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


def carry_out(ports: Ports, name: str, origin: int | None) -> tuple[Account, list[Answer], Any, Gap, Account]:
    """Everything that one delivery can write, one after the other."""
    account = add_account(ports, SCOPE, name, origin=origin, by="ann")
    said = [answer("employees", 120), answer("industry", "saas")]
    answers = record_answers(ports, SCOPE, account.id, said, pack(), origin=origin)
    stage = say_stage(ports, SCOPE, account.id, STAGE, origin=origin)
    new = NewGap(kind=GapKind.CONTENT, what=f"a deck for {name}", account_id=account.id, source=person(), at=NOW)
    gap = log_gap(ports, SCOPE, new, origin=origin)
    after = retract_answers(ports, SCOPE, account.id, [answers[0].id], NOW, origin=origin)
    return account, answers, stage, gap, after


@given(kills=st.lists(st.integers(0, 40), max_size=6))
def test_attempts_cut_off_anywhere_leave_one_write(ports: Ports, kills: list[int]) -> None:
    """After any attempts, each ending at any step, one whole attempt leaves what one whole attempt alone would."""
    origin, name = delivered(ports), f"Acme {next(_NUMBERS)}"
    for step in kills:
        with killed_at(ports, step):
            carry_out(ports, name, origin)

    account, answers, stage, gap, after = carry_out(ports, name, origin)
    again = carry_out(ports, name, origin)

    assert 1 == sum(each.name == name for each in list_accounts(ports, SCOPE))
    assert [("employees", 120, True), ("industry", "saas", False)] == [
        (each.trait, each.value, each.retracted) for each in show_account(ports, SCOPE, name, exactly=True).answers
    ]
    assert [gap] == [each for each in all_gaps(ports, SCOPE) if each.account_id == account.id]
    with ports.store().begin(SCOPE, writes=False) as work:
        assert stage == STAGE == work.stages.latest(account.id)
    assert (account.id, [each.id for each in answers], gap, after) == (
        again[0].id,
        [each.id for each in again[1]],
        again[3],
        again[4],
    )


def test_a_second_attempt_returns_what_the_first_one_wrote(ports: Ports) -> None:
    """The same answers and the same account come back, whatever the second attempt would have written."""
    origin, name = delivered(ports), f"Acme {next(_NUMBERS)}"
    account = add_account(ports, SCOPE, name, origin=origin)
    first = record_answers(ports, SCOPE, account.id, [answer("employees", 120)], pack(), origin=origin)

    assert account == add_account(ports, SCOPE, name, origin=origin).model_copy(update={"answers": ()})
    assert first == record_answers(ports, SCOPE, account.id, [answer("employees", 7)], pack(), origin=origin)
    assert first == record_answers(ports, SCOPE, account.id, [answer("employees", "x")], pack(), origin=origin)


def test_another_delivery_writes_anew(ports: Ports) -> None:
    """Two deliveries that say the same are two, and so are two calls without one; of a gap they are two voices."""
    account = add_account(ports, SCOPE, f"Acme {next(_NUMBERS)}")
    origins = (delivered(ports), delivered(ports), None, None)
    recorded = [
        record_answers(ports, SCOPE, account.id, [answer("employees", 120)], pack(), origin=each)[0].id
        for each in origins
    ]

    assert 4 == len(set(recorded))
    gap = NewGap(kind=GapKind.PRODUCT, what="SSO", source=person(), at=NOW)
    assert (1, 2) == tuple(len(log_gap(ports, SCOPE, gap).voices) for _ in range(2))


def test_nothing_written_is_written_once_too(ports: Ports) -> None:
    """A delivery that recorded no answer at all has done so."""
    origin = delivered(ports)
    account = add_account(ports, SCOPE, f"Acme {next(_NUMBERS)}")

    assert [] == record_answers(ports, SCOPE, account.id, [], pack(), origin=origin)
    assert [] == record_answers(ports, SCOPE, account.id, [answer("employees", 1)], pack(), origin=origin)


def test_what_was_written_can_be_gone_again(ports: Ports) -> None:
    """An account or a gap that was forgotten in between is not written a second time under the old delivery's id."""
    origin, name = delivered(ports), f"Acme {next(_NUMBERS)}"
    account = add_account(ports, SCOPE, name, origin=origin)
    new = NewGap(kind=GapKind.CONTENT, what="a deck", account_id=account.id, source=person(), at=NOW)
    log_gap(ports, SCOPE, new, origin=origin)
    forget_account(ports, SCOPE, name)

    with pytest.raises(AccountUnknown):
        add_account(ports, SCOPE, name, origin=origin)
    with pytest.raises(AccountUnknown):
        log_gap(ports, SCOPE, new, origin=origin)


def test_what_was_written_is_noted_by_kind(ports: Ports) -> None:
    """Kinds stand beside each other; a note that is none of ours is nothing."""
    origin = delivered(ports)
    with ports.store().begin(SCOPE) as work:
        assert {} == written(work, None) == written(work, origin)
        note(work, None, "answers", [1])
        note(work, origin, "answers", [1, 2])
        note(work, origin, "account", 5)
        assert {"answers": [1, 2], "account": 5} == written(work, origin)
        work.inbox.note_effect(origin, "something else")
        assert {} == written(work, origin)

    assert ((1, 2), (5,), None) == tuple(
        ids({"answers": [1, 2], "account": 5}, what) for what in ("answers", "account", "gap")
    )
