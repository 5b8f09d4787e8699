"""What an error of a provider's client means."""

import httpx
import pytest
from langchain_core.exceptions import ContextOverflowError, ModelRateLimitError, OutputParserException

from bot.llm.failing import another_try, reached, why
from bot.ports.model import Failure, ModelFailed


class _Coded(Exception):
    def __init__(self, status: object, retry_after: str | None = None) -> None:
        self.status_code = status
        self.response = httpx.Response(500, headers={"retry-after": retry_after} if retry_after else {})


def _from(inner: BaseException) -> BaseException:
    outer = RuntimeError("wrapped")
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (TimeoutError(), Failure.TIMEOUT),
        (httpx.ReadTimeout("x"), Failure.TIMEOUT),
        (_from(httpx.ConnectTimeout("x")), Failure.TIMEOUT),
        (ModelRateLimitError(), Failure.BUSY),
        (ContextOverflowError(), Failure.REFUSED),
        (ConnectionResetError(), Failure.UNAVAILABLE),
        (_Coded(429), Failure.BUSY),
        (_Coded(408), Failure.UNAVAILABLE),
        (_Coded(503), Failure.UNAVAILABLE),
        (_Coded(422), Failure.REFUSED),
        (_Coded(302), Failure.REFUSED),
        (_Coded(200), Failure.UNAVAILABLE),
        (_Coded(-1), Failure.UNAVAILABLE),
        (_Coded("429"), Failure.UNAVAILABLE),
        (_from(_Coded(401)), Failure.REFUSED),
        (_from(ModelFailed(Failure.TOO_LONG)), Failure.TOO_LONG),
        (OutputParserException("x"), Failure.MALFORMED),
        (ValueError(), Failure.MALFORMED),
        (KeyError(), Failure.MALFORMED),
        (RuntimeError(), Failure.UNAVAILABLE),
    ],
)
def test_each_error_has_its_reason(error: BaseException, failure: Failure) -> None:
    """By its kind, by its status or by what it was raised from."""
    assert failure is why(error)


@pytest.mark.parametrize(
    ("error", "wait"),
    [
        (_Coded(429), 0),
        (_Coded(429, "7.5"), 7.5),
        (_Coded(503, "-1"), 0),
        (_Coded(503, "tomorrow"), None),
        (_Coded(429, "nan"), None),
        (_Coded(429, "inf"), None),
        (_from(_Coded(429, "3")), 3),
        (_Coded(400, "1"), None),
        (TimeoutError(), None),
        (ValueError(), None),
    ],
)
def test_only_what_may_pass_is_tried_again(error: BaseException, wait: float | None) -> None:
    """Too much to do and errors of the server, after as long as it says."""
    assert wait == another_try(error)


def test_a_ring_of_causes_comes_to_an_end() -> None:
    """Errors that are one another's cause are looked at a few times."""
    one, other = RuntimeError(), RuntimeError()
    one.__cause__, other.__cause__ = other, one

    assert Failure.UNAVAILABLE is why(one)


def test_nobody_there_is_known() -> None:
    """A question is sent unless no connection came about."""
    assert [False, False, True] == [
        reached(each) for each in (_from(httpx.ConnectError("x")), ConnectionError(), OSError())
    ]
