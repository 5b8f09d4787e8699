"""`fika digest`: what a week brought, once a week."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.bootstrap import shipped
from bot.cli.digest import _outcome
from bot.core.gap import GapKind, NewGap
from bot.core.gap_digest import Week
from bot.flows.digest import Outcome, Posting
from bot.flows.gaps import log_gap
from bot.flows.workspace import set_up
from bot.playground.model import Installed
from bot.playground.server import LocalSlack
from bot.ports import Scope
from bot.ports.team import Workspace
from tests.cli.conftest import Fika
from tests.small import NOW, TODAY, person, ports_at


@pytest.fixture
def logged(home: Path) -> None:
    """A gap of the first week."""
    new = NewGap(kind=GapKind.PRODUCT, what="no SSO", source=person(), at=NOW)
    log_gap(ports_at(home), Scope("local", "harbor"), new)


def test_a_dry_run_counts_for_nothing(fika: Fika, logged: None) -> None:
    """However often; the first run after it posts."""
    dry = [fika("digest", "--today", str(TODAY), "--dry-run").lines for _ in range(2)]

    assert dry[0] == dry[1] == fika("digest", "--today", str(TODAY)).lines
    assert "Gaps in Harbor (example), week 2026-W44 (2026-10-26 to 2026-11-01)" == dry[0][0]
    assert "1 new, 0 closed, 1 open." == dry[0][1]


def test_the_second_run_of_a_week_posts_nothing(fika: Fika, logged: None) -> None:
    """It says when it was posted; another week, and somebody's word, post."""
    first = fika("digest", "--week", "2026-W44").lines
    [again] = fika("digest", "--today", str(TODAY)).lines

    assert again.startswith("The digest of week 2026-W44 was posted on 20")
    assert again.endswith("Post it once more with --again.")
    assert "0 new, 0 closed, 1 open." == fika("digest", "--week", "2026-W45").lines[1]
    assert first == fika("digest", "--week", "2026-W44", "--again").lines


def test_a_week_that_is_none(fika: Fika) -> None:
    """A sentence shows how to write one."""
    ran = fika("digest", "--week", "44")

    assert (1, "fika: '44' is no week; write one like 2026-W47.\n") == (ran.status, ran.err)


def test_an_interrupted_run_is_told() -> None:
    """With when it began and what to do."""
    [said] = _outcome(Posting(Outcome.UNSURE, NOW), Week.of(TODAY))

    assert "did not come to its end" in said
    assert "--again" in said


MANIFEST = json.loads((shipped("knowledge").parent / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A local Slack."""
    with LocalSlack() as slack:
        yield slack


@pytest.fixture
def chosen(slack: LocalSlack, home: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    """Fika in a workspace that chose #sales for its digest, whose command line sees that workspace; a gap of its own."""
    app = slack.install(MANIFEST, channels=["sales"])
    monkeypatch.setenv("FIKA_TEAM", app.team)
    for name in ("SLACK_BOT_TOKEN", "SLACK_API_URL"):
        monkeypatch.setenv(name, slack.environment(app)[name])
    ports = ports_at(home)
    set_up(ports, app.team, Workspace(digest_channel=slack.person("rep").channel("sales").id, time_zone="Asia/Tokyo"))
    log_gap(ports, Scope(app.team, "harbor"), NewGap(kind=GapKind.PRODUCT, what="no SSO", source=person(), at=NOW))
    return app


def posted(slack: LocalSlack) -> list[str]:
    """What Fika said in #sales."""
    return [each.text for each in slack.person("rep").channel("sales").messages.values() if each.app]


def test_it_goes_to_the_channel_once(fika: Fika, chosen: Installed, slack: LocalSlack) -> None:
    """A line says where it is; a dry run is printed alone, the second run of the week posts nothing, --again does."""
    sales = slack.person("rep").channel("sales").id
    assert "no SSO" in fika("digest", "--week", "2026-W44", "--dry-run").out
    assert [] == posted(slack)
    assert [f"The digest of week 2026-W44 is in the channel {sales}."] == fika("digest", "--week", "2026-W44").lines
    assert "was posted on" in fika("digest", "--week", "2026-W44").out
    [text] = posted(slack)
    assert "no SSO" in text
    assert 0 == fika("digest", "--week", "2026-W44", "--again").status
    assert 2 == len(posted(slack))


def test_without_a_token_it_is_only_printed(
    fika: Fika, chosen: Installed, slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and the week is not counted: the next run with a token posts."""
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    ran = fika("digest", "--week", "2026-W44")
    assert (0, True) == (ran.status, "no SSO" in ran.out)
    assert "not counted as posted: set SLACK_BOT_TOKEN" in ran.err
    monkeypatch.setenv("SLACK_BOT_TOKEN", chosen.bot_token)
    assert 0 == fika("digest", "--week", "2026-W44").status

    assert 1 == len(posted(slack))


def test_a_channel_that_refuses_is_told(fika: Fika, chosen: Installed, slack: LocalSlack) -> None:
    """In a sentence; once it is the workspace's own again, the digest is posted."""
    slack.person("rep").channel("sales").is_ext_shared = True
    ran = fika("digest", "--week", "2026-W44")
    assert (1, True) == (ran.status, "shared with another company" in ran.err)
    slack.person("rep").channel("sales").is_ext_shared = False
    assert 0 == fika("digest", "--week", "2026-W44").status

    assert 1 == len(posted(slack))


def test_a_lost_answer_is_told(fika: Fika, chosen: Installed, slack: LocalSlack) -> None:
    """Nobody knows whether it arrived: look, and say so."""
    slack.faults.lose_answer("chat.postMessage")
    ran = [fika("digest", "--week", "2026-W44") for _ in range(2)]

    assert ["did not come to its end. Look whether it arrived" in each.out for each in ran] == [True, True]
    assert 1 == len(posted(slack))


def test_weeks_are_those_of_the_workspace(fika: Fika, chosen: Installed, slack: LocalSlack) -> None:
    """Monday begins where the workspace is: Sunday evening in London is Monday in Tokyo."""
    new = NewGap(kind=GapKind.PRODUCT, what="no SAML", source=person(), at=NOW.replace(hour=20))
    log_gap(ports_at(Path("home")), Scope(chosen.team, "harbor"), new)

    assert "no SAML" in fika("digest", "--week", "2026-W45", "--dry-run").out.partition("New")[2].partition("Most")[0]
