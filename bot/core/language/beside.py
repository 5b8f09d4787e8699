"""Beside: what the words around a number in a reply do to it.

Every word in front of a number and behind it has to be known to leave it the count of the whole: "they have about",
"in total", "according to linkedin". A word that nobody here knows may make it a part ("in berlin") or another thing
("seats"), and some say that it is of another day or by how much something changed.
"""

import re
from collections.abc import Collection, Sequence

from bot.core.language.clause import BEING, HAVING, NEGATORS, SUBJECTS, YEARS, Piece, is_subject
from bot.core.language.convert import PERIODS, period_of
from bot.core.language.frame import DETERMINERS, SITES
from bot.core.language.vocabulary import TIME_UNITS, Sense, names_of, unit_of
from bot.core.trait import Kind, Trait

BEFORE = frozenset({
    "i", "we", "think", "guess", "say", "would", "maybe", "probably", "prob", "prolly", "reckon", "believe", "sure",
    "certain", "know", "exactly", "total", "well", "hm", "um", "uh", "oh", "ok", "okay", "yes", "yeah", "somewhere",
    "region", "neighborhood", "neighbourhood", "ballpark", "let", "me", "see", "check", "my", "notes", "answer",
    "strength", "count", "number", "size", "range", "current", "more", "rather", "close", "closer", "to", "be",
    "should", "must", "sometime", "something", "best", "not", "no", "do", "does", "idea", "clue", "but", "roughly",
    "approx", "ca", "circa", "etwa", "rund", "so", "die", "das", "es", "sind", "haben", "sie", "hat", "wir", "ist",
    "vor", "ungefahr", "est", "year", "said", "seems", "looks", "like", "up", "hit", "reached",
    "also", "already", "still", "currently", "now", "today", "presently", "just", "really", "very", "quite", "pretty",
    "mostly", "basically", "essentially", "actually", "definitely", "certainly", "here", "there", "overall", "all",
    "around", "about", "been", "only", "hey", "hi", "hello", "thanks", "then", "as", "confirmed", "small", "tiny",
    "big", "large", "growing", "young", "fairly", "super", "together", "at", "of", "with", "firm", "business", "team",
    "org", "shop", "startup", "employ", "employs", "counts", "make", "makes", "btw", "fyi", "update", "note", "right",
    "flat", "steady", "stable",
})  # fmt: skip
_TIES = SUBJECTS | BEING | HAVING | DETERMINERS
"""Words that tie a number to whoever it is about: "they have a"."""
AFTER = frozenset({
    "total", "overall", "worldwide", "globally", "now", "today", "currently", "strong", "altogether", "combined", "ish",
    "roughly", "approx", "or", "so", "atm", "btw", "fyi", "i", "think", "guess", "reckon", "believe",
    "they", "she", "he", "it", "we", "maybe", "probably", "prob", "right", "yes", "yeah", "give", "take", "lol",
    "thanks", "though", "gross", "revenue", "recurring", "too", "at", "the", "all", "these", "days", "moment",
    "still", "already", "big", "large", "company", "firm", "business", "team", "org", "shop",
    "would", "say", "not", "sure", "exactly", "certain", "have", "has", "got", "are", "is", "far", "know", "as",
    "insgesamt", "aktuell", "glaube", "ich", "working", "work", "employed", "apparently", "payroll",
    "worth", "run", "rate", "full", "time", "here", "me", "tell", "remember", "correctly", "ungefahr",
    "range", "weltweit", "gesamt", "definitely", "absolutely", "'s", "ttm", "ltm",
})  # fmt: skip
_AROUND_SITES = DETERMINERS | {"all", "several", "multiple", "many", "of", "different", "various", "over", "across"}
_SPREADS = frozenset({"across", "over", "spread", "in", "at"})
_WHOLE = (
    ("in", "total"), ("in", "all"), ("all", "in"), ("at", "the", "moment"), ("in", "the", "company"), ("of", "them"),
    ("at", "the", "company"), ("in", "the", "whole", "company"), ("all", "told"), ("all", "together"),
    ("at", "present"), ("for", "sure"), ("for", "now"),
    ("last", "i"), ("as", "of", "now"), ("as", "far", "as"), ("as", "i", "said"),
    ("as", "discussed"), ("as", "of", "today"), ("across", "the", "company"), ("across", "all", "offices"),
    ("in", "der", "firma"), ("in", "the", "team"), ("on", "the", "team"), ("on", "payroll"), ("on", "the", "payroll"),
)  # fmt: skip
REPORTS = frozenset({
    "says", "said", "say", "claim", "told", "claims", "claimed", "shows", "lists", "listed", "reckons", "estimates",
    "states", "mentioned", "confirmed", "heard", "thinks", "reports", "quoted",
})  # fmt: skip
_SOURCES = frozenset({"according", "per", "says", "said", "from", "via", "on"})
WITNESSES = frozenset({
    "linkedin", "website", "zoominfo", "apollo", "crunchbase", "clearbit", "pitchbook", "her", "him", "them", "notes",
    "google", "glassdoor", "wikipedia", "deck", "ceo", "cfo", "cto",
})  # fmt: skip
_SUPPOSED = frozenset({"when", "whenever", "who", "laughed", "denied", "kidding"})
"""Words before "said" that leave open whether it is so."""
STALE = frozenset({
    "was", "were", "used", "last", "previously", "formerly", "originally", "back", "once", "before", "ago", "earlier",
    "old", "previous", "had", "prior",
})  # fmt: skip
CHANGES = frozenset({
    "from", "hired", "hire", "hiring", "lost", "fired", "competitor", "competitors", "next", "want", "wants", "plan",
    "plans", "planning", "added", "adding", "more", "fewer", "new", "will", "target", "targeting", "goal", "if",
    "would", "until", "another", "additional", "laid", "off", "raised", "by", "expect", "expecting", "expects",
    "aiming", "hoping",
    "unless", "suppose", "than", "parent", "customer", "customers", "client", "clients",
    "unlike", "minus", "open", "half", "third", "most",
})  # fmt: skip
"""Words of a change, a wish, a part or another company: no number beside them is simply today's."""
LIMITS = frozenset({
    "excluding", "including", "incl", "excl", "without", "only", "except", "minus", "apart", "besides", "counting",
    "wrong", "depending", "depends", "assuming",
})  # fmt: skip
_RISES = frozenset({
    "grew", "grown", "went", "up", "down", "increased", "rose", "fell", "dropped", "shrunk", "shrank", "cut",
    "doubled", "tripled", "halved", "jumped",
})  # fmt: skip
_KNOWING = frozenset({
    "sure", "certain", "know", "exactly", "clear", "idea", "yet", "entirely", "totally", "100", "clue", "really",
    "have", "quite", "many", "big", "huge", "much", "large", "long", "completely", "known", "say", "tell", "ask",
    "asked", "checked", "confirmed", "official", "public",
})  # fmt: skip
_MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "early", "late",
    "mid", "end", "beginning", "spring", "summer", "fall", "autumn", "winter", "started", "founded", "est",
    "established", "incorporated", "launched", "began", "since", "in", "back", "year", "circa", "q1", "q2", "q3", "q4",
})  # fmt: skip
"""What may stand beside a founding year."""
BEFORE_YEAR, AFTER_YEAR = frozenset({"before", "pre"}), frozenset({"after", "post"})
_TO_GO = (["to", "go"], ["still", "to", "go"], ["to", "run"], ["still", "to", "run"])
_THEM = frozenset({"them", "those", "these", "whom", "which"})
REACHES = frozenset({"hit", "reach", "do", "make", "get", "become", "cross"})


