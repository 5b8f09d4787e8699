"""Gaps in the browser: logged with a form, assigned, closed, reopened, logged from a question, and looked at as a map."""

from bot.core.gap import GapKind, GapStatus, Happened
from tests.journeys.conftest import Town
from tests.journeys.test_gaps import events, gap, logged
from tests.journeys.test_knowledge import Served, served
from tests.page.conftest import Opens
from tests.page.screen import Screen

__all__ = ["served"]


def test_a_gap_is_logged_with_a_form(rep: Screen, town: Town) -> None:
    """What is left out is said beside its field, what was chosen stays, and the gap is on record once it is whole."""
    rep.say("does Acme fit?")
    rep.card("Computed by rules")
    rep.press("Log a gap")
    rep.find("Log a gap", "dialog")
    rep.choose("What is missing?", "content we do not have")
    rep.press("Log it")
    rep.see("Please complete this required field.")
    field = rep.find("In your words", "textarea", exact=False)
    assert field.get_attribute("aria-invalid") == "true"
    assert rep.focused == field
    rep.key("no case study for hospitals")
    rep.press("Log it")
    rep.answer("Logged a gap at Acme")

    known = gap(town)
    assert ("no case study for hospitals", GapKind.CONTENT, 1) == (known.what, known.kind, known.account_id)


def test_a_gap_is_assigned_closed_and_reopened(rep: Screen, town: Town) -> None:
    """From the list's menu: given to somebody who is found by typing, closed with a reason, and opened again."""
    logged(town, "no deck", "no paper", account=1)
    rep.say("/fika gaps all")
    rep.card("no deck")
    _move(rep, "no deck", "Assign…")
    rep.find("Assign a gap", "dialog")
    rep.choose("Who", "manager")
    rep.press("Assign")
    rep.answer("I told @manager.")
    assert town.person("manager").user.id == gap(town).owner
    _move(rep, "no deck", "Close…")
    rep.find("Close a gap", "dialog")
    rep.press("Close it", exact=False)
    rep.see("Please complete this required field.")
    rep.key("it is on the wiki")
    rep.press("Close it", exact=False)
    rep.answer("Now closed as filled by you: it is on the wiki.")
    assert GapStatus.FILLED is gap(town).status
    rep.press("Reopen")
    rep.find("Reopen a gap", "dialog")
    rep.press("Reopen it")
    rep.answer("Now reopened by you.")

    assert [Happened.LOGGED, Happened.ASSIGNED, Happened.CLOSED, Happened.REOPENED] == events(town)
    assert [Happened.LOGGED] == events(town, 2)


def _move(screen: Screen, what: str, does: str) -> None:
    """Choose something in the menu of one gap of the list."""
    screen.press(what, exact=False, kinds="button", within=screen.card("the most worth filling first"))
    screen.press(does, kinds="[role=menuitem]")


def test_a_question_that_is_not_answered_is_logged(served: Served, opens: Opens) -> None:
    """One says "log it", and the question is on record as one that cannot be answered."""
    with served(None) as town:
        screen = opens("rep", town.person().dm_channel.id)
        screen.say("Who won the world cup in 1998?")
        screen.answer("Not in the knowledge")
        screen.say("log it")
        screen.answer("Logged a gap")

        assert (GapKind.KNOWLEDGE, "Who won the world cup in 1998?") == (gap(town).kind, gap(town).what)


def test_the_map_is_a_picture_with_words(rep: Screen, town: Town) -> None:
    """It is drawn and says in words what it shows, for those who do not see it; nothing in the browser complains."""
    logged(town, "no deck", account=1)
    rep.say("gap map")
    rep.answer("Content gaps of Harbor")
    picture = rep.find("Content gaps of Harbor (example): 1 open content gap", "img", exact=False)
    rep.wait(lambda: int(str(picture.get_property("naturalWidth"))) > 100, "the picture")

    assert rep.troubles() == []
