"""An interview's turns as messages: what Slack takes, what can be clicked, and what each click carries."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.account import Account
from bot.core.framework import own_traits
from bot.core.interview import Event, InterviewEvent, replayed
from bot.core.trait import Group, Kind, Option, Trait
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer, Scorer
from bot.flows.interview_turn import InterviewTurn, Late, Said, told
from bot.flows.outcome import Icps, Memory, Response, UnderWay
from bot.library.folders import FolderPacks
from bot.library.loader import load_pack
from bot.ports import Index, Ports
from bot.slack.listeners.interview import _ANY_MOVE
from bot.slack.message import Message
from bot.slack.values import Does, HandOverForm, OnInterview, decoded
from bot.slack.views.frame import Frame
from bot.slack.views.hand_over import hand_over_form
from bot.slack.views.interview import (
    handed_lead,
    interview_message,
    put_away_message,
    under_way_message,
)
from bot.slack.views.interview_moves import mark_of
from bot.slack.views.response import response_message
from bot.store.store import SqlStore
from tests.slack.views.kit import (
    HOSTILE,
    LONG,
    NOW,
    OTHER,
    VIEWER,
    Json,
    account_of,
    blocks_of,
    elements_of,
    frame_of,
    said,
    scorer_of_harbor,
    situations,
    texts,
    wrong_with,
    wrong_with_view,
)
from tests.small import TODAY, pack
from tests.strategies import TODAY as DRAWN

FRAME = frame_of(scorer_of_harbor())
WORDS = st.sampled_from(HOSTILE)


def _nowhere() -> SqlStore:
    raise AssertionError("a view reads nothing")


def _no_index() -> Index:
    raise AssertionError("a view searches nothing")


def desk_of(frame: Frame) -> Desk:
    """Where a turn is told."""
    ports = Ports(store=_nowhere, packs=FolderPacks(Path()), index=_no_index)
    return Desk(frame.scorer, "T1", ports, VIEWER, lambda: NOW, frame.today)


def event(happened: Event, person: str | None = VIEWER, **more: Any) -> InterviewEvent:
    """Something that happened."""
    return InterviewEvent(happened=happened, at=NOW, person=person, **more)


def turn_of(
    frame: Frame,
    account: Account,
    *events: InterviewEvent,
    last: int = 1,
    what: Said | None = None,
    contested: Any = None,
) -> InterviewTurn:
    """A turn after these events, of which the last ones happened just now."""
    every = (event(Event.STARTED, pack="1"), *events)
    interview = replayed(1, account.id, every)
    return told(interview, every[-last:], account, what or Said(), contested, desk_of(frame))


def asked(trait: str, *more: InterviewEvent) -> tuple[InterviewEvent, ...]:
    """A question that stands."""
    return (event(Event.ASKED, None, trait=trait), *more)


def buttons(message: Message) -> list[Json]:
    """Everything on a message that makes a move."""
    found: list[Json] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            if str(value.get("action_id", "")).startswith("interview"):
                found.append(value)
            for each in value.values():
                look(each)
        elif isinstance(value, list | tuple):
            for each in value:
                look(each)

    look(blocks_of(message))
    return found


def test_a_question_says_of_what_its_button_shows_more() -> None:
    """Why it is asked stands under it; the button beside it is about the verdict, and says so."""
    message = interview_message(turn_of(FRAME, account_of("Acme", {}), *asked("industry")), FRAME)
    [about] = [block for block in blocks_of(message) if "What does Acme sell" in str(block.get("text"))]

    assert "Verdict so far" == about["accessory"]["text"]["text"]


def carried(message: Message) -> list[OnInterview]:
    """What every button and every entry of every menu carries."""
    texts_of = [
        each["value"] for button in buttons(message) for each in ([button] if "value" in button else _entries(button))
    ]
    return [decoded(OnInterview, each) for each in texts_of]


def _entries(menu: Json) -> list[Json]:
    groups = [option for group in menu.get("option_groups", ()) for option in group["options"]]
    return [*menu.get("options", ()), *groups]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(situations(), WORDS, st.data())
def test_every_turn_is_one_that_slack_takes(
    situation: tuple[Frame, FitAnswer], words: str, data: st.DataObject
) -> None:
    """For any pack, account and words: each question, each state, each way a message was taken."""
    frame, answer = situation
    frame = replace(frame, today=DRAWN)
    account, pack_ = answer.account, frame.pack
    trait = data.draw(st.sampled_from(pack_.traits))
    number = trait.kind.is_numeric
    offer = {"offer": 24 if number else trait.option_ids[0], "quote": words, "trait": trait.id}
    late = Late(trait, None, is_same=False, known=account.answers[:3])
    ids = tuple(each.id for each in account.answers)
    turns = [
        turn_of(frame, account, *asked(trait.id)),
        turn_of(frame, account, *asked(trait.id), what=Said((words,) * 9, words, late)),
        turn_of(frame, account, *asked(trait.id, event(Event.OFFERED, **offer))),
        turn_of(frame, account, *asked(trait.id, event(Event.JOINED, OTHER), event(Event.DECLINED)), last=3),
        turn_of(frame, account, *asked(trait.id, event(Event.ANSWERED, trait=trait.id, answers=ids)), last=2),
        turn_of(
            frame, account, *asked(trait.id, event(Event.SKIPPED, trait=trait.id), event(Event.RESTED, None)), last=3
        ),
        turn_of(frame, account, *asked(trait.id, event(Event.PAUSED))),
        turn_of(frame, account, *asked(trait.id, event(Event.STOPPED))),
        turn_of(frame, account, event(Event.RESTED, None), event(Event.FINISHED), last=2),
        turn_of(frame, account, event(Event.FRAMED, framework="mql"), event(Event.RESTED, None), last=2),
        turn_of(frame, account, *asked("mql.engagement"), last=1),
        turn_of(frame, account, *asked(trait.id, event(Event.HANDED_OVER, colleague=OTHER))),
    ]
    for turn in turns:
        message = interview_message(turn, frame, handed_lead(turn, words, in_thread=True))
        assert [] == wrong_with(message)
        assert all(each.interview == 1 for each in carried(message))
        for wanted in carried(message):
            assert [] == wrong_with(put_away_message(turn, wanted, frame))
    interview = turns[0].interview
    assert [] == wrong_with(under_way_message(UnderWay(((interview, words if words.strip() else "x"),) * 10)))


def test_the_question_comes_with_why_and_what_it_can_change() -> None:
    """Progress, reason and stakes stand with the question, and every answer is a button with the question's number."""
    message = interview_message(turn_of(FRAME, account_of("Acme", {}), *asked("regulation")), FRAME)
    shown = texts(message)
    assert "*Which rules apply to the data that Acme would put into Harbor?*" in shown
    assert "0 asked, at most 19 to go" in shown
    assert "Could move Acme from open to disqualified." in shown
    picks = [each for each in carried(message) if each.does is Does.PICK]
    trait = FRAME.pack.trait("regulation")
    assert trait is not None
    assert [(1, "regulation", each) for each in trait.option_ids] == [(p.step, p.trait, p.value) for p in picks]
    assert {Does.SKIP, Does.DONT_KNOW, Does.PAUSE, Does.STOP, Does.HAND_OVER, Does.FILL_IN, Does.NOTES, Does.EDIT} <= {
        each.does for each in carried(message)
    }


