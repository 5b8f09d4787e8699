"""Icp: whom we sell to, whom next, and whom not."""

from collections.abc import Iterator

from bot.core.icp import Icp, Rating, Role
from bot.core.pack import Pack
from bot.core.trait import Trait
from bot.core.wording import listed
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.views.elements import Json, container, context, header, listing, message, section
from bot.slack.views.reasons import range_words

_ROLES = {
    Role.PRIMARY: "Sell to them first",
    Role.SECONDARY: "The next-best target",
    Role.NEGATIVE: "Do not sell to them",
}
_MOST_ICPS = 12
_MOST_VALUES = 8
_LONG = 500


def icp_message(pack: Pack) -> Message:
    """Every ICP of a pack, with what counts in it."""
    icps = sorted(pack.icps, key=lambda icp: list(Role).index(icp.role))
    first = "\n".join(f"{_ROLES[icp.role]}: {bold(words(icp.name))}" for icp in icps[:_MOST_ICPS])
    title = f"{words(pack.title)}, version {pack.version}, {pack.status}"
    blocks = [block for icp in icps[:_MOST_ICPS] for block in _icp_blocks(icp, pack)]
    return message("icp", f"{first}\n{title}", [header("Whom we sell to"), *blocks, context(title)])


def _icp_blocks(icp: Icp, pack: Pack) -> Iterator[Json]:
    """What counts, and folded up why that is so."""
    yield section(listing(_icp_lines(icp, pack), 40))
    if icp.narrative:
        lines = [
            f"They gain: {words(icp.narrative.they_gain, _LONG)}",
            f"We gain: {words(icp.narrative.we_gain, _LONG)}",
        ]
        yield container("What they gain, and what we gain", [section(listing(lines))])


def _icp_lines(icp: Icp, pack: Pack) -> list[str]:
    lines = [f"{_ROLES[icp.role]}: {bold(words(icp.name))}"]
    rated = [(trait, icp.ratings[trait.id]) for trait in pack.traits if trait.id in icp.ratings]
    lines += [
        f"• Must have: {words(trait.label)}: {_best(trait, rating)}" for trait, rating in rated if rating.required
    ]
    lines += [
        f"• Ruled out: {words(trait.label)}: {_values([_value(trait, value) for value in icp.knockouts[trait.id]])}"
        for trait in pack.traits
        if trait.id in icp.knockouts
    ]
    if others := [trait.label for trait, rating in rated if not rating.required]:
        lines.append(f"• Also counts: {_values(others, 'and', 20)}")
    return lines


def _best(trait: Trait, rating: Rating) -> str:
    if isinstance(rating.points, dict):
        return _values([_value(trait, value) for value, points in rating.points.items() if points > 0])
    return _values([trait.option_label(tag) for row in rating.points if row.points > 0 for tag in row.has])


def _value(trait: Trait, value: str) -> str:
    return range_words(value) if trait.kind.is_numeric else trait.option_label(value)


def _values(values: list[str], last: str = "or", most: int = _MOST_VALUES) -> str:
    shown = [words(value, 80) for value in values[:most]]
    more = len(values) - len(shown)
    return listed([*shown, f"{more} more"] if more else shown, last)
