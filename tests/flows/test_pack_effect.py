"""What a change of a pack means for the accounts: whom it changes, how that is said, and why."""

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.pack import Pack
from bot.flows.fit import Scorer
from bot.flows.pack_effect import MOST_REASONS, AccountChange, PackEffect, pack_effect, standing_words
from bot.ports import Ports, Scope
from tests import strategies
from tests.small import NOW, TODAY, answer, ports_at

FLAGS = "abcdefg"
NUMBERS = count()


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """An empty state; each test takes a team of its own."""
    return ports_at(tmp_path_factory.mktemp("home"))


def pack(primary: Mapping[str, Any], **more: Any) -> Pack:
    """A pack of seven flags; a rating is points for yes, with `!` a gate."""
    icps = {"primary": primary, **{role: more.pop(role) for role in ("secondary", "negative") if role in more}}
    knockouts = more.pop("knockouts", {})
    rated = {role: {flag: _rating(points) for flag, points in ratings.items()} for role, ratings in icps.items()}
    plain = strategies.flag_pack(FLAGS, rated, **more)
    for trait in plain["traits"]:
        trait["label"] = trait["id"].upper()
    for icp in plain["icps"]:
        if icp["role"] == "negative":
            icp["knockouts"] = knockouts
    return strategies.pack_of(plain)


def _rating(points: int | str) -> dict[str, Any]:
    number, gate, _ = str(points).partition("!")
    return {"points": {"yes": int(number)}, "required": bool(gate)}


class Town:
    """Accounts of a team of its own, by name with what is known of each."""

    def __init__(self, ports: Ports, **accounts: str) -> None:
        self.ports, self.team = ports, f"team{next(NUMBERS)}"
        with ports.store().begin(Scope(self.team, "flags")) as work:
            for name, known in accounts.items():
                added = work.accounts.add(name)
                said = [answer(flag.lower(), "yes" if flag.islower() else "no") for flag in known]
                work.accounts.record(added.id, said)
            work.commit()

    def effect(self, before: Pack, after: Pack, goes_on: Callable[[], bool] = lambda: True) -> PackEffect:
        """What the change means."""
        return pack_effect(Scorer(before), Scorer(after), self.team, self.ports, TODAY, goes_on)

    def change(self, before: Pack, after: Pack) -> AccountChange:
        """What the change means for the only account that it changes."""
        [change] = self.effect(before, after).changes
        return change


def said(change: AccountChange) -> tuple[str, str, tuple[str, ...]]:
    """What is told of a change."""
    return change.before, change.after, change.why


def test_nothing_changed(ports: Ports) -> None:
    """The same pack changes nobody, and everybody was compared."""
    town = Town(ports, one="ab", two="A", three="")

    assert PackEffect((), 3, 3) == town.effect(pack({"a": 5, "b": 3}), pack({"a": 5, "b": 3}, title="Other"))


def test_points_that_move_a_verdict(ports: Ports) -> None:
    """A decided account is told with its verdict and fit before and after, and the rating that did it."""
    town = Town(ports, one="aB")

    assert ("primary/B, fit 62.5 %", "no fit, fit 16.7 %") == said(
        town.change(pack({"a": 5, "b": 3}), pack({"a": 1, "b": 5}))
    )[:2]
    assert (
        "A: +5 → +1 (primary)",
        "Best possible points (primary): 8 → 6",
    ) == town.change(pack({"a": 5, "b": 3}), pack({"a": 1, "b": 5})).why


def test_what_is_open_stays_open(ports: Ports) -> None:
    """An open account is told by what is possible, and an unknown answer by what it may still be worth."""
    town = Town(ports, one="a")

    assert (
        "open: primary/A or primary/B, fit 62.5 % to 100.0 %",
        "open: primary/A or primary/C, fit 50.0 % to 100.0 %",
        ("B: 0 to +3 → 0 to +5 (primary)", "Best possible points (primary): 8 → 10"),
    ) == said(town.change(pack({"a": 5, "b": 3}), pack({"a": 5, "b": 5})))


