"""`fika score`: lines in, reports out, the same bytes as every other way to ask."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.core.canonical import canonical_json
from tests import worked
from tests.cli.conftest import EXAMPLES, TODAY, Fika, Ran

DAY = ("--today", TODAY)
PACK = ("--pack", worked.FOLDER / "pack")
ACCOUNTS = worked.FOLDER / "accounts.jsonl"


def reports(ran: Ran) -> list[dict[str, Any]]:
    """The reports that were printed."""
    return [json.loads(line) for line in ran.lines]


def names(ran: Ran) -> list[str]:
    """The accounts that were scored."""
    return [each["account"] for each in reports(ran)]


def line(name: str, **answers: Any) -> str:
    """One account as a line."""
    return json.dumps({"name": name, "answers": answers}, ensure_ascii=False)


class TestWorkedExamples:
    """The examples of the scoring rules."""

    def test_they_come_out_as_expected(self, fika: Fika) -> None:
        """Each report holds what was worked out by hand and checked by brute force."""
        ran = fika("score", ACCOUNTS, *PACK, *DAY, "--json")

        assert (0, "") == (ran.status, ran.err)
        found = reports(ran)
        expected = worked.lines("expected.jsonl")
        assert len(expected) == len(found)
        for wanted, report in zip(expected, found, strict=True):
            assert wanted == _like(wanted, report)

    def test_the_form_is_canonical(self, fika: Fika) -> None:
        """One object a line, keys sorted, no blanks, letters as they are; numbers as the contract has them."""
        ran = fika("score", "-", *PACK, *DAY, "--json", stdin=line("Ærø & Søn <!channel> 🚀", employees=120))

        assert f"{canonical_json(reports(ran)[0])}\n" == ran.out
        assert '"account":"Ærø & Søn <!channel> 🚀"' in ran.out

    def test_as_a_table(self, fika: Fika) -> None:
        """Without --json there is one row an account, and a count."""
        ran = fika("score", ACCOUNTS, *PACK, *DAY)

        assert 0 == ran.status
        assert ["one", "two", "two-b", "two-c", "three", "four", "five", "none"] == [
            row.split()[0] for row in ran.lines[1:9]
        ]
        assert "8 accounts scored." == ran.lines[-1]


def _like(wanted: Any, found: Any) -> Any:
    """What was found, cut down to what is wanted."""
    if isinstance(wanted, dict):
        return {key: _like(value, found[key]) for key, value in wanted.items()}
    if isinstance(wanted, list) and wanted and isinstance(wanted[0], dict):
        return [_like(each, other) for each, other in zip(wanted, found, strict=True)]
    return found


class TestAgreement:
    """One scorer everywhere."""

    def test_every_way_gives_the_same_bytes(self, harbor: Fika) -> None:
        """The stored accounts in bulk, their exported lines, and the file that they came from agree to the byte."""
        stored = harbor("score", "--stored", "--json", *DAY)
        exported = harbor("accounts", "export", *DAY)
        piped = harbor("score", "-", "--json", *DAY, stdin=exported.out)

        assert [0, 0, 0] == [ran.status for ran in (stored, exported, piped)]
        assert 36 == len(stored.lines)
        assert stored.out == piped.out
        assert stored.out == harbor("score", EXAMPLES, "--json", *DAY).out

    @pytest.mark.parametrize("day", ["2026-12-31", "2027-06-01"])
    def test_on_other_days_too(self, day: str, harbor: Fika) -> None:
        """What was exported today says tomorrow what the state says tomorrow."""
        exported = harbor("accounts", "export", *DAY)

        stored = harbor("score", "--stored", "--json", "--today", day)

        assert stored.out == harbor("score", "-", "--json", "--today", day, stdin=exported.out).out

    def test_after_people_have_spoken(self, harbor: Fika) -> None:
        """Disagreements, lower bounds and answers that were taken back come through an export as well."""
        for text in (
            "Oddlark Software has 4000 employees",
            "Acme has 120 employees and uses Salesforce",
            "Umberfield has between 30 and 90 employees",
            "Larkbasket has 60 employees",
        ):
            assert 0 == harbor("ask", text, *DAY).status
        assert 0 == harbor("accounts", "undo", "Acme", *DAY).status
        exported = harbor("accounts", "export", *DAY)

        stored = harbor("score", "--stored", "--json", *DAY)

        assert stored.out == harbor("score", "-", "--json", *DAY, stdin=exported.out).out
        [oddlark] = [each for each in reports(stored) if each["account"] == "Oddlark Software"]
        assert not oddlark["decided"]


class TestLines:
    """What may stand in a file, and what happens to the rest."""

    def test_bad_lines_are_named_and_the_others_scored(self, fika: Fika, tmp_path: Path) -> None:
        """A refused line is named with file, line and reason on standard error; the status is 1."""
        file = tmp_path / "crm.jsonl"
        file.write_bytes(
            b'\xef\xbb\xbf{"name": "first", "answers": {}}\r\n'
            b"\r\n"
            b'{"name": "bad \xff byte", "answers": {}}\n'
            b'{"name": "second", "answers": {"employees": 120}}\r\n'
            b'{"name": "x", "answers": {"headcount": 1}}\n'
            b"   \n"
            b'{"name": "x", "answers": {"employees": "120"}}\n'
            b'{"name": "x", "answers": {"employees": NaN}}\n'
            b"[]\n"
            b'{"name": "\\ud800", "answers": {}}\n'
            b'{"name": "last", "answers": {"industry": "fintech"}}'
        )

        ran = fika("score", "crm.jsonl", *PACK, *DAY, "--json")

        assert 1 == ran.status
        assert ["first", "second", "last"] == names(ran)
        said = ran.err.splitlines()
        assert [f"crm.jsonl:{number}: " for number in (3, 5, 7, 8, 9, 10)] == [
            said_of.partition(" ")[0] + " " for said_of in said[:-1]
        ]
        assert "byte 0xFF is not UTF-8" in said[0]
        assert "employees" in said[2]
        assert "fika: 6 lines not scored." == said[-1]

    def test_one_bad_line(self, fika: Fika) -> None:
        """From standard input a line is named with a dash; one line is counted as one."""
        ran = fika("score", "-", *PACK, "--json", stdin="nonsense\n" + line("good"))

        assert (1, ["good"]) == (ran.status, names(ran))
        assert ran.err.startswith("-:1: no valid JSON")
        assert ran.err.endswith("fika: 1 line not scored.\n")

    @pytest.mark.parametrize("given", ["", "\n", "\ufeff", "\r\n \n\t\n"])
    def test_no_accounts_at_all(self, given: str, fika: Fika) -> None:
        """Nothing in, nothing out, and nothing is wrong."""
        assert (0, "", "") == _all(fika("score", "-", *PACK, "--json", stdin=given))
        assert "0 accounts scored." == fika("score", "-", *PACK, stdin=given).lines[-1]

    def test_the_file_and_standard_input_agree(self, fika: Fika) -> None:
        """A dash reads the same lines from standard input."""
        assert (
            fika("score", ACCOUNTS, *PACK, *DAY, "--json").out
            == fika("score", "-", *PACK, *DAY, "--json", stdin=ACCOUNTS.read_bytes()).out
        )

    def test_characters_that_look_like_line_ends(self, fika: Fika) -> None:
        """Lines end at line feeds; other separators are a part of the name."""
        name = "A\u2028B\x85C"

        assert [name] == names(fika("score", "-", *PACK, "--json", stdin=line(name)))

    def test_a_file_that_cannot_be_read(self, fika: Fika, tmp_path: Path) -> None:
        """A file that is missing, a folder, or in another encoding as a whole is refused in a sentence."""
        utf16 = tmp_path / "utf16.jsonl"
        utf16.write_text(line("Acme"), "utf-16")

        for file, words in (("gone.jsonl", "No such file"), (tmp_path, "no regular file"), (utf16, "UTF-16")):
            ran = fika("score", file, *PACK)
            assert (1, "") == (ran.status, ran.out)
            assert ran.err.startswith("fika: ")
            assert words in ran.err


def _all(ran: Ran) -> tuple[int, str, str]:
    return ran.status, ran.out, ran.err


class TestOptions:
    """What to score, for which day, with which expectations."""

    def test_the_day_decides_what_counts(self, fika: Fika) -> None:
        """An answer counts on the last day it is good for and not on the next, and the receipt knows the day."""
        dated = line("Acme", employees={"value": 12, "on": "2026-01-01"})
        days = [("--today", day) for day in ("2027-01-01", "2027-01-02")]

        counts, expired = [reports(fika("score", "-", *PACK, "--json", *day, stdin=dated))[0] for day in days]

        assert (["disqualified"], True) == (counts["possible"], counts["decided"])
        assert 1 < len(expired["possible"])
        assert counts["receipt"] != expired["receipt"]

    def test_priors_order_questions_and_nothing_else(self, fika: Fika, tmp_path: Path) -> None:
        """With --priors only `next` may differ, and here it does."""
        priors = tmp_path / "priors.json"
        priors.write_text('\ufeff{"must_haves": {"all": 1e9, "most": 1, "custom_work": 1}}', "utf-8")

        without = reports(fika("score", ACCOUNTS, *PACK, *DAY, "--json"))
        with_priors = reports(fika("score", ACCOUNTS, *PACK, *DAY, "--json", "--priors", priors))

        assert [{**each, "next": ""} for each in without] == [{**each, "next": ""} for each in with_priors]
        assert [each["next"] for each in without] != [each["next"] for each in with_priors]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("{", "no valid JSON"),
            ('{"headcount": {"1": 1}}', "headcount"),
            ('{"budget": {"yes": -1}}', "budget"),
            (b"\xff\xfe", "priors.json"),
            (None, "priors.json"),
        ],
    )
    def test_priors_that_cannot_be_read(self, text: str | bytes | None, words: str, fika: Fika, tmp_path: Path) -> None:
        """A file of priors that is missing or wrong is refused in one sentence, and nothing is scored."""
        priors = tmp_path / "priors.json"
        if text is not None:
            priors.write_bytes(text if isinstance(text, bytes) else text.encode())

        ran = fika("score", ACCOUNTS, *PACK, "--json", "--priors", priors)

        assert (1, "") == (ran.status, ran.out)
        assert words in ran.err
        assert 1 == ran.err.count("\n")
        assert "Errno" not in ran.err

    def test_either_a_file_or_the_stored_ones(self, fika: Fika) -> None:
        """Both at once, and neither, are wrong commands."""
        assert 2 == fika("score", ACCOUNTS, "--stored").status
        assert 2 == fika("score").status

    def test_stored_accounts_need_no_file(self, fika: Fika) -> None:
        """Without accounts, --stored prints nothing and is content."""
        assert (0, "", "") == _all(fika("score", "--stored", "--json"))

    def test_a_pack_that_is_not_there(self, fika: Fika) -> None:
        """An unknown pack names the known ones."""
        ran = fika("score", ACCOUNTS, "--pack", "nowhere")

        assert (1, "") == (ran.status, ran.out)
        assert "'nowhere'" in ran.err
        assert "harbor, posthog" in ran.err

    def test_a_file_touches_no_state(self, fika: Fika, home: Path) -> None:
        """Scoring a file makes no database and no folder."""
        assert 0 == fika("score", ACCOUNTS, *PACK).status
        assert not home.exists()
