"""A talk about accounts of the example pack, message by message, as the terminal or Slack would hold it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.bootstrap import shipped
from bot.core.errors import FikaError
from bot.core.move import Again
from bot.flows.accounts import add_account
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.interview import act
from bot.flows.interview_turn import InterviewTurn
from bot.flows.outcome import Memory, Response
from bot.flows.respond import respond
from bot.library.loader import load_pack
from bot.ports import Index, Ports
from tests.small import NOW, TODAY, ports_at

ACME = "Acme"
SCORERS: dict[str, Scorer] = {}
"""By pack; they never change, and take a moment to make."""


class Clock:
    """A clock that moves on with every look."""

    def __init__(self, tick: timedelta = timedelta(minutes=1)) -> None:
        self.now, self.tick = NOW, tick

    def __call__(self) -> datetime:
        """The time, a tick later than the last."""
        self.now += self.tick
        return self.now


def _no_index() -> Index:
    raise FikaError("The knowledge is away.")


def scorer(name: str = "harbor") -> Scorer:
    """The scorer of a pack that is shipped."""
    if name not in SCORERS:
        SCORERS[name] = Scorer(load_pack(shipped("knowledge") / name).pack)
    return SCORERS[name]


def desk_at(home: Path, who: str = "ann", *, numbered: bool = True, pack: str = "harbor") -> Desk:
    """Where somebody talks; the state is in a folder."""
    ports: Ports = replace(ports_at(home), index=_no_index)
    return Desk(scorer(pack), "local", ports, who, Clock(), TODAY, numbered=numbered)


@dataclass
class Talk:
    """A talk, with what is remembered of it."""

    desk: Desk
    memory: Memory = field(default_factory=Memory)

    def add(self, *names: str) -> "Talk":
        """Add accounts, and talk about the first."""
        ids = [add_account(self.desk.ports, self.desk.scope, name).id for name in names]
        self.memory = Memory(ids[0])
        return self

    def say(self, text: str) -> Response:
        """Say something."""
        response = respond(text, self.memory, self.desk)
        self.memory = response.memory
        return response

    def turn(self, text: str) -> InterviewTurn:
        """Say something that an interview answers."""
        outcome = self.say(text).outcome
        assert isinstance(outcome, InterviewTurn)
        return outcome

    def asked(self, trait: str) -> "Talk":
        """Begin an interview about the account last talked about, and be asked for a trait."""
        turn = self.turn("let's qualify it")
        turn = act(turn.interview.id, None, Again(trait), self.desk)
        assert turn.asking is not None
        self.memory = replace(self.memory, step=turn.asking.number)
        return self

    def answers(self, account: str = ACME) -> dict[str, Any]:
        """What is noted of an account: the latest value of each trait."""
        with self.desk.begin(writes=False) as work:
            ids = {name.account_id for name in work.accounts.names() if name.name == account}
            noted = [each for account_id in ids for each in work.accounts.get(account_id).answers]
        return {each.trait: each.value for each in noted if not each.retracted and each.value is not None}

    def as_other(self, who: str) -> "Talk":
        """The same talk as somebody else who has seen what was said so far."""
        return Talk(replace(self.desk, person=who), self.memory)
