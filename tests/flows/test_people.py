"""People: a person is forgotten on request."""

from pathlib import Path

from bot.flows.accounts import add_account, record_answers
from bot.flows.people import forget_person
from bot.flows.workspace import claim, workspace_of
from bot.ports import NewAnswer
from tests.small import NOW, SCOPE, pack, person, ports_at


def test_a_person_is_forgotten_for_good(tmp_path: Path) -> None:
    """What they found out stays without them; that they were an admin, and everything else, is gone."""
    ports = ports_at(tmp_path)
    account = add_account(ports, SCOPE, "Acme", by="U1")
    said = NewAnswer("employees", 120, person("U1"), NOW, quote="about 120")
    record_answers(ports, SCOPE, account.id, [said], pack())
    claim(ports, SCOPE.team, "U1")

    assert 3 == forget_person(ports, SCOPE.team, "U1")
    assert 0 == forget_person(ports, SCOPE.team, "U1")

    with ports.store().begin(SCOPE, writes=False) as work:
        [answer] = work.accounts.get(account.id).answers
        assert (120, None, None) == (answer.value, answer.source.person, answer.quote)
        assert [] == work.asks.mine("U1", 9)
    assert () == workspace_of(ports, SCOPE.team).admins
