"""Workspaces in SQL: one row of settings a team."""

from sqlalchemy import select

from bot.ports.team import Workspace
from bot.store.link import Link
from bot.store.owned import of_team
from bot.store.tables import WORKSPACES

_GET = select(WORKSPACES).where(of_team(WORKSPACES))


class SqlWorkspaces:
    """The settings of one team's workspace, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team

    def get(self) -> Workspace:
        """The settings; the defaults where nothing was ever saved."""
        rows = self._link.rows(_GET, {"the_team": self._team})
        with self._link.read():
            known = [
                Workspace(row.pack, tuple(row.admins), row.time_zone, row.keep_days, row.digest_channel) for row in rows
            ]
        return next(iter(known), Workspace())

    def save(self, workspace: Workspace) -> None:
        """Replace the settings."""
        values = {
            "team": self._team,
            "pack": workspace.pack,
            "admins": list(workspace.admins),
            "time_zone": workspace.time_zone,
            "keep_days": workspace.keep_days,
            "digest_channel": workspace.digest_channel,
        }
        self._link.put(WORKSPACES, ("team",), values)
