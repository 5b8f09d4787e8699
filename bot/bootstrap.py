"""Bootstrap: the one place that constructs anything, from settings to ports.

Adapters are imported where they are built, and the database and the vector store are opened when a flow first asks for
them: `fika score` on a file never touches either.
"""

from functools import cache
from pathlib import Path

from bot.ports import Index, Ports, Store
from bot.settings import Settings

DATABASE = "fika.db"
VECTORS = "vectors"


def shipped(folder: str) -> Path:
    """A folder that ships with Fika: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "_shipped" / folder
    return installed if installed.is_dir() else package.parent / folder


def build(settings: Settings) -> Ports:
    """Everything that flows may reach, according to the settings."""
    from bot.library.folders import FolderPacks

    @cache
    def store() -> Store:
        from bot.store.store import SqlStore

        url = settings.database_url.get_secret_value() if settings.database_url else None
        return SqlStore.open(settings.home, url=url, wait=settings.database_wait)

    @cache
    def index() -> Index:
        from bot.library.embedder import WordLlamaEmbedder
        from bot.library.index import ChromaIndex

        return ChromaIndex(settings.home / VECTORS, WordLlamaEmbedder(), url=settings.chroma_url)

    return Ports(store=store, packs=FolderPacks(shipped("knowledge")), index=index)
