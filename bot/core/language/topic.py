"""Topic: which account a message is about.

First the place that the wording of a request has for a name ("is ... a fit"), then a name anywhere, if it is what the
message is about: "unlike Globex they have 120 people" and "they use Globex" are not about Globex. What is found is
looked up by `naming`; a name with a telling word beside it ("Bright Smiles" where only Bright is known) is nobody, and
Bright is named as the nearest.
"""

from collections.abc import Sequence

from bot.core.language.clause import BEING, HAVING, USING
from bot.core.language.common import COMMON_WORDS
from bot.core.language.cue import PRONOUNS, cue_words, introduced, point_of
from bot.core.language.hearing import LONGEST_UNKNOWN, Hearing, Line, may_be_account
from bot.core.language.mention import AROUND_NAME, Spoken, Token, lookup
from bot.core.language.words import cut, fold, keys
from bot.core.naming import Found, Nobody, resolve
from bot.core.naming import N as Name
from bot.core.request import Mention

_VERBS = BEING | HAVING | USING
_TELLING = frozenset({"said", "says", "told"})
_COMPARED = frozenset(
    {"like", "than", "unlike", "as", "vs", "versus", "competitor", "to", "against", "resembles", "beats"}
)
_COMPARED_IN_QUESTION = frozenset({"than", "like", "unlike", "vs", "versus"})
_TIED = frozenset({
    "customer", "client", "partner", "competitor", "subsidiary", "supplier", "vendor", "referred", "introduced",
    "intro", "referral", "reseller", "rival", "acquired", "recommended", "spinoff", "alumni", "event", "ex", "former",
})  # fmt: skip
"""Words beside a name that tie somebody else to it: "a customer of Globex", "Globex introduced us to ..."."""
_TALKED = frozenset({"talked", "spoke", "talking", "spoken", "speaking"})
_USED = (USING - {"do", "does", "work", "works", "working"}) | {
    "used", "bought", "buy", "chose", "via", "through", "replaced",
}  # fmt: skip
_LEADS_TO_TOPIC = frozenset({
    "to", "with", "from", "at", "on", "about", "for", "of", "re", "by", "@", "that", "and", "met", "update", "because",
    ":", "if", "calling", "meeting", "seeing", "visiting",
})  # fmt: skip
_FOLLOWS_TOPIC = _TELLING | {
    ":", "confirmed", "just", "now", "moved", "switched", "also", "still", "already", "not", "does",
}  # fmt: skip
_SUBJECT_WORDS = frozenset({"they", "it", "he", "she"})
_BEFORE_VERB = frozenset({
    "still", "already", "also", "now", "currently", "just", "only", "actually", "do", "does", "not", "really",
})  # fmt: skip
_CUTS = frozenset("(),:;[]")
"""Marks that no unknown name goes on behind."""
_SHORTEST_FIRST = 4
_BEHIND = 2
_NEAR = 3
"""How many words before a name say what part it plays."""


def mentioned(hearing: Hearing, line: Line | None, names: Sequence[Name]) -> Mention[Name] | None:
    """The account that a request is about: in the place that its wording has for one, or anywhere."""
    if line is not None and line.cue is not None and line.cue.account is not None:
        begin, end = line.cue.account
        tokens = [token for token in line.tokens[begin:end] if token.key not in AROUND_NAME]
        if tokens and not (len(tokens) == 1 and tokens[0].key in PRONOUNS):
            return resolved(hearing.said(tokens), names)
    return _named_anywhere(hearing, names)


def resolved(said: str, names: Sequence[Name]) -> Mention[Name]:
    """Which account words stand for, with what people do to names: "Smith and Sons", "acmes"."""
    forms = [said, said.replace(" and ", " & ") if " and " in said else "", said[:-1] if said.endswith("s") else ""]
    meant = resolve(names, said)
    for form in forms[1:]:
        if form and isinstance(meant, Nobody):
            meant = resolve(names, form)
    if isinstance(meant, Found) and not meant.exact and _says_more(said, meant.named.name):
        meant = Nobody((meant.named,))
    return Mention(said, meant)


def _says_more(said: str, name: str) -> bool:
    """Whether words are a name with a telling word beside it: "Bright Smiles" is somebody else than Bright."""
    wanted, known = set(keys(cut(said))), set(keys(cut(name)))
    return known < wanted and any(word not in COMMON_WORDS for word in wanted - known)


def _named_anywhere(hearing: Hearing, names: Sequence[Name]) -> Mention[Name] | None:
    """The one account that is named outside of any place for a name, if it is what the message is about."""
    topics = {
        hearing.text[each.start : each.end].casefold(): each for each in hearing.spoken if _is_topic(hearing, each)
    }
    if len(topics) != 1:
        return None
    only = next(iter(topics.values()))
    return resolved(hearing.text[only.start : only.end], names)


