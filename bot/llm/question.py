"""Question: what a model is asked, within its deadline, and what came of it so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.llm.asking import Ask, Step, ask
from bot.llm.failing import why
from bot.llm.loop import Slot
from bot.llm.prompt import Filled, Prompt
from bot.llm.provider import MOST_TOKENS
from bot.llm.reply import Reply
from bot.llm.spending import Prices, tokens_in, tokens_out
from bot.ports.model import Failure, ModelFailed, Spent

T = TypeVar("T")


@dataclass(slots=True)
class Question:
    """One question."""

    prompt: Prompt
    filled: Filled
    reply: Reply
    provider: str
    tries: int = 0
    """How often it was sent."""

    def listen(self, begin: Ask, slot: Slot, deadline: float, seconds: float) -> Iterator[str]:
        """The text that comes back, piece by piece.

        Raises:
            ModelFailed: it gave nothing that can be used; what its server said about that is not passed on.
        """
        for piece in _translated(slot.pieces(ask(begin, seconds), deadline)):
            if isinstance(piece, Step):
                self.tries += 1 if piece is Step.SENT else -1
            else:
                yield self.reply.add(piece)
        self.reply.close(self.provider)

    def spent(self, prices: Prices) -> Spent:
        """What it cost so far."""
        usage = self.reply.usage
        sent = tokens_in(self.filled.characters, self.tries, usage.read)
        return prices.of(sent, tokens_out(self.reply.characters, usage.written, MOST_TOKENS))


def _translated(pieces: Iterator[T]) -> Iterator[T]:
    # The failure is raised outside of the handler: it has no context that could quote a prompt, a key or an answer.
    failure: Failure | None = None
    while failure is None:
        try:
            piece = next(pieces)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001 - a provider's client may raise anything
            failure = why(error)
        else:
            yield piece
    raise ModelFailed(failure)
