"""Knowledge: what the pack says about a question, and what a model makes of it.

Without a model the best passages are the answer, quoted. With one, a short answer stands above them whose every
sentence is a sentence of a passage; where one is not, nothing of the model's is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.errors import FikaError
from bot.core.naming import Nobody, resolve
from bot.core.passage import Hit
from bot.core.passage_names import held_words, unmentioned
from bot.core.passages import passages
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.model_use import Refused, Unused, use
from bot.flows.outcome import KnowledgeAnswer, Passages
from bot.flows.search import search
from bot.ports.model import Job

if TYPE_CHECKING:
    from bot.core.draft import ProseDraft, SentenceDraft
    from bot.core.grounding import Cited, Grounding

PASSAGES = 3
FOR_A_MODEL = 6
"""Passages that a model may answer from."""
NEAR_ENOUGH = 0.4
"""Passages less near than this are about something else."""
NOTHING_FOUND = "The language model found no answer in these passages."


def ask_knowledge(question: str, desk: Desk) -> Passages:
    """What the knowledge says about a question; never anything else.

    Raises:
        StateUnavailable: what a model cost cannot be noted.
    """
    try:
        found = search(question, desk.pack, desk.ports, desk.today, limit=FOR_A_MODEL)
    except FikaError as wrong:
        return Passages(question, (), unavailable=str(wrong))
    hits = tuple(hit for hit in found if hit.score >= NEAR_ENOUGH)
    quoted = Passages(question, hits[:PASSAGES], unmentioned=_unmentioned(question, desk) if hits else ())
    if not hits or quoted.unmentioned or desk.ports.model() is None:
        return quoted
    return _phrased(quoted, hits, desk)


def _unmentioned(question: str, desk: Desk) -> tuple[str, ...]:
    """The names in a question that are neither in the knowledge nor an account's: no passage answers it then."""
    found = unmentioned(question, _held(desk.scorer))
    if not found:
        return ()
    with desk.begin(writes=False) as work:
        names = work.accounts.names()
    return tuple(name for name in found if isinstance(resolve(names, name), Nobody))


@lru_cache(maxsize=4)
def _held(scorer: Scorer) -> frozenset[str]:
    return held_words(passages(scorer.pack))


def _phrased(quoted: Passages, hits: Sequence[Hit], desk: Desk) -> Passages:
    """The same with a model's answer, where one is configured and what it says stands."""
    from bot.core.draft import Sourced
    from bot.core.grounding import Grounding

    sources = [Sourced(hit.passage.title, hit.passage.text) for hit in hits]
    live = _Live(Grounding(sources), desk)
    used = use(desk, Job.ANSWER, lambda model: model.answer(quoted.asked, sources, live.hear), live.judge)
    if used is None:
        return quoted
    if isinstance(used, Unused):
        return replace(quoted, dropped=used.why)
    if not used.result:
        return replace(quoted, dropped=NOTHING_FOUND)
    shown = tuple(hit for number, hit in enumerate(hits, 1) if number <= PASSAGES or number in _cited(used.result))
    numbers = {hits.index(hit) + 1: place for place, hit in enumerate(shown, 1)}
    sentences = tuple(replace(each, source=numbers[each.source]) for each in used.result)
    return replace(quoted, hits=shown, answer=KnowledgeAnswer(sentences, used.model, used.prompt))


def _cited(sentences: Sequence[Cited]) -> set[int]:
    return {each.source for each in sentences}


@dataclass(slots=True)
class _Live:
    """Shows each sentence as soon as it is complete, as long as every one stands in its source."""

    grounding: Grounding
    desk: Desk
    taken: tuple[Cited, ...] = ()
    whole: bool = True

    def hear(self, draft: SentenceDraft) -> None:
        """Show one sentence, where all that was said so far stands."""
        from bot.core.grounding import Ungrounded

        if not self.whole:
            return
        try:
            cited = self.grounding.take(draft)
        except Ungrounded:
            self.whole = False
            return
        self.taken += (cited,)
        if self.desk.live is not None and cited.text:
            self.desk.live(cited.text)

    def judge(self, draft: ProseDraft) -> tuple[Cited, ...]:
        """The whole answer; every sentence of it was heard."""
        if not self.whole or len(self.taken) != len(draft.sentences):
            raise Refused
        return tuple(each for each in self.taken if each.text)
