"""Packs and accounts to try laws on: small enough to visit every world, crooked enough to hit every rule.

Everything is drawn as plain dictionaries, as parsed from JSON. `tests.oracle` reads them as they are; `pack_of` and
`still_of` turn them into what the bot works with.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from math import prod
from typing import Any

from hypothesis import assume, settings
from hypothesis import strategies as st

from bot.core.account import Answer
from bot.core.cell import Cells
from bot.core.pack import Pack
from bot.core.scorecard import Scorecard
from bot.core.standing import is_expired
from bot.core.value import UNKNOWN, Form, read_dated
from tests import oracle

Json = dict[str, Any]

TODAY = date(2026, 11, 22)
LARGEST = 10**15
MOST_WORLDS = 400
"""Completions of a drawn account; more answers are given until there are no more."""

SCALE = (-5, -3, -1, 0, 1, 3, 5)
GROUPS = ("firmographic", "technographic", "behavioural", "environmental", "psychographic")
BOUNDS = (0, 1, 2, 19, 20, 49, 50, 51, 199, 200, 500, 999, 1000, 2_000_000, 50_000_000, 10**9, LARGEST - 1, LARGEST)
TAGS = ("salesforce", "snowflake", "kafka", "excel")
OPTIONS = ("b2b_saas", "fintech", "retail", "other", "5")


@dataclass(frozen=True)
class Case:
    """A pack and an account, plain, with the pack as the bot holds it."""

    pack: Json
    account: Json
    scorecard: Scorecard = field(repr=False)

    @property
    def still(self) -> tuple[Cells, ...]:
        """What the bot takes to be still possible."""
        return still_of(self.scorecard, self.account)

    @property
    def left(self) -> oracle.Left:
        """What the oracle takes to be still possible."""
        return oracle.all_left(self.pack, self.account, TODAY)


def harder(times: int) -> settings:
    """Try that many times as many examples as the profile in use says."""
    assert settings.default is not None
    return settings(max_examples=times * settings.default.max_examples)


def pack_of(plain: Mapping[str, Any]) -> Pack:
    """The pack as the bot holds it."""
    return Pack.model_validate(plain)


def scorecard_of(plain: Mapping[str, Any]) -> Scorecard:
    """The pack, ready for scoring."""
    return Scorecard.of(pack_of(plain))


def still_of(scorecard: Scorecard, account: Json, today: date = TODAY) -> tuple[Cells, ...]:
    """The still-possible cells of an account, by the bot's own reader."""
    forms: dict[str, Form] = {}
    for trait in scorecard.traits:
        if trait.id in account["answers"]:
            dated = read_dated(account["answers"][trait.id], trait)
            forms[trait.id] = UNKNOWN if is_expired(dated.on, trait, today) else dated.form
    return tuple(
        part.possible(forms[trait.id]) if trait.id in forms else everything
        for trait, part, everything in zip(scorecard.traits, scorecard.partitions, scorecard.everything, strict=True)
    )


def answer_of(number: int, trait: str, value: Any, **more: Any) -> Answer:
    """A recorded answer; ids rise with time."""
    recorded = {"id": number, "trait": trait, "value": value, "recorded_at": "2026-11-22T08:00:00Z"}
    return Answer.model_validate({"source": {"kind": "person", "person": "U1"}} | recorded | more)


def as_json(raw: Any) -> Any:
    """The same value as a database keeps it: exact decimals become floats."""
    return json.loads(json.dumps(raw, default=float))


# Ranges as packs write them


