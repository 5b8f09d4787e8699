"""Fusion: nearness in meaning and shared words as one score.

The scores are added and not the ranks, as a rank says nothing of how far the first is from the rest. The root spreads
out the low end, where it is decided whether a passage is about the question at all.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]


def fused(near: "Scores", lexical: "Scores") -> "Scores":
    """How well each passage answers, from 0 to 1; rounded, so that the last digits of a float32 decide no order.

    Args:
        near: the cosine of the angle between the question and each passage.
        lexical: how much of the question each passage holds.
    """
    import numpy as np

    together = np.clip((near.astype(np.float64) + lexical) / 2, 0, 1)
    scores: Scores = np.round(np.sqrt(together), 4)
    return scores
