"""Published packs in SQL: every version that was ever published stays; the newest is the current one."""

from sqlalchemy import Executable, and_, insert, select

from bot.core.pack import Pack
from bot.ports import PublishedPack
from bot.store.link import Link
from bot.store.owned import of_team, the
from bot.store.tables import PACK_VERSIONS

_NAMED = and_(of_team(PACK_VERSIONS), the(PACK_VERSIONS.c.name))
_NEWEST_FIRST = PACK_VERSIONS.c.id.desc()

_CURRENT = select(PACK_VERSIONS).where(_NAMED).order_by(_NEWEST_FIRST).limit(1)
_FINAL = _CURRENT.where(PACK_VERSIONS.c.draft.is_(False))
_MARK = _CURRENT.with_only_columns(PACK_VERSIONS.c.content_hash, PACK_VERSIONS.c.draft)
_NAMES = select(PACK_VERSIONS.c.name).where(of_team(PACK_VERSIONS)).distinct()
_PUBLISH = insert(PACK_VERSIONS)


class SqlPublishedPacks:
    """The published versions of one team's packs, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team

    def current(self, name: str) -> PublishedPack | None:
        """What was published last under that name, draft or not."""
        return self._newest(_CURRENT, name)

    def current_mark(self, name: str) -> tuple[str, bool] | None:
        """The content hash of what was published last under that name, and whether it is a draft; quick to ask for."""
        rows = self._link.rows(_MARK, self._named(name))
        return next(((content_hash, draft) for content_hash, draft in rows), None)

    def names(self) -> list[str]:
        """The names under which anything was ever published, sorted."""
        return sorted(name for (name,) in self._link.rows(_NAMES, {"the_team": self._team}))

    def final(self, name: str) -> PublishedPack | None:
        """What was published last under that name and is no draft."""
        return self._newest(_FINAL, name)

    def publish(self, published: PublishedPack) -> None:
        """Store a version; the newest becomes the current one."""
        self._link.run(
            _PUBLISH,
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

    def _newest(self, statement: Executable, name: str) -> PublishedPack | None:
        rows = self._link.rows(statement, self._named(name))
        with self._link.read():
            packs = [
                PublishedPack(Pack.model_validate(row.pack), row.content_hash, row.published_at, row.draft)
                for row in rows
            ]
        return next(iter(packs), None)

    def _named(self, name: str) -> dict[str, str]:
        return {"the_team": self._team, "the_name": name}
