"""A framework laid over an account: three-valued, and an unknown is never a no."""

import json
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer
from bot.core.fit import FitReport, assess
from bot.core.icp import Icp, Rating, Role
from bot.core.overlay import Held, ItemState, Qualification, all_of, any_of, fit_held, next_item, qualify
from bot.core.pack import Pack
from bot.core.planner import Planner
from bot.core.qualification import MQL, SQL, Framework, Item
from bot.core.scorecard import Scorecard
from bot.core.standing import answers_about, standing
from bot.core.verdict import Action, Verdict
from tests import oracle, strategies
from tests.small import TODAY, pack
from tests.strategies import Json, answer_of

CARD = Scorecard.of(pack())
YES, NO, OPEN = Held.YES, Held.NO, Held.OPEN


def item(item_id: str, trait: str | None = None, *met: str) -> Item:
    """An item."""
    return Item(id=item_id, label=item_id.capitalize(), question=f"{item_id} of {{account}}?", trait=trait, met=met)


BANT = Framework(id="bant", title="BANT", items=(item("budget", "budget"), item("need"), item("stack", "stack")))


def account(*answers: Answer) -> Account:
    """An account."""
    return Account(id=1, name="Acme", answers=answers)


def of(*answers: tuple[str, Any], person: str = "ann") -> Account:
    """An account of which one person said this."""
    source = {"kind": "person", "person": person}
    return account(*(answer_of(n, trait, value, source=source) for n, (trait, value) in enumerate(answers, 1)))


def report(of_whom: Account, card: Scorecard = CARD) -> FitReport:
    """The report on its fit."""
    still = tuple(
        standing(trait, part, answers_about(of_whom, trait.id), TODAY).cells
        for trait, part in zip(card.traits, card.partitions, strict=True)
    )
    return assess(card, Planner(card), of_whom.name, still, TODAY)


def laid(of_whom: Account, framework: Framework = BANT, card: Scorecard = CARD) -> Qualification:
    """A framework laid over it."""
    return qualify(framework, report(of_whom, card), of_whom, card, TODAY)


def state(of_whom: Account, asked: Item, card: Scorecard = CARD) -> ItemState:
    """How one item stands."""
    (found,) = laid(of_whom, Framework(id="one", title="One", items=(asked,)), card).items
    return found


def held(asked: Item, *values: Any) -> Held:
    """How an item stands where each of these values was said by somebody else."""
    trait = asked.trait or f"one.{asked.id}"
    sources = [{"kind": "person", "person": f"p{number}"} for number in range(len(values))]
    said = [answer_of(n, trait, value, source=sources[n]) for n, value in enumerate(values)]
    return state(account(*said), asked).held


@pytest.mark.parametrize("each", list(product(Held, repeat=3)))
def test_all_of(each: tuple[Held, ...]) -> None:
    """The conjunction of Kleene: no as soon as one is, yes only when all are, and so for none at all."""
    expected = NO if NO in each else YES if set(each) == {YES} else OPEN

    assert expected == all_of(each)
    assert YES == all_of(())


@pytest.mark.parametrize("each", list(product(Held, repeat=3)))
def test_any_of(each: tuple[Held, ...]) -> None:
    """The disjunction of Kleene: yes as soon as one is, no only when all are."""
    expected = YES if YES in each else NO if set(each) == {NO} else OPEN

    assert expected == any_of(each)


