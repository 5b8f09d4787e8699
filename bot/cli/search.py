"""Search a pack's passages, for one question or for many from standard input."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.cli.terminal import JsonOption, PackOption, TodayOption, say, terminal
from bot.core.canonical import canonical_json
from bot.core.errors import FikaError, StateUnavailable
from bot.core.passage import Hit
from bot.flows.packs import current_pack
from bot.flows.search import excerpt, search

_MANY = "-"
_FORM = '{"query": "who signs?", "kind": "asset", "stage": "buy", "persona": "cfo"}'


class _Asked(BaseModel):
    """One question of many, with what it is narrowed to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    query: str
    kind: str | None = None
    stage: str | None = None
    persona: str | None = None
    industry: str | None = None


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
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find passages of the pack by meaning and by words, best first."""
    at = terminal()
    current = current_pack(at.pack(pack), at.team, at.ports)
    day = at.today(today)

    def hits_of(asked: _Asked) -> list[Hit]:
        narrowed = asked.model_dump(exclude={"query"})
        return search(asked.query, current.pack, at.ports, day, **narrowed, limit=limit)

    sides = {"kind": kind, "stage": stage, "persona": persona, "industry": industry}
    if text == _MANY:
        if not as_json:
            raise FikaError("Many questions are answered as JSON: give --json as well.")
        say(_each_line(sys.stdin, sides, hits_of))
        return
    hits = hits_of(_Asked(query=text, **sides))
    if as_json:
        say(canonical_json(_as_json(hit)) for hit in hits)
    elif hits:
        say(line for hit in hits for line in _lines(hit))
    else:
        say(["Nothing in the knowledge matches that."])


def _each_line(
    lines: Iterable[str], sides: dict[str, str | None], hits_of: Callable[[_Asked], list[Hit]]
) -> Iterator[str]:
    """One list of passages for each line with a question; a side that a line leaves open is as the options say."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = _Asked.model_validate_json(line)
            open_sides = {side: value for side, value in sides.items() if getattr(asked, side) is None}
            hits = hits_of(asked.model_copy(update=open_sides))
        except ValidationError as wrong:
            raise FikaError(f"Line {number} is no question. Write one object a line: {_FORM}.") from wrong
        except StateUnavailable:
            raise
        except FikaError as wrong:
            raise FikaError(f"Line {number}: {wrong}") from wrong
        yield canonical_json([_as_json(hit) for hit in hits])


def _as_json(hit: Hit) -> dict[str, object]:
    passage = hit.passage
    return {
        "id": passage.id,
        "kind": passage.kind.value,
        "title": passage.title,
        "score": round(hit.score, 4),
        "excerpt": excerpt(passage.text),
        "url": passage.url,
    }


def _lines(hit: Hit) -> list[str]:
    passage = hit.passage
    lines = [f"{hit.score:.2f}  {passage.title}  ({passage.id})", f"      {excerpt(passage.text)}"]
    return [*lines, f"      {passage.url}"] if passage.url else lines
