"""Questions to the knowledge: quoted passages without a model; with one, sentences of the passages or nothing of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.errors import StateUnavailable
from bot.core.gap import GapKind
from bot.flows.desk import Desk
from bot.flows.knowledge import NOTHING_FOUND, PASSAGES, ask_knowledge
from bot.flows.model_use import NOT_GROUNDED
from bot.flows.outcome import GapLogged, Help, Memory, Passages, Response
from bot.flows.respond import respond
from bot.ports import Index, Ports
from bot.ports.model import Failure, Job
from tests.flows.modelled import desk_with, filled
from tests.llm.scripted import ScriptedModel, prose
from tests.small import NOW

QUESTION = "What do we say to a CFO about implementation cost?"
SENTENCE = "Setup is a fixed $6,000 and takes four weeks."
OFF_TOPIC = "who won the world cup in 1998?"


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """A state that is only read here."""
    return filled(tmp_path_factory.mktemp("home"))


def source_of(desk: Desk, sentence: str) -> int:
    """The number of the passage that holds a sentence."""
    asked = ScriptedModel(prose())
    ask_knowledge(QUESTION, desk_with(desk.ports, asked))
    [given] = asked.asked
    return next(number for number, source in enumerate(given.sources, 1) if sentence in source.text)


def test_without_a_model_the_best_passages_are_quoted(ports: Ports) -> None:
    """At most three, with nothing said about a model."""
    found = ask_knowledge(QUESTION, desk_with(ports))

    assert 1 <= len(found.hits) <= PASSAGES
    assert any("$6,000" in hit.passage.text for hit in found.hits)
    assert (None, None) == (found.answer, found.dropped)


def test_an_answer_whose_sentences_stand_in_the_passages_is_shown(ports: Ports) -> None:
    """Each with the passage it stands in, as they are shown; live while it is made."""
    source, heard = source_of(desk_with(ports), SENTENCE), list[str]()
    model = ScriptedModel(prose((SENTENCE, source)))
    found = ask_knowledge(QUESTION, desk_with(ports, model, live=heard.append))

    assert found.answer is not None
    [cited] = found.answer.sentences
    assert SENTENCE == cited.text
    assert SENTENCE in found.hits[cited.source - 1].passage.text
    assert ([f"“CFO: Objections”: {SENTENCE}"], "scripted:model") == (heard, found.answer.model)
    assert "knowledge/answer@000000000000" == found.answer.prompt
    assert QUESTION == model.asked[0].text


@pytest.mark.parametrize(
    "lie",
    [
        "Setup is a fixed $9,000 and takes four weeks.",
        "Setup is free.",
        "Setup is a fixed $6,000 and takes four weeks, see http://evil.example.",
        "Ask Jane Doe about it.",
    ],
)
def test_one_sentence_that_does_not_stand_drops_the_whole_answer(ports: Ports, lie: str) -> None:
    """The passages are quoted as without a model, with the reason; nothing more goes out live."""
    source, heard = source_of(desk_with(ports), SENTENCE), list[str]()
    model = ScriptedModel(prose((SENTENCE, source), (lie, source), (SENTENCE, source)))
    desk = desk_with(ports, model, live=heard.append)
    found = ask_knowledge(QUESTION, desk)

    assert (None, NOT_GROUNDED) == (found.answer, found.dropped)
    assert ask_knowledge(QUESTION, desk_with(ports)).hits == found.hits
    assert [f"“CFO: Objections”: {SENTENCE}"] == heard


CANCEL = "Cancel any time in the settings, with two taps and no phone call."
PAUSE = "Seasonal businesses can pause for up to four months a year at $5 a month, and their data is kept."
CANCELLING = "what happens when an owner enters a card?"
SOLO = "For Local service business, fewer than 25 people: "


def numbered(ports: Ports, question: str) -> dict[str, int]:
    """The numbers that a model calls passages by, by their titles."""
    asked = ScriptedModel(prose())
    ask_knowledge(question, desk_with(ports, asked))
    return {source.title: number for number, source in enumerate(asked.asked[0].sources, 1)}


def test_what_an_asset_says_is_said_of_whom_it_is_made_for(ports: Ports) -> None:
    """A sentence about one product is not shown as if it held for another."""
    number, heard = numbered(ports, CANCELLING)["From trial to paid in two minutes"], list[str]()
    model = ScriptedModel(prose((CANCEL, number), (CANCEL, number), (PAUSE, number)))
    found = ask_knowledge(CANCELLING, desk_with(ports, model, live=heard.append))

    assert found.answer is not None
    assert [f"{SOLO}{CANCEL}", PAUSE] == [each.text for each in found.answer.sentences]
    assert [f"“From trial to paid in two minutes”: {SOLO}{CANCEL}", PAUSE] == heard
    again = ScriptedModel(prose((CANCEL, number), (PAUSE, number)))
    assert found == ask_knowledge(CANCELLING, desk_with(ports, again))


def test_a_sentence_of_another_passage_says_so_live(ports: Ports) -> None:
    """Two true sentences of two passages are not shown as if one went on from the other."""
    numbers, heard = numbered(ports, QUESTION), list[str]()
    other = numbers["Objection: implementation will cost more than the license"]
    script = prose((SENTENCE, numbers["CFO: Objections"]), ("Setup is a fixed $6,000.", other))
    ask_knowledge(QUESTION, desk_with(ports, ScriptedModel(script), live=heard.append))

    assert [
        f"“CFO: Objections”: {SENTENCE}",
        "“Objection: implementation will cost more than the license”: Setup is a fixed $6,000.",
    ] == heard


@pytest.mark.parametrize("failure", [each for each in Failure if each is not Failure.CAPPED])
def test_a_model_that_fails_leaves_the_passages(ports: Ports, failure: Failure) -> None:
    """With a sentence why, whatever went wrong."""
    found = ask_knowledge(QUESTION, desk_with(ports, ScriptedModel(failure)))

    assert ask_knowledge(QUESTION, desk_with(ports)).hits == found.hits
    assert found.dropped is not None
    assert found.dropped.endswith(".")


def test_a_model_that_finds_nothing_says_so(ports: Ports) -> None:
    """The passages are quoted, and that the model found no answer in them."""
    assert NOTHING_FOUND == ask_knowledge(QUESTION, desk_with(ports, ScriptedModel(prose()))).dropped


def test_a_model_is_not_asked_about_what_the_knowledge_does_not_hold(ports: Ports) -> None:
    """Nothing relevant: it has nothing to answer from."""
    model = ScriptedModel()
    found = ask_knowledge(OFF_TOPIC, desk_with(ports, model))

    assert ((), None, None, ()) == (found.hits, found.answer, found.dropped, model.asked)


def test_a_name_that_the_knowledge_does_not_hold_is_told(ports: Ports) -> None:
    """The passages answer something else, so no model is asked; an account is no such name."""
    model = ScriptedModel(prose())
    found = ask_knowledge("what does Gong cost per seat?", desk_with(ports, model))

    assert (("Gong",), (), None) == (found.unmentioned, model.asked, found.answer)
    assert found.hits
    assert () == ask_knowledge("what does it cost Fogbarrel per seat?", desk_with(ports)).unmentioned


def test_what_is_about_nothing_that_the_knowledge_holds_is_not_in_it(ports: Ports) -> None:
    """Passages near to the words around it say nothing to it; an account is something that is known."""
    model = ScriptedModel(prose())

    assert ((), ()) == (ask_knowledge("How do we answer Clari?", desk_with(ports, model)).hits, model.asked)
    assert ask_knowledge("How do we answer Fogbarrel?", desk_with(ports)).unmentioned == ()


def test_a_store_that_cannot_be_searched_is_told(ports: Ports) -> None:
    """Fika goes on without the knowledge."""

    def gone() -> Index:
        raise StateUnavailable("The vector store is gone.")

    found = ask_knowledge(QUESTION, desk_with(replace(ports, index=gone)))
    assert "The vector store is gone." == found.unavailable


class TestLogIt:
    """A question that was not answered becomes a gap with two words."""

    @pytest.fixture
    def desk(self, tmp_path: Path) -> Desk:
        """A state that is written."""
        return desk_with(filled(tmp_path))

    @pytest.mark.parametrize("words", ["log it", "Log that as a gap, please.", "yes log it"])
    @pytest.mark.parametrize("question", [OFF_TOPIC, QUESTION])
    def test_log_it(self, desk: Desk, words: str, question: str) -> None:
        """Whether or not passages were shown: the person says whether they answer it."""
        response = respond(words, respond(question, Memory(), desk).memory, desk)

        assert isinstance(response.outcome, GapLogged)
        gap = response.outcome.gap
        assert (GapKind.KNOWLEDGE, question, None) == (gap.kind, gap.what, gap.account_id)
        assert "ann" == gap.voices[0].source.person
        assert response.memory.unanswered is None

    def test_only_right_behind_the_question(self, desk: Desk) -> None:
        """After another message nobody knows what `it` is."""
        memory = respond("help", respond(OFF_TOPIC, Memory(), desk).memory, desk).memory
        assert memory.unanswered is None
        assert not isinstance(respond("log it", memory, desk).outcome, GapLogged)

    def test_a_store_that_cannot_be_searched_leaves_nothing_to_log(self, desk: Desk) -> None:
        """It was not the knowledge that lacked something."""

        def gone() -> Index:
            raise StateUnavailable("The vector store is gone.")

        response: Response = respond(QUESTION, Memory(), replace(desk, ports=replace(desk.ports, index=gone)))
        assert isinstance(response.outcome, Passages)
        assert response.memory.unanswered is None

    def test_a_delivery_begun_anew_logs_once(self, desk: Desk) -> None:
        """One voice, however often."""
        assert isinstance(respond("help", Memory(), desk).outcome, Help)
        memory = respond(OFF_TOPIC, Memory(), desk).memory
        first, second = respond("log it", memory, desk).outcome, respond("log it", memory, desk).outcome
        assert isinstance(first, GapLogged)
        assert isinstance(second, GapLogged)
        assert first.gap.id == second.gap.id
        assert NOW == first.gap.at


def test_the_model_is_told_the_passages_and_nothing_else(ports: Ports) -> None:
    """No account, no answer, no person reaches a model with a question to the knowledge."""
    model = ScriptedModel(prose())
    ask_knowledge(QUESTION, desk_with(ports, model))

    [asked] = model.asked
    assert (Job.ANSWER, QUESTION, (), None) == (asked.job, asked.text, asked.traits, asked.hints)
    passages = {hit.passage.text for hit in ask_knowledge(QUESTION, desk_with(ports)).hits}
    assert passages <= {source.text for source in asked.sources}
