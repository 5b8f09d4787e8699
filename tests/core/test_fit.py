"""The fit report: every field by the rules, the worked examples, receipts, and the JSON that is promised."""

import hashlib
import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from math import isclose
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.fit import FitReport, assess
from bot.core.planner import Planner
from tests import oracle, worked
from tests.strategies import (
    TODAY,
    Case,
    Json,
    cases,
    completions,
    harder,
    narrowed,
    numbers,
    scorecard_of,
    still_of,
)

_RECEIPT_OF_ONE = "810d5dea5ad426d7f7705bc3772244ab66e28980345a27b8c62b7a8a6ff68b93"


def _report(case: Case) -> FitReport:
    return assess(case.scorecard, Planner(case.scorecard), case.account["name"], case.still, TODAY)


def _plain(report: FitReport) -> Json:
    plain: Json = json.loads(report.to_json())
    return plain


def _same_contributions(case: Case, expected: list[Any], found: list[Json]) -> bool:
    traits = {trait["id"]: trait for trait in case.pack["traits"]}
    assert [(name, points) for name, _, points in expected] == [(each["trait"], each["points"]) for each in found]
    return all(
        oracle.names(case.pack, traits[name], kind, each["cell"])
        for (name, kind, _), each in zip(expected, found, strict=True)
    )


@harder(5)
@given(cases())
def test_every_field_is_what_visiting_every_world_says(case: Case) -> None:
    """Every field of the contract but the receipt is what brute force over all worlds finds."""
    expected, found = oracle.score(case.pack, case.account, TODAY), _plain(_report(case))

    assert 64 == len(found.pop("receipt"))
    for one, other in zip(expected["profiles"], found["profiles"], strict=True):
        assert _same_contributions(case, one.pop("contributions"), other.pop("contributions"))
    assert expected == found


# Laws


@given(st.data(), cases(most_worlds=10**6))
def test_an_account_that_turns_out_stays_within_what_was_said(data: st.DataObject, case: Case) -> None:
    """However an account turns out, its points, its drain and its verdict lie within what was said before."""
    before = _report(case)
    world = data.draw(completions(case.still))
    after = assess(case.scorecard, Planner(case.scorecard), "x", world, TODAY)

    assert after.decided
    assert {after.verdict} <= set(before.possible)
    assert before.drain[0] <= after.drain[0] == after.drain[1] <= before.drain[1]
    for wide, narrow in zip(before.profiles, after.profiles, strict=True):
        assert wide.points[0] <= narrow.points[0] == narrow.points[1] <= wide.points[1]
        assert wide.gate in (narrow.gate, "open")
        assert narrow.coverage[0] == narrow.coverage[1] == wide.coverage[1]


@given(st.data(), cases(most_worlds=10**6))
def test_contributions_of_a_full_account_sum_to_its_points(data: st.DataObject, case: Case) -> None:
    """Where all is known, the contributions of every ICP add up to its points, traits without a rating aside."""
    world = data.draw(completions(case.still))
    report = assess(case.scorecard, Planner(case.scorecard), "x", world, TODAY)

    for profile in report.profiles:
        total = sum(contribution.points for contribution in profile.contributions)
        assert (total, total) == profile.points


@given(st.data(), cases(most_worlds=10**6))
def test_knowing_more_never_widens_anything(data: st.DataObject, case: Case) -> None:
    """A narrower answer never makes more verdicts possible, an interval wider or the coverage smaller."""
    less = data.draw(narrowed(case.still))
    wide, narrow = _report(case), assess(case.scorecard, Planner(case.scorecard), "x", less, TODAY)

    assert set(narrow.possible) <= set(wide.possible)
    assert wide.drain[0] <= narrow.drain[0] <= narrow.drain[1] <= wide.drain[1]
    assert wide.costly in (None, narrow.costly)
    for before, after in zip(wide.profiles, narrow.profiles, strict=True):
        assert before.points[0] <= after.points[0] <= after.points[1] <= before.points[1]
        assert before.fit[0] <= after.fit[0] <= after.fit[1] <= before.fit[1]
        assert before.coverage[0] <= after.coverage[0]


@given(cases(most_worlds=10**6))
def test_the_same_input_gives_the_same_bytes(case: Case) -> None:
    """Two scorecards of one pack say the same of one account, byte for byte."""
    again = Case(case.pack, case.account, scorecard_of(deepcopy(case.pack)))

    assert _report(case).to_json() == _report(again).to_json()


