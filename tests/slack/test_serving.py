"""What both ways of serving share: who we are, when to stop, what is logged."""

import logging
import threading
from collections.abc import Iterator

import pytest
from slack_sdk.errors import SlackApiError

from bot.ports.stop import Stop
from bot.slack.client import web_client
from bot.slack.serving import (
    Identity,
    SlackUnreachable,
    TokenRefused,
    explained,
    finish,
    log_to_stderr,
    patiently,
    pause,
    who_we_are,
)
from tests.slack.local import IDENTITY, Echo, LocalSlack, local_slack

TOKEN = "xoxb-1"


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSlack]:
    """A server for all tests."""
    with local_slack() as running:
        yield running


@pytest.fixture
def slack(server: LocalSlack) -> LocalSlack:
    """The same, answering as usual."""
    server.answers.clear()
    server.calls.clear()
    return server


def test_who_we_are(slack: LocalSlack) -> None:
    """Slack says which workspace the token belongs to, and who its user is."""
    assert Identity("Harbor Sales", "T1", "fika", "U0") == who_we_are(web_client(TOKEN, slack.url))
    assert ["auth.test"] == slack.calls


def test_a_workspace_without_a_name(slack: LocalSlack) -> None:
    """Names are for show; ids stand in for them."""
    slack.answers["auth.test"] = {key: IDENTITY[key] for key in ("ok", "team_id", "user_id")}

    assert Identity("T1", "T1", "U0", "U0") == who_we_are(web_client(TOKEN, slack.url))


@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive", "token_expired", "not_authed"])
def test_a_token_that_is_refused(error: str, slack: LocalSlack) -> None:
    """A wrong token is named by its variable and never shown, and it is said what to do."""
    slack.answers["auth.test"] = {"ok": False, "error": error}

    with pytest.raises(TokenRefused, match=rf"SLACK_BOT_TOKEN \({error}\)\. Copy the token anew") as refused:
        who_we_are(web_client(TOKEN, slack.url))
    assert TOKEN not in str(refused.value)


@pytest.mark.parametrize(
    ("answer", "said", "wait"),
    [
        ({"ok": False, "error": "fatal_error"}, "answered fatal_error", None),
        ({"ok": False, "status": 429, "headers": {"Retry-After": "7"}}, "answered something", 7.0),
        ({"ok": False, "status": 503}, "answered something", None),
        ({"ok": True, "team": "Harbor Sales"}, "does not say who we are", None),
    ],
)
def test_trouble_on_slacks_side(answer: dict[str, object], said: str, wait: float | None, slack: LocalSlack) -> None:
    """Other answers may change: they are told apart, with how long Slack asks to wait."""
    slack.answers["auth.test"] = dict(answer)

    with pytest.raises(SlackUnreachable, match=said) as trouble:
        who_we_are(web_client(TOKEN, slack.url))
    assert wait == trouble.value.wait


def test_nobody_answers() -> None:
    """So is a server that is not there."""
    with pytest.raises(SlackUnreachable, match=r"http://127.0.0.1:9/ does not answer \(URLError\)"):
        who_we_are(web_client(TOKEN, "http://127.0.0.1:9/"))


def test_an_answer_that_is_no_object() -> None:
    """An error without anything that can be read is one all the same."""
    failure = SlackApiError("?", "<html>")

    assert "answered something that is not understood" in str(explained(failure, web_client("", "http://x/"), "X"))


class TestPatience:
    """Waiting for Slack."""

    def test_until_it_answers(self, caplog: pytest.LogCaptureFixture) -> None:
        """It is asked again for as long as it does not answer."""
        answers: Iterator[Exception | None] = iter(
            [SlackUnreachable("Down.", 0.01), SlackUnreachable("Down.", 0), None]
        )

        def make() -> str:
            if failure := next(answers):
                raise failure
            return "made"

        assert "made" == patiently(make, Stop())
        assert ["Down. Trying again in 0.01 seconds.", "Down. Trying again in 0 seconds."] == caplog.messages

    def test_until_told_to_stop(self) -> None:
        """A stop ends the wait at once."""
        stop = Stop()
        teller = threading.Timer(0.1, stop.tell)
        teller.start()

        assert patiently(lambda: who_we_are(web_client(TOKEN, "http://127.0.0.1:9/")), stop) is None
        teller.join()

    def test_not_for_a_wrong_token(self) -> None:
        """What waiting does not change is not waited for."""

        def make() -> str:
            raise TokenRefused("No.")

        with pytest.raises(TokenRefused):
            patiently(make, Stop())

    def test_ever_longer(self) -> None:
        """Each failure in a row doubles the wait, up to half a minute."""
        assert [0, 1, 2, 4, 8, 16, 30, 30] == [pause(failures) for failures in range(8)]
        assert 30 == pause(2000)


class TestLog:
    """What is logged."""

    @pytest.fixture(autouse=True)
    def as_before(self) -> Iterator[None]:
        """Leave logging as it was."""
        root, ours = logging.getLogger(), logging.getLogger("bot")
        before = root.level, root.handlers[:], ours.level
        yield
        root.level, root.handlers[:], ours.level = before

    @pytest.mark.parametrize(
        ("level", "expected"),
        [
            ("debug", ["bot.x DEBUG", "bot.x INFO", "bot.x WARNING", "slack_bolt WARNING"]),
            ("info", ["bot.x INFO", "bot.x WARNING", "slack_bolt WARNING"]),
            ("warning", ["bot.x WARNING", "slack_bolt WARNING"]),
            ("error", []),
        ],
    )
    def test_levels(self, level: str, expected: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        """Ours from the level on; the libraries', whose details hold people's words, from a warning on."""
        log_to_stderr(level)
        for number in (logging.DEBUG, logging.INFO, logging.WARNING):
            for name in ("bot.x", "slack_bolt"):
                logging.getLogger(name).log(number, "%s %s", name, logging.getLevelName(number))

        lines = capsys.readouterr().err.splitlines()

        assert expected == [" ".join(line.split()[-2:]) for line in lines if "x" in line or "bolt" in line]

    @pytest.mark.parametrize(("grace", "said"), [(1.0, "is finished"), (0.0, "taken over by the next process")])
    def test_the_end(self, grace: float, said: str, caplog: pytest.LogCaptureFixture) -> None:
        """Whether everything was finished is said."""
        caplog.set_level(logging.INFO, "bot")

        finish(Echo.over(), Stop(), grace)

        assert said in caplog.text
