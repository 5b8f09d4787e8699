"""What Fika answers in the terminal, for every outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from bot.cli.views.account import account_lines, noted_words
from bot.cli.views.fit import by_rank, fit_lines, footer, headline, question_lines, why_lines, would_take_lines
from bot.cli.views.icp import icp_lines
from bot.cli.views.work import work_lines
from bot.core.request import RequestKind
from bot.core.wording import listed, verdict_words
from bot.flows.accounts import choice
from bot.flows.fit import FitAnswer
from bot.flows.respond import (
    Added,
    AskNext,
    CannotYet,
    Choose,
    Desk,
    Fit,
    Greeting,
    Help,
    Icps,
    NotFound,
    NothingToUndo,
    NotUnderstood,
    Outcome,
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
from bot.ports import KnownName


@dataclass(frozen=True, slots=True)
class Ways:
    """How to go on from an answer; {said} is what somebody called an account, {quoted} a name as a shell takes it."""

    undo: str
    choose: str
    add: str
    nothing: str


IN_CHAT = Ways(
    "Say undo to take it back.",
    "Which one? Type its number.",
    "Say add {said} to add it.",
    "There is nothing of yours to take back here.",
)
AT_THE_PROMPT = Ways(
    "Take it back with: fika accounts undo {quoted}",
    "Say which one, for example with --choose 1.",
    "Add it with: fika accounts add {quoted}",
    "Say about which account: fika accounts undo NAME",
)

EXAMPLES = (
    "does Acme fit?",
    "why?",
    "what would it take?",
    "what should I ask next?",
    "Acme has 120 employees and uses Salesforce",
    "what do we know about Acme?",
    "what is our ICP?",
    "what should I work on today?",
)
_NOT_YET = {
    RequestKind.START_INTERVIEW: "I can't lead you through an interview yet. Ask me what to ask next instead.",
    RequestKind.BRIEFING: "I can't write a briefing yet. Ask me whether the account fits, and what to ask next.",
    RequestKind.LOG_GAP: "I can't log gaps yet. Keep this one in mind.",
    RequestKind.OPEN_QUESTION: "I can't answer from the knowledge yet. `fika search` finds the passages about it.",
}


def response_lines(response: Response, desk: Desk, ways: Ways = IN_CHAT) -> list[str]:
    """A response as lines."""
    lines = _outcome_lines(response.outcome, desk, ways)
    if response.taken_for is None:
        return lines
    return [f"I took that for {choice(response.taken_for)}.", *lines]


def _outcome_lines(outcome: Outcome, desk: Desk, ways: Ways) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - one case an outcome
    scorer = desk.scorer
    match outcome:
        case Fit(answer):
            return fit_lines(answer, scorer, desk.today, draft=desk.draft)
        case Why(answer):
            return [*why_lines(answer, scorer), footer(answer.report, scorer, desk.today, draft=desk.draft)]
        case Takes(answer):
            return [headline(answer.report), *_takes(answer, desk)]
        case AskNext(answer):
            return [headline(answer.report), *_ask(answer, desk)]
        case Shown(answer):
            return [*account_lines(answer, scorer.pack), "", headline(answer.report)]
        case Recorded():
            return _recorded(outcome, desk, ways)
        case Undone(answer, gone):
            return [f"Taken back for {answer.account.name}: {noted_words(gone, scorer.pack)}.", headline(answer.report)]
        case Added(account):
            return [f"Added {account.name}. Tell me what you know, for example: it has 120 employees."]
        case Icps(pack):
            return icp_lines(pack)
        case Work(items, accounts):
            return work_lines(items, accounts)
        case Choose(said, choices):
            return _choice(said, choices, ways)
        case NotFound(said, nearest):
            return _not_found(said, nearest, ways)
        case Unreadable(reasons):
            return ["I did not write anything down.", *reasons]
        case CannotYet(kind):
            return [_NOT_YET.get(kind, "I can't do that yet."), *help_lines()]
        case WhichAccount():
            return ["Which account? Name it, for example: does Acme fit?"]
        case NothingToUndo():
            return [ways.nothing]
        case Greeting():
            return ["Hello. Ask me whether an account fits, or type help."]
        case Help():
            return help_lines()
        case NotUnderstood():
            return ["I can't do that yet.", *help_lines()]


def help_lines() -> list[str]:
    """What can be asked."""
    return [
        "You can ask me:",
        *(f"  {example}" for example in EXAMPLES),
        "and say undo, add NAME, or quit.",
    ]


def _takes(answer: FitAnswer, desk: Desk) -> list[str]:
    if lines := would_take_lines(answer, desk.scorer):
        return lines
    certain = all(verdict.tier.name == "A" for verdict in answer.report.possible)
    return ["Nothing: that is the best there is." if certain else "No answers can get it to a better tier."]


def _ask(answer: FitAnswer, desk: Desk) -> list[str]:
    return question_lines(answer, desk.scorer) or ["Nothing more to ask: no answer can change the verdict."]


def _recorded(recorded: Recorded, desk: Desk, ways: Ways) -> list[str]:
    answer, before = recorded.answer, recorded.before
    name = answer.account.name
    lines = [
        f"Noted for {name}: {noted_words(recorded.noted, desk.scorer.pack)}. {ways.undo.format(quoted=quote(name))}",
        *(f"  {note}" for note in recorded.notes),
        *_disagreements(recorded, desk),
    ]
    if before.report.possible != answer.report.possible:
        was = listed([verdict_words(verdict) for verdict in by_rank(before.report)])
        lines.append(f"Before: {was}.")
    return [*lines, headline(answer.report), *question_lines(answer, desk.scorer)]


def _disagreements(recorded: Recorded, desk: Desk) -> list[str]:
    touched = {answer.trait for answer in recorded.noted}
    return [
        f"  Another source says otherwise about {trait.label}; both stay possible. See: why?"
        for trait, standing in zip(desk.scorer.pack.traits, recorded.answer.standings, strict=True)
        if trait.id in touched and standing.disagrees
    ]


def _choice(said: str, choices: Sequence[KnownName], ways: Ways) -> list[str]:
    numbered = [f"  {number}  {choice(name)}" for number, name in enumerate(choices, 1)]
    return [f"Several accounts answer to {said!r}. {ways.choose}", *numbered]


def _not_found(said: str, nearest: Sequence[KnownName], ways: Ways) -> list[str]:
    lines = [f"There is no account called {said!r}. {ways.add.format(said=said, quoted=quote(said))}"]
    if nearest:
        lines.append(f"The nearest: {listed([choice(name) for name in nearest])}.")
    return lines
