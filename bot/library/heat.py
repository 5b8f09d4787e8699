"""Heat as a picture: the heat map of content gaps as a PNG; the only home of matplotlib.

Colour carries nothing alone: every place says its number, and one without an asset is hatched and says so. The
background is part of the picture, so that it reads the same on a light page and on a dark one.
"""

import io
import textwrap
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from bot.core.gap_heat import EMPTY, HeatMap, Place

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_PAPER, _INK, _PALE = "#ffffff", "#1d1c1d", "#bdbdbd"
_SHADES = ("#f6f6f6", "#fde0c5", "#facba6", "#f59e72", "#eb7f54", "#c8553d")
"""From no gap to the most; dark text is readable on each of them."""
_BEHIND = {"facecolor": _PAPER, "edgecolor": "none", "pad": 1.5, "alpha": 0.85}
"""Of words on a hatched place."""
_WIDTH, _HEIGHT, _DPI = 1.5, 0.72, 144
"""Of one place, in inches."""
_MARGINS = 2.6, 1.7
_LONGEST = 40
_WRAPPED = 16


def draw_heat(heat: HeatMap) -> bytes:
    """A heat map as a PNG."""
    from matplotlib.figure import Figure

    rows, columns = len(heat.rows), len(heat.columns)
    size = columns * _WIDTH + _MARGINS[0], rows * _HEIGHT + _MARGINS[1]
    figure = Figure(figsize=size, dpi=_DPI, facecolor=_PAPER, layout="constrained")
    axes = figure.add_subplot(facecolor=_PAPER)
    most = max((place.gaps for row in heat.places for place in row), default=0)
    for y, row in enumerate(heat.places):
        for x, place in enumerate(row):
            _draw_place(axes, (x, y), place, most)
    axes.set_xlim(0, columns)
    axes.set_ylim(rows, 0)
    axes.set_xticks([x + 0.5 for x in range(columns)], _labels(heat.columns), color=_INK, parse_math=False)
    axes.set_yticks([y + 0.5 for y in range(rows)], _labels(heat.rows), color=_INK, parse_math=False)
    axes.tick_params(length=0, labeltop=True, labelbottom=False)
    axes.spines[:].set_visible(False)
    axes.set_title(_drawable(heat.title[: 2 * _LONGEST]), color=_INK, fontweight="bold", pad=14, parse_math=False)
    axes.set_xlabel(f"Number: open content gaps. Hatched: {EMPTY} in the journey.", color=_INK, fontsize=9, labelpad=10)
    target = io.BytesIO()
    words = {"Title": heat.title, "Description": heat.alt_text}
    figure.savefig(target, format="png", bbox_inches="tight", pad_inches=0.2, metadata=words)
    return target.getvalue()


def _draw_place(axes: "Axes", at: tuple[int, int], place: Place, most: int) -> None:
    from matplotlib.patches import Rectangle

    hatch = "////" if place.is_empty else None
    axes.add_patch(Rectangle(at, 1, 1, facecolor=_shade(place.gaps, most), edgecolor=_PALE, hatch=hatch, linewidth=0))
    axes.add_patch(Rectangle(at, 1, 1, fill=False, edgecolor=_PAPER, linewidth=3))
    x, y = at
    if place.gaps:
        low = 0.42 if place.is_empty else 0.5
        axes.text(x + 0.5, y + low, str(place.gaps), ha="center", va="center", color=_INK, fontsize=15, weight="bold")
    if place.is_empty:
        low = 0.78 if place.gaps else 0.5
        axes.text(x + 0.5, y + low, EMPTY, ha="center", va="center", color=_INK, fontsize=8, bbox=_BEHIND)


def _shade(gaps: int, most: int) -> str:
    """The colour of a place: none for no gap, and darker towards the most that there are in any place."""
    if gaps == 0:
        return _SHADES[0]
    steps = len(_SHADES) - 1
    return _SHADES[-(-gaps * steps // max(most, steps))]


def _labels(labels: Sequence[str]) -> list[str]:
    """Labels broken into lines; a stage of several names after its slashes."""
    return [_wrapped(_drawable(label.replace("/", "/ "))) for label in labels]


def _wrapped(label: str) -> str:
    lines = textwrap.wrap(textwrap.shorten(label, _LONGEST, placeholder="…"), _WRAPPED)
    return "\n".join(lines).replace("/ ", "/")


def _drawable(text: str) -> str:
    """Text in which what the font has no picture for stands as a box."""
    known = _characters()
    return "".join(character if ord(character) in known else "□" for character in text)


@cache
def _characters() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())
