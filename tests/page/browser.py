"""Browser: Debian's Chromium without a window, in front of the page."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

DRIVER = shutil.which("chromedriver")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
MISSING = [name for name, found in (("chromium", CHROMIUM), ("chromium-driver", DRIVER)) if found is None]
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # whoever runs the tests may be root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # nothing but the page is asked for
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",
)


def lacks(need: str) -> NoReturn:
    """Leave a test out where the machine lacks something, and say what; in CI it has to be there."""
    pytest.fail(need) if os.environ.get("CI") else pytest.skip(need)


@contextmanager
def opened(folder: Path, width: int = 1280, height: int = 800) -> Iterator[Chrome]:
    """A new browser with an empty profile in a folder; it is closed in the end."""
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (*FLAGS, f"--window-size={width},{height}", f"--user-data-dir={folder}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    environment = {**os.environ, "TZ": "Europe/Berlin"}
    driver = Chrome(options=options, service=Service(DRIVER, env=environment))
    try:
        yield driver
    finally:
        driver.quit()


def resize(driver: Chrome, width: int, height: int, *, touch: bool = False) -> None:
    """Give the page a size, as of a phone where touch is said."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": touch})


def scheme(driver: Chrome, name: str) -> None:
    """Prefer light or dark colours, as a system does."""
    feature = {"name": "prefers-color-scheme", "value": name}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
