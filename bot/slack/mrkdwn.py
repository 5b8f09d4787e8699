"""Mrkdwn: the text that Slack formats, and how the words of others get into it and out of it unharmed.

Everything that Fika did not write itself passes through `escape` or one of the functions built on it, so that
`<!channel>` in a name is a name and pings nobody. `words` goes further: an asterisk in a name makes nothing bold.
"""

import re
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlsplit

ELLIPSIS = "…"
BLANK = "(blank)"
"""Stands for a text in which there is nothing to see; Slack refuses an empty one."""

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_UNESCAPES = {escaped: plain for plain, escaped in _ESCAPES.items()}
_SPECIAL = re.compile("[&<>]")
_ESCAPED = re.compile("&(?:amp|lt|gt);")
_TOKEN = re.compile(r"<([^<>]*)>|&(?:amp|lt|gt);")
_USER = re.compile(r"(?=[A-Z]*[0-9])[UW][A-Z0-9]{1,30}")
"""With a digit in it, as Slack's ids have: a person may be called UMA."""
_LONGEST_ESCAPE = len("&amp;")
_LONG_WORD = 20
"""Half a word of at most so many letters is left out where a text is cut."""
_LOOKALIKES = str.maketrans({"*": "∗", "`": "ˋ", "~": "∼"})
_EDGE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""An underscore that could begin or end italics; one inside a word could not."""
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""What moves cursors, turns text around, or cannot be sent at all."""


def escape(text: str) -> str:
    """The text with the three characters that Slack acts upon written out; `plain` turns it back."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found.group()], text)


def plain(text: str, bot: str | None = None) -> str:
    """What a person typed, from what Slack sends: mentions, channels and links as words, escapes undone.

    Args:
        text: as Slack sends it.
        bot: the user id of the app, whose own mention is left out.
    """
    addressed = bot is not None and f"<@{bot}" in text
    said = _TOKEN.sub(lambda found: _unwrapped(found, bot), text)
    return said.strip() if addressed else said


def _unwrapped(found: re.Match[str], bot: str | None) -> str:
    inner = found.group(1)
    if inner is None:
        return _UNESCAPES[found.group()]
    target, _, label = inner.partition("|")
    if bot is not None and target == f"@{bot}":
        return ""
    return _ESCAPED.sub(lambda escaped: _UNESCAPES[escaped.group()], _token_words(target, label))


def _token_words(target: str, label: str) -> str:
    """What stands between angle brackets, as words: the label where there is one, else the target."""
    sign, rest = target[:1], target[1:]
    if sign in {"@", "#"}:
        return sign + (label.removeprefix(sign) or rest)
    if sign == "!":
        return label or f"@{rest.partition('^')[0]}"
    return label or target.removeprefix("mailto:").removeprefix("tel:")


def one_line(text: str) -> str:
    """Somebody else's words on one line, without characters that nobody can see; never empty."""
    return " ".join(_UNSEEN.sub(" ", text).split()) or BLANK


@lru_cache(maxsize=8192)
def flat(text: str, limit: int) -> str:
    """Somebody else's words for a field that Slack does not format."""
    line = one_line(text)
    return line if len(line) <= limit else _beginning(line, limit - 1) + ELLIPSIS


def _beginning(line: str, most: int) -> str:
    """The first words of a longer line; where the last of them is very long, as much of it as there is room for."""
    kept = line[:most]
    if not line[most].isspace():
        whole, _, half = kept.rpartition(" ")
        if whole and len(half) <= _LONG_WORD:
            kept = whole
    return kept.rstrip()


@lru_cache(maxsize=8192)
def words(text: str, limit: int = 200) -> str:
    """Somebody else's words for a text that Slack formats: on one line, escaped, and formatting nothing."""
    return clipped(escape(unformatted(flat(text, limit))), 6 * limit)


def unformatted(text: str) -> str:
    """The text with characters that would format it replaced by ones that look alike."""
    return _EDGE_UNDERSCORE.sub("ˍ", text.translate(_LOOKALIKES))


def clipped(text: str, limit: int) -> str:
    """Mrkdwn of at most that many characters, never cut inside an escape, a mention or a link."""
    if len(text) <= limit:
        return text
    end = limit - len(ELLIPSIS)
    opened = text.rfind("<", 0, end)
    if opened > text.rfind(">", 0, end):
        end = opened
    ampersand = text.rfind("&", max(0, end - _LONGEST_ESCAPE + 1), end)
    if ampersand >= 0 and ";" not in text[ampersand:end]:
        end = ampersand
    return text[:end].rstrip() + ELLIPSIS


def bold(mrkdwn: str) -> str:
    """Text that is escaped and formats nothing yet, in bold."""
    return f"*{mrkdwn}*"


def is_user(user: str) -> bool:
    """Whether that has the shape of a Slack user id."""
    return _USER.fullmatch(user) is not None


def person(user: str) -> str:
    """A person: a mention where that is a Slack user id, else the words for them."""
    return f"<@{user}>" if is_user(user) else words(user, 60)


def link(url: str, label: str, limit: int = 150) -> str:
    """A link under its label; the label alone where the address is none that a browser opens."""
    address = safe_url(url)
    shown = words(label, limit)
    # Inside a link a bar would end the address and begin the label.
    return f"<{escape(address)}|{shown.replace('|', '¦')}>" if address else shown


def safe_url(url: str) -> str | None:
    """An http or https address with everything in it encoded that could end a link; None for anything else."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or len(url) > 2000:  # noqa: PLR2004 - Slack takes 3000, encoded
        return None
    address = quote(url.strip(), safe=":/?#[]@!$&'()+,;=%~-._")
    return address if len(address) <= 2500 else None  # noqa: PLR2004 - as above


def day(when: date) -> str:
    """A date as people everywhere read it: 2026-11-22."""
    return f"{when:%Y-%m-%d}"
