"""Pages: the documentation as tests read it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def text_of(page: str) -> str:
    """A page, by its path."""
    return (ROOT / page).read_text(encoding="utf-8")


def files_in(page: str) -> dict[str, str]:
    """The fenced blocks that are whole files: those below a line that holds nothing but a path."""
    found = re.findall(r"^`([\w/.-]+)`\n\n```\w+\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)
    assert len(found) == len(dict(found))
    return dict(found)


def write(files: dict[str, str], folder: Path) -> Path:
    """Put files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
