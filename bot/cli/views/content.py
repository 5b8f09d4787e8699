"""What to send, in the terminal: the assets that suit an account now, and what they were chosen by."""

from bot.cli.views.table import columns
from bot.core.briefing_sections import NOTHING, dropped_words
from bot.core.content import Choice, Content
from bot.core.journey import Staged
from bot.core.pack import Pack
from bot.core.persona import Persona
from bot.core.stage_words import stage_words
from bot.core.wording import listed


def content_lines(content: Content, stage: Staged, pack: Pack, persona: Persona | None = None) -> list[str]:
    """The assets for an account at its stage, the best first, and what had to be dropped to find them."""
    title = f"What to send, at {stage_words(stage, pack)}"
    if not content.choices:
        return [title, f"  {NOTHING} Say log a gap: and what is missing."]
    dropped = dropped_words(content, stage.stage, persona)
    return [title, *([f"  {dropped}"] if dropped else []), *columns([_row(each, pack) for each in content.choices], 2)]


def _row(choice: Choice, pack: Pack) -> list[str]:
    asset = choice.asset
    labels = [trait.label for trait in pack.traits if trait.id in choice.matches]
    return [asset.title, asset.url, f"made for its {listed(labels, 'and')}" if labels else ""]