class TestFit:
    """Fit as a stage of a framework."""

    @pytest.mark.parametrize("verdict", Verdict)
    def test_one_verdict(self, verdict: Verdict) -> None:
        """Fit is confirmed where the account is worked; for marketing it is enough that it is nurtured."""
        confirmed = YES if verdict.action is Action.WORK else NO
        enough = NO if verdict.action is Action.DROP else YES

        assert confirmed == fit_held(BANT, [verdict]) == fit_held(SQL, [verdict])
        assert enough == fit_held(MQL, [verdict])

    @given(st.lists(st.sampled_from(Verdict), min_size=1), st.sampled_from([BANT, MQL, SQL]))
    def test_several_verdicts(self, possible: list[Verdict], framework: Framework) -> None:
        """What every verdict that is left agrees on is settled, and everything else is open."""
        each = {fit_held(framework, [verdict]) for verdict in possible}

        assert (each.pop() if len(each) == 1 else OPEN) == fit_held(framework, possible)

    def test_it_is_critical(self) -> None:
        """Budget, need and stack count for little at an account that does not fit."""
        rest = [("budget", True), ("bant.need", True), ("stack", ["salesforce"])]
        fits = of(("industry", "saas"), ("employees", 100), ("revenue", 10**7), *rest)
        drops = of(("industry", "other"), ("employees", 100), ("revenue", 10**7), *rest)
        unknown = of(*rest)

        assert [(YES, YES), (NO, NO), (OPEN, OPEN)] == [
            (found.fit, found.held) for found in (laid(fits), laid(drops), laid(unknown))
        ]
        for found in (laid(fits), laid(drops), laid(unknown)):
            assert [YES, YES, YES] == [each.held for each in found.items]

    def test_possible_verdicts(self) -> None:
        """They come along, the best first, so that nobody has to state one that is open."""
        found = laid(of(("industry", "saas")))

        assert set(report(of(("industry", "saas"))).possible) == set(found.verdicts)
        assert sorted(found.verdicts, key=lambda verdict: verdict.rank) == list(found.verdicts)


