"""Canonical JSON: one way to write a value, so that equal values are equal bytes."""

import hashlib
import json


def canonical_json(value: object) -> str:
    """Keys sorted, no spaces after separators, no escapes for letters; numbers that are not finite are refused."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256_hex(value: object) -> str:
    """The SHA-256 of a value's canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()
