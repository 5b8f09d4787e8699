"""Pressing: what people do with buttons, selects, pickers and menus, in messages, modals and Home tabs.

`click` and `choose` find an element by what stands on it or by one of its ids, as a test does; `press` and `suggest` by
exactly its two ids, as the page does.
"""

from collections.abc import Mapping
from typing import Any

from bot.playground.acts_elements import (
    ClientRefuses,
    Element,
    chooser,
    clickable,
    is_button,
    labels,
    value_of,
)
from bot.playground.acts_hand_in import HandingIn
from bot.playground.acts_payload import action_of, on_message, on_view
from bot.playground.acts_values import exact, taken
from bot.playground.api.method import Refused
from bot.playground.model import Json, Message, View, all_blocks

_HALVES = ("positive", "negative")


class Presser(HandingIn):
    """A person in front of what is interactive."""

    def click(self, shown: Message | View, button: str, *, confirm: bool = True) -> None:
        """Click a button of a message, a modal or Home.

        Args:
            shown: what the button stands in.
            button: its action id or the words on it.
            confirm: what to answer where the click is asked about.

        Raises:
            ClientRefuses: the button is not there, or the message is not there for this person.
        """
        self._check_shown(shown)
        element = clickable(_blocks(shown), button)
        if element.json.get("confirm") and not confirm:
            return
        half = labels(element).index(button) if button in labels(element) else 0
        self.mark()
        self._acted(shown, element, None, _HALVES[min(half, 1)])

    def choose(self, shown: Message | View, name: str, option: Any) -> None:
        """Choose in a select, a picker or an overflow menu, by action id or block id.

        Raises:
            ClientRefuses: it is not there, or does not offer that.
        """
        self._check_shown(shown)
        element = chooser(_blocks(shown), name)
        self._chosen(shown, element, value_of(element, option, self._suggested(element, option, shown)))

    def press(
        self,
        shown: Message | View,
        block_id: str,
        action_id: str,
        value: Any = None,
        which: str = _HALVES[0],
    ) -> None:
        """Press or choose exactly one element.

        Args:
            shown: what it stands in.
            block_id: the id of its block.
            action_id: its own id.
            value: the value of an option, a list of them, an id, a date, a text; nothing for a button.
            which: positive or negative, for a pair of feedback buttons.

        Raises:
            ClientRefuses: it is not there, or does not take that.
        """
        self._check_shown(shown)
        self._check_app(_owner(shown, block_id))
        element = exact(_blocks(shown), block_id, action_id)
        if which not in _HALVES:
            raise ClientRefuses(f"There is no {which!r} half of it.")
        if is_button(element):
            self.mark()
            self._acted(shown, element, None, which)
        else:
            self._chosen(shown, element, taken(self.world, self.user, element, value, self.offered(shown, element)))

    def suggest(self, shown: Message | View, block_id: str, action_id: str, text: str) -> Json:
        """What the app offers for what was typed into a select that asks it.

        Raises:
            ClientRefuses: it is not there, or the app did not answer with options.
        """
        self._check_shown(shown)
        self._check_app(_owner(shown, block_id))
        element = exact(_blocks(shown), block_id, action_id)
        if not element.type.endswith("external_select"):
            raise ClientRefuses("That does not ask the app for its options.")
        try:
            answer = self._options(element, text, shown)
        except Refused as refused:
            raise ClientRefuses(f"The options of {self.app.name} cannot be shown: {refused}.") from None
        if answer is None:
            raise ClientRefuses(f"{self.app.name} did not answer in time.")
        self.remember(shown, element, answer)
        return {"options": answer.get("options") or [], "option_groups": answer.get("option_groups") or []}

    def forge(self, shown: Message | View, action_id: str, value: str, *, type_: str = "button") -> None:
        """Send a click that Slack's client would never send, as an attacker does."""
        self.mark()
        json = {"type": type_, "action_id": action_id, "value": value}
        self._acted(shown, Element("forged", action_id, json, {"block_id": "forged"}), None)

    # Parts

    def _check_sees(self, message: Message) -> None:
        if not self.sees(message):
            raise ClientRefuses(f"{self.user.name} does not see that message.")

    def _check_shown(self, shown: Message | View) -> None:
        if isinstance(shown, Message):
            self._check_sees(shown)
        elif shown.user != self.user.id:
            raise ClientRefuses(f"{self.user.name} does not see that view.")
        else:
            self._check_open(shown)

    def _chosen(self, shown: Message | View, element: Element, value: Json) -> None:
        if isinstance(shown, View) and element.type != "overflow":
            self._keep(shown, element, value)
        if element.block.get("type") != "input" or element.block.get("dispatch_action"):
            self.mark()
            self._acted(shown, element, value)

    def _acted(self, shown: Message | View, element: Element, value: Json | None, half: str = _HALVES[0]) -> None:
        action = action_of(element, self.world.next_ts(), value, half)
        if isinstance(shown, View):
            self._post("block_actions", lambda: on_view(self.scene, shown, action))
            return
        filled = self._remembered(shown, element, value or _pressed(element, action))
        self._post("block_actions", lambda: on_message(self.scene, shown, action, filled))

    def _remembered(self, shown: Message, element: Element, value: Json | None) -> dict[str, dict[str, Json]]:
        with self.world.lock:
            filled = self.filled.setdefault(shown.ts, {})
            if value and element.type != "overflow":
                filled.setdefault(element.block_id, {})[element.action_id] = value
                self.world.touch()
            return filled


def _pressed(element: Element, action: Mapping[str, Any]) -> Json | None:
    # Which half was pressed stays to be seen; nothing else of a button does.
    if element.type != "feedback_buttons":
        return None
    return {"type": element.type, "value": action.get("value")}


def _blocks(shown: Message | View) -> Any:
    return shown.payload.get("blocks", ()) if isinstance(shown, View) else all_blocks(shown)


def _owner(shown: Message | View, block_id: str) -> str | None:
    """The app that a block is of: in what an app shows of a link, not the one of the message."""
    attachments = shown.attachments if isinstance(shown, Message) else []
    for one in attachments:
        if one.get("is_app_unfurl") and any(block.get("block_id") == block_id for block in one.get("blocks") or ()):
            return str(one["app_id"])
    return shown.app
