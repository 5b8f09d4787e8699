"""The world of the local Slack: repeatable, in order, and safe from several threads."""

import threading

import pytest

from bot.playground.clock import Clock
from bot.playground.model import Change, Channel, Installed, Prompts, User
from bot.playground.payload import blocks_with_ids
from bot.playground.world import World

MANIFEST = {
    "display_information": {"name": "Fika"},
    "oauth_config": {"scopes": {"bot": ["chat:write"], "bot_optional": ["users:read"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_mention"], "request_url": "https://app.example/events"}},
}


@pytest.fixture
def world() -> World:
    """An empty world."""
    return World(Clock())


def furnished(world: World) -> tuple[Installed, User, Channel]:
    """An app, a person and a channel with both."""
    team = world.add_workspace("Home")
    app, rep = world.install(team.id, MANIFEST), world.add_user(team.id, "rep")
    return app, rep, world.add_channel(team.id, "sales", [rep.id, app.bot_user])


def test_a_run_can_be_repeated() -> None:
    """The same steps give the same ids, tokens and stamps; another seed gives others."""

    def run(seed: str) -> list[str]:
        world = World(Clock(), seed)
        app, rep, channel = furnished(world)
        ts = world.post(channel, rep.id, "hi").ts
        return [app.app, app.bot_token, app.app_token, app.signing_secret, rep.id, channel.id, ts]

    assert run("a") == run("a")
    assert not set(run("a")[:-1]) & set(run("b"))


def test_a_clock_can_be_moved() -> None:
    """Time comes from its source and moves when it is told to."""
    seconds = [1.5]
    clock = Clock(lambda: seconds[0])
    clock.advance(10)
    seconds[0] = 2.0

    assert 12.0 == clock.now()


def test_stamps_rise(world: World) -> None:
    """Every message is later than those before, though the clock stands still or the second is full."""
    _, rep, channel = furnished(world)
    stamps = [world.post(channel, rep.id, "hi").ts for _ in range(50)]
    world.clock.advance(3600)
    stamps.append(world.post(channel, rep.id, "hi").ts)

    assert sorted(set(stamps)) == stamps
    assert 1 == len({len(stamp) for stamp in stamps})


def test_threads_do_not_disturb_each_other(world: World) -> None:
    """What several threads say at once is all there, in order, each told once."""
    app, rep, channel = furnished(world)
    told: list[Change] = []
    world.on_change(told.append)
    root = world.post(channel, rep.id, "root").ts

    def talk() -> None:
        for _ in range(100):
            world.post(channel, app.bot_user, "hi", app, thread_ts=root)

    talkers = [threading.Thread(target=talk) for _ in range(4)]
    for talker in talkers:
        talker.start()
    for talker in talkers:
        talker.join()
    stamps = [reply.ts for reply in channel.threads[root]]
    assert (400, sorted(set(stamps))) == (channel.messages[root].reply_count, stamps)
    assert [root, *stamps] == [change.item.ts for change in told]


def test_changes_are_told_until_nobody_listens(world: World) -> None:
    """A listener hears of what happens, in order, until it is forgotten."""
    _, rep, channel = furnished(world)
    heard: list[str] = []
    forget = world.on_change(lambda change: heard.append(change.kind))
    message = world.post(channel, rep.id, "one")
    world.edit(message, rep.id, "two")
    world.react(message, rep.id, "eyes")
    world.pin(message, rep.id)
    world.delete(message, rep.id)
    forget()
    forget()
    world.post(channel, rep.id, "unheard")

    assert ["message", "message_changed", "reaction_added", "pin_added", "message_deleted"] == heard


def test_waiting_for_something(world: World) -> None:
    """Who waits gets what another thread does, as soon as it is done, and nothing when the time is up."""
    _, rep, channel = furnished(world)
    timer = threading.Timer(0.05, world.post, (channel, rep.id, "at last"))
    timer.start()
    found = world.wait_for(lambda: next(iter(channel.timeline), None), 10)
    timer.join()

    assert found is channel.timeline[0]
    assert world.wait_for(lambda: None, 0.01) is None


def test_installing(world: World) -> None:
    """All of the manifest's scopes are granted, the optional ones too, or those that are named."""
    app, *_ = furnished(world)
    fewer = world.install(app.team, MANIFEST, ["chat:write"])

    assert ({"chat:write", "users:read"}, {"chat:write"}) == (app.scopes, fewer.scopes)
    assert ("https://app.example/events", False) == (app.request_url, app.socket)
    assert {"app_mention"} == app.events
    assert world.install(app.team, {}).socket
    assert world.install(app.team, {"settings": {"socket_mode_enabled": True}}).socket


def test_the_same_app_in_two_workspaces(world: World) -> None:
    """Another installation shares the app's id, app token and signing secret; its bot is its own."""
    app, *_ = furnished(world)
    other = world.install(world.add_workspace("Other").id, MANIFEST, like=app)

    assert (app.app, app.app_token, app.signing_secret) == (other.app, other.app_token, other.signing_secret)
    assert app.bot_token != other.bot_token
    assert app is world.by_app_token(app.app_token)
    assert other is world.installed(app.app, other.team)
    assert world.installed("A0", other.team) is None


def test_members(world: World) -> None:
    """Who joins twice joins once, and an app that is gone is no app of the channel."""
    app, rep, channel = furnished(world)
    heard: list[str] = []
    world.on_change(lambda change: heard.append(change.kind))
    guest = world.add_user(rep.team, "guest").id
    for _ in range(2):
        world.join(channel, guest, rep.id)
    for _ in range(2):
        world.leave(channel, guest)

    assert ["member_joined", "member_left"] == heard
    assert [app] == world.apps_in(channel)
    world.revoke(app)
    assert [] == world.apps_in(channel)


def test_rights_are_forgotten_in_the_end(world: World) -> None:
    """Triggers of long ago take no memory; the latest work."""
    app, rep, _ = furnished(world)
    for _ in range(6000):
        last = world.trigger(app, rep.id)

    assert 5000 == len(world.triggers)
    assert last in world.triggers


def test_ids_are_added_where_there_are_none() -> None:
    """Blocks get block ids, and what can be clicked gets action ids, at every depth; given ids stay."""
    world = World()
    button = {"type": "button", "text": {"type": "plain_text", "text": "x"}}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "x"}, "accessory": button}
    blocks = [
        {"type": "actions", "block_id": "mine", "elements": [button, {**button, "action_id": "go"}]},
        {"type": "container", "child_blocks": [section]},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}]},
        {"type": "carousel", "elements": [{"type": "card", "actions": [button]}]},
        {"type": "input", "element": None},
    ]
    actions, container, context, carousel, nothing = blocks_with_ids(blocks, world.ids)

    assert ("mine", "go") == (actions["block_id"], actions["elements"][1]["action_id"])
    assert actions["elements"][0]["action_id"]
    assert container["child_blocks"][0]["block_id"]
    assert container["child_blocks"][0]["accessory"]["action_id"]
    assert "action_id" not in context["elements"][0]
    assert carousel["elements"][0]["actions"][0]["action_id"]
    assert nothing["element"] is None
    assert "action_id" not in button


