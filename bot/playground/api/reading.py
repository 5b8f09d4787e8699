"""Reading: the arguments and the token of a request, whichever of Slack's forms it has."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.playground.api.method import Refused
from bot.playground.model import Json

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Given:
    """What a request holds."""

    arguments: Json
    token: str | None
    warnings: list[str] = field(default_factory=list)


async def given(request: Request) -> Given:
    """What a request asks with.

    Raises:
        Refused: its body is not of the form it says.
    """
    kind, _, more = request.headers.get("content-type", "").partition(";")
    arguments: dict[str, Any] = dict(request.query_params)
    body, warnings = await request.body(), []
    is_json = kind.strip().lower() == "application/json"
    if is_json:
        arguments |= _object(body)
        warnings = [] if "charset" in more.lower() else ["missing_charset"]
    elif kind.startswith("multipart/"):
        async with request.form() as form:
            arguments |= {name: part for name, part in form.items() if isinstance(part, str)}
    elif body:
        arguments |= _form(body, kind)
    token = request.headers.get("authorization", "").partition("Bearer ")[2].strip() or None
    inside = arguments.pop("token", None)
    return Given(arguments, token or (None if is_json else inside), warnings)


def _object(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        raise Refused("invalid_json") from None
    if not isinstance(read, dict):
        raise Refused("json_not_object")
    return read


def _form(body: bytes, kind: str) -> Json:
    if kind and kind.strip().lower() != FORM:
        raise Refused("invalid_post_type")
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    except UnicodeDecodeError:
        raise Refused("invalid_form_data") from None
