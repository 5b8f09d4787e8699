"""Naming: what an account may be called, and which account somebody means by a name.

`resolve` goes from certain to likely and stops at the first step that finds anything:

1. the name letter by letter, then in any letter case;
2. apart from accents and punctuation, then also apart from blanks, then from a legal form such as Inc. or GmbH;
3. the name among other words ("the Acme deal" for Acme), or the first or other whole words of a longer name;
4. with a typing error or two behind the first letter, where the name is long enough for that to be telling.

One account found is used, several are a choice for a person, and where there is none the nearest are named. Real
companies are called AI, Go, The and Fit: up to three letters, and the words that requests are made of, are found by
steps 1 and 2 alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.core.errors import AccountRefused

LONGEST_NAME = 200
LONGEST_ID = 200

_SHORT = 3
"""Names of so many letters are found as they are or not at all."""
_EDITS = ((10, 2), (6, 1))
"""From how many letters on how many typing errors are forgiven; below the last, none."""
_NEAREST = 3
_LEAST_LIKENESS = 50
_SEPARATOR = "\0"
_NAME_KEY = "name:"

_LEGAL_FORMS = frozenset(
    {
        "ab",
        "ag",
        "as",
        "asa",
        "bv",
        "co",
        "company",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "incorporated",
        "kg",
        "limited",
    }
    | {"llc", "llp", "ltd", "nv", "oy", "plc", "pty", "sa", "sarl", "sas", "se", "spa", "srl"}
)
_REQUEST_WORDS = frozenset(
    """
    about account after again also answer anyone asset before best brief briefing call check client companies company
    compare could customer deal deals discovery does email fits from gaps give good have having hello help here icp
    interview just know lead learn like list live look make many meeting more most much need next note open other over
    pack persona please primary prospect question ready remind right sales score send should show some start stage talk
    team tell than thanks that their them then there these they thing think this those today tomorrow verdict want week
    well were what when where which whom will with work would yesterday your
    """.split()  # noqa: SIM905
)
"""Of four letters and more: what people say around an account's name."""


class Named(Protocol):
    """One name that an account answers to."""

    @property
    def account_id(self) -> int:
        """The account's id."""

    @property
    def name(self) -> str:
        """The name."""


N = TypeVar("N", bound=Named)


@dataclass(frozen=True, slots=True)
class Found(Generic[N]):
    """One account answers to the name."""

    named: N
    exact: bool
    """Whether that is its very name, letter case aside; otherwise it is worth saying which account was taken."""


@dataclass(frozen=True, slots=True)
class Several(Generic[N]):
    """Several accounts answer to the name: a person chooses."""

    choices: tuple[N, ...]
    """One name of each."""


@dataclass(frozen=True, slots=True)
class Nobody(Generic[N]):
    """No account answers to the name."""

    nearest: tuple[N, ...]
    """The accounts with the most similar names, the most similar first."""


Resolution = Found[N] | Several[N] | Nobody[N]


def clean_name(text: str) -> str:
    """A name as accounts bear it: no blanks around it, one where there are several.

    Raises:
        AccountRefused: it is blank, too long, or holds characters that nobody can see.
    """
    return _clean(text, "name", LONGEST_NAME)


def clean_external_id(text: str) -> str:
    """Another system's id as it is kept, cleaned like a name.

    Raises:
        AccountRefused: it is blank, too long, or holds characters that nobody can see.
    """
    return _clean(text, "external id", LONGEST_ID)


def _clean(text: str, what: str, longest: int) -> str:
    clean = " ".join(text.split())
    categories = {unicodedata.category(character) for character in clean}
    if categories <= {"Zs", "Cf", "Cc"}:
        raise AccountRefused(f"the {what} is blank")
    if categories & {"Cc", "Cs"}:
        raise AccountRefused(f"the {what} {ascii(clean)[:80]} holds a control character")
    if len(clean) > longest:
        raise AccountRefused(f"the {what} has {len(clean)} characters; at most {longest} are allowed")
    return clean


def name_key(name: str) -> str:
    """The external id that stands for an account which rows without an id are about."""
    return f"{_NAME_KEY}{name}"


