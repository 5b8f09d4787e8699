"""Homes: who has opened Home, and what it showed last, so that nobody looks at one that is out of date.

What one person does may change what stands on a colleague's Home. Theirs is composed anew then, and published where it
says something else than before. Two threads never publish the same person's at once: the later one has what is newer.
All of it is kept in memory alone: whoever is forgotten sees their Home fresh when they open it next.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Lock

from bot.core.canonical import sha256_hex
from bot.slack.views.elements import Json

MOST = 10_000
"""People who are remembered."""
MOST_AT_ONCE = 10
"""Colleagues whose Home one change may refresh; Slack takes about a hundred a minute."""


@dataclass(slots=True)
class _Shown:
    """One person's Home."""

    mark: str = ""
    """What it said last."""
    lock: Lock = field(default_factory=Lock)


class Homes:
    """The Homes that people have open, as far as anybody knows.

    Args:
        publish: shows a person their Home.
    """

    def __init__(self, publish: Callable[[str, Json], object]) -> None:
        self._publish = publish
        self._shown: dict[str, _Shown] = {}
        self._lock = Lock()

    def __contains__(self, user: str) -> bool:
        """Whether a person has opened theirs."""
        return user in self._shown

    def opened(self, user: str) -> None:
        """Remember that a person has opened theirs; the ones opened longest ago are forgotten first."""
        with self._lock:
            self._shown[user] = self._shown.pop(user, _Shown())
            while len(self._shown) > MOST:
                del self._shown[next(iter(self._shown))]

    def anybody_besides(self, user: str) -> bool:
        """Whether anybody else has opened theirs."""
        return len(self._shown) > (user in self._shown)

    def of(self, people: Iterable[str]) -> list[str]:
        """Who of these people has opened theirs, at most so many as one change may refresh."""
        return sorted(each for each in people if each in self)[:MOST_AT_ONCE]

    def show(self, user: str, compose: Callable[[], Json], *, where_changed: bool = False) -> None:
        """Show a person their Home as it is now.

        Args:
            user: whose it is.
            compose: makes it.
            where_changed: only where it says something else than it did last.

        Raises:
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """
        shown = self._shown.get(user, _Shown())
        with shown.lock:
            view = compose()
            mark = sha256_hex(view)
            if where_changed and mark == shown.mark:
                return
            shown.mark = ""  # where this fails, nobody knows what they see
            self._publish(user, view)
            shown.mark = mark
