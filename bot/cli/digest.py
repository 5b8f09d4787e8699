"""Digest: what a week brought to the gap log, posted once a week."""

from datetime import UTC
from typing import Annotated

import typer

from bot.cli.terminal import PackOption, TodayOption, say, terminal
from bot.core.gap_digest import Digest, Week
from bot.core.gap_wording import digest_lines
from bot.flows.digest import Outcome, Posting, post_digest, weekly_digest
from bot.flows.fit import Scorer
from bot.flows.packs import current_pack


class Printer:
    """Posts a digest to the terminal."""

    def post(self, digest: Digest) -> None:
        """Print it."""
        say(digest_lines(digest))


def digest(
    week: Annotated[
        str | None, typer.Option("--week", help="The week, as 2026-W47. Default: the one that is.", metavar="WEEK")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it, and do not count it as posted.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Post it even where it was posted before.")] = False,
    pack: PackOption = None,
    today: TodayOption = None,
) -> None:
    """Post what a week brought to the gap log: new, closed and most valuable open gaps; once a week."""
    at = terminal()
    scorer = Scorer(current_pack(at.pack(pack), at.team, at.ports).pack)
    day = at.today(today)
    wanted = Week.of(day) if week is None else Week.named(week)
    made = weekly_digest(scorer, at.team, at.ports, wanted, day, at.now.tzinfo or UTC)
    if dry_run:
        Printer().post(made)
        return
    posting = post_digest(made, at.scope(scorer.pack.name), at.ports, Printer(), at.now, again=again)
    say(_outcome(posting, wanted))


def _outcome(posting: Posting, week: Week) -> list[str]:
    when = f"{posting.at.astimezone():%Y-%m-%d %H:%M}"
    match posting.outcome:
        case Outcome.POSTED:
            return []
        case Outcome.ALREADY:
            return [f"The digest of week {week.name} was posted on {when}. Post it once more with --again."]
        case _:  # nobody knows
            begun = f"Posting the digest of week {week.name} began on {when} and did not come to its end."
            return [f"{begun} Look whether it arrived; if not, post it with --again."]
