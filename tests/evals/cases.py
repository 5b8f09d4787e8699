"""Cases: what people say, labelled with what is right, as YAML files that an editor checks while one writes.

Each file begins with a line that names its JSON schema. `python -m tests.evals.cases` writes the schemas anew.
"""

import json
from pathlib import Path
from typing import Generic, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from bot.core.request import RequestKind

FOLDER = Path(__file__).parent / "cases"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RoutingCase(_Strict):
    """A message, and what it asks for."""

    text: str
    by: Literal["phone", "chatty", "hurried", "abroad", "tester"]
    """Which kind of rep types like that."""
    kind: RequestKind
    also: tuple[RequestKind, ...] = Field(default=(), alias="or")
    """Kinds that are right as well, as long as nothing is taken down but `answers`."""
    account: str | None = None
    """The account that is meant."""
    said: str | None = None
    """The name that is meant where no account has it."""
    several: tuple[str, ...] = ()
    """The accounts between which it has to be asked."""
    context: str | None = None
    """The account last talked about."""
    answers: dict[str, JsonValue] = {}
    """What is stated, in the form of the scoring contract."""
    persona: str | None = None
    when: str | None = None


class ReadingCase(_Strict):
    """Words from an account, and the values in them."""

    text: str
    trait: str | None = None
    """The trait whose question they answer."""
    notes: bool = False
    """Whether they are a block of call notes."""
    answers: dict[str, JsonValue]


class AnsweringCase(_Strict):
    """A question to the knowledge, and the passages that answer it."""

    text: str
    pack: str
    ids: tuple[str, ...] = Field(min_length=1)
    """One of them has to be among the first three; a piece of a longer text goes by the id of the whole."""


class RefusingCase(_Strict):
    """Something that must change nothing, and that the pack does not hold."""

    text: str
    why: Literal["off_topic", "injection", "verdict", "others_data", "numbers", "not_said"]


C = TypeVar("C", RoutingCase, ReadingCase, AnsweringCase, RefusingCase)


class CaseSet(_Strict, Generic[C]):
    """The cases of one file."""

    name: str
    pack: str = "harbor"
    accounts: tuple[str, ...] = ()
    """The names of the accounts there are."""
    cases: tuple[C, ...] = Field(min_length=1)


SETS: dict[str, type[CaseSet[RoutingCase] | CaseSet[ReadingCase] | CaseSet[AnsweringCase] | CaseSet[RefusingCase]]] = {
    "routing": CaseSet[RoutingCase],
    "reading": CaseSet[ReadingCase],
    "answering": CaseSet[AnsweringCase],
    "refusing": CaseSet[RefusingCase],
}
"""What the cases of a file are, by the first word of its name: `routing.yaml`, `routing-second.yaml`."""


def files(kind: str) -> list[Path]:
    """The files with cases of a kind, in order."""
    return sorted(FOLDER.glob(f"{kind}*.yaml"))


def schema_file(kind: str) -> Path:
    """The schema that files of a kind name in their first line."""
    return FOLDER / f"{kind}.schema.json"


def schema(kind: str) -> str:
    """The schema of a kind, as its file should be."""
    return json.dumps(SETS[kind].model_json_schema(), indent=2, sort_keys=True) + "\n"


def routing(path: Path) -> CaseSet[RoutingCase]:
    """Messages and what they ask for."""
    return CaseSet[RoutingCase].model_validate(_tree(path))


def reading(path: Path) -> CaseSet[ReadingCase]:
    """Words and the values in them."""
    return CaseSet[ReadingCase].model_validate(_tree(path))


def answering(path: Path) -> CaseSet[AnsweringCase]:
    """Questions and the passages that answer them."""
    return CaseSet[AnsweringCase].model_validate(_tree(path))


def refusing(path: Path) -> CaseSet[RefusingCase]:
    """What has to change nothing."""
    return CaseSet[RefusingCase].model_validate(_tree(path))


def _tree(path: Path) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    for each in SETS:
        schema_file(each).write_text(schema(each), encoding="utf-8")