def test_many_possible_verdicts_are_told_by_their_ends(ports: Ports) -> None:
    """Of more than three possible verdicts the best and the worst are named."""
    change = Town(ports, one="").change(pack({"a": 5, "b": 3, "c": 1}), pack({"a": 5, "b": 3, "c": 3}))

    assert change.before.startswith("open: primary/A at best, no fit at worst, fit 0.0 % to 100.0 %; primary 0 to 9")
    assert change.after.endswith("; primary 0 to 11 of 11 points")


def test_gates(ports: Ports) -> None:
    """A gate that comes or goes is told where it fails, passes or is open, though no points moved."""
    free, gated = pack({"a": 5, "b": 3}), pack({"a": 5, "b": "3!"})

    assert (
        "primary/B, fit 62.5 %",
        "no fit",
        ("B: no gate → gate failed (primary)",),
    ) == said(Town(ports, one="aB").change(free, gated))
    assert ("B: gate open → no gate (primary)",) == Town(ports, one="a").change(gated, free).why
    assert () == Town(ports, one="ab").effect(free, gated).changes
    assert ("A: no gate → gate passed (primary)", "B: no gate → gate failed (primary)") == Town(ports, one="aB").change(
        free, pack({"a": "5!", "b": "3!"})
    ).why


def test_knockouts(ports: Ports) -> None:
    """What rules an account out at once is told first, and so is that it does so no more."""
    plain = pack({"a": 5}, negative={"b": -1})
    strict = pack({"a": 5}, negative={"b": -1}, knockouts={"c": ["yes"], "d": ["yes"]})
    milder = pack({"a": 5}, negative={"b": -1}, knockouts={"d": ["yes"]})
    town = Town(ports, one="abcd")

    assert ("C: rules it out now", "D: rules it out now") == Town(ports, one="aBcd").change(plain, strict).why
    assert "disqualified" == Town(ports, one="aBcd").change(plain, strict).after
    assert () == town.effect(strict, milder).changes
    drained = pack({"a": 5}, negative={"b": -1, "e": -5}, knockouts={"d": ["yes"]})
    assert ("E: not rated → -5 (negative)",) == Town(ports, one="aBcde").change(milder, drained).why
    assert "D: does not rule it out any more" in Town(ports, one="aBcd").change(milder, plain).why


def test_thresholds(ports: Ports) -> None:
    """Tiers and drain that move are told where a verdict moved with them."""
    town = Town(ports, one="aBcD")
    ratings: dict[str, Any] = {"primary": {"a": 5, "b": 3}, "negative": {"c": -1, "d": -3}}
    before = pack(**ratings)

    assert (
        "primary/B, fit 62.5 %",
        "primary/A, fit 62.5 %",
        ("Tier A from 80 % → 61 %",),
    ) == said(town.change(before, pack(**ratings, tiers={"A": 61, "B": 60, "C": 40})))
    drained = town.change(before, pack(**ratings, drain={"cap": 10, "disqualify": 20}))
    assert ("disqualified", ("Drain caps from 30 % → 10 %", "Drain disqualifies from 60 % → 20 %")) == (
        drained.after,
        drained.why,
    )


def test_other_icps(ports: Ports) -> None:
    """Points in an ICP that is not the verdict's are told behind it, and ratings and ICPs may come and go."""
    town = Town(ports, one="abC")
    before = pack({"a": 5, "c": 1}, secondary={"b": 1, "c": 5})
    after = pack({"a": 5, "c": 1}, secondary={"b": 3, "c": 5})

    change = town.change(before, after)
    assert ("primary/A, fit 83.3 %; secondary 1 of 6 points", "primary/A, fit 83.3 %; secondary 3 of 8 points") == (
        change.before,
        change.after,
    )
    gone = town.change(before, pack({"a": 5, "c": 1}))
    assert ("primary/A, fit 83.3 %; secondary 1 of 6 points", "primary/A, fit 83.3 %") == said(gone)[:2]
    assert ("B: +1 → not rated (secondary)",) == gone.why
    assert "primary/A, fit 83.3 %" == town.change(pack({"a": 5, "c": 1}), before).before


def test_drain(ports: Ports) -> None:
    """Where only the drain moved, it is told."""
    ratings: dict[str, Any] = {"a": 5}

    assert ("primary/A, fit 100.0 %; drain 0.0 %", "primary/A, fit 100.0 %; drain 16.7 %") == said(
        Town(ports, one="abC").change(
            pack(ratings, negative={"b": 0, "c": -5}), pack(ratings, negative={"b": -1, "c": -5})
        )
    )[:2]


