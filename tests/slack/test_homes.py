"""Homes: nobody's is published twice for nothing, and nobody's is left as it was."""

import threading

import pytest

from bot.slack import homes as module
from bot.slack.homes import MOST_AT_ONCE, Homes
from bot.slack.views.elements import Json


class Shown:
    """What was published, in order; refuses while it is told to."""

    def __init__(self) -> None:
        self.views: list[tuple[str, Json]] = []
        self.refuses = False

    def __call__(self, user: str, view: Json) -> None:
        """Publish."""
        if self.refuses:
            raise ConnectionError
        self.views.append((user, view))


def home(said: str) -> Json:
    """A Home that says something."""
    return {"type": "home", "blocks": [said]}


def test_only_what_changed_is_published() -> None:
    """Asked for a change, the same is not published again; asked for it as it is now, it is."""
    shown = Shown()
    homes = Homes(shown)
    homes.opened("ann")
    homes.show("ann", lambda: home("a"), where_changed=True)
    homes.show("ann", lambda: home("a"), where_changed=True)
    assert [("ann", home("a"))] == shown.views
    homes.show("ann", lambda: home("a"))
    homes.show("ann", lambda: home("b"), where_changed=True)

    assert ["a", "a", "b"] == [view["blocks"][0] for _, view in shown.views]


def test_what_was_refused_is_published_with_the_next_change() -> None:
    """Whoever did not get what changed gets it later, also where it is the same by then as it was before."""
    shown = Shown()
    homes = Homes(shown)
    homes.opened("ann")
    homes.show("ann", lambda: home("a"))
    shown.refuses = True
    with pytest.raises(ConnectionError):
        homes.show("ann", lambda: home("b"), where_changed=True)
    shown.refuses = False
    homes.show("ann", lambda: home("a"), where_changed=True)

    assert 2 == len(shown.views)


def test_who_has_opened_theirs() -> None:
    """Of many who are concerned so many as one change may refresh, and nobody who never opened theirs."""
    homes = Homes(Shown())
    assert not homes.anybody_besides("U99")
    people = [f"U{number:02}" for number in range(30)]
    for each in people[10:]:
        homes.opened(each)

    assert people[10 : 10 + MOST_AT_ONCE] == homes.of(reversed(people))
    assert [] == homes.of(people[:10])
    assert ("U10" in homes, "U09" in homes) == (True, False)
    assert homes.anybody_besides("U10")


def test_nobody_besides() -> None:
    """Whoever alone has opened theirs is not somebody else."""
    homes = Homes(Shown())
    homes.opened("ann")

    assert (False, True) == (homes.anybody_besides("ann"), homes.anybody_besides("bob"))


def test_those_who_opened_theirs_longest_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered has an end; whoever opened theirs again is remembered longer."""
    monkeypatch.setattr(module, "MOST", 2)
    homes = Homes(Shown())
    for each in ("ann", "bob", "ann", "eve"):
        homes.opened(each)

    assert [True, False, True] == [each in homes for each in ("ann", "bob", "eve")]


def test_the_later_one_is_the_newer_one() -> None:
    """Two threads never compose and publish the same Home at once: what is published last was composed last."""
    shown, inside, go_on = Shown(), threading.Event(), threading.Event()
    homes = Homes(shown)
    homes.opened("ann")

    def slowly() -> Json:
        inside.set()
        assert go_on.wait(20)
        return home("old")

    first = threading.Thread(target=homes.show, args=("ann", slowly))
    second = threading.Thread(target=homes.show, args=("ann", lambda: home("new")))
    first.start()
    assert inside.wait(20)
    second.start()
    second.join(0.05)
    assert [] == shown.views
    go_on.set()
    first.join(20)
    second.join(20)

    assert ["old", "new"] == [view["blocks"][0] for _, view in shown.views]
