"""Feedback: kept once for each person and answer, with the answer's receipt."""

from pathlib import Path

import pytest

from bot.core.errors import AccountUnknown
from bot.flows.accounts import add_account, forget_account
from bot.flows.feedback import all_feedback, give_feedback
from bot.ports.team import NewFeedback
from tests.small import NOW, SCOPE, ports_at


def test_feedback_is_kept_with_the_receipt(tmp_path: Path) -> None:
    """Saying it twice is saying it once, and the second thought counts."""
    ports = ports_at(tmp_path)
    account = add_account(ports, SCOPE, "Acme")
    first = NewFeedback("U1", account.id, "r1", helpful=True, at=NOW)
    second = NewFeedback("U1", account.id, "r1", helpful=False, at=NOW)

    for each in (first, first, second):
        give_feedback(ports, SCOPE, each)

    assert [second] == all_feedback(ports, SCOPE)


def test_feedback_about_a_forgotten_account_is_refused(tmp_path: Path) -> None:
    """An old button about an account that is gone says so and keeps nothing."""
    ports = ports_at(tmp_path)
    account = add_account(ports, SCOPE, "Acme")
    forget_account(ports, SCOPE, "Acme")

    with pytest.raises(AccountUnknown):
        give_feedback(ports, SCOPE, NewFeedback("U1", account.id, "r1", helpful=True, at=NOW))
    assert [] == all_feedback(ports, SCOPE)
