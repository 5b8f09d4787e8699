"""The ladder: every form of a message says something, each is simpler than the one before, and the last is bare."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.client import SHAPE, Refusal
from bot.slack.fallback import CLASSIC, LONGEST_TEXT, SHORT_TEXT, SHORTEST_TEXT, Extras, Hour, Ladder, Rung, kinds
from bot.slack.message import Message

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Acme fits"}}
TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "Size"}]]}
CHART = {"type": "data_visualization", "title": "Points"}
BLOCKS = st.lists(st.sampled_from([SECTION, TABLE, CHART, {"type": "divider"}, {"type": "nobody_knows"}]), max_size=4)
TEXTS = st.one_of(st.text(max_size=30), st.integers(0, 50_000).map(lambda times: "word " * times))


def ladder() -> Ladder:
    """A ladder at a time that stands still."""
    return Ladder(lambda: 0.0)


def climbed_down(message: Message, codes: Sequence[str], *, longest: int = LONGEST_TEXT) -> tuple[list[Rung], bool]:
    """The forms that were tried where the first of them are refused with those codes, and whether one was taken."""
    tried: list[Rung] = []

    def send(rung: Rung) -> None:
        tried.append(rung)
        if len(tried) <= len(codes):
            raise Refusal(codes[len(tried) - 1])

    try:
        ladder().send(message, send, longest=longest)
    except Refusal:
        return tried, False
    return tried, True


@given(text=TEXTS, blocks=BLOCKS, codes=st.lists(st.sampled_from(sorted(SHAPE)), max_size=8), update=st.booleans())
def test_every_form(text: str, blocks: list[Mapping[str, Any]], codes: list[str], *, update: bool) -> None:
    """Whatever is refused, a form is taken unless all are; none is empty or too long, and each is simpler."""
    longest = SHORT_TEXT if update else LONGEST_TEXT
    tried, taken = climbed_down(Message(text, blocks), codes, longest=longest)

    assert taken is (len(tried) > len(codes))
    assert 1 <= len(tried) <= 5
    assert all(rung.text.strip() and len(rung.text) <= longest for rung in tried)
    assert all(not rung.blocks or len(rung.text) <= SHORT_TEXT for rung in tried)
    ranks = [(not rung.blocks, not kinds(rung.blocks) - CLASSIC, rung.bare) for rung in tried]
    assert sorted(ranks) == ranks
    if not taken:
        assert tried[-1] == Rung(tried[-1].text, [], bare=True)
        assert len(tried[-1].text) <= SHORTEST_TEXT


@given(blocks=BLOCKS)
def test_first_form(blocks: list[Mapping[str, Any]]) -> None:
    """The first form is the message as it is."""
    [first], taken = climbed_down(Message("Acme fits", blocks), [])

    assert taken
    assert ("Acme fits", blocks) == (first.text, first.blocks)


def test_other_refusals() -> None:
    """What is not refused for its shape is not tried in another."""
    tried, taken = climbed_down(Message("Acme fits", [SECTION]), ["not_in_channel"])

    assert (1, False) == (len(tried), taken)


def test_memory_is_of_kinds() -> None:
    """A server that refuses one kind of block is still given another kind."""
    one, tried = ladder(), list[Rung]()

    def send(rung: Rung) -> None:
        tried.append(rung)
        if "table" in kinds(rung.blocks):
            raise Refusal("invalid_blocks")

    for blocks in ([TABLE], [CHART], [TABLE, CHART]):
        one.send(Message("x", blocks), send)

    assert ["table", "data_visualization"] == [k for rung in tried for k in sorted(kinds(rung.blocks) - CLASSIC)]


def test_hour() -> None:
    """What was found is known for an hour."""
    time = [0.0]
    hour = Hour(lambda: time[0])
    hour.add("x")

    assert ("x" in hour, "y" in hour, list(hour)) == (True, False, ["x"])
    time[0] = 3600.0
    assert ("x" in hour, list(hour)) == (False, [])


def test_extras() -> None:
    """An extra says whether it was taken."""
    extras = Extras(lambda: 0.0)

    assert extras.call("x", lambda: None)
