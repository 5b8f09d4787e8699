"""What to send, in the terminal: the assets that suit an account now, and what they were chosen by."""

from bot.cli.views.table import columns
from bot.core.content import Choice, Condition, Content
from bot.core.journey import StageSaid
from bot.core.pack import Pack
from bot.core.persona import Persona
from bot.core.wording import listed, source_words


def content_lines(content: Content, stage: StageSaid, pack: Pack, persona: Persona | None = None) -> list[str]:
    """The assets for an account at its stage, the best first, and what had to be dropped to find them."""
    title = f"What to send, at {stage.stage.label} ({source_words(stage.source)}, {stage.at:%Y-%m-%d})"
    if not content.choices:
        return [title, "  Nothing that is still valid suits this account. Say log a gap: and what is missing."]
    return [title, *_dropped(content, stage, persona), *columns([_row(each, pack) for each in content.choices], 2)]


def _dropped(content: Content, stage: StageSaid, persona: Persona | None) -> list[str]:
    if Condition.STAGE in content.dropped:
        return [f"  Nothing at {stage.stage.label} suits this account: these are for other stages."]
    if Condition.PERSONA in content.dropped:
        whom = persona.title if persona else "that role"
        return [f"  Nothing at {stage.stage.label} is for {whom}: these are for others."]
    return []


def _row(choice: Choice, pack: Pack) -> list[str]:
    asset = choice.asset
    labels = [trait.label for trait in pack.traits if trait.id in choice.matches]
    return [asset.title, asset.url, f"made for its {listed(labels, 'and')}" if labels else ""]
