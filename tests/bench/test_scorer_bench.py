"""What the scorer costs. Run with `pytest tests/bench -m bench -s`; every bench prints a table and asserts only what is true.

Times are the least of several repetitions: everything above the least is somebody else's work on the same machine.
"""

import random
from collections.abc import Callable, Sequence
from functools import partial, reduce
from itertools import product
from time import perf_counter
from timeit import Timer
from typing import Any

import numpy as np
import pytest

from bot.core.cell import Cells
from bot.core.fit import assess
from bot.core.icp import Role
from bot.core.measure import measure
from bot.core.planner import Planner
from bot.core.scorecard import Scorecard
from bot.core.verdict import DrainLevel, Tier, Verdict, conclude, drain_level, least_points
from tests import worked
from tests.strategies import TODAY, Json, scorecard_of

pytestmark = pytest.mark.bench

SIZES = (5, 10, 14, 20, 30, 40)


def best(run: Callable[[], object], seconds: float = 0.3) -> float:
    """The least time of one run, in seconds."""
    timer = Timer(run)
    once = max(timer.timeit(1), 1e-7)
    number = max(1, int(seconds / 5 / once))
    return min(timer.repeat(5, number)) / number


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table."""
    lines = [list(map(str, row)) for row in (head, *rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    print(f"\n{title}")
    for line in lines:
        print("  " + "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)))


# (a) one fully known account, against an if-chain


def if_chain(a: Json) -> tuple[int, bool, int, int, bool, int]:  # noqa: C901, PLR0912, PLR0915 - the point is to be flat
    """Points, gate and fit of both ICPs of the worked pack, as one would write it by hand for that pack alone."""
    p = s = 0
    gate_p = gate_s = True
    industry = a["industry"]
    if industry == "b2b_saas":
        p += 5
        s += 5
    elif industry == "fintech":
        s += 5
        gate_p = False
    else:
        gate_p = gate_s = False
    employees = a["employees"]
    if 50 <= employees <= 200:
        p += 5
        gate_s = False
    elif 201 <= employees <= 1000:
        s += 5
        gate_p = False
    else:
        gate_p = gate_s = False
    if 2_000_000 <= a["revenue"] <= 50_000_000:
        p += 1
    life_cycle = a["life_cycle"]
    if life_cycle == "growth":
        p += 3
        s += 1
    elif life_cycle == "mature":
        p += 1
        s += 3
    elif life_cycle == "startup":
        p += 1
    else:
        p -= 3
        s -= 3
    technology = a["technology"]
    if technology == "high":
        p += 3
        s += 3
    elif technology == "mid":
        p += 1
        s += 1
    else:
        p -= 3
        s -= 1
    if a["initiative"]:
        p += 3
        s += 3
    jobs = a["jobs"]
    if jobs == "yes_all":
        p += 3
        s += 3
    elif jobs == "partly":
        p += 1
        s += 1
    else:
        p -= 3
        s -= 3
    journey = a["journey"]
    if journey == "small_committee":
        p += 1
        s += 1
    elif journey == "large_committee":
        p -= 1
        s += 1
    else:
        s -= 1
    must_haves = a["must_haves"]
    if must_haves == "all":
        p += 3
        s += 3
    elif must_haves == "most":
        p += 1
        s += 1
    if a["decider"] == "known":
        p += 1
    if a["budget"]:
        p += 3
        s += 3
    if a["prior_purchase"]:
        p += 1
        s += 3
    if a["location"] == "us":
        p += 3
        s += 1
    if a["cloud"] == "public":
        p += 5
        s += 3
    else:
        s -= 1
        gate_p = gate_s = False
    fit_p = (2000 * min(max(p, 0), 40) + 40) // 80
    fit_s = (2000 * min(max(s, 0), 36) + 36) // 72
    return p, gate_p, fit_p, s, gate_s, fit_s


def test_a_fully_known_account() -> None:
    """Reading and measuring a fully known account costs a small multiple of code written for that pack alone."""
    card, answers = worked.scorecard(), worked.account("one")["answers"]
    found = measure(card, card.read(answers, TODAY))
    flat = tuple(part for each in found for part in (each.points[0], each.gate == "pass", each.fit[0]))
    assert if_chain(answers) == flat

    by_hand = best(lambda: if_chain(answers))
    still = card.read(answers, TODAY)
    planner = worked.planner()
    rows = [
        ("if-chain, by hand", by_hand),
        ("read and measure", best(lambda: measure(card, card.read(answers, TODAY)))),
        ("  read", best(lambda: card.read(answers, TODAY))),
        ("  measure", best(lambda: measure(card, still))),
        ("whole report", best(lambda: assess(card, planner, "one", still, TODAY))),
    ]
    table(
        "(a) one fully known account of the worked pack",
        ("", "microseconds", "if-chains"),
        [(name, f"{seconds * 1e6:.2f}", f"{seconds / by_hand:.1f}") for name, seconds in rows],
    )


# (b) exact possible verdicts, against a brute force in NumPy


class BruteForce:
    """Every world of an account at once, by broadcasting 8-bit sums; set up per pack, as the scorer is.

    The sums of either half of the traits are short arrays; one outer sum makes them those of all worlds. Comparisons turn
    points into tiers and drain levels, a table of 48 verdicts, as bits, turns those into what is possible.
    """

    def __init__(self, card: Scorecard) -> None:
        race = card.race
        self._verdicts = list(Verdict)
        self._points = [
            [np.array([cell.points[column] for cell in cells], np.int8) for cells in card.cells]
            for column in range(len(card.icps))
        ]
        self._passes = [
            [
                np.array([card.passes(column, trait, cell) for cell in range(len(cells))])
                for trait, cells in enumerate(card.cells)
            ]
            for column in card.positive
        ]
        self._free = [np.array([not cell.knockout for cell in cells]) for cells in card.cells]
        self._tiers = [
            [np.int8(least_points(tier, target.of, race.tiers)) for tier in (Tier.C, Tier.B, Tier.A)]
            for target in race.targets
        ]
        levels = [drain_level(-lost, race.worst, race.drain) for lost in range(race.worst + 1)]
        self._levels = [np.int8(-levels.index(level)) for level in (DrainLevel.COSTLY, DrainLevel.DISQUALIFYING)]
        self._rule = np.array(
            [1 << self._verdicts.index(_conclude(*each)) for each in product(Tier, Tier, DrainLevel)], np.uint8
        )

    def verdicts(self, still: Sequence[Cells]) -> frozenset[Verdict]:
        """The verdicts over all completions."""
        tiers = [self._tier(target, still) for target in (0, 1)]
        negative = self._all(np.add, self._points[2], still)
        level = (negative <= self._levels[0]).view(np.uint8) + (negative <= self._levels[1])
        level[~self._all(np.logical_and, self._free, still)] = DrainLevel.DISQUALIFYING
        possible = np.bitwise_or.reduce(self._rule.take(tiers[0] * np.uint8(12) + tiers[1] * np.uint8(3) + level))
        return frozenset(verdict for bit, verdict in enumerate(self._verdicts) if possible >> bit & 1)

    def _tier(self, target: int, still: Sequence[Cells]) -> Any:
        """The tier in each world, D where the gate fails."""
        points = self._all(np.add, self._points[target], still)
        to_c, to_b, to_a = self._tiers[target]
        tier = (points >= to_c).view(np.uint8) + (points >= to_b) + (points >= to_a)
        return tier * self._all(np.logical_and, self._passes[target], still)

    @staticmethod
    def _all(combine: np.ufunc, parts: Sequence[Any], still: Sequence[Cells]) -> Any:
        """What the cells of all traits combine to, in each world."""
        chosen = [part[list(cells)] for part, cells in zip(parts, still, strict=True)]
        lengths = np.cumprod([len(each) for each in chosen])
        half = int(np.searchsorted(lengths, lengths[-1] ** 0.5)) + 1
        whole = [reduce(combine.outer, each).reshape(-1) for each in (chosen[:half], chosen[half:]) if each]
        return reduce(combine.outer, whole).reshape(-1)


def _conclude(one: Tier, other: Tier, level: DrainLevel) -> Verdict:
    return conclude({Role.PRIMARY: one, Role.SECONDARY: other}, level)


def test_b_possible_verdicts() -> None:
    """The exact set of possible verdicts costs a small part of looking at all worlds, even with arrays."""
    card = worked.scorecard()
    worlds = reduce(lambda count, cells: count * len(cells), card.cells, 1)
    brute = BruteForce(card)
    names = ("none", "two", "two-b", "four", "five", "one")
    for name in names:
        still = card.read(worked.account(name)["answers"], TODAY)
        assert brute.verdicts(still) == card.possibility.verdicts(still)

    rows = []
    for name in names:
        still = card.read(worked.account(name)["answers"], TODAY)
        by_brute, by_grid = best(partial(brute.verdicts, still)), best(partial(card.possibility.verdicts, still))
        count = reduce(lambda product_, cells: product_ * len(cells), still, 1)
        rows.append((name, f"{count:,}", f"{by_brute * 1e6:,.0f}", f"{by_grid * 1e6:.0f}", f"{by_brute / by_grid:.1f}"))
    set_up = (
        best(lambda: scorecard_of(worked.pack()).possibility.verdicts(card.everything)),
        best(lambda: BruteForce(card)),
    )
    assert 663_552 == worlds
    table(
        f"(b) possible verdicts, {worlds:,} worlds with nothing known; microseconds",
        ("account", "worlds", "NumPy", "grid", "NumPy / grid"),
        rows,
    )
    print(f"  set-up: pack to first verdict {set_up[0] * 1e3:.2f} ms, NumPy's tables {set_up[1] * 1e3:.2f} ms")


# (c) the next question


def test_c_next_question() -> None:
    """The next question with nothing known costs a small multiple of one computation of the verdicts."""
    card, planner = worked.scorecard(), worked.planner()
    rows = []
    for name in ("none", "two", "two-b", "two-c", "four"):
        still = card.read(worked.account(name)["answers"], TODAY)
        verdict, question = (
            best(partial(card.possibility.verdicts, still)),
            best(partial(planner.next_question, still)),
        )
        opened = sum(len(cells) > 1 for cells in still)
        rows.append((name, opened, f"{verdict * 1e6:.0f}", f"{question * 1e6:.0f}", f"{question / verdict:.1f}"))
    table(
        "(c) the next question of the worked pack; microseconds",
        ("account", "open traits", "verdicts", "next question", "questions / verdicts"),
        rows,
    )


# (d) cost by size


def made_pack(size: int, seed: int = 0) -> Json:
    """A pack of that many traits, all rated by both positive ICPs, whose gates can both pass, and a third by the negative."""
    draw = random.Random(seed)
    traits: list[Json] = []
    icps: list[Json] = [
        {"id": role, "role": role, "name": role, "ratings": {}} for role in ("primary", "secondary", "negative")
    ]
    icps[2]["knockouts"] = {}
    for place in range(size):
        trait, options = _made_trait(place, draw)
        traits.append(trait)
        for icp in icps[:2]:
            points = {option: draw.choice([5, 3, 1, 1, 0, 0, -1, -3]) for option in options}
            points[options[0]] = draw.choice([1, 3, 3, 5])
            icp["ratings"][trait["id"]] = {"points": points, "required": place < 2}
        if place % 3 == 2:
            icps[2]["ratings"][trait["id"]] = {"points": {options[-1]: draw.choice([-1, -3, -5])}}
        if place in (3, 4):
            icps[2]["knockouts"][trait["id"]] = [options[-1]]
    head = {"name": "made", "title": "Made", "version": 1, "owner": "a@example.com", "reviewed_on": "2026-11-01"}
    return head | {"traits": traits, "icps": icps}


def _made_trait(place: int, draw: random.Random) -> tuple[Json, list[str]]:
    kind = ("choice", "flag", "number", "choice")[place % 4]
    trait: Json = {"id": f"t{place}", "label": "T", "kind": kind, "group": "firmographic", "question": "?"}
    if kind == "number":
        return trait, ["50..200", "<20", "201..999", ">=1000"][: draw.choice([2, 3, 4])]
    options = ["yes", "no"] if kind == "flag" else [f"o{number}" for number in range(draw.choice([2, 3, 3, 4]))]
    return trait | {"options": {option: {} for option in options}}, options


def made_accounts(card: Scorecard, number: int, seed: int = 0) -> list[tuple[Cells, ...]]:
    """Typical accounts: of each trait one cell is known, or nothing, as likely as not."""
    draw = random.Random(seed)
    return [
        tuple((draw.choice(cells),) if draw.random() < 0.5 else cells for cells in card.everything)
        for _ in range(number)
    ]


def _report(card: Scorecard, planner: Planner, still: Sequence[Cells]) -> object:
    return assess(card, planner, "x", still, TODAY)


def _each(run: Callable[[Sequence[Cells]], object], accounts: Sequence[Sequence[Cells]]) -> float:
    """The least time of one account, in seconds."""
    return best(lambda: [run(still) for still in accounts]) / len(accounts)


def test_d_cost_by_traits() -> None:
    """What one account costs with more traits: verdicts, next question and report, half known and all open."""
    rows = []
    for size in SIZES:
        card = scorecard_of(made_pack(size))
        planner, accounts = Planner(card), made_accounts(card, 20)
        parts = (card.possibility.verdicts, planner.next_question, partial(_report, card, planner))
        half = [_each(run, accounts) for run in parts]
        none = [_each(run, [card.everything]) for run in parts]
        rows.append((size, *(f"{seconds * 1e3:.3f}" for seconds in (*half, half[2] / size, *none))))
    table(
        "(d) milliseconds by traits, for one account with half of them known and with none",
        ("traits", "half: verdicts", "next", "report", "report/trait", "none: verdicts", "next", "report"),
        rows,
    )


def test_d_cost_by_accounts() -> None:
    """What accounts cost the more of them there are."""
    rows = []
    for size, number in product((5, 14, 20, 40), (10, 100, 1000, 10_000)):
        if size == SIZES[-1] and number > 1000:  # minutes, and nothing new
            continue
        card = scorecard_of(made_pack(size))
        run, accounts = partial(_report, card, Planner(card)), made_accounts(card, number)
        started = perf_counter()
        for still in accounts:
            run(still)
        seconds = perf_counter() - started
        each = seconds / number
        rows.append((size, f"{number:,}", f"{seconds:.2f}", f"{each * 1e3:.3f}", f"{each / size * 1e6:.1f}"))
    table(
        "(d) accounts with half of the traits known, each reported in full",
        ("traits", "accounts", "seconds", "ms / account", "us / (account x trait)"),
        rows,
    )
