"""Patch: what differs between the parts that a page was sent and those that stand now, as JSON.

A part is compared as the value it was. What may change in place is copied when the part is made.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

Sent = dict[str, Any]
"""What a page was sent, by key."""


def patch_text(sent: Sent, parts: Mapping[str, Any], now: float, *, always: bool = False) -> str | None:
    """What is to be sent so that a page has these parts, remembered as sent; None where it has them.

    Args:
        sent: what the page has; changed to what it will have.
        parts: what it is to have.
        now: the time.
        always: whether a patch is made even where nothing differs.
    """
    changed = {key: value for key, value in parts.items() if key not in sent or sent[key] != value}
    gone = [key for key in sent if key not in parts]
    if not (changed or gone or always):
        return None
    for key in gone:
        del sent[key]
    sent |= changed
    return written({"set": changed, "drop": gone, "now": now})


def written(value: Any) -> str:
    """JSON that every browser reads: an app may have sent numbers that are none."""
    try:
        return json.dumps(value, separators=(",", ":"), allow_nan=False)
    except ValueError:
        return json.dumps(_finite(value), separators=(",", ":"))


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def in_script(text: str) -> str:
    """The same JSON, so that nothing in it ends the script element that it stands in."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