@given(st.data(), cases(most_worlds=10**6))
def test_order_does_not_matter(data: st.DataObject, case: Case) -> None:
    """In whatever order answers, traits and ICPs are written, the same is said; only ties are broken by pack order."""
    other = deepcopy(case.pack)
    other["traits"] = data.draw(st.permutations(other["traits"]))
    other["icps"] = data.draw(st.permutations(other["icps"]))
    answers = dict(data.draw(st.permutations(list(case.account["answers"].items()))))
    shuffled = Case(other, {"name": case.account["name"], "answers": answers}, scorecard_of(other))

    one, two = _plain(_report(case)), _plain(_report(shuffled))

    for report in (one, two):
        del report["next"]
        report["flips"].sort()
        for profile in report["profiles"]:
            profile["contributions"].sort(key=lambda each: each["trait"])
    assert one == two
    worth = [
        {
            question.trait: (question.chance, question.value)
            for question in Planner(each.scorecard).questions(each.still)
        }
        for each in (case, shuffled)
    ]
    assert worth[0].keys() == worth[1].keys()
    assert all(worth[0][name][0] == chance for name, (chance, _) in worth[1].items())
    assert all(isclose(worth[0][name][1], value, abs_tol=1e-12) for name, (_, value) in worth[1].items())


@given(cases(most_worlds=10**6))
def test_the_name_changes_nothing_but_itself(case: Case) -> None:
    """An account is judged by its answers, not by its name; not even the receipt changes with it."""
    renamed = Case(case.pack, case.account | {"name": "Other"}, case.scorecard)

    assert _plain(_report(case)) | {"account": "Other"} == _plain(_report(renamed))


@given(cases(most_worlds=10**6))
def test_what_is_null_and_what_is_empty(case: Case) -> None:
    """While the verdict is open there is none, no fragile answer, and a next question; once decided the other way."""
    report = _report(case)

    assert report.decided == (len(report.possible) == 1) == (report.verdict is not None) == (report.next is None)
    assert report.action_decided == (report.action is not None)
    assert report.decided <= report.action_decided
    assert report.decided or not report.flips
    assert (report.next is None) == (report.questions == ())


# The worked examples


@pytest.mark.parametrize("expected", worked.lines("expected.jsonl"), ids=lambda each: each["account"])
def test_expected_fields_of_the_worked_accounts(expected: Json) -> None:
    """Every field that the examples state is as they state it."""
    found = _plain(worked.report(worked.account(expected["account"])))
    profiles = [
        {key: profile[key] for key in stated}
        for profile, stated in zip(found["profiles"], expected["profiles"], strict=True)
    ]

    assert expected == {key: found[key] for key in expected} | {"profiles": profiles}


def test_example_1_is_a_primary_a() -> None:
    """All known: 37 of 40 points, 92.5 percent, no drain; seven answers are fragile."""
    report = worked.report(worked.account("one"))

    assert ("primary/A", ("primary/A",), "work") == (report.verdict, report.possible, report.action)
    assert ((37, 37), 40, (925, 925), "pass") == _shown(report, 0)
    assert ((24, 24), 36, (667, 667), "fail") == _shown(report, 1)
    assert ((50, 50), (45, 45)) == tuple(profile.coverage for profile in report.profiles)
    assert ((0, 0), False, None) == (report.drain, report.costly, report.next)
    fragile = ("industry", "employees", "life_cycle", "technology", "jobs", "must_haves", "cloud")
    assert fragile == report.flips
    assert [
        ("industry", "b2b_saas", 5),
        ("employees", "50..200", 5),
        ("cloud", "public", 5),
        ("life_cycle", "growth", 3),
        ("technology", "high", 3),
        ("initiative", "yes", 3),
        ("jobs", "yes_all", 3),
        ("budget", "yes", 3),
        ("location", "us", 3),
        ("revenue", "2M..50M", 1),
        ("journey", "small_committee", 1),
        ("must_haves", "most", 1),
        ("decider", "known", 1),
        ("prior_purchase", "no", 0),
    ] == [(each.trait, each.cell, each.points) for each in report.profiles[0].contributions]


