"""Check: whether the parts of a pack agree with each other.

`find_problems` looks at a whole pack and names everything that is wrong (errors) or doubtful (warnings), each with the
path of the place. What the single parts may look like is said by the models; here is what they owe each other. The
checks stand by what they look at: `check_traits`, `check_icps` and `check_content`.
"""

from collections.abc import Collection, Iterator

from bot.core.check_content import content_problems
from bot.core.check_icps import icp_problems
from bot.core.check_traits import trait_problems
from bot.core.pack import Pack
from bot.core.problem import Place, Problem, Unread, error

__all__ = ["Place", "Problem", "find_problems"]


def find_problems(pack: Pack, unread: Collection[Place] = ()) -> tuple[Problem, ...]:
    """Everything that is wrong or doubtful about how the parts of a pack fit together.

    Args:
        pack: the pack, or as much of it as could be read.
        unread: the places of parts that exist but could not be read, as ("traits", "industry"). Neither their absence
            nor a reference to them is a fault: that would be a second complaint about the first one's cause.
    """
    blur = Unread(frozenset(unread))
    return (
        *_rate_problems(pack, blur),
        *trait_problems(pack, blur),
        *icp_problems(pack, blur),
        *content_problems(pack, blur),
    )


def _rate_problems(pack: Pack, unread: Unread) -> Iterator[Problem]:
    if pack.currency in pack.rates and not unread.blurs("pack", "currency"):
        yield error(
            ("pack", "rates", pack.currency),
            f"{pack.currency} is the pack's own currency; rates are for other currencies only",
        )
