"""Priors: read exactly, refused clearly, and of no consequence for a verdict."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import FileRefused
from bot.core.planner import Planner
from bot.core.priors import read_priors
from bot.core.scorecard import Scorecard
from tests.strategies import Case, cases, pack_of, priors


def _scorecard() -> Scorecard:
    def trait(name: str, kind: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "label": name, "group": "firmographic", "kind": kind, "question": "?", **more}

    tools = {"salesforce": {}, "excel": {}, "kafka": {}}
    traits = [
        trait("employees", "number"),
        trait("budget", "flag"),
        trait("industry", "choice", options={"saas": {}, "fintech": {}, "retail": {}}),
        trait("stack", "tags", options=tools),
    ]
    ratings = {
        "employees": {"points": {"50..200": 5}},
        "budget": {"points": {"yes": 3}},
        "industry": {"points": {"saas": 5}},
        "stack": {"points": [{"has": ["salesforce"], "points": 3}]},
    }
    icp = {"id": "p", "role": "primary", "name": "P", "ratings": ratings}
    manifest = {"name": "x", "title": "X", "version": 1, "owner": "a@example.com", "reviewed_on": "2026-11-01"}
    return Scorecard.of(pack_of({**manifest, "traits": traits, "icps": [icp]}))


def test_traits_that_are_not_named_stay_uniform() -> None:
    """Without a word about a trait each of its cells is as likely as the next."""
    assert list(read_priors("{}", _scorecard())) == [(1, 1)] * 4


@pytest.mark.parametrize(
    ("trait", "weights", "expected"),
    [
        ("employees", {"<50,>200": 3, "50..200": 1}, (3, 1)),
        ("employees", {"<20": 1, "20..49": 1.5, ">200": 0.5, "60..70": 2}, (3, 2)),
        ("budget", {"no": 0.75, "yes": 0.25}, (1, 3)),
        ("industry", {"saas": 10, "fintech": 20, "retail": 5}, (10, 25)),
        ("stack", {"": 4, "salesforce": 1, "excel,kafka": 2}, (6, 1)),
    ],
)
def test_weights_of_one_cell_add_up(trait: str, weights: dict[str, float], expected: tuple[int, ...]) -> None:
    """Options, ranges and tags are counted into their cells, decimals exactly."""
    scorecard = _scorecard()

    read = read_priors(json.dumps({trait: weights}), scorecard)[scorecard.index[trait]]

    assert tuple(each * read[0] for each in expected) == tuple(each * expected[0] for each in read)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "one JSON object"),
        ("{", "no JSON"),
        ('{"emp": {}}', "'emp'"),
        ('{"employees": 3}', "an object of cells"),
        ('{"employees": {"50..200": 1}}', "leave out '<50,>200'"),
        ('{"employees": {"10..60": 1}}', "no one cell"),
        ('{"employees": {"many": 1}}', "no one cell"),
        ('{"stack": {"word": 1}}', "no one cell"),
        ('{"budget": {"yes": 0, "no": 1}}', "no number above 0"),
        ('{"budget": {"yes": -1, "no": 1}}', "no number above 0"),
        ('{"budget": {"yes": true, "no": 1}}', "no number above 0"),
        ('{"budget": {"yes": "1", "no": 1}}', "no number above 0"),
        ('{"budget": {"yes": 0.0000001, "no": 1}}', "every cell needs a weight above 0"),
        ('{"budget": {"maybe": 1}}', "no one cell"),
    ],
)
def test_what_does_not_fit_is_refused(text: str, words: str) -> None:
    """A file that is no priors file of this pack is refused with what is wrong."""
    with pytest.raises(FileRefused) as refused:
        read_priors(text, _scorecard())

    assert words in str(refused.value)


@given(case=cases(), data=st.data())
def test_priors_order_questions_and_nothing_else(case: Case, data: st.DataObject) -> None:
    """Whatever is expected, a question is asked exactly while the verdict is open."""
    expected = data.draw(priors(case.scorecard))

    question = Planner(case.scorecard, expected).next_question(case.still)

    assert (question is None) == (len(case.scorecard.possibility.verdicts(case.still)) == 1)