def _is_topic(hearing: Hearing, spoken: Spoken) -> bool:
    """Whether a name is what a sentence is about, and not something compared with or used by somebody."""
    line = next((line for line in hearing.lines if line.start <= spoken.start < line.end), None)
    if line is None or spoken.is_everyday:
        return False
    at = next((at for at, token in enumerate(line.tokens) if token.start == spoken.start), 0)
    before = line.keys[max(0, at - _NEAR) : at]
    if line.asks or line.cue is not None:
        return _COMPARED_IN_QUESTION.isdisjoint(before[-1:])
    if _is_tied(line, at):
        return False
    return not _plays_another_part(before) and (spoken.is_sure or _stands_first(line, at))


def _is_tied(line: Line, at: int) -> bool:
    """Whether somebody else is spoken of by their tie to the account named at a position."""
    return not _TIED.isdisjoint(line.keys[max(0, at - _NEAR) : at] + line.keys[at + 1 : at + 1 + _BEHIND])


def names_somebody(hearing: Hearing) -> bool:
    """Whether a name stands in a statement of which nobody can say what part it plays there."""
    if _begins_a_name(hearing):
        return True
    for spoken in hearing.spoken:
        for line in hearing.lines:
            if line.start <= spoken.start < line.end and not spoken.is_everyday:
                at = next((at for at, token in enumerate(line.tokens) if token.start == spoken.start), 0)
                if not _is_compared_or_used(line.keys[max(0, at - _NEAR) : at]):
                    return True
    return False


def _begins_a_name(hearing: Hearing) -> bool:
    """Whether a telling word is the first of a longer known name: "kestrelmoor" for Kestrelmoor Billing."""
    words = {
        word.key
        for word in hearing.words
        if len(word.key) >= _SHORTEST_FIRST and word.key.isalpha() and word.key not in COMMON_WORDS
        if word.key not in cue_words() and not hearing.lexicon.is_phrase([word])
    }
    firsts = {fold(name.name.split(maxsplit=1)[0]) for name in hearing.names if " " in name.name} if words else set()
    return not words.isdisjoint(firsts)


def _plays_another_part(before: Sequence[str]) -> bool:
    """Whether the words before a name make it something compared with or used, or an object of theirs."""
    return _is_compared_or_used(before) or (not _VERBS.isdisjoint(before) and not _SUBJECT_WORDS.isdisjoint(before))


def _is_compared_or_used(before: Sequence[str]) -> bool:
    """Whether the words before a name make it something compared with or used: "unlike ...", "they use ..."."""
    talked_to = before[-1:] == ["to"] and not _TALKED.isdisjoint(before[-2:-1])
    compared = not _COMPARED.isdisjoint(before[-1:]) and not talked_to
    used = not _USED.isdisjoint(before[-1:])
    return compared or used


def _stands_first(line: Line, at: int) -> bool:
    """Whether a word stands where a sentence says what it is about."""
    outer = [key for key in line.keys[at + 1 :] if key not in AROUND_NAME - {"'s"}]
    follows = not (_FOLLOWS_TOPIC | _VERBS).isdisjoint(outer[:1])
    before = [key for key in line.keys[point_of(line.keys) : at] if key not in AROUND_NAME]
    return not before or follows or before[-1] in _LEADS_TO_TOPIC


def subject(hearing: Hearing, names: Sequence[Name]) -> Mention[Name] | None:
    """The account that a statement is about, by where its name stands: "initech has ...", "talked to initech"."""
    places = ((line, subject_place(hearing, line)) for line in hearing.lines)
    found = next(((line, place) for line, place in places if place is not None), None)
    return resolved(hearing.said(found[0].tokens[slice(*found[1])]), names) if found else None


def subject_place(hearing: Hearing, line: Line) -> tuple[int, int] | None:
    """The tokens of a line that name whom it is about, from and up to."""
    begin = point_of(line.keys)
    for verb in range(min(begin + LONGEST_UNKNOWN, len(line.tokens) - 1), begin, -1):
        end = verb
        while end - 1 > begin and line.keys[end - 1] in _BEFORE_VERB:
            end -= 1
        is_on = line.keys[verb] == "on" and verb == begin + 1  # "oakline on salesforce"
        if (is_on or line.keys[verb] in _VERBS | _TELLING) and _stands_for(hearing, line, begin, end):
            return begin, end
    place = introduced(line.keys, lambda at, end: _stands_for(hearing, line, at, end))
    return None if place is not None and _is_tied(line, place[0]) else place


def _stands_for(hearing: Hearing, line: Line, begin: int, end: int) -> bool:
    """Whether words are a name and neither a pronoun nor a phrase of the pack."""
    tokens = line.tokens[begin:end]
    if any(token.key in PRONOUNS for token in tokens):
        return False
    if any(token.key in AROUND_NAME for token in tokens):
        return len(tokens) == 1 and tokens[0].key in ("the", "a", "an") and _is_exact(hearing, tokens[0])
    words = [word for word in line.words if tokens[0].start <= word.start < tokens[-1].end]
    if len(tokens) > 1 and any(word.key in _CUTS for word in words):
        return False
    return may_be_account(hearing, line, begin, end) and not hearing.lexicon.is_phrase(words)


def _is_exact(hearing: Hearing, token: Token) -> bool:
    return lookup(hearing.text[token.start : token.end], hearing.known) is not None
