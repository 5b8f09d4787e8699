"""What takes a sentence back is shown with it, wherever in its source it stands."""

import pytest

from bot.core.draft import SentenceDraft, Sourced
from bot.core.grounding import Grounding, Ungrounded, Why
from bot.core.grounding_limits import introduces, takes_all_back, takes_back, turns_over

FREE = "Setup is free for everybody."
OWN = "Harbor runs on own servers."


def shown(text: str, sentence: str, title: str = "Prices") -> str:
    """What is shown for a sentence of a source, or why nothing is."""
    try:
        return Grounding([Sourced(title, text)]).take(SentenceDraft(text=sentence, cites=(1,))).text
    except Ungrounded as refused:
        return refused.why.name


@pytest.mark.parametrize(
    "limit",
    [
        "This does not hold for Solo.",
        "That is not true of Solo.",
        "This is true only of yearly contracts.",
        "Exceptions: Solo and Starter.",
        "The exception is Solo.",
        "Solo is the exception.",
        "It is not in Solo.",
        "Valid until 2024.",
        "Until 2024, that is.",
        "Applies to yearly plans.",
        "Terms apply.",
        "This ended in 2024.",
        "That was in 2024.",
        "Well, almost.",
        "Almost.",
        "So they say.",
        "That is what RivalSoft says.",
        "We wish.",
        "In theory.",
        "Do not say so.",
        "Please don't promise it.",
        "Nobody should promise it.",
        "Is it? No.",
        "Really? It costs $6,000.",
        "As of June 2026 it costs $6,000.",
        "Since June 2026 we charge $6,000.",
        "Today we charge $6,000.",
        "Outside the US we charge $6,000.",
        "Under 10 seats, we charge $6,000.",
        "Training is free. None of this holds below 10 seats.",
        "Training is free. Neither holds below 10 seats.",
    ],
)
@pytest.mark.parametrize("label", ["", "Answer: ", "- "])
def test_what_a_paragraph_takes_back_is_shown_with_it(limit: str, label: str) -> None:
    """A sentence is not parted from the one behind it that says where it does not hold."""
    assert shown(f"{label}{FREE} {limit}", FREE).removeprefix("Prices: ").removeprefix("Answer: ") in (
        f"{FREE} {limit}",
        Why.NOT_THERE.name,
    )


@pytest.mark.parametrize(
    "limit",
    [
        "Note: this does not hold below 10 seats.",
        "However, below 10 seats we charge $6,000.",
        "Yearly contracts only.",
        "False.",
        "Except Solo.",
    ],
)
def test_what_the_next_paragraph_takes_back_is_shown_with_it(limit: str) -> None:
    """A paragraph or an item that begins with a limit is not parted from what stands above it."""
    assert f"{FREE} {limit}" == shown(f"{FREE}\n\n{limit} The trial is short.", FREE)
    assert f"Prices: {FREE} {limit}" == shown(f"- {FREE}\n- {limit}", FREE)
    assert "The trial is short." in shown(f"{FREE}\n\n{limit} The trial is short.", "The trial is short.")


@pytest.mark.parametrize("rest", ["Training is included.", "It takes four weeks.", "The trial lasts 30 days."])
def test_what_only_goes_on_is_not_brought_along(rest: str) -> None:
    """A sentence that takes nothing back is left where it stands."""
    assert FREE == shown(f"{FREE} {rest}", FREE) == shown(f"{FREE}\n\n{rest}", FREE)


@pytest.mark.parametrize(
    "text",
    [
        f"Never say any of these.\n\nHarbor is certified.\n\n{OWN}",
        f"Wrong answers:\n\nHarbor is certified.\n\n{OWN}",
        f"What others claim\n\n{OWN}",
        f"What others claim\n\nHarbor is slow.\n\n{OWN}",
    ],
)
def test_what_says_how_all_below_it_is_meant_is_brought_along(text: str) -> None:
    """A line above paragraphs that says they are not so holds for every one of them."""
    above, _, _ = text.partition("\n")
    assert shown(text, OWN).removeprefix("Prices: ").startswith(above)


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- outdated\n\n{OWN}\n\n-->\nHarbor runs in the cloud.",
        f"<!-- never closed\n\n{OWN}",
        f"~~SSO is included. {OWN} All is free.~~",
        f"<del>Old. {OWN} Gone.</del>",
        f"> Harbor is slow. {OWN}",
        f"A customer wrote:\n\n> Harbor is slow.\n> {OWN}",
        f"> A customer said so in 2019.\n{OWN}",
        f"{OWN[:-1]}[^1].\n\n[^1]: Not in Europe.",
        f"{OWN[:-1]}¹.\n\n¹ Not in Europe.",
        f"{OWN[:-1]}†.",
        f"{OWN[:-1]}*.\n\n* Not in Europe.",
        f"{OWN[:-1]}.*\n\n* Not in Europe.",
    ],
)
def test_what_nobody_says_is_not_quoted(text: str) -> None:
    """Comments, what is struck out, somebody else's words and a sentence with a footnote are no statements."""
    for said in (OWN, *(each.strip() for each in text.split("\n\n") if OWN[:-1] in each)):
        assert shown(text, said) in (Why.NOT_THERE.name, Why.MARKUP.name)


def test_an_area_is_no_footnote() -> None:
    """Square metres are written as they are."""
    assert "The office has 500 m² for all of us." == shown(
        "The office has 500 m² for all of us.", "The office has 500 m² for all of us."
    )


@pytest.mark.parametrize("title", ["RivalSoft battlecard", "Harbor and its competitors", "Alternatives to Harbor"])
def test_what_is_said_of_a_rival_names_the_source(title: str) -> None:
    """A sentence of a text about others is shown with the title that says so."""
    text = "RivalSoft is an add-on. The price starts at $10 per seat."
    assert f"{title}: The price starts at $10 per seat." == shown(text, "The price starts at $10 per seat.", title)


@pytest.mark.parametrize("title", ["Prices (superseded)", "Archived prices", "Expired offer", "Outdated price list"])
def test_of_what_holds_no_more_nothing_is_shown(title: str) -> None:
    """A title may say that its text is of the past."""
    assert Why.NOT_THERE.name == shown(FREE, FREE, title)


def test_nothing_takes_nothing_back() -> None:
    """A sentence without words says nothing of another one."""
    assert not any(each("…") for each in (takes_back, takes_all_back, turns_over, introduces))
