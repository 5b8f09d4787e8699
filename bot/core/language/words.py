"""Words: a text cut into words that remember where they stood.

Everything that reads a person's words starts here. A word has a `key` to compare by (lower case, no accents, short
forms written out: "doesn't", "doesnt" and "does not" are the same two keys) and the place in the text where it was
found, so that whatever is read can be quoted as it was said.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LONGEST_TEXT = 4000
"""Characters; a longer text is a document, and no rule here claims to understand one."""


class Word(NamedTuple):
    """A word, a number or a mark, and where it stands in the text."""

    key: str
    """What it is compared by; a mark is its own key, a line break is `;`."""
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation and no word."""
        return not self.key[0].isalnum() and self.key not in _ENDINGS

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.key[0].isdigit()


_TOKEN = re.compile(
    r"(?<!\w)[wW]/(?:(?:[oO]|out)\b|(?=\s*[^\W\d_]))"
    r"|(?:[^\W\d_]\.){2,}|\d+(?:[.,'’]\d+)*|[^\W\d_][^\W_]*(?:['’`][^\W\d_]+)*|['’][sS]\b|\n|[^\w\s]|_"
)
_ENDINGS = frozenset({"'s"})
SHORT_SCALES = frozenset({"mio", "mrd", "tsd", "mill", "mil", "bn", "mn"})
_BEFORE_NUMBER = frozenset({"ca", "approx", "max", "min", "mind", "rd", "appr", "c"})
_MONEY_WORDS = frozenset({
    "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "chf", "umsatz", "in", "per", "pro", "arr", "revenue",
    "€", "$", "£", "a", "im",
})  # fmt: skip
"""Words before which the full stop of "Mio." ends no sentence."""
_QUESTION_MARKS = "?？؟¿"
_MARKS = {
    **dict.fromkeys("–—−‒‐‑", "-"),
    **dict.fromkeys("“”„«»`´", '"'),
    **dict.fromkeys("’‘", "'"),
    **dict.fromkeys(_QUESTION_MARKS, "?"),
    "\n": ";",
    "≥": ">=",
    "≤": "<=",
    "≈": "~",
    "；": ";",
    "，": ",",
    "。": ".",
}
_SHORT = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}
_WRITTEN_OUT = {
    "cant": ("can", "not"), "wont": ("will", "not"), "aint": ("is", "not"), "shant": ("will", "not"),
    "dunno": ("do", "not", "know"), "idk": ("do", "not", "know"), "gonna": ("going", "to"),
    "wanna": ("want", "to"), "gotta": ("got", "to"), "gimme": ("give", "me"), "lemme": ("let", "me"),
    "whats": ("what", "'s"), "wheres": ("where", "'s"), "hows": ("how", "'s"), "whos": ("who", "'s"),
    "whens": ("when", "'s"), "whys": ("why", "'s"), "thats": ("that", "'s"), "theres": ("there", "'s"),
    "heres": ("here", "'s"), "lets": ("let", "'s"), "theyre": ("they", "are"), "theyve": ("they", "have"),
    "theyll": ("they", "will"),
    "weve": ("we", "have"), "youre": ("you", "are"), "youve": ("you", "have"), "im": ("i", "am"),
    "ive": ("i", "have"), "whatd": ("what", "would"), "shes": ("she", "'s"), "hes": ("he", "'s"),
    "cannot": ("can", "not"), "u": ("you",), "ur": ("your",), "r": ("are",), "w": ("with",), "abt": ("about",),
    "bout": ("about",),
    "w/": ("with",), "w/o": ("without",), "w/out": ("without",),
    "wat": ("what",), "wut": ("what",), "wht": ("what",), "shld": ("should",), "pls": ("please",),
    "plz": ("please",), "acct": ("account",), "mtg": ("meeting",), "tmrw": ("tomorrow",), "tmr": ("tomorrow",),
    "tomorow": ("tomorrow",), "rn": ("now",), "cuz": ("because",), "bc": ("because",), "coz": ("because",),
    "thru": ("through",), "tho": ("though",), "nxt": ("next",), "cos": ("because",), "ya": ("you",), "em": ("them",),
    "wld": ("would",), "cld": ("could",), "bugdet": ("budget",), "budegt": ("budget",), "employes": ("employees",),
    "emplyees": ("employees",), "employess": ("employees",), "emploees": ("employees",), "emps": ("employees",),
    "buget": ("budget",), "bugget": ("budget",), "buddget": ("budget",), "buidget": ("budget",),
    "empl": ("employees",), "budgte": ("budget",), "doe": ("does",),
    "giv": ("give",), "waht": ("what",), "whta": ("what",), "doess": ("does",), "deos": ("does",), "hlep": ("help",),
    "halp": ("help",), "shoudl": ("should",), "shuld": ("should",), "wich": ("which",),
    "knwo": ("know",), "abou": ("about",), "abotu": ("about",), "hwo": ("how",), "teh": ("the",), "taht": ("that",),
    "fitt": ("fit",), "budgt": ("budget",), "wiht": ("with",), "hav": ("have",), "ppls": ("people",),
    "shwo": ("show",), "tel": ("tell",), "wats": ("what", "'s"), "wots": ("what", "'s"), "wot": ("what",),
    "b4": ("before",),
}  # fmt: skip
_NEGATED = frozenset({
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should", "need",
})  # fmt: skip


