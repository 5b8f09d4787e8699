"""The scorecard: what points are measured against, what is still possible, and the pack's fingerprint."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import ValueRefused
from bot.core.icp import Role
from tests import oracle, worked
from tests.strategies import TODAY, Case, Json, cases, packs, scorecard_of


@given(cases())
def test_what_points_are_measured_against(case: Case) -> None:
    """P+ of each positive ICP and N- of the negative one count the cells that can occur, and no others."""
    judge, card = oracle.Judge(case.pack), case.scorecard
    most = {icp["id"]: judge.most(place) for place, icp in enumerate(case.pack["icps"])}

    assert [case.pack["icps"][place]["id"] for place in judge.positives] == [card.icps[at].id for at in card.positive]
    assert {card.icps[at].id: most[card.icps[at].id] for at in card.positive} == {
        card.icps[at].id: of for at, of in card.best.items()
    }
    least = 0
    if judge.negative is not None:
        least = -sum(min(0, *(kind[0][judge.negative] for kind in kinds)) for kinds in judge.kinds)
    assert least == card.worst


@given(cases())
def test_gates_and_spreads(case: Case) -> None:
    """A cell passes a gate with points above 0; the spread of a trait is its greatest points minus its least."""
    card = case.scorecard
    for column, icp in enumerate(card.icps):
        plain = next(each for each in case.pack["icps"] if each["id"] == icp.id)
        for place, trait in enumerate(case.pack["traits"]):
            each = [cell.points[column] for cell in card.cells[place]]
            required = plain["ratings"].get(trait["id"], {}).get("required", False)
            passing = [card.passes(column, place, number) for number in range(len(each))]
            assert max(each) - min(each) == card.spread(column, place)
            assert [not required or points > 0 for points in each] == passing


def test_worked_pack() -> None:
    """The worked pack: P+ is 40 and 36, N- is 15; positive ICPs come first, primary before secondary."""
    card = worked.scorecard()

    assert [Role.PRIMARY, Role.SECONDARY, Role.NEGATIVE] == [icp.role for icp in card.icps]
    assert ((0, 1), 2) == (card.positive, card.negative)
    assert {0: 40, 1: 36} == dict(card.best)
    assert 15 == card.worst
    assert ((-10, 40), (-9, 36), (-15, 0)) == tuple(card.reach(column) for column in range(3))
    assert (0, 0) == card.reach(None)
    assert 14 == len(card.index) == len(card.everything)
    assert ["<20", "20..49,>1000", "50..200", "201..1000"] == [cell.id for cell in card.cells[card.index["employees"]]]


def test_without_a_negative_icp_nothing_drains() -> None:
    """A pack without a negative ICP is measured against no drain."""
    plain = deepcopy(worked.pack())
    plain["icps"] = plain["icps"][:1]
    card = scorecard_of(plain)

    assert (None, 0) == (card.negative, card.worst)
    assert {0} == {step.drain for steps in card.race.traits for step in steps}


def test_still_possible_cells() -> None:
    """A trait with a value keeps the cells of that value, every other trait all of its cells."""
    card = worked.scorecard()
    place = card.index["employees"]

    still = card.read({"employees": {"min": 50, "max": 200}}, TODAY)

    assert ["50..200"] == card.cell_ids(place, still[place])
    assert (*card.everything[:place], *card.everything[place + 1 :]) == (*still[:place], *still[place + 1 :])


@given(cases(most_worlds=10**6))
def test_reading_raw_answers(case: Case) -> None:
    """Raw answers of every form, dated ones included, leave the cells possible that their values leave."""
    assert case.still == case.scorecard.read(case.account["answers"], TODAY)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (
            {"industry": "other", "headcount": 1},
            "^headcount: the pack 'worked' has no such trait; it has industry, empl",
        ),
        ({"employees": "12"}, "^employees: '12': a number is needed"),
        ({"budget": 1}, "^budget: 1: allowed is true or false"),
        ({"employees": {"value": 12, "on": "yesterday"}}, "^employees: 'yesterday': a date is written as"),
        ({"employees": {"value": "12", "on": "1999-01-01"}}, "^employees: '12': a number is needed"),
    ],
)
def test_raw_answers_are_refused(answers: Json, why: str) -> None:
    """An unknown trait and a value that its trait cannot hold are refused, an expired one as well."""
    with pytest.raises(ValueRefused, match=why):
        worked.scorecard().read(answers, TODAY)


def _a_point(pack: Json) -> None:
    pack["icps"][0]["ratings"]["budget"]["points"]["yes"] = 5


def _otherwise(pack: Json) -> None:
    pack["icps"][0]["ratings"]["budget"]["otherwise"] = -1


def _a_gate(pack: Json) -> None:
    pack["icps"][0]["ratings"]["budget"]["required"] = True


def _a_knockout(pack: Json) -> None:
    pack["icps"][2]["knockouts"]["industry"].append("other")


def _a_role(pack: Json) -> None:
    pack["icps"][0]["role"], pack["icps"][1]["role"] = "secondary", "primary"


def _an_option(pack: Json) -> None:
    pack["traits"][0]["options"]["retail"] = {}


def _the_order_of_options(pack: Json) -> None:
    pack["traits"][0]["options"] = dict(reversed(pack["traits"][0]["options"].items()))


def _a_kind(pack: Json) -> None:
    pack["traits"][1]["kind"] = "money"


def _a_trait(pack: Json) -> None:
    pack["traits"].append(pack["traits"][-1] | {"id": "more"})


def _the_tiers(pack: Json) -> None:
    pack["tiers"] = {"A": 81}


def _the_drain(pack: Json) -> None:
    pack["drain"] = {"cap": 29}


def _defaults_written_out(pack: Json) -> None:
    pack["tiers"] = {"A": 80, "B": 60, "C": 40}
    pack["drain"] = {"cap": 30, "disqualify": 60}
    pack["icps"][0]["ratings"]["budget"] |= {"otherwise": 0, "required": False}
    pack["traits"][5]["options"] = {"yes": {}, "no": {}}


def _words(pack: Json) -> None:
    pack |= {"title": "Other", "owner": "b@example.com", "status": "validated", "reviewed_on": "2026-10-01"}
    pack["traits"][0] |= {"label": "Branch", "question": "?", "why": "Because.", "also": ["vertical"], "cost": 2}
    pack["icps"][0]["name"] = "Other"


def _the_order_of_traits_and_icps(pack: Json) -> None:
    pack["traits"].reverse()
    pack["icps"].reverse()


_Change = Callable[[Json], None]
_DECIDING: list[_Change] = [
    _a_point,
    _otherwise,
    _a_gate,
    _a_knockout,
    _a_role,
    _an_option,
    _the_order_of_options,
    _a_kind,
    _a_trait,
    _the_tiers,
    _the_drain,
]


def _digest_after(change: _Change) -> str:
    plain = deepcopy(worked.pack())
    change(plain)
    return scorecard_of(plain).digest


@pytest.mark.parametrize("change", _DECIDING)
def test_digest_changes_with_whatever_decides(change: _Change) -> None:
    """Whatever may change a score changes the fingerprint of the pack."""
    assert _digest_after(change) != worked.scorecard().digest


def test_every_change_has_its_own_digest() -> None:
    """No two of these packs share a fingerprint."""
    assert len(_DECIDING) == len({_digest_after(change) for change in _DECIDING})


@pytest.mark.parametrize("change", [_defaults_written_out, _words, _the_order_of_traits_and_icps])
def test_digest_stays_with_whatever_does_not_decide(change: _Change) -> None:
    """Defaults that are written out, words for people, and the order of traits leave the fingerprint as it is."""
    assert worked.scorecard().digest == _digest_after(change)


@given(packs(), st.data())
def test_digest_is_repeatable(plain: Json, data: st.DataObject) -> None:
    """Equal packs have equal fingerprints, in whatever order their parts were written down."""
    shuffled = {key: plain[key] for key in data.draw(st.permutations(list(plain)))}

    assert scorecard_of(plain).digest == scorecard_of(deepcopy(shuffled)).digest
