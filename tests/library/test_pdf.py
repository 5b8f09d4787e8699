"""A briefing as PDF: real text in letters that can be read, links that lead to the web, and the same bytes each time."""

import re
import zlib
from datetime import date

import pytest
from hypothesis import given, settings

from bot.core.briefing_text import BriefingText, Item, Section
from bot.library.pdf import BOX, draw_pdf
from tests.core.test_briefing_text import TEXTS

DAY = date(2026, 11, 1)


def _text(*items: Item, headline: str = "Acme: still open.", account: str = "Acme") -> BriefingText:
    return BriefingText(
        account, headline, (Item("Nothing yet.", "Known"),), (Section("Ask", items),), "Small, version 1."
    )


def _streams(pdf: bytes) -> list[bytes]:
    return re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL)


def _maps(pdf: bytes) -> dict[str, dict[int, str]]:
    """For each font of a PDF which letters its numbers stand for, as a reader looks them up when text is copied."""
    objects = dict(re.findall(rb"^(\d+) 0 obj\n(.*?)^endobj", pdf, re.DOTALL | re.MULTILINE))
    maps: dict[str, dict[int, str]] = {}
    for name, number in {*re.findall(rb"/(F\d+) (\d+) 0 R", pdf)}:
        [place] = re.findall(rb"/ToUnicode (\d+) 0 R", objects[number])
        pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", objects[place])
        maps[name.decode()] = {int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in pairs}
    return maps


def _copied(pdf: bytes) -> str:
    """The text that somebody copies out of a PDF whose pages are not packed."""
    maps, copied = _maps(pdf), []
    for stream in _streams(pdf):
        font: dict[int, str] = {}
        for chosen, string in re.findall(rb"/(F\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj|ET", stream, re.DOTALL):
            font = maps[chosen.decode()] if chosen else font
            plain = re.sub(
                rb"\\(.)", lambda found: {b"r": b"\r", b"n": b"\n"}.get(found[1], found[1]), string, flags=re.DOTALL
            )
            copied += [font[int.from_bytes(plain[at : at + 2])] for at in range(0, len(plain), 2)]
    return "".join(copied)


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\n", pdf))


