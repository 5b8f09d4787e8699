"""Hearing in an interview: rep language becomes the right move, and never a record at the wrong account."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.disagreement import Keep
from bot.core.errors import FikaError
from bot.core.interview import Event, State
from bot.core.move import Again
from bot.flows.accounts import retract_answers
from bot.flows.fit import Scorer
from bot.flows.interview import act, look
from bot.flows.interview_answer import Listener
from bot.flows.interview_heard import TWICE_WITHIN, hear
from bot.flows.interview_turn import InterviewTurn
from bot.flows.outcome import Briefed, Fit, Greeting, Memory, NotFound, Recorded
from bot.ports.inbox import NewDelivery
from tests.labelled import cases
from tests.small import NOW
from tests.talking import ACME, Clock, Talk, desk_at

STRINGS = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))
ELSEWHERE = [case["text"] for case in cases("whom") if case["whose"] == "nobody"]
OWN = {"update on budget: it is approved", "our crm is hubspot"}
"""Which the question makes clear."""


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    """A talk about an account of which nothing is known; there are others."""
    return Talk(desk_at(tmp_path)).add(ACME, "Bolt Logistics", "Globex", "Snowflake", "Kim Foods")


@pytest.mark.parametrize(
    ("trait", "text", "value"),
    [
        ("industry", "they do saas", "b2b_saas"),
        ("industry", "2", "local_services"),
        ("industry", "Hair salon.", "local_services"),
        ("industry", "#9", "other"),
        ("employees", "about 1.2k people", 1200),
        ("employees", "between 50 and 100", {"min": 50, "max": 100}),
        ("employees", "3", 3),
        ("employees", "1.200", 1200),
        ("employees", "not sure, more than 200", {"min": 201}),
        ("employees", "around fifty", 50),
        ("employees", "Acme has 210 people", 210),
        ("employees", "headcount is 80", 80),
        ("employees", "Acme: 80", 80),
        ("employees", "acme - 80", 80),
        ("employees", "Headcount: 80", 80),
        ("employees", "change headcount to 80", 80),
        ("employees", "we're at 120 now", 120),
        ("revenue", "$3-5M ARR", {"min": 3_000_000, "max": 5_000_000}),
        ("revenue", "1,2 Mio", 1_200_000),
        ("revenue", "USD 2,500,000", 2_500_000),
        ("life_cycle", "series B, 40M raised", "growth"),
        ("life_cycle", "2)", "growth"),
        ("location", "germany", "europe"),
        ("location", "Berlin, Germany", "europe"),
        ("valuation", "about 80 million", 80_000_000),
        ("technology", "3", "low"),
        ("cloud", "on-prem", "on_prem"),
        ("cloud", "aws", "aws"),
        ("cloud", "Just laptops", "no_cloud"),
        ("stack", "they're on sfdc and snowflake", ["salesforce", "snowflake"]),
        ("stack", "1 and 3", ["salesforce", "dynamics"]),
        ("stack", "1,3, 1", ["salesforce", "dynamics"]),
        ("stack", "4", ["homegrown_crm"]),
        ("stack", "none of these", []),
        ("crm_age", "2 years ago", 24),
        ("crm_age", "18", 18),
        ("budget", "yes", True),
        ("budget", "no budget till Q3", False),
        ("budget", "1", True),
        ("budget", "y", True),
        ("prior_purchase", "no never", False),
        ("urgency", "contract ends in March", "dated"),
        ("regulation", "hipaa", "restricted"),
        ("initiative", "nice to have", False),
        ("jobs", "forecasting and crm hygiene", ["reliable_forecast", "crm_hygiene"]),
        ("journey", "tender", "tender"),
        ("must_haves", "most", "most"),
        ("decider", "the CFO", "finance_lead"),
    ],
)
def test_an_answer(trait: str, text: str, value: Any, talk: Talk) -> None:
    """An answer in rep language, or by its number, is taken as what it says, and nothing else is."""
    turn = talk.asked(trait).turn(text)

    assert {trait: value} == talk.answers()
    assert [trait] == [each.trait for each in turn.noted]
    assert turn.interview.asks != trait


@pytest.mark.parametrize(
    ("trait", "text"),
    [
        ("industry", "10"),
        ("industry", "0"),
        ("industry", "1 2"),
        ("industry", "it's a bank"),
        ("employees", "a few dozen"),
        ("employees", "200?"),
        ("employees", ":+1:"),
        ("employees", ":100:"),
        ("employees", "👍"),
        ("employees", "ok"),
        ("employees", "great"),
        ("employees", "Globex: 300"),
        ("employees", "globex: 300"),
        ("employees", "Initech - 300"),
        ("employees", "like Bolt Logistics, 50"),
        ("employees", "kim told me it's 80"),
        ("employees", "for Bolt Logistics: 44"),
        ("employees", "our company has 50 people"),
        ("employees", "their competitor has 50 people"),
        ("employees", "call tomorrow 10:00"),
        ("employees", "change the headcount to blue"),
        ("cloud", "azure and aws"),
        ("cloud", "on AWS I think"),
        ("stack", "1, 99"),
        ("budget", "maybe"),
        ("budget", "no thanks"),
        ("budget", "yes?"),
        ("budget", "100k"),
        ("journey", "5 people"),
        ("journey", "it's 5 people"),
        ("must_haves", "the rest"),
        ("decider", "kim"),
    ],
)
def test_asked_back(trait: str, text: str, talk: Talk) -> None:
    """What cannot be read, or may be about somebody else, is asked back, and nothing is written down."""
    turn = talk.asked(trait).turn(text)

    assert ({}, trait) == (talk.answers(), turn.interview.asks)
    assert talk.memory.interview_id == turn.interview.id
    assert (turn.said.misread is not None) == (text != "change the headcount to blue")


@pytest.mark.parametrize("trait", ["employees", "stack"])
def test_words_about_others(trait: str, tmp_path: Path) -> None:
    """Of hundreds of messages about somebody else none becomes an answer of the account that is asked about."""
    talk = Talk(desk_at(tmp_path)).add(ACME, "Umberfield", "Kestrelmoor Billing", "Northwind").asked(trait)
    with talk.desk.begin(writes=False) as work:
        names, account = work.accounts.names(), work.accounts.get(talk.memory.account_id or 0)
    asked = talk.desk.pack.trait(trait)
    assert asked is not None
    taken = [text for text in ELSEWHERE if Listener(text, account, names, talk.desk).meant(asked).says]

    assert len(ELSEWHERE) >= 200
    assert [] == [text for text in taken if text not in OWN]


@pytest.mark.parametrize(
    ("text", "account", "noted"),
    [
        ("Bolt Logistics has 40 people", "Bolt Logistics", {"employees": 40}),
        ("Globex uses Salesforce", "Globex", {"stack": {"at_least": ["salesforce"]}}),
        ("Globex has no budget", "Globex", {"budget": False}),
    ],
)
def test_another_account(text: str, account: str, noted: dict[str, Any], talk: Talk) -> None:
    """What is said of another account is written there; the interview waits, and is resumed where it was."""
    turn = talk.asked("employees")
    response = turn.say(text)

    assert isinstance(response.outcome, Recorded)
    assert (ACME, None) == (response.waits, talk.memory.interview_id)
    assert ({}, noted) == (talk.answers(), talk.answers(account))
    assert "employees" == talk.turn("resume").interview.asks
    assert {"employees": 90} == (talk.say("90"), talk.answers())[1]


def test_an_account_that_nobody_knows(talk: Talk) -> None:
    """What is said of a name that nobody has is not written down, and the question goes on standing."""
    response = talk.asked("employees").say("Initech has 40 employees")

    assert isinstance(response.outcome, NotFound)
    assert "How many people work at Acme?" == response.stands
    assert {} == talk.answers()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("skip", Event.SKIPPED),
        ("pass", Event.SKIPPED),
        ("next question please", Event.SKIPPED),
        ("no idea", Event.UNKNOWN),
        ("no clue tbh", Event.UNKNOWN),
        ("they didn't say how many", Event.UNKNOWN),
        ("I don't know, ask Kim", Event.UNKNOWN),
        ("not sure yet, will find out", Event.UNKNOWN),
        ("pause please", Event.PAUSED),
        ("let's stop here", Event.STOPPED),
        ("hand it to kim", Event.HANDED_OVER),
        ("can kim take over?", Event.HANDED_OVER),
        ("qualify it with MEDDIC", Event.FRAMED),
        ("MEDDIC", Event.FRAMED),
        ("change the budget", Event.WENT_BACK),
        ("let me change the team size", Event.WENT_BACK),
    ],
)
def test_a_move(text: str, event: Event, talk: Talk) -> None:
    """A move in words is made; no answer is written but that nobody knows one."""
    turn = talk.asked("employees").turn(text)

    assert event in [each.happened for each in turn.happened]
    assert {} == talk.answers()


def test_back(talk: Talk) -> None:
    """Back asks the question before; at the first there is none."""
    talk.say("let's qualify it")

    assert "There is no question before this one." == talk.turn("back").said.misread
    talk.say("saas")
    assert "industry" == talk.turn("can we go back?").interview.asks


@pytest.mark.parametrize("text", ["why?", "why do you ask?", "what for?", "why is that important?"])
def test_why_this_question(text: str, talk: Talk) -> None:
    """Why, right at a question, is why it is asked, and what each answer would leave."""
    turn = talk.asked("industry").turn(text)

    assert turn.said.notes[0].startswith("Harbor Team is built for software")
    assert any(note.startswith("B2B SaaS: leaves primary/A") for note in turn.said.notes)
    assert any(note.endswith("settles it as disqualified.") for note in turn.said.notes)
    assert "industry" == turn.interview.asks


def test_why_a_question_that_changes_nothing(talk: Talk) -> None:
    """Where no answer can change the verdict any more, that is why."""
    talk.asked("industry").say("public sector")
    turn = talk.turn("ask the rest")

    assert turn.asking is not None
    assert "It does not change the verdict; it completes the picture." in talk.turn("why?").said.notes


@pytest.mark.parametrize("text", ["what else do you need?", "how many more?", "are we done?"])
def test_how_much_is_left(text: str, talk: Talk) -> None:
    """How much is left is told, with the questions to come by name."""
    turn = talk.asked("employees").turn(text)

    assert ("At most 19 questions to go: Employees, Industry, Regulation, ",) == (turn.said.notes[0][:61],)
    assert "and 14 more" in turn.said.notes[0]


def test_nothing_is_left(talk: Talk) -> None:
    """Where the verdict stands, nothing is left; with a few questions left each is named."""
    talk.asked("industry").say("public sector")

    assert ("Nothing has to be asked any more.",) == talk.turn("how many more?").said.notes
    talk.say("BANT")
    assert ("Nothing has to be asked any more.",) == talk.turn("how many more?").said.notes
    talk.say("go on")
    left = talk.turn("how many more?")
    assert f"At most {left.to_go} questions to go: " == left.said.notes[0][: len("At most 21 questions to go: ")]


def test_few_are_left(talk: Talk) -> None:
    """A handful of questions are all named."""
    talk.asked("employees")
    for text in ("saas", "they have 10 people, no budget", "the US, on aws"):
        talk.say(text)
    turn = talk.turn("go on") if talk.turn("help").asking is None else talk.turn("help")
    while turn.to_go > 4:
        turn = talk.turn("skip")

    [note] = talk.turn("how many more?").said.notes
    assert " more." not in note
    assert note.count(",") + note.count(" and ") == turn.to_go - 1


def test_help(talk: Talk) -> None:
    """Help in an interview says what can be typed."""
    turn = talk.asked("employees").turn("help")

    assert any("skip, don't know, same as before, back, pause, stop" in note for note in turn.said.notes)
    assert "employees" == turn.interview.asks


@pytest.mark.parametrize(
    ("text", "outcome"), [("does it fit?", Fit), ("brief me", Briefed), ("thanks", Greeting), ("hi", Greeting)]
)
def test_beside_the_question(text: str, outcome: type, talk: Talk) -> None:
    """What is asked beside the question is answered, and the question goes on standing: an answer still answers it."""
    response = talk.asked("employees").say(text)

    assert isinstance(response.outcome, outcome)
    assert "How many people work at Acme?" == response.stands
    assert {"employees": 90} == (talk.say("90"), talk.answers())[1]


def test_a_thank_you(talk: Talk) -> None:
    """A thank you is no hello."""
    assert [Greeting(thanks=True), Greeting(thanks=True), Greeting()] == [
        talk.say(text).outcome for text in ("thanks", "thx!", "hello")
    ]


class TestOffers:
    """A value that was worked out waits for a yes."""

    def test_yes(self, talk: Talk) -> None:
        """A yes takes it."""
        offered = talk.asked("revenue").turn("2M a month")

        assert offered.interview.offer is not None
        assert {"revenue": 24_000_000} == (talk.say("yes"), talk.answers())[1]

    def test_no(self, talk: Talk) -> None:
        """A no drops it, and the question goes on standing."""
        talk.asked("revenue").say("2M a month")
        turn = talk.turn("no")

        assert ({}, None, "revenue") == (talk.answers(), turn.interview.offer, turn.interview.asks)

    def test_another_value(self, talk: Talk) -> None:
        """Another value is taken instead."""
        talk.asked("revenue").say("2M a month")

        assert {"revenue": 3_000_000} == (talk.say("3M"), talk.answers())[1]


def test_several_values(talk: Talk) -> None:
    """Several values in one message are all taken, and the question that is not among them goes on standing."""
    turn = talk.asked("budget").turn("they have 120 people and are on AWS")

    assert {"employees": 120, "cloud": "aws"} == talk.answers()
    assert "budget" == turn.interview.asks
    talk.say("yes, and it's an SFDC shop")
    assert talk.answers()["budget"] is True


@pytest.mark.parametrize(
    ("trait", "text", "hint"),
    [
        ("journey", "about 120 people", "If you mean Employees, say so: Employees: about 120 people."),
        ("budget", "100k", None),
    ],
)
def test_a_hint(trait: str, text: str, hint: str | None, talk: Talk) -> None:
    """What would answer another question is asked back with the words that say so, and those are taken."""
    misread = talk.asked(trait).turn(text).said.misread or ""

    assert (hint or "If you mean") in misread or hint is None
    assert {} == talk.answers()
    if hint is not None:
        talk.say(hint.partition("say so: ")[2].rstrip("."))
        assert {"employees": 120} == talk.answers()


def test_taken_back_together(talk: Talk) -> None:
    """What was said in one message is taken back together."""
    talk.asked("budget").say("they have 120 people and are on AWS")
    talk.say("undo")

    assert {} == talk.answers()


def test_a_number_of_something_else(talk: Talk) -> None:
    """What plainly states another value is taken, though it is no answer."""
    talk.asked("journey").say("they have 80 people")

    assert {"employees": 80} == talk.answers()


def test_same_as_before(talk: Talk) -> None:
    """The same as before is what was said; where nothing was, it is asked back."""
    assert "Nobody has answered that before" in (talk.asked("employees").turn("same as before").said.misread or "")
    talk.say("80")
    talk.say("change employees")

    assert {"employees": 80} == (talk.say("still the same"), talk.answers())[1]


def test_a_correction(talk: Talk) -> None:
    """An earlier answer is corrected in a sentence, and the question that stands stays."""
    talk.asked("employees").say("80")
    asks = talk.turn("actually they have 90 people").interview.asks

    assert {"employees": 90} == talk.answers()
    assert asks == talk.turn("change the headcount from 90 to 95 please").interview.asks
    assert {"employees": 95} == talk.answers()


class TestStep:
    """Typing where an older question was shown."""

    def test_somebody_else_answered(self, talk: Talk) -> None:
        """What was meant for a question that a colleague has answered is no answer to the next one."""
        talk.asked("budget")
        talk.as_other("bob").say("yes")
        turn = talk.turn("yes")

        assert {"budget": True} == talk.answers()
        assert turn.said.late is not None
        assert ("budget", True) == (turn.said.late.trait.id, turn.said.late.is_same)

    def test_a_number_counts_for_the_question_that_was_shown(self, talk: Talk) -> None:
        """A number chooses from the choices that were shown there."""
        talk.asked("cloud")
        talk.as_other("bob").say("aws")
        late = talk.turn("2").said.late

        assert {"cloud": "gcp"} == talk.answers() or (late is not None and late.trait.id == "cloud")
        assert {"cloud"} == set(talk.answers())

    def test_no_question_was_shown(self, talk: Talk) -> None:
        """Without a question that was shown, the one that stands is meant."""
        talk.asked("employees")
        talk.memory = replace(talk.memory, step=None)

        assert {"employees": 80} == (talk.say("80"), talk.answers())[1]


class TestTwice:
    """The same words again within seconds."""

    def _slack(self, talk: Talk, tick: timedelta) -> Talk:
        return Talk(replace(talk.desk, numbered=False, now=Clock(tick)), talk.memory)

    def test_sent_twice(self, talk: Talk) -> None:
        """A message that arrives twice counts once."""
        slack = self._slack(talk, timedelta(milliseconds=100)).asked("budget")
        slack.say("yes")
        turn = slack.turn("yes")

        assert {"budget": True} == slack.answers()
        assert turn.said.late is not None

    def test_something_else(self, talk: Talk) -> None:
        """Other words, however soon, are the next answer."""
        slack = self._slack(talk, timedelta(milliseconds=100)).asked("budget")
        slack.say("yes")
        slack.memory = replace(slack.memory, step=self._ask(slack, "initiative"))
        slack.say("no")

        assert {"budget": True, "initiative": False} == slack.answers()

    def test_said_again(self, talk: Talk) -> None:
        """The same words to the next question, some time later, are its answer."""
        slack = self._slack(talk, TWICE_WITHIN).asked("budget")
        slack.say("yes")
        slack.memory = replace(slack.memory, step=self._ask(slack, "initiative"))
        slack.say("yes")

        assert {"budget": True, "initiative": True} == slack.answers()

    def test_at_the_terminal(self, talk: Talk) -> None:
        """Where nothing can arrive twice, yes and yes again are two answers."""
        here = Talk(replace(talk.desk, now=Clock(timedelta())), talk.memory).asked("budget")
        here.say("yes")
        here.memory = replace(here.memory, step=self._ask(here, "initiative"))
        here.say("yes")

        assert {"budget": True, "initiative": True} == here.answers()

    def _ask(self, talk: Talk, trait: str) -> int:
        turn = act(talk.memory.interview_id or 0, None, Again(trait), talk.desk)
        assert turn.asking is not None
        return turn.asking.number


class TestBegunAnew:
    """A delivery that is begun anew after a crash says what it said the first time."""

    @pytest.mark.parametrize(
        "text", ["80", "skip", "stop", "no idea", "they are on aws", "pause", "80 or so, whatever"]
    )
    def test_heard_anew(self, text: str, talk: Talk) -> None:
        """The same words come to the same move, though the interview has moved on; nothing is written twice."""
        talk.asked("employees")
        with talk.desk.begin(writes=True) as work:
            origin = work.inbox.accept(NewDelivery("k", "ann", "D1", {}, NOW), "worker")
            work.commit()
        delivered, memory = Talk(replace(talk.desk, origin=origin), talk.memory), talk.memory
        first = delivered.turn(text)
        answers = delivered.answers()
        delivered.memory = memory
        second = delivered.turn(text)

        assert (first.happened, first.said, first.noted) == (second.happened, second.said, second.noted)
        assert answers == delivered.answers()


class TestPaused:
    """Where an interview is paused, nothing typed is an answer until it is resumed."""

    @pytest.mark.parametrize("text", ["200", "skip", "blue", "no idea", "gibberish blah", "pause"])
    def test_it_stays_paused(self, text: str, talk: Talk) -> None:
        """What would be a move is told that it is paused."""
        talk.asked("employees").say("pause")

        assert State.PAUSED is talk.turn(text).interview.state
        assert {} == talk.answers()

    @pytest.mark.parametrize("text", ["resume", "go on", "ask the rest"])
    def test_resumed(self, text: str, talk: Talk) -> None:
        """It goes on with the question that stood."""
        talk.asked("employees").say("pause")

        assert "employees" == talk.turn(text).interview.asks
        assert {"employees": 80} == (talk.say("80"), talk.answers())[1]

    def test_stopped_and_handed_over(self, talk: Talk) -> None:
        """It can be handed over and stopped."""
        talk.asked("employees").say("pause")
        turn = talk.turn("hand it to kim")

        assert "kim" == turn.interview.lead
        talk.memory = replace(talk.memory, interview_id=turn.interview.id)
        assert State.STOPPED is talk.turn("stop").interview.state

    def test_a_statement(self, talk: Talk) -> None:
        """A whole statement is written down all the same."""
        talk.asked("employees").say("pause")
        talk.say("they have 200 people")

        assert {"employees": 200} == talk.answers()


class TestInterrupted:
    """A question that a killed process showed, and did not remember."""

    @pytest.mark.parametrize("words", ["skip", "no idea"])
    def test_never_the_question_before(self, words: str, talk: Talk) -> None:
        """What is said to it is asked back, and never taken for the question that was just passed over."""
        now = Clock(timedelta(milliseconds=100))
        slack = Talk(replace(talk.desk, numbered=False, now=now), talk.memory).asked("budget")
        before = slack.memory
        slack.turn(words)
        slack.memory = before
        turn = slack.turn("yes")

        assert slack.answers().get("budget") is None
        assert "which question" in (turn.said.misread or "")
        assert turn.interview.step == slack.memory.step

    def test_what_was_passed_over_before(self, talk: Talk) -> None:
        """Somewhat later words belong to the question that was shown where they were typed, as ever."""
        now = Clock(timedelta(minutes=2))
        slack = Talk(replace(talk.desk, numbered=False, now=now), talk.memory).asked("budget")
        before = slack.memory
        slack.turn("skip")
        slack.memory = before
        slack.say("yes")

        assert {"budget": True} == slack.answers()


class TestResting:
    """Where nothing has to be asked any more."""

    @pytest.fixture
    def rests(self, talk: Talk) -> Talk:
        """A talk in which the verdict is decided."""
        assert State.RESTING is talk.asked("industry").turn("public sector").interview.state
        return talk

    @pytest.mark.parametrize("text", ["go on", "yes", "ask the rest", "continue"])
    def test_on(self, text: str, rests: Talk) -> None:
        """It goes on for completeness."""
        assert State.ASKING is rests.turn(text).interview.state

    @pytest.mark.parametrize("text", ["no", "stop", "I'm good", "nope"])
    def test_done(self, text: str, rests: Talk) -> None:
        """It comes to its end."""
        assert State.DONE is rests.turn(text).interview.state
        assert rests.memory.interview_id is None

    @pytest.mark.parametrize("text", ["ok", "thanks", "great", "hello"])
    def test_a_courtesy(self, text: str, rests: Talk) -> None:
        """A courtesy starts nothing."""
        assert isinstance(rests.say(text).outcome, Greeting)
        assert State.RESTING is look(rests.memory.interview_id or 0, rests.desk).interview.state

    @pytest.mark.parametrize("text", ["skip", "no idea", "same as before"])
    def test_nothing_is_asked(self, text: str, rests: Talk) -> None:
        """What is meant for a question is told that there is none."""
        assert "Nothing is asked right now." == rests.turn(text).said.misread

    def test_a_framework(self, rests: Talk) -> None:
        """A framework that is named is gone through; a question about one is only answered."""
        assert "meddic" == rests.turn("MEDDIC").interview.framework
        assert not isinstance(rests.say("is it an MQL?").outcome, InterviewTurn)

    @pytest.mark.parametrize("text", ["SQL", "sql.", "MQL"])
    def test_a_framework_by_its_name_alone(self, text: str, rests: Talk) -> None:
        """Where a framework was asked for, SQL is the one, and not the language."""
        assert text.strip(".").casefold() == rests.turn(text).interview.framework

    def test_a_statement(self, rests: Talk) -> None:
        """A statement about the account is taken, and changes what has to be asked."""
        turn = rests.turn("it is a SaaS company with 90 people")

        assert {"industry": "b2b_saas", "employees": 90} == rests.answers()
        assert turn.asking is not None

    @pytest.mark.parametrize(
        "text", ["Globex has 90 people", "does it have 90 people?", "like Globex they have 90 people"]
    )
    def test_not_about_it(self, text: str, rests: Talk) -> None:
        """What is about another account, or asks, is no statement about this one."""
        rests.say(text)

        assert {"industry": "public_sector"} == rests.answers()

    def test_changed(self, rests: Talk) -> None:
        """An answer is changed in a sentence, and why the verdict stands is the verdict's own card."""
        assert not isinstance(rests.say("why?").outcome, InterviewTurn)
        rests.say("change industry to saas")
        assert {"industry": "b2b_saas"} == rests.answers()


