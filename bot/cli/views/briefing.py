"""A briefing in the terminal, on one screen: the verdict, whom you meet, what to ask, what to send, what is missing."""

from dataclasses import replace
from datetime import date

from bot.core.briefing_room import ROOMS
from bot.core.briefing_sections import IN_CHAT, Manner
from bot.core.briefing_text import as_lines
from bot.flows.briefing import Briefing
from bot.flows.briefing_text import briefing_text
from bot.flows.fit import Scorer

SCREEN = 40
"""Lines."""


def briefing_lines(
    briefing: Briefing, scorer: Scorer, today: date, *, draft: bool = False, manner: Manner = IN_CHAT
) -> list[str]:
    """Everything to read before a call; of each part as much as fits on a screen with the others."""
    lines: list[str] = []
    for room in ROOMS:
        fitting = replace(manner, room=room)
        lines = as_lines(briefing_text(briefing, scorer, today, draft=draft, manner=fitting))
        if len(lines) <= SCREEN:
            break
    return lines
