"""The briefing card: one screen, the verdict first; what goes deeper is folded up; nothing of it breaks a limit."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Source, SourceKind
from bot.core.asset import Asset
from bot.core.briefing_text import BriefingText, Item, Section
from bot.core.changes import Changes, StageMoved
from bot.core.content import Choice, Condition, Content
from bot.core.gap import Gap, GapKind
from bot.core.journey import StageId, StageSaid, StageSign
from bot.core.persona import Objection, Pain, Persona
from bot.core.sending import Moment as When
from bot.core.sending import Sending
from bot.flows.briefing import Briefing, Summary
from bot.flows.fit import FitAnswer
from bot.flows.moment import Moment
from bot.ports.briefings import Due, Schedule
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.values import OnBriefing, OnSchedule, decoded
from bot.slack.views.briefing import briefing_message
from bot.slack.views.briefing_again import at_stage
from bot.slack.views.briefing_call import (
    cancelled_message,
    gone_message,
    other_pack_message,
    over_message,
    promised_message,
    settled_message,
    too_near_message,
)
from bot.slack.views.briefing_shared import shared_briefing
from bot.slack.views.briefing_text import in_words_message, paper_note, paper_sent_message, paper_unsure_message
from bot.slack.views.frame import Frame
from tests.slack.views.kit import (
    HOSTILE,
    NOW,
    OTHER,
    VIEWER,
    account_of,
    answered,
    blocks_of,
    elements_of,
    frame_of,
    said,
    scorer_of_harbor,
    situations,
    texts,
    wrong_with,
)

FRAME = frame_of(scorer_of_harbor())
BERLIN = ZoneInfo("Europe/Berlin")
CALL = Moment(datetime(2026, 11, 24, 10, tzinfo=BERLIN), to_the_minute=True)
SCHEDULE = Schedule(
    account_id=12,
    person=VIEWER,
    call_at=CALL.at.astimezone(UTC),
    due_at=CALL.at.astimezone(UTC) - timedelta(minutes=30),
    made_at=NOW,
    call_words=CALL.words,
    id=5,
)
WORDS = st.sampled_from(HOSTILE)
CFO = next(each for each in FRAME.pack.personas if each.id == "cfo")


def briefing_of(answer: FitAnswer | None = None, **more: Any) -> Briefing:
    """A briefing with little in it."""
    answer = answer or answered(scorer_of_harbor(), account_of("Acme", {}))
    return Briefing(answer, None, None, None, answer.report.questions[:3], (), **more)


def of(known: dict[str, object]) -> Briefing:
    """A briefing on an account of which that is known."""
    return briefing_of(answered(scorer_of_harbor(), account_of("Acme", known)))


def disputing() -> Account:
    """An account of which two people say different things, and nothing else is known."""
    other = said(2, "employees", 900).model_copy(update={"source": by()})
    return Account(id=12, name="Acme", answers=(said(1, "employees", 120), other))


def by(person: str | None = VIEWER) -> Source:
    """Somebody."""
    return Source(kind=SourceKind.PERSON, person=person)


def asset(number: int, words: str = "Guide") -> Choice:
    """An asset that was chosen."""
    made = Asset(
        id=f"a{number}", title=words, url=f"https://x.example/{number}", format="case_study", stages=("learn",)
    )
    return Choice(made, ())


def sections_of(message: Message) -> list[str]:
    """What stands there without unfolding anything."""
    return [block["text"]["text"] for block in blocks_of(message) if block["type"] == "section"]


def folded(message: Message) -> list[str]:
    """The titles of what is folded up."""
    return [block["title"]["text"] for block in blocks_of(message) if block["type"] == "container"]


# The call


def test_a_promise_stands_right_under_the_verdict() -> None:
    """When the fresh one comes, by the rep's own clock, with the button that calls it off."""
    message = briefing_message(briefing_of(call=CALL, schedule=SCHEDULE), FRAME)
    promise = "*For the call* on Tuesday 24 November, 10:00. I will post a fresh one at 09:30, before the call."

    assert promise == sections_of(message)[1]
    assert promise in message.text
    [cancel] = elements_of(blocks_of(message), Act.BRIEF_CANCEL)
    assert OnSchedule(schedule=5) == decoded(OnSchedule, cancel["value"])


