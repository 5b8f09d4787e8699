"""A briefing as PDF: one page where it fits, never in letters too small to read; the only home of fpdf2.

The text is text: it can be copied and searched, and links can be followed. The letters are DejaVu Sans, which comes
with the library that draws pictures and knows Latin, Greek and Cyrillic; what it has no picture for stands as a box.
Text that runs from right to left is not turned around and its letters are not joined: fpdf2 does that only with
uharfbuzz, which is not required here, so a Hebrew or Arabic name stands letter by letter from left to right.
The same briefing gives the same bytes: the only date in the file is that of the briefing.
"""

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bot.core.briefing_text import BriefingText, Item, one_line, web_url

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

_SIZES = (10.5, 10.0, 9.5, 9.0)
"""Points, tried from the largest; where even the last does not fit on a page, there are two of a comfortable one."""
_COMFORTABLE = 10.0
_SMALLEST = 9.0
_MARGIN = 14.0
_INDENT = 5.0
"""Millimetres, as everything else that is measured here."""
_GAP = 0.6
"""Between one thing to read and the next."""
_FAMILY = "DejaVu"
_STYLES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
_INK, _PALE, _LINK = (29, 28, 29), (97, 96, 97), (18, 100, 163)
_LEADING = 0.46
"""Height of a line in millimetres, for each point of its letters."""
_UNSEEN = {
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    0x061C,
}
BOX = "□"


def draw_pdf(text: BriefingText, day: date, *, compress: bool = True) -> bytes:
    """A briefing as a PDF.

    Args:
        text: the briefing.
        day: the day of the briefing.
        compress: whether the pages are packed; a test reads them as they are.
    """
    for size in _SIZES:
        with _Page(text, day, size, compress=compress) as page:
            if page.pages == 1:
                return page.output()
    with _Page(text, day, _COMFORTABLE, compress=compress) as page:
        return page.output()


class _Page:
    """A briefing set in letters of one size."""

    def __init__(self, text: BriefingText, day: date, size: float, *, compress: bool) -> None:
        self._size = size
        self._pdf = _empty(text, day, compress=compress)
        self._fonts = _added(self._pdf)
        self._pdf.add_page()
        self._write_title(text.headline)
        for item in text.lead:
            self._write_item(item, 0)
        for section in text.sections:
            self._write_heading(section.title)
            for item in section.items:
                self._write_item(item, 0)
        self._write_small_print(text.small_print)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for font in self._fonts.values():
            font.close()

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return self._pdf.pages_count

    def output(self) -> bytes:
        """The file."""
        return bytes(self._pdf.output())

    def _write_title(self, text: str) -> None:
        self._paragraph(lambda: self._write(text, "B"), 0, size=self._size + 3)
        self._pdf.ln(1.5)

    def _write_heading(self, text: str) -> None:
        pdf = self._pdf
        height = self._height(self._size)
        if pdf.will_page_break(4 * height):  # a heading does not stand alone at the foot of a page
            pdf.add_page()
        else:
            pdf.ln(0.45 * height)
        self._paragraph(lambda: self._write(text, "B"), 0, size=self._size + 1)

    def _write_item(self, item: Item, level: int) -> None:
        self._pdf.ln(_GAP if level == 0 else 0)
        self._paragraph(lambda: self._write_words(item), level, mark="" if item.number is None else f"{item.number}")
        for below in item.below:
            self._write_item(below, level + 1)

    def _write_words(self, item: Item) -> None:
        if item.label:
            self._write(f"{item.label}: ", "B")
        url = web_url(item.url)
        if url is not None:
            self._write(item.text or url, "", _LINK, url)
        else:
            self._write(" ".join(part for part in (item.text, item.url) if part))
        if item.note:
            self._write(f" {item.note}", "", _PALE)

    def _write_small_print(self, text: str) -> None:
        self._pdf.ln(0.6 * self._height(self._size))
        self._paragraph(lambda: self._write(text, "", _PALE), 0, size=_SMALLEST)

    def _paragraph(self, write: Callable[[], None], level: int, *, mark: str = "", size: float | None = None) -> None:
        """Words from one margin to the other, deeper ones further in, and the mark of a list before them."""
        pdf = self._pdf
        pdf.set_font_size(size or self._size)
        left = _MARGIN + _INDENT * level
        pdf.set_x(left)
        if mark:
            self._write(mark, "B")
            left += _INDENT
        pdf.set_left_margin(left)
        pdf.set_x(left)
        write()
        pdf.set_left_margin(_MARGIN)
        pdf.ln(self._height(pdf.font_size_pt))

    def _write(self, text: str, style: str = "", colour: tuple[int, int, int] = _INK, link: str = "") -> None:
        pdf = self._pdf
        pdf.set_font(_FAMILY, style)
        pdf.set_text_color(*colour)
        end = " " if text.endswith(" ") else ""
        start = " " if text.startswith(" ") else ""
        pdf.write(
            self._height(pdf.font_size_pt), drawable(f"{start}{one_line(text)}{end}", self._fonts[style].cmap), link
        )

    def _height(self, points: float) -> float:
        return points * _LEADING


def _empty(text: BriefingText, day: date, *, compress: bool) -> "FPDF":
    """A document without a word in it, of that title and that day."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_compression(compress)
    pdf.set_creation_date(datetime.combine(day, time(), UTC))
    pdf.set_title(text.title)
    pdf.set_lang("en")
    pdf.set_margin(_MARGIN)
    pdf.alias_nb_pages("")  # no word stands for the number of pages: somebody may be called so
    pdf.set_auto_page_break(auto=True, margin=_MARGIN)
    return pdf


def _added(pdf: "FPDF") -> "dict[str, TTFFont]":
    """The letters of each style, which the document may then use."""
    from fpdf.fonts import TTFFont

    for style, file in _STYLES.items():
        pdf.add_font(_FAMILY, style, _folder() / file)
    pdf.set_font(_FAMILY, "", _COMFORTABLE)
    fonts = [font for font in pdf.fonts.values() if isinstance(font, TTFFont)]
    return dict(zip(_STYLES, fonts, strict=True))


def drawable(text: str, known: Collection[int]) -> str:
    """The text with a box for everything that the letters have no picture for, or that would not be seen."""
    return "".join(sign if ord(sign) in known and ord(sign) not in _UNSEEN else BOX for sign in text)


@cache
def _folder() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf"
