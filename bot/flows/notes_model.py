"""Notes and a model: values that the rules did not find in notes, each held against the words it was read from.

The rules come first: of a trait that they read, or read and doubt, a model says nothing. What it adds is a proposal
with a doubt, as its quote alone has to say the value to our own reader, too.
"""

from collections.abc import Sequence

from bot.core.draft import ValueDraft
from bot.core.pack import Pack
from bot.core.proposal_notes import Findings, Notes, Stated
from bot.core.reachable import stated
from bot.core.trait import Trait
from bot.flows.desk import Desk
from bot.flows.model_use import Refused, Used, use
from bot.ports.model import Job, TraitHint


def with_model(found: Findings, notes: Notes, desk: Desk) -> Findings:
    """What the rules found in notes, and what a model found besides, where one is configured.

    Raises:
        StateUnavailable: what was spent on a model cannot be read.
    """
    hints = [_hint(trait) for trait in _not_read(found, desk.pack)]

    def judge(drafts: tuple[ValueDraft, ...]) -> tuple[Stated, ...]:
        kept = stated([each for each in drafts if each.trait in {hint.id for hint in hints}], notes, desk.pack)
        if drafts and not kept:
            raise Refused
        return kept

    if not hints:
        return found
    used = use(desk, Job.READ_NOTES, lambda model: model.read_notes(notes.text, hints), judge)
    if not isinstance(used, Used):
        return found
    more = used.result
    return Findings((*found.stated, *more), tuple(each for each in found.untold if not _is_told(each.quote, more)))


def _not_read(found: Findings, pack: Pack) -> list[Trait]:
    read = {each.trait for each in found.stated} | {each.trait for each in found.untold}
    return [trait for trait in pack.traits if trait.id not in read]


def _is_told(quote: str, more: Sequence[Stated]) -> bool:
    """Whether words that the rules could not read are read now."""
    return any(quote in each.quote or each.quote in quote for each in more)


def _hint(trait: Trait) -> TraitHint:
    return TraitHint(
        id=trait.id,
        label=trait.label,
        kind=trait.kind.value,
        question=trait.ask("the account"),
        unit=trait.unit,
        options=tuple((name, option.label or name) for name, option in trait.options.items()),
    )
