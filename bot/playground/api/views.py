"""Views: the methods on modals and the Home tab."""

from bot.playground.api import checks
from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.places import person_of
from bot.playground.api.shapes import view_json
from bot.playground.model import Json, Trigger, View


def _payload(asked: Asked, kind: str) -> Json:
    payload: Json | None = asked.data("view", dict)
    if payload is None:
        raise Refused("invalid_arguments", ["[ERROR] missing required field: view"])
    asked.arguments["view"] = payload
    if payload.get("type") not in ("modal", "home") or payload["type"] != kind:
        raise Refused("invalid_arguments", [f"[ERROR] must be a {kind} [json-pointer:/view/type]"])
    checks.view(asked, payload)
    return payload


def _trigger(asked: Asked) -> Trigger:
    given = asked.maybe("trigger_id") or asked.maybe("interactivity_pointer")
    if given is None:
        raise Refused("invalid_arguments", ["[ERROR] missing required field: trigger_id"])
    trigger = asked.world.triggers.get(given)
    if trigger is None or (trigger.app, trigger.team) != (asked.app.app, asked.app.team):
        raise Refused("invalid_trigger_id")
    if trigger.used:
        raise Refused("exchanged_trigger_id")
    if trigger.until <= asked.world.now():
        raise Refused("expired_trigger_id")
    return trigger


def _unique(asked: Asked, payload: Json, view: View | None = None) -> None:
    external = payload.get("external_id")
    known = asked.world.find_view(asked.app.team, external_id=external) if external else None
    if known is not None and known is not view:
        raise Refused("duplicate_external_id")


@method("views.open")
def views_open(asked: Asked) -> Answer:
    """Open a modal for whoever gave the trigger."""
    trigger = _trigger(asked)
    payload = _payload(asked, "modal")
    _unique(asked, payload)
    trigger.used = True
    return {"view": view_json(asked.world.open_view(asked.app, trigger.user, payload))}


@method("views.push")
def views_push(asked: Asked) -> Answer:
    """Lay a modal on the open one.

    Raises:
        Refused: none is open, or three are.
    """
    trigger = _trigger(asked)
    payload = _payload(asked, "modal")
    _unique(asked, payload)
    if not asked.world.modals.get(trigger.user):
        raise Refused("not_found")
    view = asked.world.push_view(asked.app, trigger.user, payload)
    if view is None:
        raise Refused("push_limit_reached")
    trigger.used = True
    return {"view": view_json(view)}


@method("views.update")
def views_update(asked: Asked) -> Answer:
    """Show something else in an open view.

    Raises:
        Refused: it is not open, or somebody was faster.
    """
    view_id, external_id = asked.maybe("view_id"), asked.maybe("external_id")
    if view_id is None and external_id is None:
        raise Refused("invalid_arguments", ["[ERROR] view_id or external_id is required"])
    view = asked.world.find_view(asked.app.team, view_id=view_id, external_id=external_id)
    if view is None or view.app != asked.app.app:
        raise Refused("not_found")
    payload = _payload(asked, view.type)
    _unique(asked, payload, view)
    _fresh(asked, view)
    return {"view": view_json(asked.world.update_view(view, payload))}


@method("views.publish")
def views_publish(asked: Asked) -> Answer:
    """Show something in a person's Home tab.

    Raises:
        Refused: the app has no Home tab, or somebody was faster.
    """
    user = person_of(asked, asked.text("user_id"), "user_not_found").id
    if not asked.app.manifest.get("features", {}).get("app_home", {}).get("home_tab_enabled"):
        raise Refused("not_enabled")
    payload = _payload(asked, "home")
    known = asked.world.homes.get((user, asked.app.app))
    if known is not None:
        _fresh(asked, known)
    return {"view": view_json(asked.world.publish_home(asked.app, user, payload))}


def _fresh(asked: Asked, view: View) -> None:
    if asked.maybe("hash") not in (None, view.hash):
        raise Refused("hash_conflict")
