"""What a person types is sent as Slack's client sends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.acts_typing import as_sent, escaped, rich_text
from bot.playground.server_start import furnish
from bot.playground.world import World

WORLD = World()
TEAM = furnish(WORLD, "Home").id
REP = next(user for user in WORLD.users.values() if user.name == "rep")
SALES = next(channel for channel in WORLD.channels.values() if channel.name == "sales")


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("A & B <c>", "A &amp; B &lt;c&gt;"),
        ("hello @rep!", f"hello <@{REP.id}>!"),
        ("hello @nobody", "hello @nobody"),
        ("in #sales", f"in <#{SALES.id}|sales>"),
        ("in #nowhere", "in #nowhere"),
        ("see https://acme.example/a?b=1&c=2.", "see <https://acme.example/a?b=1&amp;c=2>."),
        ("acme.com, please", "<http://acme.com|acme.com>, please"),
        ("rep@acme.com", "<mailto:rep@acme.com|rep@acme.com>"),
        (f"<@{REP.id}> hi", f"<@{REP.id}> hi"),
        ("<@U999> hi", "&lt;@U999&gt; hi"),
        ("<!channel>", "&lt;!channel&gt;"),
    ],
)
def test_names_channels_and_addresses_become_links(typed: str, sent: str) -> None:
    """And everything else is escaped."""
    assert as_sent(WORLD, TEAM, typed) == sent


@given(st.text(alphabet=st.characters(exclude_characters="@#.:"), min_size=1))
def test_plain_words_come_back_from_the_block(text: str) -> None:
    """The block beside the text says the same, unescaped."""
    sent = as_sent(WORLD, TEAM, text)
    assert sent == escaped(text)
    [block] = rich_text(sent, "id")
    assert "".join(part["text"] for part in block["elements"][0]["elements"]) == text


def test_the_block_tells_people_channels_and_links_apart() -> None:
    """Each kind of link is an element of its own."""
    [block] = rich_text("<@U1> in <#C1|sales>: <http://a.com|a.com> <https://b.com/?x&amp;y>", "id")
    assert block["elements"][0]["elements"] == [
        {"type": "user", "user_id": "U1"},
        {"type": "text", "text": " in "},
        {"type": "channel", "channel_id": "C1"},
        {"type": "text", "text": ": "},
        {"type": "link", "url": "http://a.com", "text": "a.com"},
        {"type": "text", "text": " "},
        {"type": "link", "url": "https://b.com/?x&y"},
    ]
