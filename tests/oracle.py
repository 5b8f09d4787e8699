"""The scoring rules by brute force: every world is built and judged on its own, and nothing is shared with the bot.

A world gives every trait one kind of value. The kinds are found by trying representative values: every option of a
choice, both sides of a flag, every subset of the tags, every number at which some range starts or has just ended.
What the bot says about an account must be what falls out of looking at all worlds one after the other.

Packs and answers are plain dictionaries, as parsed from JSON. Slow and obvious is the aim.
"""

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

Json = dict[str, Any]  # a pack, an account, a trait, an Icp: all as parsed from JSON
Kind = tuple[tuple[int, ...], bool]  # the points in every Icp, in the pack's order, and whether it knocks out
World = tuple[Kind, ...]  # one kind of value for every trait, in the pack's order
Span = tuple[int, float]  # whole numbers from .. to, both inside; the upper end may be infinite

EXPIRES = {"firmographic": 365, "environmental": 365, "technographic": 180, "psychographic": 180, "behavioural": 90}
SUFFIX = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9}
LARGEST = 10**15
TIE = 1e-9


# Numbers and ranges


def half_up(number: Any) -> int:
    """The nearest whole number; a half goes up."""
    return math.floor(Fraction(str(number) if isinstance(number, Decimal) else number) + Fraction(1, 2))


def one_decimal(number: Fraction) -> float:
    """The number with one decimal; a half of a tenth goes up."""
    return half_up(number * 10) / 10


def amount(text: str) -> int:
    """A bound as a pack writes it, such as 20, 49.5 or 2M."""
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)([kKmMbB]?)", text.strip())
    if not found:
        raise ValueError(text)
    return half_up(Fraction(found[1]) * SUFFIX[found[2].lower()])


@cache
def span(text: str) -> Span:
    """The whole numbers that a range's text holds."""
    text = text.strip()
    if ".." in text:
        low, high = text.split("..")
        return amount(low), amount(high)
    if text.startswith(">="):
        return amount(text[2:]), math.inf
    if text.startswith("<="):
        return 0, amount(text[2:])
    if text.startswith(">"):
        return amount(text[1:]) + 1, math.inf
    if text.startswith("<"):
        return 0, amount(text[1:]) - 1
    return amount(text), amount(text)


def inside(number: int, text: str) -> bool:
    """Whether a whole number lies in the range that the text writes."""
    low, high = span(text)
    return low <= number <= high


# Values: points and knock-outs by definition


def points(trait: Json, icp: Json, value: Any) -> int:
    """The points of one value in one Icp."""
    rating = icp.get("ratings", {}).get(trait["id"])
    if rating is None:
        return 0
    if trait["kind"] == "tags":
        for row in rating["points"]:
            if any(tag in value for tag in row["has"]):
                return int(row["points"])
    elif trait["kind"] in ("number", "money"):
        for text, number in rating["points"].items():
            if inside(value, text):
                return int(number)
    elif value in rating["points"]:
        return int(rating["points"][value])
    return int(rating.get("otherwise", 0))


def knocked(trait: Json, icp: Json, value: Any) -> bool:
    """Whether one value disqualifies at once."""
    listed = icp.get("knockouts", {}).get(trait["id"], [])
    if trait["kind"] == "tags":
        return any(tag in value for tag in listed)
    if trait["kind"] in ("number", "money"):
        return any(inside(value, text) for text in listed)
    return value in listed


def kind_of(pack: Json, trait: Json, value: Any) -> Kind:
    """All that the pack can tell about a value."""
    each = tuple(points(trait, icp, value) for icp in pack["icps"])
    return each, any(knocked(trait, icp, value) for icp in pack["icps"])


def turning_points(pack: Json, trait: Json) -> list[int]:
    """Every number at which a range of this trait starts, or has just ended; and 0. Larger ones cannot be answered."""
    found = {0}
    for icp in pack["icps"]:
        texts = list(icp.get("ratings", {}).get(trait["id"], {"points": {}})["points"])
        for text in texts + list(icp.get("knockouts", {}).get(trait["id"], [])):
            low, high = span(text)
            found.add(low)
            if high != math.inf:
                found.add(int(high) + 1)
    return sorted(number for number in found if number <= LARGEST)


