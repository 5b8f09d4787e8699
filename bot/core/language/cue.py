"""Cue: what the words of a sentence ask for.

The wordings stand in `phrasing`; here they are held against a sentence. Beside them there are a few questions about a
message as a whole: is it a hello, a call for help, an order that nothing here carries out, an attempt to give the bot
other rules?
"""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.core.language import phrasing
from bot.core.language.common import COMMON_WORDS
from bot.core.language.spelling import Speller
from bot.core.language.template import IsAccount, Template
from bot.core.request import RequestKind


class Cue(NamedTuple):
    """What a sentence asks for."""

    kind: RequestKind
    begin: int
    """The position of its first word."""
    account: tuple[int, int] | None
    """The words that stand for the account, from and up to, where the wording has a place for one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENERS = _words(
    """hi hey hello hiya yo ok okay so and but also well please now btw sorry fika bot alright right hmm hm um uh oh
    just then quick quickly thanks thx cheers morning afternoon evening good actually anyway lol haha guys team folks
    sup kindly real again finally maybe cool great nice perfect awesome dear fyi sooo soo ah aha gotcha yes yeah yep
    sure"""
)
"""Words that may stand before the point of a sentence."""
_POLITE = tuple(
    tuple(line.split())
    for line in """
    can you|could you|would you|will you|i want you to|i want to|i would like to|i would like you to|i need to
    i need you to|help me to|help me|help us|let 's|let us|let me|can we|could we|can i|could i|do you know
    can you tell me|tell me|i wonder|i was wondering|i am wondering|wondering|curious|any idea|i would love to
    we need to|we should|time to|i am going to|would you mind|want to|need to|do me a favor|ready to|i am ready to
    go ahead and|remind me|can you please|could you please|quick question|a question|quick q|one question|question :
    please to|kindly to|hey there|hi there|hello there|shall we|before i forget
    """.replace("\n", "|").split("|")
    if line.split()
)
"""Polite beginnings behind which a request starts as if they were not there."""
PRONOUNS = _words("they it them this that he she one these those")


def point_of(words: Sequence[str]) -> int:
    """Where a sentence comes to its point: behind "hey fika", "can you please" and the like."""
    begin = 0
    while begin < len(words):
        polite = max((len(each) for each in _POLITE if tuple(words[begin : begin + len(each)]) == each), default=0)
        if not polite and words[begin] not in _OPENERS and words[begin] != ":":
            return begin
        if begin + (polite or 1) >= len(words):
            return begin
        begin += polite or 1
    return 0


@functools.cache
def _sets() -> dict[str, frozenset[str]]:
    return {name: _words(text) for name, text in phrasing.SETS.items()}


def _lines(text: str) -> Iterator[Template]:
    return (Template(line, _sets()) for line in text.splitlines() if line.strip())


@functools.cache
def _wordings() -> tuple[tuple[RequestKind, Template], ...]:
    return tuple((kind, template) for kind, text in phrasing.WORDINGS for template in _lines(text))


def cue_of(words: Sequence[str], is_account: IsAccount) -> Cue | None:
    """What a sentence asks for, if any wording fits.

    Args:
        words: the words of the sentence, marks left out except for colons.
        is_account: whether the words from one position up to another may stand for an account.
    """
    point = point_of(words)
    for kind, template in _wordings():
        match = template.match(words, point, is_account)
        if match is not None:
            return Cue(kind, match.begin, match.account)
    return None


def mend(word: str) -> str:
    """The word of a request that was meant by one that is nearly it or short for it, or the word itself."""
    if word in _CHAT:
        return _CHAT[word]
    if _DRAWN_OUT.search(word):  # "goood", "fitttt"
        twice, once = (_DRAWN_OUT.sub(letters, word) for letters in (r"\1\1", r"\1"))
        return next((each for each in (twice, once) if each in COMMON_WORDS or each in cue_words()), word)
    mended = speller().mend(word)
    return _long_speller().mend(word) if mended == word else mended


@functools.cache
def speller() -> Speller:
    """Mends the words that requests are made of."""
    return Speller(_MENDED, shortest=5, swaps_letters=True)


@functools.cache
def _long_speller() -> Speller:
    """Mends slips in any long word of the wordings."""
    return Speller(cue_words(), shortest=_LONG)


_CHAT = {
    "gud": "good", "gd": "good", "shud": "should", "cud": "could", "wud": "would", "wy": "why", "hlp": "help",
    "accs": "accounts", "accts": "accounts", "opps": "opportunities", "qn": "question", "qns": "questions",
    "sthg": "something", "smth": "something", "hw": "how", "hv": "have", "shd": "should", "tht": "that",
    "wrth": "worth", "frm": "from",
}  # fmt: skip
"""How words are shortened in chats."""
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_LONG = 8
"""Letters from which on a word that is nearly another one is hardly a name of its own."""


_MENDED = _words(
    """everything anything overview details
    should chase chasing pursue pursuing worth qualify qualified qualifies interview discovery questionnaire question
    questions brief briefing prepare account accounts would could about before verdict score explain reason reasons
    missing prospect target customer customers company companies disqualified worklist priorities today tomorrow
    meeting summary details status profile content calculator objection prioritize evaluate assess matches ideal
    negative secondary primary start people employees headcount budget study guide pricing thanks hello please change
    happen improve become through"""
)
"""The words whose misspellings are recognised; each is telling, and no two are alike."""


# --- accounts in wordings ---------------------------------------------------------------------------------------------


@functools.cache
def _introductions() -> tuple[Template, ...]:
    return tuple(_lines(phrasing.INTRODUCTIONS))


def introduced(words: Sequence[str], is_account: IsAccount) -> tuple[int, int] | None:
    """The words that stand for an account which a message is going to tell about: "talked to acme", "acme: ..."."""
    point = point_of(words)
    matches = (template.match(words, point, is_account) for template in _introductions())
    return next((match.account for match in matches if match is not None), None)


@functools.cache
def _upcoming() -> tuple[Template, ...]:
    return tuple(_lines(phrasing.UPCOMING))


_OVER = _words("had was went talked spoke met finished after just did ended back yesterday last off")


def announces_call(words: Sequence[str], is_account: IsAccount) -> Cue | None:
    """A call that is still to come: "i have a call with acme"; whoever says so with a time wants to be ready for it."""
    if not _OVER.isdisjoint(words):
        return None
    matches = (template.match(words, point_of(words), is_account) for template in _upcoming())
    found = next((match for match in matches if match is not None), None)
    return Cue(RequestKind.BRIEFING, found.begin, found.account) if found else None


@functools.cache
def cue_words() -> frozenset[str]:
    """Every word that the wordings are made of; none of them is ever taken for an unknown name."""
    words = frozenset().union(*(template.words for _, template in _wordings()))
    return frozenset(word for word in words | _VERDICT_WORDS if word.isalpha())


# --- why --------------------------------------------------------------------------------------------------------------

_VERDICT_WORDS = _words(
    """is are was were not do did does should would could a an the it they them this that so such be been b c d tier
    primary secondary fit match no_fit no score scored verdict rating grade graded rated rank ranked good bad great
    poor strong weak disqualified qualified qualify disqualify dropped drop nurture work out costly capped icp i we
    you us chase pursue target bother say said think call called get got come came only still now at in on low high
    lower higher than yesterday changed change moved move then negative outside from to of and or just really again
    for my our its their because though actually even percent points point 's yes worth care avoid skip keep chasing
    pursuing
    one account company deal decided open up down have has as all considered being better worse best"""
)


def asks_why(words: Sequence[str]) -> int | None:
    """Behind a "why" that opens a sentence: the position of the words that follow it."""
    point = point_of(words)
    if list(words[point : point + 1]) == ["@"]:  # "acme: why not primary?"
        point += 2 if list(words[point + 1 : point + 2]) == [":"] else 1
    if list(words[point : point + 1]) == ["why"]:
        return point + 1
    if tuple(words[point : point + 2]) in _WHY_IN_TWO:
        return point + 2
    if words[point : point + 1] and words[point] in _ASKED_WHY:  # "explain to me why acme is out"
        at = point + 1
        while at < len(words) and words[at] in _ASKED_BY:
            at += 1
        return at + 1 if list(words[at : at + 1]) == ["why"] else None
    return None


_ASKED_WHY = _words("explain tell show understand see know say")
_ASKED_BY = _words("to me us again please exactly")


def matters() -> frozenset[str]:
    """What is a question to the knowledge by itself, with a question mark: "pricing?"."""
    return _sets()["matter"]


_WHY_IN_TWO = frozenset(
    {
        ("how", "come"),
        ("how", "so"),
        ("what", "why"),
        ("explain", "why"),
        ("justify", "why"),
        ("me", "why"),
        ("y", "though"),
        ("y", "not"),
        ("y", "is"),
        ("y", "so"),
    }
)


def is_about_verdict(words: Sequence[str]) -> bool:
    """Whether words speak of a verdict and of nothing else."""
    return all(word in _VERDICT_WORDS or word.isdigit() for word in words)


# --- messages as a whole ----------------------------------------------------------------------------------------------

_GREETINGS = _words(
    """hi hey hello hiya yo morning gm afternoon evening thanks thank thx ty cheers bye goodbye sup howdy greetings cool
    great nice perfect awesome ok okay kk np lol haha welcome hola salut hallo bonjour gracias danke merci goodnight
    gn later appreciate appreciated amazing brilliant super wow heya sweet excellent done mornin happy see"""
)
_SMALL_TALK = _words(
    """good you there fika bot for the help that was very much so how are doing day a have it to see my friend all again
    is 's and i am we team guys everyone folks today tomorrow one really this your work job helpful helps useful up
    what nice going weekend week u lots lot alot bunch now ya me with super got see well be on had has hope hoping
    best love lovely relaxing enjoy rest friday monday tuesday wednesday thursday tomorrow soon mate buddy pal stuff
    quick answer
    answers help guys man been until till again million star legend hero ton tons kind helped
    worked works solved perfectly exactly needed"""
)


_KIND_WORDS = frozenset(
    tuple(line.split())
    for line in ("how are you", "what 's up", "you are the best", "love it", "have a good one", "love you", "well done")
)


def is_greeting(words: Sequence[str]) -> bool:
    """Whether a message is a hello, a thank you or small talk and nothing else."""
    known = _GREETINGS | _SMALL_TALK
    greets = any(word in _GREETINGS for word in words) or tuple(words) in _KIND_WORDS
    return bool(words) and greets and all(word in known for word in words)


@functools.cache
def _help() -> tuple[Template, ...]:
    return tuple(_lines(phrasing.HELP))


def asks_for_help(words: Sequence[str]) -> bool:
    """Whether a message asks what the bot can do."""
    asked = ["help", "me"] if list(words[-2:]) == ["help", "me"] else list(words[point_of(words) :])
    return any(template.match(asked, 0, lambda _begin, _end: False) for template in _help())


_MEDDLING = _words(
    """delete remove erase forget undo merge rename reset archive cancel stop export import ignore disregard override
    bypass unsubscribe disable schedule assign reassign destroy wipe purge clear never pretend imagine suppose roleplay
    repeat"""
)
_STEERING = _words("ignore disregard forget override bypass pretend jailbreak act")
_STEERED = _words("instructions instruction rules prompt guidelines constraints system role admin developer")


def is_meddling(words: Sequence[str]) -> bool:
    """Whether a message orders something that no request here does, or tells the bot to do nothing."""
    asked = list(words[point_of(words) :])
    return asked[:2] in (["do", "not"], ["no", "need"]) or (bool(asked) and asked[0] in _MEDDLING)


def is_steering(words: Sequence[str]) -> bool:
    """Whether a message tries to give the bot other rules."""
    known = set(words)
    return bool(known & _STEERING and known & _STEERED) or list(words[:3]) == ["you", "are", "now"]
