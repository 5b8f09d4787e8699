"""Parse: a person's words into values, or the reason why not.

Two ways in. `read_answers` reads free text, in which anybody may have said anything about anything: a value is taken
only where it is plainly stated about the account. `read_reply` reads the reply to a trait's own question, in which
"120" or "yes" is enough. Both would rather read nothing than something that was not said.

The way down: `words` cut the text, `clause` marks what the pack knows in it, `quantity` reads numbers, `statement`
decides what a clause states, `convert` turns money and time into what the trait holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pydantic import JsonValue

from bot.core.language.clause import (
    BODIES,
    HAVING,
    NEGATORS,
    Clause,
    Mood,
    Piece,
    asks,
    clauses_of,
    is_subject,
    is_verb,
    pieces_of,
    plain_keys,
)
from bot.core.language.correction import corrected_at
from bot.core.language.count import leaves_whole
from bot.core.language.doubt import doubt
from bot.core.language.frame import is_understood
from bot.core.language.listed import listed
from bot.core.language.ours import OURS, is_ours
from bot.core.language.reading import CannotTell, Claim, Reading, Stretch
from bot.core.language.statement import claims_of
from bot.core.language.vocabulary import MENDED_FROM, Sense, Vocabulary, is_place
from bot.core.language.words import LONGEST_TEXT, Word, cut, sentences
from bot.core.trait import Kind, Trait

Said = Reading | CannotTell

_SUPPOSES = frozenset({
    "if", "unless", "whether", "suppose", "imagine", "hypothetically", "wish", "wonder", "wondering", "pretend",
    "assuming",
})  # fmt: skip
_CARRIES = frozenset({",", "and", "or", "nor", "/", "+", "&", "plus", "", "(", ")", ":", "-", "with"})
_THIRD_PARTIES = frozenset({
    "competitor", "competitors", "competition", "customer", "customers", "client", "clients", "partner", "partners",
    "vendor", "vendors", "supplier", "suppliers", "parent", "subsidiary", "subsidiaries", "sister", "investor",
    "investors", "similar", "companies", "average", "benchmark", "prospects", "rival", "rivals", "peers", "unlike",
    "versus", "vs", "integrates", "compete", "competes", "alternatives", "alternative", "reseller", "resellers",
})  # fmt: skip
_TALK = frozenset({
    "call", "called", "phone", "talked", "talking", "spoke", "met", "chat", "chatted", "meeting", "update", "notes",
    "demo", "email", "news", "info", "intel", "discovery", "heard", "said", "says", "told", "confirmed", "learned",
    "budget", "i", "we", "thanks", "raised", "funding", "round", "closed",
})  # fmt: skip
"""Words of somebody who reports from a talk."""
_STORY = "That sounds like a story about somebody else. Say what holds for them."
_AIM = "That sounds like a goal. Say where it stands now."
_AIMS, _AIMED = frozenset({"goal", "target", "quota"}), frozenset({":", "=", "is", "of", "'s", "was", "-"})
_STORIES = frozenset({
    ("case", "study"), ("case", "studies"), ("success", "story"), ("customer", "story"), ("customer", "stories"),
    ("reference", "customer"), ("reference", "call"), ("white", "paper"), ("press", "release"), ("job", "ad"),
    ("job", "posting"), ("job", "ads"),
})  # fmt: skip
_TOTALS = frozenset({"total", "overall", "altogether", "all"})
_RIVALS = frozenset({"double", "triple", "twice", "was", "shows", "show", "lists"})
"""Words of another number: "or was it 130", "or double that", "but linkedin shows 40"."""
_GONE = frozenset({
    "frozen", "cut", "pulled", "gone", "rejected", "spent", "cancelled", "canceled", "withdrawn", "revoked", "denied",
    "slashed", "killed", "stopped", "reversed",
})  # fmt: skip
_AROUND_GONE = frozenset(
    {"then", "later", "now", "got", "was", "again", "since", "yesterday", "and", "just", "been", "has"}
)
_NEWCOMERS = frozenset({
    "new", "hires", "contractors", "temps", "interns", "freelancers", "joiners", "starters", "additions",
})  # fmt: skip
_OUTDATED = frozenset({"old", "outdated", "stale", "wrong", "incorrect", "nonsense", "dated", "kidding", "joking"})
_EXCEPTS = frozenset({"except", "excluding", "besides", "apart", "exception"})
_SUPPOSING = frozenset({"could", "might", "may", "should", "must"})
"""Doubts that are about something new ("120 people, could be a good fit") and not about the number just said."""
_PASSING = 5
"""Words; a clause up to this long that only doubts ("i think", "not sure though") is about the one before it."""


def read_answers(text: str, vocabulary: Vocabulary, subject: Sequence[Stretch] = ()) -> list[Said]:
    """Read what free text states about an account, at most one reading for each trait.

    Args:
        text: somebody's words.
        vocabulary: the words of the pack.
        subject: where the account's name stands in the text; nothing is read from inside a name.
    """
    found = statements(cut(text), vocabulary, subject, theirs=True) if len(text) <= LONGEST_TEXT else []
    return merged(text, found, vocabulary)


def statements(
    words: Sequence[Word], vocabulary: Vocabulary, subject: Sequence[Stretch] = (), *, theirs: bool = False
) -> list[Claim]:
    """What words state, one by one and not yet compared with each other.

    Args:
        words: what somebody said.
        vocabulary: the words of the pack.
        subject: where the account's name stands.
        theirs: whether what is said of our own side and of others' stories is refused; the router asks whose it is.
    """
    found: list[Claim] = []
    latest: list[Claim] = []
    for sentence in sentences(mended(words, vocabulary)):
        pieces = pieces_of(sentence.words, vocabulary, subject)
        corrected = corrected_at(pieces)
        if corrected is not None and not any(map(_speaks, pieces[: corrected[0]])):
            found = [_taken_back(each) if each in latest else each for each in found]
        if not asks(sentence, pieces) and _SUPPOSES.isdisjoint(plain_keys(pieces)):
            latest = _read_sentence(pieces, vocabulary, theirs=theirs)
            if corrected is not None and any(map(_speaks, pieces[: corrected[0]])):
                latest = [_taken_back(each) for each in latest]
            if not _EXCEPTS.isdisjoint(plain_keys(pieces)):
                latest = [_doubted(each, vocabulary, of_numbers=True) for each in latest]
            if theirs and (why := _not_of_today(pieces)):
                latest = [_refused(each, why) for each in latest]
            found.extend(latest)
    certain = any(each.why is None and not each.is_weak for each in found)
    return [each for each in found if certain or not each.is_weak]


def _not_of_today(pieces: Sequence[Piece]) -> str | None:
    """Why a sentence is about somebody else or another day: a case study, or a goal ("target: 300 people")."""
    aims = any(one.key in _AIMS and (two.key in _AIMED or two.quantity is not None) for one, two in pairwise(pieces))
    return _STORY if _tells_a_story(pieces) else _AIM if aims else None


def _tells_a_story(pieces: Sequence[Piece]) -> bool:
    """Whether a sentence is about material on somebody else: "case study: 300 person agency"."""
    return not _STORIES.isdisjoint(pairwise(piece.key for piece in pieces))


def _speaks(piece: Piece) -> bool:
    return bool(piece.meanings) or piece.quantity is not None


def _taken_back(each: Claim) -> Claim:
    return replace(each, value=None, why="That was corrected in the same breath. Say which one holds.", is_open=False)


def mended(words: Sequence[Word], vocabulary: Vocabulary) -> list[Word]:
    """Words with the slips in the pack's longer words put right."""
    return [
        word._replace(key=vocabulary.speller.mend(word.key))
        if len(word.key) >= MENDED_FROM - 1 and word.key not in vocabulary.book
        else word
        for word in words
    ]


