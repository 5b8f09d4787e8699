"""Stranger: whom a message is about to meet in words that name no buyer role of the pack: "with the janitor"."""

import re
from collections.abc import Iterable

from bot.core.language.setting import Scene, moment_in
from bot.core.language.words import cut, keys
from bot.core.pack import Pack
from bot.core.wording import listed

_WORD = r"[^\W\d_](?:[\w'’&/-]*\w)?"
_MET = re.compile(
    rf"(?<![\w-])(?:with|w/|meet(?:ing)?(?:\s+with)?)\s*\b(?:(?:the|an?|their|its|our|his|her)\s+)?"
    rf"(?P<role>{_WORD}(?:\s+(?:of\s+)?{_WORD}){{0,3}}?)"
    r"(?=\s*(?:$|[^\w\s]|(?:in|at|on|and|or|before|after|for|ahead|during|by|about|to|who|please|pls|now|asap|\d)\b))",
    re.IGNORECASE,
)
_NOBODY = frozenset({
    "a", "account", "all", "anybody", "anyone", "assets", "call", "care", "client", "company", "content", "context",
    "customer", "data", "deal", "demo", "details", "every", "everybody", "everyone", "everything", "examples",
    "facts", "focus", "group", "guys", "he", "her", "him", "it", "links", "me", "meeting", "more", "numbers", "one",
    "people", "person", "prospect", "questions", "quotes", "regard", "regards", "she", "someone", "somebody",
    "sources", "team", "that", "them", "then", "these", "they", "this", "those", "us", "what", "whom", "you",
})  # fmt: skip
"""Words behind "with" that say nothing of a role."""


def stranger_in(text: str, scene: Scene, names: Iterable[str] = ()) -> str | None:
    """Whom a text says one meets, where no buyer role is called so; None where it says nothing of the kind.

    Args:
        text: what was said.
        scene: the words of the pack for its personas.
        names: what the account is called: one may meet with an account as well.
    """
    when = moment_in(text)
    said = text if when is None else text.replace(when, ", ", 1)
    besides = _NOBODY.union(*(keys(cut(name)) for name in names))
    for met in _MET.finditer(said):
        words = cut(met["role"])
        known = any(scene.personas.longest(words, position) for position in range(len(words)))
        if not known and besides.isdisjoint(keys(words)):
            return " ".join(met["role"].split())
    return None


def stranger_words(said: str, pack: Pack) -> str:
    """That no buyer role is called so, and which there are."""
    titles = [persona.title for persona in pack.personas]
    there = f"say {listed(titles)}" if titles else "this pack describes no buyer roles"
    return f"No persona is called {said}; {there}."
