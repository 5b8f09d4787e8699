"""Client: how Slack is called, and what its answers mean.

    accepted                 the answer
    refused                  Refusal, with Slack's own code: another way may be open
    busy or unreachable      SlackBusy, which says whether the call may have arrived all the same
    the app is refused       SlackRefused

Nothing is repeated here: what may have arrived is never sent again blindly, and whoever is told to wait is put off
instead of holding up a thread. The SDK logs whole payloads where its logger lets it, so it is given a silent one.
"""

import json
import logging
import re
import socket
from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from bot.slack.errors import SlackBusy, SlackRefused

Answer = Mapping[str, Any]

PAUSE = 5.0
"""Seconds to wait where Slack does not say how long."""
LONGEST_PAUSE = 3600.0

SHAPE = frozenset(
    {
        "block_mismatch",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_array_arg",
        "invalid_attachments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_form_data",
        "invalid_json",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "invalid_payload",
        "json_not_object",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "request_too_large",
        "too_many_attachments",
        "unsupported_block",
        "view_too_large",
    }
)
"""What is sent has a shape that the server does not take; a simpler one may pass."""
ABSENT = frozenset(
    {
        "access_denied",
        "deprecated_endpoint",
        "feature_not_enabled",
        "method_deprecated",
        "method_not_supported_for_channel_type",
        "missing_scope",
        "no_permission",
        "not_allowed",
        "not_allowed_token_type",
        "not_enabled",
        "not_implemented",
        "unknown_method",
    }
)
"""The server does not know the method, or the app may not use it."""
_LIMITED = frozenset({"ratelimited", "rate_limited"})
_BUSY = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"})
_APP = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "org_login_required", "token_expired", "token_revoked"}
)
_NEVER_SENT = (ConnectionRefusedError, socket.gaierror)
_TAKEN, _REFUSED, _UNAUTHORIZED, _NOT_FOUND, _NO_METHOD, _TOO_LARGE, _LIMIT, _BROKEN = (
    200, 400, 401, 404, 405, 413, 429, 500,
)  # fmt: skip
_WORD = re.compile(r"[a-z][a-z0-9_.]*")
_SECONDS = re.compile(r"\d{1,9}(\.\d+)?")

_silent = logging.getLogger(f"{__name__}.sdk")
_silent.setLevel(logging.CRITICAL)


class Refusal(Exception):
    """Raised when Slack refuses a call; certainly nothing of it arrived."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)

    @property
    def of_shape(self) -> bool:
        """Whether something simpler may pass."""
        return self.code in SHAPE or "block" in self.code

    @property
    def for_good(self) -> bool:
        """Whether the method itself is not there, whatever is sent."""
        return self.code in ABSENT


def web_client(token: str, api_url: str, *, timeout: int = 15) -> WebClient:
    """A client that repeats nothing and logs nothing.

    Args:
        token: the bot's.
        api_url: where the methods are, with or without a slash at the end.
        timeout: seconds to wait for each step of a call.
    """
    return WebClient(
        token=token, base_url=api_url.rstrip("/") + "/", timeout=timeout, retry_handlers=[], logger=_silent
    )


def ask(call: Callable[[], SlackResponse]) -> Answer:
    """What Slack answers to a call.

    Raises:
        Refusal: Slack refuses it.
        SlackBusy: Slack is busy or cannot be reached.
        SlackRefused: Slack refuses the app.
    """
    try:
        data = call().data
    except SlackApiError as wrong:
        response = wrong.response
        said = response.data.get("error") if isinstance(response.data, Mapping) else None
        raise _meaning(response.status_code, response.headers, said) from None
    except SlackClientError:
        raise Refusal("client_error") from None
    except (OSError, HTTPException, UnicodeDecodeError) as wrong:
        raise _unreachable(wrong) from None
    return data if isinstance(data, Mapping) else {}


def send_to(url: str, body: Mapping[str, Any], *, timeout: int = 15) -> None:
    """Answer through a response URL.

    Raises:
        Refusal: Slack refuses it, or the URL is used up or too old.
        SlackBusy: Slack is busy or cannot be reached.
    """
    webhook = WebhookClient(url, timeout=timeout, retry_handlers=[], logger=_silent)
    try:
        response = webhook.send_dict(dict(body))
    except SlackClientError:
        raise Refusal("client_error") from None
    except (OSError, HTTPException, UnicodeDecodeError) as wrong:
        raise _unreachable(wrong) from None
    said = _said(response.body)
    if response.status_code == _TAKEN and said is None:
        return
    raise _meaning(response.status_code, response.headers, said)


def _said(body: str) -> str | None:
    """The code of a refusal in the body of a response URL's answer, where there is one."""
    text = body.strip()
    try:
        data = json.loads(text)
    except ValueError:
        return text if text != "ok" and _WORD.fullmatch(text) else None
    return data.get("error") or "client_error" if isinstance(data, Mapping) and data.get("ok") is False else None


def _meaning(status: int, headers: Mapping[str, Any], said: object) -> Exception:
    code = said if isinstance(said, str) and _WORD.fullmatch(said) else None
    if status == _LIMIT or code in _LIMITED:
        return SlackBusy(_retry_after(headers), sent=False)
    if code in _APP or (code is None and status == _UNAUTHORIZED):
        return SlackRefused(
            f"Slack does not accept the app's token ({code or status}). Install the app in the workspace again, and "
            "set SLACK_BOT_TOKEN to its token.",
            code or f"http_{status}",
        )
    if code in SHAPE:
        return Refusal(code)
    if status >= _BROKEN or code in _BUSY:
        return SlackBusy(PAUSE, sent=True)
    return Refusal(code) if code else _without_words(status)


def _without_words(status: int) -> Exception:
    if status in (_NOT_FOUND, _NO_METHOD):
        return Refusal("unknown_method")
    if status == _TOO_LARGE:
        return Refusal("request_too_large")
    if status >= _REFUSED:
        return Refusal(f"http_{status}")
    return SlackBusy(PAUSE, sent=True)  # it was taken by something, and nobody can say what became of it


def _unreachable(wrong: Exception) -> SlackBusy:
    reason = wrong.reason if isinstance(wrong, URLError) else wrong
    return SlackBusy(PAUSE, sent=not isinstance(reason, _NEVER_SENT))


def _retry_after(headers: Mapping[str, Any]) -> float:
    said = next((value for name, value in headers.items() if name.lower() == "retry-after"), None)
    if said is None or not _SECONDS.fullmatch(str(said).strip()):
        return PAUSE
    return min(max(float(said), 1.0), LONGEST_PAUSE)
