"""What the labelled messages teach is what the second opinion knows."""

from bot.core.language.common import COMMON_WORDS
from bot.core.language.second_opinion import learned, opinion_of, signs_of
from bot.core.request import RequestKind
from tests.evals import cases, learning
from tests.evals.learning import Example

K = RequestKind
SAID = {
    K.FIT_QUESTION: ("is @ a fit", "does @ fit"),
    K.BRIEFING: ("brief me on @", "a briefing on @"),
    K.UNKNOWN: ("@ has 120 people", "@ has 40 people"),
}
TAUGHT = [
    Example("batch", text, (kind,), signs_of([(text.split(), False)])) for kind, texts in SAID.items() for text in texts
]


def test_learn() -> None:
    """Messages that were taught are taken for what they were labelled as, in whichever order they were taught."""
    weights = learning.learn(TAUGHT)

    assert [each.kinds[0] for each in TAUGHT] == [opinion_of(each.signs, weights).kind for each in TAUGHT]
    assert weights == learning.learn(reversed(TAUGHT))


def test_written() -> None:
    """The weights are written as a module from which the very same are read."""
    weights = learning.learn(TAUGHT)
    module: dict[str, dict[str, str]] = {}
    exec(learning.written(weights), module)

    read: dict[str, dict[RequestKind, float]] = {}
    for kind, text in module["WEIGHTS"].items():
        fields = text.split()
        for sign, tenths in zip(fields[::2], fields[1::2], strict=True):
            read.setdefault(sign, {})[RequestKind(kind)] = int(tenths) / 10
    assert weights == read


def test_knows_the_cases() -> None:
    """The weights that ship take at least nine in ten of the labelled messages for what they are."""
    known = learning.examples()

    right = sum(opinion_of(each.signs, learned()).kind in each.kinds for each in known)
    assert right >= 0.9 * len(known)


def test_says_nothing_of_accounts() -> None:
    """No account's name is among the words that anything was learned about."""
    names = {
        name.casefold() for path in cases.files("routing") for name in cases.routing(path).accounts if " " not in name
    }

    assert set() == (names - COMMON_WORDS) & set(learned())
