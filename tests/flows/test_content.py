"""Content for an account: its stage and the role decide, out of the pack that was made ready."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bot.core.account import Account, Answer
from bot.core.asset import Asset
from bot.core.content import Condition, Content
from bot.core.gap import GapKind, GapStatus, Missing, NewGap, closed
from bot.core.journey import Journey, JourneyStage, StageId, StageSaid
from bot.core.persona import Persona
from bot.flows.accounts import add_account
from bot.flows.content import AT_ONCE, content_for, missing_content, note_missing, sendings_for
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gaps import all_gaps, change_gap, log_gap
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at


def _asset(slug: str, **more: object) -> Asset:
    given = {"id": slug, "title": slug, "url": "https://example.com", "format": "guide", "stages": ("buy",)}
    return Asset.model_validate(given | more)


def _scorer(*assets: Asset) -> Scorer:
    journey = Journey(stages={stage: JourneyStage() for stage in StageId})
    return Scorer(pack().model_copy(update={"assets": assets, "journey": journey}))


BUY = StageSaid(stage=StageId.BUY, source=person(), at=NOW)
ACME = Account(id=1, name="Acme")


def _ids(content: Content | None) -> list[str]:
    assert content is not None
    return [choice.asset.id for choice in content.choices]


def test_without_a_stage_there_is_none() -> None:
    """While nobody said in which stage the account is, nothing is chosen."""
    scorer = _scorer(_asset("a"))

    assert content_for(scorer.answer(ACME, TODAY), None, scorer, TODAY) is None


def test_at_a_stage() -> None:
    """At a stage the first few assets for it are shown, and as many as were asked for."""
    scorer = _scorer(*(_asset(f"a{number}") for number in range(AT_ONCE + 2)), _asset("early", stages=("learn",)))
    answer = scorer.answer(ACME, TODAY)

    assert ["a0", "a1", "a2"] == _ids(content_for(answer, BUY, scorer, TODAY))
    assert 5 == len(_ids(content_for(answer, BUY, scorer, TODAY, limit=9)))


def test_for_a_role() -> None:
    """For a role, what is for somebody else is left out unless nothing else is there."""
    scorer = _scorer(_asset("cfo", personas=("cfo",)), _asset("cro", personas=("cro",)), _asset("any"))
    answer = scorer.answer(ACME, TODAY)

    assert ["any", "cro"] == _ids(content_for(answer, BUY, scorer, TODAY, "cro"))
    only = _scorer(_asset("cfo", personas=("cfo",)))
    found = content_for(only.answer(ACME, TODAY), BUY, only, TODAY, "cro")
    assert ["cfo"] == _ids(found)
    assert found is not None
    assert (Condition.PERSONA,) == found.dropped


def test_each_pack_has_its_own() -> None:
    """What was made ready for one pack is not shown for another one."""
    one, other = _scorer(_asset("one")), _scorer(_asset("other"))

    assert ["one"] == _ids(content_for(one.answer(ACME, TODAY), BUY, one, TODAY))
    assert ["other"] == _ids(content_for(other.answer(ACME, TODAY), BUY, other, TODAY))


def test_around_a_call() -> None:
    """Around a call nothing is sent while the stage is not known."""
    scorer = _scorer(_asset("a"))

    assert () == sendings_for(ACME, None, scorer, TODAY)
    [sending] = sendings_for(ACME, BUY, scorer, TODAY)
    assert ["a"] == _ids(sending.content)


CFO = Persona(id="cfo", title="CFO")


def _with_cfo(*assets: Asset) -> Scorer:
    return Scorer(_scorer(*assets).pack.model_copy(update={"personas": (CFO,)}))


MISSING = Missing(
    kind=GapKind.CONTENT, what="Nothing to send at Buy, for CFO", stage=StageId.BUY, persona="cfo", account_id=None
)


def test_what_is_missing() -> None:
    """Content is missing for a stage and a role of the pack that no asset is for; nowhere else."""
    empty, full = _with_cfo(), _with_cfo(_asset("a"))

    assert MISSING == missing_content(ACME, BUY, empty, TODAY, "cfo")
    assert [None] * 4 == [
        missing_content(ACME, BUY, full, TODAY, "cfo"),
        missing_content(ACME, None, empty, TODAY, "cfo"),
        missing_content(ACME, BUY, empty, TODAY, "cto"),
        missing_content(ACME, BUY, empty, TODAY, None),
    ]


def test_what_was_made_for_others() -> None:
    """Where each asset was made for accounts that this one is not like, that is what is said to be missing."""
    made = _asset("a", **{"for": {"industry": ["saas"]}})
    lapsed = _asset("b", valid_until="2026-01-01", **{"for": {"employees": [">500"]}})
    known = tuple(
        Answer(id=n, trait=trait, value=value, source=person(), recorded_at=NOW)
        for n, (trait, value) in enumerate((("industry", "other"), ("employees", 9)), 1)
    )
    account = ACME.model_copy(update={"answers": known})
    found = missing_content(account, BUY, _with_cfo(made, lapsed), TODAY, "cfo")
    both = missing_content(account, BUY, _with_cfo(made, lapsed.model_copy(update={"valid_until": None})), TODAY, "cfo")

    began = "Nothing to send at Buy, for CFO: what there is was made for accounts of another"
    assert [f"{began} Industry", f"{began} Industry or Employees"] == [each and each.what for each in (found, both)]


def _desk(folder: Path) -> Desk:
    ports = ports_at(folder)
    return Desk(scorer=_with_cfo(), team=SCOPE.team, ports=ports, person="ann", now=lambda: NOW, today=TODAY)


def test_missing_content_is_noted_once(tmp_path: Path) -> None:
    """What is missing is logged once, whoever looks and whichever account it shows at."""
    desk = _desk(tmp_path)
    acme = add_account(desk.ports, desk.scope, "Acme")
    gap = note_missing(acme, BUY, desk, "cfo")

    assert gap is not None
    assert (GapKind.CONTENT, None, person("ann")) == (gap.kind, gap.account_id, gap.source)
    other = add_account(desk.ports, desk.scope, "Beta")
    assert None is note_missing(other, BUY, desk, "cfo")
    assert (None, None) == (
        note_missing(acme, BUY, replace(desk, person="ben"), "cfo"),
        note_missing(acme, BUY, desk, None),
    )
    assert [gap] == all_gaps(desk.ports, desk.scope)


def test_what_somebody_logged_at_the_account(tmp_path: Path) -> None:
    """What somebody logged at the account for that stage and role is not logged again, until it is filled."""
    desk = _desk(tmp_path)
    acme = add_account(desk.ports, desk.scope, "Acme")
    said = NewGap(**dict(MISSING), source=person(), at=NOW).model_copy(update={"what": "a deck", "account_id": acme.id})
    gap = log_gap(desk.ports, desk.scope, said)

    assert None is note_missing(acme, BUY, desk, "cfo", [gap])
    assert note_missing(acme, BUY, desk, "cfo", [gap.model_copy(update={"status": GapStatus.FILLED})]) is not None


def test_what_counts_for_nothing(tmp_path: Path) -> None:
    """A stage that is only asked for, and an account that is to be dropped, show no gap."""
    desk = _desk(tmp_path)
    acme = add_account(desk.ports, desk.scope, "Acme")
    asked = BUY.model_copy(update={"asked": True})
    out = Answer(id=1, trait="industry", value="other", source=person(), recorded_at=NOW)

    assert None is note_missing(acme, asked, desk, "cfo")
    assert None is note_missing(acme.model_copy(update={"answers": (out,)}), BUY, desk, "cfo")
    assert [] == all_gaps(desk.ports, desk.scope)


def test_what_will_not_be_filled_stays_so(tmp_path: Path) -> None:
    """A look opens no gap that somebody decided not to fill."""
    desk = _desk(tmp_path)
    acme = add_account(desk.ports, desk.scope, "Acme")
    gap = note_missing(acme, BUY, desk, "cfo")
    assert gap is not None
    change_gap(desk.ports, desk.scope, gap.id, closed("no", person(), NOW, wont=True))

    assert None is note_missing(acme, BUY, desk, "cfo")
    assert [GapStatus.WONT] == [each.status for each in all_gaps(desk.ports, desk.scope)]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """While the state cannot be written nothing is logged, and nobody is troubled."""
    desk = _desk(tmp_path)
    acme = add_account(desk.ports, desk.scope, "Acme")
    with closing(sqlite3.connect(tmp_path / "fika.db", isolation_level=None)) as held:
        held.execute("begin immediate")
        assert None is note_missing(acme, BUY, desk, "cfo")

    assert [] == all_gaps(desk.ports, desk.scope)
