"""What to send before a call, show during it and send after it, by the account's stage and whoever says that stage."""

from functools import partial

from bot.core.content import Content
from bot.core.journey import Staged
from bot.core.sending import Moment, Sending
from bot.core.verdict import Action
from bot.flows.briefing import Briefing
from bot.slack.ids import Act
from bot.slack.mrkdwn import bold
from bot.slack.views.briefing_again import at_stage, on_briefing
from bot.slack.views.content import asset_link, content_sections, dropped_text, stage_menu, stage_source
from bot.slack.views.elements import Json, section
from bot.slack.views.frame import Frame

_NOTHING = "no asset suits; log a gap, and somebody can make one"


def sending_sections(briefing: Briefing, frame: Frame) -> list[Json]:
    """What to use around a call, or the question which stage the account is in."""
    if briefing.answer.report.action is Action.DROP and not briefing.sendings:
        return [section(f"{bold('Nothing to send')}, as it is to be dropped.")]
    if not briefing.sendings or briefing.stage is None:
        return content_sections(briefing.answer, frame, briefing.content, briefing.stage, _menu(briefing, frame))
    source = f" ({stage_source(briefing.stage, frame)})"
    return [section("\n".join(_lines(briefing, briefing.stage, source)), _menu(briefing, frame))]


def sending_lines(briefing: Briefing) -> list[str]:
    """The same for others: without whoever said in which stage the account is; nothing where nobody knows the stage."""
    if not briefing.sendings or briefing.stage is None:
        return []
    return _lines(briefing, briefing.stage, "")


def _menu(briefing: Briefing, frame: Frame) -> Json:
    """The stages to choose from; a choice leads to the same briefing again, for that stage."""
    stage = briefing.stage.stage if briefing.stage else None
    return stage_menu(stage, partial(at_stage, on_briefing(briefing, frame)), Act.BRIEF_STAGE)


def _lines(briefing: Briefing, stage: Staged, source: str) -> list[str]:
    here, title = stage.stage, f"{bold(f'What to send in {stage.stage.label}')}{source}"
    near = [_near(each.content) for each in briefing.sendings]
    same = near[:1] if len(near) > 1 and near[0] and len(set(near)) == 1 else []  # said once for all of them
    lines = [_line(each, "" if same else _near(each.content), is_here=each.stage is here) for each in briefing.sendings]
    return [title, *lines, *same]


def _near(content: Content) -> str:
    """What had to be left out of account to find anything; empty where nothing had to, or nothing was found."""
    return dropped_text(content) if content.dropped and content.choices else ""


def _line(sending: Sending, near: str, *, is_here: bool) -> str:
    stage = "" if is_here else f", for {sending.stage.label}"
    verb = {Moment.BEFORE: "Before", Moment.DURING: "Show", Moment.AFTER: "After"}[sending.moment]
    choices = "; ".join(asset_link(each.asset) for each in sending.content.choices) or _NOTHING
    return f"• {bold(verb)}{stage}: {choices}.{f' {near}' if near else ''}"
