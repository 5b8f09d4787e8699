"""Hazards: what Slack accepts and a good app never sends is told apart, where markup is read."""

from collections.abc import Callable

import pytest

from bot.playground.rules import message_faults, message_hazards, view_faults, view_hazards
from tests.playground.rules import payloads as p
from tests.playground.rules.payloads import Json

LOUD = ["<!channel>", "<!here|here>", "<!everyone>", "<!subteam^S123>", "<!subteam^S123|@sales>", "<!group>"]


@pytest.mark.parametrize("words", LOUD)
@pytest.mark.parametrize(
    ("pointer", "make"),
    [
        ("/text", lambda words: {"text": words}),
        ("/markdown_text", lambda words: {"markdown_text": words}),
        ("/blocks/0/text/text", lambda words: p.message(p.section(words))),
        ("/blocks/0/elements/0/text", lambda words: p.message({"type": "context", "elements": [p.mrkdwn(words)]})),
        ("/blocks/0/child_blocks/0/text/text", lambda words: p.message(p.container(p.section(words)))),
        ("/blocks/0/text", lambda words: p.message({"type": "markdown", "text": words})),
        ("/attachments/0/text", lambda words: p.message(attachments=[{"text": words}])),
        ("/attachments/0/blocks/0/text/text", lambda words: p.message(attachments=[{"blocks": [p.section(words)]}])),
    ],
)
def test_a_broadcast_is_told(words: str, pointer: str, make: Callable[[str], Json]) -> None:
    """An unescaped broadcast is told wherever Slack would call everybody; Slack itself accepts it."""
    payload = make(f"Acme {words}")

    assert [("hazard", pointer)] == [(fault.error, fault.pointer) for fault in message_hazards(payload)]
    assert [] == message_faults(payload, ephemeral=False)


@pytest.mark.parametrize("words", [*LOUD, "**bold**"])
def test_what_is_shown_as_it_stands_calls_nobody(words: str) -> None:
    """Plain text, rich text, cells and values are not read for markup."""
    payload = p.message(
        {"type": "header", "text": p.plain(words)},
        p.rich({"type": "text", "text": words}),
        p.table(words=words),
        p.actions(p.button(value=words)),
    )

    assert [] == message_hazards(payload)


@pytest.mark.parametrize("words", ["&lt;!channel&gt;", "*bold*", "2 ** 3", "a * b ** c", "@channel", "<@U1>"])
def test_what_is_escaped_or_meant_is_no_hazard(words: str) -> None:
    """Escaped broadcasts, Slack's own bold, powers and mentions are fine."""
    assert [] == message_hazards({"text": words})


def test_two_stars_are_bold_in_markdown_alone() -> None:
    """Two stars are a hazard in mrkdwn, and right in Markdown."""
    assert ["/text"] == [fault.pointer for fault in message_hazards({"text": "**Fits**"})]
    assert [] == message_hazards(p.message({"type": "markdown", "text": "**Fits**"}))
    assert [] == message_hazards({"markdown_text": "**Fits**"})


@pytest.mark.parametrize("text", [None, "", "  "])
def test_blocks_need_a_text_beside_them(text: str | None) -> None:
    """Without a text, a notification says nothing."""
    assert ["hazard"] == [fault.error for fault in message_hazards({"text": text, "blocks": [p.section()]})]


@pytest.mark.parametrize("linked", [{"link_names": True}, {"link_names": "1"}, {"parse": "full"}])
def test_names_that_are_made_links_call_everybody(linked: Json) -> None:
    """With linked names, the bare words are enough."""
    assert ["/text"] == [fault.pointer for fault in message_hazards({"text": "Hello @channel", **linked})]
    assert [] == message_hazards({"text": "a@channel.example.com", **linked})


def test_metadata_holds_ids() -> None:
    """Metadata is read by every app in the channel, so text in it is told."""
    told = {"event_type": "a", "event_payload": {"id": "r1", "words": ["Acme fits"]}}

    assert ["/metadata/event_payload/words/0"] == [f.pointer for f in message_hazards({"text": "a", "metadata": told})]


@pytest.mark.parametrize("piece", [{"type": "broadcast", "range": "here"}, {"type": "usergroup", "usergroup_id": "S1"}])
def test_rich_text_can_call_everybody_too(piece: Json) -> None:
    """An element that notifies a group is told like the markup for it."""
    payload = p.message(p.rich(piece))

    assert ["/blocks/0/elements/0/elements/0"] == [fault.pointer for fault in message_hazards(payload)]


def test_an_element_without_an_action_id_is_told() -> None:
    """Slack would invent one, and no listener could be meant."""
    nameless = p.actions({"type": "button", "text": p.plain()})

    assert [] == view_faults(p.home(nameless))
    assert ["/blocks/0/elements/0"] == [fault.pointer for fault in view_hazards(p.home(nameless))]


def test_views_have_hazards_too() -> None:
    """Markup in a view is read as in a message."""
    assert ["hazard: two stars are shown as two stars; bold is *one star* here"] == [
        fault.why for fault in view_hazards(p.home(p.section("**Fits**")))
    ]
    assert [] == view_hazards(p.modal(p.section("*Fits*")))
