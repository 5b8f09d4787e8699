"""Flag: that something is so, or is not.

A flag is stated by its name with somebody who has it ("they have budget"), with what is said of it ("budget is
approved", "budget: no"), by a name that is a deed ("takes insurance"), or by a phrase that the pack gives for its yes
or its no ("signed off"). A "no" in front turns it into a no; whatever else stands beside it ("no budget issues",
"budget meeting") states nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.language.clause import BEING, DOUBTS, HAVING, NEGATORS, USING, Clause, Mood, Piece, mood_of
from bot.core.language.frame import DETERMINERS, ends_well, is_understood, leads_in
from bot.core.language.ours import is_for_us
from bot.core.language.reading import Claim
from bot.core.language.vocabulary import Meaning, Sense, Vocabulary, deeds_of
from bot.core.trait import Kind, Trait

_AFFIRMED = frozenset({
    "approved", "confirmed", "secured", "allocated", "available", "there", "set", "exists", "exist", "agreed",
    "granted", "reserved", "earmarked", "sorted", "greenlit", "locked", "committed", "yes", "y", "yep", "yeah", "true",
    "done", "assigned", "released", "obtained", "finalized", "finalised", "ok", "okay", "checked", "in", "signed",
    "identified", "ready", "check",
})  # fmt: skip
_STATES = frozenset({
    "available", "there", "exists", "exist", "yes", "y", "yep", "yeah", "true", "ok", "okay", "in", "ready", "check",
    "missing", "none", "no", "n", "zero", "false", "unavailable", "lacking", "nope", "nil", "nonexistent",
})  # fmt: skip
"""What was so may be so no longer; only what was done stays done."""
_COMPLETED_BY = {
    "in": frozenset({"place", "hand"}),
    "set": frozenset({"", "aside", "for"}),
    "signed": frozenset({"off"}),
    "there": frozenset({"", "for", "and", "already", "now"}),
}
"""Words that affirm only with the right word behind them."""
_DENIED = frozenset({
    "gone", "frozen", "cut", "denied", "rejected", "missing", "none", "no", "n", "zero", "false", "unavailable",
    "blocked", "exhausted", "spent", "pulled", "lacking", "nope", "nil", "nonexistent", "unapproved", "slashed",
})  # fmt: skip
_CUT, _CUT_BY = frozenset({"cut", "slashed"}), frozenset({"from", "in", "by", "to", "down"})
"""What is cut by half is still there."""
_LITOTES = frozenset({"small", "mean", "bad"})
"""What is "no small budget" is a large one."""
_AFTER_FLAG = frozenset({
    "for", "yet", "till", "until", "at", "right", "this", "now", "currently", "anymore", "available", "allocated",
    "approved", "set", "of", "to", "already", "confirmed", "in", "from", "today", "because", "as", "though", "there",
    "whatsoever", "left", "secured", "so", "too", "with", "by", "and", "signed", "before", "either", "reserved",
    "earmarked", "thanks", "lol", "they", "it", "on", "atm", "again", "still", "per", "ready", "also", "since",
    "around", "sorted", "committed", "locked", "assigned",
})  # fmt: skip
_BETWEEN = DETERMINERS | {
    "clear", "dedicated", "real", "actual", "approved", "confirmed", "big", "small", "decent", "allocated", "specific",
    "formal", "official", "separate", "such", "set", "signed", "good", "healthy", "proper", "got", "have", "has",
    "been", "own", "annual", "much", "more", "it", "there", "is", "are", "'s", "be", "of", "on", "for", "with",
    "currently", "yet", "really", "actually", "longer",
}  # fmt: skip
"""Words that may stand between a verb or a "no" and the name."""
_DEALT_WITH = NEGATORS | DOUBTS | _BETWEEN
_BEFORE_PREDICATE = BEING | _BETWEEN | {"already", "now", "fully", "also"}
_GRANTED = frozenset({"confirmed", "secured", "approved", "allocated", "obtained", "released", "reserved", "earmarked"})
_DONE_BY = frozenset({"was", "were", "got"})
_RECENT = frozenset({"week", "month", "night", "monday", "tuesday", "wednesday", "thursday", "friday"})
_UNTIL = frozenset({"till", "until", "before", "yet"})
_TURNING = NEGATORS - {"no", "none", "zero"}
_ENDED = frozenset({
    "lifted", "lift", "ended", "ends", "over", "off", "gone", "removed", "thawed", "reversed", "revoked", "withdrawn",
    "expired", "lapsed", "cancelled", "canceled", "scrapped", "shelved", "pulled",
    "resolved", "unfrozen", "undone", "overturned", "released", "restored", "dropped", "fixed",
})  # fmt: skip
"""Words behind a phrase that say that it holds no longer: "the budget freeze got lifted"."""
_FOR_THIS = frozenset({
    "this", "that", "it", "these", "us", "now", "anything", "sure", "today", "me", "you", "everything", "certain",
    "next",
})  # fmt: skip
_OURS = frozenset({
    "year", "tool", "tools", "project", "pilot", "moment", "deal", "product", "platform", "quarter", "solution",
    "purchase", "rollout", "rest", "new", "tooling", "software", "fiscal", "current",
})  # fmt: skip
"""What a flag may be for and still be about what is sold here; anything else is for something of their own."""


def flags(clause: Clause, position: int, vocabulary: Vocabulary) -> Iterator[Claim]:
    """What the phrase at a position says of the flags that it may stand for."""
    for meaning in clause.pieces[position].meanings:
        trait = vocabulary.traits[meaning.trait]
        if trait.kind is not Kind.FLAG or meaning.sense is Sense.UNIT:
            continue
        said = _said_so(clause, position, trait) if meaning.sense is Sense.NAME else _put_so(clause, position, meaning)
        if (
            said is None
            or is_for_us(clause.pieces[position + 1 :])
            or _is_for_another(clause.pieces[position + 1 :])
            or Mood.ELSEWHERE in _mood(clause, said=said)
        ):
            continue
        if Mood.DOUBTS in clause.mood:
            yield Claim(trait.id, clause.place, why=f"That did not sound certain; {trait.label} needs a yes or a no.")
        else:
            yield Claim(trait.id, clause.place, value=said)


def _mood(clause: Clause, *, said: bool) -> Mood:
    """The mood that counts for a flag: "was approved" is so today, and "no budget till March" is a no today."""
    said_of = clause.pieces[clause.begins :]
    is_done = any(
        piece.key in (_AFFIRMED | _DENIED) - _STATES or piece.key.endswith(("ed", "off")) for piece in said_of
    )
    kept = [piece for piece in said_of if not (is_done and piece.key in _DONE_BY)]
    recent = {at for at, (one, two) in enumerate(pairwise(kept)) if one.key == "last" and two.key in _RECENT}
    kept = [piece for at, piece in enumerate(kept) if not (is_done and said and at in recent)]
    until = next((at for at, piece in enumerate(kept) if piece.key in _UNTIL), None)
    return clause.given | mood_of(kept if said or until is None else kept[:until])


def _is_for_another(after: Sequence[Piece]) -> bool:
    """Whether a flag is for something of their own: "has budget for headcount"."""
    for at, piece in enumerate(after[:-1]):
        following = after[at + 1]
        if piece.key != "for" or following.is_subject or following.quantity is not None:
            continue
        noun = after[at + 2].key if following.key in DETERMINERS and at + 2 < len(after) else following.key
        if following.key not in _FOR_THIS and noun not in _OURS:
            return True
    return False


def _is_clear(before: Sequence[Piece], *, of: str | None = None) -> bool:
    """Whether all that stands before a name is understood; a "no", a doubt and small words are dealt with elsewhere."""
    return is_understood([piece for piece in before if piece.key not in _DEALT_WITH], of=of)


def _said_so(clause: Clause, position: int, trait: Trait) -> bool | None:
    """What a clause says of a flag that it names."""
    before, after = leads_in(clause, position), clause.pieces[position + 1 :]
    is_litotes = any(piece.key == "no" and after.key in _LITOTES for piece, after in pairwise(before))
    is_litotes = is_litotes or any(piece.key in ("little", "less") for piece in before[-1:])
    denied = _is_denied(before)
    if is_litotes or sum(piece.key in NEGATORS and not piece.meanings for piece in before) > denied:
        return None
    predicate = _predicate(after)
    if predicate is not None and _is_clear(before):
        return None if denied and not predicate else predicate and not denied
    if not _ends_flag(after):
        return None
    if denied:
        return False if _is_clear(before) else None
    if clause.pieces[position].key in deeds_of(trait):
        return True if _is_clear(before) else None
    return True if _is_had(before, trait, clause.pieces[position].words) else None


def _predicate(after: Sequence[Piece]) -> bool | None:
    """What is said of a flag behind its name: "is approved", "not approved", "gone", ": yes"."""
    negated = False
    for at, piece in enumerate(after):
        if piece.key in _TURNING or (piece.key == "no" and [each.key for each in after[at + 1 : at + 2]] == ["longer"]):
            negated = not negated
        elif piece.key in _AFFIRMED or _is_yes(piece) is True:
            is_left = _is_complete(after, at) and not is_taken_back(after[at + 1 :])
            return not negated if is_left else None
        elif piece.key == "no" and _is_about_noun(after[at + 1 :]):
            return None
        elif piece.key in _DENIED or _is_yes(piece) is False:
            is_less = piece.key in _CUT and any(each.key in _CUT_BY or each.quantity for each in after[at + 1 : at + 2])
            return None if negated or is_less or is_ended(after[at + 1 :]) else False
        elif piece.key not in _BEFORE_PREDICATE:
            return None
    return None


def _is_about_noun(after: Sequence[Piece]) -> bool:
    """Whether a "no" belongs to the noun behind it: "budget is no problem"."""
    return bool(after) and after[0].is_word and after[0].key not in _AFTER_FLAG


def is_ended(after: Sequence[Piece]) -> bool:
    """Whether what follows a phrase says that it holds no longer, or denies it."""
    return any(piece.key in _ENDED or piece.key in NEGATORS for piece in after)


def is_taken_back(after: Sequence[Piece]) -> bool:
    """Whether a "not" follows what was said to be so: "approved or not", "approved not yet"."""
    return any(piece.key in NEGATORS for piece in after) or any(piece.key in _DENIED for piece in after[1:])


def _is_complete(after: Sequence[Piece], at: int) -> bool:
    """Whether a predicate ends where it should: "in place" and not "in question"."""
    wanted = _COMPLETED_BY.get(after[at].key)
    following = after[at + 1].key if at + 1 < len(after) else ""
    return wanted is None or following in wanted


def _is_yes(piece: Piece) -> bool | None:
    """Whether a phrase is how people put a flag's yes (True) or its no (False)."""
    said = {meaning.option for meaning in piece.meanings if meaning.sense is Sense.OPTION}
    return True if said == {"yes"} else False if said == {"no"} else None


