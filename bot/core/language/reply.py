"""Reply: what the reply to a trait's own question says.

Here the trait is known, so "120", "yes" or "b2b saas" is a whole answer. What is still asked of a reply: one value and
not two, no doubt where a value is either this or that, and no number that counts something else.
"""

import itertools
from collections.abc import Sequence

from pydantic import JsonValue

from bot.core.language.clause import BEING, DATED, NEGATORS, USING, Clause, Piece, clauses_of
from bot.core.language.common import FUNCTION_WORDS
from bot.core.language.count import NOTHING, TWO, counted
from bot.core.language.flag import flags, is_ended
from bot.core.language.frame import DETERMINERS, TAIL, is_understood
from bot.core.language.reading import Refusal, Worth
from bot.core.language.vocabulary import Sense, Vocabulary
from bot.core.trait import Kind, Trait

_UNSURE = Refusal("That did not sound certain. Say it again when you know, or skip it.")
_TURNED = Refusal("That holds only with something left out or turned around. Say what it is.")
_IDLE = (
    ("no", "idea"), ("no", "clue"), ("do", "not", "know"), ("does", "not", "know"), ("not", "sure"),
    ("no", "one", "knows"), ("not", "know"), ("not", "yet", "known"), ("did", "not", "say"), ("did", "not", "ask"),
    ("have", "not", "asked"),
    ("can", "not", "say"), ("can", "not", "tell"), ("not", "certain"), ("no", "answer"), ("n", "a"), ("not", "clear"),
    ("would", "not", "say"), ("hard", "to", "say"), ("not", "told"), ("no", "info"), ("no", "information"),
)  # fmt: skip
_AGREES = frozenset({
    "yes", "yeah", "yep", "yup", "y", "sure", "definitely", "absolutely", "correct", "indeed", "affirmative", "true",
    "yea", "certainly", "exactly", "totally", "ja", "si", "oui", "aye", "yess", "yesss",
})  # fmt: skip
_DISAGREES = frozenset({
    "no", "nope", "nah", "n", "never", "none", "negative", "false", "nein", "non", "not", "nay", "noo",
})  # fmt: skip
_DOUBTFUL = frozenset({
    "maybe", "perhaps", "probably", "possibly", "likely", "unlikely", "guess", "think", "believe", "might", "may",
    "could", "seems", "unsure", "unclear", "apparently", "assume", "hopefully", "presumably", "depends", "kinda",
    "suspect", "doubt", "supposedly", "tbd", "pending", "should", "sort", "partly", "would", "if", "unless", "whether",
    "somewhat", "feel",
})  # fmt: skip
_PLAIN_YES = frozenset({"yes", "yeah", "yep", "yup"})
_FILLERS = frozenset({"well", "hm", "so", "um", "uh", "oh", "hmm", "ah"})
_NOT_TODAY = frozenset({
    "yet", "at", "currently", "now", "this", "today", "until", "till", "right", "anymore", "for", "so",
})  # fmt: skip
_ECHOES = frozenset({"do", "does", "have", "has", "is", "are", "did"})
_LIMITS = frozenset({"but", "except", "however", "although", "though", "unless", "if", "only", "until", "till", "once"})
_LATER = frozenset({"next", "later", "eventually", "soon", "after", "when", "from", "anymore", "coming"})
_MAY_FOLLOW_NO = frozenset({
    "not", "they", "it", "there", "we", "way", "sir", "unfortunately", "nothing", "sorry", "but", "i", "longer",
    "never", "nope", "no", "sadly", "he", "she", "none", "because", "this", "that", "at", "for", "until", "till",
    "today", "yet", "now", "currently", "money", "budget", "and", "as", "so", "thanks", "ma", "siree", "afraid",
    "definitely", "just",
})  # fmt: skip
"""What may stand right behind a no that answers the question; any other noun is what the no is about."""
_AFTER_PUT = frozenset({
    "yesterday", "last", "recently", "till", "until", "whatsoever", "left", "unfortunately", "yet", "before", "already",
    "available", "approved", "allocated", "set", "next", "because", "later", "today",
})  # fmt: skip
"""What may follow a phrase for yes or no, beside what may follow an option."""
_MARKS = frozenset({",", ";", "-", ".", ":"})
_STARTS_ANEW = frozenset({"this", "that", "it", "they", "there", "we"})
"""Behind a "no" that is an answer by itself."""
_NOT_QUITE = frozenset({"than", "just", "only", "almost", "nearly", "close", "like"})
_MORE = frozenset({
    "others", "other", "etc", "more", "including", "includes", "eg", "such", "amongst", "among", "mainly", "mostly",
    "primarily", "plus", "few", "some", "least", "also", "example", "things", "something", "else", "stuff", "various",
    "notably", "team", "teams",
})  # fmt: skip
_ELSEWHERE = frozenset({
    "competitor", "competitors", "used", "formerly", "previously", "was", "were", "had", "to", "against", "than",
    "will", "plan", "planning", "going", "want", "wants", "considering", "evaluating", "from", "left", "replace",
    "replacing", "moving", "next", "ditched", "dropped", "dropping", "leaving", "leave", "hate", "hates", "stopped",
    "cancelled", "canceled", "killed", "sunset", "sunsetting", "migrating", "migrated", "switched", "switching",
    "phasing", "phased", "kicked", "kicking", "rid", "former", "ex", "churned", "unlike", "instead", "trialing",
    "testing", "piloting", "demoing", "exploring", "old", "legacy", "quit", "off", "removed", "removing", "abandoned",
    "replaced", "tried", "looking", "until", "soon", "eventually", "partner", "partners", "customer", "customers",
    "client", "clients",
})  # fmt: skip
_TURNS = frozenset({
    "except", "excluding", "besides", "apart", "without", "than", "almost", "nearly", "barely", "outside", "near",
    "over", "beyond", "above", "below", "under", "toward", "towards", "away", "rather", "beside", "between", "nor",
    "neither", "up", "then", "new", "close",
    "ago", "before", "after", "once", "did", "ought", "shall", "must", "behind", "further", "less", "same", "another",
    "vendor", "vendors", "fake", "can", "sub",
})  # fmt: skip
"""Words that take something out of what is said."""
_ACTS = frozenset({
    "signs", "sign", "decides", "decide", "approves", "approve", "owns", "makes", "calls", "buys",
    "mostly", "only", "first", "alone", "please", "really", "probably", "definitely", "guys", "people", "signed",
    "round", "stage", "funded", "backed", "level", "money", "based", "side", "land", "etc", "brand",
})  # fmt: skip
"""What may follow an option in a reply, beside what may follow it anywhere."""
_BETTER = frozenset({"better", "cleaner", "improve", "improving", "improved", "more", "need", "needs", "get", "fix"})
"""What is said of something that is to be done."""
_ACTING = USING - {"use", "uses", "using", "sits", "lives"}
"""Verbs that say where something is done, and not where somebody is: "they sell in europe"."""
_CLOSED = frozenset({"closed", "raised", "announced", "completed", "finished", "did"})
_SMALL = FUNCTION_WORDS | TAIL | frozenset({
    "company", "people", "they", "uses", "using", "use", "run", "runs", "just", "both", "yes", "yeah", "well", "so",
    "hm", "i", "think", "um", "uh", "ok", "currently", "now", "definitely", "the", "a", "mainly", "got", "it",
    "please", "answer", "said", "say", "says", "told", "me", "called", "classic", "typical", "one", "two", "three",
    "four", "five", "six",
})  # fmt: skip
_NEAR = 4
"""How many words before a phrase may deny it."""


