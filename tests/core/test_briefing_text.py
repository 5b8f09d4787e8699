"""Briefing text: words in order, and how they stand on a screen."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.briefing_text import BriefingText, Item, Section, as_lines, item_words, web_url

WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
ITEMS = st.recursive(
    st.builds(Item, WORDS, label=WORDS, number=st.none() | st.integers(1, 12), note=WORDS),
    lambda below: st.builds(Item, WORDS, label=WORDS, below=st.lists(below, max_size=3).map(tuple)),
    max_leaves=5,
)
LISTS = st.lists(ITEMS, max_size=4).map(tuple)
TEXTS = st.builds(
    BriefingText, WORDS, WORDS, LISTS, st.lists(st.builds(Section, WORDS, LISTS), max_size=3).map(tuple), WORDS
)


def _text(*items: Item, lead: tuple[Item, ...] = ()) -> BriefingText:
    return BriefingText("Acme", "Acme: still open.", lead, (Section("Ask", items),), "Small, version 1.")


def test_the_order_of_a_briefing() -> None:
    """The headline first, then what stands first, each section under its title, and the small print last."""
    text = _text(Item("Who signs?", number=1), lead=(Item("Nothing yet.", "Known"),))

    assert [
        "Acme: still open.",
        "Known: Nothing yet.",
        "",
        "Ask",
        "  1  Who signs?",
        "",
        "Small, version 1.",
    ] == as_lines(text)


def test_long_words_are_broken_into_lines() -> None:
    """What is longer than a line goes on below, set in; a link that is longer than a line stands whole."""
    why = Item("We cannot hold patient records.", "Why")
    guide = Item("The guide", url="https://example.com/a-page-with-a-long-address", note="(for its Industry)")

    assert [
        "  1  Which rules apply to the",
        "     data?",
        "     Why: We cannot hold",
        "       patient records.",
        "  The guide (for its Industry)",
        "    https://example.com/a-page-with-a-long-address",
    ] == as_lines(_text(Item("Which rules apply to the data?", number=1, below=(why,)), guide), 30)[3:-2]


def test_a_title_alone() -> None:
    """A section without anything in it is one line more of the section above it."""
    text = BriefingText("Acme", "Acme", (), (Section("Ask", (Item("Who?"),)), Section("Missing: 2 gaps")), "Small.")

    assert ["Acme", "", "Ask", "  Who?", "Missing: 2 gaps", "", "Small."] == as_lines(text)


def test_a_label_alone_is_no_line() -> None:
    """Where a label has nothing to say itself, the first thing below stands behind it, and the others under it."""
    below = (Item("The case", url="https://example.com/case"), Item("The tour"))

    assert ["  Before the call: The case https://example.com/case", "    The tour"] == as_lines(
        _text(Item("", "Before the call", below=below))
    )[3:5]
    assert ["  Before the call: For others.", "    The case https://example.com/case", "    The tour"] == as_lines(
        _text(Item("For others.", "Before the call", below=below))
    )[3:6]


def _words(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield str(item.number) if item.number is not None and item_words(item).strip() else ""
        yield item_words(item)
        yield from _words(item.below)


@given(TEXTS, st.integers(20, 120))
def test_no_line_is_too_long_and_no_word_is_lost(text: BriefingText, width: int) -> None:
    """Whatever a briefing says, each of its words is there, in order; a line is only too long where one word is."""
    said = [text.headline, *_words(text.lead)]
    for section in text.sections:
        said += [section.title, *_words(section.items)]
    lines = as_lines(text, width)

    assert " ".join([*said, text.small_print]).split() == " ".join(lines).split()
    # A word may stand behind its number.
    assert all(len(line) <= width or len(line.split()) <= 2 for line in lines)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//example.com",
        "https://",
        "http://[x",
        "https://a b.com",
    ],
)
def test_what_is_no_link(url: str | None) -> None:
    """Only an address of the web may become a link."""
    assert web_url(url) is None


@pytest.mark.parametrize("url", ["https://example.com/a?b=c#d", "http://localhost:8080/x", "HTTPS://EXAMPLE.COM"])
def test_what_is_a_link(url: str) -> None:
    """An address of the web may become a link, as it was given."""
    assert url == web_url(url)


def test_the_title_of_a_document() -> None:
    """A document is called after the account, on one line."""
    assert "Briefing: Acme Inc" == BriefingText("Acme\n Inc", "", (), (), "").title
