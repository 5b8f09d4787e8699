"""Failing: what an error of a provider's client means; none of its words is passed on, as they may quote anything."""

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from langchain_core.exceptions import (
    ContextOverflowError,
    ModelAPIError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelInvalidRequestError,
    ModelNotFoundError,
    ModelPermissionDeniedError,
    ModelRateLimitError,
    ModelTimeoutError,
    OutputParserException,
)

from bot.ports.model import Failure, ModelFailed

_KINDS: tuple[tuple[tuple[type[BaseException], ...], Failure], ...] = (
    ((TimeoutError, ModelTimeoutError), Failure.TIMEOUT),
    ((ModelRateLimitError,), Failure.BUSY),
    ((ModelAPIError, ModelConnectionError, OSError), Failure.UNAVAILABLE),
    (
        (
            ContextOverflowError,
            ModelAuthenticationError,
            ModelInvalidRequestError,
            ModelNotFoundError,
            ModelPermissionDeniedError,
        ),
        Failure.REFUSED,
    ),
)
_IN_ANOTHER_FORM = (OutputParserException, ValueError, TypeError, LookupError, AttributeError, RecursionError)
_TOO_MANY, _TOO_LATE = 429, 408
_WORTH_ANOTHER = {Failure.BUSY, Failure.UNAVAILABLE}
_NOBODY_THERE = {"ConnectError", "ConnectTimeout", "ConnectionRefusedError", "ConnectionError", "gaierror"}
_DEEPEST = 10


def why(error: BaseException) -> Failure:
    """Why a model gave nothing, by what its client raised."""
    chain = tuple(_chain(error))
    for each in chain:
        if isinstance(each, ModelFailed):
            return each.why
    return next((found for each in chain if (found := _known(each))), _otherwise(chain))


def another_try(error: BaseException) -> float | None:
    """Seconds to wait at least before the same question may be asked again; None where it would be of no use."""
    if why(error) not in _WORTH_ANOTHER:
        return None
    headers = (getattr(getattr(each, "response", None), "headers", None) for each in _chain(error))
    asked = next((value for each in headers if each is not None and (value := each.get("retry-after"))), "0")
    try:
        seconds = float(asked)
    except ValueError:  # a date: whoever names one does not mean in a moment
        return None
    return max(seconds, 0.0) if isfinite(seconds) else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    each: BaseException | None = error
    for _ in range(_DEEPEST):
        if each is None:
            return
        yield each
        each = each.__cause__ or each.__context__


def _known(error: BaseException) -> Failure | None:
    kind = next((failure for kinds, failure in _KINDS if isinstance(error, kinds)), None)
    if kind or "Timeout" in type(error).__name__:
        return kind or Failure.TIMEOUT
    return _by_status(getattr(error, "status_code", None))


def _by_status(status: Any) -> Failure | None:
    if not isinstance(status, int) or status < 300:  # noqa: PLR2004 - in the middle of an answer that began well
        return None
    if status == _TOO_MANY:
        return Failure.BUSY
    return Failure.UNAVAILABLE if status >= 500 or status == _TOO_LATE else Failure.REFUSED  # noqa: PLR2004


def _otherwise(chain: Sequence[BaseException]) -> Failure:
    misread = any(isinstance(each, _IN_ANOTHER_FORM) for each in chain)
    return Failure.MALFORMED if misread else Failure.UNAVAILABLE


def reached(error: BaseException) -> bool:
    """Whether the question may have got to its server."""
    # Ollama's client raises the bare ConnectionError where nobody answers.
    return not any(type(each).__name__ in _NOBODY_THERE for each in _chain(error))