def _read_sentence(pieces: Sequence[Piece], vocabulary: Vocabulary, *, theirs: bool) -> list[Claim]:
    found: list[Claim] = []
    carried = Mood.STATES
    heading: str | None = None
    understood, is_our = True, False
    is_only_count = sum(piece.quantity is not None for piece in pieces) == 1
    clauses = clauses_of(listed(pieces, vocabulary))
    for place, clause in enumerate(clauses):
        before, after = clauses[max(0, place - 1) : place], clauses[place + 1 : place + 2]
        if not all(map(_is_settled, (*before, *after))) or _explains_a_name(clause, before):
            clause = replace(clause, given=clause.given | Mood.ADRIFT)  # noqa: PLW2901
        if _is_company_kept(clause, before):
            clause = replace(clause, given=clause.given | Mood.ELSEWHERE)  # noqa: PLW2901
        heading = None if clause.has_subject or _named(clause) else heading
        moody = _with_mood(clause, carried if clause.after != "with" or understood else Mood.ELSEWHERE)
        news = list(claims_of(moody, vocabulary, heading, is_only_count=is_only_count))
        found, news = _revised(clause, found, news, vocabulary)
        is_our = is_ours(clause.pieces[clause.begins :]) or (
            is_our and not clause.has_subject and clause.after in _CARRIES
        )
        news = [_refused(each, OURS.why) for each in news] if is_our and theirs else news
        if rival := _rival(clause, found, vocabulary):
            found.append(rival)
        found.extend(news)
        heading = _heading(clause) or heading
        carried = _carried(moody, news, carried, vocabulary)
        understood = is_understood(clause.pieces[clause.begins :])
    return found


