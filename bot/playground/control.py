"""Control: the acts, faults and state of the local Slack for another process, as JSON over HTTP on the same port.

    GET  /control/state                          workspaces, people, channels, apps with their tokens
    GET  /control/messages?person=rep&channel=   what a person sees there; &thread= in a thread
    GET  /control/calls?method=                  calls of the Web API; /control/refusals, /control/deliveries likewise
    POST /control/act        {"person", "act", "arguments", "app"?}
    POST /control/fault      {"fault", "arguments"}
    POST /control/install    {"manifest", "team"?, "scopes"?, "request_url"?, "channels"?}
    POST /control/connection {"app", "what": "refresh" | "warning" | "drop"}
    POST /control/clock      {"advance"}       POST /control/reset       POST /control/classic {"classic"}

A message is referred to as {"channel", "ts"}, a view as {"view"}. What a person cannot do is answered with 400 and a
sentence. Only JSON is taken, so that no web page can post here unasked.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from bot.core.errors import FikaError
from bot.playground.acts_elements import ClientRefuses
from bot.playground.acts_forms import Submitted
from bot.playground.acts_seen import all_words
from bot.playground.api.shapes import message_json, view_json
from bot.playground.model import Installed, Json, Message, View
from bot.playground.server_start import environment

if TYPE_CHECKING:  # the server is made of this
    from bot.playground.server import LocalSlack

ACTS = frozenset(
    [
        "say",
        "mention",
        "dm",
        "edit",
        "delete",
        "react",
        "upload",
        "unreact",
        "pin",
        "invite",
        "join",
        "command",
        "shortcut",
        "click",
        "choose",
        "press",
        "suggest",
        "forge",
        "open_home",
        "open_messages",
        "look_at",
        "start_chat",
        "chats",
        "stop",
        "uninstall",
        "fill",
        "submit",
        "hand_in",
        "attach",
        "close",
        "quiet",
        "wait_for_message",
        "wait_for_modal",
        "wait_for_home",
        "last",
        "last_ephemeral",
        "messages",
        "modal",
        "home",
        "status",
        "troubles",
    ]
)
"""What of a person may be asked for from outside."""
FAULTS = frozenset(
    [
        "rate_limit",
        "refuse",
        "break_down",
        "drop",
        "lose_answer",
        "slow",
        "duplicate",
        "only_as_retry",
        "reorder",
        "down",
        "clear",
    ]
)
"""What may be made to go wrong from outside."""

Handler = Callable[["LocalSlack", Mapping[str, Any]], Any]


def control(slack: "LocalSlack") -> Mount:
    """The control interface of a local Slack."""
    reads: dict[str, Handler] = {
        "state": _state,
        "messages": _messages,
        "calls": _calls,
        "refusals": _refusals,
        "deliveries": _deliveries,
    }
    writes: dict[str, Handler] = {
        "act": _act,
        "fault": _fault,
        "install": _install,
        "connection": _connection,
        "clock": _clock,
        "reset": lambda slack, _: slack.reset(),
        "classic": _classic,
    }
    routes = [Route(f"/{name}", _reading(slack, handler), methods=["GET"]) for name, handler in reads.items()]
    routes += [Route(f"/{name}", _writing(slack, handler), methods=["POST"]) for name, handler in writes.items()]
    return Mount("/control", routes=routes)


def _reading(slack: "LocalSlack", handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return await _answer(slack, handler, dict(request.query_params))

    return endpoint


def _writing(slack: "LocalSlack", handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return JSONResponse({"error": "Send JSON, and say so in the content type."}, 415)
        try:
            asked = await request.json()
        except ValueError:
            return JSONResponse({"error": "That is no JSON."}, 400)
        return await _answer(slack, handler, asked)

    return endpoint


async def _answer(slack: "LocalSlack", handler: Handler, asked: Any) -> Response:
    status, found = await _answered(slack, handler, asked)
    return JSONResponse(found, status)


async def act_answered(slack: "LocalSlack", asked: Json) -> tuple[int, Any]:
    """Do what a person does, as POST /control/act does: the status and the body of the answer."""
    return await _answered(slack, _act, asked)


async def _answered(slack: "LocalSlack", handler: Handler, asked: Any) -> tuple[int, Any]:
    try:
        return 200, as_json(slack, await run_in_threadpool(handler, slack, asked))
    except FikaError as error:
        return 400, {"error": str(error), "kind": type(error).__name__}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return 400, {"error": f"That cannot be understood: {error!r}.", "kind": "BadRequest"}


def as_json(slack: "LocalSlack", found: Any) -> Any:
    """What an act or a look gave, as JSON."""
    if isinstance(found, Message):
        more = {"channel": found.channel, "ephemeral_for": found.ephemeral_for, "words": all_words(found)}
        return message_json(slack.world, found, metadata=True) | more
    if isinstance(found, View):
        return view_json(found) | {"view": found.id, "words": all_words(found)}
    if isinstance(found, Submitted):
        shown = None if found.view is None else as_json(slack, found.view)
        return {"ok": found.ok, "errors": dict(found.errors), "trouble": found.trouble, "view": shown}
    if isinstance(found, list):
        return [as_json(slack, one) for one in found]
    return found


def _referred(slack: "LocalSlack", value: Any) -> Any:
    """The message or view that is referred to; anything else as it is."""
    if not isinstance(value, Mapping) or not all(isinstance(one, str) for one in value.values()):
        return value
    if {"channel", "ts"} <= set(value):
        channel = slack.world.channels.get(value["channel"])
        if channel is None:
            raise ClientRefuses("There is no such message.")
        private = [one for seen in channel.ephemerals.values() for one in seen]
        for message in (channel.messages.get(value["ts"]), *private):
            if message is not None and message.ts == value["ts"]:
                return message
        raise ClientRefuses("There is no such message.")
    if set(value) == {"view"}:
        views = [view for stack in slack.world.modals.values() for view in stack] + list(slack.world.homes.values())
        for view in views:
            if view.id == value["view"]:
                return view
        raise ClientRefuses("There is no such view.")
    return value


def _act(slack: "LocalSlack", asked: Mapping[str, Any]) -> Any:
    act = asked["act"]
    if act not in ACTS:
        raise ClientRefuses(f"There is no act {act!r}, only: {', '.join(sorted(ACTS))}.")
    person = slack.person(asked["person"], _towards(slack, asked))
    given = {name: _referred(slack, value) for name, value in asked.get("arguments", {}).items()}
    if act == "upload" and "content" in given:
        given["content"] = str(given["content"]).encode()
    found = getattr(person, act)
    return found(**given) if callable(found) else found


def _towards(slack: "LocalSlack", asked: Mapping[str, Any]) -> Installed:
    """The app that an act is towards, as it is installed in the person's own workspace where it is."""
    user = next((one for one in slack.world.users.values() if one.id == asked["person"]), None)
    if user is not None:
        for one in list(slack.world.apps.values()):
            if one.team == user.team and asked.get("app") in {None, one.app, one.bot_token}:
                return one
    return slack.app(asked.get("app"))


