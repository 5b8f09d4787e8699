"""`fika brief`: everything to read before a call, in four forms; no file is overwritten unasked."""

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.cli.brief import slug
from tests.cli.conftest import ROOT, TODAY, Fika

DAY = ("--today", TODAY)


def test_on_one_screen(harbor: Fika) -> None:
    """The verdict stands first; then whom you meet, three questions with why, and what to send at that stage."""
    ran = harbor("brief", "Acme", "--persona", "cfo", "--stage", "evaluate", "--when", "tomorrow 10:00", *DAY)

    assert (0, "") == (ran.status, ran.err)
    assert ran.lines[0].startswith("Acme: still open. Possible: primary/A, ")
    assert "For the call on Monday 2 November, 10:00." in ran.lines
    assert "You meet: CFO" in ran.lines
    assert 3 == ran.out.count("     Why: ")
    assert "What to send, at Evaluate, as you asked" in ran.lines
    assert "https://example.com/harbor/roi-team" in ran.out
    assert max(map(len, ran.lines)) <= 100


def test_what_it_needs(harbor: Fika) -> None:
    """Without a persona and a stage it says how to give them, as options."""
    ran = harbor("brief", "#1", *DAY)

    assert 0 == ran.status
    said = " ".join(ran.out.split())
    assert "It could be CFO, CRO, Head of Engineering, " in said
    assert "say whom with --persona, as in --persona " in said
    assert "give it with --stage, as in --stage evaluate." in said


@pytest.mark.parametrize("named", ["cfo", "CFO", "Finance  Director"])
def test_a_persona_by_any_name(named: str, harbor: Fika) -> None:
    """A persona is named by its id, its title or another name, in any case."""
    assert "You meet: CFO" in harbor("brief", "Acme", "--persona", named, *DAY).lines


@pytest.mark.parametrize("named", ["consider", "Consider/Try/Negotiate", "negotiation"])
def test_a_stage_by_any_name(named: str, harbor: Fika) -> None:
    """A stage is named by its id, as people read it, or as the CRM calls it."""
    assert (
        "What to send, at Consider/Try/Negotiate, as you asked" in harbor("brief", "Acme", "--stage", named, *DAY).out
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("zzz",), "There is no account called 'zzz'. `fika accounts list` shows the 36 accounts; "),
        (("Northwind",), "Several accounts answer to 'Northwind': "),
        (("Acme", "--persona", "cfoo"), "There is no persona 'cfoo'. Did you mean cfo? The personas: cfo (CFO), "),
        (("Acme", "--persona", "zzz"), "There is no persona 'zzz'. The personas: cfo (CFO), "),
        (("Acme", "--stage", "evalute"), "There is no stage 'evalute'. Did you mean evaluate? The stages: awareness, "),
        (
            ("Acme", "--stage", "negotiaton"),
            "There is no stage 'negotiaton'. Did you mean Negotiation (consider)? The ",
        ),
        (("Acme", "--stage", "decission"), "There is no stage 'decission'. Did you mean decision (consider or buy)? "),
        (("Acme", "--stage", "zzz"), "There is no stage 'zzz'. The stages: awareness, "),
        (("Acme", "--stage", "consideration"), "'consideration' may mean several stages: learn or evaluate. "),
        (("Acme", "--when", "whenever"), "'whenever' is no time that I can read, or it has passed. "),
    ],
)
def test_what_is_not_there(options: tuple[str, ...], said: str, harbor: Fika) -> None:
    """What is not there is said with what was probably meant and what there is; the status is 1."""
    ran = harbor("brief", *options, *DAY)

    assert (1, "") == (ran.status, ran.out)
    assert f"fika: {said}" in ran.err


def test_without_any_account(fika: Fika) -> None:
    """Where there is no account yet it says how to add one."""
    assert 0 == fika("ingest").status
    ran = fika("brief", "Acme")

    assert 1 == ran.status
    assert "There is no account called 'Acme'. There is no account yet; `fika accounts add` adds one." in ran.err


def test_a_wrong_form(harbor: Fika) -> None:
    """A form that there is not is a wrong command."""
    assert 2 == harbor("brief", "Acme", "--format", "docx").status


def test_markdown(harbor: Fika) -> None:
    """In Markdown links are links, and everything else is text."""
    ran = harbor("brief", "Acme", "--persona", "cfo", "--stage", "evaluate", "--format", "md", *DAY)

    assert ran.lines[0].startswith("# Acme: still open. ")
    assert "[ROI calculator for Harbor Team](https://example.com/harbor/roi-team)" in ran.out


def test_json(harbor: Fika) -> None:
    """As JSON a briefing is one line, and its numbers are those of `fika score`."""
    ran = harbor("brief", "Acme", "--persona", "cfo", "--stage", "evaluate", "--format", "json", *DAY)
    scored = harbor("score", "--stored", "--json", *DAY)

    [line] = ran.lines
    brief = json.loads(line)
    [score] = [each for each in map(json.loads, scored.lines) if each["account"] == "Acme"]
    assert score["possible"] == brief["verdicts"]
    assert score["receipt"] == brief["receipt"]
    assert {each["id"]: each["fit"] for each in score["profiles"]} == brief["interval"]
    assert ("evaluate", "cfo", TODAY) == (brief["stage"]["id"], brief["persona"]["id"], brief["today"])
    assert 3 == len(brief["questions"])


