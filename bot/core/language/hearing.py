"""Hearing: a message taken apart, before anything is decided about it.

A message becomes lines: sentences, or the two halves of "acme has 120 people, does it fit?". Each line knows its words,
the names in it, whether it asks, and what it asks for if it does.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.language.common import COMMON_WORDS
from bot.core.language.cue import PRONOUNS, Cue, asks_why, cue_of, cue_words, is_about_verdict, mend, point_of
from bot.core.language.mention import AROUND_NAME, Spoken, Token, known_names, lookup, spoken_names, tokens_of
from bot.core.language.parse import mended, statements
from bot.core.language.reading import Stretch
from bot.core.language.setting import Scene, scene_of
from bot.core.language.vocabulary import Vocabulary, vocabulary_of
from bot.core.language.words import Word, cut, sentences
from bot.core.naming import Named
from bot.core.pack import Pack
from bot.core.request import RequestKind

LONGEST_UNKNOWN = 4
"""Words of a name that nobody here knows."""
_SHORTEST_UNKNOWN = 3
_CUES_READ = 60
"""Words of a sentence that are looked at for what it asks; a longer one is no request."""
_LINES_READ = 20
"""Lines of a message that are looked at for what they ask; those after them only state something."""
_SPLICES = frozenset({",", "-", "so", "and", "but", "(", ":"})
ASKING = frozenset({
    "is", "are", "does", "do", "did", "should", "shall", "can", "could", "would", "will", "what", "which", "who",
    "why", "how", "where", "when", "any", "worth", "thoughts", "good", "fit",
})  # fmt: skip
"""Words that a question begins with, even where its mark is missing."""
_WORDS_FOR_ACCOUNT = frozenset({"account", "company", "deal", "prospect", "one", "this", "that", "opportunity"})
_RULED_ON = frozenset({"is", "are", "was", "chase", "pursue"})
_TIERS = frozenset("abcd")
_ENDS_A_NAME = frozenset({
    "corp", "inc", "co", "group", "labs", "partners", "traders", "systems", "solutions", "technologies", "industries",
    "brothers", "enterprises", "holdings", "studios", "foods", "capital", "networks", "robotics", "analytics",
})  # fmt: skip
"""Everyday words that a name may end with, as long as it begins with a telling one."""
_STRUCK = re.compile(r"(?<![\w~])~~?(?=[^\s~])[^~\n]*(?<=[^\s~])~~?(?![\w~])")
_QUOTED = re.compile(r"^[ \t]*>(?![\d=]).*", re.MULTILINE)
_ENDS_SENTENCE = frozenset("!?;.")
_ODD_MARKS = frozenset("<>*|")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or a half of one, as the router sees it."""

    words: tuple[Word, ...]
    tokens: tuple[Token, ...]
    asks: bool
    cue: Cue | None = None
    """What it asks for, where the wording is known."""

    @property
    def keys(self) -> list[str]:
        """What its tokens are compared by."""
        return [token.key for token in self.tokens]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one pack."""

    vocabulary: Vocabulary
    scene: Scene

    def is_phrase(self, words: Sequence[Word]) -> bool:
        """Whether words are a phrase of the pack, from the first to the last."""
        books = (self.vocabulary.book, self.scene.personas, self.scene.stages)
        found = (book.longest(words, 0) for book in books)
        return any(each is not None and each.end == len(words) for each in found)

    def is_nearly_phrase(self, words: Sequence[Word]) -> bool:
        """The same, with slips in longer words put right."""
        return self.is_phrase(words) or self.is_phrase(mended(words, self.vocabulary))


def lexicon_of(pack: Pack) -> Lexicon:
    """The words of a pack."""
    return Lexicon(vocabulary_of(pack), scene_of(pack))


@dataclass(slots=True)
class Hearing:
    """A message taken apart."""

    text: str
    names: Sequence[Named]
    lexicon: Lexicon
    words: list[Word]
    known: Mapping[str, str]
    """The accounts' names, by the form in which they are looked up."""
    spoken: list[Spoken]
    """The names that stand in the text."""
    lines: list[Line] = field(default_factory=list)
    aside: list[Word] = field(default_factory=list)
    """What is struck through or quoted, and so no statement of the person's own."""
    is_quoting: bool = False
    """Whether lines of somebody else's are quoted."""

    def said(self, tokens: Sequence[Token]) -> str:
        """The text from the first to the last of some tokens."""
        return self.text[tokens[0].start : tokens[-1].end]

    def stretches(self) -> list[Stretch]:
        """Where names stand that are nothing but names."""
        return [(each.start, each.end) for each in self.spoken if not each.is_everyday]

    def is_statement(self, line: Line) -> bool:
        """Whether a line states something about a trait."""
        return bool(statements(line.words, self.lexicon.vocabulary, self.stretches()))


