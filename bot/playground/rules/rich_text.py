"""Rich text: paragraphs, lists, quotes and preformatted text, of pieces that are never parsed for markup."""

from bot.playground.rules.grammar import Flag, Listed, Record, Spec, String, Variants, Whole, typed
from bot.playground.rules.objects import ID, URL

_TEXT_STYLE = Record({name: Flag() for name in ("bold", "italic", "strike", "code", "underline")})
_MENTION_STYLE = Record(
    {name: Flag() for name in ("bold", "italic", "strike", "highlight", "client_highlight", "unlink")}
)


def _piece(name: str, needs: tuple[str, ...], style: Spec = _TEXT_STYLE, /, **fields: Spec) -> Record:
    return typed(name, needs, style=style, **fields)


_TEXT = _piece("text", ("text",), text=String())
_LINK = _piece("link", ("url",), url=URL, text=String(), unsafe=Flag())
PIECES = Variants(
    {
        "text": _TEXT,
        "link": _LINK,
        "user": _piece("user", ("user_id",), _MENTION_STYLE, user_id=String()),
        "channel": _piece("channel", ("channel_id",), _MENTION_STYLE, channel_id=String()),
        "usergroup": _piece("usergroup", ("usergroup_id",), _MENTION_STYLE, usergroup_id=String()),
        "team": _piece("team", ("team_id",), team_id=String()),
        "emoji": _piece("emoji", ("name",), name=String(), unicode=String(), skin_tone=Whole(1, 6)),
        "broadcast": _piece("broadcast", ("range",), range=String(among=("here", "channel", "everyone"))),
        "color": _piece("color", ("value",), value=String(form="#[0-9A-Fa-f]{6}")),
        "date": _piece(
            "date",
            ("timestamp", "format"),
            timestamp=Whole(0),
            format=String(form=r"(?s).*\{\w+\}.*"),
            url=URL,
            fallback=String(),
        ),
    }
)
_BORDER = Whole(0, 1)
_SECTION = typed("rich_text_section", ("elements",), elements=Listed(PIECES, least=0))
PARTS = Variants(
    {
        "rich_text_section": _SECTION,
        "rich_text_list": typed(
            "rich_text_list",
            ("elements", "style"),
            elements=Listed(Variants({"rich_text_section": _SECTION})),
            style=String(among=("bullet", "ordered")),
            indent=Whole(0, 8),
            offset=Whole(0),
            border=_BORDER,
        ),
        "rich_text_quote": typed("rich_text_quote", ("elements",), elements=Listed(PIECES, least=0), border=_BORDER),
        "rich_text_preformatted": typed(
            "rich_text_preformatted",
            ("elements",),
            elements=Listed(Variants({"text": _TEXT, "link": _LINK}), least=0),
            border=_BORDER,
        ),
    }
)
RICH_TEXT = typed("rich_text", ("elements",), block_id=ID, elements=Listed(PARTS))
