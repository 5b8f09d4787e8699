"""Score: the points of an account as a table whose last row is the sum of the others."""

from bot.core.wording import counted
from bot.flows.fit import FitAnswer
from bot.slack.mrkdwn import day, is_user
from bot.slack.views.elements import Json, cell, table
from bot.slack.views.frame import Frame
from bot.slack.views.reasons import Reason, fit_of, interval, reasons, signed
from bot.slack.views.sources import plain_source

MOST_ROWS = 25
"""Reasons that stand alone; the rest of a very long list is added up in one row."""
_POINTS = {"align": "right", "is_wrapped": False}
_WRAPPED = {"align": "left", "is_wrapped": True}


def score_table(column: int, answer: FitAnswer, frame: Frame, *, public: bool = False) -> Json:
    """The reasons for the points in one ICP; what is still open is a row of its own.

    Args:
        column: the ICP.
        answer: the report.
        frame: what else may be known.
        public: whether others see it, so that nobody is named in it.
    """
    fit = fit_of(column, answer, frame.card)
    known = reasons(column, answer, frame.card)
    rows = [[cell("Points"), cell("Reason"), cell("As of" if public else "Said by")]]
    rows += [_row(reason, frame, public=public) for reason in known[:MOST_ROWS]]
    if rest := known[MOST_ROWS:]:
        points = sum(reason.points for reason in rest)
        rows.append([cell(signed(points)), cell(counted(len(rest), "more answer")), cell("-")])
    low, high = fit.points
    total = sum(reason.points for reason in known)
    if (low - total, high - total) != (0, 0):
        rows.append([cell(_moved(low - total, high - total)), cell("What is still open"), cell("-")])
    rows.append([cell(_range(low, high)), cell(f"Score, of {fit.of} at best: fit {interval(fit.fit)}"), cell("-")])
    return table(rows, [_POINTS, _WRAPPED, _WRAPPED])


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _moved(low: int, high: int) -> str:
    return signed(low) if low == high else f"{signed(low)} to {signed(high)}"


def _row(reason: Reason, frame: Frame, *, public: bool) -> list[Json]:
    gate = " (must have)" if reason.gate else ""
    source = cell(_anonymous(reason)) if public else _source(reason, frame)
    return [cell(signed(reason.points)), cell(f"{reason.label}{gate}: {reason.value}"), source]


def _anonymous(reason: Reason) -> str:
    if reason.answer is None:
        return "any value"
    return day(reason.answer.on) if reason.answer.on else "no date"


def _source(reason: Reason, frame: Frame) -> Json:
    """Who said so and when; a person of this workspace by their name."""
    if reason.answer is None:
        return cell("any value")
    user = reason.answer.source.person or ""
    on = f", {day(reason.answer.on)}" if reason.answer.on else ""
    if not is_user(user) or user == frame.viewer:
        return cell(f"{plain_source(reason.answer.source, frame.viewer)}{on}")
    elements: list[Json] = [{"type": "user", "user_id": user}]
    if on:
        elements.append({"type": "text", "text": on})
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}
