"""Killed: a process dies with kill -9 at every step of handling one thing, and a fresh one takes over.

What was accepted is answered, nothing is written twice, and nothing is posted twice where it can be looked up. A step
is a commit or a call to Slack; a process dies just before and just after each of them.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from bot.bootstrap import build
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed, Message
from bot.playground.server import QUICK, LocalSlack
from bot.ports import Ports, Scope, UnitOfWork
from bot.settings import Settings
from tests.journeys.conftest import PATIENCE, UNFORGIVABLE, eventually
from tests.journeys.mortal import Mortal, Nursery, nursery

FEWEST_MOMENTS = 8
"""Accepting, posting and ending alone have as many: a run with fewer has missed some."""
MOST_MOMENTS = 60


@dataclass(frozen=True)
class Graveyard:
    """A workspace in which Fika dies again and again."""

    slack: LocalSlack
    installed: Installed
    nursery: Nursery
    ports: Ports

    def newcomer(self, moment: int) -> Person:
        """Somebody whom Fika has never met."""
        return self.slack.person(self.slack.add_person(f"rep{moment}").id, self.installed)

    def born(self) -> Mortal:
        """A fresh process, once it is connected."""
        assert eventually(lambda: self.slack.sockets.connections(self.installed.app) == 0)
        mortal = self.nursery.born()
        assert self.slack.connected(self.installed)
        return mortal

    def carried_out(self, mortal: Mortal) -> bool:
        """Whether a process has answered everything, rather than died, after waiting for either."""

        def over() -> bool:
            return not mortal.alive or (self.acknowledged() and self.unanswered() == 0)

        assert eventually(over)
        return mortal.alive

    def acknowledged(self) -> bool:
        """Whether Slack waits for nothing more."""
        tracks = self.slack.deliveries.tracks
        return all(each.acknowledged_at is not None or each.failure is not None for each in tracks)

    def unanswered(self) -> int:
        """How much was accepted and not answered."""
        with self.begin() as work:
            return work.inbox.unanswered()

    def begin(self) -> UnitOfWork:
        """Look at what is there."""
        return self.ports.store().begin(Scope(self.installed.team, "harbor"), writes=False)

    def on_record(self, person: Person) -> list[tuple[object, ...]]:
        """What a person said of Acme, each with whether it was taken back."""
        with self.begin() as work:
            [account] = [each for each in work.accounts.all() if each.name == "Acme"]
        mine = [each for each in account.answers if each.source.person == person.user.id]
        return [(each.trait, each.value, each.retracted) for each in mine]


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A local Slack that waits longer for an acknowledgement: what is late is not to be taken for what died."""
    with LocalSlack(pace=replace(QUICK, deadline=float(PATIENCE))) as slack:
        yield slack


@pytest.fixture
def graveyard(slack: LocalSlack, installed: Installed, settings: Settings) -> Iterator[Graveyard]:
    """A workspace, and a nursery for its processes."""
    with nursery(dict(slack.environment(installed)), settings.home) as cradle:
        yield Graveyard(slack, installed, cradle, build(settings))
    assert [] == [each for each in slack.world.refusals if each.error in UNFORGIVABLE]
    assert [] == slack.world.hazards


Left = list[tuple[object, ...]]


@dataclass(frozen=True)
class Story:
    """Something that a person does, and what must have come of it however often Fika died."""

    act: Callable[[Person, Message | None, int], object]
    said: str
    """What the answer to it says."""
    leaves: Callable[[int], Left] = lambda _: []
    """What is there in the end, by the moment."""
    prepare: Callable[[Person], Message] | None = None
    once_only: bool = False
    """Whether Slack delivers it once only, so that what dies before it is accepted was never there."""
    found: Callable[["Graveyard", Person, int], Left] = lambda graveyard, rep, _: graveyard.on_record(rep)
    """Where to look for what it leaves."""


def _noted(rep: Person) -> Message:
    rep.dm("Acme has 120 people")
    return rep.wait_for_message("Noted for Acme")


def _card(rep: Person) -> Message:
    rep.dm("does Acme fit?")
    return rep.wait_for_message("Acme")


def _form(rep: Person) -> Message:
    card = _card(rep)
    rep.click(card, "Edit answers")
    rep.wait_for_modal("Edit answers")
    return card


def _submit(rep: Person, _: Message | None, moment: int) -> None:
    # A field is recorded where it was changed, so everybody says something else.
    rep.submit(rep.modal, {"employees": f"{1000 + moment}", "revenue": f"{10 + moment}M"})


def _accounts_called(graveyard: Graveyard, _: Person, moment: int) -> Left:
    with graveyard.begin() as work:
        return [(each.name,) for each in work.accounts.all() if each.name == f"Globex {moment}"]


