"""Framework: which qualification framework a message speaks of, as "qualify Acme with MEDDIC" and "is Acme an SQL?" do.

A name that is also an ordinary word, and SQL, which is a language too, count only where the words around them speak of
qualifying. So does a name with a slip of the finger in it. Of two frameworks in one message neither is meant for sure.
"""

from collections.abc import Iterator, Sequence

from bot.core.framework import frameworks_of
from bot.core.language.common import COMMON_WORDS
from bot.core.language.spelling import Speller
from bot.core.language.words import LONGEST_TEXT, cut
from bot.core.pack import Pack
from bot.core.qualification import MQL, SQL, Framework

Keys = tuple[str, ...]

_ALSO: dict[str, tuple[Keys, ...]] = {
    MQL.id: (("marketing", "qualified"), ("marketing", "ready")),
    SQL.id: (("sales", "qualified"), ("sales", "ready")),
}
_QUALIFYING = frozenset({
    "qualify", "qualifies", "qualified", "qualifying", "qualification", "framework", "interview", "discovery",
    "checklist",
})  # fmt: skip
_DATA = frozenset({
    "server", "database", "databases", "db", "query", "queries", "injection", "warehouse", "stack", "backend", "data",
    "language", "lite", "dialect", "reporting", "reports", "use", "uses", "using", "used", "runs", "writes", "knows",
})  # fmt: skip
"""Words beside which SQL is the language."""
_ARTICLES = frozenset({"a", "an", "as"})
_IS = frozenset({"is", "are"})
_FOLLOWS = frozenset({"status", "stage", "criteria", "ready", "yet", "already"})
_FOLLOWS_FIRST = _FOLLOWS | {"for", "at", "check", "?"}
_SHORTEST = 4


def framework_in(text: str, pack: Pack) -> str | None:
    """The id of the framework that a message speaks of; None where it speaks of none, or of several."""
    if len(text) > LONGEST_TEXT:
        return None
    keys = tuple(word.key for word in cut(text) if word.key not in ("-", "_", '"', "'"))
    frameworks = frameworks_of(pack)
    found = {each.id for each in frameworks if any(_is_said(each, name, keys) for name in _names(each, pack))}
    if not found:
        found = set(_mended(frameworks, keys))
    return found.pop() if len(found) == 1 else None


def _names(framework: Framework, pack: Pack) -> Iterator[Keys]:
    """What a framework is called: its id and title, also without the pack's own name in front."""
    for written in (framework.id, framework.title):
        name = tuple(word.key for word in cut(written) if not word.is_mark)
        if name:
            yield name
        if len(name) > 1 and name[0] == pack.name.casefold():
            yield name[1:]
    yield from _ALSO.get(framework.id, ())


def _is_said(framework: Framework, name: Keys, keys: Keys) -> bool:
    """Whether a name stands in a message and means the framework there."""
    for at in range(len(keys) - len(name) + 1):
        if keys[at : at + len(name)] != name:
            continue
        around = (*keys[:at], *keys[at + len(name) :])
        if name == (SQL.id,):
            return _is_qualified(keys, at, around)
        if framework.id in _ALSO or not COMMON_WORDS.issuperset(name) or _speaks_of_it(around):
            return True
    return False


def _is_qualified(keys: Keys, at: int, around: Keys) -> bool:
    """Whether SQL means sales qualified: "an SQL", "SQL for Acme", "is Acme SQL?", "qualify Acme by SQL"."""
    if not _DATA.isdisjoint(around):
        return False
    before, after = keys[at - 1 : at], keys[at + 1 : at + 2]
    is_asked = keys[0] in _IS and not set(after) - {"?"}
    return (
        _speaks_of_it(around)
        or not _ARTICLES.isdisjoint(before)
        or not (_FOLLOWS if at else _FOLLOWS_FIRST).isdisjoint(after)
        or is_asked
    )


def _speaks_of_it(around: Sequence[str]) -> bool:
    return not _QUALIFYING.isdisjoint(around)


def _mended(frameworks: Sequence[Framework], keys: Keys) -> Iterator[str]:
    """The frameworks whose names somebody mistyped where they speak of qualifying."""
    if not _speaks_of_it(keys):
        return
    ids = {each.id.casefold(): each.id for each in frameworks}
    speller = Speller(ids, shortest=_SHORTEST)
    yield from (ids[mended] for key in keys if (mended := speller.mend(key)) in ids)
