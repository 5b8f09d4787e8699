"""Published packs in SQL: every version that was ever published stays; the newest is the current one."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, insert, select

from bot.core.pack import Pack
from bot.ports import PublishedPack
from bot.store.link import Link
from bot.store.tables import PACK_VERSIONS


class SqlPublishedPacks:
    """The published versions of one team's packs, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team

    def current(self, name: str) -> PublishedPack | None:
        """What was published last under that name, draft or not."""
        return self._newest(name)

    def current_mark(self, name: str) -> tuple[str, bool] | None:
        """The content hash of what was published last under that name, and whether it is a draft; quick to ask for."""
        columns = PACK_VERSIONS.c.content_hash, PACK_VERSIONS.c.draft
        rows = self._link.rows(_newest_first(select(*columns).where(self._named(name))))
        return next(((content_hash, draft) for content_hash, draft in rows), None)

    def names(self) -> list[str]:
        """The names under which anything was ever published, sorted."""
        statement = select(PACK_VERSIONS.c.name).where(PACK_VERSIONS.c.team == self._team).distinct()
        return sorted(name for (name,) in self._link.rows(statement))

    def final(self, name: str) -> PublishedPack | None:
        """What was published last under that name and is no draft."""
        return self._newest(name, PACK_VERSIONS.c.draft.is_(False))

    def publish(self, published: PublishedPack) -> None:
        """Store a version; the newest becomes the current one."""
        self._link.run(
            insert(PACK_VERSIONS),
            {
                "team": self._team,
                "name": published.pack.name,
                "version": published.pack.version,
                "content_hash": published.content_hash,
                "pack": published.pack.model_dump(mode="json", by_alias=True),
                "draft": published.draft,
                "published_at": published.published_at,
            },
        )

    def _newest(self, name: str, *conditions: Any) -> PublishedPack | None:
        rows = self._link.rows(_newest_first(select(PACK_VERSIONS).where(self._named(name), *conditions)))
        with self._link.read():
            packs = [
                PublishedPack(Pack.model_validate(row.pack), row.content_hash, row.published_at, row.draft)
                for row in rows
            ]
        return next(iter(packs), None)

    def _named(self, name: str) -> ColumnElement[bool]:
        return and_(PACK_VERSIONS.c.team == self._team, PACK_VERSIONS.c.name == name)


def _newest_first(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return statement.order_by(PACK_VERSIONS.c.id.desc()).limit(1)
