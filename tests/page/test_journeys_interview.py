"""Interviews in the browser, to their end: by clicks alone, by typing alone as people type, and by both."""

import re

import pytest

from bot.core.interview import Dealt, State
from bot.core.wording import verdict_words
from bot.flows.accounts import add_account
from tests.journeys.conftest import Town
from tests.journeys.test_interview import FITTING, interview_at, on_record, verdict_of
from tests.page.screen import Screen

MOST_TURNS = 40
ASKED = re.compile(r"(\d+) asked, at most")
SLOPPY = {
    "What does Globex sell": "its saas, b2b",
    "Which rules apply": "no special rules",
    "How many people": "about 120",
    "Where is Globex based": "US, boston",
    "Which three things": "all of them r in the product",
    "Which cloud": "aws i guess",
    "Is there a budget": "yes, approved",
    "keep track of deals": "hubspot + snowflake",
}
"""What a rep types with one thumb, by what the question says."""
OFFERED, HOW = "Shall I note", "Say it like"
"""How it is asked back: with what was understood, or with how to say it."""


@pytest.fixture
def globex(town: Town) -> int:
    """An account of which nothing is known."""
    return add_account(town.ports, town.scope, "Globex").id


def _next(screen: Screen, before: int) -> str:
    """The next card, once more was asked than before."""

    def asked() -> str:
        card = screen.answer()
        found = ASKED.search(card)
        return card if "Settled as" in card or (found and int(found[1]) > before) else ""

    return screen.wait(asked, f"what comes after {before} questions")


def _asked_back(screen: Screen, asked: int) -> str:
    """How what was typed last is asked back; empty where it is read."""

    def said() -> str:
        card = screen.answer()
        found = ASKED.search(card)
        goes_on = "Settled as" in card or (found and int(found[1]) > asked)
        return card if goes_on or any(each in card for each in (OFFERED, HOW)) else ""

    card = screen.wait(said, "what became of it")
    return next((each for each in (OFFERED, HOW) if each in card), "")


def _answers(screen: Screen) -> list[str]:
    """The answers that the last card offers, by the words on its buttons or beside its boxes."""

    def offered() -> list[str]:
        named = screen.names("button", within=screen.card())
        return [name.partition(": ")[2] for name in named if re.match(r"(?!Undo)[^:]+: ", name)] or _boxes(screen)

    return screen.wait(offered, "an answer to choose")


def _boxes(screen: Screen) -> list[str]:
    """The boxes on the last card, by the words beside them."""
    return screen.names("[type=checkbox]", within=screen.card())


def test_to_the_end_by_clicks(rep: Screen, town: Town, globex: int) -> None:
    """Every question is answered by a press, a list by ticks; the verdict and why it cannot change stand at the end."""
    rep.say("let's qualify Globex")
    card = rep.answer("0 asked, at most")
    was_ticked = False
    for number in range(MOST_TURNS):
        if "Skip" not in card:
            break
        offered = _answers(rep)
        if "These, maybe more" in card:
            rep.press(offered[0], kinds="[type=checkbox]")
            rep.press("These, maybe more")
            was_ticked = True
        else:
            rep.press(next((one for one in offered if one in FITTING), offered[0]))
        card = _next(rep, number)

    verdict = verdict_of(town, globex)
    assert verdict is not None
    assert f"Globex: {verdict_words(verdict)}" in card
    assert "Settled as" in card
    interview = interview_at(town, globex)
    assert [step.trait for step in interview.steps] == [trait for trait, _ in on_record(town, globex)]
    assert was_ticked is any(isinstance(value, dict | list | tuple) for _, value in on_record(town, globex))
    rep.press("Finish")
    rep.answer("Done with Globex")
    assert State.DONE is interview_at(town, globex).state


def test_a_list_is_ticked(rep: Screen, town: Town, globex: int) -> None:
    """Of several that may hold, exactly those are recorded that were ticked when the answer was pressed."""
    rep.say("let's qualify Globex")
    rep.card("0 asked, at most")
    rep.say("change sales stack")
    rep.card("Which of these does Globex use")
    for name in ("HubSpot", "Spreadsheets", "Snowflake", "Spreadsheets"):
        rep.press(name, kinds="[type=checkbox]")
    rep.press("Only these")
    rep.answer("Noted")

    assert [("stack", ["hubspot", "snowflake"])] == on_record(town, globex)


def test_to_the_end_by_typing(rep: Screen, town: Town, globex: int) -> None:
    """What people type with one thumb is read or they are told how to say it; "stop" ends it, and what was meant is noted."""
    rep.say("let's qualify Globex")
    rep.card("0 asked, at most")
    for number in range(MOST_TURNS):
        card = _next(rep, number - 1)
        if "Skip" not in card:
            break
        typed = [words for asked, words in SLOPPY.items() if asked in card.partition("asked, at most")[0]]
        rep.say(typed[-1] if typed else _answers(rep)[0].lower())
        back = _asked_back(rep, number) if typed else ""
        if back:
            rep.say("yes" if back == OFFERED else _answers(rep)[0].lower())
    rep.say("stop")
    rep.answer("Done with Globex")

    known = dict(on_record(town, globex))
    assert known["employees"] == 120
    assert known["cloud"] == "aws"
    assert verdict_of(town, globex) is not None


def test_skipped_unknown_back_and_paused(rep: Screen, town: Town, globex: int) -> None:
    """Clicks and words go together; what is not known is a gap, one may go back, and what is paused waits."""
    rep.say("let's qualify Globex")
    rep.card("0 asked, at most")
    rep.press("Skip")
    rep.card("Left Industry as it is.")
    rep.press("Don't know")
    rep.answer("Logged as gap #")
    rep.say("about 120")
    rep.answer("Noted")
    rep.press("Back")
    rep.answer("Noted by now: 120 people.")
    rep.say("60")
    rep.answer("60 people")
    rep.press("Pause")
    rep.card("Paused")
    assert State.PAUSED is interview_at(town, globex).state
    rep.driver.refresh()
    rep.press("Resume")
    rep.press("United States", exact=False, within=rep.card("Where is Globex based?"))
    rep.answer("Location: United States")

    interview = interview_at(town, globex)
    assert [Dealt.SKIPPED, Dealt.UNKNOWN] == [step.dealt for step in interview.steps][:2]
    assert {Dealt.ANSWERED} == {step.dealt for step in interview.steps[2:]}
    known = dict(on_record(town, globex))
    assert (60, "us") == (known["employees"], known["location"])
