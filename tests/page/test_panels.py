"""The panels: the inspector shows what was delivered and called; the panel of a pack, what an author's edit changed."""

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.bootstrap import build, slack_app
from bot.cli.workbench import Workbench
from bot.flows.importing import ImportJob, import_rows
from bot.flows.pack_edit import publish_edit
from bot.flows.packs import current_pack
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.playground.server import LocalSlack
from bot.settings import Settings
from bot.slack.serving import Stop
from bot.slack.socket import serve
from tests.journeys.conftest import HARBOR, MANIFEST, PATIENCE
from tests.page.axe import wrong
from tests.page.kitchen import Kitchen
from tests.page.screen import Screen
from tests.small import NOW

CLOUD = "points: {aws: 5, gcp: 5, azure: 1, on_prem: -5}"


def panel(screen: Screen) -> str:
    """What stands in the panel."""
    return "\n".join(one.text for one in screen.driver.find_elements(By.CSS_SELECTOR, "section.side"))


def shows(screen: Screen, *words: str) -> None:
    """Wait until the panel says all of that."""
    screen.wait(
        lambda: all(one in panel(screen) for one in words), f"{words} in the panel, which says {panel(screen)!r}"
    )


def test_the_inspector_shows_the_last_answer(sink: Screen, kitchen: Kitchen) -> None:
    """What was delivered, how long its acknowledgement took, and every call, each with its JSON and its time."""
    sink.say("/sink buttons")
    sink.press("Inspector")
    sink.press("Open the form")
    sink.find("Not now")
    sink.press("Not now")
    sink.see_no_more("Not now")
    shows(sink, "block_actions", "/sink", "acknowledged in", "ms", "No problems")
    sink.press("chat.postMessage", exact=False, kinds="summary")
    shows(sink, "Nothing was baked.", "channel")
    tokens = (kitchen.installed.bot_token, kitchen.installed.app_token, kitchen.installed.signing_secret)
    assert [] == [one for one in tokens if one in sink.driver.page_source]


def test_the_inspector_says_what_is_refused(sink: Screen, kitchen: Kitchen) -> None:
    """A call that Slack would refuse stands there with its error, and where in the payload it is wrong."""
    sink.press("Inspector")
    sink.see("Pause")
    client = WebClient(kitchen.installed.bot_token, base_url=kitchen.slack.api_url)
    sales = kitchen.person().channel("sales").id
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.chat_postMessage(channel=sales, text="x", blocks=[{"type": "divider"}, {"type": "section"}])
    shows(sink, "Only problems (1)")
    for closed in sink.driver.find_elements(By.CSS_SELECTOR, "section.side details:not([open]) > summary"):
        sink.driver.execute_script("arguments[0].click()", closed)
    shows(sink, "invalid_blocks", "/blocks/1")
    kitchen.slack.world.calls.clear()


def test_the_inspector_pauses_and_clears(sink: Screen) -> None:
    """While it is paused nothing moves; cleared, it is empty."""
    sink.press("Inspector")
    sink.say("/sink ack")
    shows(sink, "/sink")
    sink.press("Pause")
    sink.say("/sink edit")
    sink.find("Baked bread", "li[data-ts]", exact=False)
    assert "chat.update" not in panel(sink)
    sink.press("Clear")
    sink.wait(lambda: "/sink" not in panel(sink), "an empty panel")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example pack, to be edited."""
    return Path(shutil.copytree(HARBOR, tmp_path / "harbor"))


@pytest.fixture
def author(folder: Path, tmp_path: Path, window: Chrome) -> Iterator[Screen]:
    """The page as an author sees it: the bot answers from the folder, which is watched."""
    home = tmp_path / "home"
    ports = build(Settings(home=home))
    bench = Workbench(folder, ports, lambda: datetime.now(UTC))  # noqa: TID251 - the clock that a workbench gets
    with LocalSlack(bench=bench) as slack:
        team = slack.team()
        loaded = load_pack(folder)
        publish_edit(loaded, team, ports, NOW)
        rows = open_rows(folder / "examples" / "accounts.jsonl")
        import_rows(ImportJob(rows, loaded.pack, as_of=NOW.date()), team, ports, NOW)
        bench.start(current_pack("harbor", team, ports), team)
        installed = slack.install(MANIFEST, channels=("sales",))
        known = {name.lower(): value for name, value in slack.environment(installed).items()}
        app, stop = slack_app(Settings(home=home, pack="harbor", **known)), Stop()
        serving = threading.Thread(target=serve, args=(app, installed.app_token, stop, PATIENCE), daemon=True)
        serving.start()
        try:
            assert slack.connected(installed)
            rep = slack.person("rep", installed)
            window.get(f"{slack.base_url}/?{urlencode({'person': rep.user.id, 'channel': rep.dm_channel.id})}")
            yield Screen(window, slack.base_url)
        finally:
            stop.tell()
            serving.join(PATIENCE)
            app.service.status.close()
            bench.stop()


def test_an_edit_shows_what_it_changed(author: Screen, folder: Path) -> None:
    """What an author saves is checked and in force, and what it changed for whom is shown, those on the screen first."""
    author.say("does Acme fit?")
    author.see("Computed by rules")
    author.press("Harbor", exact=False, kinds="header button")
    shows(author, str(folder), "Usable, with", "not since the start", "version 1")
    file = folder / "icps" / "primary.yaml"
    was = file.read_text("utf-8")
    assert CLOUD in was
    file.write_text(was.replace(CLOUD, CLOUD.replace("aws: 5", "aws: 3")), "utf-8")
    shows(author, "The latest edit changed", "draft")
    assert [] == (found := wrong(author.driver)), "\n".join(found)
    file.write_text(was.replace(CLOUD, CLOUD + "\n    nonsense: ["), "utf-8")
    shows(author, "Error", "icps/primary.yaml:", "Answers are still given by version 1")
    file.write_text(was, "utf-8")
    shows(author, "Usable, with")


def test_who_is_on_the_screen_comes_first(author: Screen, folder: Path) -> None:
    """Accounts whose card stands on the screen are told apart from all others, with the reason."""
    author.say("does Acme fit?")
    author.see("Computed by rules")
    author.press("Harbor", exact=False, kinds="header button")
    file = folder / "icps" / "primary.yaml"
    file.write_text(file.read_text("utf-8").replace("saas: 5", "saas: 3"), "utf-8")
    shows(author, "On this screen", "Acme", "Everywhere else")
    assert panel(author).index("Acme") < panel(author).index("Everywhere else")
