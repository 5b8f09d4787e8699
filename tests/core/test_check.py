"""The parts of a pack are held against each other; here without any file. Each fault has its line in the loader's test."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.cell import partition
from bot.core.check import Place, Problem, find_problems
from bot.core.check_values import range_problems
from bot.core.icp import Icp
from bot.core.pack import Pack
from bot.core.problem import listed, unknown
from bot.core.ranges import parse_range
from bot.core.trait import Trait

Json = dict[str, Any]
STAGES = ("awareness", "learn", "evaluate", "consider", "buy")


def trait(trait_id: str, kind: str, **more: Any) -> Json:
    """A trait, as JSON."""
    return {
        "id": trait_id,
        "label": trait_id,
        "group": "firmographic",
        "kind": kind,
        "question": "?",
        "why": "x",
        **more,
    }


def small(**changes: Any) -> Pack:
    """A small pack without errors, with some of its fields replaced."""
    plain: Json = {
        "name": "small",
        "title": "Small",
        "version": 1,
        "owner": "x",
        "reviewed_on": "2026-09-01",
        "traits": [
            trait("size", "number"),
            trait("sector", "choice", options={"a": {}, "b": {}, "c": {}}),
            trait("tools", "tags", options={"x": {}, "y": {}}),
        ],
        "icps": [
            {"id": "first", "role": "primary", "name": "First", "ratings": {"size": {"points": {"<20": 3}}}},
        ],
        "personas": [{"id": "cfo", "title": "CFO"}],
        "journey": {"stages": {stage: {} for stage in STAGES}},
    }
    return Pack.model_validate({**plain, **changes})


def errors(pack: Pack, *unread: Place) -> list[tuple[Place, str]]:
    """The errors of a pack, as places and the beginnings of sentences."""
    problems = find_problems(pack, unread)
    return [(problem.place, problem.message.split("; ")[0]) for problem in problems if problem.severity == "error"]


def rated(**ratings: Any) -> list[Json]:
    """A primary ICP with these ratings."""
    return [{"id": "first", "role": "primary", "name": "First", "ratings": ratings}]


def test_a_pack_without_errors_has_none() -> None:
    """The pack that the other tests change is good."""
    assert [] == errors(small())


def test_a_place_leads_to_the_fault() -> None:
    """A problem names the path of keys and positions to what is wrong."""
    pack = small(
        icps=rated(
            size={"points": {"<20": 3, "10..30": 1}},
            tools={"points": [{"has": ["x"], "points": 1}, {"has": ["y", "z"], "points": 1}]},
            gone={"points": {}},
        )
    )
    ratings = ("icps", "first", "ratings")

    assert errors(pack) == [
        ((*ratings, "size", "points", "10..30"), "the range '10..30' overlaps '<20'"),
        ((*ratings, "tools", "points", 1, "has", 1), "unknown option 'z' of 'tools'"),
        ((*ratings, "gone"), "unknown trait 'gone'"),
    ]


def test_the_second_of_two_is_the_one_too_many() -> None:
    """Where an id or a role stands twice, the place is the later one's."""
    twice = [trait("size", "number"), trait("sector", "flag"), trait("size", "money")]
    icps = [*rated(size={"points": {"<20": 3}}), {"id": "second", "role": "primary", "name": "x", "ratings": {}}]

    assert errors(small(traits=twice, icps=icps))[:2] == [
        (("traits", 2, "id"), "there are two traits called 'size'"),
        (("icps", "second", "role"), "'first' is the primary ICP already"),
    ]


@pytest.mark.parametrize(
    ("changes", "unread", "complaint"),
    [
        ({"icps": rated(gone={"points": {"a": 3}})}, ("traits", "gone"), "unknown trait 'gone'"),
        ({"icps": rated(gone={"points": {"a": 3}})}, ("traits",), "unknown trait 'gone'"),
        (
            {"icps": rated(sector={"points": {"d": 3}})},
            ("traits", "sector", "options", "d"),
            "unknown option 'd' of 'sector'",
        ),
        ({"icps": []}, ("icps", "first"), "there is no primary ICP"),
        ({"icps": rated()}, ("icps", "first", "ratings", "size"), "no value earns the ICP 'first' any points"),
        ({"icps": rated(size={"points": {"<9": -1}})}, ("traits", "more"), "no value earns the ICP 'first' any points"),
        (
            {"icps": rated(sector={"required": True, "points": {"a": -1}}, size={"points": {"<20": 3}})},
            ("traits", "sector", "options", "d"),
            "no value of 'sector' has points above 0, so nothing can ever pass this gate",
        ),
        ({"journey": {"stages": {}}}, ("journey",), "the stage 'awareness' is missing"),
        ({"traits": []}, ("traits",), "the pack has no traits"),
        ({"rates": {"USD": {"to": 1, "on": "2026-01-01"}}}, ("pack", "currency"), "USD is the pack's own currency"),
    ],
)
def test_nothing_is_concluded_from_what_could_not_be_read(changes: Json, unread: Place, complaint: str) -> None:
    """What exists and has faults of its own is not missing, and a reference to it is no second fault."""
    pack = small(**changes)

    assert complaint in [message for _, message in errors(pack)]
    assert complaint not in [message for _, message in errors(pack, unread)]


