"""Payload: the ids that Slack adds to blocks and elements that were sent without, and how a text is escaped."""

from collections.abc import Sequence
from typing import Protocol

from bot.playground.model import Json

_HOLDERS = ("elements", "accessory", "element", "actions", "child_blocks")
_INTERACTIVE = frozenset(
    {
        "button",
        "checkboxes",
        "datepicker",
        "datetimepicker",
        "timepicker",
        "radio_buttons",
        "overflow",
        "static_select",
        "external_select",
        "users_select",
        "conversations_select",
        "channels_select",
        "multi_static_select",
        "multi_external_select",
        "multi_users_select",
        "multi_conversations_select",
        "multi_channels_select",
        "plain_text_input",
        "email_text_input",
        "url_text_input",
        "number_input",
        "rich_text_input",
        "file_input",
        "feedback_buttons",
        "icon_button",
        "workflow_button",
    }
)


class Source(Protocol):
    """Where ids come from."""

    def next(self, prefix: str, length: int = 9) -> str:
        """The next id of its kind."""
        ...


def with_ids(payload: Json, ids: Source) -> Json:
    """A view's payload with ids for its blocks and elements."""
    return payload | {"blocks": blocks_with_ids(payload.get("blocks") or [], ids)}


def blocks_with_ids(blocks: Sequence[Json], ids: Source) -> list[Json]:
    """Blocks, each with an id, and each thing that can be clicked or filled in with an action id."""
    return [_block(block, ids) for block in blocks]


def attachments_with_ids(attachments: Sequence[Json], ids: Source) -> list[Json]:
    """Attachments, each with a number, and their blocks with ids."""
    return [
        one | {"id": number} | ({"blocks": blocks_with_ids(one["blocks"], ids)} if one.get("blocks") else {})
        for number, one in enumerate(attachments, 1)
    ]


def escaped(text: str) -> str:
    """A text with the three characters replaced that mean something in mrkdwn."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _block(block: Json, ids: Source) -> Json:
    made = dict(block)
    if not made.get("block_id"):
        made["block_id"] = ids.next("", 5)
    for holder in _HOLDERS:
        if holder in made:
            made[holder] = _held(made[holder], ids, blocks=holder == "child_blocks")
    return made


def _held(held: object, ids: Source, *, blocks: bool) -> object:
    if isinstance(held, list):
        return [_held(one, ids, blocks=blocks) for one in held]
    if not isinstance(held, dict):
        return held
    if blocks or held.get("type") == "card":  # the elements of a carousel are blocks
        return _block(held, ids)
    if held.get("type") in _INTERACTIVE and not held.get("action_id"):
        return held | {"action_id": ids.next("", 5)}
    return held
