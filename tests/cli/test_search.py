"""`fika search`: passages of the pack by meaning."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests import worked
from tests.cli.conftest import TODAY, Fika

DAY = ("--today", TODAY)


def test_the_best_first(harbor: Fika) -> None:
    """Each passage has its score, title, id, the beginning of its text, and where it is to be read."""
    ran = harbor("search", "what does it cost to switch?", *DAY)

    found = re.findall(r"^(\d\.\d\d)  .+  \(([a-z]+/[\w./-]+)\)$", ran.out, re.MULTILINE)
    assert (0, "") == (ran.status, ran.err)
    assert 5 == len(found)
    assert sorted((score for score, _ in found), reverse=True) == [score for score, _ in found]


def test_as_json(harbor: Fika) -> None:
    """The same as one object a line."""
    text = harbor("search", "security questionnaire", *DAY)
    rows = [json.loads(line) for line in harbor("search", "security questionnaire", "--json", *DAY).lines]

    assert 5 == len(rows)
    assert all({"id", "kind", "title", "score", "excerpt", "url"} == set(row) for row in rows)
    assert [row["id"] for row in rows] == re.findall(r"^\d\.\d\d  .+  \((.+)\)$", text.out, re.MULTILINE)


def test_what_is_nearest_in_a_passage_is_shown(harbor: Fika) -> None:
    """And with --full all of it, in both forms."""
    asked = ("search", "Can we sign a BAA for HIPAA?", "-n", "1", *DAY)
    near, full = harbor(*asked), harbor(*asked, "--full")
    rows = [json.loads(harbor(*asked, "--json", *more).out) for more in ((), ("--full",))]

    assert "No HIPAA business associate agreement." in near.lines[1]
    assert near.lines[0] == full.lines[0]
    assert len(near.lines[1].strip()) <= 200
    assert near.lines[1].strip() == rows[0]["excerpt"]
    assert rows[1]["excerpt"].splitlines() == [line.removeprefix("      ") for line in full.lines[1:]]
    assert "- No HIPAA business associate agreement." in rows[1]["excerpt"]
    assert len(full.out) > len(near.out)


def test_filters(harbor: Fika) -> None:
    """Kind, stage and persona narrow the search, and --limit says how many."""
    rows = [
        json.loads(line) for line in harbor("search", "forecast", "--kind", "asset", "--json", "-n", "50", *DAY).lines
    ]
    stage = harbor("search", "forecast", "--stage", "evaluate", "--persona", "cfo", "--kind", "asset", "-n", "2", *DAY)

    assert {"asset"} == {row["kind"] for row in rows}
    assert 0 == stage.status
    assert len(stage.out) < len(harbor("search", "forecast", "--kind", "asset", "-n", "50", *DAY).out)


@pytest.mark.parametrize(
    ("option", "words"),
    [("--kind", "There is no kind"), ("--stage", "There is no stage"), ("--persona", "There is no persona")],
)
def test_a_filter_that_does_not_exist(option: str, words: str, harbor: Fika) -> None:
    """What there is instead is named."""
    ran = harbor("search", "forecast", option, "nowhere")

    assert (1, "") == (ran.status, ran.out)
    assert f"{words} 'nowhere'" in ran.err


@pytest.mark.parametrize("number", ["0", "101", "-1", "many"])
def test_a_limit_that_is_none(number: str, harbor: Fika) -> None:
    """--limit is a number from 1 to 100."""
    assert 2 == harbor("search", "forecast", "--limit", number).status


def test_nothing_to_look_for(harbor: Fika) -> None:
    """A blank question is refused."""
    ran = harbor("search", "  ")

    assert (1, "fika: There is nothing to look for: give some words.\n") == (ran.status, ran.err)


def test_nothing_found(fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing passes the filters, that is what is said, with status 0."""
    monkeypatch.setenv("FIKA_PACK", str(worked.FOLDER / "pack"))
    fika("ingest")

    ran = fika("search", "forecast", "--kind", "asset")

    assert (0, ["Nothing in the knowledge matches that."]) == (ran.status, ran.lines)
    assert "" == fika("search", "forecast", "--kind", "asset", "--json").out