def test_a_time_that_nobody_could_read() -> None:
    """It is told where the time of the call would be."""
    told = "I could not read when the call is (“25:99”)."

    assert told == sections_of(briefing_message(briefing_of(unread_call=told), FRAME))[1]


def test_a_briefing_on_the_day_before_says_which_day() -> None:
    """A call just after midnight."""
    late = replace(SCHEDULE, due_at=datetime(2026, 11, 23, 22, 40, tzinfo=UTC))

    assert "at 23:40 on Monday 23 November, before" in texts(
        briefing_message(briefing_of(call=CALL, schedule=late), FRAME)
    )


def test_the_one_that_was_promised_promises_nothing() -> None:
    """It says why it comes, and when the call is."""
    handed = replace(SCHEDULE, due=Due.HANDED)
    message = briefing_message(briefing_of(call=CALL, schedule=handed), FRAME, "As promised.")

    assert "As promised." == sections_of(message)[0].partition("\n")[0]
    assert "*For the call* on Tuesday 24 November, 10:00." == sections_of(message)[1]
    assert [] == elements_of(blocks_of(message), Act.BRIEF_CANCEL)


@pytest.mark.parametrize(
    ("call", "carried"),
    [(CALL, "2026-11-24 10:00"), (replace(CALL, to_the_minute=False), "2026-11-24"), (None, None)],
)
def test_the_file_is_of_the_same_briefing(call: Moment | None, carried: str | None) -> None:
    """The button carries whom one meets, the call, and the stage where the rep said it."""
    persona = Persona(id="cfo", title="CFO")
    mine = StageSaid(stage=StageId.LEARN, source=by(), at=NOW)
    briefing = replace(briefing_of(call=call), persona=persona, stage=mine)
    [pdf] = elements_of(blocks_of(briefing_message(briefing, FRAME)), Act.BRIEF_PDF)

    assert OnBriefing(account=12, persona="cfo", stage=StageId.LEARN, call=carried) == decoded(OnBriefing, pdf["value"])


@pytest.mark.parametrize(
    "stage",
    [StageSaid(stage=StageId.LEARN, source=by(OTHER), at=NOW), StageSign(stage=StageId.LEARN, trait="employees"), None],
)
def test_a_stage_that_the_rep_did_not_say_is_not_put_into_their_mouth(stage: StageSaid | StageSign | None) -> None:
    """The file looks it up again."""
    message = briefing_message(replace(briefing_of(), stage=stage), FRAME)
    [pdf] = elements_of(blocks_of(message), Act.BRIEF_PDF)

    assert OnBriefing(account=12) == decoded(OnBriefing, pdf["value"])


# What was phrased


def test_what_a_model_phrased_is_labelled() -> None:
    """In the small print, with its name."""
    summary = Summary(("Acme is open.", "Ask for the budget."), model="openai:gpt", prompt="briefing/summarise@1")
    message = briefing_message(briefing_of(summary=summary), FRAME)

    assert "Acme is open. Ask for the budget." in sections_of(message)
    assert "Summary phrased by openai:gpt from the facts of this briefing." in texts(message)


def test_what_a_model_phrased_and_was_dropped_is_said() -> None:
    """Without showing any of it; what the template says stands in the card anyway."""
    summary = Summary(("Acme is open.",), dropped="The language model did not answer in time.")
    message = briefing_message(briefing_of(summary=summary), FRAME)

    assert "Without a summary. The language model did not answer in time." in texts(message)
    assert "Acme is open." not in sections_of(message)
    assert texts(briefing_message(briefing_of(), FRAME)) == texts(
        briefing_message(briefing_of(summary=Summary(("Acme is open.",))), FRAME)
    )


# What to send


