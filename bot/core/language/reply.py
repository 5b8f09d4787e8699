"""Reply: what the reply to a trait's own question says.

Here the trait is known, so "120", "yes" or "b2b saas" is a whole answer. What is still asked of a reply: one value and
not two, no doubt where a value is either this or that, and no number that counts something else.
"""

import itertools
from collections.abc import Sequence

from pydantic import JsonValue

from bot.core.language.away import is_absent, is_of_one_part, is_of_somebody
from bot.core.language.clause import BEING, DATED, NEGATORS, SUBJECTS, USING, YEARS, Clause, Piece, clauses_of
from bot.core.language.common import COMMON_WORDS, FUNCTION_WORDS
from bot.core.language.count import NOTHING, TWO, counted
from bot.core.language.evasion import is_idle, is_mocking, is_scornful
from bot.core.language.flag import flags, is_ended
from bot.core.language.frame import DETERMINERS, TAIL, UNDERSTOOD, is_understood
from bot.core.language.granted import of_money, without_words
from bot.core.language.kept import kept
from bot.core.language.on_paper import is_away, is_turned
from bot.core.language.option import is_theirs
from bot.core.language.ours import OURS, is_ours
from bot.core.language.reading import Refusal, Worth
from bot.core.language.unread import unread
from bot.core.language.vocabulary import Meaning, Sense, Vocabulary
from bot.core.trait import Group, Kind, Trait

