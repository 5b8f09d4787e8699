"""Which account somebody means: certain beats likely, and a short name is never guessed."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import AccountRefused
from bot.core.naming import (
    LONGEST_NAME,
    Found,
    Nobody,
    Resolution,
    Several,
    clean_external_id,
    clean_name,
    resolve,
    same_name,
)

_NAMES = (
    "Acme Robotics",
    "Acme Labs",
    "Stripe",
    "CircuitHub",
    "Café Nero",
    "AI",
    "Go",
    "The",
    "Fit",
    "Next",
    "Pave",
    "Pave",
    "O'Reilly Media, Inc.",
    "Area 51 Systems",
    "Notion",
    "Notion Health",
    "Coinbase",
    "STRIPE",
    "Zenith Analytics GmbH",
    "東京電力",
    "!!!",
)


@dataclass(frozen=True, slots=True)
class _Name:
    account_id: int
    name: str


def _resolve(text: str, *names: str) -> Resolution[_Name]:
    return resolve([_Name(number, name) for number, name in enumerate(names or _NAMES)], text)


def _words(resolution: Resolution[_Name]) -> str:
    match resolution:
        case Found(named, exact):
            return f"{'exactly' if exact else 'likely'} {named.name}"
        case Several(choices):
            return " or ".join(each.name for each in choices)
        case Nobody():
            return "nobody"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Stripe", "exactly Stripe"),
        ("STRIPE", "exactly STRIPE"),
        ("stripe", "Stripe or STRIPE"),
        ("  circuithub ", "exactly CircuitHub"),
        ("Circuit Hub", "likely CircuitHub"),
        ("circuit-hub", "likely CircuitHub"),
        ("cafe nero", "likely Café Nero"),
        ("CAFE\u0301 NERO", "likely Café Nero"),
        ("oreilly media", "likely O'Reilly Media, Inc."),
        ("Zenith Analytics", "likely Zenith Analytics GmbH"),
        ("coinbase inc", "likely Coinbase"),
        ("Pave", "Pave or Pave"),
        ("notion", "exactly Notion"),
        ("Notion Health", "exactly Notion Health"),
        ("東京電力", "exactly 東京電力"),
        ("!!!", "exactly !!!"),
        ("!!", "nobody"),
        ("", "nobody"),
        ("   ", "nobody"),
    ],
)
def test_the_very_name_wins(text: str, meant: str) -> None:
    """Letter by letter comes first, then letter case, accents, punctuation, blanks and legal forms."""
    assert meant == _words(_resolve(text))


@pytest.mark.parametrize("text", ["AI", "ai", "Go", "the", "THE", "fit", "Next", "next"])
def test_a_short_or_common_name_is_found_as_it_is(text: str) -> None:
    """Companies that are called like everyday words are found by exactly these words."""
    assert isinstance(_resolve(text), Found)


@pytest.mark.parametrize(
    "text",
    [
        "does it fit",
        "the fit of this",
        "go on",
        "AI companies",
        "what do i ask next",
        "next question",
        "thee",
        "Goo",
        "fits",
        "th e",
        "nxt",
    ],
)
def test_a_short_or_common_name_is_never_guessed(text: str) -> None:
    """Words of a request that are also names of companies mean nobody."""
    assert "nobody" == _words(_resolve(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the coinbase deal", "likely Coinbase"),
        ("our call with Coinbase?", "likely Coinbase"),
        ("notion health please", "likely Notion Health"),
        ("coinbase or notion", "Notion or Coinbase"),
        ("zenith analytics account", "likely Zenith Analytics GmbH"),
        ("zenith", "likely Zenith Analytics GmbH"),
        ("robotics", "likely Acme Robotics"),
        ("acme", "Acme Robotics or Acme Labs"),
    ],
)
def test_a_name_among_words_is_found(text: str, meant: str) -> None:
    """A name may stand in a part of a sentence, and whole words of a longer name stand for it."""
    assert meant == _words(_resolve(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("circuthub", "likely CircuitHub"),
        ("Coinbsae", "likely Coinbase"),
        ("zenith analitycs", "likely Zenith Analytics GmbH"),
        ("Area 51 Sistems", "likely Area 51 Systems"),
        ("Area 52 Systems", "nobody"),
        ("motion", "nobody"),
        ("pve", "nobody"),
        ("Strip", "nobody"),
    ],
)
def test_a_typing_error_is_forgiven_where_it_is_telling(text: str, meant: str) -> None:
    """Long names bear an error; short ones, other digits and other first letters are another company."""
    assert meant == _words(_resolve(text))


def test_the_nearest_are_named() -> None:
    """Where nobody is meant, the most similar names come first and each account once."""
    resolution = _resolve("motion", "Notion", "Motive", "Xylophone", "Notion")

    assert isinstance(resolution, Nobody)
    assert ["Notion", "Notion", "Motive"] == [each.name for each in resolution.nearest]


def test_two_names_of_one_account_are_one_hit() -> None:
    """An account that answers to several similar names is no choice."""
    names = [_Name(7, "Acme Inc"), _Name(7, "Acme"), _Name(7, "Acme Robotics")]

    assert Found(names[1], exact=True) == resolve(names, "acme")
    assert isinstance(resolve(names, "acme corp"), Found)
    assert isinstance(resolve(names, "acme robotik"), Found)


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8, unique=True), st.data())
def test_every_name_finds_its_account(names: list[str], data: st.DataObject) -> None:
    """Whatever a name holds, typing it exactly finds its account, or offers it among those called the same."""
    known = [_Name(number, name) for number, name in enumerate(map(_cleaned, names)) if name]
    if not known:
        return
    wanted = data.draw(st.sampled_from(known))

    resolution = resolve(known, wanted.name)

    assert isinstance(resolution, Found | Several)
    choices = (resolution.named,) if isinstance(resolution, Found) else resolution.choices
    assert wanted in choices


def _cleaned(text: str) -> str:
    try:
        return clean_name(text)
    except AccountRefused:
        return ""


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=30))
def test_any_text_resolves(names: list[str], text: str) -> None:
    """No name and no text is beyond the resolution."""
    assert isinstance(_resolve(text, *names, "x"), Found | Several | Nobody)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (" Acme  Inc ", "Acme Inc"),
        ("a\n\tb", "a b"),
        ("\u00a0Acme\u2003", "Acme"),
        ("👩‍💻 GmbH", "👩‍💻 GmbH"),
        ("x" * LONGEST_NAME,) * 2,
    ],
)
def test_names_are_cleaned(text: str, clean: str) -> None:
    """Blanks of every kind are one blank; what is to be seen stays as it is."""
    assert clean == clean_name(text)
    assert clean == clean_external_id(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "blank"),
        (" \u200b\u2060 ", "blank"),
        ("a\x00b", "control character"),
        ("\x1b[31mred", "control character"),
        ("a\ud800", "control character"),
        ("x" * (LONGEST_NAME + 1), "has 201 characters; at most 200"),
    ],
)
def test_names_that_cannot_be_shown_are_refused(text: str, why: str) -> None:
    """A name has something to see, nothing that a terminal obeys, and an end."""
    with pytest.raises(AccountRefused, match=why):
        clean_name(text)
    with pytest.raises(AccountRefused, match=why):
        clean_external_id(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme Corp", "acme", True),
        ("Smith & Sons", "smith sons inc", True),
        ("Ümlaut GmbH", "umlaut", True),
        ("Bright Smiles", "Bright", False),
        ("co", "co", True),
        ("!!!", "???", False),
    ],
)
def test_the_same_name(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    """Case, accents, punctuation, blanks and a legal form make no other name; another word does."""
    assert same == same_name(one, other)
