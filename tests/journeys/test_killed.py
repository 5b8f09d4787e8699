"""Killed: a process dies with kill -9 at every step of handling one thing, and a fresh one takes over.

What was accepted is answered, nothing is written twice, and nothing is posted twice where it can be looked up. A step
is a commit or a call to Slack; a process dies just before and just after each of them.
"""

import itertools
import json
import os
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from bot.bootstrap import build
from bot.core.account import Account
from bot.core.wording import verdict_words
from bot.flows.fit import Scorer
from bot.library.loader import load_pack
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed, Message
from bot.playground.server import LocalSlack
from bot.ports import Ports, Scope, UnitOfWork
from bot.settings import Settings
from tests.journeys.conftest import HARBOR, UNFORGIVABLE, buttons_of, eventually
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
        return survives(mortal)

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


def survives(mortal: Mortal) -> bool:
    """Whether a process that has done everything lives, and goes on to live until it is armed again."""
    mortal.calm()
    assert eventually(lambda: mortal.calmed or not mortal.alive)
    return mortal.alive


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


def _own(rep: Person) -> str:
    """An account that nobody else asks about: there is one open interview at each."""
    return f"Initech {rep.user.name}"


def _asked(rep: Person) -> Message:
    rep.dm(f"add {_own(rep)}")
    rep.wait_for_message("Added Initech")
    rep.dm(f"let's qualify {_own(rep)}")
    return rep.wait_for_message("0 asked")


def _with_colleague(rep: Person) -> Message:
    """Slack lets us look only into direct messages that are known: somebody has to have written there once."""
    manager = Person(rep.office, next(each.id for each in rep.world.users.values() if each.name == "manager"), rep.app)
    manager.dm("hello")
    manager.wait_for_message("Hello")
    return _asked(rep)


def _dealt(graveyard: "Graveyard", rep: Person, _: int) -> Left:
    """What is on record of a person's own account, how often each question was dealt with, and the gaps."""
    with graveyard.begin() as work:
        [account] = [each for each in work.accounts.all() if each.name == _own(rep)]
        interview = work.interviews.at(account.id)
        gaps = [gap for gap in work.gaps.all() if gap.account_id == account.id]
    assert interview is not None
    steps = [(each.trait, each.dealt.value) for each in interview.steps]
    return [*((each.trait, each.value, each.retracted) for each in account.answers), *steps, (len(gaps),)]


def _handed(graveyard: "Graveyard", rep: Person, _: int) -> Left:
    """How often the colleague was asked to go on, and whether what they type now answers."""
    manager = graveyard.slack.person("manager", graveyard.installed)
    got = [each for each in manager.messages() if each.app and f"the questions about {_own(rep)}." in all_words(each)]
    with graveyard.begin() as work:
        [account] = [each for each in work.accounts.all() if each.name == _own(rep)]
        interview = work.interviews.at(account.id)
        recalled = work.conversations.recall(manager.user.id, f"{manager.dm_channel.id}/{got[0].ts}")
    assert interview is not None
    return [(len(got), interview.lead == manager.user.id, recalled.interview_id == interview.id)]


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
    "an answer that is clicked": Story(
        lambda rep, card, _: card and rep.click(card, "interview.pick.1"),
        "Noted",
        lambda _: [("industry", "b2b_saas", False), ("industry", "answered"), (0,)],
        _asked,
        once_only=True,
        found=_dealt,
    ),
    "an answer that is typed": Story(
        lambda rep, *_: rep.dm("b2b saas"),
        "Noted",
        lambda _: [("industry", "b2b_saas", False), ("industry", "answered"), (0,)],
        _asked,
        found=_dealt,
    ),
    "nobody knows": Story(
        lambda rep, *_: rep.dm("don't know"),
        "Logged as gap",
        lambda _: [("industry", None, False), ("industry", "unknown"), (1,)],
        _asked,
        found=_dealt,
    ),
    "a handover": Story(
        lambda rep, *_: rep.dm("hand it to @manager"),
        "goes on with it",
        lambda _: [(1, True, True)],
        _with_colleague,
        found=_handed,
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


INTERVIEWS = int(os.environ.get("FIKA_KILLED_INTERVIEWS", "2"))
"""Interviews through which processes die at random moments; a hundred of them take some minutes."""
_LATEST_MOMENT = 45


@pytest.mark.parametrize("seed", range(INTERVIEWS))
def test_an_interview_goes_on_however_often_processes_die(seed: int, graveyard: Graveyard) -> None:
    """In the end there is exactly what was clicked and typed, once, and the verdict is that of a life without deaths."""
    dice = random.Random(seed)
    mortal, rep = graveyard.born(), graveyard.newcomer(seed)
    card, clicked = _asked(rep), dict[str, object]()
    assert graveyard.carried_out(mortal)
    while (chosen := _choice(card, dice)) is not None:
        wanted = json.loads(chosen["value"])
        before = _asked_by_now(graveyard, rep)
        while _asked_by_now(graveyard, rep) == before:  # a click that was not accepted is made again
            mortal.arm(dice.randrange(_LATEST_MOMENT))
            if dice.random() < 0.5:  # half of them are typed
                rep.click(card, chosen["action_id"])
            else:
                rep.dm(chosen["text"]["text"])
            while not graveyard.carried_out(mortal):
                mortal = graveyard.born()
        clicked[wanted["trait"]] = wanted["value"]
        latest = rep.last()
        assert latest is not None
        card = latest

    with graveyard.begin() as work:
        [account] = [each for each in work.accounts.all() if each.name == _own(rep)]
    assert [*clicked.items()] == [(each.trait, each.value) for each in account.answers]
    assert "Settled as" in all_words(card)
    pack = load_pack(HARBOR).pack
    lived = Account(id=1, name=account.name, answers=account.answers)
    verdict = Scorer(pack).answer(lived, max(each.on for each in account.answers if each.on)).report.verdict
    assert verdict is not None
    assert verdict_words(verdict) in card.text


def _choice(card: Message, dice: random.Random) -> dict[str, Any] | None:
    """A button with an answer; None where nothing is asked any more."""
    every = [each for each in buttons_of(card.blocks) if re.fullmatch(r"interview\.pick\.\d+", str(each["action_id"]))]
    skip = [each for each in buttons_of(card.blocks) if each["action_id"] == "interview.pick.none"]
    return dice.choice(every or skip) if every or skip else None


def _asked_by_now(graveyard: Graveyard, rep: Person) -> int:
    with graveyard.begin() as work:
        [account] = [each for each in work.accounts.all() if each.name == _own(rep)]
        interview = work.interviews.at(account.id)
    assert interview is not None
    return interview.asked


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
