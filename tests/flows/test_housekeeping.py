"""Housekeeping: messages are kept as long as the workspace says, and repetitions are recognised all the same."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.flows.housekeeping import Tidied, tidy
from bot.flows.workspace import set_up
from bot.ports import Ports, Scope
from bot.ports.inbox import Ending, NewDelivery
from bot.ports.model import Job, ModelCall, Spent
from bot.ports.team import Recalled, Workspace
from tests.small import NOW, SCOPE, ports_at

TEAM = Scope.of_team(SCOPE.team)


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A state with an ended delivery and a conversation of 1, 30 and 50 hours ago, and an open delivery of long ago."""
    ports = ports_at(tmp_path / "home")
    with ports.store().begin(TEAM) as work:
        for hours in (1, 30, 50):
            at = NOW - timedelta(hours=hours)
            delivery_id = work.inbox.accept(_new(f"{hours}", at), "w1")
            assert delivery_id is not None
            work.inbox.end(delivery_id, Ending.ANSWERED, at)
            work.conversations.remember("U1", f"D1/{hours}", Recalled(waiting="fit?"), at)
        work.inbox.accept(_new("open", NOW - timedelta(days=900)), "w1")
        work.commit()
    return ports


def _new(key: str, at: datetime) -> NewDelivery:
    return NewDelivery(key, "U1", "D1/", {"text": key}, at)


def _texts(ports: Ports) -> list[object]:
    with ports.store().begin(TEAM, writes=False) as work:
        return [found.body.get("text") if found else "gone" for found in map(work.inbox.get, (1, 2, 3, 4))]


def _conversations(ports: Ports) -> list[str | None]:
    with ports.store().begin(TEAM, writes=False) as work:
        return [work.conversations.recall("U1", f"D1/{hours}").waiting for hours in (1, 30, 50)]


@pytest.mark.parametrize(
    ("keep_days", "tidied", "texts", "conversations"),
    [
        (30, Tidied(0, 0, 0, 0), ["1", "30", "50", "open"], ["fit?", "fit?", "fit?"]),
        (2, Tidied(1, 0, 1, 0), ["1", "30", "gone", "open"], ["fit?", "fit?", None]),
        (1, Tidied(2, 0, 2, 0), ["1", "gone", "gone", "open"], ["fit?", None, None]),
        (0, Tidied(2, 1, 3, 0), [None, "gone", "gone", "open"], [None, None, None]),
    ],
)
def test_what_is_older_than_it_is_kept_goes(
    ports: Ports, keep_days: int, tidied: Tidied, texts: list[object], conversations: list[str | None]
) -> None:
    """By the workspace's days; what is unanswered never goes, and of today's deliveries only the text does."""
    set_up(ports, SCOPE.team, Workspace(keep_days=keep_days))

    assert tidied == tidy(ports, SCOPE.team, NOW)
    assert (texts, conversations) == (_texts(ports), _conversations(ports))
    assert Tidied(0, 0, 0, 0) == tidy(ports, SCOPE.team, NOW)
    with ports.store().begin(TEAM) as work:
        assert None is work.inbox.accept(_new("1", NOW), "w1")


def test_what_a_model_cost_is_known_for_more_than_a_year(ports: Ports) -> None:
    """However short messages are kept; calls hold no text. What is older goes."""
    set_up(ports, SCOPE.team, Workspace(keep_days=0))
    calls = [
        ModelCall(NOW - timedelta(days=days, seconds=seconds), Job.ANSWER, "m", "p", Spent(1, 1, 1), "used")
        for days, seconds in ((0, 0), (400, 0), (400, 1))
    ]
    with ports.store().begin(TEAM) as work:
        for call in calls:
            work.model_calls.note(call)
        work.commit()

    assert (1, 0) == tuple(tidy(ports, SCOPE.team, NOW).model_calls for _ in range(2))
    with ports.store().begin(TEAM, writes=False) as work:
        assert calls[:2] == work.model_calls.since(NOW - timedelta(days=999))


def test_other_teams_are_left_alone(ports: Ports) -> None:
    """Each team has its own days."""
    set_up(ports, "T9", Workspace(keep_days=0))

    assert Tidied(0, 0, 0, 0) == tidy(ports, "T9", NOW)
    assert ["1", "30", "50", "open"] == _texts(ports)