def test_never_what_has_lapsed(harbor: Fika) -> None:
    """An offer is found until its last day and not after it."""
    words = ("search", "early adopter offer 2025", "--kind", "asset", "--json", "-n", "100")
    ids = [
        {json.loads(line)["id"] for line in harbor(*words, "--today", day).lines}
        for day in ("2025-01-15", "2026-11-01")
    ]

    assert {"asset/early-adopter-offer-2025"} <= {each.partition("#")[0] for each in ids[0] - ids[1]}


def test_before_an_ingest(fika: Fika) -> None:
    """Without a vector store the sentence says what to run."""
    ran = fika("search", "forecast")

    assert (1, "") == (ran.status, ran.out)
    assert "fika: The pack 'harbor' is not in the vector store yet: run `fika ingest`.\n" == ran.err


@pytest.mark.parametrize("damage", ["pointer", "database", "store"])
def test_a_damaged_store(damage: str, harbor: Fika, home: Path) -> None:
    """Questions are answered without it, a search says what to run, and that helps."""
    [place] = (home / "vectors").glob("fika-harbor-*")
    if damage == "pointer":
        (place / "current.json").write_text("{")
    elif damage == "database":
        next(place.glob("store-*/chroma.sqlite3")).write_bytes(b"rubbish")
    else:
        shutil.rmtree(next(place.glob("store-*")))

    assert 0 == harbor("ask", "does Acme fit?", *DAY).status
    ran = harbor("search", "forecast")
    assert (1, "") == (ran.status, ran.out)
    assert "`fika ingest" in ran.err
    assert 0 == harbor("ingest", "--rebuild").status
    assert 0 == harbor("search", "forecast").status


class TestMany:
    """`fika search -` answers one question a line."""

    def test_one_list_a_line(self, harbor: Fika) -> None:
        """Each question has its own sides; what it leaves open is as the options say, and blank lines are passed over."""
        asked = [
            {"query": "pricing", "kind": "asset"},
            {"query": "objections", "kind": None, "stage": None, "persona": "cfo"},
        ]
        lines = [json.dumps(asked[0]), "", json.dumps(asked[1])]

        ran = harbor("search", "-", "--kind", "persona", "-n", "3", "--json", *DAY, stdin="\n".join(lines))

        first, second = map(json.loads, ran.lines)
        assert (0, "") == (ran.status, ran.err)
        assert ("asset", 3) == (first[0]["kind"], len(first))
        assert {"persona"} == {row["kind"] for row in second}
        assert all(row["id"].startswith("persona/cfo") for row in second)
        assert first == [
            json.loads(line) for line in harbor("search", "pricing", "--kind", "asset", "-n", "3", "--json", *DAY).lines
        ]

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("pricing", "Line 2 is no question"),
            ('{"kind": "asset"}', "Line 2 is no question"),
            ('{"query": "pricing", "colour": "red"}', "Line 2 is no question"),
            ('{"query": " "}', "Line 2: There is nothing to look for"),
            ('{"query": "pricing", "stage": "closing"}', "Line 2: There is no stage 'closing'"),
        ],
    )
    def test_a_line_that_cannot_be_answered_is_named(self, line: str, words: str, harbor: Fika) -> None:
        """What came before it is answered, and the sentence says which line and why."""
        ran = harbor("search", "-", "--json", *DAY, stdin=f'{{"query": "pricing"}}\n{line}\n')

        assert (1, 1) == (ran.status, len(ran.lines))
        assert f"fika: {words}" in ran.err

    def test_lists_are_json(self, harbor: Fika) -> None:
        """Without --json the sentence says what to give."""
        ran = harbor("search", "-", stdin='{"query": "pricing"}')

        assert (1, "") == (ran.status, ran.out)
        assert "give --json" in ran.err

    def test_a_missing_store_is_no_fault_of_the_line(self, fika: Fika) -> None:
        """The sentence is the one that a single search gives."""
        ran = fika("search", "-", "--json", stdin='{"query": "pricing"}')

        assert "fika: The pack 'harbor' is not in the vector store yet: run `fika ingest`.\n" == ran.err


def test_an_industry(harbor: Fika) -> None:
    """Content made for another industry is left out; an industry that is none is refused."""
    plumber = ("search", "case study plumbing", "--kind", "asset", "--json", *DAY, "-n", "100", "--industry")
    ids = {name: {json.loads(line)["id"] for line in harbor(*plumber, name).lines} for name in ("saas", "plumber")}

    assert "asset/case-brightgutter-plumbing" in ids["plumber"] - ids["saas"]
    assert "There is no industry 'nowhere'" in harbor(*plumber, "nowhere").err
