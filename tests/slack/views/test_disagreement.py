"""Disagreements in Slack: both sides, three buttons, and what was settled; within Slack's limits, pinging nobody."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.disagreement import Disagreement, Keep, disagreements
from bot.core.gap import Closing
from bot.flows.fit import FitAnswer
from bot.flows.outcome import NotDisputed, Recorded, Settled
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.values import Disputed, decoded
from bot.slack.views.answers import not_disputed_message, recorded_message, settled_message
from bot.slack.views.disagreement import disagreement_blocks
from bot.slack.views.frame import Frame
from tests.slack.views.kit import (
    HOSTILE,
    NOW,
    OTHER,
    VIEWER,
    answered,
    blocks_of,
    elements_of,
    frame_of,
    naughty,
    said,
    scorer_of_harbor,
    situations,
    texts,
    wrong_with,
)
from tests.strategies import TODAY

FRAME = frame_of(scorer_of_harbor())
KEEPS = (Act.KEEP_NEW, Act.KEEP_OLD, Act.KEEP_BOTH)


def known(*answers: Answer) -> FitAnswer:
    """The report on Acme."""
    return answered(FRAME.scorer, Account(id=12, name="Acme", answers=answers))


def found(*answers: Answer, frame: Frame = FRAME) -> tuple[Disagreement, ...]:
    """What the viewer's answers exclude."""
    account = Account(id=12, name="Acme", answers=answers)
    mine = [each for each in answers if each.source.person == VIEWER]
    return disagreements(frame.card, account, mine, TODAY)


def card(*answers: Answer) -> Message:
    """The echo of the viewer's answers."""
    mine = tuple(each for each in answers if each.source.person == VIEWER)
    return recorded_message(Recorded(known(*answers), mine, (), known(), found(*answers)), FRAME)


OLD = said(1, "employees", 5, quote="five of us")
NEW = said(2, "employees", 5000, VIEWER, quote="5000 & <more>")


def test_both_sides_are_told_with_mentions() -> None:
    """A colleague as a mention, the viewer as "you", words escaped, and what each side would leave."""
    for shown in (texts(card(OLD, NEW)), card(OLD, NEW).text):
        assert f"<@{OTHER}> said 5 people today (“five of us”)" in shown
        assert "you said 5,000 people today (“5000 &amp; &lt;more&gt;”)" in shown
        assert "Either way the verdict is the same: disqualified." in shown or "It matters: with 5,000" in shown


def test_three_buttons_that_carry_the_answer() -> None:
    """Each says what it does, and all carry account, trait and the new answer; the new one is asked about again."""
    blocks = blocks_of(card(OLD, NEW))
    buttons = [each for act in KEEPS for each in elements_of(blocks, act)]

    assert ["5,000 holds", "5 holds", "Both possible"] == [each["text"]["text"] for each in buttons]
    carried = {decoded(Disputed, each["value"]) for each in buttons}
    assert {Disputed(account=12, trait="employees", answer=2)} == carried
    assert [True, False, False] == ["confirm" in each for each in buttons]
    assert "Type 1 for the new one" in card(OLD, NEW).text


def test_without_a_disagreement_nothing_is_asked() -> None:
    """No button that settles anything stands on an ordinary echo."""
    assert [] == [each for act in KEEPS for each in elements_of(blocks_of(card(NEW)), act)]


def test_others_that_disagree_among_themselves_are_named() -> None:
    """Where the new answer goes with one of them, there is nothing to choose, but it is still contradicted."""
    message = card(OLD, said(3, "employees", 120, None), said(4, "employees", {"max": 150}, VIEWER))

    assert [] == [each for act in KEEPS for each in elements_of(blocks_of(message), act)]
    assert "Other sources still disagree about Employees" in texts(message)


def test_a_few_of_many_are_asked_about_at_once() -> None:
    """A card holds five; the others come once these are settled."""
    [one] = found(OLD, NEW)
    assert 10 == len(disagreement_blocks([one] * 9, 12, FRAME))


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        (Keep.NEW, "*Settled for Acme*: Employees: 5,000 holds, not 5."),
        (Keep.OLD, "*Settled for Acme*: Employees: 5 holds, not 5,000."),
        (Keep.BOTH, "*Settled for Acme*: Employees: 5 and 5,000 both stay possible."),
    ],
)
def test_what_was_settled_comes_first(keep: Keep, expected: str) -> None:
    """Then what it changed, and what is still to be decided."""
    [one] = found(OLD, NEW)
    message = settled_message(Settled(known(NEW), known(OLD, NEW), one, keep, (OLD,), (one,)), FRAME)

    assert message.text.startswith(expected)
    assert "Sources disagree" in message.text
    assert 1 == len(elements_of(blocks_of(message), Act.KEEP_NEW))
    assert [] == wrong_with(message)


def test_that_there_is_nothing_to_settle() -> None:
    """How it was settled and by whom; where something newer is disputed, that is put instead."""
    [one] = found(OLD, NEW)
    by = Source(kind=SourceKind.PERSON, person=OTHER)
    settled = NotDisputed(known(NEW), "employees", closed=Closing(reason="5 holds, not <!here>.", source=by, at=NOW))
    newer = not_disputed_message(NotDisputed(known(NEW), "employees", one), FRAME)

    message = not_disputed_message(settled, FRAME)
    assert message.text.startswith(f"Employees is settled already, by <@{OTHER}>: 5 holds, not &lt;!here&gt;.")
    assert [] == wrong_with(message)
    assert newer.text.startswith("Something newer was said about Employees since")
    assert 1 == len(elements_of(blocks_of(newer), Act.KEEP_NEW))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])
@given(situations(), st.sampled_from(HOSTILE) | st.sampled_from(naughty()), st.sampled_from(Keep))
def test_every_disagreement_is_one_that_slack_takes(situation: tuple[Frame, FitAnswer], quote: str, keep: Keep) -> None:
    """Whatever the pack and the answers say, nothing is wrong with any message about them."""
    frame, answer = situation
    own = answer.account.answers
    other = [
        each.model_copy(
            update={"id": 100 + each.id, "value": _OTHER.get(_kind(frame, each)), "source": _CRM, "quote": quote}
        )
        for each in own
    ]
    account = answer.account.model_copy(update={"answers": (*own, *other)})
    excluded = disagreements(frame.card, account, own, TODAY)
    assume(excluded)
    after = answered(frame.scorer, account)
    messages = [
        recorded_message(Recorded(after, own, (), answer, excluded), frame),
        settled_message(Settled(after, answer, excluded[0], keep, own, excluded), frame),
        not_disputed_message(NotDisputed(after, excluded[0].trait, excluded[0]), frame),
    ]
    assert [[], [], []] == [wrong_with(each) for each in messages]


_CRM = Source(kind=SourceKind.IMPORT, person="<!channel>.csv")
_OTHER: dict[str, object] = {"number": 10**15, "money": 10**15, "flag": "no", "tags": []}


def _kind(frame: Frame, answer: Answer) -> str:
    trait = frame.pack.trait(answer.trait)
    assert trait is not None
    return trait.kind.value
