"""Accounts: what is known of one, a list of several, and that one is new."""

from bot.core.account import Account, Answer
from bot.core.framework import trait_of
from bot.core.wording import counted, listed
from bot.flows.accounts import outside_ids
from bot.flows.fit import FitAnswer, WorkItem
from bot.flows.outcome import Accounts, Work
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, flat, words
from bot.slack.values import OnAccount
from bot.slack.views.elements import Json, actions, button, context, header, listing, message, section
from bot.slack.views.frame import Frame
from bot.slack.views.moves import moves
from bot.slack.views.parts import small_print
from bot.slack.views.reasons import (
    LABEL,
    NAME,
    VALUE,
    given_words,
    headline,
    in_short,
    interval,
    name_of,
    open_words,
)
from bot.slack.views.sources import provenance

MOST_LISTED = 20
_MOST_WORK = 15
_KNOWN_A_BLOCK = 12


def account_card(answer: FitAnswer, frame: Frame) -> Message:
    """What is known of an account, trait by trait, with who said so."""
    first = words(headline(answer.report))
    lines = known_lines(answer, frame) or ["Nothing is known yet. Tell me, for example: it has 120 employees."]
    parts = [lines[start : start + _KNOWN_A_BLOCK] for start in range(0, len(lines), _KNOWN_A_BLOCK)]
    blocks = [
        header(name_of(answer.account)),
        context(*_aliases(answer.account), first),
        *(section(listing(part, _KNOWN_A_BLOCK)) for part in parts[:20]),
        moves(answer),
        small_print(answer, frame),
    ]
    return message("account", f"{bold(first)}\n{listing(lines, 8)}", blocks)


def _aliases(account: Account) -> list[str]:
    lines = []
    if account.also:
        lines.append(f"Also called {words(listed(account.also[:5], 'and'))}")
    if outside := outside_ids(account):
        lines.append(f"Known elsewhere as {words(listed(outside[:5], 'and'))}")
    return lines


def known_lines(answer: FitAnswer, frame: Frame) -> list[str]:
    """Every answer that anybody gave and nobody took back."""
    lines = []
    for trait, standing in zip(frame.pack.traits, answer.standings, strict=True):
        noted = [(each, ", *disagrees*" if standing.disagrees else "") for each in standing.answers]
        noted += [(each, ", too old to count") for each in standing.expired]
        noted += [(each, ", not an option any more") for each in standing.unreadable]
        lines += [f"• {bold(words(trait.label, LABEL))}: {_known(each, frame)}{note}" for each, note in noted]
    return lines


def _known(answer: Answer, frame: Frame) -> str:
    value = given_words(answer.value, trait_of(frame.pack, answer.trait), frame.pack.currency)
    return f"{words(value, VALUE)} ({provenance(answer, frame.viewer)})"


def added_message(account: Account) -> Message:
    """That an account is new, and what to do with it."""
    name = words(account.name, NAME)
    text = f"{bold(f'Added {name}')}. Tell me what you know, for example: it has 120 employees."
    on = OnAccount(account=account.id)
    blocks = [
        section(text),
        actions(
            button("Ask the questions", Act.DISCOVER, on, style="primary"),
            button("Fill in several at once", Act.QUESTIONS, on),
            button("Paste notes", Act.NOTES, on),
            button("Check fit", Act.FIT, on),
        ),
    ]
    return message("added", text, blocks)


def accounts_message(accounts: Accounts) -> Message:
    """A person's accounts with their verdicts."""
    if not accounts.total:
        return _no_accounts()
    shown = accounts.items[:MOST_LISTED]
    first = bold(f"Your accounts: {len(accounts.items)} of {accounts.total}")
    if not shown:
        return message("accounts", first, [section(f"{first}\n{_NONE_YET}"), _find()])
    lines = [f"• {words(each.account.name, NAME)}: {words(in_short(each.report))}" for each in shown]
    more = [context(f"And {len(accounts.items) - len(shown)} more.")] if len(accounts.items) > len(shown) else []
    blocks = [section(first), *map(account_row, shown), *more, _find()]
    return message("accounts", f"{first}\n{listing(lines, MOST_LISTED)}", blocks)


_NONE_YET = "Those that you ask about, add or say something about are listed here."


def _no_accounts() -> Message:
    text = "There are no accounts yet. Add one: type `add` and its name."
    return message("accounts", text, [section(text), _find()])


def _find() -> Json:
    return actions(button("Find an account", Act.FIND))


def account_row(answer: FitAnswer) -> Json:
    """One account in a list, with the way to open it."""
    name = name_of(answer.account)
    open_it = button("Check fit", Act.FIT, OnAccount(account=answer.account.id), label=f"Check the fit of {name}")
    left = f"; {words(open_words(answer.report))}" if answer.report.questions else ""
    return section(f"{bold(words(name))}\n{words(in_short(answer.report))}{left}", open_it)


def work_message(work: Work, frame: Frame) -> Message:
    """The accounts worth working on: proven ones first, then the nearest to it."""
    if not work.accounts:
        return _no_accounts()
    if not work.items:
        text = f"None of your {counted(work.accounts, 'account')} can turn out worth working on."
        return message("work", text, [section(text), _find()])
    shown = work.items[:_MOST_WORK]
    first = bold("Work on these first")
    parts = [
        ("It is decided", [each for each in shown if not each.answers_missing]),
        ("Nearest to it", [each for each in shown if each.answers_missing]),
    ]
    numbers = {id(item): number for number, item in enumerate(shown, 1)}
    blocks: list[Json] = []
    for title, items in parts:
        rows = [_work_row(item, numbers[id(item)], frame) for item in items]
        blocks += [context(title), *rows] if rows else []
    lines = [f"{number}. {_work_name(item)}: {_work_words(item, frame)}" for number, item in enumerate(shown, 1)]
    return message("work", f"{first}\n{listing(lines, 20)}", [header("Work on these first"), *blocks, _find()])


def _work_row(item: WorkItem, number: int, frame: Frame) -> Json:
    on, name = OnAccount(account=item.account_id), flat(item.report.account, NAME)
    open_it = button("Check fit", Act.FIT, on, label=f"Check the fit of {name}")
    return section(f"{number}. {_work_name(item)}\n{_work_words(item, frame)}", open_it)


def _work_name(item: WorkItem) -> str:
    return bold(words(item.report.account, NAME))


def _work_words(item: WorkItem, frame: Frame) -> str:
    """The verdict, how well it fits where it does, and what is missing."""
    report = item.report
    best = max((fit for fit in report.profiles if fit.gate != "fail"), key=lambda fit: fit.fit, default=None)
    parts = [words(in_short(report))]
    if best:
        parts.append(f"fit {interval(best.fit)}")
    if item.answers_missing:
        trait = frame.pack.trait(report.next or "")
        ask = f", ask about {words(trait.label, LABEL)}" if trait else ""
        parts.append(f"{counted(item.answers_missing, 'answer')} away{ask}")
    return "; ".join(parts)
