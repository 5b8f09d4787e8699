"""What the bench of the planner counts by, held against following every world one by one; and the aims of the planner."""

from collections import Counter
from fractions import Fraction
from itertools import chain, combinations, product
from math import isclose, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.mapping import find_problems
from bot.core.planner import Planner
from bot.core.scorecard import Scorecard
from bot.core.verdict import Verdict
from tests import labelled, worked
from tests.bench.planning.certificate import Aim, fewest_answers, smallest_meeting
from tests.bench.planning.instances import instance
from tests.bench.planning.lattice import VERDICTS, Lattice, all_verdicts, states
from tests.bench.planning.measured import AIMS, Measured, drawn, the_verdict
from tests.bench.planning.policies import (
    Still,
    at_equal_cost,
    biggest_first,
    in_order,
    planned,
    policies,
)
from tests.bench.planning.spread import Spread
from tests.bench.planning.starts import PLAIN, examples, scorecard
from tests.bench.planning.walk import Ended, Optimum, Tree, by_options, follow, uniform, worlds
from tests.strategies import Case, cases, flag_pack, priors, scorecard_of

SMALL = cases(most_traits=5, most_worlds=24)


def all_worlds(still: Still) -> list[Still]:
    """Every way in which an account may turn out."""
    return [tuple((cell,) for cell in world) for world in product(*still)]


def least_set(scorecard: Scorecard, still: Still, hidden: Still, aim: Aim) -> int:
    """The size of the smallest set of answers that proves the aim, by trying all sets."""
    opened = [place for place, cells in enumerate(still) if len(cells) > 1]
    for some in chain.from_iterable(combinations(opened, size) for size in range(len(opened) + 1)):
        known = [hidden[place] if place in some else cells for place, cells in enumerate(still)]
        if len({aim(verdict) for verdict in scorecard.possibility.verdicts(known)}) == 1:
            return len(some)
    raise AssertionError(hidden)


@given(st.data(), SMALL)
def test_a_tree_is_every_world_followed(data: st.DataObject, case: Case) -> None:
    """For every policy the tree counts what following each world on its own does, and stops at the verdict of all answers."""
    card, weights = case.scorecard, data.draw(st.just(uniform(case.scorecard)) | priors(case.scorecard))
    for policy in policies(card).values():
        expected = Counter[Ended]()
        for hidden in all_worlds(case.still):
            ended = follow(card, policy, case.still, hidden)
            assert {ended.verdict} == card.possibility.verdicts(hidden)
            rows = zip(case.still, hidden, weights, strict=True)
            expected[ended] += prod(row[cell] for cells, (cell,), row in rows if len(cells) > 1)

        ends = Tree(card, policy, weights).ends(case.still)

        assert expected == Counter(ends)
        assert worlds(case.still, weights) == sum(ends.values())


@given(SMALL)
def test_nothing_asks_less_than_what_proves(case: Case) -> None:
    """In no world does a policy ask fewer questions than prove the verdict or the action in hindsight."""
    card = case.scorecard
    for hidden in all_worlds(case.still):
        verdict, action = (len(fewest_answers(card, case.still, hidden, aim)) for aim in AIMS)
        assert action <= verdict
        for policy in policies(card).values():
            ended = follow(card, policy, case.still, hidden)
            assert verdict <= ended.to_verdict
            assert action <= ended.to_action <= ended.to_verdict


@given(SMALL)
def test_the_fewest_answers_are_the_fewest(case: Case) -> None:
    """Three ways to find them agree in every world: doubts that must be met, all states at once, and trying all sets."""
    card = case.scorecard
    for aim in AIMS:
        by_states = iter(Lattice(card, case.still, uniform(card), aim).fewest_answers().ravel().tolist())
        for hidden in all_worlds(case.still):
            expected = least_set(card, case.still, hidden, aim)

            assert expected == len(fewest_answers(card, case.still, hidden, aim))
            assert expected == next(by_states)


