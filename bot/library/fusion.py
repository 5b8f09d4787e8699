"""Fusion: nearness in meaning and shared words as one score.

The scores are added and not the ranks, as a rank says nothing of how far the first is from the rest. The root spreads
out the low end, where it is decided whether a passage is about the question at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.passage import Leaning, Passage, PassageKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]

_ASKS = 0.8
_SAYS_WHO_AND_WHERE = 0.93
_WEIGHTS: Mapping[PassageKind, float] = {
    PassageKind.TRAIT: _ASKS,
    PassageKind.QUALIFICATION: _ASKS,
    PassageKind.JOURNEY: _SAYS_WHO_AND_WHERE,
    PassageKind.ICP: _SAYS_WHO_AND_WHERE,
}
"""What a score counts by kind, where it is not 1. A short text in words that many questions have is near to most of
them, and what asks a question itself is seldom the answer to one."""

_LEANT_TO = 1.15
"""What a score counts more where the question asks for that kind."""
_SPOKEN_OF = 1.05
"""What it counts more where the passage is for the persona that the question speaks of."""


def fused(near: "Scores", lexical: "Scores", weights: "Scores") -> "Scores":
    """How well each passage answers, from 0 to 1; rounded, so that the last digits of a float32 decide no order.

    Args:
        near: the cosine of the angle between the question and each passage.
        lexical: how much of the question each passage holds.
        weights: what the score of each passage counts.
    """
    import numpy as np

    together = np.clip((near.astype(np.float64) + lexical) / 2, 0, 1)
    scores: Scores = np.round(np.minimum(weights * np.sqrt(together), 1), 4)
    return scores


@dataclass(frozen=True, slots=True)
class Weights:
    """What the score of each passage counts."""

    _by_kind: "Scores"
    _of_kind: "Mapping[PassageKind, NDArray[np.bool_]]"
    """By kind: which passages are of it."""
    _for_persona: "Mapping[str, NDArray[np.bool_]]"
    """By persona: which passages are for it, and not for any."""

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "Weights":
        """What the scores of some passages count."""
        import numpy as np

        personas = {persona for passage in passages for persona in passage.personas}
        return cls(
            np.array([_WEIGHTS.get(passage.kind, 1.0) for passage in passages]),
            {kind: np.array([passage.kind == kind for passage in passages], dtype=bool) for kind in PassageKind},
            {each: np.array([each in passage.personas for passage in passages], dtype=bool) for each in personas},
        )

    def leaning_to(self, leaning: Leaning) -> "Scores":
        """What they count for a question that asks for some kinds and speaks of some personas."""
        import numpy as np

        weights = self._by_kind
        for kind in leaning.kinds:
            weights = np.where(self._of_kind[kind], weights * _LEANT_TO, weights)
        spoken_of = [self._for_persona[each] for each in leaning.personas if each in self._for_persona]
        return np.where(np.any(spoken_of, axis=0), weights * _SPOKEN_OF, weights) if spoken_of else weights