def test_what_to_send_by_moment_with_the_stage_and_who_says_so() -> None:
    """Titles lead to their pages; what was dropped to find any is said."""
    learn = StageSaid(stage=StageId.LEARN, source=by(OTHER), at=NOW)
    sendings = (
        Sending(When.BEFORE, StageId.LEARN, Content((asset(1), asset(2)))),
        Sending(When.DURING, StageId.LEARN, Content((asset(3),), (Condition.PERSONA,))),
        Sending(When.AFTER, StageId.EVALUATE, Content(())),
    )
    message = briefing_message(replace(briefing_of(sendings=sendings), stage=learn), FRAME)
    [shown] = [each for each in sections_of(message) if "What to send" in each]

    assert [
        f"*What to send in Learn* (said by <@{OTHER}>, 2026-11-22)",
        "• *Before*: <https://x.example/1|Guide> (case study); <https://x.example/2|Guide> (case study).",
        "• *Show*: <https://x.example/3|Guide> (case study).",
        "• *After*, for Evaluate: no asset suits; log a gap, and somebody can make one.",
        "Show: nothing for whom you meet suits this account: these are near.",
    ] == shown.splitlines()


def test_what_was_dropped_for_two_of_three_moments_is_said_once() -> None:
    """With the moments that it holds for."""
    said_by = StageSaid(stage=StageId.LEARN, source=by(), at=NOW)
    near, right = Content((asset(1),), (Condition.PERSONA,)), Content((asset(2),))
    found = zip(When, (near, near, right), strict=True)
    sendings = tuple(Sending(when, StageId.LEARN, content) for when, content in found)
    shown = texts(briefing_message(replace(briefing_of(sendings=sendings), stage=said_by), FRAME))

    assert 1 == shown.count("suits this account")
    assert "\nBefore and Show: nothing for whom you meet suits this account: these are near." in shown


def test_what_was_dropped_everywhere_is_said_once() -> None:
    """Three times the same sentence is twice too many."""
    said_by = StageSaid(stage=StageId.LEARN, source=by(), at=NOW)
    near = Content((asset(1),), (Condition.PERSONA,))
    sendings = tuple(Sending(when, StageId.LEARN, near) for when in When)
    shown = texts(briefing_message(replace(briefing_of(sendings=sendings), stage=said_by), FRAME))

    assert 1 == shown.count("Nothing for whom you meet suits this account: these are near.")
    assert "(case study).\nNothing for whom you meet suits this account: these are near." in shown


def test_a_stage_that_a_known_value_shows() -> None:
    """Nobody said it, and the card does not say that anybody did."""
    sign = StageSign(stage=StageId.LEARN, trait="employees")
    briefing = replace(briefing_of(), stage=sign, content=Content((asset(1),)))

    assert "*What to send in Learn* (shown by Employees)" in texts(briefing_message(briefing, FRAME))
    unknown = replace(briefing, stage=StageSign(stage=StageId.LEARN, trait="gone"))
    assert "(shown by gone)" in texts(briefing_message(unknown, FRAME))


# What changed, and what to avoid


def changes(**more: Any) -> Changes:
    """What changed since the day before yesterday."""
    return Changes(since=datetime(2026, 11, 20, 9, tzinfo=UTC), **more)


def test_what_changed_stands_there_in_three_lines() -> None:
    """The verdict first; all of it is folded up below."""
    gap = Gap(id=1, kind=GapKind.CONTENT, what="no paper on HIPAA", source=by(), at=NOW)
    changed = changes(
        verdicts_before=("primary/A",),
        stage=StageSaid(stage=StageId.LEARN, source=by(), at=NOW),
        answers=(said(1, "employees", 120), said(2, "gone", 1)),
        gaps_logged=(gap,),
        gaps_closed=(gap,),
        pack_before=0,
    )
    message = briefing_message(briefing_of(changes=changed), FRAME)
    [shown] = [each for each in sections_of(message) if "Changed" in each]

    assert [
        "*Changed* since your briefing on 2026-11-20",
        "• Verdict: was primary/A, now",
        "• Stage: Learn (you, 2026-11-22)",
        f"• Employees: 120 people (<@{OTHER}>, 2026-11-22)",
        "… and 4 more below",
    ] == [line.partition(" now ")[0] + " now" if "Verdict" in line else line for line in shown.splitlines()]
    assert "Everything that changed: 7" in folded(message)
    for line in ("• Gap logged: no paper on HIPAA", "• Gap closed: no paper on HIPAA", "• Pack: was version 0, now"):
        assert line in texts(message)


