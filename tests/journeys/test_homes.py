"""The Homes of colleagues: what one person does with a gap stands on everybody's Home whose gap it is."""

import pytest

from bot.core.gap import GapKind, NewGap
from bot.flows.gaps import log_gap
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from tests.journeys.conftest import Town, eventually
from tests.journeys.test_gaps import NOW, logged, move
from tests.small import person


@pytest.fixture
def manager(town: Town) -> Person:
    """A colleague who looks at their Home."""
    manager = town.person("manager")
    manager.open_home()
    manager.wait_for_home("Set Fika up")
    return manager


def published(town: Town, whose: Person) -> int:
    """How often a person's Home was shown to them."""
    shown = [each for each in town.slack.world.calls if each.method == "views.publish"]
    return len([each for each in shown if each.arguments.get("user_id") == whose.user.id])


def says(whose: Person, text: str) -> bool:
    """Whether a person's Home says a text."""
    return whose.home is not None and text in all_words(whose.home)


def give(rep: Person, owner: Person) -> None:
    """Assign the first gap to somebody."""
    rep.command("/fika gaps 1")
    rep.click(rep.wait_for_message("no deck"), "Assign")
    rep.submit(rep.wait_for_modal("Assign a gap"), {"owner": owner.user.id})
    rep.wait_for_message("Now given")


def test_a_gap_that_one_is_given_stands_on_home_at_once(town: Town, manager: Person) -> None:
    """Whoever is given a gap while they look at Home sees it there; once it is somebody else's, they do not."""
    logged(town, "no deck", account=1)
    rep = town.person()
    assert not says(manager, "no deck")
    give(rep, manager)
    manager.wait_for_home("no deck")
    give(rep, rep)

    assert eventually(lambda: not says(manager, "no deck"))


def test_a_gap_that_a_colleague_closes_leaves_home_at_once(town: Town) -> None:
    """Closed by somebody else it goes, and reopened it comes back."""
    manager, rep = town.person("manager"), town.person()
    logged(town, "no deck", by=manager.user.id)
    manager.open_home()
    manager.wait_for_home("no deck")
    rep.command("/fika gaps all")
    move(rep, rep.wait_for_message("no deck"), "no deck", "Close…")
    rep.submit(rep.wait_for_modal("Close a gap"), {"ends": "wont", "reason": "nobody asks"})
    assert eventually(lambda: not says(manager, "no deck"))
    rep.click(rep.wait_for_message("Now closed"), "Reopen")
    rep.submit(rep.wait_for_modal("Reopen a gap"), {"reason": "they do"})

    manager.wait_for_home("no deck")


def test_an_answer_closes_a_colleagues_gap_on_their_home(town: Town) -> None:
    """The answer that somebody was missing takes it off their Home, whoever found it out."""
    manager = town.person("manager")
    new = NewGap(
        kind=GapKind.TRAIT,
        what="nobody knows the cloud",
        account_id=1,
        trait="cloud",
        source=person(manager.user.id),
        at=NOW,
    )
    log_gap(town.ports, town.scope, new)
    manager.open_home()
    manager.wait_for_home("nobody knows the cloud")
    town.person().dm("Acme runs on AWS")

    assert eventually(lambda: not says(manager, "nobody knows the cloud"))


def test_an_interview_that_one_is_given_stands_on_home_at_once(town: Town, manager: Person) -> None:
    """Whoever is to go on with a colleague's interview finds it among the questions under way."""
    rep = town.person()
    rep.dm("ask me about Acme")
    rep.wait_for_message("Acme")
    assert not says(manager, "Questions under way")
    rep.dm(f"hand it to <@{manager.user.id}>")

    manager.wait_for_home("Questions under way")


def test_nobody_else_is_shown_a_home(town: Town, manager: Person) -> None:
    """A Home that nobody opened, and one on which nothing changed, are not published."""
    rep = town.person()
    logged(town, "no deck", account=1)
    before = published(town, manager)
    give(rep, rep)
    rep.dm("log a gap: no case study for hospitals")
    rep.wait_for_message("Logged a gap")
    give(rep, town.person("admin"))
    assert town.settled()

    assert (before, 0, 0) == (published(town, manager), published(town, rep), published(town, town.person("admin")))


def test_a_home_that_slack_refuses_costs_the_colleague_alone(town: Town, manager: Person) -> None:
    """Where a colleague's Home cannot be shown the gap is given all the same; the next change shows both."""
    logged(town, "no deck", account=1)
    rep = town.person()
    town.slack.faults.refuse("views.publish", "account_inactive", times=1)
    give(rep, manager)
    assert town.settled()
    assert not says(manager, "no deck")
    logged(town, "no deck", account=1)
    give(rep, rep)
    give(rep, manager)

    manager.wait_for_home("no deck")
