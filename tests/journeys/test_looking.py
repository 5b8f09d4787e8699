"""Which channel a person looks at: used to suggest it, and never kept."""

from bot.ports import Scope
from tests.journeys.conftest import Town, eventually


def test_the_channel_somebody_looks_at_is_suggested(town: Town) -> None:
    """Sharing from the DM suggests the channel that the person had open, and nothing of that is stored."""
    rep = town.person()
    rep.look_at("sales")
    sales = rep.channel("sales").id
    assert eventually(lambda: town.app.service.looking.get(rep.user.id) == sales)
    with town.ports.store().begin(Scope.of_team(town.installed.team), writes=False) as work:
        assert work.inbox.get(1) is None
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Share to channel")

    assert sales in str(rep.wait_for_modal("Share").payload)


def test_a_channel_of_two_companies_is_not_suggested(town: Town) -> None:
    """A channel that another company reads is never suggested."""
    rep = town.person()
    rep.look_at("with-partner")
    shared = rep.channel("with-partner").id
    assert eventually(lambda: town.app.service.looking.get(rep.user.id) == shared)
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Share to channel")

    assert shared not in str(rep.wait_for_modal("Share").payload)
