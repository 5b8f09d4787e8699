"""The documentation is true: examples run, numbers agree with the code, links lead somewhere."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from math import prod
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer

from bot.cli import build_app
from bot.core.errors import LineRefused, ValueRefused
from bot.core.fit import FitReport
from bot.core.interview_diagram import page as drawn_anew
from bot.core.line import read_line
from bot.core.priors import read_priors
from bot.flows.fit import Scorer
from bot.library.loader import check_folder, load_pack
from bot.settings import Settings, variables
from bot.store.tables import METADATA
from tests.pages import ROOT, files_in, text_of, write

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
TODAY = date(2026, 11, 1)
OTHER_PEOPLES = {".git", ".venv", ".fika", "dist", "build", "node_modules"}


def _blocks(page: str, info: str) -> list[str]:
    """The fenced blocks with exactly these words behind the fence."""
    return re.findall(rf"^```{re.escape(info)}\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)


def _block(page: str, info: str) -> str:
    [block] = _blocks(page, info)
    return block


def _table(page: str, *head: str) -> list[list[str]]:
    """The rows of the table with that head, cell by cell and without backticks."""
    _, _, rest = text_of(page).partition(f"| {' | '.join(head)} |\n")
    rows = rest.partition("\n\n")[0].splitlines()[1:]
    assert rows, f"no table {head} in {page}"
    return [[cell.strip().replace("`", "") for cell in row.strip("|").split("|")] for row in rows]


def _prose(text: str) -> str:
    """A page without its fenced and indented code."""
    return re.sub(r"^```.*?^```$|^(?: {4}|\t)[^\n]*$", "", text, flags=re.MULTILINE | re.DOTALL)


# --- The command line and the settings --------------------------------------------------------------------------------


def _commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """A command and all below it; typer's own copy of click has no public names."""
    yield name, command
    for each, below in getattr(command, "commands", {}).items():
        yield from _commands(below, f"{name} {each}")


COMMANDS = dict(_commands(typer.main.get_command(build_app()), "fika"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    """`--help` explains every command, every argument and every option."""
    command = COMMANDS[name]
    silent = [each.name for each in command.params if not (getattr(each, "help", None) or "").strip()]

    assert (True, []) == (bool(command.help), [each for each in silent if each != "help"])


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.count(" ") == 1])
def test_every_command_is_documented(name: str) -> None:
    """The table of commands leaves none out."""
    documented = {
        " ".join(words.split()[:2])
        for row in _table("docs/commands.md", "command", "what it does")
        for words in row[0].split(", ")
    }

    assert name in documented


def test_no_command_is_documented_that_is_not_there() -> None:
    """Every command in the table exists, also those below `fika accounts`."""
    rows = _table("docs/commands.md", "command", "what it does")
    named = {" ".join(words.split()[:2]) for row in rows for words in row[0].split(", ")}
    [accounts] = [row[1] for row in rows if row[0].startswith("fika accounts")]
    named |= {f"fika accounts {each}" for each in re.findall(r"\w+", accounts)}

    assert set() == named - set(COMMANDS)
    assert {name for name in COMMANDS if name.startswith("fika accounts ")} == {n for n in named if n.count(" ") == 2}


def test_every_option_in_the_documentation_exists() -> None:
    """No page talks of an option that no command has."""
    options = {text for command in COMMANDS.values() for each in command.params for text in each.opts} | {"--help"}
    named = {
        option
        for page in [ROOT / "README.md", *DOCS.glob("*.md")]
        for line in re.findall(r"fika [^`\n]*|(?<=`)--[^`\n]*", page.read_text(encoding="utf-8"))
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)
    }

    assert set() == named - options


def test_settings_and_readme_agree() -> None:
    """Every setting stands in the README's table, and every variable there is a setting."""
    documented = [row[0] for row in _table("README.md", "variable", "meaning", "default")]

    assert sorted(variables().values()) == sorted(documented)


def test_documented_defaults_are_the_defaults() -> None:
    """Where the README's table gives a default in code, it is the one in force."""
    for name, _, default in _table("README.md", "variable", "meaning", "default"):
        fields = {variable: field for field, variable in variables().items()}
        real = Settings.model_fields[fields[name]].default
        if isinstance(real, str | int):
            assert str(real) == default


# --- docs/pack.md -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack that docs/pack.md is made of."""
    return write(files_in("docs/pack.md"), tmp_path_factory.mktemp("packs") / "tally")


