"""Whose: whether a sentence of notes is about the account, about somebody else, or about nobody knows whom.

Notes speak of competitors, of partners and of the people who were met. What is said of another company is never
proposed; where it cannot be told, the value is proposed with the doubt beside it.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.core.language.clause import BEING, HAVING, NEGATORS, USING
from bot.core.language.cue import PRONOUNS
from bot.core.language.everyday import HEADINGS, PLAIN, PRE_VERB, TALKED
from bot.core.language.hearing import Hearing, Line
from bot.core.language.topic import subject_place
from bot.core.language.words import cut, keys
from bot.core.naming import Found, Several
from bot.core.proposal_notes import Notes

_THIRD = frozenset({
    "competitor", "competitors", "competition", "competing", "rival", "rivals", "incumbent", "vendor", "vendors",
    "parent", "subsidiary", "subsidiaries", "sister", "investor", "investors", "supplier", "suppliers", "reseller",
    "resellers", "partner", "partners", "benchmark", "alternatives", "peers",
})  # fmt: skip
"""Words for companies that have to do with the account and are not it."""
_OPEN = NEGATORS | frozenset({
    "want", "wants", "wish", "wishes", "wishlist", "plan", "plans", "planned", "planning", "future", "next", "ideas",
    "if", "maybe", "todo", "considering", "evaluating", "evaluated", "old", "former", "previous", "past", "open",
    "before", "was", "formerly", "previously", "assumptions", "assumed", "guess", "guesses", "hypothesis", "our", "us",
    "we", "ours", "hearsay", "rumours", "rumors", "example", "examples", "ideal", "target", "goal", "goals",
})  # fmt: skip
"""Words above a list of what does not simply hold today."""
_UPPER = "A-ZÀ-ÖØ-Þ"
_NAME = rf"(?<![\w'’.-])[{_UPPER}][\w'’.-]*(?:[ \t]+[{_UPPER}][\w'’.-]*){{0,2}}"
_LABEL = re.compile(
    r"^(?P<time>[^\w\n]*\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]*[ap]\.?m\.?)?[^\w\n]*)?[^\w\n]*"
    rf"(?P<label>[{_UPPER}][^:\n(]{{0,40}}?)"
    r"\s*(?P<role>\([^)\n]{1,40}\))?\s*:\s+(?P<rest>[\w'’]+|\S)",
    re.IGNORECASE,
)
"""What stands before a colon: whoever speaks, or what is spoken of."""
_PEOPLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Mm]et|[Tt]alked|[Ss]poke|[Cc]all|[Mm]eeting|[Cc]hat)\b(?:[ \t]+(?:with|to|w/))?[ \t]+({_NAME})",
        rf"({_NAME})[ \t]+(?:says|said|told|mentioned|confirmed|thinks|asked|explained|admitted)\b",
        rf"({_NAME})[ \t]*(?:\(|,[ \t]*(?:the[ \t]+)?(?:CEO|CFO|CTO|COO|CRO|CMO|CIO|VP|SVP|EVP|Head|Director|Founder))",
    )
)
_PRESENT = re.compile(
    r"^[^\w\n]*(?:attendees?|participants?|present|people|with|who)[^\w\n]*?:(.*)$", re.IGNORECASE | re.MULTILINE
)
_FIRST = frozenset({"we", "we're", "we’re", "our", "i", "i'm", "yes", "yeah", "no", "us", "they"})
_COMPARED = re.compile(
    rf"\b(?:like|unlike|than|vs\.?|versus|similar[ \t]+to|compared[ \t]+(?:to|with))[ \t]+(?:the[ \t]+)?({_NAME})"
)
_RELATIVE = re.compile(rf"({_NAME}),?[ \t]+(?:who|which|whose|where)\b")


class Side(Enum):
    """Whom a sentence is about."""

    OWN = auto()
    UNSURE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom a sentence is about, and why that is not the account beyond any doubt."""

    side: Side
    why: str | None = None
    names_own: bool = False
    """Whether it names the account."""


OWN = Whose(Side.OWN)


def people_in(text: str) -> frozenset[str]:
    """The words of names that plainly are people's, in small letters."""
    named = [found for pattern in _PEOPLE for found in pattern.findall(text)]
    present = [word for line in _PRESENT.findall(text) for word in re.findall(rf"[{_UPPER}][\w'’-]*", line)]
    return frozenset(word for name in (*named, *present) for word in keys(cut(name)))


def under(heading: str | None, notes: Notes) -> Whose:
    """Whom a heading makes what stands under it be about."""
    if heading is None:
        return OWN
    said = keys(cut(heading))
    if not _THIRD.isdisjoint(said) or _other_in(heading, notes) is not None:
        why = f"It stands under “{heading}”, so it is not about {notes.account}."
        return Whose(Side.OTHER, why)
    if not _OPEN.isdisjoint(said) or not _is_neutral(heading, notes):
        return Whose(Side.UNSURE, f"it stands under “{heading}”.")
    return OWN


def _is_neutral(heading: str, notes: Notes) -> bool:
    """Whether a heading names nothing but a talk, a trait, the account, or people."""
    said = keys(cut(heading))
    if not TALKED.isdisjoint(said) or _is_own(heading, notes) or (not heading.rstrip().endswith(":") and not said):
        return True
    words = [word for word in cut(heading) if not word.is_mark]
    known = HEADINGS | PLAIN
    return all(word.key in known or word.is_number or notes.lexicon.is_phrase([word]) for word in words) or (
        notes.lexicon.is_phrase(words)
    )