class TestItems:
    """What counts as there."""

    def test_nothing_said(self) -> None:
        """Everything is open, also where every value that the trait has would count."""
        always = item("tools", "stack", "salesforce", "snowflake", "excel")
        none = item("x", "industry", "saas", "fintech", "other")

        assert [OPEN, OPEN, OPEN] == [each.held for each in laid(of()).items]
        assert [OPEN, OPEN] == [state(of(), each).held for each in (always, none)]

    @pytest.mark.parametrize(
        ("value", "expected"), [(True, YES), ("no", NO), ({"any_of": [True, False]}, OPEN), (None, OPEN)]
    )
    def test_an_item_without_a_trait(self, value: Any, expected: Held) -> None:
        """Its own flag says whether it is there; "don't know" leaves it open."""
        assert expected == held(item("need"), value)

    def test_a_flag(self) -> None:
        """Of a flag, yes counts, whatever the ICPs give for it; unless the item says otherwise."""
        assert (YES, NO) == (held(item("x", "budget"), True), held(item("x", "budget"), False))  # noqa: FBT003
        assert (NO, YES) == (held(item("x", "budget", "no"), True), held(item("x", "budget", "no"), "no"))  # noqa: FBT003

    @pytest.mark.parametrize(
        ("trait", "value", "expected"),
        [
            ("industry", "fintech", YES),
            ("industry", "other", NO),
            ("industry", {"any_of": ["saas", "fintech"]}, YES),
            ("industry", {"any_of": ["saas", "other"]}, OPEN),
            ("employees", 100, YES),
            ("employees", 300, NO),
            ("employees", {"min": 50}, OPEN),
            ("employees", {"min": 60, "max": 190}, YES),
            ("employees", {"max": 40}, NO),
            ("stack", ["excel", "snowflake"], YES),
            ("stack", ["excel"], NO),
            ("stack", [], NO),
            ("stack", {"at_least": ["salesforce"]}, YES),
            ("stack", {"at_least": ["excel"]}, OPEN),
        ],
    )
    def test_a_rated_trait(self, trait: str, value: Any, expected: Held) -> None:
        """Of a trait that a positive ICP rates, those values count that earn points."""
        assert expected == held(item("x", trait), value)

    @pytest.mark.parametrize(
        ("trait", "met", "value", "expected"),
        [
            ("industry", "other", "other", YES),
            ("industry", "other", "saas", NO),
            ("industry", "fintech", {"any_of": ["saas", "fintech"]}, OPEN),
            ("employees", "300..400", 350, YES),
            ("employees", "300..400", {"min": 350}, OPEN),
            ("employees", "300..400", {"min": 401}, NO),
            ("stack", "excel", ["excel", "salesforce"], YES),
            ("stack", "excel", {"at_least": ["salesforce"]}, OPEN),
            ("stack", "excel", ["salesforce"], NO),
        ],
    )
    def test_values_that_are_listed(self, trait: str, met: str, value: Any, expected: Held) -> None:
        """What the item lists wins over the ratings, also inside what no rating tells apart."""
        assert expected == held(item("x", trait, met), value)

    @pytest.mark.parametrize(
        ("trait", "value", "expected"),
        [
            ("industry", "other", YES),
            ("industry", {"any_of": ["saas", "other"]}, YES),
            ("industry", {"any_of": ["saas", "fintech", "other"]}, OPEN),
            ("industry", {"any_of": ["saas", None]}, OPEN),
            ("employees", 0, YES),
            ("employees", {"max": 10}, YES),
            ("employees", {"min": 0}, OPEN),
            ("employees", {"min": 0, "max": 10**15}, OPEN),
            ("employees", {"any_of": [{"min": 50}, {"max": 49}]}, OPEN),
            ("employees", {"any_of": [{"min": 50}, {"max": 48}]}, YES),
            ("employees", {"any_of": [{"max": 10}, {"max": 20}]}, YES),
            ("stack", [], YES),
            ("stack", {"at_least": ["excel"]}, YES),
            ("stack", {"at_least": []}, OPEN),
        ],
    )
    def test_a_trait_that_no_icp_rates(self, trait: str, value: Any, expected: Held) -> None:
        """Any answer counts there that tells something; one that leaves everything possible tells nothing."""
        rates_nothing = Icp(id="primary", role=Role.PRIMARY, name="P", ratings={"budget": Rating(points={"yes": 3})})
        card = Scorecard.of(pack().model_copy(update={"icps": (rates_nothing,)}))

        assert expected == state(of((trait, value)), item("x", trait), card).held

    def test_a_single_option(self) -> None:
        """Where a trait has one option only, its answer still has to be given."""
        only = pack().traits[0].model_copy(update={"options": dict(list(pack().traits[0].options.items())[:1])})
        rates_budget = Icp(id="primary", role=Role.PRIMARY, name="P", ratings={"budget": Rating(points={"yes": 3})})
        card = Scorecard.of(pack().model_copy(update={"traits": (only, *pack().traits[1:]), "icps": (rates_budget,)}))

        assert (YES, OPEN) == (
            state(of(("industry", "saas")), item("x", "industry"), card).held,
            state(of(), item("x", "industry"), card).held,
        )

    def test_ratings_that_only_cost(self) -> None:
        """Where no value earns points, those count that cost none."""
        costs = Icp(
            id="primary",
            role=Role.PRIMARY,
            name="P",
            ratings={"industry": Rating(points={"other": -3}), "budget": Rating(points={"yes": 3})},
        )
        card = Scorecard.of(pack().model_copy(update={"icps": (costs,)}))

        assert [YES, NO, OPEN] == [
            state(of(("industry", value)), item("x", "industry"), card).held
            for value in ("saas", "other", {"any_of": ["saas", "other"]})
        ]

    def test_a_second_icp(self) -> None:
        """A value counts that any positive ICP rewards: whoever decides alone may be right for one and not the other."""
        second = Icp(
            id="second",
            role=Role.SECONDARY,
            name="S",
            ratings={"industry": Rating(points={"other": 3}), "employees": Rating(points={"<50": 3})},
        )
        negative = Icp(id="n", role=Role.NEGATIVE, name="N", ratings={"revenue": Rating(points={"<10": -3})})
        card = Scorecard.of(pack().model_copy(update={"icps": (*pack().icps, second, negative)}))

        assert [YES, YES, YES, NO] == [
            state(of((trait, value)), item("x", trait), card).held
            for trait, value in (("industry", "other"), ("industry", "saas"), ("employees", 20), ("employees", 300))
        ]

    @pytest.mark.parametrize(
        ("answers", "expected", "asks", "question"),
        [
            ((), OPEN, "budget", "money of Acme?"),
            ((("budget", True),), YES, "budget", "money of Acme?"),
            ((("employees", 300),), YES, "employees", "Employees of Acme?"),
            ((("budget", False),), OPEN, "employees", "Employees of Acme?"),
            ((("budget", False), ("employees", 20)), OPEN, "bant.need", "need of Acme?"),
            ((("budget", False), ("employees", 20), ("bant.need", False)), NO, "budget", "money of Acme?"),
            ((("employees", 20), ("bant.need", False)), OPEN, "budget", "money of Acme?"),
        ],
    )
    def test_several_traits(
        self, answers: tuple[tuple[str, Any], ...], expected: Held, asks: str, question: str
    ) -> None:
        """Any of them is enough; the first that is open asks its own question; one that is gone is passed over."""
        others = {"employees": [">=300"], "gone": [], "bant.need": []}
        either = Item.model_validate(
            {"id": "money", "label": "Money", "question": "money of {account}?", "trait": "budget", "or": others}
        )
        card = Scorecard.of(pack().model_copy(update={"qualification": (BANT,)}))
        found = state(of(*answers), either, card)

        assert (expected, asks, question) == (found.held, found.trait.id, found.item.ask("Acme"))
        assert ("money", "Money") == (found.item.id, found.item.label)

    def test_people_who_disagree(self) -> None:
        """Answers that exclude each other leave it open, unless it is there, or not, by both of them."""
        asked, listed = item("x", "industry"), item("x", "industry", "saas", "fintech")
        numbers = item("x", "employees")

        assert (OPEN, NO) == (held(asked, "saas", "other"), held(numbers, 300, 400))
        assert (YES, OPEN) == (held(listed, "saas", "fintech"), held(item("need"), True, False))  # noqa: FBT003
        assert state(account(answer_of(1, "industry", "saas"), _by("ben", "other")), asked).standing.disagrees

    def test_answers_that_do_not_count(self) -> None:
        """One that has expired, was taken back, or is no option any more leaves the item open, and is kept as a hint."""
        old = answer_of(1, "one.need", value=True, on=(TODAY - timedelta(days=91)).isoformat())
        young = answer_of(1, "one.need", value=True, on=(TODAY - timedelta(days=90)).isoformat())
        gone = answer_of(1, "one.need", value=True, retracted=True)
        odd = answer_of(1, "one.need", value="perhaps")

        assert [OPEN, YES, OPEN, OPEN] == [state(account(each), item("need")).held for each in (old, young, gone, odd)]
        assert (old,) == state(account(old), item("need")).standing.expired
        assert (odd,) == state(account(odd), item("need")).standing.unreadable


