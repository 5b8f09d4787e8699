"""Blocks: every block an app may send, and the surfaces it may stand on; one table.

Where Slack's documentation and its validator are known to differ, the table holds what both accept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.playground.rules.elements import IMAGE, IN_ACTIONS, IN_CONTEXT_ACTIONS, IN_INPUT, IN_SECTION, SOURCE, among
from bot.playground.rules.grammar import Flag, Listed, Number, Record, Relation, Spec, String, Variants, Whole, typed
from bot.playground.rules.objects import HTTPS, ID, SLACK_FILE, WEB, mrkdwn, plain, text
from bot.playground.rules.relations import AnyOf, Distinct, NotWith, OneOf, OnlyWith, Plotted, Rectangle
from bot.playground.rules.rich_text import RICH_TEXT


class Surface(StrEnum):
    """Where blocks are shown."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


EVERYWHERE = frozenset(Surface)
MESSAGES = frozenset({Surface.MESSAGE})
VIEWS = frozenset({Surface.MODAL, Surface.HOME})


@dataclass(frozen=True, slots=True)
class Block:
    """What a block may be, and where it may stand."""

    record: Record
    surfaces: frozenset[Surface] = EVERYWHERE


def _block(name: str, needs: tuple[str, ...] = (), /, *relations: Relation, **fields: Spec) -> Record:
    return typed(name, needs, *relations, block_id=ID, **fields)


_PICTURE = Variants({"image": IMAGE})
_RICH = Variants({"rich_text": RICH_TEXT})
_CELLS: dict[str, Record] = {
    "raw_text": typed("raw_text", ("text",), text=String()),
    "raw_number": typed("raw_number", ("value", "text"), value=Number(), text=String()),
    "rich_text": RICH_TEXT,
}
_ROW = Listed(Variants(_CELLS), 20)
_COLUMN = Record({"align": String(among=("left", "center", "right")), "is_wrapped": Flag()})
_TABLE = _block("table", ("rows",), rows=Listed(_ROW, 100), column_settings=Listed(_COLUMN, 20, nulls=True))

_LABEL = String(20)
_AXIS = Record(
    {"categories": Listed(_LABEL, 20, distinct=True), "x_label": String(50), "y_label": String(50)}, ("categories",)
)
_POINT = Record({"label": _LABEL, "value": Number()}, ("label", "value"))
_SERIES = Record({"name": _LABEL, "data": Listed(_POINT, 20)}, ("name", "data"))
_SLICE = Record({"label": _LABEL, "value": Number(above=0)}, ("label", "value"))


def _chart(name: str) -> Record:
    return typed(
        name,
        ("series", "axis_config"),
        Distinct("series", "name"),
        Plotted(),
        series=Listed(_SERIES, 6),
        axis_config=_AXIS,
    )


