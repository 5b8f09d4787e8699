"""The one number in a reply is the count of the whole, or nothing is read."""

import pytest
from pydantic import JsonValue

from bot.core.language.reading import CannotTell, Reading
from bot.core.language.replying import read_reply
from tests.labelled import vocabulary


def _read(text: str, trait: str, name: str = "harbor") -> JsonValue:
    words = vocabulary(name)
    said = read_reply(text, words.traits[trait], words)
    return said.value if isinstance(said, Reading) else None


def _why(text: str, trait: str, name: str = "harbor") -> str:
    words = vocabulary(name)
    said = read_reply(text, words.traits[trait], words)
    assert isinstance(said, CannotTell)
    return said.why


@pytest.mark.parametrize(
    ("trait", "text", "value"),
    [
        ("employees", "80 people max", {"max": 80}),
        ("employees", "80 people or more", {"min": 80}),
        ("employees", "80 people at least", {"min": 80}),
        ("employees", "over 50, but i think under 100", {"min": 51, "max": 99}),
        ("employees", "at least 50 people, 80 tops", {"min": 50, "max": 80}),
        ("employees", "ca. 50", 50),
        ("employees", "50 ca . 8", None),
        ("employees", "200 people in 5 offices", 200),
        ("employees", "200 over 5 offices", 200),
        ("employees", "200 across all offices", 200),
        ("employees", "200 according to jane", 200),
        ("employees", "they went from 40 to 80, so 80", 80),
        ("employees", "grew 20% to 120", 120),
        ("employees", "1.2k", 1200),
        ("employees", "2019 people", 2019),
        ("employees", "2000", 2000),
        ("employees", "1.5M people", 1_500_000),
        ("employees", "120, last i heard", 120),
        ("employees", "80 people, over 5 offices", 80),
        ("revenue", "8M, annually", 8_000_000),
        ("revenue", "2M or so, in euros", None),
        ("revenue", "at least 2M, up to 3M", {"min": 2_000_000, "max": 3_000_000}),
        ("crm_age", "a year a half", 18),
        ("crm_age", "under half a year", {"max": 5}),
    ],
)
def test_the_whole(trait: str, text: str, value: JsonValue) -> None:
    """Words that are known to leave a number the count of the whole let it be read."""
    assert value == _read(text, trait)


@pytest.mark.parametrize(
    ("trait", "text", "why"),
    [
        ("employees", "80 in berlin", "only a part"),
        ("employees", "120, but only in berlin", "only a part"),
        ("employees", "120, if they hire", "could not read"),
        ("employees", "12 ftes + 3 contractors", "two groups"),
        ("employees", "200 and change", "two groups"),
        ("employees", "2019", "a year"),
        ("employees", "was 80", "today's number"),
        ("employees", "80 in 2019", "today's number"),
        ("employees", "up 20", "today's number"),
        ("employees", "will be 80", "a change"),
        ("employees", "not 80", "what it is not"),
        ("employees", "80m", "something else"),
        ("employees", "50/60", "something else"),
        ("employees", "80 per office", "something else"),
        ("employees", "80 a month", "something else"),
        ("employees", "50%", "no percentage"),
        ("employees", "$80", "no sum of money"),
        ("employees", "1.2", "in thousands"),
        ("employees", "80 people, 90 people", "two different"),
        ("employees", "over 100, under 50", "two different"),
        ("employees", "at least 50 people, 40 tops", "two different"),
        ("employees", "200 >", "could not read"),
        ("revenue", "3M ARR and 2M services", "two groups"),
        ("revenue", "$5", "thousands or millions"),
        ("revenue", "1200", "thousands or millions"),
        ("revenue", "1.200", "thousands or millions"),
        ("revenue", "14M/m", "per month"),
        ("revenue", "20 million, euros i think", "which currency"),
        ("crm_age", "in 6 months", "a change"),
        ("crm_age", "a year or two", "could not read"),
        ("crm_age", "a year or 3 months", "could not read"),
        ("crm_age", "planned in a year", "could not read"),
    ],
)
def test_no_whole(trait: str, text: str, why: str) -> None:
    """A part, another time, a change or two answers are asked back, each with its reason."""
    assert why in _why(text, trait)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018", 2018),
        ("back in 2018", 2018),
        ("before 2015", {"max": 2014}),
        ("post 2015", {"min": 2016}),
        ("between 2015 and 2017", {"min": 2015, "max": 2017}),
        ("18", None),
        ("not 2018", None),
        ("8 years ago", None),
        ("2M", None),
        ("2016 2018", None),
    ],
)
def test_a_calendar_year(text: str, value: JsonValue) -> None:
    """A trait that asks for a year takes years of four digits, and what they bound."""
    assert value == _read(text, "founded", "posthog")


