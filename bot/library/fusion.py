"""Fusion: nearness in meaning and shared words as one score.

The scores are added and not the ranks, as a rank says nothing of how far the first is from the rest. The root spreads
out the low end, where it is decided whether a passage is about the question at all.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bot.core.passage import Passage, PassageKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]

_ASKS = 0.82
_SAYS_WHO_AND_WHERE = 0.93
_WEIGHTS: Mapping[PassageKind, float] = {
    PassageKind.TRAIT: _ASKS,
    PassageKind.QUALIFICATION: _ASKS,
    PassageKind.JOURNEY: _SAYS_WHO_AND_WHERE,
    PassageKind.ICP: _SAYS_WHO_AND_WHERE,
}
"""What a score counts by kind, where it is not 1. A short text in words that many questions have is near to most of
them, and what asks a question itself is seldom the answer to one."""


def fused(near: "Scores", lexical: "Scores", weights: "Scores") -> "Scores":
    """How well each passage answers, from 0 to 1; rounded, so that the last digits of a float32 decide no order.

    Args:
        near: the cosine of the angle between the question and each passage.
        lexical: how much of the question each passage holds.
        weights: what the score of each passage counts.
    """
    import numpy as np

    together = np.clip((near.astype(np.float64) + lexical) / 2, 0, 1)
    scores: Scores = np.round(weights * np.sqrt(together), 4)
    return scores


def weights_of(passages: Sequence[Passage]) -> "Scores":
    """What the score of each passage counts, by its kind."""
    import numpy as np

    return np.array([_WEIGHTS.get(passage.kind, 1.0) for passage in passages])
