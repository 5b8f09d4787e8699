"""Instances: small packs of all sorts, drawn by a seed, for which the best of all policies can be worked out."""

import random

from bot.core.scorecard import Scorecard
from tests.strategies import SCALE, Json, scorecard_of

OPTIONS = ("a", "b", "c", "d")


def instance(size: int, seed: int) -> Scorecard:
    """A pack of that many choices of two to four options, one or two positive ICPs and perhaps a negative one."""
    draw = random.Random(f"{size}, {seed}")  # a text: seeds of different sizes have nothing to do with each other
    options = [OPTIONS[: draw.choice([2, 2, 3, 3, 4])] for _ in range(size)]
    icps = [_positive(role, options, draw) for role in ("primary", "secondary")[: draw.choice([1, 2, 2])]]
    if draw.random() < 0.6:
        icps.append(_negative(options, draw))
    return scorecard_of(
        {
            "name": "drawn",
            "title": "Drawn",
            "version": 1,
            "owner": "a@example.com",
            "reviewed_on": "2026-11-01",
            "traits": [_trait(place, each) for place, each in enumerate(options)],
            "icps": icps,
        }
    )


def _trait(place: int, options: tuple[str, ...]) -> Json:
    ask = {"kind": "choice", "group": "firmographic", "question": "?", "label": "T"}
    return {"id": f"t{place}", "options": {option: {} for option in options}, **ask}


def _positive(role: str, options: list[tuple[str, ...]], draw: random.Random) -> Json:
    """An ICP that rates most traits and has a gate at some."""
    ratings: Json = {}
    for place, each in enumerate(options):
        if place == 0 or draw.random() < 0.9:
            points = {option: draw.choice(SCALE) for option in each}
            points[draw.choice(each)] = draw.choice([1, 3, 5])
            ratings[f"t{place}"] = {"points": points, "required": draw.random() < 0.25}
    return {"id": role, "role": role, "name": role, "ratings": ratings}


def _negative(options: list[tuple[str, ...]], draw: random.Random) -> Json:
    """An ICP that rates a third of the traits and is knocked out by some."""
    icp: Json = {"id": "negative", "role": "negative", "name": "negative", "ratings": {}, "knockouts": {}}
    for place, each in enumerate(options):
        if draw.random() < 0.35:
            icp["ratings"][f"t{place}"] = {"points": {draw.choice(each): draw.choice([-1, -3, -5])}}
        if draw.random() < 0.12:
            icp["knockouts"][f"t{place}"] = [draw.choice(each)]
    return icp
