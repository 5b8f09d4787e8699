"""Opening a model: without the network, and with a sentence where it cannot be."""

import logging
import os
import sys

import pytest

from bot.core.errors import FikaError
from bot.llm.provider import open_chat


@pytest.mark.parametrize("choice", ["openai:m", "anthropic:m", "ollama:m:8b"])
def test_opening_asks_nobody(choice: str, no_network: list[str]) -> None:
    """The three providers open with a key alone, bounded and without retries of their own."""
    chat = open_chat(choice, url=None, key="k", timeout=3)

    assert [] == no_network
    assert choice.partition(":")[2] == getattr(chat, "model_name", None) or chat.model  # type: ignore[attr-defined]
    assert getattr(chat, "max_retries", 0) == 0
    assert getattr(chat, "stream_chunk_timeout", None) is None


@pytest.mark.parametrize("provider", ["openai", "anthropic", "ollama"])
def test_a_missing_package_names_the_extra(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names a provider without its package is told what to install."""
    from langchain.chat_models import base

    base._get_chat_model_creator.cache_clear()
    monkeypatch.setitem(sys.modules, f"langchain_{provider}", None)

    with pytest.raises(FikaError, match=rf"pip install fika\[{provider}\]"):
        open_chat(f"{provider}:m", url=None, key="k", timeout=3)


def test_a_package_without_an_extra_is_named_too() -> None:
    """LangChain's other providers can be installed by name."""
    with pytest.raises(FikaError, match="pip install langchain-google-genai"):
        open_chat("google_genai:m", url=None, key="k", timeout=3)


@pytest.mark.parametrize("choice", ["openai:m", "anthropic:m", "nonsense:m"])
def test_a_missing_key_and_an_unknown_provider_are_named(choice: str) -> None:
    """What is missing is said when the model is opened, not when it is asked."""
    with pytest.raises(FikaError, match=f"FIKA_LLM names {choice.partition(':')[0]}.*FIKA_LLM_KEY") as refused:
        open_chat(choice, url=None, key=None, timeout=3)
    assert refused.value.__cause__ is None


def test_a_server_of_ones_own_needs_no_key() -> None:
    """An OpenAI-compatible server on this machine is asked without one."""
    open_chat("openai:m", url="http://127.0.0.1:1/v1", key=None, timeout=3)


def test_a_key_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The provider's own variable stands in where no key is given."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-theirs")

    chat = open_chat("openai:m", url="http://127.0.0.1:1/v1", key=None, timeout=3)

    assert "sk-theirs" == chat.openai_api_key.get_secret_value()  # type: ignore[attr-defined]


def test_clients_are_silent_and_the_old_tracer_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No log level makes a client tell what was asked, and no leftover of a tracer makes a call fail."""
    for name in ("LANGCHAIN_TRACING", "OPENAI_LOG", "ANTHROPIC_LOG"):
        monkeypatch.setenv(name, "debug")

    open_chat("openai:m", url=None, key="k", timeout=3)

    assert not {"LANGCHAIN_TRACING", "OPENAI_LOG", "ANTHROPIC_LOG"} & set(os.environ)
    assert not logging.getLogger("openai._base_client").isEnabledFor(logging.ERROR)
    assert not logging.getLogger("httpx2").isEnabledFor(logging.ERROR)


@pytest.mark.parametrize(
    ("provider", "home"), [("openai", "https://api.openai.com/v1"), ("anthropic", "https://api.anthropic.com")]
)
def test_no_gateway_comes_between(provider: str, home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of LangSmith's does not lead the questions through its servers."""
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_x")

    chat = open_chat(f"{provider}:m", url=None, key="k", timeout=3)

    assert home == str(getattr(chat, "openai_api_base", None) or chat.anthropic_api_url)  # type: ignore[attr-defined]
