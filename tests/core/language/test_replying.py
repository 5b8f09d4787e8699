"""What is not said as a question wants it is understood all the same, and proposed where it is not certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.language.reading import CannotTell, Reading
from bot.core.language.replying import read_reply
from bot.core.value import read_value
from tests.labelled import Case, cases, vocabulary

OFFERS = cases("offers")
_READ = [each for each in cases("answers") if "value" in each and len(each["text"]) < 60]
_PLAIN = ["hmm ", "so ", "well, ", "tbh "], [" tbh", " thx", ", she said", " lol"]
_HEDGED = [" i think", ", not sure", " i guess", " maybe"]


def _reply(text: str, trait: str, pack: str = "harbor") -> Reading | CannotTell:
    known = vocabulary(pack)
    return read_reply(text, known.traits[trait], known)


@pytest.mark.parametrize("case", OFFERS, ids=lambda each: f"{each['pack']} {each['trait']}: {each['text']}")
def test_offers(case: Case) -> None:
    """What was understood and is not certain is proposed, and is no value."""
    said = _reply(case["text"], case["trait"], case["pack"])

    assert isinstance(said, CannotTell)
    assert case["offer"] == said.offer
    assert said.quote == case["text"]


@pytest.mark.parametrize(
    ("trait", "text", "value"),
    [
        ("employees", "bout 120 ppl i think", 120),
        ("employees", "she said 75, give or take", 75),
        ("employees", "150 last time i checked", 150),
        ("revenue", "under a mil", {"max": 999_999}),
        ("industry", "its saas, b2b", "b2b_saas"),
        ("budget", "they do, cfo signed it off", True),
        ("budget", "they don't, all spent", False),
        ("initiative", "not on the list, no", False),
        ("regulation", "nothing special, no rules", "light"),
    ],
)
def test_around_an_answer(trait: str, text: str, value: JsonValue) -> None:
    """Words around an answer, and the same thing said twice, keep no value from being read."""
    said = _reply(text, trait)

    assert value == (said.value if isinstance(said, Reading) else None)
    assert text == said.quote


@pytest.mark.parametrize(
    ("trait", "text"),
    [
        ("cloud", "anything but aws"),
        ("decider", "anyone but the owner"),
        ("location", "tell us more"),
        ("location", "london, ontario"),
        ("life_cycle", "their industry is shrinking"),
        ("urgency", "pressure"),
        ("budget", "maybe"),
        ("budget", "not sure"),
        ("budget", "probably not"),
        ("employees", "200 → 150"),
        ("employees", "40 in one office, 90 in the other"),
        ("employees", "how many, 50?"),
        ("industry", "health system software"),
        ("stack", "they compete with salesforce and hubspot"),
        ("must_haves", "all but sso"),
    ],
)
def test_nothing_to_propose(trait: str, text: str) -> None:
    """What says the opposite, is about somebody else or says nothing is asked back without a value to take."""
    said = _reply(text, trait)

    assert isinstance(said, CannotTell)
    assert said.offer is None


@pytest.mark.parametrize(
    ("trait", "text", "words"),
    [
        ("cloud", "aws and azure", "I understood AWS and Microsoft Azure."),
        ("industry", "500 beds", "“Hospital network, more than 500 beds” or “Clinic or hospital, 500 beds or fewer”"),
        ("location", "berlin i believe", "I take that to be in Germany."),
        ("cloud", "aws i guess", "That did not sound certain."),
    ],
)
def test_it_names_what_it_understood(trait: str, text: str, words: str) -> None:
    """Whoever is asked back reads what was understood."""
    said = _reply(text, trait)

    assert isinstance(said, CannotTell)
    assert words in said.why


@pytest.mark.parametrize(("text", "offer"), [("i think so", True), ("don't think so", False), ("i hope so", None)])
def test_so(text: str, offer: JsonValue) -> None:
    """What somebody thinks is a yes or a no to be confirmed; what they hope is neither."""
    said = _reply(text, "budget")

    assert isinstance(said, CannotTell)
    assert offer == said.offer


@given(st.sampled_from(_READ), st.sampled_from(_PLAIN[0]), st.sampled_from(_PLAIN[1]))
def test_padding_changes_no_value(case: Case, before: str, after: str) -> None:
    """Words that say nothing may keep an answer from being read, but make it no other one."""
    alone = _reply(case["text"], case["trait"], case["pack"]) if case["trait"] else None
    if not isinstance(alone, Reading):
        return
    said = _reply(f"{before}{case['text']}{after}", case["trait"], case["pack"])

    assert isinstance(said, CannotTell) or _is_no_other(said.value, alone.value)


def _is_no_other(value: JsonValue, alone: JsonValue) -> bool:
    """Whether a list became at most one of which more may be to come."""
    return value in (alone, {"at_least": alone}) or alone == {"at_least": value}


@given(st.sampled_from(_READ), st.sampled_from(_HEDGED))
def test_a_doubt_is_never_a_fact(case: Case, hedge: str) -> None:
    """An option or a flag of which somebody is not certain is not recorded; what is proposed fits the trait."""
    if case["trait"] is None:
        return
    trait = vocabulary(case["pack"]).traits[case["trait"]]
    said = _reply(case["text"] + hedge, case["trait"], case["pack"])
    offer = said.offer if isinstance(said, CannotTell) else None

    assert trait.kind.is_numeric or isinstance(said, CannotTell)
    if offer is not None:
        read_value(offer, trait)