def test_the_pack_of_the_manual_passes_the_check(tally: Path) -> None:
    """Whoever copies the examples of docs/pack.md has a pack without errors, with exactly the warnings it tells of."""
    problems, pack = check_folder(tally)

    assert [] == [str(each) for each in problems if each.severity == "error"]
    assert pack is not None
    assert ["journey.yaml", "journey.yaml", "traits.yaml"] == [each.file for each in problems]


def test_the_pack_of_the_manual_shows_every_kind_of_file(tally: Path) -> None:
    """No part of a pack is left without an example."""
    pack = load_pack(tally).pack
    parts = (pack.traits, pack.icps, pack.personas, pack.journey.stages, pack.assets, pack.qualification, pack.playbook)

    assert all(parts)
    assert {"number", "money", "choice", "flag", "tags"} == {trait.kind for trait in pack.traits}


def test_the_manual_names_every_key(tally: Path) -> None:
    """Every key that a file of a pack may have is explained in docs/pack.md."""
    pack = load_pack(tally).pack
    explained = set(re.findall(r"`(\w+)`", text_of("docs/pack.md")))
    [asset], [page], [persona], [framework] = pack.assets, pack.playbook, pack.personas, pack.qualification
    stage = next(iter(pack.journey.stages.values()))
    models: list[tuple[Any, set[str]]] = [
        (type(pack), {"traits", "icps", "personas", "journey", "assets", "qualification", "playbook"}),
        (type(pack.traits[0]), set()),
        (type(pack.icps[0]), set()),
        (type(pack.icps[0].ratings["industry"]), set()),
        (type(pack.icps[0].narrative), set()),
        (type(persona), set()),
        (type(stage), set()),
        (type(stage.cells[0]), set()),
        (type(asset), {"id", "body"}),
        (type(page), {"id", "body"}),
        (type(framework), {"items"}),
        (type(framework.items[0]), set()),
    ]
    keys = {
        field.alias or name
        for model, known in models
        for name, field in model.model_fields.items()
        if name not in known
    }

    assert set() == keys - explained


# --- docs/scoring.md --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def harbor() -> Scorer:
    """The shipped example pack, ready to score."""
    return Scorer(load_pack(ROOT / "knowledge" / "harbor").pack)


def _hollowpine(harbor: Scorer, **answers: object) -> FitReport:
    raw = json.loads(files_in("docs/scoring.md")["hollowpine.jsonl"])
    return harbor.score(read_line(json.dumps({**raw, "answers": {**raw["answers"], **answers}})), TODAY)


def test_the_worked_account_is_one_that_ships() -> None:
    """The account of docs/scoring.md stands in harbor's example accounts, word for word."""
    shipped = text_of("knowledge/harbor/examples/accounts.jsonl").splitlines()

    assert files_in("docs/scoring.md")["hollowpine.jsonl"].strip() in shipped


def test_the_worked_report_is_what_the_scorer_says(harbor: Scorer) -> None:
    """The JSON in docs/scoring.md is what `fika score` prints for the line above it."""
    assert json.loads(_block("docs/scoring.md", "json report")) == json.loads(_hollowpine(harbor).to_json())


def test_the_worked_ways_to_turn_out_are_all_of_them(harbor: Scorer) -> None:
    """The table of ways to turn out holds every combination, with its points, fit and verdict."""
    rows = _table("docs/scoring.md", "budget", "bought before", "valuation", "points", "fit", "verdict")
    given = {"50M..500M": 100_000_000, ">500M": 600_000_000}
    scored = []
    for budget, before, valuation, *_ in rows:
        report = _hollowpine(harbor, budget=budget, prior_purchase=before, valuation=given[valuation])
        [points, _], [tenths, _] = report.profiles[0].points, report.profiles[0].fit
        scored.append([budget, before, valuation, str(points), str(tenths / 10), str(report.verdict)])

    assert rows == scored
    assert 8 == len({tuple(row[:3]) for row in rows})
    assert {row[-1] for row in rows} == set(_hollowpine(harbor).possible)


