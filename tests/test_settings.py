"""Settings: read from the environment, checked, and refused in sentences that show no secret."""

import os
import re
from pathlib import Path

import pytest

from bot.core.errors import FikaError
from bot.settings import SLACK_API, Settings, read_settings, variables

SECRETS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of somebody who has set nothing."""
    for name in [each for each in os.environ if each.startswith(("FIKA_", "SLACK_")) or each == "PORT"]:
        monkeypatch.delenv(name)


def _set(monkeypatch: pytest.MonkeyPatch, **given: str) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)


def test_defaults() -> None:
    """Without any setting everything has a value, and no secret has one."""
    settings = read_settings()

    assert ("harbor", SLACK_API, "UTC", ()) == (
        settings.pack,
        settings.slack_api_url,
        settings.time_zone,
        settings.admins,
    )
    assert (8, 25, "127.0.0.1", 3000, "info") == (
        settings.workers,
        settings.grace,
        settings.host,
        settings.port,
        settings.log,
    )
    assert [None] * 3 == [settings.slack_bot_token, settings.slack_app_token, settings.slack_signing_secret]


def test_every_setting_has_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said to be a setting's variable is the one that it is read from."""
    given = {
        "FIKA_HOME": ("/x", Path("/x")),
        "FIKA_DATABASE_WAIT": ("2", 2.0),
        "SLACK_API_URL": ("http://127.0.0.1:1/api", "http://127.0.0.1:1/api/"),
        "FIKA_TIME_ZONE": ("Europe/Berlin", "Europe/Berlin"),
        "FIKA_ADMINS": ("U1, W2 ,", ("U1", "W2")),
        "FIKA_WORKERS": ("3", 3),
        "FIKA_GRACE": ("1.5", 1.5),
        "FIKA_PORT": ("81", 81),
        "FIKA_LOG": ("DEBUG", "debug"),
        "FIKA_LLM": ("openai:m", "openai:m"),
        "FIKA_LLM_TIMEOUT": ("3", 3.0),
        "FIKA_LLM_PARALLEL": ("2", 2),
        "FIKA_LLM_TOKENS_A_DAY": ("5", 5),
        "FIKA_LLM_COST_A_DAY": ("0.5", 0.5),
        "FIKA_LLM_PRICE_IN": ("0.25", 0.25),
        "FIKA_LLM_PRICE_OUT": ("2", 2.0),
        "FIKA_EMBEDDER": ("minilm", "minilm"),
        "FIKA_BRIEF_AHEAD": ("15", 15),
    }
    own = {name: (name.lower(), name.lower()) for name in variables().values() if name not in given}
    _set(monkeypatch, **{name: value for name, (value, _) in {**given, **own}.items()})

    settings = read_settings()
    read = {variable: getattr(settings, name) for name, variable in variables().items()}
    plain = {
        name: value.get_secret_value() if hasattr(value, "get_secret_value") else value for name, value in read.items()
    }

    assert {name: value for name, (_, value) in {**given, **own}.items()} == plain
    assert set(Settings.model_fields) == set(variables())


@pytest.mark.parametrize(
    ("given", "expected"), [({"PORT": "80"}, 80), ({"PORT": "80", "FIKA_PORT": "81"}, 81), ({"PORT": ""}, 3000)]
)
def test_the_port_of_a_platform(given: dict[str, str], expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A platform says the port with PORT; FIKA_PORT counts more."""
    _set(monkeypatch, **given)

    assert expected == read_settings().port


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://slack.com/api", "https://slack.com/api/"),
        ("http://[::1]:9/api//", "http://[::1]:9/api/"),
        ("http://localhost:8080", "http://localhost:8080/"),
        ("", SLACK_API),
    ],
)
def test_an_address(given: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address of the Web API ends with one slash, as method names are put behind it."""
    _set(monkeypatch, SLACK_API_URL=given)

    assert expected == read_settings().slack_api_url


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        *[("SLACK_API_URL", each) for each in ("slack.com", "ftp://x", "http://", "http://x:99999", "http://[", "//x")],
        *[("SLACK_API_URL", each) for each in ("http://x/?a=1", "http://x/#a", "http://x:0/", "https:///api")],
        *[("FIKA_TIME_ZONE", each) for each in ("Mars", "Europe", "../UTC", "/etc/localtime", "Europe/Berlin ")],
        *[("FIKA_ADMINS", each) for each in ("bob", "@U1", "u1")],
        *[("FIKA_WORKERS", each) for each in ("0", "257", "many", "1.5")],
        *[("FIKA_GRACE", each) for each in ("-1", "nan", "4000")],
        *[("FIKA_PORT", each) for each in ("-1", "65536", "http")],
        ("FIKA_LOG", "loud"),
        ("FIKA_HOST", " "),
    ],
)
def test_a_value_that_cannot_be(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong value is named with its variable, and it is said what is possible."""
    _set(monkeypatch, **{variable: value})

    with pytest.raises(FikaError) as refused:
        read_settings()
    assert re.fullmatch(rf"{variable} cannot be '{re.escape(value)}': \w.*\.", str(refused.value))


def test_one_wrong_name_among_right_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a list only what is wrong is named."""
    _set(monkeypatch, FIKA_ADMINS="U1,bob")

    with pytest.raises(FikaError, match=r"^FIKA_ADMINS cannot be 'bob': "):
        read_settings()


@pytest.mark.parametrize("variable", SECRETS)
@pytest.mark.parametrize("value", ["xoxb geheim", "xoxb\ngeheim", "xoxb-gehеim", "geheim\x00".replace("\0", "\x01")])
def test_a_secret_that_cannot_be(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret that could never be sent is refused, and not a letter of it is shown."""
    _set(monkeypatch, **{variable: value, "FIKA_WORKERS": "0"})

    with pytest.raises(FikaError) as refused:
        read_settings()
    assert f"{variable} cannot be what it is: it has to be one word" in str(refused.value)
    assert "FIKA_WORKERS cannot be '0'" in str(refused.value)
    assert not {"geh", "xoxb"} & set(re.findall(r"geh|xoxb", str(refused.value)))


@pytest.mark.parametrize("variable", SECRETS)
def test_a_secret_from_a_file(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line end that came along from a file is no part of a secret; nothing but blanks is none; none is ever shown."""
    _set(monkeypatch, **{variable: " xoxb-geheim\n"})
    settings = read_settings()
    [found] = [value for value in dict(settings).values() if hasattr(value, "get_secret_value")]
    _set(monkeypatch, **{variable: " \n"})

    assert "xoxb-geheim" == found.get_secret_value()
    assert "geheim" not in repr(settings)
    assert [None] * 3 == [getattr(read_settings(), name.lower()) for name in SECRETS]


@pytest.mark.parametrize(("name", "value"), [("FIKA_LLM", "gpt-5"), ("FIKA_LLM", ":m"), ("FIKA_EMBEDDER", "best")])
def test_a_model_is_named_with_its_provider(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Else the setting is refused, with an example."""
    _set(monkeypatch, **{name: value})
    with pytest.raises(FikaError, match=rf"^{name} cannot be .*openai:gpt-5-mini\.$"):
        read_settings()
