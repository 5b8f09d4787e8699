"""Replying: the reply to a trait's own question, as it stands, or else by what of it can be understood.

What cannot be read as it stands is read without the words at its ends that say nothing of the answer, and then part by
part. What somebody is not certain of, and what is only like the name of an option, is proposed and no value yet; but a
number is always what somebody believes it to be.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pydantic import JsonValue

from bot.core.language.city import country_in
from bot.core.language.clause import NEGATORS, asks, pieces_of
from bot.core.language.nearly import nearly
from bot.core.language.padding import Bare, Sureness, without_padding
from bot.core.language.parse import Said, mended
from bot.core.language.reading import CannotTell, Reading, Refusal
from bot.core.language.reply import TURNING, replied
from bot.core.language.vocabulary import Vocabulary, is_place, narrowed
from bot.core.language.words import LONGEST_TEXT, cut, keys, sentences
from bot.core.trait import Kind, Trait

_UNCERTAIN = "That did not sound certain."
_UNSURE = "I am not sure that I understood that."
_PARTS = re.compile(r"\s*(?:[,;]|\bso\b)\s*")
_ITEMS = re.compile(r"\s*(?:[,;&+/]|\b(?:and|plus)\b)\s*")
_SO = re.compile(
    r"(?:i|we)?\s*(?P<not>do\s+not|don['’]?t)?\s*(?:think|believe|guess|suppose|reckon)\s+so", re.IGNORECASE
)
_DO = re.compile(
    r"\s*(?:they|he|she|it|there) (?:do(?:es)?|ha(?:ve|s)|is|are)(?P<not>n['’]?t| not)?(?=\s*[,;.–—-]\s)", re.IGNORECASE
)
"""A yes or a no in so many words, before what explains it: "they do, the CFO signed it off"."""
_MOST_NAMED = 3
"""Options; whoever may mean one of more is asked without naming them."""


def read_reply(text: str, trait: Trait, vocabulary: Vocabulary) -> Said:
    """Read the reply to a trait's own question."""
    own = narrowed(vocabulary, trait)
    if len(text) > LONGEST_TEXT:
        return CannotTell(trait.id, "That is too long for me to read. Say it in a sentence.")
    said = _replied(text, trait, own)
    bare = without_padding(text) or Bare(text.strip(), Sureness.SURE)
    if isinstance(said, Reading) or _asks(bare.text, own):
        return said
    found = _bared(said, bare, trait, own)
    if isinstance(found, Reading):
        return found
    match trait.kind:
        case Kind.FLAG:
            return _put(found, text, trait, own)
        case Kind.CHOICE | Kind.TAGS:
            return _named_by(found, bare, trait, own)
    return found


def _put(said: CannotTell, text: str, trait: Trait, own: Vocabulary) -> Said:
    """A yes or a no that is put as "they do, the CFO signed it off", or left at "i don't think so"."""
    if so := _SO.fullmatch(text.strip(" .!")):
        return replace(said, why=_UNCERTAIN, offer=so["not"] is None)
    put = _DO.match(text)
    plain = _replied(f"{'no' if put['not'] else 'yes'}{text[put.end() :]}", trait, own) if put else said
    return replace(plain, quote=said.quote) if isinstance(plain, Reading) else said


def _named_by(said: CannotTell, bare: Bare, trait: Trait, own: Vocabulary) -> Said:
    """What a reply names in part, or by the town that lies there."""
    country = country_in(bare.text) if is_place(trait) else None
    there = _replied(country, trait, own) if country is not None else said
    if isinstance(there, Reading) and country is not None:
        return replace(said, why=f"I take that to be in {country.title()}.", offer=there.value)
    parted = _in_parts(said, bare, trait, own)
    return parted if isinstance(parted, Reading) or (said.is_vague and said.offer is None) else said


def _replied(text: str, trait: Trait, own: Vocabulary) -> Said:
    cut_up = [(sentence, pieces_of(sentence.words, own, one=True)) for sentence in sentences(mended(cut(text), own))]
    if any(sentence.asks for sentence, _ in cut_up):
        return CannotTell(trait.id, "That is a question, not an answer.", text.strip())
    found = replied([pieces for _, pieces in cut_up], trait, own)
    quote = text.strip()
    if isinstance(found, Refusal):
        return CannotTell(trait.id, found.why, quote, found.offer, is_vague=found.is_vague)
    return Reading(trait.id, found.value, quote, found.note)


