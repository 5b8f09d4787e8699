"""Clause: a stretch of a message that says one thing, with the words of the pack marked in it.

A message is cut into sentences, and a sentence into clauses at commas, dashes, brackets, "and", "but" and the like.
What is read of a message is read clause by clause, and only from clauses that state something: a question, a wish, a
plan, a memory or a word about somebody else states nothing about the account.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Flag, auto
from itertools import pairwise
from typing import NamedTuple

from bot.core.language.common import FUNCTION_WORDS
from bot.core.language.on_paper import is_away, is_turned
from bot.core.language.phrases import PhraseBook
from bot.core.language.quantity import Quantity, measure, trailing
from bot.core.language.reading import Stretch
from bot.core.language.vocabulary import TIME_UNITS, Meaning, Sense, Vocabulary
from bot.core.language.words import Sentence, Word


class Piece(NamedTuple):
    """A word, or several that belong together, and what it is known to stand for."""

    key: str
    """What it is compared by; empty for a name or a number."""
    start: int
    end: int
    meanings: tuple[Meaning, ...] = ()
    quantity: Quantity | None = None
    is_subject: bool = False
    """Whether it is the account's name."""
    is_refused: bool = False
    """Whether it is a number that must not be read."""
    words: int = 1

    @property
    def is_word(self) -> bool:
        """Whether it is a word and no mark, name or number."""
        return self.key == "'s" or self.key[:1].isalnum()

    def means(self, sense: Sense, trait: str | None = None) -> bool:
        """Whether it has a meaning of that sense, for that trait where one is given."""
        return any(meaning.sense is sense and trait in (None, meaning.trait) for meaning in self.meanings)


class Mood(Flag):
    """What keeps a clause from stating something."""

    STATES = 0
    NEGATES = auto()
    """It says what is not."""
    DOUBTS = auto()
    """Whoever says it is not sure."""
    ADRIFT = auto()
    """It stands among clauses that are not understood, so that a phrase in it may be an item of any list."""
    ELSEWHERE = auto()
    """It is about another time, another company, a wish or a condition."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a message that says one thing."""

    pieces: tuple[Piece, ...]
    begins: int
    """The position of its subject; what stands before only introduces it."""
    given: Mood
    """What the words before its subject, and the clause before it, do to what it says."""
    after: str
    """The mark or word that separates it from the one before; empty at the start of a sentence."""
    has_subject: bool
    """Whether it says whom it is about."""

    @property
    def mood(self) -> Mood:
        """What keeps it from stating something."""
        return self.mood_without(frozenset())

    def mood_without(self, keys: AbstractSet[str]) -> Mood:
        """Its mood as if some of its words were not there."""
        return self.given | mood_of([piece for piece in self.pieces[self.begins :] if piece.key not in keys])

    @property
    def place(self) -> Stretch:
        """Where it stands in the text."""
        return self.pieces[0].start, self.pieces[-1].end