def _shown(report: FitReport, place: int) -> tuple[tuple[int, int], int, tuple[int, int], str]:
    profile = report.profiles[place]
    return profile.points, profile.of, profile.fit, profile.gate


def test_example_2_narrows_in_three_steps() -> None:
    """Five answers leave five verdicts, seven leave three, eight leave two that both mean work."""
    steps = [worked.report(worked.account(name)) for name in ("two", "two-b", "two-c")]

    assert ("disqualified", "no_fit", "primary/A", "primary/B", "primary/C") == steps[0].possible
    assert ((12, 38), 40, (300, 950), "pass") == _shown(steps[0], 0)
    assert ((0, 800), None, (24, 50)) == (steps[0].drain, steps[0].costly, steps[0].profiles[0].coverage)
    assert ("primary/A", "primary/B", "primary/C") == steps[1].possible
    assert (18, 38) == steps[1].profiles[0].points
    assert ("primary/A", "primary/B") == steps[2].possible
    assert (24, 38) == steps[2].profiles[0].points
    assert [(None, False), (None, False), ("work", True)] == [(each.action, each.action_decided) for each in steps]
    assert [None, None, None] == [each.verdict for each in steps]
    assert [(), (), ()] == [each.flips for each in steps]
    assert all(each.next is not None for each in steps)


def test_example_3_is_capped() -> None:
    """Custom work drains a third: 36 points would be an A, and make a costly B."""
    report = worked.report(worked.account("three"))

    assert ((36, 36), 40, (900, 900), "pass") == _shown(report, 0)
    assert ((333, 333), True, "primary/B", "work") == (report.drain, report.costly, report.verdict, report.action)


def test_example_4_settles_the_action_only() -> None:
    """Two sources disagree on the size: what to do is settled, only the playbook is open."""
    report = worked.report(worked.account("four"))

    assert (("primary/A", "secondary/A"), False, None) == (report.possible, report.decided, report.verdict)
    assert ("work", True, "employees") == (report.action, report.action_decided, report.next)
    assert ["open", "open"] == [profile.gate for profile in report.profiles]


def test_example_5_stops_after_one_question() -> None:
    """Fewer than 20 people is a knock-out: nothing else needs to be asked."""
    report = worked.report(worked.account("five"))

    assert ("disqualified", ("disqualified",), "drop") == (report.verdict, report.possible, report.action)
    assert (None, ("employees",)) == (report.next, report.flips)


# The JSON form


def test_json_of_the_first_example() -> None:
    """The line that `fika score` writes for the first example, byte by byte."""
    assert (
        '{"account":"one","action":"work","action_decided":true,"costly":false,"decided":true,"drain":[0.0,0.0],'
        '"flips":["industry","employees","life_cycle","technology","jobs","must_haves","cloud"],"next":null,'
        '"pack":"worked","pack_version":1,"possible":["primary/A"],"profiles":[{"contributions":['
        '{"cell":"b2b_saas","points":5,"trait":"industry"},{"cell":"50..200","points":5,"trait":"employees"},'
        '{"cell":"public","points":5,"trait":"cloud"},{"cell":"growth","points":3,"trait":"life_cycle"},'
        '{"cell":"high","points":3,"trait":"technology"},{"cell":"yes","points":3,"trait":"initiative"},'
        '{"cell":"yes_all","points":3,"trait":"jobs"},{"cell":"yes","points":3,"trait":"budget"},'
        '{"cell":"us","points":3,"trait":"location"},{"cell":"2M..50M","points":1,"trait":"revenue"},'
        '{"cell":"small_committee","points":1,"trait":"journey"},{"cell":"most","points":1,"trait":"must_haves"},'
        '{"cell":"known","points":1,"trait":"decider"},{"cell":"no","points":0,"trait":"prior_purchase"}],'
        '"coverage":[50,50],"fit":[92.5,92.5],"gate":"pass","id":"primary","of":40,"points":[37,37],'
        '"role":"primary"},{"contributions":[{"cell":"b2b_saas","points":5,"trait":"industry"},'
        '{"cell":"high","points":3,"trait":"technology"},{"cell":"yes","points":3,"trait":"initiative"},'
        '{"cell":"yes_all","points":3,"trait":"jobs"},{"cell":"yes","points":3,"trait":"budget"},'
        '{"cell":"public","points":3,"trait":"cloud"},{"cell":"growth","points":1,"trait":"life_cycle"},'
        '{"cell":"small_committee","points":1,"trait":"journey"},{"cell":"most","points":1,"trait":"must_haves"},'
        '{"cell":"us","points":1,"trait":"location"},{"cell":"50..200","points":0,"trait":"employees"},'
        '{"cell":"no","points":0,"trait":"prior_purchase"}],"coverage":[45,45],"fit":[66.7,66.7],"gate":"fail",'
        '"id":"secondary","of":36,"points":[24,24],"role":"secondary"}],'
        f'"receipt":"{_RECEIPT_OF_ONE}","verdict":"primary/A"}}'
    ) == worked.report(worked.account("one")).to_json()


