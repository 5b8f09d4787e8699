"""The guard that keeps tests on this machine."""

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from tests.no_network import NetworkReached, is_ours


def test_this_machine_may_be_reached(no_network: list[str]) -> None:
    """A server of the test's own is no network."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass

    assert [] == no_network


@pytest.mark.parametrize(
    "leave",
    [
        lambda: socket.create_connection(("192.0.2.1", 80), timeout=1),
        lambda: socket.create_connection(("api.example.com", 443), timeout=1),
        lambda: socket.gethostbyname("api.example.com"),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53)),
    ],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_whoever_leaves_is_refused_and_remembered(leave: Callable[[], Any], no_network: list[str]) -> None:
    """Also where the error is swallowed, the attempt would fail the test at its end."""
    with suppress(NetworkReached):
        leave()

    assert 1 == len(no_network)
    no_network.clear()


@pytest.mark.parametrize(
    ("host", "ours"),
    [("127.0.0.1", True), ("::1", True), (b"localhost", True), (None, True), ("8.8.8.8", False), ("10.0.0.1", False)],
)
def test_only_this_machine_is_ours(host: Any, ours: bool) -> None:  # noqa: FBT001
    """Loopback is ours; another machine in the same house is not."""
    assert ours is is_ours(host)