@given(st.data(), SMALL)
def test_all_verdicts_are_those_of_the_scorer(data: st.DataObject, case: Case) -> None:
    """The arrays hold the verdict of each world and how often it occurs."""
    card, weights = case.scorecard, data.draw(priors(case.scorecard))
    every = all_worlds(case.still)
    expected = [card.possibility.verdicts(hidden) for hidden in every]

    assert expected == [{VERDICTS[place]} for place in all_verdicts(card, case.still).ravel().tolist()]
    assert worlds(case.still, weights) == Lattice(card, case.still, weights, the_verdict).frequencies.sum()


@given(st.data(), cases(most_traits=4, most_worlds=40))
def test_the_best_policy_is_found_in_two_ways(data: st.DataObject, case: Case) -> None:
    """Trying every question after every answer, and working back from all states: the same, and no policy asks fewer."""
    card, weights = case.scorecard, data.draw(priors(case.scorecard))
    lattice = Lattice(card, case.still, weights, the_verdict)
    best, least_paid = lattice.questions(), lattice.paid()

    assert Optimum(card, weights).questions(case.still) == best
    for policy in policies(card).values():
        tree = Tree(card, policy, weights)
        assert best <= sum(ended.to_verdict * count for ended, count in tree.ends(case.still).items())
        assert least_paid <= tree.paid(case.still)


def test_the_best_policy_of_a_pack_worked_out_by_hand() -> None:
    """A gate that fails half of all accounts comes first; then either of two flags, and the other one half of the time."""
    required = {"points": {"yes": 5}, "required": True}
    one = {"points": {"yes": 1}}
    ratings = {"a": one, "b": one, "gate": required}
    plain = flag_pack({"a": 1, "b": 3, "gate": 0}, {"primary": ratings}, tiers={"A": 100, "B": 0, "C": 0})
    card = scorecard_of(plain)
    lattice = Lattice(card, card.everything, uniform(card), the_verdict)

    tree = Tree(card, planned(card, Planner(card)), uniform(card))

    # Of 8 worlds 4 end after the gate, 2 after one flag more and 2 after both.
    assert 4 * 1 + 2 * 2 + 2 * 3 == lattice.questions()
    # The gate costs 1, the cheaper flag 2 and the dearer one 4.
    assert 4 * 1 + 2 * 3 + 2 * 7 == lattice.paid()
    assert 4 * 1 + 2 * 3 + 2 * 7 == tree.paid(card.everything)
    assert 27 == states(card.everything)
    # In hindsight either flag that is missing proves as much as both.
    assert [1, 1, 1, 1, 2, 2, 2, 3] == sorted(lattice.fewest_answers().ravel().tolist())


@given(st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=4), max_size=8))
def test_a_smallest_meeting_set_is_smallest(sets: list[frozenset[int]]) -> None:
    """It meets every set, and no smaller one does."""
    found = smallest_meeting(sets)

    assert all(found & each for each in sets)
    for smaller in combinations(range(7), max(0, len(found) - 1)):
        assert not found or not all(each.intersection(smaller) for each in sets)


class TestPolicies:
    """The order in which policies ask."""

    def test_biggest_first(self) -> None:
        """Traits come by their biggest rating in any ICP, knock-outs with the biggest, equal ones in pack order."""
        card = worked.scorecard()
        ids = [card.traits[place].id for place in biggest_first(card)]

        assert ["industry", "employees", "must_haves", "cloud", "life_cycle"] == ids[:5]
        assert ["revenue", "journey", "decider"] == ids[-3:]

    def test_a_plain_order_asks_what_is_open(self) -> None:
        """What is known is not asked."""
        ask = in_order([2, 0, 1])

        assert 2 == ask([(0, 1), (0, 1), (0, 1)])
        assert 0 == ask([(0, 1), (0, 1), (1,)])

    def test_equal_cost(self) -> None:
        """Where costs are made equal the planner asks for no other reason than what an answer settles."""
        ratings = {"a": {"points": {"yes": 3}}, "b": {"points": {"yes": 5}}}
        card = scorecard_of(flag_pack({"a": 0, "b": 3}, {"primary": ratings}))
        equal = at_equal_cost(card)

        assert 0 == planned(card, Planner(card))(card.everything)
        assert 1 == planned(equal, Planner(equal))(card.everything)
        assert {"planner", "planner, costs made equal"} < set(policies(card))
        assert "planner, costs made equal" not in policies(equal)


