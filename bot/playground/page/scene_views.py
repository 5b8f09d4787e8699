"""Scene, the views: Home tabs, modals, and what apps say in threads of what they do and offer."""

from bot.playground.model import Json, Spot, View
from bot.playground.page.stage import Seat

_VIEW = ("type", "title", "submit", "close", "notify_on_close")


def view_part(view: View) -> Json:
    """A view with what was filled in; what the app keeps in it for itself is left out."""
    made = {name: view.payload[name] for name in _VIEW if view.payload.get(name) is not None}
    return made | {
        "id": view.id,
        "hash": view.hash,
        "blocks": view.payload.get("blocks", []),
        "app_id": view.app,
        "state": {"values": {block: dict(values) for block, values in view.state.items()}},
    }


def home_parts(seat: Seat) -> dict[str, Json]:
    """The Home tab of every app that has published it to this person."""
    homes = seat.stage.world.homes
    shown = {one.app: homes.get((seat.user.id, one.app)) for one in seat.apps if not one.revoked}
    return {f"home/{app}": view_part(view) for app, view in shown.items() if view is not None}


def modals_part(seat: Seat) -> list[Json]:
    """The modals that are open, the one on top last."""
    return [view_part(one) for one in seat.stage.world.modals.get(seat.user.id, ())]


def thread_parts(seat: Seat) -> dict[str, Json]:
    """What apps do and offer in the channels that the person sees."""
    world, parts = seat.stage.world, {}
    for spot, status in world.statuses.items():
        if spot.channel in seat.channels:
            loading = list(status.loading_messages)
            parts[_key("status", spot)] = {"app": spot.app, "text": status.text, "loading_messages": loading}
    for spot, prompts in world.prompts.items():
        if spot.channel in seat.channels:
            said: Json = {"app": spot.app, "title": prompts.title, "prompts": prompts.prompts}
            parts[_key("prompts", spot)] = said
    for spot, title in world.titles.items():
        if spot.channel in seat.channels:
            parts[_key("session", spot)] = {"app": spot.app, "status": "", "title": title}
    for spot, session in world.sessions.items():
        if spot.channel in seat.channels:
            named = session.title or world.titles.get(spot, "")
            parts[_key("session", spot)] = {"app": spot.app, "status": session.status, "title": named}
    return parts


def _key(kind: str, spot: Spot) -> str:
    return f"{kind}/{spot.channel}/{spot.thread or ''}"
