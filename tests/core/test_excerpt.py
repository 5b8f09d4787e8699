"""Excerpts: what is nearest to a question, whole pieces, in the words and the order of the passage."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.excerpt import Line, excerpt, on_one_line
from bot.core.excerpt_pieces import pieces_of
from bot.core.passage import Meaning

PRICES = """Harbor Team
| Item | Price |
|---|---|
| Seat | $75 per month, billed yearly |
| Minimum | 10 seats, $9,000 a year |
A typical first contract is $25,000 to $60,000 a year. For 40 seats the first year costs $42,000, setup
included.
Discounts
- A two-year term gets 8 percent off the seats, a three-year term 12 percent. Both are paid yearly.
- A rep may add nothing to that. A sales manager may go to 15 percent in total, with a reason in the CRM.
- Above 15 percent the CFO of Harbor decides. Expect a no.
- Setup is never discounted.
Old offers
The early-adopter offer (five free marketing seats) ended on December 31, 2025. Do not promise it.
Format: price sheet
For: CFO"""
OBJECTIONS = """Objection: We could build this with our warehouse in a month. Answer: The first chart, yes. Ask who will maintain it.
Objection: What happens to our data if we leave? Answer: Full export as Parquet or CSV for 30 days, then deletion.
Objection: You want access to production. Answer: No. The connector reads one usage table."""
QUESTIONS = st.sampled_from(["", "can I give a 30 percent discount?", "who may promise old offers", "seat", "zebra"])
TEXTS = st.lists(
    st.sampled_from(
        [
            *PRICES.splitlines(),
            *OBJECTIONS.splitlines(),
            "",
            "# A heading",
            "|",
            "||",
            "| |",
            "|---|",
            "```",
            "x" * 500,
            "\u2028",
            "…",
        ]
    )
    | st.text(max_size=60),
    max_size=12,
).map("\n".join)


def shown(text: str, asked: str, longest: int = 200) -> str:
    """An excerpt on one line."""
    return on_one_line(excerpt(text, asked, longest))


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        (
            OBJECTIONS,
            "what happens to their data if they leave?",
            f"… {OBJECTIONS.splitlines()[1]} …",
        ),
        (
            PRICES,
            "how much is a seat?",
            "Harbor Team: Seat: $75 per month, billed yearly; Minimum: 10 seats, $9,000 a year …",
        ),
        (
            PRICES,
            "is setup discounted?",
            "… Discounts: … Above 15 percent the CFO of Harbor decides. Expect a no. Setup is never discounted. …",
        ),
        (PRICES, "do we promise offers?", "… Old offers: … Do not promise it. …"),
    ],
)
def test_what_was_asked_about_is_shown(text: str, asked: str, expected: str) -> None:
    """With its heading first, and a sign where something is left out."""
    assert expected == shown(text, asked, 120)


def test_without_a_shared_word_it_is_the_beginning() -> None:
    """As far as whole pieces go."""
    assert "Harbor Team: Seat: $75 per month, billed yearly …" == shown(PRICES, "zebra", 70)
    assert "One two three. Four five six. …" == shown("One two three. Four five six. Seven eight nine.", "", 40)


def test_what_something_is_called_besides_says_nothing_to_a_question() -> None:
    """What stands below it does, and without a shared word lines with a label are a beginning as well."""
    text = f"Also called: the boss\nGoal: to grow.\n{OBJECTIONS}"

    assert "Also called: the boss; Goal: to grow. Objection: We" == shown(text, "the zebra", 200)[:51]
    assert shown(text, "what is the goal of the boss", 100).startswith("… Goal: to grow. …")


def test_what_holds_no_prose_is_shown_as_it_is() -> None:
    """On one line."""
    assert "``` a = 1 ```" == shown("```\na = 1\n```", "a")


def test_a_short_text_is_shown_whole() -> None:
    """With nothing left out, on lines of its own kinds."""
    assert (Line("Steps", is_heading=True), Line("Call.", is_item=True), Line("Then wait. Then ask.")) == excerpt(
        "# Steps\n- Call.\n\nThen wait.\nThen ask.", "call", 200
    )


def test_what_is_said_in_two_places_is_shown_from_both() -> None:
    """Where there is room, in the order of the passage."""
    text = f"The trial is free.\n{'Nothing of it here, really. ' * 12}\nThe trial ends by itself."
    found = shown(text, "when does the free trial end", 100)

    assert found.startswith("The trial is free.")
    assert found.endswith("The trial ends by itself.")


def test_what_has_no_room_is_left_out() -> None:
    """However much it says."""
    text = f"The trial is free.\n{'Nothing of it here, really. ' * 12}\nThe end is far, far, far, far, far, far away."

    assert "far" not in shown(text, "when does the trial end", 60)
    assert "far" in shown(text, "when does the trial end", 90)


def test_a_long_sentence_is_cut_around_what_was_asked_about() -> None:
    """Between words, with a sign on both sides; from its beginning where nothing of it was asked."""
    text = f"{'many words before ' * 30}refunds are paid {'and many after ' * 30}end."
    found = shown(text, "refund", 100)

    assert "refunds are paid" in found
    assert ("…", "…", True) == (found[0], found[-1], len(found) <= 100)
    assert shown(text, "zebra", 100).startswith("many words before")
    assert shown(text, "end", 100).endswith("after end.")
    assert f"{'x' * 99}…" == shown("x" * 500, "", 100)


def test_what_a_word_stands_for_counts_less_than_the_word() -> None:
    """Jargon finds its piece where nothing else was asked."""
    text = f"{'Nothing of it here. ' * 12}\n- A rebate is paid in June.\n- The discount ends in May."
    meant = (Meaning(0, 1, "discount rebate"),)

    assert "A rebate" not in shown(text, "discount", 40)
    assert "A rebate" in on_one_line(excerpt(text, "haggle", 60, (Meaning(0, 1, "rebate"),)))
    assert "discount ends" in on_one_line(excerpt(text, "discount", 45, meant))


def test_an_amount_of_money_says_what_something_costs() -> None:
    """Where a price was asked for."""
    text = f"The pilot has an end.\n{'Nothing of it here, really. ' * 12}\n- The pilot is $3,000, credited later."

    assert shown(text, "what does the pilot cost?", 80).startswith("… The pilot is $3,000")
    assert shown(text, "what is the pilot?", 80).startswith("The pilot has an end.")


def test_another_form_of_a_word_is_the_word() -> None:
    """As encryption is of encrypted."""
    assert "Encryption at rest" in shown(f"{'Nothing here. ' * 20}\n- Encryption at rest.", "is it encrypted?", 60)


@given(TEXTS, QUESTIONS, st.integers(30, 400))
def test_any_text(text: str, asked: str, longest: int) -> None:
    """Never too long, all of it the passage's words in their order, and every piece whole unless it is too long."""
    line = shown(text, asked, longest)
    pieces = [each.text for each in pieces_of(text)]

    assert len(line) <= longest
    assert (line == "") == (not text.split())
    if pieces and all(len(each) <= longest - 10 for each in pieces):
        rest = line
        for piece in pieces:
            rest = re.sub(rf"^[ …:;]*{re.escape(piece)}", "", rest, count=1)
        assert not rest.strip(" …:;")


@given(TEXTS, QUESTIONS)
def test_the_same_always(text: str, asked: str) -> None:
    """Nothing of it is left to chance."""
    assert excerpt(text, asked, 200) == excerpt(text, asked, 200)