def test_a_spread() -> None:
    """Mean, median and p90 are those of the numbers as often as they were added."""
    spread = Spread()
    for number, share in ((3, Fraction(1, 2)), (1, 4), (9, Fraction(1, 2))):
        spread.add(number, share)

    assert ("2.00", 1, 3) == spread.columns
    assert 9 == spread.quantile(Fraction(91, 100))
    assert isclose(2.0, spread.mean)


def test_options_that_share_a_cell() -> None:
    """Where options are equally frequent, a cell is as frequent as it has options."""
    card = worked.scorecard()
    weights = by_options(card)

    assert (1, 1, 2, 1) == weights[card.index["industry"]]
    assert (663_552, 829_440) == (worlds(card.everything, uniform(card)), worlds(card.everything, weights))


def test_a_sample_holds_each_cell_as_often_as_it_should() -> None:
    """Each cell of an open trait comes up in its share of the sample, and what is known in all of it."""
    still, weights = ((0, 1, 2), (1,), (0, 1)), [(1, 2, 1), (1, 1), (1, 1)]
    sample = drawn(still, weights, 8)

    assert {(0,): 2, (1,): 4, (2,): 2} == Counter(hidden[0] for hidden in sample)
    assert {(1,): 8} == Counter(hidden[1] for hidden in sample)
    assert {(0,): 4, (1,): 4} == Counter(hidden[2] for hidden in sample)
    assert sample == drawn(still, weights, 8)


def test_a_sample_agrees_with_the_whole() -> None:
    """Where the states are too many the fewest answers are counted for a sample, and no best policy is claimed."""
    card = instance(5, 0)
    measured = Measured(card, {card.everything: 3}, uniform(card), 600)
    whole = measured.fewest()
    assert measured.best() is not None

    part = Measured(card, {card.everything: 3}, uniform(card), 600, most_states=0)

    assert part.best() is None
    for one, other in zip(whole, part.fewest(), strict=True):
        assert abs(one.mean - other.mean) < 0.15


class TestStarts:
    """What is known when asking begins."""

    @pytest.mark.parametrize("name", ["worked", "harbor"])
    def test_the_plain_mapping_fits(self, name: str) -> None:
        """A pack without a mapping of its own has the traits that the plain one reads."""
        assert [] == find_problems(PLAIN, labelled.pack(name), None)

    def test_the_examples(self) -> None:
        """Every example account counts; those with the same future count together."""
        starts = examples("harbor")

        assert 36 == sum(starts.values())
        assert len(starts) < 36
        assert all(len(still) == len(scorecard("harbor").traits) for still in starts)


class TestAims:
    """What the planner is held to."""

    def test_two_thirds_of_the_questions(self) -> None:
        """On the worked-example pack, every option being as frequent, at most 66 % of what pack order asks are asked."""
        card = worked.scorecard()
        weights, found = by_options(card), policies(card)
        asked = {
            name: sum(
                ended.to_verdict * count
                for ended, count in Tree(card, found[name], weights).ends(card.everything).items()
            )
            for name in ("planner", "pack order")
        }

        assert asked["planner"] <= 0.66 * asked["pack order"]

    def test_near_the_best(self) -> None:
        """On small packs the planner asks at most a tenth more than the best policy, on average."""
        best = ours = Fraction(0)
        for seed in range(12):
            card = instance(5, seed)
            weights = uniform(card)
            count = worlds(card.everything, weights)
            ends = Tree(card, planned(card, Planner(card)), weights).ends(card.everything)
            best += Fraction(Optimum(card, weights).questions(card.everything), count)
            ours += Fraction(sum(ended.to_verdict * often for ended, often in ends.items()), count)

        assert best <= ours <= best * Fraction(11, 10)
        assert best > 12

    def test_every_world_of_the_worked_example(self) -> None:
        """Where the planner stops, in each of 663,552 worlds, the verdict is that of all answers."""
        card = worked.scorecard()
        ends = Tree(card, planned(card, Planner(card)), uniform(card)).ends(card.everything)
        found = Counter[Verdict]()
        for ended, count in ends.items():
            found[ended.verdict] += count

        every = Counter(all_verdicts(card, card.everything).ravel().tolist())
        assert {VERDICTS[place]: count for place, count in every.items()} == found
