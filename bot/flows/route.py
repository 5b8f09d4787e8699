"""Route: from a message to the request in it, by fixed rules.

Nothing is looked up, recorded or guessed here. The rules know English, the words of the pack at hand and the names of
the accounts. Where they are not sure, the request is an open question or unknown, and nothing is recorded.

What wins over what: orders to meddle and new rules for the bot are not understood; a hello or a call for help is one
only where there is nothing else in the message; then the first sentence that asks for something known decides; then a
bare name or a call to come; then what is stated; then whatever else is a question. Where that comes to nothing, or to
no more than a question of some kind, and nothing is stated, all the words together give a second opinion. It only ever
finds what shows something. What the rules find to be shown is shown only where all the words do not speak against it.
"""

import functools
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from bot.core.language.clause import BEING, HAVING
from bot.core.language.common import COMMON_WORDS
from bot.core.language.cue import (
    PRONOUNS,
    Cue,
    announces_call,
    asks_for_help,
    is_greeting,
    is_meddling,
    is_steering,
    matters,
    point_of,
)
from bot.core.language.gist import gist_alone, gist_of
from bot.core.language.hearing import ASKING, Hearing, Lexicon, Line, hear, lexicon_of, may_be_account
from bot.core.language.named_fit import named_check, named_fit
from bot.core.language.newcomer import is_rivalled, newcomer
from bot.core.language.parse import merged, statements
from bot.core.language.reading import CannotTell, Claim, Reading
from bot.core.language.second_opinion import overruled, second_opinion, signs_of
from bot.core.language.setting import moment_in, persona_in, stage_in
from bot.core.language.topic import mentioned, names_somebody, resolved, subject, subject_place
from bot.core.language.whom import is_about_nobody_else, is_hearsay
from bot.core.language.words import LONGEST_TEXT, Word, is_question
from bot.core.naming import Found, Nobody, Several, resolve, same_name
from bot.core.pack import Pack
from bot.core.request import MainNamed, Mention, Request, RequestKind
from bot.core.trait import Kind

N = TypeVar("N", bound=MainNamed)

_K = RequestKind
_ABOUT_ONE = frozenset({
    _K.FIT_QUESTION, _K.WHY, _K.WHAT_WOULD_IT_TAKE, _K.NEXT_QUESTION, _K.STATE_ANSWERS, _K.SHOW_ACCOUNT,
    _K.START_INTERVIEW, _K.BRIEFING,
})  # fmt: skip
"""Kinds that are about one account: the one last talked about, where none is named."""
_ABOUT_NONE = frozenset({_K.SHOW_ICP, _K.WORK_LIST, _K.HELP, _K.GREETING})
_ORDERS = frozenset({_K.START_INTERVIEW, _K.BRIEFING, _K.LOG_GAP})
"""Kinds that are asked for without a question."""
_UNCERTAIN = frozenset({_K.OPEN_QUESTION, _K.UNKNOWN})
_ASSERTING = BEING | HAVING | {"fits", "matches", "qualifies", "suits"}
_MAY_WE = frozenset({("can", "we"), ("could", "we"), ("can", "i"), ("could", "i"), ("may", "i"), ("may", "we")})
"""How people ask what is possible, with or without a question mark."""
_NEWS = frozenset({"update", "updates", "news"})
_SUBJECTS = frozenset({"they", "their", "it", "its", "he", "she", "we", "the", "@"})
_NEXT = frozenset({"what", "'s", "is", "next", "now", "to", "do", "should", "i", "then", "up"})
_NEAR = frozenset({
    ("about", "to"), ("jumping", "on"), ("hopping", "on"), ("heading", "into"), ("going", "into"), ("walking", "into"),
    ("on", "my"), ("in", "a"), ("coming", "up"),
})  # fmt: skip
_SOON = frozenset({"soon", "shortly", "upcoming", "momentarily"})
"""How people say that a call is near, where they name no time."""
_REQUESTS = ("can", "could", "would", "please")
_FEWEST_WORDS = 4
"""Without an account, fewer words than that which only name an option state nothing: "salesforce"."""

_HEARSAY = "That is hearsay. Say it again once somebody at the account has confirmed it."

