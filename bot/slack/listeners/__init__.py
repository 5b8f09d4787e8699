"""What people do in Slack, by noun: each module registers its listeners on the app."""

from collections.abc import Callable

from slack_bolt import App

from bot.slack.listeners import (
    answers,
    briefing,
    command,
    conversation,
    disagreement,
    fit,
    gap,
    home,
    interview,
    knowledge,
    notes,
    picking,
    settings,
    unknown,
)
from bot.slack.service import Service

REGISTERS: tuple[Callable[[App, Service], None], ...] = (
    conversation.register,
    command.register,
    fit.register,
    answers.register,
    disagreement.register,
    briefing.register,
    knowledge.register,
    picking.register,
    gap.register,
    notes.register,
    interview.register,
    home.register,
    settings.register,
    unknown.register,
)
