"""Learn what a message likely asks for: `python -m tests.evals.learning` writes the weights anew.

All labelled messages teach: those of the cases, and the wordings and routes of `tests/data`. Everything is reckoned in
one fixed order and nothing is drawn, so the same messages give the same weights. With `--check` nothing is written: each
batch is judged by what the other batches teach.
"""

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from bot.core.language.common import COMMON_WORDS
from bot.core.language.hearing import hear
from bot.core.language.second_opinion import (
    ANYTHING_ELSE,
    JUDGED,
    UNIT,
    Weights,
    opinion_of,
    shares_of,
    signs_of,
)
from bot.core.request import RequestKind
from bot.flows.route import lexicon_for
from tests import labelled
from tests.evals import cases

FILE = Path(__file__).parents[2] / "bot/core/language/second_opinion_weights.py"
_ROUNDS = 15
_STEP = 1.0
_PULL = 0.002
"""How much a weight is pulled back towards nothing each time its sign is seen."""
_FEWEST = 2
"""Messages in which a sign has to stand."""
_LEAST = 6
"""Tenths; a weight below is left out."""
_WIDTH = 116
_HEAD = '''"""Second opinion weights: how much a word, or two in a row, speaks for each kind of request, in tenths.

Made by `python -m tests.evals.learning` from the labelled messages; not to be edited by hand.
"""

WEIGHTS = {
'''

_Sums = dict[str, dict[RequestKind, float]]


class Example(NamedTuple):
    """A labelled message, as it is judged."""

    batch: str
    text: str
    kinds: tuple[RequestKind, ...]
    """What it asks for, and then what it may be taken for as well."""
    signs: tuple[str, ...]


def examples() -> list[Example]:
    """Every labelled message in which there is a word."""
    batches = {path.stem: cases.routing(path) for path in cases.files("routing")}
    found = [
        _example(name, case.text, (case.kind, *case.also), batch.pack, batch.accounts)
        for name, batch in batches.items()
        for case in batch.cases
    ]
    for name in ("wordings", "routes"):
        found += [
            _example(name, case["text"], (_kind(case),), case.get("pack", "harbor"), (*labelled.ACCOUNTS, "Initech"))
            for case in labelled.cases(name)
        ]
    return [each for each in found if each.signs]


def _kind(case: labelled.Case) -> RequestKind:
    """The kind of a labelled message; the next question of no account is the work list."""
    kind = RequestKind(case["kind"])
    is_list = kind is RequestKind.NEXT_QUESTION and not (case.get("account") or case.get("meant"))
    return RequestKind.WORK_LIST if is_list else kind


def _example(batch: str, text: str, kinds: Sequence[RequestKind], pack: str, accounts: Sequence[str]) -> Example:
    names = labelled.names(*accounts)
    lines = hear(text, lexicon_for(labelled.pack(pack)), names).lines
    unsaid = {name.casefold() for name in accounts} - COMMON_WORDS
    signs = signs_of([([key for key in line.keys if key not in unsaid], line.asks) for line in lines])
    return Example(batch, text, tuple(kind if kind in JUDGED else ANYTHING_ELSE for kind in kinds), signs)


def learn(taught: Iterable[Example]) -> Weights:
    """Weights under which the labels of messages are likely: logistic regression, one message after the other."""
    spread = sorted(taught, key=lambda each: (each.text[::-1], each.batch))
    counted = Counter(sign for each in spread for sign in each.signs)
    weights: _Sums = {sign: dict.fromkeys(JUDGED, 0.0) for sign, count in counted.items() if count >= _FEWEST}
    squares: _Sums = defaultdict(lambda: dict.fromkeys(JUDGED, 1e-8))
    for _ in range(_ROUNDS):
        for each in spread:
            _learn_one(each, weights, squares)
    tenths = {sign: {kind: round(weight * UNIT) for kind, weight in of.items()} for sign, of in weights.items()}
    kept = {sign: {kind: n / UNIT for kind, n in of.items() if abs(n) >= _LEAST} for sign, of in tenths.items()}
    return {sign: of for sign, of in kept.items() if of}


def _learn_one(each: Example, weights: _Sums, squares: _Sums) -> None:
    shares = shares_of(each.signs, weights)
    strength = 1 / math.sqrt(len(each.signs))
    for sign in each.signs:
        for kind, weight in weights.get(sign, {}).items():
            slope = (shares[kind] - (kind is each.kinds[0])) * strength + _PULL * weight
            squares[sign][kind] += slope * slope
            weights[sign][kind] -= _STEP * slope / math.sqrt(squares[sign][kind])


def written(weights: Weights) -> str:
    """Weights as the module that holds them: for each kind its signs, those that speak for it most first."""
    parts = [_HEAD]
    for kind in JUDGED:
        of = sorted((-round(each[kind] * UNIT), sign) for sign, each in weights.items() if kind in each)
        fields = " ".join(f"{sign} {-tenths}" for tenths, sign in of)
        lines = "\n".join(wrap(fields, _WIDTH, break_long_words=False, break_on_hyphens=False))
        parts.append(f'    "{kind.value}": """\n{lines}\n""",\n')
    return "".join([*parts, "}\n"])


def check(known: Sequence[Example]) -> None:
    """Print for each batch how often its messages are taken for what they are by what the others teach."""
    for batch in sorted({each.batch for each in known}):
        weights = learn(each for each in known if each.batch != batch)
        asked = [each for each in known if each.batch == batch]
        right = sum(opinion_of(each.signs, weights).kind in each.kinds for each in asked)
        print(f"{batch:20} {right:4} of {len(asked):4} {right / len(asked):.0%}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--check", action="store_true", help="judge each batch by the others, and write nothing")
    if parser.parse_args().check:
        check(examples())
    else:
        FILE.write_text(written(learn(examples())), encoding="utf-8")