def _as_written(number: int) -> st.SearchStrategy[str]:
    """One way to write a bound: plain, with a decimal that rounds to it, or with a suffix."""
    ways = [st.just(str(number)), st.sampled_from([f"{number}.4", f"{number}.0"])]
    if number:
        ways.append(st.just(f"{number - 1}.5"))
    for letter, size in (("K", 10**3), ("m", 10**6), ("B", 10**9)):
        if number and number % (size // 10) == 0:
            ways.append(st.just(f"{Decimal(number) / size}{letter}"))
    return st.one_of(ways) if number < LARGEST else ways[0]


@st.composite
def range_texts(draw: st.DrawFn, low: int, high: int | None) -> str:
    """One of the ways to write the whole numbers from low to high."""

    def write(number: int) -> str:
        return draw(_as_written(number))

    ways = []
    if high is None:
        ways.append(lambda: f">={write(low)}")
        if low:
            ways.append(lambda: f"> {write(low - 1)}")
    else:
        ways.append(lambda: f"{write(low)}..{write(high)}")
        if low == 0:
            ways.append(lambda: f"<={write(high)}")
            if high < LARGEST:
                ways.append(lambda: f"<{write(high + 1)}")
        if low == high:
            ways.append(lambda: write(low))
    return draw(st.sampled_from(ways))()


@st.composite
def disjoint_ranges(draw: st.DrawFn, most: int = 3) -> list[str]:
    """Up to a few ranges that do not overlap, perhaps the last one without an end."""
    bounds = sorted(draw(st.lists(st.sampled_from(BOUNDS), min_size=2, max_size=2 * most, unique=True)))
    pairs: list[tuple[int, int | None]] = list(zip(bounds[::2], bounds[1::2], strict=False))
    if draw(st.booleans()):
        pairs[-1] = (pairs[-1][0], None)
    if draw(st.booleans()):
        pairs[0] = (0, pairs[0][1])
    return [draw(range_texts(low, high)) for low, high in draw(st.permutations(pairs))]


# Packs


@st.composite
def traits(draw: st.DrawFn, number: int) -> Json:
    """A trait of any kind."""
    kind = draw(st.sampled_from(["number", "money", "choice", "choice", "flag", "tags"]))
    trait: Json = {
        "id": f"t{number}",
        "label": f"T {number}",
        "kind": kind,
        "group": draw(st.sampled_from(GROUPS)),
        "question": "What about it at {account}?",
        "cost": draw(st.sampled_from([0, 1, 1, 1, 2, 3])),
    }
    if draw(st.booleans()):
        trait["expires_after"] = draw(st.integers(1, 400))
    if kind in ("choice", "tags"):
        ids = TAGS if kind == "tags" else OPTIONS
        chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=len(ids), unique=True))
        trait["options"] = {option: {} for option in chosen}
    return trait


@st.composite
def tag_rows(draw: st.DrawFn, options: list[str], scale: tuple[int, ...]) -> list[Json]:
    """Rows of tags, perhaps several in one row, perhaps shadowed by an earlier row."""
    has = st.lists(st.sampled_from(options), min_size=1, max_size=3, unique=True)
    return draw(st.lists(st.fixed_dictionaries({"has": has, "points": st.sampled_from(scale)}), min_size=1, max_size=3))


@st.composite
def ratings(draw: st.DrawFn, trait: Json, scale: tuple[int, ...]) -> Json:
    """Points for the values of one trait."""
    rating: Json = {}
    if trait["kind"] == "tags":
        rating["points"] = draw(tag_rows(list(trait["options"]), scale))
    else:
        keys = st.lists(st.sampled_from(_options(trait)), min_size=1, unique=True)
        chosen = draw(disjoint_ranges() if trait["kind"] in ("number", "money") else keys)
        rating["points"] = {key: draw(st.sampled_from(scale)) for key in chosen}
    if draw(st.integers(0, 3)) == 0:
        rating["otherwise"] = draw(st.sampled_from(scale))
    return rating


def _options(trait: Json) -> list[str]:
    return ["yes", "no"] if trait["kind"] == "flag" else list(trait.get("options", ["-"]))


def _can_pass(trait: Json, rating: Json) -> bool:
    alone = {"icps": [{"id": "i", "ratings": {trait["id"]: rating}}], "traits": [trait]}
    return any(points[0] > 0 for points, _ in oracle.kinds(alone, trait))


@st.composite
def positive_icps(draw: st.DrawFn, role: str, of: list[Json]) -> Json:
    """A positive ICP over some of the traits, with some gates."""
    rated = [trait for trait in of if draw(st.integers(0, 4))]
    icp: Json = {"id": f"the-{role}", "role": role, "name": role, "ratings": {}}
    gates = draw(st.sampled_from([1, 2, 4, 50]))
    for trait in rated:
        rating = draw(ratings(trait, draw(st.sampled_from([SCALE, (1, 3, 5), (0, 3, 5)]))))
        if draw(st.integers(0, gates)) == 0 and _can_pass(trait, rating):
            rating["required"] = True
        icp["ratings"][trait["id"]] = rating
    assume(any(_can_pass(trait, icp["ratings"][trait["id"]]) for trait in rated))
    return icp


@st.composite
def negative_icps(draw: st.DrawFn, of: list[Json]) -> Json:
    """A negative ICP: points of 0 and below, and knock-outs of any kind."""
    icp: Json = {"id": "not-these", "role": "negative", "name": "negative", "ratings": {}, "knockouts": {}}
    for trait in of:
        if draw(st.booleans()):
            icp["ratings"][trait["id"]] = draw(ratings(trait, (-5, -3, -1, 0)))
        if draw(st.integers(0, 6)) == 0:
            icp["knockouts"][trait["id"]] = draw(_knockouts(trait))
    return icp


