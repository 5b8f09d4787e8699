"""Proposals: the values that notes were read as, within one scope, and who reads notes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.language.parse import Said
from bot.core.language.reading import Stretch
from bot.core.language.vocabulary import Vocabulary
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


class Reader(Protocol):
    """Reads notes: by rules, or by a model that stands behind the same port."""

    def read(self, text: str, vocabulary: Vocabulary, subject: Sequence[Stretch] = ()) -> list[Said]:
        """Every value that notes state, at most one for each trait, and why others cannot be told."""
