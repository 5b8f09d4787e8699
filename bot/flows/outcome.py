"""Outcome: what Fika has to say to a message, one type a kind of answer, and what is remembered of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.account import Account, Answer
from bot.core.content import Content
from bot.core.disagreement import Disagreement, Keep
from bot.core.gap import Closing, Gap
from bot.core.interview import Interview
from bot.core.journey import Staged, StageSaid
from bot.core.pack import Pack
from bot.core.passage import Hit
from bot.flows.briefing import Briefing
from bot.flows.fit import FitAnswer, WorkItem
from bot.flows.interview_turn import InterviewTurn
from bot.flows.qualification import Qualified
from bot.ports import KnownName

if TYPE_CHECKING:
    from bot.core.grounding import Cited
    from bot.flows.notes import Proposed


@dataclass(frozen=True, slots=True)
class Fit:
    """Does it fit: the whole report."""

    answer: FitAnswer
    content: Content | None = None
    """What to send now; None while nobody said in which stage the account is."""
    stage: Staged | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Why the report says what it says."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Takes:
    """What it would take."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class AskNext:
    """What to ask next."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of an account."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Briefed:
    """What to read before a call."""

    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Recorded:
    """Answers that were taken down, with the report before and after."""

    answer: FitAnswer
    noted: tuple[Answer, ...]
    notes: tuple[str, ...]
    """How a value was worked out, and what could not be read."""
    before: FitAnswer
    disagreements: tuple[Disagreement, ...] = ()
    """Which of them exclude what other sources say."""


@dataclass(frozen=True, slots=True)
class Undone:
    """Answers that were taken back."""

    answer: FitAnswer
    gone: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Which of two sources holds was decided, with the report before and after."""

    answer: FitAnswer
    before: FitAnswer
    found: Disagreement
    """As it was before."""
    keep: Keep
    gone: tuple[Answer, ...]
    """The answers that were taken back."""
    disagreements: tuple[Disagreement, ...] = ()
    """What was said at the same time and is still to be decided."""


@dataclass(frozen=True, slots=True)
class NotDisputed:
    """There is nothing to decide: the sources do not exclude each other, not any more, or about something newer."""

    answer: FitAnswer
    trait: str
    found: Disagreement | None = None
    """What they exclude each other about now, where something newer was said than what the person decided about."""
    closed: Closing | None = None
    """How it was settled before, where it was."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """The interviews that the person may go on with."""

    interviews: tuple[tuple[Interview, str], ...]
    """Each with its account's name, the latest first."""


@dataclass(frozen=True, slots=True)
class Added:
    """A new account."""

    account: Account


@dataclass(frozen=True, slots=True)
class GapLogged:
    """A gap that was noted."""

    gap: Gap
    account: str | None
    """The name of the account at which it showed."""


@dataclass(frozen=True, slots=True)
class Icps:
    """Whom we sell to."""

    pack: Pack


@dataclass(frozen=True, slots=True)
class Work:
    """What to work on."""

    items: tuple[WorkItem, ...]
    accounts: int
    """How many accounts there are."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts that the person added, gave answers about or asked about."""

    items: tuple[FitAnswer, ...]
    """Those with the latest answers first, then those asked about last."""
    total: int
    """How many accounts there are, whoever's."""


@dataclass(frozen=True, slots=True)
class KnowledgeAnswer:
    """A model's answer from the knowledge: sentences of the passages, each with the one that it stands in."""

    sentences: tuple["Cited", ...]
    """Their sources are counted through the passages that are shown, from 1."""
    model: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Passages:
    """What the knowledge says about a question, in its own words."""

    asked: str
    hits: tuple[Hit, ...]
    """The nearest passages, the best first; none where nothing is near enough."""
    unavailable: str | None = None
    """Why the knowledge cannot be searched right now."""
    answer: KnowledgeAnswer | None = None
    """What a model made of them, where one is configured and every sentence stands in them."""
    dropped: str | None = None
    """Why a model was asked and nothing of its answer is shown."""
    unmentioned: tuple[str, ...] = ()
    """Names in the question that the knowledge does not hold: the passages speak of something else."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Several accounts answer to the name."""

    said: str
    choices: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """No account answers to the name."""

    said: str
    nearest: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class WhichAccount:
    """An account is needed and none was named."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """There is no answer to take back."""


@dataclass(frozen=True, slots=True)
class NotesRead:
    """What was read from notes that were pasted, to be confirmed."""

    proposed: "Proposed"


@dataclass(frozen=True, slots=True)
class Greeting:
    """A hello, or a thank you."""

    thanks: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Not understood."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """It states something about an account that could not be read, with the reasons."""

    reasons: tuple[str, ...]


About = Fit | Why | Takes | AskNext | Shown
Outcome = (
    About | Briefed | Recorded | Undone | Settled | NotDisputed | InterviewTurn | UnderWay | Qualified | Added
    | GapLogged | Icps | Work | Accounts | Passages | Choose | NotFound | WhichAccount | NothingToUndo | NotesRead
    | Greeting | Help
    | NotUnderstood | Unreadable
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered from one message to the next."""

    account_id: int | None = None
    """The account last talked about."""
    offered: tuple[KnownName, ...] = ()
    """A choice that waits for a number."""
    waiting: str | None = None
    """The message that is to be answered once the choice is made."""
    interview_id: int | None = None
    """The interview whose question stands: what is typed answers it."""
    step: int | None = None
    """The number of the question that was shown last."""
    disputed: str | None = None
    """The trait of which two sources say different things, while the next message may say which one holds."""
    unanswered: str | None = None
    """The question that the knowledge could not answer, while the next message may have it logged."""


@dataclass(frozen=True, slots=True)
class StageMoved:
    """What a message did to the stage of an account's journey: worth saying first."""

    account: str
    said: StageSaid | None = None
    """What was written down."""
    gone: StageSaid | None = None
    """What was taken back."""

    @property
    def words(self) -> str:
        """What happened, in a sentence."""
        if self.gone is not None:
            return f"Taken back for {self.account}: the stage {self.gone.stage.label}."
        return f"Noted for {self.account}: the stage {self.said.stage.label}." if self.said is not None else ""


@dataclass(frozen=True, slots=True)
class Response:
    """What Fika has to say, and what to remember."""

    outcome: Outcome
    memory: Memory
    taken_for: KnownName | None = None
    """The account that was taken for a name that is not exactly its own: worth saying."""
    stands: str | None = None
    """The question of an interview that goes on standing beside this answer: worth saying."""
    waits: str | None = None
    """The account whose interview is left by this answer and waits to be resumed: worth saying."""
    moved: StageMoved | None = None
    """What became of the account's stage: worth saying."""
    taken_as: str | None = None
    """What a model took the message for, in words, where the rules did not understand it: worth saying."""
    stranger: str | None = None
    """That whoever is to be met is no buyer role of the pack, in words: worth saying."""
