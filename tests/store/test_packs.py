"""Published packs in SQL: the newest is current, and a draft never becomes final."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.core.asset import Asset
from bot.core.icp import Icp, Rating, Role
from bot.core.pack import Pack, Rate
from bot.core.trait import Group, Kind, Option, Trait
from bot.library.loader import load_pack
from bot.ports import PublishedPack, Scope
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def pack() -> Pack:
    """A small pack in which every unusual type stands once."""
    industry = Trait(
        id="industry",
        label="Industry",
        group=Group.FIRMOGRAPHIC,
        kind=Kind.CHOICE,
        question="What does {account} do?",
        options={"b2b": Option(label="B2B"), "other": Option()},
    )
    asset = Asset.model_validate(
        {
            "id": "guide",
            "title": "Guide",
            "url": "https://example.com",
            "format": "guide",
            "stages": ["buy"],
            "for": {"industry": ["b2b"]},
        }
    )
    return Pack(
        name="tiny",
        title="Tiny",
        version=1,
        owner="ops@example.com",
        reviewed_on=date(2026, 9, 1),
        rates={"EUR": Rate(to="1.08", on=date(2026, 11, 1))},
        traits=(industry,),
        icps=(Icp(id="primary", role=Role.PRIMARY, name="B2B", ratings={"industry": Rating(points={"b2b": 5})}),),
        assets=(asset,),
    )


def _published(pack: Pack, version: int, *, draft: bool = False) -> PublishedPack:
    return PublishedPack(pack.model_copy(update={"version": version}), f"hash {version}", NOW, draft)


def test_a_published_pack_comes_back_whole(store: SqlStore, scope: Scope, pack: Pack) -> None:
    """Every part of a pack survives, with its exact numbers and dates."""
    published = _published(pack, 1)
    with store.begin(scope) as work:
        work.packs.publish(published)
        work.commit()

    with store.begin(scope, writes=False) as work:
        assert published == work.packs.current("tiny")
        assert published == work.packs.final("tiny")


def test_the_last_one_published_is_current(store: SqlStore, scope: Scope, pack: Pack) -> None:
    """A draft is current as long as nothing newer was published, and never final."""
    with store.begin(scope) as work:
        assert work.packs.current("tiny") is None
        assert work.packs.final("tiny") is None
        for version, draft in ((1, False), (2, True)):
            work.packs.publish(_published(pack, version, draft=draft))
        assert _published(pack, 2, draft=True) == work.packs.current("tiny")
        assert _published(pack, 1) == work.packs.final("tiny")

        work.packs.publish(_published(pack, 3))

        assert _published(pack, 3) == work.packs.current("tiny") == work.packs.final("tiny")


def test_a_team_sees_its_own_packs_only(store: SqlStore, pack: Pack) -> None:
    """What one team publishes, another does not see; nor is one pack taken for another."""
    with store.begin(Scope("one", "tiny")) as work:
        work.packs.publish(_published(pack, 1))
        assert work.packs.current("other") is None
        work.commit()

    with store.begin(Scope("two", "tiny"), writes=False) as work:
        assert work.packs.current("tiny") is None


def test_the_shipped_packs_come_back_whole(store: SqlStore, scope: Scope) -> None:
    """What is shipped can be published and read back equal."""
    folders = sorted(each.parent for each in (Path(__file__).parents[2] / "knowledge").glob("*/pack.yaml"))

    assert folders
    for folder in folders:
        loaded = load_pack(folder)
        with store.begin(scope) as work:
            work.packs.publish(PublishedPack(loaded.pack, loaded.content_hash, NOW, draft=False))
            found = work.packs.current(loaded.pack.name)
        assert found is not None
        assert loaded.pack == found.pack


def test_a_mark_tells_what_is_current(store: SqlStore, scope: Scope, pack: Pack) -> None:
    """The mark changes with every publication, and belongs to one name and team."""
    with store.begin(scope) as work:
        assert None is work.packs.current_mark(pack.name)
        work.packs.publish(PublishedPack(pack, "one", NOW, draft=False))
        assert ("one", False) == work.packs.current_mark(pack.name)
        work.packs.publish(PublishedPack(pack, "two", NOW, draft=True))
        assert ("two", True) == work.packs.current_mark(pack.name)
        assert None is work.packs.current_mark("another")
        work.commit()
    with store.begin(Scope("T2", scope.pack), writes=False) as work:
        assert None is work.packs.current_mark(pack.name)


def test_published_names_are_listed_once(store: SqlStore, scope: Scope, pack: Pack) -> None:
    """Every name under which the team ever published, sorted, however often."""
    with store.begin(scope) as work:
        assert [] == work.packs.names()
        for name in (pack.name, "zebra", "aardvark", pack.name):
            renamed = pack.model_copy(update={"name": name})
            work.packs.publish(PublishedPack(renamed, "hash", NOW, draft=False))
        work.commit()
    with store.begin(Scope.of_team(scope.team), writes=False) as work:
        assert sorted(["aardvark", pack.name, "zebra"]) == work.packs.names()
    with store.begin(Scope.of_team("T2"), writes=False) as work:
        assert [] == work.packs.names()