def test_the_worked_reasons_add_up(harbor: Scorer) -> None:
    """What docs/scoring.md says of the points, of what it would take and of fragile answers is so."""
    report = _hollowpine(harbor)
    points = [int(row[0]) * len(row[1].split(",")) for row in _table("docs/scoring.md", "points", "answers")]
    wanted = _hollowpine(harbor, budget=True, prior_purchase=True)
    known = [each.trait for each in wanted.profiles[0].contributions]

    assert 40 == sum(points) == sum(each.points for each in report.profiles[0].contributions)
    assert ("budget", "primary/A", (44, 47)) == (report.next, wanted.verdict, wanted.profiles[0].points)
    assert {"crm_age"} == set(known) - set(wanted.flips)
    assert "primary/B" == _hollowpine(harbor, budget=False).verdict


def test_documented_lines_are_taken(harbor: Scorer) -> None:
    """Every line that docs/scoring.md calls allowed is scored."""
    lines = _block("docs/scoring.md", "jsonl allowed").splitlines()

    assert [json.loads(line)["name"] for line in lines] == [harbor.score(read_line(x), TODAY).account for x in lines]


def test_documented_lines_are_refused(harbor: Scorer) -> None:
    """Every line that docs/scoring.md calls refused is refused, with a reason."""
    lines = _block("docs/scoring.md", "jsonl refused").splitlines()

    for line in lines:
        with pytest.raises((LineRefused, ValueRefused), match=r"\w+"):
            harbor.score(read_line(line), TODAY)
    assert 12 == len(lines)


def test_documented_fields_are_those_of_a_report(harbor: Scorer) -> None:
    """The table of a report's fields names all of them and no others."""
    text = text_of("docs/scoring.md").partition("### A report")[2].partition("### The receipt")[0]
    named = {key.removeprefix("profiles[]").lstrip(".") for key in re.findall(r"`([\w.\[\]]+)`", _first_column(text))}
    report = json.loads(_hollowpine(harbor).to_json())

    assert {*report, *report["profiles"][0]} == named


def _first_column(text: str) -> str:
    return "\n".join(line.split("|")[1] for line in text.splitlines() if line.startswith("| `"))


def test_the_receipt_can_be_recomputed(tally: Path) -> None:
    """The digest and the receipt in docs/scoring.md are the hashes of the texts above them, and the real ones."""
    from hashlib import sha256

    page = "docs/scoring.md"
    scorer = Scorer(load_pack(tally).pack)
    [answers] = re.findall(r"only this is known, `(\{.*?\})`", text_of(page))
    report = scorer.score(read_line(f'{{"name": "Any", "answers": {answers}}}'), TODAY)

    for kind, real in (("digest", scorer.scorecard.digest), ("receipt", report.receipt)):
        text, stated = _block(page, f"text {kind}").strip(), _block(page, f"text {kind}-sha256").strip()
        assert (stated, stated) == (sha256(text.encode()).hexdigest(), real)


def test_documented_priors_are_read(harbor: Scorer) -> None:
    """The example of a priors file is one."""
    weights = read_priors(_block("docs/scoring.md", "json priors"), harbor.scorecard)

    assert (60, 25, 15) == tuple(weights[harbor.scorecard.index["employees"]])


def test_documented_cells_are_the_cells(harbor: Scorer, tally: Path) -> None:
    """The ids of cells that docs/scoring.md gives as examples are real ones."""
    text = " ".join(text_of("docs/scoring.md").split())
    own = Scorer(load_pack(tally).pack)

    assert "the cells `<25`, `25..49,>200` and `50..200`" in text
    assert {"<25", "25..49,>200", "50..200"} == _cells(harbor, "employees")
    assert "as `1M..4999999`" in text
    assert {"<1M", "1M..4999999,>50M", "5M..50M"} == _cells(own, "revenue")
    assert "" in _cells(own, "stack")


def _cells(scorer: Scorer, trait: str) -> set[str]:
    return {cell.id for cell in scorer.scorecard.cells[scorer.scorecard.index[trait]]}


# --- docs/architecture.md and docs/state.md ---------------------------------------------------------------------------


def test_the_number_of_ways_is_right(harbor: Scorer) -> None:
    """docs/architecture.md says correctly in how many ways an empty account may turn out, and with how many sums."""
    text = " ".join(text_of("docs/architecture.md").split())
    card = harbor.scorecard
    reach = [card.reach(column) for column in (*card.positive, card.negative)]
    sums = [greatest - least + 1 for least, greatest in reach]

    assert f"can turn out in {prod(len(cells) for cells in card.cells):,} ways" in text
    assert f"there are at most {prod(sums):,}" in text


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_documented_rings_are_those_that_are_checked(page: str) -> None:
    """The rings as drawn are the layers that import-linter enforces."""
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    drawn = " ".join(text_of(page).split()).replace("->  ", "-> ")

    assert " -> ".join(layer for layer in layers if layer != "__main__") in re.sub(r"\s*->\s*", " -> ", drawn)


