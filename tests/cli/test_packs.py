"""`fika check`, `fika new` and `fika ingest`: from a first idea to a published pack, and every change after it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import shipped
from tests import worked
from tests.cli.conftest import TODAY, Fika

DAY = ("--today", TODAY)
HINT = "fika: the pack's folder has changes that are not published; `fika ingest` publishes them.\n"


@pytest.fixture
def folder(home: Path) -> Path:
    """A pack of one's own in the folder where one stands."""
    return Path(shutil.copytree(worked.FOLDER / "pack", home.parent / "worked"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Change a file of the pack; what is to be changed must be there."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def footer_of(fika: Fika, *arguments: str) -> str:
    """The last line of an answer, without its receipt."""
    return fika("ask", "does Acme fit?", *arguments, *DAY).lines[-1].partition(", receipt ")[0]


class TestCheck:
    """Checking."""

    @pytest.mark.parametrize("name", sorted(path.parent.name for path in shipped("knowledge").glob("*/pack.yaml")))
    def test_what_ships_is_fine(self, name: str, fika: Fika) -> None:
        """Every shipped pack passes; its warnings are counted."""
        ran = fika("check", name)
        warnings = sum(": warning: " in line for line in ran.lines)

        assert (0, "") == (ran.status, ran.err)
        assert warnings == len(ran.lines) - 1
        assert f": fine, {warnings} warnings. It has " in ran.lines[-1]

    def test_the_pack_of_the_settings(self, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a name it is the pack that FIKA_PACK names, else harbor."""
        assert fika("check").out == fika("check", "harbor").out
        monkeypatch.setenv("FIKA_PACK", "posthog")
        assert fika("check").out == fika("check", "posthog").out

    def test_every_error_with_its_line(self, fika: Fika, folder: Path) -> None:
        """All errors come at once, each with file and line, and the status is 1."""
        edit(folder, "pack.yaml", "version: 1", "version: one")
        edit(folder, "icps/primary.yaml", "b2b_saas: 5", "b2b_saas: 4")
        lines = (folder / "icps/primary.yaml").read_text("utf-8").splitlines()
        wrong = next(number for number, line in enumerate(lines, 1) if "b2b_saas: 4" in line)

        ran = fika("check", "worked")

        errors = [line for line in ran.lines if ": error: " in line]
        assert 1 == ran.status
        assert [f"icps/primary.yaml:{wrong}", "pack.yaml:3"] == [line.partition(": ")[0] for line in errors]
        assert ran.err.startswith("fika: 2 errors, ")

    def test_a_warning_is_no_error(self, fika: Fika, folder: Path) -> None:
        """A warning is printed with its file, and the status is 0."""
        (folder / "stray.txt").write_text("?")

        ran = fika("check", "./worked")

        assert 0 == ran.status
        assert "stray.txt: warning: this file is not part of a pack" in ran.out
        assert ran.lines[-1].startswith("Worked examples, version 1: fine, ")

    def test_an_unknown_pack_names_the_known_ones(self, fika: Fika) -> None:
        """A name or path that no pack has comes with those that there are, and with how to name one's own."""
        for named in ("nowhere", "./nowhere", str(worked.FOLDER / "pack" / "pack.yaml")):
            ran = fika("check", named)

            assert (1, "") == (ran.status, ran.out)
            assert repr(named) in ran.err
        assert "The shipped packs: harbor, posthog." in fika("check", "nowhere").err

    def test_schemas_for_editors(self, fika: Fika, folder: Path) -> None:
        """--write-schema writes one schema for each kind of file, and checks as well."""
        ran = fika("check", "worked", "--write-schema")
        written = sorted(path.name for path in (folder / ".schemas").iterdir())

        assert 0 == ran.status
        assert f"Wrote {len(written)} schemas to worked/.schemas." == ran.lines[0]
        assert {"pack.schema.json", "traits.schema.json", "icp.schema.json"} <= set(written)
        for name in written:
            assert "$schema" in json.loads((folder / ".schemas" / name).read_text("utf-8"))

    def test_checking_changes_nothing(self, fika: Fika, folder: Path, home: Path) -> None:
        """A check reads files and makes none, no state either."""
        before = sorted(folder.rglob("*"))
        fika("check", "worked")

        assert before == sorted(folder.rglob("*"))
        assert not home.exists()


class TestNew:
    """A first pack."""

    def test_from_nothing_to_an_answer(self, fika: Fika, home: Path) -> None:
        """A new pack passes the check, is published, takes an account, and says whether it fits."""
        here = home.parent
        (here / "accounts.jsonl").write_text('{"name": "Acme", "answers": {"employees": 85}}\n')

        steps = [
            fika("new", "acme-sales"),
            fika("check", "acme-sales"),
            fika("ingest", "--pack", "acme-sales"),
            fika("import", "accounts.jsonl", "--pack", "acme-sales"),
            fika("ask", "does Acme fit?", "--pack", "acme-sales"),
            fika("search", "first guide", "--pack", "acme-sales"),
        ]

        assert [(0, "")] * len(steps) == [(ran.status, ran.err) for ran in steps]
        assert f"Wrote {_files(here / 'acme-sales')} files to {here / 'acme-sales'}." == steps[0].lines[0]
        assert ": fine, " in steps[1].out
        assert steps[4].lines[0].startswith("Acme: still open. Possible: ")
        assert "Employees: 85" in steps[4].out

    def test_into_another_folder(self, fika: Fika, home: Path) -> None:
        """--into says where the folder is made, and makes what is missing on the way."""
        ran = fika("new", "acme-sales", "--into", "packs/of/ours")

        assert 0 == ran.status
        assert (home.parent / "packs/of/ours/acme-sales/pack.yaml").is_file()
        assert 0 == fika("check", "packs/of/ours/acme-sales").status

    def test_a_folder_that_is_there(self, fika: Fika, home: Path) -> None:
        """What is there is never written over."""
        mine = home.parent / "acme-sales" / "pack.yaml"
        mine.parent.mkdir()
        mine.write_text("mine")

        ran = fika("new", "acme-sales")

        assert (1, "") == (ran.status, ran.out)
        assert "is there already and not empty" in ran.err
        assert ["mine"] == [path.read_text() for path in mine.parent.iterdir()]

    @pytest.mark.parametrize("name", ["", "a b", "../up", "a/b", ".hidden", "é", "x" * 81])
    def test_what_is_no_name(self, name: str, fika: Fika, home: Path) -> None:
        """A name that is no slug is refused, and nothing is written."""
        before = sorted(home.parent.rglob("*"))
        ran = fika("new", name)

        assert (1, "") == (ran.status, ran.out)
        assert ran.err.startswith(f"fika: {name!r} is no name for a pack")
        assert before == sorted(home.parent.rglob("*"))


def _files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


class TestIngest:
    """Publishing."""

    def test_first_and_again(self, fika: Fika, folder: Path) -> None:
        """The first time it is published; unchanged it stays, and nothing is embedded anew. By path or in another way."""
        first, again, other_path = (fika("ingest", "--pack", named) for named in ("worked", "./worked", folder))

        assert [0, 0, 0] == [ran.status for ran in (first, again, other_path)]
        assert "Worked examples, version 1: published." == first.lines[0]
        assert ["Worked examples, version 1: was published already."] * 2 == [again.lines[0], other_path.lines[0]]
        assert again.lines[1].endswith(" can be found, 0 embedded anew.")

    def test_the_shipped_one_by_name(self, harbor: Fika) -> None:
        """A shipped pack goes by its name."""
        assert "Harbor (example), version 1: was published already." == harbor("ingest", "--pack", "harbor").lines[0]

    def test_a_change_without_a_raised_version(self, fika: Fika, folder: Path) -> None:
        """It is refused with the number to write, answers stay as they were, and say that there is a change."""
        fika("ingest", "--pack", "worked")
        fika("accounts", "add", "Acme", "--pack", "worked")
        before = footer_of(fika, "--pack", "worked")
        edit(folder, "icps/primary.yaml", "b2b_saas: 5", "b2b_saas: 3")

        refused = fika("ingest", "--pack", "worked")
        asked = fika("ask", "does Acme fit?", "--pack", "worked", *DAY)

        assert (1, "") == (refused.status, refused.out)
        assert "Raise `version` in pack.yaml to 2, or try it with --draft." in refused.err
        assert (0, HINT) == (asked.status, asked.err)
        assert before == footer_of(fika, "--pack", "worked")
        assert HINT == fika("score", "--stored", "--pack", "worked").err
        assert HINT in fika("chat", "--pack", "worked").err

    def test_a_raised_version(self, fika: Fika, folder: Path) -> None:
        """With a raised version it is published, and answers follow it at once."""
        fika("ingest", "--pack", "worked")
        fika("accounts", "add", "Acme", "--pack", "worked")
        before = fika("score", "--stored", "--json", "--pack", "worked", *DAY)
        edit(folder, "icps/primary.yaml", "b2b_saas: 5", "b2b_saas: 3")
        edit(folder, "pack.yaml", "version: 1", "version: 2")

        ran = fika("ingest", "--pack", "worked")
        after = fika("score", "--stored", "--json", "--pack", "worked", *DAY)

        assert "Worked examples, version 2: published." == ran.lines[0]
        assert f"Worked examples, version 2, {TODAY}" == footer_of(fika, "--pack", "worked")
        assert [40, 38] == [json.loads(each.out)["profiles"][0]["of"] for each in (before, after)]
        assert "" == after.err

    def test_a_draft(self, fika: Fika, folder: Path) -> None:
        """A draft marks each answer's footer and what is recorded; publishing it for good ends that."""
        fika("ingest", "--pack", "worked")
        fika("accounts", "add", "Acme", "--pack", "worked")
        edit(folder, "icps/primary.yaml", "b2b_saas: 5", "b2b_saas: 3")

        draft = fika("ingest", "--pack", "worked", "--draft")
        stated = fika("ask", "Acme has 120 employees", "--pack", "worked", *DAY)
        during = footer_of(fika, "--pack", "worked")
        edit(folder, "pack.yaml", "version: 1", "version: 2")
        final = fika("ingest", "--pack", "worked")

        assert [0, 0, 0] == [ran.status for ran in (draft, stated, final)]
        assert "Worked examples, draft of version 1: published." == draft.lines[0]
        assert f"Worked examples, draft of version 1, {TODAY}" == during
        assert f"Worked examples, version 2, {TODAY}" == footer_of(fika, "--pack", "worked")
        history = fika("accounts", "show", "Acme", "--history", "--pack", "worked").lines
        assert [True] == [line.endswith("draft") for line in history[1:]]
        assert [True] == _drafts(fika)

    def test_going_back(self, fika: Fika, folder: Path) -> None:
        """The content of before, published under a new version, gives the reports of before but for the version."""
        fika("ingest", "--pack", "worked")
        fika("accounts", "add", "Acme", "--pack", "worked")
        before = json.loads(fika("score", "--stored", "--json", "--pack", "worked", *DAY).out)
        edit(folder, "icps/primary.yaml", "b2b_saas: 5", "b2b_saas: 3")
        edit(folder, "pack.yaml", "version: 1", "version: 2")
        fika("ingest", "--pack", "worked")
        edit(folder, "icps/primary.yaml", "b2b_saas: 3", "b2b_saas: 5")
        assert 1 == fika("ingest", "--pack", "worked").status
        edit(folder, "pack.yaml", "version: 2", "version: 3")
        assert 0 == fika("ingest", "--pack", "worked").status

        after = json.loads(fika("score", "--stored", "--json", "--pack", "worked", *DAY).out)

        same = {key: value for key, value in before.items() if key not in ("receipt", "pack_version")}
        assert {**same, "pack_version": 3, "receipt": after["receipt"]} == after

    def test_a_pack_with_errors(self, fika: Fika, folder: Path) -> None:
        """A pack with errors is not published; each error is named with file and line, and answers stay."""
        fika("ingest", "--pack", "worked")
        fika("accounts", "add", "Acme", "--pack", "worked")
        before = footer_of(fika, "--pack", "worked")
        edit(folder, "traits.yaml", "kind: ", "kind: un")

        ran = fika("ingest", "--pack", "worked")

        assert (1, "") == (ran.status, ran.out)
        assert "traits.yaml:" in ran.err
        assert before == footer_of(fika, "--pack", "worked")

    def test_an_option_that_is_gone(self, fika: Fika, folder: Path) -> None:
        """An answer whose option the new version does not have is unknown, shown as a hint, and counts once it is back."""
        fika("ingest", "--pack", "worked")
        fika("accounts", "add", "Acme", "--pack", "worked")
        assert 0 == fika("ask", "Acme is fintech", "--pack", "worked", *DAY).status
        before = fika("ask", "does Acme fit?", "--pack", "worked", *DAY).lines[:-1]
        edit(folder, "traits.yaml", "fintech:", "payments:")
        edit(folder, "icps/secondary.yaml", "fintech: 5", "payments: 5")
        edit(folder, "pack.yaml", "version: 1", "version: 2")
        assert 0 == fika("ingest", "--pack", "worked").status

        without = fika("ask", "does Acme fit?", "--pack", "worked", *DAY)
        edit(folder, "traits.yaml", "payments:", "fintech:")
        edit(folder, "icps/secondary.yaml", "payments: 5", "fintech: 5")
        edit(folder, "pack.yaml", "version: 2", "version: 3")
        assert 0 == fika("ingest", "--pack", "worked").status

        assert "'fintech' is no longer an option" in without.out
        assert before == fika("ask", "does Acme fit?", "--pack", "worked", *DAY).lines[:-1]

    def test_before_it_is_published_the_folder_counts(self, fika: Fika, folder: Path) -> None:
        """A pack that was never published answers as its folder is, without a hint."""
        fika("accounts", "add", "Acme", "--pack", "worked")
        edit(folder, "pack.yaml", "title: Worked examples", "title: Another title")

        ran = fika("ask", "does Acme fit?", "--pack", "worked", *DAY)

        assert (0, "") == (ran.status, ran.err)
        assert ran.lines[-1].startswith("Another title, version 1, ")


def _drafts(fika: Fika) -> list[Any]:
    exported = fika("accounts", "export", "--full", "--pack", "worked")
    return [answer["draft"] for answer in json.loads(exported.out)["answers"]]
