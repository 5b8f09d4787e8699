"""Reply: what comes back of a model, piece by piece, and never more than was asked for."""

from collections.abc import Mapping
from typing import Any

from langchain_core.messages import AIMessageChunk

from bot.llm.spending import Usage
from bot.ports.model import Failure, ModelFailed

_ENDS = ("finish_reason", "stop_reason", "done_reason")
"""Where OpenAI, Anthropic and Ollama say why an answer ends; an answer of theirs without any was broken off."""
SAY_THE_END = {"openai", "anthropic", "ollama"}
_CUT = {"length", "max_tokens"}
_REFUSING = {"content_filter", "refusal", "safety"}


class Reply:
    """One answer, as it grows."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._text: list[str] = []
        self._calls: dict[Any, tuple[list[str], list[str]]] = {}
        self._end = ""
        self.usage = Usage()
        self.characters = 0

    def add(self, piece: AIMessageChunk) -> str:
        """Take in a piece; returns the text in it.

        Raises:
            ModelFailed: TOO_LONG, as it is more than was asked for; MALFORMED, as it holds half a character.
        """
        text = str(piece.text)
        self._text.append(text)
        self._count(text)
        for call in piece.tool_call_chunks:
            name, told = self._calls.setdefault(call.get("index"), ([], []))
            name.append(call.get("name") or "")
            told.append(call.get("args") or "")
            self._count(name[-1], told[-1])
        self._end = next((str(piece.response_metadata[each]) for each in _ENDS if _says(piece, each)), self._end)
        self.usage = self.usage.most(_usage(piece.usage_metadata))
        return text

    def close(self, provider: str) -> None:
        """Make sure that the answer is whole.

        Raises:
            ModelFailed: it is empty, was refused, was broken off, or is longer than it may be.
        """
        if self._end.lower() in _REFUSING:
            raise ModelFailed(Failure.REFUSED)
        if self._end.lower() in _CUT:
            raise ModelFailed(Failure.TOO_LONG)
        if not self._calls and not self.text.strip():
            raise ModelFailed(Failure.EMPTY)
        if provider in SAY_THE_END and not self._end:
            raise ModelFailed(Failure.UNAVAILABLE)

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._text)

    def told(self, tool: str) -> str:
        """What was told to a tool, as JSON.

        Raises:
            ModelFailed: MALFORMED, as it did not call this tool, or not it alone.
        """
        calls = [("".join(name), "".join(told)) for name, told in self._calls.values()]
        if [name for name, _ in calls] != [tool]:
            raise ModelFailed(Failure.MALFORMED)
        return calls[0][1] or "{}"

    def call_none(self) -> None:
        """Make sure that no tool was called, where none was offered.

        Raises:
            ModelFailed: MALFORMED.
        """
        if self._calls:
            raise ModelFailed(Failure.MALFORMED)

    def _count(self, *texts: str) -> None:
        self.characters += sum(map(len, texts))
        if self.characters > self._most:
            raise ModelFailed(Failure.TOO_LONG)
        if any("\ud800" <= each <= "\udfff" for text in texts for each in text):
            raise ModelFailed(Failure.MALFORMED)  # half a character: no draft, no log and no message can hold it


def _says(piece: AIMessageChunk, key: str) -> bool:
    return isinstance(piece.response_metadata.get(key), str)


def _usage(metadata: Mapping[str, Any] | None) -> Usage:
    counts = [(metadata or {}).get(each) for each in ("input_tokens", "output_tokens")]
    return Usage(*(max(each, 0) if isinstance(each, int) else 0 for each in counts))
