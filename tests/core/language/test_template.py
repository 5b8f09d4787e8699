"""A template fits where its words stand, and says where the account is."""

import pytest

from bot.core.language.cue import point_of
from bot.core.language.template import Template

SETS = {"chase": frozenset({"chase", "pursue"}), "prep": frozenset({"on", "with", "the"})}


def _fits(template: str, text: str, point: int = 0) -> str | None:
    """The words for the account, `yes` where the template has no place for one, None where it does not fit."""
    words = text.split()
    found = Template(template, SETS).match(
        words, point, lambda begin, end: words[begin:end] in (["acme"], ["acme", "inc"])
    )
    if found is None:
        return None
    return "yes" if found.account is None else " ".join(words[slice(*found.account)])


@pytest.mark.parametrize(
    ("template", "text", "fits"),
    [
        ("should i|we <chase> {a}", "should we pursue acme", "acme"),
        ("should i|we <chase> {a}", "so should i chase acme or not", "acme"),
        ("should i|we <chase> {a}", "should they chase acme", None),
        ("brief <prep>* {a}", "brief with the acme", "acme"),
        ("brief <prep>* {a}", "brief acme", "acme"),
        ("brief <prep>* {a}", "brief with the", None),
        ("is {a} fit", "is acme inc fit", "acme inc"),
        ("about {a}", "about acme inc", "acme inc"),
        ("really? fit", "fit", "yes"),
        ("really? fit", "really fit", "yes"),
        ("a ... b", "a b", "yes"),
        ("a ... b", "a 1 2 3 4 b", "yes"),
        ("a ... b", "a 1 2 3 4 5 b", None),
        ("fit $", "a fit", "yes"),
        ("fit $", "fit for us", None),
        ("help {a}?", "help", "yes"),
        ("help {a}?", "help acme", "acme"),
        ("help", "", None),
    ],
)
def test_match(template: str, text: str, fits: str | None) -> None:
    """Words, sets, gaps and the place for an account mean what the docstring says."""
    assert fits == _fits(template, text)


def test_a_sentence_begins_at_its_point() -> None:
    """A template for the beginning fits where a sentence comes to its point, and nowhere else."""
    assert "yes" == _fits("^ fit", "hey fit", point=1)
    assert _fits("^ fit", "hey fit", point=0) is None


def test_the_point_of_a_sentence() -> None:
    """Greetings and polite beginnings come before the point; where there is nothing else, they are the point."""
    assert 2 == point_of(["hey", "fika", "brief", "me"])
    assert 3 == point_of(["can", "you", "please", "show", "acme"])
    assert 0 == point_of(["hey"])
    assert 0 == point_of([])


def test_words() -> None:
    """A template knows the words it is made of."""
    assert frozenset({"is", "chase", "pursue"}) == Template("^ is {a} <chase>? ... $", SETS).words
