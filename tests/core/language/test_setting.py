"""Whom a message is about to meet, at which stage, and when, is found in its own words."""

import pytest

from bot.core.language.setting import moment_in, persona_in, scene_of, stage_in
from bot.core.language.words import cut
from tests.labelled import pack


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("brief me before the demo tomorrow 10:00", "tomorrow 10:00"),
        ("call in 20 minutes", "in 20 minutes"),
        ("in 2 hrs", "in 2 hrs"),
        ("within an hour please", "within an hour"),
        ("on friday", "on friday"),
        ("next tuesday 3pm", "next tuesday 3pm"),
        ("tomorrow at 10", "tomorrow at 10"),
        ("Tomorrow, 9:30 AM", "Tomorrow, 9:30 AM"),
        ("call at 3pm", "at 3pm"),
        ("at 10.30", "at 10.30"),
        ("10:00 tomorrow", "10:00 tomorrow"),
        ("monday morning at 9", "monday morning at 9"),
        ("wed 3 pm", "wed 3 pm"),
        ("this afternoon", "this afternoon"),
        ("on may 5th", "on may 5th"),
        ("on 2026-11-03", "on 2026-11-03"),
        ("what should i do today", "today"),
        ("tommorow", "tommorow"),
        ("call Acme tmr 3pm please", "tmr 3pm"),
        ("meeting tmrw 10 with the cfo", "tmrw 10"),
        ("friday the 13th 2pm", "friday the 13th 2pm"),
        ("the demo is at 10:00 PST", "at 10:00 PST"),
        ("tomorrow 10:00 utc+2.", "tomorrow 10:00 utc+2"),
        ("at 10:00 new york time", "at 10:00 new york time"),
        ("at 10:00 this time with them", "at 10:00"),
        ("yesterday 10:00", "yesterday 10:00"),
        ("we met at 10:00 last friday", "at 10:00 last friday"),
        ("the call tomorrow 25:99", "tomorrow 25:99"),
        ("on 24.11. 14:00", "24.11. 14:00"),
        ("Nov 24 at 2", "Nov 24 at 2"),
        ("Tuesday 24 November 2026, 10:00", "Tuesday 24 November 2026, 10:00"),
        ("half past 3", "half past 3"),
        ("eod tomorrow", "eod tomorrow"),
        ("24/11", "24/11"),
        ("tomorrow 10 people join", "tomorrow"),
        ("we have 24/7 support", None),
        ("3/4 of them", None),
        ("it grew 1/2", None),
        ("half of them", None),
        ("yesterday was fine", None),
        ("version 1.2.3", None),
        ("before the demo", None),
        ("may we chase them", None),
        ("no budget till q3", None),
        ("3.5M", None),
        ("1.20 people", None),
        ("at 10 people", None),
        ("sat down with them", None),
        ("", None),
    ],
)
def test_moment(text: str, moment: str | None) -> None:
    """A point in time is taken letter by letter; an amount, an event or a deadline is none."""
    assert moment == moment_in(text)


@pytest.mark.parametrize(
    ("text", "persona"),
    [
        ("with the CFO", "cfo"),
        ("acme's finance director", "cfo"),
        ("the director of finance", "cfo"),
        ("for CFOs", "cfo"),
        ("vp marketing", "vp-marketing"),
        ("the marketing vp", "vp-marketing"),
        ("head-of-engineering", "head-of-engineering"),
        ("the cfo and the cro", "cfo"),
        ("nobody in particular", None),
    ],
)
def test_persona(text: str, persona: str | None) -> None:
    """A buyer role is found by its id, its title and its other names, in the usual turns of phrase."""
    assert persona == persona_in(cut(text), scene_of(pack("harbor")))


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("before the demo", "evaluate"),
        ("they're in the proposal stage", "consider"),
        ("stage: negotiation", "consider"),
        ("in evaluate", "evaluate"),
        ("with the CFO in evaluate", "evaluate"),
        ("with the CFO, evaluate", "evaluate"),
        ("with the head of engineering evaluate", "evaluate"),
        ("the CFO wants to buy", None),
        ("with the CFO evaluate it", None),
        ("does the CFO buy", None),
        ("closed won", "buy"),
        ("the decision", "consider"),
        ("Consider/Try/Negotiate", "consider"),
        ("the decision maker", None),
        ("who buys from us", None),
        ("what can we learn", None),
        ("want to buy", None),
        ("any new accounts", None),
    ],
)
def test_stage(text: str, stage: str | None) -> None:
    """A stage is found by its names; an everyday word is one only where a stage is spoken of."""
    assert stage == stage_in(cut(text), scene_of(pack("harbor")))


def test_a_name_of_two_personas() -> None:
    """A title that two personas share names neither of them."""
    twins = pack("molar").model_copy(
        update={"personas": tuple(persona.model_copy(update={"also": ("boss",)}) for persona in pack("molar").personas)}
    )

    assert persona_in(cut("the boss"), scene_of(twins)) is None