_CHARTS = Variants(
    {
        "pie": typed("pie", ("segments",), segments=Listed(_SLICE, 6)),
        **{name: _chart(name) for name in ("bar", "area", "line")},
    }
)
_CARD = _block(
    "card",
    (),
    AnyOf(("hero_image", "title", "actions", "body")),
    hero_image=_PICTURE,
    icon=_PICTURE,
    title=text(150),
    subtitle=text(150),
    body=text(200),
    actions=Listed(among("button"), 3),
)
_TASK = _block(
    "task_card",
    ("task_id", "title"),
    task_id=ID,
    title=String(),
    status=String(among=("pending", "in_progress", "complete", "error")),
    details=_RICH,
    output=_RICH,
    sources=Listed(Variants({"url": SOURCE})),
)
_PLAIN_BLOCKS: dict[str, Record] = {
    "section": _block(
        "section",
        (),
        AnyOf(("text", "fields")),
        text=text(3000),
        fields=Listed(text(2000), 10),
        accessory=IN_SECTION,
        expand=Flag(),
    ),
    "header": _block("header", ("text",), text=plain(150)),
    "divider": _block("divider"),
    "image": _block(
        "image",
        ("alt_text",),
        OneOf(("image_url", "slack_file")),
        alt_text=String(2000),
        image_url=WEB,
        slack_file=SLACK_FILE,
        title=plain(2000),
    ),
    "context": _block(
        "context",
        ("elements",),
        elements=Listed(Variants({**_PICTURE.records, **plain().records, **mrkdwn().records}), 10),
    ),
    "actions": _block("actions", ("elements",), elements=Listed(IN_ACTIONS, 25)),
    "video": _block(
        "video",
        ("alt_text", "title", "thumbnail_url", "video_url"),
        alt_text=String(2000),
        title=plain(199),
        title_url=HTTPS,
        description=plain(199),
        thumbnail_url=WEB,
        video_url=HTTPS,
        author_name=String(49),
        provider_name=String(),
        provider_icon_url=WEB,
    ),
}
_CONTAINER = _block(
    "container",
    ("child_blocks",),
    AnyOf(("title", "rich_text_title")),
    OnlyWith("default_collapsed", "is_collapsible"),
    NotWith("has_header_divider", "is_collapsible"),
    title=plain(150),
    rich_text_title=_RICH,
    subtitle=text(150),
    child_blocks=Listed(Variants({**_PLAIN_BLOCKS, "table": _TABLE}), 10),
    width=String(among=("narrow", "standard", "wide", "full")),
    icon=_PICTURE,
    is_collapsible=Flag(),
    default_collapsed=Flag(),
    has_header_divider=Flag(),
)
_INPUT = _block(
    "input",
    ("label", "element"),
    label=plain(2000),
    element=IN_INPUT,
    hint=plain(2000),
    optional=Flag(),
    dispatch_action=Flag(),
)
_DATA_TABLE = _block(
    "data_table",
    ("caption", "rows"),
    Rectangle("rows"),
    caption=String(),
    rows=Listed(_ROW, 101, least=2),
    page_size=Whole(1, 100),
    row_header_column_index=Whole(0, 19),
)

BLOCKS: Mapping[str, Block] = {
    **{name: Block(record) for name, record in _PLAIN_BLOCKS.items()},
    "rich_text": Block(RICH_TEXT),
    "input": Block(_INPUT),
    "card": Block(_CARD),
    "carousel": Block(
        _block("carousel", ("elements",), elements=Listed(Variants({"card": _CARD}), 10)),
        frozenset({Surface.MESSAGE, Surface.HOME}),
    ),
    "alert": Block(
        _block(
            "alert",
            ("text",),
            text=text(200),
            level=String(among=("default", "info", "warning", "error", "success")),
        ),
        frozenset({Surface.MODAL}),
    ),
    "container": Block(_CONTAINER, MESSAGES),
    "table": Block(_TABLE, MESSAGES),
    "data_table": Block(_DATA_TABLE, MESSAGES),
    "data_visualization": Block(
        _block("data_visualization", ("title", "chart"), title=String(50), chart=_CHARTS), MESSAGES
    ),
    "context_actions": Block(
        _block("context_actions", ("elements",), elements=Listed(IN_CONTEXT_ACTIONS, 5)), MESSAGES
    ),
    "markdown": Block(_block("markdown", ("text",), text=String(12_000)), MESSAGES),
    "task_card": Block(_TASK, MESSAGES),
    "plan": Block(
        _block(
            "plan",
            ("title",),
            Distinct("tasks", "task_id"),
            title=String(),
            tasks=Listed(Variants({"task_card": _TASK}), 50),
        ),
        MESSAGES,
    ),
    "file": Block(
        _block("file", ("external_id", "source"), external_id=String(), source=String(among=("remote",))), MESSAGES
    ),
    "call": Block(_block("call", ("call_id",), call_id=String()), MESSAGES),
}
ON = {
    surface: Variants({name: block.record for name, block in BLOCKS.items() if surface in block.surfaces})
    for surface in Surface
}
"""What may stand on each surface."""
