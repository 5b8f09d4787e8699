"""Proposals: the values that notes were read as, within one scope, and who reads notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.core.proposal import NewProposal, Proposal
    from bot.core.proposal_notes import Findings, Notes


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


class Reader(Protocol):
    """Reads notes: by rules, or by a model that stands behind the same port."""

    def read(self, notes: Notes) -> Findings:
        """Every value that notes state about their account, each as often as it is stated, and what was not read."""


def by_rules() -> Reader:
    """The reader that needs nothing but the words of the pack."""
    from bot.core.proposal_reading import RuleReader

    return RuleReader()