_UNSURE = Refusal("That did not sound certain. Say it again when you know, or skip it.")
_TURNED = Refusal("That holds only with something left out or turned around. Say what it is.")
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
_UNDONE = frozenset({
    "fell", "collapsed", "withdrawn", "reversed", "rescinded", "revoked", "frozen", "slashed", "evaporated", "vanished",
})  # fmt: skip
"""What became of a yes that is none any more."""
_SOMEBODY_ELSES = frozenset({
    "parent", "customer", "customers", "client", "clients", "competitor", "competitors", "partner", "partners", "rival",
    "vendor",
})  # fmt: skip
_PUTS = frozenset({
    "it", "is", "'s", "a", "an", "firm", "hard", "clear", "definite", "flat", "solid", "big", "still", "resounding",
    "the", "answer", "was", "from", "them", "and", "short", "simple", "fat", "unfortunately", "that",
})  # fmt: skip
"""What may stand before the yes or the no in "it's a firm no"."""
_ECHOES = frozenset({"do", "does", "have", "has", "is", "are", "did"})
_LIMITS = frozenset({"but", "except", "however", "although", "though", "unless", "if", "only", "until", "till", "once"})
_LATER = frozenset({"next", "later", "eventually", "soon", "after", "when", "from", "anymore", "coming"})
_HALFWAY = frozenset({
    "past", "historically", "others", "allegedly", "ish", "theory", "principle", "paper", "verbally", "partially",
    "subject", "assuming", "spent", "gone", "frozen", "cut", "pulled", "informally", "unofficially", "tentatively",
    "conditional", "conditionally", "technically", "nominally", "almost", "nearly", "half", "previously", "formerly",
    "used", "pretend", "minus", "once",
})  # fmt: skip
"""Words that leave of a yes only a part, or nothing today."""
_AFTER_NOT = _NOT_TODAY | frozenset({
    "have", "has", "unfortunately", "sadly", "any", "it", "a", "one", "because", "as", "really", "actually", "be", "do",
})  # fmt: skip
"""What may follow "they do not" and leave it a no; "they do not need budget" is none."""
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
_NOT_QUITE = frozenset({
    "vc", "self", "angel", "venture", "government", "after", "than", "just", "only", "almost", "nearly", "close",
    "like",
})  # fmt: skip
_MORE = frozenset({
    "others", "other", "etc", "more", "including", "includes", "eg", "such", "amongst", "among", "mainly", "mostly",
    "primarily", "plus", "few", "some", "least", "also", "example", "things", "something", "else", "stuff", "various",
    "notably", "team", "teams", "too",
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
    "vendor", "vendors", "fake", "can", "sub", "past",
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
_OTHERS = frozenset({"others", "etc", "among", "amongst"})
"""Words that say that one option is not all."""
_WISHES = frozenset({"want", "wants"})
_FULL = 100
_ACTING = USING - {"use", "uses", "using", "sits", "lives"}
"""Verbs that say where something is done, and not where somebody is: "they sell in europe"."""
_GONE_ON = frozenset({"has", "have", "had", "did", "does"})
"""Behind an option, what it does: "growth has stalled"."""
_SURROUNDINGS = frozenset({
    "industry", "market", "markets", "sector", "vertical", "space", "category", "segment", "economy", "region", "niche",
})  # fmt: skip
"""What surrounds an account and is not the account: "their industry is shrinking"."""
TURNING = _TURNS | _ELSEWHERE | _SOMEBODY_ELSES | _SURROUNDINGS | _LIMITS | _LATER | {
    "anything", "anyone", "anywhere", "everything", "whatever", "whoever", "someone", "like", "both", "compete",
    "competes", "thinking",
}  # fmt: skip
"""Words beside which an option may be another time's, somebody else's, or left out."""
_CLOSED = frozenset({"closed", "raised", "announced", "completed", "finished", "did"})
_SMALL = FUNCTION_WORDS | TAIL | frozenset({
    "company", "people", "they", "uses", "using", "use", "run", "runs", "just", "both", "yes", "yeah", "well", "so",
    "hm", "i", "think", "um", "uh", "ok", "currently", "now", "definitely", "the", "a", "mainly", "got", "it",
    "please", "answer", "said", "say", "says", "told", "me", "called", "classic", "typical", "one", "two", "three",
    "four", "five", "six", "formal", "official", "full", "plain", "simply", "strict", "regular",
})  # fmt: skip
_BEFORE_PHRASE = (_SMALL | _AGREES | _DISAGREES | NEGATORS | UNDERSTOOD | _PUTS | _FILLERS) - _TURNS - {
    "nowhere", "against", "instead", "unlike", "toward", "off", "yet", "who", "whose", "what", "like",
    "keep", "keeps", "offer", "offers", "sell", "sells", "to", "over", "lost", "minus", "nobody", "nothing",
}  # fmt: skip
"""What may stand before a phrase for yes or no."""
_NEAR = 4
"""How many words before a phrase may deny it."""


def replied(sentences: Sequence[Sequence[Piece]], trait: Trait, vocabulary: Vocabulary) -> Worth | Refusal:
    """The value that a reply gives, or why it gives none."""
    pieces = [piece for sentence in sentences for piece in sentence]
    if not pieces:
        return NOTHING
    if trait.kind is not Kind.FLAG and any(map(is_ours, sentences)):
        return OURS
    if trait.kind.is_numeric:
        found = counted(sentences, trait, vocabulary)
        return _UNSURE if found is NOTHING and is_idle(pieces) else found
    if trait.kind is Kind.FLAG:
        return _flag(_with_stops(sentences), vocabulary)
    said = _with_stops(sentences, ",")
    return _tags(said, trait) if trait.kind is Kind.TAGS else _choice(said, trait)


# --- yes and no -------------------------------------------------------------------------------------------------------


def _with_stops(sentences: Sequence[Sequence[Piece]], stop: str = ";") -> list[Piece]:
    """The pieces of all sentences, with a mark between two sentences."""
    found = list(sentences[0])
    for pieces in sentences[1:]:
        found += [Piece(stop, found[-1].end, found[-1].end), *pieces]
    return found


def _flag(pieces: Sequence[Piece], vocabulary: Vocabulary) -> Worth | Refusal:
    if (shown := without_words(pieces)) is not None:
        return Worth(shown)
    words = _words(pieces)
    is_open = not {("or", "not"), ("kind", "of")}.isdisjoint(itertools.pairwise(words))
    if is_open or is_idle(pieces) or not _DOUBTFUL.isdisjoint(words) or is_mocking(pieces):
        return _UNSURE
    phrased = _phrased(pieces, vocabulary)
    is_past = words[1:2] == ["did"] and not _asks_of_past(vocabulary)
    opening = None if is_past or _denies_another(pieces) else _opening(_said(pieces))
    said = {answer for answer in (opening, *phrased) if answer is not None}
    if not said:
        said = {each for trait in vocabulary.traits.values() if (each := of_money(pieces, trait)) is not None}
        phrased += said
    if len(said) != 1:
        return TWO if said else NOTHING
    answer = said.pop()
    is_turned = opening is None and _is_of_elsewhere(pieces, vocabulary)
    is_turned = is_turned or (answer and not _UNDONE.isdisjoint(words))
    is_limited = not (_LIMITS | _LATER).isdisjoint(words) or _is_dated(words)
    is_limited = is_limited or (opening is True and not _HALFWAY.isdisjoint(words))
    if answer and (is_limited or (_names_year(pieces) and not _asks_of_past(vocabulary))):
        return Refusal("That is a yes with a condition. Is it a yes or a no today?")
    against = NEGATORS if answer else _PLAIN_YES
    if is_turned:
        return _TURNED
    return Worth(answer) if against.isdisjoint(words[1:]) or answer in phrased else TWO


def _is_of_elsewhere(pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether phrases that stand for a yes or a no are about somebody else, or about what was before."""
    words = _words(pieces)
    is_past = not {"past", "previously", "formerly"}.isdisjoint(words) or ("before", "the") in itertools.pairwise(words)
    is_somebody = any(is_of_somebody(pieces[at + 1 :]) for at, piece in enumerate(pieces) if piece.meanings)
    is_another = is_away(words) or is_of_one_part(pieces) or not _SOMEBODY_ELSES.isdisjoint(words)
    return is_another or is_somebody or "but" in words or (is_past and not _asks_of_past(vocabulary))


def _said(pieces: Sequence[Piece]) -> list[str]:
    """The words of a reply, with a blank where one of the pack's phrases stands, so that no "not" ends before it."""
    return ["" if piece.means(Sense.OPTION) else piece.key for piece in pieces if _is_plain(piece)]


def _is_plain(piece: Piece) -> bool:
    return piece.means(Sense.OPTION) or (piece.is_word and not piece.meanings)


def _names_year(pieces: Sequence[Piece]) -> bool:
    """Whether a yes is for some year: "yes in 2027"."""
    years = [after.quantity for piece, after in itertools.pairwise(pieces) if piece.key in ("in", "for", "from", "by")]
    return any(each is not None and each.low is not None and each.low in YEARS and not each.scaled for each in years)


def _is_dated(words: Sequence[str]) -> bool:
    """Whether a time to come may be meant: "available in q2"."""
    return any(before in ("in", "by", "starting") and at in DATED for before, at in itertools.pairwise(words))


def _asks_of_past(vocabulary: Vocabulary) -> bool:
    """Whether the question is about what was done once, so that "they did" answers it."""
    return all(trait.question.startswith(("Has ", "Have ", "Did ")) for trait in vocabulary.traits.values())


def _denies_another(pieces: Sequence[Piece]) -> bool:
    """Whether a "no" is about something else: "no objections", "no change"."""
    is_counted = any(piece.quantity is not None for piece in pieces[1:2])
    if pieces[0].key == "no" and (is_counted or any(each.option == "no" for each in _meanings(pieces[1:2]))):
        return True
    if pieces[0].key != "no" or len(pieces) == 1 or not pieces[1].is_word:
        return False
    if not pieces[1].meanings:
        return pieces[1].key not in _MAY_FOLLOW_NO
    after = pieces[2:]
    return not _goes_well(after) and after[0].key not in _AFTER_PUT | _MAY_FOLLOW_NO


def _meanings(pieces: Sequence[Piece]) -> list[Meaning]:
    return [meaning for piece in pieces for meaning in piece.meanings]


def _opening(words: Sequence[str]) -> bool | None:
    """What the first words say: yes, no, "they do", "they don't"."""
    said = tuple(itertools.dropwhile(lambda word: word in _FILLERS, words))
    if not said or said[:2] in (
        ("no", "problem"),
        ("no", "worries"),
        ("not", "only"),
        ("none", "of"),
        ("never", "mind"),
        ("never", "say"),
    ):
        return None
    if said[0] == "no" and said[1:2] in (("they",), ("it",)) and _echo((*said[1:3],)) and not _goes_on_no(said[3:]):
        return None
    if said[0] in _AGREES or said[:2] in (("of", "course"), ("for", "sure")):
        return said[:3] != ("of", "course", "not")
    if said[-1] in ("yes", "no") and (_PUTS.issuperset(said[:-1]) or _is_one_report(said[:-1])):
        return said[-1] == "yes"
    return _denial(said) if said[0] in _DISAGREES else _echo(said)


def _denial(said: Sequence[str]) -> bool | None:
    """What words say that begin with a no: "not on the list, no" is one, and "not sure" is none."""
    is_said_twice = said[0] in ("not", "never") and bool(said[2:]) and said[-1] in ("no", "nope", "nah")
    is_plain = said[0] != "not" or said[1:2] == () or said[1] in _NOT_TODAY
    return False if is_said_twice or is_plain else None


def _is_one_report(said: Sequence[str]) -> bool:
    """Whether one person said so, and nobody else the opposite: "the cfo said", not "nobody said"."""
    return said[-1] in ("said", "says") and {"yes", "no", "who", "when", "never", *NEGATORS}.isdisjoint(said)


def _goes_on_no(said: Sequence[str]) -> bool:
    """Whether "no they do ..." goes on as a no: "no they do not"."""
    return said[:1] in (("not",), ("none",), ("no",), ("nothing",), ("zero",))


def _echo(said: Sequence[str]) -> bool | None:
    """What "they do" and "it isn't" say; "they do business in Texas" says neither."""
    if said[0] not in ("they", "it", "there", "we") or said[1:2] == () or said[1] not in _ECHOES:
        return None
    if said[2:3] == ("not",):
        return False if said[3:4] == () or said[3] in _AFTER_NOT else None
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
        if meaning.option == "yes" or not _is_denied(_just_before(pieces, at))
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
    is_another = any(piece.key in ("another", "other", "different", "else") for piece in after)
    is_another = is_another or is_of_somebody(after) or is_away(_words(pieces))
    return (
        _NOT_QUITE.isdisjoint(before)
        and _is_led_up_to(pieces[:at])
        and not is_another
        and not is_ended(after)
        and (_goes_well(after) or after[0].key in _AFTER_PUT)
    )


def _is_led_up_to(before: Sequence[Piece]) -> bool:
    """Whether the words before a phrase are known to leave it alone, and do not hate it or stop it."""
    marks = [at for at, piece in enumerate(before) if piece.key in _MARKS or piece.key in ("and", "but", "so")]
    clause = before[marks[-1] + 1 :] if marks else before
    return all(piece.meanings or not piece.is_word or piece.key in _BEFORE_PHRASE for piece in clause) and not any(
        piece.quantity is not None for piece in clause
    )


# --- options ----------------------------------------------------------------------------------------------------------


def _choice(pieces: Sequence[Piece], trait: Trait) -> Worth | Refusal:
    pieces = kept(pieces, trait)
    if _is_denied(pieces) and (chosen := _not_the_other(pieces)):
        pieces = chosen
    options = list(dict.fromkeys(_options(pieces)))
    if not options:
        return _UNSURE if is_idle(pieces) else NOTHING
    if why := _not_meant(pieces, ("at", "for")) or _not_alone(options, pieces, trait):
        return why
    return _one_of(options, pieces, trait) if len(options) > 1 else _one(options[0], pieces, trait)


def _not_alone(options: Sequence[str], pieces: Sequence[Piece], trait: Trait) -> Refusal | None:
    """Why a reply that names something the pack lacks, or says what is not, names no option; None where it does."""
    left, is_denied = _left_unread(pieces, trait), _is_denied(pieces)
    if left is not None:
        is_more = is_denied or not TURNING.isdisjoint(_words(pieces)) or any(piece.quantity for piece in pieces)
        offer = options[0] if len(options) == 1 and not is_more else None
        return Refusal(f"That names something else, too: {left}. Say which option holds.", offer)
    return Refusal(f"That says what it is not; {trait.label} needs what it is.") if is_denied else None


def _one(option: str, pieces: Sequence[Piece], trait: Trait) -> Worth | Refusal:
    """The one option that a reply names, where nothing beside it takes anything away."""
    words = _words(pieces)
    is_half_read = not {"and", "but", "plus"}.isdisjoint(words) and not _is_covered(pieces)
    is_half_read = is_half_read or any(map(_adds_unread, clauses_of(pieces)))
    is_half_read = is_half_read or not _OTHERS.isdisjoint(words) or ("by" in words and not DATED.isdisjoint(words))
    if "but" in words or _is_share(pieces) or not _TURNS.isdisjoint(words):
        return _TURNED
    if _stands_alone(pieces) and not is_half_read:
        return Worth(option)
    return NOTHING._replace(offer=option) if _is_longer_name(pieces, trait) else NOTHING


def _is_longer_name(pieces: Sequence[Piece], trait: Trait) -> bool:
    """Whether an option is the last word of a name that is only longer than its own: "they're a marketing agency"."""
    said = [piece for piece in pieces if piece.meanings or piece.is_word]
    keys = [piece.key for piece in said[:-1]]
    is_said_of_them = len(keys) > 1 and keys[0] in SUBJECTS and keys[1] not in BEING
    keys = list(itertools.dropwhile(lambda key: key in BEING | UNDERSTOOD | FUNCTION_WORDS, keys))
    is_last = said[-1].means(Sense.OPTION) and said[-1].key not in COMMON_WORDS
    is_plain = all(key.isalpha() and key not in TURNING | FUNCTION_WORDS | NEGATORS for key in keys)
    return is_last and is_plain and not is_said_of_them and trait.group is not Group.TECHNOGRAPHIC


def _not_meant(pieces: Sequence[Piece], towards: Sequence[str]) -> Refusal | None:
    """Why options are named in doubt, for another place or to say that they are not there; None where they are meant.

    Args:
        pieces: a reply that names an option.
        towards: small words that tie an option to whoever is named behind them.
    """
    words = _words(pieces)
    said = {("kind", "of"), ("yet", "to")} & {*itertools.pairwise(words)}
    is_vague = bool(said) or not _DOUBTFUL.isdisjoint(words) or "either" in words
    if is_vague or is_idle(pieces) or is_scornful(pieces):
        return _UNSURE
    behind = (pieces[at + 1 :] for at, piece in enumerate(pieces) if piece.means(Sense.OPTION))
    is_somebody = any(is_of_somebody(after, towards) for after in behind)
    is_somebody = is_somebody or is_turned(words)
    return _TURNED if is_somebody or is_away(words) or is_absent(pieces) or is_of_one_part(pieces) else None


def _one_of(options: Sequence[str], pieces: Sequence[Piece], trait: Trait) -> Worth | Refusal:
    """Several options as one of them, where the reply says "or"."""
    either = "or" in _words(pieces) and "and" not in _words(pieces)
    forms: list[JsonValue] = list(options)
    if either and _is_covered(pieces):
        return Worth({"any_of": forms})
    understood = " and ".join(trait.option_label(each) for each in options)
    return Refusal(f"I understood {understood}. Say which one holds.")


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
    pieces = kept(pieces, trait)
    named: list[JsonValue] = [option for option in trait.option_ids if option in _options(pieces)]
    words = _words(pieces)
    if not named:
        is_none = words in (["none"], ["nothing"], *(["none", "of", these] for these in ("these", "those", "them")))
        return Worth([]) if is_none else _UNSURE if is_idle(pieces) else NOTHING
    if why := _not_meant(pieces, ("at",)) or _not_listed(named, pieces, trait):
        return why
    whole = _is_covered(pieces) and set(words).isdisjoint(_MORE) and not _is_share(pieces) and pieces[0].key != "and"
    return Worth(named) if whole else Worth({"at_least": named}, _left_unread(pieces, trait))


def _not_listed(named: list[JsonValue], pieces: Sequence[Piece], trait: Trait) -> Refusal | None:
    """Why a reply that names tags is no list of what there is today; None where it is one."""
    words = _words(pieces)
    if _is_wish(pieces, trait):
        return NOTHING._replace(offer={"at_least": named})
    is_planned = "by" in words and not DATED.isdisjoint(words)
    if is_planned or _is_denied(pieces) or not set(words).isdisjoint(_ELSEWHERE | _TURNS):
        return Refusal(f"That says what it is not, or not yet; {trait.label} needs what is there today.")
    is_led_in = all(_is_led_in(clause.pieces, trait) for clause in clauses_of(pieces))
    if not is_led_in or not _go_well(pieces):
        is_unlikely = len(named) == 1 or not TURNING.isdisjoint(words)
        return NOTHING if is_unlikely else NOTHING._replace(offer={"at_least": named})
    if not {"or", "but"}.isdisjoint(words):
        return _TURNED if len(named) == 1 else TWO
    return None


def _is_wish(pieces: Sequence[Piece], trait: Trait) -> bool:
    """Whether a reply says no more than what is wanted, where the question asks for just that."""
    words = {*_words(pieces)}
    is_asked = not _WISHES.isdisjoint(trait.question.casefold().rstrip("?").split())
    is_said = not _WISHES.isdisjoint(words) and (words & (_ELSEWHERE | _TURNS)) <= _WISHES
    return is_asked and is_said and not _is_denied(pieces)


def _left_unread(pieces: Sequence[Piece], trait: Trait) -> str | None:
    """What to say of words that may be options which the pack does not have."""
    words = [repr(word) for word in unread(pieces)]
    return f"the pack's {trait.label} has no {' or '.join(words)}" if words else None


def _is_led_in(pieces: Sequence[Piece], trait: Trait) -> bool:
    """Whether the words before the options of a clause are known: "they use ...", and not "they hate ..."."""
    last = next((at for at in range(len(pieces) - 1, -1, -1) if pieces[at].means(Sense.OPTION)), None)
    if last is None:
        return True
    if trait.group is Group.TECHNOGRAPHIC:
        return is_theirs(pieces[:last]) and _is_covered(pieces[:last])
    return _is_covered([piece for piece in pieces[:last] if piece.key not in _BETTER])


def _is_share(pieces: Sequence[Piece]) -> bool:
    """Whether an option is said to be a part: "80% aws", "aws for one team"."""
    shares = [piece.quantity for piece in pieces if piece.quantity is not None and piece.quantity.percent]
    ones = [after.quantity for piece, after in itertools.pairwise(pieces) if piece.key in ("for", "in")]
    return any(each.low != _FULL for each in shares) or any(each is not None and each.low == 1 for each in ones)


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
    is_elsewhere = not (_ELSEWHERE - {"to"}).isdisjoint(_words(pieces))
    is_elsewhere = is_elsewhere or (pieces[at].key == "us" and "too" in _words(pieces))
    if not _goes_well(pieces[at + 1 :]) or is_elsewhere:
        return False
    if before and before[-1].key in ("to", "for", "against", "than", "from"):
        return False
    if any(each.key in _SURROUNDINGS and after.key in BEING for each, after in itertools.pairwise(before)):
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
    words = [piece.key for piece in after if piece.is_word]
    if words == ["like"] or words[:1] == ["called"]:
        return False
    if not after or after[0].meanings or not after[0].is_word or after[0].quantity is not None:
        return True
    if after[0].key in _GONE_ON:
        return len(after) > 1 and _is_covered(after[1:])
    if after[0].key in BEING:
        return any(piece.quantity is not None or piece.is_refused for piece in after[1:2])
    return _is_small(after[0]) or after[0].key in _ACTS


def _go_well(pieces: Sequence[Piece]) -> bool:
    """Whether nothing behind any option makes it another thing."""
    behind = [pieces[at + 1 :] for at, piece in enumerate(pieces) if piece.means(Sense.OPTION)]
    return all(_goes_well(after) and [piece.key for piece in after[:1]] != ["of"] for after in behind)


def _words(pieces: Sequence[Piece]) -> list[str]:
    """The words that are nobody's phrase, marks left out."""
    return [piece.key for piece in pieces if piece.is_word and not piece.meanings]
