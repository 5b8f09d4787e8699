"""Settings: everything that can be set from outside, read from the environment in one place."""

from pathlib import Path
from typing import Annotated

from platformdirs import user_data_path
from pydantic import Field, SecretStr, StringConstraints
from pydantic_settings import BaseSettings, SettingsConfigDict


def _home() -> Path:
    return user_data_path("fika", appauthor=False)


class Settings(BaseSettings):
    """Fika's settings; each one is the environment variable `FIKA_` followed by its name in capitals."""

    model_config = SettingsConfigDict(frozen=True, env_prefix="FIKA_", env_ignore_empty=True)

    home: Path = Field(default_factory=_home)
    """The folder that holds the state: the database and the vector store."""
    pack: str = "harbor"
    """The pack where no --pack is given: a path, or the name of a shipped one."""
    database_url: SecretStr | None = None
    """The database; an SQLite file in the home folder where none is given. Secret, as it may hold a password."""
    database_wait: float = Field(default=5, ge=0, le=3600)
    """Seconds to wait for another process that is writing."""
    chroma_url: str | None = None
    """A Chroma server; an embedded store in the home folder where none is given."""
    team: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)] = "local"
    """Whose accounts the terminal sees."""
