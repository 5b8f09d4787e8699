"""Proposals: the values that notes were read as, within one scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.core.proposal import NewProposal, Proposal


class Proposals(Protocol):
    """The proposals of one scope."""

    def add(self, new: Sequence[NewProposal]) -> list[Proposal]:
        """Keep what was read from one block of notes, as one batch."""

    def batch(self, batch: int) -> list[Proposal]:
        """Everything that was read from the same notes, in the order in which it was read."""

    def open_at(self, account_id: int) -> list[Proposal]:
        """The proposals about an account that wait for somebody, the earliest first."""

    def settle(self, proposal_ids: Sequence[int], by: str, at: datetime, answers: Mapping[int, int]) -> None:
        """Note that proposals were confirmed, with the answer that each became, or dropped, where it became none."""
