"""Skeleton: a new pack to start from, valid from the first minute, in which every file says what to fill in next.

The files are templates beside this module; `{name}` and `{today}` in them are replaced. The JSON Schemas are written
along, so that an editor completes and checks while the pack is being written.
"""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from bot.core.errors import FileRefused
from bot.core.trait import Slug
from bot.library.schemas import write_schemas

_WRITTEN = date(2026, 11, 1)
"""The day on which somebody last read all of the templates."""


def write_skeleton(name: str, folder: Path, today: date | None = None) -> list[Path]:
    """Write a commented skeleton pack.

    Args:
        name: the new pack's name, a slug.
        folder: the folder of the pack itself; it is made, or there and empty.
        today: the day on which the new pack counts as reviewed; the templates' own where none is given.

    Returns:
        The files written, the pack's own first and its schemas last.

    Raises:
        FileRefused: the name is no slug, or the folder is not empty or cannot be written to.
    """
    _refuse_name(name)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FileRefused(f"{str(folder)!r} is there already and not empty; choose another name or empty it.")
        written = [
            _write(folder / path, template, {"{name}": name, "{today}": str(today or _WRITTEN)})
            for path, template in _templates(files("bot.library") / "skeleton_files", PurePosixPath())
        ]
    except OSError as wrong:
        raise FileRefused(f"The pack cannot be written into {str(folder)!r}: {wrong.strerror}.") from wrong
    return [*written, *write_schemas(folder)]


def _refuse_name(name: str) -> None:
    try:
        TypeAdapter(Slug).validate_python(name)
    except ValidationError as wrong:
        raise FileRefused(
            f"{name!r} is no name for a pack; use letters, digits and _ . + -, with a letter or digit first."
        ) from wrong


def _templates(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    """Every template with its path, sorted; folders within folders included."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _templates(entry, path / entry.name)
        else:
            yield path / entry.name, entry


def _write(path: Path, template: Traversable, words: dict[str, str]) -> Path:
    text = template.read_text(encoding="utf-8")
    for word, replacement in words.items():
        text = text.replace(word, replacement)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
