"""Reading: what the rules find in notes, paragraph by paragraph and sentence by sentence.

A sentence is read as any free text is: a value is taken only where it is plainly stated. Two sentences that state
different values for a trait are two findings: nobody chooses here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.language.clause import pieces_of
from bot.core.language.everyday import TALKED
from bot.core.language.hearing import Hearing, Line, hear
from bot.core.language.parse import mended, merged, statements
from bot.core.language.reading import CannotTell, Claim, Stretch
from bot.core.language.topic import subject_place
from bot.core.language.vocabulary import Meaning, Sense
from bot.core.language.whom import is_hearsay
from bot.core.language.words import Word
from bot.core.proposal_label import field_in, speech_in
from bot.core.proposal_lines import Paragraph, paragraphs
from bot.core.proposal_notes import Findings, Notes, Stated, Untold
from bot.core.proposal_whose import OWN, Side, Whose, goes_on, people_in, speaker_of, under, whose

_HEARSAY = "it is said to be hearsay."
_NOT_CLEAR = "It speaks of {label} without a value that I can read."
_WHO = frozenset({"attendees", "attendee", "participants", "participant", "present"})
"""Words before the people of a talk."""
_TOLD = (Sense.NAME, Sense.OPTION, Sense.UNIT)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, and whom it is about."""

    line: Line
    whose: Whose


class RuleReader:
    """Reads notes by rules."""

    def read(self, notes: Notes) -> Findings:
        """Every value that notes state about their account, and what else in them speaks of a trait."""
        people = people_in(notes.text)
        stated: list[Stated] = []
        untold: list[Untold] = []
        for paragraph in paragraphs(notes.text):
            for found in _read(paragraph, notes, people):
                (stated if isinstance(found, Stated) else untold).append(found)  # type: ignore[arg-type]
        return Findings(tuple(stated), tuple(untold))


def _read(paragraph: Paragraph, notes: Notes, people: frozenset[str]) -> Iterator[Stated | Untold]:
    hearing = hear(paragraph.text, notes.lexicon, notes.names)
    sentences = _sentences(hearing, under(paragraph.heading, notes), notes, people)
    own = _own_stretches(hearing)
    claims = statements(_words(sentences, others=False), notes.lexicon.vocabulary, own)
    for sentence in sentences:
        theirs = [each for each in claims if sentence.line.start <= each.place[0] < sentence.line.end]
        if sentence.whose.side is Side.OTHER:
            theirs = statements(_words([sentence], others=True), notes.lexicon.vocabulary, own)
            if theirs or _told(hearing, sentence, notes):
                yield Untold(_quote(hearing, sentence), sentence.whose.why or "", is_open=True)
        elif theirs:
            yield from _found(hearing, sentence, theirs, notes)
        elif not sentence.line.asks:
            yield from _labelled(hearing, sentence, notes, people) or _unclear(hearing, sentence, notes)


def _sentences(hearing: Hearing, above: Whose, notes: Notes, people: frozenset[str]) -> list[_Sentence]:
    """The sentences of a paragraph; what goes on about another company is about it, too."""
    found: list[_Sentence] = []
    hearsay = Whose(Side.UNSURE, _HEARSAY) if is_hearsay(hearing) else OWN
    for line in hearing.lines:
        said = whose(hearing, line, notes, people)
        before = found[-1] if found else None
        if said.side is Side.OWN and not said.names_own:
            is_more = before is not None and before.whose.side is Side.OTHER and goes_on(hearing, line, before.line)
            said = before.whose if before is not None and is_more else said
            said = max((said, above, hearsay), key=lambda each: each.side.value)
        found.append(_Sentence(line, said))
    return found


def _own_stretches(hearing: Hearing) -> list[Stretch]:
    found = hearing.stretches()
    for line in hearing.lines:
        if place := subject_place(hearing, line):
            found.append((line.tokens[place[0]].start, line.tokens[place[1] - 1].end))
    return found


def _words(sentences: Sequence[_Sentence], *, others: bool) -> list[Word]:
    """The words that may state something: of those sentences which ask nothing and speak of the account."""
    words: list[Word] = []
    for line in (each.line for each in sentences if others or each.whose.side is not Side.OTHER):
        if not line.asks:
            words.extend((*line.words, Word(";", line.end, line.end)))
    return words


def _found(hearing: Hearing, sentence: _Sentence, claims: Sequence[Claim], notes: Notes) -> Iterator[Stated | Untold]:
    for said in merged(hearing.text, claims, notes.lexicon.vocabulary):
        if isinstance(said, CannotTell):
            if said.offer is not None:
                yield Stated(said.trait, said.offer, said.quote, None, said.why)
                continue
            ruling = [each for each in claims if each.trait == said.trait]
            yield Untold(said.quote, said.why, said.trait, is_open=all(each.is_open for each in ruling))
        else:
            yield Stated(said.trait, said.value, said.quote, said.note, sentence.whose.why)


def _labelled(hearing: Hearing, sentence: _Sentence, notes: Notes, people: frozenset[str]) -> list[Stated]:
    """What a sentence states by what stands before its colon, where it states nothing as free text."""
    quote, why = _quote(hearing, sentence), sentence.whose.why
    field = field_in(quote, notes)
    if field is not None:
        return [replace(field, doubt=why)]
    speaker = speaker_of(hearing, sentence.line, people)
    return list(speech_in(quote, speaker, notes)) if speaker is not None else []


def _unclear(hearing: Hearing, sentence: _Sentence, notes: Notes) -> Iterator[Untold]:
    """A sentence that speaks of a trait and states nothing."""
    told = _told(hearing, sentence, notes)
    is_talk = not (TALKED | _WHO).isdisjoint(sentence.line.keys) and all(each.sense is Sense.OPTION for each in told)
    if told and len(sentence.line.tokens) > 1 and not is_talk:
        label = notes.lexicon.vocabulary.traits[told[0].trait].label
        yield Untold(_quote(hearing, sentence), _NOT_CLEAR.format(label=label), told[0].trait, is_open=True)


def _told(hearing: Hearing, sentence: _Sentence, notes: Notes) -> list[Meaning]:
    """The traits and options that a sentence names."""
    vocabulary = notes.lexicon.vocabulary
    pieces = pieces_of(mended(sentence.line.words, vocabulary), vocabulary, hearing.stretches())
    return [each for piece in pieces for each in piece.meanings if each.sense in _TOLD]


def _quote(hearing: Hearing, sentence: _Sentence) -> str:
    return hearing.text[sentence.line.start : sentence.line.end]


def sure(findings: Findings) -> Findings:
    """Findings without repetitions, and with the doubt that what else the notes say casts on a value."""
    closed = {each.trait for each in findings.untold if not each.is_open}
    kept: dict[tuple[str, str], Stated] = {}
    for each in findings.stated:
        key = (each.trait, repr(each.value))
        if key not in kept or (kept[key].doubt and not each.doubt):
            kept[key] = each
    doubted = [
        replace(each, doubt="the notes say something else about it, too, that I could not read.")
        if each.trait in closed and each.doubt is None
        else each
        for each in kept.values()
    ]
    told = {each.trait for each in doubted}
    untold = [each for each in findings.untold if not (each.is_open and each.trait in told)]
    return Findings(tuple(doubted), tuple(dict.fromkeys(untold)))
