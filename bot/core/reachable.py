"""Reachable: of what a model read only that is kept which our own reader reads in the same words.

A model may point at words, and nothing more: the value is our reader's, the quote is a sentence of the notes, and an
account, a role or a time is one that the message names. Nothing that comes from here is certain, and nothing writes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from pydantic import JsonValue

from bot.core.draft import ValueDraft
from bot.core.language.answering import read_message, subjects
from bot.core.language.clause import DOUBTS, NEGATORS, pieces_of
from bot.core.language.hearing import Hearing, Line, hear
from bot.core.language.parse import mended
from bot.core.language.reading import Reading
from bot.core.language.whom import is_hearsay
from bot.core.language.words import cut, keys
from bot.core.pack import Pack
from bot.core.proposal_lines import Paragraph, paragraphs
from bot.core.proposal_notes import LONGEST_NOTES, Findings, Notes, Stated
from bot.core.proposal_offer import fits, tags_in
from bot.core.proposal_reading import RuleReader
from bot.core.proposal_whose import Side, goes_on, people_in, under, whose
from bot.core.reachable_request import requested
from bot.core.trait import Kind, Trait
from bot.core.value import read_value

__all__ = ["DOUBT", "requested", "stated"]

DOUBT = "the language model read it, so look twice."
"""What stands beside every value that a model pointed at."""
_MOST = 50
"""Drafts that are looked at."""
_PLACES = 3
"""Sentences in which a quote is read; one that stands everywhere points nowhere, and reading takes its time."""
_LONGEST_PLACE = 1_000
"""Characters of a sentence from which a value may be taken."""
_TURNING = NEGATORS | DOUBTS | frozenset({
    "if", "unless", "whether", "suppose", "wish", "wonder", "until", "till", "once", "when", "except", "excluding",
    "but", "however", "although", "though", "instead", "rather", "than", "versus", "vs", "unlike", "compared",
    "was", "were", "had", "used", "formerly", "previously", "former", "old", "ago", "last", "before", "past",
    "earlier", "will", "would", "plan", "plans", "planned", "planning", "want", "wants", "going", "soon", "next",
    "future", "later", "goal", "target", "targets", "hope", "hopes", "considering", "evaluating", "consider",
    "looking", "migrating", "moving", "leaving", "replacing", "dropped", "dropping", "cancelled", "canceled",
    "ended", "stopped", "switched", "said", "says", "told", "claims", "claimed", "according", "allegedly", "rumour",
    "rumours", "rumors", "someone", "somebody", "linkedin", "website", "article", "instructions", "ignore",
    "example", "competitor", "competitors", "customer", "customers", "client", "clients", "partner", "partners",
    "vendor", "vendors", "parent", "subsidiary", "other", "others", "another", "or", "either", "only", "few",
    "less", "more", "most", "part", "half", "both", "subject", "awaiting", "contingent", "conditional", "provided",
    "joke", "joking", "kidding", "system", "false", "untrue", "incorrect", "fake", "dont", "doesnt", "didnt", "hasnt",
    "sell", "sells", "selling", "done", "name", "havent", "wasnt", "wont", "cant", "cannot", "aint", "arent", "isnt",
})  # fmt: skip
"""Words around a quote that may change what it says."""
_TAKING_BACK = frozenset({
    "not", "no", "but", "however", "actually", "scratch", "correction", "wait", "sorry", "well", "wrong", "except",
    "unless", "though", "just", "kidding", "joking", "never", "only", "or", "was", "old", "outdated", "maybe", "false",
    "untrue", "incorrect", "nope", "nah", "lie", "joke", "meant", "rather", "that's", "thats", "mistaken", "mistake",
    "edit", "update", "updated", "plus", "times", "make", "made", "unconfirmed", "doubt", "doubts", "doubtful", "ago",
    "supposedly", "until", "minus", "roughly", "almost",
})  # fmt: skip
"""What a sentence begins with that may take back the one before it."""
_FIRST = 3
"""So many first words are looked at for that."""
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of notes that is about their account and asks nothing."""

    text: str
    names: tuple[tuple[int, int], ...]
    """Where names stand in it that are nothing but names."""