class TestChoosing:
    """Where two sources contradict each other."""

    @pytest.fixture
    def contested(self, talk: Talk) -> Talk:
        """A talk in which somebody is to choose between the answers of two people."""
        other = talk.as_other("bob")
        other.say("they have 80 people")
        turn = talk.asked("employees").turn("300")
        assert State.CHOOSING is turn.interview.state
        return talk

    @pytest.mark.parametrize(
        ("text", "values"), [("1", [300]), ("2", [80]), ("both", [80, 300]), ("no idea", [80, 300])]
    )
    def test_chosen(self, text: str, values: list[int], contested: Talk) -> None:
        """A word or a number chooses; not knowing leaves both."""
        assert State.CHOOSING is not contested.turn(text).interview.state
        with contested.desk.begin(writes=False) as work:
            answers = work.accounts.get(contested.memory.account_id or 0).answers

        assert values == sorted(each.value for each in answers if not each.retracted)  # type: ignore[type-var]

    def test_something_else(self, contested: Talk) -> None:
        """What is neither is answered beside it, and how to choose is said again."""
        response = contested.say("does it fit?")

        assert isinstance(response.outcome, Fit)
        assert "Which one holds?" in (response.stands or "")
        assert State.ASKING is contested.turn(f"{Keep.NEW.value}").interview.state


