"""The weekly digest: which weeks' digests were posted, and how one is posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.core.gap_digest import Digest


@dataclass(frozen=True, slots=True)
class DigestMark:
    """What became of a week's digest."""

    begun_at: datetime
    posted_at: datetime | None
    """None where nobody knows whether it arrived: the process ended while it was posted."""


class Digests(Protocol):
    """Which weeks' digests were posted, within one scope; a week is named as 2026-W47."""

    def get(self, week: str) -> DigestMark | None:
        """What became of a week's digest; None where nobody began to post it."""

    def begin(self, week: str, at: datetime) -> None:
        """Note that a week's digest is about to be posted."""

    def posted(self, week: str, begun_at: datetime, at: datetime) -> None:
        """Note that a week's digest was posted."""

    def give_up(self, week: str) -> None:
        """Note that a week's digest could not be posted, so that the next attempt may."""


class Notifier(Protocol):
    """Posts what nobody asked for to where a team wants it."""

    def post(self, digest: Digest) -> None:
        """Post a weekly digest.

        Raises:
            FikaError: it was not posted.
        """
