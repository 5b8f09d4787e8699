"""The stage that somebody says an account is in is acknowledged, and can be taken back like an answer."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.journey import StageId
from bot.flows.desk import Desk
from bot.flows.outcome import Fit, Memory, NothingToUndo, Recorded, Response, Undone
from bot.flows.respond import respond
from bot.ports.inbox import NewDelivery
from tests.flows.modelled import desk_with, filled
from tests.small import NOW

CONSIDER = "Fogbarrel is in the consider stage"


class Clock:
    """A clock that moves on with every look at it."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> object:
        """A second later."""
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody speaks."""
    return replace(desk_with(filled(tmp_path)), now=Clock())  # type: ignore[arg-type]


def say(desk: Desk, *texts: str) -> Response:
    """One thing after the other; the last response."""
    response = Response(NothingToUndo(), Memory())
    for text in texts:
        response = respond(text, response.memory, desk)
    return response


def stage(response: Response) -> StageId | None:
    """The stage that an answer is for."""
    assert isinstance(response.outcome, Fit)
    return response.outcome.stage and response.outcome.stage.stage


def test_what_is_said_is_acknowledged(desk: Desk) -> None:
    """With the account and the stage."""
    response = say(desk, CONSIDER)

    assert response.moved is not None
    assert "Noted for Fogbarrel: the stage Consider/Try/Negotiate." == response.moved.words
    assert StageId.CONSIDER == stage(response)


def test_it_is_taken_back(desk: Desk) -> None:
    """Then whatever was known before holds again."""
    before = stage(say(desk, "does Fogbarrel fit?"))
    response = say(desk, CONSIDER, "undo")

    assert response.moved is not None
    assert "Taken back for Fogbarrel: the stage Consider/Try/Negotiate." == response.moved.words
    assert before == stage(response)
    assert isinstance(say(desk, "does Fogbarrel fit?", "undo").outcome, NothingToUndo)


def test_the_last_thing_said_is_taken_back_first(desk: Desk) -> None:
    """An answer after the stage, then the stage."""
    said = [CONSIDER, "Fogbarrel has 99 employees"]
    assert isinstance(say(desk, *said).outcome, Recorded)
    first = say(desk, "does Fogbarrel fit?", "undo")
    assert isinstance(first.outcome, Undone)
    second = say(desk, "does Fogbarrel fit?", "undo")
    assert second.moved is not None
    assert second.moved.gone is not None


def test_only_ones_own(desk: Desk) -> None:
    """What somebody else said stays."""
    say(desk, CONSIDER)
    bob = replace(desk, person="bob")
    assert isinstance(say(bob, "does Fogbarrel fit?", "undo").outcome, NothingToUndo)
    assert StageId.CONSIDER == stage(say(bob, "does Fogbarrel fit?"))


def test_begun_anew_it_is_taken_back_once(desk: Desk) -> None:
    """A second attempt of the same delivery says what the first one did, and takes nothing more back."""
    memory = say(desk, "Fogbarrel is in the evaluate stage", CONSIDER).memory
    with desk.begin(writes=True) as work:
        origin = work.inbox.accept(NewDelivery("Ev1", desk.person, "D1", {}, NOW), "worker")
        work.commit()
    there = replace(desk, origin=origin)
    first, second = respond("undo", memory, there), respond("undo", memory, there)

    assert first.moved == second.moved
    assert StageId.EVALUATE == stage(first) == stage(second)