def is_of_them(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether a number is said to be a part of another, or to have something left out: "18 of them", "80 excl. ..."."""
    following = [piece.key for piece in after[:2]]
    is_part = following[:1] == ["of"] and following[1:] != [] and following[1] in _THEM
    return is_part or not LIMITS.isdisjoint(words_of([*before, *after]))


def lies_ahead(before: Sequence[Piece]) -> bool:
    """Whether a time is still to come: "in 6 months"."""
    return bool(before) and before[-1].key in ("in", "within", "next", "every")


def only_changes(before: Sequence[Piece]) -> bool:
    """Whether a number is by how much something changed: "up 5m", and not "up to 5m" or "grew 20% to 5m"."""
    keys = {piece.key for piece in before}
    return not _RISES.isdisjoint(keys) and before[-1].key != "to"


def without_report(before: Sequence[Piece]) -> Sequence[Piece]:
    """What stands before a number, without whoever says it: "linkedin says", "jane told me"."""
    said = next((at for at in range(len(before) - 1, -1, -1) if before[at].key in REPORTS), None)
    if said is None or any(piece.key in NEGATORS | STALE | CHANGES | _SUPPOSED for piece in before[:said]):
        return before
    return before[said + 1 :]


def without_old(before: Sequence[Piece], after: Sequence[Piece]) -> Sequence[Piece]:
    """What stands behind a number, without the one it came from or is not: "40 down from 60", "85 not 58"."""
    keys = [piece.key for piece in after]
    is_last = bool(after) and (after[-1].quantity is not None or bool(after[-1].meanings and len(after) > 1))
    counts = [at for at, piece in enumerate(after) if piece.quantity is not None]
    if not is_last or len(counts) != 1 or counts[0] < len(after) - 2:
        return after
    lead = keys[: counts[0]]
    risen = any(piece.key in _RISES for piece in before)
    is_old = lead in (["down", "from"], ["up", "from"], ["not"]) or (risen and lead == ["from"])
    return () if is_old else after


def _own_words(trait: Trait) -> frozenset[str]:
    """The words of a trait's own names and unit: the fleet of "fleet size", the class of "pupils per class"."""
    named = (*names_of(trait), (trait.unit or "").casefold())
    return frozenset(word for name in named for word in re.split(r"[\s-]+", name)) - CHANGES - {"number", "total"}


def leads(before: Sequence[Piece], trait: Trait) -> bool:
    """Whether all that stands before a number is known to leave it alone."""
    is_reached = any(piece.key in _RISES for piece in before)
    numbers = [piece.quantity for piece in before if piece.quantity is not None or piece.is_refused]
    if any(each is None or not (is_reached and each.percent) for each in numbers):
        return False
    named = _own_words(trait)
    return all(_is_clear(piece, BEFORE | _RISES | named) for piece in before)


def _is_clear(piece: Piece, known: frozenset[str]) -> bool:
    if piece.meanings or not piece.is_word or is_subject(piece):
        return True
    return piece.key in known or piece.key in _TIES


def tail(after: Sequence[Piece], trait: Trait) -> bool:
    """Whether all that stands behind a number leaves it the count of the whole."""
    has_period = trait.kind is Kind.MONEY or period_of(trait) is not None
    periods = TIME_UNITS.keys() if is_timed(trait) else PERIODS.keys() if has_period else ()
    for at, piece in enumerate(after):
        if piece.quantity is not None or piece.is_refused:
            return _is_spread(after[at:])
        if not piece.is_word or piece.meanings or is_subject(piece):
            continue
        says_now = [each.key for each in after[at:]] in (["these", "days"], *(_TO_GO if is_timed(trait) else ()))
        if says_now or _names_a_source(after[at:]) or _is_spread(after[at:]):
            return True
        if _is_for_each(after[at:]):
            return False
        if piece.key not in _own_words(trait) and not _keeps_whole(after[at:], periods):
            return False
    return True


def _keeps_whole(after: Sequence[Piece], periods: Collection[str]) -> bool:
    """Whether the first of these words, behind a number, leaves it the count of the whole."""
    word = after[0].key
    if word in TIME_UNITS or word in PERIODS or word in ("ago", "back") or _counts_time(after):
        return word in periods or (bool(periods) and word not in TIME_UNITS)
    if word in ("in", "of", "at", "on", "for", "as", "last"):
        return any(piece.meanings for piece in after[1:2]) or says_whole(words_of(after))
    return word in AFTER


def _counts_time(after: Sequence[Piece]) -> bool:
    """Whether a small word begins a period: "per year", "a month"."""
    return after[0].key in ("per", "a", "every", "each", "pro", "am", "this") and any(
        piece.key in PERIODS for piece in after[1:2]
    )


def _is_for_each(after: Sequence[Piece]) -> bool:
    """Whether a number is how much falls to each of something: "120 a head"."""
    return after[0].key in ("per", "a", "each") and any(piece.means(Sense.UNIT) for piece in after[1:2])


def _names_a_source(after: Sequence[Piece]) -> bool:
    """Whether what follows says where a number comes from: "according to linkedin", "per jane"."""
    words = [piece.key for piece in after]
    if words[0] == "according" or words[:2] in (["i", "heard"], ["she", "said"], ["he", "said"], ["they", "said"]):
        return True
    if words[0] not in _SOURCES or any(piece.quantity is not None for piece in after):
        return False
    return not WITNESSES.isdisjoint(words[1:3])


def _is_spread(after: Sequence[Piece]) -> bool:
    """Whether what follows says over how many places: "across 5 offices"."""
    keys = [piece.key for piece in after]
    if after[0].quantity is not None and after[0].quantity.low_open:
        return keys[1:2] != [] and keys[1] in SITES
    if keys[0] not in _SPREADS:
        return False
    counts = next((at for at, piece in enumerate(after) if piece.quantity is not None), None)
    if counts is not None:
        is_one = sum(piece.quantity is not None for piece in after) == 1
        return is_one and counts <= 2 and any(key in SITES for key in keys[counts + 1 :])  # noqa: PLR2004 - "spread over"
    says_all = any(key in ("all", "several", "multiple", "many") for key in keys[1:3])
    return keys[-1] in SITES and _AROUND_SITES.issuperset(keys[1:-1]) and (says_all or keys[0] not in ("in", "at"))


def says_whole(words: Sequence[str]) -> bool:
    """Whether words say that all are meant, or nothing else: "in total", "for sure"."""
    return any(tuple(words[: len(whole)]) == whole for whole in _WHOLE)


def fits_year(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether the words around a year leave it the answer: "founded in May", "since", "before"."""
    known = BEFORE | _MONTHS | BEFORE_YEAR | AFTER_YEAR
    if any(piece.quantity is not None or piece.is_refused for piece in before) or denies(before):
        return False
    return all(_is_clear(piece, known) for piece in before) and all(
        piece.quantity is None and not piece.is_refused and _is_clear(piece, AFTER | _MONTHS) for piece in after
    )


def has_year(pieces: Sequence[Piece], at: int) -> bool:
    """Whether another number of the clause is a year."""
    others = [piece.quantity for place, piece in enumerate(pieces) if place != at and piece.quantity is not None]
    return any(each.low == each.high and each.low in YEARS and not each.scaled for each in others if each.low)


def denies(before: Sequence[Piece]) -> bool:
    """Whether a "not" turns a number away; "not sure, more than 200" does not."""
    words = words_of(before)
    return any(
        word in NEGATORS and not (at + 1 < len(words) and words[at + 1] in _KNOWING) for at, word in enumerate(words)
    )


def is_timed(trait: Trait) -> bool:
    """Whether a trait counts time."""
    return unit_of(trait) in TIME_UNITS


def words_of(pieces: Sequence[Piece]) -> list[str]:
    """The words that are nobody's phrase, marks left out."""
    return [piece.key for piece in pieces if piece.is_word and not piece.meanings]
