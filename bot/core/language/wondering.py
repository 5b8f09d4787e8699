"""Wondering: what a person asks about an interview itself: why a question is asked, how long it takes, what to type.

Only whole messages count. "why?" right at a question means the question; "why does Acme fit?" is about the verdict.
"""

import re
from enum import StrEnum


class Wonder(StrEnum):
    """What somebody wants to know about an interview."""

    WHY = "why"
    """Why the question is asked, and what its answers change."""
    LEFT = "left"
    """How much is still to be asked."""
    HELP = "help"
    """What can be typed."""


_THIS = r"(?: (?:this|that|it))?"
_QUESTION = r"(?: (?:this|that|the|such a) question)?"
_REALLY = r"(?:even |really )*"
_TO_KNOW = r"(?:ask|asking|know|need(?: to know)?|care|want(?: to know)?)"
_WHY = (
    rf"why{_THIS}{_QUESTION}",
    "why though",
    "how come",
    "what for",
    "what is (?:this|that|it) for",
    "why now",
    "so what",
    rf"why (?:do|would|are|did) (?:you|we|i) {_REALLY}(?:have to )?{_TO_KNOW}{_THIS}{_QUESTION}(?: me)?{_THIS}",
    rf"why (?:does|would|should|is) (?:this|that|it)(?: question)? {_REALLY}(?:matter|asked|relevant|important)",
    r"what does (?:this|that|it) (?:matter|change|do)",
    r"(?:does|will) (?:this|that|it) (?:really |even )?matter",
    r"what (?:is|'s) the (?:point|reason)(?: of (?:this|that|it)| of (?:this|that|the) question)?",
    r"what (?:can|could|will|would) (?:the|my|an|that|this) answer change",
)
_MORE = (
    r"(?: (?:questions?|more|to go|left|still|are there|are left|do you (?:have|need)|is left|will there be|to come))*"
)
_LEFT = (
    rf"how many(?: more| questions| are left| left| to go| still){_MORE}",
    rf"how much (?:longer|more|is left|left){_MORE}",
    r"how long (?:does|will|is) (?:this|it)(?: take| go on| still take)?",
    r"how far are we(?: (?:along|in))?",
    r"how far (?:along )?(?:is|am) (?:it|this|i)",
    r"what (?:else|more) (?:do you (?:need|want)(?: to know)?|is (?:needed|missing|left|there|open)|do we need)",
    r"what (?:is|'s) (?:left|missing|next|still (?:open|missing|left)|to go)",
    r"anything else",
    r"(?:are|aren't) we (?:done|finished|there)(?: yet)?",
    r"(?:are we |is (?:it|this) )?(?:almost|nearly) (?:done|finished|there|over)",
    r"is (?:that|this|it) (?:it|all|everything|over)",
    "done",
    "progress",
    "status",
)
_HELP = (
    "help",
    "help me",
    "commands",
    "what can i (?:say|type|answer|do|reply)(?: here| now)?",
    "how does this work",
    "how do i answer(?: (?:this|that))?",
    "what (?:should|do) i (?:say|type|answer|do)(?: here| now)?",
    "what are my options",
    "options",
    "menu",
    "hand (?:it )?over",
    "handover",
    "(?:edit|change)(?: (?:it|that|this|an? (?:earlier )?answer|an earlier one|my (?:last )?answer))?",
    "fill in several(?: at once)?",
)
"""Names of what a card has buttons for are among them: the words for it are shown."""
_SAID = {
    Wonder.WHY: re.compile("|".join(_WHY)),
    Wonder.LEFT: re.compile("|".join(_LEFT)),
    Wonder.HELP: re.compile("|".join(_HELP)),
}
_ONLY_ASKED = frozenset({"done", "anything else"})
"""What is a question only with a question mark."""
_OPENS = re.compile(r"(?:and|so|but|ok(?:ay)?|hm+|well|sorry|wait|um+|uh+|please|fika)(?: |$)")
_LONGEST = 80


def wonder_in(text: str) -> Wonder | None:
    """What a whole message wants to know about an interview; None where it wants nothing of the kind."""
    said = " ".join(text.replace("’", "'").replace(",", " ").split()).casefold()
    plain = said.rstrip(" ?!.").replace("what's", "what 's").removesuffix(" please")
    while (opens := _OPENS.match(plain)) and opens.end() < len(plain):
        plain = plain[opens.end() :]
    if len(plain) > _LONGEST or (plain in _ONLY_ASKED and "?" not in said):
        return None
    return next((wonder for wonder, pattern in _SAID.items() if pattern.fullmatch(plain)), None)
