"""Text files as they come from other people's editors: decoded as UTF-8 with plain line ends, or refused with the line.

A byte order mark is skipped and CRLF becomes a line feed, so that a file means the same on every system. UTF-16 is
refused rather than decoded: whoever saved it so can save it as UTF-8, and everything else then reads it, too.
"""

import codecs
import os
import re
import stat
from pathlib import Path

from bot.core.errors import FileRefused

LARGEST_FILE = 5_000_000
"""In bytes. A larger file is refused before it is read."""

_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Unreadable(FileRefused):
    """Raised when a file of a pack cannot be read as text or as YAML; `line` says where, from 1."""

    def __init__(self, message: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(message)


def read_text_file(path: Path) -> str:
    """Read a text file.

    Raises:
        Unreadable: the file is no regular file, too large, not UTF-8, or holds control characters.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("this is no regular file; a pack is made of files")
        if about.st_size > LARGEST_FILE:
            raise Unreadable(
                f"the file has {about.st_size:,} bytes; allowed are {LARGEST_FILE:,}, so split it or cut it"
            )
        data = path.read_bytes()
    except OSError as wrong:
        raise Unreadable(f"the file cannot be read: {os.strerror(wrong.errno or 0)}") from wrong
    return decode(data)


def decode(data: bytes) -> str:
    """Decode the bytes of a text file; lines then end in a line feed.

    Raises:
        Unreadable: the bytes are not UTF-8, or hold control characters.
    """
    for mark, name in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            raise Unreadable(f"the file is {name}; save it as UTF-8", 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        byte, line = wrong.object[wrong.start], wrong.object.count(b"\n", 0, wrong.start) + 1
        raise Unreadable(
            f"byte 0x{byte:02X} at offset {wrong.start} is not UTF-8; save the file as UTF-8", line
        ) from wrong
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_characters(text, _CONTROL)
    return text


def refuse_characters(text: str, forbidden: re.Pattern[str]) -> None:
    """Refuse a text that holds a character that nobody can see.

    Raises:
        Unreadable: there is one; the message names it and its line.
    """
    found = forbidden.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise Unreadable(f"the invisible character U+{ord(found.group()):04X} is not allowed; delete it", line)
