"""Phrased: the few sentences that stand first in a briefing, put together by a model where one is configured.

The model chooses among the facts of the briefing, which it gets as sentences, and may shorten them. The verdict stands
first whatever it chooses, in the words of the rules. Without a model, and where what it says does not stand, the
template's sentences are taken.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.flows.briefing_summary import facts, template
from bot.flows.model_use import Refused, Unused, use
from bot.ports.model import Job

if TYPE_CHECKING:
    from bot.core.draft import ProseDraft
    from bot.core.grounding import Cited
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
        StateUnavailable: what a model cost cannot be noted.
    """
    from bot.flows.briefing import Summary

    plain = Summary(template(briefing, desk.scorer))
    if desk.ports.model() is None:
        return plain
    sources = facts(briefing, desk.scorer)

    def judge(draft: ProseDraft) -> tuple[Cited, ...]:
        from bot.core.grounding import Ungrounded, grounded

        try:
            return grounded(draft, sources, [briefing.answer.account.name])
        except Ungrounded as wrong:
            raise Refused from wrong

    used = use(desk, Job.SUMMARISE, lambda model: model.summarise(sources), judge)
    if used is None:
        return plain
    if isinstance(used, Unused):
        return replace(plain, dropped=used.why)
    if not used.result:
        return replace(plain, dropped=_SAID_NOTHING)
    chosen = [each.text for each in used.result if each.source != VERDICT]
    return Summary((sources[VERDICT - 1].text, *chosen[: SENTENCES - 1]), model=used.model, prompt=used.prompt)