def _knockouts(trait: Json) -> st.SearchStrategy[list[str]]:
    if trait["kind"] in ("number", "money"):
        return disjoint_ranges(most=1)
    return st.lists(st.sampled_from(_options(trait)), min_size=1, max_size=2, unique=True)


PERCENT = st.sampled_from([0, 1, 25, 40, 50, 60, 75, 80, 99, 100])
LEVEL = st.sampled_from([1, 10, 30, 33, 34, 50, 60, 100])


@st.composite
def packs(draw: st.DrawFn, most_traits: int = 7) -> Json:
    """A pack that holds together, with 1 to 2 positive ICPs and perhaps a negative one, in any order."""
    number = draw(st.sampled_from([each for each in (1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7) if each <= most_traits]))
    of = [draw(traits(place)) for place in draw(st.permutations(range(number)))]
    icps = [draw(positive_icps("primary", of))]
    if draw(st.integers(0, 2)):
        icps.append(draw(positive_icps("secondary", of)))
    if draw(st.booleans()):
        icps.append(draw(negative_icps(of)))
    pack: Json = {
        "name": "drawn",
        "title": "Drawn",
        "version": draw(st.integers(1, 3)),
        "owner": "a@example.com",
        "reviewed_on": "2026-11-01",
        "traits": of,
        "icps": draw(st.permutations(icps)),
    }
    if draw(st.booleans()):
        pack["tiers"] = dict(zip("CBA", sorted(draw(st.tuples(PERCENT, PERCENT, PERCENT))), strict=True))
    if draw(st.booleans()):
        pack["drain"] = dict(zip(("cap", "disqualify"), sorted(draw(st.tuples(LEVEL, LEVEL))), strict=True))
    return pack


# Answers


def numbers() -> st.SearchStrategy[Any]:
    """Whole numbers near the bounds that packs use, and decimals near and exactly at the halves."""
    whole = st.sampled_from(sorted({abs(bound + by) for bound in BOUNDS for by in (-1, 0, 1)} - {LARGEST + 1}))
    halves = st.sampled_from([0.5, 0.49, 0.49999999999999994, 19.5, 49.5, 49.499, 50.4, 200.5, 1.5e6, 1e15])
    exact = st.sampled_from([Decimal("49.5"), Decimal("199.4999999999999999999999"), Decimal("2.675")])
    return whole | halves | exact


@st.composite
def number_ranges(draw: st.DrawFn) -> Json:
    """A range with either bound, or both."""
    low, high = sorted([draw(numbers()), draw(numbers())])
    return draw(st.sampled_from([{"min": low, "max": high}, {"min": low}, {"max": high}, {"min": low, "max": low}]))


def forms(trait: Json) -> st.SearchStrategy[Any]:
    """Every undated form of a value, `any_of` included."""
    plain: st.SearchStrategy[Any]
    if trait["kind"] in ("number", "money"):
        plain = numbers() | number_ranges()
    elif trait["kind"] == "tags":
        chosen = st.lists(st.sampled_from(_options(trait)), unique=True)
        plain = chosen | st.fixed_dictionaries({"at_least": chosen})
    elif trait["kind"] == "flag":
        plain = st.booleans()
    else:
        plain = st.sampled_from(_options(trait))
    return plain | st.fixed_dictionaries({"any_of": st.lists(plain, min_size=1, max_size=3)})


def dates(trait: Json) -> st.SearchStrategy[str]:
    """Dates around the day on which an answer stops to count."""
    lasts = trait.get("expires_after") or oracle.EXPIRES[trait["group"]]
    ages = st.sampled_from([-3, 0, 1, lasts - 1, lasts, lasts + 1, lasts + 400])
    return ages.map(lambda days: (TODAY - timedelta(days=days)).isoformat())


def raw_values(trait: Json) -> st.SearchStrategy[Any]:
    """Every form of a value, dated or not, null included."""
    form = st.none() | forms(trait) | forms(trait)
    return form | form | st.fixed_dictionaries({"value": form, "on": dates(trait)})


def known_values(trait: Json) -> st.SearchStrategy[Any]:
    """Values that leave one cell."""
    if trait["kind"] in ("number", "money"):
        return numbers()
    if trait["kind"] == "tags":
        return st.lists(st.sampled_from(_options(trait)), unique=True)
    return st.booleans() if trait["kind"] == "flag" else st.sampled_from(_options(trait))


