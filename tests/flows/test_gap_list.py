"""Gap list: the gaps that somebody wants to see, with what each is worth over all accounts."""

from pathlib import Path

import pytest

from bot.core.gap import GapKind, GapStatus, NewGap, assigned, closed
from bot.core.gap_worth import Worth
from bot.core.journey import StageId, StageSaid
from bot.flows.accounts import add_account, record_answers, say_stage
from bot.flows.fit import Scorer
from bot.flows.gap_list import GapFilter, GapOrder, list_gaps, value_of
from bot.flows.gaps import change_gap, gap_of, log_gap
from bot.ports import Ports
from tests.small import NOW, SCOPE, TODAY, answer, pack, person, ports_at

SCORER = Scorer(pack())


def listed(ports: Ports, order: GapOrder = GapOrder.WORTH, **wanted: object) -> list[int]:
    """The ids of the gaps that are listed."""
    found = list_gaps(SCORER, SCOPE.team, ports, TODAY, GapFilter(**wanted), order)  # type: ignore[arg-type]
    return [valued.gap.id for valued in found]


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """Three accounts, of which two fit as far as is known, and four gaps."""
    ports = ports_at(tmp_path)
    zeta, acme, misfit = (add_account(ports, SCOPE, name).id for name in ("Zeta", "acme", "Misfit"))
    record_answers(ports, SCOPE, misfit, [answer("industry", "other")], pack())
    for account_id in (zeta, misfit):
        say_stage(ports, SCOPE, account_id, StageSaid(stage=StageId.BUY, source=person(), at=NOW))
    for kind, what, account_id, who, stage in (
        (GapKind.PRODUCT, "SSO", misfit, "ann", None),
        (GapKind.CONTENT, "a deck", acme, "bob", StageId.BUY),
        (GapKind.KNOWLEDGE, "prices", None, "ann", None),
        (GapKind.PRODUCT, "SAP", zeta, "cid", None),
    ):
        log_gap(
            ports, SCOPE, NewGap(kind=kind, what=what, account_id=account_id, stage=stage, source=person(who), at=NOW)
        )
    change_gap(ports, SCOPE, 3, closed("on the wiki", person(), NOW))
    change_gap(ports, SCOPE, 4, assigned("ann", person(), NOW))
    return ports


def test_gaps_are_ordered(ports: Ports) -> None:
    """By worth; by account, nowhere last and capitals aside; or the latest first."""
    assert [2, 4, 1, 3] == listed(ports)
    assert [2, 1, 4, 3] == listed(ports, GapOrder.ACCOUNT)
    assert [4, 3, 2, 1] == listed(ports, GapOrder.DATE)


def test_gaps_are_chosen(ports: Ports) -> None:
    """A person's are those logged or owned; an account's and those of a status are as they say."""
    assert [4, 1, 3] == listed(ports, mine="ann")
    assert [2] == listed(ports, account_id=2)
    assert ([2, 4, 1], [3], []) == tuple(listed(ports, status=status) for status in GapStatus)
    assert [] == listed(ports, mine="nobody")


def test_worth_is_counted_over_all_accounts(ports: Ports) -> None:
    """The deck is waited for at Zeta, which is at that stage, and at Acme, where it showed; Misfit waits for nothing."""
    [deck] = list_gaps(SCORER, SCOPE.team, ports, TODAY, GapFilter(account_id=2))

    assert (Worth(2), "acme") == (deck.worth, deck.account)
    assert deck == value_of(SCORER, SCOPE.team, ports, gap_of(ports, SCOPE, 2), TODAY)


def test_a_trait_is_worth_what_it_decides(ports: Ports) -> None:
    """As the reports say; once it is known of an account, that account counts no more."""
    gap_id = log_gap(
        ports, SCOPE, NewGap(kind=GapKind.TRAIT, what="industry", trait="industry", source=person(), at=NOW)
    ).id

    def worth() -> Worth:
        return value_of(SCORER, SCOPE.team, ports, gap_of(ports, SCOPE, gap_id), TODAY).worth

    assert Worth(0, 2) == worth()
    record_answers(ports, SCOPE, 1, [answer("industry", "saas")], pack())
    assert Worth(0, 1) == worth()
