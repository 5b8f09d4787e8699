"""What the knowledge says: quoted, or as a model's answer in which every sentence says where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.grounding import Cited
from bot.core.passage import Hit, Passage, PassageKind
from bot.flows.outcome import KnowledgeAnswer, Passages
from bot.slack.ids import Act
from bot.slack.values import OnQuestion, decoded
from bot.slack.views.passages import passages_message
from tests.slack.views.kit import HOSTILE, LONG, blocks_of, elements_of, frame_of, scorer_of_harbor, texts, wrong_with

FRAME = frame_of(scorer_of_harbor())
WORDS = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


def hit(title: str = "ROI guide", text: str = "It pays in a year.", url: str | None = "https://x.example/a") -> Hit:
    """A passage that was found."""
    return Hit(passage=Passage(id="asset/a", kind=PassageKind.ASSET, title=title, text=text, url=url), score=0.9)


def answer(*sentences: tuple[str, int], model: str = "openai:gpt") -> KnowledgeAnswer:
    """What a model made of them."""
    return KnowledgeAnswer(tuple(Cited(*each) for each in sentences), model, "knowledge/answer@1")


def logs(passages: Passages) -> OnQuestion:
    """What the button that logs the question carries."""
    [button] = elements_of(blocks_of(passages_message(passages, FRAME)), Act.LOG_QUESTION)
    return decoded(OnQuestion, button["value"])


def test_every_sentence_says_where_it_stands() -> None:
    """As a number that leads to the passage's page, where it has one."""
    found = (hit(), hit("Objections", "Setup is a fixed $6,000.", None))
    message = passages_message(
        Passages("does it pay?", found, answer=answer(("It pays in a year.", 1), ("Setup is a fixed $6,000.", 2))),
        FRAME,
    )

    first = blocks_of(message)[0]["text"]["text"]
    assert "It pays in a year. <https://x.example/a|[1]> Setup is a fixed $6,000. [2]" == first
    assert first == message.text.partition("\n")[0]
    assert "Put together by openai:gpt from the passages below; every sentence stands in them." in texts(message)
    assert ["[1] ROI guide (asset)", "[2] Objections (asset)"] == [
        each["title"]["text"] for each in blocks_of(message) if each["type"] == "container"
    ]
    assert "*<https://x.example/a|ROI guide>*\nIt pays in a year." in texts(message)


def test_a_passage_is_read_line_by_line() -> None:
    """Its paragraphs and points stand apart, its headings stand out, and marks of another language are gone."""
    text = "We hear it often, and it\nis fair.\nThe facts\nSetup is a **fixed** $6,000.\n- Four weeks\n- One engineer"
    shown = blocks_of(passages_message(Passages("why?", (hit(text=text),)), FRAME))[1]["text"]["text"]

    assert [
        "*<https://x.example/a|ROI guide>* (asset)",
        "We hear it often, and it is fair.",
        "*The facts*",
        "Setup is a fixed $6,000.",
        "• Four weeks",
        "• One engineer",
    ] == shown.splitlines()


def test_what_is_nearest_to_the_question_is_shown() -> None:
    """And not the beginning, where that says nothing to it; a row of a table reads without its bars."""
    text = f"{'Nothing of it here, really. ' * 20}\nPrices\n| Item | Price |\n|---|---|\n| Seat | $75 |"
    found = Passages("how much is a seat?", (hit(text=text),))

    for frame in (FRAME, None):
        shown = blocks_of(passages_message(found, frame))[1]["text"]["text"]
        assert shown.endswith("\n*… Prices*\n• Seat: $75")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("one two three four five six. " * 30, "five six. one two three four…"),
        (f"{'x' * 19} {'y' * 370}.\nAnd more that is not shown.", "…"),
        ("```\na = 1\n```", "ˋˋˋ a = 1 ˋˋˋ"),
    ],
)
def test_a_long_passage_is_cut_once(text: str, last: str) -> None:
    """Between two words; and one that holds no prose is shown as it is."""
    shown = blocks_of(passages_message(Passages("why?", (hit(text=text),)), FRAME))[1]["text"]["text"]

    assert shown.endswith(last)
    assert shown.count("…") == last.count("…")


def test_a_dropped_answer_is_said_and_the_passages_stand() -> None:
    """Nothing of what the model said is shown."""
    message = passages_message(Passages("does it pay?", (hit(),), dropped="The language model said nothing."), FRAME)

    assert "The language model said nothing." in texts(message)
    assert "*<https://x.example/a|ROI guide>* (asset)\nIt pays in a year." in texts(message)


@pytest.mark.parametrize("found", [(), (hit(),)])
def test_the_question_is_logged_at_one_click(found: tuple[Hit, ...]) -> None:
    """The button carries it."""
    assert OnQuestion(asked="does it pay?") == logs(Passages("does it pay?", found))


@pytest.mark.parametrize("asked", ["x" * 1501, '"' * 1500, "\n" * 1400 + "x", LONG])
def test_a_question_too_long_for_a_button_is_looked_up(asked: str) -> None:
    """In the message that asked it."""
    assert OnQuestion(delivery=7) == logs(Passages(asked, ()))


def test_nothing_near_is_not_in_the_knowledge() -> None:
    """And says what to do."""
    message = passages_message(Passages("who is the king?", ()), FRAME)

    assert "Not in the knowledge: “who is the king?”. Log it as a gap, and somebody can add it." == message.text


@given(WORDS, WORDS, WORDS, st.sampled_from([None, "https://x.example/a", "javascript:alert(1)"]), st.integers(0, 8))
def test_every_answer_is_one_that_slack_takes(asked: str, title: str, said: str, url: str | None, source: int) -> None:
    """Whatever is asked, written in the pack or said by a model."""
    found = (hit(title, said, url),) * 6
    phrased = answer(*((said, source),) * 12, model=title)
    every = [Passages(asked, found, answer=phrased), Passages(asked, found, dropped=said), Passages(asked, ())]

    assert [] == [wrong for each in every for wrong in wrong_with(passages_message(each, FRAME))]
