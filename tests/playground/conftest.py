"""A local Slack for each test, and an app in it over either transport."""

from collections.abc import Iterator

import pytest

from bot.playground.server import LocalSlack
from tests.playground.echo import Echo, over_http, over_sockets


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A local Slack that runs."""
    with LocalSlack() as running:
        yield running


@pytest.fixture(params=["sockets", "http"])
def echo(slack: LocalSlack, request: pytest.FixtureRequest) -> Iterator[Echo]:
    """An app that answers everything, over each transport in turn."""
    with (over_sockets if request.param == "sockets" else over_http)(slack) as app:
        yield app


@pytest.fixture
def socket_echo(slack: LocalSlack) -> Iterator[Echo]:
    """An app that answers everything, over Socket Mode."""
    with over_sockets(slack) as app:
        yield app


@pytest.fixture
def http_echo(slack: LocalSlack) -> Iterator[Echo]:
    """An app that answers everything, over signed HTTP."""
    with over_http(slack) as app:
        yield app