def test_a_status_of_an_app_that_is_gone(world: World) -> None:
    """The status of an app that nobody knows any more ends without a word."""
    app, rep, _ = furnished(world)
    dm = world.open_im(app, rep.id)
    world.set_status(app, dm, "1.0", "thinking", ())
    world.apps.clear()
    world.clock.advance(600)
    world.tick()

    assert {} == world.statuses


def test_calls_are_kept_up_to_a_number() -> None:
    """The latest calls are kept, and no more than so many."""
    from bot.playground.api.answering import Api

    world = World(calls_kept=3)
    for number in range(5):
        Api(world).call("api.test", {"number": number}, None)

    assert [2, 3, 4] == [call.arguments["number"] for call in world.calls]


def test_prompts_without_a_thread(world: World) -> None:
    """Prompts stand at their thread, or at the whole direct message."""
    app, rep, _ = furnished(world)
    dm = world.open_im(app, rep.id)
    world.set_prompts(app, dm, None, Prompts("Try", []))

    assert dm is world.open_im(app, rep.id)
    assert "Try" == world.prompts[app.app, dm.id, None].title


def test_a_long_run_forgets(world: World) -> None:
    """All but the latest messages are forgotten on request, with their threads; what is left stays whole."""
    app, rep, channel = furnished(world)
    roots = [world.post(channel, rep.id, str(number)) for number in range(4)]
    for root in roots:
        world.post(channel, rep.id, "reply", thread_ts=root.ts)
        world.whisper(channel, rep.id, "only you", app)
    world.forget(2)

    assert (roots[2:], 2) == (channel.timeline, len(channel.ephemerals[rep.id]))
    assert ([root.ts for root in roots[2:]], 4) == (list(channel.threads), len(channel.messages))
    world.forget(2)
    assert roots[2:] == channel.timeline
