"""Sections of a briefing: each says something, in sentences, and says where it is from."""

from dataclasses import replace

import pytest

from bot.core.asset import Asset
from bot.core.briefing_room import Room
from bot.core.briefing_sections import (
    IN_CHAT,
    NOTHING,
    WITHHELD,
    Manner,
    avoid_section,
    gap_section,
    persona_section,
    question_section,
    sending_section,
    sentence,
    withheld_section,
)
from bot.core.briefing_text import BriefingText, Item, Section, as_lines, item_words
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
        manner = Manner("", "", room=Room(cares=1, objections=1, prefers=False))

        assert [
            "Cares about: Know the cash.",
            "If they say “It costs 0”: It saves 0.",
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

    def test_an_answer_on_one_line(self) -> None:
        """At the last an answer to an objection is cut at the end of its line; until then it is whole."""
        long = Objection(objection="It costs", answer="It saves " * 20)
        persona = CFO.model_copy(update={"objections": (long,)})
        rooms = Room(in_short=True), Room(in_short=True, cuts_answers=True)
        whole, cut = (
            next(
                line
                for line in _words(persona_section(persona, None, PACK, "A", Manner("", "", room=room)))
                if "If" in line
            )
            for room in rooms
        )

        assert f"If they say “It costs”: {'It saves ' * 19}It saves." == whole
        assert cut.endswith("saves It…")
        assert len(cut) <= 96

    def test_a_stage_on_one_line(self) -> None:
        """Where each thing has one line, what they want to know stands alone if both do not fit on it."""
        long = CELL.model_copy(update={"action": "Signs " * 20})
        wide = PACK.model_copy(update={"journey": Journey(stages={StageId.BUY: JourneyStage(cells=(long,))})})
        narrow = Manner("", "", room=Room(in_short=True))

        assert "At this stage they want to know: Are the terms right?" in _words(
            persona_section(CFO, BUY, wide, "Acme", narrow)
        )
        assert "At this stage: Signs. Wants to know: Are the terms right?" in _words(
            persona_section(CFO, BUY, PACK, "Acme", narrow)
        )

    def test_another_role_at_that_stage(self) -> None:
        """What another role does at that stage is not told."""
        persona = CFO.model_copy(update={"id": "cro"})

        assert not any("At this stage" in line for line in _words(persona_section(persona, BUY, PACK, "A", IN_CHAT)))

    def test_nobody_named(self) -> None:
        """Where nobody was named, the roles that can be and how to say it; without any, that there are none."""
        assert ["Nobody is named. It could be CFO; say: brief me on Acme, meeting CFO."] == _words(
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
            "During the call: Nothing at Evaluate for CFO suits this account: these are for others.",
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
        """Where there is little room it is not told what assets were made for, and one of a moment is enough."""
        content = Content((self._choice("case", "industry"), self._choice("demo", "industry")))
        sendings = (Sending(Moment.BEFORE, StageId.BUY, content),)
        section = sending_section(sendings, BUY, PACK, CFO, "Acme", Manner("", "", room=Room(made_for=False, assets=1)))

        assert ["Before the call:"] == _words(section)
        assert [("The case", "")] == [(each.text, each.note) for each in section.items[0].below]

    def test_one_line(self) -> None:
        """Where each thing has one line, a title gives way to its link; where too little of it would be left, not."""
        case = self._choice("case-of-another-account")
        long = replace(case, asset=case.asset.model_copy(update={"title": "The case of " + "a " * 40}))
        narrow = Manner("", "", room=Room(in_short=True))
        before = Sending(Moment.BEFORE, StageId.BUY, Content((long,)))
        after = Sending(Moment.AFTER, StageId.CONSIDER, Content((long,)))
        shown = sending_section((before, after), BUY, PACK, CFO, "Acme", narrow)
        lines = as_lines(BriefingText("Acme", "Acme", (), (shown,), ""))

        assert lines[3].startswith("  Before the call: The case of a a a ")
        assert lines[3].endswith(" a a… https://example.com/case-of-another-account")
        assert lines[4].endswith(" a a a")

    @pytest.mark.parametrize(
        ("dropped", "said"), [(Condition.PERSONA, "for other roles"), (Condition.STAGE, "for other stages")]
    )
    def test_what_was_dropped_in_short(self, dropped: Condition, said: str) -> None:
        """Where each thing has one line, whom assets are for stands with the moment."""
        sent = Sending(Moment.BEFORE, StageId.BUY, Content((self._choice("tour"),), (dropped,)))
        narrow = Manner("", "", room=Room(in_short=True))

        assert [f"Before the call, {said}:"] == _words(sending_section((sent,), BUY, PACK, CFO, "Acme", narrow))

    @pytest.mark.parametrize(
        ("dropped", "persona", "said"),
        [
            ((Condition.PERSONA,), None, "Nothing at Buy for that role suits this account: these are for others."),
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

    def test_what_was_dropped_is_told_once(self) -> None:
        """What several moments had to drop is told once; another stage has its own words."""
        content = Content((self._choice("tour"),), (Condition.PERSONA,))
        stages = (StageId.BUY, StageId.BUY, StageId.AWARENESS)
        sendings = [Sending(moment, stage, content) for moment, stage in zip(Moment, stages, strict=True)]

        assert [
            "Before the call: Nothing at Buy for CFO suits this account: these are for others.",
            "During the call: For others, too.",
            "After the call, for Awareness: Nothing at Awareness for CFO suits this account: these are for others.",
        ] == [line for line in _words(self._section(*sendings)) if "call" in line]

    def test_nothing_to_an_account_that_is_dropped(self) -> None:
        """Of an account that is to be dropped one line says why nothing is sent."""
        assert ("What to send", [WITHHELD]) == (withheld_section().title, _words(withheld_section()))

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
    assert ["Do not promise it."] == _words(avoid_section(("Do not promise it", "Do not ask?"), Room(avoid=1)))
    assert avoid_section(()) is None


def test_gaps() -> None:
    """Gaps stand with kind, person and day; older ones are counted, and without any there is no title."""
    lines = _words(gap_section([_gap(number, f"gap {number}.") for number in range(5)], IN_CHAT))

    assert "2026-11-01: gap 0 (content we do not have, ann)." == lines[0]
    assert "And 2 older ones." == lines[3]
    assert ["2026-11-01: gap 0 (content we do not have, ann)."] == _words(gap_section([_gap(0, "gap 0")], IN_CHAT))
    assert gap_section((), IN_CHAT) is None
    none = Manner("", "", room=Room(gaps=0))
    assert Section("Logged as missing here: 2 gaps") == gap_section([_gap(0, "x"), _gap(1, "y")], none)
    assert gap_section((), none) is None


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
