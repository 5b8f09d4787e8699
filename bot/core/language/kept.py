"""Kept: what of a reply still holds once its asides are left out.

Somebody who answers tells what was before ("used to be on AWS, moved to Azure"), what is not ("no Salesforce, only
HubSpot") and what they think of it ("Salesforce, but they hate it"). None of it is the answer, and the answer stands
beside it. Where it is not plain which part is which, nothing is left out, and the reply is asked back.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.core.language.clause import NEGATORS, SUBJECTS, Clause, Piece, clauses_of
from bot.core.language.common import COMMON_WORDS
from bot.core.language.correction import corrected_at
from bot.core.language.frame import DETERMINERS, UNDERSTOOD
from bot.core.language.vocabulary import Sense, is_place
from bot.core.trait import Trait

_OPINIONS = frozenset({
    "hate", "hates", "dislike", "dislikes", "love", "loves", "unhappy", "happy", "mess", "messy", "complain",
    "complains", "sucks", "expensive", "slow", "ugly", "clunky", "horrible", "terrible", "awful", "painful", "annoyed",
    "annoying", "frustrated", "disaster", "nightmare",
})  # fmt: skip
_AROUND_OPINION = SUBJECTS | DETERMINERS | UNDERSTOOD | NEGATORS | frozenset({
    "but", "and", "everyone", "everybody", "nobody", "people", "reps", "too", "much", "of", "with", "them", "kind",
    "absolutely", "total", "do", "does", "not", "about", "bit", "lot", "though", "really", "team",
})  # fmt: skip
_BEFORE = frozenset({"formerly", "previously", "was", "were", "had", "originally"})
_NOW = frozenset({"now", "currently", "today", "nowadays", "these"})
_CAME = frozenset({
    "moved", "switched", "migrated", "went", "changed", "converted", "upgraded", "transitioned", "gone", "shifted",
})  # fmt: skip
_GAVE_UP = frozenset({"dropped", "ditched", "replaced", "swapped", "left", "traded", "abandoned", "binned"})
_TO_COME = frozenset({
    "will", "plan", "plans", "planning", "planned", "want", "wants", "next", "going", "soon", "considering", "if",
    "would", "maybe", "might", "may", "could", "should", "until", "till", "not", "no", "never", "almost", "nearly",
    "eventually", "later", "hope", "hopes", "yet", "when", "once", "about", "partly", "half", "some", "competitor",
    "customer", "client", "clients", "customers", "parent",
    "vendor", "vendors", "partner", "partners", "supplier", "subsidiary", "agency", "rival",
})  # fmt: skip
"""Words with which no change is simply done, or which say that somebody else made it."""
_SAYING = (
    ("i", "would", "say"), ("in", "may"), ("since", "may"), ("last", "may"), ("a", "bunch", "of"), ("lots", "of"),
    ("a", "lot", "of"), ("tons", "of"), ("a", "ton", "of"),
    ("a", "load", "of"), ("loads", "of"), ("a", "round", "of"), ("a", "pile", "of"), ("piles", "of"), ("good", "old"),
    ("plain", "old"), ("as", "we", "speak"),
)  # fmt: skip
"""Words that change nothing of the option beside them."""
_ONLY = frozenset({"only", "just", "they", "use", "uses", "using", "on", "it", "all", "instead", "rather", "is", "are"})
"""Words that show that a "no" in front is not carried on: "no salesforce, only hubspot"."""


_AT_PLACE = frozenset(
    {"in", "at", "near", "they", "are", "'s", "is", "hq", "based", "it", "out", "of", "headquartered"}
)
_CITY_WORDS = frozenset({"new", "city", "san", "st", "lake", "north", "south", "east", "west", "bay", "area", "the"})
_NO_NAMES = frozenset({
    "ex", "un", "sans", "minus", "semi", "anti", "non", "pre", "post", "pseudo", "quasi", "halfway", "fake", "pretend",
    "refuse", "refuses", "hate", "hates", "outgrew", "quit", "ban", "avoid", "opposite", "reseller", "wannabe", "vs",
    "versus", "unlike", "except", "excluding",
})  # fmt: skip
_LONGEST_PLACE = 4
"""Words: "salt lake city"."""


def kept(pieces: Sequence[Piece], trait: Trait) -> Sequence[Piece]:
    """A reply without opinions, without what was before, and without what is said not to be."""
    told = _without(_without_fillers(_since_correction(pieces)), _is_opinion)
    if is_place(trait):
        told = _without_city(told, trait)
    return _not_denied(_not_before(_not_left_behind(told)))


def _without(pieces: Sequence[Piece], is_aside: Callable[[Clause], bool]) -> Sequence[Piece]:
    """Pieces without the clauses that are asides; all of them where nothing else is left."""
    clauses = clauses_of(pieces)
    stay = [clause for clause in clauses if not is_aside(clause)]
    if not stay or len(stay) == len(clauses):
        return pieces
    found: list[Piece] = []
    for before, clause in zip([None, *clauses], clauses, strict=False):
        if clause not in stay:
            continue
        if found and before is not None:
            found.extend(each for each in pieces if before.place[1] <= each.start < clause.place[0])
        found.extend(clause.pieces)
    return found


def _since_correction(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """What stands behind the last "no wait" that an option follows; all of it where there is none."""
    corrected = corrected_at(pieces)
    if corrected is None or pieces[corrected[1] - 1].key == "to" or not _has_option(pieces[corrected[1] :]):
        return pieces
    return _since_correction(pieces[corrected[1] :])


def _without_fillers(pieces: Sequence[Piece]) -> list[Piece]:
    """A reply without words that change nothing: "a bunch of", "I'd say"."""
    found = list(pieces)
    for at in range(len(found) - 1, -1, -1):
        filler = next(
            (each for each in _SAYING if tuple(piece.key for piece in found[at : at + len(each)]) == each), ()
        )
        del found[at : at + len(filler)]
    return found or list(pieces)


def _words(pieces: Sequence[Piece]) -> list[str]:
    return [piece.key for piece in pieces if piece.is_word and not piece.meanings]


def _has_option(pieces: Sequence[Piece]) -> bool:
    return any(piece.means(Sense.OPTION) for piece in pieces)


def _is_opinion(clause: Clause) -> bool:
    """Whether a clause only says what they think of it: "but they hate it"."""
    words = set(_words(clause.pieces))
    is_plain = not any(piece.meanings or piece.quantity for piece in clause.pieces)
    return is_plain and bool(words & _OPINIONS) and words <= _OPINIONS | _AROUND_OPINION


def _is_known(pieces: Sequence[Piece], known: frozenset[str]) -> bool:
    return all(piece.meanings or not piece.is_word or piece.key in known | UNDERSTOOD for piece in pieces)


def _without_city(pieces: Sequence[Piece], trait: Trait) -> Sequence[Piece]:
    """A place without the city that stands beside it: "Berlin, Germany", "Sydney Australia"."""
    places = [at for at, piece in enumerate(pieces) if piece.means(Sense.OPTION)]
    if len(places) != 1 or _has_namesake(pieces[places[0]], trait):
        return pieces
    before, after = pieces[: places[0]], pieces[places[0] + 1 :]
    is_before = _is_city(before) and before[-1].key != "of"
    is_after = bool(after) and not after[0].is_word and _is_city(after)
    return [*([] if is_before else before), pieces[places[0]], *([] if is_after else after)]


def _has_namesake(piece: Piece, trait: Trait) -> bool:
    """Whether the pack itself says which place is meant, as of "Georgia (the country)"."""
    return any("(" in trait.option_label(each.option) for each in piece.meanings if each.option is not None)


def _is_city(pieces: Sequence[Piece]) -> bool:
    """Whether words are a name that nobody here knows, with marks and small words around it."""
    words = [piece for piece in pieces if not piece.means(Sense.NAME)]
    names = [piece.key for piece in words if piece.is_word and piece.key not in _AT_PLACE]
    is_plain = not any(piece.meanings or piece.quantity for piece in words) and not any(
        piece.key in ("and", "&", "+", "/", ";") for piece in pieces
    )
    is_name = all((key not in COMMON_WORDS or key in _CITY_WORDS) and not _is_no_name(key) for key in names)
    return is_plain and is_name and 0 < len(names) <= _LONGEST_PLACE and not _CITY_WORDS.issuperset(names)


def _is_no_name(key: str) -> bool:
    """Whether a word is rather one for what became of a place than a city: "ditched", "formerly", "ex"."""
    return key in _NO_NAMES or key.endswith(("ed", "ly")) or key in NEGATORS | _BEFORE | _TO_COME | _GAVE_UP | _CAME


# --- what was before --------------------------------------------------------------------------------------------------


def _not_left_behind(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A reply without what somebody moved away from: "moved from AWS to Azure", "dropped HubSpot for Dynamics"."""
    words = _words(pieces)
    places = [at for at, piece in enumerate(pieces) if piece.means(Sense.OPTION)]
    if len(places) != len(("old", "new")) or not _TO_COME.isdisjoint(words):
        return pieces
    old, new = places
    verb = next((at for at in range(old) if pieces[at].key in _CAME | _GAVE_UP), None)
    if verb is None or not _is_known(pieces[:verb], frozenset({"have", "has", "recently", "just", "already"})):
        return pieces
    from_old = [piece.key for piece in pieces[verb + 1 : old] if piece.key not in DETERMINERS]
    to_new = [piece.key for piece in pieces[old + 1 : new] if piece.key not in DETERMINERS]
    came = pieces[verb].key in _CAME and from_old in (["from"], ["off"], ["over", "from"], ["away", "from"])
    gave_up = pieces[verb].key in _GAVE_UP and not from_old
    is_done = (came and to_new in (["to"], ["over", "to"])) or (gave_up and to_new in (["for"], ["with"]))
    return pieces[new:] if is_done else pieces


