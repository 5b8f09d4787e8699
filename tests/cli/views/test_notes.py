"""What became of proposals, in the terminal."""

from pathlib import Path

from bot.cli.views.notes import confirmed_lines, proposed_lines
from bot.cli.views.response import AT_THE_PROMPT
from bot.core.proposal_notes import Stated
from bot.flows.accounts import add_account
from bot.flows.notes import Proposed, confirm, propose
from tests.flows.test_notes import TEXT, desk_of, ids_of
from tests.small import SCOPE, ports_at


def test_settled_before_is_said(tmp_path: Path) -> None:
    """Who was first and when; nothing is said to be noted again."""
    ports = ports_at(tmp_path)
    desk, account = desk_of(ports), add_account(ports, SCOPE, "Acme")
    proposed = propose(TEXT, account.id, desk)
    confirm(proposed.batch or 0, ids_of(proposed, "budget"), desk)
    again = confirm(proposed.batch or 0, ids_of(proposed), desk)

    assert ["These were settled by ann on 2026-11-01 at 09:30 already. Nothing was noted again."] == confirmed_lines(
        again, desk, AT_THE_PROMPT
    )


def test_what_the_pack_does_not_know_is_named(tmp_path: Path) -> None:
    """By its id, for there is no label any more."""
    ports = ports_at(tmp_path)
    desk, account = desk_of(ports), add_account(ports, SCOPE, "Acme")
    proposed = propose("120 people", account.id, desk)
    fewer = [each for each in desk.pack.traits if each.id != "employees"]
    newer = desk.pack.model_copy(update={"traits": tuple(fewer), "icps": ()})
    other = desk_of(ports, known=newer)
    confirmed = confirm(proposed.batch or 0, ids_of(proposed), other)

    assert ["Not noted, for the pack does not know it any more: employees."] == confirmed_lines(
        confirmed, other, AT_THE_PROMPT
    )
    shown = Proposed(account, None, (), (Stated("employees", 120, "120\n people"),))
    assert ["Read for Acme: nothing that is new.", "", "Known already:", "  employees, “120 people”"] == proposed_lines(
        shown, other
    )
