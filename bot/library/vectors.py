"""Vectors: where the collections of the vector store live, in a folder or on a Chroma server.

In a folder every pack has a place of its own:

    vectors/<pack>/store-k3x9/     what Chroma writes, and beside it what is kept to search by words
    vectors/<pack>/current.json    which store counts, and the hashes of its index files
    vectors/<pack>/*.lock          held while a store is read or thrown away, and while the pack is ingested

A store that counts is never written to. An ingest fills a new one and then points `current.json` to it, so that a crash
or a full disk leaves what was there, and whoever searches meanwhile reads the old store to the end. Filling a new one
also keeps a search whole: Chroma's index loses sight of a few records when others are updated or deleted in place.

The hashes are checked before Chroma opens a store, since Chroma 1.5 ends the whole process on an index file that was
cut short.
"""

import fcntl
import hashlib
import json
import re
import shutil
import socket
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from threading import RLock
from typing import TYPE_CHECKING, Any, Protocol, cast
from urllib.parse import urlsplit
from weakref import finalize

from bot.core.errors import FikaError, StateUnavailable

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection

Metadata = dict[str, str | int | bool]

_DATABASE = "chroma.sqlite3"
_WRITTEN_OUT = "index_metadata.pickle"
"""What Chroma leaves beside an index that it wrote to disk as a whole."""
_CURRENT = "current.json"
_STORE = "store-"
_BESIDE = "words"
_POLL = 0.02
"""Seconds between two looks at a lock."""
_CONNECT = 5.0
"""Seconds that a server may take to answer the first knock."""
_PORTS = {"http": 8000, "https": 443}
_URL_FORM = "FIKA_CHROMA_URL has to look like http://localhost:8000."


class CollectionMissing(StateUnavailable):
    """Raised when a pack has not been ingested yet."""

    def __init__(self, pack: str) -> None:
        super().__init__(f"The pack {pack!r} is not in the vector store yet: run `fika ingest`.")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A pack's collection, and where files that are derived from it may stand."""

    collection: "Collection"
    beside: Path | None = None
    """A folder that is kept and checked with the collection, and may have to be made; None on a server."""


class Vectors(Protocol):
    """Where collections live; a pack has one."""

    def ingesting(self, pack: str) -> AbstractContextManager[None]:
        """Keep other ingests of the pack out until the block ends."""

    def current(self, pack: str) -> AbstractContextManager[Shelf]:
        """The pack's collection, to read.

        Raises:
            CollectionMissing: there is none.
            StateUnavailable: it is damaged or cannot be reached.
        """

    def successor(self, pack: str, metadata: Metadata) -> AbstractContextManager[Shelf]:
        """An empty collection, which takes the place of the current one once the block ends without an error.

        For use while `ingesting`.
        """


