"""Search a pack's passages, for one question or for many from standard input."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.cli.terminal import JsonOption, PackOption, TodayOption, say, terminal
from bot.core.canonical import canonical_json
from bot.core.errors import FikaError, StateUnavailable
from bot.core.excerpt import excerpt, on_one_line
from bot.core.passage import Hit, Meaning
from bot.core.passage_meaning import meanings
from bot.flows.packs import current_pack
from bot.flows.search import search

_MANY = "-"
_EXCERPT = 200
"""Characters of a passage that are shown."""
_FORM = '{"query": "who signs?", "kind": "asset", "stage": "buy", "persona": "cfo"}'


class _Asked(BaseModel):
    """One question of many, with what it is narrowed to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    query: str
    kind: str | None = None
    stage: str | None = None
    persona: str | None = None
    industry: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """What answers one question."""

    asked: str
    hits: Sequence[Hit]
    meant: Sequence[Meaning]
    full: bool
    """Whether passages are shown whole."""

    def rows(self) -> list[dict[str, object]]:
        """The passages as JSON has them."""
        return [
            {
                "id": hit.passage.id,
                "kind": hit.passage.kind.value,
                "title": hit.passage.title,
                "score": round(hit.score, 4),
                "excerpt": hit.passage.text if self.full else self._excerpt(hit),
                "url": hit.passage.url,
            }
            for hit in self.hits
        ]

    def lines(self) -> list[str]:
        """The passages as a person reads them."""
        return [line for hit in self.hits for line in self._lines_of(hit)]

    def _lines_of(self, hit: Hit) -> Iterator[str]:
        passage = hit.passage
        yield f"{hit.score:.2f}  {passage.title}  ({passage.id})"
        said = passage.text.splitlines() if self.full else [self._excerpt(hit)]
        yield from (f"      {line}" for line in [*said, *([passage.url] if passage.url else [])])

    def _excerpt(self, hit: Hit) -> str:
        """What is nearest in a passage, on one line."""
        return on_one_line(excerpt(hit.passage.text, self.asked, _EXCERPT, self.meant))


def search_pack(
    text: Annotated[str, typer.Argument(help="What to look for; - reads questions as JSON, one a line.")],
    pack: PackOption = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only passages of this kind, as asset or playbook.")
    ] = None,
    stage: Annotated[str | None, typer.Option("--stage", help="Only passages for this journey stage.")] = None,
    persona: Annotated[str | None, typer.Option("--persona", help="Only passages for this persona.")] = None,
    industry: Annotated[str | None, typer.Option("--industry", help="Only passages for this industry.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many at the most.")] = 5,
    full: Annotated[bool, typer.Option("--full", help="Whole passages, not what is nearest in each.")] = False,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find passages of the pack by meaning and by words, best first."""
    at = terminal()
    current = current_pack(at.pack(pack), at.team, at.ports)
    day = at.today(today)

    def found(asked: _Asked) -> _Found:
        narrowed = asked.model_dump(exclude={"query"})
        hits = search(asked.query, current.pack, at.ports, day, **narrowed, limit=limit)
        return _Found(asked.query, hits, meanings(asked.query, current.pack), full=full)

    sides = {"kind": kind, "stage": stage, "persona": persona, "industry": industry}
    if text == _MANY:
        if not as_json:
            raise FikaError("Many questions are answered as JSON: give --json as well.")
        say(_each_line(sys.stdin, sides, found))
        return
    answer = found(_Asked(query=text, **sides))
    if as_json:
        say(canonical_json(row) for row in answer.rows())
    else:
        say(answer.lines() or ["Nothing in the knowledge matches that."])


def _each_line(lines: Iterable[str], sides: dict[str, str | None], found: Callable[[_Asked], _Found]) -> Iterator[str]:
    """One list of passages for each line with a question; a side that a line leaves open is as the options say."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = _Asked.model_validate_json(line)
            open_sides = {side: value for side, value in sides.items() if getattr(asked, side) is None}
            answer = found(asked.model_copy(update=open_sides))
        except ValidationError as wrong:
            raise FikaError(f"Line {number} is no question. Write one object a line: {_FORM}.") from wrong
        except StateUnavailable:
            raise
        except FikaError as wrong:
            raise FikaError(f"Line {number}: {wrong}") from wrong
        yield canonical_json(answer.rows())
