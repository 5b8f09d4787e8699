"""Scene, the work: for developers of an app, what was delivered to it and what it called, without any token.

It is the work for everybody in the workspace: a developer looks at the app, not at what one person may see.
"""

import json
import re
from functools import lru_cache
from itertools import islice
from typing import Any

from bot.playground.delivery import Track
from bot.playground.model import Call, Json
from bot.playground.page.stage import Seat

SHOWN = 100
"""How many of each are shown, the latest."""
_KEPT = 10 * SHOWN
_SECRET = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|ticket=[\w-]+")
_LEFT_OUT = "…"
_HAZARD = "hazard"


def exchange_parts(seat: Seat) -> dict[str, Json]:
    """What was delivered to the apps of the workspace."""
    tracks = [one for one in seat.stage.deliveries.latest(2 * SHOWN) if one.team == seat.user.team]
    return {f"exchange/{one.number}": _exchange(one) for one in tracks[-SHOWN:]}


def _exchange(track: Track) -> Json:
    return {
        "number": track.number,
        "kind": track.kind.value,
        "name": track.name,
        "app": track.app,
        "envelope": None if track.body is None else _envelope(track.body),
        "answer": without_secrets(track.answer),
        "sent_at": track.at,
        "seconds": track.seconds,
        "tries": track.tries,
        "failure": track.failure,
    }


@lru_cache(maxsize=4 * SHOWN)
def _envelope(body: str) -> Any:
    return without_secrets(json.loads(body))


def call_parts(seat: Seat) -> dict[str, Json]:
    """What the apps of the workspace called."""
    world, made = seat.stage.world, seat.stage.calls
    parts: dict[str, Json] = {}
    for back, call in enumerate(islice(reversed(world.calls), 5 * SHOWN)):
        if call.team in {None, seat.user.team} and len(parts) < SHOWN:
            number = world.called_count - back
            if number not in made:
                made[number] = _call(number, call)
            parts[f"call/{number}"] = made[number]
    for number in list(made)[:-_KEPT]:
        del made[number]
    return parts


def _call(number: int, call: Call) -> Json:
    return {
        "number": number,
        "method": call.method,
        "app": call.app or "",
        "at": call.at,
        "seconds": call.seconds,
        "ok": call.ok,
        "error": None if call.ok else str(call.response.get("error", "")),
        "arguments": without_secrets(call.arguments),
        "response": without_secrets(call.response),
        "made": None if call.made is None else {"channel": call.made.channel, "ts": call.made.ts},
        "faults": [{"pointer": one.pointer, "why": one.why, "refused": one.error != _HAZARD} for one in call.faults],
    }


def without_secrets(value: Any) -> Any:
    """The same JSON with tokens and tickets left out, wherever they stand."""
    if isinstance(value, dict):
        return {key: without_secrets(one) for key, one in value.items() if key != "token"}
    if isinstance(value, list | tuple):
        return [without_secrets(one) for one in value]
    return _SECRET.sub(_LEFT_OUT, value) if isinstance(value, str) else value