def collection_name(pack: str) -> str:
    """A name that Chroma takes and no other pack has; pack names may hold what Chroma refuses."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", pack).strip("-")
    return f"fika-{words}-{hashlib.sha256(pack.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class _Open:
    """A store that is open; it is never written to, so its collection stays what it is."""

    store: Path
    client: "Client"
    collection: "Collection"


@dataclass(slots=True, weakref_slot=True)
class VectorFolder:
    """Collections in a folder of this machine; one object for a folder and process."""

    folder: Path
    wait: float = 30.0
    """Seconds to wait for another process that ingests the same pack."""
    _open: dict[str, _Open] = field(default_factory=dict)
    """By pack: the store that was read last, kept open."""
    _one_at_a_time: RLock = field(default_factory=RLock)

    def __post_init__(self) -> None:
        finalize(self, _close, self._open)

    @contextmanager
    def ingesting(self, pack: str) -> Iterator[None]:
        """Keep other ingests of the pack out until the block ends."""
        with self._translated():
            place = self._place(pack)
            place.mkdir(parents=True, exist_ok=True)
            with self._locked(place / "ingest.lock"):
                yield

    @contextmanager
    def current(self, pack: str) -> Iterator[Shelf]:
        """The pack's collection, to read."""
        with self._translated():
            place = self._place(pack)
            if not (place / _CURRENT).is_file():
                raise CollectionMissing(pack)
            with self._one_at_a_time, self._locked(place / "read.lock", shared=True):
                opened = self._opened(pack)
                yield Shelf(opened.collection, opened.store / _BESIDE)

    @contextmanager
    def successor(self, pack: str, metadata: Metadata) -> Iterator[Shelf]:
        """An empty collection, which takes the place of the current one once the block ends without an error."""
        place = self._place(pack)
        with self._translated():
            store = Path(tempfile.mkdtemp(prefix=_STORE, dir=place))
            try:
                with closing(_open_folder(store)) as client:
                    yield Shelf(_created(client, collection_name(pack), metadata), store / _BESIDE)
                _write_current(place, store)
            except BaseException:
                shutil.rmtree(store, ignore_errors=True)
                raise
            self._sweep(place, store)

    def _place(self, pack: str) -> Path:
        return self.folder / collection_name(pack)

    def _opened(self, pack: str) -> _Open:
        """The store that counts; the one that is open, unless an ingest has replaced it."""
        place = self._place(pack)
        store, hashes = _read_current(place)
        held = self._open.get(pack)
        if held and held.store == store:
            return held
        if held:
            self._open.pop(pack).client.close()
        _refuse_damage(store, hashes)
        client = _open_folder(store)
        try:
            self._open[pack] = _Open(store, client, _collection(client, pack))
        except BaseException:
            client.close()
            raise
        return self._open[pack]

    def _sweep(self, place: Path, keep: Path) -> None:
        """Delete every store but one as soon as nobody reads, or leave that to the next ingest."""
        with suppress(StateUnavailable), self._one_at_a_time, self._locked(place / "read.lock"):
            for store in place.glob(f"{_STORE}*"):
                if store != keep:
                    shutil.rmtree(store, ignore_errors=True)

    @contextmanager
    def _locked(self, path: Path, *, shared: bool = False) -> Iterator[None]:
        """Hold a lock that other processes and threads respect; the system lets go of it if this process dies."""
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        until = time.monotonic() + self.wait
        with path.open("a") as file:
            while True:
                with suppress(BlockingIOError):
                    fcntl.flock(file, kind | fcntl.LOCK_NB)
                    break
                if time.monotonic() >= until:
                    raise StateUnavailable(
                        f"Another fika is writing the vector store in {path.parent}. Try again when it is done."
                    )
                time.sleep(_POLL)
            yield

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn every error of Chroma and of the file system into a sentence."""
        try:
            yield
        except FikaError:
            raise
        except OSError as error:
            raise StateUnavailable(
                f"The vector store in {self.folder} cannot be used: {error.strerror or error}. Make room or set its "
                "permissions, then run `fika ingest`; it is derived from the pack and holds nothing else."
            ) from error
        except _vendor_errors() as error:
            raise StateUnavailable(
                f"Chroma cannot use the vector store in {self.folder} ({error}). Unless the disk is full, run "
                "`fika ingest --rebuild`: it is derived from the pack, and building it again loses nothing."
            ) from error


@dataclass(slots=True)
class VectorServer:
    """Collections on a Chroma server, which looks after its own files and readers."""

    url: str
    _client: "Client | None" = None

    @contextmanager
    def ingesting(self, pack: str) -> Iterator[None]:  # noqa: ARG002 - the server orders what it is sent
        """Keep nobody out: an ingest writes the same records whoever runs it."""
        yield

    @contextmanager
    def current(self, pack: str) -> Iterator[Shelf]:
        """The pack's collection, to read."""
        with self._translated():
            yield Shelf(_collection(self._connected(), pack))

    @contextmanager
    def successor(self, pack: str, metadata: Metadata) -> Iterator[Shelf]:
        """An empty collection, which takes the place of the current one once the block ends without an error."""
        with self._translated():
            client, name = self._connected(), collection_name(pack)
            collection = _created(client, f"{name}-{token_hex(4)}", metadata)
            try:
                yield Shelf(collection)
            except BaseException:
                client.delete_collection(collection.name)
                raise
            with suppress(CollectionMissing):
                client.delete_collection(_collection(client, pack).name)
            collection.modify(name=name)

    def _connected(self) -> "Client":
        if self._client is None:
            host, port, tls = self._address()
            with socket.create_connection((host, port), timeout=_CONNECT):
                pass  # Chroma itself would wait for as long as the server likes
            import chromadb

            self._client = cast("Client", chromadb.HttpClient(host, port, ssl=tls, settings=_settings()))
        return self._client

    def _address(self) -> tuple[str, int, bool]:
        """Host, port and whether the connection is encrypted."""
        try:
            parts = urlsplit(self.url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise StateUnavailable(_URL_FORM) from error
        if not host or parts.scheme not in _PORTS:
            raise StateUnavailable(_URL_FORM)
        return host, port or _PORTS[parts.scheme], parts.scheme == "https"

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn every error of Chroma and of the connection into a sentence."""
        import httpx  # what Chroma's client speaks with; its errors pass through

        vendor_errors: tuple[type[Exception], ...] = (OSError, httpx.HTTPError, *_vendor_errors())
        try:
            yield
        except FikaError:
            raise
        except vendor_errors as error:
            self._client = None
            raise StateUnavailable(
                f"The Chroma server that FIKA_CHROMA_URL names cannot be used ({error}). Start it, or unset "
                "FIKA_CHROMA_URL to keep the vectors in Fika's own folder; then run `fika ingest`."
            ) from error


def _collection(client: "Client", pack: str) -> "Collection":
    """A pack's collection; its vectors come from outside, as Chroma's own embedder would download a model."""
    from chromadb.errors import NotFoundError

    try:
        return client.get_collection(collection_name(pack), embedding_function=None)
    except NotFoundError as error:
        raise CollectionMissing(pack) from error


def _created(client: "Client", name: str, metadata: Metadata) -> "Collection":
    return client.create_collection(name, metadata=metadata, embedding_function=None, configuration=_configuration())


def _configuration() -> "CreateCollectionConfiguration":
    """How Chroma searches a collection.

    `ef_search` makes a search exact up to that many passages, where the default misses neighbours. `max_neighbors` at
    its default would lose records among many that are alike. `sync_threshold` writes the index out early, so that
    opening a store need not build it again.
    """
    return {
        "hnsw": {
            "space": "cosine",
            "ef_search": 10_000,
            "ef_construction": 100,
            "max_neighbors": 64,
            "sync_threshold": 100,
            "batch_size": 100,
        }
    }


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(_env_file=None, anonymized_telemetry=False, chroma_otel_collection_endpoint="")


def _open_folder(store: Path) -> "Client":
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient

    try:
        return cast("Client", chromadb.PersistentClient(store, settings=_settings()))
    except BaseException:
        # Chroma keeps what it failed to open, half made, for whoever asks for this path again.
        SharedSystemClient._identifier_to_system.pop(str(store), None)  # noqa: SLF001
        raise


def _close(opened: dict[str, _Open]) -> None:
    """Give back the files and threads of every open store; Chroma does not do so by itself."""
    while opened:
        opened.popitem()[1].client.close()


def _vendor_errors() -> tuple[type[Exception], ...]:
    """What Chroma raises: its own errors, and ValueError where it checks what it is given or cannot connect."""
    from chromadb.errors import ChromaError

    return (ChromaError, ValueError, RuntimeError)


def _damaged(where: Path) -> StateUnavailable:
    return StateUnavailable(
        f"The vector store in {where} is damaged. Run `fika ingest --rebuild`: it is derived from the pack, and "
        "building it again loses nothing."
    )


def _read_current(place: Path) -> tuple[Path, dict[str, str]]:
    """The store that counts, and the hashes of its index files."""
    try:
        read = json.loads((place / _CURRENT).read_bytes())
        return place / str(read["store"]), dict(read["hashes"])
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(place) from error


def _write_current(place: Path, store: Path) -> None:
    """Make a store the one that counts, in one step."""
    written = json.dumps({"store": store.name, "hashes": _hashes(store)}, sort_keys=True)
    beside = store / _CURRENT
    beside.write_text(written, encoding="utf-8")
    beside.replace(place / _CURRENT)


def _hashes(store: Path) -> dict[str, str]:
    """By path: the hash of every file of an index that was written out, and of what stands beside it.

    Not of the database, and not of an index that is small enough to stay in memory: Chroma writes into both whenever it
    opens them, and it never reads the latter.
    """
    written_out = (index.parent for index in sorted(store.glob(f"*/{_WRITTEN_OUT}")))
    folders = [*written_out, *store.glob(_BESIDE)]
    files = (file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(store).as_posix(): _hash(file) for file in files}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_damage(store: Path, hashes: dict[str, str]) -> None:
    """Make sure that Chroma can open a store.

    Raises:
        StateUnavailable: a file is missing or is not what the last ingest left.
    """
    database = store / _DATABASE
    if not database.is_file() or not database.stat().st_size or _hashes(store) != hashes:
        raise _damaged(store.parent)
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            [sound] = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise _damaged(store.parent) from error
    if sound != "ok":
        raise _damaged(store.parent)
