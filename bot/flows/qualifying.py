"""Qualifying: questions that name a framework: "is Acme an MQL?", "how does Acme stand on BANT?", "BANT for Acme".

What is left of the message without the framework and the words around it is the account; nothing, or a pronoun, means
the one last talked about. An account whose name is a framework's stays reachable: the name alone is the account.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.framework import framework_named
from bot.core.language.common import COMMON_WORDS
from bot.core.language.framework import framework_in
from bot.core.language.words import cut
from bot.core.naming import Found, Nobody, Several, resolve
from bot.core.request import Request, RequestKind
from bot.flows.desk import Desk
from bot.flows.outcome import Choose, Memory, NotFound, Response, WhichAccount
from bot.flows.qualification import qualification_of
from bot.ports import KnownName

_ASKING = frozenset({
    RequestKind.OPEN_QUESTION, RequestKind.UNKNOWN, RequestKind.NEXT_QUESTION, RequestKind.FIT_QUESTION,
    RequestKind.SHOW_ACCOUNT, RequestKind.WHY, RequestKind.WHAT_WOULD_IT_TAKE,
})  # fmt: skip
_AROUND = frozenset({
    "'s", "a", "about", "account", "against", "along", "already", "an", "and", "any", "are", "as", "ask", "at",
    "by", "can", "check", "checklist", "company", "could", "criteria", "deal", "did", "do", "does", "doing",
    "enough", "evaluate", "far", "fika", "for", "framework", "fulfil", "fulfill", "get", "give", "good", "got",
    "he", "hey", "hi", "how", "i", "in", "is", "it", "item", "items", "its", "left", "like", "look", "looks",
    "marketing", "me", "meet", "meets", "met", "missing", "my", "need", "needed", "needs", "next", "not", "now",
    "of", "ok", "on", "open", "or", "our", "overlay", "pass", "passes", "please", "qualification", "qualified",
    "qualifies", "qualify", "question", "rate", "rated", "ready", "regarding", "right", "run", "sales", "score",
    "scores", "see", "she", "should", "show", "so", "stand", "standing", "stands", "state", "status", "still",
    "tell", "terms", "that", "the", "their", "them", "they", "this", "to", "today", "under", "up", "us", "view",
    "was", "we", "what", "where", "which", "why", "with", "would", "yet", "you",
})  # fmt: skip
"""What stands around a framework and an account in a question about both."""
_DEFINES = re.compile(
    r"\s*(?:what(?:'s|\s+is|\s+does|\s+are)|define|explain|meaning\s+of|who\s+invented|"
    r"why\s+(?:do|should)\s+(?:we|i)\s+use)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 5
"""Words."""
_PRONOUNS = frozenset({"it", "they", "them", "this", "that", "their", "its"})


def framework_asked(
    request: Request[KnownName], memory: Memory, names: Sequence[KnownName], desk: Desk
) -> Response | None:
    """How an account stands against the framework that a message names; None where it asks for nothing of the kind.

    Args:
        request: the message, as the rules understand it.
        memory: what the last response left.
        names: every name of every account.
        desk: where it is asked.

    Raises:
        StateUnavailable: the state cannot be read.
    """
    framework = framework_in(request.text, desk.pack)
    if framework is None or request.kind not in _ASKING or request.readings:
        return None
    words = _names_of(framework, desk)
    said = _account_in(request.text, words)
    if not said and request.account is not None and isinstance(request.account.meant, Found) and request.account.said:
        return None  # the only name is the framework's, and an account goes by it
    if not said:
        return _of_the_last(request.text, framework, memory, desk)
    meant = resolve(names, said)
    if isinstance(meant, Several):
        return Response(Choose(said, meant.choices), replace(memory, offered=meant.choices, waiting=request.text))
    if isinstance(meant, Found):
        outcome = qualification_of(meant.named.account_id, framework, desk)
        return Response(outcome, Memory(meant.named.account_id), None if meant.exact else meant.named)
    is_name = any(word.key not in COMMON_WORDS for word in cut(said)) and len(said.split()) <= _LONGEST_NAME
    return Response(NotFound(said, meant.nearest), memory) if is_name and isinstance(meant, Nobody) else None


def framework_asked_about(text: str, account_id: int, kind: RequestKind, desk: Desk) -> Response | None:
    """The same about an account that the person chose, whichever name the message says."""
    framework = framework_in(text, desk.pack)
    if framework is None or kind not in _ASKING:
        return None
    return Response(qualification_of(account_id, framework, desk), Memory(account_id))


def _of_the_last(text: str, framework: str, memory: Memory, desk: Desk) -> Response | None:
    has_pronoun = any(word.key in _PRONOUNS for word in cut(text))
    if _DEFINES.match(text) and not has_pronoun and "missing" not in text.casefold():
        return None
    if memory.account_id is None:
        return Response(WhichAccount(), memory)
    return Response(qualification_of(memory.account_id, framework, desk), Memory(memory.account_id))


def _names_of(framework: str, desk: Desk) -> frozenset[str]:
    """The words of a framework's names; its own are no account's."""
    named = framework_named(desk.pack, framework)
    return frozenset(word.key for name in (named.id, named.title) for word in cut(name))


def _account_in(text: str, framework: frozenset[str]) -> str:
    """What is left of a message without the framework and the words around it, as one stretch."""
    kept = [word for word in cut(text) if not word.is_mark or word.key in ("&", "-")]
    while kept and (kept[0].key in _AROUND | framework or kept[0].is_mark):
        kept.pop(0)
    while kept and (kept[-1].key in _AROUND | framework or kept[-1].is_mark):
        kept.pop()
    inside = next((at for at, word in enumerate(kept) if word.key in _AROUND | framework), None)
    kept = kept if inside is None else kept[:inside]
    return text[kept[0].start : kept[-1].end] if kept else ""
