"""Reply: what the reply to a trait's own question says.

Here the trait is known, so "120", "yes" or "b2b saas" is a whole answer. What is still asked of a reply: one value and
not two, no doubt where a value is either this or that, and no number that counts something else.
"""

from collections.abc import Sequence

from pydantic import JsonValue

from bot.core.clause import BEING, NEGATORS, Mood, Piece, mood_of, plain_keys
from bot.core.common import FUNCTION_WORDS
from bot.core.convert import PERIODS, worth
from bot.core.frame import TAIL, is_understood
from bot.core.quantity import Quantity
from bot.core.reading import Worth
from bot.core.trait import Kind, Trait
from bot.core.vocabulary import PERCENT, TIME_UNITS, Sense, Vocabulary

_UNSURE = "That did not sound certain. Say it again when you know, or skip it."
_NOTHING = "I could not read an answer to this question in that."
_TWO = "That gives two different answers. Say which one holds."
_IDLE = (
    ("no", "idea"), ("no", "clue"), ("do", "not", "know"), ("does", "not", "know"), ("not", "sure"), ("no", "one", "knows"),
    ("not", "know"), ("not", "yet", "known"), ("did", "not", "say"), ("did", "not", "ask"), ("have", "not", "asked"),
    ("can", "not", "say"), ("can", "not", "tell"), ("not", "certain"), ("no", "answer"), ("n", "a"), ("not", "clear"),
    ("would", "not", "say"), ("hard", "to", "say"), ("not", "told"), ("no", "info"), ("no", "information"),
)  # fmt: skip
_AGREES = frozenset({
    "yes", "yeah", "yep", "yup", "y", "sure", "definitely", "absolutely", "correct", "indeed", "affirmative", "true", "yea",
    "certainly", "exactly", "totally", "ja", "si", "oui", "aye", "yess", "yesss", "ok",
})  # fmt: skip
_DISAGREES = frozenset({"no", "nope", "nah", "n", "never", "none", "negative", "false", "nein", "non", "not", "nay", "noo"})
_DOUBTFUL = frozenset({
    "maybe", "perhaps", "probably", "possibly", "likely", "unlikely", "guess", "think", "believe", "might", "may", "could",
    "seems", "unsure", "unclear", "apparently", "assume", "hopefully", "presumably", "depends", "kinda", "suspect", "doubt",
    "supposedly", "tbd", "pending", "should", "sort", "partly", "would", "if", "unless", "whether", "somewhat", "feel",
})  # fmt: skip
_LIMITS = frozenset({"but", "except", "however", "although", "though", "unless", "if", "only", "until", "till", "once"})
_MORE = frozenset({
    "others", "other", "etc", "more", "including", "includes", "eg", "such", "amongst", "among", "mainly", "mostly", "primarily",
    "plus", "few", "some", "least", "also", "example", "things", "something", "else", "stuff", "various", "various", "notably",
})  # fmt: skip
_ELSEWHERE = frozenset({
    "competitor", "competitors", "used", "formerly", "previously", "was", "were", "had", "to", "against", "than", "will", "plan",
    "planning", "going", "want", "wants", "considering", "evaluating", "from", "left", "replace", "replacing", "moving", "next",
})  # fmt: skip
_SMALL = FUNCTION_WORDS | TAIL | frozenset({
    "company", "people", "they", "uses", "using", "use", "run", "runs", "just", "both", "yes", "yeah", "well", "so", "hm",
    "i", "think", "um", "uh", "ok", "currently", "now", "definitely", "the", "a", "mainly", "got", "it", "please", "answer",
    "said", "say", "says", "told", "me", "called", "classic", "typical", "one", "two", "three", "four", "five", "six",
})  # fmt: skip
_FOREIGN_TO_A_COUNT = "That number seems to count something else."


def replied(sentences: Sequence[Sequence[Piece]], trait: Trait, vocabulary: Vocabulary) -> Worth | str:
    """The value that a reply gives, or a sentence that says why it gives none."""
    pieces = [piece for sentence in sentences for piece in sentence]
    if not pieces:
        return _NOTHING
    if trait.kind.is_numeric:
        return _number(pieces, trait, vocabulary)
    if trait.kind is Kind.FLAG:
        return _flag(pieces, trait)
    if trait.kind is Kind.TAGS:
        return _tags(pieces, trait)
    return _choice(pieces, trait)


# --- numbers ----------------------------------------------------------------------------------------------------------


