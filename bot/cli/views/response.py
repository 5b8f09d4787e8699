"""What Fika answers in the terminal, for every outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from bot.cli.views.account import account_lines, noted_words
from bot.cli.views.briefing import briefing_lines
from bot.cli.views.content import content_lines
from bot.cli.views.fit import by_rank, fit_lines, footer, headline, question_lines, why_lines, would_take_lines
from bot.cli.views.icp import icp_lines
from bot.cli.views.table import columns
from bot.cli.views.work import work_lines
from bot.core.gap_wording import voices_words
from bot.core.wording import counted, listed, verdict_words
from bot.flows.accounts import choice
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer
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
from bot.flows.search import excerpt
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
    "my accounts",
    "brief me for the call with Acme's CFO",
    "go through the questions for Acme",
    "log a gap: no case study for dentists",
)


def response_lines(response: Response, desk: Desk, ways: Ways = IN_CHAT) -> list[str]:
    """A response as lines."""
    lines = _outcome_lines(response.outcome, desk, ways)
    if response.taken_for is None:
        return lines
    return [f"I took that for {choice(response.taken_for)}.", *lines]


def _outcome_lines(outcome: Outcome, desk: Desk, ways: Ways) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - one case an outcome
    scorer = desk.scorer
    match outcome:
        case Fit():
            return _fit(outcome, desk)
        case Why(answer):
            return [*why_lines(answer, scorer), footer(answer.report, scorer, desk.today, draft=desk.draft)]
        case Takes(answer):
            return [headline(answer.report), *_takes(answer, desk)]
        case AskNext(answer):
            return [headline(answer.report), *_ask(answer, desk)]
        case OpenQuestions(answer):
            return [headline(answer.report), *_questions(answer, desk)]
        case Briefed(briefing):
            return briefing_lines(briefing, scorer, desk.today, draft=desk.draft)
        case Shown(answer):
            return [*account_lines(answer, scorer.pack), "", headline(answer.report)]
        case Recorded():
            return _recorded(outcome, desk, ways)
        case Undone(answer, gone):
            return [f"Taken back for {answer.account.name}: {noted_words(gone, scorer.pack)}.", headline(answer.report)]
        case Added(account):
            return [f"Added {account.name}. Tell me what you know, for example: it has 120 employees."]
        case GapLogged(gap, account):
            more = f" (logged before, now {voices_words(gap)})" if len(gap.voices) > 1 else ""
            return [f"Logged{f' at {account}' if account else ''} as {gap.kind.label}: {gap.what}{more}"]
        case Icps(pack):
            return icp_lines(pack)
        case Work(items, accounts):
            return work_lines(items, accounts)
        case Accounts(items, total):
            return _accounts(items, total)
        case Passages():
            return _passages(outcome)
        case Choose(said, choices):
            return _choice(said, choices, ways)
        case NotFound(said, nearest):
            return _not_found(said, nearest, ways)
        case Unreadable(reasons):
            return ["I did not write anything down.", *reasons]
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


def _fit(fit: Fit, desk: Desk) -> list[str]:
    *lines, last = fit_lines(fit.answer, desk.scorer, desk.today, draft=desk.draft)
    if fit.content is None or fit.stage is None:
        return [*lines, last]
    return [*lines, *content_lines(fit.content, fit.stage, desk.pack), "", last]


def _takes(answer: FitAnswer, desk: Desk) -> list[str]:
    if lines := would_take_lines(answer, desk.scorer):
        return lines
    certain = all(verdict.tier.name == "A" for verdict in answer.report.possible)
    return ["Nothing: that is the best there is." if certain else "No answers can get it to a better tier."]


def _ask(answer: FitAnswer, desk: Desk) -> list[str]:
    return question_lines(answer, desk.scorer) or ["Nothing more to ask: no answer can change the verdict."]


def _questions(answer: FitAnswer, desk: Desk) -> list[str]:
    asked = [trait for each in answer.report.questions if (trait := desk.pack.trait(each.trait)) is not None]
    if not asked:
        return ["Nothing more to ask: no answer can change the verdict."]
    lines = [f"Open questions that can change it ({len(asked)})"]
    for number, trait in enumerate(asked, 1):
        lines.append(f"  {number:>2}  {trait.ask(answer.account.name)}")
        lines += [f"      Why: {trait.why}"] if trait.why else []
    return [*lines, "", f"Tell me what you learn, for example: {answer.account.name} has 120 employees."]


def _accounts(items: Sequence[FitAnswer], total: int) -> list[str]:
    there = f"There {'is' if total == 1 else 'are'} {counted(total, 'account')} in all."
    if not items:
        return ["None of the accounts is yours yet: you have not added, told or asked me about any.", there]
    rows = [
        [each.account.name, _verdicts(each), f"ask about {each.report.next}" if each.report.next else ""]
        for each in items
    ]
    return [f"Your accounts ({len(items)})", *columns(rows, indent=2), there]


def _verdicts(answer: FitAnswer) -> str:
    return listed([verdict_words(verdict) for verdict in by_rank(answer.report)])


def _passages(found: Passages) -> list[str]:
    if found.unavailable is not None:
        return ["The knowledge cannot be searched right now.", found.unavailable]
    if not found.hits:
        return ["That is not in the knowledge. To have it added, say log a gap: and what is missing."]
    lines = ["In the knowledge, word for word:"]
    for passage in (hit.passage for hit in found.hits):
        lines += ["", passage.title, f"  {excerpt(passage.text)}", *([f"  {passage.url}"] if passage.url else [])]
    return lines


def _recorded(recorded: Recorded, desk: Desk, ways: Ways) -> list[str]:
    answer, before = recorded.answer, recorded.before
    name = answer.account.name
    lines = [
        f"Noted for {name}: {noted_words(recorded.noted, desk.scorer.pack)}. {ways.undo.format(quoted=quote(name))}",
        *(f"  {note}" for note in recorded.notes),
        *_disagreements(recorded, desk),
    ]
    if before.report.possible != answer.report.possible:
        lines.append(f"Before: {_verdicts(before)}.")
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
