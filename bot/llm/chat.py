"""Chat: the language model behind the port, made of LangChain's chat model and four prompts."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.core.draft import ProseDraft, RequestDraft, SentenceDraft, Sourced, ValueDraft
from bot.llm.breaker import Breaker
from bot.llm.loop import Slot, Slots
from bot.llm.prompt import Data, Prompt, load_prompt
from bot.llm.prose import Prose
from bot.llm.provider import open_chat
from bot.llm.question import Question
from bot.llm.reply import Reply
from bot.llm.shapes import NOTES, REQUEST, notes_form, request_form, request_of, traits_told, values_of
from bot.llm.spending import Prices
from bot.ports.model import Job, Model, ModelFailed, RequestHints, Said, TraitHint

D = TypeVar("D")
log = logging.getLogger(__name__)
MOST_PROSE = 6_000
"""Characters of a text."""
MOST_TOLD = 20_000
"""Characters of a form that is filled in."""
_FILLED_WITH = {
    Job.READ_REQUEST: frozenset({"kinds", "personas", "stages", "message"}),
    Job.READ_NOTES: frozenset({"traits", "notes"}),
    Job.ANSWER: frozenset({"passages", "question"}),
    Job.SUMMARISE: frozenset({"facts"}),
}


def open_model(  # noqa: PLR0913 - each is a setting
    choice: str,
    *,
    url: str | None,
    key: str | None,
    timeout: float,
    parallel: int,
    price_in: float,
    price_out: float,
    prompts: Path,
    ticks: Callable[[], float] = time.monotonic,
) -> Model:
    """The language model that is configured; asks nobody yet.

    Args:
        choice: the provider and the model, as `openai:gpt-5-mini`.
        url: its server, where it is not the provider's own.
        key: for it; the provider's own variable where there is none.
        timeout: seconds that one question may take, with everything that is tried.
        parallel: how many may be under way at the same time.
        price_in: dollars for a million tokens that it reads.
        price_out: dollars for a million tokens that it writes.
        prompts: the folder of the prompts.
        ticks: a clock that only goes forward, in seconds.

    Raises:
        FikaError: a prompt or the choice cannot be used.
    """
    loaded = {job: load_prompt(prompts, job.value, variables) for job, variables in _FILLED_WITH.items()}
    chat = open_chat(choice, url=url, key=key, timeout=timeout)
    return LangChainModel(choice, chat, loaded, _Limits(timeout, parallel, Prices(price_in, price_out)), ticks)


@dataclass(frozen=True, slots=True)
class _Limits:
    timeout: float
    parallel: int
    prices: Prices


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that is under way."""

    question: Question
    slot: Slot
    deadline: float


class LangChainModel:
    """A language model of one of LangChain's providers; safe for threads."""

    def __init__(
        self, name: str, chat: Any, prompts: Mapping[Job, Prompt], limits: _Limits, ticks: Callable[[], float]
    ) -> None:
        self._name, self._chat, self._prompts, self._limits, self._ticks = name, chat, prompts, limits, ticks
        self._provider = name.partition(":")[0]
        self._breaker = Breaker(ticks)
        self._slots = Slots(limits.parallel, ticks)

    @property
    def name(self) -> str:
        """Provider and model, as `openai:gpt-5-mini`."""
        return self._name

    def read_request(self, text: str, hints: RequestHints) -> Said[RequestDraft]:
        """What a message asks for.

        Raises:
            ModelFailed: it gave nothing that can be used.
        """
        kinds = "\n".join(f"{name}: {meaning}" for name, meaning in hints.kinds)
        told = {"kinds": kinds, "personas": "\n".join(hints.personas), "stages": "\n".join(hints.stages)}
        with self._asked(Job.READ_REQUEST, told | {"message": text}, MOST_TOLD) as asked:
            return self._said(asked, request_of(self._fill_in(asked, REQUEST, request_form(hints))))

    def read_notes(self, text: str, traits: Sequence[TraitHint]) -> Said[tuple[ValueDraft, ...]]:
        """The values that notes state.

        Raises:
            ModelFailed: it gave nothing that can be used.
        """
        with self._asked(Job.READ_NOTES, {"traits": traits_told(traits), "notes": text}, MOST_TOLD) as asked:
            return self._said(asked, values_of(self._fill_in(asked, NOTES, notes_form(traits))))

    def answer(
        self, question: str, sources: Sequence[Sourced], heard: Callable[[SentenceDraft], None]
    ) -> Said[ProseDraft]:
        """An answer to a question from sources alone; `heard` is told each sentence as soon as it is complete.

        Raises:
            ModelFailed: it gave nothing that can be used.
            Exception: whatever `heard` raises.
        """
        return self._write(Job.ANSWER, {"passages": sources, "question": question}, heard)

    def summarise(self, facts: Sequence[Sourced]) -> Said[ProseDraft]:
        """The few facts that matter most, as a short text.

        Raises:
            ModelFailed: it gave nothing that can be used.
        """
        return self._write(Job.SUMMARISE, {"facts": facts}, lambda _: None)

    def _write(self, job: Job, values: Mapping[str, Data], heard: Callable[[SentenceDraft], None]) -> Said[ProseDraft]:
        with self._asked(job, values, MOST_PROSE) as asked:
            prose = Prose()
            for text in self._listen(asked, self._chat):
                for sentence in prose.add(text):
                    heard(sentence)
            for sentence in prose.close():
                heard(sentence)
            asked.question.reply.call_none()
            return self._said(asked, prose.draft)

    def _fill_in(self, asked: _Asked, name: str, form: dict[str, Any]) -> str:
        # Ollama's models are held to a form by its server; all others fill it in as they call a tool.
        by_form = self._provider == "ollama"
        chat = self._chat.bind(format=form) if by_form else self._chat.bind_tools([form], tool_choice=name)
        for _ in self._listen(asked, chat):
            pass
        reply = asked.question.reply
        return reply.text if by_form else reply.told(name)

    def _listen(self, asked: _Asked, chat: Any) -> Iterator[str]:
        filled = asked.question.filled
        messages = [("system", filled.system), ("human", filled.human)]
        seconds = asked.deadline - self._ticks()
        return asked.question.listen(lambda: chat.astream(messages), asked.slot, asked.deadline, seconds)

    def _said(self, asked: _Asked, draft: D) -> Said[D]:
        return Said(draft, asked.question.prompt.name, asked.question.spent(self._limits.prices))

    @contextmanager
    def _asked(self, job: Job, values: Mapping[str, Data], most: int) -> Iterator[_Asked]:
        prompt, began = self._prompts[job], self._ticks()
        question = Question(prompt, prompt.fill(values), Reply(most), self._provider)
        try:
            with self._slots.taken() as slot, self._breaker.call():
                yield _Asked(question, slot, began + self._limits.timeout)
        except ModelFailed as failed:
            log.warning("The model gave no answer: %s, %s, %.1f s.", job.value, failed.why.value, self._ticks() - began)
            if question.tries:
                failed.prompt, failed.spent = prompt.name, question.spent(self._limits.prices)
            raise
