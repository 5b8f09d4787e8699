"""Shelf: packs made ready, kept from one message to the next.

A published pack is asked for by its content hash, which is one short query; it is read and made ready only when that
changes. A pack that was never published is read from its folder once, when it is first needed. A pack that is named by
its path is published under the name that stands in it, which is known once it was read.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from bot.flows.fit import Scorer
from bot.flows.packs import current_pack
from bot.ports import Ports, Scope

KEPT = 16
"""Packs that are kept ready; the one used longest ago goes first."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack made ready."""

    scorer: Scorer
    draft: bool


class Shelf:
    """Packs made ready, shared by all threads.

    Args:
        ports: where packs come from.
    """

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._ready: OrderedDict[tuple[str, str, str, bool], Ready] = OrderedDict()
        self._names: dict[str, str] = {}
        self._lock = Lock()

    def take(self, name: str, team: str) -> Ready:
        """The pack in force under that name.

        Raises:
            PackUnknown: there is no such pack.
            PackInvalid: the pack was never published and its folder has errors.
            StateUnavailable: the database cannot be read.
        """
        with self._ports.store().begin(Scope.of_team(team), writes=False) as work:
            mark = work.packs.current_mark(self.name_of(name))
        return self.ready(name, team, mark)

    def name_of(self, name: str) -> str:
        """The name that a pack is published under, as far as it is known."""
        return self._names.get(name, name)

    def ready(self, name: str, team: str, mark: tuple[str, bool] | None) -> Ready:
        """The pack whose last publication has that mark; None where it was never published.

        Raises:
            PackUnknown: there is no such pack.
            PackInvalid: the pack was never published and its folder has errors.
            StateUnavailable: the database cannot be read.
        """
        content_hash, draft = mark or ("", False)
        key = (team, name, content_hash, draft)
        # One thread at a time makes packs ready: two would do the same work twice.
        with self._lock:
            if key not in self._ready:
                current = current_pack(name, team, self._ports, quick=bool(content_hash))
                self._names[name] = current.pack.name
                self._ready[key] = Ready(Scorer(current.pack), current.draft)
            self._ready.move_to_end(key)
            while len(self._ready) > KEPT:
                self._ready.popitem(last=False)
            return self._ready[key]
