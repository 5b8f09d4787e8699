"""Subject: which gaps are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.gap import GapKind, Missing
from bot.core.gap_subject import same_words, subject_of
from bot.core.journey import StageId

TEXT = st.text(min_size=1).filter(str.strip)


def missing(what: str, kind: GapKind = GapKind.CONTENT, **about: object) -> Missing:
    """What is missing."""
    return Missing.model_validate({"kind": kind, "what": what, **about})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no case study for hospitals", "No case studies for the hospital!"),
        ("we have no deck", "No deck."),
        ("no deck – at all", "no deck, at all"),
        ("Ｎo deck", "no deck"),
        ("🚀", " 🚀 "),
        ("the", "The"),
    ],
)
def test_the_same_words(one: str, other: str) -> None:
    """Case, marks, plurals and words that say nothing make no difference."""
    assert subject_of(missing(one)) == subject_of(missing(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no C++ SDK", "no C# SDK"),
        ("no deck", "a deck"),
        ("no $5M case", "no €5M case"),
        ("no deck for CFOs", "no deck for CTOs"),
        ("🚀", "🐘"),
        ("the", "an"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    """What changes the meaning makes another gap."""
    assert subject_of(missing(one)) != subject_of(missing(other))


@pytest.mark.parametrize("kind", [GapKind.TRAIT, GapKind.CONTRADICTION])
def test_a_trait_is_the_subject(kind: GapKind) -> None:
    """About the same trait, words do not count; about different ones, or none, they are different gaps."""
    budget = subject_of(missing("nobody knows", kind, trait="budget"))

    assert budget == subject_of(missing("they would not say", kind, trait="budget"))
    assert budget != subject_of(missing("nobody knows", kind, trait="revenue"))
    assert budget != subject_of(missing("nobody knows", kind))
    assert budget != subject_of(missing("nobody knows", GapKind.KNOWLEDGE, trait="budget"))


def test_a_persona_is_the_subject() -> None:
    """Somebody not met is the same gap in any words."""
    cfo = subject_of(missing("not met", GapKind.PERSONA, persona="cfo"))

    assert cfo == subject_of(missing("no CFO yet", GapKind.PERSONA, persona="cfo"))
    assert cfo != subject_of(missing("not met", GapKind.PERSONA, persona="cto"))
    assert cfo != subject_of(missing("not met", GapKind.PERSONA))


def test_content_is_for_a_stage_and_a_persona() -> None:
    """The same words for another stage or persona are another gap; of a need for the product they are not."""
    about = [{}, {"stage": StageId.BUY}, {"persona": "cfo"}, {"stage": StageId.BUY, "persona": "cfo"}]

    assert 4 == len({subject_of(missing("no deck", **each)) for each in about})
    assert 1 == len({subject_of(missing("no SSO", GapKind.PRODUCT, **each)) for each in about})


@given(TEXT)
def test_words_are_reduced_once(text: str) -> None:
    """Whatever was written, something is left to compare by, and case and blanks around it never matter."""
    assert same_words(text)
    assert same_words(text) == same_words(f"  {text} ")


def test_an_account_is_not_part_of_it() -> None:
    """Whoever compares gaps compares accounts as well."""
    assert subject_of(missing("no deck")) == subject_of(missing("no deck", account_id=3))
