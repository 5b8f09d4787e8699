"""Notify: a digest in a channel of the workspace's own, once; and a sentence wherever it cannot be there."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.core.errors import FikaError, NotAllowed
from bot.core.gap import GapKind, NewGap
from bot.core.gap_digest import Digest, Week, digest_of
from bot.core.gap_worth import ValuedGap, Worth
from bot.flows.digest import Outcome, post_digest
from bot.flows.gaps import log_gap
from bot.playground.model import Channel
from bot.playground.server import LocalSlack
from bot.ports import Ports, Scope
from bot.slack.client import web_client
from bot.slack.errors import ChannelClosed, SlackRefused
from bot.slack.notify import MaybePosted, SlackNotifier, check_channel
from bot.slack.post import Poster
from tests.slack.test_post_local import MANIFEST, now
from tests.small import NOW, person, ports_at

WITHOUT = {"channels:read", "groups:read"}


class Square:
    """A workspace with the app in #sales, and a digest for it."""

    def __init__(self, slack: LocalSlack, home: Path, *, optional: bool = True) -> None:
        scopes = MANIFEST["oauth_config"]["scopes"]
        granted = {name: [each for each in had if optional or each not in WITHOUT] for name, had in scopes.items()}
        self.slack, self.ports = slack, ports_at(home)
        self.app = slack.install({**MANIFEST, "oauth_config": {"scopes": granted}}, channels=["sales"])
        self.scope = Scope(self.app.team, "small")
        self.client: WebClient = web_client(self.app.bot_token, slack.api_url)
        self.poster = Poster(self.client, self.ports, self.app.team, now)

    @property
    def sales(self) -> Channel:
        """The channel."""
        return self.slack.person("rep").channel("sales")

    @property
    def posted(self) -> list[str]:
        """What Fika said there."""
        return [each.text for each in self.sales.messages.values() if each.app]

    def notifier(self, channel: str | None = None, team: str | None = None) -> SlackNotifier:
        """What posts there."""
        return SlackNotifier(self.client, self.poster, team or self.app.team, channel or self.sales.id)

    def digest(self) -> Digest:
        """A week with a gap."""
        new = NewGap(kind=GapKind.PRODUCT, what="no <!here> SSO", source=person(), at=NOW)
        gap = log_gap(self.ports, self.scope, new)
        return digest_of("Small", Week.of(NOW.date()), [ValuedGap(gap, Worth(1))], UTC)

    def post(self, ports: Ports | None = None) -> Outcome:
        """Post it, as the command does."""
        return post_digest(self.digest(), self.scope, ports or self.ports, self.notifier(), NOW).outcome


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A local Slack."""
    with LocalSlack() as slack:
        yield slack


@pytest.fixture
def square(slack: LocalSlack, tmp_path: Path) -> Square:
    """A workspace."""
    return Square(slack, tmp_path)


def test_posted_once(square: Square) -> None:
    """A second run in the week posts nothing; what people wrote pings nobody."""
    assert [Outcome.POSTED, Outcome.ALREADY] == [square.post(), square.post()]
    [text] = square.posted

    assert "#1 no &lt;!here&gt; SSO" in text
    assert [] == square.slack.world.refusals == square.slack.world.hazards


def test_whether_it_arrived_is_not_known(square: Square) -> None:
    """Where the answer is lost it is not posted again by itself: the week says that nobody knows."""
    square.slack.faults.lose_answer("chat.postMessage")
    with pytest.raises(MaybePosted):
        square.post()

    assert Outcome.UNSURE is square.post()
    assert 1 == len(square.posted)


@pytest.mark.parametrize("method", ["conversations.info", "chat.postMessage"])
def test_a_busy_slack_is_tried_again(square: Square, method: str) -> None:
    """What certainly did not arrive may be posted by the next run."""
    square.slack.faults.rate_limit(method)
    with pytest.raises(FikaError, match="Nothing was posted: run this again"):
        square.post()

    assert [Outcome.POSTED, 1] == [square.post(), len(square.posted)]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"is_ext_shared": True}, "shared with another company"),
        ({"is_archived": True}, "It is archived"),
    ],
)
def test_channels_that_get_nothing(square: Square, changes: dict[str, bool], said: str) -> None:
    """Shared or archived since they were chosen."""
    for name, value in changes.items():
        setattr(square.sales, name, value)
    with pytest.raises(NotAllowed, match=said):
        square.post()

    assert [] == square.posted


def test_a_channel_without_fika(square: Square) -> None:
    """The sentence says how to invite it."""
    square.slack.world.leave(square.sales, square.app.bot_user)
    for channel, said in (
        (square.sales.id, "I am not in it"),
        (square.slack.person("rep").channel("deals").id, "cannot see that channel"),
        ("C0NOWHERE1", "cannot see that channel"),
    ):
        with pytest.raises(NotAllowed, match=said) as refused:
            check_channel(square.client, channel)
        assert "Invite me there" in str(refused.value)


def test_a_channel_that_closes_at_the_last_moment(square: Square) -> None:
    """Slack's own refusal is a sentence as well, and the next run may post."""
    square.slack.faults.refuse("chat.postMessage", "restricted_action")
    with pytest.raises(ChannelClosed):
        square.post()

    assert Outcome.POSTED is square.post()


def test_without_the_scopes_nothing_is_posted(slack: LocalSlack, tmp_path: Path) -> None:
    """Where Slack does not say whether a channel is shared, account intelligence stays where it is."""
    square = Square(slack, tmp_path, optional=False)
    with pytest.raises(NotAllowed, match="channels:read and groups:read"):
        square.post()

    assert [] == square.posted


def test_another_workspaces_token(square: Square) -> None:
    """One team's gaps are not posted to another's workspace."""
    with pytest.raises(FikaError, match="and this digest is of T0OTHER1"):
        square.notifier(team="T0OTHER1").post(square.digest())

    assert [] == square.posted


def test_a_token_that_was_revoked(square: Square) -> None:
    """Told by the check of the channel, too."""
    square.slack.faults.refuse("conversations.info", "token_revoked")
    with pytest.raises(SlackRefused, match="SLACK_BOT_TOKEN"):
        square.post()