def test_json_is_canonical() -> None:
    """Keys are sorted, nothing stands after separators, whole percentages keep one decimal, letters stay letters."""
    text = worked.report(worked.account("three") | {"name": 'Ærø "Søn" \n'}).to_json()

    assert json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text
    assert '"fit":[90.0,90.0]' in text
    assert '"account":"Ærø \\"Søn\\" \\n"' in text
    assert "\n" not in text


# Receipts


def _receipt(answers: Json, today: date = TODAY, change: Callable[[Json], None] | None = None) -> str:
    plain = deepcopy(worked.pack())
    if change:
        change(plain)
    card = scorecard_of(plain)
    return assess(card, Planner(card), "x", still_of(card, {"answers": answers}, today), today).receipt


def test_receipt_is_the_hash_of_what_the_report_follows_from() -> None:
    """A receipt can be recomputed from the cells still possible, the pack's name, version and digest, and the date."""
    card = worked.scorecard()
    everything = {
        trait.id: sorted(cell.id for cell in cells) for trait, cells in zip(card.traits, card.cells, strict=True)
    }
    known = {"industry": ["fintech"], "employees": ["20..49,>1000", "50..200"]}
    answers = everything | known

    whole = {"answers": answers, "pack": "worked", "version": 1, "digest": card.digest, "today": "2026-11-22"}
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == _receipt(
        {"industry": "fintech", "employees": {"any_of": [30, 120]}}
    )


@given(st.lists(numbers(), min_size=2, max_size=2))
def test_receipt_changes_exactly_with_the_cell(both: list[Any]) -> None:
    """Two answers have the same receipt exactly if they are of one cell."""
    card = worked.scorecard()
    one, other = ({"employees": number} for number in both)
    same = still_of(card, {"answers": one}) == still_of(card, {"answers": other})

    assert same == (_receipt(one) == _receipt(other))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {"industry": None}, True),
        ({"employees": 120}, {"employees": {"min": 50, "max": 200}}, True),
        ({"employees": 120}, {"employees": {"value": 120, "on": "2025-11-22"}}, True),
        ({"employees": 120}, {"employees": {"value": 120, "on": "2025-11-21"}}, False),
        ({}, {"employees": {"value": 120, "on": "2025-11-21"}}, True),
        ({}, {"employees": {"min": 0}}, True),
        ({}, {"industry": "fintech"}, False),
        ({"industry": "other"}, {"industry": "manufacturing"}, True),
        ({"budget": True}, {"budget": False}, False),
        ({"budget": True, "industry": "other"}, {"industry": "other", "budget": True}, True),
    ],
)
def test_receipt_follows_the_cells(one: Json, other: Json, same: bool) -> None:  # noqa: FBT001
    """What counts of an answer is what it leaves possible today."""
    assert same == (_receipt(one) == _receipt(other))


def test_receipt_changes_with_date_version_name_and_digest() -> None:
    """Another day, another version, another pack and other points each give another receipt."""

    def changed(**more: Any) -> Callable[[Json], None]:
        return lambda pack: pack.update(more)

    receipts = [
        _receipt({}),
        _receipt({}, TODAY + timedelta(days=1)),
        _receipt({}, change=changed(version=2)),
        _receipt({}, change=changed(name="other")),
        _receipt({}, change=changed(tiers={"A": 79})),
    ]

    assert len(receipts) == len(set(receipts))
    assert receipts[0] == _receipt({}, change=changed(title="Other words"))


def test_receipt_of_the_first_example() -> None:
    """A receipt that was given out once can be had again by any later version of the program."""
    assert _RECEIPT_OF_ONE == worked.report(worked.account("one")).receipt
