"""What is clicked in an interview: each button counts for the question and the choice under which it stood."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.disagreement import Keep
from bot.core.errors import InterviewRefused, InterviewUnknown, NotAllowed
from bot.core.interview import State
from bot.core.language.reading import Reading
from bot.core.move import Back, Choose, HandOver, Pick, Say, Skip
from bot.flows.accounts import add_account, record_answers
from bot.flows.desk import Desk
from bot.flows.discovery import handed_to, memory_of
from bot.flows.fit import Scorer
from bot.flows.interview import act, choices_at, look, start
from bot.flows.interview_heard import hear
from bot.flows.interview_turn import InterviewTurn
from bot.flows.outcome import Memory
from tests.small import NOW, SCOPE, TODAY, answer, pack, ports_at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where Ann goes through the questions."""
    return Desk(Scorer(pack()), SCOPE.team, ports_at(tmp_path), "ann", lambda: NOW, TODAY)


@pytest.fixture
def first(desk: Desk) -> InterviewTurn:
    """The first question about an account of which nothing is known."""
    return start(add_account(desk.ports, desk.scope, "Acme").id, desk)


def asks(turn: InterviewTurn) -> str:
    """The trait that a turn asks about."""
    assert turn.asking is not None
    return turn.asking.trait.id


def test_back_clicked_twice_goes_back_once(first: InterviewTurn, desk: Desk) -> None:
    """The second click stood under a question that is past by then."""
    second = act(first.interview.id, 1, Skip(), desk)
    third = act(first.interview.id, 2, Skip(), desk)
    back = act(first.interview.id, 3, Back(), desk)
    again = act(first.interview.id, 3, Back(), desk)

    assert asks(second) == asks(back) == asks(again)
    assert 3 == third.interview.step
    assert again.said.late is not None
    assert () == again.happened


def test_back_leads_on_from_a_verdict(first: InterviewTurn, desk: Desk) -> None:
    """Also where nothing is asked any more, and also there only once."""
    settled = act(first.interview.id, 1, Pick(asks(first), "other"), desk)
    while settled.interview.state is State.ASKING:
        settled = act(first.interview.id, settled.interview.step, Skip(), desk)
    last = settled.interview.steps[-1].trait
    back = act(first.interview.id, settled.interview.step, Back(), desk)

    assert last == asks(back)
    assert act(first.interview.id, settled.interview.step, Back(), desk).said.late is not None


def test_a_choice_counts_for_the_disagreement_under_which_it_stood(first: InterviewTurn, desk: Desk) -> None:
    """Of two, a click on the first one never settles the second."""
    account_id = first.answer.account.id
    others = [answer("employees", 60, "bob"), answer("budget", value=False, name="bob")]
    record_answers(desk.ports, desk.scope, account_id, others, desk.pack)
    stated = (Reading("employees", 600, "600"), Reading("budget", True, "a budget"))  # noqa: FBT003 - the value
    both = act(first.interview.id, None, Say(stated), desk)
    assert both.disagreement is not None
    clicked = Choose(Keep.NEW, both.disagreement.new.id)
    one = act(first.interview.id, None, clicked, desk)
    late = act(first.interview.id, None, clicked, desk)

    assert one.disagreement is not None
    assert one.disagreement.trait != both.disagreement.trait
    assert one.disagreement == late.disagreement
    assert "That one was settled already." == late.said.misread
    done = act(first.interview.id, None, Choose(Keep.OLD, one.disagreement.new.id), desk)
    assert State.ASKING is done.interview.state


def test_the_choices_of_a_question_can_be_looked_up(first: InterviewTurn, desk: Desk) -> None:
    """Also once it is past; what was never asked has none."""
    act(first.interview.id, 1, Skip(), desk)
    trait, choices = choices_at(first.interview.id, 1, desk)

    assert first.asking is not None
    assert (first.asking.trait.id, first.asking.choices) == (trait, choices)
    with pytest.raises(InterviewRefused):
        choices_at(first.interview.id, 99, desk)
    with pytest.raises(InterviewUnknown):
        choices_at(99, 1, desk)


def test_a_colleague_is_looked_up_before_anything_is_written(first: InterviewTurn, desk: Desk) -> None:
    """Who they are is told by the place; whoever cannot go on gets nothing."""

    def known(named: str) -> str:
        if named != "@Kim":
            raise NotAllowed("Nobody is called so.")
        return "U1"

    there = replace(desk, colleague=known)
    with pytest.raises(NotAllowed):
        act(first.interview.id, None, HandOver("Lee"), there)
    assert "ann" == look(first.interview.id, desk).interview.lead
    turn = act(first.interview.id, None, HandOver("@Kim"), there)

    assert ("U1", "U1") == (turn.interview.lead, handed_to(turn))
    assert Memory(first.answer.account.id) == memory_of(turn)
    assert handed_to(look(first.interview.id, desk)) is None


def test_whoever_takes_it_over_goes_on(first: InterviewTurn, desk: Desk) -> None:
    """Handed to oneself, what is typed goes on answering."""
    turn = act(first.interview.id, None, HandOver("ann"), desk)

    assert handed_to(turn) is None
    assert first.interview.id == memory_of(turn).interview_id


@pytest.mark.parametrize(
    ("trait", "said", "value"),
    [
        ("industry", "B2B SaaS", "saas"),
        ("industry", " b2b saas ", "saas"),
        ("employees", "50 to 200", {"min": 50, "max": 200}),
        ("stack", "salesforce", {"at_least": ["salesforce"]}),
        ("budget", "yes", True),
    ],
)
def test_what_stands_on_a_button_can_be_typed(
    trait: str, said: str, value: object, first: InterviewTurn, desk: Desk
) -> None:
    """Word for word it is that answer, whatever else the words could mean."""
    turn = hear(f"ask about {trait}", first.interview.id, None, [], desk)
    assert turn is not None
    assert trait == asks(turn)
    turn = hear(said, first.interview.id, turn.interview.step, [], desk)

    assert turn is not None
    assert [(trait, value)] == [(each.trait, each.value) for each in turn.noted]
