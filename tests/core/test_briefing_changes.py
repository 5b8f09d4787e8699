"""What changed since the last briefing: what still stands, what was taken back, and the stage."""

from datetime import UTC, date, datetime

from bot.core.account import Answer
from bot.core.briefing_changes import change_section
from bot.core.briefing_room import Room
from bot.core.briefing_sections import IN_CHAT, Manner
from bot.core.briefing_text import Section, item_words
from bot.core.changes import Changes, StageMoved
from bot.core.gap import Closing, Gap, GapKind, GapStatus
from bot.core.journey import StageId, StageSaid, StageSign
from tests.small import NOW, pack, person

BUY = StageSaid(stage=StageId.BUY, source=person("ann"), at=NOW)
PACK = pack()


def _words(section: Section | None) -> list[str]:
    assert section is not None
    return [item_words(item) for item in section.items]


def _gap(number: int, what: str, closed: Closing | None = None) -> Gap:
    status = GapStatus.OPEN if closed is None else GapStatus.FILLED
    return Gap(
        id=number, kind=GapKind.CONTENT, what=what, account_id=1, source=person("ann"), at=NOW, status=status,
        closed=closed,
    )  # fmt: skip


def test_no_change() -> None:
    """There is nothing to compare the first briefing with, and nothing to tell where nothing changed."""
    assert change_section(None, PACK, IN_CHAT) is None
    assert change_section(Changes(NOW), PACK, IN_CHAT) is None


def test_everything() -> None:
    """What was possible then, new answers with their sources, the stage, and gaps that came and went."""
    at = datetime(2026, 11, 2, tzinfo=UTC)
    closing = Closing(reason="the deck is there", source=person(), at=at)
    changes = Changes(
        NOW,
        verdicts_before=("primary/A", "no_fit", "primary/Z"),
        pack_before=3,
        answers=(
            Answer(id=7, trait="employees", value=120, source=person("bob"), recorded_at=at, on=date(2026, 11, 2)),
            Answer(id=8, trait="gone", value="x", source=person("bob"), recorded_at=at),
        ),
        stage=BUY,
        gaps_logged=(_gap(1, "no deck"),),
        gaps_closed=(_gap(2, "No deck.", closing), _gap(3, "a list", closing.model_copy(update={"reason": None}))),
    )
    section = change_section(changes, PACK, IN_CHAT)

    assert section is not None
    assert "What changed since you were last briefed on 2026-11-01" == section.title
    assert [
        "Possible then: primary/A, no fit or primary/Z.",
        "The knowledge: Then it was version 3.",
        "gone: x (bob).",
        "Employees: 120 (bob, 2026-11-02).",
        "Stage: Buy (ann).",
        "Newly logged as missing: 1 gap.",
        "No longer missing: No deck (the deck is there).",
        "No longer missing: a list.",
    ] == _words(section)


def test_many_answers() -> None:
    """Of many answers the latest are told and the others counted."""
    answers = tuple(
        Answer(id=n, trait="employees", value=n, source=person("bob"), recorded_at=NOW) for n in range(1, 8)
    )
    lines = _words(change_section(Changes(NOW, answers=answers), PACK, IN_CHAT))

    assert ["Employees: 7 (bob).", "And 2 older answers."] == [lines[0], lines[-1]]
    assert 6 == len(lines)


def _employees(number: int, value: int) -> Answer:
    return Answer(id=number, trait="employees", value=value, source=person("bob"), recorded_at=NOW)


def test_what_was_taken_back() -> None:
    """What stood then and was taken back is told as such; of many the latest, the others counted."""
    lines = _words(change_section(Changes(NOW, gone=tuple(_employees(n, n) for n in range(1, 8))), PACK, IN_CHAT))

    assert ("Employees, taken back: 7 (bob).", "And 2 answers that were taken back.") == (lines[0], lines[-1])


def test_a_stage_that_the_answers_show() -> None:
    """A stage that follows from answers stands with what shows it, and with the stage before."""
    sign = StageSign(stage=StageId.BUY, trait="budget", value=True)
    moves = (
        StageMoved(StageId.LEARN, sign), StageMoved(None, sign), StageMoved(StageId.LEARN, None), StageMoved(None, None)
    )  # fmt: skip

    assert [
        "Stage: Buy, since Budget is yes; before that it was Learn.",
        "Stage: Buy, since Budget is yes.",
        "Stage: The answers show none any more; they showed Learn.",
        "Stage: The answers show none any more.",
    ] == [_words(change_section(Changes(NOW, moved=each), PACK, IN_CHAT))[0] for each in moves]


def test_where_there_is_no_room() -> None:
    """Where there is no room for changes they are counted in one sentence."""
    manner = Manner("", "", room=Room(changes=0))
    every = Changes(
        NOW,
        verdicts_before=("primary/A",),
        pack_before=3,
        answers=(_employees(1, 5), _employees(2, 6)),
        stage=BUY,
        gaps_logged=(_gap(1, "x"),),
        gaps_closed=(_gap(2, "y"), _gap(3, "z")),
        gone=(_employees(3, 7),),
    )

    counted = (
        "The verdict (possible then: primary/A), the knowledge, 2 new answers, 1 answer taken back, the stage, "
        "1 gap logged and 2 gaps closed."
    )
    assert [counted] == _words(change_section(every, PACK, manner))
    assert ["1 gap logged."] == _words(change_section(Changes(NOW, gaps_logged=(_gap(1, "x"),)), PACK, manner))
    moved = Changes(NOW, moved=StageMoved(StageId.LEARN, None))
    assert ["The stage."] == _words(change_section(moved, PACK, manner))
