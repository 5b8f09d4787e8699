"""How an account stands against a framework, in Slack: the answer first, and whatever the words are, valid blocks."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.account import Account
from bot.core.framework import framework_named, frameworks_of
from bot.core.overlay import qualify
from bot.core.qualification import Framework, Item
from bot.flows.fit import FitAnswer
from bot.flows.qualification import Qualified, ToAsk
from bot.slack.message import Message
from bot.slack.views.frame import Frame
from bot.slack.views.qualification import qualification_message
from tests.slack.views.kit import (
    HOSTILE,
    OTHER,
    VIEWER,
    account_of,
    answered,
    blocks_of,
    frame_of,
    said,
    scorer_of_harbor,
    situations,
    texts,
    wrong_with,
)
from tests.strategies import TODAY

FRAME = frame_of(scorer_of_harbor())
FITS: dict[str, Any] = {
    "industry": "b2b_saas",
    "employees": 120,
    "location": "us",
    "cloud": "aws",
    "technology": "high",
    "stack": ["salesforce"],
    "initiative": True,
    "must_haves": "all",
    "life_cycle": "growth",
    "valuation": 10**8,
    "budget": True,
    "urgency": "dated",
    "regulation": "light",
}


def seen(account: Account, framework: str, ask: ToAsk | None = None) -> Message:
    """The message about an account of the example pack."""
    return qualification_message(
        laid(answered(FRAME.scorer, account), framework_named(FRAME.pack, framework), ask), FRAME
    )


def laid(answer: FitAnswer, framework: Framework, ask: ToAsk | None, frame: Frame = FRAME) -> Qualified:
    """A framework laid over an account."""
    others = tuple(each for each in frameworks_of(frame.pack) if each.id != framework.id)
    return Qualified(answer, qualify(framework, answer.report, answer.account, frame.card, TODAY), ask, others)


def test_the_answer_comes_first() -> None:
    """Header, sentence, fit and items, the next question, and one row of buttons."""
    message = seen(account_of("Acme", FITS), "bant", ToAsk("decider", "Who signs at Acme?"))
    header, sentence, items, ask, buttons, others, _ = blocks_of(message)

    assert [] == wrong_with(message)
    assert "BANT for Acme: open" == header["text"]["text"]
    assert "Fits; budget and timeline are there; authority and need are open." == sentence["text"]["text"]
    assert ["• *Fit*: there", "• *Budget*: there", "• *Authority*: open", "• *Need*: open", "• *Timeline*: there"] == [
        line.partition(" (")[0].partition(". ")[0] for line in items["text"]["text"].splitlines()
    ]
    assert "*Ask next*: Who signs at Acme?" == ask["text"]["text"]
    assert "actions" == buttons["type"]
    assert others["elements"][0]["text"].endswith("Say, for example: qualify Acme with MEDDIC.")
    assert message.text.startswith("*BANT for Acme: open*\nFits; ")
    assert message.text.endswith("Who signs at Acme?")


def test_nothing_to_ask() -> None:
    """Without a question there is none, and an open verdict is never stated."""
    message = seen(account_of("Acme", {"budget": True}), "sql")

    assert [] == wrong_with(message)
    assert "Ask next" not in texts(message) + message.text
    assert "• *Fit*: open (still open, at best primary/A)" in texts(message)
    assert "Whether the account fits is open" in message.text


def test_who_said_so() -> None:
    """Each answer with who said it and when; what disagrees, is too old or no option any more is called that."""
    answers = (
        said(1, "budget", value=True, person=VIEWER),
        said(2, "budget", value=False, person=OTHER, quote="no <!channel> money"),
        said(3, "decider", "owner", on=TODAY - timedelta(days=400)),
        said(4, "urgency", "gone"),
    )
    message = seen(Account(id=12, name="Acme", answers=answers), "bant")
    lines = texts(message)

    assert [] == wrong_with(message)
    assert "• *Budget*: open. " in lines
    assert "yes (you, 2026-11-22), *disagrees*" in lines
    assert f"no (<@{OTHER}>, 2026-11-22, “no &lt;!channel&gt; money”), *disagrees*" in lines
    assert "• *Authority*: open. The owner, alone (" in lines
    assert ", too old to count" in lines
    assert "• *Timeline*: open. gone (" in lines
    assert ", not an option any more" in lines


def test_an_item_of_its_own() -> None:
    """What is kept under an item's own id is shown in its words, once."""
    answers = (said(1, "mql.engagement", value=True),)
    message = seen(Account(id=12, name="Acme", answers=answers), "mql")

    assert "• *Engagement*: there (" in texts(message)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_long_name_hides_no_answer(text: str) -> None:
    """However long the name is, the answer stands in the header."""
    message = seen(account_of(f"A{text}"[:1000], FITS), "bant")

    assert [] == wrong_with(message)
    assert blocks_of(message)[0]["text"]["text"].endswith(": open")


@given(situations(), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_the_words(situation: tuple[Frame, FitAnswer], data: st.DataObject) -> None:
    """Hostile names, titles, labels, questions and quotes make no invalid block and ping nobody."""
    frame, answer = situation
    words = st.sampled_from(HOSTILE) | st.just("Need")
    items = tuple(
        Item(id=f"i{number}", label=data.draw(words), question=data.draw(words), trait=trait)
        for number, trait in enumerate([*(each.id for each in frame.pack.traits), None])
    )
    framework = Framework(id="own", title=data.draw(words), items=items)
    ask = data.draw(st.none() | words.map(lambda text: ToAsk("x", text)))
    message = qualification_message(laid(answer, framework, ask, frame), frame)

    assert [] == wrong_with(message)


def test_many_items() -> None:
    """More items than a screen holds are counted."""
    items = tuple(Item(id=f"i{number}", label=f"Item {number}", question="?") for number in range(60))
    answer = answered(FRAME.scorer, account_of("Acme", FITS))
    message = qualification_message(laid(answer, Framework(id="f", title="F", items=items), None), FRAME)

    assert [] == wrong_with(message)
    assert "… and 41 more" in texts(message)
