"""Checks: where the rules on payloads are applied; the one seam between the methods and `bot.playground.rules`.

A hazard (a broadcast that nobody escaped, say) is remembered and not refused, as Slack would take it.
"""

from typing import Any

from bot.playground.api.method import Asked, Refused
from bot.playground.model import Json
from bot.playground.rules import Fault, message_faults, message_hazards, prompts_faults, view_faults, view_hazards
from bot.playground.world import Hazard, Refusal

CLASSIC = frozenset(
    {
        "section",
        "header",
        "context",
        "actions",
        "divider",
        "image",
        "input",
        "video",
        "file",
        "rich_text",
    }
)
"""The blocks that are known where only the classic ones are."""
_READING = ("link_names", "parse")
"""Arguments that change how a text is read."""


def message(asked: Asked, payload: Json, *, ephemeral: bool = False, update: bool = False) -> None:
    """Insist that a message is one.

    Raises:
        Refused: it is none.
    """
    _classic(asked, payload, "invalid_blocks")
    whole = payload | {name: asked.arguments[name] for name in _READING if name in asked.arguments}
    judge(asked, message_faults(payload, ephemeral=ephemeral, update=update), message_hazards(whole))


def view(asked: Asked, payload: Json) -> None:
    """Insist that a view is one.

    Raises:
        Refused: it is none.
    """
    _classic(asked, payload, "invalid_arguments")
    judge(asked, view_faults(payload), view_hazards(payload))


def prompts(asked: Asked, payload: Json) -> None:
    """Insist that suggested prompts are some.

    Raises:
        Refused: they are none.
    """
    judge(asked, prompts_faults(payload), [])


def judge(asked: Asked, faults: list[Fault], hazards: list[Fault]) -> None:
    """Refuse a payload that has faults; remember them and the hazards.

    Raises:
        Refused: it has.
    """
    asked.faults += [*faults, *hazards]
    if hazards:
        asked.world.hazardous(Hazard(asked.method, tuple(hazards), asked.arguments, asked.app.app))
    if faults:
        asked.world.refuse(Refusal(asked.method, faults[0].error, tuple(faults), asked.arguments, asked.app.app))
        raise _refused(faults[0].error, [f"{fault.why} [json-pointer:{fault.pointer}]" for fault in faults])


def _refused(error: str, reasons: list[str]) -> Refused:
    return Refused(error, [f"[ERROR] {reason}" for reason in reasons], errors=reasons)


def _classic(asked: Asked, payload: Json, error: str) -> None:
    # Where only the classic blocks are known, newer ones are refused like any unknown type. An app finds out in this
    # way, so it is not remembered as a refusal.
    blocks: Any = payload.get("blocks")
    if not asked.world.classic or not isinstance(blocks, list):
        return
    for index, block in enumerate(blocks):
        if isinstance(block, dict) and block.get("type") not in CLASSIC:
            raise _refused(error, [f"unsupported type: {block.get('type')} [json-pointer:/blocks/{index}]"])
