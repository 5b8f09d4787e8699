"""Route: from a message to the request in it, by fixed rules.

Nothing is looked up, recorded or guessed here. The rules know English, the words of the pack at hand and the names of
the accounts. Where they are not sure, the request is an open question or unknown, and nothing is recorded.

What wins over what: orders to meddle or new rules for the bot are not understood; a hello or a call for help is one only
when there is nothing else in the message; then the first sentence that asks for something decides; then what is stated;
then whatever else is a question.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.core.clause import BEING, HAVING, USING, Stretch
from bot.core.common import COMMON_WORDS
from bot.core.cue import (
    PRONOUNS,
    Cue,
    after_opening,
    announces_call,
    asks_for_help,
    asks_why,
    cue_of,
    introduced,
    is_about_verdict,
    is_greeting,
    is_meddling,
    is_steering,
    speller,
)
from bot.core.mention import Spoken, Token, known_names, lookup, spoken_names, tokens_of
from bot.core.naming import Found, Nobody, resolve
from bot.core.pack import Pack
from bot.core.parse import merged, statements
from bot.core.reading import CannotTell, Reading
from bot.core.request import MainNamed, Mention, Request, RequestKind
from bot.core.setting import Scene, moment_in, persona_in, scene_of, stage_in
from bot.core.statement import Stated
from bot.core.vocabulary import Vocabulary, vocabulary_of
from bot.core.words import LONGEST_TEXT, Word, cut, is_question, sentences

N = TypeVar("N", bound=MainNamed)

_K = RequestKind
_ABOUT_ONE = frozenset({
    _K.FIT_QUESTION, _K.WHY, _K.WHAT_WOULD_IT_TAKE, _K.NEXT_QUESTION, _K.STATE_ANSWERS, _K.SHOW_ACCOUNT, _K.START_INTERVIEW,
    _K.BRIEFING,
})  # fmt: skip
"""Kinds that are about one account: the one last talked about, where none is named."""
_ABOUT_ALL = frozenset({_K.SHOW_ICP, _K.WORK_LIST, _K.HELP, _K.GREETING})
_ORDERS = frozenset({_K.START_INTERVIEW, _K.BRIEFING, _K.LOG_GAP})
_COMPARED = frozenset({"like", "than", "unlike", "as", "vs", "versus", "competitor", "to", "against", "resembles", "beats"})
_USED = USING - {"do", "does", "work", "works", "working"} | frozenset({"used", "bought", "buy", "chose", "via", "through", "replaced"})
_SUBJECT_WORDS = frozenset({"they", "it", "he", "she"})
_AROUND_NAME = frozenset({
    "the", "a", "my", "our", "this", "that", "account", "company", "deal", "prospect", "customer", "guys", "folks", "team", "people",
    "'s", "opportunity", "opp", "lead", "again", "please", "one", "client",
})  # fmt: skip
_BEFORE_VERB = frozenset({"still", "already", "also", "now", "currently", "just", "only", "actually", "do", "does", "not", "really"})
_LONGEST_UNKNOWN = 4
_SHORTEST_UNKNOWN = 3
_CUES_READ = 60
"""Words of a sentence that are looked at for what it asks; a longer one is no request."""
_SPLICES = frozenset({",", "-", "so", "and", "but", "(", ":"})
_ASKING = frozenset({
    "is", "are", "does", "do", "did", "should", "shall", "can", "could", "would", "will", "what", "which", "who", "why", "how", "where",
    "when", "any", "worth", "thoughts", "good", "fit",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as the router sees it."""

    words: tuple[Word, ...]
    tokens: tuple[Token, ...]
    asks: bool
    cue: Cue | None = None

    @property
    def keys(self) -> list[str]:
        return [token.key for token in self.tokens]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of one pack."""

    vocabulary: Vocabulary
    scene: Scene

    def is_phrase(self, words: Sequence[Word]) -> bool:
        """Whether words are a phrase of the pack, from the first to the last."""
        books = (self.vocabulary.book, self.scene.personas, self.scene.stages)
        return any((found := book.longest(words, 0)) is not None and found.end == len(words) for book in books)


class _Same:
    """A pack as a key: equal only to itself, since packs never change."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.pack is self.pack

    def __hash__(self) -> int:
        return id(self.pack)