_BEFORE_VERB = frozenset({
    "do", "does", "also", "now", "already", "all", "both", "still", "currently", "only", "just", "mostly", "mainly",
    "actually", "definitely", "really",
})  # fmt: skip
"""What may stand between a subject and its verb."""
_DONE_WITH = frozenset({
    "acquired", "bought", "know", "knows", "knew", "pitched", "joined", "left", "compete", "competes", "sold", "sell",
    "sells", "merged", "buying", "acquiring", "owns", "met", "similar",
})  # fmt: skip
"""What is done with another company."""
SUBJECTS = frozenset({
    "they", "it", "company", "account", "guys", "he", "she", "customer", "prospect", "who", "which", "that",
})  # fmt: skip
BEING = frozenset({"is", "are", "'s", "be", "am", "been", "being", "was", "were", "stays", "remains", ":", "="})
HAVING = frozenset({"has", "have", "got", "having", "'s", "with", "gets", "get"})
USING = frozenset({
    "use", "uses", "using", "run", "runs", "running", "works", "work", "working", "operate", "operates", "sits",
    "lives", "own", "owns", "offer", "offers", "employs", "employ", "accept", "accepts", "counts", "do", "does",
    "deploys", "keep", "keeps", "provide", "provides", "take", "takes", "makes", "make", "sells", "sell", "maintains",
    "maintain", "deployed", "hosted", "hosts",
})  # fmt: skip
BODIES = frozenset({
    "company", "firm", "business", "shop", "startup", "org", "organization", "organisation", "outfit", "operation",
    "team", "house", "player", "vendor", "provider", "group", "crew", "staff", "account", "co", "biz",
})  # fmt: skip
"""Words for what an account is, whatever it does."""
NEGATORS = frozenset({
    "not", "no", "never", "without", "none", "neither", "nor", "lack", "lacks", "lacking", "zero", "nobody", "nothing",
    "hardly", "barely", "isnt", "non", "minus", "lost",
})  # fmt: skip
DOUBTS = frozenset({
    "maybe", "perhaps", "probably", "possibly", "likely", "unlikely", "guess", "guessing", "think", "believe", "might",
    "may", "could", "seems", "seem", "seemingly", "unsure", "unclear", "apparently", "reportedly", "supposedly",
    "assume", "assuming", "suspect", "hopefully", "presumably", "afaik", "iirc", "doubt", "doubtful", "sounds",
    "looks", "allegedly", "potentially", "rumored", "rumoured", "rumor", "tbd", "pending", "depends", "tentative",
    "tentatively", "sure", "uncertain", "unconfirmed", "thinks", "thinking", "feel", "feels", "gather", "imagine",
    "should", "must", "bet", "hear", "heard", "sound", "look", "appear", "appears", "supposed", "sort", "kinda",
    "almost", "nearly", "barely",
})  # fmt: skip
_CONDITIONS = frozenset({
    "if", "unless", "whether", "would", "suppose", "wish", "wonder", "wondering", "ask", "asked", "asking", "asks",
    "assuming", "hypothetically", "imagine", "provided", "otherwise", "pretend", "say", "ignore", "example",
})  # fmt: skip
_LATER = frozenset({
    "will", "going", "plan", "plans", "planning", "want", "wants", "wanted", "wanting", "hope", "hopes", "hoping",
    "aim", "aims", "aiming", "expect", "expects", "expecting", "intend", "intends", "considering", "evaluating",
    "exploring", "eventually", "moving", "migrating", "switching", "rolling", "targeting", "trying", "need", "needs",
    "needed", "require", "requires", "upcoming", "tomorrow", "migrate", "switch", "evaluate", "evaluates", "consider",
    "considers", "interested", "interest", "curious", "piloting", "testing", "trialing", "trialling", "demoing",
    "shopping", "looking", "seeking", "adopting", "replace", "replacing", "leaving", "prefer", "prefers", "wanna",
    "like", "love", "loves", "potential", "waiting", "awaiting", "request", "requested", "requesting", "applied",
    "apply", "propose", "proposed", "toying",
})  # fmt: skip
_EARLIER = frozenset({
    "had", "was", "were", "used", "previously", "formerly", "former", "earlier", "originally", "back", "once", "ex",
    "before", "ago", "dropped", "ditched", "abandoned", "left", "quit", "stopped", "cancelled", "canceled", "did",
    "churned", "old", "legacy", "previous", "prior", "past", "tried", "replaced",
})  # fmt: skip
_OTHERS = frozenset({
    "competitor", "competitors", "competition", "customer", "customers", "client", "clients", "partner", "partners",
    "vendor", "vendors", "supplier", "suppliers", "parent", "subsidiary", "subsidiaries", "sister", "investor",
    "investors", "similar", "companies", "average", "benchmark", "others", "another", "other", "prospects", "users",
    "buyers", "shoppers", "rival", "rivals", "peers", "neighbors", "neighbours", "neighbor", "unlike", "versus", "vs",
    "than", "like", "acquirer", "acquired", "affiliate", "reseller", "resellers", "tenant", "tenants", "patients",
    "consumers", "someone", "somebody", "everyone", "everybody", "anyone", "anybody", "compete", "competes",
    "integrates", "integrate", "compared", "alternative", "alternatives",
})  # fmt: skip
_TURNING = (_CONDITIONS - {"say"}) | {
    "hope", "hopes", "hoping", "want", "wants", "wanted", "expect", "expects", "need", "needs", "prefer", "wish",
    "competitor", "competitors", "customer", "customers", "client", "clients", "partner", "partners", "parent",
    "supplier", "vendor", "icp", "pricing", "policy", "template", "benchmark", "calculator", "law", "rule", "playbook",
}  # fmt: skip
"""What makes everything after it something else than a statement: "they want us to have", "a customer of theirs"."""
DATED = frozenset({
    "q1", "q2", "q3", "q4", "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "fy", "h1", "h2",
})  # fmt: skip
"""Words for a time; "may" is more often a verb."""
_HARMLESS = frozenset({("like", "this"), ("like", "that"), ("like", "it"), ("like", "ours")})
_SPLITS = frozenset({",", ";", "(", ")", "[", "]", "{", "}", "|", "/", "+", "•", "*", "→", ">", "&"})
_SPLITTING_WORDS = frozenset({
    "and", "but", "so", "plus", "because", "while", "or", "nor", "although", "though", "however", "yet",
})  # fmt: skip
_NAMED_BY = frozenset({":", "=", "-"})
_WITHIN = frozenset({
    ("not", "yet"), ("anything", "but"), ("everything", "but"), ("nothing", "but"),
})  # fmt: skip
"""Words of which the second splits nothing."""
YEARS = range(1900, 2100)


