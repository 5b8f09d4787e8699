"""Notes in the browser: pasted into the form or into a long message; what was confirmed is on record, and can be undone."""

from tests.journeys.conftest import Town
from tests.journeys.test_recording import answers
from tests.page.screen import Screen

NOTES = "Call with Jane (CFO)\n- budget is approved\n- on Snowflake\n- Globex has 5000 people"


def test_notes_are_pasted_into_the_form(rep: Screen, town: Town) -> None:
    """Each value stands there with its words; one is unticked, the others are recorded, and taken back with a click."""
    rep.say("notes for Acme: budget is approved")
    rep.card("Read for Acme")
    rep.press("Paste notes")
    rep.find("Paste notes", "dialog")
    field = rep.find("Call notes", "textarea")
    for line in NOTES.split("\n"):
        field.send_keys(f"{line}\n")
    rep.press("Read")
    shown = rep.answer("on Snowflake")
    assert "“budget is approved”" in shown
    assert "not of Acme" in shown
    assert [] == answers(town)
    rep.press("Take 1", kinds="[type=checkbox]")
    rep.press("Confirm ticked")
    rep.answer("Noted for Acme")
    assert [("stack", {"at_least": ["snowflake"]})] == answers(town)
    rep.answer("1 value confirmed")
    rep.press("Undo")
    rep.answer("Taken back")

    assert [] == answers(town)


def test_notes_are_pasted_into_a_long_message(rep: Screen, town: Town) -> None:
    """Many lines in one message are read as well; nothing counts before the click, everything that is ticked with it."""
    weather = "\n- and we talked of the weather" * 12
    rep.say(f"notes for Acme:\n{NOTES}{weather}")
    rep.answer("Read for Acme")
    assert [] == answers(town)
    rep.press("Confirm ticked")
    rep.answer("Noted for Acme")

    assert {"budget": True, "stack": {"at_least": ["snowflake"]}}.items() <= dict(answers(town)).items()
    assert not rep.there("Confirm ticked")
