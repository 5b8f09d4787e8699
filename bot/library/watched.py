"""Watched: whether anything in a pack's folder is another than before, by names, sizes and times alone.

What editors leave beside a file while they save it is not a pack's, and does not count.
"""

import re
from pathlib import Path

from bot.core.errors import PackUnknown
from bot.library.folder import list_folder

Trace = tuple[object, ...]
"""Equal as long as nothing changed."""
_LEFT_BY_EDITORS = re.compile(r"(.*/)?(.*~|#.*#|\d{4}|.*\.(swp|swo|swx|tmp|temp|bak|orig|part|crswap)|.*___jb_\w+___)")


def trace(folder: Path) -> Trace:
    """What a folder looks like from outside."""
    try:
        listing = list_folder(folder)
    except PackUnknown as gone:
        return (str(gone),)
    strays = sorted(str(problem) for problem in listing.problems if not is_left_by_editor(problem.file or ""))
    return (*((file.name, *_stat(file.path)) for file in listing.files), *strays)


def is_left_by_editor(name: str) -> bool:
    """Whether a file is one that an editor makes while it saves another."""
    return _LEFT_BY_EDITORS.fullmatch(name) is not None


def _stat(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:  # gone since, or not ours to look at
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
