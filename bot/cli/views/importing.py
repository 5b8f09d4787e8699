"""What became of an imported file, in the terminal."""

from bot.core.wording import counted
from bot.flows.importing import ImportSummary, LineNote, Skipped, Unmapped

MOST_NOTES = 20
"""Lines and values that are named one by one."""


def summary_lines(summary: ImportSummary) -> list[str]:
    """What was taken, what was skipped and why, and what could not be read, by line."""
    lines = [
        f"{summary.file}: {counted(summary.rows, 'row')}, as of {summary.as_of}.",
        f"  {summary.added} new, {summary.updated} updated, {summary.unchanged} unchanged.",
        f"  {counted(summary.answers, 'answer')} recorded.",
    ]
    lines += [f"  {each.count} skipped: {each.why} ({_where(each)})" for each in summary.skipped]
    lines += [
        f"  unmapped: {each.trait}: {each.text!r}, {counted(each.count, 'time')} ({_where(each)})"
        for each in summary.unmapped[:MOST_NOTES]
    ]
    if len(summary.unmapped) > MOST_NOTES:
        lines.append(f"  ... and {counted(len(summary.unmapped) - MOST_NOTES, 'unmapped value')} more")
    lines += _notes("value not read", summary.unreadable)
    return lines + _notes("row not taken", summary.failed)


def _where(seen: Skipped | Unmapped) -> str:
    """The first lines of something that was seen on one or more."""
    more = ", ..." if seen.count > len(seen.first_lines) else ""
    return f"{'line' if seen.count == 1 else 'lines'} {', '.join(map(str, seen.first_lines))}{more}"


def _notes(what: str, notes: tuple[LineNote, ...]) -> list[str]:
    if not notes:
        return []
    lines = [f"  {counted(len(notes), what, what.replace('value', 'values').replace('row', 'rows'))}:"]
    lines += [f"    line {note.line}: {note.why}" for note in notes[:MOST_NOTES]]
    return lines if len(notes) <= MOST_NOTES else [*lines, f"    ... and {len(notes) - MOST_NOTES} more"]