def _number(pieces: Sequence[Piece], trait: Trait, vocabulary: Vocabulary) -> Worth | str:
    found = [at for at, piece in enumerate(pieces) if piece.quantity is not None or piece.is_refused]
    if not found:
        return _spelled_duration(pieces, trait, vocabulary)
    fitting = [at for at in found if pieces[at].quantity is not None and _counts_this(pieces, at, trait)]
    if len(fitting) != 1:
        return _TWO if len(fitting) > 1 else _FOREIGN_TO_A_COUNT
    at = fitting[0]
    quantity = pieces[at].quantity
    if quantity is None or _denies_number(pieces[:at]) or _changes(pieces):
        return _NOTHING
    beside = [piece.key for piece in pieces[:at]] + [piece.key for piece in pieces[at + 1 :]]
    return worth(trait, quantity, beside, vocabulary)


def _counts_this(pieces: Sequence[Piece], at: int, trait: Trait) -> bool:
    """Whether nothing next to a number says that it counts something else."""
    if at + 1 >= len(pieces):
        return True
    following = pieces[at + 1]
    if following.meanings or following.quantity:
        return not following.quantity
    if following.key in TIME_UNITS or following.key in PERIODS:
        return (trait.unit or "").casefold() in TIME_UNITS or trait.kind is Kind.MONEY
    if not following.key[0].isalnum():
        return following.key != "%" or (trait.unit or "").casefold() in PERCENT
    return following.key in _SMALL or following.key in ("total", "strong", "overall", "ish", "roughly", "approx", "or")


def _denies_number(before: Sequence[Piece]) -> bool:
    """Whether a "not" turns the number away; "not sure, more than 200" does not."""
    words = [piece.key for piece in before]
    for at, word in enumerate(words):
        if word in NEGATORS and not (at + 1 < len(words) and words[at + 1] in ("sure", "certain", "know", "exactly", "clear", "idea", "yet")):
            return True
    return False


def _changes(pieces: Sequence[Piece]) -> bool:
    """Whether the reply tells of a change or of another company, in which no number is simply today's."""
    words = set(plain_keys(pieces))
    return not words.isdisjoint({
        "from", "hired", "hiring", "lost", "fired", "competitor", "competitors", "next", "want", "plan", "planning", "added",
        "more", "fewer", "new", "will", "target", "goal", "if", "would", "until", "per",
    } - ({"per"} if pieces else set()))  # fmt: skip


def _spelled_duration(pieces: Sequence[Piece], trait: Trait, vocabulary: Vocabulary) -> Worth | str:
    """ "A year" for a trait that counts months; "zero" and "none" are numbers, too."""
    words = [piece.key for piece in pieces]
    timed = (trait.unit or "").casefold() in TIME_UNITS
    for at, word in enumerate(words[1:], start=1):
        if timed and word in TIME_UNITS and words[at - 1] in ("a", "an"):
            half = words[at + 1 : at + 4] == ["and", "a", "half"]
            from_one = Quantity(*(2 * (_ONE_AND_A_HALF if half else _ONE,)))
            return worth(trait, from_one, [word], vocabulary)
    return _NOTHING


from decimal import Decimal  # noqa: E402

_ONE = Decimal(1)
_ONE_AND_A_HALF = Decimal("1.5")


# --- yes and no -------------------------------------------------------------------------------------------------------


def _flag(pieces: Sequence[Piece], trait: Trait) -> Worth | str:
    if _is_idle(pieces):
        return _UNSURE
    words = plain_keys(pieces)
    if not _DOUBTFUL.isdisjoint(words):
        return _UNSURE
    said = {answer for answer in (_opening(words), *_phrased(pieces)) if answer is not None}
    if len(said) != 1:
        return _TWO if said else _NOTHING
    answer = said.pop()
    limits = set(words) & _LIMITS
    if answer and limits:
        return "That is a yes with a condition. Is it a yes or a no today?"
    if answer and not set(words[1:]).isdisjoint(NEGATORS):
        return _TWO
    return Worth(answer)


def _opening(words: Sequence[str]) -> bool | None:
    """What the first word says: yes, no, "they do", "they don't"."""
    begin = next((at for at, word in enumerate(words) if word[0].isalnum() and word not in ("well", "hm", "so", "um", "uh", "oh")), None)
    if begin is None:
        return None
    if words[begin] in _AGREES or tuple(words[begin : begin + 2]) in (("of", "course"), ("for", "sure")):
        return True
    if words[begin] in _DISAGREES:
        return False
    echo = [word for word in words[begin:] if word[0].isalnum()]
    if echo[0] in ("they", "it", "there", "we") and len(echo) > 1 and echo[1] in ("do", "does", "have", "has", "is", "are", "did"):
        return False if "not" in echo[2:3] else True if echo[2:] in ([], ["yes"], ["indeed"], ["already"]) else None
    return None


