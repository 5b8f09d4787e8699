"""Heat: where a team's content is missing, by stage and persona."""

from datetime import date

from bot.core.gap_heat import HeatMap, heat_of
from bot.core.pack import Pack
from bot.ports import Ports, Scope


def content_heat(pack: Pack, team: str, ports: Ports, today: date) -> HeatMap:
    """Where content is missing."""
    with ports.store().begin(Scope(team, pack.name), writes=False) as work:
        return heat_of(pack, work.gaps.all(), today)