def subsets(items: Sequence[str]) -> list[frozenset[str]]:
    """Every subset, small ones first."""
    sizes = range(len(items) + 1)
    return [frozenset(chosen) for size in sizes for chosen in itertools.combinations(items, size)]


def universe(pack: Json, trait: Json) -> list[Any]:
    """Values that between them are of every kind that can occur."""
    if trait["kind"] == "flag":
        return ["yes", "no"]
    if trait["kind"] == "choice":
        return list(trait["options"])
    if trait["kind"] == "tags":
        return list(subsets(list(trait["options"])))
    return turning_points(pack, trait)


def kinds(pack: Json, trait: Json) -> list[Kind]:
    """Every kind of value of a trait that can occur, in the order of first appearance."""
    return list(dict.fromkeys(kind_of(pack, trait, value) for value in universe(pack, trait)))


# Cell ids


def spans_of(pack: Json, trait: Json, kind: Kind) -> frozenset[Span]:
    """The whole numbers of one kind, as the longest spans without a hole."""
    starts = turning_points(pack, trait)
    ends: list[float] = [start - 1 for start in starts[1:]] + [math.inf]
    found: list[Span] = []
    for start, end in zip(starts, ends, strict=True):
        if kind_of(pack, trait, start) != kind:
            continue
        if found and found[-1][1] == start - 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return frozenset(found)


def names(pack: Json, trait: Json, kind: Kind, cell_id: str) -> bool:
    """Whether a cell id names this kind of value.

    The rules fix the ids of options exactly. Of numbers they say "its range's text" (`<20` and `0..19` are both that),
    of tags "its sorted tags", but not which of the subsets: any subset of the kind is taken.
    """
    if trait["kind"] in ("number", "money"):
        return frozenset(span(text) for text in cell_id.split(",")) == spans_of(pack, trait, kind)
    if trait["kind"] == "tags":
        tags = cell_id.split(",") if cell_id else []
        return tags == sorted(set(tags) & set(trait["options"])) and kind_of(pack, trait, frozenset(tags)) == kind
    first = next(value for value in universe(pack, trait) if kind_of(pack, trait, value) == kind)
    return bool(cell_id == first)


# Answers


def numbers_between(pack: Json, trait: Json, low: int, high: float) -> list[int]:
    """Numbers of a range that between them are of every kind the range holds."""
    return [low] + [start for start in turning_points(pack, trait) if low < start <= high]


def values_of(pack: Json, trait: Json, form: Any) -> list[Any]:
    """Values that between them are of every kind that an answer leaves possible."""
    if form is None:
        return universe(pack, trait)
    if isinstance(form, dict) and "any_of" in form:
        return [value for each in form["any_of"] for value in values_of(pack, trait, each)]
    if isinstance(form, dict) and "at_least" in form:
        return [value for value in universe(pack, trait) if value >= set(form["at_least"])]
    if isinstance(form, dict):
        low = half_up(form["min"]) if form.get("min") is not None else 0
        high = half_up(form["max"]) if form.get("max") is not None else math.inf
        return numbers_between(pack, trait, low, high)
    return [value_of(trait, form)]


def value_of(trait: Json, form: Any) -> Any:
    """The one value that a plain answer gives."""
    if trait["kind"] == "tags":
        return frozenset(form)
    if trait["kind"] == "flag":
        return "yes" if form else "no"
    return form if trait["kind"] == "choice" else half_up(form)


def expired(trait: Json, on: str, today: date) -> bool:
    """Whether an answer of that date is unknown today."""
    lasts = trait.get("expires_after") or EXPIRES[trait["group"]]
    return bool((today - date.fromisoformat(on)).days > lasts)


