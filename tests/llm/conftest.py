"""A language model, opened as the app opens it, and no key of whoever runs the tests."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.llm.chat import open_model
from bot.ports.model import Model
from tests.llm.cassette import RECORDING
from tests.no_network import no_network

__all__ = ["no_network"]

PROMPTS = Path(__file__).parents[2] / "prompts"
_KEYS = (
    "OPENAI_API_KEY",
    "OPENAI_API_BASE",
    "OPENAI_BASE_URL",
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_BASE_URL",
    "OLLAMA_HOST",
)


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    if not RECORDING:
        for name in _KEYS:
            monkeypatch.delenv(name, raising=False)


@pytest.fixture
def open_at() -> Callable[..., Model]:
    """Opens a model at a server of one's own."""

    def at(
        url: str | None,
        *,
        choice: str = "openai:m",
        key: str | None = "sk-never-shown",
        timeout: float = 30,
        parallel: int = 2,
        ticks: Callable[[], float] = time.monotonic,
    ) -> Model:
        return open_model(
            choice,
            url=url,
            key=key,
            timeout=timeout,
            parallel=parallel,
            price_in=0.25,
            price_out=2,
            prompts=PROMPTS,
            ticks=ticks,
        )

    return at
