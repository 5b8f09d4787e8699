"""Padding: words around an answer that say nothing of it, or only how sure of it somebody is.

"Hmm its 45 now, thx" is "45 now", and "they use HubSpot i guess" is "they use HubSpot" of somebody who is not certain.
Only what stands at either end is taken off, and only words that cannot turn what is left around; whoever reads the
rest decides what a doubt does to it.
"""

import re
from enum import IntEnum
from typing import NamedTuple

from bot.core.language.clause import NEGATORS
from bot.core.language.words import cut, keys


class Sureness(IntEnum):
    """How sure somebody is of an answer."""

    SURE = 0
    BELIEVED = 1
    """It is what they think: "i think", "i guess", "from memory"."""
    GUESSED = 2
    """It is one that may be: "maybe", "could be", with a question mark."""


class Bare(NamedTuple):
    """An answer without the words around it."""

    text: str
    sureness: Sureness


_SAYS = (
    r"(?:(?:last )?(?:s?he|they|the (?:ceo|cfo|cto|coo|cro|owner|founder|champion|rep)) (?:said|says|told (?:me|us)))"
)
_THINKS = (
    r"(?:(?:i|we|s?he) )?(?:(?:just|kinda) )?(?:think(?:s)?|thought|guess(?:es)?|believe[sd]?|reckon[s]?|assume[sd]?"
    r"|suspect|heard|recall|gather)"
)
_OR_GUESS = (
    r"i (?:wanna|want to) say|(?:i|we)(?:['’]?d| would) ?(?:guess|reckon|assume|think|bet|imagine|say)"
    r"|(?:just )?(?:my|a|our)(?: (?:best|rough|wild))? guess"
)
_KNOWS = (
    r"(?:afaik|iirc|afair|imo|imho|if i (?:remember|recall)(?: (?:right|correctly))?"
    r"|(?:from|off)(?: the top of)? (?:my )?(?:memory|head)"
    r"|(?:as far as|from what) (?:i|we) (?:know|can (?:tell|see)|heard|saw|gathered|understand|understood)"
    r"|last (?:time )?i (?:checked|heard|looked)|(?:it )?(?:looks|sounds|seems) like(?: it)?|apparently"
    r"|supposedly|presumably|don['’]?t quote me(?: on (?:that|it))?)"
)
_NOT_SURE = (
    r"(?:(?:i['’]?m|i am) )?(?:not (?:(?:really|quite|totally|entirely|exactly|too|so|100%?|super|sure) )*"
    r"(?:sure|certain|positive)|unsure)(?: (?:tbh|though|tho|yet|exactly))?"
)
_MAYBE = (
    r"(?:maybe|perhaps|possibly|probabl[ye]|prob|probs|prolly|most likely|likely|(?:it )?(?:could|might|may|must) be"
    r"|more or less|pretty much|(?:(?:an?|some) )?(?:kind|sort) ?of(?: an?)?|kinda|sorta)"
)
_PLAIN_BEFORE = (
    rf"(?:hm+|um+|uh+|er+m?|ah+|oh+|well|so|ok(?:ay)?|k|alright|right|yo|hey|hi|look|honestly|tbh|basically|"
    rf"essentially|"
    rf"actually|frankly|btw|fyi|it['’]?s|it is|its|that['’]?s|thats|that would be|that['’]?d be|"
    rf"let['’]?s say|lets say|say|{_SAYS}(?: (?:that|it['’]?s|its|they|they['’]?re))?)"
)
_PLAIN_AFTER = (
    rf"(?:tbh|lol|haha+|hehe|thx|thanks?(?: (?:a lot|you|so much))?|ty|cheers|btw|fyi|atm|rn|man|mate|imo|"
    rf"for sure|basically|essentially|actually|honestly|frankly|really|obviously|though|tho|anyway|why not|"
    rf"i must say|{_SAYS}|"
    rf"(?:(?:according to|per|on|from) (?:linked ?in|their (?:web)?site|crunchbase|the web(?:site)?)))"
)
_PLAIN_AROUND_NUMBER = (
    r"(?:give or take(?: a (?:few|bit))?|or so|or thereabouts|or something(?: like that)?|ish|roughly)"
)
_BELIEVES = rf"(?:{_THINKS}|{_OR_GUESS}|{_KNOWS})"
_BEFORE = tuple(
    (re.compile(rf"(?:{pattern})(?:[\s,.:;!…-]+|(?=\s*[~≈<>]))(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL), sureness)
    for pattern, sureness in (
        (_PLAIN_BEFORE, Sureness.SURE),
        (rf"{_BELIEVES}(?: (?:that|it['’]?s|its))?", Sureness.BELIEVED),
        (rf"{_NOT_SURE}(?:[\s,]+but)?|{_MAYBE}", Sureness.GUESSED),
    )
)
_AFTER = tuple(
    (re.compile(rf"(?P<rest>.*?\S)(?:\s*[,.;:(…-]+\s*|\s+)(?:{pattern})[\s).!…]*", re.IGNORECASE | re.DOTALL), sureness)
    for pattern, sureness in (
        (_PLAIN_AFTER, Sureness.SURE),
        (_BELIEVES, Sureness.BELIEVED),
        (rf"(?:but )?(?:{_NOT_SURE})|{_MAYBE}", Sureness.GUESSED),
    )
)
_AFTER_NUMBER = re.compile(rf"(?P<rest>.*\d[^\s,]*)\s*,?\s*{_PLAIN_AROUND_NUMBER}[\s.!]*", re.IGNORECASE | re.DOTALL)
_ASKED = re.compile(r"(?P<rest>.*[^\s?？])\s*[?？]+\s*", re.DOTALL)
_COUPLE = re.compile(
    r"\b(?:a )?couple(?: of)? (?=(?:hundred|thousand|million|mil+|k|months?|years?|yrs?)\b)", re.IGNORECASE
)
"""What people say for two or so, and for a few."""
_LONGEST = 200
"""Characters; a longer reply tells a story, and its ends say little of the rest."""
_TURNED = NEGATORS | {"nobody", "noone", "doubt", "hardly", "wrong"}
"""Before a "he said" or "i think" they deny it: "nobody i think"."""


def without_padding(text: str) -> Bare | None:
    """What is left of an answer without the words at its ends that say nothing of it; None where there are none.

    Args:
        text: the reply to a question.
    """
    begun = left = " ".join(text.split())
    sureness = Sureness.SURE
    if len(begun) > _LONGEST:
        return None
    while (shorter := _shorter(left)) is not None:
        left, sureness = shorter.text, max(sureness, shorter.sureness)
    paired = _COUPLE.sub("2 ", left)
    if paired != left:
        left, sureness = paired, Sureness.GUESSED
    return Bare(left, sureness) if left != begun else None


def _shorter(text: str) -> Bare | None:
    """A text without one of its paddings."""
    for pattern, sureness in _BEFORE:
        if found := pattern.fullmatch(text):
            return Bare(found["rest"], sureness)
    for pattern, sureness in _AFTER:
        if (found := pattern.fullmatch(text)) and not _is_part_of_it(found["rest"]):
            return Bare(found["rest"], sureness)
    if asked := _ASKED.fullmatch(text):
        return Bare(asked["rest"], Sureness.GUESSED)
    found = _AFTER_NUMBER.fullmatch(text)
    return Bare(found["rest"], Sureness.SURE) if found else None


def _is_part_of_it(rest: str) -> bool:
    """Whether the last word before a padding denies it, or leaves it as its object: "not really", "what i heard"."""
    last = keys(cut(rest))[-1:]
    return not last or last[0] in _TURNED | {"what", "than", "as", "like", "did", "do", "does", "who", "and", "or"}
