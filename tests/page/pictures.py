"""Pictures: those of the README and the documents, taken of the page with the real bot in it.

    python -m tests.page.pictures docs/pictures

Each is walked to as a person would, and cut to what it shows. What they show is the same each time, but for dates.
"""

import io
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from PIL import Image
from selenium.webdriver import Chrome

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
from tests.page.browser import opened, scheme
from tests.page.screen import FILLED, Screen

MOST = 300_000
"""How many bytes a picture may have."""
SCALE = 2
WIDTH = 960
ROOM = 400
NOTES = """notes for Acme: call with Jane (CFO)
- budget is approved
- on Snowflake
- Globex has 5000 people"""
GAPS = ("no case study for hospitals", "no pricing page for the CFO", "no answer to the security questionnaire")


def main(folder: Path) -> None:
    """Take every picture anew."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as kept:
        pack = Path(shutil.copytree(HARBOR, Path(kept) / "harbor"))
        with _running(pack, Path(kept)) as slack, opened(Path(kept) / "browser") as driver:
            scheme(driver, "light")
            studio = Studio(slack, driver, folder)
            for take in (fit, briefing, notes, gaps, inspector, home, interview, phone):
                studio.open("rep")
                take(studio)
            studio.open("rep")
            panel(studio, pack)


class Studio:
    """The page, and where its pictures go."""

    def __init__(self, slack: LocalSlack, driver: Chrome, folder: Path) -> None:
        self.slack, self.driver, self.folder = slack, driver, folder
        self.screen = Screen(driver, slack.base_url)

    def open(self, person: str) -> None:
        """Begin anew, in the direct messages with Fika."""
        self.size(WIDTH, 1000)
        self.slack.reset()
        installed = next(iter(self.slack.world.apps.values()))
        who = self.slack.person(person, installed)
        self.driver.get(f"{self.slack.base_url}/?{urlencode({'person': who.user.id, 'channel': who.dm_channel.id})}")
        self.screen.find("Message Fika", FILLED)

    def size(self, width: int, height: int, *, touch: bool = False) -> None:
        """Give the page a size, in pixels that are twice as fine."""
        size = {"width": width, "height": height, "deviceScaleFactor": SCALE, "mobile": touch}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def last(self, name: str) -> None:
        """Take the last message, from its author's picture to its end."""
        self.quiet()
        message = self.driver.find_elements("css selector", "li[data-ts]")[-1]
        self.size(WIDTH, message.size["height"] + ROOM)
        self.quiet()
        self._keep(name, message.screenshot_as_png)

    def whole(self, name: str) -> None:
        """Take all that is in the window."""
        self.quiet()
        self._keep(name, self.driver.get_screenshot_as_png())

    def quiet(self) -> None:
        """Wait until nothing moves, and nothing is pointed at or has the focus."""
        self.driver.execute_script("document.activeElement?.blur()")
        for installed in self.slack.world.apps.values():
            self.slack.person("rep", installed).quiet()
        time.sleep(0.5)

    def _keep(self, name: str, content: bytes) -> None:
        picture: Image.Image = Image.open(io.BytesIO(content)).convert("RGB")
        kept = io.BytesIO()
        picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
        assert len(kept.getvalue()) < MOST, f"{name} has {len(kept.getvalue())} bytes"
        (self.folder / f"{name}.png").write_bytes(kept.getvalue())
        print(f"{name}.png: {picture.width} x {picture.height}, {len(kept.getvalue()) // 1000} kB")


def fit(studio: Studio) -> None:
    """The whole window, with the card that answers whether an account fits."""
    studio.size(1180, 880)
    studio.screen.say("does Fogbarrel fit?")
    studio.screen.see("Computed by rules")
    studio.quiet()
    asked = studio.screen.find("does Fogbarrel fit?", "li[data-ts]", exact=False)
    studio.driver.execute_script("arguments[0].scrollIntoView({block: 'start'})", asked)
    studio.whole("fit")


