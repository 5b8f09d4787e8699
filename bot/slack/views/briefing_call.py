"""The call: when it is, and the fresh briefing that comes before it."""

from datetime import datetime

from bot.flows.briefing import Briefing
from bot.flows.moment import Moment
from bot.ports.briefings import Due, Schedule
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.values import OnAccount, OnSchedule
from bot.slack.views.elements import Json, actions, button, message, section
from bot.slack.views.reasons import NAME

_WORDS = 100
_MOST = 200


def call_sections(briefing: Briefing) -> list[Json]:
    """When the call is, and the fresh briefing that comes before it, with the button that calls it off."""
    if briefing.call is None:
        return [section(words(briefing.unread_call, _MOST))] if briefing.unread_call else []
    when = when_text(briefing.call)
    waits = briefing.schedule
    if waits is None or waits.due is not Due.WAITING:  # this may be the very one that was waited for
        return [section(when)]
    text = f"{when} I will post a fresh one {_at(waits.due_at, briefing.call.at)}, before the call."
    return [section(text, _cancel(waits))]


def when_text(call: Moment) -> str:
    """When a call is."""
    return f"{bold('For the call')} on {words(call.words, _WORDS)}."


def _cancel(schedule: Schedule) -> Json:
    return button("Cancel", Act.BRIEF_CANCEL, OnSchedule(schedule=schedule.id), label="Cancel the later briefing")


def call_value(call: Moment | None) -> str | None:
    """When a call is, in words that are read as the same again."""
    if call is None:
        return None
    return f"{call.at:%Y-%m-%d %H:%M}" if call.to_the_minute else f"{call.at:%Y-%m-%d}"


def _at(due: datetime, call: datetime) -> str:
    """When a briefing comes, by the clock of whoever has the call."""
    local = due.astimezone(call.tzinfo)
    on = "" if local.date() == call.date() else f" on {local:%A} {local.day} {local:%B}"
    return f"at {local:%H:%M}{on}"


def cancelled_message(schedule: Schedule, account: str) -> Message:
    """That no fresh briefing comes before a call, and the way back."""
    text = f"Cancelled: nothing comes before the call with {_call(account, schedule.call_words)}."
    again = button("Remind me before the call", Act.BRIEF_LATER, OnSchedule(schedule=schedule.id))
    return message("briefing-off", text, [section(text), actions(again)])


def promised_message(schedule: Schedule, account: str, now: datetime) -> Message:
    """That a fresh briefing comes before a call.

    Args:
        schedule: which one.
        account: the account's name.
        now: the time where the person is, with its zone.
    """
    at = _at(schedule.due_at, schedule.call_at.astimezone(now.tzinfo))
    text = f"I will post a fresh briefing {at}, before the call with {_call(account, schedule.call_words)}."
    return message("briefing-on", text, [section(text, _cancel(schedule))])


def too_near_message(schedule: Schedule, account: str) -> Message:
    """That a call is too near for another briefing before it, or over."""
    text = f"The call with {_call(account, schedule.call_words)} is too near for another briefing, or over."
    return message("briefing-near", text, [section(text), _now(schedule)])


def settled_message(schedule: Schedule, account: str) -> Message:
    """That there is nothing to call off any more."""
    text = f"Nothing waits any more before the call with {_call(account, schedule.call_words)}."
    return message("briefing-settled", text, [section(text), _now(schedule)])


def over_message(schedule: Schedule, account: str) -> Message:
    """That a briefing came too late, because nothing of Fika was running when it was due."""
    text = (
        f"The call with {_call(account, schedule.call_words)} is over. I was not running when its briefing was due, "
        "so I leave it out. I am sorry."
    )
    return message("briefing-over", text, [section(text), _now(schedule)])


def other_pack_message(call_words: str) -> Message:
    """That a briefing is off because the workspace uses another pack now."""
    text = (
        f"I had promised a briefing before the call on {words(call_words, _WORDS)}. This workspace uses another pack "
        "now, so I leave it out. Ask me for a new one."
    )
    return message("briefing-pack", text, [section(text)])


def gone_message() -> Message:
    """That a briefing is not there any more."""
    text = "That briefing is not there any more. Ask me for a new one, for example: brief me on Acme tomorrow 10:00."
    return message("briefing-gone", text, [section(text)])


def _call(account: str, call_words: str) -> str:
    return f"{bold(words(account, NAME))} on {words(call_words, _WORDS)}"


def _now(schedule: Schedule) -> Json:
    return actions(button("Brief me now", Act.BRIEF, OnAccount(account=schedule.account_id)))
