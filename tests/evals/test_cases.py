"""The cases are well formed, and whatever the numbers are, what must never happen does not."""

from collections import Counter
from pathlib import Path

import pytest

from bot.core.request import RequestKind
from bot.settings import Settings
from tests.evals import cases, running
from tests.evals.judging import Judged, Mark, stands

ROUTING = [case for path in cases.files("routing") for case in cases.routing(path).cases]


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> running.Bench:
    """A bench without a model."""
    return running.bench(tmp_path_factory.mktemp("evals"), Settings(), with_model=False)


def of(mark: Mark, judged: list[Judged]) -> list[str]:
    """What was said in the cases with a mark, and what was made of it."""
    return [f"{each.text} -> {each.got}" for each in judged if each.mark is mark]


@pytest.mark.parametrize("kind", cases.SETS)
def test_schema(kind: str) -> None:
    """Every file of cases names its schema in the first line, and the schema is the one that the cases have."""
    assert cases.schema(kind) == cases.schema_file(kind).read_text(encoding="utf-8")
    for path in cases.files(kind):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert f"# yaml-language-server: $schema={cases.schema_file(kind).name}" == first


def test_there_are_enough() -> None:
    """Every kind of case is there in numbers, every kind of request among them, and none is there twice."""
    answering = [case for path in cases.files("answering") for case in cases.answering(path).cases]
    reading = [case for path in cases.files("reading") for case in cases.reading(path).cases]
    refusing = [case for path in cases.files("refusing") for case in cases.refusing(path).cases]

    assert len(ROUTING) >= 300
    assert len(reading) >= 80
    assert len(answering) >= 60
    assert len(refusing) >= 60
    assert set(RequestKind) == {case.kind for case in ROUTING}
    said = Counter((case.text, case.context) for case in ROUTING)
    assert [] == [text for text, count in said.items() if count > 1]


@pytest.mark.parametrize("path", cases.files("routing"), ids=lambda path: path.stem)
def test_routing(path: Path, at: running.Bench) -> None:
    """No more than one message in a hundred is acted on wrongly, and none that must change nothing is taken down."""
    judged = running.run_routing(path, at)

    assert len(of(Mark.ACTED, judged)) <= len(judged) // 100, of(Mark.ACTED, judged)
    assert len(of(Mark.RIGHT, judged)) >= 0.8 * len(judged)


@pytest.mark.parametrize("path", cases.files("routing"), ids=lambda path: path.stem)
def test_a_question_writes_nothing(path: Path, at: running.Bench) -> None:
    """What is labelled as a question that states nothing is never taken for a statement, or for an order to write."""
    asked = {
        case.text
        for case in cases.routing(path).cases
        if not case.answers and case.kind not in {RequestKind.STATE_ANSWERS, RequestKind.LOG_GAP}
        if RequestKind.STATE_ANSWERS not in case.also
    }
    writes = [
        each.got
        for each in running.run_routing(path, at)
        if each.text in asked and each.got.startswith(("state_answers / ", "log_gap /")) and each.mark is Mark.ACTED
    ]

    assert [] == writes


@pytest.mark.parametrize("path", cases.files("reading"), ids=lambda path: path.stem)
def test_reading(path: Path, at: running.Bench) -> None:
    """No value is read that was not said."""
    assert [] == of(Mark.ACTED, running.run_reading(path, at))


@pytest.mark.parametrize("path", cases.files("answering"), ids=lambda path: path.stem)
def test_answering(path: Path, at: running.Bench) -> None:
    """Whatever is answered stands in the pack, word for word, and most questions find what answers them."""
    judged = running.run_answering(path, at)

    assert [] == of(Mark.ACTED, judged)
    assert len(of(Mark.RIGHT, judged)) >= 0.9 * len(judged), of(Mark.WRONG, judged)


@pytest.mark.parametrize("path", cases.files("refusing"), ids=lambda path: path.stem)
def test_refusing(path: Path, at: running.Bench) -> None:
    """Nothing that has to be refused leaves a trace in the state, out of nowhere or in a talk about an account."""
    assert [] == of(Mark.ACTED, running.run_refusing(path, at))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Setup is a fixed $6,000.", True),
        ("Setup is $6,000.", True),
        ("Setup is a fixed $5,000.", False),
        ("Setup takes four weeks and is a fixed $6,000.", False),
        ("Setup is not a fixed $6,000.", False),
    ],
)
def test_stands(sentence: str, *, expected: bool) -> None:
    """A sentence stands in its source where it leaves words out, and not where it adds, changes or turns them."""
    assert expected is stands(sentence, "Setup is a fixed $6,000 and takes four weeks.")
