"""Search a pack's passages."""

from typing import Annotated

import typer

from bot.cli.terminal import JsonOption, PackOption, TodayOption, say, terminal
from bot.core.canonical import canonical_json
from bot.core.passage import Hit
from bot.flows.packs import current_pack
from bot.flows.search import excerpt, search


def search_pack(
    text: Annotated[str, typer.Argument(help="What to look for.")],
    pack: PackOption = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only passages of this kind, as asset or playbook.")
    ] = None,
    stage: Annotated[str | None, typer.Option("--stage", help="Only passages for this journey stage.")] = None,
    persona: Annotated[str | None, typer.Option("--persona", help="Only passages for this persona.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many at the most.")] = 5,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find passages of the pack by meaning, best first."""
    at = terminal()
    current = current_pack(at.pack(pack), at.team, at.ports)
    hits = search(text, current.pack, at.ports, at.today(today), kind=kind, stage=stage, persona=persona, limit=limit)
    if as_json:
        say(canonical_json(_as_json(hit)) for hit in hits)
    elif hits:
        say(line for hit in hits for line in _lines(hit))
    else:
        say(["Nothing in the knowledge matches that."])


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
