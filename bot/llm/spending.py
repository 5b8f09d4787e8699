"""Spending: what a question cost, by its server's count, or by its length where there is no count that can be."""

from dataclasses import dataclass

from bot.ports.model import Spent

CHARACTERS_A_TOKEN = 3
_AROUND = 4_000
"""Tokens that the form of a request may add to its words."""
_BYTES_A_CHARACTER = 4
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """Dollars for a million tokens, which are millionths of a dollar for one."""

    read: float
    written: float

    def of(self, tokens_in: int, tokens_out: int) -> Spent:
        """What that many tokens cost, rounded up: no call that costs anything goes for nothing."""
        cost = tokens_in * self.read + tokens_out * self.written
        return Spent(tokens_in, tokens_out, -int(-cost // 1))


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as a server counted them; 0 where it did not."""

    read: int = 0
    written: int = 0

    def most(self, other: "Usage") -> "Usage":
        """The larger of each: servers count on from piece to piece."""
        return Usage(max(self.read, other.read), max(self.written, other.written))


def tokens_in(characters: int, tries: int, counted: int) -> int:
    """The tokens of a question that was sent so many times; the server counted the last one."""
    if not tries:
        return 0
    guess = -(-characters // CHARACTERS_A_TOKEN)
    return guess * (tries - 1) + _within(counted, guess, characters * _BYTES_A_CHARACTER + _AROUND)


def tokens_out(characters: int, counted: int, most: int) -> int:
    """The tokens of an answer of so many characters, which could have had no more than `most`."""
    return _within(counted, -(-characters // CHARACTERS_A_TOKEN), most)


def _within(counted: int, guess: int, most: int) -> int:
    # A server that counts nonsense must neither use up a workspace's day nor be free.
    return min(counted if counted > 0 else guess, most)
