"""Routes: the page itself, its built files, an empty page to measure against, and the files that people uploaded.

Everything is sent with headers that let nothing run but the page's own script, and let no other page frame it.
"""

import gzip
import mimetypes
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from bot.playground.page.files import may_open
from bot.playground.page.live import Live
from bot.playground.page.looking import Looking
from bot.playground.page.patch import in_script, patch_text
from bot.playground.page.scene import entered, scene
from bot.playground.page.stage import Stage

BUILT = Path(__file__).parent / "built"
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What a browser may show by itself; everything else is only saved."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https: http:; "
    "font-src 'self'; media-src 'self'; connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_NAME = re.compile(r"\w[\w.-]*")
_HASHED = re.compile(r"[\w.]+-[A-Z0-9]{8}\.\w+")
_FOREVER = "public, max-age=31536000, immutable"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".html": "text/html"}
_SMALL = 1000
_MISSING = (
    "The page is not built. In a checkout: cd bot/playground/page/web && npm ci && node build.mjs. "
    "Everything else of the local Slack works without it."
)
_BLANK = "<!doctype html><html lang=en><meta charset=utf-8><title>Blank</title><p>Blank</p></html>"

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(slots=True)
class Built:
    """The built page, read as it is asked for, so that a new build is there at once."""

    folder: Path
    _packed: dict[tuple[str, float], bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes | None:
        """A file of it; None where there is none of that name."""
        path = self.folder / name
        return path.read_bytes() if _NAME.fullmatch(name) and path.is_file() else None

    def packed(self, name: str, content: bytes) -> bytes:
        """A file's content, compressed."""
        key = (name, (self.folder / name).stat().st_mtime)
        if key not in self._packed:
            self._packed[key] = gzip.compress(content, 9, mtime=0)
        return self._packed[key]


def page_routes(stage: Stage, live: Live, folder: Path) -> list[BaseRoute]:
    """What a browser gets."""
    built = Built(folder)
    return [
        Route("/", _front(stage, built), methods=["GET"]),
        WebSocketRoute("/page/live", live.serve),
        Route("/page/blank", _blank, methods=["GET"]),
        Route("/page/file/{file}/{name:path}", _file(stage), methods=["GET"]),
        Route("/page/{name}", _static(built), methods=["GET"]),
    ]


def headers(request: Request) -> dict[str, str]:
    """The headers of everything that a browser shows."""
    return {
        "content-security-policy": _POLICY.format(port=request.scope["server"][1]),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
    }


def _front(stage: Stage, built: Built) -> Endpoint:
    def made(looking: Looking) -> str | None:
        page = built.read("index.html")
        if page is None:
            return None
        text = patch_text({}, scene(stage, entered(stage, looking)), stage.world.now(), always=True) or ""
        return page.decode().replace("%FIRST%", in_script(text))

    async def endpoint(request: Request) -> Response:
        asked = request.query_params
        looking = Looking(
            person=asked.get("person", ""), channel=asked.get("channel") or None, thread=asked.get("thread") or None
        )
        text = await run_in_threadpool(made, looking)
        more = headers(request) | {"cache-control": "no-store"}
        if text is None:
            return PlainTextResponse(_MISSING, 503, more)
        return HTMLResponse(text, headers=more)  # not compressed: that takes longer than sending it on the loopback

    return endpoint


async def _blank(request: Request) -> Response:
    return HTMLResponse(_BLANK, headers=headers(request) | {"cache-control": "no-store"})


def _static(built: Built) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        name = request.path_params["name"]
        content = built.read(name)
        if content is None or name == "index.html":
            return PlainTextResponse("There is no such file.", 404, headers(request))
        suffix = Path(name).suffix
        kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        more = headers(request) | {"cache-control": _FOREVER if _HASHED.fullmatch(name) else "no-cache"}
        more["vary"] = "accept-encoding"
        if len(content) > _SMALL and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(built.packed(name, content), 200, more | {"content-encoding": "gzip"}, kind)
        return Response(content, 200, more, kind)

    return endpoint


def _file(stage: Stage) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        more = headers(request) | {"cache-control": "private, no-cache"}
        file = may_open(stage, request.query_params.get("person", ""), request.path_params["file"])
        if file is None or file.content is None:
            return PlainTextResponse("There is no such file.", 404, more)
        if file.mimetype in PICTURES:
            return Response(file.content, 200, more | {"content-disposition": "inline"}, file.mimetype)
        return Response(file.content, 200, more | {"content-disposition": "attachment"}, "application/octet-stream")

    return endpoint
