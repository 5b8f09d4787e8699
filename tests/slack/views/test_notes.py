"""What Fika says beside its answers: short, with a way on, and harmless whatever it is about."""

import pytest

from bot.core.journey import StageId
from bot.slack.ids import Act
from bot.slack.views.notes import (
    forget_message,
    nothing_changed_message,
    stage_message,
    unsure_message,
)
from tests.slack.views.kit import HOSTILE, blocks_of, elements_of, wrong_with


@pytest.mark.parametrize("words", HOSTILE)
def test_every_note_is_one_that_slack_takes(words: str) -> None:
    """Whatever the account, the channel or the gap is called."""
    for message in (
        unsure_message(words, "C0123"),
        unsure_message("Acme", words),
        nothing_changed_message(words),
        stage_message(words, StageId.CONSIDER),
        forget_message(),
    ):
        assert [] == wrong_with(message)


def test_a_stage_is_named_as_people_call_it() -> None:
    """The account and the stage are said back."""
    assert "Noted for Acme: its journey is at Consider/Try/Negotiate." == stage_message("Acme", StageId.CONSIDER).text


def test_forgetting_asks_first() -> None:
    """What cannot be undone is confirmed."""
    (button,) = elements_of(blocks_of(forget_message()), Act.FORGET_ME)
    assert ("danger", "Delete") == (button["style"], button["confirm"]["confirm"]["text"])