def still(pack: Json, trait: Json, form: Any, today: date) -> list[Kind]:
    """The kinds of value that an answer leaves possible today, in the order of `kinds`."""
    if isinstance(form, dict) and "value" in form:
        if form.get("on") is not None and expired(trait, form["on"], today):
            return kinds(pack, trait)
        form = form["value"]
    left = {kind_of(pack, trait, value) for value in values_of(pack, trait, form)}
    return [kind for kind in kinds(pack, trait) if kind in left]


# One world


Left = list[list[Kind]]  # for every trait, in the pack's order, the kinds of value still possible


class Judge:
    """Judges the worlds of a pack, and remembers: a world has one verdict, however often it is asked for."""

    def __init__(self, pack: Json) -> None:
        self.pack = pack
        self.traits: list[Json] = pack["traits"]
        self.kinds: Left = [kinds(pack, trait) for trait in self.traits]
        self.tiers = {"A": 80, "B": 60, "C": 40} | dict(pack.get("tiers") or {})
        self.levels = {"cap": 30, "disqualify": 60} | dict(pack.get("drain") or {})
        order = ("primary", "secondary")
        self.positives = [at for role in order for at, icp in enumerate(pack["icps"]) if icp["role"] == role]
        self.negative = next((at for at, icp in enumerate(pack["icps"]) if icp["role"] == "negative"), None)
        self.seen: dict[World, str] = {}

    def most(self, at: int) -> int:
        """P+ of an Icp."""
        return sum(max(0, *(kind[0][at] for kind in of_trait)) for of_trait in self.kinds)

    def drained(self, world: World) -> tuple[int, int]:
        """-R and N- of the negative Icp; D is 100 * the first / the second, and 0 where nothing is rated."""
        if self.negative is None:
            return 0, 1
        least = sum(min(0, *(kind[0][self.negative] for kind in of_trait)) for of_trait in self.kinds)
        return (-total(self.negative, world), -least) if least else (0, 1)

    def requires(self, at: int, trait: Json) -> bool:
        """Whether a trait is a gate of an Icp."""
        return bool(self.pack["icps"][at]["ratings"].get(trait["id"], {}).get("required"))

    def verdict(self, world: World) -> str:
        """The verdict of one world."""
        if world not in self.seen:
            self.seen[world] = verdict(self, world)
        return self.seen[world]

    def possible(self, left: Left) -> set[str]:
        """The verdicts over all completions."""
        return {self.verdict(world) for world in itertools.product(*left)}


def total(at: int, world: World) -> int:
    """R of an Icp in a world."""
    return sum(kind[0][at] for kind in world)


def reaches(judge: Judge, world: World, level: str) -> bool:
    """Whether the drain of a world is at or above a level, `cap` or `disqualify`."""
    lost, of = judge.drained(world)
    return 100 * lost >= judge.levels[level] * of


def is_costly(judge: Judge, world: World) -> bool:
    """Whether the drain of a world caps the tier and does not disqualify."""
    return reaches(judge, world, "cap") and not reaches(judge, world, "disqualify")


def passes(judge: Judge, at: int, world: World) -> bool:
    """Whether every required trait of an Icp has points above 0 in a world."""
    rows = zip(judge.traits, world, strict=True)
    return all(kind[0][at] > 0 for trait, kind in rows if judge.requires(at, trait))


def tier(judge: Judge, at: int, world: World) -> str:
    """The tier of an Icp in a world, after the cap."""
    most = judge.most(at)
    reached = next((name for name in "ABC" if 100 * total(at, world) >= judge.tiers[name] * most), "D")
    return "B" if reached == "A" and is_costly(judge, world) else reached


def verdict(judge: Judge, world: World) -> str:
    """The verdict of a fully known account."""
    if any(kind[1] for kind in world) or reaches(judge, world, "disqualify"):
        return "disqualified"
    icps = judge.pack["icps"]
    fits = [(tier(judge, at, world), icps[at]["role"]) for at in judge.positives if passes(judge, at, world)]
    fits = [fit for fit in fits if fit[0] != "D"]
    if not fits:
        return "no_fit"
    best, role = min(fits)  # A before B before C, and "primary" before "secondary"
    return f"{role}/{best}"


