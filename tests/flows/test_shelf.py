"""Packs made ready once and used until they change."""

from pathlib import Path
from shutil import copytree

from bot.bootstrap import shipped
from bot.flows.packs import publish
from bot.flows.shelf import KEPT, Shelf
from bot.library.folders import FolderPacks
from bot.library.loader import load_pack
from bot.ports import Ports
from bot.store.store import SqlStore
from tests.small import NOW, ports_at

HARBOR = shipped("knowledge") / "harbor"


class _Index:
    """An index that takes everything and finds nothing."""

    def ingest(self, *_what: object, **_how: object) -> int:
        """Nothing had to be embedded."""
        return 0


def ports(home: Path) -> Ports:
    """Ports with the shipped packs."""
    store = SqlStore.open(home, wait=0.1)
    return Ports(store=lambda: store, packs=FolderPacks(shipped("knowledge")), index=_Index)  # type: ignore[arg-type]


def test_a_pack_is_made_ready_once(tmp_path: Path) -> None:
    """The same scorer serves message after message."""
    shelf = Shelf(ports(tmp_path))

    assert shelf.take("harbor", "T1") is shelf.take("harbor", "T1")


def test_a_new_publication_is_in_force_at_once(tmp_path: Path) -> None:
    """What is published is used from the next message on, and a draft is known to be one."""
    at = ports(tmp_path)
    shelf = Shelf(at)
    before = shelf.take("harbor", "T1")
    publish(load_pack(HARBOR), "T1", at, NOW, draft=True, rebuild=False)
    after = shelf.take("harbor", "T1")

    assert before is not after
    assert (False, True) == (before.draft, after.draft)
    assert before.scorer.scorecard.digest == after.scorer.scorecard.digest


def test_the_shelf_is_bounded(tmp_path: Path) -> None:
    """However many workspaces there are, only so many packs are kept ready."""
    copytree(HARBOR, tmp_path / "harbor")
    shelf = Shelf(ports_at(tmp_path))
    first = shelf.take("harbor", "T0")
    for team in range(1, KEPT + 1):
        shelf.take("harbor", f"T{team}")

    assert first is not shelf.take("harbor", "T0")
    assert KEPT == len(shelf._ready)
