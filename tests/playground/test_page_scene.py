"""The scene: what a page shows one person, and what it never shows them."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.model import AgentSession, Channel, Message, Prompts, Spot, User
from bot.playground.page.looking import Looking
from bot.playground.page.patch import Sent, patch_text
from bot.playground.page.scene import scene
from bot.playground.server import LocalSlack
from tests.playground.echo import BUTTONS, FORM, manifest
from tests.playground.pages import of, seen


def _slack() -> LocalSlack:
    slack = LocalSlack(teams=("Home", "Other"))
    slack.install(manifest(), channels=["sales", "with-partner"])
    return slack


def _user(slack: LocalSlack, name: str) -> User:
    return slack.person(name).user


def _channel(slack: LocalSlack, name: str) -> Channel:
    return slack.person("rep").channel(name)


def test_a_newcomer_sees_the_workspace() -> None:
    """People, channels by whether one is in them, the app with its direct message, and who can be acted as."""
    slack = _slack()
    parts = seen(slack, _user(slack, "admin").id)
    assert {one["name"]: one["is_member"] for one in of(parts, "channel") if not one["is_im"]} == {
        "sales": True,
        "with-partner": False,
    }
    (app,) = of(parts, "app")
    assert parts[f"channel/{app['dm']}"]["app"] == app["id"]
    assert (app["connections"], app["has_home"], app["is_writable"], app["is_agent"]) == (0, True, True, True)
    assert [one["command"] for one in app["commands"]] == ["/echo"]
    assert [one["callback_id"] for one in app["shortcuts"]] == ["again", "form"]
    roles = {one["name"]: one["role"] for one in parts["world"]["actors"] if one["team"] == slack.team("Home")}
    assert roles == {"rep": "member", "manager": "member", "admin": "admin", "guest": "guest"}
    assert {one["name"] for one in parts["world"]["teams"]} == {"Home", "Home partner", "Other", "Other partner"}
    assert {"rep", "echo", "slackbot", "partner"} <= {one["name"] for one in of(parts, "person")}


def test_each_workspace_is_its_own() -> None:
    """Somebody of another workspace sees neither its apps, nor its people, nor its channels."""
    slack = _slack()
    other = next(one for one in slack.world.users.values() if one.team == slack.team("Other") and one.name == "rep")
    slack.person("rep").say("sales", "ours")
    parts = seen(slack, other.id)
    assert of(parts, "app") == []
    ours = {one.id for one in slack.world.channels.values() if one.team == slack.team("Home")}
    assert not ours & {one["id"] for one in of(parts, "channel")}
    assert not {one["id"] for one in of(parts, "person")} & {_user(slack, "rep").id}


def test_a_partner_sees_the_shared_channel_alone() -> None:
    """Somebody of another company sees the channel that is shared with them, its people, and no app."""
    slack = _slack()
    parts = seen(slack, _user(slack, "partner").id)
    assert [one["name"] for one in of(parts, "channel")] == ["with-partner"]
    assert of(parts, "app") == []
    assert {one["name"] for one in of(parts, "person")} == {"partner", "rep", "manager", "echo", "slackbot"}


def test_a_guest_sees_only_what_they_are_in() -> None:
    """A public channel that a guest was not invited to is not there for them."""
    slack = _slack()
    slack.world.add_channel(slack.team(), "open", [_user(slack, "rep").id])
    names = {one["name"] for one in of(seen(slack, _user(slack, "guest").id), "channel") if not one["is_im"]}
    assert names == {"sales"}
    assert "open" in {one["name"] for one in of(seen(slack, _user(slack, "admin").id), "channel")}


@pytest.mark.parametrize("person", ["", "U0NOBODY", "nobody"])
def test_whoever_is_not_there_is_somebody_else(person: str) -> None:
    """A page for a person who is not there any more shows somebody who is."""
    parts = seen(_slack(), person)
    assert parts["world"]["person"] in {one["id"] for one in parts["world"]["actors"]}


def test_a_world_without_people_is_shown() -> None:
    """Where nobody lives there is nothing but the world to see."""
    parts = seen(LocalSlack(teams=()), "rep")
    assert parts == {"world": {"person": "", "team": None, "teams": [], "actors": []}}


def test_a_channel_shows_its_latest_messages() -> None:
    """The latest 200, replies only where their thread is open or they were sent to the channel too."""
    slack = _slack()
    rep, sales = slack.person("rep"), _channel(slack, "sales")
    said = [rep.say(sales, f"message {number}") for number in range(205)]
    root, app = said[-1], slack.app()
    rep.say(sales, "hidden reply", root.ts)
    slack.world.post(sales, app.bot_user, "shown reply", app, thread_ts=root.ts, broadcast=True)
    texts = [one["text"] for one in of(seen(slack, rep.user.id, channel=sales.id), "message")]
    assert texts == [f"message {number}" for number in range(6, 205)] + ["shown reply"]
    with_thread = of(seen(slack, rep.user.id, channel=sales.id, thread=root.ts), "message")
    assert {one["text"] for one in with_thread} - set(texts) == {"hidden reply"}
    assert next(one for one in with_thread if one["ts"] == root.ts)["reply_count"] == 2


def test_news_is_what_this_person_sees() -> None:
    """The latest of a channel counts replies and what this person alone sees, and of a thread likewise."""
    slack = _slack()
    rep, sales, app = slack.person("rep"), _channel(slack, "sales"), slack.app()
    root = rep.say(sales, "root")
    reply = rep.say(sales, "reply", root.ts)
    whisper = slack.world.whisper(sales, rep.user.id, "psst", app, thread_ts=root.ts)
    mine, theirs = (seen(slack, slack.person(one).user.id)[f"channel/{sales.id}"] for one in ("rep", "manager"))
    assert (mine["latest"], mine["threads"]) == (whisper.ts, {root.ts: whisper.ts})
    assert (theirs["latest"], theirs["threads"]) == (reply.ts, {root.ts: reply.ts})


def test_what_an_app_keeps_for_itself_is_no_part() -> None:
    """A view is shown with what was filled in, and without the app's own notes in it."""
    slack = _slack()
    rep, app = slack.person("rep"), slack.app()
    view = slack.world.open_view(app, rep.user.id, FORM | {"private_metadata": "for the app alone"})
    rep.fill(view, {"name": "Acme"})
    (shown,) = seen(slack, rep.user.id)["modals"]
    assert shown["state"]["values"]["name"]["value"]["value"] == "Acme"
    assert "for the app alone" not in json.dumps(seen(slack, rep.user.id))