def hear(text: str, lexicon: Lexicon, names: Sequence[Named]) -> Hearing:
    """Take a message apart."""
    quoted, struck = ([match.span() for match in pattern.finditer(text)] for pattern in (_QUOTED, _STRUCK))
    words, aside = _parted(_without_handles(cut(text)), [*quoted, *struck])
    known = known_names(names)
    odd = list(_odd_names(text, known.values()))
    plain = [each for each in spoken_names(text, words, known, lexicon.is_nearly_phrase) if not _lies_in(each, odd)]
    spoken = sorted([*odd, *plain])
    words = _with_names_whole(words, spoken)
    hearing = Hearing(text, names, lexicon, words, known, spoken, aside=aside, is_quoting=bool(quoted))
    for sentence in sentences(words):
        hearing.lines.extend(_lines(hearing, sentence.words, asks=sentence.asks))
    return hearing


def _parted(words: Sequence[Word], aside: Sequence[Stretch]) -> tuple[list[Word], list[Word]]:
    """The words that stand outside and inside of some stretches."""
    parts: tuple[list[Word], list[Word]] = ([], [])
    for word in words:
        parts[any(start <= word.start < end for start, end in aside)].append(word)
    return parts


def _odd_names(text: str, names: Iterable[str]) -> Iterator[Spoken]:
    """Names with marks in them that no sentence has, like <!channel>; they cannot be anything else."""
    for name in names:
        if not _ODD_MARKS.isdisjoint(name):
            for match in re.finditer(re.escape(name), text, re.IGNORECASE):
                yield Spoken(*match.span(), is_everyday=False, is_sure=True)


def _lies_in(spoken: Spoken, others: Sequence[Spoken]) -> bool:
    return any(each.start <= spoken.start < each.end for each in others)


def _with_names_whole(words: Sequence[Word], spoken: Sequence[Spoken]) -> list[Word]:
    """Words in which a mark inside a name ends no sentence."""
    kept: list[Word] = []
    for word in words:
        name = next((each for each in spoken if each.start <= word.start < each.end and not each.is_everyday), None)
        if name is None or word.key not in _ENDS_SENTENCE:
            kept.append(word)
    return kept


def _without_handles(words: Sequence[Word]) -> list[Word]:
    """Words without the handles that Slack writes as <@U0123>."""
    return [
        word
        for position, word in enumerate(words)
        if not (position > 1 and words[position - 1].key == "@" and words[position - 2].key == "<")
    ]


def _lines(hearing: Hearing, words: tuple[Word, ...], *, asks: bool) -> Iterator[Line]:
    """A sentence as one line, or as two where a question is tied to a statement by a comma."""
    splices = [at for at, word in enumerate(words) if at and word.key in _SPLICES]
    for position in reversed(splices if len(words) <= _CUES_READ and len(hearing.lines) < _LINES_READ else []):
        right = _line(hearing, words[position + 1 :], asks=True)
        if right is None or right.keys[point_of(right.keys)] not in ASKING:
            continue
        left = _line(hearing, words[:position], asks=False)
        known = right.cue is not None and right.cue.kind is not RequestKind.OPEN_QUESTION
        if known and left is not None and hearing.is_statement(left):
            yield from (left, right)
            return
    line = _line(hearing, words, asks=asks)
    if line is not None:
        yield line


def _line(hearing: Hearing, words: Sequence[Word], *, asks: bool) -> Line | None:
    tokens = tokens_of(words, hearing.spoken, mend)
    if not tokens:
        return None
    line = Line(tuple(words), tuple(tokens), asks)
    is_long = len(tokens) > _CUES_READ or len(hearing.lines) >= _LINES_READ
    return line if is_long else replace(line, cue=_cue(hearing, line))


