"""How many questions it takes. Run with `pytest tests/bench -m bench -s`; tables are printed, and only laws are asserted.

Every row but one is exact: all answers that an account may give are followed, each as often as it occurs. `paid` is what
the questions to the verdict cost, 1 + cost each; that is what the planner goes by, so it may ask a few cheap questions
more. The best possible are three policies, one for each number. Fewest in hindsight are the answers that prove the verdict,
or the action, to whom knows all of them; no policy can do that, and none can do better.

With FIKA_BENCH=0.1 in the environment the sample, the imported companies and the small packs are a tenth, for a quick
look. What is counted, and how, stands in `planning`.
"""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from bot.core.scorecard import Scorecard
from bot.core.worlds import Weights
from tests.bench.planning.instances import instance
from tests.bench.planning.lattice import Lattice
from tests.bench.planning.measured import Measured, the_verdict
from tests.bench.planning.policies import policies
from tests.bench.planning.spread import Spread
from tests.bench.planning.starts import COMPANIES, Starts, examples, imported, scorecard
from tests.bench.planning.walk import Tree, by_options, uniform, worlds
from tests.bench.test_scorer_bench import table

pytestmark = pytest.mark.bench

SCALE = min(max(float(os.environ.get("FIKA_BENCH", "1")), 0.05), 1.0)
SAMPLE = 1000
INSTANCES = 100
SIZES = (3, 4, 5, 6, 7)
PACKS = ("worked", "harbor", "posthog")
NEAR = 1e-9


def scaled(number: int) -> int:
    """So many, or fewer for a quick look."""
    return max(1, int(number * SCALE))


def report(title: str, card: Scorecard, starts: Starts, weights: Weights) -> None:
    """Print what every policy asks, beside what none can beat."""
    measured = Measured(card, starts, weights, scaled(SAMPLE))
    found = {name: measured.asked(policy) for name, policy in policies(card).items()}
    ours, of = found["planner"], found["pack order"]
    rows = [
        (name, *columns(asked.to_verdict, of.to_verdict), *columns(asked.to_action, of.to_action), f"{asked.paid:.2f}")
        for name, asked in found.items()
    ]
    fewest, best = measured.fewest(), measured.best()
    if best is not None:
        shares = best.to_verdict / of.to_verdict.mean, best.to_action / of.to_action.mean
        means = [(f"{mean:.2f}", "", "", f"{share:.1%}") for mean, share in zip(best[:2], shares, strict=True)]
        rows.append(("best possible", *means[0], *means[1], f"{best.paid:.2f}"))
        for asked in found.values():
            assert fewest[0].mean <= best.to_verdict + NEAR <= asked.to_verdict.mean + 2 * NEAR
            assert fewest[1].mean <= best.to_action + NEAR <= asked.to_action.mean + 2 * NEAR
            assert best.paid <= asked.paid + NEAR
    label = "fewest in hindsight" + ("" if measured.fits else f", {scaled(SAMPLE):,} drawn")
    rows.append((label, *columns(fewest[0], of.to_verdict), *columns(fewest[1], of.to_action), ""))
    head = ("", "to verdict", "median", "p90", "of pack order", "to action", "median", "p90", "of pack order", "paid")
    table(f"Questions: {title}", head, rows)
    if best is not None:
        dear, paid = ours.to_verdict.mean / best.to_verdict, ours.paid / best.paid
        print(
            f"  the planner asks {dear:.3f} times the fewest possible to the verdict, and pays {paid:.3f} times the least"
        )


def columns(spread: Spread, whole: Spread) -> tuple[object, ...]:
    """The columns of a policy: mean, median, p90 and the share of the whole questionnaire's mean."""
    return *spread.columns, f"{spread.mean / whole.mean:.1%}"


@pytest.mark.parametrize("name", PACKS)
def test_generated_accounts(name: str) -> None:
    """Prints what accounts take of which nothing is known."""
    card = scorecard(name)
    ways = {"cells": uniform(card)} | ({"options": by_options(card)} if name == "worked" else {})
    for of, weights in ways.items():
        count = worlds(card.everything, weights)
        report(f"{name}, nothing known, {count:,} worlds uniform over {of}", card, {card.everything: 1}, weights)


@pytest.mark.skipif(not COMPANIES.exists(), reason="the companies may not be committed; they are beside the checkout")
@pytest.mark.parametrize("name", PACKS)
def test_imported_companies(name: str) -> None:
    """Prints what imported start-ups take; what their rows do not prove is uniform over cells."""
    card, starts = scorecard(name), imported(name, SCALE)
    opened = {still: count for still, count in starts.items() if len(card.possibility.verdicts(still)) > 1}
    count = sum(opened.values())
    rest = sum(starts.values()) - count
    report(f"{name}, {count:,} start-ups; {rest:,} more need no question", card, opened, uniform(card))


def test_example_accounts() -> None:
    """Prints what the example accounts that come with a pack take, the decided ones included."""
    card, starts = scorecard("harbor"), examples("harbor")
    report(f"harbor, its {sum(starts.values())} example accounts", card, starts, uniform(card))


def test_small_packs() -> None:
    """Prints how near each policy comes to the best possible on small packs, of which nothing is known."""
    rows, every = [], list[Mapping[str, Fraction]]()
    for size in SIZES:
        found = [expected(instance(size, seed)) for seed in range(scaled(INSTANCES))]
        every += (opened := [each for each in found if each["best"]])
        rows.append(small_row(str(size), opened))
    rows.append(small_row("all", every))
    table(
        "Small packs: questions to the verdict that are expected of the best policy, and how many times as many of others;"
        " of the planner also by pack",
        ("traits", "packs", *every[0], "by pack: mean", "p90", "worst", "as good as best"),
        rows,
    )


def expected(card: Scorecard) -> dict[str, Fraction]:
    """The expected questions to the verdict, of the best policy and of others."""
    weights = uniform(card)
    count = worlds(card.everything, weights)
    found = {"best": Fraction(Lattice(card, card.everything, weights, the_verdict).questions(), count)}
    for name, policy in policies(card).items():
        ends = Tree(card, policy, weights).ends(card.everything)
        found[name] = Fraction(sum(ended.to_verdict * often for ended, often in ends.items()), count)
        assert found["best"] <= found[name]
    return found


def small_row(name: str, packs: Sequence[Mapping[str, Fraction]]) -> tuple[object, ...]:
    """A row of the table of small packs."""
    sums = Counter[str]()
    for pack in packs:
        sums.update(pack)
    best = float(sums.pop("best"))
    ratios = sorted(float(pack["planner"] / pack["best"]) for pack in packs)
    times = [f"{float(total) / best:.3f}" for total in sums.values()]
    mean, p90, equal = sum(ratios) / len(packs), ratios[int(0.9 * len(packs))], ratios.count(1.0) / len(packs)
    return (
        name,
        len(packs),
        f"{best / len(packs):.2f}",
        *times,
        f"{mean:.3f}",
        f"{p90:.3f}",
        f"{ratios[-1]:.3f}",
        f"{equal:.0%}",
    )
