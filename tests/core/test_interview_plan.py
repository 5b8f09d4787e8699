"""What is asked next: interrupted and revisited questions first, then what tells, then items, then the rest."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.core.interview import Dealt, Interview, Step
from bot.core.interview_plan import Agenda, is_pressing, next_asked, passed_over, to_go

AGENDA = Agenda(
    telling=["a", "b"], items=["i"], unanswered=["b", "c"], silent={"b", "c", "i"}, askable={"a", "b", "c", "i", "z"}
)
NEW = Interview(1, 1)
TRAITS = st.sampled_from(["a", "b", "c", "i", "z"])


def test_what_tells_comes_first() -> None:
    """While the verdict is open, what the planner asks is asked, in its order; what was passed over is left out."""
    assert "a" == next_asked(NEW, AGENDA)
    assert "b" == next_asked(replace(NEW, passed=frozenset({"a"})), AGENDA)
    assert next_asked(replace(NEW, passed=frozenset({"a", "b"})), AGENDA) is None


def test_then_the_framework_and_the_rest() -> None:
    """Items are asked where a framework was chosen, and everything else where somebody wants it all."""
    passed = replace(NEW, passed=frozenset({"a", "b"}))

    assert "i" == next_asked(replace(passed, framework="bant"), AGENDA)
    assert "c" == next_asked(replace(passed, goes_on=True), AGENDA)


def test_again() -> None:
    """What is to be asked again on purpose comes before all; what was only interrupted, while it is worth an answer."""
    assert "z" == next_asked(replace(NEW, again="z"), AGENDA)
    assert "z" == next_asked(replace(NEW, again="z", asks="z", revisits=True), AGENDA)
    assert "a" == next_asked(replace(NEW, again="z", asks="z"), AGENDA)
    assert "b" == next_asked(replace(NEW, again="b", asks="b"), AGENDA)
    assert "a" == next_asked(replace(NEW, again="gone"), AGENDA)


def test_pressing() -> None:
    """A question is worth an answer while it tells, or the framework or completeness wants it."""
    assert [True, False, False] == [is_pressing(each, NEW, AGENDA) for each in ("a", "i", "c")]
    assert is_pressing("i", replace(NEW, framework="bant"), AGENDA)
    assert is_pressing("c", replace(NEW, goes_on=True), AGENDA)


def test_to_go() -> None:
    """Each question counts once, with the one that stands."""
    assert 2 == to_go(NEW, AGENDA)
    assert 3 == to_go(replace(NEW, framework="bant"), AGENDA)
    assert 4 == to_go(replace(NEW, framework="bant", goes_on=True), AGENDA)
    assert 2 == to_go(replace(NEW, passed=frozenset({"a"}), asks="z"), AGENDA)


def test_taken_back() -> None:
    """What was answered is asked again once its answer is taken back; what was skipped is not."""
    both = replace(NEW, passed=frozenset({"a", "b"}))

    assert {"a", "b"} == passed_over(both, AGENDA)
    answered = replace(both, steps=(Step(1, "b", Dealt.ANSWERED), Step(2, "a", Dealt.ANSWERED)))
    assert {"a"} == passed_over(answered, AGENDA)
    assert {"a", "b"} == passed_over(replace(both, steps=(Step(1, "b", Dealt.SKIPPED),)), AGENDA)


def test_instead() -> None:
    """What would be asked instead of an item counts as to go, while the item does."""
    agenda = replace(AGENDA, instead={"i": {"x", "y"}})
    framed = replace(NEW, framework="bant")

    assert 5 == to_go(framed, agenda)
    assert 2 == to_go(replace(framed, passed=frozenset({"i"})), agenda)
    assert 2 == to_go(NEW, agenda)


@given(
    st.builds(
        Interview,
        st.just(1),
        st.just(1),
        asks=st.none() | TRAITS,
        again=st.none() | TRAITS,
        revisits=st.booleans(),
        passed=st.frozensets(TRAITS),
        goes_on=st.booleans(),
        framework=st.none() | st.just("bant"),
    )
)
def test_what_is_asked_counts(interview: Interview) -> None:
    """Where something is asked next, at least one question is to go once it stands; where nothing is, none is."""
    asked = next_asked(interview, AGENDA)
    if asked is None:
        assert 0 == to_go(replace(interview, asks=None), AGENDA)
    else:
        assert 1 <= to_go(replace(interview, asks=asked), AGENDA)
