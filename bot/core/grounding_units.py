"""Unit: a sentence of a source, with what it must stand beside so that it says what it says there.

In doubt two sentences are one: what is not cut can only be said as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.draft import Sourced
from bot.core.grounding_blocks import LABEL, STRUCTURE, Block, blocks_of, plain
from bot.core.grounding_leaning import has_subject, is_scoped, leans, words_of
from bot.core.grounding_limits import introduces, takes_all_back, takes_back, turns_over
from bot.core.grounding_words import ANSWERING, COMPARING, EMPTY, HEADINGS, INVERTING, OWN_VOICE, UNTRUE

_LONGEST_SHORT = 20
"""Characters that are looked at for a short form."""
LONGEST_SOURCE = 8_000
"""Characters; of a longer text nothing is taken."""
_PAIRED = re.compile(rf"\s+(?=(?:{'|'.join(ANSWERING)}): )")
_POINTS = re.compile(r"(?<!\S)[+-]\d\b")
_ENDINGS = frozenset(".!?…")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[$€£]*[^\Wa-z_])")
_SHORTENED = re.compile(
    r"(?:\.[a-z]+|\b(?:[a-z]|vs|etc|approx|ca|cf|al|inc|ltd|co|corp|llc|mr|mrs|ms|dr|prof|st|jr|sr|est|dept|fig|vol|art|sec|min"
    r"|max|incl|excl|resp|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|e\.g|i\.e|a\.m|p\.m|u\.s))\.[\"')\]]*\s*$",
    re.IGNORECASE,
)
_STORY = re.compile(r"\b(?:case stud(?:y|ies)|stor(?:y|ies)|interview)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:no|nos|p|pp)\.\s*$", re.IGNORECASE)
_IN_TITLES = frozenset({"Case", "Customer", "Success", "Story", "Study", "How", "Why", "What", "The", "A", "An"})
"""Words in capitals that the title of a story begins with before it names the customer."""
_NEGATIVE = re.compile(r"^Negative ICP\b[^.:\n]{0,60}: ", re.MULTILINE)
"""How a passage says that it is about whom not to sell to."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a source."""

    text: str
    after: tuple[int, ...] = ()
    """The places of which one stands right before it wherever it is said, the one to bring along first; none where it
    stands anywhere."""
    parts: tuple[str, ...] = ()
    """Its sentences, where the others take the first back; and what stands behind a label such as Answer."""
    bare: str | None = None
    """What is left without a label that may be left out, where that stands anywhere."""
    is_heading: bool = False
    """Whether it is a title or a heading: it says what sentences are about and states nothing by itself."""


def units_of(source: Sourced, names: Sequence[str] = ()) -> tuple[Unit, ...]:
    """The sentences of a source in their order, its title first; none where that says that it is not so.

    Args:
        source: the source.
        names: names that may hold a full stop or another mark that ends no sentence there.
    """
    if UNTRUE.search(source.title) or len(source.text) > LONGEST_SOURCE:
        return ()
    cutting = _Cutting(source, names)
    for block in blocks_of(source.text):
        cutting.add(block)
    return tuple(cutting.units)


class _Cutting:
    """Where the cutting of a source has arrived."""

    def __init__(self, source: Sourced, names: Sequence[str]) -> None:
        self.units = [Unit(plain(source.title), is_heading=True)]
        self._names = names
        self._is_negative = _NEGATIVE.search(source.text) is not None
        self._negative = 0
        """The place of the line that says that the ICP is a negative one."""
        self._customer = _customer(source)
        self._above = 0
        """The place of the heading that stands above; the title of a part of a long text ends with one."""
        self._heading = "" if self._customer is not None else _narrowing(plain(source.title))
        self._intro = 0
        """The place of what stands before a list."""

    def add(self, block: Block) -> None:
        """The sentences of the next block, each with what it stands behind."""
        begin = len(self.units)
        if block.is_heading:
            self._above, self._intro, self._heading = begin, begin, block.text
            self.units.append(Unit(block.text, is_heading=True))
            return
        found = list(_of_block(block, self._names, begin, is_negative=self._is_negative))
        if found and begin and not self.units[-1].is_heading and turns_over(found[0].text):
            self._turn_over(found.pop(0))
            found = [replace(each, after=tuple(at - 1 for at in each.after)) for each in found]
        if not found:
            return
        if block.is_item:
            items = [replace(found[0], after=tuple(range(self._intro, begin)), bare=None)]
            items += [replace(each, after=(begin + at,), bare=None) for at, each in enumerate(found[1:])]
            self.units += items
            return
        self.units += [self._under(each, begin + at, opens=at == 0) for at, each in enumerate(found)]
        self._intro = len(self.units) - 1
        if len(found) == 1 and introduces(block.text) and INVERTING.search(block.text):
            self._above, self._heading = self._intro, block.text

    def _turn_over(self, unit: Unit) -> None:
        """Put what takes back the end of the block before it behind that."""
        turned = self.units[-1]
        parts = (*(turned.parts or (turned.text,)), *(unit.parts or (unit.text,)))
        self.units[-1] = replace(turned, text=f"{turned.text} {unit.text}", parts=parts, bare=None)

    def _under(self, unit: Unit, place: int, *, opens: bool) -> Unit:
        """A sentence with the heading or the title that says how it is meant."""
        is_headed = self._heading != "" and self._heading not in HEADINGS and not STRUCTURE.match(unit.text)
        if is_headed and INVERTING.search(self._heading):
            return replace(unit, after=unit.after or (self._above, place - 1), bare=None)
        if is_headed and opens and self._above == place - 1 and not has_subject(unit.text):
            return replace(unit, after=(place - 1,), bare=None)
        if is_headed and not unit.after and not self._names_heading(unit):
            return replace(unit, after=(self._above, place - 1), bare=None)
        if _NEGATIVE.match(unit.text):
            self._negative = place
        elif self._is_negative and not unit.after and self._above == 0:
            return replace(unit, after=(self._negative, place - 1), bare=None)
        if self._customer is None or unit.after or STRUCTURE.match(unit.text):
            return unit
        is_named = self._customer.casefold() in words_of(unit.text)
        return unit if is_named else replace(unit, after=(0, place - 1), bare=None)

    def _names_heading(self, unit: Unit) -> bool:
        """Whether a sentence says itself what the heading says, or the heading says nothing that it has to."""
        return _telling(self._heading) <= _telling(unit.text)


