"""Finding the account that a command, a form or a shortcut means."""

from pathlib import Path

import pytest

from bot.core.request import RequestKind
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.lookup import MOST_CHOICES, at_home, look_for, named_in
from bot.flows.outcome import AskNext, Choose, Fit, Memory, NotFound, Outcome, Shown, WhichAccount, Why
from bot.flows.respond import respond
from bot.ports.team import Asked
from tests.small import NOW, SCOPE, TODAY, answer, pack, ports_at

FIT = RequestKind.FIT_QUESTION


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where ann is, with a few accounts."""
    desk = Desk(Scorer(pack()), SCOPE.team, ports_at(tmp_path), "ann", lambda: NOW, TODAY)
    with desk.begin(writes=True) as work:
        for name, external in (("Acme", None), ("Help", None), ("Twin Peaks", "T-1"), ("Twin Peaks", "T-2")):
            work.accounts.add(name, external)
        work.commit()
    return desk


def about(outcome: Outcome) -> str:
    """The account that an answer is about."""
    assert isinstance(outcome, Fit | Why | AskNext | Shown)
    return outcome.answer.account.name


@pytest.mark.parametrize(
    ("name", "account"), [("Acme", "Acme"), (" acme ", "Acme"), ("help", "Help"), ("the Acme deal", "Acme")]
)
def test_a_name_is_taken_whole(desk: Desk, name: str, account: str) -> None:
    """A name finds its account, whatever words it is made of; one that is nearly right is said to be taken for it."""
    response = look_for(name, FIT, Memory(), desk)

    assert account == about(response.outcome)
    assert (name == "the Acme deal") == (response.taken_for is not None)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [(RequestKind.WHY, Why), (RequestKind.NEXT_QUESTION, AskNext), (RequestKind.SHOW_ACCOUNT, Shown)],
)
def test_what_is_wanted_is_answered(desk: Desk, kind: RequestKind, outcome: type[Outcome]) -> None:
    """Each kind of question has its own answer."""
    assert isinstance(look_for("Acme", kind, Memory(), desk).outcome, outcome)


def test_without_a_name_the_account_last_talked_about_is_meant(desk: Desk) -> None:
    """Asking why without a name is about the account of the conversation; where there is none, one has to be named."""
    assert "Acme" == about(look_for("", FIT, Memory(account_id=1), desk).outcome)
    assert WhichAccount() == look_for("  ", FIT, Memory(), desk).outcome


def test_several_accounts_are_a_choice_that_answers_what_was_asked(desk: Desk) -> None:
    """A choice by number afterwards answers the very question."""
    response = look_for("twin peaks", RequestKind.WHY, Memory(), desk)
    assert isinstance(response.outcome, Choose)

    assert isinstance(respond("2", response.memory, desk).outcome, Why)


def test_nobody_of_that_name(desk: Desk) -> None:
    """A name that nobody has is said to be unknown, with what is near."""
    assert NotFound("Quixotica", ()) == look_for("Quixotica", FIT, Memory(), desk).outcome


def test_the_account_that_a_message_names(desk: Desk) -> None:
    """A message is searched for a name, and nothing that it states is written down."""
    response = named_in("Spoke with Acme, they have 900 employees now.", FIT, Memory(), desk)

    assert response is not None
    assert "Acme" == about(response.outcome)
    assert () == desk.look_up(1).account.answers


def test_a_message_that_names_nobody(desk: Desk) -> None:
    """Without a name there is nothing to answer about; a word that is also a name is none in a sentence."""
    assert named_in("what a day", FIT, Memory(), desk) is None


def test_a_message_that_names_several(desk: Desk) -> None:
    """With several names the person chooses."""
    response = named_in("Acme and Twin Peaks want a demo", FIT, Memory(), desk)

    assert response is not None
    assert isinstance(response.outcome, Choose)
    assert {"Acme", "Twin Peaks"} == {choice.main for choice in response.outcome.choices}
    assert len(response.outcome.choices) <= MOST_CHOICES


def test_what_is_at_home(desk: Desk) -> None:
    """Home has the accounts a person asked about, the latest first, and those they told about."""
    with desk.begin(writes=True) as work:
        work.asks.note("ann", Asked(3, NOW, "r"))
        work.accounts.record(1, [answer("employees", 80)])
        work.commit()
    home = at_home(desk, 5)

    assert (["Twin Peaks"], ["Acme"], 4) == (
        [each.account.name for each in home.recent],
        [each.account.name for each in home.mine],
        home.total,
    )
