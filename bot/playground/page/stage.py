"""Stage: what a page's parts are made of: the world, and what of the server stands around it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.acts_seen import Office
from bot.playground.delivery import Deliveries
from bot.playground.model import Channel, Installed, Json, User
from bot.playground.page.bench import Bench
from bot.playground.world import World

SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, slots=True)
class Stage:
    """What every page is made of."""

    world: World
    office: Office
    deliveries: Deliveries
    connections: Callable[[str], int]
    """How many an app has."""
    bench: Bench | None = None
    calls: dict[int, Json] = field(default_factory=dict)
    """How the latest calls are shown, by number: they never change."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one person sits before it; made and used while the world's lock is held."""

    stage: Stage
    user: User
    channels: dict[str, Channel]
    """What the person can see."""
    apps: list[Installed]
    """Those of the person's workspace."""


def seat(stage: Stage, person: str) -> Seat | None:
    """The seat of a person, by id or name; somebody else's where they are not there, None where nobody is."""
    world = stage.world
    people = [one for one in world.users.values() if not one.is_bot and not one.deleted]
    user = next((one for one in people if one.id == person), None)
    user = user or next((one for one in people if one.name == person), people[0] if people else None)
    if user is None:
        return None
    apps = [one for one in world.apps.values() if one.team == user.team]
    for app in apps:
        world.open_im(app, user.id)
    channels = {one.id: one for one in world.channels.values() if world.may_see(user, one)}
    return Seat(stage, user, channels, apps)
