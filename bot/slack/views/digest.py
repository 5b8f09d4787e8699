"""Digest: what a week brought to the gap log, for a channel: no quotes, and nobody who said so."""

from collections.abc import Iterator, Sequence

from bot.core.gap_digest import Digest
from bot.core.gap_wording import MOST_NAMED, short, voices_words, worth_words
from bot.core.gap_worth import ValuedGap
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, person, words
from bot.slack.values import GapList
from bot.slack.views.elements import Json, actions, button, listing, message, section
from bot.slack.views.reasons import NAME

_WHAT = 160
_ROOM = 2700


def digest_message(digest: Digest) -> Message:
    """A weekly digest."""
    week = digest.week
    title = f"{bold(f'Gaps in {words(digest.pack, 100)}')}, week {week.name} ({week.monday} to {week.sunday})"
    if not (digest.new or digest.closed or digest.open_count):
        text = f"{title}\nNothing new, nothing closed, nothing open."
        return message("digest", text, [section(text), _ways()])
    counts = f"{len(digest.new)} new, {len(digest.closed)} closed, {digest.open_count} open."
    parts = [
        *_part("Most worth filling", [_open(each) for each in digest.top]),
        *_part("New", [_open(each) for each in digest.new]),
        *_part("Closed", [_closed(each) for each in digest.closed]),
    ]
    blocks = [section(f"{title}\n{counts}"), *map(section, parts), _ways()]
    return message("digest", listing([title, counts, *parts], 20), blocks)


def _part(title: str, lines: Sequence[str]) -> list[str]:
    return [f"{bold(title)}\n{listing(lines, MOST_NAMED, _ROOM)}"] if lines else []


def _open(valued: ValuedGap) -> str:
    return f"• #{valued.gap.id} {words(valued.gap.what, _WHAT)} ({', '.join(_about(valued))})"


def _about(valued: ValuedGap) -> Iterator[str]:
    gap = valued.gap
    if not gap.is_open:
        yield gap.status.label
    yield gap.kind.label
    if valued.account:
        yield f"at {words(valued.account, NAME)}"
    if gap.is_open and (said := worth_words(valued)):
        yield said
    if len(gap.voices) > 1:
        yield voices_words(gap)
    if gap.owner:
        yield f"{person(gap.owner)} sees to it"


def _closed(valued: ValuedGap) -> str:
    gap = valued.gap
    reason = gap.closed.reason if gap.closed else None
    why = f": {words(short(reason), _WHAT)}" if reason else ""
    at = f" at {words(valued.account, NAME)}" if valued.account else ""
    return f"• #{gap.id} {words(gap.what, _WHAT)}{at} ({gap.status.label}{why})"


def _ways() -> Json:
    return actions(
        button("All gaps", Act.GAPS, GapList()), button("Map", Act.GAP_MAP, label="Map of where content is missing")
    )