@functools.lru_cache(maxsize=4)
def _lexicon(same: _Same) -> _Lexicon:
    return _Lexicon(vocabulary_of(same.pack), scene_of(same.pack))


@dataclass(slots=True)
class _Hearing:
    """A message on its way to a request."""

    text: str
    names: Sequence[MainNamed]
    lexicon: _Lexicon
    words: list[Word]
    known: dict[str, str] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)


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
    hearing = _hear(text, _lexicon(_Same(pack)), names)
    kind, line = _asked_for(hearing)
    mention = _mentioned(hearing, line, names)
    stated = _stated(hearing, kind, line, mention)
    if kind in (None, _K.OPEN_QUESTION) and _tells(stated) and not is_question(text):
        kind = _K.STATE_ANSWERS
        mention = mention or _subject(hearing, names)
    kind = kind or _otherwise(hearing, mention)
    return _request(hearing, kind, _placed(kind, mention, context_account), stated)


def _request(hearing: _Hearing, kind: RequestKind, mention: Mention[N] | None, stated: Sequence[Stated]) -> Request[N]:
    silent = kind in (_K.UNKNOWN, _K.LOG_GAP, _K.HELP, _K.GREETING, _K.OPEN_QUESTION)
    said = [] if silent else merged(hearing.text, stated, hearing.lexicon.vocabulary)
    return Request(
        kind,
        hearing.text,
        mention,
        tuple(each for each in said if isinstance(each, Reading)),
        tuple(each for each in said if isinstance(each, CannotTell)),
        persona_in(hearing.words, hearing.lexicon.scene),
        stage_in(hearing.words, hearing.lexicon.scene),
        moment_in(hearing.text),
    )


# --- hearing ----------------------------------------------------------------------------------------------------------


def _hear(text: str, lexicon: _Lexicon, names: Sequence[MainNamed]) -> _Hearing:
    words = _without_handles(cut(text))
    known = dict(known_names(names))
    spoken = spoken_names(text, words, known, lexicon.is_phrase)
    hearing = _Hearing(text, names, lexicon, words, known, spoken)
    for sentence in sentences(words):
        hearing.lines.extend(_lines(hearing, sentence.words, asks=sentence.asks))
    return hearing


def _without_handles(words: list[Word]) -> list[Word]:
    """Words without the handles that Slack writes as <@U0123>."""
    kept: list[Word] = []
    for position, word in enumerate(words):
        is_handle = position > 1 and words[position - 1].key == "@" and words[position - 2].key == "<"
        if not is_handle:
            kept.append(word)
    return kept


def _lines(hearing: _Hearing, words: tuple[Word, ...], *, asks: bool) -> Iterator[_Line]:
    """A sentence as one line, or as two where a question is tied to a statement by a comma."""
    for position in range(len(words) - 1, 0, -1):
        if words[position].key not in _SPLICES or len(words) > _CUES_READ:
            continue
        right = _line(hearing, words[position + 1 :], asks=True)
        if right is None or not right.keys or right.keys[after_opening(right.keys)] not in _ASKING:
            continue
        left = _line(hearing, words[:position], asks=False)
        if left and right.cue and right.cue.kind is not _K.OPEN_QUESTION and _is_statement(hearing, left):
            yield left
            yield right
            return
    line = _line(hearing, words, asks=asks)
    if line is not None:
        yield line


def _is_statement(hearing: _Hearing, line: _Line) -> bool:
    return bool(statements(line.words, hearing.lexicon.vocabulary, _stretches(hearing)))


def _line(hearing: _Hearing, words: Sequence[Word], *, asks: bool) -> _Line | None:
    tokens = tokens_of(words, hearing.spoken, speller().mend)
    if not tokens:
        return None
    line = _Line(tuple(words), tuple(tokens), asks)
    if len(tokens) > _CUES_READ:
        return line
    return _Line(line.words, line.tokens, asks, _cue(hearing, line))


