"""Pack edit: what an author has just saved comes into force, without a version having to be raised for every try."""

from datetime import datetime

from bot.core.errors import VersionNotRaised
from bot.flows.packs import Publication, publish
from bot.ports import LoadedPack, Ports


def publish_edit(loaded: LoadedPack, team: str, ports: Ports, now: datetime) -> Publication:
    """Publish a pack as it was saved: as a version where that is a new one or the last one, else as a draft.

    Args:
        loaded: the pack as read from its folder.
        team: whose state to publish into.
        ports: where to.
        now: the time of publication.

    Raises:
        StateUnavailable: the database or the vector store cannot be written.
    """
    try:
        return publish(loaded, team, ports, now, draft=False, rebuild=False)
    except VersionNotRaised:
        return publish(loaded, team, ports, now, draft=True, rebuild=False)