def stated(drafts: Sequence[ValueDraft], notes: Notes, pack: Pack) -> tuple[Stated, ...]:
    """The values among those a model pointed at that our reader finds in the same words, each with a doubt.

    Args:
        drafts: what the model said.
        notes: what it was given.
        pack: the pack that the notes are read for.
    """
    if not drafts or len(notes.text) > LONGEST_NOTES:
        return ()
    places = [place for paragraph in paragraphs(notes.text) for place in _places(paragraph, notes)]
    findings = RuleReader().read(notes)
    kept: dict[tuple[str, str], Stated] = {}
    for draft in drafts[:_MOST]:
        found = _reached(draft, places, findings, notes, pack)
        if found is not None:
            kept.setdefault((found.trait, repr(found.value)), found)
    return tuple(kept.values())


def _places(paragraph: Paragraph, notes: Notes) -> Iterator[_Place]:
    """The sentences of a paragraph from which a value may be taken."""
    hearing = hear(paragraph.text, notes.lexicon, notes.names)
    if under(paragraph.heading, notes).side is not Side.OWN or is_hearsay(hearing):
        return
    before: tuple[Line, Side] | None = None
    people = people_in(notes.text)
    for line, following in zip_longest(hearing.lines, hearing.lines[1:]):
        said = whose(hearing, line, notes, people)
        side = said.side
        if before is not None and not said.names_own and goes_on(hearing, line, before[0]):
            side = max(side, before[1], key=lambda each: each.value)
        before = (line, side)
        is_turned = following is not None and _turns_back(following)
        if side is Side.OWN and not line.asks and not is_turned:
            yield _place(hearing, line)


def _turns_back(following: Line) -> bool:
    """Whether a sentence may take back the one before it."""
    first = following.keys[:_FIRST]
    is_dated = len(following.keys) <= _FIRST and any(_YEAR.fullmatch(key) for key in first)
    return not _TAKING_BACK.isdisjoint(first) or first[:1] == ["that"] or is_dated


def _place(hearing: Hearing, line: Line) -> _Place:
    names = [(start - line.start, end - line.start) for start, end in hearing.stretches()]
    length = line.end - line.start
    held = tuple((start, end) for start, end in names if 0 <= start < length)
    return _Place(hearing.text[line.start : line.end], held)


def _reached(
    draft: ValueDraft, places: Sequence[_Place], findings: Findings, notes: Notes, pack: Pack
) -> Stated | None:
    """The value of a draft as our reader reads it where the quote stands; None where it does not."""
    quote = draft.quote.strip().rstrip(".;,")
    trait = pack.trait(draft.trait)
    if trait is None or trait.id not in notes.lexicon.vocabulary.traits or not fits(pack, trait.id, draft.value):
        return None
    if not quote or draft.quote.strip() not in notes.text or _is_closed(trait, findings):
        return None
    spots = ((place, _stands(quote, place.text)) for place in places if len(place.text) <= _LONGEST_PLACE)
    for place, at in islice(((place, at) for place, at in spots if at is not None), _PLACES):
        if _is_others(place, findings):
            continue
        read = _read(draft, quote, at, place, trait, notes)
        if read is not None:
            return Stated(trait.id, read.value, read.quote, read.note, DOUBT)
    return None


def _is_closed(trait: Trait, findings: Findings) -> bool:
    """Whether the notes say something about a trait that speaks against any value."""
    return any(each.trait == trait.id and not each.is_open for each in findings.untold)


def _is_others(place: _Place, findings: Findings) -> bool:
    """Whether our reader found that a sentence is about somebody else."""
    theirs = [each.quote for each in findings.untold if each.trait is None]
    return any(each in place.text or place.text in each for each in theirs)