def test_what_was_taken_back_and_a_stage_that_is_shown_no_more() -> None:
    """What stood then and stands no more is told, and so is what it showed."""
    moved = StageMoved(StageId.LEARN, None)
    shown = texts(briefing_message(briefing_of(changes=changes(gone=(said(1, "employees", 120),), moved=moved)), FRAME))
    first = changes(moved=StageMoved(None, StageSign(stage=StageId.BUY, trait="employees")))

    assert f"• Employees: 120 people (<@{OTHER}>, 2026-11-22), taken back" in shown
    assert "• Stage shown by answers: none, was Learn" in shown
    assert "• Stage shown by answers: Buy, was none" in texts(briefing_message(briefing_of(changes=first), FRAME))


def test_nothing_changed_is_worth_a_line_and_the_first_time_none() -> None:
    """Somebody who was briefed before is told that nothing is new."""
    assert "*Nothing changed* since your briefing on 2026-11-20." in texts(
        briefing_message(briefing_of(changes=changes()), FRAME)
    )
    assert "hanged" not in texts(briefing_message(briefing_of(), FRAME))


def test_verdicts_of_an_older_fika_stay_as_they_were_written() -> None:
    """Nobody guesses what they were."""
    message = briefing_message(briefing_of(changes=changes(verdicts_before=("primary/D", "no_fit"))), FRAME)

    assert "• Verdict: was primary/D, no_fit, now " in texts(message)


def test_what_to_avoid_stands_there_in_three_lines() -> None:
    """The rest is folded up."""
    message = briefing_message(briefing_of(avoid=tuple(f"Do not say {n}." for n in range(5))), FRAME)
    few = briefing_message(briefing_of(avoid=("Do not say 0.",)), FRAME)

    shown = "*Avoid*\n• Do not say 0.\n• Do not say 1.\n• Do not say 2.\n… and 2 more below"
    assert shown in sections_of(message)
    assert ("Everything to avoid: 5" in folded(message), "• Do not say 4." in texts(message)) == (True, True)
    assert not [each for each in folded(few) if "avoid" in each]


def test_a_fourth_line_stands_where_the_number_of_it_would() -> None:
    """To say that one more is below takes the line that it needs itself."""
    message = briefing_message(briefing_of(avoid=tuple(f"Do not say {n}." for n in range(4))), FRAME)

    assert "*Avoid*\n• Do not say 0.\n• Do not say 1.\n• Do not say 2.\n• Do not say 3." in sections_of(message)
    assert not [each for each in folded(message) if "avoid" in each]


def test_a_contradiction_is_told_once() -> None:
    """With both sides under the verdict, and not among what to avoid once more, also not for others."""
    disputed = "Do not take Employees as settled: 120 people against 900 people."
    briefing = briefing_of(answered(scorer_of_harbor(), disputing()), avoid=(disputed, "Do not discount."))
    for message in (briefing_message(briefing, FRAME), shared_briefing(briefing, FRAME, VIEWER)):
        assert "*Disagreement* on Employees: " in texts(message)
        assert disputed not in texts(message)
        assert "*Avoid*\n• Do not discount." in texts(message)


def test_what_is_known_stands_under_the_verdict() -> None:
    """Three facts and how many more there are; nothing where nothing is known, or all of it is disputed."""
    known = {"industry": "b2b_saas", "employees": 120, "cloud": "aws", "budget": True}
    [first] = [each for each in sections_of(briefing_message(of(known), FRAME)) if "*Known*" in each]

    assert "*Known*: B2B SaaS (Industry); 120 people (Employees); AWS (Cloud infrastructure); 1 more." in first
    assert "*Known*" not in texts(briefing_message(of({}), FRAME))
    assert "*Known*" not in texts(briefing_message(briefing_of(answered(scorer_of_harbor(), disputing())), FRAME))


