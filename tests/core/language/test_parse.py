"""What was said is read, what was not said is not: a wrong value is far worse than none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.parse import read_answers
from bot.core.language.reading import CannotTell, Reading
from bot.core.language.replying import read_reply
from bot.core.language.vocabulary import vocabulary_of
from bot.core.language.words import LONGEST_TEXT
from bot.core.value import read_value
from tests.labelled import Case, cases, pack, stretches, vocabulary

READINGS = cases("readings")
REPLIES = cases("replies")
SAID = sorted({word for case in (*READINGS, *REPLIES) for word in case["text"].split()})


def _read(text: str, name: str = "harbor") -> dict[str, object]:
    said = read_answers(text, vocabulary(name), stretches(text, "acme", "globex"))
    return {each.trait: each.value for each in said if isinstance(each, Reading)}


def _why(text: str, name: str = "harbor") -> dict[str, str]:
    said = read_answers(text, vocabulary(name), stretches(text, "acme"))
    return {each.trait: each.why for each in said if isinstance(each, CannotTell)}


@pytest.mark.parametrize("case", READINGS, ids=lambda case: f"{case['pack']}: {case['text']}")
def test_free_text(case: Case) -> None:
    """Free text is read where it plainly states something about the account, and nowhere else."""
    assert case["answers"] == _read(case["text"], case["pack"])


@pytest.mark.parametrize("case", REPLIES, ids=lambda case: f"{case['trait']}: {case['text']}")
def test_reply(case: Case) -> None:
    """The reply to a trait's own question is read, unless it doubts, denies or gives two answers."""
    words = vocabulary(case["pack"])

    said = read_reply(case["text"], words.traits[case["trait"]], words)

    assert ("value" in case) is isinstance(said, Reading)
    assert case.get("value") == getattr(said, "value", None)


def test_there_are_enough_cases() -> None:
    """The readers are held to a good many cases."""
    assert len(READINGS) >= 150
    assert len(REPLIES) >= 100


class TestQuotes:
    """Whatever is read is quoted as it was said."""

    def test_the_clause_is_the_quote(self) -> None:
        """A quote is the clause that states the value."""
        said = read_answers("hey, they have 120 people, on AWS", vocabulary("harbor"))

        assert ["they have 120 people", "on AWS"] == [each.quote for each in said]

    def test_a_list_is_quoted_whole(self) -> None:
        """A value from several clauses is quoted from the first to the last."""
        said = read_answers("they use Salesforce, and also Snowflake", vocabulary("harbor"))

        assert ["they use Salesforce, and also Snowflake"] == [each.quote for each in said]


class TestReasons:
    """Where something was touched upon and cannot be told, the reason is given."""

    @pytest.mark.parametrize(
        ("text", "trait", "reason"),
        [
            ("not on snowflake", "stack", "needs what it is"),
            ("maybe they have budget", "budget", "did not sound certain"),
            ("i think they're on aws", "cloud", "did not sound certain"),
            ("they're on aws and gcp", "cloud", "two different values"),
            ("500 employees, maybe 600", "employees", "two different values"),
            ("2M a month in revenue", "revenue", "per month"),
            ("revenue is CHF 3M", "revenue", "no rate for CHF"),
            ("revenue 3", "revenue", "thousands or millions"),
            ("last crm cleanup was 6 weeks ago", "crm_age", "do not convert"),
            ("they have budget but it's not approved", "budget", "did not sound certain"),
            ("b2b saas, i think", "industry", "did not sound certain"),
        ],
    )
    def test_reason(self, text: str, trait: str, reason: str) -> None:
        """The reason says what is missing."""
        assert reason in _why(text)[trait]

    def test_a_denied_option_gives_way(self) -> None:
        """What it is counts, where what it is not was said as well."""
        assert {"stack": {"at_least": ["hubspot"]}} == _read("not on salesforce, they use hubspot")
        assert {} == _why("not on salesforce, they use hubspot")

    def test_a_conversion_is_explained(self) -> None:
        """A converted sum says what it was converted from, by which rate and of which day."""
        (said,) = read_answers("revenue is EUR 2 bn", vocabulary("harbor"))

        assert isinstance(said, Reading)
        assert said.note is not None
        assert "EUR" in said.note
        assert "1.08 USD" in said.note


