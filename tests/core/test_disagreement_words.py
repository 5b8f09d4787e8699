"""Disagreement words: both sides, whether it matters, and the words in which a person settles it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.disagreement import Disagreement, Keep, disagreement
from bot.core.disagreement_words import (
    Teller,
    contradiction_words,
    keep_in_words,
    matters_words,
    not_disputed_words,
    settled_words,
    sides_words,
)
from bot.core.gap import Closing
from bot.core.scorecard import Scorecard
from bot.core.verdict import Verdict
from tests.small import NOW, TODAY, pack, person

CRM = Source(kind=SourceKind.IMPORT, person="crm.csv")
MAY = date(2026, 5, 1)


def said(number: int, value: object, source: Source, on: date | None = None, quote: str | None = None) -> Answer:
    """An answer about employees."""
    return Answer.model_validate(
        {"id": number, "trait": "employees", "value": value, "source": source, "on": on, "quote": quote}
        | {"recorded_at": NOW}
    )


def found(*more: Answer, quote: str | None = None) -> Disagreement:
    """What ann says today against the CRM's answer of May."""
    new = said(9, 200, person(), TODAY, quote)
    account = Account(id=1, name="Acme", answers=(said(1, 5, CRM, MAY), *more, new))
    excluded = disagreement(Scorecard.of(pack()), account, "employees", new, TODAY)
    assert excluded is not None
    return excluded


def teller(today: date = TODAY) -> Teller:
    """How ann is told."""
    return Teller(pack(), today, lambda source: "you" if source == person() else "import crm.csv")


def test_both_sides_with_source_date_and_words() -> None:
    """The old before the new, and the words where there are any."""
    assert "Employees: import crm.csv said 5 on 2026-05-01; you said 200 today." == sides_words(found(), teller())
    quoted = sides_words(found(quote="about 200,\n I think"), teller(TODAY + timedelta(days=1)))
    assert quoted.endswith("you said 200 on 2026-11-01 (“about 200, I think”).")


def test_an_answer_without_a_day_is_told_with_the_day_it_was_given() -> None:
    """There is always a date to compare."""
    undated = replace(found(), others=(said(1, 5, CRM),))
    assert "import crm.csv said 5 today;" in sides_words(undated, teller())


def test_a_unit_is_said_once_for_each_side() -> None:
    """And not where the value alone is told apart from the other."""
    trait = pack().traits[1].model_copy(update={"unit": "people"})
    united = pack().model_copy(update={"traits": (trait,)})

    assert "said 5 people on" in sides_words(found(), replace(teller(), pack=united))
    assert "200 holds, not 5." == settled_words(found(), Keep.NEW, replace(teller(), pack=united))


def test_a_trait_that_the_pack_has_no_more_is_told_as_it_was_stored() -> None:
    """By its id, with the plain value."""
    nothing = replace(teller(), pack=pack().model_copy(update={"traits": ()}))
    assert "employees: import crm.csv said 5 on 2026-05-01; you said 200 today." == sides_words(found(), nothing)


@pytest.mark.parametrize(
    ("if_new", "if_old", "if_both", "expected"),
    [
        (
            [Verdict.PRIMARY_A, Verdict.PRIMARY_B],
            [Verdict.NO_FIT],
            [Verdict.PRIMARY_A, Verdict.PRIMARY_B, Verdict.NO_FIT],
            "It matters: with 200, primary/A or primary/B is possible; with 5, it is no fit.",
        ),
        ([Verdict.NO_FIT], [Verdict.NO_FIT], [Verdict.NO_FIT], "Either way the verdict is the same: no fit."),
        (
            [Verdict.PRIMARY_A, Verdict.NO_FIT],
            [Verdict.PRIMARY_A, Verdict.NO_FIT],
            [Verdict.PRIMARY_A, Verdict.NO_FIT],
            "Either way the same verdicts stay possible.",
        ),
        (
            [Verdict.NO_FIT],
            [Verdict.NO_FIT],
            [Verdict.PRIMARY_C, Verdict.NO_FIT],
            "With either of them it is no fit; while nobody knows which, primary/C or no fit is possible.",
        ),
        (
            [Verdict.PRIMARY_A],
            [Verdict.PRIMARY_A, Verdict.PRIMARY_B, Verdict.PRIMARY_C, Verdict.NO_FIT],
            [Verdict.PRIMARY_A, Verdict.PRIMARY_B, Verdict.PRIMARY_C, Verdict.NO_FIT],
            (
                "It matters: with 200, it is primary/A; with 5, 4 verdicts are possible, primary/A at best and no fit at "
                "worst."
            ),
        ),
    ],
)
def test_whether_it_matters(
    if_new: list[Verdict], if_old: list[Verdict], if_both: list[Verdict], expected: str
) -> None:
    """A verdict is stated where one is left, and never where it is open."""
    told = replace(found(), if_new=tuple(if_new), if_old=tuple(if_old), if_both=tuple(if_both))
    assert expected == matters_words(told, teller())


