"""Gap wording: gaps, what they are worth and a week of them, in words."""

from datetime import UTC, timedelta

import pytest

from bot.core.gap import Gap, GapEvent, GapKind, Happened, Missing, assigned, closed, reopened, replayed
from bot.core.gap_digest import Week, digest_of
from bot.core.gap_wording import digest_lines, event_words, gap_words, short, voices_words, worth_words
from bot.core.gap_worth import ValuedGap, Worth
from tests.small import NOW, TODAY, person

ANN, BOB = person("ann"), person("bob")


def gap(kind: GapKind, *events: GapEvent, number: int = 1, trait: str | None = None, what: str = "no deck") -> Gap:
    """A gap with what happened to it."""
    logged = GapEvent(happened=Happened.LOGGED, source=ANN, at=NOW)
    return replayed(number, Missing(kind=kind, what=what, trait=trait), [logged, *events])


def voice(name: str) -> GapEvent:
    """Another voice."""
    return GapEvent(happened=Happened.VOICED, source=person(name), at=NOW)


@pytest.mark.parametrize(
    ("kind", "trait", "worth", "words"),
    [
        (GapKind.TRAIT, "budget", Worth(1), "would decide 1 account"),
        (GapKind.TRAIT, "budget", Worth(2, 1), "would decide 2 accounts, may decide 1 more"),
        (GapKind.CONTRADICTION, "budget", Worth(0, 2), "may decide 2 accounts"),
        (GapKind.TRAIT, "budget", Worth(0), "would decide no account"),
        (GapKind.TRAIT, None, Worth(1), "at an account that may fit"),
        (GapKind.CONTENT, None, Worth(1), "1 account that may fit waits"),
        (GapKind.CONTENT, None, Worth(0), "0 accounts that may fit wait"),
        (GapKind.PRODUCT, None, Worth(1), "at an account that may fit"),
        (GapKind.PRODUCT, None, Worth(0), ""),
    ],
)
def test_what_a_gap_is_worth(kind: GapKind, trait: str | None, worth: Worth, words: str) -> None:
    """What would be decided, who waits, or that the account fits."""
    assert words == worth_words(ValuedGap(gap(kind, trait=trait), worth))


def test_voices() -> None:
    """People are counted apart where they are fewer than voices, and more than one."""
    assert ["1 voice", "2 voices", "2 voices", "3 voices of 2 people"] == [
        voices_words(gap(GapKind.CONTENT, *map(voice, names))) for names in ([], ["ann"], ["bob"], ["ann", "bob"])
    ]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (voice("bob"), "voiced by bob"),
        (assigned("cid", ANN, NOW), "assigned to cid by ann"),
        (assigned(None, ANN, NOW), "taken from its owner by ann"),
        (closed("made one", BOB, NOW), "closed by bob as filled: made one"),
        (closed("too few", BOB, NOW, wont=True), "closed by bob as won't: too few"),
        (GapEvent(happened=Happened.CLOSED, source=ANN, at=NOW), "closed by ann as filled"),
        (reopened(None, ANN, NOW), "reopened by ann"),
        (reopened("not so", ANN, NOW), "reopened by ann: not so"),
    ],
)
def test_what_happened(event: GapEvent, words: str) -> None:
    """What it was, who did it and why."""
    assert words == event_words(event)


def test_long_words_are_cut() -> None:
    """One line, never longer than that."""
    assert "a b" == short("a\n b")
    assert (160, "…") == (len(short("x" * 500)), short("x" * 500)[-1])
    assert "x" * 160 == short("x" * 160)


def test_a_gap_on_one_line() -> None:
    """Number, words, kind, account, worth, voices and owner, as far as there are any."""
    plain = ValuedGap(gap(GapKind.PRODUCT), Worth(0))
    rich = ValuedGap(gap(GapKind.CONTENT, voice("bob"), assigned("cid", ANN, NOW)), Worth(3), "Acme")

    assert "#1 no deck (a need the product does not meet)" == gap_words(plain)
    assert (
        "#1 no deck (content we do not have, at Acme, 3 accounts that may fit wait, 2 voices, cid sees to it)"
    ) == gap_words(rich)


def test_a_week_without_anything() -> None:
    """Says so."""
    digest = digest_of("Small", Week.of(TODAY), (), UTC)

    assert [
        "Gaps in Small, week 2026-W44 (2026-10-26 to 2026-11-01)",
        "Nothing new, nothing closed, nothing open.",
    ] == digest_lines(digest)


def test_a_digest() -> None:
    """New, closed and most valuable ones; of many, the first ten and how many more."""
    gaps = [ValuedGap(gap(GapKind.PRODUCT, number=number), Worth(0)) for number in range(1, 13)]
    done = gap(GapKind.PRODUCT, closed("made", BOB, NOW), number=13)
    silent = gap(GapKind.PRODUCT, GapEvent(happened=Happened.CLOSED, source=BOB, at=NOW - timedelta(1)), number=14)
    gaps += [ValuedGap(done, Worth(0), "Acme"), ValuedGap(silent, Worth(0))]
    lines = digest_lines(digest_of("Small", Week.of(TODAY), gaps, UTC))

    assert "14 new, 2 closed, 12 open." == lines[1]
    assert ["", "New", "  #1 no deck (a need the product does not meet)"] == lines[2:5]
    assert "  and 4 more" == lines[14]
    assert ["", "Closed", "  #13 no deck at Acme (filled: made)", "  #14 no deck (filled)"] == lines[15:19]
    assert ["", "Most worth filling"] == lines[19:21]
    assert 26 == len(lines)
