"""Sections of a briefing: each says something, in sentences, and says where it is from."""

from datetime import UTC, date, datetime

import pytest

from bot.core.account import Answer
from bot.core.asset import Asset
from bot.core.briefing_sections import (
    IN_CHAT,
    NOTHING,
    Manner,
    avoid_section,
    change_section,
    gap_section,
    persona_section,
    question_section,
    sending_section,
    sentence,
)
from bot.core.briefing_text import Item, Section, item_words
from bot.core.changes import Changes
from bot.core.content import Choice, Condition, Content
from bot.core.gap import Closing, Gap, GapKind, GapStatus
from bot.core.journey import Journey, JourneyCell, JourneyStage, StageId, StageSaid, StageSign
from bot.core.pack import Pack
from bot.core.persona import Objection, Pain, Persona, Validation
from bot.core.sending import Moment, Sending
from bot.flows.fit import Scorer
from tests.small import NOW, TODAY, pack, person

CFO = Persona(
    id="cfo",
    title="CFO",
    goals=("Know the cash", "Keep spend flat.", "Pay for what is used.", "A fourth goal."),
    pains=(Pain(pain="The number moves.", answer="It will not."),),
    responsibilities=("Owns the budget.",),
    objections=tuple(Objection(objection=f"It costs {n}.", answer=f"It saves {n}") for n in range(4)),
    prefers="E-mail, numbers first",
    validated=Validation(on=TODAY, by="7 interviews"),
)
BUY = StageSaid(stage=StageId.BUY, source=person("ann"), at=NOW)
CELL = JourneyCell(persona="cfo", action="Signs.", challenge="Are the terms right?", channel="e-mail")


def _pack() -> Pack:
    stages = {stage: JourneyStage(cells=(CELL,) if stage is StageId.BUY else ()) for stage in StageId}
    traits = (pack().traits[0].model_copy(update={"why": "We sell to a few"}), *pack().traits[1:])
    return pack().model_copy(update={"personas": (CFO,), "journey": Journey(stages=stages), "traits": traits})


PACK = _pack()


def _words(section: Section | None) -> list[str]:
    assert section is not None
    return [item_words(item) for item in section.items]


def _gap(number: int, what: str, closed: Closing | None = None) -> Gap:
    status = GapStatus.OPEN if closed is None else GapStatus.FILLED
    return Gap(
        id=number, kind=GapKind.CONTENT, what=what, account_id=1, source=person("ann"), at=NOW, status=status,
        closed=closed,
    )  # fmt: skip


class TestPersona:
    """Whom you meet."""

    def test_everything(self) -> None:
        """What they care about, do at this stage, object with the answer, and how to reach them, in sentences."""
        section = persona_section(CFO, BUY, PACK, "Acme", IN_CHAT)

        assert "You meet: CFO" == section.title
        assert [
            "Cares about: Know the cash. Keep spend flat. Pay for what is used.",
            "At this stage: Signs. Wants to know: Are the terms right?",
            "If they say “It costs 0”: It saves 0.",
            "If they say “It costs 1”: It saves 1.",
            "If they say “It costs 2”: It saves 2.",
            "How they like to be contacted: E-mail, numbers first.",
        ] == _words(section)

    def test_less(self) -> None:
        """Where little fits, less is told of a list."""
        manner = Manner("", "", most=1)

        assert [
            "Cares about: Know the cash.",
            "If they say “It costs 0”: It saves 0.",
            "How they like to be contacted: E-mail, numbers first.",
        ] == _words(persona_section(CFO, None, PACK, "Acme", manner))

    @pytest.mark.parametrize(
        ("gone", "cares"),
        [
            ({"goals": ()}, ["Cares about: The number moves."]),
            ({"goals": (), "pains": ()}, ["Cares about: Owns the budget."]),
            ({"goals": (), "pains": (), "responsibilities": ()}, []),
        ],
    )
    def test_a_persona_with_less(self, gone: dict[str, object], cares: list[str]) -> None:
        """A persona of which less is written shows what there is, and is called unvalidated where no research backs it."""
        persona = CFO.model_copy(update={**gone, "prefers": None, "validated": None, "objections": ()})
        section = persona_section(persona, None, PACK, "Acme", IN_CHAT)

        assert ("You meet: CFO (unvalidated)", cares) == (section.title, _words(section))

    def test_another_role_at_that_stage(self) -> None:
        """What another role does at that stage is not told."""
        persona = CFO.model_copy(update={"id": "cro"})

        assert not any("At this stage" in line for line in _words(persona_section(persona, BUY, PACK, "A", IN_CHAT)))

    def test_nobody_named(self) -> None:
        """Where nobody was named, the roles that can be and how to say it; without any, that there are none."""
        assert ["Nobody is named. It could be CFO; say: brief me on Acme, meeting the CFO."] == _words(
            persona_section(None, BUY, PACK, "Acme", IN_CHAT)
        )
        assert ["Nobody is named, and the pack describes no buyer role."] == _words(
            persona_section(None, BUY, pack(), "Acme", IN_CHAT)
        )


