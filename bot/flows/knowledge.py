"""Knowledge: what the pack says about a question, and what a model makes of it.

Without a model the best passages are the answer, quoted. With one, a short answer stands above them whose every
sentence is a sentence of a passage; where one is not, nothing of the model's is shown. What an asset says holds for
whom it is made for: that stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.errors import FikaError
from bot.core.naming import Nobody, resolve
from bot.core.passage import Hit
from bot.core.passage_meaning import meanings
from bot.core.passage_names import held_words, says_nothing_else, unmentioned
from bot.core.passages import passages
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.model_use import Refused, Used, use
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
SURE = 0.6
"""Passages as near as this are shown even where all that tells what a question is about is missing from them."""
_MADE_FOR = "Made for "
NOTHING_FOUND = "The language model found no answer in these passages."


def ask_knowledge(question: str, desk: Desk) -> Passages:
    """What the knowledge says about a question; never anything else.

    Raises:
        StateUnavailable: what was spent on a model cannot be read.
    """
    try:
        found = search(question, desk.pack, desk.ports, desk.today, limit=FOR_A_MODEL)
    except FikaError as wrong:
        return Passages(question, (), unavailable=str(wrong))
    hits = tuple(hit for hit in found if hit.score >= NEAR_ENOUGH)
    missing = _Missing.of(question, desk) if hits else _Missing()
    if missing.is_all and hits[0].score < SURE:
        return Passages(question, ())
    quoted = Passages(question, hits[:PASSAGES], unmentioned=missing.words)
    if not hits or quoted.unmentioned or desk.ports.model() is None:
        return quoted
    return _phrased(quoted, hits, desk)


@dataclass(frozen=True, slots=True)
class _Missing:
    """What the knowledge does not hold of a question: no passage answers it then."""

    words: tuple[str, ...] = ()
    """Names and telling words that are neither in the knowledge nor an account's."""
    is_all: bool = False
    """Whether nothing telling is left of the question without them."""

    @classmethod
    def of(cls, question: str, desk: Desk) -> _Missing:
        """What is missing of a question."""
        held, meant = _held(desk.scorer), meanings(question, desk.pack)
        found = unmentioned(question, held, meant)
        if not found:
            return cls()
        with desk.begin(writes=False) as work:
            names = work.accounts.names()
        missing = tuple(name for name in found if isinstance(resolve(names, name), Nobody))
        return cls(missing, is_all=missing == found and says_nothing_else(question, held, meant))


@lru_cache(maxsize=4)
def _held(scorer: Scorer) -> frozenset[str]:
    return held_words(passages(scorer.pack))


def _phrased(quoted: Passages, hits: Sequence[Hit], desk: Desk) -> Passages:
    """The same with a model's answer, where one is configured and what it says stands."""
    from bot.core.draft import Sourced
    from bot.core.grounding import Grounding

    sources = [Sourced(hit.passage.title, hit.passage.text) for hit in hits]
    live = _Live(Grounding(sources), hits, desk)
    used = use(desk, Job.ANSWER, lambda model: model.answer(quoted.asked, sources, live.hear), live.judge)
    if not isinstance(used, Used):
        return replace(quoted, dropped=None if used is None else used.why)
    if not used.result:
        return replace(quoted, dropped=NOTHING_FOUND)
    shown = tuple(hit for number, hit in enumerate(hits, 1) if number <= PASSAGES or number in _cited(used.result))
    numbers = {hits.index(hit) + 1: place for place, hit in enumerate(shown, 1)}
    sentences = tuple(replace(each, source=numbers[each.source]) for each in used.result)
    return replace(quoted, hits=shown, answer=KnowledgeAnswer(sentences, used.model, used.prompt))


def _cited(sentences: Sequence[Cited]) -> set[int]:
    return {each.source for each in sentences}


def _made_for(hit: Hit) -> str:
    """Whom an asset is made for, as what it says holds for nobody else; empty where that is everybody."""
    lines = (line for line in hit.passage.about.splitlines() if line.startswith(_MADE_FOR))
    values = [value for line in lines if (value := line.partition(": ")[2])]
    return f"For {', '.join(values)}: " if values else ""


def _scoped(cited: Cited, hit: Hit, *, goes_on: bool) -> Cited:
    """A sentence with whom it is said for, where what stands before it does not say so already."""
    scope = "" if goes_on or not cited.text else _made_for(hit)
    return replace(cited, text=f"{scope}{cited.text}")


@dataclass(slots=True)
class _Live:
    """Shows each sentence as soon as it is complete, as long as every one stands in its source."""

    grounding: Grounding
    hits: Sequence[Hit]
    desk: Desk
    taken: tuple[Cited, ...] = ()
    whole: bool = True
    source: int = 0
    """The source of the sentence that was shown last."""

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
        goes_on = cited.source == self.source
        hit = self.hits[cited.source - 1]
        cited = _scoped(cited, hit, goes_on=goes_on)
        self.taken += (cited,)
        if not cited.text:
            return
        self.source = cited.source
        if self.desk.live is not None:
            # Nothing stands below it yet that would say what it is about.
            self.desk.live(cited.text if goes_on else f"“{hit.passage.title}”: {cited.text}")

    def judge(self, draft: ProseDraft) -> tuple[Cited, ...]:
        """The whole answer; every sentence of it was heard."""
        if not self.whole or len(self.taken) != len(draft.sentences):
            raise Refused
        return tuple(each for each in self.taken if each.text)
