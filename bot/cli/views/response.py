"""What Fika answers in the terminal, for every outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from bot.cli.views.account import account_lines, noted_words
from bot.cli.views.briefing import briefing_lines
from bot.cli.views.content import content_lines
from bot.cli.views.disagreement import disagreement_lines, not_disputed_lines, settled_lines
from bot.cli.views.fit import fit_lines, footer, question_lines, why_lines, would_take_lines
from bot.cli.views.icp import icp_lines
from bot.cli.views.interview import interview_lines, under_way_lines
from bot.cli.views.qualification import qualification_lines
from bot.cli.views.table import columns
from bot.cli.views.work import work_lines
from bot.core.disagreement import Disagreement
from bot.core.disagreement_words import WAYS
from bot.core.fit_words import by_rank, headline
from bot.core.gap_wording import voices_words
from bot.core.passage import Meaning
from bot.core.passage_names import unmentioned_words
from bot.core.wording import counted, listed, verdict_words
from bot.flows.accounts import choice
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer
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
from bot.ports import KnownName

_EXCERPT = 400
"""Characters of a passage that are shown."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How to go on from an answer; {said} is what somebody called an account, {quoted} a name as a shell takes it."""

    undo: str
    choose: str
    add: str
    nothing: str
    go_on: str
    settle: str
    """Of two sources the one that holds; {trait} is the id of what they disagree about."""
    missing: str
    """What the knowledge does not hold."""
    notes: str
    """Of the values that were read from notes those that hold."""


IN_CHAT = Ways(
    "Say undo to take it back.",
    "Which one? Type its number.",
    "Say add {said} to add it.",
    "There is nothing of yours to take back here.",
    "skip, don't know, back, pause and stop work, too.",
    WAYS,
    "Say log it, and somebody can add it.",
    "Which hold? Type all, some as 1,3, or none.",
)
AT_THE_PROMPT = Ways(
    "Take it back with: fika accounts undo {quoted}",
    "Say which one, for example with --choose 1.",
    "Add it with: fika accounts add {quoted}",
    "Say about which account: fika accounts undo NAME",
    "Go on in a talk: fika chat, and say resume.",
    "Settle it with: fika accounts settle {quoted} {trait} --keep new|old|both",
    "To have it added, say log a gap: and what is missing.",
    "Take all with: fika notes {quoted} --confirm all, or some with: fika notes {quoted} --confirm 1,3",
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
    "let us qualify Acme",
    "how does Acme stand on BANT?",
    "notes for Acme: they have 120 people, budget is approved",
    "log a gap: no case study for dentists",
    "which gaps are worth most?",
)


def response_lines(response: Response, desk: Desk, ways: Ways = IN_CHAT) -> list[str]:
    """A response as lines."""
    lines = _outcome_lines(response.outcome, desk, ways)
    if response.stands is not None:
        lines += ["", f"The question stands: {response.stands}"]
    if response.waits is not None:
        lines += ["", f"The questions about {response.waits} wait; say resume {response.waits} to go on with them."]
    taken = [f"Read by the language model as {response.taken_as}."] if response.taken_as is not None else []
    if response.moved is not None:
        undo = ways.undo.format(quoted=quote(response.moved.account))
        taken.append(response.moved.words if response.moved.said is None else f"{response.moved.words} {undo}")
    if response.taken_for is not None:
        taken.append(f"I took that for {choice(response.taken_for)}.")
    if response.stranger is not None:
        taken.append(response.stranger)
    return [*taken, *lines]


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
        case InterviewTurn():
            return interview_lines(
                outcome, desk, ways.undo.format(quoted=quote(outcome.answer.account.name)), ways.go_on
            )
        case UnderWay():
            return under_way_lines(outcome)
        case Qualified():
            return qualification_lines(outcome, scorer, desk.today, draft=desk.draft)
        case Briefed(briefing):
            return briefing_lines(briefing, scorer, desk.today, draft=desk.draft)
        case Shown(answer):
            return [*account_lines(answer, scorer.pack), "", headline(answer.report)]
        case Recorded():
            return _recorded(outcome, desk, ways)
        case Undone(answer, gone):
            return [f"Taken back for {answer.account.name}: {noted_words(gone, scorer.pack)}.", headline(answer.report)]
        case Settled():
            return _settled(outcome, desk, ways)
        case NotDisputed():
            return not_disputed_lines(outcome, desk, _way(ways, outcome.answer, outcome.found))
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
            return _passages(outcome, ways, desk)
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
        case NotesRead():
            return _notes(outcome, desk, ways)
        case Greeting(thanks=True):
            return ["Any time."]
        case Greeting():
            return ["Hello. Ask me whether an account fits, or type help."]
        case Help():
            return help_lines()
        case NotUnderstood():
            return ["I can't do that yet.", *help_lines()]