class TestSending:
    """What to send, show and send afterwards."""

    @staticmethod
    def _choice(slug: str, *matches: str) -> Choice:
        url = f"https://example.com/{slug}"
        return Choice(Asset(id=slug, title=f"The {slug}", url=url, format="guide", stages=("buy",)), matches)

    def _section(
        self, *sendings: Sending, staged: StageSaid | StageSign = BUY, persona: Persona | None = CFO
    ) -> Section:
        return sending_section(sendings, staged, PACK, persona, "Acme", IN_CHAT)

    def test_by_moment(self) -> None:
        """Each moment with its assets and their links; a stage that is another one is named, and so is what was dropped."""
        before = Sending(Moment.BEFORE, StageId.EVALUATE, Content((self._choice("case", "industry", "employees"),)))
        during = Sending(Moment.DURING, StageId.EVALUATE, Content((self._choice("demo"),), (Condition.PERSONA,)))
        after = Sending(Moment.AFTER, StageId.CONSIDER, Content(()))
        evaluate = BUY.model_copy(update={"stage": StageId.EVALUATE})
        section = self._section(before, during, after, staged=evaluate)

        assert "What to send, at Evaluate, said by ann on 2026-11-01" == section.title
        assert [
            "Before the call:",
            "During the call: Nothing at Evaluate is for CFO: these are for others.",
            f"After the call, for Consider/Try/Negotiate: {NOTHING}",
        ] == _words(section)
        assert [
            (Item("The case", url="https://example.com/case", note="(made for its Industry and Employees)"),),
            (Item("The demo", url="https://example.com/demo"),),
            (),
        ] == [item.below for item in section.items]

    def test_what_all_were_made_for(self) -> None:
        """What several assets were all made for is said once."""
        both = Content((self._choice("case", "industry"), self._choice("demo", "industry")))
        section = self._section(Sending(Moment.BEFORE, StageId.BUY, both))

        assert ["All made for its Industry.", "Before the call:"] == _words(section)
        assert ["The case", "The demo"] == [item_words(each).split(" http")[0] for each in section.items[1].below]

    def test_where_little_fits(self) -> None:
        """Where there is little room it is not told what assets were made for."""
        content = Content((self._choice("case", "industry"), self._choice("demo", "industry")))
        sendings = (Sending(Moment.BEFORE, StageId.BUY, content),)
        section = sending_section(sendings, BUY, PACK, CFO, "Acme", Manner("", "", most=2))

        assert ["Before the call:"] == _words(section)
        assert ["", ""] == [each.note for each in section.items[0].below]

    @pytest.mark.parametrize(
        ("dropped", "persona", "said"),
        [
            ((Condition.PERSONA,), None, "Nothing at Buy is for that role: these are for others."),
            ((Condition.STAGE,), CFO, "Nothing at Buy suits this account: these are for other stages."),
            (
                (Condition.PERSONA, Condition.STAGE),
                CFO,
                "Nothing at Buy suits this account: these are for other stages.",
            ),
        ],
    )
    def test_what_was_dropped(self, dropped: tuple[Condition, ...], persona: Persona | None, said: str) -> None:
        """Where nothing met every condition, it says which one the assets do not meet."""
        content = Content((self._choice("tour"),), dropped)

        assert [f"Before the call: {said}"] == _words(
            self._section(Sending(Moment.BEFORE, StageId.BUY, content), persona=persona)
        )

    def test_nothing_at_all(self) -> None:
        """Where nothing can be sent at any moment, that is said once."""
        sendings = [Sending(moment, StageId.BUY, Content(())) for moment in Moment]

        assert [NOTHING] == _words(self._section(*sendings))

    def test_while_the_stage_is_not_known(self) -> None:
        """Without a stage it says how to give one; with a sign of one it says which."""
        assert [
            "That depends on the stage of the journey, which is not known; say: Acme is in the evaluate stage."
        ] == _words(sending_section((), None, PACK, CFO, "Acme", IN_CHAT))
        sign = StageSign(stage=StageId.BUY, trait="budget")
        assert self._section(staged=sign).title.startswith("What to send, at Buy, since Budget ")