def test_handed_to_oneself(talk: Talk) -> None:
    """Whoever says "give it to me" goes on with it."""
    talk.asked("employees")
    other = talk.as_other("bob")
    turn = other.turn("give it to me")

    assert "bob" == turn.interview.lead
    assert other.memory.interview_id == turn.interview.id


def test_a_question_that_the_pack_lost(talk: Talk) -> None:
    """Where the pack does not know the question any more, what is said is no answer to another one."""
    talk.asked("meddic.metrics")
    talk.desk = replace(talk.desk, scorer=Scorer(talk.desk.pack.model_copy(update={"qualification": ()})))

    assert not isinstance(talk.say("yes").outcome, InterviewTurn)
    assert Event.SKIPPED in [each.happened for each in talk.turn("skip").happened]
    assert {} == talk.answers()


def test_an_interview_that_never_was(talk: Talk) -> None:
    """Nothing is the business of an interview that is not there."""
    assert hear("80", 99, None, [], talk.desk) is None


def test_gone(talk: Talk) -> None:
    """Where the interview is over, nothing is its business; one that never was is none either."""
    talk.asked("employees")
    interview_id = talk.memory.interview_id or 0
    talk.say("stop")

    assert hear("80", interview_id, None, [], talk.desk) is None
    assert {} == talk.answers()


