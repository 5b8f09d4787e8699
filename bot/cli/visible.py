"""Visible: text in which nothing acts on the terminal.

Names, quotes, titles and file names come from other people. A control character in them could move the cursor, set the
window's title or turn a line around; here it is shown as what it is.
"""

_TURNS_TEXT_AROUND = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_HIDDEN = (0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF, 0x00AD)
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_SHOWN = {
    code: f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte or two
    for code in (*_CONTROLS, *_TURNS_TEXT_AROUND, *_HIDDEN)
    if code != ord("\n")
}


def visible(text: str) -> str:
    """The text with every control character but the line feed written out."""
    return text.translate(_SHOWN)