def _by(person: str, value: Any) -> Answer:
    return answer_of(2, "industry", value, source={"kind": "person", "person": person})


def test_what_is_missing_and_what_is_absent() -> None:
    """Open items are missing, items that are not there are absent, and the first open one is asked about next."""
    some = laid(of(("budget", False)))
    none = laid(of(("budget", True), ("bant.need", True), ("stack", ["excel"])))

    assert (["need", "stack"], ["budget"]) == (_ids(some.missing), _ids(some.absent))
    assert BANT.items[1] == next_item(some)
    assert ([], ["stack"], ["budget", "need"]) == (_ids(none.missing), _ids(none.absent), _ids(none.of(YES)))
    assert None is next_item(none)
    assert (NO, NO, "Acme", BANT) == (some.held, none.held, some.account, some.framework)


def _ids(states: tuple[ItemState, ...]) -> list[str]:
    return [each.item.id for each in states]


def test_an_item_shares_an_answer() -> None:
    """An item that names another framework's item is answered there."""
    mine: Pack = pack().model_copy(update={"qualification": (BANT,)})
    shared = Framework(id="more", title="More", items=(item("need", "bant.need"),))
    card = Scorecard.of(mine)

    assert [YES] == [each.held for each in laid(of(("bant.need", True)), shared, card).items]


def test_scoring_knows_nothing_of_it() -> None:
    """Answers to items never move a verdict."""
    known = [("industry", "saas"), ("employees", 100)]
    more = [*known, ("bant.need", False), ("mql.engagement", True)]

    assert report(of(*known)) == report(of(*more))
    assert report(of(*known)).receipt == report(of(*more)).receipt


# --- against the definition, value by value ---------------------------------------------------------------------------