@st.composite
def accounts(draw: st.DrawFn, pack: Json, most_worlds: int = MOST_WORLDS) -> Json:
    """An account with few enough completions to visit them all."""
    answers: Json = {}
    ways = draw(st.sampled_from([("none",), ("none", "raw"), ("raw",), ("known", "raw"), ("known",)]))
    for trait in draw(st.permutations(pack["traits"])):
        way = draw(st.sampled_from(ways))
        if way != "none":
            answers[trait["id"]] = draw(raw_values(trait) if way == "raw" else known_values(trait))
    account = {"name": draw(st.sampled_from(["Acme", "Ærø & Søn", '"quoted"'])), "answers": answers}
    sizes = _sizes(pack, account)
    for trait in sorted(pack["traits"], key=lambda trait: -sizes[trait["id"]]):
        if prod(sizes.values()) > most_worlds:
            answers[trait["id"]] = draw(known_values(trait))
            sizes[trait["id"]] = 1
    return account


def _sizes(pack: Json, account: Json) -> dict[str, int]:
    """How many kinds of value are still possible of each trait."""
    left = oracle.all_left(pack, account, TODAY)
    return {trait["id"]: len(of_trait) for trait, of_trait in zip(pack["traits"], left, strict=True)}


@st.composite
def cases(draw: st.DrawFn, most_traits: int = 7, most_worlds: int = MOST_WORLDS) -> Case:
    """A pack and an account."""
    pack = draw(packs(most_traits))
    return Case(pack, draw(accounts(pack, most_worlds)), scorecard_of(pack))


@st.composite
def priors(draw: st.DrawFn, scorecard: Scorecard) -> list[tuple[int, ...]]:
    """For each cell of each trait how often it is expected, as the planner takes it."""
    return [tuple(draw(st.integers(1, 5)) for _ in cells) for cells in scorecard.cells]


def flag_pack(flags: Mapping[str, int] | str, icps: Mapping[str, Json], **more: Any) -> Json:
    """A pack of nothing but flags.

    Args:
        flags: their ids, perhaps each with its cost.
        icps: for each role the ratings by trait.
        more: other parts of the pack, such as tiers.
    """
    ask = {"kind": "flag", "group": "firmographic", "question": "?", "label": "F"}
    costs = flags if isinstance(flags, Mapping) else dict.fromkeys(flags, 1)
    return {
        "name": "flags",
        "title": "Flags",
        "version": 1,
        "owner": "a@example.com",
        "reviewed_on": "2026-11-01",
        "traits": [{"id": each, "cost": cost, **ask} for each, cost in costs.items()],
        "icps": [{"id": role, "role": role, "name": role, "ratings": ratings} for role, ratings in icps.items()],
    } | more


def either_but_not_both() -> Json:
    """A pack in which neither of two flags, `a` (a gate) and `b`, shifts the odds, while both decide; `c` is given.

    One of the two makes an A, none makes a B, and both make an A that drains so much that it is capped at B.
    """
    one: Json = {"points": {"yes": 1}}
    minus: Json = {"points": {"yes": -1}}
    icps: dict[str, Json] = {
        "primary": {"a": one, "b": one},
        "secondary": {"a": one | {"required": True}, "c": {"points": {"no": 5}}},
        "negative": {"a": minus, "b": minus, "c": {"points": {"no": -3}}},
    }
    return flag_pack("abc", icps, tiers={"A": 50, "B": 0, "C": 0})


# The same cell in both worlds


def kind_of_cell(case: Case, trait: int, cell: int) -> oracle.Kind:
    """What the oracle calls the kind of value that the bot holds as one of its cells."""
    card = case.scorecard
    points = dict(zip((icp.id for icp in card.icps), card.cells[trait][cell].points, strict=True))
    return tuple(points[icp["id"]] for icp in case.pack["icps"]), card.cells[trait][cell].knockout


def left_of(case: Case, still: Sequence[Cells]) -> oracle.Left:
    """What the bot takes to be still possible, in the words of the oracle."""
    return [[kind_of_cell(case, trait, cell) for cell in cells] for trait, cells in enumerate(still)]


@st.composite
def narrowed(draw: st.DrawFn, still: Sequence[Cells]) -> tuple[Cells, ...]:
    """Some of the cells of each trait, at least one."""
    some = (st.lists(st.sampled_from(cells), min_size=1, unique=True).map(sorted).map(tuple) for cells in still)
    return tuple(draw(each) for each in some)


@st.composite
def completions(draw: st.DrawFn, still: Sequence[Cells]) -> tuple[Cells, ...]:
    """One cell of each trait: one way in which the account may turn out."""
    return tuple((draw(st.sampled_from(cells)),) for cells in still)
