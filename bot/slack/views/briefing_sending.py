"""What to send before a call, show during it and send after it, by the account's stage and whoever says that stage."""

from collections.abc import Sequence
from functools import partial

from bot.core.journey import Staged
from bot.core.sending import Moment, Sending
from bot.core.verdict import Action
from bot.core.wording import listed
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
    title = f"{bold(f'What to send in {stage.stage.label}')}{source}"
    lines = [_line(each, is_here=each.stage is stage.stage) for each in briefing.sendings]
    return [title, *lines, *_near(briefing.sendings)]


def _near(sendings: Sequence[Sending]) -> list[str]:
    """What had to be left out of account to find anything, each said once; for which moments, where not for all."""
    dropped: dict[str, list[str]] = {}
    for each in sendings:
        if each.content.dropped and each.content.choices:
            dropped.setdefault(dropped_text(each.content), []).append(_VERBS[each.moment])
    return [
        text if len(verbs) == len(sendings) else f"{listed(verbs, 'and')}: {text[:1].lower()}{text[1:]}"
        for text, verbs in dropped.items()
    ]


_VERBS = {Moment.BEFORE: "Before", Moment.DURING: "Show", Moment.AFTER: "After"}


def _line(sending: Sending, *, is_here: bool) -> str:
    stage = "" if is_here else f", for {sending.stage.label}"
    choices = "; ".join(asset_link(each.asset) for each in sending.content.choices) or _NOTHING
    return f"• {bold(_VERBS[sending.moment])}{stage}: {choices}."
