"""An account in the terminal: what is known of it, and who said so."""

from collections.abc import Sequence

from bot.cli.views.table import columns
from bot.core.account import Account, Answer
from bot.core.pack import Pack
from bot.core.standing import Standing
from bot.core.wording import counted, listed, provenance_words, value_words
from bot.flows.accounts import Listed, outside_ids
from bot.flows.fit import FitAnswer


def account_lines(answer: FitAnswer, pack: Pack) -> list[str]:
    """What is known of an account, trait by trait."""
    account = answer.account
    rows = [
        row
        for trait, standing in zip(pack.traits, answer.standings, strict=True)
        for row in _rows(trait.label, standing, pack)
    ]
    known = columns(rows, indent=2) or ["  Nothing is known yet."]
    return [*_names(account), *known]


def _names(account: Account) -> list[str]:
    lines = [account.name]
    if account.also:
        lines.append(f"  also called {listed(account.also, 'and')}")
    if outside := outside_ids(account):
        lines.append(f"  known elsewhere as {listed(outside, 'and')}")
    return lines


def _rows(label: str, standing: Standing, pack: Pack) -> list[list[str]]:
    notes = [(answer, "disagrees" if standing.disagrees else "") for answer in standing.answers]
    notes += [(answer, "too old to count") for answer in standing.expired]
    notes += [(answer, "not an option any more") for answer in standing.unreadable]
    return [[label, answer_words(answer, pack), provenance_words(answer), note] for answer, note in notes]


def answer_words(answer: Answer, pack: Pack) -> str:
    """The value of an answer, in words; as it was stored where the pack has no such trait any more."""
    trait = pack.trait(answer.trait)
    return value_words(answer.value, trait, pack.currency) if trait else str(answer.value)


def noted_words(answers: Sequence[Answer], pack: Pack) -> str:
    """Answers as an echo: Employees: 120, Stack: at least Snowflake."""
    return ", ".join(f"{label(answer, pack)}: {answer_words(answer, pack)}" for answer in answers)


def label(answer: Answer, pack: Pack) -> str:
    """The label of an answer's trait."""
    trait = pack.trait(answer.trait)
    return trait.label if trait else answer.trait


def list_lines(listed: Sequence[Listed]) -> list[str]:
    """Accounts as a table: number, name, how much is known, other names and ids."""
    rows = [
        [
            f"#{each.account_id}",
            each.name,
            counted(each.traits_known, "trait") + " known",
            ", ".join((*each.also, *each.external_ids)),
        ]
        for each in listed
    ]
    return columns(rows)


def history_lines(account: Account, pack: Pack) -> list[str]:
    """Every answer ever recorded about an account, the latest first."""
    rows = [
        [
            f"{answer.recorded_at.astimezone():%Y-%m-%d %H:%M}",
            label(answer, pack),
            answer_words(answer, pack),
            provenance_words(answer),
            ", ".join(note for note, holds in (("draft", answer.draft), ("taken back", answer.retracted)) if holds),
        ]
        for answer in reversed(account.answers)
    ]
    return [*_names(account), *(columns(rows, indent=2) or ["  Nothing was ever recorded."])]