def _phrased(pieces: Sequence[Piece]) -> list[bool]:
    """What the pack's own phrases for yes and no say, and the trait's name after "have" or "no"."""
    said = []
    for at, piece in enumerate(pieces):
        before = [each.key for each in pieces[max(0, at - 4) : at] if not each.meanings]
        denied = any(word in NEGATORS for word in before)
        for meaning in piece.meanings:
            if meaning.sense is Sense.OPTION:
                said.append((meaning.option == "yes") is not denied)
            elif denied:
                said.append(False)
            elif not set(before).isdisjoint(("have", "has", "got", "'s", "is")):
                said.append(True)
    return said


# --- options ----------------------------------------------------------------------------------------------------------


def _choice(pieces: Sequence[Piece], trait: Trait) -> Worth | str:
    options = list(dict.fromkeys(_options(pieces)))
    words = plain_keys(pieces)
    if not options:
        return _UNSURE if _is_idle(pieces) else _NOTHING
    if not _DOUBTFUL.isdisjoint(words) or _is_idle(pieces):
        return _UNSURE
    if _is_denied(pieces):
        return f"That says what it is not; {trait.label} needs what it is."
    if len(options) > 1:
        either = "or" in words and not set(words) & {"and"}
        forms: list[JsonValue] = list(options)
        return Worth({"any_of": forms}) if either and _is_covered(pieces) else _TWO
    return Worth(options[0]) if _stands_alone(pieces) else _NOTHING


def _tags(pieces: Sequence[Piece], trait: Trait) -> Worth | str:
    options = set(_options(pieces))
    words = plain_keys(pieces)
    if not options:
        nothing = [word for word in words if word[0].isalnum()]
        is_none = nothing in (["none"], ["nothing"], ["none", "of", "these"], ["none", "of", "those"], ["none", "of", "them"])
        return Worth([]) if is_none else _UNSURE if _is_idle(pieces) else _NOTHING
    if not _DOUBTFUL.isdisjoint(words) or _is_idle(pieces):
        return _UNSURE
    if _is_denied(pieces) or not set(words).isdisjoint(_ELSEWHERE):
        return f"That says what it is not, or not yet; {trait.label} needs what is there today."
    named: list[JsonValue] = [option for option in trait.option_ids if option in options]
    whole = _is_covered(pieces) and set(words).isdisjoint(_MORE)
    return Worth(named) if whole else Worth({"at_least": named})


def _options(pieces: Sequence[Piece]) -> list[str]:
    return [
        meaning.option
        for piece in pieces
        for meaning in piece.meanings
        if meaning.sense is Sense.OPTION and meaning.option is not None
    ]


def _is_denied(pieces: Sequence[Piece]) -> bool:
    return not set(plain_keys(pieces)).isdisjoint(NEGATORS)


def _is_covered(pieces: Sequence[Piece]) -> bool:
    """Whether every word is the pack's or a small one."""
    return all(
        piece.meanings or piece.key in _SMALL or not piece.key[0].isalnum() or is_understood([piece]) for piece in pieces
    )


def _stands_alone(pieces: Sequence[Piece]) -> bool:
    """Whether the words before the option leave it alone: "they are ...", "mostly ...", and not "they sell to ..."."""
    at = next(at for at, piece in enumerate(pieces) if piece.means(Sense.OPTION))
    before = [piece for piece in pieces[:at] if piece.key[0:1].isalnum() or piece.meanings]
    if not set(plain_keys(pieces)).isdisjoint(_ELSEWHERE - {"to"}) or (before and before[-1].key in ("to", "for", "against", "than", "from")):
        return False
    if is_understood(before) or Mood.STATES is mood_of(before) and any(piece.key in BEING for piece in before[-2:]):
        return True
    return all(piece.meanings or piece.key in _SMALL or is_understood([piece]) for piece in before)


def _is_idle(pieces: Sequence[Piece]) -> bool:
    """Whether the reply says that there is no answer: "no idea", "not sure"."""
    words = tuple(word for word in plain_keys(pieces) if word[0].isalnum())
    return any(words[at : at + len(idle)] == idle for idle in _IDLE for at in range(len(words)))
