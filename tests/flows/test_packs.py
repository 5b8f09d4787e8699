"""Publishing packs: what is in force, what is refused, and what a draft is."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.bootstrap import build
from bot.core.errors import PackInvalid, PackUnknown, VersionNotRaised
from bot.flows.packs import CurrentPack, Publication, count_accounts, current_pack, is_published, publish
from bot.flows.search import ingest_passages
from bot.ports import Ports, Scope
from bot.settings import Settings
from tests import worked

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
TEAM = "local"


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """An empty state with a vector store."""
    return build(Settings(home=tmp_path / "home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack of one's own, to be edited."""
    return Path(shutil.copytree(worked.FOLDER / "pack", tmp_path / "worked"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Change a file of the pack; what is to be changed must be there."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")


def retitle(folder: Path, title: str) -> None:
    """Change the pack's title."""
    lines = (folder / "pack.yaml").read_text("utf-8").splitlines()
    changed = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    (folder / "pack.yaml").write_text("\n".join(changed) + "\n", "utf-8")


def raise_version(folder: Path, old: int, new: int) -> None:
    """Change the pack's version."""
    edit(folder, "pack.yaml", f"version: {old}\n", f"version: {new}\n")


def publish_folder(folder: Path, ports: Ports, *, draft: bool = False, days: int = 0) -> Publication:
    """Publish what is in the folder."""
    loaded = ports.packs.load(str(folder))
    return publish(loaded, TEAM, ports, NOW + timedelta(days=days), draft=draft, rebuild=False)


def in_force(folder: Path, ports: Ports, team: str = TEAM) -> CurrentPack:
    """What is in force."""
    return current_pack(str(folder), team, ports)


def summary(current: CurrentPack) -> tuple[str, int, bool, bool]:
    """Title, version, whether a draft, whether the folder is ahead."""
    return current.pack.title, current.pack.version, current.draft, current.unpublished


class TestCurrent:
    """Which pack answers."""

    def test_never_published(self, folder: Path, ports: Ports) -> None:
        """Until the first publication the folder is in force, as it stands."""
        retitle(folder, "First")
        assert ("First", 1, False, False) == summary(in_force(folder, ports))

        retitle(folder, "Second")
        assert ("Second", 1, False, False) == summary(in_force(folder, ports))

    def test_a_change_waits_until_it_is_published(self, folder: Path, ports: Ports) -> None:
        """After a publication, an edit changes nothing but the hint that there is one."""
        retitle(folder, "First")
        publish_folder(folder, ports)
        retitle(folder, "Second")

        assert ("First", 1, False, True) == summary(in_force(folder, ports))

    def test_a_comment_is_no_change(self, folder: Path, ports: Ports) -> None:
        """What says the same in another way needs no publication."""
        publish_folder(folder, ports)
        edit(folder, "pack.yaml", "version: 1\n", "# the first one\nversion:   1\n")

        assert not in_force(folder, ports).unpublished

    def test_a_broken_folder_changes_nothing(self, folder: Path, ports: Ports) -> None:
        """While somebody is in the middle of an edit, what was published goes on answering."""
        retitle(folder, "First")
        publish_folder(folder, ports)
        (folder / "traits.yaml").write_text("- id: [", "utf-8")

        assert ("First", 1, False, True) == summary(in_force(folder, ports))

    def test_a_broken_folder_that_was_never_published(self, folder: Path, ports: Ports) -> None:
        """Where nothing was ever published there is nothing to fall back on, and every error is said."""
        (folder / "traits.yaml").write_text("- id: [", "utf-8")

        with pytest.raises(PackInvalid, match=r"traits\.yaml:2"):
            in_force(folder, ports)

    def test_a_shipped_one_by_its_name(self, ports: Ports) -> None:
        """Once it was published, a shipped pack is in force as it was published."""
        loaded = ports.packs.load("harbor")
        assert CurrentPack(loaded.pack) == current_pack("harbor", TEAM, ports)

        publish(loaded, TEAM, ports, NOW, draft=True, rebuild=False)

        assert CurrentPack(loaded.pack, draft=True) == current_pack("harbor", TEAM, ports)

    def test_no_such_pack(self, ports: Ports) -> None:
        """A pack that is nowhere is said to be unknown, with the known ones."""
        with pytest.raises(PackUnknown, match="harbor"):
            current_pack("nowhere", TEAM, ports)

    def test_every_team_has_its_own(self, folder: Path, ports: Ports) -> None:
        """What one team publishes is not in force for another."""
        retitle(folder, "First")
        publish_folder(folder, ports)
        retitle(folder, "Second")

        assert ("Second", 1, False, False) == summary(in_force(folder, ports, team="others"))


class TestPublish:
    """Publishing."""

    def test_the_first_time_and_again(self, folder: Path, ports: Ports) -> None:
        """The first publication embeds every passage; the same content again is allowed and does nothing."""
        first = publish_folder(folder, ports)
        again = publish_folder(folder, ports)

        assert (True, False) == (first.changed, again.changed)
        assert 0 < first.passages == first.embedded
        assert (first.passages, 0) == (again.passages, again.embedded)
        assert ("Worked examples", 1, False, False) == summary(in_force(folder, ports))

    def test_rebuild_embeds_everything_anew(self, folder: Path, ports: Ports) -> None:
        """With `rebuild` nothing of the vector store is kept."""
        first = publish_folder(folder, ports)
        loaded = ports.packs.load(str(folder))

        again = publish(loaded, TEAM, ports, NOW, draft=False, rebuild=True)

        assert (False, first.passages) == (again.changed, again.embedded)

    def test_a_change_under_the_same_version(self, folder: Path, ports: Ports) -> None:
        """It is refused with the number to write, and what was published stays, in the state and in the search."""
        retitle(folder, "First")
        publish_folder(folder, ports)
        edit(folder, "personas/buyer.yaml", "title: ", "title: Chief ")

        with pytest.raises(VersionNotRaised, match=r"`version` in pack\.yaml to 2, or try it with --draft"):
            publish_folder(folder, ports)

        assert ("First", 1, False, True) == summary(in_force(folder, ports))
        assert 0 == ingest_passages(in_force(folder, ports).pack, ports).embedded

    def test_a_change_under_a_lower_version(self, folder: Path, ports: Ports) -> None:
        """A version below the published one is refused as well."""
        raise_version(folder, 1, 5)
        publish_folder(folder, ports)
        raise_version(folder, 5, 4)

        with pytest.raises(VersionNotRaised, match="its version 4 is not above the published 5"):
            publish_folder(folder, ports)

    def test_a_change_under_a_higher_version(self, folder: Path, ports: Ports) -> None:
        """It is in force at once, and only what has changed is embedded."""
        publish_folder(folder, ports)
        edit(folder, "personas/buyer.yaml", "title: ", "title: Chief ")
        raise_version(folder, 1, 3)

        done = publish_folder(folder, ports)

        assert ("Worked examples", 3, False, False) == summary(in_force(folder, ports))
        assert 0 < done.embedded < done.passages

    def test_going_back_needs_a_higher_version_too(self, folder: Path, ports: Ports) -> None:
        """The content of an earlier version is a change like any other."""
        retitle(folder, "First")
        publish_folder(folder, ports)
        retitle(folder, "Second")
        raise_version(folder, 1, 2)
        publish_folder(folder, ports)
        retitle(folder, "First")
        raise_version(folder, 2, 1)

        with pytest.raises(VersionNotRaised):
            publish_folder(folder, ports)

        raise_version(folder, 1, 3)
        publish_folder(folder, ports)
        assert ("First", 3, False, False) == summary(in_force(folder, ports))


class TestDraft:
    """Trying out a change."""

    def test_a_draft_needs_no_higher_version(self, folder: Path, ports: Ports) -> None:
        """A draft is in force at once, and known as one."""
        retitle(folder, "First")
        publish_folder(folder, ports)
        retitle(folder, "Second")

        done = publish_folder(folder, ports, draft=True)

        assert (True, True) == (done.changed, done.draft)
        assert ("Second", 1, True, False) == summary(in_force(folder, ports))

    def test_the_same_draft_again(self, folder: Path, ports: Ports) -> None:
        """A draft that is in force already is not published a second time."""
        publish_folder(folder, ports, draft=True)

        assert not publish_folder(folder, ports, draft=True).changed

    def test_a_draft_is_published_for_good_with_a_raised_version(self, folder: Path, ports: Ports) -> None:
        """The version is measured against what was published for good, not against drafts."""
        publish_folder(folder, ports)
        retitle(folder, "Second")
        publish_folder(folder, ports, draft=True)

        with pytest.raises(VersionNotRaised):
            publish_folder(folder, ports)
        raise_version(folder, 1, 2)
        publish_folder(folder, ports)

        assert ("Second", 2, False, False) == summary(in_force(folder, ports))

    def test_a_draft_is_dropped_by_publishing_what_was(self, folder: Path, ports: Ports) -> None:
        """The content of the last real publication, published again, ends a draft without a new version."""
        retitle(folder, "First")
        publish_folder(folder, ports)
        retitle(folder, "Second")
        publish_folder(folder, ports, draft=True)
        retitle(folder, "First")

        done = publish_folder(folder, ports)

        assert done.changed
        assert ("First", 1, False, False) == summary(in_force(folder, ports))

    def test_a_pack_that_was_only_ever_a_draft(self, folder: Path, ports: Ports) -> None:
        """A draft does not use up its version: the first real publication may bear it, changed or not."""
        publish_folder(folder, ports, draft=True)
        retitle(folder, "Second")

        publish_folder(folder, ports)

        assert ("Second", 1, False, False) == summary(in_force(folder, ports))


def test_what_a_first_start_asks(ports: Ports, folder: Path) -> None:
    """Whether a pack is published for a team, and how many accounts there are, by its name or by its path."""
    path = str(folder)
    assert not is_published(path, "T1", ports)
    assert not is_published("gone", "T1", ports)
    loaded = ports.packs.load(path)
    publish(loaded, "T1", ports, NOW, draft=False, rebuild=False)
    with ports.store().begin(Scope("T1", loaded.pack.name)) as work:
        work.accounts.add("Acme")
        work.commit()

    assert (True, False) == (is_published(path, "T1", ports), is_published(path, "T2", ports))
    assert (1, 0) == (count_accounts(path, "T1", ports), count_accounts(path, "T2", ports))


def test_a_published_pack_needs_no_folder(ports: Ports, folder: Path) -> None:
    """A workspace goes on with what was published, wherever the folder has gone."""
    loaded = ports.packs.load(str(folder))
    publish(loaded, TEAM, ports, NOW, draft=False, rebuild=False)
    shutil.rmtree(folder)

    assert loaded.pack == current_pack(loaded.pack.name, TEAM, ports).pack
    with pytest.raises(PackUnknown):
        current_pack("gone", TEAM, ports)