def _cue(hearing: _Hearing, line: _Line) -> Cue | None:
    why = asks_why(line.keys)
    if why is None:
        return cue_of(line.keys, lambda begin, end: _may_be_account(hearing, line, begin, end))
    account = _whose_verdict(hearing, line, why)
    rest = [key for at, key in enumerate(line.keys) if at >= why and not (account and account[0] <= at < account[1])]
    kind = _K.WHY if is_about_verdict(rest) else _K.OPEN_QUESTION
    return Cue(kind, why - 1, account)


def _whose_verdict(hearing: _Hearing, line: _Line, begin: int) -> tuple[int, int] | None:
    """The words behind a "why" that stand for an account; an everyday word does so right behind the verb only."""
    for at in range(begin, len(line.tokens)):
        for end in range(min(at + _LONGEST_UNKNOWN, len(line.tokens)), at, -1):
            if line.keys[at] in PRONOUNS or line.keys[at] == "the" or not _may_be_account(hearing, line, at, end):
                continue
            if line.keys[at] not in COMMON_WORDS or (at and line.keys[at - 1] in ("is", "are", "was", "chase", "pursue")):
                return at, end
    return None


def _may_be_account(hearing: _Hearing, line: _Line, begin: int, end: int) -> bool:
    """Whether words of a line may stand for an account."""
    if begin == end:
        return True
    inner = [token for token in line.tokens[begin:end] if token.key not in _AROUND_NAME]
    keys = [token.key for token in inner]
    if "@" in keys:
        return keys == ["@"]
    if not keys:
        return line.tokens[end - 1].key in ("account", "company", "deal", "prospect", "one", "this", "that", "opportunity")
    if len(keys) == 1 and keys[0] in PRONOUNS:
        return True
    if lookup(hearing.text[line.tokens[begin].start : line.tokens[end - 1].end], hearing.known):
        return end - begin > 1 or not _is_bare_letter(keys[0])
    return _may_be_unknown(hearing, inner)


def _is_bare_letter(key: str) -> bool:
    return len(key) == 1 and key in "abcd"


def _may_be_unknown(hearing: _Hearing, tokens: Sequence[Token]) -> bool:
    """Whether words look like a name that nobody here knows: none of them says anything else."""
    if len(tokens) > _LONGEST_UNKNOWN:
        return False
    first, last = tokens[0].key, tokens[-1].key
    plain = any(key in COMMON_WORDS or not key.isalnum() or key.isdigit() for key in (first, last))
    if plain or (len(tokens) == 1 and len(first) < _SHORTEST_UNKNOWN):
        return False
    words = [word for word in hearing.words if tokens[0].start <= word.start < tokens[-1].end and not word.is_mark]
    return not any(hearing.lexicon.is_phrase(words[at : at + 1]) for at in range(len(words))) and not (
        hearing.lexicon.is_phrase(words)
    )


def _stretches(hearing: _Hearing) -> list[Stretch]:
    return [(each.start, each.end) for each in hearing.spoken if not each.is_everyday]


# --- what is asked for ------------------------------------------------------------------------------------------------


def _asked_for(hearing: _Hearing) -> tuple[RequestKind | None, _Line | None]:
    """What the message asks for, and the line that does; nothing where it only states something, or neither."""
    keys = [key for line in hearing.lines for key in line.keys]
    if not keys or is_steering(keys):
        return _K.UNKNOWN, None
    if is_greeting(keys):
        return _K.GREETING, None
    if asks_for_help(keys):
        return _K.HELP, None
    if is_meddling(keys) and not hearing.lines[0].asks:
        return _K.UNKNOWN, None
    asking = [line for line in hearing.lines if line.cue is not None and not _only_states(hearing, line)]
    for line in asking:
        if line.cue and line.cue.kind is not _K.OPEN_QUESTION:
            return _settled(line, line.cue), line
    bare = _bare_name(hearing) or _call_to_come(hearing)
    if bare is not None:
        return bare
    return (_K.OPEN_QUESTION, asking[0]) if asking else (None, None)


def _settled(line: _Line, cue: Cue) -> RequestKind:
    """The kind of a cue, where its sentence does not make it another one."""
    if cue.kind is _K.LOG_GAP and line.asks:
        return _K.OPEN_QUESTION
    names_one = "@" in line.keys
    if cue.kind is _K.SHOW_ICP and names_one:
        return _K.FIT_QUESTION
    if cue.kind is _K.WORK_LIST and names_one:
        return _K.NEXT_QUESTION
    return cue.kind


