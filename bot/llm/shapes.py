"""Shapes: the forms that a model fills in where it reads, and how they become drafts.

A form is what the model is shown; what it fills in is checked here once more, as a server may pass on anything.
"""

import json
from collections.abc import Sequence
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, Field, ValidationError

from bot.core.draft import RequestDraft, ValueDraft
from bot.core.trait import Frozen
from bot.ports.model import Failure, ModelFailed, RequestHints, TraitHint

REQUEST, NOTES = "read_request", "read_notes"
"""The names of the forms."""
UNKNOWN = "unknown"
MOST_VALUES = 100
M = TypeVar("M", bound=BaseModel)


class _Notes(Frozen):
    values: tuple[ValueDraft, ...] = Field(max_length=MOST_VALUES)


def request_form(hints: RequestHints) -> dict[str, Any]:
    """The form for what a message asks for."""
    kinds = [name for name, _ in hints.kinds if name != UNKNOWN]
    words = {"type": "string", "description": "In the very words of the message; left out where it says nothing."}
    properties = {"kind": {"type": "string", "enum": [*kinds, UNKNOWN]}} | dict.fromkeys(
        ("account", "persona", "stage", "when"), words
    )
    return _form(REQUEST, "Says what a message asks for.", properties, ["kind"])


def notes_form(traits: Sequence[TraitHint]) -> dict[str, Any]:
    """The form for the values that notes state."""
    bound = {"type": "integer"}
    tags = {"type": "array", "items": {"type": "string"}}
    span = {"type": "object", "properties": {"min": bound, "max": bound}, "additionalProperties": False}
    value = {
        "type": "object",
        "properties": {
            "trait": {"type": "string", "enum": [each.id for each in traits]},
            "value": {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "boolean"}, tags, span]},
            "quote": {"type": "string", "description": "The words that state the value, letter by letter."},
        },
        "required": ["trait", "value", "quote"],
        "additionalProperties": False,
    }
    return _form(NOTES, "Says which values notes state.", {"values": {"type": "array", "items": value}}, ["values"])


def request_of(told: str) -> RequestDraft:
    """What a model filled in.

    Raises:
        ModelFailed: MALFORMED.
    """
    return _filled(told, RequestDraft)


def values_of(told: str) -> tuple[ValueDraft, ...]:
    """What a model filled in.

    Raises:
        ModelFailed: MALFORMED.
    """
    return _filled(told, _Notes).values


def traits_told(traits: Sequence[TraitHint]) -> str:
    """What a model is told of traits, one a line."""
    return "\n".join(json.dumps(_told(each), ensure_ascii=False) for each in traits)


def _told(trait: TraitHint) -> dict[str, Any]:
    told = {"id": trait.id, "label": trait.label, "kind": trait.kind, "unit": trait.unit, "question": trait.question}
    return {key: value for key, value in told.items() if value} | (
        {"options": dict(trait.options)} if trait.options else {}
    )


def _form(name: str, description: str, properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "title": name,
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _filled(told: str, form: type[M]) -> M:
    try:
        return form.model_validate(json.loads(told, parse_constant=_no_number), strict=False)
    except (ValidationError, ValueError, RecursionError):
        raise ModelFailed(Failure.MALFORMED) from None


def _no_number(_: str) -> NoReturn:
    raise ValueError
