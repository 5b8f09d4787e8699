"""Heat as a picture: every map becomes a PNG that says in words what it shows."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.gap_heat import HeatMap, Place
from bot.library.heat import _SHADES, _drawable, _shade, draw_heat

PLACES = st.builds(Place, st.integers(0, 200), st.booleans())
WORDS = st.text(st.characters(codec="utf-8"), min_size=1) | st.sampled_from(
    ["$x_{", "日本", "👩‍💻", "a/b/c", "x" * 300]
)


@st.composite
def maps(draw: st.DrawFn) -> HeatMap:
    """A heat map of any size with any words."""
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    names = [tuple(draw(WORDS) for _ in range(count)) for count in (rows, columns)]
    places = tuple(tuple(draw(PLACES) for _ in range(columns)) for _ in range(rows))
    return HeatMap(draw(WORDS), names[0], names[1], places)


@settings(max_examples=8)
@given(maps())
def test_any_map_can_be_drawn(heat: HeatMap) -> None:
    """Whatever words a pack has, mathematics and letters that no font has included; without a warning."""
    picture = draw_heat(heat)

    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture.endswith(b"IEND\xaeB`\x82")


def test_the_picture_says_in_words_what_it_shows() -> None:
    """The alternative text is part of the file."""
    heat = HeatMap("Content gaps", ("CFO",), ("Buy",), ((Place(2, is_empty=True),),))

    assert heat.alt_text.encode() in draw_heat(heat)


def test_pictures_of_different_maps_differ() -> None:
    """A number, an empty place and a shade each change what is seen."""
    places = [Place(0, is_empty=False), Place(0, is_empty=True), Place(1, is_empty=False), Place(9, is_empty=False)]
    pictures = {draw_heat(HeatMap("x", ("CFO",), ("Buy",), ((place,),))) for place in places}

    assert 4 == len(pictures)


@given(st.integers(0, 500), st.integers(0, 500))
def test_more_gaps_are_never_paler(few: int, more: int) -> None:
    """No gap is the palest, one gap is not, the most are among the darkest once there are enough of them."""
    few, more = sorted((few, more))

    assert _SHADES.index(_shade(few, more)) <= _SHADES.index(_shade(more, more))
    assert (few == 0) == (_shade(few, more) == _SHADES[0])
    assert more < len(_SHADES) - 1 or _SHADES[-1] == _shade(more, more)


@pytest.mark.parametrize(("text", "drawn"), [("CFO – Ä", "CFO – Ä"), ("日本", "□□"), ("a\u0000b", "a□b")])
def test_what_the_font_lacks_is_a_box(text: str, drawn: str) -> None:
    """And everything else stands as it is."""
    assert drawn == _drawable(text)


def test_only_a_picture_loads_the_plotting_library() -> None:
    """Naming the module costs nothing."""
    code = "import sys, bot.library.heat; print('matplotlib' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False" == run.stdout.strip()
