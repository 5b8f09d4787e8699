"""Server: the local Slack as something that runs: the Web API, Socket Mode, response URLs and the control interface.

It is a test instrument and a demo, never a production server: it listens on the loopback interface alone, keeps
everything in memory and believes whoever talks to it.
"""

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, WebSocketRoute
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from bot.core.errors import FikaError
from bot.playground.acts import Person
from bot.playground.acts_seen import Office, Recent
from bot.playground.api.answering import Api
from bot.playground.api.app import api_app
from bot.playground.clock import Clock
from bot.playground.control import act_answered, control
from bot.playground.delivery import Deliveries, Pace, Transport
from bot.playground.events import Herald
from bot.playground.faults import Faults
from bot.playground.faults_api import Faulty
from bot.playground.http_mode import SignedHttp
from bot.playground.model import Installed, User
from bot.playground.page.bench import Bench
from bot.playground.page.live import Live
from bot.playground.page.routes import BUILT, page_routes
from bot.playground.page.stage import Stage
from bot.playground.server_start import environment, furnish
from bot.playground.socket_mode import PATH, SocketMode
from bot.playground.world import World

HOST = "127.0.0.1"
QUICK = Pace(scale=0.005)
"""For tests: the retry after a minute comes after 0.3 s."""
_TICK = 0.1
_PATIENCE = 20.0


class NotThere(FikaError):
    """Raised when the local Slack has no such person, workspace or app, or cannot be started."""


