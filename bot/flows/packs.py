"""Publishing packs into the state, and finding the one that is in force."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.errors import PackInvalid, PackUnknown, VersionNotRaised
from bot.core.pack import Pack
from bot.ports import LoadedPack, Ports, PublishedPack, Scope


@dataclass(frozen=True, slots=True)
class CurrentPack:
    """The pack in force."""

    pack: Pack
    draft: bool = False
    """Whether it was published as a draft."""
    unpublished: bool = False
    """Whether its folder holds something else than what was published last."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing did."""

    pack: Pack
    changed: bool
    """False where exactly this was published already."""
    draft: bool
    passages: int
    """How many passages the vector store holds of it."""
    embedded: int
    """How many of them had to be embedded anew."""


def current_pack(name: str, team: str, ports: Ports, *, quick: bool = False) -> CurrentPack:
    """The version of a pack that was published last, or its folder's where none was ever published.

    Args:
        name: a path, or the name of a shipped pack.
        team: whose state to look into.
        ports: where to look.
        quick: do not read the folder of a published pack that ships, only to say whether it has changed since.

    Raises:
        PackUnknown: there is no such pack.
        PackInvalid: the pack was never published and its folder has errors.
        StateUnavailable: the database cannot be read.
    """
    if quick and ports.packs.is_shipped(name) and (known := _published(name, team, ports)) is not None:
        return CurrentPack(known.pack, known.draft)
    try:
        loaded = ports.packs.load(name)
    except (PackInvalid, PackUnknown) as wrong:
        # A workspace may use a pack whose folder is elsewhere, or is being worked on.
        published = _published(wrong.name if isinstance(wrong, PackInvalid) else name, team, ports)
        if published is None:
            raise
        return CurrentPack(published.pack, published.draft, unpublished=True)
    published = _published(loaded.pack.name, team, ports)
    if published is None:
        return CurrentPack(loaded.pack)
    return CurrentPack(published.pack, published.draft, published.content_hash != loaded.content_hash)


def is_published(name: str, team: str, ports: Ports) -> bool:
    """Whether a pack was ever published for a team.

    Raises:
        StateUnavailable: the database cannot be read.
    """
    return _published(_own_name(name, ports), team, ports) is not None


def _own_name(name: str, ports: Ports) -> str:
    """The name that stands in a pack, which may be given by its path."""
    try:
        return name if ports.packs.is_shipped(name) else ports.packs.load(name).pack.name
    except (PackInvalid, PackUnknown):
        return name


def count_accounts(name: str, team: str, ports: Ports) -> int:
    """How many accounts a team has for a pack, which may be given by its path.

    Raises:
        StateUnavailable: the database cannot be read.
    """
    with ports.store().begin(Scope(team, _own_name(name, ports)), writes=False) as work:
        return work.accounts.count()


def _published(pack: str, team: str, ports: Ports) -> PublishedPack | None:
    with ports.store().begin(Scope(team, pack), writes=False) as work:
        return work.packs.current(pack)


def publish(loaded: LoadedPack, team: str, ports: Ports, now: datetime, *, draft: bool, rebuild: bool) -> Publication:
    """Publish a pack into the state and bring the vector store up to date with it.

    Args:
        loaded: the pack as read from its folder.
        team: whose state to publish into.
        ports: where to.
        now: the time of publication.
        draft: allow a change without a raised version, and mark every answer as from a draft.
        rebuild: drop the pack's passages from the vector store first.

    Raises:
        VersionNotRaised: the pack has changed and its version is not above the published one.
        StateUnavailable: the database or the vector store cannot be written.
    """
    pack = loaded.pack
    with ports.store().begin(Scope(team, pack.name)) as work:
        current, final = work.packs.current(pack.name), work.packs.final(pack.name)
        if not draft:
            _refuse_unraised(loaded, final)
        changed = current is None or (current.content_hash, current.draft) != (loaded.content_hash, draft)
        if changed:
            work.packs.publish(PublishedPack(pack, loaded.content_hash, now, draft))
            work.commit()
    # Only publishing needs the passages; every question needs the rest of this file.
    from bot.flows.search import ingest_passages

    ingested = ingest_passages(pack, ports, rebuild=rebuild)
    return Publication(pack, changed, draft, ingested.passages, ingested.embedded)


def _refuse_unraised(loaded: LoadedPack, final: PublishedPack | None) -> None:
    if final is None or final.content_hash == loaded.content_hash or loaded.pack.version > final.pack.version:
        return
    raise VersionNotRaised(
        f"The pack {loaded.pack.name!r} has changed, but its version {loaded.pack.version} is not above the published "
        f"{final.pack.version}. Raise `version` in pack.yaml to {final.pack.version + 1}, or try it with --draft."
    )
