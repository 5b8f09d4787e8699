"""What people do in Slack, by noun: each module registers its listeners on the app."""

from collections.abc import Callable

from slack_bolt import App

from bot.slack.listeners import answers, command, conversation, fit, gap, home, picking, settings, unknown
from bot.slack.service import Service

REGISTERS: tuple[Callable[[App, Service], None], ...] = (
    conversation.register,
    command.register,
    fit.register,
    answers.register,
    picking.register,
    gap.register,
    home.register,
    settings.register,
    unknown.register,
)
