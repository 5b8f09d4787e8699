"""Subject: what makes two gaps the same.

A trait that nobody can answer is the same gap whatever words it is logged with, and so is a persona whom nobody has
met. Everything else is the same where its words are, but for case, marks, plurals and words that say nothing; content
has to be for the same stage and persona as well.
"""

import re
import unicodedata

from bot.core.canonical import sha256_hex
from bot.core.gap import GapKind, Missing
from bot.core.language.phrases import singular

_FILLERS = frozenset("a an the any our we i is are there s have has had got yet please".split())  # noqa: SIM905


def subject_of(missing: Missing) -> str:
    """A fingerprint of what is missing, the account aside: equal for gaps that are the same."""
    return sha256_hex([missing.kind.value, *_about(missing)])


def _about(missing: Missing) -> list[str | None]:
    if missing.kind in (GapKind.TRAIT, GapKind.CONTRADICTION) and missing.trait:
        return ["trait", missing.trait]
    if missing.kind is GapKind.PERSONA and missing.persona:
        return ["persona", missing.persona]
    about: list[str | None] = ["words", same_words(missing.what)]
    if missing.kind is GapKind.CONTENT:
        about += [missing.stage.value if missing.stage else None, missing.persona]
    return about


def same_words(text: str) -> str:
    """Words without what makes no difference to what they say is missing."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = re.findall(r"[$€£¥]?\w+[+#%]*", plain)  # C++ is not C#, and $5M not €5M
    telling = [singular(word) for word in words if word not in _FILLERS]
    return " ".join(telling or words) or " ".join(plain.split())
