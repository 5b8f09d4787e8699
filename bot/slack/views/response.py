"""Response: what Fika answers in Slack, for every outcome."""

from collections.abc import Mapping, Sequence

from bot.flows.interview_turn import InterviewTurn
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
    NotDisputed,
    NotesRead,
    NotFound,
    NothingToUndo,
    NotUnderstood,
    Outcome,
    Passages,
    Recorded,
    Response,
    Settled,
    Shown,
    Takes,
    UnderWay,
    Undone,
    Unreadable,
    WhichAccount,
    Why,
    Work,
)
from bot.flows.qualification import Qualified
from bot.slack.message import Message
from bot.slack.mrkdwn import words
from bot.slack.views.account import account_card, accounts_message, added_message, work_message
from bot.slack.views.answers import (
    not_disputed_message,
    nothing_to_undo,
    recorded_message,
    settled_message,
    undone_message,
    unreadable_message,
)
from bot.slack.views.briefing import briefing_message
from bot.slack.views.elements import MESSAGE_BLOCKS, Json, context, message, noted
from bot.slack.views.fit import ask_card, fit_card, takes_card, why_card
from bot.slack.views.frame import Frame
from bot.slack.views.gap import gap_message
from bot.slack.views.help import (
    greeting_message,
    help_message,
    not_understood_message,
    thanks_message,
    which_account_message,
)
from bot.slack.views.icp import icp_message
from bot.slack.views.interview import (
    interview_message,
    stands_blocks,
    stands_text,
    under_way_message,
    waits_text,
)
from bot.slack.views.notes_proposed import proposed_message
from bot.slack.views.passages import passages_message
from bot.slack.views.pick import choose_message, not_found_message, taken_as_text, taken_for_text
from bot.slack.views.qualification import qualification_message


def response_message(response: Response, frame: Frame) -> Message:
    """A response as a message; its first line is the answer."""
    shown = _outcome_message(response.outcome, frame)
    if response.moved is not None:
        undo = " Say undo to take it back." if response.moved.said is not None else ""
        shown = noted(shown, words(response.moved.words) + undo)
    if response.stranger is not None:
        shown = noted(shown, words(response.stranger))
    if response.taken_for is not None:
        shown = noted(shown, taken_for_text(response.taken_for))
    if response.taken_as is not None:
        shown = noted(shown, taken_as_text(response.taken_as))
    if response.stands is not None:
        stands = stands_blocks(response.stands, response.memory.interview_id)
        shown = _ended_with(shown, stands_text(response.stands), stands)
    if response.waits is not None:
        shown = _ended_with(shown, waits_text(response.waits), [context(waits_text(response.waits))])
    return shown


def _ended_with(shown: Message, text: str, blocks: Sequence[Json]) -> Message:
    """The same message with something below it."""
    kept = [dict(block) for block in shown.blocks if isinstance(block, Mapping)][: MESSAGE_BLOCKS - len(blocks)]
    return message("beside", f"{shown.text}\n{text}", [*kept, *blocks])


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
        case Shown(answer):
            return account_card(answer, frame)
        case InterviewTurn():
            return interview_message(outcome, frame)
        case UnderWay():
            return under_way_message(outcome)
        case Qualified():
            return qualification_message(outcome, frame)
        case Briefed(briefing):
            return briefing_message(briefing, frame)
        case Recorded():
            return recorded_message(outcome, frame)
        case Undone():
            return undone_message(outcome, frame)
        case Settled():
            return settled_message(outcome, frame)
        case NotDisputed():
            return not_disputed_message(outcome, frame)
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
            return passages_message(outcome, frame)
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
        case NotesRead(proposed):
            return proposed_message(proposed, frame)
        case Greeting(thanks=True):
            return thanks_message()
        case Greeting():
            return greeting_message()
        case Help():
            return help_message(frame.pack)
        case NotUnderstood():
            return not_understood_message(frame.pack)
