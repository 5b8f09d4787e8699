"""What a model says is shown in the source's own characters, with what it cannot be said without, or not at all."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.draft import MOST_SENTENCES, SentenceDraft, Sourced
from bot.core.grounding import Cited, Grounding, Ungrounded, Why, is_marked
from bot.core.grounding_blocks import plain
from bot.core.grounding_leaning import words_of
from bot.core.grounding_units import units_of
from bot.core.passages import passages
from bot.library.loader import load_pack

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@cache
def sources() -> dict[str, Sourced]:
    """The passages of both packs that come with the bot."""
    return {
        f"{name}/{each.id}": Sourced(each.title, each.text)
        for name in ("harbor", "posthog")
        for each in passages(load_pack(KNOWLEDGE / name).pack)
    }


def said(text: str, *cites: int) -> SentenceDraft:
    """A sentence of a model."""
    return SentenceDraft(text=text, cites=cites or (1,))


def shown(source: Sourced, *sentences: str) -> list[str]:
    """What is shown for sentences one after the other, or why nothing is."""
    grounding = Grounding([source])
    found = []
    for sentence in sentences:
        try:
            found.append(grounding.take(said(sentence)).text)
        except Ungrounded as refused:
            found.append(refused.why.name)
    return found


def held(text: str, source: Sourced) -> bool:
    """Whether a text is made of the source's own words in their order, without a gap inside a sentence."""
    whole = " ".join(words_of(plain(f"{source.title}\n{source.text}".replace("#", " "))))
    rest = [" ".join(words_of(unit.text)) for unit in units_of(source)]
    bare = [" ".join(words_of(unit.bare)) for unit in units_of(source) if unit.bare]
    left = " ".join(words_of(text))
    return left in whole or _covered(left, sorted([*rest, *bare], key=len, reverse=True))


def _covered(text: str, pieces: list[str]) -> bool:
    """Whether a text is whole sentences one after the other."""
    if not text:
        return True
    return any(_covered(text[len(each) :].strip(), pieces) for each in pieces if each and text.startswith(each))


places = st.sampled_from(sorted(sources())).map(lambda key: sources()[key])
POOL = sorted({word for source in sources().values() for word in words_of(source.text)})


@st.composite
def sentences(draw: st.DrawFn) -> tuple[Sourced, str]:
    """A source with one of its sentences."""
    source = draw(places)
    return source, draw(st.sampled_from([unit.text for unit in units_of(source)]))


