"""Digest: what a week brought to the gap log, posted once.

That a week's digest is about to be posted is noted before it is, and that it was, after. So no second run posts it; and
where the process ended in between, nobody knows whether it arrived: then it takes somebody's word to post it again.
"""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from bot.core.errors import FikaError
from bot.core.gap_digest import Digest, Week, digest_of
from bot.flows.fit import Scorer
from bot.flows.gap_list import valued_gaps
from bot.ports import Ports, Scope
from bot.ports.digest import DigestMark, Notifier


class Outcome(StrEnum):
    """What became of an attempt to post a digest."""

    POSTED = "posted"
    ALREADY = "already"
    """It was posted before, and not again."""
    UNSURE = "unsure"
    """Another attempt did not come to its end, and nobody knows whether it arrived; it was not posted again."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What became of an attempt to post a digest, and when."""

    outcome: Outcome
    at: datetime
    """When it was posted, or when the attempt that did not end began."""


def weekly_digest(scorer: Scorer, team: str, ports: Ports, week: Week, today: date, zone: tzinfo) -> Digest:
    """What a week brought to the gap log.

    Args:
        scorer: the pack, made ready.
        team: whose gaps they are.
        ports: where they are.
        week: the week.
        today: the date for which accounts are scored.
        zone: by whose clock the week begins and ends.
    """
    with ports.store().begin(Scope(team, scorer.pack.name), writes=False) as work:
        gaps = work.gaps.all()
        return digest_of(scorer.pack.title, week, valued_gaps(work, scorer, gaps, today) if gaps else (), zone)


def post_digest(
    digest: Digest, scope: Scope, ports: Ports, notifier: Notifier, now: datetime, *, again: bool = False
) -> Posting:
    """Post a week's digest, once.

    Args:
        digest: the digest.
        scope: whose it is.
        ports: where it is noted.
        notifier: posts it.
        now: the time.
        again: post it even where it was posted, or may have been.

    Raises:
        FikaError: it could not be posted; the next attempt may.
    """
    week = digest.week.name
    with ports.store().begin(scope) as work:
        mark = work.digests.get(week)
        if mark is not None and not again:
            return _found(mark)
        work.digests.begin(week, now)
        work.commit()
    try:
        notifier.post(digest)
    except FikaError:
        _give_up(scope, ports, week, mark)
        raise
    with ports.store().begin(scope) as work:
        work.digests.posted(week, now, now)
        work.commit()
    return Posting(Outcome.POSTED, now)


def _found(mark: DigestMark) -> Posting:
    if mark.posted_at is None:
        return Posting(Outcome.UNSURE, mark.begun_at)
    return Posting(Outcome.ALREADY, mark.posted_at)


def _give_up(scope: Scope, ports: Ports, week: str, before: DigestMark | None) -> None:
    """Put back what was noted before an attempt that failed."""
    with ports.store().begin(scope) as work:
        if before is None:
            work.digests.give_up(week)
        elif before.posted_at is None:
            work.digests.begin(week, before.begun_at)
        else:
            work.digests.posted(week, before.begun_at, before.posted_at)
        work.commit()
