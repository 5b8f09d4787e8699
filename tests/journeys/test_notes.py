"""Notes are pasted, what was read is shown with its words, and only what is ticked and confirmed counts."""

import json
from pathlib import Path

import pytest

from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Message
from tests.journeys.conftest import Town, eventually
from tests.journeys.test_recording import answers

BLNS = Path(__file__).parents[1] / "data" / "blns.json"
NOTES = "Call with Jane (CFO)\n- budget is approved\n- on Snowflake\n- Globex has 5000 people\n"
FORM = '{"account":1}'


def pasted(rep: Person, text: str = NOTES) -> Message:
    """What is shown once notes were pasted about Acme."""
    rep.dm("does Acme fit?")
    rep.forge(rep.wait_for_message("Acme"), "notes", FORM)
    assert rep.submit(rep.wait_for_modal("Paste notes"), {"notes": text}).ok
    return rep.wait_for_message("Read for")


def test_notes_are_pasted_from_the_card(town: Town) -> None:
    """A rep who looks at an account on the phone pastes the notes right there, also after a briefing."""
    rep = town.person()
    for ask in ("does Acme fit?", "brief me on Acme"):
        rep.dm(ask)
        rep.choose(rep.wait_for_message("Acme"), "more", "Paste notes")
        rep.submit(rep.wait_for_modal("Paste notes"), {"notes": "budget is approved"})
        assert "“budget is approved”" in all_words(rep.wait_for_message("Read for Acme"))


def test_an_accounts_gaps_are_behind_its_card(town: Town) -> None:
    """The menu of a card leads to what is missing at just that account."""
    rep = town.person()
    rep.dm("log a gap for Acme: no case study for hospitals")
    rep.wait_for_message("Logged a gap")
    rep.dm("does Acme fit?")
    rep.choose(rep.wait_for_message("Acme: "), "more", "Show its gaps")

    assert "no case study for hospitals" in all_words(rep.wait_for_message("Gaps at Acme"))


def boxes(message: Message) -> dict[str, bool]:
    """Whether each box is ticked to begin with, by its block."""
    found = [(block, block.get("accessory") or {}) for block in message.blocks]
    return {b["block_id"]: bool(box.get("initial_options")) for b, box in found if box.get("type") == "checkboxes"}


def test_notes_count_once_they_are_confirmed(town: Town) -> None:
    """Each value is shown with its words; nothing is written before the click, everything that is ticked with it."""
    rep = town.person()
    shown = pasted(rep)

    assert [] == answers(town)
    assert [True, True] == list(boxes(shown).values())
    assert all(quote in all_words(shown) for quote in ("“budget is approved”", "“on Snowflake”", "not of Acme"))
    rep.click(shown, "Confirm ticked")
    echo = rep.wait_for_message("Noted for Acme")
    assert [("budget", True), ("stack", {"at_least": ["snowflake"]})] == answers(town)
    rep.click(echo, "Undo")
    rep.wait_for_message("Taken back")
    assert [] == answers(town)


def test_what_is_unticked_is_dropped(town: Town) -> None:
    """Exactly the ticked values are recorded, and the boxes are gone afterwards."""
    rep = town.person()
    shown = pasted(rep)
    first, _ = boxes(shown)
    rep.choose(shown, first, [])
    rep.click(shown, "Confirm ticked")
    rep.wait_for_message("Noted for Acme")

    assert [("stack", {"at_least": ["snowflake"]})] == answers(town)
    assert eventually(lambda: not boxes(shown))
    assert "1 value confirmed" in all_words(shown)
    assert "Budget" in all_words(shown)


def test_what_contradicts_or_excludes_each_other_is_not_ticked(town: Town) -> None:
    """Several values of the notes and one that speaks against what is known wait for somebody to tick them."""
    rep = town.person()
    shown = pasted(rep, "900 people\n\nbudget approved. Later: no budget.")

    assert [False, False, False] == list(boxes(shown).values())
    assert "Contradicts what is known: 85 people" in all_words(shown)
    assert "tick the one that holds" in all_words(shown)
    rep.click(shown, "Confirm ticked")
    assert "Nothing is ticked" in rep.wait_for_message("").text
    _, yes, no = boxes(shown)
    for each in (yes, no):
        rep.choose(shown, each, _only(shown, each))
    rep.click(shown, "Confirm ticked")
    assert "2 values for Budget" in rep.wait_for_message("").text
    assert [] == answers(town)
    rep.choose(shown, no, [])
    rep.click(shown, "Confirm ticked")
    rep.wait_for_message("Noted")
    assert [("budget", True)] == answers(town)


