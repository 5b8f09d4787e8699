"""People: who is a guest, and what time it is for them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.errors import NotAllowed
from bot.ports import Ports, Scope
from bot.ports.team import Profile, Workspace
from bot.slack.client import web_client
from bot.slack.errors import SlackBusy, SlackRefused
from bot.slack.people import People
from tests.slack.scripted import TEAM, Clock, Scripted, Wrong, serving
from tests.small import ports_at


@pytest.fixture
def slack() -> Iterator[Scripted]:
    """A Slack that takes everything until it is told otherwise."""
    state = Scripted()
    with serving(state):
        yield state


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A real state."""
    return ports_at(tmp_path)


@pytest.fixture
def clock() -> Clock:
    """The time: eight in the morning of the fifteenth, in London."""
    return Clock()


@pytest.fixture
def people(slack: Scripted, ports: Ports, clock: Clock) -> People:
    """The people of a team."""
    return People(web_client("xoxb-1", slack.api_url), ports, TEAM, clock, "UTC")


def member(**more: Any) -> dict[str, Any]:
    """Somebody of the team."""
    return {"id": "U1", "team_id": TEAM, "tz": "Asia/Tokyo", "name": "ann", **more}


def test_profile(slack: Scripted, people: People, ports: Ports, clock: Clock) -> None:
    """A person is asked about once a day, also by another process; no name is kept."""
    slack.users["U1"] = member()
    expected = Profile("U1", "Asia/Tokyo", guest=False, fetched_at=clock())

    assert expected == people.profile("U1")
    assert expected == People(web_client("x", slack.api_url), ports, TEAM, clock, "UTC").profile("U1")
    clock.pass_by(timedelta(hours=25))
    slack.users["U1"] = member(tz="Europe/Berlin")
    assert "Europe/Berlin" == people.profile("U1").time_zone
    assert 2 == len(slack.methods())


@pytest.mark.parametrize(
    ("user", "guest"),
    [
        (member(), False),
        (member(is_restricted=True), True),
        (member(is_ultra_restricted=True), True),
        (member(is_stranger=True), True),
        (member(team_id="T2"), True),
        (member(team_id="T2", enterprise_user={"teams": ["T2", TEAM]}), False),
        (member(team_id="T2", enterprise_user={}), True),
        ({"id": "U1"}, False),
    ],
)
def test_guest(slack: Scripted, people: People, user: dict[str, Any], *, guest: bool) -> None:
    """Who has restricted rights or belongs to another workspace is a guest; who shares an organization is none."""
    slack.users["U1"] = user

    assert guest is people.profile("U1").guest


def test_workspace(slack: Scripted, ports: Ports, clock: Clock) -> None:
    """The state may know the workspace by another name than Slack."""
    slack.users["U1"] = member(team_id="T9")

    assert not (People(web_client("x", slack.api_url), ports, TEAM, clock, "UTC", workspace="T9").profile("U1").guest)


@pytest.mark.parametrize("tz", ["Nowhere/At-All", "../etc/passwd", "", None, 5, "Europe"])
def test_zone_that_is_none(slack: Scripted, people: People, tz: object) -> None:
    """A time zone that nobody knows is none."""
    slack.users["U1"] = member(tz=tz)

    assert people.profile("U1").time_zone is None


def test_today(slack: Scripted, people: People, clock: Clock) -> None:
    """Today is the asking person's day."""
    slack.users["U1"] = member()
    clock.pass_by(timedelta(hours=10))  # six in the evening in London, three at night in Tokyo

    assert date(2027, 1, 16) == people.today("U1")
    assert (3, 540) == (people.now("U1").hour, people.now("U1").utcoffset().seconds / 60)  # type: ignore[union-attr]
    assert people.now("U1") == people.local("U1", clock())


def test_default_zone(slack: Scripted, people: People, ports: Ports) -> None:
    """Where Slack does not say, the workspace's time zone holds, and else the deployment's."""
    slack.users["U1"] = member(tz=None)
    assert "UTC" == people.zone("U1").key
    with ports.store().begin(Scope.of_team(TEAM)) as work:
        work.workspaces.save(Workspace(time_zone="America/New_York"))
        work.commit()

    assert "America/New_York" == people.zone("U1").key


def test_not_allowed(slack: Scripted, people: People, clock: Clock) -> None:
    """Where Slack does not let us look nobody is a guest, and we ask again after an hour."""
    slack.always["users.info"] = Wrong("missing_scope")

    assert [False, False, False] == [people.profile(user).guest for user in ("U1", "U1", "U2")]
    assert 1 == len(slack.methods())
    slack.always.clear()
    slack.users["U1"] = member(is_restricted=True)
    clock.pass_by(timedelta(minutes=61))
    assert people.profile("U1").guest


def test_unknown_person(slack: Scripted, people: People) -> None:
    """A person whom Slack does not know is not asked about with every message; others are."""
    slack.users["U2"] = member()

    assert [None, None, "Asia/Tokyo"] == [people.profile(user).time_zone for user in ("U1", "U1", "U2")]
    assert 2 == len(slack.methods())


@pytest.mark.parametrize("wrong", [Wrong(status=503), Wrong("missing_scope"), Wrong("user_not_found")])
def test_old_profile(slack: Scripted, people: People, clock: Clock, wrong: Wrong) -> None:
    """What was known before holds while Slack cannot be asked."""
    slack.users["U1"] = member(is_restricted=True)
    people.profile("U1")
    clock.pass_by(timedelta(days=2))
    slack.always["users.info"] = wrong

    assert [True, True] == [people.profile("U1").guest for _ in range(2)]


def test_busy(slack: Scripted, people: People) -> None:
    """A person of whom nothing is known is not let in because Slack is busy."""
    slack.always["users.info"] = Wrong(status=429)

    with pytest.raises(SlackBusy):
        people.profile("U1")


def test_token(slack: Scripted, people: People) -> None:
    """A token that is not accepted is not taken for a person who is not known."""
    slack.always["users.info"] = Wrong("invalid_auth")

    with pytest.raises(SlackRefused):
        people.profile("U1")


@pytest.mark.parametrize(
    ("user", "why"),
    [
        (member(is_restricted=True), "only members"),
        (member(team_id="T2"), "only members"),
        (member(is_bot=True), "an app"),
        (member(deleted=True), "deactivated"),
        (None, "cannot find"),
    ],
)
def test_not_everybody_can_go_on_with_something(
    user: dict[str, Any] | None, why: str, slack: Scripted, people: People
) -> None:
    """Guests, people of other companies, apps and accounts that are gone are refused, each with the reason."""
    slack.users.update({"U1": user} if user else {})
    with pytest.raises(NotAllowed, match=why):
        people.colleague("U1")


def test_a_colleague_who_became_a_guest_today(slack: Scripted, people: People) -> None:
    """Whoever is to get something is looked up anew, whatever was known of them."""
    slack.users["U1"] = member()
    assert "U1" == people.colleague("@U1")
    slack.users["U1"] = member(is_restricted=True)
    with pytest.raises(NotAllowed, match="only members"):
        people.colleague("U1")


def test_a_name_is_no_colleague(slack: Scripted, people: People) -> None:
    """Nobody is guessed, and Slack is not asked."""
    with pytest.raises(NotAllowed, match="Mention whom"):
        people.colleague("Kim")
    assert [] == slack.methods()


def test_where_slack_does_not_let_us_look_a_colleague_is_believed(slack: Scripted, people: People) -> None:
    """Names of people are an optional scope."""
    slack.always["users.info"] = Wrong("missing_scope")

    assert "U1" == people.colleague("U1")