class TestPacks:
    """The readers know no pack's words but those of the pack at hand."""

    def test_two_traits_with_one_unit(self) -> None:
        """Where two traits count the same thing, a number needs the name of one of them."""
        molar = pack("molar")
        twin = (
            vocabulary("molar")
            .traits["team"]
            .model_copy(update={"id": "abroad", "label": "People abroad", "also": ("employees",)})
        )
        both = vocabulary_of(molar.model_copy(update={"traits": (*molar.traits, twin)}))

        assert [] == read_answers("they have 14 people", both)
        assert ["team"] == [each.trait for each in read_answers("team size is 14", both)]
        assert ["abroad"] == [each.trait for each in read_answers("they have 14 people abroad", both)]

    def test_an_option_of_two_traits(self) -> None:
        """A phrase that two traits use needs the name of one of them."""
        assert {"urgency": "low"} == _read("urgency is low", "molar")
        assert {"technology": "low"} == _read("technology is low", "worked")

    def test_another_currency_of_the_pack(self) -> None:
        """In a pack of another currency, a dollar is a dollar and is converted."""
        assert {"collections": 90_000} == _read("collections are $100k", "molar")
        assert {"collections": 100_000} == _read("collections are 100k", "molar")


class TestLongTexts:
    """A document is no message."""

    def test_free_text(self) -> None:
        """Nothing is read from a text that is too long."""
        assert [] == read_answers("they have 120 people. " * LONGEST_TEXT, vocabulary("harbor"))

    def test_reply(self) -> None:
        """A reply that is too long is not read, and says so."""
        words = vocabulary("harbor")
        said = read_reply("120 " * LONGEST_TEXT, words.traits["employees"], words)

        assert isinstance(said, CannotTell)
        assert "too long" in said.why


def _texts() -> st.SearchStrategy[str]:
    of_words = st.lists(st.sampled_from(SAID), max_size=14).map(" ".join)
    mixed = st.lists(st.one_of(st.sampled_from(SAID), st.text(max_size=8)), max_size=10).map(" ".join)
    return st.one_of(of_words, mixed, st.text(max_size=80))


@given(_texts(), st.sampled_from(["harbor", "worked", "molar"]))
def test_quotes_and_values_hold(text: str, name: str) -> None:
    """Whatever is read is quoted letter by letter and is a value that its trait can hold, one for each trait."""
    said = read_answers(text, vocabulary(name))

    assert len(said) == len({each.trait for each in said})
    assert all(each.quote in text for each in said)
    for each in said:
        if isinstance(each, Reading):
            read_value(each.value, vocabulary(name).traits[each.trait])


@given(_texts(), st.sampled_from(["harbor", "worked", "molar"]), st.integers(0, 30))
def test_replies_hold(text: str, name: str, number: int) -> None:
    """Any reply to any question is read as a value of the trait, or refused with a reason."""
    traits = tuple(vocabulary(name).traits.values())
    trait = traits[number % len(traits)]

    said = read_reply(text, trait, vocabulary(name))

    assert trait.id == said.trait
    assert said.quote in text
    if isinstance(said, Reading):
        read_value(said.value, trait)
    else:
        assert said.why


@given(_texts())
def test_a_question_states_nothing(text: str) -> None:
    """Nothing is read from a sentence that ends in a question mark."""
    asked = text.replace(".", " ").replace("!", " ").replace(";", " ").replace("\n", " ").replace("?", " ")

    assert [] == read_answers(f"{' '.join(asked.split())}?", vocabulary("harbor"))
