"""Moves in words: what a person says to an interview that is no answer: "skip", "go back", "hand it to Kim".

Only whole messages are moves. A word of them inside an answer is part of the answer.
"""

import re
from collections.abc import Iterator, Mapping

from bot.core.move import Accept, Back, Decline, DontKnow, GoOn, HandOver, Move, Pause, Resume, Same, Skip, Stop

_WORDS: Mapping[Move, tuple[str, ...]] = {
    Skip(): (
        "skip", "skip it", "skip that", "skip this", "skip this one", "skip that one", "skip this question",
        "skip the question", "skip that question", "pass", "pass on this one", "pass on that", "next", "next one",
        "next question", "the next one", "move on", "ask me another", "another one", "another question", "keep",
        "keep it", "leave it", "leave it as it is", "leave it open", "not now", "ask me later", "later",
        "ask me something else", "come back to it later", "come back to that later", "come back to this later",
    ),
    DontKnow(): (
        "don't know", "dont know", "i don't know", "i dont know", "do not know", "i do not know", "no idea", "no clue",
        "dunno", "idk", "not sure", "i'm not sure", "im not sure", "unsure", "unknown", "not known", "can't say",
        "cant say", "cannot say", "nobody knows", "they didn't say", "they didnt say", "they did not say",
        "didn't say", "didnt say", "haven't asked", "havent asked", "didn't ask", "didnt ask", "no info", "?", "??",
        "tbd", "n/a", "na", "beats me", "hard to say", "we don't know", "we dont know", "not yet known",
        "they wouldn't say", "they wouldnt say", "wouldn't say", "couldn't say", "couldnt say", "they won't say",
        "couldn't find out", "couldnt find out", "they don't know", "they dont know", "who knows", "no one knows",
        "don't know that", "i don't know that", "don't know that one", "haven't got a clue", "not a clue",
        "can't tell", "i can't tell", "cannot tell", "not sure about that", "not sure about that one", "never asked",
        "not disclosed", "undisclosed",
        "i'll ask", "i'll ask them", "i will ask", "i will ask them", "will ask", "i'll find out", "i will find out",
        "will find out", "need to ask", "have to ask", "i need to ask", "i have to ask", "need to check", "i'll check",
        "i need to check", "have to check", "let me check", "let me ask", "will check", "i'd have to ask",
        "i would have to ask",
    ),
    Back(): (
        "back", "go back", "one back", "go one back", "go back one", "previous", "previous one", "previous question",
        "the previous question", "the one before", "back one", "back up", "step back", "go back a question",
        "go back one question", "go to the previous question", "back to the previous question",
    ),
    Pause(): (
        "pause", "pause it", "pause this", "pause that", "pause the interview", "pause the questions", "hold on",
        "take a break", "park it", "park this", "continue later",
        "go on later", "let's continue later", "lets continue later", "let's pause", "lets pause", "gotta go",
        "got to go", "brb", "continue tomorrow", "let's continue tomorrow", "go on tomorrow", "i have to go",
        "need to go",
    ),
    Resume(): (
        "resume", "continue", "carry on", "go on", "let's go on", "lets go on", "let's continue", "lets continue",
        "unpause", "where were we", "pick up where we left off", "keep going", "resume it", "resume this",
        "resume the interview", "continue the interview", "go on with it", "back to the questions",
    ),
    Stop(): (
        "stop", "stop it", "stop this", "end", "end it", "end this", "finish", "finished", "done", "i'm done",
        "im done", "that's it", "thats it", "that's all", "thats all", "enough", "cancel", "abort", "stop asking",
        "no more questions", "stop the questions", "stop the interview", "end the interview", "exit",
        "stop asking me", "stop asking questions", "stop there", "call it a day", "leave it there", "enough questions",
        "that's enough", "thats enough", "i'm good", "im good", "we're done", "we are done", "cancel it",
        "cancel the interview", "quit the interview",
    ),
    GoOn(): (
        "go on for completeness", "ask the rest", "ask everything", "ask the others", "the rest", "everything",
        "ask them again", "ask the skipped ones", "ask the skipped ones again", "for completeness",
    ),
    Same(): (
        "same", "same as before", "the same", "the same as before", "same as last time", "as before", "as last time",
        "still the same", "unchanged", "no change", "nothing changed", "hasn't changed", "hasnt changed",
        "has not changed", "as it was", "same same", "still true", "still so", "that still holds", "still holds",
    ),
}  # fmt: skip
_MOVES = {words: move for move, each in _WORDS.items() for words in each}
_BEFORE = re.compile(
    r"(?:please|pls|plz|ok(?:ay)?|well|so|hm+|u[mh]+|oh|ah|sorry|actually|honestly|just|and|then|now|fika|"
    r"can we|could we|can you|could you|can i|could i|may i|would you|shall we|should we|let'?s|let us|"
    r"i want to|i'?d like to|i would like to|we should|we can|you can|i think i'?ll|i'?ll)"
    r"(?: |$)"
)
_MAY = re.compile(r"(?:can|could|may|shall|should) (?:we|you|i)\b")
_WHO = r"(?:(?:i|we|they|nobody|no one|he|she|you|it|that|this|the (?:prospect|client|customer|team)) )?"
_NEVER = (
    r"(?:(?:did|do|does|have|has|was|were|could|would|will|can)(?: not|n'?t)|won'?t|can'?t|cannot|never|"
    r"(?:i |we )?forgot to|(?:i |we )?(?:did not|didn'?t) get to)"
)
_LEARNT = (
    r"(?:ask(?:ed)?|know|knew|sure|certain|clear|say|said|tell|told|mention(?:ed)?|discuss(?:ed)?|cover(?:ed)?|"
    r"talk(?:ed)? about|speak about|spoken about|c[oa]me up|get to|gotten to|got to|get that far|get into|find out|"
    r"found out|figured out|check(?:ed)?|share(?:d)?|disclose(?:d)?|remember|recall|hear|heard|touch(?:ed)? on|"
    r"bring (?:it|that) up|brought (?:it|that) up|answer(?:ed)?)"
)
_OBJECT = (
    r"(?: (?:me|us|them|him|her))?(?: (?:that|this|it|either|the answer|that one|this one|about (?:it|that|this)|"
    r"(?:how|what|which|who|whether|their|the) [^\d,;]{1,40}))?"
)
_NO_IDEA = re.compile(
    rf"{_WHO}(?:(?:really|honestly|still|just|also|absolutely|genuinely) )?"
    r"(?:(?:(?:have|has|got|'?ve got)? ?(?:absolutely |really )?no (?:idea|clue|info|information)|good question)|"
    rf"{_NEVER} (?:(?:really|actually|yet|even|exactly|quite|quite|all that) )*{_LEARNT}|"
    r"(?:was|were)(?: not|n'?t) discussed|not (?:discussed|mentioned|covered|asked|shared|clear|disclosed)|"
    r"(?:is |'?s )?(?:unclear|tb[cd]))"
    rf"{_OBJECT}"
)
_SAME_STILL = re.compile(
    r"(?:(?:it(?:'?s| is)|they(?:'?re| are)|that(?:'?s| is)) )?(?:still )?(?:all )?(?:the )?same(?: thing)?"
    r"(?: (?:as|like) (?:before|ever|always|usual|i said(?: before)?|last (?:time|week|month|quarter|year)))?|"
    r"(?:as|like) i (?:already )?(?:said|told you)(?: before| last time)?|"
    r"(?:no change|nothing(?:'?s| has)? (?:new|changed)|(?:it )?has ?n[o']?t changed)"
    r"(?: (?:there|since then|since (?:the )?last (?:time|call|week|month|quarter|year)))?"
)
_AFTER = re.compile(
    r" (?:please|pls|plz|thanks|thank you|thx|sorry|lol|haha|man|mate|tbh|to be honest|honestly|really|here|now|"
    r"right now|for now|for today|today|yet|so far|at the moment|for the moment|at this point|then|i'?m afraid|"
    r"unfortunately|though|actually|myself|either|on that|on this|about that|about this|tomorrow|next time|"
    r"on that one|on this one)$"
)
"""Courtesies and the like around a move, which change nothing about it."""
_TO_FIND_OUT = re.compile(
    r"(?P<first>[^.;:–—-]+?)(?: ?[.;–—-] | but | so )(?:i(?:'?ll| will| can| have to| need to| should)|"
    r"we(?:'?ll| will)|will|let me|need to|have to|gotta|should|please|better|can|try to)? ?"
    r"(?:ask|check|find out|look|get back|follow up|try|see)\b[^\d]*"
)
"""Nobody knows it, and somebody will find out: "not sure yet, will ask them"."""
_YES = frozenset({
    "yes", "y", "yep", "yeah", "yup", "ok", "okay", "sure", "correct", "right", "exactly", "take it", "take that",
    "that's right", "thats right", "that's it", "thats it", "yes please", "yes take it", "please do", "do that", "fine",
    "yes note it", "note it", "note that", "please note it", "yes that's right", "yes thats right", "👍", ":+1:",
    ":thumbsup:", "thumbs up",
})  # fmt: skip
_NO = frozenset({
    "no", "n", "nope", "nah", "wrong", "that's wrong", "thats wrong", "no that's wrong", "don't", "dont", "not that",
    "no don't", "no dont", "no thanks", "no thank you", "👎", ":-1:", ":thumbsdown:", "thumbs down",
})  # fmt: skip
_HAND_OVER = re.compile(
    r"(?:please\s+)?(?:(?:can|could)\s+(?:you|we|i)\s+)?(?:hand\s+(?:(?:it|this|that)\s+)?(?:on|over)|"
    r"hand\s+(?:it|this|that)|pass\s+(?:it|this|that)(?:\s+on|\s+over)?|give\s+(?:it|this|that))"
    r"\s+to\s+(?P<colleague>\S(?:.*\S)?)",
    re.IGNORECASE | re.DOTALL,
)
_TAKES_OVER = re.compile(
    r"(?:can|could|let|may)\s+(?P<colleague>\S(?:.*\S)?)\s+(?:please\s+)?take\s+(?:(?:it|this|that)\s+)?over"
    r"(?:\s+(?:from\s+here|please))?\??",
    re.IGNORECASE,
)
_PLEASE = re.compile(r"[\s,]+(?:please|pls|plz|thanks|thank\s+you)$", re.IGNORECASE)
_NO_COLLEAGUE = re.compile(r"(?:the\s+)?(?:next|end|start|previous|first|last)\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:please\s+)?(?:let\s+me\s+|i\s+want\s+to\s+)?(?:change|edit|correct|fix|redo|ask\s+again\s+about|ask|back\s+to|"
    r"go\s+back\s+to)\s+(?:the\s+|about\s+)?(?P<what>\S(?:.*\S)?)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 300
"""Characters; whatever is longer says more than that."""
_LONGEST_NAME = 4
"""Words of a colleague's name."""


def _plain(text: str) -> str:
    """A message as the fixed phrases are compared with it."""
    plain = " ".join(text.replace("’", "'").replace(",", " ").split()).casefold()
    return plain.rstrip(".!") or plain


def _forms(plain: str) -> Iterator[str]:
    """A message, and what is left of it without the courtesies around it."""
    bare = plain.rstrip("?").strip() if _MAY.match(plain) else plain
    yield bare
    yield from _without_ending(bare)
    while (before := _BEFORE.match(bare)) and before.end() < len(bare):
        bare = bare[before.end() :]
        yield bare
        yield from _without_ending(bare)


def _without_ending(bare: str) -> Iterator[str]:
    while (after := _AFTER.search(bare)) and after.start():
        bare = bare[: after.start()]
        yield bare


def _phrase_in(plain: str) -> Move | None:
    for form in _forms(plain):
        if (move := _MOVES.get(form)) is not None:
            return move
        if _NO_IDEA.fullmatch(form):
            return DontKnow()
        if _SAME_STILL.fullmatch(form):
            return Same()
    return None


def move_in(text: str) -> Move | None:
    """The move that a whole message is; None where it is none, or one that needs to be looked at more closely."""
    if len(text) > _LONGEST:
        return None
    move = _phrase_in(_plain(text)) or _to_find_out(text) or _twice(text)
    if move is not None:
        return DontKnow(text.strip()) if isinstance(move, DontKnow) else move
    return _handed_over(text)


def _twice(text: str) -> Move | None:
    """That nobody knows, said more than once: "no clue, didn't ask"."""
    moves = [_phrase_in(_plain(part)) for part in re.split(r"[,.;!]", text) if part.strip()]
    return DontKnow() if moves and all(isinstance(each, DontKnow) for each in moves) else None


def _to_find_out(text: str) -> Move | None:
    """That nobody knows, said together with who is going to find out."""
    found = _TO_FIND_OUT.fullmatch(" ".join(text.replace("’", "'").replace(",", " - ").split()).casefold())
    move = _phrase_in(_plain(found["first"])) if found is not None else None
    return move if isinstance(move, DontKnow) else None


def _handed_over(text: str) -> Move | None:
    said = _PLEASE.sub("", " ".join(text.split()).rstrip(".!"))
    handed = _HAND_OVER.fullmatch(said) or _TAKES_OVER.fullmatch(said)
    if handed is None or _NO_COLLEAGUE.match(handed["colleague"]) or len(handed["colleague"].split()) > _LONGEST_NAME:
        return None
    return HandOver(handed["colleague"])


def consent_in(text: str) -> Move | None:
    """The yes or the no to a proposal that a whole message is; None where it is neither."""
    plain = _plain(text)
    if plain in _YES:
        return Accept()
    return Decline() if plain in _NO else None


def asked_again(text: str) -> str | None:
    """What a message wants to be asked about again: "change the headcount"; None where it wants nothing of the kind."""
    wanted = _AGAIN.fullmatch(_plain(text))
    return None if wanted is None else wanted["what"]


_COURTESIES = frozenset({
    "ok", "okay", "k", "kk", "fine", "right", "alright", "all right", "cool", "great", "nice", "good", "perfect",
    "got it", "understood", "i see", "noted", "awesome", "no thanks", "no thank you", "👍", ":+1:", ":thumbsup:",
})  # fmt: skip
_CHANGED = re.compile(
    r"(?:please\s+)?(?:(?:can|could)\s+you\s+)?(?:change|set|correct|update|fix|edit|make)\s+(?:(?:the|their|its)\s+)?"
    r"(?P<what>\S(?:.*?\S)?)\s+(?:(?:from\s+\S.*?\s+)?(?:to|into)|=|as)\s+(?:be\s+)?(?P<value>\S(?:.*\S)?)",
    re.IGNORECASE | re.DOTALL,
)


def is_courtesy(text: str) -> bool:
    """Whether a whole message only says that it was heard, and is no answer by itself: "ok", "great"."""
    return _plain(text) in _COURTESIES


def changed_to(text: str) -> tuple[str, str] | None:
    """What is to be changed and to what: "change headcount to 80"; None where nothing is."""
    wanted = _CHANGED.fullmatch(text.strip().rstrip("!")) if len(text) <= _LONGEST else None
    return None if wanted is None else (wanted["what"], _PLEASE.sub("", wanted["value"]))