def _cue(hearing: Hearing, line: Line) -> Cue | None:
    why = asks_why(line.keys)
    if why is None:
        return cue_of(line.keys, functools.cache(functools.partial(may_be_account, hearing, line)))
    account = _whose_verdict(hearing, line, why) or _named_before(line)
    rest = [key for at, key in enumerate(line.keys) if at >= why and not (account and account[0] <= at < account[1])]
    kind = RequestKind.WHY if is_about_verdict(rest) else RequestKind.OPEN_QUESTION
    return Cue(kind, why - 1, account)


def _named_before(line: Line) -> tuple[int, int] | None:
    """The name before a "why": "acme: why not primary?"."""
    point = point_of(line.keys)
    return (point, point + 1) if line.keys[point] == "@" else None


def _whose_verdict(hearing: Hearing, line: Line, begin: int) -> tuple[int, int] | None:
    """The words behind a "why" that stand for an account; an everyday word does so right behind the verb only."""
    for at in range(begin, len(line.tokens)):
        if line.keys[at] in PRONOUNS or line.keys[at] == "the":
            continue
        for end in range(min(at + LONGEST_UNKNOWN, len(line.tokens)), at, -1):
            ruled_on = at > 0 and line.keys[at - 1] in _RULED_ON and is_about_verdict(line.keys[end : end + 1])
            is_telling = line.keys[at] not in COMMON_WORDS or ruled_on
            if is_telling and may_be_account(hearing, line, at, end):
                return at, end
    return None


def may_be_account(hearing: Hearing, line: Line, begin: int, end: int) -> bool:
    """Whether words of a line may stand for an account: a known name, a pronoun, or words that nobody knows."""
    inner = [token for token in line.tokens[begin:end] if token.key not in AROUND_NAME]
    keys = [token.key for token in inner]
    if "@" in keys or not keys:
        return keys == ["@"] or (not keys and line.tokens[end - 1].key in _WORDS_FOR_ACCOUNT)
    if len(keys) == 1 and keys[0] in PRONOUNS:
        return True
    said = hearing.said(line.tokens[begin:end])
    if lookup(said, hearing.known) or (end - begin > 1 and lookup("".join(said.split()), hearing.known)):
        return end - begin > 1 or keys[0] not in _TIERS
    return _may_be_unknown(hearing, inner)


def _ends_like_a_name(hearing: Hearing, keys: Sequence[str]) -> bool:
    """Whether words behind the first are how a known name ends: "norhtwind logistics"."""
    ending = " " + " ".join(keys[1:])
    return any(name.endswith(ending) for name in hearing.known)


def _may_be_unknown(hearing: Hearing, tokens: Sequence[Token]) -> bool:
    """Whether words look like a name that nobody here knows: none of them says anything else."""
    keys = [token.key for token in tokens]
    if len(keys) > LONGEST_UNKNOWN or not cue_words().isdisjoint(keys):
        return False
    is_titled = all(hearing.text[token.start].isupper() for token in tokens)
    edges = keys[:1] if (is_titled or keys[-1] in _ENDS_A_NAME) and len(keys) > 1 else [keys[0], keys[-1]]
    if len(keys) > 1 and edges[0] not in COMMON_WORDS and _ends_like_a_name(hearing, keys):
        return True
    plain = any(key in COMMON_WORDS or not key.isalnum() or key.isdigit() for key in edges)
    is_done = len(keys) == 1 and keys[0].endswith("ed") and not is_titled  # "where are stored the data"
    if plain or is_done or (len(keys) == 1 and len(keys[0]) < _SHORTEST_UNKNOWN):
        return False
    words = [each for each in hearing.words if tokens[0].start <= each.start < tokens[-1].end and not each.is_mark]
    if is_titled and len(words) > 1:  # "Pebblewick Freight"
        return not any(hearing.lexicon.is_phrase(each) for each in (words, words[:1]))
    return not any(hearing.lexicon.is_phrase(each) for each in (words, *([word] for word in words)))