def _only_states(hearing: _Hearing, line: _Line) -> bool:
    """Whether a line that sounds like a request states something instead: "acme is our ideal customer, 120 people"."""
    if line.asks or line.cue is None or line.cue.kind in _ORDERS:
        return False
    begins_to_ask = line.keys[after_opening(line.keys)] in _ASKING
    return not begins_to_ask and _is_statement(hearing, line)


def _bare_name(hearing: _Hearing) -> tuple[RequestKind, _Line] | None:
    """A message that is nothing but a name: with a question mark it asks for the fit, without one for the account."""
    named = [line for line in hearing.lines if not all(key in COMMON_WORDS for key in line.keys)] or hearing.lines
    if len(named) != 1:
        return None
    line = named[0]
    begin = after_opening(line.keys)
    whole = _may_be_account(hearing, line, begin, len(line.tokens)) and line.keys[begin] not in PRONOUNS
    if not whole or (line.keys[begin:] != ["@"] and not _is_known(hearing, line, begin)):
        return None
    kind = _K.FIT_QUESTION if line.asks else _K.SHOW_ACCOUNT
    return kind, _Line(line.words, line.tokens, line.asks, Cue(kind, begin, (begin, len(line.tokens))))


def _call_to_come(hearing: _Hearing) -> tuple[RequestKind, _Line] | None:
    """A message about a call at a time to come and about nothing else."""
    if moment_in(hearing.text) is None:
        return None
    for line in hearing.lines:
        cue = announces_call(line.keys, lambda begin, end: begin < end and _may_be_account(hearing, line, begin, end))
        if cue is not None and not _is_statement(hearing, line):
            return cue.kind, _Line(line.words, line.tokens, line.asks, cue)
    return None


def _is_known(hearing: _Hearing, line: _Line, begin: int) -> bool:
    said = hearing.text[line.tokens[begin].start : line.tokens[-1].end]
    return not isinstance(resolve(hearing.names, said), Nobody) and not hearing.lexicon.is_phrase(line.words)


def _otherwise(hearing: _Hearing, mention: Mention[N] | None) -> RequestKind:
    """The kind of a message that neither asks for anything known nor states anything."""
    words = sum(len(line.tokens) for line in hearing.lines)
    asks = any(line.asks for line in hearing.lines)
    return _K.OPEN_QUESTION if asks and (words > 1 or mention is not None) else _K.UNKNOWN


# --- which account ----------------------------------------------------------------------------------------------------


def _mentioned(hearing: _Hearing, line: _Line | None, names: Sequence[N]) -> Mention[N] | None:
    """The account that the message speaks of: in the place that the wording has for one, or anywhere."""
    if line is not None and line.cue is not None and line.cue.account is not None:
        begin, end = line.cue.account
        tokens = [token for token in line.tokens[begin:end] if token.key not in _AROUND_NAME]
        keys = [token.key for token in tokens]
        if tokens and not (len(keys) == 1 and keys[0] in PRONOUNS):
            return _resolved(hearing.text[tokens[0].start : tokens[-1].end], names)
    return _named_anywhere(hearing, names)


def _resolved(said: str, names: Sequence[N]) -> Mention[N]:
    meant = resolve(names, said)
    if isinstance(meant, Nobody) and " and " in said:
        meant = resolve(names, said.replace(" and ", " & "))
    is_plural = isinstance(meant, Nobody) and said.endswith("s")
    return Mention(said, resolve(names, said[:-1]) if is_plural else meant)


def _named_anywhere(hearing: _Hearing, names: Sequence[N]) -> Mention[N] | None:
    """The one account that is named outside of any place for a name, if it is what the message is about."""
    said = {
        hearing.text[each.start : each.end].casefold(): each for each in hearing.spoken if _is_topic(hearing, each)
    }
    if len(said) != 1:
        return None
    each = next(iter(said.values()))
    return _resolved(hearing.text[each.start : each.end], names)


