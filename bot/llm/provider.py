"""Provider: LangChain's chat model for `provider:model`, made so that one question is one bounded request.

Retries are ours (`asking`), so the clients' own are off. Nothing is traced, whatever the environment says, and the
clients' logs are silent: they write what was asked and said. Every response is cut off when it has more bytes than any
answer needs, also where it never ends a line; one that comes packed although it was asked not to is not unpacked.
A connection serves one request: questions are rarely so close together that keeping it open would save anything, and
what is closed cannot be found dead. No cookie is kept, and no half of a form is mended.
"""

import logging
import os
import warnings
from collections.abc import AsyncIterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, NoReturn

from langchain_core.language_models import BaseChatModel

from bot.core.errors import FikaError
from bot.ports.model import Failure, ModelFailed

MOST_TOKENS = 4_000
"""What one answer may take; thinking counts, where a model thinks."""
MOST_BYTES = 4_000_000
"""Of one response, with everything that is around the words."""
HEADERS = {"Connection": "close", "Accept-Encoding": "identity"}
_PACKAGES = {"openai", "anthropic", "ollama"}
"""The providers that Fika has an extra for, under the provider's name."""
_HOMES = {
    "openai": (("OPENAI_API_BASE", "OPENAI_BASE_URL"), "https://api.openai.com/v1"),
    "anthropic": (("ANTHROPIC_API_URL", "ANTHROPIC_BASE_URL"), "https://api.anthropic.com"),
}
"""Said in so many words, since a variable of LangSmith's would lead the questions through its servers otherwise."""
_TALKATIVE = (
    "anthropic", "httpcore", "httpcore2", "httpx", "httpx2", "langchain", "langchain_anthropic", "langchain_core",
    "langchain_ollama", "langchain_openai", "langsmith", "ollama", "openai",
)  # fmt: skip


def open_chat(choice: str, *, url: str | None, key: str | None, timeout: float) -> BaseChatModel:
    """LangChain's chat model for a provider and a model; asks nobody yet.

    Raises:
        FikaError: there is no such provider, its package is not installed, or it needs a key.
    """
    be_quiet()
    _mend_no_forms()
    from langchain.chat_models import init_chat_model

    provider, _, model = choice.partition(":")
    try:
        chat: BaseChatModel = init_chat_model(model, model_provider=provider, **_options(provider, url, key, timeout))
    except ImportError as error:
        raise FikaError(missing("FIKA_LLM", provider)) from error
    except Exception:  # noqa: BLE001 - each provider has errors of its own, which may quote the key
        raise FikaError(refused("FIKA_LLM", choice)) from None
    _need_a_key(provider, chat)
    _tame(chat)
    return chat


def be_quiet() -> None:
    """Trace nothing, log nothing that a client has to say, and print none of its warnings: they quote what was said."""
    # The first tracer of LangChain is gone; a leftover of its variable would only make every call fail.
    # The clients' own variables would make them talkative again when they are imported.
    for gone in ("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER", "OPENAI_LOG", "ANTHROPIC_LOG"):
        os.environ.pop(gone, None)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", message="Pydantic serializer warnings", category=UserWarning)
    warnings.filterwarnings("ignore", category=UserWarning, module=r"(langchain\w*|openai|anthropic|ollama)(\.|$)")


def missing(variable: str, provider: str) -> str:
    """What to do where the package of a provider is not installed."""
    if provider in _PACKAGES:
        return f"{variable} names {provider}, whose package is not installed: pip install fika[{provider}]"
    package = f"langchain-{provider.replace('_', '-')}"
    return f"{variable} names {provider}, whose package is not installed: pip install {package}"


def refused(variable: str, choice: str) -> str:
    """What to do where a provider takes neither the model nor the key."""
    provider = choice.partition(":")[0]
    return (
        f"{variable} names {choice}, which cannot be used: either LangChain knows no provider {provider!r}, "
        f"or its key is missing ({variable}_KEY)."
    )


