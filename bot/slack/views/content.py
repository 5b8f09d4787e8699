"""Content: where an account is in its journey, and the assets that suit it there."""

from collections.abc import Callable
from functools import partial

from bot.core.asset import Asset
from bot.core.content import Choice, Condition, Content
from bot.core.journey import Staged, StageId, StageSaid
from bot.core.verdict import Action
from bot.core.wording import listed
from bot.flows.fit import FitAnswer
from bot.slack.ids import Act
from bot.slack.mrkdwn import bold, day, link, words
from bot.slack.values import AtStage, Value
from bot.slack.views.elements import Json, listing, option, section, select
from bot.slack.views.frame import Frame
from bot.slack.views.reasons import NAME
from bot.slack.views.sources import source

_DROPPED = {
    Condition.PERSONA: "for whom you meet",
    Condition.STAGE: "for this stage",
}


def stage_menu(stage: StageId | None, carried: Callable[[StageId], Value], act: Act = Act.STAGE) -> Json:
    """Where an account is in its journey, to choose.

    Args:
        stage: where it is.
        carried: what the choice of a stage carries.
        act: what a choice asks for.
    """
    entries = {each: option(each.label, carried(each).encoded()) for each in StageId}
    initial = entries[stage] if stage else None
    return select(act.value, "Choose the stage", list(entries.values()), initial)


def stage_source(stage: Staged, frame: Frame) -> str:
    """Where the stage of an account is known from, as mrkdwn."""
    if isinstance(stage, StageSaid):
        if stage.asked:
            return "as you asked"
        return f"said by {source(stage.source, frame.viewer)}, {day(frame.day(stage.at))}"
    trait = frame.pack.trait(stage.trait)
    return f"shown by {words(trait.label if trait else stage.trait, 60)}"


def content_sections(
    answer: FitAnswer, frame: Frame, content: Content | None, stage: Staged | None, menu: Json | None = None
) -> list[Json]:
    """What to send now, or the question which decides that; nothing where nobody should be sent anything.

    Args:
        answer: the report.
        frame: what else may be known.
        content: what to send.
        stage: where the account is in its journey.
        menu: chooses another stage; the one that leads to this card again where none is given.
    """
    menu = menu or stage_menu(stage.stage if stage else None, partial(_at, answer.account.id))
    if stage is not None:
        title = f"{bold(f'What to send in {stage.stage.label}')} ({stage_source(stage, frame)})"
        return [section(f"{title}\n{assets(content, frame)}", menu)]
    if answer.report.action is Action.DROP:
        return []
    asked = bold(f"Where is {words(answer.account.name, NAME)} in its journey?")
    return [section(f"{asked}\nSay, and I pick what to send.", menu)]


def _at(account_id: int, stage: StageId) -> AtStage:
    return AtStage(account=account_id, stage=stage)


def assets(content: Content | None, frame: Frame) -> str:
    """Assets with their links, and what had to be left out of account to find any."""
    if content is None:
        return "The assets are unavailable right now."
    if not content.choices:
        return "No asset suits this account here. Log a gap, and somebody can make one."
    lines = [f"• {_asset(choice, frame)}" for choice in content.choices]
    if content.dropped:
        lines.append(dropped_text(content))
    return listing(lines)


def dropped_text(content: Content) -> str:
    """What had to be left out of account to find anything."""
    return f"Nothing {listed([_DROPPED[each] for each in content.dropped], 'and')} suits this account: these are near."


def asset_link(asset: Asset) -> str:
    """One asset with its link and its format, as mrkdwn."""
    return f"{link(asset.url, asset.title)} ({words(asset.format.replace('_', ' '), 40)})"


def _asset(choice: Choice, frame: Frame) -> str:
    """One asset, and why it is this one."""
    text = asset_link(choice.asset)
    traits = [frame.pack.trait(trait) for trait in choice.matches[:3]]
    labels = [words(trait.label, 60) for trait in traits if trait]
    return f"{text}, made for their {listed(labels, 'and')}" if labels else text
