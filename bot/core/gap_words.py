"""Gap words: which kind of gap words speak of, and which trait, stage and persona of a pack they name."""

import re
from dataclasses import dataclass

from bot.core.gap import GapKind
from bot.core.journey import StageId
from bot.core.language.hearing import Lexicon
from bot.core.language.missing import kind_of_gap
from bot.core.language.setting import persona_in, stage_in
from bot.core.language.vocabulary import Sense
from bot.core.language.words import cut, keys

_MET = frozenset(
    "met meet meeting spoken spoke talked talk contact contacts access introduced introduction reach who".split()  # noqa: SIM905
)
"""Words that make of a persona one that nobody has met."""
_KNOWN = frozenset({
    "know", "knows", "known", "knew", "unknown", "unclear", "unsure", "tell", "tells", "told", "say", "says", "said",
    "answer", "answers", "answered", "find", "figure", "sure", "idea", "missing",
})  # fmt: skip
"""Words that make of a trait one that nobody knows."""
_FEW = 3
"""Words; so few of them that name a trait say that it is missing: "their annual revenue"."""
_STAGES = {
    "learning": StageId.LEARN,
    "evaluation": StageId.EVALUATE,
    "evaluating": StageId.EVALUATE,
    "trial": StageId.CONSIDER,
    "negotiation": StageId.CONSIDER,
    "buying": StageId.BUY,
    "purchase": StageId.BUY,
}
"""What people call a stage in front of the word itself: "the evaluation stage"."""
_STAGE = re.compile(rf"\b({'|'.join(_STAGES)})\s+(?:stage|phase)\b", re.IGNORECASE)
_TOPIC = re.compile(r"\b(?:on|about|over|regarding)\b(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class GapWords:
    """What the words of a gap speak of."""

    kind: GapKind
    trait: str | None = None
    stage: StageId | None = None
    persona: str | None = None


def read_gap(what: str, lexicon: Lexicon) -> GapWords:
    """What words say of a gap.

    Args:
        what: what is missing, in a person's words.
        lexicon: the words of the pack.
    """
    words = cut(what)
    said = set(keys(words))
    stage, persona = _stage_in(what, lexicon), persona_in(words, lexicon.scene)
    topic = _TOPIC.search(what)
    trait = _trait_in(what, lexicon) or (_trait_in(topic[1], lexicon) if topic else None)
    kind = kind_of_gap(what)
    if kind is GapKind.KNOWLEDGE:  # the words alone do not say: what they name of the pack may
        kind = _kind_of_named(said, trait, stage, persona)
    about_trait = kind in (GapKind.TRAIT, GapKind.CONTRADICTION)
    return GapWords(kind, trait if about_trait else None, stage, persona)


def _kind_of_named(said: set[str], trait: str | None, stage: StageId | None, persona: str | None) -> GapKind:
    if persona and said & _MET:
        return GapKind.PERSONA
    if trait and (said & _KNOWN or len(said) <= _FEW):
        return GapKind.TRAIT
    return GapKind.CONTENT if stage and persona else GapKind.KNOWLEDGE


def _stage_in(what: str, lexicon: Lexicon) -> StageId | None:
    called = _STAGE.search(what)
    return stage_in(cut(what), lexicon.scene) or (_STAGES[called[1].casefold()] if called else None)


def _trait_in(what: str, lexicon: Lexicon) -> str | None:
    """The one trait that words name; None where they name none or several."""
    words = cut(what)
    named: set[str] = set()
    position = 0
    while position < len(words):
        found = lexicon.vocabulary.book.longest(words, position)
        traits = {meaning.trait for meaning in found.meanings if meaning.sense is Sense.NAME} if found else set()
        named |= traits
        position = found.end if found and traits else position + 1
    return named.pop() if len(named) == 1 else None
