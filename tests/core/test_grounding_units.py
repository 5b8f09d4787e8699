"""A source is cut into sentences with care, and each knows what it cannot be said without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.draft import Sourced
from bot.core.grounding_leaning import counts, has_subject, is_scoped, leans, words_of
from bot.core.grounding_units import LONGEST_SOURCE, Unit, units_of


def texts(text: str, *names: str) -> list[str]:
    """The sentences of a text."""
    return [unit.text for unit in units_of(Sourced("Title", text), names)][1:]


def after(text: str, title: str = "Title") -> dict[str, tuple[int, ...]]:
    """What each sentence of a text stands behind."""
    return {unit.text: unit.after for unit in units_of(Sourced(title, text))[1:]}


LINES = st.lists(
    st.sampled_from(
        ["", "- ", "**", "# Not so", "Goal: x", "...", "| a |", "```", "A b c.", "It is", "Ratings", "1. A"]
    )
    | st.text('aB .-:!*#|("', max_size=12),
    max_size=8,
).map("\n".join)


@given(st.text(max_size=12), LINES)
def test_any_text_can_be_cut(title: str, text: str) -> None:
    """No text is too odd, and no sentence stands behind one that comes after it."""
    units = units_of(Sourced(title, text))
    assert all(0 <= before < place for place, unit in enumerate(units) for before in unit.after)


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan costs 6.5 percent, e.g. Harbor Team, i.e. The big one.",
        "We compare Harbor vs. Others in a table.",
        "Ask for page No. 5 of the sheet.",
        "The call is at 10 a.m. Monday in the U.S. Office.",
        "The team says “It works. We love it.” to everybody.",
        "The plan (with setup. And training) costs $6,000.",
        'The paper says "Wait. Look." to everybody.',
        "It was sold to Brown Ltd. Last year it paid.",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_none(sentence: str) -> None:
    """Decimals, short forms, quotations and brackets hold a sentence together."""
    assert texts(sentence) == [sentence]


def test_sentences_end_at_their_marks() -> None:
    """A stop, a question mark, three dots and a stop behind a number end a sentence."""
    text = "The plan is A1. Is the plan dear? The plan is 5. We wait for the plan… Then we go on to the plan. The rest is clear."
    assert texts(text) == [
        "The plan is A1.",
        "Is the plan dear?",
        "The plan is 5.",
        "We wait for the plan…",
        "Then we go on to the plan.",
        "The rest is clear.",
    ]


def test_a_name_with_a_mark_is_one_word() -> None:
    """The mark in Yahoo! ends no sentence, where it is known for a name."""
    text = "The account is Yahoo! Japan is good for us."
    assert texts(text, "Yahoo!", "Acme", " ") == [text]
    assert texts(text) == ["The account is Yahoo!", "Japan is good for us."]


def test_nothing_is_taken_from_what_is_too_long() -> None:
    """A text that is cut somewhere would end in half a sentence."""
    assert units_of(Sourced("T", "The plan is fair. " * LONGEST_SOURCE)) == ()


def test_wrapped_lines_are_one_sentence() -> None:
    """A line that was broken for its length goes on."""
    text = "This is a line of a paragraph that was wrapped at\nForty signs or so. The next one is short.\nA new one begins."
    assert texts(text) == [
        "This is a line of a paragraph that was wrapped at Forty signs or so.",
        "The next one is short.",
        "A new one begins.",
    ]


def test_labelled_lines_without_a_stop_are_lines() -> None:
    """Lines such as a list of goals are kept apart without a full stop."""
    assert texts("Goal: Share data\nGoal: Keep it safe\nPrefers: E-mail") == [
        "Goal: Share data",
        "Goal: Keep it safe",
        "Prefers: E-mail",
    ]
    assert texts("Verdict: open\nEmployees: 120 people and counting, all in one place") == [
        "Verdict: open",
        "Employees: 120 people and counting, all in one place",
    ]


def test_an_answer_is_parted_from_its_objection_without_a_stop() -> None:
    """What somebody objects and what we answer are two, however they are written."""
    assert texts("Objection: Too dear How we help: We offer a trial.") == [
        "Objection: Too dear",
        "How we help: We offer a trial.",
    ]


def test_a_word_that_begins_like_a_label_is_none() -> None:
    """Neither "For 40 seats" nor "Forecast:" is not the line that says for whom something is."""
    text = "The plan has a price. For it all is set: prices and seats. Forecast: this is good."
    assert after(text) == {
        "The plan has a price.": (),
        "For it all is set: prices and seats.": (1,),
        "Forecast: this is good.": (2,),
    }
    assert texts("The plan is here\nMade for Industry: shops\nNot validated by research yet.") == [
        "The plan is here",
        "Made for Industry: shops",
        "Not validated by research yet.",
    ]


def test_tables_and_code_are_no_sentences() -> None:
    """Nothing is quoted from a table or a block of code."""
    text = "The table is here.\n| Plan | Price |\n|---|---|\n```\nThe code is free.\n```\nThe end is near."
    assert texts(text) == ["The table is here.", "The end is near."]


def test_marks_for_bold_and_slanted_letters_are_left_out() -> None:
    """What is shown is plain."""
    assert texts("The **plan** is *very* good and _fair_ to a snake_case_name.") == [
        "The plan is very good and fair to a snake_case_name."
    ]


def test_an_item_of_a_list_stands_behind_its_intro_or_another_item() -> None:
    """What a list is of is said before an item."""
    text = "These plans are gone:\n- The small plan is free. It is liked.\n- The big plan is dear."
    assert after(text) == {
        "These plans are gone:": (0,),
        "The small plan is free.": (1,),
        "It is liked.": (2,),
        "The big plan is dear.": (1, 2, 3),
    }


def test_what_stands_below_a_turning_heading_stands_behind_it() -> None:
    """Nothing is taken from below a heading that says that it is not so, without the heading."""
    text = "# What we never say\nThe plan is free for all.\nIt is good.\n# Prices\nThe plan costs $5 a month."
    assert after(text) == {
        "What we never say": (),
        "The plan is free for all.": (1, 1),
        "It is good.": (2,),
        "Prices": (),
        "The plan costs $5 a month.": (),
    }


def test_a_heading_behind_a_full_line_is_a_heading() -> None:
    """A short line that is not wrapped begins a part, however long the line before it is."""
    text = "- The plan is a fair one to all of us here.\nThe call\n**Minutes 0 to 3.** The rep asks for time.\n\nWhat for\n"
    assert after(f'{text}"The plan is good."') == {
        "The plan is a fair one to all of us here.": (0,),
        "The call": (),
        "Minutes 0 to 3.": (2,),
        "The rep asks for time.": (2, 3),
        "What for": (),
        '"The plan is good."': (5, 5),
    }


def test_the_title_of_a_part_ends_with_its_heading() -> None:
    """A long text is cut at its headings, and what stands below one is still below it."""
    assert after("The plan is free for all.", "Security: What we do not have") == {"The plan is free for all.": (0, 0)}
    assert after("Strong where an analyst has time.", "Rivals: A dashboard") == {
        "Strong where an analyst has time.": (0,)
    }
    assert after("Objection: The plan is dear.", "CFO: Objections") == {"Objection: The plan is dear.": ()}


def test_a_fragment_below_a_heading_stands_behind_it() -> None:
    """A heading is what the words below it are about, where they do not say it themselves."""
    text = "Vendor One\nStrong where an analyst has time.\n\nHarbor Team\nThe seat costs $75 a month."
    assert after(text) == {
        "Vendor One": (),
        "Strong where an analyst has time.": (1,),
        "Harbor Team": (),
        "The seat costs $75 a month.": (3, 3),
    }


def test_a_sentence_that_says_what_its_heading_says_stands_anywhere() -> None:
    """So does one below a heading that narrows nothing."""
    text = "Harbor Team\nThe Harbor Team seat costs $75 a month.\n\nThe facts\nThe setup costs $6,000 in all."
    assert after(text) == {
        "Harbor Team": (),
        "The Harbor Team seat costs $75 a month.": (),
        "The facts": (),
        "The setup costs $6,000 in all.": (),
    }


def test_a_line_that_begins_with_a_price_stands_below_its_heading() -> None:
    """A heading is one before a number, too."""
    assert after("Old plans\nThe plan is gone.\nHarbor Solo\n$49 a month for the whole shop.") == {
        "Old plans": (),
        "The plan is gone.": (1, 1),
        "Harbor Solo": (),
        "$49 a month for the whole shop.": (3,),
    }


def test_a_story_names_its_customer() -> None:
    """What one customer got is not said as if everybody did."""
    text = "Fernlight makes software for shops.\nReps gained three hours a week.\nThey love it.\nFormat: case study"
    assert after(text, "Case study: Fernlight is fast") == {
        "Fernlight makes software for shops.": (),
        "Reps gained three hours a week.": (0, 1),
        "They love it.": (2,),
        "Format: case study": (),
    }
    assert after("Reps gained three hours a week.", "case study") == {"Reps gained three hours a week.": (0, 0)}


def test_a_voice_holds_to_the_end_of_its_paragraph() -> None:
    """What follows an objection is objected, and what follows an answer is not."""
    text = "Objection: The plan is dear. The seats are few. Answer: The plan is fair. The seats are many."
    assert units_of(Sourced("T", text))[1:] == (
        Unit("Objection: The plan is dear."),
        Unit("The seats are few.", (1,)),
        Unit("Answer: The plan is fair.", (2,), ("The plan is fair.",)),
        Unit("The seats are many.", (3,)),
    )


def test_a_gain_below_a_negative_icp_is_no_gain() -> None:
    """What is said of whom not to sell to stays behind the label."""
    text = "They gain: A fair price. The plan is good for everybody."
    assert after(f"Negative ICP: whom not to sell to.\n{text}")["The plan is good for everybody."] == (2,)
    assert after(text)["The plan is good for everybody."] == ()


def test_what_takes_back_is_never_parted() -> None:
    """A sentence is one with the next where that takes it back."""
    (unit,) = units_of(Sourced("T", "The plan is free for all. But only in May. However, ask us first."))[1:]
    assert unit.text == "The plan is free for all. But only in May. However, ask us first."
    assert unit.parts == ("The plan is free for all.", "But only in May.", "However, ask us first.")


@pytest.mark.parametrize(
    ("sentence", "opens", "expected"),
    [
        ("The plan costs $75 a month.", False, False),
        ("It costs $75 a month.", True, True),
        ("Those seats cost the plan a lot.", False, True),
        ("The plan costs them a lot of money.", False, True),
        ("Two plans cost a lot of money.", False, True),
        ("Two plans cost a lot of money.", True, False),
        ("With Harbor the plan is fair.", False, True),
        ("Strong where an analyst has time.", False, True),
        ("A committee takes about 120.", False, True),
        ("The company was founded in 2019.", False, False),
        ("The third number is too high.", False, True),
        ("Sales asked him for the plan.", False, True),
        ("Two thirds of that is hiring.", True, True),
        ("The team says that it works.", False, False),
        ("Reps like how they are asked.", False, False),
        ("Ask for plans before they end.", False, True),
        ("We know the plan and its price.", False, False),
        ("Yes, of course.", True, True),
        ("The plan.", True, True),
        ("Harbor works.", False, True),
        ("!", False, True),
    ],
)
def test_a_sentence_leans_where_it_points_elsewhere(sentence: str, *, opens: bool, expected: bool) -> None:
    """A pronoun, a bare number, an ordinal or a fragment needs what stands before it."""
    assert leans(sentence, opens=opens) is expected


def test_a_list_of_criteria_holds_to_the_end_of_its_paragraph() -> None:
    """What stands behind "three criteria are ..." is one of them, and no statement."""
    assert not is_scoped([])
    assert is_scoped(["Three plans are there."])
    assert is_scoped(["The criteria are here.", "The plan is good."])
    assert is_scoped(["This is a list of mistakes."])
    assert not is_scoped(["The plan is good."])
    assert not is_scoped(["..."])


def test_a_sentence_with_a_subject_needs_no_heading() -> None:
    """An article, or a verb right behind the first words, tells a sentence from a fragment."""
    assert has_subject("The seat is cheap.")
    assert has_subject("Setup is a fixed $6,000.")
    assert not has_subject("Strong where there is time.")
    assert not has_subject("...")


def test_words_are_compared_as_they_sound() -> None:
    """Letter case, kinds of quotes and dashes, and the comma of thousands make no difference."""
    assert words_of("The “Owner’s” plan – $6,000 – 5,5 of 1,000,000!") == (
        "the",
        "owner's",
        "plan",
        "$6000",
        "5,5",
        "of",
        "1000000",
    )
    assert [counts(word) for word in ("two", "$5", "plan")] == [True, True, False]