def action(one: str) -> str:
    """What to do about a verdict."""
    return {"A": "work", "B": "work", "C": "nurture"}.get(one[-1], "drop")


# The next question


Priors = Mapping[str, Mapping[str, int]]  # for a trait, the weights of its cells (above 0), by cell id
Weights = list[dict[Kind, int]]  # for every trait, the weight of every kind that is still possible


@dataclass(frozen=True)
class Worth:
    """What asking for a trait is worth, and the chance that the answer settles the verdict."""

    gain: float
    at_once: Fraction


def weights(judge: Judge, left: Left, priors: Priors | None) -> Weights:
    """The weights of the kinds still possible: all alike, or as the priors have it."""
    result: Weights = []
    for trait, of_trait in zip(judge.traits, left, strict=True):
        given = (priors or {}).get(trait["id"])
        if given is None:
            result.append(dict.fromkeys(of_trait, 1))
        else:
            rows = [(kind, cell) for kind in of_trait for cell in given if names(judge.pack, trait, kind, cell)]
            result.append({kind: given[cell] for kind, cell in rows})
    return result


def entropy(spread: Mapping[str, int]) -> float:
    """The entropy of weighted verdicts, in bits."""
    whole = sum(spread.values())
    return -sum(part / whole * math.log2(part / whole) for part in spread.values())


def matters(judge: Judge, left: Left, at: int) -> bool:
    """Whether two completions that differ only in this trait differ in verdict."""
    by_rest: dict[World, set[str]] = defaultdict(set)
    for world in itertools.product(*left):
        by_rest[world[:at] + world[at + 1 :]].add(judge.verdict(world))
    return any(len(verdicts) > 1 for verdicts in by_rest.values())


def worth(judge: Judge, left: Left, likely: Weights, at: int) -> Worth:
    """What the answer to one trait is expected to tell, per cost, and the chance that it settles the verdict."""
    before: dict[str, int] = defaultdict(int)
    after: dict[Kind, dict[str, int]] = {kind: defaultdict(int) for kind in left[at]}
    for world in itertools.product(*left):
        chance = math.prod(likely[place][kind] for place, kind in enumerate(world))
        before[judge.verdict(world)] += chance
        after[world[at]][judge.verdict(world)] += chance
    share = {kind: Fraction(likely[at][kind], sum(likely[at].values())) for kind in left[at]}
    expected = sum(float(share[kind]) * entropy(spread) for kind, spread in after.items())
    settled = [kind for kind in left[at] if len(judge.possible([*left[:at], [kind], *left[at + 1 :]])) == 1]
    cost = judge.traits[at].get("cost", 1)
    return Worth((entropy(before) - expected) / (1 + cost), sum((share[kind] for kind in settled), Fraction(0)))


def questions(judge: Judge, left: Left, priors: Priors | None = None) -> dict[str, Worth]:
    """What every open trait that matters is worth, in the pack's order; none once the verdict is decided."""
    if len(judge.possible(left)) == 1:
        return {}
    likely = weights(judge, left, priors)
    open_ones = [at for at, of_trait in enumerate(left) if len(of_trait) > 1 and matters(judge, left, at)]
    return {judge.traits[at]["id"]: worth(judge, left, likely, at) for at in open_ones}


def next_question(judge: Judge, left: Left, priors: Priors | None = None) -> str | None:
    """The trait to ask for."""
    all_worth = questions(judge, left, priors)
    if not all_worth:
        return None
    best = max(one.gain for one in all_worth.values())
    tied = {name: one.at_once for name, one in all_worth.items() if best - one.gain < TIE}
    return next(name for name, at_once in tied.items() if at_once == max(tied.values()))