def _stands(quote: str, text: str) -> int | None:
    """Where a quote stands in a text with no letter or digit right beside it."""
    at = text.find(quote)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(quote) : at + len(quote) + 2]
        goes_on = quote[-1].isalnum() and (after[:1].isalnum() or (after[:1] in (".", ",") and after[1:].isdigit()))
        comes_from = quote[0].isalnum() and (before.isalnum() or before in ("-", "$", "€", "£", ".", "<", ">", "~"))
        if not goes_on and not comes_from and not after.startswith(("%", "-", "+")):
            return at
        at = text.find(quote, at + 1)
    return None


def _read(draft: ValueDraft, quote: str, at: int, place: _Place, trait: Trait, notes: Notes) -> Reading | None:
    """What our reader reads in a sentence, told which trait is asked for, where the quote alone says the same."""
    if not _speaks_of(place, trait, notes):
        return None
    outside = f"{place.text[:at]} ; {place.text[at + len(quote) :]}"
    if not _TURNING.isdisjoint(keys(cut(outside))) or _YEAR.search(outside) or _turns(quote, trait, draft.value):
        return None
    whole, alone = (_asked(text, trait, notes) for text in (place.text, quote))
    if whole is None or alone is None:
        return None
    value = _common(draft, whole, alone, trait)
    return None if value is None else Reading(trait.id, value, place.text, whole.note)


def _turns(quote: str, trait: Trait, value: JsonValue) -> bool:
    """Whether a quote itself turns what it says, by a word that is no part of the name of a value.

    A quote that holds a whole sentence leaves nothing out, and is no better for it.
    """
    said = frozenset(keys(cut(quote)))
    if trait.kind is Kind.FLAG and value is False:
        said -= NEGATORS
    years = set(_YEAR.findall(quote)) - set(_DIGITS.findall(repr(value)))
    return bool(years) or not _TURNING.isdisjoint(said - _named(trait))


def _named(trait: Trait) -> frozenset[str]:
    """The words by which a trait and its values are called."""
    options = [each for option in trait.options.values() for each in (option.label or "", *option.also)]
    return frozenset(keys(cut(" ; ".join([trait.label, *trait.also, *options]))))


def _asked(text: str, trait: Trait, notes: Notes) -> Reading | None:
    """What a text says about a trait that it was asked for."""
    said = read_message(text, notes.lexicon.vocabulary, trait, subjects(text, notes.lexicon, notes.names))
    found = [each for each in said if each.trait == trait.id]
    return found[0] if len(found) == 1 and isinstance(found[0], Reading) else None


def _common(draft: ValueDraft, whole: Reading, alone: Reading, trait: Trait) -> JsonValue:
    """The value that a draft, a sentence and a quote in it have in common; None where they say different things."""
    if trait.kind is not Kind.TAGS:
        said = [read_value(value, trait) for value in (draft.value, whole.value, alone.value)]
        return whole.value if said[0] == said[1] == said[2] else None
    tags = [_tags(value) for value in (draft.value, whole.value, alone.value)]
    named = tags[0] & tags[1] & tags[2]
    return {"at_least": [each for each in trait.option_ids if each in named]} if named and named == tags[0] else None


def _tags(value: JsonValue) -> frozenset[str]:
    """The tags that a value names, whether or not they are all."""
    named = tags_in(value) if isinstance(value, dict) else value
    return frozenset(str(each) for each in named) if isinstance(named, list) else frozenset()


def _speaks_of(place: _Place, trait: Trait, notes: Notes) -> bool:
    """Whether a sentence names a trait, one of its options or what it is counted in."""
    vocabulary = notes.lexicon.vocabulary
    pieces = pieces_of(mended(cut(place.text), vocabulary), vocabulary, place.names)
    return any(meaning.trait == trait.id for piece in pieces for meaning in piece.meanings)