def test_every_objection_is_answered_in_a_part_of_its_own() -> None:
    """The first one stands on the screen, all of them one tap away, before everything else about whom one meets."""
    message = briefing_message(replace(briefing_of(), persona=CFO), FRAME)
    titles = folded(message)

    assert "Objections, with answers: 3" == titles[titles.index("More about whom you meet") - 1]
    assert all(each.answer in texts(message) for each in CFO.objections)


# Within the limits, whatever is in it


@st.composite
def hostile(draw: st.DrawFn) -> tuple[Briefing, Frame]:
    """A briefing in which every word may be hostile."""
    frame, answer = draw(situations())
    words = draw(WORDS)
    source = by(draw(st.sampled_from([VIEWER, OTHER, words])))
    gap = Gap(id=1, kind=GapKind.CONTENT, what=words, source=source, at=NOW)
    persona = Persona(
        id="cfo",
        title=words,
        goals=(words,) * 9,
        pains=(Pain(pain=words, answer=words),) * 9,
        objections=(Objection(objection=words, answer=words),) * 9,
        prefers=words,
    )
    stage = draw(
        st.sampled_from(
            [None, StageSaid(stage=StageId.LEARN, source=source, at=NOW), StageSign(stage="buy", trait="x")]
        )
    )
    sendings = tuple(Sending(each, StageId.BUY, Content((asset(1, words), asset(2, words)))) for each in When)
    changed = changes(verdicts_before=(words,), answers=answer.account.answers, gaps_logged=(gap,) * 9)
    model = draw(st.sampled_from([None, words]))
    summary = Summary((words,) * 12, model=model, dropped=draw(st.sampled_from([None, words])))
    briefing = Briefing(
        answer, draw(st.sampled_from([None, persona])), stage, Content((asset(1, words),)), answer.report.questions[:3],
        (gap,) * 30, CALL, draw(st.sampled_from([(), sendings])), draw(st.sampled_from([None, changed])), (words,) * 7,
        summary, draw(st.sampled_from([None, replace(SCHEDULE, call_words=words)])),
    )  # fmt: skip
    return briefing, frame


@given(hostile(), st.sampled_from([None, *HOSTILE]))
def test_every_briefing_is_one_that_slack_takes(drawn: tuple[Briefing, Frame], note: str | None) -> None:
    """In each of its forms, and nobody is pinged."""
    briefing, frame = drawn

    assert [] == wrong_with(briefing_message(briefing, frame, note))
    assert [] == wrong_with(shared_briefing(briefing, frame, VIEWER))


@pytest.mark.parametrize("words", HOSTILE)
def test_every_word_about_a_later_one_is_one_that_slack_takes(words: str) -> None:
    """Whatever the account is called and however the call was described."""
    later = replace(SCHEDULE, call_words=words)
    every = [
        cancelled_message(later, words),
        promised_message(later, words, CALL.at),
        too_near_message(later, words),
        settled_message(later, words),
        over_message(later, words),
        other_pack_message(words),
        gone_message(),
        paper_note(words),
        paper_sent_message(words),
        paper_unsure_message(words),
    ]

    assert [] == [wrong for each in every for wrong in wrong_with(each)]


@pytest.mark.parametrize("words", [*HOSTILE, "Acme"])
@pytest.mark.parametrize("refused", ["missing_scope", "file_uploads_disabled"])
def test_a_briefing_as_text_is_one_that_slack_takes(words: str, refused: str) -> None:
    """Numbers, links and what stands below something included."""
    below = (Item(words, url="https://x.example/a", note=words), Item("", label=words))
    items = (Item(words, label=words, number=1, below=below), Item(words, url="javascript:alert(1)"))
    text = BriefingText(words, words, items, (Section(words, items * 30), Section(words)), words)
    message = in_words_message(text, refused)

    assert [] == wrong_with(message)
    assert "javascript:" not in str(blocks_of(message))


