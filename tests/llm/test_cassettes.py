"""The published wire formats of three providers: what they send becomes a draft, and what it cost is known."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.core.draft import SentenceDraft
from bot.ports.model import Failure, Model, ModelFailed, TraitHint
from tests.llm.cassette import FOLDER, RECORDED, RECORDING, WRITTEN, cassette
from tests.llm.hostile import hostile, says
from tests.llm.passages import SOURCES

MODELS = {
    "openai": "openai:gpt-5-mini",
    "anthropic": "anthropic:claude-haiku-4-5",
    "ollama": "ollama:llama3.2",
}
ASKED_WITH = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY", "ollama": "OLLAMA_HOST"}
"""What has to be set for a provider's cassettes to be recorded anew."""
TRAITS = (TraitHint("employees", "Employees", "number", "How many people work there?", "people"),)
SECRETS = re.compile(r"sk-[A-Za-z0-9]|Bearer|lsv2_|authorization|x-api-key|cookie|organization|AIza|@", re.IGNORECASE)


@pytest.fixture
def open_provider(open_at: Callable[..., Model]) -> Callable[[str], Model]:
    """Opens the model of a provider, at the provider's own server."""

    def of(provider: str) -> Model:
        if RECORDING and not os.environ.get(ASKED_WITH[provider]):
            pytest.skip(f"{ASKED_WITH[provider]} is not set")
        key = None if RECORDING else "scrubbed"
        url = "http://127.0.0.1:11434" if provider == "ollama" else None
        return open_at(url, choice=MODELS[provider], key=key, timeout=60 if RECORDING else 30)

    return of


@pytest.mark.parametrize("provider", MODELS)
def test_an_answer_of_each_provider_is_heard_sentence_by_sentence(
    provider: str, open_provider: Callable[[str], Model]
) -> None:
    """Each provider's stream becomes sentences that stand in the sources, heard in the order of the draft."""
    heard: list[SentenceDraft] = []

    model = open_provider(provider)
    with cassette(f"{provider}_answer") as played:
        said = model.answer("What does it cost, how long does it take?", SOURCES, heard.append)

    assert heard
    assert tuple(heard) == said.draft.sentences
    assert all(each.text in SOURCES[each.cites[0] - 1].text for each in heard)
    assert 1 == played.play_count or RECORDING


@pytest.mark.parametrize("provider", MODELS)
def test_values_of_each_provider_are_read_from_its_structured_output(
    provider: str, open_provider: Callable[[str], Model]
) -> None:
    """A tool call of OpenAI and Anthropic, and the form of Ollama, become the same draft."""
    model = open_provider(provider)
    with cassette(f"{provider}_notes"):
        said = model.read_notes("Call with Jo: 120 people, no budget yet.", TRAITS)

    assert [("employees", 120)] == [(each.trait, each.value) for each in said.draft]
    assert said.draft[0].quote in "Call with Jo: 120 people, no budget yet."


@pytest.mark.skipif(RECORDING, reason="states what was written")
@pytest.mark.parametrize(
    ("provider", "spent"), [("openai", (402, 27)), ("anthropic", (431, 29)), ("ollama", (398, 26))]
)
def test_tokens_are_those_that_the_provider_counted(
    provider: str, spent: tuple[int, int], open_provider: Callable[[str], Model]
) -> None:
    """The usage at the end of each provider's stream is what a call cost, by the prices given."""
    with cassette(f"{provider}_answer"):
        said = open_provider(provider).answer("What does it cost?", SOURCES, lambda _: None)

    assert spent == (said.spent.tokens_in, said.spent.tokens_out)
    assert -(-spent[0] // 4 + -spent[1] * 2) == said.spent.cost


@pytest.mark.skipif(RECORDING, reason="states what was written")
@pytest.mark.parametrize(
    ("provider", "name", "why"),
    [
        ("openai", "openai_no_key", Failure.REFUSED),
        ("anthropic", "anthropic_overloaded", Failure.UNAVAILABLE),
        ("ollama", "ollama_no_model", Failure.REFUSED),
    ],
)
def test_an_error_of_each_provider_is_named(
    provider: str, name: str, why: Failure, open_provider: Callable[[str], Model]
) -> None:
    """Errors in the providers' own forms, also in the middle of a stream, become one of our reasons."""
    with cassette(name), pytest.raises(ModelFailed) as failed:
        open_provider(provider).answer("What does it cost?", SOURCES, lambda _: None)

    assert why is failed.value.why


def test_what_is_recorded_is_scrubbed_and_played_again(open_at: Callable[..., Model], tmp_path: Path) -> None:
    """A recording says what it is, holds no key and no header that says who asked, and answers without the server."""
    with hostile(says("[1] Migration is included.")) as server:
        url = server.url
        with cassette("new", tmp_path, record=True):
            live = open_at(url, key="sk-secret").answer("?", SOURCES, lambda _: None)
    with cassette("new", tmp_path, record=False):
        played = open_at(url).answer("?", SOURCES, lambda _: None)

    text = (tmp_path / "new.yaml").read_text()
    assert live == played
    assert RECORDED == text.splitlines()[0]
    assert "sk-secret" not in text
    assert "BaseHTTP" not in text


@pytest.mark.parametrize("shape", ["model: claude", "another question"])
def test_another_question_is_not_on_the_cassette(shape: str, open_at: Callable[..., Model]) -> None:
    """A request of another shape is refused, and does not go to the network."""
    model = open_at(None, choice="openai:gpt-other" if shape.startswith("model") else MODELS["openai"])
    with cassette("openai_answer", record=False), pytest.raises(ModelFailed):
        model.read_notes("120 people", TRAITS) if shape == "another question" else model.summarise(SOURCES)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_cassette_says_what_it_is_and_holds_no_secret(path: Path) -> None:
    """The first line says whether it was recorded, and nothing in it looks like a key or an account."""
    text = path.read_text()

    assert text.splitlines()[0] in {WRITTEN, RECORDED}
    assert [] == SECRETS.findall(text)
