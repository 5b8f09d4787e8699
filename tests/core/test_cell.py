"""Cells: which values no rating tells apart, what the cells are called, and which of them an answer leaves possible."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.cell import Partition, partition
from bot.core.icp import Icp
from bot.core.trait import Trait
from bot.core.value import read_value
from tests import oracle
from tests.strategies import TODAY, Case, cases, forms, kind_of_cell

_CHOICE = ("b2b_saas", "fintech", "retail", "other")


def _cut(kind: str, *icps: dict[str, Any], options: tuple[str, ...] = ()) -> Partition:
    trait = {"id": "x", "label": "X", "group": "firmographic", "kind": kind, "question": "X?"}
    shapes = [
        {"id": f"i{place}", "role": "primary", "name": "I"}
        | {key: {"x": value} for key, value in icp.items() if value is not None}
        for place, icp in enumerate(icps)
    ]
    full = Trait.model_validate(trait | {"options": {option: {} for option in options}})
    return partition(full, [Icp.model_validate(shape) for shape in shapes])


def _rated(points: Any, otherwise: int = 0) -> dict[str, Any]:
    return {"ratings": {"points": points, "otherwise": otherwise}}


def _shown(cut: Partition) -> list[tuple[str, tuple[int, ...], bool]]:
    return [(cell.id, cell.points, cell.knockout) for cell in cut.cells]


@given(cases())
def test_cells_are_the_kinds_of_value_that_can_occur(case: Case) -> None:
    """Each kind of value that some value has is one cell, no other cell exists, and its id names it."""
    for place, trait in enumerate(case.pack["traits"]):
        cells = case.scorecard.cells[place]
        kinds = [kind_of_cell(case, place, number) for number in range(len(cells))]
        assert len(set(kinds)) == len(kinds)
        assert set(oracle.kinds(case.pack, trait)) == set(kinds)
        assert len({cell.id for cell in cells}) == len(cells)
        for cell, kind in zip(cells, kinds, strict=True):
            assert oracle.names(case.pack, trait, kind, cell.id), (cell, kind)


@given(st.data(), cases())
def test_possible_cells_of_a_form(data: st.DataObject, case: Case) -> None:
    """A form leaves possible exactly the cells of the values that agree with it, ascending, never none."""
    for place, trait in enumerate(case.pack["traits"]):
        raw = data.draw(forms(trait))
        part = case.scorecard.partitions[place]
        cells = part.possible(read_value(raw, case.scorecard.traits[place]))
        assert sorted(set(cells)) == list(cells) != []
        kinds = {kind_of_cell(case, place, cell) for cell in cells}
        assert set(oracle.still(case.pack, trait, raw, TODAY)) == kinds


@given(st.data(), cases())
def test_a_plain_value_is_read_at_once(data: st.DataObject, case: Case) -> None:
    """A value in its plainest form has the cell at once that reading it gives; other forms are left to the reader."""
    for place, trait in enumerate(case.pack["traits"]):
        raw = data.draw(forms(trait))
        part = case.scorecard.partitions[place]
        cells = part.at_once(raw)
        if trait["kind"] != "tags" and isinstance(raw, str | int):
            assert part.possible(read_value(raw, case.scorecard.traits[place])) == cells
        else:
            assert cells is None


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("flag", 1),
        ("flag", 0),
        ("flag", 1.0),
        ("flag", "true"),
        ("flag", ["yes"]),
        ("choice", True),
        ("choice", "unheard_of"),
        ("choice", {"any_of": ["other"]}),
        ("number", True),
        ("number", "7"),
        ("number", 7.0),
        ("number", -1),
        ("number", 10**15 + 1),
        ("number", {"min": 7}),
        ("tags", ["other"]),
        ("tags", "other"),
    ],
)
def test_nothing_else_is_read_at_once(kind: str, raw: object) -> None:
    """What is not exactly of the plainest form is not taken for it: to a dictionary, 1 would be true."""
    cut = _cut(kind, {}, options=_CHOICE if kind in ("choice", "tags") else ())

    assert cut.at_once(raw) is None


@given(cases())
def test_the_cell_of_an_account(case: Case) -> None:
    """All forms of an answer, dated and expired ones included, leave what the rules say."""
    for place, (cells, kinds) in enumerate(zip(case.still, case.left, strict=True)):
        assert set(kinds) == {kind_of_cell(case, place, cell) for cell in cells}


@pytest.mark.parametrize("kind", ["number", "money", "choice", "flag", "tags"])
def test_unrated_trait_has_one_cell(kind: str) -> None:
    """A trait that no ICP rates or knocks out tells nothing apart."""
    cut = _cut(kind, {}, {}, options=("b", "a") if kind in ("choice", "tags") else ())

    name = {"number": ">=0", "money": ">=0", "choice": "b", "flag": "yes", "tags": ""}[kind]
    assert [(name, (0, 0), False)] == _shown(cut)


def test_options_of_equal_points_are_one_cell() -> None:
    """Options form one cell if no ICP tells them apart; the first one in pack order names it."""
    cut = _cut("choice", _rated({"fintech": 3, "retail": 3}), {"knockouts": ["other"]}, options=_CHOICE)

    assert [("b2b_saas", (0, 0), False), ("fintech", (3, 0), False), ("other", (0, 0), True)] == _shown(cut)


def test_a_second_icp_splits_cells() -> None:
    """One ICP that tells two options apart is enough."""
    cut = _cut("choice", _rated({"fintech": 3, "retail": 3}), _rated({"retail": 1}, -1), options=_CHOICE)

    assert [("b2b_saas", (0, -1), False), ("fintech", (3, -1), False), ("retail", (3, 1), False)] == _shown(cut)


@pytest.mark.parametrize(("options", "ids"), [((), ["yes", "no"]), (("no",), ["no", "yes"]), (("yes",), ["yes", "no"])])
def test_flag_cells(options: tuple[str, ...], ids: list[str]) -> None:
    """A flag has yes and no, in the order in which the pack lists them."""
    cut = _cut("flag", _rated({"yes": 3}), options=options)

    assert ids == [cell.id for cell in cut.cells]


def test_ranges_keep_the_words_of_the_pack() -> None:
    """A cell that is a range of the pack is called as the pack writes it, others by the shortest text."""
    cut = _cut("number", _rated({"50..200": 5}), _rated({">= 1000": 1}), {"knockouts": ["< 20"]})

    assert [
        ("< 20", (0, 0, 0), True),
        ("20..49,201..999", (0, 0, 0), False),
        ("50..200", (5, 0, 0), False),
        (">= 1000", (0, 1, 0), False),
    ] == _shown(cut)


def test_money_is_written_with_suffixes() -> None:
    """Ranges of money are written with K, M and B where that is exact."""
    cut = _cut("money", _rated({"2000000..50M": 1}))

    assert ["<2M,>50M", "2000000..50M"] == [cell.id for cell in cut.cells]


def test_neighbouring_ranges_of_equal_points_are_one() -> None:
    """Two ranges side by side that nothing tells apart are one stretch."""
    cut = _cut("number", _rated({"10..19": 1, "20..29": 1, "30..39": 3}))

    assert [("<10,>39", (0,), False), ("10..29", (1,), False), ("30..39", (3,), False)] == _shown(cut)


def test_otherwise_counts_only_if_it_can_occur() -> None:
    """Points for everything else are no cell where nothing else is left."""
    assert [("yes", (1,), False), ("no", (3,), False)] == _shown(_cut("flag", _rated({"yes": 1, "no": 3}, 5)))
    assert [(">=0", (1,), False)] == _shown(_cut("number", _rated({">=0": 1}, 5)))
    assert [("0", (5,), False), (">=1", (1,), False)] == _shown(_cut("number", _rated({">=1": 1}, 5)))
    tags = _cut("tags", _rated([{"has": ["a"], "points": 1}], 5), options=("a",))
    assert [("", (5,), False), ("a", (1,), False)] == _shown(tags)


def test_a_range_beyond_the_largest_number_cannot_occur() -> None:
    """No answer is above 10^15, so points that only larger numbers earn are no cell."""
    assert [(">=0", (0,), False)] == _shown(_cut("number", _rated({">1000000000000000": 5})))


def test_first_row_of_tags_wins() -> None:
    """Rows of tags are tried in order; a row that earlier rows cover never counts."""
    rows = [{"has": ["b", "a"], "points": 3}, {"has": ["c"], "points": -1}, {"has": ["a"], "points": 5}]
    cut = _cut("tags", _rated(rows), {"knockouts": ["d", "c"]}, options=("a", "b", "c", "d"))

    assert [
        ("", (0, 0), False),
        ("a", (3, 0), False),
        ("c", (-1, 0), True),
        ("d", (0, 0), True),
        ("a,c", (3, 0), True),
    ] == _shown(cut)


def test_many_tags_are_no_trouble() -> None:
    """A trait may have forty tags: what counts is which rows match, not which of the 2^40 lists it is."""
    options = tuple(f"tag{number:02}" for number in range(40))
    rows = [{"has": [option], "points": 1 if number % 2 else 3} for number, option in enumerate(options)]
    cut = _cut("tags", _rated(rows), _rated(rows[::-1]), {"knockouts": list(options[:3])}, options=options)
    trait = Trait.model_validate(
        {"id": "x", "label": "X", "group": "firmographic", "kind": "tags", "question": "X?"}
        | {"options": {option: {} for option in options}}
    )

    assert {(0, 0, 0), (3, 3, 0), (1, 1, 0), (3, 1, 0), (1, 3, 0)} == {cell.points for cell in cut.cells}
    assert all(cut.cells[cell].knockout for cell in cut.possible(read_value({"at_least": ["tag00"]}, trait)))


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        (49, ["<50,>1000"]),
        (49.5, ["50..200"]),
        (200, ["50..200"]),
        (200.5, ["201..1000"]),
        ({"min": 50}, ["<50,>1000", "50..200", "201..1000"]),
        ({"min": 60, "max": 200}, ["50..200"]),
        ({"min": 60, "max": 201}, ["50..200", "201..1000"]),
        ({"max": 49}, ["<50,>1000"]),
        ({"any_of": [120, 500]}, ["50..200", "201..1000"]),
        ({"any_of": [120, None]}, ["<50,>1000", "50..200", "201..1000"]),
        (None, ["<50,>1000", "50..200", "201..1000"]),
    ],
)
def test_possible_cells_of_numbers(raw: object, ids: list[str]) -> None:
    """A number has one cell; a range has those it touches."""
    cut = _cut("number", _rated({"50..200": 5}), _rated({"201..1000": 5}))
    trait = Trait.model_validate({"id": "x", "label": "X", "group": "firmographic", "kind": "number", "question": "X?"})

    assert ids == [cut.cells[cell].id for cell in cut.possible(read_value(raw, trait))]
