"""Ground: the part of the World that holds workspaces, people, channels and apps, its lock, ids and changes.

Every change is made under one lock and told to whoever listens, in order and still under the lock: a listener only
hands the change on. Ids follow from the seed alone, so that a run can be repeated.
"""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from threading import Condition, RLock
from typing import Any, TypeVar, Unpack

from bot.playground.clock import Clock
from bot.playground.model import Change, Channel, Installed, User, Workspace
from bot.playground.world_made import ChannelTraits, UserTraits

T = TypeVar("T")


class Ids:
    """Ids that follow from a seed."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._made: defaultdict[str, int] = defaultdict(int)

    def next(self, prefix: str, length: int = 9) -> str:
        """The next id of its kind, as Slack's look."""
        return prefix + self._letters(prefix, length)

    def of(self, prefix: str, *names: str) -> str:
        """The one id of its kind that stands for these names, whenever it is asked for."""
        digest = hashlib.blake2b("/".join([self._seed, prefix, *names]).encode(), digest_size=9).digest()
        return prefix + base64.b32encode(digest).decode()[:9]

    def secret(self, kind: str, length: int) -> str:
        """A secret in hexadecimal digits."""
        return self._digest(kind, length).hex()[:length]

    def number(self, kind: str) -> int:
        """The next number of its kind, of twelve digits."""
        return 10**11 + int.from_bytes(self._digest(kind, 5)) % 10**11

    def _letters(self, kind: str, length: int) -> str:
        return base64.b32encode(self._digest(kind, length)).decode()[:length].replace("=", "A")

    def _digest(self, kind: str, length: int) -> bytes:
        self._made[kind] += 1
        return hashlib.blake2b(f"{self._seed}/{kind}/{self._made[kind]}".encode(), digest_size=min(length, 64)).digest()


