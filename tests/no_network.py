"""No test reaches the network: whoever connects to anything but this machine fails the test, also from another thread.

Hooked into `tests/conftest.py` by `from tests.no_network import no_network`, it holds for every test. Only cassettes
that are recorded anew may leave (`FIKA_CASSETTES=record`).
"""

import os
import socket
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import Any

import pytest

_OURS = {"localhost", "", None}
_WEB = (socket.AF_INET, socket.AF_INET6)


class NetworkReached(OSError):
    """Raised where a test tries to leave this machine."""


def is_ours(host: Any) -> bool:
    """Whether an address, or a name that is to be looked up, is this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    try:
        return name in _OURS or ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:  # the name of another machine
        return False


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was tried to be reached outside of this machine; anything in it when the test ends fails the test."""
    tried: list[str] = []
    if os.environ.get("FIKA_CASSETTES") != "record":
        for name in ("connect", "connect_ex", "sendto"):
            monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name), _by_socket, tried))
        for name in ("getaddrinfo", "gethostbyname"):
            monkeypatch.setattr(socket, name, _guarded(getattr(socket, name), _by_name, tried))
    yield tried
    assert not tried, f"the test tried to reach {', '.join(tried)}"


def _guarded(real: Callable[..., Any], host_of: Callable[..., Any], tried: list[str]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        host = host_of(*args, **kwargs)
        if not is_ours(host):
            tried.append(str(host))
            raise NetworkReached(f"a test tried to reach {host!r}")
        return real(*args, **kwargs)

    return call


def _by_socket(sock: socket.socket, *args: Any) -> Any:
    return args[-1][0] if sock.family in _WEB else None


def _by_name(host: Any, *_: Any, **__: Any) -> Any:
    return host