def test_what_an_app_does_and_offers_in_a_thread_is_shown() -> None:
    """Status, prompts, titles and sessions, each under the place where they stand."""
    slack = _slack()
    rep, app = slack.person("rep"), slack.app()
    dm = rep.dm_channel
    one, two = rep.dm("one"), rep.dm("two")
    slack.world.set_status(app, dm, one.ts, "is thinking", ("Hm", "Well"))
    slack.world.set_prompts(app, dm, None, Prompts("Try", [{"title": "A", "message": "a"}]))
    slack.world.set_title(app, dm, one.ts, "About Acme")
    slack.world.set_session(app, Spot(app.app, dm.id, one.ts), AgentSession("processing"))
    slack.world.set_title(app, dm, two.ts, "Other")
    parts = seen(slack, rep.user.id)
    status = {"app": app.app, "text": "is thinking", "loading_messages": ["Hm", "Well"]}
    assert parts[f"status/{dm.id}/{one.ts}"] == status
    assert parts[f"prompts/{dm.id}/"]["prompts"] == [{"title": "A", "message": "a"}]
    assert parts[f"session/{dm.id}/{one.ts}"] == {"app": app.app, "status": "processing", "title": "About Acme"}
    assert parts[f"session/{dm.id}/{two.ts}"] == {"app": app.app, "status": "", "title": "Other"}


def test_a_removed_app_is_shown_as_gone() -> None:
    """An app that was removed stays in the list, without its Home."""
    slack = _slack()
    rep = slack.person("rep")
    slack.world.publish_home(slack.app(), rep.user.id, {"type": "home", "blocks": []})
    assert len(of(seen(slack, rep.user.id), "home")) == 1
    rep.uninstall()
    parts = seen(slack, rep.user.id)
    assert [one["revoked"] for one in of(parts, "app")] == [True]
    assert of(parts, "home") == []


def test_a_direct_message_keeps_its_id() -> None:
    """The same two have the same direct message in every world of the seed, whoever opens theirs first."""
    first, second = _slack(), _slack()
    seen(second, "manager")
    assert first.person("rep").dm_channel.id == second.person("rep").dm_channel.id
    assert first.person("rep").dm_channel.id != first.person("manager").dm_channel.id