def _sizes(pdf: bytes) -> set[float]:
    return {float(size) for stream in _streams(pdf) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", stream)}


def test_real_text() -> None:
    """Everything that the briefing says can be copied, in order, in the letters of its language."""
    why = Item("We sell to a few.", "Why")
    text = _text(
        Item("Who signs at Łódź Ωmega Жук?", number=1, below=(why,)), headline="Müllerhaus “Ωmega” Жук: still open."
    )
    copied = _copied(draw_pdf(text, DAY, compress=False))

    said = ["Müllerhaus “Ωmega” Жук: still open.", "Known: ", "Nothing yet.", "Ask", "1", "Łódź Ωmega Жук?", "Why: "]
    places = [copied.index(words) for words in [*said, "We sell to a few.", "Small, version 1."]]
    assert sorted(places) == places


def test_letters_that_there_are_none_for() -> None:
    """What the letters have no picture for, and what would hide or turn text around, is a box: seen, and no reason to stop."""
    text = _text(headline="日本 a\u202eb\u200bc\x1b[31m 🏳️‍🌈")

    assert f"{BOX}{BOX} a{BOX}b{BOX}c{BOX}[31m {BOX}" in _copied(draw_pdf(text, DAY, compress=False))


@settings(max_examples=15)
@given(TEXTS)
def test_any_briefing_can_be_drawn(text: BriefingText) -> None:
    """Whatever is in a briefing, it becomes a PDF."""
    pdf = draw_pdf(text, DAY)

    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")


def test_links_lead_to_the_web() -> None:
    """The pack's addresses can be followed; what is no address of the web is text, and so is one that somebody wrote."""
    text = _text(
        Item("The guide", url="https://example.com/guide?a=b&c=(d)", note="(made for its Industry)"),
        Item("Evil", url="javascript:alert(1)"),
        Item("See http://evil.example and [x](http://evil.example)"),
        headline="**Acme** <http://evil.example>",
    )
    pdf = draw_pdf(text, DAY, compress=False)

    assert [rb"https://example.com/guide?a=b&c=\(d\)"] == re.findall(rb"/S /URI /URI \((.*)\)>>", pdf)
    copied = _copied(pdf)
    assert "The guide (made for its Industry)" in copied
    assert "Evil javascript:alert(1)" in copied
    assert "**Acme** <http://evil.example>" in copied


def test_no_word_is_a_command() -> None:
    """Words that mean something to other programs are words, and one that no line can hold is broken and all there."""
    text = _text(Item("{nb} {{nb}} \\n ** __ -- ()"), Item("x" * 300 + "y"))
    copied = _copied(draw_pdf(text, DAY, compress=False))

    assert "{nb} {{nb}} \\n ** __ -- ()" in copied
    assert "x" * 300 + "y" in copied


def test_the_same_bytes() -> None:
    """The same briefing of the same day is the same file, byte for byte, and the day is the only date in it."""
    text = _text(Item("Who signs?", number=1))
    pdf = draw_pdf(text, DAY)

    assert pdf == draw_pdf(text, DAY)
    assert pdf != draw_pdf(text, date(2026, 11, 2))
    assert [b"20261101000000"] == re.findall(rb"D:(\d{14})", pdf)


def test_the_title() -> None:
    """A reader shows what the document is."""
    pdf = draw_pdf(_text(account="Müllerhaus"), DAY, compress=False)

    [title] = re.findall(rb"/Title <(.*?)>", pdf)
    assert "Briefing: Müllerhaus" == bytes.fromhex(title.decode()).decode("utf-16")


def test_pages_are_packed() -> None:
    """A file is small unless it is asked for otherwise."""
    text = _text(*(Item(f"Question {number}", number=number) for number in range(1, 20)))
    pdf, plain = draw_pdf(text, DAY), draw_pdf(text, DAY, compress=False)

    assert len(pdf) < len(plain) < 200_000
    assert zlib.decompress(_streams(pdf)[0]) == _streams(plain)[0]


@pytest.mark.parametrize(
    ("many", "pages", "size"), [(20, 1, 10.5), (45, 1, 10.0), (47, 1, 9.5), (50, 1, 9.0), (53, 2, 10.0), (100, 3, 10.0)]
)
def test_one_page_where_it_fits(many: int, pages: int, size: float) -> None:
    """More to read is set in smaller letters until they could not be read well; then it goes on on the next page."""
    pdf = draw_pdf(_text(*(Item(f"Item {number}.") for number in range(many))), DAY, compress=False)

    # Of the small print, the text, the titles of sections and the headline.
    assert (pages, {9.0, size, size + 1, size + 3}) == (_pages(pdf), _sizes(pdf))
    copied = _copied(pdf)
    assert all(f"Item {number}." in copied for number in range(many))


def test_a_title_does_not_stand_alone() -> None:
    """A section whose title would stand at the foot of a page begins on the next one."""
    for many in range(44, 52):
        items = tuple(Item(f"Item {number}") for number in range(many))
        sections = (Section("First", items), Section("Second", items))
        pdf = draw_pdf(BriefingText("Acme", "Acme", (), sections, "End."), DAY, compress=False)
        pages = [stream for stream in _streams(pdf) if b" Tf" in stream]
        titles = [_copied_from(pdf, page) for page in pages]

        assert not any(page.endswith("Second") for page in titles)


def _copied_from(pdf: bytes, page: bytes) -> str:
    others = [stream for stream in _streams(pdf) if b" Tf" in stream and stream != page]
    alone = pdf
    for other in others:
        alone = alone.replace(other, b"")
    return _copied(alone)
