"""A stage is never shown without where it is known from."""

from datetime import UTC, datetime

import pytest

from bot.core.account import Source, SourceKind
from bot.core.journey import Staged, StageId, StageSaid, StageSign
from bot.core.stage_words import UNKNOWN, stage_words
from tests.small import pack, person

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("staged", "expected"),
    [
        (None, UNKNOWN),
        (StageSaid(stage=StageId.EVALUATE, source=person(), at=AT), "Evaluate, said by ann on 2026-11-01"),
        (StageSaid(stage=StageId.EVALUATE, source=person(), at=AT, asked=True), "Evaluate, as you asked"),
        (
            StageSaid(stage=StageId.BUY, source=Source(kind=SourceKind.IMPORT, person="companies.csv"), at=AT),
            "Buy, from the import companies.csv on 2026-11-01",
        ),
        (
            StageSaid(stage=StageId.BUY, source=Source(kind=SourceKind.CRM), at=AT),
            "Buy, from the crm on 2026-11-01",
        ),
        (StageSign(stage=StageId.LEARN, trait="budget", value=True), "Learn, since Budget is yes"),
        (
            StageSign(stage=StageId.CONSIDER, trait="industry", value="saas"),
            "Consider/Try/Negotiate, since Industry is B2B SaaS",
        ),
        (StageSign(stage=StageId.LEARN, trait="budget"), "Learn, since Budget shows it"),
        (StageSign(stage=StageId.LEARN, trait="gone", value=1), "Learn, since gone shows it"),
    ],
)
def test_stage_words(staged: Staged | None, expected: str) -> None:
    """The stage stands with who said so and when, or with the answer that shows it."""
    assert expected == stage_words(staged, pack())


def test_other_ways_to_show_people_and_days() -> None:
    """Whoever shows people and days in another way does so here as well."""
    said = StageSaid(stage=StageId.LEARN, source=person(), at=AT)

    assert "Learn, said by <ann> on day 1" == stage_words(
        said, pack(), lambda source: f"<{source.person}>", lambda at: f"day {at.day}"
    )
