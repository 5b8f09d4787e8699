"""Live: which assets are for the call itself, as something to show, to try or to fill in together.

The rule: one word of an asset's format or channel says so. A format `roi_calculator` or a channel `video call` is live;
a video, a guide, a case study or a webinar is sent.
"""

import re

from bot.core.asset import Asset

FORMATS = frozenset({
    "calculator", "comparison", "deck", "demo", "pilot", "plan", "poc", "presentation", "sandbox", "slides", "template",
    "tour", "trial", "walkthrough", "whiteboard", "worksheet", "workshop",
})  # fmt: skip
CHANNELS = frozenset({"call", "demo", "meeting", "onsite", "person", "shared", "whiteboard", "workshop"})


def is_live(asset: Asset) -> bool:
    """Whether an asset is for a live call."""
    return not (FORMATS.isdisjoint(_words(asset.format)) and CHANNELS.isdisjoint(_words(asset.channel)))


def _words(text: str | None) -> frozenset[str]:
    return frozenset(re.split(r"[\W_]+", (text or "").casefold()))
