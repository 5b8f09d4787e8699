"""The scripted model keeps to the port, as the real one does."""

from collections.abc import Callable

import pytest

from bot.core.draft import ProseDraft, RequestDraft, SentenceDraft, ValueDraft
from bot.ports.model import Failure, Job, Model, ModelFailed, RequestHints
from tests.llm import hostile as does
from tests.llm.hostile import hostile
from tests.llm.passages import SOURCES
from tests.llm.scripted import SPENT, ScriptedModel, prose


def test_it_says_what_it_was_given_and_remembers_what_it_was_asked() -> None:
    """Drafts come in their order, each to its job, and every question is kept."""
    request = RequestDraft(kind="why")
    values = (ValueDraft(trait="t", value=1, quote="one"),)
    model = ScriptedModel(request, values, prose(("A.", 1)))
    model.then(prose())

    assert request == model.read_request("why?", RequestHints(())).draft
    assert values == model.read_notes("one", ()).draft
    assert prose(("A.", 1)) == model.answer("?", SOURCES, lambda _: None).draft
    assert prose() == model.summarise(SOURCES).draft
    assert [Job.READ_REQUEST, Job.READ_NOTES, Job.ANSWER, Job.SUMMARISE] == [each.job for each in model.asked]
    assert ("?", SOURCES, 0) == (model.asked[2].text, model.asked[2].sources, model.left)


def test_it_fails_where_it_is_told_to() -> None:
    """A failure of the script is raised as the real one raises it."""
    with pytest.raises(ModelFailed) as failed:
        ScriptedModel(Failure.TIMEOUT).summarise(())

    assert (Failure.TIMEOUT, SPENT) == (failed.value.why, failed.value.spent)


@pytest.mark.parametrize("script", [(), (RequestDraft(kind="why"),)])
def test_a_question_that_the_script_does_not_expect_fails_the_test(script: tuple[RequestDraft, ...]) -> None:
    """One question too many, and a draft of another job, are no answer."""
    with pytest.raises(AssertionError):
        ScriptedModel(*script).summarise(())


def test_both_models_are_heard_alike(open_at: Callable[..., Model]) -> None:
    """Each sentence is heard before the draft is there, and what the listener raises ends the call."""

    def outcome(model: Model) -> tuple[ProseDraft, list[SentenceDraft], object]:
        heard: list[SentenceDraft] = []
        said = model.answer("?", SOURCES, heard.append)
        with pytest.raises(ZeroDivisionError) as raised:
            model.answer("?", SOURCES, lambda _: 1 / 0)  # type: ignore[arg-type, return-value]
        return said.draft, heard, raised.type

    said = prose(("Most teams are live.", 2), ("Migration is included.", 1))
    with hostile(does.says("[2] Most teams are live.\n", "[1] Migration is included.")) as server:
        assert outcome(ScriptedModel(said, said)) == outcome(open_at(server.url))
