"""The loader finds every fault of a pack, and says where it is and what is allowed."""

import os
import shutil
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from bot.core.errors import PackInvalid, PackUnknown
from bot.core.icp import Role
from bot.library.folders import FolderPacks
from bot.library.loader import check_folder, content_hash, load_pack

HERE = Path(__file__).parent
WHOLE = HERE / "packs" / "whole"
WORKED = HERE.parent / "data" / "worked" / "pack"


@dataclass(frozen=True)
class Change:
    """One edit of a pack: text replaced in a file; a whole file written where `old` is None, deleted where `new` is."""

    file: str
    old: str | None
    new: str | None

    def apply(self, folder: Path) -> None:
        """Make the edit; every occurrence counts, and there must be one."""
        path = folder / self.file
        if self.new is None:
            path.unlink()
        elif self.old is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.new, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            assert self.old in text
            path.write_text(text.replace(self.old, self.new), encoding="utf-8")


Changed = Callable[..., Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Copies the pack without a flaw and edits it."""

    def change(*changes: Change) -> Path:
        folder = tmp_path / "whole"
        shutil.copytree(WHOLE, folder)
        for each in changes:
            each.apply(folder)
        return folder

    return change


def lines(folder: Path) -> list[str]:
    """What a check of a folder prints."""
    return [str(problem) for problem in check_folder(folder)[0]]


FAULTS = yaml.safe_load((HERE / "faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: (fault["says"] or ["nothing"])[0])
def test_each_fault_is_found_once_at_its_line(fault: dict[str, list[str]], changed: Changed) -> None:
    """Every fault is named with its file and line, and causes no complaint about anything else."""
    folder = changed(*(Change(*edit) for edit in fault["edits"]))

    assert fault["says"] == lines(folder)


def test_a_pack_without_a_flaw_is_read_whole(tmp_path: Path) -> None:
    """Nothing is said about a good pack, and everything in its files is in the pack, in order."""
    loaded = load_pack(WHOLE)
    pack = loaded.pack

    assert () == loaded.warnings
    assert ("whole", 3, date(2026, 9, 1)) == (pack.name, pack.version, pack.reviewed_on)
    assert {"EUR": Decimal("1.08")} == {currency: rate.to for currency, rate in pack.rates.items()}
    assert list(Role) == [icp.role for icp in pack.icps]
    assert 13 == len(pack.traits)
    assert ["cfo", "cro", "engineer", "marketer", "owner"] == [persona.id for persona in pack.personas]
    assert ["overview", "roi-guide"] == [asset.id for asset in pack.assets]
    assert "What it says.\n\nWhy it helps." == pack.assets[1].body
    assert {"industry": ("b2b_saas",), "employees": ("50..200",)} == pack.assets[1].fits
    assert date(2027, 3, 31) == pack.assets[1].valid_until
    assert ["budget", "authority", "timeline"] == [item.id for item in pack.qualification[0].items]
    assert ["pricing"] == [page.id for page in pack.playbook]


def test_yes_and_no_mean_what_their_author_meant() -> None:
    """A flag's yes and no work plain and in quotes, and every word for true makes a gate."""
    primary, secondary, _ = load_pack(WHOLE).pack.icps

    assert {"yes": 3, "no": 0} == primary.ratings["budget"].points
    assert [True, True] == [primary.ratings[trait].required for trait in ("industry", "employees")]
    assert secondary.ratings["industry"].required


def test_the_worked_examples_are_a_valid_pack() -> None:
    """The pack of the worked scoring examples has no errors."""
    problems, pack = check_folder(WORKED)

    assert pack is not None
    assert {"warning"} == {problem.severity for problem in problems}


def test_all_errors_of_a_pack_are_reported_at_once(changed: Changed) -> None:
    """Faults in the shape of some files hide no faults in how the rest fits together."""
    folder = changed(
        Change("pack.yaml", "version: 3", "version: three"),
        Change("traits.yaml", "asks: 12", "asks: 13"),
        Change("icps/primary.yaml", "{b2b_saas: 5}", "{b2b_saas: 4}"),
        Change("icps/primary.yaml", "high: 3", "hi: 3"),
        Change("icps/negative.yaml", "custom_work: -5", "custom_work: 5"),
        Change("journey.yaml", "{persona: owner, action: looks, challenge: time,", "{persona: owner, action: looks,"),
        Change("journey.yaml", "assets: [roi-guide]", "assets: [roi]"),
        Change("assets/roi-guide.md", "url: https://example.com/roi\n", ""),
        Change("assets/roi-guide.md", "[b2b_saas]", "[b2b]"),
    )
    with pytest.raises(PackInvalid) as invalid:
        load_pack(folder)

    assert [line.split(": error: ")[0] for line in invalid.value.problems] == [
        *("assets/roi-guide.md:2", "assets/roi-guide.md:9"),
        "icps/negative.yaml:12",
        *("icps/primary.yaml:10", "icps/primary.yaml:19"),
        *(f"journey.yaml:{line}" for line in (10, 15, 19, 24, 28, 37, 46)),
        "pack.yaml:3",
        "traits.yaml:114",
    ]
    assert str(invalid.value).startswith("The pack 'whole' has 14 errors:\nassets/roi-guide.md:2: error: the key 'url'")


def test_line_ends_and_a_byte_order_mark_change_nothing(changed: Changed) -> None:
    """A pack saved on Windows is the same pack."""
    folder = changed()
    for path in folder.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_pack(WHOLE).content_hash == load_pack(folder).content_hash


def test_an_anchor_repeats_its_value(changed: Changed) -> None:
    """A simple anchor with aliases works, in front matter, too."""
    folder = changed(
        Change("icps/primary.yaml", "because: The right size.", "because: &why The right size."),
        Change("icps/primary.yaml", "because: They start alone.", "because: *why"),
    )

    assert "The right size." == load_pack(folder).pack.icps[0].ratings["technology"].because


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("name: x".encode("utf-16"), "pack.yaml:1: error: the file is UTF-16; save it as UTF-8"),
        ("name: x".encode("utf-32"), "pack.yaml:1: error: the file is UTF-32; save it as UTF-8"),
        (
            b"name: x\ntitle: caf\xe9\n",
            "pack.yaml:2: error: byte 0xE9 at offset 18 is not UTF-8; save the file as UTF-8",
        ),
        (b"name: x\n\x00", "pack.yaml:2: error: the invisible character U+0000 is not allowed; delete it"),
        (b"name: x\ntitle: \x1b[2J\n", "pack.yaml:2: error: the invisible character U+001B is not allowed; delete it"),
        (
            b"#" * 5_000_001,
            "pack.yaml: error: the file has 5,000,001 bytes; allowed are 5,000,000, so split it or cut it",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_the_line(data: bytes, says: str, changed: Changed) -> None:
    """Another encoding, bytes that are no UTF-8, control characters and huge files end in a sentence."""
    folder = changed()
    (folder / "pack.yaml").write_bytes(data)

    assert [says] == lines(folder)


def test_a_huge_file_is_refused_before_it_is_read(changed: Changed) -> None:
    """50 MB take no memory."""
    folder = changed()
    with (folder / "assets" / "huge.md").open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    said = lines(folder)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [
        "assets/huge.md: error: the file has 50,000,000 bytes; allowed are 5,000,000, so split it or cut it"
    ] == said
    assert most < 25_000_000


def test_links_that_lead_out_are_not_followed(changed: Changed, tmp_path: Path) -> None:
    """Nothing outside of the folder gets into a pack, and whoever tries is told."""
    folder = changed()
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\nupdated_on: 2026-01-01\n---\nSecret\n", encoding="utf-8")
    (folder / "playbook" / "secret.md").symlink_to(secret)
    (folder / "playbook" / "gone.md").symlink_to(folder / "nowhere.md")
    (folder / "playbook" / "loop.md").symlink_to(folder / "playbook" / "loop.md")
    (folder / "more").symlink_to("/")
    (folder / "playbook" / "same.md").symlink_to(folder / "playbook" / "pricing.md")
    out = "warning: a link that leads out of the pack's folder is not followed"

    assert [f"{name}: {out}" for name in ("more", "playbook/gone.md", "playbook/loop.md", "playbook/secret.md")] == (
        lines(folder)
    )
    assert ["pricing", "same"] == [page.id for page in load_pack(folder).pack.playbook]


def test_what_is_no_file_is_not_read(changed: Changed) -> None:
    """A pipe among the files is named and does not block."""
    folder = changed()
    os.mkfifo(folder / "assets" / "pipe.md")

    assert ["assets/pipe.md: error: this is no regular file; a pack is made of files"] == lines(folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(changed: Changed) -> None:
    """A file or a folder without permission to read is an error with its name."""
    folder = changed()
    (folder / "playbook" / "pricing.md").chmod(0)
    (folder / "qualification").chmod(0)

    assert [
        "playbook/pricing.md: error: the file cannot be read: Permission denied",
        "qualification/: error: this folder cannot be opened: Permission denied",
    ] == lines(folder)
    (folder / "qualification").chmod(0o700)


def test_what_stands_beside_a_pack_is_left_alone(changed: Changed) -> None:
    """Readmes, notices, licences, dot-files, examples and imports are nothing to talk about."""
    names = (
        "NOTICE.md",
        "LICENSE",
        ".hidden",
        "examples/x.yml",
        "imports/y.yaml",
        "assets/README.md",
        ".schemas/a.json",
    )

    assert [] == lines(changed(*(Change(name, None, "x") for name in names)))


def test_the_content_hash_is_of_what_is_said(changed: Changed) -> None:
    """Comments, quotes and the order of files change nothing; a value or the order of options does."""
    loaded = load_pack(WHOLE)
    commented = changed(Change("pack.yaml", "version: 3", "version: '3'  # three"))

    assert loaded.content_hash == load_pack(commented).content_hash == content_hash(loaded.pack)
    assert 64 == len(loaded.content_hash)
    Change("traits.yaml", "    high:\n    mid:\n", "    mid:\n    high:\n").apply(commented)
    reordered = load_pack(commented).content_hash
    assert loaded.content_hash != reordered
    Change("playbook/pricing.md", "everybody", "each").apply(commented)
    assert reordered != load_pack(commented).content_hash


def test_keys_that_packs_did_not_always_have(changed: Changed) -> None:
    """A pack without signs and without what to avoid has the hash that it had before there were such keys."""
    plain = content_hash(load_pack(WHOLE).pack)
    signs = changed(Change("journey.yaml", "    crm: [Working]", "    crm: [Working]\n    signs: {budget: [yes]}"))
    signed = content_hash(load_pack(signs).pack)

    assert "b7bd0ff0985ccd24cbaf7f8fed4d5ad9170339650870ad43c566d5e9a5e0ae74" == plain
    assert plain != signed


def test_a_pack_is_found_by_name_or_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shipped pack has a name, anybody's has a path; a folder in place does not take a shipped name."""
    packs = FolderPacks(WHOLE.parent)
    monkeypatch.chdir(tmp_path)

    assert ["whole"] == packs.names()
    assert WHOLE == packs.find("whole")
    assert "whole" == packs.load(str(WHOLE)).pack.name
    shutil.copytree(WHOLE, tmp_path / "whole")
    assert WHOLE == packs.find("whole")
    assert Path("./whole") == packs.find("./whole")
    monkeypatch.chdir(tmp_path / "whole")
    assert Path() == packs.find(".")


@pytest.mark.parametrize("name", ["other", "", "x" * 5000, "no\0name", ".."])
def test_an_unknown_pack_is_answered_with_the_known_ones(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for a pack that is not there hears which ones are."""
    monkeypatch.chdir(tmp_path)
    if name == "..":
        name = "nowhere/.."
    with pytest.raises(PackUnknown, match=r"The shipped packs: whole\. A pack of your own is named by the path"):
        FolderPacks(WHOLE.parent).find(name)


def test_a_name_does_not_lead_out_of_the_shipped_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A separator makes a path of the caller's own, never one within or above the shipped folder."""
    monkeypatch.chdir(tmp_path)
    packs = FolderPacks(WHOLE / "icps")
    for name in ("../whole", "../../packs/whole", "..\\whole"):
        with pytest.raises(PackUnknown):
            packs.load(name)


def test_the_file_of_a_pack_is_no_folder() -> None:
    """Whoever names pack.yaml itself hears to name its folder; a folder without one hears what is missing."""
    packs = FolderPacks(Path("/nowhere"))
    with pytest.raises(PackUnknown, match=r"name the folder that it is in\. No packs are shipped\."):
        packs.find(str(WHOLE / "pack.yaml"))
    with pytest.raises(PackInvalid) as invalid:
        packs.load(str(WHOLE / "icps"))
    assert "journey.yaml: error: the file is missing; every pack has one" in invalid.value.problems


def test_a_missing_folder_is_an_unknown_pack(tmp_path: Path) -> None:
    """A check of a folder that is not there says so."""
    with pytest.raises(PackUnknown, match="cannot be opened: No such file or directory"):
        check_folder(tmp_path / "nowhere")


def test_eighty_files_take_no_time(changed: Changed) -> None:
    """A large pack is read well within a tenth of a second of work, counted generously."""
    page = "---\ntitle: x\nupdated_on: 2026-01-01\n---\n" + "Some words. " * 300
    folder = changed(*(Change(f"playbook/page-{number}.md", None, page) for number in range(70)))
    load_pack(folder)
    started = time.thread_time()  # others on a busy machine are not counted
    load_pack(folder)

    assert time.thread_time() - started < 1


def test_a_broken_pack_goes_by_its_own_name(tmp_path: Path) -> None:
    """An invalid pack is known by the name in its pack.yaml, and by its folder's only where that cannot be read."""
    folder = tmp_path / "copy"
    shutil.copytree(WHOLE, folder)
    (folder / "journey.yaml").write_text("stages: 3\n", encoding="utf-8")
    named = _name_of_invalid(folder)
    (folder / "pack.yaml").write_text("- nothing\n", encoding="utf-8")

    assert ("whole", "copy") == (named, _name_of_invalid(folder))


def _name_of_invalid(folder: Path) -> str:
    with pytest.raises(PackInvalid) as invalid:
        load_pack(folder)
    return invalid.value.name
