"""`fika people forget`: a person is deleted for good, after a question."""

from tests.cli.conftest import Fika


def test_a_person_is_forgotten_after_a_question(fika: Fika) -> None:
    """Nothing happens without a yes; with it everything of theirs goes, and a second time there is nothing left."""
    fika("workspace", "set", "--admin", "U1", "--admin", "U2")
    refused = fika("people", "forget", "U1", stdin="n\n")
    assert (1, True) == (refused.status, "U1" in fika("workspace", "show").out)

    done = fika("people", "forget", "U1", stdin="y\n")
    assert (0, True) == (done.status, done.out.endswith("Forgot U1: 1 row.\n"))
    assert "U1" not in fika("workspace", "show").out
    assert ["Nothing was kept about U1 in the team local, which FIKA_TEAM names."] == fika(
        "people", "forget", "U1", "--yes"
    ).lines


def test_a_name_is_no_user_id(fika: Fika) -> None:
    """Whoever types a name instead of an id is told so, and nothing seems to have been deleted."""
    refused = fika("people", "forget", "manager", "--yes")

    assert (1, True) == (refused.status, "no Slack user id" in refused.err)