class TestEverySentence:
    """Whoever quotes well is heard."""

    @given(sentences())
    def test_is_shown_whole_or_with_what_it_leans_on(self, found: tuple[Sourced, str]) -> None:
        """A whole sentence of a source is shown, unless it holds markup or leans on half a page."""
        source, sentence = found
        (text,) = shown(source, sentence)
        if text == Why.NOT_THERE.name:
            assert all(unit.is_heading for unit in units_of(source) if words_of(unit.text) == words_of(sentence))
            return
        assert text in (Why.MARKUP.name, Why.OUT_OF_PLACE.name, Why.LENGTH.name) or held(text, source)
        assert text == Why.LENGTH.name or (text == Why.MARKUP.name) <= (is_marked(sentence) or "<" in source.text)

    @given(places)
    def test_that_needs_no_other_is_shown_as_it_is(self, source: Sourced) -> None:
        """What stands by itself is shown letter by letter."""
        for unit in units_of(source):
            if not (unit.after or unit.is_heading or is_marked(unit.text)) and len(unit.text) <= 600:
                assert shown(source, unit.text) == [unit.text]

    @given(places)
    def test_of_a_source_can_be_said_one_after_the_other(self, source: Sourced) -> None:
        """A source read out from its beginning is shown as it stands: nothing is left out and nothing comes twice."""
        units = [unit.text for unit in units_of(source) if not unit.is_heading][:MOST_SENTENCES]
        assume(units)
        assume(all(not is_marked(each) and len(each) <= 600 for each in units))
        first, *rest = shown(source, *units)
        assert first.endswith(units[0])
        assert all(held(text, source) for text in rest if text)

    def test_is_compared_without_quotes_dashes_and_thousands(self) -> None:
        """Curly quotes, long dashes, letter case and the comma of thousands make no difference; the source's are shown."""
        source = Sourced("Prices", "The owner’s plan – yearly – costs $6,000 in all.")
        assert shown(source, "the owner's plan - yearly - costs $6000 in all") == [source.text]

    def test_may_end_where_a_part_of_it_ends_and_is_shown_whole(self) -> None:
        """Whoever stops at a comma is shown the end of the sentence, too."""
        source = Sourced("Prices", "Harbor Team is $75 per seat per month, billed yearly, with a minimum of 10 seats.")
        assert shown(source, "Harbor Team is $75 per seat per month") == [source.text]
        assert shown(source, "Harbor Team is $75 per seat") == ["NOT_THERE"]

    def test_that_may_be_two_is_shown_whole(self) -> None:
        """Where it is not certain that a sentence ends, either half points at both."""
        source = Sourced("Verdict", "Acme could still be in tier B. The budget is open for now.")
        assert shown(source, "Acme could still be in tier B.") == [source.text]
        assert shown(source, "The budget is open for now.") == [source.text]

    def test_goes_on(self) -> None:
        """It is known whether a sentence goes on from the one before it."""
        grounding = Grounding([Sourced("Setup", "Setup is a fixed $6,000. It takes four weeks. Training is included.")])
        assert [grounding.take(said(text)) for text in ("Setup is a fixed $6,000.", "It takes four weeks.")] == [
            Cited("Setup is a fixed $6,000.", 1),
            Cited("It takes four weeks.", 1, follows=True),
        ]

    def test_is_said_once(self) -> None:
        """What was said already, or came along, is not said again."""
        source = Sourced("Setup", "The setup has a fixed price. It takes four weeks.")
        assert shown(source, "It takes four weeks.", "The setup has a fixed price.", "It takes four weeks.") == [
            source.text,
            "",
            "",
        ]

    def test_that_stands_twice_is_the_one_that_goes_on(self) -> None:
        """Of two places the one behind what was said last is meant."""
        source = Sourced("T", "- Azure costs more.\n- It is slow.\n\nThe pilot is short.\n- It is slow.")
        assert shown(source, "The pilot is short.", "It is slow.") == ["The pilot is short.", "It is slow."]