def home(provider: str, url: str | None) -> str | None:
    """The address of the provider's server, where it is known."""
    variables, own = _HOMES.get(provider, ((), None))
    return url or next((os.environ[each] for each in variables if os.environ.get(each)), own)


def _options(provider: str, url: str | None, key: str | None, timeout: float) -> dict[str, Any]:
    options: dict[str, Any] = {"base_url": home(provider, url)}
    match provider:
        case "ollama":
            headers = HEADERS | ({"Authorization": f"Bearer {key}"} if key else {})
            client = {"timeout": timeout, "headers": headers}
            options |= {"num_predict": MOST_TOKENS, "client_kwargs": client, "reasoning": False}
        case "openai":
            # A server of one's own often wants no key, and LangChain always wants one.
            key = key or (None if os.environ.get("OPENAI_API_KEY") or not url else "none")
            options |= _usual(key, timeout) | {"default_headers": HEADERS}
        case "anthropic":
            options |= _usual(key, timeout) | {"default_headers": HEADERS}
        case _:
            options |= _usual(key, timeout)
            del options["stream_usage"]
    return {name: value for name, value in options.items() if value is not None}


def _usual(key: str | None, timeout: float) -> dict[str, Any]:
    return {"api_key": key, "timeout": timeout, "max_retries": 0, "max_tokens": MOST_TOKENS, "stream_usage": True}


def _need_a_key(provider: str, chat: BaseChatModel) -> None:
    secret = getattr(chat, f"{provider}_api_key", "none")
    given = secret.get_secret_value() if hasattr(secret, "get_secret_value") else secret
    if not given:
        raise FikaError(
            f"FIKA_LLM names {provider}, which needs a key: set FIKA_LLM_KEY or {provider.upper()}_API_KEY."
        )


def _tame(chat: BaseChatModel) -> None:
    # Waiting for each piece by itself is of no use where the whole has a deadline, and can swallow a cancellation.
    if hasattr(chat, "stream_chunk_timeout"):
        chat.stream_chunk_timeout = None
    bound(chat)


def _mend_no_forms() -> None:
    # LangChain reads each piece of a form as if it were a whole one; where it is none, it tries once more without the
    # last letter, and so on: hours for one long piece, in the loop of all questions. Only `shapes` reads forms.
    from langchain_core.messages import ai

    vars(ai)["parse_partial_json"] = _unread


def _unread(*_: Any, **__: Any) -> NoReturn:
    raise ValueError


def bound(owner: Any) -> None:
    """Cut off every response that is longer than any has to be, follow none to another server, and keep no cookies."""
    # LangChain's three providers keep their client under one of these names, and it keeps its HTTP client like this.
    for name in ("root_async_client", "async_client", "_async_client"):
        web = getattr(owner, name, None)
        while web is not None and not hasattr(web, "event_hooks"):
            web = getattr(web, "_client", None)
        if web is not None and _cut_off not in web.event_hooks["response"]:
            web.event_hooks["response"].append(_cut_off)
            web.follow_redirects = False
            web.cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))


async def _cut_off(response: Any) -> None:
    if response.headers.get("content-encoding", "identity").casefold() != "identity":
        raise ModelFailed(Failure.MALFORMED)
    stream = response.stream
    # The two generations of the library behind the clients each ask for a stream of their own kind.
    kind = next(each for each in type(stream).__mro__ if each.__name__ == "AsyncByteStream")
    response.stream = _bounded(kind)(stream, MOST_BYTES)


def _bounded(kind: type[Any]) -> type[Any]:
    class Bounded(kind):  # type: ignore[misc] # the kind is only known when it runs
        def __init__(self, stream: Any, most: int) -> None:
            self._stream, self._left = stream, most

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for piece in self._stream:
                self._left -= len(piece)
                if self._left < 0:
                    raise ModelFailed(Failure.TOO_LONG)
                yield piece

        async def aclose(self) -> None:
            await self._stream.aclose()

    return Bounded
