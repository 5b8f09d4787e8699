"""Settings: everything that can be set from outside, read from the environment in one place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, AliasChoices, BeforeValidator, Field, SecretStr, StringConstraints, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.errors import FikaError

PREFIX = "FIKA_"
SLACK_API = "https://slack.com/api/"


def _home() -> Path:
    return user_data_path("fika", appauthor=False)


def _split(value: object) -> object:
    return tuple(each.strip() for each in value.split(",") if each.strip()) if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _bare(value: object) -> object:
    return value.strip() or None if isinstance(value, str) else value


def _one_word(value: SecretStr | None) -> SecretStr | None:
    if value is not None and not all("!" <= each <= "~" for each in value.get_secret_value()):
        raise ValueError("it has to be one word of plain letters, digits and signs")
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, half a bracket
        known = False
    if not known or parts.query or parts.fragment:
        raise ValueError("it has to be an address such as https://slack.com/api/")
    return f"{value.rstrip('/')}/"


def _provider_and_model(value: str | None) -> str | None:
    provider, _, model = (value or "x:x").partition(":")
    if not provider or not model:
        raise ValueError("it has to name the provider and the model, as openai:gpt-5-mini")
    return value


def _embedder(value: str) -> str:
    return value if value in {"wordllama", "minilm"} else str(_provider_and_model(value))


def _zone(value: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # unknown, a path, a folder of zones
        raise ValueError("it has to be the name of a time zone such as Europe/Berlin") from None
    return value


Stripped = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
UserId = Annotated[str, StringConstraints(pattern=r"^[UW][A-Z0-9]+$")]
Secret = Annotated[SecretStr | None, BeforeValidator(_bare), AfterValidator(_one_word)]


class Settings(BaseSettings):
    """Fika's settings; `variables` says which environment variable each one is."""

    model_config = SettingsConfigDict(frozen=True, env_prefix=PREFIX, env_ignore_empty=True, populate_by_name=True)

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
    team: Stripped = "local"
    """Whose accounts the terminal sees."""

    slack_bot_token: Secret = Field(default=None, validation_alias="SLACK_BOT_TOKEN")
    """The bot's token, which begins with xoxb-."""
    slack_app_token: Secret = Field(default=None, validation_alias="SLACK_APP_TOKEN")
    """The app's token for Socket Mode, which begins with xapp-."""
    slack_signing_secret: Secret = Field(default=None, validation_alias="SLACK_SIGNING_SECRET")
    """What Slack signs its HTTP requests with."""
    slack_api_url: Annotated[str, AfterValidator(_web_address)] = Field(
        default=SLACK_API, validation_alias="SLACK_API_URL"
    )
    """Where the Web API is; another one than Slack's own for a Slack-compatible server."""
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    """The time zone of people whose own is not known."""
    admins: Annotated[tuple[UserId, ...], NoDecode, BeforeValidator(_split)] = ()
    """Slack user ids of those who may change a workspace's settings from the start."""
    workers: int = Field(default=8, ge=1, le=256)
    """How many deliveries are worked on at the same time."""
    grace: float = Field(default=25, ge=0, le=3600)
    """Seconds that a shutdown may take to finish what was acknowledged."""
    host: Stripped = "127.0.0.1"
    """The address that the web endpoint listens on."""
    port: int = Field(default=3000, ge=0, le=65535, validation_alias=AliasChoices("FIKA_PORT", "PORT"))
    """The port that the web endpoint listens on; 0 for any that is free."""
    llm: Annotated[str | None, BeforeValidator(_bare), AfterValidator(_provider_and_model)] = None
    """The language model that reads and phrases, as openai:gpt-5-mini; none where it is not set."""
    llm_url: Annotated[str | None, BeforeValidator(_bare)] = None
    """The model's server, where it is not the provider's own."""
    llm_key: Secret = None
    """The key for it; the provider's own variable, such as OPENAI_API_KEY, where it is not set."""
    llm_timeout: float = Field(default=8, gt=0, le=120)
    """Seconds after which an answer without the model is given, whatever is tried until then."""
    llm_parallel: int = Field(default=4, ge=1, le=64)
    """How many questions to the model may be under way at the same time; at most half of FIKA_WORKERS."""
    llm_tokens_a_day: int | None = Field(default=1_000_000, ge=0)
    """Tokens that a workspace may use in a day."""
    llm_cost_a_day: float | None = Field(default=None, ge=0)
    """Dollars that a workspace may spend in a day."""
    llm_price_in: float = Field(default=0, ge=0)
    """Dollars for a million tokens that the model reads."""
    llm_price_out: float = Field(default=0, ge=0)
    """Dollars for a million tokens that the model writes."""
    embedder: Annotated[str, AfterValidator(_embedder)] = "wordllama"
    """What turns texts into vectors: wordllama, minilm, or one of LangChain's, as openai:text-embedding-3-small."""
    embedder_url: Annotated[str | None, BeforeValidator(_bare)] = None
    """The embedder's server, where it is not the provider's own."""
    embedder_key: Secret = None
    """The key for it; the provider's own variable where it is not set."""
    brief_ahead: int = Field(default=30, ge=1, le=1440)
    """Minutes before a call at which a briefing for later is composed."""
    log: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    """What is logged: everything from this level on."""


def variables() -> dict[str, str]:
    """The environment variable of every setting, by the setting's name."""
    return dict(_variables())


def _variables() -> Iterator[tuple[str, str]]:
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        own = alias.choices[0] if isinstance(alias, AliasChoices) else alias
        yield name, own if isinstance(own, str) else f"{PREFIX}{name.upper()}"


def read_settings() -> Settings:
    """The settings as the environment has them.

    Raises:
        FikaError: settings are not of the form that they need; all are named, and no secret is shown.
    """
    try:
        return Settings()
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False, include_context=False)
        refused = (_refused(str(each["loc"][0]), each["input"], each["msg"]) for each in errors)
        raise FikaError(" ".join(dict.fromkeys(refused))) from None


def _refused(setting: str, value: object, message: str) -> str:
    # Pydantic names a setting with a variable of its own by that variable, and all others by their field.
    field = next((name for name, variable in _variables() if setting in {name, variable}), setting)
    variable = variables().get(field, setting)
    secret = "SecretStr" in str(Settings.model_fields[field].annotation)
    reason = message.removeprefix("Value error, ")
    return f"{variable} cannot be {'what it is' if secret else repr(value)}: {reason[0].lower()}{reason[1:]}."
