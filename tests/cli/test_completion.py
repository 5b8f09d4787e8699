"""Completion: account names, wherever in a sentence they are begun."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.cli.completion import MOST_SHOWN, NameCompleter

NAMES = ["Acme", "Acme Robotics", "Bramble & Finch Plumbing", "Müllerhaus Software", "The Go Company"]


def _completed(text: str) -> list[str]:
    document = Document(text)
    completions = NameCompleter(lambda: NAMES).get_completions(document, CompleteEvent())
    return [text[: len(text) + each.start_position] + each.text for each in completions]


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("does ac", ["does Acme", "does Acme Robotics"]),
        ("does Acme r", ["does Acme Robotics"]),
        ("why is bramble & f", ["why is Bramble & Finch Plumbing"]),
        ("müller", ["Müllerhaus Software"]),
        ("tell me about the go", ["tell me about The Go Company"]),
        ("does zz", []),
        ("does ", []),
        ("", []),
    ],
)
def test_the_last_words_become_a_name(text: str, completed: list[str]) -> None:
    """A name is completed from its first letters, in any case, over several words, and nothing else changes."""
    assert completed == _completed(text)


def test_a_long_list_is_cut() -> None:
    """Thousands of names do not flood the screen."""
    names = [f"Account {number}" for number in range(1000)]

    found = list(NameCompleter(lambda: names).get_completions(Document("acc"), CompleteEvent()))

    assert MOST_SHOWN == len(found)
