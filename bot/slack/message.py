"""Message: something to post, as a text and as blocks.

The text is what notifications, screen readers and clients without blocks show, and what is posted where Slack refuses
the blocks: it carries the whole answer's first line and is never empty. Both are mrkdwn with everything escaped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import Block

Blocks = Sequence[Block | Mapping[str, Any]]
"""Blocks of the SDK's own types, or plain dicts where the SDK has none."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something to post."""

    text: str
    blocks: Blocks = ()
