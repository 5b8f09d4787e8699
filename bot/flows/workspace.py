"""Workspace: how one Slack workspace uses Fika, and who may change that.

Whoever sets Fika up first becomes its admin; from then on admins say who else is one. Whoever deploys Fika needs no
leave: they hold the database.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.errors import NotAllowed, SettingRefused
from bot.core.problem import listed
from bot.ports import Ports, Scope, UnitOfWork
from bot.ports.team import Workspace

_USER = re.compile(r"[UW][A-Z0-9]+")
_CHANNEL = re.compile(r"[CG][A-Z0-9]+")
LONGEST_KEPT = 365
"""Days for which the text of messages may be kept at most."""


def workspace_of(ports: Ports, team: str) -> Workspace:
    """How a team uses Fika; the defaults where nobody has set it up."""
    with ports.store().begin(Scope.of_team(team), writes=False) as work:
        return work.workspaces.get()


def pack_choices(ports: Ports, team: str) -> list[str]:
    """The names of the packs that a workspace may choose: the shipped ones, and those published for the team."""
    with ports.store().begin(Scope.of_team(team), writes=False) as work:
        return _choices(ports, work)


def claim(ports: Ports, team: str, user: str) -> Workspace:
    """Make the first person who asks for it the admin of a workspace.

    Raises:
        NotAllowed: it has an admin already.
    """
    with ports.store().begin(Scope.of_team(team)) as work:
        workspace = work.workspaces.get()
        if user in workspace.admins:
            return workspace
        if workspace.admins:
            raise NotAllowed("Somebody has set Fika up here already. Ask an admin of Fika to make you one, too.")
        claimed = replace(workspace, admins=(user,))
        work.workspaces.save(claimed)
        work.commit()
    return claimed


def change(ports: Ports, team: str, user: str, workspace: Workspace, *, also: Collection[str] = ()) -> Workspace:
    """Change how a workspace uses Fika, as one of its admins.

    Args:
        ports: where the settings are.
        team: whose they are.
        user: who changes them.
        workspace: what they become.
        also: who else may change them; whoever deploys Fika says so.

    Raises:
        NotAllowed: the person may not.
        SettingRefused: nobody could change the settings any more, or one of them cannot be so.
    """
    with ports.store().begin(Scope.of_team(team)) as work:
        admins = {*work.workspaces.get().admins, *also}
        if not admins:
            raise NotAllowed("Nobody has set Fika up here yet. Open Fika's Home tab and set it up first.")
        if user not in admins:
            raise NotAllowed("Only an admin of Fika may change its settings. Ask one to do it, or to make you one.")
        if not workspace.admins and not also:
            raise SettingRefused("admins", "Name at least one admin; otherwise nobody could change the settings.")
        return _save(ports, work, workspace)


def set_up(ports: Ports, team: str, workspace: Workspace) -> Workspace:
    """Change how a workspace uses Fika, as the one who deploys it; without an admin, the first to ask becomes one.

    Raises:
        SettingRefused: a setting cannot be so.
    """
    with ports.store().begin(Scope.of_team(team)) as work:
        return _save(ports, work, workspace)


def appoint(ports: Ports, team: str, users: Iterable[str]) -> Workspace:
    """Make these people admins, too; where they all are, nothing is written."""
    with ports.store().begin(Scope.of_team(team)) as work:
        workspace = work.workspaces.get()
        admins = tuple(dict.fromkeys((*workspace.admins, *users)))
        if admins == workspace.admins:
            return workspace
        appointed = replace(workspace, admins=admins)
        work.workspaces.save(appointed)
        work.commit()
    return appointed


def _save(ports: Ports, work: UnitOfWork, workspace: Workspace) -> Workspace:
    checked = replace(workspace, admins=tuple(dict.fromkeys(workspace.admins)))
    _refuse_impossible(checked, _choices(ports, work))
    work.workspaces.save(checked)
    work.commit()
    return checked


def _choices(ports: Ports, work: UnitOfWork) -> list[str]:
    return sorted({*ports.packs.names(), *work.packs.names()})


def _refuse_impossible(workspace: Workspace, packs: list[str]) -> None:
    for admin in workspace.admins:
        if not _USER.fullmatch(admin):
            raise SettingRefused("admins", f"{admin!r} is no Slack user id; those begin with U or W, as U0123456789.")
    if workspace.pack is not None and workspace.pack not in packs:
        raise SettingRefused("pack", f"There is no pack {workspace.pack!r} here; the packs: {listed(packs)}.")
    if workspace.time_zone is not None and not _is_time_zone(workspace.time_zone):
        raise SettingRefused("time_zone", f"There is no time zone {workspace.time_zone!r}; name one as Europe/Berlin.")
    if workspace.digest_channel is not None and not _CHANNEL.fullmatch(workspace.digest_channel):
        why = f"{workspace.digest_channel!r} is no channel; those begin with C or G, as C0123456789."
        raise SettingRefused("digest_channel", why)
    if not 0 <= workspace.keep_days <= LONGEST_KEPT:
        raise SettingRefused("keep_days", f"Messages can be kept for 0 to {LONGEST_KEPT} days.")


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