def test_what_changes_in_place_is_noticed() -> None:
    """The same kind of change twice is two patches: no part is the record that it was made from."""
    slack = _slack()
    rep, world, app, sales = slack.person("rep"), slack.world, slack.app(), _channel(slack, "sales")
    message, root = rep.say(sales, "hello"), rep.say(sales, "root")
    view = world.open_view(app, rep.user.id, FORM)
    colour = world.post(sales, app.bot_user, "Which?", app, blocks=BUTTONS)
    kinds: list[Callable[[int], object]] = [
        lambda number: rep.press(colour, "row", "colour", "rb"[number]),
        lambda number: rep.fill(view, {"name": f"name {number}"}),
        lambda number: slack.add_person(f"newcomer{number}"),
        lambda number: world.react(message, f"U{number}", "tada"),
        lambda number: rep.say(sales, f"reply {number}", root.ts),
        lambda number: world.edit(message, rep.user.id, chunks=[*message.chunks, {"id": number}]),
        lambda number: world.set_status(app, sales, root.ts, "is busy", (f"{number}",)),
        lambda number: world.whisper(sales, rep.user.id, f"psst {number}", app),
        lambda number: rep._told(f"trouble {number}"),
        lambda number: world.push_view(app, rep.user.id, FORM | {"callback_id": f"{number}"}),
    ]
    looking = {"channel": sales.id, "thread": root.ts}
    sent: Sent = {}
    page: dict[str, Any] = {}
    for kind in [lambda _: None, *kinds]:
        for number in range(2):
            kind(number)
            text = patch_text(sent, scene(slack.stage, Looking(person=rep.user.id, **looking)), 0.0)
            page.update(json.loads(text)["set"] if text else {})
            assert seen(slack, rep.user.id, **looking) == page


@pytest.mark.parametrize("odd", [None, [], "x", 7, [None], ["x"], [{}]])
@pytest.mark.parametrize("name", ["slash_commands", "shortcuts", "app_home", "agent_view", ""])
def test_an_odd_manifest_takes_no_page_down(name: str, odd: object) -> None:
    """What Slack would have refused is shown as far as it can be."""
    slack = LocalSlack()
    slack.install(manifest() | {"features": {name: odd} if name else odd})
    (app,) = of(seen(slack, "rep"), "app")
    assert (app["name"], app["is_writable"], app["has_home"]) == ("Echo", True, False)


# Laws

WHO = st.sampled_from(["rep", "manager", "admin", "guest", "partner"])
WHERE = st.sampled_from(["sales", "deals", "with-partner", "dm"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "say",
                "reply",
                "whisper",
                "edit",
                "delete",
                "react",
                "home",
                "modal",
                "push",
                "close",
                "status",
                "press",
                "stream",
                "prompts",
                "session",
                "leave",
                "join",
                "trouble",
                "file",
            ]
        ),
        WHO,
        WHERE,
    ),
    max_size=25,
)


