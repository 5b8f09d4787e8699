"""Score: the points of an account as a table whose last row is the sum of the others."""

from collections.abc import Sequence
from enum import StrEnum

from bot.core.wording import counted
from bot.flows.fit import FitAnswer
from bot.slack.mrkdwn import day, is_user
from bot.slack.views.elements import Json, cell, table
from bot.slack.views.frame import Frame
from bot.slack.views.reasons import Reason, fit_of, interval, reasons, signed
from bot.slack.views.sources import plain_source

MOST_ROWS = 25
"""Reasons that stand alone; the rest of a very long list is added up in one row."""
FEW_ROWS = 8
"""The same where the table is a part of a card."""
_POINTS = {"align": "right", "is_wrapped": False}
_WRAPPED = {"align": "left", "is_wrapped": True}


class Said(StrEnum):
    """What the table says of where a reason comes from, and what that column is called."""

    BY = "Said by"
    WHEN = "As of"
    """Others see it: nobody is named."""
    NOT = ""
    """Nothing: a phone has no room for it, and the weightiest reasons are enough."""


def score_table(column: int, answer: FitAnswer, frame: Frame, said: Said) -> Json:
    """The reasons for the points in one ICP; what is still open is a row of its own.

    Args:
        column: the ICP.
        answer: the report.
        frame: what else may be known.
        said: what is said of where a reason comes from.
    """
    fit = fit_of(column, answer, frame.card)
    known = reasons(column, answer, frame.card)
    shown, rest = _weightiest(known, FEW_ROWS if said is Said.NOT else MOST_ROWS)
    rows = [_row("Points", "Reason", said.value)]
    rows += [_row(signed(each.points), _reason(each), _source(each, frame, said)) for each in shown]
    if rest:
        rows.append(_row(signed(sum(each.points for each in rest)), counted(len(rest), "more answer")))
    low, high = fit.points
    total = sum(reason.points for reason in known)
    if (low - total, high - total) != (0, 0):
        rows.append(_row(_moved(low - total, high - total), "What is still open"))
    rows.append(_row(_range(low, high), f"Score, of {fit.of} at best: fit {interval(fit.fit)}"))
    width = 2 if said is Said.NOT else 3
    return table([row[:width] for row in rows], [_POINTS, _WRAPPED, _WRAPPED][:width])


def _weightiest(known: Sequence[Reason], most: int) -> tuple[list[Reason], list[Reason]]:
    """As many reasons as there is room for, must-haves and what counts against the account first, and the rest."""
    if len(known) <= most + 1:
        return list(known), []
    order = sorted(range(len(known)), key=lambda place: (not known[place].gate, known[place].points >= 0, place))
    kept = frozenset(order[:most])
    return [known[place] for place in sorted(kept)], [known[place] for place in sorted(order[most:])]


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _moved(low: int, high: int) -> str:
    return signed(low) if low == high else f"{signed(low)} to {signed(high)}"


def _row(points: str, reason: str, source: Json | str = "-") -> list[Json]:
    return [cell(points), cell(reason), cell(source) if isinstance(source, str) else source]


def _reason(reason: Reason) -> str:
    gate = " (must have)" if reason.gate else ""
    return f"{reason.label}{gate}: {reason.value}"


def _source(reason: Reason, frame: Frame, said: Said) -> Json | str:
    """Who said so and when; a person of this workspace by their name, and nobody where others see it."""
    if reason.answer is None:
        return "any value"
    user = reason.answer.source.person or ""
    if said is not Said.BY:
        return day(reason.answer.on) if reason.answer.on else "no date"
    on = f", {day(reason.answer.on)}" if reason.answer.on else ""
    if not is_user(user) or user == frame.viewer:
        return f"{plain_source(reason.answer.source, frame.viewer)}{on}"
    elements: list[Json] = [{"type": "user", "user_id": user}]
    if on:
        elements.append({"type": "text", "text": on})
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}
