"""An office to try the Web API in: people, channels, an app, and the API in process and over HTTP."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import uvicorn
from slack_sdk import WebClient

from bot.playground.api.answering import Api
from bot.playground.api.app import api_app
from bot.playground.clock import Clock
from bot.playground.model import Channel, Installed, User
from bot.playground.world import World

SCOPES = [
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "channels:join",
    "channels:manage",
    "channels:read",
    "chat:write",
    "chat:write.customize",
    "chat:write.public",
    "commands",
    "dnd:read",
    "emoji:read",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "groups:write",
    "im:history",
    "im:read",
    "im:write",
    "links:write",
    "mpim:read",
    "mpim:write",
    "pins:read",
    "pins:write",
    "reactions:read",
    "reactions:write",
    "team:read",
    "usergroups:read",
    "users.profile:read",
    "users:read",
    "users:read.email",
]

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Fika"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "agent_view": {"agent_description": "Qualifies accounts."},
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {"socket_mode_enabled": True},
}


@dataclass
class Office:
    """A workspace with what a test needs."""

    world: World
    app: Installed
    rep: User
    guest: User
    partner: User
    sales: Channel
    lobby: Channel
    deals: Channel
    shared: Channel
    dm: Channel
    api: Api

    def ask(self, method: str, **arguments: Any) -> dict[str, Any]:
        """Call a method in process, with the app's token."""
        return self.api.call(method, arguments, self.app.bot_token).body

    def refused(self, method: str, **arguments: Any) -> str:
        """The error of a call that is refused."""
        return str(self.ask(method, **arguments).get("error"))

    def limited(self, *scopes: str) -> "Office":
        """The same office, seen by another app with these scopes only."""
        app = self.world.install(self.app.team, MANIFEST, scopes)
        for channel in (self.sales, self.shared):
            self.world.join(channel, app.bot_user)
        parts = {**self.__dict__, "app": app, "dm": self.world.open_im(app, self.rep.id)}
        return Office(**parts)


@pytest.fixture
def office() -> Office:
    """A fresh office."""
    world = World(Clock())
    team = world.add_workspace("Home")
    other = world.add_workspace("Partner")
    rep = world.add_user(team.id, "rep", tz="Europe/Stockholm")
    guest = world.add_user(team.id, "guest", is_restricted=True)
    partner = world.add_user(other.id, "partner")
    app = world.install(team.id, MANIFEST)
    everybody = [rep.id, app.bot_user]
    return Office(
        world=world,
        app=app,
        rep=rep,
        guest=guest,
        partner=partner,
        sales=world.add_channel(team.id, "sales", everybody),
        lobby=world.add_channel(team.id, "lobby", [rep.id]),
        deals=world.add_channel(team.id, "deals", [rep.id], is_private=True),
        shared=world.add_channel(
            team.id, "with-partner", [*everybody, partner.id], is_ext_shared=True, shared_with={other.id}
        ),
        dm=world.open_im(app, rep.id),
        api=Api(world, lambda installed: f"ws://localhost/{installed.app}"),
    )


@pytest.fixture
def served(office: Office) -> Iterator[str]:
    """The address of the office's API over HTTP."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(api_app(office.api), log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.005)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listener.close()


@pytest.fixture
def client(office: Office, served: str) -> WebClient:
    """Slack's own client, with the app's token."""
    return WebClient(office.app.bot_token, base_url=f"{served}/api/")
