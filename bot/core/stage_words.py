"""Stage words: the stage that an account is in, always with where that is known from.

Plain text without markup; whoever shows people and days in another way says how.
"""

from collections.abc import Callable
from datetime import datetime

from bot.core.account import Source, SourceKind
from bot.core.journey import Staged, StageSaid
from bot.core.pack import Pack
from bot.core.wording import source_words, value_words

UNKNOWN = "nobody has said in which stage of its journey it is"


def day_words(at: datetime) -> str:
    """A day as people read it."""
    return f"{at:%Y-%m-%d}"


def stage_words(
    staged: Staged | None,
    pack: Pack,
    who: Callable[[Source], str] = source_words,
    day: Callable[[datetime], str] = day_words,
) -> str:
    """The stage with its source: `Evaluate, said by ann on 2026-11-01`; in words where there is none.

    Args:
        staged: the stage.
        pack: what its traits are called.
        who: how a source is told.
        day: how a day is told.
    """
    return UNKNOWN if staged is None else f"{staged.stage.label}, {stage_source(staged, pack, who, day)}"


def stage_source(
    staged: Staged,
    pack: Pack,
    who: Callable[[Source], str] = source_words,
    day: Callable[[datetime], str] = day_words,
) -> str:
    """Where a stage is known from: `since Trial running is yes`, `from the import crm.csv on 2026-11-01`.

    A stage that was spoken of for this one answer is not told as recorded: `as you asked`.

    Args:
        staged: the stage.
        pack: what its traits are called.
        who: how a source is told.
        day: how a day is told.
    """
    if isinstance(staged, StageSaid):
        if staged.asked:
            return "as you asked"
        by = "said by" if staged.source.kind is SourceKind.PERSON else "from the"
        return f"{by} {who(staged.source)} on {day(staged.at)}"
    trait = pack.trait(staged.trait)
    label = trait.label if trait else staged.trait
    if trait is None or staged.value is None:
        return f"since {label} shows it"
    return f"since {label} is {value_words(staged.value, trait, pack.currency)}"