def interview(studio: Studio) -> None:
    """A question, and why it is asked."""
    studio.screen.say("let us qualify Acme")
    studio.screen.see("Don't know")
    studio.last("interview")


def briefing(studio: Studio) -> None:
    """A briefing before a call."""
    studio.screen.say("brief me on Fogbarrel, meeting the CFO")
    studio.screen.see("More about whom you meet")
    studio.last("briefing")


def notes(studio: Studio) -> None:
    """What was read in notes, with what it was read from."""
    studio.screen.say(NOTES)
    studio.screen.see("Confirm ticked")
    studio.last("notes")


def gaps(studio: Studio) -> None:
    """The list of what is missing."""
    for what in GAPS:
        studio.screen.say(f"log a gap: {what}")
        studio.screen.find(what, "li[data-ts]", exact=False)
        studio.quiet()
    studio.screen.say("all gaps")
    studio.screen.find("the most worth filling first", "li[data-ts]", exact=False)
    studio.last("gaps")


def home(studio: Studio) -> None:
    """The Home tab."""
    studio.size(WIDTH, 720)
    studio.screen.press("Home", kinds="[role=tab]")
    studio.screen.see("Your recent checks")
    studio.whole("home")


def inspector(studio: Studio) -> None:
    """What was delivered, and what was called."""
    studio.size(1280, 720)
    studio.screen.press("Inspector")
    studio.screen.say("does Fogbarrel fit?")
    studio.screen.see("Computed by rules")
    studio.whole("inspector")


def phone(studio: Studio) -> None:
    """The page on a phone, in the dark."""
    scheme(studio.driver, "dark")
    studio.size(360, 740, touch=True)
    studio.screen.say("let us qualify Saltmarsh Metrics")
    studio.screen.see("Don't know")
    studio.whole("phone")
    scheme(studio.driver, "light")
    studio.screen.say("stop")
    studio.quiet()


def panel(studio: Studio, pack: Path) -> None:
    """What an edit of the pack changed."""
    studio.size(1280, 720)
    studio.screen.say("does Acme fit?")
    studio.screen.see("Computed by rules")
    studio.quiet()
    studio.screen.press("Harbor", exact=False, kinds="header button")
    file = pack / "icps" / "primary.yaml"
    file.write_text(file.read_text("utf-8").replace("saas: 5", "saas: 3"), "utf-8")
    studio.screen.see("On this screen")
    studio.whole("pack")


class _Named(Workbench):
    """A bench that tells where the pack would be in a checkout: the pictures tell of no folder of whoever takes them."""

    def report(self) -> dict[str, Any]:
        return {**super().report(), "path": "knowledge/harbor"}


@contextmanager
def _running(pack: Path, folder: Path) -> Iterator[LocalSlack]:
    """A local Slack with the real bot, which answers from a pack that is watched."""
    home = folder / "home"
    ports = build(Settings(home=home))
    bench = _Named(pack, ports, _now)
    with LocalSlack(teams=("Sales",), bench=bench) as slack:
        team = slack.team()
        loaded = load_pack(pack)
        publish_edit(loaded, team, ports, _now())
        rows = open_rows(pack / "examples" / "accounts.jsonl")
        import_rows(ImportJob(rows, loaded.pack, as_of=_now().date()), team, ports, _now())
        bench.start(current_pack("harbor", team, ports), team)
        installed = slack.install(MANIFEST, channels=("sales",))
        admin = slack.person("admin").user.id
        known = {name.lower(): value for name, value in slack.environment(installed).items()}
        app, stop = slack_app(Settings(home=home, pack="harbor", admins=admin, **known)), Stop()
        serving = threading.Thread(target=serve, args=(app, installed.app_token, stop, PATIENCE), daemon=True)
        serving.start()
        assert slack.connected(installed)
        try:
            yield slack
        finally:
            stop.tell()
            serving.join(PATIENCE)
            app.service.status.close()
            bench.stop()


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the clock of what is shown


if __name__ == "__main__":
    main(Path(sys.argv[1]))
