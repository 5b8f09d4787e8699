"""Phrased: the few sentences that stand first in a briefing, put together by a model where one is configured.

The model chooses among the facts of the briefing, which it gets as sentences. Each is shown whole, however little of it
is chosen: a fact may be what to avoid, and a name may look like a sentence. The verdict stands first whatever it
chooses, in the words of the rules. Without a model, and where what it says does not stand, the template's sentences are
taken.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.flows.briefing_summary import facts, template
from bot.flows.model_use import Refused, Used, use
from bot.ports.model import Job

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.draft import ProseDraft, SentenceDraft, Sourced
    from bot.core.grounding import Grounding
    from bot.flows.briefing import Briefing, Summary
    from bot.flows.desk import Desk

VERDICT = 1
"""The number of the fact that says the verdict."""
SENTENCES = 5
"""Of what a model puts together."""
_SAID_NOTHING = "The language model said nothing about this briefing."


def summed_up(briefing: Briefing, desk: Desk) -> Summary:
    """The summary of a briefing; the briefing has the template's.

    Raises:
        StateUnavailable: what was spent on a model cannot be read.
    """
    from bot.flows.briefing import Summary

    plain = Summary(template(briefing, desk.scorer))
    if desk.ports.model() is None:
        return plain
    sources = facts(briefing, desk.scorer)
    names = [briefing.answer.account.name]

    def judge(draft: ProseDraft) -> list[int]:
        from bot.core.grounding import Grounding, Ungrounded

        grounding = Grounding(sources, names)
        try:
            return [_picked(each, sources, grounding) for each in draft.sentences]
        except Ungrounded as wrong:
            raise Refused from wrong

    used = use(desk, Job.SUMMARISE, lambda model: model.summarise(sources), judge)
    if not isinstance(used, Used):
        return replace(plain, dropped=None if used is None else used.why)
    if not used.result:
        return replace(plain, dropped=_SAID_NOTHING)
    chosen = [sources[number - 1].text for number in dict.fromkeys(used.result) if number != VERDICT]
    return Summary((sources[VERDICT - 1].text, *chosen[: SENTENCES - 1]), model=used.model, prompt=used.prompt)


def _picked(said: SentenceDraft, sources: Sequence[Sourced], grounding: Grounding) -> int:
    """The number of the fact that a sentence is, or is a sentence of."""
    from bot.core.grounding_leaning import words_of

    numbers = [number for number in said.cites if 1 <= number <= len(sources)]
    if len(said.cites) == 1 and numbers and words_of(said.text) == words_of(sources[numbers[0] - 1].text):
        return numbers[0]
    return grounding.take(said).source
