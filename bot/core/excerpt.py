"""Excerpt: of a passage what is nearest to a question, in the passage's own words and order.

A passage is shown by its pieces: sentences, list items, rows of tables, and lines such as an objection with its answer.
Pieces that share words with the question come first, rare words weigh more; what room is left goes to what stands
beside them. Without any shared word it is the beginning. Nothing is cut inside a piece unless the piece alone is too
long, and … stands wherever something is left out.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.core.excerpt_pieces import Piece, pieces_of
from bot.core.passage import Meaning
from bot.core.passage_words import is_small, words

CUT = "…"
_SAID = 1.0
_NUMBER = 0.5
"""What a number counts: there are many, and most of them count something else."""
_MEANT = 0.25
"""What a word counts that the question only stands for."""
_ABOVE = 0.5
"""What is left of a word that stands in the heading alone."""
_NAMED = 1.5
"""What a word counts that says what a piece is about: `Seat: $75`."""
_AGAIN = 0.2
"""What a word counts that is shown already."""
_WORTH = 0.6
"""What a further piece has to add, as a share of what the best one says."""
_SIGNS = 4
"""Characters that a piece takes beside its own, at the most."""
_MOST = 100
"""Words of a question that count; a pasted letter has more."""
_FORM = 5
_LENGTH = 300
"""Characters at which what a piece says counts half: a short one says it more plainly."""
_LEAD = 4
"""The part of a cut sentence that stands before the word that was asked about: one in so many."""
_END = re.compile(r"[.!?:;,…]+[\"'”’)\]]*$")
_WORD = re.compile(r"\S+")
_MONEY = re.compile(r"[$€£]\s?\d")
_COSTS = frozenset(words("cost price"))
"""Words for which an amount of money stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an excerpt."""

    text: str
    is_heading: bool = False
    is_item: bool = False


def excerpt(text: str, asked: str, longest: int, meant: Sequence[Meaning] = ()) -> tuple[Line, ...]:
    """What is nearest to a question, as lines.

    Args:
        text: of a passage.
        asked: the question.
        longest: characters on one line at the most, every sign of a cut included.
        meant: what words of the question stand for.
    """
    # What holds no prose, as a block of code, is one piece.
    pieces = pieces_of(text) or tuple(Piece(line, 0) for line in [" ".join(text.split())] if line)
    if sum(len(each.text) + _SIGNS for each in pieces) - _SIGNS <= longest:
        return _lines(pieces, range(len(pieces)))
    window = _Window(pieces, _Asked.of(asked, meant), longest - len(CUT) - 1)
    best = window.best()
    if not window.take(best):
        return (_clipped(pieces[best], window.asked, longest),)
    window.look_around(best)
    window.fill(best)
    return _lines(pieces, sorted(window.chosen))


def on_one_line(lines: Sequence[Line]) -> str:
    """The lines of an excerpt one behind the other."""
    said = [f"{each.text}{_joint(each)}" for each in lines[:-1]]
    return " ".join([*said, *(each.text for each in lines[-1:])])


def _joint(line: Line) -> str:
    """The sign between a line and the next."""
    if _END.search(line.text):
        return ""
    return ":" if line.is_heading else ";"


@dataclass(frozen=True)
class _Asked:
    """The words of a question, by what each of them counts."""

    weights: Mapping[str, float]

    @classmethod
    def of(cls, asked: str, meant: Sequence[Meaning]) -> "_Asked":
        """The words of a question, and what they stand for."""
        loud = islice((word for word in words(asked) if not is_small(word)), _MOST)
        said = {word: _NUMBER if word.isdigit() else _SAID for word in loud}
        other = {word: _MEANT for each in meant for word in words(each.means) if not is_small(word)}
        return cls(other | said)

    def words_in(self, text: str) -> frozenset[str]:
        """The words of the question that stand in a text, in some form."""
        held = frozenset(words(text)) | (_COSTS if _MONEY.search(text) else frozenset())
        return frozenset(word for word in self.weights if word in held or _has_form(word, held))


def _has_form(word: str, held: frozenset[str]) -> bool:
    begin = word[: max(_FORM, len(word) - 3)]
    return len(begin) >= _FORM and any(each.startswith(begin) for each in held)


@dataclass
class _Window:
    """What is shown of the pieces, as long as there is room."""

    pieces: Sequence[Piece]
    asked: _Asked
    room: int
    chosen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._own = [self.asked.words_in(each.text) for each in self.pieces]
        self._above = [self.asked.words_in(each.above) - own for each, own in zip(self.pieces, self._own, strict=True)]
        self._shown: frozenset[str] = frozenset()
        self._rarity = {word: self._rare(word) for word in self.asked.weights}

    def best(self) -> int:
        """The piece nearest to the question; the first where none is near, headings apart."""
        places = [at for at, each in enumerate(self.pieces) if not (each.is_heading or each.is_about)] or [0]
        return max(places, key=lambda at: (self._gain(at), -at))

    def take(self, at: int) -> bool:
        """Show a piece, with its heading where that has room; whether it had room."""
        cost = len(self.pieces[at].text) + _SIGNS
        if at in self.chosen or cost > self.room:
            return False
        self.chosen.add(at)
        self.room -= cost
        self._shown |= self._own[at] | self._above[at]
        heading = self.pieces[at].heading
        if heading is not None:
            self.take(heading)
        return True

    def look_around(self, best: int) -> None:
        """Show what else the passage says to the question, the best of it first."""
        least = _WORTH * self._worth(best)
        left = [at for at, each in enumerate(self.pieces) if not each.is_heading]
        while least and (left := [at for at in left if at not in self.chosen and self._gain(at) >= least]):
            further = max(left, key=lambda at: (self._gain(at), -at))
            if not self.take(further):
                left.remove(further)

    def fill(self, best: int) -> None:
        """Show what stands behind the best piece and before it, in turns, as far as there is room."""
        ways = [iter(range(best + 1, len(self.pieces))), iter(range(best - 1, -1, -1))]
        while ways:
            way = ways.pop(0)
            at = next((at for at in way if not self._is_passed(at)), None)
            if at is not None and self._belongs(at, best) and self.take(at):
                ways.append(way)

    def _is_passed(self, at: int) -> bool:
        """Whether a piece is shown already, or is a heading that comes with what stands below it."""
        return at in self.chosen or (self.pieces[at].is_heading and not self._shown and at + 1 not in self.chosen)

    def _belongs(self, at: int, best: int) -> bool:
        """Whether a piece goes on with what the best one says; where none is near, all do."""
        one, other = self.pieces[at], self.pieces[best]
        if one.is_heading:
            return at + 1 in self.chosen
        if one.is_label or not self._shown:
            return not self._shown
        goes_on = at > best or (one.is_item and other.is_item)
        return one.heading == other.heading if goes_on else one.block == other.block

    def _gain(self, at: int) -> float:
        """What a piece adds to what is shown."""
        return self._sum(at, dict.fromkeys(self._shown, _AGAIN))

    def _worth(self, at: int) -> float:
        """What a piece says by itself."""
        return self._sum(at, {})

    def _sum(self, at: int, less: Mapping[str, float]) -> float:
        piece = self.pieces[at]
        if piece.is_heading or piece.is_about:
            return 0.0
        named = self.asked.words_in(piece.name)
        own = sum(self._counts(word) * less.get(word, 1) * (_NAMED if word in named else 1) for word in self._own[at])
        above = sum(self._counts(word) * less.get(word, 1) for word in self._above[at])
        return (own + _ABOVE * above) / (1 + len(piece.text) / _LENGTH)

    def _counts(self, word: str) -> float:
        return self.asked.weights[word] * self._rarity[word]

    def _rare(self, word: str) -> float:
        holding = sum(word in own for own in self._own)
        return math.log(1 + len(self.pieces) / (holding + 0.5))


def _clipped(piece: Piece, asked: _Asked, longest: int) -> Line:
    """A piece that is too long by itself, cut between words around the first word that was asked about."""
    text = piece.text
    near = next((each.start() for each in _WORD.finditer(text) if asked.words_in(each[0])), 0)
    begin = 0 if near < longest // 2 else text.rfind(" ", 0, near - longest // _LEAD) + 1
    room = longest - (2 * len(CUT) if begin else len(CUT))
    rest = text[begin:]
    if len(rest) > longest - len(CUT):
        rest = f"{(rest[:room].rpartition(' ')[0] or rest[:room]).rstrip(' ,;:')}{CUT}"
    return Line(f"{CUT}{rest}" if begin else rest, is_item=piece.is_item)


def _lines(pieces: Sequence[Piece], shown: Sequence[int]) -> tuple[Line, ...]:
    """The pieces that are shown as lines, with a sign where something is left out."""
    lines: list[Line] = []
    before = -1
    for at in shown:
        piece = pieces[at]
        text = piece.text if at == before + 1 else f"{CUT} {piece.text}"
        if before >= 0 and pieces[before].block == piece.block and lines:
            lines[-1] = Line(f"{lines[-1].text} {text}", is_item=piece.is_item)
        else:
            lines.append(Line(text, piece.is_heading, piece.is_item))
        before = at
    if lines and before < len(pieces) - 1:
        lines[-1] = Line(f"{lines[-1].text} {CUT}", lines[-1].is_heading, lines[-1].is_item)
    return tuple(lines)