def _asks(text: str, own: Vocabulary) -> bool:
    """Whether a reply is a question, also without its mark."""
    return any(
        asks(sentence, pieces_of(sentence.words, own, one=True)) for sentence in sentences(mended(cut(text), own))
    )


def _bared(said: CannotTell, bare: Bare, trait: Trait, own: Vocabulary) -> Said:
    """A reply that cannot be read as it stands, read without the words at its ends."""
    again = _replied(bare.text, trait, own)
    is_flag = trait.kind is Kind.FLAG
    if isinstance(again, CannotTell):
        return said if again.offer is None or is_flag else replace(again, quote=said.quote)
    if bare.sureness is Sureness.SURE or (trait.kind.is_numeric and bare.sureness is Sureness.BELIEVED):
        return replace(again, quote=said.quote)
    return said if is_flag and bare.sureness is Sureness.GUESSED else replace(said, why=_UNCERTAIN, offer=again.value)


def _in_parts(said: CannotTell, bare: Bare, trait: Trait, own: Vocabulary) -> Said:
    """A reply read part by part: "its saas, b2b" says one thing twice, and "forecast & clean crm" says two."""
    is_tags = trait.kind is Kind.TAGS
    parts = [part for part in (_ITEMS if is_tags else _PARTS).split(bare.text) if part.strip()]
    read = [_replied(part, trait, own) for part in parts]
    meant = [
        _options(each.value, trait) if isinstance(each, Reading) else nearly(part, trait)
        for part, each in zip(parts, read, strict=True)
    ]
    if not all(meant):
        return _begun(said, parts, read, trait)
    if is_tags:
        is_plain = all(len(each) == 1 for each in meant)
        return replace(said, why=_UNSURE, offer={"at_least": _in_order(meant, trait)}) if is_plain else said
    common = [option for option in trait.option_ids if all(option in each for each in meant)]
    if len(common) != 1:
        return _named(said, common, trait)
    is_said = bare.sureness is Sureness.SURE and any(isinstance(each, Reading) for each in read)
    return Reading(trait.id, common[0], said.quote) if is_said else replace(said, why=_UNSURE, offer=common[0])


def _begun(said: CannotTell, parts: Sequence[str], read: Sequence[Said], trait: Trait) -> CannotTell:
    """A reply of which only the first part was read, and nothing behind it speaks of an option: to be proposed."""
    first, rest = read[0], " ".join(parts[1:])
    counts = any(each.isdigit() for option in trait.option_ids for each in trait.option_label(option))
    turns = not (TURNING | NEGATORS).isdisjoint(keys(cut(rest))) or (counts and any(map(str.isdigit, rest)))
    names = any(
        isinstance(each, Reading) or nearly(part, trait) for part, each in zip(parts[1:], read[1:], strict=True)
    )
    if not isinstance(first, Reading) or turns or names:
        return said
    named: JsonValue = {"at_least": _in_order([_options(first.value, trait)], trait)}
    return replace(said, why=_UNSURE, offer=named if trait.kind is Kind.TAGS else first.value)


def _named(said: CannotTell, options: Sequence[str], trait: Trait) -> CannotTell:
    """That a reply may mean one of several options."""
    if not 1 < len(options) <= _MOST_NAMED:
        return said
    labels = " or ".join(f"“{trait.option_label(each)}”" for each in options)
    return replace(said, why=f"That may be {labels}. Say which one holds.")


def _in_order(meant: Sequence[Sequence[str]], trait: Trait) -> list[JsonValue]:
    return [option for option in trait.option_ids if any(option in each for each in meant)]


def _options(value: JsonValue, trait: Trait) -> tuple[str, ...]:
    """The options that a value names."""
    named = next(iter(value.values())) if isinstance(value, dict) else value
    listed = named if isinstance(named, list) else [named]
    return tuple(option for option in trait.option_ids if option in listed)
