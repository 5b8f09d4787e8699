"""The words for how an account stands against a framework."""

from datetime import date
from itertools import product

import pytest

from bot.core.cell import partition
from bot.core.overlay import Held, ItemState, Qualification
from bot.core.qualification import MQL, Framework, Item, item_trait
from bot.core.qualification_words import (
    answer_words,
    fit_words,
    headline,
    held_words,
    others_words,
    sentence,
)
from bot.core.standing import standing
from bot.core.verdict import Verdict
from tests.small import pack
from tests.strategies import answer_of

YES, NO, OPEN = Held.YES, Held.NO, Held.OPEN
FITS = {
    YES: (Verdict.PRIMARY_A,),
    NO: (Verdict.NO_FIT, Verdict.DISQUALIFIED),
    OPEN: (Verdict.PRIMARY_A, Verdict.NO_FIT),
}
LABELS = ("Budget", "Authority", "Need", "Timeline")


def stands(fit: Held, *helds: Held, labels: tuple[str, ...] = LABELS, verdicts: tuple[Verdict, ...] = ()) -> str:
    """The sentence for items that stand so."""
    return sentence(_qualification(fit, helds, labels, verdicts))


def _qualification(
    fit: Held, helds: tuple[Held, ...], labels: tuple[str, ...] = LABELS, verdicts: tuple[Verdict, ...] = ()
) -> Qualification:
    items = tuple(Item(id=f"i{number}", label=label, question="?") for number, label in enumerate(labels))
    framework = Framework(id="bant", title="BANT", items=items)
    states = tuple(_state(framework, item, held) for item, held in zip(items, helds, strict=False))
    return Qualification("Acme", framework, fit, verdicts or FITS[fit], states)


def _state(framework: Framework, item: Item, held: Held, *values: object) -> ItemState:
    trait = item_trait(framework, item)
    answers = [answer_of(number, trait.id, value) for number, value in enumerate(values)]
    return ItemState(item, trait, held, standing(trait, partition(trait, ()), answers, date(2026, 11, 22)))


@pytest.mark.parametrize(
    ("fit", "helds", "said"),
    [
        (YES, (YES, YES, YES, YES), "Fits; budget, authority, need and timeline are there."),
        (NO, (YES, YES, YES, YES), "Budget, authority, need and timeline are there, but the account does not fit."),
        (
            OPEN,
            (YES, YES, YES, YES),
            "Whether the account fits is open; budget, authority, need and timeline are there.",
        ),
        (YES, (YES, OPEN, YES, OPEN), "Fits; budget and need are there; authority and timeline are open."),
        (YES, (NO, OPEN, YES, YES), "Fits; need and timeline are there; budget is not there; authority is open."),
        (
            NO,
            (YES, NO, NO, NO),
            "Budget is there, but the account does not fit; authority, need and timeline are not there.",
        ),
        (NO, (OPEN, OPEN, OPEN, OPEN), "The account does not fit; budget, authority, need and timeline are open."),
        (
            OPEN,
            (OPEN, NO, NO, NO),
            "Whether the account fits is open; authority, need and timeline are not there; budget is open.",
        ),
    ],
)
def test_sentences(fit: Held, helds: tuple[Held, ...], said: str) -> None:
    """Fit first, then what is there, what is not, and what is open; what is there counts for little without fit."""
    assert said == stands(fit, *helds)


@pytest.mark.parametrize(("fit", "helds"), [(fit, each) for fit in Held for each in product(Held, repeat=4)])
def test_every_item_is_named_once(fit: Held, helds: tuple[Held, ...]) -> None:
    """Each item stands with how it stands, and nothing is said that is not so."""
    said = stands(fit, *helds)

    for label in LABELS:
        assert 1 == said.casefold().count(label.casefold())
    for held, words in ((YES, ("is there", "are there")), (NO, ("not there",)), (OPEN, ("is open", "are open"))):
        left = said.replace("Whether the account fits is open", "")
        assert (held in helds) == any(each in left for each in words)
    assert (fit is NO) == ("does not fit" in said)
    assert (fit is YES) == said.startswith("Fits")


def test_fit_that_is_not_good_enough() -> None:
    """An account that may still be nurtured is not said not to fit."""
    nurtured = _qualification(NO, (YES,), verdicts=(Verdict.PRIMARY_C,))
    perhaps = _qualification(NO, (YES,), verdicts=(Verdict.PRIMARY_C, Verdict.NO_FIT))

    assert "the account does not fit well enough" == fit_words(nurtured) == fit_words(perhaps)
    assert "Budget is there, but the account does not fit well enough." == sentence(nurtured)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Economic buyer", "economic buyer is"),
        ("ROI", "ROI is"),
        ("iPad fleet", "iPad fleet is"),
        ("Metrics", "metrics are"),
        ("Decision criteria", "decision criteria are"),
        ("Decision process", "decision process is"),
        ("Status", "status is"),
        ("Analysis", "analysis is"),
        ("Budget, in place", "budget (in place) is"),
        ("X", "x is"),
    ],
)
def test_labels_in_a_sentence(label: str, said: str) -> None:
    """They read as words of the sentence, one thing or several."""
    assert f"Fits; {said} open." == stands(YES, OPEN, labels=(label,))


@pytest.mark.parametrize(
    ("fit", "need", "said"), [(YES, YES, "yes"), (YES, OPEN, "open"), (OPEN, YES, "open"), (NO, OPEN, "no")]
)
def test_the_headline(fit: Held, need: Held, said: str) -> None:
    """One line has the framework, the account and the answer; what is open is called open."""
    assert f"BANT for Acme: {said}" == headline(_qualification(fit, (need,)))


def test_values_and_other_frameworks() -> None:
    """An answer to an item of its own is there or not there; other frameworks are named by their titles."""
    item = Item(id="need", label="Need", question="?")
    state = _state(Framework(id="bant", title="BANT", items=(item,)), item, YES, True)  # noqa: FBT003

    assert ["there"] == [answer_words(each, state, pack()) for each in state.standing.answers]
    assert "there" == held_words(state)
    assert "Other frameworks: MQL." == others_words([MQL])
