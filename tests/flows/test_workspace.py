"""Workspace: the first person sets it up, admins change it, and it is never left without one."""

import shutil
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest

from bot.bootstrap import shipped
from bot.core.errors import NotAllowed, SettingRefused
from bot.flows.workspace import appoint, change, claim, pack_choices, set_up, workspace_of
from bot.library.folders import FolderPacks
from bot.ports import Ports, PublishedPack, Scope
from bot.ports.team import Workspace
from tests.small import NOW, pack, ports_at

TEAM = "T1"


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A state, and the shipped packs."""
    shutil.copytree(shipped("knowledge") / "harbor", tmp_path / "packs" / "harbor")
    return replace(ports_at(tmp_path / "home"), packs=FolderPacks(tmp_path / "packs"))


def test_the_first_person_becomes_the_admin(ports: Ports) -> None:
    """Whoever sets it up first is its admin and stays so; everybody after them is sent to an admin."""
    assert Workspace() == workspace_of(ports, TEAM)
    assert ("U1",) == claim(ports, TEAM, "U1").admins == claim(ports, TEAM, "U1").admins
    with pytest.raises(NotAllowed, match="Ask an admin"):
        claim(ports, TEAM, "U2")
    assert Workspace(admins=("U1",)) == workspace_of(ports, TEAM)
    assert ("U2",) == claim(ports, "T2", "U2").admins


def test_of_many_who_claim_at_once_one_becomes_the_admin(tmp_path: Path) -> None:
    """However many people press the button at the same moment, in however many processes, one of them is the admin."""
    homes = [ports_at(tmp_path / "home") for _ in range(4)]
    for each in homes:
        each.store()._wait = 20  # type: ignore[attr-defined]
    workspace_of(homes[0], TEAM)
    ready, refused, won = Barrier(4), list[str](), list[str]()

    def press(ports: Ports, user: str) -> None:
        ready.wait()
        try:
            won.extend(claim(ports, TEAM, user).admins)
        except NotAllowed:
            refused.append(user)

    threads = [Thread(target=press, args=(ports, f"U{number}")) for number, ports in enumerate(homes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (1, 3) == (len(won), len(refused))
    assert tuple(won) == workspace_of(homes[0], TEAM).admins


def test_admins_change_the_settings(ports: Ports) -> None:
    """An admin changes everything, the admins included; from then on the new ones may, and the old one may not."""
    claim(ports, TEAM, "U1")
    wanted = Workspace("harbor", ("U2", "U3", "U2"), "Europe/Berlin", 365, "C0123456789")

    assert replace(wanted, admins=("U2", "U3")) == change(ports, TEAM, "U1", wanted) == workspace_of(ports, TEAM)
    with pytest.raises(NotAllowed, match="Only an admin"):
        change(ports, TEAM, "U1", wanted)
    assert 0 == change(ports, TEAM, "U3", replace(wanted, keep_days=0)).keep_days


def test_nobody_changes_what_nobody_has_set_up(ports: Ports) -> None:
    """Before there is an admin the way is to become one, unless whoever deploys Fika has named somebody."""
    with pytest.raises(NotAllowed, match="set it up first"):
        change(ports, TEAM, "U1", Workspace(admins=("U1",)))
    with pytest.raises(NotAllowed, match="Only an admin"):
        change(ports, TEAM, "U1", Workspace(admins=("U1",)), also=("U9",))
    assert () == change(ports, TEAM, "U9", Workspace("harbor"), also=("U9",)).admins
    assert "harbor" == workspace_of(ports, TEAM).pack


@pytest.mark.parametrize(
    ("wrong", "setting", "said"),
    [
        ({"admins": ()}, "admins", "at least one admin"),
        ({"admins": ("U1", "<!channel>")}, "admins", "no Slack user id"),
        ({"pack": "nowhere"}, "pack", "no pack 'nowhere' here; the packs: harbor"),
        ({"pack": "./harbor"}, "pack", "the packs: harbor"),
        ({"time_zone": "Mars/Olympus"}, "time_zone", "no time zone 'Mars/Olympus'"),
        ({"time_zone": "../../etc/passwd"}, "time_zone", "no time zone"),
        ({"time_zone": "Europe"}, "time_zone", "no time zone"),
        ({"time_zone": ""}, "time_zone", "no time zone"),
        ({"time_zone": "x" * 5000}, "time_zone", "no time zone"),
        ({"keep_days": -1}, "keep_days", "0 to 365"),
        ({"keep_days": 366}, "keep_days", "0 to 365"),
        ({"digest_channel": "#sales"}, "digest_channel", "'#sales' is no channel"),
        ({"digest_channel": "D0123456789"}, "digest_channel", "begin with C or G"),
    ],
)
def test_impossible_settings_are_refused(ports: Ports, wrong: dict[str, object], setting: str, said: str) -> None:
    """What cannot be is refused with the setting's name and what is possible; nothing is changed."""
    before = claim(ports, TEAM, "U1")

    with pytest.raises(SettingRefused, match=said) as refused:
        change(ports, TEAM, "U1", replace(before, **wrong))  # type: ignore[arg-type]

    assert setting == refused.value.setting
    assert before == workspace_of(ports, TEAM)


def test_shipped_and_published_packs_can_be_chosen(ports: Ports) -> None:
    """Every shipped pack and every one the team has published, once each; nobody else's."""
    assert ["harbor"] == pack_choices(ports, TEAM)
    for name in ("acme", "harbor"):
        with ports.store().begin(Scope(TEAM, name)) as work:
            renamed = pack().model_copy(update={"name": name})
            work.packs.publish(PublishedPack(renamed, "hash", NOW, draft=False))
            work.commit()

    assert (["acme", "harbor"], ["harbor"]) == (pack_choices(ports, TEAM), pack_choices(ports, "T2"))
    assert "acme" == set_up(ports, TEAM, Workspace("acme")).pack


def test_whoever_deploys_needs_no_leave(ports: Ports) -> None:
    """They set everything that is possible, admins or none, and add admins to those that are there."""
    assert Workspace(keep_days=3) == set_up(ports, TEAM, Workspace(keep_days=3))
    with pytest.raises(SettingRefused):
        set_up(ports, TEAM, Workspace(keep_days=-3))
    assert ("U1", "U2") == appoint(ports, TEAM, ["U1", "U2", "U1"]).admins
    assert ("U1", "U2", "U3") == appoint(ports, TEAM, ["U3", "U2"]).admins == appoint(ports, TEAM, ["U3"]).admins
    assert Workspace(admins=("U1", "U2", "U3"), keep_days=3) == workspace_of(ports, TEAM)
