"""What to send before a call, show during it and send after it, by the account's stage and whoever says that stage."""

from bot.core.sending import Moment, Sending
from bot.flows.briefing import Briefing
from bot.slack.mrkdwn import bold
from bot.slack.views.content import asset_link, content_sections, dropped_text, stage_menu, stage_source
from bot.slack.views.elements import Json, section
from bot.slack.views.frame import Frame

_NOTHING = "no asset suits; log a gap, and somebody can make one"


def sending_sections(briefing: Briefing, frame: Frame) -> list[Json]:
    """What to use around a call, or the question which stage the account is in."""
    if not briefing.sendings or briefing.stage is None:
        return content_sections(briefing.answer, frame, briefing.content, briefing.stage)
    menu = stage_menu(briefing.answer.account.id, briefing.stage.stage)
    title = f"{bold(f'What to send in {briefing.stage.stage.label}')} ({stage_source(briefing.stage, frame)})"
    here = briefing.stage.stage
    lines = [_line(each, is_here=each.stage is here) for each in briefing.sendings]
    return [section("\n".join([title, *lines]), menu)]


def _line(sending: Sending, *, is_here: bool) -> str:
    stage = "" if is_here else f", for {sending.stage.label}"
    verb = {Moment.BEFORE: "Before", Moment.DURING: "Show", Moment.AFTER: "After"}[sending.moment]
    choices = "; ".join(asset_link(each.asset) for each in sending.content.choices) or _NOTHING
    dropped = f" {dropped_text(sending.content)}" if sending.content.dropped and sending.content.choices else ""
    return f"• {bold(verb)}{stage}: {choices}.{dropped}"