def test_a_briefing_as_text_reads_as_one() -> None:
    """Why it is text, then the headline, then everything in order."""
    item = Item("Who decides?", number=1, below=(Item("Because it matters.", label="Why"),))
    text = BriefingText("Acme", "Acme: open", (), (Section("Ask", (item,)),), "Computed by rules.")
    message = in_words_message(text, "missing_scope")

    assert "without the optional scope files:write" in sections_of(message)[0]
    assert ["*Acme: open*", "*Ask*\n1. Who decides?\n    • *Why*: Because it matters."] == sections_of(message)[1:]
    assert "(file_uploads_disabled)" in texts(in_words_message(text, "file_uploads_disabled"))


# For a channel


def test_a_shared_briefing_keeps_what_is_private() -> None:
    """Whom one meets, what to ask, to send and to avoid; nothing that its owner alone is told."""
    gap = Gap(id=1, kind=GapKind.KNOWLEDGE, what="their secret", source=by(OTHER), at=NOW)
    stage = StageSaid(stage=StageId.EVALUATE, source=by(OTHER), at=NOW)
    sendings = (Sending(When.BEFORE, StageId.EVALUATE, Content((asset(1),), ())),)
    full = replace(
        briefing_of(), persona=CFO, call=CALL, schedule=SCHEDULE, gaps=(gap,), changes=Changes(since=NOW), avoid=("Do not.",),
        stage=stage, sendings=sendings, summary=Summary(("Phrased.",), "model"),
    )  # fmt: skip
    message = shared_briefing(full, FRAME, VIEWER)
    said = texts(message)

    assert [] == wrong_with(message)
    for shown in ("You meet: CFO", "*Ask*", "What to send in Evaluate", "Do not.", f"Shared by <@{VIEWER}>", "10:00"):
        assert shown in said
    for private in ("secret", "since your briefing", "fresh one", "said by", OTHER, "Phrased."):
        assert private not in said
    assert [] == [block for block in blocks_of(message) if block["type"] in ("actions", "context_actions")]


def test_a_shared_briefing_with_little_in_it() -> None:
    """Without anybody whom one meets nobody in the channel is told how to say who it is."""
    message = shared_briefing(briefing_of(), FRAME, VIEWER)

    assert [] == wrong_with(message)
    assert "Whom you meet" not in texts(message)
    assert "What to send" not in texts(message)


# The stage


def test_a_choice_of_the_stage_carries_the_briefing() -> None:
    """Whom one meets and the call go with it; an id that no menu carries is left out."""
    full = replace(briefing_of(), persona=CFO, call=CALL)
    [menu] = elements_of(blocks_of(briefing_message(full, FRAME)), Act.BRIEF_STAGE)
    chosen = [decoded(OnBriefing, each["value"]) for each in menu["options"]]
    long = at_stage(OnBriefing(account=12, persona="x" * 150, call="2026-11-24 10:00"), StageId.BUY)

    assert [StageId(each) for each in StageId] == [each.stage for each in chosen]
    assert {("cfo", "2026-11-24 10:00")} == {(each.persona, each.call) for each in chosen}
    assert OnBriefing(account=12, stage=StageId.BUY, call="2026-11-24 10:00") == long


def test_days_are_those_of_whoever_reads() -> None:
    """Late in the evening it is tomorrow somewhere else."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    stage = StageSaid(stage=StageId.EVALUATE, source=by(), at=late)
    gap = Gap(id=1, kind=GapKind.KNOWLEDGE, what="a paper", source=by(), at=late)
    briefing = replace(briefing_of(changes=Changes(since=late, stage=stage)), gaps=(gap,))
    said = texts(briefing_message(replace(briefing, stage=stage), replace(FRAME, zone=BERLIN)))

    for told in ("said by you, 2026-11-23", "your briefing on 2026-11-23", f"{GapKind.KNOWLEDGE.label}, 2026-11-23"):
        assert told in said
