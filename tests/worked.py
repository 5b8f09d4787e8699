"""The pack and the accounts of the worked examples of the scoring rules, plain and as the bot holds them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.core.fit import FitReport, assess
from bot.core.planner import Planner
from bot.core.scorecard import Scorecard
from tests.strategies import TODAY, Json, scorecard_of, still_of

FOLDER = Path(__file__).parent / "data" / "worked"


def _yaml(name: str) -> Any:
    return yaml.safe_load((FOLDER / "pack" / name).read_text(encoding="utf-8"))


@cache
def pack() -> Json:
    """The pack, as parsed."""
    plain: Json = _yaml("pack.yaml")
    plain["traits"] = _yaml("traits.yaml")
    plain["icps"] = [_yaml(f"icps/{name}.yaml") for name in ("primary", "secondary", "negative")]
    return plain


@cache
def scorecard() -> Scorecard:
    """The pack, ready for scoring."""
    return scorecard_of(pack())


@cache
def planner() -> Planner:
    """The planner of the pack, without priors."""
    return Planner(scorecard())


def lines(name: str) -> list[Json]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def account(name: str) -> Json:
    """One of the accounts."""
    return next(each for each in lines("accounts.jsonl") if each["name"] == name)


def report(plain: Json) -> FitReport:
    """What the bot says about an account."""
    return assess(scorecard(), planner(), plain["name"], still_of(scorecard(), plain), TODAY)
