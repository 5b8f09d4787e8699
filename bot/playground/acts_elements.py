"""Elements: what can be clicked, chosen or filled in, found in blocks, and the values it may take.

The client of Slack refuses what is not there: a button that is gone, an option that is not offered, a number where a
letter stands. So does this.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.errors import FikaError
from bot.playground.model import Json

Blocks = Sequence[Mapping[str, Any]]


class ClientRefuses(FikaError):
    """Raised when a person tries what Slack's client does not let them do."""


@dataclass(frozen=True, slots=True)
class Element:
    """Something interactive in a block."""

    block_id: str
    action_id: str
    json: Mapping[str, Any]
    block: Mapping[str, Any]

    @property
    def type(self) -> str:
        """The element's type."""
        return str(self.json["type"])

    @property
    def label(self) -> str:
        """What stands on it."""
        return text_of(self.json.get("text"))


_KEYS = {
    "plain_text_input": "value",
    "number_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
"""Where the state keeps the value of an element, by its type."""
_INITIAL = {
    "value": "initial_value",
    "rich_text_value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "files": "",
}
_BUTTONS = frozenset({"button", "icon_button", "feedback_buttons", "workflow_button"})
_OPTIONS = frozenset({"selected_option", "selected_options"})
_LISTS = frozenset({key for key in _INITIAL if key.endswith("s")})


def text_of(text: Any) -> str:
    """The words of a text object, or of a plain string."""
    return str(text.get("text", "")) if isinstance(text, Mapping) else str(text or "")


def elements(blocks: Iterable[Mapping[str, Any]]) -> Iterator[Element]:
    """Everything interactive in blocks, in order."""
    for block in blocks:
        yield from _within(block, block)


def _within(json: Any, block: Mapping[str, Any]) -> Iterator[Element]:
    if isinstance(json, list):
        for one in json:
            yield from _within(one, block)
    elif isinstance(json, Mapping):
        inner = json if "block_id" in json else block
        if "type" in json and "action_id" in json:
            yield Element(str(inner.get("block_id", "")), str(json["action_id"]), json, inner)
        else:
            for value in json.values():
                yield from _within(value, inner)


def words(blocks: Iterable[Any]) -> str:
    """Every text in blocks, a line each."""
    return "\n".join(_texts(list(blocks)))


def _texts(json: Any) -> Iterator[str]:
    if isinstance(json, list):
        for one in json:
            yield from _texts(one)
    elif isinstance(json, Mapping):
        for key, value in json.items():
            if key in {"text", "title", "subtitle", "body", "label", "hint", "alt_text"} and isinstance(value, str):
                yield value
            elif key == "value" and json.get("type") == "raw_number":
                yield str(value)
            else:
                yield from _texts(value)


def state_of(blocks: Iterable[Mapping[str, Any]], filled: Mapping[str, Mapping[str, Any]]) -> Json:
    """The values of everything that can be filled in: what was, what was to begin with, or nothing."""
    values: Json = {}
    for element in elements(blocks):
        key = _KEYS.get(element.type)
        if key is not None:
            value = filled.get(element.block_id, {}).get(element.action_id)
            initial = element.json.get(_INITIAL[key], [] if key in _LISTS else None)
            values.setdefault(element.block_id, {})[element.action_id] = value or {"type": element.type, key: initial}
    return values


def clickable(blocks: Blocks, wanted: str) -> Element:
    """The button with that action id, or with those words on it.

    Raises:
        ClientRefuses: there is none, or there are several.
    """
    buttons = [element for element in elements(blocks) if element.type in _BUTTONS]
    by_id = [one for one in buttons if one.action_id == wanted]
    found = by_id if len(by_id) == 1 else [one for one in buttons if wanted in labels(one)]
    if len(found) == 1:
        return found[0]
    there = [f"{one.action_id} {labels(one)}" for one in buttons]
    count = "no" if not found and not by_id else "more than one"
    raise ClientRefuses(f"There is {count} button {wanted!r} among: {there}.")


def is_button(element: Element) -> bool:
    """Whether it is pressed, and takes no value."""
    return element.type in _BUTTONS


def labels(button: Element) -> list[str]:
    """The words on a button, and what a screen reader says of it; the words on each of a pair."""
    pair = [button.json.get("positive_button"), button.json.get("negative_button")]
    spoken = [button.json["accessibility_label"]] if button.json.get("accessibility_label") else []
    return [text_of(one.get("text")) for one in pair if one] or [button.label, *spoken]


def chooser(blocks: Blocks, wanted: str) -> Element:
    """The select, picker or other input with that action id or block id.

    Raises:
        ClientRefuses: there is none.
    """
    for element in elements(blocks):
        if wanted in {element.action_id, element.block_id} and element.type not in _BUTTONS:
            return element
    there = [f"{one.block_id}/{one.action_id}" for one in elements(blocks) if one.type not in _BUTTONS]
    raise ClientRefuses(f"There is nothing to choose or to fill in called {wanted!r}, only: {there}.")


def value_of(element: Element, given: Any, suggested: Sequence[Mapping[str, Any]] = ()) -> Json:
    """The value of an element that is filled in, as the state holds it.

    Args:
        element: what is filled in.
        given: the words or the value of an option, a list of them, an id, a date, a text; None for nothing.
        suggested: the options that the app offers, for an element that asks for them.

    Raises:
        ClientRefuses: the element does not take that.
    """
    if element.type == "overflow":
        return {"type": element.type, "selected_option": _option(element, given, suggested)}
    key = _KEYS[element.type]
    if key in _OPTIONS:
        many = key in _LISTS
        chosen = [_option(element, one, suggested) for one in _several(given)] if many else None
        value: Any = chosen if many else None if given is None else _option(element, given, suggested)
        _check_count(element, chosen or [])
    elif key in _LISTS:
        value = _several(given)
        _check_count(element, value)
    elif key == "value":
        value = None if given in {None, ""} else _text(element, str(given))
    else:
        value = given
    return {"type": element.type, key: value}


def is_empty(value: Mapping[str, Any]) -> bool:
    """Whether nothing was filled in."""
    return not any(given for key, given in value.items() if key != "type")


def _several(given: Any) -> list[Any]:
    if given is None:
        return []
    return list(given) if isinstance(given, list | tuple) else [given]


def _option(element: Element, wanted: Any, suggested: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    groups = element.json.get("option_groups") or ()
    offered: list[Mapping[str, Any]] = [*suggested, *element.json.get("options", ())]
    offered += [option for group in groups for option in group["options"]]
    for option in offered:
        if wanted == option.get("value"):
            return option
    for option in offered:
        if wanted == text_of(option["text"]):
            return option
    raise ClientRefuses(f"{wanted!r} is not offered, only: {[text_of(option['text']) for option in offered]}.")


def _check_count(element: Element, chosen: Sequence[Any]) -> None:
    most = element.json.get("max_selected_items")
    if most is not None and len(chosen) > most:
        raise ClientRefuses(f"Please choose no more than {most}.")


def _text(element: Element, text: str) -> str:
    longest, shortest = element.json.get("max_length", 3000), element.json.get("min_length", 0)
    if len(text) > longest:
        raise ClientRefuses(f"Please use no more than {longest} characters. There are {len(text)}.")
    if len(text) < shortest:
        raise ClientRefuses(f"Please use at least {shortest} characters. There are {len(text)}.")
    if element.type == "number_input":
        _check_number(element, text)
    if element.type == "email_text_input" and "@" not in text:
        raise ClientRefuses("Please enter an email address.")
    if element.type == "url_text_input" and "://" not in text:
        raise ClientRefuses("Please enter a web address, such as https://example.com.")
    return text


def _check_number(element: Element, text: str) -> None:
    try:
        number = float(text)
    except ValueError:
        raise ClientRefuses("Please enter a number.") from None
    low, high = element.json.get("min_value"), element.json.get("max_value")
    if not math.isfinite(number):
        raise ClientRefuses("Please enter a number.")
    if low is not None and number < float(low):
        raise ClientRefuses(f"Please enter a number that is {low} or more.")
    if high is not None and number > float(high):
        raise ClientRefuses(f"Please enter a number that is {high} or less.")
    if not element.json.get("is_decimal_allowed") and not number.is_integer():
        raise ClientRefuses("Please enter a whole number.")
