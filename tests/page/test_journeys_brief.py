"""Briefings in the browser: from a card, in words with whom and when, as a file, and shared."""

import urllib.request

from tests.journeys.conftest import Town
from tests.page.screen import Screen


def test_a_briefing_from_the_card_with_a_stage(rep: Screen, town: Town) -> None:
    """One press gives it; the stage that is chosen in the list brings what to send, and is said to be the rep's word."""
    rep.say("does Acme fit?")
    rep.card("Computed by rules")
    rep.press("Brief me")
    rep.card("Whom you meet")
    rep.choose("Where is Acme in its journey?", "Evaluate")
    card = rep.answer("What to send in Evaluate")

    assert "said by you" in card
    links = [
        each.get_attribute("href") for each in rep.card("What to send in Evaluate").find_elements("css selector", "a")
    ]
    assert [one for one in links if one and one.startswith("https://")]


def test_a_briefing_for_a_call_as_a_file(rep: Screen, town: Town) -> None:
    """Whom one meets and when are typed; the file is there to be opened, and is one."""
    rep.say("brief me on Acme with the CFO tomorrow 10:00")
    card = rep.answer("I will post a fresh one at 09:30, before the call.")
    assert "You meet: CFO" in card
    rep.press("PDF")
    rep.answer("briefing-acme.pdf")
    link = rep.find("briefing-acme.pdf", "a[href]", exact=False).get_attribute("href")
    assert link is not None
    with urllib.request.urlopen(link) as answer:
        content = answer.read()

    assert content.startswith(b"%PDF-")
    assert link.startswith(rep.base_url)


def test_a_briefing_is_shared(rep: Screen, town: Town) -> None:
    """The channel is asked for, and there everybody sees the briefing, and whose word it is."""
    rep.say("brief me on Acme with the CFO")
    rep.card("You meet: CFO")
    rep.press("Share to channel")
    rep.press("Choose the channel")
    rep.choose("Channel", "sales")
    rep.press("Share")
    rep.answer("Shared the briefing on Acme")
    rep.press("sales", exact=False)
    shared = rep.answer("You meet: CFO")

    assert "Shared by @rep" in shared
    assert town.person("manager").last("sales") is not None
