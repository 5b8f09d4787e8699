"""Worlds: the arithmetic on grids says what visiting every world says."""

from collections import Counter
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.census import Census
from bot.core.pack import Drain, Tiers
from bot.core.verdict import Verdict
from bot.core.worlds import Possibility, Race, Step, Weights
from tests import oracle, worked
from tests.strategies import (
    Case,
    Json,
    cases,
    completions,
    either_but_not_both,
    flag_pack,
    kind_of_cell,
    left_of,
    narrowed,
    priors,
    scorecard_of,
    still_of,
)

_ALL_OPEN = {"name": "none", "answers": {}}


@given(cases())
def test_possible_verdicts_are_those_of_all_worlds(case: Case) -> None:
    """The set of possible verdicts is exactly the set of verdicts over all completions."""
    possible = case.scorecard.possibility.verdicts(case.still)

    assert oracle.Judge(case.pack).possible(case.left) == {verdict.value for verdict in possible}


@given(st.data(), cases())
def test_narrowing_never_enlarges(data: st.DataObject, case: Case) -> None:
    """Knowing more never makes a verdict possible that was impossible before."""
    less = data.draw(narrowed(case.still))

    assert case.scorecard.possibility.verdicts(less) <= case.scorecard.possibility.verdicts(case.still)


@given(st.data(), cases(most_worlds=10**6))
def test_a_full_account_has_one_verdict_and_it_was_possible(data: st.DataObject, case: Case) -> None:
    """However an account turns out, it has one verdict, the rules' own, and that was among the possible ones."""
    world = data.draw(completions(case.still))
    verdicts = case.scorecard.possibility.verdicts(world)
    (kinds,) = product(*left_of(case, world))

    assert {oracle.Judge(case.pack).verdict(kinds)} == {verdict.value for verdict in verdicts}
    assert verdicts <= case.scorecard.possibility.verdicts(case.still)


@given(cases(most_worlds=10**6))
def test_the_board_is_not_changed_by_use(case: Case) -> None:
    """One board serves many accounts: what it says does not depend on what it was asked before."""
    used, fresh = case.scorecard.possibility, Possibility(case.scorecard.race)
    used.verdicts(case.scorecard.everything)

    assert fresh.verdicts(case.still) == used.verdicts(case.still)


def _counted(case: Case, weights: Weights, trait: int, cell: int) -> dict[str, int]:
    """For one answer, how often each verdict comes up over all worlds of the other open traits."""
    judge, still = oracle.Judge(case.pack), case.still
    counts: Counter[str] = Counter()
    others = {place for place, cells in enumerate(still) if len(cells) > 1 and place != trait}
    for world in product(*still[:trait], [cell], *still[trait + 1 :]):
        kinds = tuple(kind_of_cell(case, place, each) for place, each in enumerate(world))
        counts[judge.verdict(kinds)] += prod(
            weights[place][each] for place, each in enumerate(world) if place in others
        )
    return dict(counts)


@given(st.data(), cases(most_worlds=100))
def test_outlooks_count_every_world(data: st.DataObject, case: Case) -> None:
    """For each open trait and each answer to it, the weighted number of worlds of every verdict is exact."""
    weights = data.draw(priors(case.scorecard))
    outlooks = Census(case.scorecard.race, weights).survey(case.still).outlooks()

    assert [place for place, cells in enumerate(case.still) if len(cells) > 1] == list(outlooks)
    for trait, each in outlooks.items():
        assert list(case.still[trait]) == [outlook.cell for outlook in each]
        for outlook in each:
            assert weights[trait][outlook.cell] == outlook.weight
            counts = {verdict.value: count for verdict, count in outlook.verdicts.items()}
            assert _counted(case, weights, trait, outlook.cell) == counts