Asked = tuple[RequestKind | None, Line | None]
"""What a message asks for, and the line that does."""


class _Same:
    """A pack as a key: equal only to itself, since packs never change."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.pack is self.pack

    def __hash__(self) -> int:
        return id(self.pack)


@functools.lru_cache(maxsize=4)
def _lexicon(same: _Same) -> Lexicon:
    return lexicon_of(same.pack)


def lexicon_for(pack: Pack) -> Lexicon:
    """The words of a pack, made ready once."""
    return _lexicon(_Same(pack))


def route(text: str, pack: Pack, names: Sequence[N], context_account: N | None = None) -> Request[N]:
    """Understand a message.

    Args:
        text: what somebody wrote, any text at all.
        pack: its words for traits, options, personas and stages are understood.
        names: every name of every account.
        context_account: the account last talked about; "why?" and "they have 120 people" mean it.
    """
    if not text.strip() or len(text.strip()) > LONGEST_TEXT:
        return Request(_K.UNKNOWN, text)
    hearing = hear(text, lexicon_for(pack), names)
    kind, line = _asked_for(hearing)
    mention = mentioned(hearing, line, names) or _introduced(hearing, kind, line, names)
    claims = _claims(hearing, kind, line, mention)
    states = any(claim.why is None for claim in claims)
    if kind is _K.NEXT_QUESTION and mention is None and context_account is None and not states:
        kind = _K.WORK_LIST if _asks_for_no_question(line) else kind
    if states and mention is not None and isinstance(mention.meant, Found) and is_rivalled(hearing):
        return _request(hearing, _K.STATE_ANSWERS, None, claims, None)
    if _only_tells(kind, line) and states and not is_question(text):
        mention = mention or subject(hearing, names)
        kind = _K.STATE_ANSWERS if mention is not None or _is_sentence(hearing, claims) else _K.UNKNOWN
    if mention is None and states and kind in _ABOUT_ONE and not _is_about(hearing, context_account):
        said = newcomer(hearing)
        mention = Mention(said, Nobody(_nearest(names, said))) if said else None
        return _request(hearing, _K.STATE_ANSWERS, mention, claims, None)
    understood = _request(hearing, kind or _otherwise(hearing, mention), mention, claims, context_account)
    if claims:
        return _by_whole_name(understood, names)
    signs = signs_of([(line.keys, line.asks) for line in hearing.lines])
    if mention is None or not isinstance(mention.meant, Nobody):
        meant = overruled(signs, understood.kind)
        if meant is not understood.kind:
            understood = replace(understood, kind=meant, account=_placed(meant, mention, context_account))
    understood = _by_whole_name(understood, names)
    is_open = kind in (None, _K.OPEN_QUESTION) and understood.kind in _UNCERTAIN
    return _by_second_opinion(understood, signs, hearing, context_account) if is_open else understood


def _by_second_opinion(request: Request[N], signs: Sequence[str], hearing: Hearing, context: N | None) -> Request[N]:
    """What a message of which the rules make nothing asks for by all of its words, where that is likely enough."""
    is_about_context = request.account is None and context is not None and _is_about(hearing, context)
    is_about_one = is_about_context or (request.account is not None and not isinstance(request.account.meant, Nobody))
    kind = second_opinion(signs, is_about_one=is_about_one)
    if kind is None or (kind is _K.BRIEFING and request.account is None):
        return request  # "call tomorrow 10:00" may be what somebody answers
    return replace(request, kind=kind, account=_placed(kind, request.account, context))


def _introduced(hearing: Hearing, kind: RequestKind | None, line: Line | None, names: Sequence[N]) -> Mention[N] | None:
    """Somebody new whom a message first tells of and then asks about: "met Hooli today, do they fit?"."""
    if kind not in _ABOUT_ONE or line is None or line.cue is None or names_somebody(hearing):
        return None
    said = newcomer(hearing)
    if said is None or not said[:1].isupper() or hearing.text.find(said) >= line.tokens[line.cue.begin].start:
        return None
    return resolved(said, names)


def _asks_for_no_question(line: Line | None) -> bool:
    """Whether "what next?" asks what to do and not what to ask."""
    return line is not None and _NEXT.issuperset(line.keys[point_of(line.keys) :])


def _by_whole_name(request: Request[N], names: Sequence[N]) -> Request[N]:
    """A question for the fit of a name that is longer than what the rules took for one, or that nobody has."""
    sure = named_fit(request.text)
    name = sure or named_check(request.text)
    if name is None or request.readings:
        return request
    if request.kind is _K.FIT_QUESTION and request.account is not None and request.account.said == name:
        return request
    mention = resolved(name, names)
    if _is_it(mention):
        return replace(request, kind=_K.FIT_QUESTION, account=mention, unclear=())
    is_said = request.account is not None and request.account.said != "" and request.found is not None
    is_open = request.kind is _K.FIT_QUESTION or (sure is not None and request.kind in _UNCERTAIN)
    if is_said or not is_open or isinstance(mention.meant, Found):
        return request
    return replace(request, kind=_K.FIT_QUESTION, account=mention, unclear=())


def _is_it(mention: Mention[N]) -> bool:
    """Whether somebody goes by that name, and not only by a part of it."""
    meant = mention.meant
    if isinstance(meant, Found):
        return meant.exact or same_name(mention.said, meant.named.name)
    return isinstance(meant, Several)


def _is_about(hearing: Hearing, context: N | None) -> bool:
    """Whether a message that names no account is about the one last talked about, beyond any doubt."""
    own = [name.name for name in hearing.names if context is not None and name.account_id == context.account_id]
    return not names_somebody(hearing) and is_about_nobody_else(hearing, own)


def _nearest(names: Sequence[N], said: str) -> tuple[N, ...]:
    """The accounts that a name nobody has may be a misspelling of."""
    meant = resolve(names, said)
    if isinstance(meant, Found):
        return (meant.named,)
    return meant.choices if isinstance(meant, Several) else meant.nearest


def _request(
    hearing: Hearing, kind: RequestKind, mention: Mention[N] | None, claims: Sequence[Claim], context: N | None
) -> Request[N]:
    said = merged(hearing.text, claims, hearing.lexicon.vocabulary)
    readings = tuple(each for each in said if isinstance(each, Reading) and kind in _ABOUT_ONE)
    if kind is _K.STATE_ANSWERS and not readings:
        kind = _K.UNKNOWN
    explains = kind in _ABOUT_ONE or kind is _K.UNKNOWN
    return Request(
        kind,
        hearing.text,
        account=_placed(kind, mention, context),
        readings=readings,
        unclear=tuple(each for each in said if isinstance(each, CannotTell) and explains),
        persona=persona_in(hearing.words, hearing.lexicon.scene),
        stage=stage_in(hearing.words, hearing.lexicon.scene),
        when=moment_in(hearing.text),
    )


def _placed(kind: RequestKind, mention: Mention[N] | None, context: N | None) -> Mention[N] | None:
    """The mention that fits a kind: none for a kind about all, the account last talked about where none is named."""
    if kind in _ABOUT_NONE:
        return None
    if mention is None and kind in _ABOUT_ONE and context is not None:
        return Mention("", Found(context, exact=True))
    return mention


# --- what is asked for ------------------------------------------------------------------------------------------------


def _asked_for(hearing: Hearing) -> Asked:
    """What the message asks for, and the line that does; nothing where it only states something, or neither."""
    whole = _as_a_whole(hearing)
    if whole is not None:
        return whole, None
    asking = [line for line in hearing.lines if line.cue is not None and not _only_states(hearing, line)]
    for line in asking:
        if line.cue and line.cue.kind is not _K.OPEN_QUESTION:
            return _settled(hearing, line, line.cue)
    nothing: Asked = (_K.OPEN_QUESTION, asking[0]) if asking else (None, None)
    return _bare_name(hearing) or _call_to_come(hearing) or _by_gist(hearing) or _by_gist_alone(hearing) or nothing


def _by_gist(hearing: Hearing) -> Asked | None:
    """What a question that names one known account is about, where its wording is not known."""
    asking = [line for line in hearing.lines if line.asks or (line.cue and line.cue.kind is _K.OPEN_QUESTION)]
    named = [line for line in asking if line.keys.count("@") == 1]
    if len(named) != 1 or len(hearing.stretches()) != 1 or hearing.is_statement(named[0]):
        return None
    [line] = named
    at = line.keys.index("@")
    kind = gist_of(line.keys[point_of(line.keys) :])
    return None if kind is None else (kind, replace(line, cue=Cue(kind, at, (at, at + 1))))


def _by_gist_alone(hearing: Hearing) -> Asked | None:
    """What a short message that is one line with one known account asks for, where its words tell but one thing."""
    if len(hearing.lines) != 1 or len(hearing.stretches()) != 1:
        return None
    [line] = hearing.lines
    begin = point_of(line.keys)
    if "@" not in line.keys[begin:] or hearing.is_statement(line) or _asserts(line):
        return None
    kind = gist_alone(line.keys[begin:])
    at = line.keys.index("@")
    return None if kind is None else (kind, replace(line, cue=Cue(kind, at, (at, at + 1))))


def _asserts(line: Line) -> bool:
    """Whether a line that asks nothing says something of an account: "acme is a match"."""
    behind = line.keys[line.keys.index("@") + 1 :][:1]
    return not line.asks and not _ASSERTING.isdisjoint(behind)


def _as_a_whole(hearing: Hearing) -> RequestKind | None:
    """The kind of a message that is to be taken as a whole."""
    keys = [key for line in hearing.lines for key in line.keys if key != ":"]
    if not keys or is_steering(keys):
        return _K.UNKNOWN
    if is_greeting(keys):
        return _K.GREETING
    if "@" not in keys and asks_for_help(keys):
        return _K.HELP
    return _K.UNKNOWN if is_meddling(keys) and not hearing.lines[0].asks else None


def _settled(hearing: Hearing, line: Line, cue: Cue) -> Asked:
    """What a cue asks for, where the rest of the message does not make it something else."""
    names_one = "@" in line.keys
    kind = cue.kind
    if kind is _K.NEXT_QUESTION and "ask" not in line.keys:
        return _call_to_come(hearing) or (kind, line)
    if kind is _K.LOG_GAP and line.asks and not _is_ordered(line) and not _is_headed(line):
        kind = _K.OPEN_QUESTION
    elif kind is _K.SHOW_ACCOUNT and _tells_news(line, cue):
        return None, None
    elif kind is _K.SHOW_ICP and names_one:
        kind = _K.FIT_QUESTION
    elif kind is _K.WORK_LIST and names_one:
        kind = _K.NEXT_QUESTION
    return kind, line


def _tells_news(line: Line, cue: Cue) -> bool:
    """Whether a line brings news itself: "update on acme, they got a new office"."""
    behind = line.keys[cue.account[1] :] if cue.account else []
    return not line.asks and not _NEWS.isdisjoint(line.keys) and not _SUBJECTS.isdisjoint(behind)


def _is_ordered(line: Line) -> bool:
    """Whether a line that asks is an order put politely: "can you log that", "we have none, could you note that"."""
    polite = (first in _REQUESTS and second == "you" for first, second in pairwise(line.keys))
    return line.keys[0] in _REQUESTS or any(polite)


def _is_headed(line: Line) -> bool:
    """Whether a line that asks calls what it speaks of a gap: "knowledge gap: what about Canada?"."""
    return line.keys[0] not in ASKING and not {"gap", "gaps"}.isdisjoint(line.keys)


def _only_states(hearing: Hearing, line: Line) -> bool:
    """Whether a line that sounds like a request states something instead: "acme is our ideal customer, 120 people"."""
    if line.asks or line.cue is None or line.cue.kind in _ORDERS:
        return False
    return line.keys[point_of(line.keys)] not in ASKING and hearing.is_statement(line)


def _bare_name(hearing: Hearing) -> Asked | None:
    """A message that is nothing but a name: with a question mark it asks for the fit, without one for the account."""
    named = [line for line in hearing.lines if not COMMON_WORDS.issuperset(line.keys)] or hearing.lines
    line = named[0]
    begin, end = point_of(line.keys), len(line.tokens)
    if len(named) != 1 or line.keys[begin] in PRONOUNS or not may_be_account(hearing, line, begin, end):
        return None
    if line.keys[begin:] != ["@"] and not _is_known(hearing, line, begin):
        return None
    kind = _K.FIT_QUESTION if any(each.asks for each in hearing.lines) else _K.SHOW_ACCOUNT
    return kind, replace(line, cue=Cue(kind, begin, (begin, end)))


def _is_known(hearing: Hearing, line: Line, begin: int) -> bool:
    meant = resolved(hearing.said(line.tokens[begin:]), hearing.names).meant
    return not isinstance(meant, Nobody) and not hearing.lexicon.is_phrase(line.words)


def _call_to_come(hearing: Hearing) -> Asked | None:
    """A message about a call at a time to come and about nothing else."""
    if moment_in(hearing.text) is None and not _is_about_to_call(hearing):
        return None
    for line in hearing.lines:
        cue = announces_call(line.keys, functools.partial(may_be_account, hearing, line))
        if cue is not None and not hearing.is_statement(line):
            return cue.kind, replace(line, cue=cue)
    return None


def _is_about_to_call(hearing: Hearing) -> bool:
    """Whether a call is said to be near without a time: "about to call", "before my meeting"."""
    keys = [key for line in hearing.lines for key in line.keys]
    pairs = set(pairwise(keys))
    return not pairs.isdisjoint(_NEAR) or not _SOON.isdisjoint(keys)


def _otherwise(hearing: Hearing, mention: Mention[N] | None) -> RequestKind:
    """The kind of a message that neither asks for anything known nor states anything."""
    words = sum(len(line.tokens) for line in hearing.lines)
    asks = any(line.asks or (mention is None and tuple(line.keys[:2]) in _MAY_WE) for line in hearing.lines)
    is_topic = words == 1 and (
        matters().issuperset(hearing.lines[0].keys) or hearing.lexicon.is_phrase(_plain(hearing))
    )
    return _K.OPEN_QUESTION if asks and (words > 1 or mention is not None or is_topic) else _K.UNKNOWN


def _plain(hearing: Hearing) -> list[Word]:
    return [word for word in hearing.words if not word.is_mark]


# --- what is stated ---------------------------------------------------------------------------------------------------


def _only_tells(kind: RequestKind | None, line: Line | None) -> bool:
    """Whether a message is a statement if it states anything at all: "an update on acme: ..." asks for nothing."""
    return kind in (None, _K.OPEN_QUESTION) or (kind is _K.SHOW_ACCOUNT and line is not None and not line.asks)


def _claims(hearing: Hearing, kind: RequestKind | None, asking: Line | None, mention: Mention[N] | None) -> list[Claim]:
    """What the lines that ask nothing state about the one account that is spoken of."""
    names = {hearing.text[start:end].casefold() for start, end in hearing.stretches()}
    if kind is _K.UNKNOWN or len(names) > 1:
        return []
    own = hearing.stretches()
    if mention is not None and mention.said:
        start = hearing.text.find(mention.said)
        own.append((start, start + len(mention.said)))
    words: list[Word] = []
    for line in hearing.lines:
        if place := subject_place(hearing, line):
            own.append((line.tokens[place[0]].start, line.tokens[place[1] - 1].end))
        if not line.asks and not (line is asking and kind in (_K.LOG_GAP, _K.BRIEFING)):
            words.extend((*line.words, Word(";", line.end, line.end)))
    claims = statements(words, hearing.lexicon.vocabulary, own)
    return [_unconfirmed(claim) for claim in claims] if is_hearsay(hearing) else claims


def _unconfirmed(claim: Claim) -> Claim:
    """What is said of itself to be hearsay, which is asked back."""
    return claim if claim.why else replace(claim, value=None, why=_HEARSAY, is_open=False)


def _is_sentence(hearing: Hearing, claims: Sequence[Claim]) -> bool:
    """Whether words without an account are more than the name of an option: "salesforce" alone tells nothing."""
    kinds = [hearing.lexicon.vocabulary.traits[claim.trait].kind for claim in claims]
    is_option = len(kinds) == 1 and kinds[0] in (Kind.CHOICE, Kind.TAGS)
    words = sum(len(line.tokens) for line in hearing.lines)
    return not (is_option and words < _FEWEST_WORDS and hearing.lexicon.is_phrase(hearing.words))
