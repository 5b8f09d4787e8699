"""Every outcome as a message: within Slack's limits, pinging nobody, whatever the pack and the account are called."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.account import Source, SourceKind
from bot.core.asset import Asset
from bot.core.content import Choice, Condition, Content
from bot.core.gap import Gap, GapKind
from bot.core.journey import StageId, StageSaid
from bot.core.passage import Hit, Passage, PassageKind
from bot.core.persona import Objection, Pain, Persona
from bot.flows.briefing import Briefing
from bot.flows.fit import FitAnswer, WorkItem
from bot.flows.outcome import (
    Accounts,
    Added,
    AskNext,
    Briefed,
    Choose,
    Fit,
    GapLogged,
    Greeting,
    Help,
    Icps,
    Memory,
    NotFound,
    NothingToUndo,
    NotUnderstood,
    Outcome,
    Passages,
    Recorded,
    Response,
    Shown,
    Takes,
    Undone,
    Unreadable,
    WhichAccount,
    Why,
    Work,
)
from bot.ports import KnownName
from bot.slack.views.fit import shared_card
from bot.slack.views.frame import Frame
from bot.slack.views.response import response_message
from tests.slack.views.kit import (
    HOSTILE,
    NOW,
    account_of,
    answered,
    blocks_of,
    frame_of,
    naughty,
    scorer_of_harbor,
    situations,
    wrong_with,
)

WORDS = (st.sampled_from(HOSTILE) | st.sampled_from(naughty())).filter(lambda text: bool(text.strip()))


TELLING = (Fit, Briefed, GapLogged, Passages, NotFound, Unreadable)
"""Outcomes in which the words of others stand in every kind of field."""


def outcomes_about(answer: FitAnswer, frame: Frame, words: str) -> list[Outcome]:
    """One outcome of every kind, in which every word that can be somebody else's is this one."""
    asset = Asset(id="a", title=words, url=f"https://x.example/{words}", format="guide", stages=("learn",))
    content = Content((Choice(asset, tuple(trait.id for trait in frame.pack.traits)),), (Condition.STAGE,))
    source = Source(kind=SourceKind.PERSON, person=words)
    stage = StageSaid(stage=StageId.CONSIDER, source=source, at=NOW)
    gap = Gap(id=1, kind=GapKind.CONTENT, what=words, quote=words, permalink=words, source=source, at=NOW)
    persona = Persona(
        id="p",
        title=words,
        goals=(words,) * 5,
        pains=(Pain(pain=words, answer=words),),
        objections=(Objection(objection=words, answer=words),) * 3,
        prefers=words,
    )
    names = [KnownName(number, words, words if number % 2 else "Main", words) for number in range(1, 8)]
    hit = Hit(passage=Passage(id="asset/a", kind=PassageKind.ASSET, title=words, text=words, url=words), score=0.9)
    answers = answer.account.answers
    return [
        Fit(answer),
        Fit(answer, content, stage),
        Fit(answer, None, stage),
        Fit(answer, Content(()), stage),
        Why(answer),
        Takes(answer),
        AskNext(answer),
        Shown(answer),
        Briefed(Briefing(answer, persona, stage, content, answer.report.questions[:3], (gap,) * 20)),
        Briefed(Briefing(answer, None, None, None, answer.report.questions[:3], ())),
        Recorded(answer, answers, (words,) * 12, answer),
        Undone(answer, answers),
        Added(answer.account),
        GapLogged(gap, words),
        GapLogged(gap.model_copy(update={"permalink": "https://x.slack.com/archives/C1/p1"}), None),
        Icps(frame.pack),
        Work((WorkItem(answer.report, 0, 12), WorkItem(answer.report, 2, 12)) * 9, 40),
        Work((), 3),
        Work((), 0),
        Accounts((answer,) * 40, 90),
        Accounts((), 90),
        Accounts((), 0),
        Passages(words, (hit,) * 5),
        Passages(words, ()),
        Passages(words, (), words),
        Choose(words, tuple(names)),
        Choose(words, tuple(names[:4])),
        Choose(words, tuple(KnownName(number, words, words, None) for number in range(1, 251))),
        NotFound(words, tuple(names[:3])),
        NotFound(words, ()),
        Unreadable((words,) * 20),
        WhichAccount(),
        NothingToUndo(),
        Greeting(),
        Help(),
        NotUnderstood(),
    ]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(situations(), WORDS, st.booleans())
def test_every_answer_is_one_that_slack_takes(situation: tuple[Frame, FitAnswer], words: str, near: bool) -> None:  # noqa: FBT001
    """For any pack, any account and any words, nothing is wrong with any message, its classic form or its text."""
    frame, answer = situation
    taken = KnownName(1, words, words, None) if near else None
    for outcome in outcomes_about(answer, frame, words.strip()):
        message = response_message(Response(outcome, Memory(), taken), frame)
        assert [] == wrong_with(message), type(outcome)
    assert [] == wrong_with(shared_card(answer, frame, words))


@pytest.mark.parametrize("words", naughty())
def test_no_naughty_string_breaks_anything(words: str) -> None:
    """Every string of the list may be what an account, an asset, a buyer or a person is called."""
    frame = frame_of(scorer_of_harbor())
    answer = answered(frame.scorer, account_of(words.strip() or "x", {"employees": 120, "industry": "b2b_saas"}))
    for outcome in outcomes_about(answer, frame, words.strip() or "x"):
        if isinstance(outcome, TELLING):
            assert [] == wrong_with(response_message(Response(outcome, Memory()), frame)), type(outcome)


def test_ids_of_blocks_follow_what_they_say() -> None:
    """The same answer has the same block ids each time, and a changed one has others."""
    frame = frame_of(scorer_of_harbor())

    def ids(employees: int) -> list[str]:
        answer = answered(frame.scorer, account_of("Acme", {"employees": employees}))
        return [block["block_id"] for block in blocks_of(response_message(Response(Fit(answer), Memory()), frame))]

    assert ids(120) == ids(120)
    assert not set(ids(120)) & set(ids(5))


def test_a_name_that_is_nearly_right_is_named() -> None:
    """Small print under the first line says which account was taken."""
    frame = frame_of(scorer_of_harbor())
    answer = answered(frame.scorer, account_of("Acme", {}))
    message = response_message(Response(Fit(answer), Memory(), KnownName(12, "Acme", "Acme", None)), frame)
    first, second, *_ = blocks_of(message)

    assert "header" == first["type"]
    assert "I took that for Acme." == second["elements"][0]["text"]
    assert message.text.endswith("I took that for Acme.")


def test_an_answer_begins_with_the_account_and_the_verdict() -> None:
    """The first line of a card about an account names both, in the text as in the blocks."""
    frame = frame_of(scorer_of_harbor())
    answer = answered(frame.scorer, account_of("Acme", {"regulation": "restricted"}))
    for outcome in (Fit(answer), Why(answer), Takes(answer)):
        message = response_message(Response(outcome, Memory()), frame)
        assert message.text.startswith("*Acme: disqualified, drop it*")
        assert blocks_of(message)[0]["text"]["text"].startswith(("Acme: disqualified", "*Acme: disqualified"))