def test_a_percentage() -> None:
    """A trait that counts percent takes one."""
    assert {"min": 60, "max": 70} == _read("60-70%", "case_acceptance", "molar")


class TestCorrections:
    """Who takes back a number is believed."""

    @pytest.mark.parametrize(
        "text", ["120 no wait 150", "120, sorry 150", "120. scratch that, 150", "80 sorry 120 no wait 150"]
    )
    def test_the_last_one_counts(self, text: str) -> None:
        """What stands behind the correction counts, and nothing before it."""
        assert 150 == _read(text, "employees")

    def test_a_correction_without_a_number(self) -> None:
        """An apology alone takes nothing back."""
        assert 120 == _read("120, sorry", "employees")


class TestFlags:
    """A yes or a no is about the question, or it is none."""

    @pytest.mark.parametrize(
        ("trait", "text", "value"),
        [
            ("budget", "no objections", None),
            ("budget", "yes for next year", None),
            ("budget", "they did", None),
            ("prior_purchase", "they did", True),
            ("prior_purchase", "yes they did", True),
            ("prior_purchase", "no this is the first time", False),
            ("prior_purchase", "nice folks. no this is the first time", False),
            ("prior_purchase", "no. second time", None),
            ("budget", "no, not funded", False),
            ("initiative", "was top priority", None),
            ("initiative", "it were nice to have", None),
            ("initiative", "more than nice to have", None),
            ("budget", "the budget freeze is over", None),
            ("budget", "budget is no problem", None),
            ("budget", "was signed off", True),
        ],
    )
    def test_flag(self, trait: str, text: str, value: JsonValue) -> None:
        """What the no belongs to, and when it was so, decides."""
        assert value == _read(text, trait)


class TestOptions:
    """An option counts where the words around it are known to leave it what it is."""

    @pytest.mark.parametrize(
        ("trait", "text", "value"),
        [
            ("cloud", "azure, not aws", "azure"),
            ("cloud", "not aws but azure", "azure"),
            ("cloud", "not aws, not azure", None),
            ("location", "outside the us", None),
            ("life_cycle", "growth is slowing", None),
            ("life_cycle", "just closed their series a", "growth"),
            ("decider", "CFO, with the board", None),
            ("decider", "cfo or above", None),
            ("stack", "salesforce or hubspot", None),
            ("stack", "everything but snowflake", None),
            ("stack", "they hate salesforce", None),
            ("stack", "salesforce is gone", None),
            ("stack", "hubspot and pipedrive", {"at_least": ["hubspot"]}),
            ("urgency", "renewal date is 1 june", "dated"),
            ("stack", "hubspot -", ["hubspot"]),
        ],
    )
    def test_option(self, trait: str, text: str, value: JsonValue) -> None:
        """What turns an option around keeps it from being read."""
        assert value == _read(text, trait)


@pytest.mark.parametrize(
    ("trait", "text", "value"),
    [
        ("employees", "200 and below", {"max": 200}),
        ("employees", "200 people plus", {"min": 200}),
        ("employees", "not over 200", {"max": 200}),
        ("employees", "a max of 140", {"max": 140}),
        ("employees", "200, maybe less", None),
        ("employees", "300, tops", None),
        ("employees", "Globex: 45", None),
        ("employees", "answer: 45", 45),
        ("revenue", "R$ 30M", None),
        ("employees", "40 down from 60", 40),
        ("employees", "85 not 58", 85),
        ("employees", "grew to 120 from 80", 120),
        ("employees", "200 250", None),
        ("employees", "80 in the US office", None),
        ("employees", "80 people, will confirm", 80),
        ("employees", "it's 140 these days", 140),
        ("crm_age", "5 yrs+", {"min": 60}),
        ("crm_age", "5 years or more", {"min": 60}),
        ("revenue", "a quarter of a million", 250_000),
        ("revenue", "three quarters of a million", 750_000),
    ],
)
def test_bounds_and_the_number_before(trait: str, text: str, value: JsonValue) -> None:
    """A bound is never taken for the number itself, and of two numbers the one of today counts."""
    assert value == _read(text, trait)