@pytest.mark.parametrize("known", [{}, {"a": False}, {"a": True, "h": False}, {"a": False, "c": False, "e": True}])
@pytest.mark.parametrize("disqualify", [5, 20, 60, 100])
def test_outlooks_of_accounts_that_drain_far_too_much(known: Json, disqualify: int) -> None:
    """Worlds that drain many times what disqualifies are counted as disqualified, and as nothing else."""
    points = dict(zip("abcdefgh", (1, 3, 5, 1, 3, 5, 1, 3), strict=True))
    icps: dict[str, Json] = {
        "primary": {each: {"points": {"yes": more, "no": -1}} for each, more in points.items()},
        "secondary": {each: {"points": {"no": more}} for each, more in points.items()},
        "negative": {each: {"points": {"no": -more}} for each, more in points.items()},
    }
    plain = flag_pack("abcdefgh", icps, drain={"cap": 5, "disqualify": disqualify})
    case = Case(plain, {"name": "x", "answers": known}, scorecard_of(plain))
    weights = [(1, 2)] * len(points)

    for trait, each in Census(case.scorecard.race, weights).survey(case.still).outlooks().items():
        for outlook in each:
            counts = {verdict.value: count for verdict, count in outlook.verdicts.items()}
            assert _counted(case, weights, trait, outlook.cell) == counts


@given(cases(most_worlds=100))
def test_relevant_traits_are_those_that_can_change_a_world(case: Case) -> None:
    """A trait is relevant exactly if two worlds that differ only in it differ in verdict."""
    judge = oracle.Judge(case.pack)

    for trait, cells in enumerate(case.still):
        if len(cells) > 1:
            assert oracle.matters(judge, case.left, trait) == case.scorecard.possibility.relevant(case.still, trait)


def test_worked_pack_all_open() -> None:
    """Of the 663,552 worlds of the worked pack's cells, with nothing known every verdict is possible."""
    card = worked.scorecard()

    assert 663_552 == prod(len(cells) for cells in card.cells)
    assert set(Verdict) == card.possibility.verdicts(still_of(card, _ALL_OPEN))


def test_outlooks_of_the_worked_pack_count_all_worlds() -> None:
    """With nothing known, the outlooks of every trait add up to all 663,552 worlds, and agree with each other."""
    card = worked.scorecard()
    survey = Census(card.race, [(1,) * len(cells) for cells in card.cells]).survey(card.everything)
    sums = set()
    for each in survey.outlooks().values():
        total: Counter[str] = Counter()
        for outlook in each:
            total.update({verdict.value: count for verdict, count in outlook.verdicts.items()})
        sums.add(tuple(sorted(total.items())))

    assert 1 == len(sums)
    assert 663_552 == sum(count for _, count in sums.pop())


def test_a_race_without_traits_is_decided() -> None:
    """With no trait at all there is one world: nobody fits."""
    race = Race((), (), Tiers(), Drain(), 0, 0, 0)

    assert {Verdict.NO_FIT} == Possibility(race).verdicts(())
    assert {} == Census(race, ()).survey(()).outlooks()


def test_a_trait_of_knockouts_only_disqualifies() -> None:
    """Where every still-possible cell of a trait is a knock-out, nothing else is possible."""
    step = Step(points=(), drain=0, passes=0, knockout=True)
    race = Race((), ((step,),), Tiers(), Drain(), 0, 0, 0)

    assert {Verdict.DISQUALIFIED} == Possibility(race).verdicts(((0,),))


def test_a_gate_matters_where_points_do_not() -> None:
    """Where any points make an A, a gate still decides, and only a gate."""
    ratings = {"a": {"points": {"yes": 1}, "required": True}, "b": {"points": {"yes": 1}}}
    card = scorecard_of(flag_pack("ab", {"primary": ratings}, tiers={"A": 0, "B": 0, "C": 0}))

    assert {Verdict.PRIMARY_A, Verdict.NO_FIT} == card.possibility.verdicts(card.everything)
    assert [True, False] == [card.possibility.relevant(card.everything, trait) for trait in (0, 1)]


def test_a_trait_may_matter_although_it_tells_nothing() -> None:
    """Two flags of which exactly one must be set: neither answer shifts the odds, and still both matter."""
    card = scorecard_of(either_but_not_both())
    still = still_of(card, {"name": "x", "answers": {"c": True}})
    outlooks = Census(card.race, [(1, 1)] * 3).survey(still).outlooks()

    for trait in (0, 1):
        assert outlooks[trait][0].verdicts == outlooks[trait][1].verdicts
        assert card.possibility.relevant(still, trait)