def _not_before(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A reply without what it says was before, where it also says what is now: "used to be on AWS, now Azure"."""
    clauses = clauses_of(pieces)
    past = [clause for clause in clauses if _is_past(clause)]
    if not past or not _TO_COME.isdisjoint(_words(pieces)):
        return pieces
    present = [clause for clause in clauses if clause not in past and _has_option(clause.pieces)]
    is_first = bool(present) and present[-1].place < past[0].place
    if not present or not (is_first or all(_is_now(clause) for clause in present)):
        return pieces
    left = _without(pieces, lambda clause: clause in past)
    return [piece for piece in left if piece.meanings or piece.key not in _CAME | {"to"}]


def _is_past(clause: Clause) -> bool:
    words = _words(clause.pieces)
    is_past = not _BEFORE.isdisjoint(words) or ("used", "to") in pairwise(words)
    return is_past and _has_option(clause.pieces) and _NOW.isdisjoint(words)


def _is_now(clause: Clause) -> bool:
    return not (_NOW | _CAME).isdisjoint(_words(clause.pieces))


# --- what is not ------------------------------------------------------------------------------------------------------


def _before_not(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A reply without the option that a "not" turns away behind another: "canada not us"."""
    at = next((at for at, piece in enumerate(pieces) if piece.key == "not" and _has_option(pieces[:at])), len(pieces))
    named = [piece for piece in pieces[at + 1 :] if piece.key not in DETERMINERS]
    is_other = len(named) == 1 and named[0].means(Sense.OPTION) and pieces[at - 1].means(Sense.OPTION)
    return pieces[:at] if is_other else pieces


def _not_denied(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A reply without what it says is not, where it also says what is: "no salesforce, only hubspot"."""
    pieces = _before_not(pieces)
    clauses = clauses_of(pieces)
    denied = [clause for clause in clauses if not NEGATORS.isdisjoint(_words(clause.pieces))]
    stated = [clause for clause in clauses if clause not in denied and _has_option(clause.pieces)]
    if not denied or not stated or len(denied) + len(stated) < len(clauses):
        return pieces
    is_plain = all(
        any(piece.meanings for piece in each.pieces) and _is_known(each.pieces, NEGATORS | {"any", "more"})
        for each in denied
    )
    is_first = stated[-1].place < denied[0].place
    is_turned = denied[-1].place < stated[0].place and (
        stated[0].after == "but" or not _ONLY.isdisjoint(_words(stated[0].pieces))
    )
    if not is_plain or not (is_first or is_turned) or any(each.after in ("or", "nor") for each in clauses):
        return pieces
    return _without(pieces, lambda clause: clause in denied)