def test_a_pdf(harbor: Fika, tmp_path: Path) -> None:
    """A PDF goes to a file that is called after the account, and the same briefing is the same file."""
    ran = harbor("brief", "Müllerhaus", "--format", "pdf", *DAY)
    written = tmp_path / "briefing-mullerhaus-software.pdf"

    assert (0, [f"Written to {written.name}."]) == (ran.status, ran.lines)
    assert written.read_bytes().startswith(b"%PDF-")
    assert 0 == harbor("brief", "Müllerhaus", "--format", "pdf", "-o", "again.pdf", *DAY).status
    assert written.read_bytes()[:200] == (tmp_path / "again.pdf").read_bytes()[:200]


def test_a_pdf_to_standard_output(harbor: Fika, home: Path, process: object) -> None:
    """A PDF goes to standard output where that is asked for, byte for byte."""
    ran = process("-m", "bot", "brief", "Acme", "--format", "pdf", "--output", "-", *DAY)  # type: ignore[operator]

    assert (0, b"") == (ran.returncode, ran.stderr)
    assert ran.stdout.startswith(b"%PDF-")
    assert ran.stdout.endswith(b"%%EOF\n")


@pytest.mark.parametrize("form", ["text", "md", "json", "pdf"])
def test_no_file_is_overwritten_unasked(form: str, harbor: Fika, tmp_path: Path) -> None:
    """A file that is there stays as it is, unless its overwriting was asked for."""
    target = tmp_path / "mine"
    target.write_text("precious")
    command = ("brief", "Acme", "--format", form, "--output", target, *DAY)
    ran = harbor(*command)

    assert (1, "precious") == (ran.status, target.read_text())
    assert f"{target} is there already. Give --force to overwrite it, or another name with --output." in ran.err
    assert 0 == harbor(*command, "--force").status
    assert b"Acme" in target.read_bytes() or form == "pdf"


def test_a_file_that_cannot_be_written(harbor: Fika, tmp_path: Path) -> None:
    """A folder that is not there is said, with what to do."""
    ran = harbor("brief", "Acme", "--output", tmp_path / "nowhere" / "x.txt", *DAY)

    assert 1 == ran.status
    assert "x.txt cannot be written (No such file or directory). Name a file in a folder that is there" in ran.err


@pytest.mark.parametrize(
    ("form", "file"),
    [("text", "briefing.txt"), ("md", "briefing.md"), ("json", "briefing.json"), ("pdf", "briefing.pdf")],
)
@pytest.mark.parametrize("options", [(), ("--force",)])
def test_a_folder(form: str, file: str, options: tuple[str, ...], harbor: Fika, tmp_path: Path) -> None:
    """A folder is no file: with and without --force it says so, and names a file in it."""
    folder = tmp_path / "mine"
    folder.mkdir()
    ran = harbor("brief", "Acme", "--format", form, "--output", folder, *options, *DAY)

    assert (1, "", []) == (ran.status, ran.out, list(folder.iterdir()))
    assert f"{folder} is a folder. Name a file in it, as in: --output {folder / file}" in ran.err


def test_a_pdf_is_not_shown_by_a_terminal(harbor: Fika, tmp_path: Path) -> None:
    """The bytes of a PDF are kept from a terminal; other forms are shown there."""
    shown = [_on_a_terminal("brief", "Acme", "--format", form, "-o", "-", *DAY) for form in ("pdf", "md")]

    assert "A terminal cannot show a PDF. Name a file with --output, " in shown[0]
    assert "%PDF" not in shown[0]
    assert "# Acme: still open. " in shown[1]


def _on_a_terminal(*arguments: str) -> str:
    """What a terminal shows of a command, errors as well."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as ran:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # a terminal that nobody has open any more
            while piece := os.read(ours, 65536):
                shown += piece
        os.close(ours)
        ran.wait(60)
    return shown.decode().replace("\r\n", "\n")


def test_names_that_act(harbor: Fika) -> None:
    """Nothing that somebody calls an account acts on the terminal, or becomes a link or markup."""
    name = "Evil [x](http://evil.example) **b** <script>"
    assert 0 == harbor("accounts", "add", name).status
    text, markdown = harbor("brief", "Evil", *DAY), harbor("brief", "Evil", "--format", "md", *DAY)

    assert text.lines[0].startswith(f"{name}: still open")
    assert markdown.lines[0].startswith(r"# Evil \[x\](http\://evil.example) \*\*b\*\* \<script\>: still open")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Müller & Söhne GmbH", "muller-sohne-gmbh"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ωmega Жук", "mega"),
        ("日本", ""),
    ],
)
def test_what_a_file_is_called(name: str, file: str) -> None:
    """A file is called in Latin letters and digits, whatever the account is called."""
    assert file == slug(name)
    assert 60 == len(slug("x" * 100))


def test_an_account_without_a_latin_letter(harbor: Fika, tmp_path: Path) -> None:
    """A file of an account whose name no file can have is called after its number."""
    assert 0 == harbor("accounts", "add", "日本").status

    assert ["Written to briefing-37.pdf."] == harbor("brief", "日本", "--format", "pdf", *DAY).lines
