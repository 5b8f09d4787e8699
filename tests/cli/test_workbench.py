"""The workbench: what an author saves is checked, comes into force where it can, and is told with what it changed."""

import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import build, shipped
from bot.cli import workbench
from bot.cli.workbench import Workbench
from bot.flows.importing import ImportJob, import_rows
from bot.flows.pack_edit import publish_edit
from bot.flows.packs import CurrentPack, current_pack
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.ports import Ports, Store
from bot.settings import Settings

HARBOR = shipped("knowledge") / "harbor"
PROTOCOL = Path(workbench.__file__).parents[1] / "playground" / "page" / "web" / "src" / "protocol.ts"
NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
TEAM = "T1"
CLOUD = "points: {aws: 5, gcp: 5, azure: 1, on_prem: -5}"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the example pack is published and has its accounts, to be copied."""
    home = tmp_path_factory.mktemp("template")
    ports = build(Settings(home=home))
    loaded = load_pack(HARBOR)
    publish_edit(loaded, TEAM, ports, NOW)
    rows = open_rows(HARBOR / "examples" / "accounts.jsonl")
    import_rows(ImportJob(rows, loaded.pack, as_of=NOW.date()), TEAM, ports, NOW)
    return home


@pytest.fixture
def ports(template: Path, tmp_path: Path) -> Ports:
    """That home, which waits for nobody."""
    return build(Settings(home=Path(shutil.copytree(template, tmp_path / "home")), database_wait=0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example pack, to be edited."""
    return Path(shutil.copytree(HARBOR, tmp_path / "harbor"))


@pytest.fixture
def bench(ports: Ports, folder: Path) -> Iterator[Workbench]:
    """A workbench that looks only when it is told to."""
    made = Workbench(folder, ports, lambda: NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbench, "EVERY", 3600)
        patch.setattr(workbench, "SETTLED", 0.001)
        made.start(in_force(folder, ports), TEAM)
        yield made
        made.stop()


def in_force(folder: Path, ports: Ports) -> CurrentPack:
    """What answers are given by."""
    return current_pack(str(folder), TEAM, ports)


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Change a file of the pack at once, never half; what is to be changed must be there."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    changed = folder.with_name("changed")
    changed.write_text(text.replace(old, new), "utf-8")
    changed.replace(folder / file)


def reported(bench: Workbench, *keys: str) -> tuple[Any, ...]:
    """Some of what is told after another look."""
    assert bench.look()
    told = bench.report()
    return tuple(told[key] for key in keys)


def errors(bench: Workbench) -> list[dict[str, Any]]:
    """The errors that are told."""
    return [each for each in bench.report()["findings"] if each["severity"] == "error"]


def test_the_first_report(bench: Workbench, folder: Path) -> None:
    """It says what is in force and how the check of the folder went; nothing has changed."""
    told = bench.report()

    assert {
        "title": "Harbor (example)",
        "path": str(folder),
        "version": "1",
        "checked_at": NOW.timestamp(),
        "reloaded_at": None,
        "ok": True,
        "changes": [],
        "compared": 36,
        "busy": False,
    } == {key: value for key, value in told.items() if key != "findings"}
    assert {"warning"} == {each["severity"] for each in told["findings"]}
    assert not bench.look()


def test_it_speaks_the_protocol_of_the_page(bench: Workbench, folder: Path) -> None:
    """What is reported has the very keys that the page's protocol has."""
    interface = re.search(r"export interface Bench \{(.*?)\n\}", PROTOCOL.read_text("utf-8"), re.DOTALL)
    assert interface is not None
    lines = re.findall(r"^  (\w+): (?:\{(.*)\}\[\])?", interface[1], re.MULTILINE)
    keys = {name: set(re.findall(r"(\w+): ", inner)) for name, inner in lines}
    edit(folder, "icps/primary.yaml", CLOUD, CLOUD.replace("aws: 5", "aws: 1"))
    assert bench.look()
    told = bench.report()

    assert set(keys) == set(told)
    assert (keys["findings"], keys["changes"]) == (set(told["findings"][0]), set(told["changes"][0]))


def test_an_edit_comes_into_force_as_a_draft(bench: Workbench, folder: Path, ports: Ports) -> None:
    """A rating that is saved is answered from, and every account that it changes is told, the most changed first."""
    edit(folder, "icps/primary.yaml", CLOUD, CLOUD.replace("gcp: 5", "gcp: -3"))

    version, ok, reloaded_at, changes = reported(bench, "version", "ok", "reloaded_at", "changes")

    assert ("1, draft", True, NOW.timestamp()) == (version, ok, reloaded_at)
    assert {
        "name": "Kestrelmoor Billing",
        "before": "primary/A, fit 87.3 %",
        "after": "no fit",
        "why": ["Cloud infrastructure: +5 → -3 (primary)"],
    } == changes[0]
    current = in_force(folder, ports)
    assert (True, False) == (current.draft, current.unpublished)


def test_a_raised_version_is_published(bench: Workbench, folder: Path, ports: Ports) -> None:
    """A version of its own is no draft; going back to what was published ends a draft, too."""
    edit(folder, "pack.yaml", "title: Harbor (example)", "title: Tried")
    assert ("Tried", "1, draft", []) == reported(bench, "title", "version", "changes")
    edit(folder, "pack.yaml", "title: Tried", "title: Harbor (example)")
    assert ("Harbor (example)", "1") == reported(bench, "title", "version")
    edit(folder, "pack.yaml", "version: 1 ", "version: 2 ")
    assert ("2", 36) == reported(bench, "version", "compared")
    assert not in_force(folder, ports).draft