class _Run:
    """A run of steps, with what each of them said and who alone may see it."""

    def __init__(self) -> None:
        self.slack = _slack()
        self.world, self.app = self.slack.world, self.slack.app()
        self.private: dict[str, set[str]] = {}
        self.count = 0

    def word(self, *eyes: str) -> str:
        """A word that nothing else says; for these eyes only where there are any."""
        self.count += 1
        word = f"word{self.count:04d}x"
        if eyes:
            self.private[word] = set(eyes)
        return word

    def step(self, what: str, name: str, where: str) -> None:
        """Let something happen; where it cannot, nothing does."""
        person = self.slack.person(name)
        user = person.user.id
        if where == "dm" and person.user.team != self.app.team:
            return
        place = (
            person.dm_channel
            if where == "dm"
            else next(one for one in self.world.channels.values() if one.name == where and one.team == self.app.team)
        )
        closed = set(place.members) if where in {"deals", "dm"} else set()
        said = [one for one in place.timeline if not one.deleted]
        self._do(what, user, place, closed, said)

    def _do(self, what: str, user: str, place: Channel, closed: set[str], said: list[Any]) -> None:
        world, app, last = self.world, self.app, said[-1] if said else None
        alone: dict[str, Callable[[], object]] = {
            "say": lambda: world.post(place, user, self.word(*closed)),
            "stream": lambda: world.post(
                place, app.bot_user, self.word(*closed), app, streamed=True, streaming_until=1e12
            ),
            "file": lambda: world.post(
                place, user, "", files=[world.add_file(app.team, user, self.word(*closed), b"x")]
            ),
            "whisper": lambda: world.whisper(place, user, self.word(user), app),
            "home": lambda: world.publish_home(app, user, self._view("home", user)),
            "modal": lambda: world.open_view(app, user, self._view("modal", user)),
            "push": lambda: world.push_view(app, user, self._view("modal", user)),
            "close": lambda: [world.close_view(one) for one in world.modals.get(user, [])[-1:]],
            "leave": lambda: world.leave(place, user),
            "join": lambda: place.is_im or world.join(place, user),
            "prompts": lambda: world.set_prompts(app, place, None, self._prompts(closed)),
            "trouble": lambda: self.slack.person(user)._told(self.word(user)),
        }
        if what in alone:
            alone[what]()
        elif last is not None:
            self._on(what, user, place, closed, last)

    def _on(self, what: str, user: str, place: Channel, closed: set[str], last: Message) -> None:
        world, app = self.world, self.app
        spot = Spot(app.app, place.id, last.ts)
        chunks = [*last.chunks, {"type": "task_update"}]
        acts: dict[str, Callable[[], object]] = {
            "reply": lambda: last.is_reply or world.post(place, user, self.word(*closed), thread_ts=last.ts),
            "edit": lambda: world.edit(last, user, self.word(*closed), chunks=chunks),
            "delete": lambda: world.delete(last, user),
            "react": lambda: world.react(last, user, "eyes"),
            "status": lambda: world.set_status(app, place, last.ts, self.word(*closed), ()),
            "session": lambda: world.set_session(app, spot, AgentSession("active", self.word(*closed))),
            "press": lambda: self._press(user, last),
        }
        acts[what]()

    def _press(self, user: str, last: Message) -> None:
        value = {"type": "static_select", "selected_option": {"value": self.word(user)}}
        self.slack.stage.office.filled.setdefault(user, {}).setdefault(last.ts, {})["b"] = {"a": value}

    def _prompts(self, closed: set[str]) -> Prompts:
        return Prompts(None, [{"title": self.word(*closed), "message": "x"}])

    def _view(self, kind: str, user: str) -> dict[str, Any]:
        text = {"type": "mrkdwn", "text": self.word(user)}
        return {"type": kind, "blocks": [{"type": "section", "text": text}, *BUTTONS]}

    def lookings(self, name: str) -> list[Looking]:
        """Everything that somebody could ask for."""
        user = self.slack.person(name).user.id
        threads = [(one.id, root) for one in self.world.channels.values() for root in (None, *one.threads)]
        return [Looking(person=user, channel=channel, thread=root) for channel, root in threads]


@given(STEPS, WHO, WHERE)
def test_patches_make_the_scene(steps: list[tuple[str, str, str]], name: str, where: str) -> None:
    """After any run of acts, a page that applied every patch has exactly what a page that opens now gets."""
    run = _Run()
    person = run.slack.person(name)
    place = next(one for one in run.world.channels.values() if where in {one.name, "dm"})
    sent: Sent = {}
    page: dict[str, Any] = {}
    for step in steps:
        run.step(*step)
        thread = next(iter(place.threads), None)
        looking = Looking(person=person.user.id, channel=place.id, thread=thread)
        text = patch_text(sent, scene(run.slack.stage, looking), 0.0)
        patch = json.loads(text) if text else {"set": {}, "drop": []}
        page.update(patch["set"])
        for key in patch["drop"]:
            del page[key]
        assert seen(run.slack, person.user.id, channel=place.id, thread=thread) == page
        assert patch_text(sent, scene(run.slack.stage, looking), 0.0) is None


@settings(max_examples=30)
@given(STEPS)
def test_nobody_gets_what_is_not_for_their_eyes(steps: list[tuple[str, str, str]]) -> None:
    """No part of anybody's page holds a word that was said where they could not see it, whatever they ask for."""
    run = _Run()
    for step in steps:
        run.step(*step)
    for name in ("rep", "manager", "admin", "guest", "partner"):
        user = run.slack.person(name).user
        shown = "".join(json.dumps(scene(run.slack.stage, looking)) for looking in run.lookings(name))
        later = any(step[:2] == ("join", name) for step in steps)  # whoever comes later may read what was said
        assert [word for word, eyes in run.private.items() if user.id not in eyes and word in shown and not later] == []
