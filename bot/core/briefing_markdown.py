r"""A briefing in Markdown: the form that wikis, trackers and e-mail programs take.

CommonMark. What other people wrote stays text: each sign that could begin emphasis, a link, an image, code, an entity
or HTML is escaped, and so is what would begin a list or a heading at the start of a line. Only an address of the web
that the pack gives becomes a link.
"""

import re
from collections.abc import Iterator

from bot.core.briefing_text import BriefingText, Item, one_line, web_url

_ACTIVE = re.compile(r"[\\`*_\[\]<>&#~|]")
_ADDRESS = re.compile(r"(?<=\bwww)\.|:(?=//)", re.IGNORECASE)
"""Where some readers would see a link by themselves."""
_BEGINS = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""What moves a cursor, turns text around, hides, or cannot be written at all."""
_IN_ADDRESS = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'*+,;=%]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def as_markdown(text: BriefingText) -> str:
    """A briefing as a document in Markdown."""
    blocks = [f"# {escaped(text.headline)}", *(_line(item) for item in text.lead)]
    for section in text.sections:
        blocks.append(f"## {escaped(section.title)}")
        if section.items:
            blocks.append("\n".join(_listed(section.items, "")))
    return "\n\n".join([*blocks, "---", escaped(text.small_print)]) + "\n"


def escaped(text: str) -> str:
    """A text in Markdown that reads as it is, whatever signs are in it."""
    plain = _UNSEEN.sub(REPLACEMENT, one_line(text))
    inert = _ADDRESS.sub(r"\\\g<0>", _ACTIVE.sub(r"\\\g<0>", plain))
    return _BEGINS.sub(_without_beginning, inert)


def _without_beginning(found: re.Match[str]) -> str:
    sign, number, behind = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{behind}"


def _listed(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        mark = "- " if item.number is None else f"{item.number}. "
        yield f"{indent}{mark}{_line(item)}"
        yield from _listed(item.below, indent + " " * len(mark))


def _line(item: Item) -> str:
    label = f"**{escaped(item.label)}:**" if item.label else ""
    return " ".join(part for part in (label, _linked(item), escaped(item.note)) if part)


def _linked(item: Item) -> str:
    url = web_url(item.url)
    if url is None:
        return escaped(" ".join(part for part in (item.text, item.url) if part))
    return f"[{escaped(item.text)}]({_target(url)})"


def _target(url: str) -> str:
    """An address as the target of a link; whatever could end it or act in it is written as its bytes."""
    plain = _IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), url)
    return plain.replace("&", "&amp;")
