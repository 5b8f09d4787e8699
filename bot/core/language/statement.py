"""Statement: what one clause states, trait by trait.

Three kinds of things are stated: how much there is of something (`amount`), what something is (`option`), and that
something is so or is not (`flag`).
"""

from collections.abc import Iterator

from bot.core.language.amount import amounts
from bot.core.language.clause import Clause
from bot.core.language.flag import flags
from bot.core.language.option import options
from bot.core.language.reading import Claim
from bot.core.language.vocabulary import Vocabulary


def claims_of(
    clause: Clause, vocabulary: Vocabulary, heading: str | None = None, *, is_only_count: bool = True
) -> Iterator[Claim]:
    """Everything that a clause says about the pack's traits.

    Args:
        clause: the clause.
        vocabulary: the words of the pack.
        heading: a trait that was named before a list to which the clause belongs.
        is_only_count: whether its sentence holds no other quantity.
    """
    for position in range(clause.begins, len(clause.pieces)):
        piece = clause.pieces[position]
        if piece.quantity is not None:
            yield from amounts(clause, position, vocabulary, is_only_count=is_only_count)
        if piece.meanings:
            yield from flags(clause, position, vocabulary)
            if is_only_count or all(each.quantity is None for each in clause.pieces[clause.begins : position]):
                yield from options(clause, position, vocabulary, heading)
