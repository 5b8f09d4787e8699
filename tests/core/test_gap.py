"""Gap: what events make of it, and what cannot happen to it."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.gap import (
    Closing,
    Gap,
    GapEvent,
    GapKind,
    GapStatus,
    Happened,
    Missing,
    NewGap,
    Voice,
    assigned,
    closed,
    refusal,
    reopened,
    replayed,
)
from tests.small import NOW, person

ANN, BOB = person("ann"), person("bob")
DECK = Missing(kind=GapKind.CONTENT, what="no deck", account_id=3)
LOGGED = GapEvent(happened=Happened.LOGGED, source=ANN, at=NOW, quote="we lack a deck", permalink="https://x/1")
VOICED = GapEvent(happened=Happened.VOICED, source=BOB, at=NOW + timedelta(1))
FILLED = closed("made one", BOB, NOW)
WONT = closed("too few ask", BOB, NOW, wont=True)


def gap(*events: GapEvent) -> Gap:
    """The gap that these events make, after it was logged."""
    return replayed(7, DECK, [LOGGED, *events])


def test_a_logged_gap_is_open() -> None:
    """It is what was logged, with one voice, no owner and no closing."""
    new = NewGap(**dict(DECK), quote="we lack a deck", permalink="https://x/1", source=ANN, at=NOW)
    voice = Voice(source=ANN, at=NOW, quote="we lack a deck", permalink="https://x/1")

    assert Gap(id=7, **dict(new), voices=(voice,), history=(LOGGED,)) == gap()
    assert gap().is_open


def test_a_new_gap_replays_as_what_is_missing() -> None:
    """What a new gap says beside what is missing comes from its events alone."""
    new = NewGap(**dict(DECK), quote="other words", source=BOB, at=NOW)

    assert gap() == replayed(7, new, [LOGGED])


def test_a_second_voice_is_heard() -> None:
    """The evidence is that of the first voice; both are kept, and both people's it is."""
    both = gap(VOICED)

    assert (ANN, NOW, "we lack a deck") == (both.source, both.at, both.quote)
    assert [ANN, BOB] == [voice.source for voice in both.voices]
    assert [True, True, False] == [both.is_of(who) for who in ("ann", "bob", "cid")]


def test_an_owner_sees_to_it() -> None:
    """The last one it was given to, or nobody."""
    assert ("bob", None) == (
        gap(assigned("bob", ANN, NOW)).owner,
        gap(assigned("bob", ANN, NOW), assigned(None, ANN, NOW)).owner,
    )
    assert gap(assigned("cid", ANN, NOW)).is_of("cid")


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([FILLED], GapStatus.FILLED),
        ([WONT], GapStatus.WONT),
        ([FILLED, reopened("not so", ANN, NOW)], GapStatus.OPEN),
        ([FILLED, VOICED], GapStatus.OPEN),
        ([WONT, VOICED], GapStatus.WONT),
        ([WONT, reopened(None, ANN, NOW), FILLED], GapStatus.FILLED),
        ([FILLED, assigned("bob", ANN, NOW)], GapStatus.FILLED),
    ],
)
def test_what_became_of_it(events: list[GapEvent], status: GapStatus) -> None:
    """Closing closes, reopening opens, and a voice opens what was filled but not what nobody will fill."""
    assert (status, status is GapStatus.OPEN) == (gap(*events).status, gap(*events).closed is None)


def test_a_closing_says_why_who_and_when() -> None:
    """The reason is kept without the blanks around it."""
    assert Closing(reason="made one", source=BOB, at=NOW) == gap(closed(" made one\n", BOB, NOW)).closed


def test_closed_without_a_word_is_filled() -> None:
    """An old event that names no status filled the gap."""
    assert GapStatus.FILLED is gap(GapEvent(happened=Happened.CLOSED, source=ANN, at=NOW)).status


def test_a_gap_that_nobody_logged_is_none() -> None:
    """Events without a voice are not those of a gap."""
    with pytest.raises(ValueError, match="nobody ever logged gap 7"):
        replayed(7, DECK, [FILLED])


@pytest.mark.parametrize(
    ("before", "event", "why"),
    [
        ([], reopened("x", ANN, NOW), "open already"),
        ([FILLED], FILLED, r"closed already \(filled\)"),
        ([WONT], FILLED, r"closed already \(won't\)"),
        ([], closed(" ", ANN, NOW), "Say why"),
        ([], closed(None, ANN, NOW, wont=True), "Say why"),
        ([], GapEvent(happened=Happened.CLOSED, source=ANN, at=NOW, reason="x", status=GapStatus.OPEN), "filled or"),
    ],
)
def test_what_cannot_happen(before: list[GapEvent], event: GapEvent, why: str) -> None:
    """A sentence says why, with the number of the gap."""
    said = refusal(gap(*before), event)

    assert said is not None
    assert "#7" in said
    assert re.search(why, said)


@given(
    st.lists(
        st.sampled_from([VOICED, FILLED, WONT, assigned("bob", ANN, NOW), assigned(None, ANN, NOW)])
        | st.builds(lambda why: reopened(why, ANN, NOW), st.none() | st.text(max_size=3))
    )
)
def test_whatever_happens_is_kept(events: list[GapEvent]) -> None:
    """Let only happen what can: then nothing is lost, and a gap is open exactly while nothing holds it closed."""
    now = gap()
    for event in events:
        if refusal(now, event) is None:
            now = replayed(7, DECK, [*now.history, event])
            assert event == now.history[-1]
    assert now.is_open == (now.closed is None)
    assert len(now.voices) == sum(each.happened in (Happened.LOGGED, Happened.VOICED) for each in now.history)
    assert now == replayed(7, DECK, now.history)


def test_every_kind_and_status_has_words() -> None:
    """No two read the same."""
    assert len(GapKind) == len({kind.label for kind in GapKind})
    assert ["open", "filled", "won't"] == [status.label for status in GapStatus]
