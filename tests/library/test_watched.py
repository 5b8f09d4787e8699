"""Whether anything of a pack changed: what an author saves does, what an editor leaves beside it does not."""

import os
import shutil
from pathlib import Path

import pytest

from bot.library.watched import is_left_by_editor, trace
from tests import worked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack of one's own."""
    return Path(shutil.copytree(worked.FOLDER / "pack", tmp_path / "worked"))


def test_the_same_as_long_as_nothing_changes(folder: Path) -> None:
    """Looking changes nothing."""
    assert trace(folder) == trace(folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "pack.yaml").write_text("name: other\n"),
        lambda folder: os.utime(folder / "traits.yaml", ns=(1, 1)),
        lambda folder: (folder / "icps" / "secondary.yaml").unlink(),
        lambda folder: (folder / "icps" / "third.yaml").write_text(""),
        lambda folder: (folder / "icps" / "third.yml").write_text(""),
        lambda folder: (folder / "new").mkdir(),
        lambda folder: (folder / "icps").rename(folder / "elsewhere"),
        shutil.rmtree,
    ],
)
def test_every_change_is_noticed(folder: Path, change: object) -> None:
    """A file that is written, touched, replaced, new, renamed or gone is noticed, and a folder too."""
    before = trace(folder)
    assert callable(change)
    change(folder)

    assert before != trace(folder)


def test_a_replaced_file_is_noticed(folder: Path) -> None:
    """An editor that writes another file and puts it in place is noticed, even at the same time and of the same size."""
    file, other = folder / "pack.yaml", folder / ".pack.yaml.new"
    before, found = trace(folder), file.stat()
    other.write_bytes(file.read_bytes()[::-1])
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    other.replace(file)

    assert before != trace(folder)


@pytest.mark.parametrize(
    "name",
    [
        "pack.yaml~",
        ".pack.yaml.swp",
        "#pack.yaml#",
        "4913",
        "icps/primary.yaml~",
        "pack.yaml.tmp",
        "pack.yaml.bak",
        "examples/accounts.jsonl",
    ],
)
def test_what_editors_leave_is_not_noticed(folder: Path, name: str) -> None:
    """Backups, swap files and locks are not the pack's."""
    before = trace(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("left")

    assert before == trace(folder)


@pytest.mark.parametrize("name", ["pack.yaml", "icps/primary.yaml", "assets/2025.md", "assets/tmp.md", "notes.txt"])
def test_files_of_a_pack_are_nobodys_leftovers(name: str) -> None:
    """A name that an author might choose is never taken for an editor's."""
    assert not is_left_by_editor(name)


def test_a_file_that_cannot_be_looked_at(folder: Path) -> None:
    """A link that leads nowhere is another state than no link, and no reason to fail."""
    before = trace(folder)
    (folder / "icps" / "gone.yaml").symlink_to(folder / "icps" / "nothing.yaml")

    assert before != trace(folder)