def _fault(slack: "LocalSlack", asked: Mapping[str, Any]) -> None:
    fault = asked["fault"]
    if fault not in FAULTS:
        raise ClientRefuses(f"There is no fault {fault!r}, only: {', '.join(sorted(FAULTS))}.")
    given = asked.get("arguments", {})
    if fault == "down":
        slack.down(**given)
    else:
        getattr(slack.faults, fault)(**given)


def _install(slack: "LocalSlack", asked: Mapping[str, Any]) -> Json:
    installed = slack.install(
        asked["manifest"],
        asked.get("team"),
        scopes=asked.get("scopes"),
        request_url=asked.get("request_url"),
        channels=asked.get("channels", ()),
    )
    if installed.request_url:
        slack.verify(installed)
    return _app(slack, installed.bot_token)


def _app(slack: "LocalSlack", bot_token: str) -> Json:
    one = slack.world.apps[bot_token]
    made: Json = {"app": one.app, "name": one.name, "team": one.team, "bot_user": one.bot_user, "bot": one.bot}
    made |= {"scopes": sorted(one.scopes), "connections": slack.sockets.connections(one.app), "revoked": one.revoked}
    return made | {"environment": dict(environment(one, slack.api_url))}


def _connection(slack: "LocalSlack", asked: Mapping[str, Any]) -> None:
    installed = slack.app(asked["app"])
    if asked["what"] == "drop":
        slack.drop_connections(installed)
    else:
        slack.refresh_connections(installed, warning=asked["what"] == "warning")


def _clock(slack: "LocalSlack", asked: Mapping[str, Any]) -> None:
    slack.world.clock.advance(float(asked["advance"]))
    slack.world.tick()


def _classic(slack: "LocalSlack", asked: Mapping[str, Any]) -> None:
    slack.world.classic = bool(asked["classic"])


def _state(slack: "LocalSlack", _asked: Mapping[str, Any]) -> Json:
    world = slack.world
    with world.lock:
        people = [
            {"id": one.id, "name": one.name, "team": one.team, "bot": one.is_bot, "admin": one.is_admin}
            | {"guest": one.is_restricted or one.is_ultra_restricted, "tz": one.tz}
            for one in world.users.values()
        ]
        channels = [
            {"id": one.id, "name": one.name, "team": one.team, "members": list(one.members), "im": one.is_im}
            | {"private": one.is_private, "shared": one.is_ext_shared, "messages": len(one.messages)}
            for one in world.channels.values()
        ]
        workspaces = [{"id": one.id, "name": one.name, "domain": one.domain} for one in world.workspaces.values()]
        apps = [_app(slack, token) for token in world.apps]
    return {"workspaces": workspaces, "people": people, "channels": channels, "apps": apps, "now": world.now()}


def _messages(slack: "LocalSlack", asked: Mapping[str, Any]) -> list[Message]:
    person = slack.person(asked["person"], slack.app(asked.get("app")))
    return person.messages(asked.get("channel"), asked.get("thread"))


def _calls(slack: "LocalSlack", asked: Mapping[str, Any]) -> list[Json]:
    with slack.world.lock:
        calls = [one for one in slack.world.calls if asked.get("method") in {None, one.method}]
    return [
        {"method": one.method, "arguments": one.arguments, "response": one.response, "app": one.app, "at": one.at}
        | {"seconds": one.seconds, "faults": [repr(fault) for fault in one.faults]}
        for one in calls
    ]


def _refusals(slack: "LocalSlack", _asked: Mapping[str, Any]) -> list[Json]:
    return [
        {"method": one.method, "error": one.error, "faults": [repr(fault) for fault in one.faults]}
        | {"arguments": one.arguments}
        for one in list(slack.world.refusals)
    ]


def _deliveries(slack: "LocalSlack", _asked: Mapping[str, Any]) -> list[Json]:
    return [
        {"key": one.key, "kind": one.kind.value, "name": one.name, "sent_at": one.sent_at, "tries": one.tries}
        | {"acknowledged_at": one.acknowledged_at, "failure": one.failure}
        for one in list(slack.deliveries.tracks)
    ]
