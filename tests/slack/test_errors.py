"""What a person is told when something goes wrong, and what the log is."""

import logging

import pytest
from slack_sdk.errors import SlackApiError

from bot.core.errors import AccountUnknown, FikaError, FileRefused, PackInvalid, PackUnknown, StateUnavailable
from bot.slack.errors import ChannelClosed, SlackBusy, SlackRefused, log_failure, sentence_for

REFERENCE = "T1-42"


@pytest.mark.parametrize(
    "error",
    [
        AccountUnknown("Acme", ["Acme Ltd"]),
        ChannelClosed("C1", "not_in_channel"),
        SlackBusy(1, sent=False),
        SlackRefused("Slack refuses.", "odd"),
    ],
)
def test_known(error: FikaError) -> None:
    """A known error speaks for itself."""
    assert str(error) == sentence_for(error, REFERENCE)


def test_an_account_that_is_gone() -> None:
    """A button carries a number that nobody gave: what became of the account is said in words."""
    sentence = sentence_for(AccountUnknown("#31"), REFERENCE)

    assert "#31" not in sentence
    assert "merged" in sentence


@pytest.mark.parametrize(
    "error",
    [
        StateUnavailable("The state /srv/fika.db is locked: <secret>"),
        PackInvalid("harbor", ["secret"]),
        PackUnknown("secret"),
        FileRefused("secret"),
    ],
)
def test_for_whoever_runs_it(error: FikaError) -> None:
    """A rep can do nothing about a database or a pack: they learn whom to tell, and what to quote."""
    sentence = sentence_for(error, REFERENCE)

    assert "secret" not in sentence
    assert REFERENCE in sentence


@pytest.mark.parametrize(
    "error", [ValueError("secret"), KeyError("secret"), SlackApiError("secret", {"error": "x"}), FikaError("")]
)
def test_unknown(error: Exception) -> None:
    """An unknown error never speaks; the person learns what to do, and what to quote."""
    sentence = sentence_for(error, REFERENCE)

    assert "secret" not in sentence
    assert "Try again" in sentence
    assert REFERENCE in sentence


def _fail(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as raised:
        return raised


def test_log(caplog: pytest.LogCaptureFixture) -> None:
    """The log says who, under which reference, what kind of error and where, and not what anybody wrote."""
    caplog.set_level(logging.DEBUG)
    log_failure(_fail(ValueError("Acme's secret")), team="T1", user="U1", reference=REFERENCE)
    log_failure(KeyError("secret"), team="T1", user="U1", reference=REFERENCE)

    first, second = [record.getMessage() for record in caplog.records]
    assert "ValueError at " in first
    assert "test_errors.py:" in first
    assert "team T1, user U1, reference T1-42." in first
    assert "KeyError at nowhere" in second
    assert "secret" not in caplog.text


def test_log_for_whoever_runs_it(caplog: pytest.LogCaptureFixture) -> None:
    """What is about the deployment stands in the log in full."""
    log_failure(StateUnavailable("The disk is full."), team="T1", user="U1", reference=REFERENCE)

    assert "The disk is full." in caplog.text
