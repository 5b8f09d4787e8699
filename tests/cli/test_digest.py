"""`fika digest`: what a week brought, once a week."""

from pathlib import Path

import pytest

from bot.cli.digest import _outcome
from bot.core.gap import GapKind, NewGap
from bot.core.gap_digest import Week
from bot.flows.digest import Outcome, Posting
from bot.flows.gaps import log_gap
from bot.ports import Scope
from tests.cli.conftest import Fika
from tests.small import NOW, TODAY, person, ports_at


@pytest.fixture
def logged(home: Path) -> None:
    """A gap of the first week."""
    new = NewGap(kind=GapKind.PRODUCT, what="no SSO", source=person(), at=NOW)
    log_gap(ports_at(home), Scope("local", "harbor"), new)


def test_a_dry_run_counts_for_nothing(fika: Fika, logged: None) -> None:
    """However often; the first run after it posts."""
    dry = [fika("digest", "--today", str(TODAY), "--dry-run").lines for _ in range(2)]

    assert dry[0] == dry[1] == fika("digest", "--today", str(TODAY)).lines
    assert "Gaps in Harbor (example), week 2026-W44 (2026-10-26 to 2026-11-01)" == dry[0][0]
    assert "1 new, 0 closed, 1 open." == dry[0][1]


def test_the_second_run_of_a_week_posts_nothing(fika: Fika, logged: None) -> None:
    """It says when it was posted; another week, and somebody's word, post."""
    first = fika("digest", "--week", "2026-W44").lines
    [again] = fika("digest", "--today", str(TODAY)).lines

    assert again.startswith("The digest of week 2026-W44 was posted on 20")
    assert again.endswith("Post it once more with --again.")
    assert "0 new, 0 closed, 1 open." == fika("digest", "--week", "2026-W45").lines[1]
    assert first == fika("digest", "--week", "2026-W44", "--again").lines


def test_a_week_that_is_none(fika: Fika) -> None:
    """A sentence shows how to write one."""
    ran = fika("digest", "--week", "44")

    assert (1, "fika: '44' is no week; write one like 2026-W47.\n") == (ran.status, ran.err)


def test_an_interrupted_run_is_told() -> None:
    """With when it began and what to do."""
    [said] = _outcome(Posting(Outcome.UNSURE, NOW), Week.of(TODAY))

    assert "did not come to its end" in said
    assert "--again" in said