def test_the_text_alone_says_it_all() -> None:
    """A notification, a screen reader and a client without blocks get the question and its answers."""
    text = interview_message(turn_of(FRAME, account_of("Acme", {}), *asked("regulation")), FRAME).text
    assert text.startswith("*Which rules apply")
    assert "You can say: No special rules" in text


def test_every_question_of_the_packs_can_be_asked() -> None:
    """Both shipped packs, trait by trait and item by item."""
    for name in ("harbor", "posthog"):
        scorer = Scorer(load_pack(shipped("knowledge") / name).pack)
        frame = frame_of(scorer)
        account = account_of("Acme", {})
        for trait in (*scorer.pack.traits, *own_traits(scorer.pack).values()):
            message = interview_message(turn_of(frame, account, *asked(trait.id)), frame)
            assert [] == wrong_with(message)
            assert trait.ask("Acme")[:30] in message.text


def big(kind: Kind, label: str) -> tuple[Frame, Account, Trait]:
    """A trait with many options, whose ids and labels are as long as they may be."""
    options = {f"{number:02}{'o' * 78}": Option(label=label.format(number)) for number in range(35)}
    trait = Trait(
        id="t" * 80, label="Sector", kind=kind, group=Group.FIRMOGRAPHIC, question="Which sector?", options=options
    )
    scorer = Scorer(pack().model_copy(update={"traits": (*pack().traits, trait)}))
    return Frame(scorer, TODAY, draft=False, delivery=7, viewer=VIEWER), account_of("Acme", {}), trait


