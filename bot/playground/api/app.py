"""App: the Web API, response URLs, uploads and downloads over HTTP, as an ASGI application.

Everything is answered on the event loop: a call is short, takes no other I/O and holds the world's lock meanwhile.
"""

import json

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.playground.api.answering import Answered, Api
from bot.playground.api.method import Refused
from bot.playground.api.reading import Given, given
from bot.playground.api.response_urls import respond
from bot.playground.model import Json
from bot.playground.world import World


def json_response(body: Json, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A JSON answer, as Slack writes it."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status, headers, "application/json; charset=utf-8")


def api_app(api: Api) -> Starlette:
    """The application that answers for an API."""

    async def method(request: Request) -> Response:
        name = request.path_params["method"]
        try:
            asked = await given(request)
        except Refused as refused:
            return json_response({"ok": False, "error": refused.error})
        return _answer(api.call(name, asked.arguments, asked.token, str(request.base_url).rstrip("/")), asked)

    async def response_url(request: Request) -> Response:
        answer = respond(api.world, request.path_params["id"], await request.body())
        return json_response(answer.body, answer.status)

    async def upload(request: Request) -> Response:
        return await _upload(api.world, request)

    async def download(request: Request) -> Response:
        return _download(api.world, request)

    return Starlette(
        routes=[
            Route("/api/{method}", method, methods=["GET", "POST"]),
            Route("/response/{id:path}", response_url, methods=["POST"]),
            Route("/upload/{file}", upload, methods=["POST", "PUT"]),
            Route("/files/{file}/{name:path}", download, methods=["GET"]),
        ]
    )


def _answer(answered: Answered, asked: Given) -> Response:
    body = answered.body
    if asked.warnings and body.get("ok"):
        known = body.get("response_metadata", {})
        body = body | {"warning": ",".join(asked.warnings)}
        body["response_metadata"] = known | {"warnings": asked.warnings}
    return json_response(body, 200, answered.headers)


async def _upload(world: World, request: Request) -> Response:
    file = world.files.get(request.path_params["file"])
    if file is None or file.shared:
        return PlainTextResponse("not found", 404)
    if request.headers.get("content-type", "").startswith("multipart/"):
        async with request.form() as form:
            parts = [part for part in form.values() if not isinstance(part, str)]
            body = await parts[0].read() if parts else b""
    else:
        body = await request.body()
    if len(body) != file.size:
        return PlainTextResponse(f"expected {file.size} bytes and got {len(body)}", 400)
    with world.lock:
        file.content = body
    return PlainTextResponse(f"OK - {len(body)}")


def _download(world: World, request: Request) -> Response:
    token = request.headers.get("authorization", "").partition("Bearer ")[2].strip()
    app = world.apps.get(token)
    if app is None or app.revoked or "files:read" not in app.scopes:
        return PlainTextResponse("sign in first", 403)
    file = world.files.get(request.path_params["file"])
    if file is None or file.content is None or file.team != app.team:
        return PlainTextResponse("not found", 404)
    return Response(file.content, media_type=file.mimetype)
