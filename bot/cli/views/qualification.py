"""How an account stands against a framework, in the terminal: the answer first, fit before the items."""

from datetime import date

from pydantic import JsonValue

from bot.cli.views.fit import footer
from bot.cli.views.table import columns
from bot.core import fit_words
from bot.core.overlay import ItemState
from bot.core.pack import Pack
from bot.core.qualification_words import answer_words, headline, held_words, others_words, sentence
from bot.core.wording import provenance_words
from bot.flows.fit import Scorer
from bot.flows.qualification import Qualified


def qualification_lines(qualified: Qualified, scorer: Scorer, today: date, *, draft: bool = False) -> list[str]:
    """How an account stands, item by item, and what to ask next."""
    found, report = qualified.qualification, qualified.answer.report
    rows = [row for state in found.items for row in _rows(state, scorer.pack)]
    asking = [f"Ask next: {qualified.next.question}"] if qualified.next else []
    others = [others_words(qualified.others)] if qualified.others else []
    return [
        f"{headline(found)}.",
        sentence(found),
        "",
        f"Fit: {found.fit.value}. {fit_words.headline(report)}",
        *columns(rows, indent=2),
        *(["", *asking, *others] if asking or others else []),
        "",
        footer(report, scorer, today, draft=draft),
    ]


def _rows(state: ItemState, pack: Pack) -> list[list[str]]:
    """An item with everything that was said about it, a line each; the question where nothing was."""
    known = state.standing
    said = [(answer, "disagrees" if known.disagrees else "") for answer in known.answers]
    said += [(answer, "too old to count") for answer in known.expired]
    said += [(answer, "not an option any more") for answer in known.unreadable]
    rows = [
        ["", "", f"{answer_words(answer, state, pack)} ({provenance_words(answer)}){note and f', {note}'}"]
        for answer, note in said
    ] or [["", "", "not known"]]
    rows[0][:2] = [state.item.label, held_words(state)]
    return rows


def qualification_json(qualified: Qualified, pack: Pack) -> dict[str, JsonValue]:
    """The same for programs."""
    found = qualified.qualification
    return {
        "account": found.account,
        "framework": found.framework.id,
        "title": found.framework.title,
        "qualified": found.held.value,
        "fit": found.fit.value,
        "possible": [verdict.value for verdict in found.verdicts],
        "items": [_item_json(state, found.account, pack) for state in found.items],
        "missing": [state.item.id for state in found.missing],
        "absent": [state.item.id for state in found.absent],
        "next": qualified.next.trait if qualified.next else None,
        "words": sentence(found),
    }


def _item_json(state: ItemState, account: str, pack: Pack) -> JsonValue:
    return {
        "id": state.item.id,
        "label": state.item.label,
        "held": state.held.value,
        "trait": state.trait.id,
        "question": state.item.ask(account),
        "said": [answer_words(answer, state, pack) for answer in state.standing.answers],
        "disagrees": state.standing.disagrees,
    }
