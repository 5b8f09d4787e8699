"""Completion of account names, wherever in a sentence they are begun."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

MOST_WORDS = 5
"""Words before the cursor that may be the beginning of one name."""
MOST_SHOWN = 50


class NameCompleter(Completer):
    """Completes the last words before the cursor into the names that begin with them, the most words first.

    Args:
        names: gives the names of today.
    """

    def __init__(self, names: Callable[[], Sequence[str]]) -> None:
        self._names = names

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 - the base class says so
    ) -> Iterable[Completion]:
        """The names that the text before the cursor may be the beginning of."""
        names = self._names()
        for begun in _beginnings(document.text_before_cursor):
            fitting = [name for name in names if name.casefold().startswith(begun.casefold())]
            if fitting:
                return [Completion(name, start_position=-len(begun)) for name in fitting[:MOST_SHOWN]]
        return []


def _beginnings(text: str) -> Iterator[str]:
    """The last five words, the last four, and so on down to the last one."""
    words = text.split(" ")
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        begun = " ".join(words[-count:])
        if begun.strip():
            yield begun.lstrip()