def test_a_comment_changes_nothing(bench: Workbench, folder: Path) -> None:
    """A text that says the same is checked, and nothing is said to have changed."""
    edit(folder, "pack.yaml", "name: harbor", "# a comment\nname: harbor")

    assert ("1", None, [], 36) == reported(bench, "version", "reloaded_at", "changes", "compared")


def test_errors_leave_what_was_in_force(bench: Workbench, folder: Path, ports: Ports) -> None:
    """An error is told with its file, its line and what to do, and answers stay as they were; mended, all is fine."""
    before = in_force(folder, ports).pack
    edit(folder, "pack.yaml", "title: Harbor (example)", "title: [")
    assert (False, "1") == reported(bench, "ok", "version")
    [found] = errors(bench)
    assert ("pack.yaml", 12) == (found["file"], found["line"])
    assert found["text"].startswith("The bracket that is opened here is never closed")
    assert found["hint"].startswith("In there, a text with brackets")
    assert before == in_force(folder, ports).pack

    edit(folder, "pack.yaml", "title: [", "title: Harbor (example)")
    assert (True, []) == (*reported(bench, "ok"), errors(bench))


@pytest.mark.parametrize(
    ("break_it", "text"),
    [
        (shutil.rmtree, "cannot be opened"),
        (lambda folder: (folder / "pack.yaml").unlink(), "pack.yaml"),
        (lambda folder: edit(folder, "pack.yaml", "name: harbor", "name: other"), "'other' now"),
        (lambda folder: (folder / "pack.yaml").write_bytes(b"\xff\xfe\x00"), "UTF-16"),
    ],
)
def test_whatever_happens_to_the_folder_is_said(
    bench: Workbench, folder: Path, tmp_path: Path, break_it: Callable[[Path], object], text: str
) -> None:
    """A folder that is gone, or holds no pack or another one, is said; once it is back all is fine."""
    kept = Path(shutil.copytree(folder, tmp_path / "kept"))
    break_it(folder)
    assert (False, "1", False) == reported(bench, "ok", "version", "busy")
    assert any(text in f"{each['file']} {each['text']} {each['hint']}" for each in errors(bench))

    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept, folder)
    assert (True,) == reported(bench, "ok")


def test_what_editors_leave_is_not_said(bench: Workbench, folder: Path) -> None:
    """A backup file is no finding, not even when another file is saved with it."""
    (folder / "pack.yaml~").write_text("left")
    edit(folder, "pack.yaml", "title: Harbor (example)", "title: Tried")
    assert bench.look()

    assert "pack.yaml~" not in {each["file"] for each in bench.report()["findings"]}


def test_a_locked_state_is_tried_again(bench: Workbench, folder: Path, tmp_path: Path) -> None:
    """Where the database is being written by somebody else, it is said, and the next look publishes."""
    edit(folder, "pack.yaml", "title: Harbor (example)", "title: Tried")
    other = sqlite3.connect(tmp_path / "home" / "fika.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert (False, "Harbor (example)") == reported(bench, "ok", "title")
    assert "locked" in errors(bench)[0]["text"]
    other.close()

    assert (True, "Tried") == reported(bench, "ok", "title")


def test_the_unexpected_is_said(ports: Ports, folder: Path) -> None:
    """Whatever goes wrong is a finding and not the end of the watching."""

    def store() -> Store:
        raise RuntimeError("lightning")

    bench = Workbench(folder, replace(ports, store=store), lambda: NOW)
    bench.start(in_force(folder, ports), TEAM)
    bench.stop()

    assert ["lightning" in each["text"] for each in errors(bench)] == [True]


def test_a_comparison_ends_in_time(bench: Workbench, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no time for all accounts, that is said."""
    monkeypatch.setattr(workbench, "BUDGET", 0)
    edit(folder, "icps/primary.yaml", CLOUD, CLOUD.replace("aws: 5", "aws: 1"))

    assert (0, []) == reported(bench, "compared", "changes")
    assert "36 accounts could not be compared in time." in {each["text"] for each in bench.report()["findings"]}


def test_an_edit_of_before_the_start(ports: Ports, folder: Path) -> None:
    """What was edited while nobody watched is told in the first report, against what was in force."""
    edit(folder, "icps/primary.yaml", CLOUD, CLOUD.replace("aws: 5", "aws: 1"))
    bench = Workbench(folder, ports, lambda: NOW)
    bench.start(in_force(folder, ports), TEAM)
    bench.stop()

    told = bench.report()
    assert ("1, draft", True) == (told["version"], len(told["changes"]) > 0)


def test_it_watches_by_itself(ports: Ports, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its thread notices an edit, says that it is at work, then what came of it, and ends when it is told to."""
    monkeypatch.setattr(workbench, "EVERY", 0.02)
    monkeypatch.setattr(workbench, "SETTLED", 0.01)
    bench, seen = Workbench(folder, ports, lambda: NOW), []
    bench.start(in_force(folder, ports), TEAM)
    bench.on_change(lambda: seen.append((bench.report()["busy"], bench.report()["title"])))
    edit(folder, "pack.yaml", "title: Harbor (example)", "title: Tried")
    until = time.monotonic() + 60
    while len(seen) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    bench.stop()
    edit(folder, "pack.yaml", "title: Tried", "title: Not seen")
    time.sleep(0.1)

    assert [(True, "Harbor (example)"), (False, "Tried")] == seen
