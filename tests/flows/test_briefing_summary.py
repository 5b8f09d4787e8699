"""The facts of a briefing: plain sentences, nothing open stated as decided, and nobody named."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.account import Account
from bot.core.asset import Asset
from bot.core.changes import Changes, StageMoved
from bot.core.content import Choice, Content
from bot.core.draft import Sourced
from bot.core.gap import Closing, Gap, GapKind, GapStatus
from bot.core.journey import Staged, StageId, StageSaid, StageSign
from bot.core.persona import Persona, Validation
from bot.core.sending import Moment, Sending
from bot.core.verdict import Verdict
from bot.flows.accounts import add_account, record_answers
from bot.flows.briefing import Briefing, brief
from bot.flows.briefing_summary import SENTENCES, facts, template, verdict_sentence
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from tests.small import NOW, SCOPE, TODAY, answer, pack, person, ports_at

SCORER = Scorer(pack())
CFO = Persona(id="cfo", title="CFO", validated=Validation(on=TODAY, by="7 interviews"))
GUIDE = Asset(id="guide", title="What late invoices cost", url="https://e.com", format="guide", stages=("buy",))
KNOWN = [
    answer("industry", "saas"),
    answer("employees", 120),
    answer("revenue", 10**7),
    answer("budget", value=True),
    answer("stack", ["snowflake"]),
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody asks."""
    ports = ports_at(tmp_path)
    return Desk(scorer=SCORER, team=SCOPE.team, ports=ports, person="ann", now=lambda: NOW, today=TODAY)


@pytest.fixture
def acme(desk: Desk) -> Account:
    """An account."""
    return add_account(desk.ports, desk.scope, "Acme")


@pytest.fixture
def first(desk: Desk, acme: Account) -> Briefing:
    """A briefing on an account of which nothing is known."""
    return brief(acme.id, desk)


def _text(briefing: Briefing, title: str) -> str | None:
    return next((each.text for each in facts(briefing, SCORER) if each.title == title), None)


def test_nothing_known(first: Briefing) -> None:
    """Of an account of which nothing is known there is what is possible, what is open and what to ask first."""
    assert (
        Sourced(
            "Verdict",
            "Acme is still open; possible: primary/A, primary/B, primary/C or no fit.",
        ),
        Sourced("Open", "Open are Industry, Employees, Budget and 2 more."),
        Sourced("Ask first", "Ask first: Industry of Acme?"),
    ) == facts(first, SCORER)


def test_decided(desk: Desk, acme: Account) -> None:
    """A decided verdict is stated with what to do, and nothing is open or to be asked."""
    record_answers(desk.ports, desk.scope, acme.id, KNOWN, pack())
    found = brief(acme.id, desk)

    assert "Acme is decided: primary/A, work it." == _text(found, "Verdict")
    assert (None, None, None) == (_text(found, "Open"), _text(found, "Ask first"), _text(found, "Avoid"))


def test_one_question_left(desk: Desk, acme: Account) -> None:
    """What to do may be decided while the verdict is not; one open trait is one."""
    record_answers(desk.ports, desk.scope, acme.id, [*KNOWN[:3], KNOWN[4]], pack())
    found = brief(acme.id, desk)
    possible = {verdict.value for verdict in found.answer.report.possible}

    assert {"primary/A", "primary/B"} == possible
    assert "Acme is decided as far as to work it; still possible: primary/A or primary/B." == _text(found, "Verdict")
    assert "Open is Budget." == _text(found, "Open")


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (
            StageSaid(stage=StageId.LEARN, source=person("U1"), at=NOW),
            "Acme is in the stage Learn, said by your team on 2026-11-01.",
        ),
        (
            StageSign(stage=StageId.EVALUATE, trait="budget", value=True),
            "Acme is in the stage Evaluate, since Budget is yes.",
        ),
        (None, None),
    ],
)
def test_the_stage(first: Briefing, stage: Staged | None, expected: str | None) -> None:
    """The stage stands with where it is known from, and without the name of whoever said it."""
    assert expected == _text(replace(first, stage=stage), "Stage")