def _gaps_of(graveyard: Graveyard, rep: Person, _: int) -> Left:
    with graveyard.begin() as work:
        voices = [(gap.what, voice.source.person) for gap in work.gaps.all() for voice in gap.voices]
    return [(what,) for what, person in voices if person == rep.user.id]


STORIES = {
    "a mention": Story(lambda rep, *_: rep.mention("sales", "does Acme fit?"), "Acme: "),
    "a question in the DM": Story(lambda rep, *_: rep.dm("does Acme fit?"), "Acme: "),
    "a fact in the DM": Story(
        lambda rep, *_: rep.dm("Acme has 120 people"), "Noted for Acme", lambda _: [("employees", 120, False)]
    ),
    "a fact by mention": Story(
        lambda rep, *_: rep.mention("sales", "Acme has 120 people"),
        "Noted for Acme",
        lambda _: [("employees", 120, False)],
    ),
    "a gap in the DM": Story(
        lambda rep, *_: rep.dm("log a gap: no paper on HIPAA"),
        "Logged a gap",
        lambda _: [("no paper on HIPAA",)],
        found=_gaps_of,
    ),
    "a command that adds": Story(
        lambda rep, _, moment: rep.command(f"/fika add Globex {moment}", "sales"),
        "Globex",
        lambda moment: [(f"Globex {moment}",)],
        once_only=True,
        found=_accounts_called,
    ),
    "a click on Undo": Story(
        lambda rep, echo, _: echo and rep.click(echo, "Undo"),
        "Taken back",
        lambda _: [("employees", 120, True)],
        _noted,
        once_only=True,
    ),
    "a form": Story(
        _submit,
        "Noted for Acme",
        lambda moment: [("employees", 1000 + moment, False), ("revenue", (10 + moment) * 10**6, False)],
        _form,
        once_only=True,
    ),
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_process_killed_at_any_step_loses_nothing_and_does_nothing_twice(story: Story, graveyard: Graveyard) -> None:
    """However far it came: the answer is there once, what it wrote is there once, and the person waits for nothing."""
    mortal = graveyard.born()
    for moment in itertools.count():
        assert moment < MOST_MOMENTS
        rep = graveyard.newcomer(moment)
        shown = story.prepare(rep) if story.prepare else None
        assert graveyard.carried_out(mortal)
        mortal.arm(moment)
        story.act(rep, shown, moment)
        if graveyard.carried_out(mortal):
            break
        mortal = graveyard.born()
        assert graveyard.carried_out(mortal)
        if moment == 0 and story.once_only:
            assert [] == answers(rep, story.said)[1:]
            story.act(rep, shown, moment)
            assert graveyard.carried_out(mortal)
        check(graveyard, story, rep, moment)
    check(graveyard, story, rep, moment)

    assert moment >= FEWEST_MOMENTS


def check(graveyard: Graveyard, story: Story, rep: Person, moment: int) -> None:
    """What must hold, however often Fika died."""
    whispered = [each for each in rep.channel("sales").ephemerals.get(rep.user.id, ()) if story.said in all_words(each)]
    direct = answers(rep, story.said)
    if whispered:
        # Nobody can tell whether it arrived, so it may be in the DM as well, which then says why.
        assert ([1], True) == ([len(whispered)], all("interrupted" in all_words(each) for each in direct))
        assert len(direct) <= 1
    else:
        assert 1 == len(direct)
    assert (moment, story.leaves(moment)) == (moment, story.found(graveyard, rep, moment))


def answers(rep: Person, said: str) -> list[Message]:
    """The answers in the DM that say something."""
    mine = [each for each in rep.messages() if each.app == rep.app.app]
    return [each for each in mine if said in all_words(each)]


def test_a_card_is_shared_at_most_once(graveyard: Graveyard) -> None:
    """What everybody reads is never posted twice: where nobody knows whether it arrived, the person is told to look."""
    mortal = graveyard.born()
    for moment in itertools.count():
        assert moment < MOST_MOMENTS
        rep = graveyard.newcomer(moment)
        rep.click(_card(rep), "Share to channel")
        form = rep.wait_for_modal()
        assert graveyard.carried_out(mortal)
        mortal.arm(moment)
        rep.submit(form, {"channel": rep.channel("sales").id})
        survived = graveyard.carried_out(mortal)
        if not survived:
            mortal = graveyard.born()
            assert graveyard.carried_out(mortal)
        posted = [each for each in rep.channel("sales").timeline if rep.user.id in all_words(each)]
        told = [*answers(rep, "Shared the fit"), *answers(rep, "Look there before you share it again")]
        accepted = int(moment > 0)  # a form that was not accepted is still open
        assert (moment, accepted) == (moment, len(told))
        assert len(posted) <= accepted
        assert posted or not answers(rep, "Shared the fit")
        if survived:
            break

    assert (1, 1) == (len(posted), len(told))
    assert moment >= FEWEST_MOMENTS
