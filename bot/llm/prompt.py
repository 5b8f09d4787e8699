"""Prompt: a file that says what a model is asked to do, and how data is put into it.

A file has three parts, cut by lines of `---`: two keys (`title` and `variables`), what the model is told (the system
message) and what it is given (the human message). Only the last part holds variables, each as `{name}`. Every variable
is data that anybody may have written: it stands in a block of its own, `<name>` to `</name>`, and whatever in it looks
like the edge of a block, or like a sign that a model's server reads as its own, loses its bracket.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.core.draft import Sourced
from bot.core.errors import FikaError

Data = str | Sequence[Sourced]
"""What a variable stands for: a text, or numbered sources."""
_KEYS = ("title", "variables")
_PARTS = 3
_VARIABLE = re.compile(r"\{([a-z_]+)\}")
_UNSEEN = re.compile(
    r"[^\n\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\U0010ffff]|[\u200b\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e0fff]"
)
_BETWEEN = r"[\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u3164\ufe00-\ufe0f\uffa0]*"
"""What may stand in a sign without being seen."""
_SIGNS = (
    "source|title|start_of_turn|end_of_turn|s|think|system|assistant|user|human|bos|eos|sop|eop"
    "|tool_call|tool_response|end_of_utterance"
)
_SQUARE = re.compile(
    r"\[(?=\s*/?\s*(?:INST|SYSTEM_PROMPT|TOOL_CALLS|TOOL_RESULTS|AVAILABLE_TOOLS|TOOL_CONTENT|gMASK)\s*\])",
    re.IGNORECASE,
)
"""Signs of models whose servers read square brackets as their own."""
LONGEST = 24_000
"""Characters of one text; what follows is not sent."""


class PromptRefused(FikaError):
    """Raised when a prompt file cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A prompt, ready to be sent."""

    system: str
    human: str

    @property
    def characters(self) -> int:
        """How long it is."""
        return len(self.system) + len(self.human)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked to do."""

    name: str
    """The noun and the verb, with the hash of the file: `knowledge/answer@1f0c9a27b3d4`."""
    title: str
    variables: tuple[str, ...]
    system: str
    human: str

    def fill(self, values: Mapping[str, Data]) -> Filled:
        """The prompt with its variables filled in, each as a block of data.

        Raises:
            PromptRefused: a variable is missing, or there is one too many.
        """
        _same(self.name, set(self.variables), set(values), "is not given")
        names = f"{_SIGNS}|{'|'.join(self.variables)}"
        edges = re.compile(rf"<(?={_BETWEEN}(?:[|｜]|/?{_BETWEEN}(?:{names})\b))", re.IGNORECASE)
        return Filled(self.system, _VARIABLE.sub(lambda each: _block(each[1], values[each[1]], edges), self.human))


def load_prompt(folder: Path, name: str, variables: frozenset[str]) -> Prompt:
    """Read `<folder>/<name>.md`.

    Args:
        folder: where the prompts are.
        name: the noun and the verb, as `knowledge/answer`.
        variables: what it will be filled with.

    Raises:
        PromptRefused: it is missing, is not of the form of a prompt, or has other variables.
    """
    try:
        raw = (folder / f"{name}.md").read_bytes()
        head, system, human = (part.strip() for part in _parts(raw.decode()))
    except (OSError, UnicodeDecodeError) as error:
        raise PromptRefused(f"The prompt {name}.md cannot be read; it belongs into {folder}.") from error
    except ValueError as error:
        raise PromptRefused(f"The prompt {name}.md needs three parts, cut by two lines of '---'.") from error
    keys = _keys(name, head)
    declared = tuple(each.strip() for each in keys["variables"].split(","))
    _same(name, set(declared), set(variables), "is not given", "declared")
    _same(name, set(declared), set(_VARIABLE.findall(human)), "has no place in the text")
    if _VARIABLE.search(system):
        raise PromptRefused(f"The prompt {name}.md has a variable in its second part; data belongs into the third.")
    return Prompt(f"{name}@{sha256(raw).hexdigest()[:12]}", keys["title"], declared, system, human)


def _parts(text: str) -> list[str]:
    parts = re.split(r"^---[ \t]*\r?$", text, flags=re.MULTILINE)
    if len(parts) != _PARTS:
        raise ValueError
    return parts


def _keys(name: str, head: str) -> dict[str, str]:
    pairs = [line.partition(":") for line in head.splitlines()]
    keys = {key.strip(): value.strip() for key, _, value in pairs}
    if len(pairs) != len(keys) or tuple(keys) != _KEYS or not all(keys.values()):
        raise PromptRefused(f"The prompt {name}.md has to begin with two lines: 'title: ...' and 'variables: ...'.")
    return keys


def _same(name: str, wanted: set[str], given: set[str], missing: str, extra: str = "known") -> None:
    for each in sorted(wanted - given):
        raise PromptRefused(f"The prompt {name} has a variable {each!r} that {missing}.")
    for each in sorted(given - wanted):
        raise PromptRefused(f"The prompt {name} is to be filled with {each!r}, which is not {extra}.")


def _block(name: str, value: Data, edges: re.Pattern[str]) -> str:
    if isinstance(value, str):
        inner = _harmless(value, edges)
    else:
        inner = "\n".join(_source(number, each, edges) for number, each in enumerate(value, start=1))
    return f"<{name}>\n{inner}\n</{name}>"


def _source(number: int, source: Sourced, edges: re.Pattern[str]) -> str:
    title = " ".join(_harmless(source.title, edges).split())
    return f'<source number="{number}">\n<title>{title}</title>\n{_harmless(source.text, edges)}\n</source>'


def _harmless(text: str, edges: re.Pattern[str]) -> str:
    return _SQUARE.sub("(", edges.sub("‹", _UNSEEN.sub("", text[:LONGEST])))
