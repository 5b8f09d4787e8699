"""What is built from settings: nothing before it is needed, and each thing once."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.bootstrap import DATABASE, VECTORS, build, shipped
from bot.core.errors import StateUnavailable
from bot.core.passage import SearchFilter
from bot.ports import Scope
from bot.settings import Settings
from tests.small import TODAY

SCOPE = Scope("local", "harbor")


def test_what_ships_is_there() -> None:
    """The shipped packs are found, wherever Fika is installed."""
    assert (shipped("knowledge") / "harbor" / "pack.yaml").is_file()


def test_nothing_is_made_in_advance(tmp_path: Path) -> None:
    """Building opens no database and no vector store, and loading a pack needs neither."""
    ports = build(Settings(home=tmp_path / "home"))
    ports.packs.load("harbor")

    assert not (tmp_path / "home").exists()


def test_each_is_built_once(tmp_path: Path) -> None:
    """Whoever asks for the store or the index gets the same one."""
    ports = build(Settings(home=tmp_path / "home"))

    assert ports.store() is ports.store()
    assert ports.index() is ports.index()


def test_the_state_is_in_the_home(tmp_path: Path) -> None:
    """The database is made in the home at its first use, and not the vectors."""
    home = tmp_path / "home"
    with build(Settings(home=home)).store().begin(SCOPE) as work:
        work.accounts.add("Acme")
        work.commit()

    assert (home / DATABASE).is_file()
    assert not (home / VECTORS).exists()


def test_another_database(tmp_path: Path) -> None:
    """A database may be named, and then the home stays empty."""
    url = SecretStr(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    settings = Settings(home=tmp_path / "home", database_url=url)

    assert 0 == len(_names(settings))
    assert (tmp_path / "elsewhere.db").is_file()
    assert not (tmp_path / "home").exists()


def _names(settings: Settings) -> list[str]:
    with build(settings).store().begin(SCOPE, writes=False) as work:
        return [each.name for each in work.accounts.names()]


def test_another_vector_store(tmp_path: Path) -> None:
    """A server may be named; then that is where a search goes, and says so if nobody is there."""
    settings = Settings(home=tmp_path / "home", chroma_url="http://localhost:1")

    with pytest.raises(StateUnavailable, match="FIKA_CHROMA_URL"):
        build(settings).index().search("harbor", "forecast", SearchFilter(today=TODAY), 1)


def test_the_password_stays_secret() -> None:
    """Settings that are shown do not show the database's password."""
    assert "Geheim" not in repr(Settings(database_url=SecretStr("postgresql://ann:Geheim@localhost/fika")))
