"""Live: the parts that a page shows, sent over a web socket as soon as they change.

A page says what it looks at, gets everything, and from then on what differs from what it was sent. Parts are made on
threads of their own, and each page waits for itself alone: one that is slow, or gone, holds nothing up.

What the person does comes the same way, as `{"number", "act"}`, and is answered with `{"answer", "status", "found"}`:
what the control interface takes and answers.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.playground.model import Json
from bot.playground.page.looking import Doing, Looking
from bot.playground.page.patch import Sent, patch_text, written
from bot.playground.page.scene import scene
from bot.playground.page.stage import Stage

PATIENCE = 10.0
"""How long a page may take to accept a patch, in seconds."""
TOGETHER = 0.002
"""How close changes must be to one another to go together, in seconds; the first one goes at once."""
_NOT_UNDERSTOOD = 1007
_GOING_AWAY = 1001
_GOODBYE = 0.5
_AT_ONCE = 2
_SAID: TypeAdapter[Doing | Looking] = TypeAdapter(Doing | Looking)
_log = logging.getLogger(__name__)


Act = Callable[[Json], Awaitable[tuple[int, Any]]]
"""Does what a person does; gives the status and the body of the answer."""
_GONE = (WebSocketDisconnect, TimeoutError, RuntimeError)
"""What a page that went away is noticed by."""


@dataclass(eq=False, slots=True)
class _Page:
    socket: WebSocket
    loop: asyncio.AbstractEventLoop
    looking: Looking = field(default_factory=Looking)
    asked: bool = False
    """Whether it has said what it looks at, and was not answered yet."""
    sent: Sent = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    woken: bool = False
    doing: set["asyncio.Task[None]"] = field(default_factory=set)
    """What the person does right now."""

    def wake(self) -> None:
        """Look again soon; called on any thread."""
        if not self.woken:
            self.woken = True
            with suppress(RuntimeError):  # the server has stopped
                self.loop.call_soon_threadsafe(self.changed.set)


class Live:
    """The pages that are open."""

    def __init__(self, stage: Stage, origins: Callable[[], Collection[str]], act: Act) -> None:
        self._stage = stage
        self._origins = origins
        self._act = act
        self._pages: set[_Page] = set()
        self._threads: ThreadPoolExecutor | None = None

    def start(self) -> None:
        """Make the threads."""
        self._threads = ThreadPoolExecutor(_AT_ONCE, "local-slack-page")

    async def stop(self) -> None:
        """Close every page's connection."""
        closing = [asyncio.ensure_future(page.socket.close(_GOING_AWAY)) for page in list(self._pages)]
        if closing:
            await asyncio.wait(closing, timeout=_GOODBYE)  # one that does not answer is left behind
            await asyncio.gather(*(one for one in closing if one.done()), return_exceptions=True)
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)

    async def serve(self, socket: WebSocket) -> None:
        """Hold one page's connection until it ends; one of a web page from elsewhere is refused."""
        if socket.headers.get("origin") not in self._origins():
            await socket.close()
            return
        await socket.accept()
        page = _Page(socket, asyncio.get_running_loop())
        self._pages.add(page)
        forget = self._stage.world.on_touch(page.wake)
        tasks = [asyncio.create_task(self._listen(page)), asyncio.create_task(self._tell(page))]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            forget()
            self._pages.discard(page)
            for task in tasks:
                task.cancel()
            for ended in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(ended, Exception) and not isinstance(ended, _GONE):
                    _log.error("A page could not be told what changed.", exc_info=ended)

    async def _listen(self, page: _Page) -> None:
        try:
            while True:
                said = _SAID.validate_json(await page.socket.receive_text())
                if isinstance(said, Doing):
                    # A task of its own: what waits for an app holds up nothing that is done meanwhile.
                    doing = asyncio.create_task(self._do(page, said))
                    page.doing.add(doing)
                    doing.add_done_callback(page.doing.discard)
                    continue
                page.looking = said
                page.asked = True
                page.changed.set()
        except (ValidationError, KeyError):
            await page.socket.close(_NOT_UNDERSTOOD)
        except WebSocketDisconnect:
            return

    async def _do(self, page: _Page, doing: Doing) -> None:
        status, found = await self._act(doing.act)
        with suppress(*_GONE):
            answer = written({"answer": doing.number, "status": status, "found": found})
            await asyncio.wait_for(page.socket.send_text(answer), PATIENCE)

    async def _tell(self, page: _Page) -> None:
        while not page.asked:
            page.changed.clear()
            await page.changed.wait()
        while True:
            page.changed.clear()
            page.woken = False
            asked, page.asked = page.asked, False
            text = await page.loop.run_in_executor(self._threads, self._news, page, asked)
            if text is not None:
                await asyncio.wait_for(page.socket.send_text(text), PATIENCE)
                await asyncio.sleep(TOGETHER)
            await page.changed.wait()

    def _news(self, page: _Page, asked: bool) -> str | None:  # noqa: FBT001 - an executor passes no names
        return patch_text(page.sent, scene(self._stage, page.looking), self._stage.world.now(), always=asked)