@pytest.mark.parametrize("label", ["Sector {}", "*Sector* <{}> & `more`", "x" * 90 + " {}"])
def test_many_options_are_a_menu(label: str) -> None:
    """Where a value does not fit into the menu, a mark stands for it; words that are too long stand above, in full."""
    frame, account, trait = big(Kind.CHOICE, label)
    turn = turn_of(frame, account, *asked(trait.id))
    message = interview_message(turn, frame)
    assert [] == wrong_with(message)
    picks = [each for each in carried(message) if each.does is Does.PICK]
    assert turn.asking is not None
    assert [mark_of(each) for each in turn.asking.choices] == [each.mark for each in picks]
    assert 35 == len({each.mark for each in picks})
    assert ("x" * 90 in texts(message)) is label.startswith("x")


def test_a_menu_carries_the_value_where_it_fits() -> None:
    """So that it means the same even if the pack changes."""
    options = {f"o{number}": Option() for number in range(12)}
    trait = Trait(id="sector", label="S", kind=Kind.CHOICE, group=Group.FIRMOGRAPHIC, question="S?", options=options)
    scorer = Scorer(pack().model_copy(update={"traits": (*pack().traits, trait)}))
    frame = Frame(scorer, TODAY, draft=False, delivery=7, viewer=VIEWER)
    message = interview_message(turn_of(frame, account_of("Acme", {}), *asked("sector")), frame)
    assert [("sector", each) for each in options] == [
        (each.trait, each.value) for each in carried(message) if each.does is Does.PICK
    ]


def test_several_options_are_boxes_or_a_menu_of_several() -> None:
    """With a button for all there is, one for at least that, and one for none."""
    frame = frame_of(scorer_of_harbor())
    for shown, account, trait, kind in (
        (frame, account_of("Acme", {}), "stack", "checkboxes"),
        (*big(Kind.TAGS, "Tool {}")[:2], "t" * 80, "multi_static_select"),
    ):
        message = interview_message(turn_of(shown, account, *asked(trait)), shown)
        assert [] == wrong_with(message)
        assert [kind] == [each["type"] for each in elements_of(blocks_of(message), "tick")]
        assert [Does.TICKED, Does.TICKED_AT_LEAST, Does.PICK] == [each.does for each in carried(message)][:3]
        assert [] == carried(message)[2].value


def test_what_is_known_can_be_kept_and_what_expired_can_be_repeated() -> None:
    """Asked again, a question shows what is noted; too old an answer can be said to hold still."""
    account = account_of("Acme", {"employees": 120})
    again = (event(Event.WENT_BACK, trait="employees"), *asked("employees"))
    message = interview_message(turn_of(FRAME, account, *again), FRAME)
    assert "Noted by now: 120 people." in texts(message)
    assert ["Keep it"] == [each["text"]["text"] for each in elements_of(blocks_of(message), "interview.skip")]
    old = Account(id=12, name="Acme", answers=(said(1, "budget", value=True, on=TODAY.replace(year=2020)),))
    message = interview_message(turn_of(FRAME, old, *asked("budget")), FRAME)
    assert "too long ago to count" in texts(message)
    assert ["Same as before"] == [each["text"]["text"] for each in elements_of(blocks_of(message), "interview.same")]


def test_an_offer_is_a_yes_or_a_no() -> None:
    """The yes carries the value that was shown."""
    offered = event(Event.OFFERED, trait="revenue", offer=24_000_000, quote="2M a month")
    message = interview_message(turn_of(FRAME, account_of("Acme", {}), *asked("revenue", offered)), FRAME)
    assert "*Shall I note USD 24M?*" in texts(message)
    assert [(Does.ACCEPT, 24_000_000), (Does.DECLINE, None)] == [(e.does, e.value) for e in carried(message)][:2]


