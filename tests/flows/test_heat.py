"""Heat: the content that a team lacks."""

from pathlib import Path

from bot.core.gap import GapKind, NewGap, closed
from bot.flows.gaps import change_gap, log_gap
from bot.flows.heat import content_heat
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at


def test_open_content_gaps_of_the_team_are_counted(tmp_path: Path) -> None:
    """Closed ones, other kinds and other teams' are not."""
    ports = ports_at(tmp_path)
    for kind, what in ((GapKind.CONTENT, "a deck"), (GapKind.CONTENT, "a case"), (GapKind.PRODUCT, "SSO")):
        log_gap(ports, SCOPE, NewGap(kind=kind, what=what, source=person(), at=NOW))
    change_gap(ports, SCOPE, 2, closed("made", person(), NOW))

    assert 1 == content_heat(pack(), SCOPE.team, ports, TODAY).gaps
    assert 0 == content_heat(pack(), "other", ports, TODAY).gaps
