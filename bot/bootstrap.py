"""Bootstrap: the one place that constructs anything, from settings to ports.

Adapters are imported where they are built, and the database and the vector store are opened when a flow first asks for
them: `fika score` on a file never touches either.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from bot.ports import Index, Ports, Store
from bot.ports.model import Caps
from bot.settings import Settings

if TYPE_CHECKING:  # Slack's libraries are loaded by whoever serves Slack
    from pydantic import SecretStr
    from slack_sdk import WebClient

    from bot.library.embedder import Embedder
    from bot.ports.digest import Notifier
    from bot.ports.model import Model
    from bot.slack.app import SlackApp
    from bot.slack.service import Service

T = TypeVar("T")

LONGEST_WAIT = 2.0
"""Seconds that a process which serves Slack waits for another one that is writing."""
_LOADED_AT_START = (
    "bm25s",
    "chromadb",
    "dateparser",
    "rapidfuzz.distance",
    "rapidfuzz.fuzz",
    "rapidfuzz.process",
    "wordllama",
)
"""Libraries that are otherwise loaded when they are first needed, which several threads must not do at once."""
DATABASE = "fika.db"
VECTORS = "vectors"
MILLION = 1_000_000


def shipped(folder: str) -> Path:
    """A folder that ships with Fika: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "_shipped" / folder
    return installed if installed.is_dir() else package.parent / folder


def build(settings: Settings, *, serving: bool = False) -> Ports:
    """Everything that flows may reach, according to the settings; a process that serves keeps its connections."""
    from bot.library.folders import FolderPacks

    @_once
    def store() -> Store:
        from bot.store.store import SqlStore

        url = settings.database_url.get_secret_value() if settings.database_url else None
        # Slack waits three seconds for its acknowledgement: whoever serves it does not wait longer for the database.
        wait = min(settings.database_wait, LONGEST_WAIT) if serving else settings.database_wait
        return SqlStore.open(settings.home, url=url, wait=wait, keep=serving)

    @_once
    def index() -> Index:
        from bot.library.index import ChromaIndex

        return ChromaIndex(settings.home / VECTORS, _embedder(settings), url=settings.chroma_url)

    @_once
    def model() -> Model | None:
        if settings.llm is None:
            return None
        from bot.llm.chat import open_model

        return open_model(
            settings.llm,
            url=settings.llm_url,
            key=settings.llm_key.get_secret_value() if settings.llm_key else None,
            timeout=settings.llm_timeout,
            parallel=min(settings.llm_parallel, max(1, settings.workers // 2)),
            price_in=settings.llm_price_in,
            price_out=settings.llm_price_out,
            prompts=shipped("prompts"),
        )

    return Ports(store=store, packs=FolderPacks(shipped("knowledge")), index=index, model=model, caps=_caps(settings))


def _caps(settings: Settings) -> Caps:
    cost = settings.llm_cost_a_day
    return Caps(settings.llm_tokens_a_day, None if cost is None else round(cost * MILLION))


def _embedder(settings: Settings) -> Embedder:
    from bot.library.embedder import embedder_named

    if (own := embedder_named(settings.embedder)) is not None:
        return own
    from bot.llm.embeddings import LangChainEmbedder

    key = settings.embedder_key.get_secret_value() if settings.embedder_key else None
    return LangChainEmbedder(settings.embedder, url=settings.embedder_url, key=key)


def _once(make: Callable[[], T]) -> Callable[[], T]:
    """Make something when it is first asked for, once, whichever threads ask."""
    made: list[T] = []
    lock = Lock()

    def get() -> T:
        with lock:
            if not made:
                made.append(make())
            return made[0]

    return get


def slack_app(settings: Settings) -> SlackApp:
    """Fika in Slack, according to the settings; the bot's token has to be there.

    Raises:
        TokenRefused: Slack does not accept the token.
        SlackUnreachable: Slack does not answer.
        StateUnavailable: the database cannot be used.
        PackUnknown: there is no such pack.
        PackInvalid: the pack has errors.
    """
    from bot.slack.app import build as put_together
    from bot.slack.client import web_client

    client = web_client(_secret(settings.slack_bot_token), settings.slack_api_url)
    service = _service(settings, client)
    for library in _LOADED_AT_START:
        import_module(library)
    service.ports.model()  # one that cannot be opened is said now, too
    # A pack that cannot be used is said now, and not to the first rep.
    service.shelf.take(settings.pack, service.team)
    # No two processes alive at the same time may share a name, be they in containers with the same process ids.
    worker = f"{os.getpid()}-{secrets.token_hex(4)}"
    return put_together(service, client, _secret(settings.slack_signing_secret), worker, settings.workers)


def _service(settings: Settings, client: WebClient) -> Service:
    """What every listener works with, for the workspace that the client's token belongs to."""
    from bot.flows.shelf import Shelf
    from bot.library.heat import draw_heat
    from bot.library.pdf import draw_pdf
    from bot.slack.channels import Channels
    from bot.slack.homes import Homes
    from bot.slack.papers import Papers
    from bot.slack.people import People
    from bot.slack.pictures import Pictures
    from bot.slack.post import Poster
    from bot.slack.service import Defaults, Service
    from bot.slack.serving import who_we_are
    from bot.slack.status import Status

    us = who_we_are(client)
    ports = build(settings, serving=True)
    poster = Poster(client, ports, us.team_id, _now)
    return Service(
        ports=ports,
        team=us.team_id,
        bot_user=us.user_id,
        poster=poster,
        people=People(client, ports, us.team_id, _now, settings.time_zone),
        status=Status(client),
        channels=Channels(client, _now),
        shelf=Shelf(ports),
        clock=_now,
        defaults=Defaults(settings.pack, settings.admins),
        pictures=Pictures(client, poster, ports, us.team_id, draw_heat),
        homes=Homes(poster.publish_home),
        papers=Papers(client, poster, ports, us.team_id, draw_pdf),
        ahead=timedelta(minutes=settings.brief_ahead),
    )


def _secret(given: SecretStr | None) -> str:
    return given.get_secret_value() if given else ""


def notifier(settings: Settings, channel: str) -> Notifier:
    """What posts to a channel of the workspace of FIKA_TEAM; the bot's token has to be there."""
    from bot.slack.client import web_client
    from bot.slack.notify import SlackNotifier
    from bot.slack.post import Poster

    client = web_client(_secret(settings.slack_bot_token), settings.slack_api_url)
    return SlackNotifier(client, Poster(client, build(settings), settings.team, _now), settings.team, channel)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the clock of everything that serves Slack
