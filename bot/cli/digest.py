"""Digest: what a week brought to the gap log, posted once a week."""

from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.terminal import PackOption, Terminal, TodayOption, complain, say, terminal
from bot.core.gap_digest import Digest, Week
from bot.core.gap_wording import digest_lines
from bot.flows.digest import Outcome, Posting, post_digest, weekly_digest
from bot.flows.fit import Scorer
from bot.flows.packs import current_pack
from bot.flows.workspace import workspace_of
from bot.ports.team import Workspace


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
    """Post what a week brought to the gap log: new, closed and most valuable open gaps; once a week.

    It goes to the Slack channel that the workspace of FIKA_TEAM chose for it, and is printed where there is none.
    """
    at = terminal()
    workspace = workspace_of(at.ports, at.team)
    scorer = Scorer(current_pack(at.pack(pack or workspace.pack), at.team, at.ports).pack)
    at = replace(at, now=at.now.astimezone(_zone(workspace, at.now)))
    day = at.today(today)
    wanted = Week.of(day) if week is None else Week.named(week)
    made = weekly_digest(scorer, at.team, at.ports, wanted, day, at.now.tzinfo or UTC)
    channel = workspace.digest_channel
    if dry_run or (channel is not None and at.settings.slack_bot_token is None):
        Printer().post(made)
        if not dry_run:
            complain(f"Only printed, and not counted as posted: set SLACK_BOT_TOKEN to post it to {channel}.")
        return
    say(_outcome(_post(at, made, scorer, channel, again=again), wanted, channel))


def _zone(workspace: Workspace, now: datetime) -> tzinfo | None:
    """By whose clock weeks begin: the workspace's, or else the machine's."""
    return ZoneInfo(workspace.time_zone) if workspace.time_zone else now.tzinfo


def _post(at: Terminal, made: Digest, scorer: Scorer, channel: str | None, *, again: bool) -> Posting:
    scope = at.scope(scorer.pack.name)
    if channel is None:
        return post_digest(made, scope, at.ports, Printer(), at.now, again=again)
    from bot.bootstrap import notifier
    from bot.slack.notify import MaybePosted

    try:
        return post_digest(made, scope, at.ports, notifier(at.settings, channel), at.now, again=again)
    except MaybePosted:
        return Posting(Outcome.UNSURE, at.now)


def _outcome(posting: Posting, week: Week, channel: str | None = None) -> list[str]:
    when = f"{posting.at.astimezone():%Y-%m-%d %H:%M}"
    match posting.outcome:
        case Outcome.POSTED:
            return [] if channel is None else [f"The digest of week {week.name} is in the channel {channel}."]
        case Outcome.ALREADY:
            return [f"The digest of week {week.name} was posted on {when}. Post it once more with --again."]
        case _:  # nobody knows
            begun = f"Posting the digest of week {week.name} began on {when} and did not come to its end."
            return [f"{begun} Look whether it arrived; if not, post it with --again."]