def _is_topic(hearing: _Hearing, spoken: Spoken) -> bool:
    """Whether a name is what a sentence is about, and not something compared with or used by somebody."""
    if spoken.is_everyday:
        return False
    line = next((line for line in hearing.lines if line.start <= spoken.start < line.end), None)
    if line is None:
        return False
    at = next((at for at, token in enumerate(line.tokens) if token.start == spoken.start), 0)
    before = line.keys[max(0, at - 3) : at]
    if line.asks or line.cue is not None:
        return not (before and before[-1] in ("than", "like", "unlike", "vs", "versus"))
    told_to = len(before) > 1 and before[-1] == "to" and before[-2] in ("talked", "spoke", "talking", "spoken", "speaking")
    compared = bool(before) and before[-1] in _COMPARED and not told_to
    used = bool(before) and before[-1] in _USED
    states = any(key in BEING or key in HAVING or key in USING for key in before)
    return not (compared or used or (states and not _SUBJECT_WORDS.isdisjoint(before)))


def _subject(hearing: _Hearing, names: Sequence[N]) -> Mention[N] | None:
    """The account that a statement is about, by where its name stands: "initech has ...", "talked to initech"."""
    if any(_is_topic(hearing, each) for each in hearing.spoken):
        return None
    for line in hearing.lines:
        place = _subject_place(hearing, line)
        if place is not None:
            return _resolved(hearing.text[line.tokens[place[0]].start : line.tokens[place[1] - 1].end], names)
    return None


def _subject_place(hearing: _Hearing, line: _Line) -> tuple[int, int] | None:
    begin = after_opening(line.keys)
    for end in range(min(begin + _LONGEST_UNKNOWN, len(line.tokens) - 1), begin, -1):
        verb = line.keys[end]
        is_verb = verb in BEING or verb in HAVING or verb in USING or verb in ("said", "says", "told")
        while end - 1 > begin and line.keys[end - 1] in _BEFORE_VERB:
            end -= 1
        if is_verb and _stands_for(hearing, line, begin, end):
            return begin, end
    found = introduced(line.keys, lambda at, end: at < end and _stands_for(hearing, line, at, end))
    return found


def _stands_for(hearing: _Hearing, line: _Line, begin: int, end: int) -> bool:
    """Whether words are a name and neither a pronoun nor a phrase of the pack."""
    tokens = line.tokens[begin:end]
    if any(token.key in _AROUND_NAME or token.key in PRONOUNS for token in tokens):
        return False
    words = [word for word in line.words if tokens[0].start <= word.start < tokens[-1].end]
    return _may_be_account(hearing, line, begin, end) and not hearing.lexicon.is_phrase(words)


def _placed(kind: RequestKind, mention: Mention[N] | None, context: N | None) -> Mention[N] | None:
    """The mention that fits a kind: none for a kind about all, the account last talked about where none is named."""
    if kind in _ABOUT_ALL:
        return None
    if mention is None and kind in _ABOUT_ONE and context is not None:
        return Mention("", Found(context, exact=True))
    return mention


# --- what is stated ---------------------------------------------------------------------------------------------------


def _stated(
    hearing: _Hearing, kind: RequestKind | None, asking: _Line | None, mention: Mention[N] | None
) -> list[Stated]:
    """What the lines that ask nothing state about the one account that is spoken of."""
    names = {hearing.text[each.start : each.end].casefold() for each in hearing.spoken if not each.is_everyday}
    if kind is _K.UNKNOWN or len(names) > 1:
        return []
    subject = _stretches(hearing)
    if mention is not None and mention.said:
        subject.append(_stretch_of(hearing, mention.said))
    for line in hearing.lines:
        if place := _subject_place(hearing, line):
            subject.append((line.tokens[place[0]].start, line.tokens[place[1] - 1].end))
    found: list[Stated] = []
    for line in hearing.lines:
        skipped = line.asks or (line is asking and kind in (_K.LOG_GAP, _K.BRIEFING))
        if not skipped:
            found.extend(statements(line.words, hearing.lexicon.vocabulary, subject))
    return found


def _stretch_of(hearing: _Hearing, said: str) -> Stretch:
    start = hearing.text.find(said)
    return start, start + len(said)


def _tells(stated: Sequence[Stated]) -> bool:
    """Whether anything of what is stated could be told."""
    return any(each.why is None for each in stated)