def fold(text: str) -> str:
    """A text in lower case, without accents."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    return "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))


def cut(text: str) -> list[Word]:
    """The words, numbers and marks of a text, in order."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        words.extend(word for word in _written_out(match.group(), match.start(), match.end()) if word.key.strip())
    return words


def _written_out(token: str, start: int, end: int) -> list[Word]:
    key = _MARKS.get(token) or fold(token).replace("’", "'").replace("`", "'")
    if key.endswith(".") and len(key) > 1:
        return [Word(key.replace(".", ""), start, end)]
    if "'" not in key or key[0].isdigit() or key == "'":
        return [Word(part, start, end) for part in _parts(key)]
    stem, _, ending = key.rpartition("'")
    if ending == "s":
        return [*_stem(stem, start, end - 2), Word("'s", end - 2, end)]
    if "'" + ending in _SHORT:
        return [*_stem(stem, start, end), Word(_SHORT["'" + ending], start, end)]
    return [Word(part, start, end) for part in _parts(key.replace("'", ""))]


def _stem(stem: str, start: int, end: int) -> list[Word]:
    return [Word(stem.replace("'", ""), start, end)] if stem else []


def _parts(key: str) -> tuple[str, ...]:
    if key.endswith("nt") and key[:-2] in _NEGATED:
        return (key[:-2], "not")
    return _WRITTEN_OUT.get(key) or (key or "'",)


def keys(words: Iterable[Word]) -> tuple[str, ...]:
    """The keys of words, marks left out."""
    return tuple(word.key for word in words if not word.is_mark)


class Sentence(NamedTuple):
    """The words up to a full stop, a question mark, a semicolon or the end of a line."""

    words: tuple[Word, ...]
    """Without the mark that ends it."""
    asks: bool
    """Whether a question mark ends it."""


def sentences(words: Sequence[Word]) -> list[Sentence]:
    """Cut words into sentences; a full stop inside a name or a number ends none."""
    found: list[Sentence] = []
    begin = 0
    for position, word in enumerate(words):
        if word.key == "?" and position == begin and found:
            found[-1] = Sentence(found[-1].words, asks=True)
            begin = position + 1
        elif _ends_sentence(words, position):
            found.append(Sentence(tuple(words[begin:position]), asks=word.key == "?"))
            begin = position + 1
    found.append(Sentence(tuple(words[begin:]), asks=False))
    return [sentence for sentence in found if sentence.words]


def _ends_sentence(words: Sequence[Word], position: int) -> bool:
    word = words[position]
    if word.key in ("?", "!", ";"):
        return True
    if word.key != ".":
        return False
    following = words[position + 1] if position + 1 < len(words) else None
    if following is not None and position and _is_shortened(words[position - 1], word, following):
        return False
    return following is None or following.start > word.end or following.is_mark


def _is_shortened(before: Word, stop: Word, following: Word) -> bool:
    """Whether a full stop belongs to a short form: "max. 30", "1,2 Mio. EUR"."""
    if before.end != stop.start:
        return False
    if before.key in _BEFORE_NUMBER:
        return following.is_number or following.key in _MONEY_WORDS
    return before.key in SHORT_SCALES and following.key in _MONEY_WORDS


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark, closing brackets and quotes aside."""
    return text.rstrip(" \t\r\n\"'”’)]}*_~.!»").endswith(tuple(_QUESTION_MARKS))
