"""Gap map: where content is missing, by stage and persona, as words and as a table."""

from bot.core.gap_heat import HeatMap
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.values import GapList
from bot.slack.views.elements import Json, actions, button, cell, listing, message, section, table

_ALT = 900
_ROWS, _COLUMNS = 100, 20
"""Of a table, the headings included."""
_IN_TEXT = 20


def map_message(heat: HeatMap) -> Message:
    """The map as a table; what it says most stands above."""
    first = f"{bold(words(heat.title, 150))}\n{words(heat.alt_text.removeprefix(f'{heat.title}: '), _ALT)}"
    ways = actions(button("All gaps", Act.GAPS, GapList()), button("Log a gap", Act.GAP))
    text = listing([first, *_lines(heat)], _IN_TEXT)
    return message("gap-map", text, [section(first), _table(heat), ways])


def _table(heat: HeatMap) -> Json:
    columns = heat.columns[: _COLUMNS - 1]
    rows = [[cell("Persona"), *map(cell, columns)]]
    for title, places in zip(heat.rows[: _ROWS - 1], heat.places, strict=False):
        rows.append([cell(title), *(cell(place.words or "–") for place in places[: _COLUMNS - 1])])
    return table(rows, [{"is_wrapped": True} for _ in rows[0]])


def _lines(heat: HeatMap) -> list[str]:
    """What stands in each row, for those who see no table."""
    return [
        f"• {words(title, 60)}: "
        + "; ".join(
            f"{words(stage, 40)} {place.words}" for stage, place in zip(heat.columns, row, strict=True) if place.words
        )
        for title, row in zip(heat.rows, heat.places, strict=True)
        if any(place.words for place in row)
    ]


def picture_note() -> Message:
    """In the direct messages, that the picture of a map follows."""
    text = "The map of where content is missing, as a picture:"
    return message("gap-map-note", text, [section(text)])