def test_verdicts_between_the_ends(ports: Ports) -> None:
    """Where only the verdicts between the best and the worst are others, those are told."""
    ratings: dict[str, Any] = {"primary": {"a": 5, "b": 3}, "secondary": {"c": 5, "d": 3}}
    before, after = pack(**ratings), pack(**ratings, tiers={"A": 80, "B": 80, "C": 40})

    change = Town(ports, one="").change(before, after)

    both = "open: primary/A at best, no fit at worst, fit 0.0 % to 100.0 %"
    assert (
        f"{both}; maybe primary/B, maybe secondary/B",
        f"{both}; maybe primary/C, maybe secondary/C",
        ("Tier B from 60 % → 80 %",),
    ) == said(change)


def test_few_reasons(ports: Ports) -> None:
    """Only the weightiest reasons are listed, and how many more there are."""
    before, after = pack(dict.fromkeys(FLAGS, 5)), pack({flag: (1 if flag == "d" else 3) for flag in FLAGS})

    why = Town(ports, one=FLAGS).change(before, after).why

    assert (MOST_REASONS + 1, "D: +5 → +1 (primary)", "and 3 more") == (len(why), why[0], why[-1])


def test_the_most_changed_come_first(ports: Ports) -> None:
    """Accounts whose verdict moved further come first, then those whose fit did, then by name."""
    town = Town(ports, slightly="ab", far="aB", same="A", also_far="aB")

    changes = town.effect(pack({"a": 5, "b": 3}), pack({"a": 1, "b": 5})).changes

    assert ["also_far", "far"] == [each.name for each in changes][:2]
    assert [each.size for each in changes] == sorted((each.size for each in changes), reverse=True)


def test_it_ends_in_time(ports: Ports) -> None:
    """Where there is no time for all accounts it is known how many were compared."""
    town = Town(ports, one="aB", two="aB", three="aB")
    asked = count()

    effect = town.effect(pack({"a": 5, "b": 3}), pack({"a": 1, "b": 5}), lambda: next(asked) < 2)

    assert (["one", "two"], 2, 3) == ([each.name for each in effect.changes], effect.compared, effect.accounts)


def _packs() -> st.SearchStrategy[Pack]:
    points = st.sampled_from([1, 3, 5, "3!", "5!"])
    ratings = st.dictionaries(st.sampled_from("abcd"), points, min_size=1)
    drains = st.dictionaries(st.sampled_from("abcd"), st.sampled_from([-5, -3, -1]), min_size=1)
    tiers = st.sampled_from([{"A": 80, "B": 60, "C": 40}, {"A": 50, "B": 30, "C": 10}])
    return st.builds(
        lambda one, two, three, t: pack(one, secondary=two, negative=three, tiers=t), *[ratings] * 2, drains, tiers
    )


@pytest.fixture(scope="module")
def many(ports: Ports) -> Town:
    """Accounts of which this and that is known."""
    return Town(ports, none="", one="a", other="A", two="aB", three="abC", all="abcd", no="ABCD", some="bD")


@given(before=_packs(), after=_packs())
def test_whatever_is_edited(many: Town, before: Pack, after: Pack) -> None:
    """Whoever is listed is told with two different texts and a reason; whoever is not has the same report as before."""
    effect = many.effect(before, after)

    assert 8 == effect.compared == effect.accounts
    assert all(each.before != each.after and each.why for each in effect.changes)
    sides = [Scorer(each) for each in (before, after)]
    with many.ports.store().begin(Scope(many.team, "flags"), writes=False) as work:
        for account in work.accounts.all():
            old, new = (side.answer(account, NOW.date()).report for side in sides)
            listed = account.name in {each.name for each in effect.changes}
            assert listed or (old.possible, old.drain, standing_words(old)) == (
                new.possible,
                new.drain,
                standing_words(new),
            )


@given(one=_packs(), other=_packs())
def test_back_again(many: Town, one: Pack, other: Pack) -> None:
    """Taking an edit back tells the same accounts, with before and after exchanged."""
    there, back = many.effect(one, other), many.effect(other, one)

    assert {each.name: (each.before, each.after) for each in there.changes} == {
        each.name: (each.after, each.before) for each in back.changes
    }