class TestChanges:
    """What changed since the person was last briefed."""

    def test_no_change(self) -> None:
        """There is nothing to compare the first briefing with, and nothing to tell where nothing changed."""
        assert change_section(None, PACK, IN_CHAT) is None
        assert change_section(Changes(NOW), PACK, IN_CHAT) is None

    def test_everything(self) -> None:
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

    def test_many_answers(self) -> None:
        """Of many answers the latest are told and the others counted."""
        answers = tuple(
            Answer(id=n, trait="employees", value=n, source=person("bob"), recorded_at=NOW) for n in range(1, 8)
        )
        lines = _words(change_section(Changes(NOW, answers=answers), PACK, IN_CHAT))

        assert ["Employees: 7 (bob).", "And 2 older answers."] == [lines[0], lines[-1]]
        assert 6 == len(lines)


def test_what_to_ask() -> None:
    """Questions are numbered, in the pack's words, with why where the pack says it; where none is left there is no title."""
    questions = Scorer(PACK).report("Acme", Scorer(PACK).scorecard.everything, TODAY).questions
    by_trait = {each.trait: each for each in questions}
    section = question_section((by_trait["industry"], by_trait["budget"]), PACK, "Acme")

    assert section is not None
    assert (
        Item("Industry of Acme?", number=1, below=(Item("We sell to a few.", "Why"),)),
        Item("Budget of Acme?", number=2),
    ) == section.items
    assert question_section((), PACK, "Acme") is None


def test_what_to_avoid() -> None:
    """What to avoid stands in sentences; without any there is no title."""
    assert ["Do not promise it.", "Do not ask?"] == _words(avoid_section(("Do not promise it", "Do not ask?")))
    assert avoid_section(()) is None


def test_gaps() -> None:
    """Gaps stand with kind, person and day; older ones are counted, and without any there is no title."""
    lines = _words(gap_section([_gap(number, f"gap {number}.") for number in range(5)], IN_CHAT))

    assert "2026-11-01: gap 0 (content we do not have, ann)." == lines[0]
    assert "And 2 older ones." == lines[3]
    assert ["2026-11-01: gap 0 (content we do not have, ann)."] == _words(gap_section([_gap(0, "gap 0")], IN_CHAT))
    assert gap_section((), IN_CHAT) is None


def test_sentences() -> None:
    """A sentence ends once, and stands on one line."""
    said = ["Yes", "Yes.", "Yes?", "He said “Yes.”", "Wait…", "a\n b"]

    assert ["Yes.", "Yes.", "Yes?", "He said “Yes.”", "Wait…", "a b."] == [sentence(each) for each in said]


def test_whoever_says_so() -> None:
    """People are called as the place calls them."""
    manner = Manner("", "", who=lambda source: f"<{source.person}>")

    assert (
        "What to send, at Buy, said by <ann> on 2026-11-01" == sending_section((), BUY, PACK, None, "A", manner).title
    )
    assert "<ann>" in _words(gap_section([_gap(1, "x")], manner))[0]
