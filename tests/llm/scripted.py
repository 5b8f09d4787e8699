"""A language model that says what a test lays before it, and remembers what it was asked: a real `Model`, no mock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from bot.core.draft import ProseDraft, RequestDraft, SentenceDraft, Sourced, ValueDraft
from bot.ports.model import Failure, Job, ModelFailed, RequestHints, Said, Spent, TraitHint

D = TypeVar("D")
Next = RequestDraft | tuple[ValueDraft, ...] | ProseDraft | Failure
"""What a scripted model does when it is asked: it says a draft, or fails."""
SPENT = Spent(100, 20, 0)
"""What every call costs, failed ones too."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that the model was asked, with everything it was given."""

    job: Job
    text: str = ""
    """The message, the notes or the question."""
    sources: tuple[Sourced, ...] = ()
    traits: tuple[TraitHint, ...] = ()
    hints: RequestHints | None = None


def prompt_of(job: Job) -> str:
    """The prompt that a scripted model says it was asked with."""
    return f"{job.value}@000000000000"


def prose(*sentences: tuple[str, int]) -> ProseDraft:
    """A text: sentences, each with the number of the one source that it cites."""
    return ProseDraft(sentences=tuple(SentenceDraft(text=text, cites=(source,)) for text, source in sentences))


class ScriptedModel:
    """Says the drafts it was given, in their order; it has no answer to a question too many."""

    def __init__(self, *script: Next, name: str = "scripted:model", spent: Spent = SPENT) -> None:
        self._name, self._spent = name, spent
        self._script, self._asked = list(script), list[Asked]()
        self._lock = Lock()

    @property
    def name(self) -> str:
        """Provider and model."""
        return self._name

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Every question so far, the first one first."""
        with self._lock:
            return tuple(self._asked)

    @property
    def left(self) -> int:
        """How many drafts and failures nobody asked for yet."""
        with self._lock:
            return len(self._script)

    def then(self, *script: Next) -> None:
        """What it says after what it was given before."""
        with self._lock:
            self._script.extend(script)

    def read_request(self, text: str, hints: RequestHints) -> Said[RequestDraft]:
        """The next draft of the script."""
        return self._say(Asked(Job.READ_REQUEST, text=text, hints=hints), RequestDraft)

    def read_notes(self, text: str, traits: Sequence[TraitHint]) -> Said[tuple[ValueDraft, ...]]:
        """The next draft of the script."""
        said: Said[tuple[ValueDraft, ...]] = self._say(Asked(Job.READ_NOTES, text=text, traits=tuple(traits)), tuple)
        return said

    def answer(
        self, question: str, sources: Sequence[Sourced], heard: Callable[[SentenceDraft], None]
    ) -> Said[ProseDraft]:
        """The next draft of the script; each of its sentences is heard before it is returned."""
        said = self._say(Asked(Job.ANSWER, text=question, sources=tuple(sources)), ProseDraft)
        for sentence in said.draft.sentences:
            heard(sentence)
        return said

    def summarise(self, facts: Sequence[Sourced]) -> Said[ProseDraft]:
        """The next draft of the script."""
        return self._say(Asked(Job.SUMMARISE, sources=tuple(facts)), ProseDraft)

    def _say(self, asked: Asked, form: type[D]) -> Said[D]:
        with self._lock:
            self._asked.append(asked)
            assert self._script, f"nothing is left to say to {asked.job.value}"
            said = self._script.pop(0)
        if isinstance(said, Failure):
            raise ModelFailed(said, prompt_of(asked.job), self._spent)
        assert isinstance(said, form), f"{asked.job.value} is not answered with {said!r}"
        return Said(said, prompt_of(asked.job), self._spent)
