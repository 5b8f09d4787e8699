"""Prose: sentences as a model writes them, one a line with the number of its source, as `[2] The sentence.` says."""

import re
from collections.abc import Iterator

from bot.core.draft import LONGEST_SENTENCE, MOST_SENTENCES, ProseDraft, SentenceDraft
from bot.ports.model import Failure, ModelFailed

_LINE = re.compile(r"\[([0-9]{1,3})\][ \t]+(\S.*)")
_NOTHING = re.compile(r"none\.?", re.IGNORECASE)
_LONGEST_LINE = LONGEST_SENTENCE + 20
"""A sentence with its number, and some room."""


class Prose:
    """A text, as it grows."""

    def __init__(self) -> None:
        self._rest = ""
        self._sentences: list[SentenceDraft] = []
        self._none = False

    def add(self, text: str) -> Iterator[SentenceDraft]:
        """Take in what was written; gives the sentences that are complete with it.

        Raises:
            ModelFailed: a line is of another form or too long, or there are too many.
        """
        *lines, self._rest = (self._rest + text).split("\n")
        for line in lines:
            yield from self._read(line)
        if len(self._rest) > _LONGEST_LINE:
            raise ModelFailed(Failure.TOO_LONG)

    def close(self) -> Iterator[SentenceDraft]:
        """Take what stands in the last line.

        Raises:
            ModelFailed: it is of another form or too long, or one too many.
        """
        line, self._rest = self._rest, ""
        yield from self._read(line)

    @property
    def draft(self) -> ProseDraft:
        """The sentences so far."""
        return ProseDraft(sentences=tuple(self._sentences))

    def _read(self, line: str) -> Iterator[SentenceDraft]:
        line = line.strip()
        if not line:
            return
        if _NOTHING.fullmatch(line) and not self._sentences and not self._none:
            self._none = True
            return
        found = _LINE.fullmatch(line)
        if self._none or found is None:
            raise ModelFailed(Failure.MALFORMED)
        if len(found[2]) > LONGEST_SENTENCE or len(self._sentences) == MOST_SENTENCES:
            raise ModelFailed(Failure.TOO_LONG)
        sentence = SentenceDraft(text=found[2], cites=(int(found[1]),))
        self._sentences.append(sentence)
        yield sentence
