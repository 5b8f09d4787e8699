"""What the rules read in somebody's words: values, and why there are none."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer
from pydantic import JsonValue

from bot.cli.terminal import JsonOption, PackOption, complain, say, terminal
from bot.core.canonical import canonical_json
from bot.core.errors import LineRefused, ValueRefused
from bot.core.language.answering import NOTHING_READ, asked_back, read_message, subjects
from bot.core.language.hearing import Lexicon
from bot.core.language.parse import Said
from bot.core.language.reading import Reading
from bot.core.line import read_json
from bot.core.naming import Named
from bot.core.trait import Trait
from bot.core.wording import counted, listed, value_words
from bot.flows.accounts import known_names
from bot.flows.packs import current_pack
from bot.flows.route import lexicon_for

_KEYS = frozenset({"trait", "text"})


@dataclass(frozen=True, slots=True)
class _Reader:
    """The words of a pack, the names of the accounts, and the trait whose question is answered where no line says."""

    lexicon: Lexicon
    names: Sequence[Named]
    default: Trait | None

    def trait(self, named: str) -> Trait:
        """The trait of that id.

        Raises:
            ValueRefused: the pack has none.
        """
        traits = self.lexicon.vocabulary.traits
        if named not in traits:
            raise ValueRefused(f"The pack has no trait {named!r}; it has {listed(list(traits), 'and')}.")
        return traits[named]

    def read(self, text: str, trait: Trait | None) -> list[Said]:
        """All that the rules say about a text."""
        return read_message(text, self.lexicon.vocabulary, trait, subjects(text, self.lexicon, self.names))


def read_texts(
    text: Annotated[str, typer.Argument(help='What somebody says, or - for {"trait", "text"} objects, one a line.')],
    pack: PackOption = None,
    trait: Annotated[
        str | None, typer.Option("--trait", help="The trait whose question the text answers.", metavar="TRAIT")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Print the values that are read, without recording them."""
    reader = _reader(pack, trait)
    if text != "-":
        _print(reader.read(text, reader.default), reader, as_json=as_json)
        return
    failed = 0
    for number, found in _lines(reader):
        if isinstance(found, str):
            complain(f"line {number}: {found}")
            _print_values((), reader, as_json=as_json)
            failed += 1
        else:
            _print(found, reader, as_json=as_json, place=f"line {number}: ")
    if failed:
        complain(f"fika: {counted(failed, 'line')} not read.")
        raise typer.Exit(1)


def _reader(pack: str | None, trait: str | None) -> _Reader:
    at = terminal()
    known = current_pack(at.pack(pack), at.team, at.ports).pack
    reader = _Reader(lexicon_for(known), known_names(at.ports, at.scope(known.name)), None)
    return reader if trait is None else _Reader(reader.lexicon, reader.names, reader.trait(trait))


def _lines(reader: _Reader) -> Iterator[tuple[int, list[Said] | str]]:
    """What is read in each line of standard input, or what is wrong with the line."""
    from bot.library.rows import numbered_lines

    for number, line in numbered_lines(None):
        try:
            yield number, _line(line, reader)
        except (LineRefused, ValueRefused) as refused:
            yield number, str(refused)


def _line(line: str, reader: _Reader) -> list[Said]:
    raw = read_json(line)
    if not isinstance(raw, dict) or "text" not in raw or not raw.keys() <= _KEYS:
        raise LineRefused('a line is one JSON object: {"trait": an id or null, "text": ...}')
    text, named = raw["text"], raw.get("trait")
    if not isinstance(text, str) or not isinstance(named, str | None):
        raise LineRefused('"text" is a text, and "trait" the id of a trait or null')
    trait = reader.default if "trait" not in raw else None
    return reader.read(text, trait if named is None else reader.trait(named))


def _print(found: Sequence[Said], reader: _Reader, *, as_json: bool, place: str = "") -> None:
    """Values to standard output, reasons to standard error."""
    _print_values([each for each in found if isinstance(each, Reading)], reader, as_json=as_json)
    for why in (*(_notes(found, reader) if as_json else ()), *_reasons(found, reader)):
        complain(place + why)


def _notes(found: Sequence[Said], reader: _Reader) -> Iterator[str]:
    """How values were worked out, and what was left unread; the JSON has no place for it."""
    for each in found:
        if isinstance(each, Reading) and each.note:
            yield f"{reader.lexicon.vocabulary.traits[each.trait].label}: {each.note}."


def _print_values(readings: Sequence[Reading], reader: _Reader, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(canonical_json([_as_json(each) for each in readings]) + "\n")
    else:
        say(_in_words(each, reader) for each in readings)


def _as_json(reading: Reading) -> JsonValue:
    return {"trait": reading.trait, "value": reading.value, "quote": reading.quote}


def _in_words(reading: Reading, reader: _Reader) -> str:
    vocabulary = reader.lexicon.vocabulary
    trait = vocabulary.traits[reading.trait]
    note = f" ({reading.note})" if reading.note else ""
    return f"{trait.label}: {value_words(reading.value, trait, vocabulary.currency)}{note}, from “{reading.quote}”"


def _reasons(found: Sequence[Said], reader: _Reader) -> Iterator[str]:
    """Why values are missing."""
    vocabulary = reader.lexicon.vocabulary
    if not found:
        yield NOTHING_READ
    for each in found:
        if not isinstance(each, Reading):
            trait = vocabulary.traits[each.trait]
            yield f"{trait.label}: {asked_back(each, trait, vocabulary)}"