def resolve(names: Sequence[N], text: str) -> Resolution[N]:
    """Which account somebody means by a name."""
    wanted = " ".join(text.split())
    for hits, exact in _steps(names, wanted):
        if hits:
            return _settled(hits, exact=exact)
    return Nobody(_nearest(names, wanted))


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in letter case, accents, punctuation, blanks or a legal form alone."""
    first, second = (_essence(each) for each in _plain([one, other]))
    return first == second != ""


def _essence(plain: str) -> str:
    words = plain.split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return "".join(words)


def _steps(names: Sequence[N], wanted: str) -> Iterator[tuple[list[N], bool]]:
    """What each step finds, and whether that is exact."""
    yield _equal(names, [each.name for each in names], wanted), True
    yield _equal(names, [each.name.casefold() for each in names], wanted.casefold()), True
    *plain, wanted = _plain([*(each.name for each in names), wanted])
    for reduced in (_unchanged, _squeezed, _bare):
        form = reduced(wanted)
        yield (_equal(names, map(reduced, plain), form) if form else []), False
    if _squeezed(wanted):
        yield _among_words(names, plain, wanted), False
        yield _longer(names, plain, wanted), False
        yield _mistyped(names, plain, wanted), False


def _equal(names: Sequence[N], forms: Iterable[str], wanted: str) -> list[N]:
    return [each for each, form in zip(names, forms, strict=True) if form == wanted]


def _settled(hits: Iterable[N], *, exact: bool) -> Resolution[N]:
    choices = tuple({each.account_id: each for each in reversed(list(hits))}.values())[::-1]
    return Found(choices[0], exact) if len(choices) == 1 else Several(choices)


def _plain(texts: Sequence[str]) -> list[str]:
    """Texts in small letters without accents and punctuation; put through each step as one, which is much faster."""
    joined = _SEPARATOR.join(text.replace(_SEPARATOR, " ") for text in texts).casefold()
    if not joined.isascii():
        joined = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", joined)).casefold()
    joined = re.sub("['’`]", "", joined)
    return [each.strip() for each in re.sub(rf"[^\w{_SEPARATOR}]+|_+", " ", joined).split(_SEPARATOR)]


def _unchanged(plain: str) -> str:
    return plain


def _squeezed(plain: str) -> str:
    """Without blanks; nothing where so little is left that it tells nothing."""
    squeezed = plain.replace(" ", "")
    return squeezed if len(squeezed) > _SHORT else ""


def _bare(plain: str) -> str:
    """Without the legal form at its end; nothing where so little is left that it tells nothing."""
    words = plain.split(" ")
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    bare = " ".join(words)
    return bare if len(bare) > _SHORT else ""


def _among_words(names: Sequence[N], plain: Sequence[str], wanted: str) -> list[N]:
    """Names that stand as whole words in the text; of two that overlap in it, the longer one."""
    padded = f" {wanted} "
    hits = [(each, form) for each, form in zip(names, map(_bare, plain), strict=True) if f" {form} " in padded]
    telling = [(each, form) for each, form in hits if form and form not in _REQUEST_WORDS]
    return [
        each for each, form in telling if not any(form != other and f" {form} " in f" {other} " for _, other in telling)
    ]


def _longer(names: Sequence[N], plain: Sequence[str], wanted: str) -> list[N]:
    """Names that hold the text as whole words; those that begin with it before the others."""
    if wanted in _REQUEST_WORDS:
        return []
    begin = [each for each, form in zip(names, plain, strict=True) if form.startswith(f"{wanted} ")]
    return begin or [each for each, form in zip(names, plain, strict=True) if f" {wanted} " in f" {form} "]


def _mistyped(names: Sequence[N], plain: Sequence[str], wanted: str) -> list[N]:
    """Names that differ by the fewest typing errors; first letter and digits must be right."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    wanted = _bare(wanted)
    forgiven = _forgiven(wanted)
    if not forgiven:
        return []
    found = extract(wanted, [*map(_bare, plain)], scorer=OSA.distance, score_cutoff=forgiven, limit=None)
    certain = wanted[0], re.findall("[0-9]", wanted)
    close = [
        (edits, index)
        for form, edits, index in found
        if edits <= _forgiven(form) and (form[0], re.findall("[0-9]", form)) == certain
    ]
    fewest = min((edits for edits, _ in close), default=0)
    return [names[index] for edits, index in sorted(close) if edits == fewest]


def _forgiven(plain: str) -> int:
    return next((edits for letters, edits in _EDITS if len(plain) >= letters), 0)


def _nearest(names: Sequence[N], wanted: str) -> tuple[N, ...]:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    *plain, wanted = _plain([*(each.name for each in names), wanted])
    found = extract(wanted, plain, scorer=ratio, score_cutoff=_LEAST_LIKENESS, limit=_NEAREST * 4) if wanted else []
    near = {names[index].account_id: names[index] for _, _, index in reversed(found)}
    return tuple(near.values())[::-1][:_NEAREST]
