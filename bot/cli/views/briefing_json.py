"""A briefing for programs: everything that it says, with ids instead of words where there are ids."""

from datetime import date

from pydantic import JsonValue

from bot.core.account import Answer, Source
from bot.core.changes import Changes, StageMoved
from bot.core.content import Choice
from bot.core.gap import Gap
from bot.core.journey import Staged, StageSaid
from bot.core.pack import Pack
from bot.core.persona import Persona
from bot.core.planner import Question
from bot.core.sending import Sending
from bot.core.stage_words import stage_source
from bot.flows.briefing import Briefing, Summary


def briefing_json(briefing: Briefing, pack: Pack, today: date) -> dict[str, JsonValue]:
    """A briefing as one object; verdicts, action, points and percentages as in the scoring contract."""
    answer, report = briefing.answer, briefing.answer.report
    return {
        "account": report.account,
        "account_id": answer.account.id,
        "pack": report.pack,
        "pack_version": report.pack_version,
        "today": today.isoformat(),
        "call": briefing.call.at.isoformat() if briefing.call else None,
        "verdict": report.verdict,
        "verdicts": list(report.possible),
        "action": report.action,
        "interval": {fit.id: [tenths / 10 for tenths in fit.fit] for fit in report.profiles},
        "open": [each.trait for each in report.questions],
        "flips": list(report.flips),
        "receipt": report.receipt,
        "stage": _stage(briefing.stage, pack),
        "persona": _persona(briefing.persona),
        "questions": [_question(each, pack, report.account) for each in briefing.questions],
        "sendings": [_sending(each) for each in briefing.sendings],
        "avoid": list(briefing.avoid),
        "changes": _changes(briefing.changes),
        "gaps": [_gap(gap) for gap in briefing.gaps],
        "summary": _summary(briefing.summary),
    }


def _stage(staged: Staged | None, pack: Pack) -> JsonValue:
    if staged is None:
        return None
    source: dict[str, JsonValue] = {"words": stage_source(staged, pack)}
    if isinstance(staged, StageSaid):
        source |= {**_source(staged.source), "at": staged.at.isoformat()}
    else:
        source |= {"kind": "sign", "trait": staged.trait}
    return {"id": staged.stage.value, "label": staged.stage.label, "source": source}


def _persona(persona: Persona | None) -> JsonValue:
    if persona is None:
        return None
    return {**persona.model_dump(mode="json"), "unvalidated": persona.validated is None}


def _question(question: Question, pack: Pack, account: str) -> JsonValue:
    trait = pack.trait(question.trait)
    return {
        "trait": question.trait,
        "question": trait.ask(account) if trait else None,
        "why": trait.why if trait else None,
        "leaves": {cell: list(verdicts) for cell, verdicts in question.leaves.items()},
    }


def _sending(sending: Sending) -> JsonValue:
    return {
        "moment": sending.moment.value,
        "stage": sending.stage.value,
        "assets": [_asset(choice) for choice in sending.content.choices],
        "dropped": [condition.value for condition in sending.content.dropped],
    }


def _asset(choice: Choice) -> JsonValue:
    asset = choice.asset
    return {
        "id": asset.id,
        "title": asset.title,
        "url": asset.url,
        "format": asset.format,
        "matches": list(choice.matches),
        "valid_until": asset.valid_until.isoformat() if asset.valid_until else None,
    }


def _changes(changes: Changes | None) -> JsonValue:
    if changes is None:
        return None
    return {
        "since": changes.since.isoformat(),
        "verdicts_before": None if changes.verdicts_before is None else list(changes.verdicts_before),
        "pack_version_before": changes.pack_before,
        "answers": [_answer(each) for each in changes.answers],
        "answers_taken_back": [_answer(each) for each in changes.gone],
        "stage": changes.stage.stage.value if changes.stage else None,
        "stage_shown": None if changes.moved is None else _moved(changes.moved),
        "gaps_logged": [gap.id for gap in changes.gaps_logged],
        "gaps_closed": [gap.id for gap in changes.gaps_closed],
    }


def _moved(moved: StageMoved) -> JsonValue:
    return {"before": moved.before, "now": moved.now.stage if moved.now else None}


def _answer(answer: Answer) -> JsonValue:
    return {
        "trait": answer.trait,
        "value": answer.value,
        "on": answer.on.isoformat() if answer.on else None,
        "quote": answer.quote,
        "source": _source(answer.source),
    }


def _source(source: Source) -> dict[str, JsonValue]:
    return {"kind": source.kind.value, "person": source.person}


def _gap(gap: Gap) -> JsonValue:
    return {
        "id": gap.id,
        "kind": gap.kind.value,
        "what": gap.what,
        "stage": gap.stage.value if gap.stage else None,
        "persona": gap.persona,
        "at": gap.at.isoformat(),
        "source": _source(gap.source),
    }


def _summary(summary: Summary | None) -> JsonValue:
    if summary is None:
        return None
    return {
        "sentences": list(summary.sentences),
        "model": summary.model,
        "prompt": summary.prompt,
        "dropped": summary.dropped,
    }
