"""`fika import` and `fika accounts ...`: take accounts in, look at them, change them, forget them."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLES, TODAY, Fika, Ran

DAY = ("--today", TODAY)


def listed(fika: Fika) -> list[dict[str, Any]]:
    """Every account, from the list."""
    return [json.loads(line) for line in fika("accounts", "list", "--json").lines]


def names(fika: Fika) -> list[str]:
    """The accounts' main names."""
    return [each["name"] for each in listed(fika)]


def scores(fika: Fika, *more: str) -> str:
    """Every stored account's report."""
    return str(fika("score", "--stored", "--json", *DAY, *more).out)


class TestImport:
    """Taking accounts from a file."""

    def test_once_and_again(self, harbor: Fika) -> None:
        """The second time nothing changes, and the summary says so."""
        before = harbor("accounts", "export", "--full").out

        ran = harbor("import", EXAMPLES, "--as-of", TODAY)

        assert (0, "") == (ran.status, ran.err)
        assert ["  0 new, 0 updated, 36 unchanged.", "  0 answers recorded."] == ran.lines[1:]
        assert before == harbor("accounts", "export", "--full").out

    def test_rows_that_cannot_be_taken(self, fika: Fika, tmp_path: Path) -> None:
        """Each is named by line with the reason, the others are taken, and the status is 1."""
        file = tmp_path / "crm.jsonl"
        file.write_text('{"name": "A", "answers": {}}\n{"name": "B", "answers": {"headcount": 1}}\nx\n')

        ran = fika("import", file)

        assert 1 == ran.status
        assert "crm.jsonl: 3 rows, as of " in ran.lines[0]
        assert ["A"] == names(fika)
        assert ["    line 2: ", "    line 3: "] == [line[:12] for line in ran.lines if line.startswith("    line")]

    def test_a_table_with_a_mapping(self, fika: Fika, tmp_path: Path) -> None:
        """A table needs a mapping, and with one it is taken."""
        (tmp_path / "crm.csv").write_text("id;company;staff\n7;Acme;1.5K\n8;Ærø & Søn;85\n", "utf-8")
        (tmp_path / "map.yaml").write_text("name: company\nexternal_id: id\nanswers:\n  employees: {from: staff}\n")

        without = fika("import", "crm.csv")
        ran = fika("import", "crm.csv", "--map", "map.yaml", "--as-of", TODAY)

        assert (1, "") == (without.status, without.out)
        assert "--map" in without.err
        assert 0 == ran.status
        assert [("Acme", ["7"]), ("Ærø & Søn", ["8"])] == [
            (each["name"], each["external_ids"]) for each in listed(fika)
        ]
        assert "Employees  1,500" in fika("accounts", "show", "7").out

    def test_a_mapping_that_comes_with_the_pack(self, fika: Fika, tmp_path: Path) -> None:
        """A mapping goes by its name; one that is not there names those that are."""
        (tmp_path / "crm.csv").write_text("name\nAcme\n")

        ran = fika("import", "crm.csv", "--pack", "posthog", "--map", "nowhere")

        assert (1, "") == (ran.status, ran.out)
        assert "There is no mapping 'nowhere'; the pack has yc_companies." in ran.err

    def test_the_shipped_mapping(self, fika: Fika, tmp_path: Path) -> None:
        """A mapping in the pack's own folder is found by its name, and what it does not list is counted."""
        rows = [{"id": n, "name": f"Company {n}", "team_size": 58, "industry": f"Industry {n % 25}"} for n in range(50)]
        (tmp_path / "yc.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

        ran = fika("import", "yc.jsonl", "--pack", "posthog", "--map", "yc_companies")

        assert 0 == ran.status
        assert "  50 new, 0 updated, 0 unchanged." in ran.lines
        assert "  unmapped: account_type: 'Industry 0', 2 times (lines 1, 26)" in ran.lines
        assert "  ... and 30 unmapped values more" in ran.lines

    @pytest.mark.parametrize("file", ["gone.csv", ".", "empty.csv", "utf16.csv", "latin.csv"])
    def test_a_file_that_cannot_be_read(self, file: str, fika: Fika, tmp_path: Path) -> None:
        """A file that is wrong as a whole is refused in one sentence, and nothing of it is taken."""
        (tmp_path / "empty.csv").write_text("")
        (tmp_path / "utf16.csv").write_text("name\nAcme\n", "utf-16")
        (tmp_path / "latin.csv").write_text("name\nAcme\nÆrø\n", "latin-1")
        (tmp_path / "map.yaml").write_text("name: name\nanswers: {}\n")

        ran = fika("import", file, "--map", "map.yaml")

        assert (1, "") == (ran.status, ran.out)
        assert re.match(r"fika: [^\n]+\.\n\Z", ran.err)
        assert [] == listed(fika)

    @pytest.mark.parametrize("day", ["today", "1.1.2026"])
    def test_a_day_that_is_none(self, day: str, fika: Fika) -> None:
        """--as-of wants a date."""
        ran = fika("import", EXAMPLES, "--as-of", day)

        assert (1, f"fika: {day!r} is no date; write one like 2026-11-01.\n") == (ran.status, ran.err)


class TestList:
    """Listing."""

    def test_as_a_table(self, harbor: Fika) -> None:
        """One row an account in the order in which they were added, and a count."""
        ran = harbor("accounts", "list")

        assert 37 == len(ran.lines)
        assert re.fullmatch(r"#1 +Acme +3 traits known +H-001", ran.lines[0])
        assert "36 accounts." == ran.lines[-1]

    def test_as_json(self, harbor: Fika) -> None:
        """One object a line, in the same order, with ids and other names."""
        harbor("accounts", "rename", "Acme", "Acme Europe")

        first = listed(harbor)[0]

        assert {"also": ["Acme"], "external_ids": ["H-001"], "id": 1, "name": "Acme Europe"} == first

    def test_none(self, fika: Fika) -> None:
        """Where there are none, the count says so."""
        assert ["0 accounts."] == fika("accounts", "list").lines
        assert "" == fika("accounts", "list", "--json").out

    def test_none_in_this_pack(self, harbor: Fika) -> None:
        """Where another pack has some, it says which one."""
        ran = harbor("accounts", "list", "--pack", "posthog")

        said = "This is the pack posthog. The pack harbor has 36 accounts; `--pack` says which pack is meant."
        assert ["0 accounts.", said] == ran.lines
        assert "" == harbor("accounts", "list", "--pack", "posthog", "--json").out


class TestShow:
    """Looking at one."""

    @pytest.mark.parametrize("named", ["Saltmarsh Metrics", "saltmarsh metrics", "#3", "H-003"])
    def test_by_name_number_or_id(self, named: str, harbor: Fika) -> None:
        """An account is found by its name, its number in the list, and what another system calls it."""
        ran = harbor("accounts", "show", named, *DAY)

        assert (0, "") == (ran.status, ran.err)
        assert ran.lines[0].startswith("Saltmarsh Metrics")
        assert ran.lines[-1].startswith("Saltmarsh Metrics: still open.")

    def test_a_name_that_is_nearly_right(self, harbor: Fika) -> None:
        """It is taken, and the first line says for which account."""
        assert (
            "I took 'Saltmarch Metrics' for Saltmarsh Metrics."
            == harbor("accounts", "show", "Saltmarch Metrics").lines[0]
        )

    def test_an_unknown_name(self, harbor: Fika) -> None:
        """The nearest are named."""
        ran = harbor("accounts", "show", "Fogberry")

        assert (1, "") == (ran.status, ran.out)
        assert "There is no account called 'Fogberry'. The nearest: Fogbarrel (#31, H-031)" in ran.err

    def test_several(self, harbor: Fika) -> None:
        """Where several answer, each is named with what tells it apart."""
        ran = harbor("accounts", "show", "Northwind")

        assert (1, "") == (ran.status, ran.out)
        assert "Northwind Logistics (#15, H-015), Northwind Analytics (#22, H-022)." in ran.err

    def test_the_history(self, harbor: Fika) -> None:
        """Every answer ever recorded is there, the latest first, those that were taken back as well."""
        harbor("ask", "Acme has 120 employees", *DAY)
        harbor("accounts", "undo", "Acme")

        ran = harbor("accounts", "show", "Acme", "--history")

        rows = [line for line in ran.lines if re.match(r"  \d{4}-", line)]
        assert 4 == len(rows)
        assert rows[0].endswith("taken back")
        assert "“Acme has 120 employees”" in rows[0]
        assert "120" not in harbor("accounts", "show", "Acme").out

    def test_nothing_known(self, harbor: Fika) -> None:
        """An account without answers says so."""
        assert "  Nothing is known yet." in harbor("accounts", "show", "Umberfield").lines
        assert "  Nothing was ever recorded." in harbor("accounts", "show", "Umberfield", "--history").lines

    def test_a_disagreement(self, harbor: Fika) -> None:
        """Answers that exclude each other are both shown and marked."""
        harbor("ask", "Oddlark Software has 4000 employees", *DAY)

        rows = [line for line in harbor("accounts", "show", "Oddlark Software", *DAY).lines if "Employees" in line]

        assert [True, True] == [row.endswith("disagrees") for row in rows]


class TestChange:
    """Adding, renaming, merging."""

    def test_add(self, harbor: Fika) -> None:
        """A new account is there at once; a second of the name needs an id."""
        assert "Added Zed (#37)." == harbor("accounts", "add", "  Zed  ").lines[0]
        assert "Zed" == names(harbor)[-1]

        again = harbor("accounts", "add", "zed")
        assert (1, "") == (again.status, again.out)
        assert "Zed (#37)" in again.err
        assert 0 == harbor("accounts", "add", "Zed", "--external-id", "Z-2").status

    def test_an_id_that_is_taken(self, harbor: Fika) -> None:
        """An id of another system stands for one account."""
        ran = harbor("accounts", "add", "Zed", "--external-id", "H-001")

        assert (1, "") == (ran.status, ran.out)
        assert "'H-001' belongs to 'Acme'" in ran.err
        assert "Zed" not in names(harbor)

    def test_rename(self, harbor: Fika) -> None:
        """The account goes on answering to the old name, with the report that it had."""
        before = json.loads(scores(harbor).splitlines()[0])

        assert 0 == harbor("accounts", "rename", "Acme", "Acme Europe").status

        assert "  also called Acme" == harbor("accounts", "show", "Acme").lines[1]
        assert 0 == harbor("ask", "does Acme fit?", *DAY).status
        assert {**before, "account": "Acme Europe"} == json.loads(scores(harbor).splitlines()[0])

    def test_merge(self, harbor: Fika) -> None:
        """After a yes the two are one: names, ids and answers of both."""
        ran = harbor("accounts", "merge", "Acme", "Umberfield", stdin="y\n")

        assert 0 == ran.status
        assert "The two are one account now, Acme. It also answers to Umberfield." in ran.out
        assert 35 == len(listed(harbor))
        assert ["H-001", "H-023"] == listed(harbor)[0]["external_ids"]
        assert 0 == harbor("ask", "does Umberfield fit?", *DAY).status

    @pytest.mark.parametrize("answer", ["n\n", "\n", ""])
    def test_no_merge_without_a_yes(self, answer: str, harbor: Fika) -> None:
        """Anything but a yes changes nothing."""
        ran = harbor("accounts", "merge", "Acme", "Umberfield", stdin=answer)

        assert 1 == ran.status
        assert 36 == len(listed(harbor))

    def test_a_merge_of_two_with_one_name(self, harbor: Fika) -> None:
        """Two accounts of the same name become one, and the sentence about it is whole."""
        harbor("accounts", "add", "Acme", "--external-id", "other")

        ran = harbor("accounts", "merge", "#1", "#37", "--yes")

        assert 0 == ran.status
        assert "  " not in ran.out
        assert ["H-001", "other"] == listed(harbor)[0]["external_ids"]

    @pytest.mark.parametrize("gone", ["Umberfeld", "Northwind", "Acme", "nobody"])
    def test_a_merge_needs_exact_names(self, gone: str, harbor: Fika) -> None:
        """What cannot be undone is not done to a name that is nearly right, or to an account itself."""
        ran = harbor("accounts", "merge", "Acme", gone, "--yes")

        assert (1, "") == (ran.status, ran.out)
        assert 36 == len(listed(harbor))


class TestForget:
    """Forgetting."""

    def test_nothing_is_left(self, harbor: Fika, home: Path) -> None:
        """Name, other names, ids, quotes and the chat's history leave no trace in any file of the home."""
        harbor("accounts", "add", "Quixotica Unlimited", "--external-id", "QX-4711")
        harbor("ask", "Quixotica Unlimited has 1234 employees", *DAY)
        harbor("accounts", "rename", "Quixotica Unlimited", "Zanzibarium")
        (home / "history").write_text("+does Quixotica Unlimited fit?\n")
        traces = (b"Quixotica", b"QX-4711", b"has 1234", b"Zanzibarium")
        assert all(_found(home, trace) for trace in traces)

        ran = harbor("accounts", "forget", "Zanzibarium", stdin="y\n")

        assert 0 == ran.status
        assert "Forget Zanzibarium, its 1 answer and all that was typed in the chat, for good?" in ran.out
        assert [] == [trace for trace in traces if _found(home, trace)]
        assert 36 == len(listed(harbor))

    def test_only_after_a_yes(self, harbor: Fika) -> None:
        """Anything but a yes keeps the account."""
        for answer in ("n\n", ""):
            assert 1 == harbor("accounts", "forget", "Acme", stdin=answer).status
        assert "Acme" in names(harbor)

    @pytest.mark.parametrize("named", ["Acmee", "Northwind", "nobody"])
    def test_only_by_its_exact_name(self, named: str, harbor: Fika) -> None:
        """A name that is nearly right forgets nobody."""
        assert 1 == harbor("accounts", "forget", named, "--yes").status
        assert 36 == len(listed(harbor))


def _found(home: Path, trace: bytes) -> bool:
    return any(trace in path.read_bytes() for path in home.rglob("*") if path.is_file())


class TestExport:
    """Taking accounts out."""

    def test_there_and_back(self, harbor: Fika, home: Path) -> None:
        """An export, imported into a new home, gives the same reports and the same export."""
        harbor("ask", "Acme has 120 employees and uses Salesforce", *DAY)
        harbor("accounts", "rename", "Bramble & Finch Plumbing", "Bramble, Finch & Søn")
        harbor("accounts", "add", "No Id Ltd")
        before, exported = scores(harbor), harbor("accounts", "export", *DAY).out
        (home.parent / "accounts.jsonl").write_text(exported, "utf-8")
        shutil.rmtree(home)

        assert 0 == harbor("import", "accounts.jsonl", "--as-of", TODAY).status

        assert before == scores(harbor)
        assert exported == harbor("accounts", "export", *DAY).out

    def test_into_a_file(self, harbor: Fika, home: Path) -> None:
        """--to writes what would be printed, and never over a file that is there."""
        ran = harbor("accounts", "export", "--to", "out.jsonl", *DAY)
        again = harbor("accounts", "export", "--to", "out.jsonl", *DAY)

        assert (0, ["Wrote out.jsonl."]) == (ran.status, ran.lines)
        assert harbor("accounts", "export", *DAY).out == (home.parent / "out.jsonl").read_text("utf-8")
        assert (1, "fika: out.jsonl is there already; name another file.\n") == (again.status, again.err)

    def test_into_nowhere(self, harbor: Fika) -> None:
        """A file that cannot be written is named with the reason."""
        ran = harbor("accounts", "export", "--to", "no/such/folder/out.jsonl")

        assert (1, "") == (ran.status, ran.out)
        assert "fika: no/such/folder/out.jsonl cannot be written: No such file or directory.\n" == ran.err

    def test_in_full(self, harbor: Fika) -> None:
        """--full has every answer ever recorded, with source, quote and what was taken back."""
        harbor("ask", "Acme has 120 employees", *DAY)
        harbor("accounts", "undo", "Acme")

        [acme] = [json.loads(line) for line in harbor("accounts", "export", "--full").lines if '"Acme"' in line]

        last = acme["answers"][-1]
        assert ("employees", 120, True) == (last["trait"], last["value"], last["retracted"])
        assert ("Acme has 120 employees", "person") == (last["quote"], last["source"]["kind"])


class TestScopes:
    """Whose accounts they are."""

    def test_every_pack_has_its_own(self, harbor: Fika) -> None:
        """Another pack's accounts are not seen."""
        assert "0 accounts." == harbor("accounts", "list", "--pack", "posthog").lines[0]

    def test_every_team_has_its_own(self, harbor: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
        """Another team sees none of them, can have the same names, and forgets only its own."""
        monkeypatch.setenv("FIKA_TEAM", "others")

        assert [] == listed(harbor)
        harbor("accounts", "add", "Acme")
        harbor("accounts", "forget", "Acme", "--yes")
        monkeypatch.delenv("FIKA_TEAM")
        assert 36 == len(listed(harbor))


def test_undo_by_account(harbor: Fika) -> None:
    """Messages about an account are taken back one by one, the last one first."""

    def undo() -> Ran:
        return harbor("accounts", "undo", "Acme")

    harbor("ask", "Acme has 120 employees", *DAY)
    harbor("ask", "Acme uses Salesforce", *DAY)

    assert "Salesforce" in undo().out
    assert "120" in undo().out
    assert 1 == undo().status


def test_a_stage_is_said_and_shown(harbor: Fika) -> None:
    """What was said last is shown with who said it; any name that the pack has for a stage will do."""
    name = json.loads(harbor("accounts", "list", "--json").lines[0])["name"]
    nobody = harbor("accounts", "stage", name)
    said = harbor("accounts", "stage", name, "evaluate")
    again = harbor("accounts", "stage", name)

    assert nobody.lines[0].startswith(f"{name}: ")
    assert said.lines[0].startswith(f"{name}: Evaluate, said by terminal on 20")
    assert said.lines == again.lines
    assert harbor("accounts", "stage", name, "Consider/Try/Negotiate").out.startswith(f"{name}: Consider/Try/Negotiate")


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("x", "There is no stage 'x'. The stages: awareness, learn, evaluate, consider and buy."),
        ("consideration", "'consideration' may mean several stages: learn or evaluate. Give one of these."),
    ],
)
def test_a_stage_that_is_none_is_refused(harbor: Fika, stage: str, said: str) -> None:
    """A sentence with the stages there are, and nothing is kept."""
    name = json.loads(harbor("accounts", "list", "--json").lines[0])["name"]
    ran = harbor("accounts", "stage", name, stage)

    assert (1, True) == (ran.status, said in ran.err)
    assert "nobody has said" in harbor("accounts", "stage", name).out