def test_every_file_that_a_page_names_is_there() -> None:
    """A path or a module of the core that is named in docs/architecture.md exists."""
    text = text_of("docs/architecture.md")
    inside = {f"bot/core/{name}" for name in re.findall(r"`(\w+\.py)`", text.partition("ten minutes\n")[2])}
    paths = inside | {f"bot/{name}" for name in re.findall(r"`((?:core|flows|cli)/[\w/]+\.py)`", text)}
    paths |= set(re.findall(r"`(tests/[\w/]+\.py)`", text))

    assert [] == [path for path in sorted(paths) if not (ROOT / path).is_file()]


def test_every_table_is_documented() -> None:
    """docs/state.md says of every table what a row of it is."""
    assert sorted(METADATA.tables) == sorted(row[0] for row in _table("docs/state.md", "table", "one row is"))


# --- docs/interview.md ------------------------------------------------------------------------------------------------


def test_the_diagram_of_an_interview_is_the_table() -> None:
    """The diagram and the tables in docs/interview.md are those that the code draws; a failure shows them."""
    page = DOCS / "interview.md"
    if os.environ.get("FIKA_WRITE_DOCS"):
        page.write_text(drawn_anew(page.read_text(encoding="utf-8")), encoding="utf-8")

    text = page.read_text(encoding="utf-8")
    assert drawn_anew(text) == text


# --- Every page -------------------------------------------------------------------------------------------------------


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as hosts of Markdown make them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to another file, and to a heading in one, has its target."""
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", _prose(page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.is_file() or (anchor and anchor not in _anchors(file)):
            broken.append(target)

    assert [] == broken


def _texts() -> Iterator[tuple[str, str]]:
    """Every text file of the repository, what tools leave behind aside."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in OTHER_PEOPLES and not name.endswith(("_cache", "__"))]
        folders[:] = [name for name in folders if name != ".hypothesis"]
        for name in files:
            path = Path(folder, name)
            try:
                yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def test_no_file_mentions_somebodys_machine() -> None:
    """No path that exists on one machine only stands anywhere in the repository."""
    machine = re.compile(r"(?<![\w.~/-])/(?:work|home|root|Users)/(?!me\b|you\b)\w[\w.-]*")
    found = [f"{name}: {match.group()}" for name, text in _texts() for match in machine.finditer(text)]

    assert [] == found


# --- What the pages tell people to type -------------------------------------------------------------------------------


@pytest.fixture
def fika(tmp_path: Path) -> SimpleNamespace:
    """A folder of its own to type commands in, with a state of its own."""
    home, here = tmp_path / "home", tmp_path / "here"
    here.mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FIKA_")}
    env = {**kept, "FIKA_HOME": str(home), "PYTHONPATH": str(ROOT)}

    def run(line: str, typed: str = "") -> str:
        words = shlex.split(line)
        assert "fika" == words[0]
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words[1:]],
            cwd=here,
            env=env,
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert 0 == done.returncode, f"{line}\n{done.stdout}{done.stderr}"
        return done.stdout

    return SimpleNamespace(run=run, here=here)


def test_the_second_example_of_an_import_works(fika: SimpleNamespace) -> None:
    """The mapping of nested fields and lists in docs/import.md is taken, and every value can be read."""
    write(files_in("docs/import.md"), fika.here)
    fika.run("fika new acme-sales")

    said = fika.run("fika import crm.jsonl --pack ./acme-sales --map crm-mapping.yaml")

    assert "crm.jsonl: 2 rows" in said
    assert "2 new" in said
    assert "4 answers recorded" in said


def test_the_command_for_the_worked_account_prints_the_report(fika: SimpleNamespace) -> None:
    """The command in docs/scoring.md prints the report that stands below it."""
    write({"hollowpine.jsonl": files_in("docs/scoring.md")["hollowpine.jsonl"]}, fika.here)
    [command] = re.findall(r"^ {4}(fika score hollowpine.*)$", text_of("docs/scoring.md"), re.MULTILINE)

    assert json.loads(_block("docs/scoring.md", "json report")) == json.loads(fika.run(command))