def _other_in(text: str, notes: Notes) -> str | None:
    """Another account that is named in a few words."""
    meant = notes.meant(text)
    if isinstance(meant, Found) and meant.exact and meant.named.account_id != notes.account_id:
        return meant.named.main
    return None


def _is_own(said: str, notes: Notes) -> bool:
    meant = notes.meant(said)
    if isinstance(meant, Found):
        return meant.named.account_id == notes.account_id
    return isinstance(meant, Several) and any(each.account_id == notes.account_id for each in meant.choices)


def whose(hearing: Hearing, line: Line, notes: Notes, people: frozenset[str]) -> Whose:
    """Whom a sentence is about, by its own words."""
    own, other = _named(hearing, line, notes)
    if other is not None:
        return Whose(Side.OTHER, _speaks_of(other, notes), names_own=own)
    found = _by_subject(hearing, line, notes, people) or _by_others(hearing, line, notes, people)
    if found is not None:
        return replace(found, names_own=found.names_own or own)
    return Whose(Side.OWN, names_own=True) if own else _by_label(hearing, line, notes, people)


def _by_others(hearing: Hearing, line: Line, notes: Notes, people: frozenset[str]) -> Whose | None:
    """Whom a sentence is about by the other companies that it speaks of."""
    label = line.keys[: line.keys.index(":")] if ":" in line.keys else ()
    if not _THIRD.isdisjoint(label):
        return Whose(Side.OTHER, f"It speaks of another company, not of {notes.account}.")
    if not _THIRD.isdisjoint(line.keys):
        return Whose(Side.UNSURE, "it speaks of another company, too.")
    text = hearing.text[line.start : line.end]
    if name := _unknown(_RELATIVE, text, notes, people):
        return Whose(Side.OTHER, f"It may be about {name}, and not about {notes.account}.")
    name = _unknown(_COMPARED, text, notes, people)
    return Whose(Side.UNSURE, f"it may be about {name}.") if name else None


def _unknown(pattern: re.Pattern[str], text: str, notes: Notes, people: frozenset[str]) -> str | None:
    """A name in a sentence that is neither the account's nor plainly a person's."""
    names: list[str] = pattern.findall(text)
    strange = (name for name in names if not _is_own(name, notes) and not people.issuperset(keys(cut(name))))
    return next(strange, None)


def _speaks_of(name: str, notes: Notes) -> str:
    return f"It speaks of {name}, not of {notes.account}."


def _named(hearing: Hearing, line: Line, notes: Notes) -> tuple[bool, str | None]:
    """Whether a sentence names the account, and which other account it names."""
    own, other = False, None
    for spoken in hearing.spoken:
        if line.start <= spoken.start < line.end and not spoken.is_everyday:
            said = hearing.text[spoken.start : spoken.end]
            if _is_own(said, notes):
                own = True
            else:
                other = said
    return own, other


def _by_subject(hearing: Hearing, line: Line, notes: Notes, people: frozenset[str]) -> Whose | None:
    """Whom a sentence is about by whoever has, uses or is something in it: "Initech has 500 people"."""
    place = subject_place(hearing, line)
    if place is None:
        return None
    said = hearing.said(line.tokens[slice(*place)])
    verb = next((key for key in line.keys[place[1] :] if key not in PRE_VERB - BEING - HAVING), "")
    if _is_own(said, notes):
        return Whose(Side.OWN, names_own=True)
    if verb not in (HAVING | USING | BEING) - {":", "="} or people.issuperset(keys(cut(said))):
        return None
    return Whose(Side.OTHER, _speaks_of(said, notes))


def _by_label(hearing: Hearing, line: Line, notes: Notes, people: frozenset[str]) -> Whose:
    """Whom a sentence is about by what stands before the colon of its line: a speaker, a trait, or some other name."""
    label = _label(hearing, line)
    if label is None:
        return OWN
    said = label["label"]
    words = [word for word in cut(said) if not word.is_mark]
    is_plain = all(word.key in PLAIN or word.is_number or notes.lexicon.is_phrase([word]) for word in words)
    if is_plain or notes.lexicon.is_phrase(words):
        return OWN
    if _speaks(label, people):
        return OWN
    return Whose(Side.UNSURE, f"“{said}:” stands before it.")


def _label(hearing: Hearing, line: Line) -> re.Match[str] | None:
    """What stands before the colon of the line in which a sentence stands."""
    begin = hearing.text.rfind("\n", 0, line.start) + 1
    label = _LABEL.match(hearing.text[begin:])
    if label is None or begin + label.start("rest") > line.end or not label["label"][:1].isupper():
        return None
    return label


def _speaks(label: re.Match[str], people: frozenset[str]) -> bool:
    said = label["time"] or label["role"] or label["rest"].casefold() in _FIRST
    return bool(said) or people.issuperset(keys(cut(label["label"])))


def speaker_of(hearing: Hearing, line: Line, people: frozenset[str]) -> str | None:
    """Who says a sentence, where their name stands before the colon of its line."""
    label = _label(hearing, line)
    return label["label"].strip() if label is not None and _speaks(label, people) else None


def goes_on(hearing: Hearing, line: Line, before: Line) -> bool:
    """Whether a sentence goes on about whomever the one before it was about."""
    between = hearing.text[before.end : line.start]
    return "\n" not in between or line.keys[0] in PRONOUNS | {"their", "its", "them"}
