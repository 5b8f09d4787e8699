"""Gaps: what discovery showed to be missing, for whoever writes the pack."""

from bot.cli.terminal import JsonOption, PackOption, say, terminal
from bot.cli.views.gap import gap_lines
from bot.core.canonical import canonical_json
from bot.core.wording import counted
from bot.flows.accounts import known_names
from bot.flows.gaps import all_gaps
from bot.flows.packs import current_pack


def list_gaps(pack: PackOption = None, as_json: JsonOption = False) -> None:
    """List what turned out to be missing, the latest first."""
    at = terminal()
    scope = at.scope(current_pack(at.pack(pack), at.team, at.ports, quick=True).pack.name)
    gaps = all_gaps(at.ports, scope)
    names = {named.account_id: named.main for named in known_names(at.ports, scope)}
    if as_json:
        say(canonical_json({**gap.model_dump(mode="json"), "account": names.get(gap.account_id or 0)}) for gap in gaps)
        return
    say([*gap_lines(gaps, names), f"{counted(len(gaps), 'gap')}."])