def replied(sentences: Sequence[Sequence[Piece]], trait: Trait, vocabulary: Vocabulary) -> Worth | Refusal:
    """The value that a reply gives, or why it gives none."""
    pieces = [piece for sentence in sentences for piece in sentence]
    if not pieces:
        return NOTHING
    if trait.kind.is_numeric:
        found = counted(sentences, trait, vocabulary)
        return _UNSURE if found is NOTHING and _is_idle(pieces) else found
    if trait.kind is Kind.FLAG:
        return _flag(_with_stops(sentences), vocabulary)
    if trait.kind is Kind.TAGS:
        return _tags(pieces, trait)
    return _choice(pieces, trait)


# --- yes and no -------------------------------------------------------------------------------------------------------


def _with_stops(sentences: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The pieces of all sentences, with a mark between two sentences."""
    found = list(sentences[0])
    for pieces in sentences[1:]:
        found += [Piece(";", found[-1].end, found[-1].end), *pieces]
    return found


def _flag(pieces: Sequence[Piece], vocabulary: Vocabulary) -> Worth | Refusal:
    if _is_idle(pieces):
        return _UNSURE
    words = _words(pieces)
    if not _DOUBTFUL.isdisjoint(words):
        return _UNSURE
    phrased = _phrased(pieces, vocabulary)
    is_past = words[1:2] == ["did"] and not _asks_of_past(vocabulary)
    opening = None if is_past or _denies_another(pieces) else _opening(words)
    said = {answer for answer in (opening, *phrased) if answer is not None}
    if len(said) != 1:
        return TWO if said else NOTHING
    answer = said.pop()
    if answer and (not (_LIMITS | _LATER).isdisjoint(words) or _is_dated(words)):
        return Refusal("That is a yes with a condition. Is it a yes or a no today?")
    against = NEGATORS if answer else _PLAIN_YES
    return Worth(answer) if against.isdisjoint(words[1:]) or answer in phrased else TWO


def _is_dated(words: Sequence[str]) -> bool:
    """Whether a time to come may be meant: "available in q2"."""
    return any(before in ("in", "by", "starting") and at in DATED for before, at in itertools.pairwise(words))


def _asks_of_past(vocabulary: Vocabulary) -> bool:
    """Whether the question is about what was done once, so that "they did" answers it."""
    return all(trait.question.startswith(("Has ", "Have ", "Did ")) for trait in vocabulary.traits.values())


def _denies_another(pieces: Sequence[Piece]) -> bool:
    """Whether a "no" is about something else: "no objections", "no change"."""
    if pieces[0].key != "no" or len(pieces) == 1 or not pieces[1].is_word:
        return False
    if not pieces[1].meanings:
        return pieces[1].key not in _MAY_FOLLOW_NO
    after = pieces[2:]
    return not _goes_well(after) and after[0].key not in _AFTER_PUT | _MAY_FOLLOW_NO


def _opening(words: Sequence[str]) -> bool | None:
    """What the first words say: yes, no, "they do", "they don't"."""
    said = tuple(itertools.dropwhile(lambda word: word in _FILLERS, words))
    if not said or said[:2] in (("no", "problem"), ("no", "worries"), ("not", "only")):
        return None
    if said[0] in _AGREES or said[:2] in (("of", "course"), ("for", "sure")):
        return True
    if said[0] in _DISAGREES:
        return False if said[0] != "not" or said[1:2] == () or said[1] in _NOT_TODAY else None
    return _echo(said)


def _echo(said: Sequence[str]) -> bool | None:
    """What "they do" and "it isn't" say; "they do business in Texas" says neither."""
    if said[0] not in ("they", "it", "there", "we") or said[1:2] == () or said[1] not in _ECHOES:
        return None
    if said[2:3] == ("not",):
        return False
    if said[2:] == ("none",):
        return False
    return True if said[2:] in ((), ("yes",), ("indeed",), ("already",)) else None


def _phrased(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[bool]:
    """What is said by the trait's name or by the pack's own phrases for yes and no."""
    said = [
        (meaning.option == "yes") is not _is_denied(_just_before(pieces, at))
        for at, piece in enumerate(pieces)
        for meaning in piece.meanings
        if meaning.sense is Sense.OPTION and _holds(pieces, at)
    ]
    for clause in clauses_of(pieces):
        for position in range(len(clause.pieces)):
            said.extend(claim.value is True for claim in flags(clause, position, vocabulary) if claim.why is None)
    return said


def _just_before(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """The words before a phrase that may deny it: not those before a mark, and no "no" that is an answer by itself."""
    begins = max(0, at - _NEAR)
    for place in range(begins, at):
        is_answer = pieces[place].key in _DISAGREES and pieces[place + 1].key in _STARTS_ANEW
        if is_answer or pieces[place].key in _MARKS:
            begins = place + 1
    return pieces[begins:at]


def _holds(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what stands around a phrase leaves it what it says today: not "was top priority", "freeze is over"."""
    before = [piece.key for piece in pieces[max(0, at - _NEAR) : at]]
    is_done = pieces[at].key.endswith(("ed", "off", "before", "time"))
    if not is_done and before[-1:] in (["was"], ["were"]):
        return False
    after = pieces[at + 1 :]
    return _NOT_QUITE.isdisjoint(before) and not is_ended(after) and (_goes_well(after) or after[0].key in _AFTER_PUT)


# --- options ----------------------------------------------------------------------------------------------------------


def _choice(pieces: Sequence[Piece], trait: Trait) -> Worth | Refusal:
    if _is_denied(pieces) and (chosen := _not_the_other(pieces)):
        pieces = chosen
    options = list(dict.fromkeys(_options(pieces)))
    words = _words(pieces)
    if not options:
        return _UNSURE if _is_idle(pieces) else NOTHING
    if not _DOUBTFUL.isdisjoint(words) or _is_idle(pieces):
        return _UNSURE
    if _is_denied(pieces):
        return Refusal(f"That says what it is not; {trait.label} needs what it is.")
    if len(options) > 1:
        either = "or" in words and not set(words) & {"and"}
        forms: list[JsonValue] = list(options)
        return Worth({"any_of": forms}) if either and _is_covered(pieces) else TWO
    is_half_read = not {"and", "but", "plus"}.isdisjoint(words) and not _is_covered(pieces)
    is_half_read = is_half_read or any(map(_adds_unread, clauses_of(pieces)))
    if "but" in words or not _TURNS.isdisjoint(words):
        return _TURNED
    return Worth(options[0]) if _stands_alone(pieces) and not is_half_read else NOTHING


def _not_the_other(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """What is left of "azure, not aws" and "not aws but azure" without the option that is turned away."""
    clauses = clauses_of(pieces)
    denied = [clause for clause in clauses if _is_denied(clause.pieces)]
    stated = [clause for clause in clauses if clause not in denied]
    is_plain = all(_is_covered(clause.pieces) and _options(clause.pieces) for clause in denied)
    return stated[0].pieces if is_plain and len(stated) == 1 else ()


def _adds_unread(clause: Clause) -> bool:
    """Whether a clause adds something that is not understood: "with the board"."""
    adds = clause.after in ("and", "&", "+", "plus", "with", "/", "but", "or") or clause.pieces[0].key == "with"
    return adds and not any(piece.means(Sense.OPTION) for piece in clause.pieces) and not _is_covered(clause.pieces)


def _tags(pieces: Sequence[Piece], trait: Trait) -> Worth | Refusal:
    options = set(_options(pieces))
    words = _words(pieces)
    if not options:
        is_none = words in (["none"], ["nothing"], *(["none", "of", these] for these in ("these", "those", "them")))
        return Worth([]) if is_none else _UNSURE if _is_idle(pieces) else NOTHING
    if not _DOUBTFUL.isdisjoint(words) or _is_idle(pieces):
        return _UNSURE
    if _is_denied(pieces) or not set(words).isdisjoint(_ELSEWHERE | _TURNS):
        return Refusal(f"That says what it is not, or not yet; {trait.label} needs what is there today.")
    if not all(_is_led_in(clause.pieces) for clause in clauses_of(pieces)) or not _go_well(pieces):
        return NOTHING
    if not {"or", "but"}.isdisjoint(words):
        return _TURNED if len(options) == 1 else TWO
    named: list[JsonValue] = [option for option in trait.option_ids if option in options]
    whole = _is_covered(pieces) and set(words).isdisjoint(_MORE)
    return Worth(named) if whole else Worth({"at_least": named})


def _is_led_in(pieces: Sequence[Piece]) -> bool:
    """Whether the words before the options of a clause are known: "they use ...", and not "they hate ..."."""
    last = next((at for at in range(len(pieces) - 1, -1, -1) if pieces[at].means(Sense.OPTION)), None)
    return last is None or _is_covered([piece for piece in pieces[:last] if piece.key not in _BETTER])


def _options(pieces: Sequence[Piece]) -> list[str]:
    return [
        meaning.option
        for piece in pieces
        for meaning in piece.meanings
        if meaning.sense is Sense.OPTION and meaning.option is not None
    ]


def _is_denied(pieces: Sequence[Piece]) -> bool:
    return not NEGATORS.isdisjoint(_words(pieces))


def _is_covered(pieces: Sequence[Piece]) -> bool:
    """Whether every word is the pack's or a small one."""
    return all(piece.meanings or not piece.is_word or _is_small(piece) for piece in pieces)


def _is_small(piece: Piece) -> bool:
    return piece.key in _SMALL or is_understood([piece])


def _stands_alone(pieces: Sequence[Piece]) -> bool:
    """Whether the words before the option leave it alone: "they are ...", "mostly ...", and not "they sell to ..."."""
    at = next(at for at, piece in enumerate(pieces) if piece.means(Sense.OPTION))
    before = [piece for piece in pieces[:at] if piece.meanings or piece.is_word]
    if before and _is_closed(before):
        before = []
    if not _goes_well(pieces[at + 1 :]):
        return False
    if not (_ELSEWHERE - {"to"}).isdisjoint(_words(pieces)):
        return False
    if before and before[-1].key in ("to", "for", "against", "than", "from"):
        return False
    if not _ACTING.isdisjoint(piece.key for piece in before) and any(piece.key == "in" for piece in before):
        return False
    return all(piece.meanings or _is_small(piece) for piece in before)


def _is_closed(before: Sequence[Piece]) -> bool:
    """Whether an option is what somebody has just come to: "just closed their ..."."""
    words = [piece.key for piece in before]
    return words[-1] in DETERMINERS and words[-2:-1] != [] and words[-2] in _CLOSED and _is_covered(before[:-2])


def _goes_well(after: Sequence[Piece]) -> bool:
    """Whether the word behind an option does not make it another thing."""
    if not after or after[0].meanings or not after[0].is_word or after[0].quantity is not None:
        return True
    if after[0].key in BEING:
        return any(piece.quantity is not None or piece.is_refused for piece in after[1:2])
    return _is_small(after[0]) or after[0].key in _ACTS


def _go_well(pieces: Sequence[Piece]) -> bool:
    """Whether nothing behind any option makes it another thing."""
    behind = [pieces[at + 1 :] for at, piece in enumerate(pieces) if piece.means(Sense.OPTION)]
    return all(_goes_well(after) and [piece.key for piece in after[:1]] != ["of"] for after in behind)


def _is_idle(pieces: Sequence[Piece]) -> bool:
    """Whether the reply says that there is no answer: "no idea", "not sure"."""
    words = tuple(_words(pieces))
    return any(words[at : at + len(idle)] == idle for idle in _IDLE for at in range(len(words)))


def _words(pieces: Sequence[Piece]) -> list[str]:
    """The words that are nobody's phrase, marks left out."""
    return [piece.key for piece in pieces if piece.is_word and not piece.meanings]
