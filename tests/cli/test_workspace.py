"""`fika workspace`: whoever deploys Fika sees and sets how a workspace uses it."""

import pytest

from tests.cli.conftest import Fika


def test_a_workspace_nobody_has_set_up_shows_what_holds(fika: Fika) -> None:
    """The pack of the settings, no admin, and how long messages are kept."""
    ran = fika("workspace", "show")

    assert (0, "") == (ran.status, ran.err)
    assert "Workspace local" == ran.lines[0]
    assert "harbor, as no other is set" in ran.out
    assert "none yet" in ran.out
    assert "30 days" in ran.out


def test_what_is_not_named_stays(fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each option changes one setting, of the team that FIKA_TEAM names."""
    monkeypatch.setenv("FIKA_TEAM", "T1")
    first = fika("workspace", "set", "--pack", "posthog", "--admin", "U1", "--admin", "U2")
    second = fika("workspace", "set", "--time-zone", "Europe/Berlin", "--keep-days", "1")

    assert (0, 0) == (first.status, second.status)
    assert "Workspace T1" == second.lines[0]
    for said in ("pack       posthog", "U1, U2", "Europe/Berlin", "1 day"):
        assert said in second.out
    assert second.out == fika("workspace", "show").out
    monkeypatch.setenv("FIKA_TEAM", "T2")
    assert "U1" not in fika("workspace", "show").out


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--pack", "nowhere", "There is no pack 'nowhere' here; the packs: harbor"),
        ("--time-zone", "Mars", "There is no time zone 'Mars'"),
        ("--keep-days", "400", "0 to 365 days"),
        ("--digest-channel", "#sales", "'#sales' is no channel"),
    ],
)
def test_what_cannot_be_is_refused(fika: Fika, option: str, value: str, said: str) -> None:
    """A sentence, status 1, and nothing has changed."""
    before = fika("workspace", "show").out
    ran = fika("workspace", "set", option, value)

    assert 1 == ran.status
    assert said in ran.err
    assert before == fika("workspace", "show").out


def test_the_channel_of_the_digest(fika: Fika) -> None:
    """It is shown, stays where it is not named, and can be taken away."""
    assert "no channel: it is printed" in fika("workspace", "show").out
    fika("workspace", "set", "--digest-channel", "C0123456789")
    assert "digest of gaps in C0123456789" in fika("workspace", "set", "--keep-days", "3").out
    assert "no channel" in fika("workspace", "set", "--digest-channel", "none").out
