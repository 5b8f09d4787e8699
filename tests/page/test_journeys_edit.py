"""Answers edited in the browser: every kind of field, what is wrong beside its field, undo, and what contradicts."""

from tests.journeys.conftest import Town
from tests.journeys.test_disagreement import contradictions, counting
from tests.journeys.test_recording import answers
from tests.page.screen import Screen


def _opened(rep: Screen) -> None:
    rep.say("does Acme fit?")
    rep.card("Computed by rules")
    rep.press("Edit answers")
    rep.find("Edit answers", "dialog")


def test_every_kind_of_field(rep: Screen, town: Town) -> None:
    """A number that is none is said beside its field and everything typed stays; saved, it can be undone with a click."""
    _opened(rep)
    assert rep.find("Employees", "input", exact=False).get_property("value") == "85 people"
    rep.fill("Annual gross revenue", "the usual")
    rep.fill("Time since the CRM was last rebuilt", "18")
    rep.choose("Regulation", "No special rules")
    rep.choose("Sales stack", "HubSpot", "Snowflake")
    rep.choose("Budget", "yes")
    rep.press("Save")
    field = rep.find("Annual gross revenue", "input", exact=False)
    rep.wait(lambda: field.get_attribute("aria-invalid") == "true", "the error at its field")
    assert (rep.focused, field.get_property("value")) == (field, "the usual")
    assert [] == answers(town)
    rep.fill("Annual gross revenue", "3M")
    rep.press("Save")
    rep.answer("Noted for Acme")
    known = dict(answers(town))
    assert {"revenue", "crm_age", "regulation", "stack", "budget"} == set(known)
    assert (True, ["hubspot", "snowflake"]) == (known["budget"], known["stack"])
    rep.say("undo")
    rep.answer("Taken back")

    assert [] == answers(town)


def test_what_contradicts_is_chosen(rep: Screen, town: Town) -> None:
    """Both sides stand there with who said them; the one that is pressed holds, and the other is taken back."""
    _opened(rep)
    rep.fill("Employees", "5000")
    rep.press("Save")
    card = rep.answer("Sources disagree")
    assert "import accounts.jsonl said 85 people" in card
    assert "you said 5,000 people" in card
    assert 2 == len(counting(town))
    rep.press("5,000 holds")
    rep.press("It holds")
    rep.answer("Settled for Acme")

    assert [(False, 5000)] == counting(town)
    assert [False] == contradictions(town)
