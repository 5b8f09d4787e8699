"""Rules: everything that is wrong with what an app sends, as Slack would say it; and nothing else.

Each function takes a decoded JSON payload and returns the faults, in the payload's order where it has one; an empty
list means that Slack accepts it. None of them raises, whatever the payload is. Hazards, which Slack accepts and a
good app never sends, are told apart.
"""

from bot.playground.rules.answer import options_faults, prompts_faults, response_action_faults
from bot.playground.rules.fault import Fault
from bot.playground.rules.hazards import message_hazards, view_hazards
from bot.playground.rules.manifest import manifest_faults
from bot.playground.rules.message import message_faults
from bot.playground.rules.view import view_faults

__all__ = [
    "Fault",
    "manifest_faults",
    "message_faults",
    "message_hazards",
    "options_faults",
    "prompts_faults",
    "response_action_faults",
    "view_faults",
    "view_hazards",
]