def mutations(sentence: str, other: str, word: str, at: int) -> list[str]:
    """A sentence made untrue in every way that one word can."""
    words = sentence.split()
    at %= len(words)
    numbers = re.sub(r"\d", lambda digit: str((int(digit.group()) + 1) % 10), sentence, count=1)
    return [
        numbers,
        " ".join([*words[:at], word, *words[at:]]),
        " ".join([*words[:at], word, *words[at + 1 :]]),
        " ".join([*words[:at], *words[at + 1 :]]),
        " ".join([*words[:at], "not", *words[at:]]),
        " ".join(words[:at] + words[at + 1 : at + 2] + words[at : at + 1] + words[at + 2 :]),
        " ".join(
            each for each in words if each.casefold().strip(".,") not in ("not", "no", "never", "only", "without")
        ),
        f"{sentence} {other}",
        " ".join([*words[: len(words) // 2], *other.split()[len(other.split()) // 2 :]]),
    ]


class TestLies:
    """No single word is added, swapped, turned or taken away."""

    @given(sentences(), sentences(), st.sampled_from(POOL), st.integers(0, 60))
    def test_are_refused_or_shown_as_the_source_has_it(
        self, found: tuple[Sourced, str], other: tuple[Sourced, str], word: str, at: int
    ) -> None:
        """Whatever a model makes of a sentence, only whole sentences of the source are shown."""
        source, sentence = found
        for lie in mutations(sentence, other[1], word, at):
            if len(lie) > 600:
                continue
            (text,) = shown(source, lie)
            assert text in Why.__members__ or held(text, source)
            if words_of(lie) != words_of(text) and text not in Why.__members__:
                assert " ".join(words_of(lie)) in " ".join(words_of(text))

    @given(sentences(), st.sampled_from(POOL), st.integers(0, 60))
    def test_that_add_a_word_are_refused(self, found: tuple[Sourced, str], word: str, at: int) -> None:
        """A word that the source does not have there is never said."""
        source, sentence = found
        words = sentence.split()
        lie = " ".join([*words[: at % len(words)], word, *words[at % len(words) :]])
        assume(len(lie) <= 600)
        known = {words_of(each) for unit in units_of(source) for each in (unit.text, *unit.parts)}
        assume(words_of(lie) not in known)
        assert shown(source, lie)[0] in Why.__members__

    @given(sentences(), places)
    def test_that_cite_another_source_are_refused(self, found: tuple[Sourced, str], other: Sourced) -> None:
        """A sentence is looked for in the source it cites and nowhere else."""
        source, sentence = found
        whole = " ".join(words_of(plain(f"{other.title} {other.text}")))
        assume(" ".join(words_of(sentence)) not in whole)
        with pytest.raises(Ungrounded, match=r"does not say it|markup"):
            Grounding([source, other]).take(said(sentence, 2))

    @pytest.mark.parametrize("cites", [(), (0,), (3,), (-1,), (1, 2)])
    def test_with_a_citation_that_is_none_are_refused(self, cites: tuple[int, ...]) -> None:
        """Exactly one source is cited, and there is one."""
        source = Sourced("Setup", "Setup is a fixed $6,000.")
        with pytest.raises(Ungrounded) as refused:
            Grounding([source, source]).take(SentenceDraft(text=source.text, cites=cites))
        assert refused.value.why is Why.CITES

    @pytest.mark.parametrize(
        "text",
        [
            "See https://evil.example for the price.",
            "See www.evil.example for the price.",
            "See [the sheet](evil) for the price.",
            "See <https://evil.example|here> now please.",
            "Ask <!channel> for the price of it.",
            "Ask @everyone for the price of it.",
            "Write to sales@evil.example for the price.",
            "Run `rm` for the price of it.",
            "The price is\u202e 000,6$ in all.",
            "The price is\u200b $6,000 in all.",
            "> The price is $6,000 in all.",
        ],
    )
    def test_with_markup_are_refused_even_where_the_source_has_it(self, text: str) -> None:
        """No link, mention, code or unseen character gets through, whoever wrote it."""
        assert shown(Sourced("Prices", text), text) == ["MARKUP"]
        hidden = Sourced("Prices", f"{text} It is fair to all of them.")
        assert shown(hidden, "It is fair to all of them.")[0] in ("MARKUP", "NOT_THERE")

    def test_without_end_are_refused(self) -> None:
        """More sentences than may be are not read."""
        source = Sourced("T", " ".join(f"The plan costs ${number},000 a year." for number in range(10, 40)))
        found = shown(source, *(f"The plan costs ${number},000 a year." for number in range(10, 40)))
        assert [each for each in found if each != "LENGTH"] == [
            f"The plan costs ${number},000 a year." for number in range(10, 10 + MOST_SENTENCES)
        ]

    def test_are_never_repeated_by_the_refusal(self) -> None:
        """What a model said does not stand in the message."""
        with pytest.raises(Ungrounded) as refused:
            Grounding([Sourced("T", "All is well.")]).take(said("Acme is bankrupt and owes us money."))
        assert "Acme" not in str(refused.value)

    def test_of_a_source_that_says_it_is_untrue_are_refused(self) -> None:
        """Nothing is taken from a list of myths."""
        assert shown(
            Sourced("Myths about Harbor", "Harbor runs on your own servers."), "Harbor runs on your own servers."
        ) == ["NOT_THERE"]


OBJECTIONS = "harbor/persona/cfo#3"
CRO = "harbor/persona/cro#3"
ENGINEER = "harbor/persona/head-of-engineering#3"
OWNER = "harbor/persona/local-owner"
NEGATIVE = "harbor/icp/negative"
PRIMARY = "harbor/icp/primary#2"


@pytest.mark.parametrize(
    ("key", "lie"),
    [
        (OBJECTIONS, "Implementation will cost more than the license."),
        (OBJECTIONS, "We cannot add spend this year."),
        (OBJECTIONS, "We have never billed more for it."),
        (OBJECTIONS, "We have billed more for it."),
        (OBJECTIONS, "Setup is a fixed $60,000 and takes four weeks."),
        (OBJECTIONS, "Setup is a fixed 6000 and takes four weeks."),
        (OBJECTIONS, "Setup is a fixed €6,000 and takes four weeks."),
        (OBJECTIONS, "Setup takes four weeks."),
        (OBJECTIONS, "Setup is free and takes four weeks."),
        (OBJECTIONS, "Setup is a fixed $6,000 and takes no weeks."),
        (OBJECTIONS, "Say that setup is a fixed $6,000 and takes four weeks."),
        (CRO, "My reps will not use another tool."),
        (CRO, "Use another tool."),
        (CRO, "Harbor takes forever."),
        (ENGINEER, "You want access to production."),
        (ENGINEER, "We could build this with our warehouse in a month."),
        (OWNER, "I do not have time to set this up."),
        (OWNER, "Digital marketing is overwhelming."),
        (OWNER, "$49 a month is one more subscription."),
        (NEGATIVE, "The deal closes in two weeks and never takes custom work."),
        (NEGATIVE, "A logo and a loss."),
        (NEGATIVE, "Our own small-business HR suite ended: churn and compliance trouble."),
        (PRIMARY, "The usage connector installs in a day."),
        (PRIMARY, "The usage connector installs in a day on own servers."),
        (PRIMARY, "On own servers it runs."),
        ("harbor/asset/data-processing-addendum", "Data is processed in the United States."),
        ("harbor/asset/data-processing-addendum", "It covers patient records."),
        ("harbor/asset/data-processing-addendum", "Harbor must be used for such data."),
        ("harbor/asset/early-adopter-offer-2025", "The first five marketing seats are free for a year."),
        ("harbor/asset/early-adopter-offer-2025", "The offer ended on December 31, 2025 and must be sent."),
        ("harbor/asset/handover-leak-article", "The leads are bad."),
        ("harbor/asset/options-compared", "Harbor Team costs $36,000 a year."),
        ("harbor/asset/cost-of-a-bad-forecast", "Harbor costs it about $310,000 a year."),
        ("harbor/journey/awareness-cro", "Our forecast is bad because of the people, the process or the data."),
    ],
)
def test_a_lie_made_of_the_source_s_words_is_refused(key: str, lie: str) -> None:
    """What only sounds like the source is not shown."""
    assert shown(sources()[key], lie) == ["NOT_THERE"]


@pytest.mark.parametrize(
    ("key", "lie", "shows"),
    [
        (OBJECTIONS, "Then do not start.", "Objection: We cannot add spend this year. Answer: Then do not start."),
        (ENGINEER, "No.", "Objection: You want access to production. Answer: No."),
        (OWNER, "Answer: Yes.", "Objection: Is it really free to try? Answer: Yes."),
        (CRO, "We suggest 70 percent.", "Ask for weekly use as a pilot criterion. We suggest 70 percent."),
        (
            OBJECTIONS,
            "It is in the order form",
            "Setup is a fixed $6,000 and takes four weeks. It is in the order form, and we have never billed more for it.",
        ),
        (
            NEGATIVE,
            "The deal closes in two weeks",
            (
                "{role} We gain: A logo and a loss. "
                "The deal closes in two weeks and then takes custom work, support calls and credits."
            ),
        ),
        (
            NEGATIVE,
            "Regulation: Patient records, FedRAMP or similar",
            "What disqualifies at once: Regulation: Patient records, FedRAMP or similar",
        ),
        (
            PRIMARY,
            "On own servers it does not run.",
            (
                "The usage connector installs in a day on AWS and Google Cloud. "
                "On Azure it takes API work. On own servers it does not run."
            ),
        ),
        (
            "harbor/icp/primary#3",
            "A committee takes about 120.",
            "A CRO or CFO who signs alone closes in about 60 days. A committee takes about 120.",
        ),
        (
            "harbor/asset/case-quillhaven-forecast",
            "Managers got back six hours a week.",
            (
                "Case study: Quillhaven brings its forecast error from 27 to 9 percent: "
                "Managers got back six hours a week."
            ),
        ),
        (
            "harbor/asset/pilot-plan-template",
            "The forecast in week eight is within 10 percent of what closes.",
            (
                "Three criteria are filled in and may be changed. "
                "The forecast in week eight is within 10 percent of what closes."
            ),
        ),
    ],
)
def test_what_would_be_a_lie_alone_brings_along_what_makes_it_true(key: str, lie: str, shows: str) -> None:
    """A sentence torn from its place is shown in its place."""
    role, _, _ = sources()[key].text.partition("\n")
    assert shown(sources()[key], lie) == [shows.replace("{role}", role)]


@pytest.mark.parametrize(
    ("key", "lie"),
    [
        ("harbor/persona/cfo", "CFO"),
        ("harbor/asset/solo-free-trial", "Harbor Solo, free for 30 days"),
        ("harbor/icp/primary", "US B2B SaaS, 50 to 200 people, on AWS or Google Cloud"),
        (NEGATIVE, "What disqualifies at once"),
        ("harbor/playbook/security-and-compliance", "What we do not have"),
    ],
)
def test_a_title_or_a_heading_states_nothing(key: str, lie: str) -> None:
    """It may not be put before the sentence of another source, which it would turn around."""
    assert shown(sources()[key], lie) == ["NOT_THERE"]


@pytest.mark.parametrize(
    ("key", "lie", "shows"),
    [
        (
            "harbor/playbook/pricing-and-discounting",
            "The trial lasts 30 days",
            (
                "Harbor Solo: $49 a month for the whole business, up to 24 people. "
                "The trial lasts 30 days, with every feature and no credit card. There are no discounts and no yearly plan."
            ),
        ),
        (
            "harbor/playbook/pricing-and-discounting",
            "$49 a month for the whole business",
            "Harbor Solo: $49 a month for the whole business, up to 24 people.",
        ),
        (
            "harbor/playbook/competitor-comparison",
            "If the number is small, agree, and come back in six months.",
            "Doing nothing: If the number is small, agree, and come back in six months.",
        ),
        (
            "harbor/playbook/handover-mql-to-sql",
            "Harbor Solo has no handover.",
            "The handover itself: Harbor Solo has no handover.",
        ),
        (
            NEGATIVE,
            "They gain: Little.",
            (
                "{role} They gain: Little. The problem is real but small, simpler methods do the job, and nobody has time "
                "to change how they work."
            ),
        ),
        (
            "harbor/playbook/objections-implementation-cost",
            "Setup is a fixed $6,000.",
            "Setup is a fixed $6,000.",
        ),
    ],
)
def test_what_is_said_of_one_product_names_it(key: str, lie: str, shows: str) -> None:
    """What stands below a heading is said of what the heading names, and of nothing else."""
    role, _, _ = sources()[key].text.partition("\n")
    assert shown(sources()[key], lie) == [shows.replace("{role}", role)]


def test_a_list_of_things_not_to_do_is_no_advice() -> None:
    """The first of a list of mistakes is shown with the words that say what the list is."""
    (text,) = shown(
        sources()["harbor/asset/adoption-guide"], "Number one is training everybody on everything on day one."
    )
    assert "a list of things not to do. Number one is training everybody" in text


def test_a_sentence_far_from_what_it_leans_on_is_refused() -> None:
    """What cannot be said without half a page is not said."""
    source = Sourced(
        "T",
        "The plan has a price. "
        + " ".join(f"It also has part {word}." for word in ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh")),
    )
    assert shown(source, "It also has part Hh.") == ["OUT_OF_PLACE"]