class Ground:
    """Workspaces, people, channels and apps."""

    def __init__(self, clock: Clock | None = None, seed: str = "local") -> None:
        self.clock = clock or Clock()
        self.ids = Ids(seed)
        self.passing = Ids(f"{seed}/{self.clock.now()}")
        """Ids of what happens: an app that outlives this world must not take the next one's events for repetitions."""
        self.lock = RLock()
        self.workspaces: dict[str, Workspace] = {}
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.apps: dict[str, Installed] = {}
        """Every installation, by bot token."""
        self._changed = Condition(self.lock)
        self._listeners: list[Callable[[Change], None]] = []
        self._watchers: list[Callable[[], None]] = []
        self._ims: dict[tuple[str, str], Channel] = {}
        self._last_ts = 0

    # Changes

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Tell this listener of every change from now on; what is returned ends that."""
        with self.lock:
            self._listeners.append(listener)

        def forget() -> None:
            with self.lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return forget

    def changed(self, change: Change) -> None:
        """Tell everybody of a change; the lock is held."""
        for listener in self._listeners:
            listener(change)
        self._changed.notify_all()
        self.touch()

    def on_touch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Tell this watcher, on any thread, that something may look different; what is returned ends that."""
        with self.lock:
            self._watchers.append(watcher)

        def forget() -> None:
            with self.lock:
                if watcher in self._watchers:
                    self._watchers.remove(watcher)

        return forget

    def touch(self) -> None:
        """Tell whoever watches that something may look different, be it a change of this world or of what is around."""
        for watcher in tuple(self._watchers):
            watcher()

    def wait_for(self, look: Callable[[], T | None], seconds: float) -> T | None:
        """What a look finds, as soon as it finds something; None after so many seconds."""
        found: list[T] = []

        def look_again() -> bool:
            seen = look()
            if seen is not None and seen is not False:
                found.append(seen)
            return bool(found)

        with self._changed:
            self._changed.wait_for(look_again, seconds)
        return found[0] if found else None

    # Time

    def now(self) -> float:
        """The time."""
        return self.clock.now()

    def next_ts(self) -> str:
        """A ts later than every one before."""
        with self.lock:
            self._last_ts = max(self._last_ts + 1, int(self.now() * 1_000_000))
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    # People and channels

    def add_workspace(self, name: str, domain: str | None = None) -> Workspace:
        """A new workspace."""
        with self.lock:
            made = Workspace(self.ids.next("T0"), name, domain or name.lower().replace(" ", "-"))
            self.workspaces[made.id] = made
            return made

    def add_user(self, team: str, name: str, **traits: Unpack[UserTraits]) -> User:
        """A new person in a workspace."""
        with self.lock:
            made = User(self.ids.next("U0"), team, name, **({"real_name": name} | traits))
            if made.email is None and not made.is_bot:
                made.email = f"{name}@{self.workspaces[team].domain}.example"
            self.users[made.id] = made
            return made

    def add_channel(
        self, team: str, name: str, members: Iterable[str] = (), creator: str = "", **traits: Unpack[ChannelTraits]
    ) -> Channel:
        """A new channel."""
        with self.lock:
            people = dict.fromkeys(members)
            founder = creator or next(iter(people), "USLACKBOT")
            made = Channel(self.ids.next("C0"), team, name, int(self.now()), founder, people, **traits)
            self.channels[made.id] = made
            self.changed(Change("channel", team, made, made.id))
            return made

    def open_im(self, app: Installed, user: str) -> Channel:
        """The direct message of an app with a person."""
        with self.lock:
            known = self._ims.get((app.bot_user, user))
            if known is not None:
                return known
            both = {user: None, app.bot_user: None}
            # The id follows from who speaks there: an app that outlives this world knows it again, whoever comes first.
            id_ = self.ids.of("D0", app.bot_user, user)
            made = Channel(id_, app.team, "", int(self.now()), app.bot_user, both, is_im=True, user=user)
            self._ims[app.bot_user, user] = self.channels[made.id] = made
            self.changed(Change("channel", app.team, made, made.id))
            return made

    def open_dm(self, user: str, other: str) -> Channel:
        """The direct message of two people."""
        with self.lock:
            first, second = sorted((user, other))
            known = self._ims.get((first, second))
            if known is not None:
                return known
            both: dict[str, None] = {first: None, second: None}
            id_ = self.ids.of("D0", first, second)
            made = Channel(id_, self.users[user].team, "", int(self.now()), user, both, is_im=True, user=other)
            self._ims[first, second] = self.channels[made.id] = made
            self.changed(Change("channel", made.team, made, made.id))
            return made

    def join(self, channel: Channel, user: str, inviter: str | None = None) -> None:
        """Let somebody into a channel."""
        with self.lock:
            if user not in channel.members:
                channel.members[user] = None
                self.changed(Change("member_joined", channel.team, channel, channel.id, user, inviter))

    def leave(self, channel: Channel, user: str) -> None:
        """Let somebody leave a channel."""
        with self.lock:
            if user in channel.members:
                del channel.members[user]
                self.changed(Change("member_left", channel.team, channel, channel.id, user))

    def sees(self, team: str, channel: Channel) -> bool:
        """Whether a channel is one of a workspace, its own or a shared one."""
        return channel.team == team or team in channel.shared_with

    def may_see(self, user: User, channel: Channel) -> bool:
        """Whether a channel is there for a person: they are in it, or it is public and they are no guest."""
        if user.id in channel.members:
            return True
        closed = channel.is_private or channel.is_im or channel.is_mpim
        guest = user.is_restricted or user.is_ultra_restricted
        return not closed and not guest and self.sees(user.team, channel)

    # Apps

    def install(
        self,
        team: str,
        manifest: Mapping[str, Any],
        scopes: Iterable[str] | None = None,
        *,
        request_url: str | None = None,
        like: Installed | None = None,
    ) -> Installed:
        """Install an app in a workspace.

        Args:
            team: the workspace.
            manifest: the app's manifest.
            scopes: those that are granted; all of the manifest, the optional ones too, where none are given.
            request_url: where signed requests go; by the manifest where none is given.
            like: another installation of the same app.
        """
        with self.lock:
            name = str(manifest.get("display_information", {}).get("name", "app"))
            app = like.app if like else self.ids.next("A0")
            user = self.add_user(team, name.lower(), real_name=name, is_bot=True, app=app)
            installed = Installed(
                team=team,
                app=app,
                name=name,
                manifest=manifest,
                bot_user=user.id,
                bot=self.ids.next("B0"),
                bot_token=f"xoxb-{self.ids.number('token')}-{self.ids.number('token')}-{self.ids.next('', 24)}",
                app_token=like.app_token if like else f"xapp-1-{app}-{self.ids.secret('app token', 64)}",
                signing_secret=like.signing_secret if like else self.ids.secret("signing", 32),
                scopes=frozenset(_scopes(manifest) if scopes is None else scopes),
                request_url=request_url or _request_url(manifest),
            )
            self.apps[installed.bot_token] = installed
            self.changed(Change("installed", team, installed))
            return installed

    def revoke(self, installed: Installed) -> None:
        """Take an app's token away."""
        with self.lock:
            installed.revoked = True
            self.changed(Change("uninstalled", installed.team, installed))

    def installed(self, app: str, team: str) -> Installed | None:
        """An app's installation in a workspace."""
        with self.lock:
            return next((one for one in self.apps.values() if (one.app, one.team) == (app, team)), None)

    def by_app_token(self, token: str) -> Installed | None:
        """The first installation of the app with that app-level token."""
        with self.lock:
            return next((one for one in self.apps.values() if one.app_token == token), None)

    def apps_in(self, channel: Channel) -> list[Installed]:
        """The apps that are members of a channel."""
        with self.lock:
            return [one for one in self.apps.values() if one.bot_user in channel.members and not one.revoked]


def _scopes(manifest: Mapping[str, Any]) -> list[str]:
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    return [*scopes.get("bot", ()), *scopes.get("bot_optional", ())]


def _request_url(manifest: Mapping[str, Any]) -> str | None:
    settings = manifest.get("settings", {})
    if settings.get("socket_mode_enabled"):
        return None
    url = settings.get("event_subscriptions", {}).get("request_url")
    return str(url) if url else None
