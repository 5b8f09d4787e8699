"""Spending: never free, never more than can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.llm.spending import Prices, Usage, tokens_in, tokens_out
from bot.ports.model import Spent


@pytest.mark.parametrize(
    ("characters", "tries", "counted", "tokens"),
    [
        (9, 1, 0, 3),
        (10, 1, 0, 4),
        (10, 3, 0, 12),
        (10, 1, 90, 90),
        (10, 2, 90, 94),
        (10, 0, 90, 0),
        (10, 1, 10**9, 4_040),
    ],
)
def test_a_question_costs_what_was_sent(characters: int, tries: int, counted: int, tokens: int) -> None:
    """By the server's count of the last try, by the length of all others, and nothing where nothing was sent."""
    assert tokens == tokens_in(characters, tries, counted)


@given(st.integers(1, 10**6), st.integers(1, 3), st.integers(-(10**12), 10**12))
def test_what_was_sent_is_never_free_and_never_absurd(characters: int, tries: int, counted: int) -> None:
    """Whatever a server counts, the tokens of a question lie between one and what its bytes can be."""
    assert 0 < tokens_in(characters, tries, counted) <= tries * (4 * characters + 4_000)


@pytest.mark.parametrize(
    ("characters", "counted", "tokens"), [(0, 0, 0), (1, 0, 1), (1, 7, 7), (1, 99, 50), (999, 0, 50)]
)
def test_an_answer_costs_no_more_than_it_could_have(characters: int, counted: int, tokens: int) -> None:
    """What was asked for bounds what is counted."""
    assert tokens == tokens_out(characters, counted, 50)


@pytest.mark.parametrize(
    ("prices", "cost"), [(Prices(0, 0), 0), (Prices(0.25, 2), 45), (Prices(1, 0), 100), (Prices(0.001, 0), 1)]
)
def test_a_cost_is_rounded_up(prices: Prices, cost: int) -> None:
    """Dollars for a million tokens are millionths of a dollar for one; no call that costs goes for nothing."""
    assert Spent(100, 10, cost) == prices.of(100, 10)


def test_servers_count_on() -> None:
    """The larger of two counts is the later one."""
    assert Usage(3, 9) == Usage(3, 1).most(Usage(0, 9))