def test_a_settled_verdict_comes_with_its_certificate() -> None:
    """Headline, proof, and the ways on."""
    account = account_of("Acme", {"regulation": "restricted"})
    message = interview_message(turn_of(FRAME, account, event(Event.RESTED, None)), FRAME)
    shown = texts(message)
    assert message.text.startswith("*Acme: disqualified, drop it*")
    assert "which is a knock-out" in shown
    assert "Go on for completeness" in shown
    [menu] = elements_of(blocks_of(message), "interview.framework")
    assert ["BANT", "MEDDIC", "MEDDPICC", "MQL", "SQL"] == [each["text"]["text"] for each in menu["options"]]


def test_people_are_mentioned_and_the_viewer_is_you() -> None:
    """Nobody is called by an id."""
    joined = asked("budget", event(Event.JOINED, OTHER))
    turn = turn_of(FRAME, account_of("Acme", {}), *joined)
    assert f"<@{OTHER}> takes part now." in texts(interview_message(turn, FRAME))
    assert "You take part now." in texts(interview_message(turn, replace(FRAME, viewer=OTHER)))
    assert "Somebody" in handed_lead(turn, "Somebody", in_thread=False)


def test_whoever_hands_over_gets_no_question() -> None:
    """The colleague does."""
    turn = turn_of(FRAME, account_of("Acme", {}), *asked("budget", event(Event.HANDED_OVER, colleague=OTHER)))
    mine, theirs = interview_message(turn, FRAME), interview_message(turn, replace(FRAME, viewer=OTHER))
    assert [Does.RESUME] == [each.does for each in carried(mine)]
    assert f"<@{OTHER}> goes on with it." in texts(mine)
    assert "Is there a budget" in texts(theirs)


def test_what_was_clicked_becomes_a_line() -> None:
    """With what became of its question: answered, skipped, not known, or simply past."""
    account = account_of("Acme", {"budget": True})
    wanted = OnInterview(interview=1, does=Does.PICK, step=1)

    def line(*events: InterviewEvent, does: OnInterview = wanted) -> str:
        return put_away_message(turn_of(FRAME, account, *asked("budget", *events)), does, FRAME).text

    question = "Is there a budget for this kind of tool at Acme this year?"
    assert f"✓ {question} yes" == line(event(Event.ANSWERED, trait="budget", answers=(1,)))
    assert f"Skipped: {question}" == line(event(Event.SKIPPED, trait="budget"))
    assert f"Not known: {question}" == line(event(Event.UNKNOWN, trait="budget"))
    assert "Acme: Paused." == line(event(Event.PAUSED), does=wanted.model_copy(update={"does": Does.PAUSE}))
    assert "Acme: That question is past." == line()


def test_beside_an_interview_its_question_stands() -> None:
    """An answer to something else ends with the question, one click away; one about another account with what waits."""
    response = Response(Icps(FRAME.pack), Memory(12, interview_id=3), stands="<!channel>?")
    message = response_message(response, FRAME)
    assert [] == wrong_with(message)
    assert "*The question stands*: &lt;!channel&gt;?" in message.text
    assert [(3, Does.RESUME, None)] == [(each.interview, each.does, each.step) for each in carried(message)]
    message = response_message(Response(Icps(FRAME.pack), Memory(12), waits="A & B"), FRAME)
    assert [] == wrong_with(message)
    assert "The questions about A &amp; B wait; say “resume A &amp; B” to go on with them." in message.text


def test_no_interview_under_way_says_how_to_start_one() -> None:
    """No list is ever simply empty."""
    message = under_way_message(UnderWay(()))
    assert [] == wrong_with(message)
    assert "let us qualify Acme" in message.text


@given(st.sampled_from([*HOSTILE, LONG]))
def test_the_form_to_hand_over_is_one_that_slack_takes(name: str) -> None:
    """Whatever the account is called."""
    assert [] == wrong_with_view(hand_over_form(HandOverForm(interview=1, at="1.1"), name))


def test_every_button_has_a_listener() -> None:
    """Whatever stands behind the dot."""
    message = interview_message(turn_of(FRAME, account_of("Acme", {}), *asked("stack")), FRAME)
    assert all(_ANY_MOVE.match(each["action_id"]) for each in buttons(message))
    assert not _ANY_MOVE.match("interviewer")
