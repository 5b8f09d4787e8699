"""Browser: a page is opened where there is a screen, and its address is printed in any case."""

import os
import sys
import threading
import webbrowser
from collections.abc import Mapping
from contextlib import suppress


def open_page(url: str) -> None:
    """Open a page in the person's browser, if there is one; nobody waits for it."""
    if has_screen(os.environ, sys.platform):
        threading.Thread(target=_open, args=(url,), name="browser", daemon=True).start()


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a browser would open a window; one in the terminal itself would take it from whoever sits there."""
    if platform in ("darwin", "win32"):
        return "SSH_CONNECTION" not in environment
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _open(url: str) -> None:
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(url)