def _notes(read: NotesRead, desk: Desk, ways: Ways) -> list[str]:
    from bot.cli.views.notes import proposed_lines

    lines = proposed_lines(read.proposed, desk)
    return [*lines, "", ways.notes.format(quoted=quote(read.proposed.account.name))] if read.proposed.offers else lines


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


def _passages(found: Passages, ways: Ways, desk: Desk) -> list[str]:
    from bot.core.passage_meaning import meanings

    if found.unavailable is not None:
        return ["The knowledge cannot be searched right now.", found.unavailable]
    if not found.hits:
        return [f"That is not in the knowledge. {ways.missing}"]
    lines = [*_answered(found), unmentioned_words(found.unmentioned) or "In the knowledge, word for word:"]
    meant = meanings(found.asked, desk.pack)
    for number, passage in enumerate((hit.passage for hit in found.hits), 1):
        mark = f"[{number}] " if found.answer is not None else ""
        lines += ["", f"{mark}{passage.title}", *_nearest(passage.text, found.asked, meant)]
        lines += [f"  {passage.url}"] if passage.url else []
    return lines


def _nearest(text: str, asked: str, meant: Sequence[Meaning]) -> list[str]:
    """What a passage says to a question, indented."""
    from bot.core.excerpt import excerpt

    return [f"  {'- ' if line.is_item else ''}{line.text}" for line in excerpt(text, asked, _EXCERPT, meant)]


def _answered(found: Passages) -> list[str]:
    """What a model made of the passages, or why it is not shown."""
    if found.answer is None:
        return [found.dropped] if found.dropped else []
    answer = found.answer
    return [
        *(f"{each.text} [{each.source}]" for each in answer.sentences),
        "",
        f"Put together by {answer.model}; every sentence stands in the passages below.",
        "",
    ]


def _recorded(recorded: Recorded, desk: Desk, ways: Ways) -> list[str]:
    answer, found = recorded.answer, recorded.disagreements
    name = answer.account.name
    return [
        f"Noted for {name}: {noted_words(recorded.noted, desk.scorer.pack)}. {ways.undo.format(quoted=quote(name))}",
        *(f"  {note}" for note in recorded.notes),
        *_still_disagreeing(recorded, desk),
        *disagreement_lines(found, desk, _way(ways, answer, *found)),
        *_changed(recorded, desk),
    ]


def _settled(settled: Settled, desk: Desk, ways: Ways) -> list[str]:
    way = _way(ways, settled.answer, *settled.disagreements)
    return [*settled_lines(settled, desk, way), *_changed(settled, desk)]


def _changed(outcome: Recorded | Settled, desk: Desk) -> list[str]:
    answer, before = outcome.answer, outcome.before
    changed = before.report.possible != answer.report.possible
    lines = [f"Before: {_verdicts(before)}."] if changed else []
    return [*lines, headline(answer.report), *question_lines(answer, desk.scorer)]


def _way(ways: Ways, answer: FitAnswer, *found: Disagreement | None) -> str:
    """How to settle the first disagreement."""
    trait = found[0].trait if found and found[0] is not None else ""
    return ways.settle.format(quoted=quote(answer.account.name), trait=trait)


def _still_disagreeing(recorded: Recorded, desk: Desk) -> list[str]:
    """What other sources disagree about among themselves, though a new answer goes with them."""
    touched = {answer.trait for answer in recorded.noted} - {each.trait for each in recorded.disagreements}
    return [
        f"  Other sources still disagree about {trait.label}; what they say stays possible. See: why?"
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
