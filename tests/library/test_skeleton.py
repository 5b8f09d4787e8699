"""A new pack is valid from the first minute and says in every file what to fill in next."""

from datetime import date
from pathlib import Path

import pytest

from bot.core.errors import FileRefused
from bot.core.icp import Role
from bot.core.trait import Kind
from bot.library.loader import check_folder, load_pack
from bot.library.skeleton import write_skeleton


def test_a_skeleton_passes_the_check(tmp_path: Path) -> None:
    """A new pack has no errors; what is still open is a warning."""
    problems, pack = check_folder(write_skeleton("mine", tmp_path / "mine")[0].parent.parent)

    assert pack is not None
    assert {"warning"} == {problem.severity for problem in problems}


def test_a_skeleton_has_one_of_everything(tmp_path: Path) -> None:
    """Twelve questions in every kind of trait, three ICPs, five stages, and one of all the rest."""
    write_skeleton("mine", tmp_path / "mine", date(2026, 12, 24))
    pack = load_pack(tmp_path / "mine").pack

    assert ("mine", date(2026, 12, 24)) == (pack.name, pack.reviewed_on)
    assert list(range(1, 13)) == [trait.asks for trait in pack.traits]
    assert set(Kind) == {trait.kind for trait in pack.traits}
    assert list(Role) == [icp.role for icp in pack.icps]
    assert 5 == len(pack.journey.stages)
    assert [1, 1, 1, 1] == [len(part) for part in (pack.personas, pack.assets, pack.qualification, pack.playbook)]
    assert all("{account}" in trait.question for trait in pack.traits)


def test_every_file_says_what_comes_next(tmp_path: Path) -> None:
    """Each file has comments with what to fill in, and each YAML file names a schema that is there."""
    folder = tmp_path / "mine"
    written = write_skeleton("mine", folder)

    assert sorted(written) == sorted(path for path in folder.rglob("*") if path.is_file())
    for path in written:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            continue
        assert "# " in text
        assert "ill in here" in text
        assert "{name}" not in text
        assert "{today}" not in text
        if path.suffix == ".yaml":
            schema = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
            assert (path.parent / schema).resolve() in [each.resolve() for each in written]


@pytest.mark.parametrize("name", ["null", "yes", "3", "1.0", "0x1F", "a+b"])
def test_a_name_may_look_like_anything(name: str, tmp_path: Path) -> None:
    """A name that YAML would read in its own way stays the name."""
    write_skeleton(name, tmp_path / "new")

    assert name == load_pack(tmp_path / "new").pack.name


@pytest.mark.parametrize("name", ["", " ", "a b", "../x", "a/b", ".x", "-x", "x\n", "x" * 81, '"'])
def test_a_bad_name_is_refused(name: str, tmp_path: Path) -> None:
    """A name is a slug; nothing is written under another."""
    with pytest.raises(FileRefused, match="is no name for a pack; use letters, digits"):
        write_skeleton(name, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with anything in it, and a file, are left alone; an empty folder is used."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x", encoding="utf-8")
    for taken in (tmp_path / "full", tmp_path / "full" / "x"):
        with pytest.raises(FileRefused, match="is there already and not empty"):
            write_skeleton("new", taken)
    with pytest.raises(FileRefused, match="The pack cannot be written into"):
        write_skeleton("new", tmp_path / "full" / "x" / "below")
    (tmp_path / "empty").mkdir()

    assert write_skeleton("new", tmp_path / "empty")
    assert ["x"] == [path.name for path in (tmp_path / "full").iterdir()]
