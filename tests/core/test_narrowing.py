"""What an answer can change, how the verdicts narrowed, and that no more questions come than were promised."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.narrowing import Left, left_words, narrowed, narrowing_words, stakes, stakes_words
from bot.core.planner import Planner, Question
from bot.core.verdict import Verdict
from tests import oracle
from tests.strategies import Case, cases, either_but_not_both, scorecard_of, still_of

PRIMARY_A, PRIMARY_B, PRIMARY_C = Verdict.PRIMARY_A, Verdict.PRIMARY_B, Verdict.PRIMARY_C
NO_FIT, DISQUALIFIED = Verdict.NO_FIT, Verdict.DISQUALIFIED


def asks(**leaves: tuple[Verdict, ...]) -> Question:
    """A question with what each answer leaves."""
    return Question("budget", 0.5, Fraction(0), leaves)


# Stakes


@given(cases(most_worlds=150))
def test_stakes_are_exact(case: Case) -> None:
    """What a question may settle and rule out is what trying every answer on every world says."""
    judge, left = oracle.Judge(case.pack), case.left
    possible = judge.possible(left)
    for question in Planner(case.scorecard).questions(case.still):
        place = case.scorecard.index[question.trait]
        after = [judge.possible([*left[:place], [kind], *left[place + 1 :]]) for kind in left[place]]
        at_stake = stakes(question, [Verdict(each) for each in possible])

        assert {verdict for each in after if len(each) == 1 for verdict in each} == set(at_stake.settles)
        assert {verdict for each in after for verdict in possible - each} == set(at_stake.rules_out)
        assert at_stake.surely_settles == all(len(each) == 1 for each in after)
        assert sorted(question.leaves) == sorted(cell for each in at_stake.left for cell in each.cells)
        for each in at_stake.left:
            assert all(set(question.leaves[cell]) == set(each.verdicts) for cell in each.cells)
        assert len(at_stake.left) == len({each.verdicts for each in at_stake.left})


def test_answers_that_leave_the_same_stand_together() -> None:
    """Each different outcome is said once, with all its answers, the best verdict first."""
    question = asks(few=(NO_FIT, PRIMARY_A), some=(PRIMARY_A,), many=(PRIMARY_A, NO_FIT))
    at_stake = stakes(question, [NO_FIT, PRIMARY_A])

    assert ("budget", (PRIMARY_A, NO_FIT)) == (at_stake.trait, at_stake.possible)
    assert (Left(("few", "many"), (PRIMARY_A, NO_FIT)), Left(("some",), (PRIMARY_A,))) == at_stake.left
    assert ["leaves primary/A or no fit", "settles it as primary/A"] == [left_words(each) for each in at_stake.left]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (asks(yes=(PRIMARY_A,), no=(NO_FIT,)), "Moves Acme from open to primary/A or no fit."),
        (asks(yes=(PRIMARY_A,), no=(NO_FIT, PRIMARY_A)), "Could move Acme from open to primary/A."),
        (
            asks(yes=(PRIMARY_A,), no=(NO_FIT,), maybe=(NO_FIT, PRIMARY_A)),
            "Could move Acme from open to primary/A or no fit.",
        ),
        (asks(yes=(PRIMARY_A, NO_FIT), no=(PRIMARY_A, NO_FIT, DISQUALIFIED)), "Could rule out disqualified."),
        (asks(yes=(PRIMARY_A, NO_FIT), no=(NO_FIT, DISQUALIFIED)), "Could rule out primary/A or disqualified."),
    ],
)
def test_words_of_stakes(question: Question, words: str) -> None:
    """A question says in one line what its answer is able to change."""
    possible = {verdict for verdicts in question.leaves.values() for verdict in verdicts}

    assert words == stakes_words(stakes(question, sorted(possible)), "Acme")


def test_a_question_that_changes_nothing_alone_promises_nothing() -> None:
    """Where two answers decide together and neither alone, nothing is said to be ruled out."""
    card = scorecard_of(either_but_not_both())
    still = still_of(card, {"name": "x", "answers": {"c": True}})
    question = Planner(card).next_question(still)

    assert question is not None
    at_stake = stakes(question, sorted(card.possibility.verdicts(still)))
    assert ((), ()) == (at_stake.settles, at_stake.rules_out)
    assert "Changes nothing alone, but can together with another answer." == stakes_words(at_stake, "Acme")


# Narrowing


@given(st.sets(st.sampled_from(Verdict), min_size=1), st.sets(st.sampled_from(Verdict), min_size=1))
def test_narrowing_says_what_changed(before: set[Verdict], after: set[Verdict]) -> None:
    """What is gone and what is back are told, the best first, whichever way it went."""
    change = narrowed(before, after)

    assert (before - after, after - before) == (set(change.ruled_out), set(change.back))
    assert (before, after) == (set(change.before), set(change.after))
    for verdicts in (change.before, change.after, change.ruled_out, change.back):
        assert sorted(verdicts, key=lambda verdict: verdict.rank) == list(verdicts)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            [DISQUALIFIED, NO_FIT, PRIMARY_A, PRIMARY_B, PRIMARY_C],
            [PRIMARY_C, PRIMARY_B, PRIMARY_A],
            "5 verdicts were possible, 3 are left: primary/A, primary/B, primary/C. Ruled out: no fit, disqualified.",
        ),
        ([PRIMARY_A, NO_FIT], [NO_FIT], "2 verdicts were possible, 1 is left: no fit. Ruled out: primary/A."),
        ([PRIMARY_A, NO_FIT], [NO_FIT, PRIMARY_A], "Still possible: primary/A, no fit."),
        ([NO_FIT], [NO_FIT], "Still no fit."),
        (
            [PRIMARY_A],
            [PRIMARY_A, NO_FIT],
            "Possible again: no fit. Now 2 are possible: primary/A, no fit.",
        ),
        (
            [PRIMARY_A, PRIMARY_B],
            [NO_FIT],
            "Possible again: no fit. Ruled out: primary/A, primary/B. Now 1 is possible: no fit.",
        ),
    ],
)
def test_words_of_a_narrowing(before: list[Verdict], after: list[Verdict], words: str) -> None:
    """How the verdicts narrowed, stayed or widened, in a sentence or two."""
    assert words == narrowing_words(narrowed(before, after))
