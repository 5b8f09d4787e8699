"""Origin: the delivery that something is written for, so that beginning it anew writes nothing twice.

What is written is noted with its delivery in the same transaction: {"answers": [1, 2]}, {"retracted": [1]},
{"account": 5}, {"gap": 7}, {"stage": 5}. One delivery writes each of these at most once, whatever else it writes.
"""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from bot.ports import UnitOfWork


def written(work: UnitOfWork, origin: int | None) -> Mapping[str, JsonValue]:
    """What was written for a delivery already; nothing where there is no delivery."""
    effect = None if origin is None else work.inbox.effect(origin)
    return effect if isinstance(effect, dict) else {}


def ids(written: Mapping[str, JsonValue], what: str) -> tuple[int, ...] | None:
    """The ids of one kind among what was written; None where none of it was written."""
    noted = written.get(what)
    if noted is None:
        return None
    return tuple(each for each in (noted if isinstance(noted, list) else [noted]) if isinstance(each, int))


def note(work: UnitOfWork, origin: int | None, what: str, noted: int | Sequence[int]) -> None:
    """Note what was written for a delivery beside what was noted before."""
    if origin is not None:
        new: JsonValue = noted if isinstance(noted, int) else list[JsonValue](noted)
        work.inbox.note_effect(origin, {**written(work, origin), what: new})
