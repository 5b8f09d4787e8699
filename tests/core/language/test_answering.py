"""Rep language is read right or asked back, and whatever else a message states is taken, too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.language.answering import asked_back, read_message, subjects
from bot.core.language.hearing import Lexicon
from bot.core.language.parse import Said
from bot.core.language.reading import CannotTell, Reading
from bot.core.language.setting import scene_of
from bot.core.value import read_value
from tests.labelled import names, pack, stretches, vocabulary
from tests.labelled_answers import ANSWERS, ASK, Answer

_MOST_ASKED = 0.05
"""The share of answers that may be asked back although a person would understand them."""
SAID = sorted({word for answer in ANSWERS for word in answer.text.split()})
REPLIES = [answer for answer in ANSWERS if answer.trait is not None]
BESIDE = ["nice folks.", "call went well.", "jane was friendly.", "more next week.", "they liked the demo."]


def _read(text: str, name: str, trait: str | None = None) -> list[Said]:
    known = vocabulary(name)
    return read_message(text, known, known.traits[trait] if trait else None, stretches(text, "acme"))


def _values(answer: Answer, text: str | None = None) -> dict[str, JsonValue]:
    said = _read(text or answer.text, answer.pack, answer.trait)
    return {each.trait: each.value for each in said if isinstance(each, Reading)}


def _expected(answer: Answer) -> dict[str, JsonValue]:
    if answer.trait is None:
        return dict(answer.expected)
    return {} if answer.expected == ASK else {answer.trait: answer.expected}


def _own(answer: Answer, values: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return values if answer.trait is None else {key: values[key] for key in values if key == answer.trait}


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: f"{each.pack} {each.trait}: {each.text}")
def test_no_wrong_value(answer: Answer) -> None:
    """Whatever is read is what was said: no answer gives a value that it does not hold."""
    values, expected = _own(answer, _values(answer)), _expected(answer)

    assert values == {trait: expected[trait] for trait in values if trait in expected}


def test_most_are_read() -> None:
    """Asking back is not the way out: nearly all answers that hold a value are read."""
    missed = [answer for answer in ANSWERS if _own(answer, _values(answer)) != _expected(answer)]

    assert len(ANSWERS) >= 600
    assert len(missed) / len(ANSWERS) <= _MOST_ASKED


class TestLeftOut:
    """What may have been meant for the question is not taken for another, and that is said."""

    def test_it_is_named(self) -> None:
        """Where something else of a message is taken, whatever bare words of it are left out is said."""
        text, known = "saas, they have 120 people", vocabulary("harbor")
        [_, *beside] = read_message(text, known, known.traits["regulation"])

        assert {"employees": 120} == {each.trait: each.value for each in beside if isinstance(each, Reading)}
        [left] = [each for each in beside if isinstance(each, CannotTell)]
        assert ("industry", "saas") == (left.trait, left.quote)
        assert "I left out “saas”. If you mean Industry, say so: Industry: saas." == left.why

    def test_alone_it_is_not(self) -> None:
        """Where nothing else is taken, the question is asked back, and that is all."""
        known = vocabulary("harbor")

        assert ["regulation"] == [
            each.trait for each in read_message("saas, apparently", known, known.traits["regulation"])
        ]


class TestSeveral:
    """A message may hold more than the answer."""

    def test_the_answer_comes_first(self) -> None:
        """The answer and what stands beside it are all taken, each with its words."""
        said = _read("50-100 people, they use salesforce, EUR 2M revenue", "harbor", "employees")

        assert ["employees", "stack", "revenue"] == [each.trait for each in said]
        assert {"min": 50, "max": 100} == getattr(said[0], "value", None)
        assert "they use salesforce" == said[1].quote

    def test_an_answer_that_only_free_text_holds(self) -> None:
        """A number that its own clause explains is the answer, whatever else is counted beside it."""
        (answer, *_) = _read("30 employees, on salesforce, no budget", "harbor", "employees")

        assert 30 == getattr(answer, "value", None)
        assert "30 employees" == answer.quote

    def test_no_answer_to_the_question(self) -> None:
        """A message that as a whole answers another question is no answer, and is not taken for that one either."""
        (answer,) = _read("5 people", "harbor", "journey")

        assert isinstance(answer, CannotTell)

    def test_another_trait_beside_no_answer(self) -> None:
        """What is stated beside an answer that cannot be read is still taken."""
        said = _read("no idea about that, but they have 200 people", "harbor", "revenue")

        assert ["revenue", "employees"] == [each.trait for each in said]
        assert isinstance(said[0], CannotTell)
        assert 200 == getattr(said[1], "value", None)


class TestAskingBack:
    """What cannot be read is asked back with an example."""

    @pytest.mark.parametrize(
        ("name", "trait", "text", "words"),
        [
            ("harbor", "employees", "a few", "120, 50 to 100 or more than 200"),
            ("harbor", "revenue", "a lot", "(USD)"),
            ("harbor", "crm_age", "ages ago", "2 years"),
            ("harbor", "budget", "hm", "yes or no"),
            ("harbor", "industry", "things", "'B2B SaaS'"),
            ("harbor", "stack", "things", "'Salesforce' and 'HubSpot'"),
            ("posthog", "founded", "long ago", "2018"),
            ("molar", "case_acceptance", "good", "65%"),
        ],
    )
    def test_example(self, name: str, trait: str, text: str, words: str) -> None:
        """The sentence carries an example in the trait's own form."""
        (said,) = _read(text, name, trait)

        assert isinstance(said, CannotTell)
        assert words in asked_back(said, vocabulary(name).traits[trait], vocabulary(name))

    @pytest.mark.parametrize(
        ("text", "offer"),
        [
            ("2M a month", 24_000_000),
            ("100k MRR", 1_200_000),
            ("5M per quarter", 20_000_000),
            ("1-2M a month", {"min": 12_000_000, "max": 24_000_000}),
            ("2M a day", None),
        ],
    )
    def test_another_period(self, text: str, offer: JsonValue) -> None:
        """A sum of another period is asked back, and what it makes in a year is offered."""
        (said,) = _read(text, "harbor", "revenue")

        assert isinstance(said, CannotTell)
        assert offer == said.offer
        assert "recorded per year" in said.why

    def test_an_offer_of_free_text(self) -> None:
        """The conversion is offered in free text as well."""
        (said,) = _read("2M a month in revenue", "harbor")

        assert isinstance(said, CannotTell)
        assert 24_000_000 == said.offer

    def test_a_part(self) -> None:
        """A count of one place is asked back, and the place is not taken for where the company is."""
        (said,) = _read("acme has 80 employees in the us", "harbor")

        assert isinstance(said, CannotTell)
        assert "in all" in said.why


