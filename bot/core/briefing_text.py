"""Briefing text: a briefing as words in order, before anybody sets them in type.

A headline, a few lines, sections of items and the small print. What it says is decided once; the terminal, Markdown and
PDF only set it. All of it is plain text, much of it from other people: whoever sets it escapes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import TextWrapper
from urllib.parse import urlsplit

WIDTH = 100
"""Columns of a line of plain text."""
_WEB = ("http", "https")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read."""

    text: str
    label: str = ""
    """What it is about, in a word or two; the text may be missing where something stands below."""
    url: str | None = None
    """Where what the text names is to be found."""
    note: str = ""
    """Said behind what has a link."""
    number: int | None = None
    """Its place in a list that is counted."""
    below: tuple["Item", ...] = ()
    """What belongs to it."""

    @property
    def is_plain(self) -> bool:
        """Whether it is a line of words and no more."""
        return self.number is None and not self.below


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs together, under a title."""

    title: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingText:
    """A briefing as words in order."""

    account: str
    """Whom it is about."""
    headline: str
    """The verdict, or what is still possible."""
    lead: tuple[Item, ...]
    """What stands first."""
    sections: tuple[Section, ...]
    small_print: str
    """What the briefing follows from."""

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"Briefing: {one_line(self.account)}"


def one_line(text: str) -> str:
    """The text without its line breaks, and with one blank between words."""
    return " ".join(text.split())


def web_url(url: str | None) -> str | None:
    """An address that may become a link; None for what leads anywhere else than to the web."""
    try:
        parts = urlsplit(url or "")
        is_web = parts.scheme in _WEB and bool(parts.hostname)
    except ValueError:  # brackets that enclose no address
        return None
    return url if is_web and url and url.isprintable() and " " not in url else None


def as_lines(text: BriefingText, width: int = WIDTH) -> list[str]:
    """A briefing as lines of plain text.

    Args:
        text: the briefing.
        width: columns of a line at the most; a link or a word that is longer still stands whole.
    """
    lines = [*_wrapped(text.headline, width), *_items(text.lead, width, "")]
    for section in text.sections:
        apart = [""] if section.items else []  # a title alone is one line more of what stands above
        lines += [*apart, *_wrapped(section.title, width), *_items(section.items, width, "  ")]
    return [*lines, "", *_wrapped(text.small_print, width)]


def _items(items: tuple[Item, ...], width: int, indent: str) -> Iterator[str]:
    for item in items:
        number = "" if item.number is None else f"{item.number}  "
        deeper = indent + (" " * len(number) or "  ")
        words, below, hanging = item_words(item), item.below, deeper
        if below and not item.text and below[0].is_plain:  # a label alone is no line: it shares one
            words, below, hanging = f"{words} {item_words(below[0])}", below[1:], f"{deeper}  "
        yield from _wrapped(words, width, indent + number, hanging)
        yield from _items(below, width, deeper)


def item_words(item: Item) -> str:
    """An item in plain text: its label, its text, its note and its link."""
    label = f"{item.label}:" if item.label else ""
    return " ".join(part for part in (label, one_line(item.text), item.note, item.url or "") if part)


def _wrapped(text: str, width: int, first: str = "", others: str = "") -> list[str]:
    wrapper = TextWrapper(
        width, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(one_line(text))
