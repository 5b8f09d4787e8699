"""The README: every command in it is run here or by CI, every link leads somewhere, every picture is there."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.playground.server import LocalSlack
from tests.pages import ROOT, files_in, text_of, write

README = text_of("README.md")
MANIFEST = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
Fika = Callable[..., str]


def _block(after: str) -> list[str]:
    """The lines of the first indented block after a text."""
    [block, *_] = re.findall(r"(?:^ {4,}.*\n)+", README.partition(after)[2], re.MULTILINE)
    return [line.partition("  #")[0].strip() for line in block.splitlines()]


PACK, SLACK, ASKED = _block("## Write a pack\n"), _block("4. **Start it**"), _block("Write to Fika, or use")
INLINE = {"fika manifest", "fika manifest --link", "fika web"}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An empty folder to type commands in, with the files of docs/import.md."""
    folder = tmp_path / "here"
    folder.mkdir()
    return write(files_in("docs/import.md"), folder)


def _environment(here: Path, **more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FIKA_", "SLACK_"))}
    return {**kept, "FIKA_HOME": str(here.parent / "home"), "PYTHONPATH": str(ROOT), **more}


@pytest.fixture
def fika(here: Path) -> Fika:
    """Types one command in the empty folder; returns what it printed."""

    def run(line: str, typed: str = "", **more: str) -> str:
        command = [sys.executable, "-m", "bot", *shlex.split(line)[1:]]
        done = subprocess.run(
            command, cwd=here, env=_environment(here, **more), input=typed, capture_output=True, text=True, check=False
        )
        assert 0 == done.returncode, f"{line}\n{done.stdout}{done.stderr}"
        return done.stdout

    return run


def test_every_command_is_run() -> None:
    """Whatever the README tells to type is in a block or a list that a test below runs, or is run by CI."""
    shown = {line.partition("  #")[0].strip() for line in re.findall(r"^ {4,}(.*)$", README, re.MULTILINE)}
    written = {words for words in re.findall(r"`([^`\n]+)`", README) if words.startswith(("fika ", "make "))}
    run = {*PACK, *SLACK, *INLINE, "make chat"}
    by_ci = {line.partition(" <")[0].removeprefix("CI=true ") for line in (ROOT / ".ci/run").read_text().splitlines()}

    typed = {line for line in shown | written if line.startswith(("fika ", "make ", "export "))}

    assert set() == typed - run - by_ci


def test_the_commands_for_a_pack_work_in_that_order(fika: Fika) -> None:
    """In an empty folder, without a network or a terminal."""
    said = {line.split()[1]: fika(line) for line in PACK}

    assert ["new", "check", "demo", "ingest", "import", "chat"] == list(said)
    assert "fine" in said["check"]
    assert "published" in said["ingest"]
    assert said["import"] in text_of("docs/import.md")
    assert "5 rows" in said["import"]


def test_what_the_readme_tells_to_ask_is_answered(fika: Fika) -> None:
    """Every sentence is understood, and the account in it is one that the demonstration loads."""
    fika("fika import " + shlex.quote(str(ROOT / "knowledge" / "harbor" / "examples" / "accounts.jsonl")))

    said = fika("fika chat", typed="\n".join(ASKED))

    assert 6 == len(ASKED)
    assert [] == re.findall(
        r"There is no account called .*|I can't .*|Which account\?.*|There is nothing of yours.*", said
    )


def test_make_chat_answers(here: Path) -> None:
    """It loads the example pack and its accounts, and answers about one of them."""
    made = subprocess.run(
        ["make", "--silent", "chat", f"DEMO=FIKA_HOME={here}/home FIKA_PACK=harbor"],
        cwd=ROOT,
        env=_environment(here),
        input="does Fogbarrel fit?\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == made.returncode, made.stderr
    assert "Fogbarrel" in made.stdout


def test_the_commands_for_slack_bring_fika_into_a_workspace(here: Path, fika: Fika) -> None:
    """With the tokens of a workspace they publish, import, and answer a rep there."""
    exports, commands = SLACK[:2], SLACK[2:]
    with LocalSlack() as slack:
        installed = slack.install(MANIFEST, channels=("sales",))
        told = {**slack.environment(installed), "FIKA_TEAM": installed.team}
        named = {name for line in exports for name in re.findall(r"(\w+)=", line)}
        fika(PACK[0])
        for line in commands[:-1]:
            fika(line, FIKA_PACK="./acme-sales", **told)
        command = [sys.executable, "-m", "bot", *commands[-1].split()[1:]]
        bot = subprocess.Popen(
            command, cwd=here, env=_environment(here, FIKA_PACK="./acme-sales", **told), stderr=subprocess.DEVNULL
        )
        try:
            assert slack.connected(installed, seconds=60)
            rep = slack.person("rep", installed)
            rep.dm("help")
            assert rep.wait_for_message(seconds=30)
        finally:
            bot.send_signal(signal.SIGTERM)
            assert 0 == bot.wait(60)

    assert {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "FIKA_TEAM"} == named
    assert "fika slack" == commands[-1]


def test_the_link_creates_the_app_of_the_manifest(fika: Fika) -> None:
    """The link under "Create the app" is the one that `fika manifest --link` prints, and holds the manifest."""
    [link] = re.findall(r"\((https://api\.slack\.com/apps[^)]*)\)", README)
    asked = parse_qs(urlsplit(link).query)

    assert fika("fika manifest --link").strip() == link
    assert MANIFEST == json.loads(asked["manifest_json"][0]) == json.loads(fika("fika manifest"))
    assert ["1"] == asked["new_app"]


def test_every_link_and_picture_of_the_readme_is_there() -> None:
    """Files exist, and so do the headings that a link goes to."""
    for target in re.findall(r"\]\((?!http)([^)]+)\)", README):
        path, _, heading = target.partition("#")
        text = (ROOT / path).read_bytes()
        anchors = {re.sub(r"[^\w -]", "", line).replace(" ", "-") for line in _headings(text)} if heading else {""}

        assert heading in anchors, target


def _headings(page: bytes) -> list[str]:
    return [line.lstrip("# ").lower() for line in page.decode().splitlines() if line.startswith("#")]
