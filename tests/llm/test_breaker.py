"""The breaker: three failures in a row, a rest, and one trial."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.llm.breaker import IN_A_ROW, REST, Breaker
from bot.ports.model import Failure, ModelFailed


class _Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _fail(why: Failure | None) -> None:
    if why:
        raise ModelFailed(why)


def _call(breaker: Breaker, why: Failure | None) -> Failure | None:
    try:
        with breaker.call():
            _fail(why)
    except ModelFailed as failed:
        return failed.why
    return None


def test_it_rests_after_three_failures_in_a_row() -> None:
    """Two failures and a success are no reason; three failures are."""
    breaker = Breaker(_Clock())
    tries = [Failure.TIMEOUT, Failure.TIMEOUT, None, Failure.TIMEOUT, Failure.BUSY, Failure.EMPTY, None]

    assert [*tries[:-1], Failure.RESTING] == [_call(breaker, each) for each in tries]


@pytest.mark.parametrize("raised", [ModelFailed(Failure.STOPPED), ZeroDivisionError(), KeyboardInterrupt()])
def test_what_the_listener_raises_speaks_for_the_model(raised: BaseException) -> None:
    """A model that was heard is well, whatever became of what it said."""
    breaker = Breaker(_Clock())
    for _ in range(2):
        _call(breaker, Failure.TIMEOUT)
    with pytest.raises(type(raised)), breaker.call():
        raise raised

    assert [Failure.TIMEOUT] * 3 == [_call(breaker, Failure.TIMEOUT) for _ in range(3)]


def test_one_trial_at_a_time() -> None:
    """When the rest is over exactly one call goes through; all others still rest until it is done."""
    clock = _Clock()
    breaker = Breaker(clock)
    for _ in range(IN_A_ROW):
        _call(breaker, Failure.TIMEOUT)
    clock.now = REST
    with breaker.call():
        assert [Failure.RESTING] * 3 == [_call(breaker, None) for _ in range(3)]

    assert [None, None] == [_call(breaker, None) for _ in range(2)]


def test_a_trial_that_never_comes_back_is_not_the_last_one() -> None:
    """The next one begins when another rest is over."""
    clock = _Clock()
    breaker = Breaker(clock)
    for _ in range(IN_A_ROW):
        _call(breaker, Failure.TIMEOUT)
    clock.now = REST
    lost = breaker.call()
    lost.__enter__()
    clock.now = 2 * REST

    assert _call(breaker, None) is None


@given(st.lists(st.tuples(st.sampled_from([None, Failure.TIMEOUT]), st.floats(0, 40)), max_size=60))
def test_it_never_lets_more_through_than_it_says(tries: list[tuple[Failure | None, float]]) -> None:
    """Between two calls that are let in after three failures in a row lies a whole rest."""
    clock = _Clock()
    breaker, row, last = Breaker(clock), 0, 0.0
    for why, later in tries:
        clock.now += later
        outcome = _call(breaker, why)
        assert (outcome is Failure.RESTING) == (row >= IN_A_ROW and clock.now < last + REST)
        if outcome is not Failure.RESTING:
            row, last = (row + 1 if why else 0), clock.now


def test_threads_share_it() -> None:
    """However many threads fail together, the model rests afterwards and one of them tries."""
    clock = _Clock()
    breaker = Breaker(clock)
    together = threading.Barrier(8)
    let_in: list[bool] = []

    def fail() -> None:
        together.wait()
        _call(breaker, Failure.TIMEOUT)

    def attempt() -> None:
        together.wait()
        try:
            with breaker.call():
                let_in.append(True)
                together.wait()
        except ModelFailed:
            together.wait()

    for work in (fail, attempt):
        clock.now = REST if work is attempt else 0.0
        threads = [threading.Thread(target=work) for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

    assert [True] == let_in
