"""Forms: how a person fills in, submits and closes modals, and what the app's answer does to them."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.playground.acts_elements import (
    ClientRefuses,
    Element,
    chooser,
    elements,
    is_empty,
    state_of,
    text_of,
    value_of,
)
from bot.playground.acts_payload import closed, submission, suggestion
from bot.playground.acts_seen import SECONDS, NotSeen, Onlooker, Trouble
from bot.playground.api import checks
from bot.playground.api.method import Asked, Refused
from bot.playground.delivery import Answer, Delivery, Kind, written
from bot.playground.model import Json, Message, View
from bot.playground.rules import options_faults, response_action_faults

TROUBLE = "We had some trouble connecting. Try again?"
"""What Slack shows in a form that the app does not acknowledge."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """What came of submitting a form."""

    errors: Mapping[str, str] = field(default_factory=dict)
    """What is wrong, next to which field, by block id."""
    view: View | None = None
    """The modal that is open now."""
    trouble: str | None = None
    """What Slack says where the app did not acknowledge, or answered nonsense."""

    @property
    def ok(self) -> bool:
        """Whether the form was taken."""
        return not self.errors and self.trouble is None


class Filler(Onlooker):
    """A person in front of modals."""

    def fill(self, view: View, given: Mapping[str, Any]) -> None:
        """Fill fields of a modal in, by block id or action id.

        Raises:
            ClientRefuses: there is no such field, or it does not take that.
        """
        self._check_open(view)
        for name, value in given.items():
            element = chooser(view.payload.get("blocks", ()), name)
            self._keep(view, element, value_of(element, value, self._suggested(element, value, view)))

    def submit(self, view: View | None = None, given: Mapping[str, Any] | None = None) -> Submitted:
        """Fill a modal in and submit it; the one on top where none is given.

        Raises:
            ClientRefuses: it is not open, a required field is empty, or a field does not take what is given.
        """
        view = view or self.modal
        if view is None:
            raise ClientRefuses("There is no open modal.")
        self.fill(view, given or {})
        self._check_submits(view)
        self._check_required(view)
        return self._submitted(view)

    def _submitted(self, view: View) -> Submitted:
        self.mark()
        answer = self._ask("view_submission", lambda: submission(self.scene, view))
        if answer.failure is not None:
            self.troubles.append(TROUBLE)
            return Submitted(view=view, trouble=TROUBLE)
        return self._answered(view, answer.payload or {})

    def close(self, view: View | None = None, *, everything: bool = False) -> None:
        """Close a modal by its button, or all of them by the cross, or by the button of one that clears on close.

        Raises:
            ClientRefuses: it is not open.
        """
        view = view or self.modal
        if view is None:
            raise ClientRefuses("There is no open modal.")
        self._check_open(view)
        self.mark()
        clears = everything or bool(view.payload.get("clear_on_close"))
        for one in self.world.close_view(view, everything=clears):
            if one.payload.get("notify_on_close"):
                self._post("view_closed", partial(closed, self.scene, one, cleared=clears))

    def _post(self, name: str, payload: Callable[[], Json]) -> None:
        """Deliver an interaction that nobody waits for."""

        def answered(answer: Answer) -> None:
            if answer.failure is not None:
                self.troubles.append(f"{name}: {answer.failure}")
                self._told(f"{self.app.name} did not respond in time. Try again? ({name}: {answer.failure})")

        self.deliver(Kind.INTERACTION, name, payload, answered)

    def _told(self, text: str) -> None:
        with self.world.lock:
            kept = self.office.troubles
            kept.append(Trouble(kept[-1].number + 1 if kept else 1, self.user.id, text))
            self.world.touch()

    def deliver(self, kind: Kind, name: str, payload: Callable[[], Json], answered: Callable[[Answer], None]) -> None:
        """Deliver what the person did.

        Args:
            kind: a command or an interaction.
            name: which.
            payload: makes it; called while nothing else changes.
            answered: told what came of it.
        """
        with self.world.lock:
            key = self.world.ids.next("In")
            self.office.deliveries.send(Delivery(self.app, kind, name, key, written(payload()), answered))

    def _ask(self, name: str, payload: Callable[[], Json]) -> Answer:
        """Deliver an interaction and wait for what the app answers."""
        waiting: Future[Answer] = Future()
        self.deliver(Kind.INTERACTION, name, payload, waiting.set_result)
        try:
            return waiting.result(SECONDS * 3)
        except TimeoutError:
            raise NotSeen(f"Nothing came of {name}.") from None

    def _suggested(self, element: Element, value: Any, shown: Message | View) -> list[Json]:
        if not element.type.endswith("external_select"):
            return []
        answer = self._options(element, str(value), shown) or {}
        groups = answer.get("option_groups") or []
        return [*answer.get("options", ()), *(option for group in groups for option in group["options"])]

    def _options(self, element: Element, text: str, shown: Message | View) -> Json | None:
        """What the app offers for what was typed; None where it did not acknowledge."""
        asked = self._ask("block_suggestion", lambda: suggestion(self.scene, element, text, shown))
        if asked.failure is not None:
            return None
        answer = asked.payload or {}
        checks.judge(Asked(self.world, "block_suggestion", answer, self.app, ""), options_faults(answer), [])
        return answer

    def _keep(self, view: View, element: Element, value: Json) -> None:
        with self.world.lock:
            view.state.setdefault(element.block_id, {})[element.action_id] = value
            self.world.touch()

    def _check_submits(self, view: View) -> None:
        if view.type != "modal" or not view.payload.get("submit"):
            raise ClientRefuses("There is no button to submit with.")

    def _check_app(self, app: str | None) -> None:
        """Insist that what was made by an app goes to that app, and that it is still there."""
        if app != self.app.app:
            raise ClientRefuses(f"That is not of {self.app.name}.")
        if self.app.revoked:
            raise ClientRefuses(f"{self.app.name} was removed from the workspace.")

    def _check_open(self, view: View) -> None:
        stack = self.world.modals.get(self.user.id, [])
        if view.type == "modal" and (not stack or stack[-1] is not view):
            raise ClientRefuses("That modal is not the one on top.")

    def _check_required(self, view: View) -> None:
        blocks = view.payload.get("blocks", ())
        values = state_of(blocks, view.state)
        for element in elements(blocks):
            wanted = element.block.get("type") == "input" and not element.block.get("optional")
            if wanted and is_empty(values[element.block_id][element.action_id]):
                raise ClientRefuses(f"{text_of(element.block.get('label'))!r} is to be filled in.")

    def _answered(self, view: View, answer: Json) -> Submitted:
        action = answer.get("response_action")
        if action is None:
            self.world.close_view(view)
        elif action == "clear":
            self.world.close_view(view, everything=True)
        elif self._refused(view, answer):
            self.troubles.append(TROUBLE)
            return Submitted(view=view, trouble=TROUBLE)
        elif action == "errors":
            return Submitted(answer["errors"], view)
        elif action == "update":
            self.world.update_view(view, answer["view"])
        else:
            self.world.push_view(self.app, self.user.id, answer["view"])
        return Submitted(view=self.modal)

    def _refused(self, view: View, answer: Json) -> bool:
        """Whether Slack does not take the answer to a form; it is then remembered as refused."""
        asked = Asked(self.world, "view_submission", answer, self.app, "")
        faults = response_action_faults(answer, view.payload, depth=len(self.world.modals.get(self.user.id, ())))
        try:
            checks.judge(asked, faults, [])
            if "view" in answer:
                checks.view(asked, answer["view"])
        except Refused:
            return True
        return False
