"""The gist of a question about a known account, where no wording fits it."""

import pytest

from bot.core.language.gist import gist_alone, gist_of
from bot.core.request import RequestKind
from bot.flows.route import route
from tests.labelled import names, pack

_K = RequestKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what is it that pulled @ down", _K.WHY),
        ("what would @ have to look like to be a primary account", _K.WHAT_WOULD_IT_TAKE),
        ("might a change of cloud make @ better so to speak", _K.WHAT_WOULD_IT_TAKE),
        ("what shall i still ask by @", _K.NEXT_QUESTION),
        ("is anything written anywhere on @", _K.SHOW_ACCOUNT),
        ("is it reasonable for us to work with @", _K.FIT_QUESTION),
        ("what should i send to @", _K.BRIEFING),
        ("what changed at @", _K.BRIEFING),
        ("in which stage is @", _K.BRIEFING),
        ("what do i send @ about the price", None),
        ("does @ like golf", None),
        ("what do i tell @ about a good price", None),
        ("how old is the ceo of @", None),
    ],
)
def test_telling_words(text: str, kind: RequestKind | None) -> None:
    """A question is about the verdict, or about what is known, by its telling words; the knowledge's own are left to it."""
    assert kind is gist_of(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "would you work with acme or with globex, which is worth more hours",
        "whoever knows acme has 120 people on a good day?",
        "acme is good. is golf worth it to anybody?",
    ],
)
def test_it_is_found_in_one_place_only(text: str) -> None:
    """Where two accounts are named, or a value is stated, or the question names nobody, there is no gist of it."""
    request = route(text, pack("harbor"), names("Acme", "Globex"))

    assert request.found is None or _K.OPEN_QUESTION is request.kind or not request.readings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("quick check on @", _K.FIT_QUESTION),
        ("@ good or not", _K.FIT_QUESTION),
        ("@ yes or no", _K.FIT_QUESTION),
        ("@ call tomorrow brief please", _K.BRIEFING),
        ("the reasoning on @ please", _K.WHY),
        ("so @ discovery", _K.START_INTERVIEW),
        ("my questions for @", _K.NEXT_QUESTION),
        ("a quick recap of @ please", _K.SHOW_ACCOUNT),
        ("skip @ and brief me", None),
        ("never chase @", None),
        ("@ fits nicely", None),
        ("look at @", None),
        ("fit " * 12 + "@", None),
    ],
)
def test_every_word_is_known(text: str, kind: RequestKind | None) -> None:
    """What is no question is taken for one where each word is known, and those that tell all tell the same."""
    assert kind is gist_alone(text.split())


@pytest.mark.parametrize("text", ["acme is a match", "acme qualifies", "acme has a good fit"])
def test_a_claim_is_no_question(text: str) -> None:
    """What somebody says of an account is not taken for a question about it by its words alone."""
    assert RequestKind.STATE_ANSWERS is not route(text, pack("harbor"), names("Acme")).kind
