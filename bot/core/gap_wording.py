"""Gap wording: the words for gaps, the same in every place that shows them.

Plain text without markup; whoever renders it escapes it.
"""

from collections.abc import Iterator

from bot.core.gap import Gap, GapEvent, GapKind, Happened
from bot.core.gap_digest import Digest
from bot.core.gap_worth import ValuedGap, Worth
from bot.core.wording import counted, source_words

MOST_NAMED = 10
"""New and closed gaps that a digest names at the most; the others are counted."""
LONGEST = 160
"""Characters of what is missing that stand on one line."""


def short(text: str, longest: int = LONGEST) -> str:
    """Words on one line, cut where they are too long for it."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def worth_words(valued: ValuedGap) -> str:
    """What it would be worth to fill a gap."""
    worth, gap = valued.worth, valued.gap
    if gap.kind in (GapKind.TRAIT, GapKind.CONTRADICTION) and gap.trait:
        return _decides(worth)
    if gap.kind is GapKind.CONTENT:
        return f"{counted(worth.accounts, 'account that may fit waits', 'accounts that may fit wait')}"
    return "at an account that may fit" if worth.accounts else ""


def _decides(worth: Worth) -> str:
    if worth.accounts == 0:
        return f"may decide {counted(worth.perhaps, 'account')}" if worth.perhaps else "would decide no account"
    more = f", may decide {worth.perhaps} more" if worth.perhaps else ""
    return f"would decide {counted(worth.accounts, 'account')}{more}"


def voices_words(gap: Gap) -> str:
    """How many times it was logged, and by how many people."""
    people = len({voice.source for voice in gap.voices})
    voices = counted(len(gap.voices), "voice")
    return voices if people in (1, len(gap.voices)) else f"{voices} of {people} people"


def event_words(event: GapEvent) -> str:
    """What happened to a gap, who did it and why."""
    reason = f": {event.reason}" if event.reason else ""
    by = source_words(event.source)
    match event.happened:
        case Happened.ASSIGNED:
            return f"assigned to {event.owner} by {by}" if event.owner else f"taken from its owner by {by}"
        case Happened.CLOSED:
            return f"closed by {by} as {event.status.label if event.status else 'filled'}{reason}"
        case Happened.LOGGED | Happened.VOICED:
            return f"{event.happened.value} by {by}"
        case _:  # reopened
            return f"reopened by {by}{reason}"


def digest_lines(digest: Digest) -> list[str]:
    """A weekly digest, line by line."""
    week = digest.week
    lines = [f"Gaps in {digest.pack}, week {week.name} ({week.monday} to {week.sunday})"]
    if not (digest.new or digest.closed or digest.open_count):
        return [*lines, "Nothing new, nothing closed, nothing open."]
    lines += [f"{len(digest.new)} new, {len(digest.closed)} closed, {digest.open_count} open."]
    lines += _part("New", digest.new, [gap_words(each) for each in digest.new])
    lines += _part("Closed", digest.closed, [_closed_words(each) for each in digest.closed])
    lines += _part("Most worth filling", digest.top, [gap_words(each) for each in digest.top])
    return lines


def gap_words(valued: ValuedGap) -> str:
    """A gap on one line: what is missing, where, and what it is worth."""
    return f"#{valued.gap.id} {short(valued.gap.what)} ({', '.join(_about(valued))})"


def _about(valued: ValuedGap) -> Iterator[str]:
    yield valued.gap.kind.label
    if valued.account:
        yield f"at {valued.account}"
    if said := worth_words(valued):
        yield said
    if len(valued.gap.voices) > 1:
        yield voices_words(valued.gap)
    if valued.gap.owner:
        yield f"{valued.gap.owner} sees to it"


def _closed_words(valued: ValuedGap) -> str:
    gap = valued.gap
    why = f": {short(gap.closed.reason)}" if gap.closed and gap.closed.reason else ""
    at = f" at {valued.account}" if valued.account else ""
    return f"#{gap.id} {short(gap.what)}{at} ({gap.status.label}{why})"


def _part(title: str, gaps: tuple[ValuedGap, ...], lines: list[str]) -> list[str]:
    if not gaps:
        return []
    more = [f"  and {len(lines) - MOST_NAMED} more"] if len(lines) > MOST_NAMED else []
    return ["", title, *(f"  {line}" for line in lines[:MOST_NAMED]), *more]
