"""A phrase is found however its words are joined, and the longest one wins."""

import pytest

from bot.core.language.phrases import PhraseBook, singular
from bot.core.language.spelling import Speller
from bot.core.language.words import cut


def _book() -> PhraseBook[str]:
    book: PhraseBook[str] = PhraseBook()
    for phrase, meaning in [
        ("saas", "short"),
        ("B2B SaaS", "long"),
        ("e-commerce", "shop"),
        ("R&D", "lab"),
        ("us", "us"),
    ]:
        book.add(phrase, meaning)
    book.add("saas", "second")
    book.add("  ", "nothing")
    return book


@pytest.mark.parametrize(
    ("text", "meanings", "end"),
    [
        ("saas", ("short", "second"), 1),
        ("b2b saas shop", ("long",), 2),
        ("b2b-saas", ("long",), 3),
        ("ecommerce", ("shop",), 1),
        ("e commerce", ("shop",), 2),
        ("r & d", ("lab",), 3),
        ("us", ("us",), 1),
    ],
)
def test_longest(text: str, meanings: tuple[str, ...], end: int) -> None:
    """The longest phrase at a position is found, joined by blanks, hyphens or nothing."""
    found = _book().longest(cut(text), 0)

    assert found is not None
    assert (meanings, end) == (found.meanings, found.end)


@pytest.mark.parametrize("text", ["uses", "shop", "- saas", "b2b, x", ""])
def test_nothing_is_made_up(text: str) -> None:
    """Where no phrase begins, none is found; "uses" is no plural of "us"."""
    words = cut(text)

    assert not words or _book().longest(words, 0) is None


def test_contains_and_of() -> None:
    """A single word can be looked up by itself, in singular and plural."""
    book = _book()

    assert "saas" in book
    assert "nope" not in book
    assert ("us",) == book.of("us")
    assert () == book.of("nope")


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("clinics", "clinic"),
        ("agencies", "agency"),
        ("boxes", "box"),
        ("process", "process"),
        ("bus", "bus"),
        ("aws", "aws"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    """A plural and its singular are compared as one; what only looks like a plural stays."""
    assert one == singular(plural)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("salesfroce", "salesforce"),
        ("salesforc", "salesforce"),
        ("salesforcee", "salesforce"),
        ("salesforge", "salesforge"),
        ("snowflake", "snowflake"),
        ("nature", "nature"),
        ("xalesforce", "xalesforce"),
        ("sales4ce", "sales4ce"),
        ("short", "short"),
        ("dataset", "dataset"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    """A slip of the finger is put right; another word is left alone."""
    speller = Speller(["salesforce", "snowflake", "mature", "datasets", "datase"], shortest=6)

    assert meant == speller.mend(typed)


def test_a_swapped_letter_is_mended_on_request() -> None:
    """One letter in place of another is mended only where the caller wants it; what could be two words stays."""
    assert "chase" == Speller(["chase"], shortest=5, swaps_letters=True).mend("chace")
    assert "chace" == Speller(["chase", "chance"], shortest=5, swaps_letters=True).mend("chace")
    assert "chace" == Speller(["chase"], shortest=5).mend("chace")
