"""A briefing for others: what concerns its owner alone is not in it, and nothing of it is kept."""

from datetime import date
from pathlib import Path

import pytest

from bot.bootstrap import shipped
from bot.core.account import SourceKind
from bot.core.journey import StageId
from bot.flows.accounts import add_account
from bot.flows.briefing import brief_others
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.outcome import Briefed, Memory
from bot.flows.respond import respond
from bot.library.loader import load_pack
from tests.small import NOW, ports_at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Somebody in front of an account."""
    pack = load_pack(shipped("knowledge") / "harbor").pack
    desk = Desk(Scorer(pack), "T1", ports_at(tmp_path), "U1", lambda: NOW, date(2026, 11, 1))
    add_account(desk.ports, desk.scope, "Acme")
    return desk


def test_for_others(desk: Desk) -> None:
    """For the same persona, stage and call, without gaps, changes and a summary; and nobody was briefed by it."""
    account_id = add_account(desk.ports, desk.scope, "Globex").id
    respond("log a gap: Globex: no proof for banks", Memory(), desk)
    with desk.begin(writes=False) as work:
        before = len(work.gaps.at(account_id))
    briefing = brief_others(account_id, desk, "cfo", StageId.EVALUATE, "2026-11-03 10:00")

    assert briefing.persona is not None
    assert briefing.stage is not None
    assert briefing.call is not None
    assert ("cfo", "evaluate", "11-03 10:00") == (
        briefing.persona.id,
        briefing.stage.stage.value,
        f"{briefing.call.at:%m-%d %H:%M}",
    )
    assert ((), None, None, None) == (briefing.gaps, briefing.changes, briefing.summary, briefing.schedule)
    with desk.begin(writes=False) as work:
        assert work.briefings.last(account_id, "U1") is None
        assert before == len(work.gaps.at(account_id))


def test_who_contradicts_whom_is_left_out(desk: Desk) -> None:
    """That sources disagree is said; which they are is not."""
    other = Desk(desk.scorer, "T1", desk.ports, "U2", desk.now, desk.today)
    respond("Acme has 120 employees", Memory(), desk)
    respond("Acme has 900 employees", Memory(), other)
    account_id = 1
    told = [each for each in brief_others(account_id, desk).avoid if "as settled" in each]

    assert [True] == ["one source" in each for each in told]
    assert not [each for each in told if SourceKind.PERSON.value in each or "U2" in each]


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("brief me on Acme with the janitor", "No persona is called janitor; say CFO"),
        ("brief me on Acme with ops tomorrow 10:00", "No persona is called ops; say CFO"),
        ("brief me on Acme with the CFO", None),
        ("brief me for my call with Acme", None),
        ("brief me on Acme", None),
    ],
)
def test_somebody_whom_the_pack_does_not_describe(text: str, stranger: str | None, desk: Desk) -> None:
    """Who is to be met and is no buyer role is named, and not passed over."""
    response = respond(text, Memory(), desk)

    assert isinstance(response.outcome, Briefed)
    assert (response.stranger or "None").startswith(stranger or "None")
