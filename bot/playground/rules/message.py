"""Message: what may be posted, updated, shown to one person, or sent to a response URL.

The errors are those of `chat.postMessage`. A field that is null counts as left out.
"""

import json
from collections.abc import Iterator, Mapping

from bot.playground.rules.blocks import Surface
from bot.playground.rules.fault import Fault, below
from bot.playground.rules.grammar import Anything, Flag, Record, String
from bot.playground.rules.layout import Layout, characters, id_problems, total_problems

TEXT_LONGEST = 40_000
UPDATE_LONGEST = 4_000
"""An update is refused where a new message would be cut."""
MARKDOWN_LONGEST = 12_000
ATTACHMENTS_MOST = 100
METADATA_LONGEST = 8_000
MIXED_LONGEST = 13_000
"""What blocks may hold together where one of them is Markdown; seen in practice, written nowhere."""

_METADATA = Record({"event_type": String(255), "event_payload": Anything()}, ("event_type", "event_payload"))
_THREAD = String(form=r"\d{10}\.\d{6}")


def message_faults(payload: Mapping[str, object], *, ephemeral: bool, update: bool = False) -> list[Fault]:
    """Everything Slack refuses in a message."""
    given = {name: value for name, value in payload.items() if value is not None}
    own, attached = Layout.of(given.get("blocks", []), "/blocks"), _attached(given)
    return [
        *_text(given, UPDATE_LONGEST if update else TEXT_LONGEST),
        *_blocks(own),
        *_attachments(given, attached),
        *_together(own, attached),
        *_metadata(given, ephemeral=ephemeral),
        *_thread(given, ephemeral=ephemeral),
    ]


def _text(payload: Mapping[str, object], longest: int) -> Iterator[Fault]:
    words, marked = payload.get("text", ""), payload.get("markdown_text")
    if not isinstance(words, str):
        yield Fault("invalid_arguments", "/text", "must be a string")
    elif len(words) > longest:
        yield Fault("msg_too_long", "/text", f"must have at most {longest} characters, and has {len(words)}")
    elif not words.strip() and not any(payload.get(name) for name in ("blocks", "attachments", "markdown_text")):
        yield Fault("no_text", "/text", "a message needs a text, blocks or attachments")
    if marked is None:
        return
    for problem in String(MARKDOWN_LONGEST).problems(marked, "/markdown_text"):
        too_long = isinstance(marked, str) and len(marked) > MARKDOWN_LONGEST
        yield problem.as_fault("msg_too_long" if too_long else "invalid_arguments")
    if "text" in payload or "blocks" in payload:
        yield Fault("markdown_text_conflict", "/markdown_text", "is not allowed with text or blocks")


def _attached(payload: Mapping[str, object]) -> dict[int, Layout]:
    """The blocks of attachments, by the attachment's index."""
    attachments = payload.get("attachments")
    return {
        index: Layout.of(attachment["blocks"], (("/attachments", index), "blocks"))
        for index, attachment in enumerate(attachments if isinstance(attachments, list) else [])
        if isinstance(attachment, dict) and "blocks" in attachment
    }


def _blocks(own: Layout) -> Iterator[Fault]:
    if not isinstance(own.json, list):
        yield Fault("invalid_blocks_format", "/blocks", "must be a list")
        return
    for problem in own.problems(Surface.MESSAGE):
        yield problem.as_fault("invalid_blocks")


def _attachments(payload: Mapping[str, object], attached: Mapping[int, Layout]) -> Iterator[Fault]:
    attachments = payload.get("attachments", [])
    if not isinstance(attachments, list):
        yield Fault("invalid_attachments", "/attachments", "must be a list")
        return
    if len(attachments) > ATTACHMENTS_MOST:
        yield Fault(
            "too_many_attachments", "/attachments", f"may be at most {ATTACHMENTS_MOST}, and are {len(attachments)}"
        )
    for index, attachment in enumerate(attachments):
        if not isinstance(attachment, dict):
            yield Fault("invalid_attachments", below("/attachments", index), "must be an object")
        elif index in attached:
            for problem in attached[index].problems(Surface.MESSAGE):
                yield problem.as_fault("invalid_blocks")


def _together(own: Layout, attached: Mapping[int, Layout]) -> Iterator[Fault]:
    """What the blocks of a message and of its attachments are together."""
    blocks = [*own.blocks, *(block for layout in attached.values() for block in layout.blocks)]
    for problem in (*id_problems(blocks), *total_problems(blocks, "/blocks")):
        yield problem.as_fault("invalid_blocks")
    if any(block.kind == "markdown" for block in blocks) and characters(own.json) > MIXED_LONGEST:
        yield Fault("msg_blocks_too_long", "/blocks", f"may hold at most {MIXED_LONGEST} characters beside Markdown")


def _metadata(payload: Mapping[str, object], *, ephemeral: bool) -> Iterator[Fault]:
    if "metadata" not in payload:
        return
    metadata = payload["metadata"]
    if ephemeral:
        yield Fault("invalid_arguments", "/metadata", "an ephemeral message carries no metadata")
    if not isinstance(metadata, dict):
        yield Fault("invalid_metadata_format", "/metadata", "must be an object")
        return
    for problem in _METADATA.problems(metadata, "/metadata"):
        yield problem.as_fault("invalid_metadata_format")
    size = len(json.dumps(metadata, ensure_ascii=False))
    if size > METADATA_LONGEST:
        yield Fault(
            "metadata_too_large", "/metadata", f"may have at most {METADATA_LONGEST} characters, and has {size}"
        )


def _thread(payload: Mapping[str, object], *, ephemeral: bool) -> Iterator[Fault]:
    for problem in _THREAD.problems(payload.get("thread_ts", "0000000000.000000"), "/thread_ts"):
        yield problem.as_fault("invalid_thread_ts")
    broadcast = payload.get("reply_broadcast", False)
    for problem in Flag().problems(broadcast, "/reply_broadcast"):
        yield problem.as_fault("invalid_arguments")
    if broadcast is True and (ephemeral or "thread_ts" not in payload):
        yield Fault("invalid_arguments", "/reply_broadcast", "is for a reply in a thread that others can see")