def test_who_is_met(first: Briefing) -> None:
    """Who is met is said, and that nobody validated the role where that is so."""
    guess = CFO.model_copy(update={"validated": None})

    assert "You meet: CFO." == _text(replace(first, persona=CFO), "Who")
    assert "You meet: CFO, a role that no research has validated yet." == _text(replace(first, persona=guess), "Who")


def test_what_to_send(first: Briefing) -> None:
    """The first asset of the first moment that has one is what to send first; a live one is shown in the call."""
    empty = Sending(Moment.BEFORE, StageId.BUY, Content(()))
    full = Sending(Moment.AFTER, StageId.BUY, Content((Choice(GUIDE, ()),)))

    assert "Send first: What late invoices cost." == _text(replace(first, sendings=(empty, full)), "Send first")
    assert None is _text(replace(first, sendings=(empty,)), "Send first")
    live = replace(full, moment=Moment.DURING)
    assert "Show in the call: What late invoices cost." == _text(replace(first, sendings=(live, full)), "Send first")


def test_what_changed(first: Briefing, desk: Desk, acme: Account) -> None:
    """Everything that changed is counted or named in one sentence; where nothing did there is none."""
    gap = Gap(id=1, kind=GapKind.CONTENT, what="deck", source=person(), at=NOW)
    closing = Closing(reason=None, source=person(), at=NOW)
    filled = gap.model_copy(update={"status": GapStatus.FILLED, "closed": closing})
    said = record_answers(desk.ports, desk.scope, acme.id, KNOWN[:2], pack())
    stage = StageSaid(stage=StageId.BUY, source=person(), at=NOW)
    since = NOW - timedelta(days=3)
    every = Changes(since, ("no_fit",), 2, tuple(said), stage, (gap,), (filled, filled))

    assert (
        "New since 2026-10-29: the verdict, the pack, the stage, what is known of Industry and Employees, 1 gap logged"
        " and 2 gaps closed."
    ) == _text(replace(first, changes=every), "Changed")
    assert None is _text(replace(first, changes=Changes(since)), "Changed")
    gone = said[0].model_copy(update={"trait": "gone"})
    taken = Changes(since, gone=(said[0],), moved=StageMoved(StageId.BUY, None))
    assert "New since 2026-10-29: the stage and what is known of Industry." == _text(
        replace(first, changes=taken), "Changed"
    )
    assert "New since 2026-10-29: an answer." == _text(
        replace(first, changes=Changes(since, answers=(gone,))), "Changed"
    )


def test_the_template(first: Briefing) -> None:
    """The template is at most three of the facts, word for word, the verdict first and what changed second."""
    full = replace(
        first,
        persona=CFO,
        changes=Changes(NOW, pack_before=2),
        sendings=(Sending(Moment.BEFORE, StageId.BUY, Content((Choice(GUIDE, ()),))),),
    )
    said = template(full, SCORER)

    assert ["Acme is still open", "New since 2026-11-01", "Ask first: Industry"] == [
        each[: len(begin)]
        for each, begin in zip(said, ("Acme is still open", "New since 2026-11-01", "Ask first: Industry"), strict=True)
    ]
    assert SENTENCES == len(said)
    assert set(said) <= {each.text for each in facts(full, SCORER)}


def test_a_name_that_is_none(desk: Desk) -> None:
    """A name of several lines, or without an end, stays on its line and comes to an end."""
    odd = add_account(desk.ports, desk.scope, "x" * 190)
    text = _text(brief(odd.id, desk), "Verdict") or ""

    assert text.startswith("x" * 70)
    assert "… is still open" in text


def test_what_is_open_is_never_decided(desk: Desk, acme: Account) -> None:
    """Whatever is known, every verdict that is possible is named."""
    for count in range(len(KNOWN)):
        record_answers(desk.ports, desk.scope, acme.id, KNOWN[count : count + 1], pack())
        report = desk.look_up(acme.id).report
        said = verdict_sentence(report, "Acme")

        assert all((each.value if "/" in each.value else "no fit") in said for each in report.possible)
        assert (Verdict.NO_FIT in report.possible) is ("no fit" in said)
