"""Proposals: what was read and nobody has confirmed."""

import pytest
from pydantic import ValidationError

from bot.core.proposal import NewProposal, Proposal, noted
from tests.small import NOW


def proposal(**more: object) -> Proposal:
    """A proposal."""
    given = {"id": 1, "batch": 1, "account_id": 1, "trait": "employees", "value": 120, "quote": "120 people"}
    return Proposal.model_validate({**given, "person": "ann", "at": NOW, **more})


def test_it_waits_until_it_is_settled() -> None:
    """An answer belongs to what was settled alone."""
    assert proposal().is_open
    assert not proposal(settled_at=NOW).is_open
    with pytest.raises(ValidationError, match="was settled"):
        proposal(answer_id=7)


def test_doubt_stands_first_in_the_note() -> None:
    """Why it is not certain comes before how it was worked out, and can be told from it."""
    assert None is noted(None, None)
    assert ("x 12", False) == (noted("x 12", None), proposal(note="x 12").is_unsure)
    both = noted("x 12", "it may be about Tom.")
    assert ("Not certain: it may be about Tom. x 12", True) == (both, proposal(note=both).is_unsure)
    assert not NewProposal(account_id=1, trait="a", value=1, quote=None, person=None, at=NOW).is_unsure