def pieces_of(
    words: Sequence[Word], vocabulary: Vocabulary, subject: Sequence[Stretch] = (), *, one: bool = False
) -> list[Piece]:
    """Mark the account's name, quantities and the pack's phrases among words."""
    found: list[Piece] = []
    position = 0
    while position < len(words):
        piece, position = _piece(words, position, vocabulary, subject, one=one)
        found.append(piece)
    return _bounded_behind(found)


_BOUND = 4
"""Words at most that set a bound behind a unit."""


def _bounded_behind(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with the bound that stands behind a unit: "80 people max", "80 people or more"."""
    found: list[Piece] = []
    position = 0
    while position < len(pieces):
        taken = _take_bound(found, pieces[position : position + _BOUND])
        if not taken:
            found.append(pieces[position])
        position += taken or 1
    return found


def _take_bound(found: list[Piece], ahead: Sequence[Piece]) -> int:
    """Set the bound that follows a quantity with its unit, and say how many pieces it is made of."""
    is_unit = len(found) > 1 and (found[-1].means(Sense.UNIT) or found[-1].key in TIME_UNITS)
    quantity = found[-2].quantity if is_unit else None
    if quantity is None or ahead[0].meanings:
        return 0
    is_plus = ahead[0].key == "+" and ahead[0].start == found[-1].end and not any(each.quantity for each in ahead[1:2])
    is_plus = is_plus or [piece.key for piece in ahead] == ["plus"]
    bounded, taken = trailing(quantity, ["or", "more"] if is_plus else [piece.key for piece in ahead])
    taken = 1 if is_plus and taken else taken
    if taken:
        found[-2] = found[-2]._replace(quantity=bounded)
        found[-1] = found[-1]._replace(end=ahead[taken - 1].end)
    return taken


def _piece(
    words: Sequence[Word], begin: int, vocabulary: Vocabulary, subject: Sequence[Stretch], *, one: bool
) -> tuple[Piece, int]:
    word = words[begin]
    if place := next((place for place in subject if place[0] <= word.start < place[1]), None):
        end = next((at for at in range(begin, len(words)) if words[at].start >= place[1]), len(words))
        return Piece("", word.start, words[end - 1].end, is_subject=True), end
    measured = measure(words, begin, one=one)
    phrase = _phrase(words, begin, vocabulary.book)
    if phrase is not None and (measured is None or phrase[1] >= measured.end):
        meanings, end = phrase
        key = "".join(each.key for each in words[begin:end] if not each.is_mark)
        return Piece(key, word.start, words[end - 1].end, meanings, words=end - begin), end
    if measured is not None:
        quantity, end = measured
        place = word.start, words[end - 1].end
        return Piece("", *place, quantity=quantity, is_refused=quantity is None), end
    return Piece(word.key, word.start, word.end), begin + 1


def _phrase(words: Sequence[Word], begin: int, book: PhraseBook[Meaning]) -> tuple[tuple[Meaning, ...], int] | None:
    if words[begin].is_mark:
        return None
    found = book.longest(words, begin)
    return (found.meanings, found.end) if found else None


def clauses_of(pieces: Sequence[Piece]) -> list[Clause]:
    """Cut the pieces of a sentence into clauses, each with its mood."""
    found: list[Clause] = []
    current: list[Piece] = []
    after = separator = ""
    for position, piece in enumerate(pieces):
        split = _splits(pieces, position, current)
        if split == "drop":
            continue
        if not split:
            current.append(piece)
            continue
        if current:
            found.append(_clause(current, after))
            after = ""
        separator = piece.key
        after = separator if not after or separator.isalpha() else after
        current = [Piece(piece.key, piece.start, piece.end)] if piece.key == "with" else []
    if current:
        found.append(_clause(current, after))
    return found


def _splits(pieces: Sequence[Piece], position: int, current: Sequence[Piece]) -> str:
    """How a piece cuts: "split", "drop" for a mark without a meaning, or empty for neither."""
    piece = pieces[position]
    if piece.meanings or piece.quantity or piece.is_subject or piece.is_refused:
        return ""
    if piece.key in _NAMED_BY and current and _is_heading(current):
        return "drop" if piece.key == "-" and _is_glued(pieces, position) else ""
    if piece.key == "-":
        return "drop" if _is_glued(pieces, position) else "split"
    if piece.key in _SPLITS or piece.key in (":", "="):
        return "split"
    if piece.key in _SPLITTING_WORDS or (piece.key == "with" and _may_have(current)):
        return "" if current and (current[-1].key, piece.key) in _WITHIN else "split"
    return "" if piece.is_word else "drop"


def _may_have(current: Sequence[Piece]) -> bool:
    """Whether a "with" says what somebody has ("a shop with 12 people") and is not part of a verb ("met with")."""
    if not current:
        return False
    last = current[-1]
    return last.is_subject or bool(last.meanings) or last.quantity is not None or last.key in BODIES


def _is_heading(current: Sequence[Piece]) -> bool:
    return any(meaning.sense is not Sense.OPTION for meaning in current[-1].meanings)


def _is_glued(pieces: Sequence[Piece], position: int) -> bool:
    if not 0 < position < len(pieces) - 1:
        return False
    return pieces[position - 1].end == pieces[position].start and pieces[position].end == pieces[position + 1].start


def _clause(pieces: Sequence[Piece], after: str) -> Clause:
    begins = _subject_position(pieces)
    has_subject = any(piece.is_subject or piece.key in SUBJECTS for piece in pieces)
    given = _introduction_mood(pieces[:begins])
    if _is_somebody_else(pieces, begins):
        given |= Mood.ELSEWHERE
    return Clause(tuple(pieces), begins, given, after, has_subject)


def _is_somebody_else(pieces: Sequence[Piece], begins: int) -> bool:
    """Whether a clause is about a company that something was done with: "acquired a company that runs ..."."""
    is_relative = pieces[begins].key in ("who", "which", "that") and begins > 1
    is_company = is_relative and pieces[begins - 1].key in (BODIES | {"one", "companies", "firms"})
    return is_company and any(piece.key in _DONE_WITH for piece in pieces[:begins])


def _subject_position(pieces: Sequence[Piece]) -> int:
    """Where the last subject with a verb stands: "jane told me | they use snowflake"."""
    for position in range(len(pieces) - 2, -1, -1):
        following = pieces[position + 1].key
        if position and pieces[position - 1].key in ("at", "of", "for", "in", "from", "with", "by", "to"):
            continue
        if is_subject(pieces[position]) and (is_verb(following) or following in _BEFORE_VERB):
            return position
        if reported := _reported(pieces, position):
            return reported
        if pieces[position].key in ("their", "there") and position and pieces[position - 1].key not in BEING:
            return position
    return 0


def _reported(pieces: Sequence[Piece], position: int) -> int:
    """Where that begins which somebody said: "jane said | budget is approved"; 0 where nobody is quoted."""
    key, begin = pieces[position].key, position + 1
    if key not in ("said", "says", "told", "mentioned") or (position and pieces[position - 1].key in BEING):
        return 0
    if key == "told" and pieces[begin].key not in ("me", "us"):
        return 0
    while begin < len(pieces) and pieces[begin].key in ("me", "us", "that", ":", ","):
        begin += 1
    return begin if any(piece.meanings or piece.quantity for piece in pieces[begin:]) else 0


def is_subject(piece: Piece) -> bool:
    """Whether a piece says whom a clause is about: the account's name, or a pronoun."""
    return piece.is_subject or (piece.key in SUBJECTS and not piece.meanings)


def is_verb(key: str) -> bool:
    """Whether a word states what somebody is, has or uses."""
    return key in BEING or key in HAVING or key in USING


def plain_keys(pieces: Iterable[Piece]) -> list[str]:
    """The words that are nobody's phrase; a single everyday word stays a word even where a pack uses it as a phrase."""
    return [
        piece.key
        for piece in pieces
        if piece.key and (not piece.meanings or (piece.words == 1 and piece.key in FUNCTION_WORDS))
    ]


def _introduction_mood(pieces: Sequence[Piece]) -> Mood:
    """What the words before the subject do to it: "not sure", "i think", "if"."""
    words = set(plain_keys(pieces))
    mood = Mood.STATES
    if words & (NEGATORS | DOUBTS):
        mood |= Mood.DOUBTS
    if words & _TURNING:
        mood |= Mood.ELSEWHERE
    return mood


def mood_of(pieces: Sequence[Piece]) -> Mood:
    """What the words of a clause do to what it says."""
    words = plain_keys(pieces)
    known = {word for word, after in zip(words, [*words[1:], ""], strict=False) if (word, after) not in _HARMLESS}
    if words[-1:] == ["before"] and any(piece.key.startswith("never") for piece in pieces):  # "never bought one before"
        known.discard("before")
    mood = Mood.STATES
    if known & NEGATORS:
        mood |= Mood.NEGATES
    if known & DOUBTS:
        mood |= Mood.DOUBTS
    if known & (_CONDITIONS | _LATER | _EARLIER | _OTHERS | DATED) or _is_dated(pieces):
        mood |= Mood.ELSEWHERE
    if "next" in known or ("last" in known and known & {"year", "quarter", "month", "week"}):
        mood |= Mood.ELSEWHERE
    if is_away(words) or is_turned(words):
        mood |= Mood.ELSEWHERE
    if ("kind", "of") in pairwise(words):
        mood |= Mood.DOUBTS
    return mood


def _is_dated(pieces: Sequence[Piece]) -> bool:
    """Whether a year stands there: "120 people in 2022" is no news."""
    years = [piece.quantity for piece in pieces if piece.quantity and not piece.quantity.scaled]
    keys = [piece.key for piece in pieces]
    is_at = not {"in", "since", "by", "from", "until", "till"}.isdisjoint(keys) or ("as", "of") in pairwise(keys)
    return is_at and any(year.low == year.high and year.low in YEARS for year in years if year.low is not None)


_QUESTION_WORDS = frozenset({"what", "which", "where", "when", "why", "how", "whose", "whom", "who"})
_AUXILIARIES = frozenset({
    "is", "are", "does", "do", "did", "was", "were", "can", "could", "would", "will", "should", "shall", "may",
    "might", "am", "has", "have", "had",
})  # fmt: skip
_ALWAYS_ASKS = frozenset({
    "does", "did", "can", "could", "would", "should", "shall", "do", "may", "might", "will", "am",
})  # fmt: skip
_OPENERS = frozenset({
    "so", "and", "but", "hey", "hi", "ok", "okay", "also", "well", "now", "then", "or", "hello", "yo", "quick",
})  # fmt: skip


def asks(sentence: Sentence, pieces: Sequence[Piece]) -> bool:
    """Whether a sentence is a question, with or without its mark."""
    if sentence.asks:
        return True
    begin = next((at for at, piece in enumerate(pieces) if piece.key not in _OPENERS and piece.key != ","), 0)
    if begin >= len(pieces) - 1 or pieces[begin].meanings or pieces[begin].is_subject:
        return False
    first, second = pieces[begin].key, pieces[begin + 1]
    if first in _QUESTION_WORDS:
        return True
    if first in _ALWAYS_ASKS:
        return second.key != "not" or first not in ("do", "does", "did")
    return first in _AUXILIARIES and _may_be_asked_of(second)


_AFTER_ELIDED_SUBJECT = frozenset({
    "on", "in", "a", "an", "based", "about", "around", "not", "no", "using", "at", "still", "been", "got",
})  # fmt: skip
"""What follows an "is" or "has" whose subject is left out: "is on aws", "has about 120 people"."""


def _may_be_asked_of(piece: Piece) -> bool:
    """Whether "is" or "has" in front of this turns a statement into a question: "is acme ...", not "is b2b saas"."""
    if piece.quantity or piece.means(Sense.OPTION):
        return False
    return piece.key not in _AFTER_ELIDED_SUBJECT
