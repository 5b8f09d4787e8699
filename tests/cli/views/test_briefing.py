"""A briefing in the terminal: on one screen, with everything that is known and a hint where something is not."""

import re
from dataclasses import replace

from bot.cli.views.briefing import SCREEN, briefing_lines
from bot.core.account import Account
from bot.core.gap import Gap, GapKind
from bot.core.journey import StageId, StageSaid
from bot.core.persona import Objection, Persona, Validation
from bot.flows.briefing import Briefing
from bot.flows.fit import Scorer
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
    avoid = tuple(f"Do not promise {number}." for number in range(20))
    briefing = _briefing(persona=CFO, gaps=GAPS, avoid=avoid)
    long, short = _lines(briefing), _lines(replace(briefing, avoid=avoid[:5]))

    assert (3, 2) == tuple(sum("If they say" in line for line in lines) for lines in (short, long))
    assert (3, 3) == tuple(sum(re.match(r"  \d  ", line) is not None for line in lines) for lines in (short, long))
    assert "  And 1 older one." in long


def test_a_draft() -> None:
    """A briefing from a draft of the pack says so in its last line."""
    assert "draft of version 1" in briefing_lines(_briefing(), SCORER, TODAY, draft=True)[-1]
