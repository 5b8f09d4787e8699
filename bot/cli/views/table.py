"""Columns of text."""

from collections.abc import Sequence


def columns(rows: Sequence[Sequence[str]], indent: int = 0, right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as lines in which the columns stand under each other.

    Args:
        rows: the cells; every row has the same number of them.
        indent: blanks before each line.
        right: the columns that are set flush right.
    """
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            text.rjust(width) if column in right else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append((" " * indent + "  ".join(cells)).rstrip())
    return lines
