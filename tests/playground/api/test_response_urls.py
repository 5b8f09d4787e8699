"""The answer to an interaction, without a token."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from bot.playground.api.response_urls import Responded, respond
from bot.playground.api.shapes import message_json


@pytest.fixture
def url(office: Any) -> str:
    """The right to answer a command of the rep's in the sales channel."""
    return str(office.world.response_url(office.app, office.sales, office.rep.id))


def answered(office: Any, url: str, **payload: Any) -> Responded:
    """What an answer gets."""
    return respond(office.world, url, json.dumps(payload).encode())


def test_seen_by_one_or_by_all(office: Any, url: str) -> None:
    """An answer is for the asking person's eyes, unless it is meant for the channel; where the app is, matters not."""
    lobby = office.world.response_url(office.app, office.lobby, office.rep.id)
    answered(office, url, text="only you")
    answered(office, lobby, text="everybody", response_type="in_channel")

    assert ["only you"] == [message.text for message in office.sales.ephemerals[office.rep.id]]
    assert ["everybody"] == [message.text for message in office.lobby.timeline]


def test_five_times_within_thirty_minutes(office: Any, url: str) -> None:
    """The sixth answer and the late one are refused with 404."""
    late = office.world.response_url(office.app, office.sales, office.rep.id)
    for number in range(5):
        assert 200 == answered(office, url, text=str(number)).status
    assert Responded({"ok": False, "error": "used_url"}, 404) == answered(office, url, text="six")
    office.world.clock.advance(1800)
    assert Responded({"ok": False, "error": "expired_url"}, 404) == answered(office, late, text="late")


def test_no_right_at_all(office: Any, url: str) -> None:
    """An unknown address, and one of an app that is gone, are refused with 404."""
    assert Responded({"ok": False, "error": "no_service"}, 404) == answered(office, "x", text="x")
    office.world.revoke(office.app)
    assert Responded({"ok": False, "error": "no_service"}, 404) == answered(office, url, text="x")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"text=x"])
def test_bodies_that_are_none(office: Any, url: str, body: bytes) -> None:
    """A body that is no JSON object is refused."""
    assert Responded({"ok": False, "error": "invalid_payload"}, 400) == respond(office.world, url, body)


def test_a_form(office: Any, url: str) -> None:
    """The payload may stand in a form."""
    assert 200 == respond(office.world, url, urlencode({"payload": '{"text": "x"}'}).encode()).status


def test_faulty_answers(office: Any, url: str) -> None:
    """An answer is judged like any message, and remembered where it is refused."""
    assert "no_text" == answered(office, url).body["error"]
    assert "invalid_blocks" == answered(office, url, text="x", blocks=[{"type": "x"}]).body["error"]
    assert ["no_text", "invalid_blocks"] == [refusal.error for refusal in office.world.refusals]
    assert ["invalid_blocks"] == [fault.error for fault in office.world.calls_of("response_url")[-1].faults]


@pytest.mark.parametrize("private", [True, False])
def test_the_original_is_replaced_and_deleted(office: Any, private: bool) -> None:  # noqa: FBT001 - a case
    """What was clicked on is replaced or deleted, whether one person or everybody sees it."""
    if private:
        original = office.world.whisper(office.sales, office.rep.id, "one", office.app)
    else:
        original = office.world.post(office.sales, office.app.bot_user, "one", office.app)
    url = office.world.response_url(office.app, office.sales, office.rep.id, original)
    answered(office, url, text="two", blocks=[{"type": "divider"}], replace_original=True)

    assert ("two", "divider") == (original.text, original.blocks[0]["type"])
    assert 200 == answered(office, url, delete_original=True).status
    assert (True, [], []) == (original.deleted, office.sales.timeline, office.sales.ephemerals.get(office.rep.id, []))
    assert 200 == answered(office, url, delete_original=True).status
    answered(office, url, text="three", replace_original=True)
    assert ["three"] == [message.text for message in office.sales.ephemerals[office.rep.id]]


def test_a_later_answer_replaces_the_first(office: Any, url: str) -> None:
    """The first answer to a command is the original of the next."""
    answered(office, url, text="working")
    answered(office, url, text="done", replace_original=True)

    assert ["done"] == [message.text for message in office.sales.ephemerals[office.rep.id]]


def test_in_a_thread(office: Any, url: str) -> None:
    """An answer stands in the thread that it names."""
    root = office.world.post(office.sales, office.rep.id, "hi").ts
    answered(office, url, text="x", thread_ts=root, response_type="in_channel")

    assert ["x"] == [message.text for message in office.sales.threads[root]]


def test_what_one_person_sees_says_so(office: Any, url: str) -> None:
    """An ephemeral message is marked as one where it is shown."""
    answered(office, url, text="only you")
    [message] = office.sales.ephemerals[office.rep.id]

    assert message_json(office.world, message)["is_ephemeral"] is True
