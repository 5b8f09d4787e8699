"""Handing in: a modal that is filled in on the page, with everything that is wrong said at once, beside its field."""

import base64
import binascii
import mimetypes
from collections.abc import Mapping
from typing import Any

from bot.playground.acts_elements import ClientRefuses, Element, elements, is_empty, state_of
from bot.playground.acts_forms import Filler, Submitted
from bot.playground.acts_values import check_type, taken
from bot.playground.model import Json, Message, View

REQUIRED = "Please complete this required field."


class HandingIn(Filler):
    """A person in front of a modal on the page."""

    def hand_in(self, view: View, values: Mapping[str, Mapping[str, Any]]) -> Submitted:
        """Fill a modal in and submit it.

        Args:
            view: the modal.
            values: by block id and action id, as `press` takes them.

        Returns:
            what came of it; nothing was sent where something is wrong.

        Raises:
            ClientRefuses: it is not on top, or cannot be submitted.
        """
        self._check_mine(view)
        self._check_submits(view)
        errors = self._filled_in(view, values) | self._missing(view, values)
        return Submitted(errors, view) if errors else self._submitted(view)

    def attach(self, view: View, name: str, content_base64: str) -> Json:
        """Put a file into a file input; returns its id and name.

        Raises:
            ClientRefuses: the modal has no file input that takes it.
        """
        self._check_mine(view)
        inputs = [one for one in elements(view.payload.get("blocks", ())) if one.type == "file_input"]
        if not inputs:
            raise ClientRefuses("There is nothing to put a file into.")
        if len(inputs) == 1:
            check_type(inputs[0], name)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        file = self.world.add_file(self.user.team, self.user.id, name, decoded(content_base64), mimetype=kind)
        return {"id": file.id, "name": file.name}

    def offered(self, shown: Message | View, element: Element) -> list[Mapping[str, Any]]:
        """The options that the app has offered this person there, and those that are chosen already."""
        known = self.office.offered.get((self.user.id, _id(shown), element.block_id, element.action_id), {})
        first = element.json.get("initial_options") or [element.json.get("initial_option")]
        return [*known.values(), *(one for one in first if one)]

    def remember(self, shown: Message | View, element: Element, answer: Json) -> None:
        """Keep the options that the app offers, so that one of them can be chosen."""
        groups = answer.get("option_groups") or ()
        options = [*(answer.get("options") or ()), *(one for group in groups for one in group["options"])]
        key = (self.user.id, _id(shown), element.block_id, element.action_id)
        with self.world.lock:
            self.office.offered.setdefault(key, {}).update({one.get("value", ""): one for one in options})

    def _check_mine(self, view: View) -> None:
        if view.user != self.user.id or view.type != "modal":
            raise ClientRefuses(f"{self.user.name} does not see that view.")
        self._check_open(view)
        self._check_app(view.app)

    def _filled_in(self, view: View, values: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
        """Keep what can be kept; what is wrong with the rest, by block id."""
        there = {(one.block_id, one.action_id): one for one in elements(view.payload.get("blocks", ()))}
        errors = {}
        for block, given in values.items():
            for action, value in given.items():
                element = there.get((block, action))
                if element is None:
                    raise ClientRefuses("The form has changed meanwhile.")
                try:
                    kept = taken(self.world, self.user, element, value, self.offered(view, element))
                except ClientRefuses as refused:
                    errors[block] = str(refused)
                else:
                    self._keep(view, element, kept)
        return errors

    def _missing(self, view: View, values: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
        blocks = view.payload.get("blocks", ())
        state, errors = state_of(blocks, view.state), {}
        for element in elements(blocks):
            wanted = element.block.get("type") == "input" and not element.block.get("optional")
            if not wanted or not is_empty(state[element.block_id][element.action_id]):
                continue
            if values.get(element.block_id, {}).get(element.action_id) in (None, "", []):
                errors[element.block_id] = REQUIRED
        return errors


def decoded(content: str) -> bytes:
    """The content of a file that came as base64.

    Raises:
        ClientRefuses: it did not.
    """
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise ClientRefuses("The file did not arrive whole. Add it again.") from None


def _id(shown: Message | View) -> str:
    return shown.id if isinstance(shown, View) else shown.ts
