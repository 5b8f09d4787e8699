"""What an author saves comes into force: as a version where it is one, else as a draft."""

from pathlib import Path

import pytest

from bot.bootstrap import build
from bot.core.pack import Pack
from bot.flows.pack_edit import publish_edit
from bot.flows.packs import current_pack
from bot.library.loader import content_hash
from bot.ports import LoadedPack, Ports
from bot.settings import Settings
from tests import small
from tests.small import NOW

TEAM = "local"


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """An empty state with a vector store."""
    return build(Settings(home=tmp_path / "home"))


def edited(ports: Ports, **changes: object) -> tuple[str, int, bool, bool]:
    """What is in force after an edit: title, version, whether a draft; and whether anything was published."""
    pack: Pack = small.pack().model_copy(update=changes)
    done = publish_edit(LoadedPack(pack, content_hash(pack), ()), TEAM, ports, NOW)
    current = current_pack(pack.name, TEAM, ports, quick=True)
    assert (current.pack, current.draft) == (done.pack, done.draft)
    return current.pack.title, current.pack.version, current.draft, done.changed


def test_an_edit_is_a_draft_until_its_version_is_raised(ports: Ports) -> None:
    """The first text and a raised version are published, what lies between is a draft, and going back ends the draft."""
    assert ("Small", 1, False, True) == edited(ports)
    assert ("Small", 1, False, False) == edited(ports)
    assert ("Tried", 1, True, True) == edited(ports, title="Tried")
    assert ("Tried", 1, True, False) == edited(ports, title="Tried")
    assert ("Again", 1, True, True) == edited(ports, title="Again")
    assert ("Small", 1, False, True) == edited(ports)
    assert ("Again", 2, False, True) == edited(ports, title="Again", version=2)
    assert ("Small", 1, True, True) == edited(ports)