def test_an_account_named_as_an_option(talk: Talk) -> None:
    """The name of an option is the answer, though an account goes by it; in a sentence of its own it is the account."""
    talk.asked("stack").say("Snowflake")

    assert "snowflake" in str(talk.answers()["stack"])


def test_naughty_strings(talk: Talk) -> None:
    """Whatever is typed, nobody meets anything but a FikaError, and no record is wrong."""
    talk.asked("cloud")
    start, talk.desk = talk.memory, replace(talk.desk, numbered=False)
    for text in STRINGS:
        talk.memory = start
        try:
            talk.say(text)
        except FikaError:
            continue

    assert {} == talk.answers()


WORDS = st.sampled_from([
    "saas", "80 people", "80", "1", "2", "yes", "no", "skip", "no idea", "back", "pause", "resume", "stop", "why?",
    "how many more?", "help", "same as before", "2M a month", "they use hubspot and are on aws", "go on", "MEDDIC",
    "does it fit?", "thanks", "ok", "undo", "Globex has 40 people", "does Globex fit?", "let's qualify Acme",
    "let's qualify Globex", "change headcount to 95", "change the budget", "hand it to kim", "give it to me", "both",
    "it is in the evaluate stage", "is it an MQL?", "Initech has 3 people", "notes: they have 33 people", "the CFO",
    "log a gap: no case study", "what should I work on?", "public sector", "europe", ":+1:", "Globex: 7", "",
])  # fmt: skip