@st.composite
def overlaid(draw: st.DrawFn) -> tuple[Json, Json, Framework]:
    """A drawn pack and account, and a framework with an item for each trait, some of which list what counts."""
    plain = draw(strategies.packs(5))
    items = []
    for trait in plain["traits"]:
        is_listed = trait["kind"] in ("choice", "tags", "flag") and draw(st.booleans())
        options = list(trait["options"]) if trait.get("options") else ["yes", "no"]
        met = draw(st.lists(st.sampled_from(options), min_size=1, unique=True)) if is_listed else []
        items.append(item(trait["id"], trait["id"], *met))
    return plain, draw(strategies.accounts(plain, 60)), Framework(id="drawn", title="Drawn", items=tuple(items))


def _counts(plain: Json, trait: Json, met: tuple[str, ...], value: Any) -> bool:
    if met or trait["kind"] == "flag":
        wanted = set(met or ("yes",))
        return bool(wanted & value) if trait["kind"] == "tags" else value in wanted
    rating = [icp for icp in plain["icps"] if icp["role"] != "negative" and trait["id"] in icp.get("ratings", {})]
    if not rating:
        return True
    everything = [max(oracle.points(trait, icp, each) for icp in rating) for each in oracle.universe(plain, trait)]
    mine = max(oracle.points(trait, icp, value) for icp in rating)
    return mine > 0 if max(everything) > 0 else mine >= 0


def _form(trait: Json, raw: Any) -> Any:
    """The form that counts today; null where nothing does."""
    if isinstance(raw, dict) and "value" in raw:
        return None if oracle.expired(trait, raw["on"], strategies.TODAY) else raw["value"]
    return raw


def _is_silent(trait: Json, form: Any) -> bool:
    """Whether a form is one that leaves everything possible."""
    forms = form["any_of"] if isinstance(form, dict) and "any_of" in form else [form]
    if trait["kind"] in ("number", "money"):
        edges = {0, oracle.LARGEST} | {n + by for n in strategies.BOUNDS for by in (-1, 0, 1)}
        bounds = [each if isinstance(each, dict) else {"min": each, "max": each} for each in forms]
        low_high = [(oracle.half_up(b.get("min", 0)), oracle.half_up(b.get("max", 10**16))) for b in bounds]
        edges |= {n + by for pair in low_high for n in pair for by in (-1, 0, 1)}
        return all(any(low <= n <= high for low, high in low_high) for n in edges if 0 <= n <= oracle.LARGEST)
    if trait["kind"] == "tags":
        return {"at_least": []} in forms
    said = {("yes" if each else "no") if isinstance(each, bool) else each for each in forms}
    options = {"yes", "no"} if trait["kind"] == "flag" else set(trait["options"])
    return said == options and len(options) > 1


@given(overlaid())
def test_it_is_what_the_values_say(drawn: tuple[Json, Json, Framework]) -> None:
    """Yes where each single value that an answer leaves counts, no where none does, open otherwise and when unknown."""
    plain, of_whom, framework = drawn
    card = strategies.scorecard_of(plain)
    said = [
        answer_of(
            number,
            trait,
            strategies.as_json(raw["value"] if isinstance(raw, dict) and "value" in raw else raw),
            on=raw["on"] if isinstance(raw, dict) and "value" in raw else None,
        )
        for number, (trait, raw) in enumerate(of_whom["answers"].items(), 1)
    ]
    mine = Account(id=1, name="Acme", answers=tuple(said))
    still = strategies.still_of(card, of_whom)
    fit = assess(card, Planner(card), "Acme", still, strategies.TODAY)
    found = qualify(framework, fit, mine, card, strategies.TODAY)

    for each, trait in zip(found.items, plain["traits"], strict=True):
        form = _form(trait, of_whom["answers"].get(trait["id"]))
        if form is None or _is_silent(trait, form):
            assert OPEN == each.held, json.dumps([trait, form], default=str)
            continue
        values = oracle.values_of(plain, trait, form)
        counted = {_counts(plain, trait, each.item.met, value) for value in values}
        expected = OPEN if len(counted) > 1 else YES if counted == {True} else NO
        assert expected == each.held, json.dumps([trait, form], default=str)
    actions = {oracle.action(verdict) for verdict in fit.possible}
    assert (YES if actions == {"work"} else OPEN if "work" in actions else NO) == found.fit