def _ends_flag(after: Sequence[Piece]) -> bool:
    return not after or bool(after[0].meanings or after[0].quantity) or after[0].key in _AFTER_FLAG


def _is_denied(before: Sequence[Piece]) -> bool:
    """Whether a "no" stands before a name with nothing but small words in between."""
    for piece in reversed(before):
        if piece.key in NEGATORS and not piece.meanings:
            return True
        if piece.meanings or not (piece.key in _BETWEEN or piece.key in HAVING or piece.key in USING):
            return False
    return False


def _is_had(before: Sequence[Piece], trait: Trait, words: int) -> bool:
    """Whether somebody has, does or is it: "has a budget", "confirmed budget", "it is a key initiative"."""
    verbs = [piece.key for piece in before if not piece.meanings]
    if verbs and verbs[-1] in _GRANTED:
        return is_understood([piece for piece in before if piece.key not in _GRANTED], of=trait.id)
    if not _is_clear(before, of=trait.id):
        return False
    if any(key in HAVING or key in USING for key in verbs if key != "'s"):
        return True
    return any(key in BEING for key in verbs) and (words > 1 or "there" in verbs)


def _is_about_another(after: Sequence[Piece]) -> bool:
    """Whether a phrase goes on to something of its own: "signed off on the pilot"."""
    return bool(after) and after[0].key == "on" and not (len(after) > 1 and after[1].key in ("it", "this", "that"))


def _put_so(clause: Clause, position: int, meaning: Meaning) -> bool | None:
    """What a clause says of a flag by a phrase that stands for its yes or its no."""
    before = leads_in(clause, position)
    is_last = position + 1 == len(clause.pieces)
    named = any(piece.means(Sense.NAME, meaning.trait) for piece in clause.pieces)
    said_of_them = bool(before) and before[-1].key in BEING and is_last
    placed = named or (ends_well(clause, position + 1) and (clause.pieces[position].words > 1 or said_of_them))
    if not placed or not is_understood([piece for piece in before if piece.key not in NEGATORS], of=meaning.trait):
        return None
    if not named and any(piece.quantity is not None for piece in clause.pieces):
        return None
    if not named and _is_about_another(clause.pieces[position + 1 :]):
        return None
    negated = any(piece.key in NEGATORS and not piece.meanings for piece in before)
    says_yes = meaning.option == "yes"
    if is_ended(clause.pieces[position + 1 :]) or (negated and not says_yes):
        return None
    return says_yes and not negated
