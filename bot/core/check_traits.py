"""Whether the traits of a pack can be told apart, and whether they ask everything that has to be asked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.pack import Pack
from bot.core.problem import Place, Problem, Unread, error, warning
from bot.core.trait import Kind, Trait

QUESTIONS = (
    "industry or vertical",
    "employees",
    "annual gross revenue",
    "life-cycle stage",
    "technology maturity",
    "whether our solution matches the key initiatives planned for the year",
    "jobs to be done",
    "what the buying journey looks like",
    "what they care about, their must-haves",
    "who makes the final purchase decision",
    "whether there is a budget for this kind of solution",
    "whether funds have been allocated, or this kind of solution been bought, before",
)
"""The twelve ICP questions, in order."""

_CURRENCIES = frozenset({"AUD", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "INR", "JPY", "NOK", "SEK", "USD"})
"""What a unit may name by mistake; any other currency counts once the pack gives a rate for it."""


def trait_problems(pack: Pack, unread: Unread) -> Iterator[Problem]:
    """What is wrong or doubtful about the traits of a pack, apart from how ICPs rate them."""
    if not pack.traits and not unread.blurs("traits"):
        yield error(("traits",), "the pack has no traits; it needs at least one that the primary ICP rates")
    yield from _twice(pack.traits)
    yield from _names_shared(pack.traits)
    for trait in pack.traits:
        yield from _options_shared_within(trait)
        yield from _foreign_currency(trait, pack, unread)
        if trait.why is None:
            yield warning(
                ("traits", trait.id), f"the trait {trait.id!r} has no `why`, so nobody can say why it is asked"
            )
    yield from _options_shared_across(pack.traits)
    if not unread.blurs("traits"):
        yield from _not_asked(pack.traits)


def _twice(traits: Sequence[Trait]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, trait in enumerate(traits):
        if trait.id in seen:
            yield error(("traits", index, "id"), f"there are two traits called {trait.id!r}; ids are unique")
        seen.add(trait.id)


def _not_asked(traits: Sequence[Trait]) -> Iterator[Problem]:
    asked = {trait.asks for trait in traits}
    missing = [f"{number} ({text})" for number, text in enumerate(QUESTIONS, start=1) if number not in asked]
    if missing:
        yield warning(
            ("traits",), f"of the twelve ICP questions no trait asks {', '.join(missing)}; say so with `asks: NUMBER`"
        )


def _foreign_currency(trait: Trait, pack: Pack, unread: Unread) -> Iterator[Problem]:
    if trait.kind is not Kind.MONEY or trait.unit is None or unread.blurs("pack", "currency"):
        return
    named = set(re.findall(r"\b[A-Z]{3}\b", trait.unit)) & (_CURRENCIES | set(pack.rates))
    if named - {pack.currency}:
        yield error(
            ("traits", trait.id, "unit"),
            f"the unit {trait.unit!r} names another currency than the pack's; every sum is in {pack.currency}",
        )


@dataclass(frozen=True, slots=True)
class _Word:
    """One word that people may use, for what, and where the pack says so."""

    text: str
    means: tuple[str, ...]
    place: Place
    also: bool = False
    """Written as one of the other words, rather than as an id or a label."""

    @property
    def key(self) -> str:
        """What is compared: letter case and the kind of space do not tell words apart."""
        return " ".join(self.text.replace("_", " ").split()).casefold()


def _names(trait: Trait) -> Iterator[_Word]:
    place = ("traits", trait.id)
    yield _Word(trait.id, (trait.id,), (*place, "id"))
    yield _Word(trait.label, (trait.id,), (*place, "label"))
    for index, word in enumerate(trait.also):
        yield _Word(word, (trait.id,), (*place, "also", index), also=True)


def _option_words(trait: Trait) -> Iterator[_Word]:
    for option_id in trait.option_ids:
        place: Place = ("traits", trait.id, "options", option_id)
        yield _Word(option_id, (trait.id, option_id), place)
        option = trait.options.get(option_id)
        if option is None:
            continue
        if option.label is not None:
            yield _Word(option.label, (trait.id, option_id), (*place, "label"))
        for index, word in enumerate(option.also):
            yield _Word(word, (trait.id, option_id), (*place, "also", index), also=True)


def _clashes(words: Iterable[_Word]) -> Iterator[tuple[_Word, _Word]]:
    """Pairs of words that read the same and mean different things: the later one, and the first of its kind."""
    first: dict[str, _Word] = {}
    for word in words:
        known = first.setdefault(word.key, word)
        if known.means != word.means:
            yield word, known


def _names_shared(traits: Sequence[Trait]) -> Iterator[Problem]:
    unique = {trait.id: trait for trait in traits}.values()
    for word, known in _clashes(word for trait in unique for word in _names(trait)):
        yield warning(word.place, f"{word.text!r} may mean the trait {known.means[0]!r} or {word.means[0]!r}")


def _options_shared_within(trait: Trait) -> Iterator[Problem]:
    for word, known in _clashes(_option_words(trait)):
        yield error(
            word.place,
            f"{word.text!r} may mean the option {known.means[1]!r} or {word.means[1]!r} of {trait.id!r}; "
            "a word belongs to one option",
        )


def _options_shared_across(traits: Sequence[Trait]) -> Iterator[Problem]:
    """Words of options of different traits; ids and labels such as "other" or "yes" may well repeat, synonyms not."""
    first: dict[str, _Word] = {}
    for word in (word for trait in traits for word in _option_words(trait)):
        known = first.setdefault(word.key, word)
        if known.means[0] != word.means[0] and (word.also or known.also):
            one, other = (f"{option!r} of {trait!r}" for trait, option in (known.means, word.means))
            yield warning(word.place, f"{word.text!r} may mean {one} or {other}")