def _only(shown: Message, block_id: str) -> list[str]:
    [block] = [each for each in shown.blocks if each["block_id"] == block_id]
    return [each["value"] for each in block["accessory"]["options"]]


def test_confirming_twice_counts_once(town: Town) -> None:
    """A double click, and a click on a message that somebody else could see, find what the first one did."""
    rep, manager = town.person(), town.person("manager")
    shown = pasted(rep)
    value = next(
        each["value"]
        for block in shown.blocks
        for each in block.get("elements", ())
        if each.get("action_id") == "confirm_ticked"
    )
    rep.click(shown, "Confirm ticked")
    rep.wait_for_message("Noted for Acme")
    recorded = answers(town)
    manager.dm("hello")
    manager.forge(manager.wait_for_message(""), "drop_proposals", value)
    assert "settled by" in manager.wait_for_message("already").text

    assert recorded == answers(town)


def test_a_repeated_delivery_counts_once(town: Town) -> None:
    """Slack delivers form and click twice: there is one batch of proposals and one answer to each."""
    rep = town.person()
    town.slack.faults.duplicate(10)
    rep.click(pasted(rep), "Confirm ticked")
    rep.wait_for_message("Noted for Acme")
    assert town.settled()

    assert [("budget", True), ("stack", {"at_least": ["snowflake"]})] == answers(town)
    with town.ports.store().begin(town.scope, writes=False) as work:
        assert [] == work.proposals.open_at(1)


def test_everything_can_be_dropped(town: Town) -> None:
    """Nothing of it is written, and the boxes are gone."""
    rep = town.person()
    shown = pasted(rep)
    rep.click(shown, "Drop all")

    assert "Nothing was noted" in rep.wait_for_message("Dropped").text
    assert [] == answers(town)
    assert eventually(lambda: not boxes(shown))


def test_notes_from_a_channel_stay_private(town: Town) -> None:
    """What was read is shown where the card stood, to the person alone, and can be confirmed there."""
    rep, manager = town.person(), town.person("manager")
    rep.mention("sales", "does Acme fit?")
    rep.forge(rep.wait_for_message("Acme", "sales"), "notes", FORM)
    rep.submit(rep.wait_for_modal(), {"notes": NOTES})
    shown = rep.wait_for_message("Read for")
    rep.click(shown, "Confirm ticked")
    rep.wait_for_message("Noted for Acme")

    assert 2 == len(answers(town))
    assert [] == [each for each in manager.messages("sales") if "Read for" in each.text]


@pytest.mark.parametrize(
    ("act", "value"),
    [
        ("confirm_ticked", '{"batch":99999}'),
        ("confirm_ticked", '{"account":1}'),
        ("drop_proposals", '{"batch":99999}'),
        ("notes", '{"account":99999}'),
        ("more", '{"account":99999,"does":"notes"}'),
        ("tick", "x"),
    ],
)
def test_a_forged_button_does_nothing(town: Town, act: str, value: str) -> None:
    """Whatever it carries, nothing is written."""
    rep = town.person()
    rep.dm("hello")
    rep.forge(rep.wait_for_message(""), act, value)
    assert town.settled()

    assert [] == answers(town)


def test_hostile_notes_are_words(town: Town) -> None:
    """Notes as long as the field takes, and naughty strings, are read and shown and ping nobody."""
    rep = town.person()
    naughty = "\n".join(each for each in json.loads(BLNS.read_text("utf-8")) if each.strip())
    ping = "- <!channel> *bold* <http://evil.example|x> 120 people & on Snowflake\n" * 40
    for text in (ping[:3000], naughty[:3000], naughty[3000:6000], "&" * 2900 + " 120 people", "x" * 3000):
        rep.forge(pasted(rep, text), "tick", "x")
    assert town.settled()

    assert [] == town.slack.world.hazards
    assert [] == town.slack.world.refusals
    assert [] == answers(town)