class _Cuttable(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """A connection that whoever answers may cut."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.app_state: dict[str, Any] = {**self.app_state, "transport": transport}


class LocalSlack:
    """A Slack of one's own, in this process, on a port of the loopback interface."""

    def __init__(  # noqa: PLR0913 - what whoever starts it may choose
        self,
        *,
        port: int = 0,
        pace: Pace = QUICK,
        teams: Iterable[str] = ("Home",),
        wall: Callable[[], float] = time.time,
        measure: Callable[[], float] = time.monotonic,
        page: Path | None = BUILT,
        bench: Bench | None = None,
    ) -> None:
        """Make it; it starts with `start`, or as a context.

        Args:
            port: where to listen; any free one for 0.
            pace: how patient it is.
            teams: the workspaces to begin with.
            wall: seconds since 1970.
            measure: seconds of a clock that is never set, for what is measured.
            page: the folder of the built page; None for no page at all.
            bench: what the author of something the app answers from is shown beside it.
        """
        self.world = World(Clock(wall))
        self.faults = Faults(measure)
        self.sockets = SocketMode(pace, measure, lambda: f"ws://{HOST}:{self.port}")
        self.requests = SignedHttp(pace, measure, wall)
        self.deliveries = Deliveries(self._transport, self.faults, pace, measure)
        self.deliveries.now = self.world.now
        self.deliveries.touched = self.sockets.touched = self.world.touch
        self._herald = Herald(self.world, self.deliveries)
        recent = Recent(self.world)
        self._office = Office(self.world, self.deliveries, self._herald, recent, lambda: f"{self.base_url}/response/")
        self.world.on_change(self._herald.noticed)
        for team in teams:
            furnish(self.world, team)
        self.port = port
        self._page = page
        self.stage = Stage(self.world, self._office, self.deliveries, self.sockets.connections, bench)
        self._live = Live(self.stage, self._origins, partial(act_answered, self))
        if bench is not None:
            bench.on_change(self.world.touch)
        self._thread: threading.Thread | None = None
        self._server: uvicorn.Server | None = None

    @property
    def base_url(self) -> str:
        """The address of the server."""
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        """The address of the Web API, for SLACK_API_URL."""
        return f"{self.base_url}/api/"

    # Running

    def start(self) -> Self:
        """Listen, and return when everything is ready.

        Raises:
            NotThere: the port is taken.
        """
        try:
            listener = socket.create_server((HOST, self.port))
        except OSError as error:
            raise NotThere(f"Port {self.port} cannot be listened on: {error.strerror}. Choose another one.") from error
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._application(),
            http=_Cuttable,
            log_config=None,
            log_level="critical",
            access_log=False,
            timeout_graceful_shutdown=1,
            ws_per_message_deflate=False,  # on the loopback compressing takes longer than sending
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listener],), name="local-slack", daemon=True)
        self._thread.start()
        until = time.monotonic() + _PATIENCE
        while not self._server.started and self._thread.is_alive() and time.monotonic() < until:
            time.sleep(0.005)
        if not self._server.started:
            raise NotThere("The local Slack did not start.")
        return self

    def stop(self) -> None:
        """Close every connection and stop listening."""
        if self._server is None or self._thread is None:
            return
        with suppress(RuntimeError, TimeoutError):
            self._on_loop(self._hang_up())
        self._server.should_exit = True
        self._thread.join(_PATIENCE)
        self._server = self._thread = None

    def __enter__(self) -> Self:
        """Start."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()

    # Apps and people

    def install(
        self,
        manifest: Mapping[str, Any],
        team: str | None = None,
        *,
        scopes: Iterable[str] | None = None,
        request_url: str | None = None,
        channels: Iterable[str] = (),
    ) -> Installed:
        """Install an app; again into another workspace where it is installed already.

        Args:
            manifest: the app's manifest.
            team: the workspace, by id or name; the first one where none is given.
            scopes: what is granted; everything the manifest asks for where it is not given.
            request_url: where signed requests go, in place of Socket Mode.
            channels: the channels to let the app into.
        """
        home = self.team(team)
        name = manifest.get("display_information", {}).get("name")
        like = next((one for one in self.world.apps.values() if one.name == name and one.team != home), None)
        installed = self.world.install(home, manifest, scopes, request_url=request_url, like=like)
        for channel in self.world.channels.values():
            if channel.team == home and {channel.name, f"#{channel.name}"} & set(channels):
                self.world.join(channel, installed.bot_user)
        return installed

    def verify(self, installed: Installed) -> None:
        """Check the address of an app, as Slack does before it takes it.

        Raises:
            AddressRefused: it did not answer as it must.
        """
        self.requests.verify(installed)

    def team(self, name: str | None = None) -> str:
        """The id of a workspace, by its id or name; of the first one where none is given.

        Raises:
            NotThere: there is none.
        """
        for one in self.world.workspaces.values():
            if name in {None, one.id, one.name}:
                return one.id
        raise NotThere(f"There is no workspace {name!r}.")

    def app(self, id_: str | None = None) -> Installed:
        """An installed app, by app id or bot token; the first one where none is given.

        Raises:
            NotThere: there is none.
        """
        for one in self.world.apps.values():
            if id_ in {None, one.app, one.bot_token}:
                return one
        raise NotThere("There is no such app. Install one first." if id_ else "No app is installed.")

    def person(self, name: str, app: Installed | None = None) -> Person:
        """Somebody of that name or id, in front of an app; the first one installed where none is given.

        Raises:
            NotThere: there is nobody of that name.
        """
        installed = app or self.app()
        people = [one for one in self.world.users.values() if name in {one.id, one.name}]
        # The same name may stand in every workspace: whoever is in the app's own comes first.
        people.sort(key=lambda one: one.team != installed.team)
        if not people:
            raise NotThere(f"There is nobody called {name!r}.")
        return Person(self._office, people[0].id, installed)

    def add_person(self, name: str, team: str | None = None, channels: Iterable[str] = ("sales",)) -> User:
        """Let somebody new into a workspace."""
        made = self.world.add_user(self.team(team), name)
        for channel in self.world.channels.values():
            if channel.team == made.team and channel.name in set(channels):
                self.world.join(channel, made.id)
        return made

    def environment(self, installed: Installed) -> Mapping[str, str]:
        """What an app needs to know, by environment variable."""
        return environment(installed, self.api_url)

    # Connections and state

    def connected(self, installed: Installed, count: int = 1, seconds: float = _PATIENCE) -> bool:
        """Wait until an app has as many connections; whether it has."""
        until = time.monotonic() + seconds
        while self.sockets.connections(installed.app) < count and time.monotonic() < until:
            time.sleep(0.01)
        return self.sockets.connections(installed.app) >= count

    def refresh_connections(self, installed: Installed, *, warning: bool = False) -> None:
        """Ask an app to connect anew, or only warn that this is to come."""
        self._on_loop(self.sockets.refresh(installed.app, "warning" if warning else "refresh_requested"))

    def drop_connections(self, installed: Installed) -> None:
        """Cut an app's connections."""
        self._on_loop(self.sockets.drop(installed.app))

    def down(self, seconds: float) -> None:
        """Let Slack be down for so long: connections are cut, calls too, and nothing is delivered."""
        self.faults.down(seconds)
        for installed in list(self.world.apps.values()):
            self.drop_connections(installed)

    def reset(self) -> None:
        """Forget what was said, shown, called and delivered, and every fault; people, channels and apps stay."""
        self.faults.clear()
        self.deliveries.forget()
        world = self.world
        with world.lock:
            for channel in world.channels.values():
                for kept in (channel.messages, channel.timeline, channel.threads, channel.ephemerals):
                    kept.clear()
            for shown in (world.modals, world.homes, world.statuses, world.prompts, world.titles, world.sessions):
                shown.clear()
            self._office.filled.clear()
            self._office.troubles.clear()
            self._office.offered.clear()
            world.calls.clear()
            world.refusals.clear()
            world.scheduled.clear()
            world.touch()

    # Parts

    def _application(self) -> Starlette:
        api = api_app(Api(self.world, self.sockets.open))
        routes: list[BaseRoute] = [
            WebSocketRoute(f"{PATH}/", self.sockets.serve),
            control(self),
            *([] if self._page is None else page_routes(self.stage, self._live, self._page)),
            Mount("/", Faulty(api, self.faults)),
        ]
        # The name of another host would mean that a web page elsewhere was made to point here.
        hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])
        return Starlette(routes=routes, middleware=[hosts], lifespan=self._lifespan)

    @asynccontextmanager
    async def _lifespan(self, _application: Starlette) -> AsyncIterator[None]:
        self.deliveries.loop = asyncio.get_running_loop()
        self.requests.start()
        self._live.start()
        ticking = asyncio.create_task(self._tick())
        try:
            yield
        finally:
            ticking.cancel()
            self.deliveries.loop = None
            self.requests.stop()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(_TICK)
            self.world.tick()

    async def _hang_up(self) -> None:
        await self.deliveries.stop()
        await self.sockets.stop()
        await self._live.stop()

    def _origins(self) -> tuple[str, ...]:
        return tuple(f"http://{host}:{self.port}" for host in (HOST, "localhost"))

    def _on_loop(self, work: Coroutine[Any, Any, Any]) -> Any:
        loop = self.deliveries.loop
        if loop is None:
            work.close()
            raise RuntimeError("the server is not running")
        return asyncio.run_coroutine_threadsafe(work, loop).result(_PATIENCE)

    def _transport(self, installed: Installed) -> Transport:
        return self.sockets if installed.socket else self.requests
