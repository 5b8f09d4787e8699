"""A workspace begins anew: nothing of earlier conversations is answered, and what was found out stays."""

from datetime import timedelta
from pathlib import Path

from bot.flows.anew import WORKER, begin_anew
from bot.ports import Scope
from bot.ports.inbox import Ending, NewDelivery
from bot.ports.team import Recalled, Workspace
from tests.small import NOW, SCOPE, answer, ports_at

TEAM = Scope.of_team(SCOPE.team)


def test_nothing_of_before_is_answered(tmp_path: Path) -> None:
    """What waited is stopped, whoever had it and however late it was to come; what was talked about is forgotten."""
    ports = ports_at(tmp_path)
    with ports.store().begin(TEAM) as work:
        work.inbox.seen("w1", NOW)
        ids = [work.inbox.accept(NewDelivery(f"{key}", "U1", "D1/", {"text": "fit?"}, NOW), "w1") for key in range(3)]
        first, later, answered = (each for each in ids if each is not None)
        work.inbox.put_off(later, NOW + timedelta(days=2))
        work.inbox.end(answered, Ending.ANSWERED, NOW)
        work.conversations.remember("U1", "D1/", Recalled(waiting="fit?"), NOW + timedelta(seconds=5))
        work.commit()

    assert 2 == begin_anew(ports, SCOPE.team, NOW)
    assert 0 == begin_anew(ports, SCOPE.team, NOW)

    with ports.store().begin(TEAM, writes=False) as work:
        assert 0 == work.inbox.unanswered()
        assert [Ending.STOPPED, Ending.STOPPED, Ending.ANSWERED] == [
            found.ending for each in (first, later, answered) if (found := work.inbox.get(each)) is not None
        ]
        assert Recalled() == work.conversations.recall("U1", "D1/")


def test_what_was_found_out_stays(tmp_path: Path) -> None:
    """Accounts, their answers and the workspace's settings are as they were; other teams are not touched."""
    ports = ports_at(tmp_path)
    with ports.store().begin(SCOPE) as work:
        account = work.accounts.add("Acme")
        work.accounts.record(account.id, [answer("employees", 50)])
        work.workspaces.save(Workspace(admins=("U1",)))
        work.commit()
    with ports.store().begin(Scope.of_team("other")) as work:
        work.inbox.seen("w2", NOW)
        work.inbox.accept(NewDelivery("1", "U1", "D1/", {}, NOW), "w2")
        work.commit()

    begin_anew(ports, SCOPE.team, NOW)

    with ports.store().begin(SCOPE, writes=False) as work:
        assert [50] == [each.value for each in work.accounts.get(account.id).answers]
        assert ("U1",) == work.workspaces.get().admins
    with ports.store().begin(Scope.of_team("other"), writes=False) as work:
        assert 1 == work.inbox.unanswered()


def test_nobody_is_thought_to_be_working(tmp_path: Path) -> None:
    """The name under which it is done is left again: nothing waits for it to come back."""
    ports = ports_at(tmp_path)
    begin_anew(ports, SCOPE.team, NOW)

    with ports.store().begin(TEAM) as work:
        work.inbox.accept(NewDelivery("1", "U1", "D1/", {}, NOW), WORKER)
        assert 1 == len(work.inbox.take_over("w3", NOW - timedelta(hours=1), NOW))
