"""Qualifying a stored account: fit first, then item by item, by answers that are kept as all others are."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.core.account import Account
from bot.core.errors import AccountUnknown
from bot.core.framework import FrameworkUnknown
from bot.core.overlay import Held
from bot.core.qualification import MQL, SQL, Framework, Item
from bot.flows.accounts import add_account, export_accounts, export_in_full, forget_account, retract_answers
from bot.flows.desk import Desk
from bot.flows.filling import answers_came
from bot.flows.fit import Scorer, score_stored
from bot.flows.qualification import Qualified, ToAsk, qualification_of
from tests.small import NOW, SCOPE, TODAY, answer, pack, ports_at

BANT = Framework(
    id="bant",
    title="BANT",
    items=(
        Item(id="budget", label="Budget", question="Money at {account}?", trait="budget"),
        Item(id="need", label="Need", question="Does {account} need it?"),
    ),
)
PACK = pack().model_copy(update={"qualification": (BANT,)})
FITS: dict[str, Any] = {"industry": "saas", "employees": 100, "revenue": 10**7, "stack": ["salesforce"]}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody asks."""
    ports = ports_at(tmp_path)
    return Desk(scorer=Scorer(PACK), team=SCOPE.team, ports=ports, person="ann", now=lambda: NOW, today=TODAY)


@pytest.fixture
def acme(desk: Desk) -> Account:
    """An account."""
    return add_account(desk.ports, desk.scope, "Acme")


def tell(desk: Desk, account: Account, **answers: Any) -> list[int]:
    """Write answers down as an interview does; returns their ids. The item of BANT goes by `need`."""
    new = [answer("bant.need" if trait == "need" else trait, value) for trait, value in answers.items()]
    with desk.begin(writes=True) as work:
        recorded = work.accounts.record(account.id, new)
        answers_came(work, account.id, recorded, desk.pack)
        work.commit()
    return [each.id for each in recorded]


def stands(desk: Desk, account: Account, framework: str | None = None) -> tuple[Held, Held, list[Held]]:
    """The whole, fit, and the items."""
    found = qualification_of(account.id, framework, desk).qualification
    return found.held, found.fit, [each.held for each in found.items]


def asked(desk: Desk, account: Account, framework: str | None = None) -> ToAsk | None:
    """What to ask next."""
    return qualification_of(account.id, framework, desk).next


def test_a_new_account(desk: Desk, acme: Account) -> None:
    """Everything is open, and the first question is about fit."""
    found = qualification_of(acme.id, None, desk)
    (first, *_) = desk.look_up(acme.id).report.questions

    assert (Held.OPEN, Held.OPEN, [Held.OPEN, Held.OPEN]) == stands(desk, acme)
    assert found.next is not None
    assert (first.trait, f"{first.trait.capitalize()} of Acme?") == (found.next.trait, found.next.question)
    assert (BANT, (MQL, SQL)) == (found.qualification.framework, found.others)
    assert desk.look_up(acme.id) == found.answer


def test_items_are_asked_once_fit_is_settled(desk: Desk, acme: Account) -> None:
    """Then the first open item is asked by its own question, and nothing is left to ask where all are known."""
    tell(desk, acme, **FITS)
    open_items = asked(desk, acme)
    tell(desk, acme, budget=True)
    second = asked(desk, acme)
    tell(desk, acme, need=True)

    assert ToAsk("budget", "Money at Acme?") == open_items
    assert ToAsk("bant.need", "Does Acme need it?") == second
    assert None is asked(desk, acme)
    assert (Held.YES, Held.YES, [Held.YES, Held.YES]) == stands(desk, acme)


def test_an_account_that_does_not_fit(desk: Desk, acme: Account) -> None:
    """It is not qualified whatever it has, and nobody's time is spent on asking more."""
    tell(desk, acme, industry="other", budget=True)

    assert (Held.NO, Held.NO, [Held.YES, Held.OPEN]) == stands(desk, acme)
    assert None is asked(desk, acme)


def test_mql_and_sql(desk: Desk, acme: Account) -> None:
    """Engagement counts only at an account that fits, and fit alone makes neither of them."""
    tell(desk, acme, **{"mql.engagement": True, "sql.individual_engagement": True})
    before = [stands(desk, acme, name)[:2] for name in ("mql", "SQL")]
    tell(desk, acme, **FITS)

    assert [(Held.OPEN, Held.OPEN), (Held.OPEN, Held.OPEN)] == before
    assert (Held.YES, Held.YES, [Held.YES]) == stands(desk, acme, "mql")
    assert (Held.OPEN, Held.YES, [Held.YES, Held.OPEN]) == stands(desk, acme, "sql")
    assert (BANT, MQL) == qualification_of(acme.id, "sql", desk).others


def test_what_is_not_there(desk: Desk, acme: Account) -> None:
    """An unknown account and an unknown framework are said to be so."""
    with pytest.raises(AccountUnknown):
        qualification_of(99, None, desk)
    with pytest.raises(FrameworkUnknown):
        qualification_of(acme.id, "meddic", desk)


def test_answers_to_items_are_answers(desk: Desk, acme: Account) -> None:
    """They can be taken back, and go with the account when it is forgotten."""
    (told,) = tell(desk, acme, need=True)
    known = stands(desk, acme)[2]
    retract_answers(desk.ports, desk.scope, acme.id, [told], NOW)

    assert ([Held.OPEN, Held.YES], [Held.OPEN, Held.OPEN]) == (known, stands(desk, acme)[2])
    forget_account(desk.ports, desk.scope, "Acme")
    assert [] == list(export_in_full(desk.ports, desk.scope))


def test_answers_to_items_change_nothing_else(desk: Desk, acme: Account) -> None:
    """Scores, reports and exports are as if they were not there; the full export has them."""

    def seen() -> tuple[object, ...]:
        answer_now = desk.look_up(acme.id)
        scored = list(score_stored(desk.scorer, desk.team, desk.ports, TODAY))
        lines = list(export_accounts(desk.ports, desk.scope, PACK, TODAY))
        return answer_now.report, answer_now.standings, answer_now.would_take, scored, lines

    tell(desk, acme, **FITS)
    before = seen()
    tell(desk, acme, need=False)
    (line,) = export_in_full(desk.ports, desk.scope)

    assert before == seen()
    assert "bant.need" in [each["trait"] for each in json.loads(line)["answers"]]


def test_a_pack_without_the_framework_any_more(desk: Desk, acme: Account) -> None:
    """Its answers stay and count for nothing; when it comes back they count again."""
    tell(desk, acme, need=True)
    gone = Desk(Scorer(pack()), desk.team, desk.ports, desk.person, desk.now, desk.today)

    def titles(found: Qualified) -> list[str]:
        return [found.qualification.framework.title, *(each.title for each in found.others)]

    assert ["MQL", "SQL"] == titles(qualification_of(acme.id, None, gone))
    assert Held.YES == qualification_of(acme.id, "bant", desk).qualification.items[1].held