def _revised(
    clause: Clause, found: list[Claim], news: list[Claim], vocabulary: Vocabulary
) -> tuple[list[Claim], list[Claim]]:
    """What was stated before a clause, and what it states itself, where it takes one of them back."""
    if _confines(clause):
        found, news = [_doubted(each, vocabulary, of_numbers=True) for each in found], []
    elif _narrows(clause, found, vocabulary):
        found[-1] = _refused(found[-1], "That may be only a part. Say the number of the whole.")
        news = [each for each in news if not is_place(vocabulary.traits[each.trait])]
    elif _is_outdated(clause):
        found = [_doubted(each, vocabulary, of_numbers=True) for each in found]
    elif _only_doubts(clause):
        of_numbers = _SUPPOSING.isdisjoint(plain_keys(clause.pieces))
        found = [_doubted(each, vocabulary, of_numbers=of_numbers) for each in found]
    elif _is_unused(clause):
        found = [_doubted(each, vocabulary) for each in found]
    elif _puts_right(clause, found, news, vocabulary):
        found, news = [_taken_back(each) for each in found], []
    elif _takes_back(clause, news):
        found = [_doubted(each, vocabulary) if _is_flag(each, vocabulary) else each for each in found]
    return found, news


def _is_company_kept(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause says with whom something was done, and not what somebody has: "2 meetings, with 4 people"."""
    if clause.pieces[0].key != "with" or not before:
        return False
    said = before[0]
    is_about_them = said.has_subject or any(piece.meanings or piece.key in BODIES for piece in said.pieces)
    return not is_about_them


def _explains_a_name(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a bracket says who somebody is: "talked to jane (cfo)"."""
    return clause.after in ("(", "[") and bool(before) and not is_understood(before[0].pieces[-1:])


def _is_settled(clause: Clause) -> bool:
    """Whether a clause is understood, or at least tells about the account or about a talk with it."""
    if is_understood(clause.pieces[clause.begins :]) or clause.has_subject:
        return True
    if any(meaning.sense is not Sense.OPTION for piece in clause.pieces for meaning in piece.meanings):
        return True
    return not _TALK.isdisjoint(plain_keys(clause.pieces))


def _with_mood(clause: Clause, carried: Mood) -> Clause:
    """A clause with the mood that the one before leaves on it."""
    if clause.has_subject or clause.after not in _CARRIES or not carried:
        return clause
    if any(is_verb(piece.key) and not piece.meanings for piece in clause.pieces) and clause.after != "nor":
        carried &= ~Mood.NEGATES
    if any(piece.quantity for piece in clause.pieces):
        carried &= Mood.ELSEWHERE
    return replace(clause, given=clause.given | carried)


def _carried(clause: Clause, news: Sequence[Claim], before: Mood, vocabulary: Vocabulary) -> Mood:
    """What a clause does to those after it that have no subject of their own."""
    says_something = any(piece.meanings or piece.quantity for piece in clause.pieces)
    if not says_something:
        if not _THIRD_PARTIES.isdisjoint(plain_keys(clause.pieces)):
            return Mood.ELSEWHERE
        if _leaves_open(clause):
            return Mood.ELSEWHERE
        return before if not clause.has_subject else clause.mood & Mood.DOUBTS
    mood = clause.mood & ~Mood.ADRIFT
    if Mood.ELSEWHERE in mood and not news and _counts_theirs(clause):
        mood &= ~Mood.ELSEWHERE
    if any(each.value is False for each in news):
        mood &= ~Mood.NEGATES
    if news and all(vocabulary.traits[each.trait].kind.is_numeric for each in news):
        mood &= ~Mood.DOUBTS
    has_options = any(piece.means(Sense.OPTION) for piece in clause.pieces)
    return mood | Mood.ADRIFT if has_options and not news else mood


def _counts_theirs(clause: Clause) -> bool:
    """Whether a clause counts whom the account deals with, so that it is still about the account: "200 customers"."""
    pieces = clause.pieces[clause.begins :]
    is_had = len(pieces) > 1 and is_subject(pieces[0]) and pieces[1].key in HAVING
    counted = [after.key for piece, after in pairwise(pieces) if piece.quantity is not None]
    return is_had and counted == [pieces[-1].key] and pieces[-1].key in _THIRD_PARTIES


def _leaves_open(clause: Clause) -> bool:
    """Whether a clause ends where its object should follow: "they want", "considering"."""
    return Mood.ELSEWHERE in clause.mood and not is_understood(clause.pieces[-1:])


def _only_doubts(clause: Clause) -> bool:
    if clause.after != "," or any(piece.meanings or piece.quantity for piece in clause.pieces):
        return False
    return Mood.DOUBTS in clause.mood and len(clause.pieces) <= _PASSING


def _confines(clause: Clause) -> bool:
    """Whether a clause says that what was just counted is only a part: "(us only)", "in germany alone"."""
    keys = plain_keys(clause.pieces)
    says_so = not {"only", "alone", "excluding", "excl"}.isdisjoint(keys)
    if not says_so or clause.after not in (",", "(", "-", "but") or clause.has_subject:
        return False
    has_option = any(piece.means(Sense.OPTION) for piece in clause.pieces)
    return has_option and not any(is_verb(key) or key in ("on", "for") for key in keys)


def _narrows(clause: Clause, found: Sequence[Claim], vocabulary: Vocabulary) -> bool:
    """Whether a clause makes what was just counted a part or a plan: "(europe)", "(target)", "with the new hires"."""
    if not found or not vocabulary.traits[found[-1].trait].kind.is_numeric or clause.has_subject:
        return False
    if clause.after == "with":
        return not _NEWCOMERS.isdisjoint(plain_keys(clause.pieces))
    if clause.after not in ("(", "[") or any(piece.quantity is not None for piece in clause.pieces):
        return False
    strange = [piece for piece in clause.pieces if not leaves_whole(piece)]
    places = {trait.id for trait in vocabulary.traits.values() if is_place(trait)}
    return any(not piece.meanings or any(each.trait in places for each in piece.meanings) for piece in strange)


def _is_outdated(clause: Clause) -> bool:
    """Whether a clause only says that what stands before it does not hold: "but that's old", "but i don't buy it"."""
    keys = plain_keys(clause.pieces)
    if any(piece.meanings or piece.quantity for piece in clause.pieces) or len(keys) > _PASSING:
        return False
    if keys == ["not"]:
        return clause.after == "or"
    is_unbelieved = any(one == "not" and two in ("buy", "believe", "trust") for one, two in pairwise(keys))
    return is_unbelieved or (not _OUTDATED.isdisjoint(keys) and NEGATORS.isdisjoint(keys))


def _takes_back(clause: Clause, news: Sequence[Claim]) -> bool:
    """Whether a clause limits the one before: "but it is not approved yet"."""
    if clause.after in (",", "and", "but", "-", "(", "then") and not news and _is_gone(clause):
        return True
    if clause.after not in ("but", "although", "though", "however") or any(each.why is None for each in news):
        return False
    subject = clause.pieces[clause.begins]
    is_about_it = subject.key in ("it", "that", "this") or not is_subject(subject)
    return is_about_it and bool(clause.mood)


def _is_gone(clause: Clause) -> bool:
    """Whether a clause only says that it holds no longer: "but then frozen"."""
    keys = plain_keys(clause.pieces)
    return not _GONE.isdisjoint(keys) and (_GONE | _AROUND_GONE).issuperset(keys) and not clause.has_subject


def _rival(clause: Clause, found: Sequence[Claim], vocabulary: Vocabulary) -> Claim | None:
    """Another number for what was counted just before: "500 people, maybe 600"."""
    is_beside = clause.after in (",", "or", "-", "(")
    is_bare = is_beside and len(clause.pieces) == 1 and clause.pieces[0].quantity is not None
    is_total = clause.after in (",", "/", "(", "-") and not _TOTALS.isdisjoint(plain_keys(clause.pieces))
    is_other = clause.after in ("or", "but") and not _RIVALS.isdisjoint(plain_keys(clause.pieces))
    is_bare = is_bare or is_other
    is_bare = is_bare or (is_total and [bool(piece.quantity) for piece in clause.pieces].count(True) == 1)
    if not (is_bare and found and vocabulary.traits[found[-1].trait].kind.is_numeric and found[-1].why is None):
        return None
    label = vocabulary.traits[found[-1].trait].label
    return replace(found[-1], value=None, why=f"That gives {label} two different values.")


def _is_unused(clause: Clause) -> bool:
    """Whether a clause says that what was just named is not used: "but nobody uses it"."""
    keys = plain_keys(clause.pieces)
    is_used = not {"use", "uses", "using", "used"}.isdisjoint(keys)
    return Mood.NEGATES in clause.mood and is_used and not {"it", "them", "that"}.isdisjoint(keys)


def _puts_right(clause: Clause, found: Sequence[Claim], news: Sequence[Claim], vocabulary: Vocabulary) -> bool:
    """Whether a clause with an "actually" gives another value for what was just stated: "80 people, actually 95"."""
    if not found or "actually" not in plain_keys(clause.pieces):
        return False
    last = found[-1].trait
    if any(meaning.trait == last for piece in clause.pieces for meaning in piece.meanings):
        return True
    is_number = any(piece.quantity is not None for piece in clause.pieces)
    return is_number and not news and vocabulary.traits[last].kind.is_numeric


def _doubted(each: Claim, vocabulary: Vocabulary, *, of_numbers: bool = False) -> Claim:
    if (vocabulary.traits[each.trait].kind.is_numeric and not of_numbers) or each.why is not None:
        return each
    return replace(each, value=None, why="That did not sound certain.", is_open=False)


def _refused(each: Claim, why: str) -> Claim:
    return each if each.why is not None else replace(each, value=None, note=None, why=why, is_open=False)


def _is_flag(each: Claim, vocabulary: Vocabulary) -> bool:
    return vocabulary.traits[each.trait].kind is Kind.FLAG


def _named(clause: Clause) -> bool:
    return any(piece.means(Sense.NAME) for piece in clause.pieces)


def _heading(clause: Clause) -> str | None:
    """The trait that a clause announces a list for: "stack: snowflake, salesforce"."""
    for piece, following in zip(clause.pieces, clause.pieces[1:], strict=False):
        if following.key in (":", "=") and piece.means(Sense.NAME):
            return next(meaning.trait for meaning in piece.meanings if meaning.sense is Sense.NAME)
    return None


def merged(text: str, found: Iterable[Claim], vocabulary: Vocabulary) -> list[Said]:
    """One reading for each trait, in the order in which the text speaks of them."""
    by_trait: dict[str, list[Claim]] = {}
    for each in found:
        by_trait.setdefault(each.trait, []).append(each)
    return [_one(text, vocabulary.traits[trait], each) for trait, each in by_trait.items()]


def _one(text: str, trait: Trait, found: Sequence[Claim]) -> Said:
    begin, end = min(each.place[0] for each in found), max(each.place[1] for each in found)
    quote = text[begin:end]
    if (why := doubt(text, begin, end, trait)) is not None:
        return CannotTell(trait.id, why, quote)
    refused = [each for each in found if each.why is not None]
    values = [each for each in found if each.why is None]
    closed = [each for each in refused if not each.is_open]
    if closed or not values:
        first = (closed or refused)[0]
        return CannotTell(trait.id, first.why or "", quote, first.offer)
    if trait.kind is Kind.TAGS:
        return Reading(trait.id, _all_tags(trait, [each.value for each in values]), quote)
    if any(each.value != values[0].value for each in values):
        return CannotTell(trait.id, f"That gives {trait.label} two different values.", quote)
    return Reading(trait.id, values[0].value, quote, values[0].note)


def _all_tags(trait: Trait, bounds: Sequence[JsonValue]) -> JsonValue:
    named = {str(tag) for bound in bounds if isinstance(bound, dict) for tag in _listed(bound["at_least"])}
    return {"at_least": [option for option in trait.option_ids if option in named]}


def _listed(tags: JsonValue) -> list[JsonValue]:
    return tags if isinstance(tags, list) else []
