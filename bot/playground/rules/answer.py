"""Answer: what an app sends back when Slack asks: to a submitted form, for options, and as prompts to begin with."""

from collections.abc import Iterator, Mapping

from bot.playground.rules.fault import Fault, Problem, below
from bot.playground.rules.grammar import Listed, Record, String
from bot.playground.rules.layout import Layout
from bot.playground.rules.objects import MENU
from bot.playground.rules.view import view_faults

STACK_DEPTH = 3
PROMPTS_MOST = 4

_PROMPT = Record({"title": String(), "message": String()}, ("title", "message"))
_PROMPTS = Listed(_PROMPT, PROMPTS_MOST)
_ACTIONS = {"errors": "errors", "update": "view", "push": "view", "clear": None}
"""What an answer to a submitted form asks for, and the field that goes with it."""


def response_action_faults(payload: object, view: Mapping[str, object], *, depth: int = 1) -> list[Fault]:
    """Everything Slack refuses in the answer to a submitted form.

    Nothing at all and an empty object close the form.

    Args:
        payload: the body of the answer.
        view: the form that was submitted.
        depth: how many forms stand on one another, that one included.
    """
    if payload in (None, "", {}):
        return []
    if not isinstance(payload, dict):
        return [Fault("invalid_response_action", "", "must be an object, or nothing")]
    action = payload.get("response_action")
    if not isinstance(action, str) or action not in _ACTIONS:
        return [Fault("invalid_response_action", "/response_action", f"must be one of {', '.join(_ACTIONS)}")]
    faults = [problem.as_fault("invalid_response_action") for problem in _fields(payload, _ACTIONS[action])]
    if action == "errors":
        faults += [problem.as_fault("invalid_response_action") for problem in _errors(payload.get("errors"), view)]
    elif action != "clear":
        faults += _next(payload.get("view"))
    if action == "push" and depth >= STACK_DEPTH:
        faults.append(Fault("push_limit_reached", "/view", f"at most {STACK_DEPTH} forms may stand on one another"))
    return faults


def options_faults(payload: Mapping[str, object]) -> list[Fault]:
    """Everything Slack refuses in what an app offers to choose from."""
    return [problem.as_fault("invalid_options") for problem in MENU.problems(dict(payload), "")]


def prompts_faults(payload: Mapping[str, object]) -> list[Fault]:
    """Everything Slack refuses in suggested prompts."""
    given = {name: value for name, value in payload.items() if value is not None}
    problems = list(_PROMPTS.problems(given.get("prompts"), "/prompts"))
    problems += String().problems(given.get("title", "none"), "/title")
    return [problem.as_fault("invalid_arguments") for problem in problems]


def _fields(payload: Mapping[str, object], needed: str | None) -> Iterator[Problem]:
    if needed is not None and needed not in payload:
        yield Problem("", f"needs the field {needed}")
    for name in payload:
        if name not in ("response_action", needed):
            yield Problem(below("", name), "is no field of this answer")


def _errors(errors: object, view: Mapping[str, object]) -> Iterator[Problem]:
    """Errors stand beside the fields of the form that was submitted."""
    if not isinstance(errors, dict) or not errors:
        yield Problem("/errors", "must be an object with a sentence for each field that is wrong")
        return
    blocks = Layout.of(view.get("blocks"), "").blocks
    asked = [block.json.get("block_id") for block in blocks if block.kind == "input"]
    for name, sentence in errors.items():
        at = below("/errors", name)
        if name not in asked:
            yield Problem(at, "is no block id of an input block in the form that was submitted")
        yield from String().problems(sentence, at)


def _next(view: object) -> Iterator[Fault]:
    """The form that is shown next."""
    if not isinstance(view, dict):
        yield Fault("invalid_response_action", "/view", "must be an object")
        return
    if view.get("type") != "modal":
        yield Fault("invalid_response_action", "/view/type", "must be modal")
    for fault in view_faults(view):
        yield Fault(fault.error, f"/view{fault.pointer}", fault.why)
