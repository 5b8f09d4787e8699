"""Gaps in the terminal: in a list, in full, and as a heat map."""

import re

from bot.cli.views.gap import gap_details, gap_lines, heat_lines
from bot.core.gap import Gap, GapEvent, GapKind, Happened, Missing, assigned, replayed
from bot.core.gap_heat import HeatMap, Place
from bot.core.gap_worth import ValuedGap, Worth
from tests.small import NOW, person

DECK = Missing(kind=GapKind.CONTENT, what="no\ndeck", account_id=3, persona="cfo")


def gap(*events: GapEvent, quote: str | None = None) -> Gap:
    """A gap with what happened to it."""
    return replayed(7, DECK, [GapEvent(happened=Happened.LOGGED, source=person(), at=NOW, quote=quote), *events])


def test_a_list() -> None:
    """A head and one line a gap; nothing where there is none."""
    voice = GapEvent(happened=Happened.VOICED, source=person("bob"), at=NOW)
    head, line = gap_lines([ValuedGap(gap(voice, assigned("cid", person(), NOW)), Worth(2), "Acme")])

    assert head.startswith("Gap  Logged")
    parts = ["#7", "2026-11-01", "no deck", "content we do not have", "Acme", "2 accounts that may fit wait"]
    assert [*parts, "ann, 2 voices", "cid", "open"] == re.split(r" {2,}", line)
    assert [] == gap_lines([])


def test_one_in_full() -> None:
    """Only what there is: without evidence, no line for it."""
    without, quoted = (gap_details(ValuedGap(gap(quote=quote), Worth(0), None)) for quote in (None, "we need\none"))

    assert ["#7 no deck", "  kind     content we do not have", "  persona  cfo"] == without[:3]
    assert ["  worth    0 accounts that may fit wait", "  status   open"] == without[3:5]
    assert without[5].endswith("  logged by ann")
    assert [*without, "      “we need one”"] == quoted


def test_a_heat_map() -> None:
    """The words of the picture, and its places as a table."""
    heat = HeatMap("Gaps", ("CFO", "CTO"), ("Buy",), ((Place(2, is_empty=True),), (Place(0, is_empty=False),)))

    assert [heat.alt_text, "", "     Buy", "CFO  2 · no asset", "CTO  -"] == heat_lines(heat)
