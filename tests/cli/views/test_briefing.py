"""A briefing in the terminal: on one screen, with everything that is known and a hint where something is not."""

from dataclasses import replace

import pytest

from bot.cli.views.briefing import briefing_lines
from bot.core.account import Account
from bot.core.content import Content
from bot.core.gap import Gap, GapKind
from bot.core.journey import Journey, JourneyCell, JourneyStage, StageId, StageSaid
from bot.core.pack import Pack
from bot.core.persona import Objection, Pain, Persona, Validation
from bot.flows.briefing import Briefing
from bot.flows.fit import Scorer
from tests.small import NOW, TODAY, pack, person

CFO = Persona(
    id="cfo",
    title="CFO",
    goals=("Know the cash.", "Keep spend flat.", "Pay for what is used.", "A fourth goal."),
    pains=(Pain(pain="The number moves.", answer="It will not."),),
    responsibilities=("Owns the budget.",),
    objections=(Objection(objection="It costs too much.", answer="It saves more."),),
    prefers="E-mail, numbers first.",
    validated=Validation(on=TODAY, by="7 interviews"),
)
BUY = StageSaid(stage=StageId.BUY, source=person("ann"), at=NOW)
CELL = JourneyCell(persona="cfo", action="Signs.", challenge="Are the terms right?", channel="e-mail")
ACME = Account(id=1, name="Acme")


def _pack() -> Pack:
    stages = {stage: JourneyStage(cells=(CELL,) if stage is StageId.BUY else ()) for stage in StageId}
    traits = (pack().traits[0].model_copy(update={"why": "We sell to a few."}), *pack().traits[1:])
    return pack().model_copy(update={"personas": (CFO,), "journey": Journey(stages=stages), "traits": traits})


SCORER = Scorer(_pack())


def _briefing(**parts: object) -> Briefing:
    answer = SCORER.answer(ACME, TODAY)
    empty = Briefing(answer, None, None, None, answer.report.questions[:3], ())
    return replace(empty, **parts)  # type: ignore[arg-type]


def _lines(briefing: Briefing) -> list[str]:
    return briefing_lines(briefing, SCORER, TODAY)


def _gap(number: int, what: str) -> Gap:
    return Gap(id=number, kind=GapKind.CONTENT, what=what, account_id=1, source=person("ann"), at=NOW)


def test_everything_on_one_screen() -> None:
    """The verdict first, then what is open, whom you meet, what to ask, what to send, what is missing, the receipt."""
    lines = _lines(_briefing(persona=CFO, stage=BUY, content=Content(()), gaps=(_gap(1, "no deck"),)))

    assert lines[0].startswith("Acme: still open. ")
    starts = [
        "Acme: ",
        "Open (5): ",
        "You meet: CFO",
        "Ask",
        "What to send, at Buy",
        "Logged as missing here",
        "Small, ",
    ]
    assert starts == [start for line in lines for start in starts if line.startswith(start)]
    assert len(lines) <= 30


def test_whom_you_meet() -> None:
    """What they care about, what they do at this stage, what they object with the answer, and how to reach them."""
    lines = _lines(_briefing(persona=CFO, stage=BUY, content=Content(())))
    begin = lines.index("You meet: CFO")

    assert [
        "  Cares about: Know the cash.",
        "  Cares about: Keep spend flat.",
        "  Cares about: Pay for what is used.",
        "  At this stage: Signs. Asks: Are the terms right?",
        "  If they say: It costs too much. Answer: It saves more.",
        "  Contact: E-mail, numbers first.",
        "",
    ] == lines[begin + 1 : begin + 8]


@pytest.mark.parametrize(
    ("gone", "cares"), [({"goals": ()}, "The number moves."), ({"goals": (), "pains": ()}, "Owns the budget.")]
)
def test_a_persona_with_less(gone: dict[str, object], cares: str) -> None:
    """A persona of which less is written shows what there is, and says that no research backs it."""
    persona = CFO.model_copy(update={**gone, "prefers": None, "validated": None, "objections": ()})
    lines = _lines(_briefing(persona=persona))
    begin = lines.index("You meet: CFO (unvalidated: no research backs this)")

    assert [f"  Cares about: {cares}", ""] == lines[begin + 1 : begin + 3]


def test_nobody_named() -> None:
    """Where nobody was named, the roles that can be are; without any, it just asks."""
    bare = Scorer(pack())

    assert "You meet somebody; say whom: CFO." in _lines(_briefing())
    assert "You meet somebody; say whom." in briefing_lines(_briefing(), bare, TODAY)


def test_what_to_ask() -> None:
    """The questions are numbered, in the pack's words, with why where the pack says it; where none is left it says so."""
    lines = _lines(_briefing())
    begin = lines.index("Ask")

    assert "  1  Industry of Acme?" == lines[begin + 1]
    assert "     Why: We sell to a few." == lines[begin + 2]
    assert ["  2", "  3", ""] == [line[:3] for line in lines[begin + 3 : begin + 6]]
    assert "Nothing more to ask: no answer can change the verdict." in _lines(_briefing(questions=()))


def test_what_is_open() -> None:
    """What can still change the verdict is counted, the most telling first; nothing open is said as well."""
    answer = SCORER.answer(ACME, TODAY)
    decided = replace(answer, report=replace(answer.report, questions=()))
    two = replace(answer, report=replace(answer.report, questions=answer.report.questions[:2]))

    assert _lines(_briefing())[1].startswith("Open (5): Industry, ")
    assert _lines(_briefing())[1].endswith(" and 2 more.")
    assert "Open (2): Industry and " in _lines(_briefing(answer=two))[1]
    assert "Nothing is open that could change it." == _lines(_briefing(answer=decided))[1]


def test_while_the_stage_is_not_known() -> None:
    """Without a stage it says how to give one."""
    assert "What to send depends on the stage. Say it: brief me for Acme, evaluate stage." in _lines(_briefing())


def test_gaps() -> None:
    """Gaps stand with day, kind and person; older ones are counted."""
    gaps = tuple(_gap(number, f"gap {number}") for number in range(5))
    lines = _lines(_briefing(gaps=gaps))
    begin = lines.index("Logged as missing here")

    assert "  2026-11-01  gap 0 (content we do not have, ann)" == lines[begin + 1]
    assert "  and 2 older ones" == lines[begin + 4]
    assert "Logged as missing here" not in _lines(_briefing())
    assert not any(line.startswith("  and ") for line in _lines(_briefing(gaps=gaps[:3])))


def test_a_draft() -> None:
    """A briefing from a draft of the pack says so in its last line."""
    assert "draft of version 1" in briefing_lines(_briefing(), SCORER, TODAY, draft=True)[-1]