@given(st.lists(WORDS | st.text(max_size=30), max_size=14))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_random_walks(tmp_path_factory: pytest.TempPathFactory, said: list[str]) -> None:
    """Whatever is said in whatever order: one answer a trait and message at the most, and memory holds what is open."""
    talk = Talk(desk_at(tmp_path_factory.mktemp("walk"))).add(ACME, "Globex")
    for text in said:
        before = _ids(talk)
        try:
            talk.say(text)
        except FikaError:
            continue
        new = [trait for answer_id, trait in _ids(talk).items() if answer_id not in before]
        assert len(new) == len(set(new))
        if talk.memory.interview_id is not None:
            assert look(talk.memory.interview_id, talk.desk).interview.is_open
            assert talk.memory.account_id == look(talk.memory.interview_id, talk.desk).answer.account.id
    assert 7 not in (talk.answers().get("employees"), talk.answers("Globex").get("employees"))
    assert 40 != talk.answers().get("employees")


def _ids(talk: Talk) -> dict[int, str]:
    """Every answer of every account, by its id."""
    with talk.desk.begin(writes=False) as work:
        accounts = [work.accounts.get(name.account_id) for name in work.accounts.names()]
    return {answer.id: answer.trait for account in accounts for answer in account.answers}


def test_undone_meanwhile(talk: Talk) -> None:
    """An answer that was taken back is no answer that was said just now."""
    slack = Talk(replace(talk.desk, numbered=False, now=Clock(timedelta(milliseconds=10))), talk.memory).asked("budget")
    [noted] = slack.turn("yes").noted
    retract_answers(
        slack.desk.ports, slack.desk.scope, slack.memory.account_id or 0, [noted.id], NOW, pack=slack.desk.pack
    )
    turn = act(slack.memory.interview_id or 0, None, Again("initiative"), slack.desk)
    slack.memory = replace(slack.memory, step=turn.interview.step)
    slack.say("yes")

    assert {"initiative": True} == slack.answers()


def test_memory_alone(talk: Talk) -> None:
    """What nobody asked is heard by no interview."""
    talk.memory = Memory(talk.memory.account_id)

    assert isinstance(talk.say("they have 80 people").outcome, Recorded)
