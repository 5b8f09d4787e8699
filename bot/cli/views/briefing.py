"""A briefing in the terminal, on one screen: the verdict, whom you meet, what to ask, what to send, what is missing."""

from datetime import date

from bot.cli.views.content import content_lines
from bot.cli.views.fit import footer, headline
from bot.core.gap import Gap
from bot.core.journey import StageSaid
from bot.core.pack import Pack
from bot.core.persona import Persona
from bot.core.wording import counted, listed, source_words
from bot.flows.briefing import Briefing
from bot.flows.fit import FitAnswer, Scorer

MOST = 3
"""Of a list of things to keep in mind."""


def briefing_lines(briefing: Briefing, scorer: Scorer, today: date, *, draft: bool = False) -> list[str]:
    """Everything to read before a call."""
    pack, report = scorer.pack, briefing.answer.report
    return [
        headline(report),
        *([f"For the call on {briefing.call.words}."] if briefing.call else []),
        _open_line(briefing.answer, pack),
        "",
        *_persona_lines(briefing, pack),
        "",
        *_question_lines(briefing, pack),
        "",
        *_content_lines(briefing, pack),
        *_gap_lines(briefing.gaps),
        "",
        footer(report, scorer, today, draft=draft),
    ]


def _open_line(answer: FitAnswer, pack: Pack) -> str:
    labels = [trait.label for each in answer.report.questions if (trait := pack.trait(each.trait)) is not None]
    if not labels:
        return "Nothing is open that could change it."
    more = [f"{len(labels) - MOST} more"] if len(labels) > MOST else []
    return f"Open ({len(labels)}): {listed(labels[:MOST] + more, 'and')}."


def _persona_lines(briefing: Briefing, pack: Pack) -> list[str]:
    persona = briefing.persona
    if persona is None:
        roles = [each.title for each in pack.personas]
        return ["You meet somebody; say whom" + (f": {listed(roles)}." if roles else ".")]
    cares = persona.goals or tuple(pain.pain for pain in persona.pains) or persona.responsibilities
    return [
        f"You meet: {persona.title}" + ("" if persona.validated else " (unvalidated: no research backs this)"),
        *(f"  Cares about: {each}" for each in cares[:MOST]),
        *_stage_lines(persona, briefing.stage, pack),
        *(f"  If they say: {each.objection} Answer: {each.answer}" for each in persona.objections[:MOST]),
        *([f"  Contact: {persona.prefers}"] if persona.prefers else []),
    ]


def _stage_lines(persona: Persona, said: StageSaid | None, pack: Pack) -> list[str]:
    """What somebody in that role does at that stage of the journey."""
    stage = pack.journey.stages.get(said.stage) if said else None
    cells = [cell for cell in stage.cells if cell.persona == persona.id] if stage else []
    return [f"  At this stage: {cell.action} Asks: {cell.challenge}" for cell in cells]


def _question_lines(briefing: Briefing, pack: Pack) -> list[str]:
    if not briefing.questions:
        return ["Nothing more to ask: no answer can change the verdict."]
    asked = [trait for each in briefing.questions if (trait := pack.trait(each.trait)) is not None]
    lines = ["Ask"]
    for number, trait in enumerate(asked, 1):
        lines.append(f"  {number}  {trait.ask(briefing.answer.account.name)}")
        lines += [f"     Why: {trait.why}"] if trait.why else []
    return lines


def _content_lines(briefing: Briefing, pack: Pack) -> list[str]:
    if briefing.content is None or briefing.stage is None:
        name = briefing.answer.account.name
        return [f"What to send depends on the stage. Say it: brief me for {name}, evaluate stage."]
    return content_lines(briefing.content, briefing.stage, pack, briefing.persona)


def _gap_lines(gaps: tuple[Gap, ...]) -> list[str]:
    if not gaps:
        return []
    shown = [f"  {gap.at:%Y-%m-%d}  {gap.what} ({gap.kind.label}, {source_words(gap.source)})" for gap in gaps[:MOST]]
    more = [f"  and {counted(len(gaps) - MOST, 'older one')}"] if len(gaps) > MOST else []
    return ["", "Logged as missing here", *shown, *more]