def flips(judge: Judge, left: Left) -> list[str]:
    """The fragile answers of a decided account."""
    verdicts = judge.possible(left)
    fragile = []
    for at, trait in enumerate(judge.traits):
        others = [kind for kind in judge.kinds[at] if kind not in left[at]]
        changed = [judge.possible([*left[:at], [kind], *left[at + 1 :]]) for kind in others]
        if len(verdicts) == 1 and len(left[at]) == 1 and any(other != verdicts for other in changed):
            fragile.append(trait["id"])
    return fragile


# The contract


def gate(judge: Judge, at: int, left: Left) -> str:
    """The Kleene AND over the required traits."""
    states = []
    for trait, of_trait in zip(judge.traits, left, strict=True):
        if judge.requires(at, trait):
            good = [kind[0][at] > 0 for kind in of_trait]
            states.append("pass" if all(good) else "open" if any(good) else "fail")
    return "fail" if "fail" in states else "open" if "open" in states else "pass"


def coverage(judge: Judge, at: int, left: Left) -> list[int]:
    """The spread of the known traits, and of all."""
    known = everything = 0
    for of_trait, still_left in zip(judge.kinds, left, strict=True):
        each = [kind[0][at] for kind in of_trait]
        everything += max(each) - min(each)
        known += max(each) - min(each) if len(still_left) == 1 else 0
    return [known, everything]


def contributions(judge: Judge, at: int, left: Left) -> list[tuple[str, Kind, int]]:
    """The known rated traits with their kind and points, the weightiest first; compare the kind by `names`."""
    rated = judge.pack["icps"][at]["ratings"]
    rows = [
        (trait["id"], of_trait[0], of_trait[0][0][at])
        for trait, of_trait in zip(judge.traits, left, strict=True)
        if trait["id"] in rated and len(of_trait) == 1
    ]
    return sorted(rows, key=lambda row: -abs(row[2]))


def profile(judge: Judge, at: int, left: Left) -> Json:
    """What is said about one positive Icp."""
    totals = [total(at, world) for world in itertools.product(*left)]
    ends = [min(totals), max(totals)]
    shares = [min(max(Fraction(100 * end, judge.most(at)), Fraction(0)), Fraction(100)) for end in ends]
    return {
        "id": judge.pack["icps"][at]["id"],
        "role": judge.pack["icps"][at]["role"],
        "gate": gate(judge, at, left),
        "points": ends,
        "of": judge.most(at),
        "fit": [one_decimal(share) for share in shares],
        "coverage": coverage(judge, at, left),
        "contributions": contributions(judge, at, left),
    }


def drains(judge: Judge, left: Left) -> list[float]:
    """The least and the greatest D over all completions."""
    each = [Fraction(100 * lost, of) for lost, of in map(judge.drained, itertools.product(*left))]
    return [one_decimal(min(each)), one_decimal(max(each))]


def all_left(pack: Json, account: Json, today: date) -> Left:
    """For every trait, the kinds of value that its answer leaves possible."""
    return [still(pack, trait, account["answers"].get(trait["id"]), today) for trait in pack["traits"]]


def score(pack: Json, account: Json, today: date, priors: Priors | None = None) -> Json:
    """All of the contract, except the receipt."""
    return score_left(pack, account["name"], all_left(pack, account, today), priors)


def score_left(pack: Json, name: str, left: Left, priors: Priors | None = None) -> Json:
    """The same, from the kinds of value that are still possible."""
    judge = Judge(pack)
    verdicts = judge.possible(left)
    actions = {action(one) for one in verdicts}
    costs = {is_costly(judge, world) for world in itertools.product(*left)}
    return {
        "account": name,
        "pack": pack["name"],
        "pack_version": pack["version"],
        "verdict": min(verdicts) if len(verdicts) == 1 else None,
        "possible": sorted(verdicts),
        "decided": len(verdicts) == 1,
        "action": min(actions) if len(actions) == 1 else None,
        "action_decided": len(actions) == 1,
        "profiles": [profile(judge, at, left) for at in judge.positives],
        "drain": drains(judge, left),
        "costly": min(costs) if len(costs) == 1 else None,
        "next": next_question(judge, left, priors),
        "flips": flips(judge, left),
    }