def _narrowing(title: str) -> str:
    """What a title says that holds for all that stands below it."""
    return title if COMPARING.search(title) else title.partition(": ")[2]


def _telling(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about."""
    return frozenset(words_of(text)) - EMPTY


def _customer(source: Sourced) -> str | None:
    """The word for whom a story of one customer is about; empty where the title does not say it."""
    if _STORY.search(source.title) is None and "Format: case study" not in source.text:
        return None
    named = (word.strip("\"'.,;:!?()") for word in source.title.split() if word[:1].isupper())
    return next((word for word in named if word not in _IN_TITLES), "")


def _of_block(block: Block, names: Sequence[str], begin: int, *, is_negative: bool) -> Iterator[Unit]:
    """The sentences of a block, each with what it leans on."""
    is_bound = False
    before: list[str] = []
    for at, said in enumerate(_joined(_split(block.text, names))):
        text, parts = " ".join(said), tuple(said if len(said) > 1 else ())
        behind = (begin + at - 1,)
        is_under = is_bound or is_scoped(before) or leans(said[0], opens=at == 0)
        before.append(text)
        label = LABEL.match(text)
        if label is None:
            is_line = at == 0 and STRUCTURE.match(text) is not None
            yield Unit(text, behind if is_under and not is_line else (), parts)
            continue
        named = label["label"]
        is_ours = named in OWN_VOICE and not is_negative
        is_points = _POINTS.search(text) is not None
        is_bound = not is_ours and not is_points
        if named in ANSWERING:
            rest = text[label.end() :]
            bare = None if leans(rest, opens=False) else rest
            yield Unit(text, behind, (*parts, *(each[label.end() :] for each in parts[:1]), rest), bare)
        else:
            yield Unit(text, behind if is_under and not (STRUCTURE.match(text) or is_points) else (), parts)


def _joined(sentences: Sequence[str]) -> list[list[str]]:
    """Sentences, each with those behind it that take something of it back."""
    found: list[list[str]] = []
    for sentence in sentences:
        if found and takes_all_back(sentence):
            found = [[*(each for said in found for each in said), sentence]]
        elif found and (takes_back(sentence) or (len(found[-1]) > 1 and found[-1][-1].endswith("?"))):
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def _split(text: str, names: Sequence[str]) -> list[str]:
    """The sentences of a block; in doubt two are one."""
    begin, found = 0, []
    marked = [name for name in names if not _ENDINGS.isdisjoint(name) and name in text]
    held = [match.span() for name in marked for match in re.finditer(re.escape(name), text)]
    ends = [(match.start(), match.end()) for match in _STOP.finditer(text)]
    if _PAIRED.search(text) and text.startswith(("Pain: ", "Objection: ")):
        ends += [(match.start(), match.end()) for match in _PAIRED.finditer(text)]
    for stop, end in sorted(set(ends)):
        said = text[begin:end]
        is_inside = any(start <= stop < close for start, close in held)
        if begin >= end or is_inside or _is_open(said) or _is_shortened(said, text[end:]):
            continue
        found.append(said.strip())
        begin = end
    return [*found, text[begin:].strip()] if text[begin:].strip() else found


def _is_shortened(said: str, rest: str) -> bool:
    """Whether the full stop at the end belongs to a word: "e.g.", "Inc.", "No. 5"."""
    end = said[-_LONGEST_SHORT:]
    return _SHORTENED.search(end) is not None or (_NUMBERED.search(end) is not None and rest[:1].isdigit())


def _is_open(said: str) -> bool:
    """Whether a bracket or a quotation is still open."""
    return said.count("(") > said.count(")") or said.count('"') % 2 == 1 or said.count("“") > said.count("”")
