"""A briefing in the terminal: on one screen, with everything that is known and a hint where something is not."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import product

import pytest

from bot.bootstrap import shipped
from bot.cli.views.briefing import SCREEN, briefing_lines
from bot.core.account import Account, Answer
from bot.core.avoid import avoid
from bot.core.briefing_text import WIDTH
from bot.core.changes import Changes
from bot.core.gap import Gap, GapKind
from bot.core.journey import StageId, StageSaid
from bot.core.persona import Objection, Persona, Validation
from bot.core.row import Row, TakenRow, direct_reader
from bot.core.sending import Moment
from bot.flows.briefing import Briefing
from bot.flows.content import sendings_for
from bot.flows.fit import FitAnswer, Scorer
from bot.flows.moment import Moment as CallTime
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.ports.briefings import Schedule
from tests.small import NOW, TODAY, pack, person

CFO = Persona(
    id="cfo",
    title="CFO",
    goals=("Know the cash.", "Keep spend flat.", "Pay for what is used."),
    objections=tuple(Objection(objection=f"It costs {n}.", answer=f"It saves {n}.") for n in range(3)),
    prefers="E-mail, numbers first.",
    validated=Validation(on=TODAY, by="7 interviews"),
)
BUY = StageSaid(stage=StageId.BUY, source=person("ann"), at=NOW)
HARBOR = shipped("knowledge") / "harbor"
MOMENTS = tuple(f"  {moment.label}" for moment in Moment)
SCORER = Scorer(pack().model_copy(update={"personas": (CFO,)}))
GAPS = tuple(
    Gap(id=n, kind=GapKind.CONTENT, what=f"gap {n}", account_id=1, source=person("ann"), at=NOW) for n in range(3)
)


def _briefing(**parts: object) -> Briefing:
    answer = SCORER.answer(Account(id=1, name="Acme"), TODAY)
    empty = Briefing(answer, None, None, None, answer.report.questions[:3], ())
    return replace(empty, **parts)  # type: ignore[arg-type]


def _lines(briefing: Briefing) -> list[str]:
    return briefing_lines(briefing, SCORER, TODAY)


def test_everything_on_one_screen() -> None:
    """The verdict first, then what is open, whom you meet, what to ask, what to send, avoid and miss, the receipt."""
    briefing = _briefing(persona=CFO, stage=BUY, gaps=GAPS, avoid=("Do not promise it.",))
    lines = _lines(briefing)

    starts = [
        "Acme: still open. ",
        "Open (5): ",
        "You meet: CFO",
        "Ask",
        "What to send, at Buy",
        "Avoid",
        "Logged as missing here",
        "Small, ",
    ]
    assert starts == [start for line in lines for start in starts if line.startswith(start)]
    assert len(lines) <= SCREEN
    assert max(map(len, lines)) <= 100


def test_more_than_a_screen() -> None:
    """Where more is known than a screen holds, fewer things are told of each list; the questions stay three."""
    avoid = tuple(f"Do not promise {number}." for number in range(5))
    answers = tuple(Answer(id=n, trait="budget", value=True, source=person("bob"), recorded_at=NOW) for n in range(5))
    changes = Changes(NOW, answers=answers, gaps_logged=GAPS, gaps_closed=GAPS)
    briefing = _briefing(persona=CFO, gaps=GAPS, avoid=avoid)
    short, long = _lines(briefing), _lines(replace(briefing, changes=changes))

    assert (3, 2) == tuple(sum("If they say" in line for line in lines) for lines in (short, long))
    assert (3, 3) == tuple(sum(re.match(r"  \d  ", line) is not None for line in lines) for lines in (short, long))
    assert "  And 2 older ones." in long


CALL = CallTime(NOW + timedelta(days=1), to_the_minute=True)
LATER = Schedule(1, "ann", CALL.at, NOW, NOW, CALL.words)


@cache
def _harbor() -> tuple[Scorer, tuple[FitAnswer, ...]]:
    """The example pack made ready, and what follows for each of its accounts."""
    scorer = Scorer(load_pack(HARBOR).pack)
    read = direct_reader(scorer.pack)
    taken = [read(row) for row in open_rows(HARBOR / "examples" / "accounts.jsonl") if isinstance(row, Row)]
    return scorer, tuple(scorer.answer(_account(row), TODAY) for row in taken if isinstance(row, TakenRow))


def _account(row: TakenRow) -> Account:
    answers = (
        Answer(id=number, trait=trait, value=given.value, source=person(), recorded_at=NOW, on=given.on)
        for number, (trait, given) in enumerate(row.answers.items(), 1)
    )
    return Account(id=row.line, name=row.name, answers=tuple(answers))


def _full(answer: FitAnswer, persona: Persona, stage: StageId, scorer: Scorer) -> Briefing:
    """A briefing in which each part says something."""
    account, questions = answer.account, answer.report.questions
    said = StageSaid(stage=stage, source=person("ann"), at=NOW)
    changes = Changes(
        NOW, ("primary/A", "primary/B", "no_fit"), 3, account.answers[:8], said, GAPS, GAPS, account.answers[8:]
    )
    return Briefing(
        answer, persona, said, None, questions[:3], GAPS, CALL,
        sendings_for(account, said, scorer, TODAY, persona.id), changes,
        avoid(scorer.scorecard, answer.standings, persona, [each.trait for each in questions]), None, LATER,
    )  # fmt: skip


@pytest.mark.parametrize("persona", _harbor()[0].pack.personas, ids=lambda persona: persona.id)
def test_always_on_one_screen(persona: Persona) -> None:
    """Every account of the example is on one screen at every stage, whatever there is to say, with what is needed most."""
    scorer, answers = _harbor()
    for answer, stage in product(answers, StageId):
        briefing = _full(answer, persona, stage, scorer)
        for each in (briefing, replace(briefing, changes=None, schedule=None, gaps=())):
            lines = briefing_lines(each, scorer, TODAY)

            assert len(lines) <= SCREEN
            assert max(map(len, lines)) <= WIDTH
            assert len(briefing.questions) == sum("     Why: " in line for line in lines)
            assert len(briefing.sendings) == sum(line.startswith(MOMENTS) for line in lines)


def test_a_draft() -> None:
    """A briefing from a draft of the pack says so in its last line."""
    assert "draft of version 1" in briefing_lines(_briefing(), SCORER, TODAY, draft=True)[-1]