def test_what_was_decided() -> None:
    """In a few words, each value once."""
    others = found(said(2, 7, person("bob")), said(3, 5, person("eve")))
    assert [
        "200 holds, not 5 or 7.",
        "5 or 7 holds, not 200.",
        "5 or 7 and 200 both stay possible.",
    ] == [settled_words(others, keep, teller()) for keep in Keep]


def test_that_there_is_nothing_to_decide() -> None:
    """Because it was settled, with who did that and how; because the sources agree; or because of something newer."""
    by_ann = Closing(reason="200 holds, not 5.", source=person(), at=NOW)
    unexplained = Closing(reason=None, source=CRM, at=NOW)

    def told(closed: Closing | None, *, newer: bool = False) -> str:
        return not_disputed_words("employees", closed, teller(), newer=newer)

    assert "Employees is settled already, by you: 200 holds, not 5." == told(by_ann)
    assert "Employees is settled already, by import crm.csv." == told(unexplained)
    assert "Employees: no source contradicts another one any more, so nothing was changed." == told(None)
    assert "Something newer was said about Employees since, so nothing was changed." == told(by_ann, newer=True)


def test_the_gap_log_holds_no_person_and_no_words_of_theirs() -> None:
    """What people may have deleted must not stand in what is missing."""
    told = contradiction_words(found(quote="my own words"), pack(), TODAY)

    assert "Employees: 5 (import crm.csv) against 200 (a person)" == told


@pytest.mark.parametrize(
    ("keep", "texts"),
    [
        (
            Keep.NEW,
            [
                "1",
                "1.",
                "1)",
                "new",
                "New!",
                "the new one",
                "mine",
                "my answer",
                "keep the new one",
                "the newer value",
                "the latest",
                "use mine",
                "ok, the new one",
                "the new one is right",
                "yes the new one please",
                '"new"',
                "let's keep the new one",
                "it's the new one",
                "  the   NEW one ",
                "My answer holds.",
            ],
        ),
        (
            Keep.OLD,
            [
                "2",
                "old",
                "the old one",
                "keep the old",
                "keep the old one please",
                "the older answer",
                "theirs",
                "the other one",
                "the previous value",
                "trust the old one",
                "the earlier one is correct",
                "No, the old one",
            ],
        ),
        (
            Keep.BOTH,
            [
                "3",
                "both",
                "leave both",
                "keep both",
                "both possible",
                "both stay possible",
                "both are possible",
                "don't know which",
                "I don’t know which one",
                "not sure which",
                "I'm not sure which one is right",
                "can't tell which",
                "leave it open",
                "do not know which holds",
            ],
        ),
    ],
)
def test_words_that_settle_it(keep: Keep, texts: list[str]) -> None:
    """By number or in plain words, in any case, with or without marks."""
    assert dict.fromkeys(texts, keep) == {text: keep_in_words(text) for text in texts}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4",
        "12",
        "1 2",
        "why?",
        "200",
        "undo",
        "Acme has 200 employees",
        "new account",
        "add new",
        "what is new?",
        "old or new?",
        "the new one or the old one",
        "I don't know",
        "not the new one",
        "yes",
        "no",
        "my",
        "my accounts",
        "keep",
        "which",
        "both of them have budget",
        "the other one has 40",
        "is the new one right?",
    ],
)
def test_words_that_say_something_else(text: str) -> None:
    """What is not plainly a choice is answered as ever."""
    assert keep_in_words(text) is None


@given(st.text())
def test_any_words_are_borne(text: str) -> None:
    """Whatever somebody types, it is read or it is not."""
    assert keep_in_words(text) in {*Keep, None}