def test_a_name_that_could_not_be_read_is_still_a_name() -> None:
    """Whoever misspells a trait that has faults of its own hears its name all the same."""
    pack = small(icps=rated(sizes={"points": {}}, size={"points": {"<20": 3}}), traits=[])
    messages = [problem.message for problem in find_problems(pack, [("traits", "size")])]

    assert "unknown trait 'sizes'; did you mean 'size'?; allowed: size" in messages


def test_an_empty_rating_of_any_kind_can_be_checked() -> None:
    """A rating without a value is a doubt and never a crash."""
    pack = small(icps=rated(size={"points": []}, sector={"points": []}, tools={"points": {}}))

    assert ["no value earns the ICP 'first' any points"] == [message for _, message in errors(pack)]


def test_a_list_of_very_many_words_is_cut() -> None:
    """A sentence stays readable where hundreds of words are allowed, and says so where none is."""
    assert unknown("trait", "x", map(str, range(100))).endswith("18, 19 and 80 more")
    assert "none" == listed([])


def test_a_problem_reads_as_a_line() -> None:
    """A problem prints as file, line, severity and sentence, as far as they are known."""
    assert "a.yaml:3: error: no" == str(Problem("error", "no", file="a.yaml", line=3))
    assert "a.yaml: warning: no" == str(Problem("warning", "no", file="a.yaml"))
    assert "error: no" == str(Problem("error", "no"))


RANGES = st.one_of(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: f"{min(pair)}..{max(pair)}"),
    st.integers(1, 60).map("<{}".format),
    st.integers(0, 60).map(">{}".format),
    st.integers(0, 60).map(str),
)


def test_signs_of_a_stage() -> None:
    """A sign names values of a trait that there are; one without values is none."""
    signs = {"size": [">=50", "x"], "sector": ["a", "d"], "tools": [], "gone": ["a"]}
    pack = small(journey={"stages": {stage: {"signs": signs if stage == "buy" else {}} for stage in STAGES}})
    place = ("journey", "stages", "buy", "signs")

    assert errors(pack) == [
        ((*place, "size", 1), "'x' is no range"),
        ((*place, "sector", 1), "unknown option 'd' of 'sector'"),
        ((*place, "tools"), "no value of 'tools' is a sign"),
        ((*place, "gone"), "unknown trait 'gone'"),
    ]
    assert [] == errors(pack, ("traits",), (*place, "tools"), (*place, "size", 1))[2:]
    assert errors(pack, ("traits", "gone")) == errors(pack)[:3]


@given(st.lists(RANGES, max_size=6))
def test_ranges_are_faultless_exactly_if_no_number_is_in_two(texts: list[str]) -> None:
    """Overlaps are found in any order of ranges, against counting."""
    spans = [parse_range(text) for text in texts]
    numbers = [parse_range(str(number)) for number in range(130)]
    apart = all(sum(span.overlaps(number) for span in spans) <= 1 for number in numbers)

    assert apart == (not list(range_problems(texts, (), by_key=False)))


@given(st.lists(st.tuples(st.sets(st.sampled_from("abcd"), min_size=1), st.sampled_from([-3, 0, 3])), max_size=5))
def test_a_shadowed_row_never_counts(rows: list[tuple[set[str], int]]) -> None:
    """Leaving out the rows that are warned of changes no cell of the trait."""
    tags = Trait.model_validate(trait("tools", "tags", options={tag: {} for tag in "abcd"}))
    written = [{"has": sorted(has), "points": points} for has, points in rows]
    pack = small(traits=[tags.model_dump()], icps=rated(tools={"points": written}))
    shadowed = {
        problem.place[-1]
        for problem in find_problems(pack)
        if problem.message.startswith("earlier rows cover every tag")
    }
    kept = Icp.model_validate(rated(tools={"points": [row for n, row in enumerate(written) if n not in shadowed]})[0])

    assert {(cell.id, cell.points) for cell in partition(tags, pack.icps).cells} == {
        (cell.id, cell.points) for cell in partition(tags, [kept]).cells
    }
