"""Response: what Fika answers in Slack, for every outcome."""

from bot.flows.outcome import (
    Accounts,
    Added,
    AskNext,
    Briefed,
    Choose,
    Fit,
    GapLogged,
    Greeting,
    Help,
    Icps,
    NotFound,
    NothingToUndo,
    NotUnderstood,
    OpenQuestions,
    Outcome,
    Passages,
    Recorded,
    Response,
    Shown,
    Takes,
    Undone,
    Unreadable,
    WhichAccount,
    Why,
    Work,
)
from bot.slack.message import Message
from bot.slack.views.account import account_card, accounts_message, added_message, work_message
from bot.slack.views.answers import nothing_to_undo, recorded_message, undone_message, unreadable_message
from bot.slack.views.briefing import briefing_message
from bot.slack.views.elements import noted
from bot.slack.views.fit import ask_card, fit_card, questions_card, takes_card, why_card
from bot.slack.views.frame import Frame
from bot.slack.views.gap import gap_message
from bot.slack.views.help import (
    greeting_message,
    help_message,
    not_understood_message,
    which_account_message,
)
from bot.slack.views.icp import icp_message
from bot.slack.views.passages import passages_message
from bot.slack.views.pick import choose_message, not_found_message, taken_for_text


def response_message(response: Response, frame: Frame) -> Message:
    """A response as a message; its first line is the answer."""
    shown = _outcome_message(response.outcome, frame)
    if response.taken_for is None:
        return shown
    return noted(shown, taken_for_text(response.taken_for))


def _outcome_message(outcome: Outcome, frame: Frame) -> Message:  # noqa: C901, PLR0911, PLR0912 - one case an outcome
    match outcome:
        case Fit(answer, content, stage):
            return fit_card(answer, frame, content, stage)
        case Why(answer):
            return why_card(answer, frame)
        case Takes(answer):
            return takes_card(answer, frame)
        case AskNext(answer):
            return ask_card(answer, frame)
        case OpenQuestions(answer):
            return questions_card(answer, frame)
        case Shown(answer):
            return account_card(answer, frame)
        case Briefed(briefing):
            return briefing_message(briefing, frame)
        case Recorded():
            return recorded_message(outcome, frame)
        case Undone():
            return undone_message(outcome, frame)
        case Added(account):
            return added_message(account)
        case GapLogged(gap, account_name):
            return gap_message(gap, account_name)
        case Icps(pack):
            return icp_message(pack)
        case Work():
            return work_message(outcome, frame)
        case Accounts():
            return accounts_message(outcome)
        case Passages():
            return passages_message(outcome)
        case Choose(said, choices):
            return choose_message(said, choices, frame)
        case NotFound(said, nearest):
            return not_found_message(said, nearest, frame)
        case Unreadable(reasons):
            return unreadable_message(reasons)
        case WhichAccount():
            return which_account_message()
        case NothingToUndo():
            return nothing_to_undo()
        case Greeting():
            return greeting_message()
        case Help():
            return help_message()
        case NotUnderstood():
            return not_understood_message()