def test_subjects() -> None:
    """A known name is a subject, and so is what stands where a name would."""
    lexicon = Lexicon(vocabulary("harbor"), scene_of(pack("harbor")))

    assert (0, 4) in subjects("Acme has 80 people", lexicon, names("Acme"))
    assert (0, 6) in subjects("Zorgle has 80 people", lexicon, ())
    assert [] == subjects("about 80 people", lexicon, ())


def _texts() -> st.SearchStrategy[str]:
    of_words = st.lists(st.sampled_from(SAID), max_size=12).map(" ".join)
    mixed = st.lists(st.one_of(st.sampled_from(SAID), st.text(max_size=6)), max_size=10).map(" ".join)
    return st.one_of(of_words, mixed, st.text(max_size=60))


@given(_texts(), st.sampled_from(["harbor", "posthog", "molar"]), st.integers(0, 30))
def test_anything_typed(text: str, name: str, number: int) -> None:
    """Any text is read without harm: quoted letter by letter, as values that fit, each trait once."""
    traits = [None, *vocabulary(name).traits]

    said = _read(text, name, traits[number % len(traits)])

    assert len(said) == len({each.trait for each in said})
    for each in said:
        assert each.quote in text
        if isinstance(each, Reading):
            read_value(each.value, vocabulary(name).traits[each.trait])
        else:
            assert each.why
            if each.offer is not None:
                read_value(each.offer, vocabulary(name).traits[each.trait])


@given(st.sampled_from(REPLIES), st.sampled_from(BESIDE), st.booleans())
def test_chatter_changes_no_value(answer: Answer, chatter: str, comes_first: bool) -> None:  # noqa: FBT001 - drawn
    """A sentence about nothing in front or behind may keep an answer from being read, but never makes it another."""
    alone = _own(answer, _values(answer))
    text = f"{chatter} {answer.text}" if comes_first else f"{answer.text}. {chatter}"

    beside = _own(answer, _values(answer, text))

    assert beside in ({}, alone, _expected(answer)) or _says_less(alone, beside)


def _says_less(alone: dict[str, JsonValue], beside: dict[str, JsonValue]) -> bool:
    """Whether a list became some of its tags, of which more may be to come: the chatter may name others."""
    (value,) = beside.values()
    return isinstance(value, dict) and set(_tags(value)) <= {tag for each in alone.values() for tag in _tags(each)}


def _tags(value: JsonValue) -> list[str]:
    listed = value.get("at_least") if isinstance(value, dict) else value
    return [str(tag) for tag in listed] if isinstance(listed, list) else []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jane (CFO) said budget is approved", True),
        ("she told me that budget is frozen", False),
        ("she told everyone budget is approved", None),
        ("nobody said budget is approved", None),
        ("they are said budget is approved", None),
        ("the budget was approved but then frozen", None),
        ("budget is approved, she said", True),
        ("case study: budget is approved", None),
    ],
)
def test_somebody_said(text: str, value: JsonValue) -> None:
    """What somebody is quoted with is a statement, and what was taken back later is none."""
    values = {each.trait: each.value for each in _read(text, "harbor") if isinstance(each, Reading)}

    assert value == values.get("budget")


def test_the_rest_of_a_sentence_is_no_part_of_the_reply() -> None:
    """Words about other traits do not make an answer to the question one that the pack lacks."""
    said = _read("they're a b2b saas company, 120 people, US based, on aws", "harbor", "industry")
    values = {each.trait: each.value for each in said if isinstance(each, Reading)}
    assert {"industry": "b2b_saas", "employees": 120, "location": "us", "cloud": "aws"} == values
