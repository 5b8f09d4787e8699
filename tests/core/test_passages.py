"""The passages of a pack: what is one, how a long one is cut, and whom a filter lets through."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asset import Asset
from bot.core.icp import Icp, Narrative, Rating, Role, TagPoints
from bot.core.journey import Journey, JourneyCell, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.passage import Meaning, Passage, PassageKind, SearchFilter
from bot.core.passages import LONGEST, passages
from bot.core.persona import Objection, Pain, Persona, Validation
from bot.core.playbook import Page
from bot.core.qualification import Framework, Item
from bot.core.trait import Group, Kind, Option, Trait

TODAY = date(2026, 11, 22)
EMPLOYEES = Trait(
    id="employees",
    label="Employees",
    group=Group.FIRMOGRAPHIC,
    kind=Kind.NUMBER,
    unit="people",
    also=("headcount",),
    question="How many people work at {account}?",
    why="Above 200 procurement takes over.",
)
STACK = Trait(
    id="stack",
    label="Sales stack",
    group=Group.TECHNOGRAPHIC,
    kind=Kind.TAGS,
    question="What do they use?",
    options={"salesforce": Option(label="Salesforce", also=("sfdc",)), "home_grown": Option()},
)
PRIMARY = Icp(
    id="primary",
    role=Role.PRIMARY,
    name="B2B SaaS",
    narrative=Narrative(they_gain="A forecast they trust.", we_gain="Customers who stay."),
    ratings={
        "employees": Rating(required=True, points={"50..200": 5, ">=1000": -3}, because="Nobody owns it below."),
        "stack": Rating(points=(TagPoints(has=("salesforce", "home_grown"), points=3),), otherwise=-1),
    },
)
NEGATIVE = Icp(id="negative", role=Role.NEGATIVE, name="Costly", knockouts={"employees": ("<20",)})
CFO = Persona(
    id="cfo",
    title="CFO",
    also=("finance director",),
    responsibilities=("Owns the budget.",),
    goals=("Know next quarter's cash.",),
    pains=(Pain(pain="The forecast moves.", answer="Harbor shows the range."),),
    motivations=("No surprises.",),
    objections=(Objection(objection="Too expensive.", answer="Setup is fixed."),),
    prefers="email",
    validated=Validation(on=date(2026, 5, 12), by="7 interviews"),
)
JOURNEY = Journey(
    stages={
        StageId.LEARN: JourneyStage(also=("consideration",)),
        StageId.EVALUATE: JourneyStage(
            also=("consideration",),
            crm=("Demo",),
            cells=(
                JourneyCell(
                    persona="cfo",
                    action="Compares the options.",
                    challenge="Does it pay?",
                    assets=("roi-guide",),
                    channel="E-mail",
                ),
            ),
        ),
    }
)
ROI_GUIDE = Asset.model_validate(
    {
        "id": "roi-guide",
        "title": "What late invoices cost",
        "url": "https://example.com/roi",
        "format": "case_study",
        "stages": ["Consideration", "buy"],
        "personas": ["cfo"],
        "for": {"employees": ["50..200"], "stack": ["salesforce"]},
        "channel": "email",
        "valid_until": "2027-03-31",
        "body": "It counts the days.\n\nThen it counts the cost.",
    }
)
BANT = Framework(
    id="bant",
    title="BANT",
    items=(Item(id="budget", label="Budget", question="What is set aside at {account}?", trait="employees"),),
)


def pack(**parts: Any) -> Pack:
    """A small pack with one of everything, or with other parts."""
    everything = {
        "name": "harbor",
        "title": "Harbor",
        "version": 1,
        "owner": "revops@example.com",
        "reviewed_on": date(2026, 9, 1),
        "traits": (EMPLOYEES, STACK),
        "icps": (PRIMARY, NEGATIVE),
        "personas": (CFO,),
        "journey": JOURNEY,
        "assets": (ROI_GUIDE,),
        "qualification": (BANT,),
        "playbook": (Page(id="pricing", title="Pricing", updated_on=date(2026, 8, 1), body="## Discounts\n\nNone."),),
    }
    return Pack.model_validate({**everything, **parts})


def by_id(of: Pack) -> dict[str, Passage]:
    """A pack's passages by id."""
    return {passage.id: passage for passage in passages(of)}


def asset_with(body: str) -> Asset:
    """The guide with another body."""
    return ROI_GUIDE.model_copy(update={"body": body})


def page_with(body: str) -> Page:
    """A playbook page with a body."""
    return Page(id="pricing", title="Pricing", updated_on=date(2026, 8, 1), body=body)


class TestWhatIsAPassage:
    """One thing of the pack is one passage."""

    def test_every_part_of_a_pack_can_be_found(self) -> None:
        """Each kind has its passages, in pack order, with ids made of kind and slug."""
        expected = [
            "icp/primary",
            "icp/negative",
            "persona/cfo",
            "journey/evaluate-cfo",
            "asset/roi-guide",
            "playbook/pricing",
            "qualification/bant-budget",
            "trait/employees",
            "trait/stack",
        ]

        assert expected == [passage.id for passage in passages(pack())]

    def test_the_kind_is_the_first_part_of_the_id(self) -> None:
        """A passage's kind and its id never disagree."""
        assert all(passage.id.startswith(f"{passage.kind.value}/") for passage in passages(pack()))

    def test_an_icp_says_its_ratings_in_words(self) -> None:
        """Ranges and options are spelled out, with points, gates and reasons."""
        text = by_id(pack())["icp/primary"].text

        assert "Employees (required): 50 to 200 people +5, at least 1000 people -3. Nobody owns it below." in text
        assert "Sales stack: Salesforce or home grown +3, anything else -1." in text
        assert "We gain: Customers who stay." in text

    def test_an_icp_says_what_disqualifies(self) -> None:
        """A negative ICP's knock-outs are in its text."""
        assert "Employees: fewer than 20 people" in by_id(pack())["icp/negative"].text

    def test_a_persona_is_found_for_itself(self) -> None:
        """A persona's passage carries everything it says and is for that persona."""
        passage = by_id(pack())["persona/cfo"]

        assert ("cfo",) == passage.personas
        assert () == passage.stages
        for words in ("finance director", "Owns the budget.", "The forecast moves.", "Setup is fixed.", "7 interviews"):
            assert words in passage.text

    def test_an_unvalidated_persona_says_so(self) -> None:
        """Without research the text says that there is none."""
        unvalidated = CFO.model_copy(update={"validated": None})

        assert "Not validated by research yet." in by_id(pack(personas=(unvalidated,)))["persona/cfo"].text

    def test_a_cell_of_the_journey_is_for_its_stage_and_persona(self) -> None:
        """A cell's passage can be filtered by both and names the stage in every vocabulary."""
        passage = by_id(pack())["journey/evaluate-cfo"]

        assert ("CFO, Evaluate", ("evaluate",), ("cfo",)) == (passage.title, passage.stages, passage.personas)
        for words in ("Compares the options.", "Does it pay?", "roi guide", "E-mail", "consideration", "Demo"):
            assert words in passage.text

    def test_an_asset_keeps_what_decides_whether_it_is_shown(self) -> None:
        """Address, personas and last day come along; stages of another vocabulary become the five."""
        passage = by_id(pack())["asset/roi-guide"]

        assert "https://example.com/roi" == passage.url
        assert ("learn", "evaluate", "buy") == passage.stages
        assert ("cfo",) == passage.personas
        assert date(2027, 3, 31) == passage.valid_until
        assert "case study" in passage.text
        assert "Made for Employees: 50 to 200 people" in passage.text
        assert passage.text.startswith("It counts the days.")

    def test_an_asset_without_a_body_still_says_what_it_is(self) -> None:
        """An asset is found by its format and its readers where nobody wrote a body."""
        assert by_id(pack(assets=(asset_with(""),)))["asset/roi-guide"].text.startswith("Format: case study")

    def test_questions_name_the_account_in_general(self) -> None:
        """The place for an account's name never shows up as a placeholder."""
        found = by_id(pack())

        assert "What is set aside at the account?" in found["qualification/bant-budget"].text
        assert "How many people work at the account?" in found["trait/employees"].text

    def test_a_trait_is_found_by_other_words_for_it_and_its_values(self) -> None:
        """Other names of a trait and of its options are part of the text."""
        found = by_id(pack())

        assert "headcount" in found["trait/employees"].text
        assert "Salesforce (sfdc); home grown" in found["trait/stack"].text

    def test_nothing_is_empty(self) -> None:
        """A page without a body is found by its title."""
        assert "Pricing" == by_id(pack(playbook=(page_with(""),)))["playbook/pricing"].text

    def test_a_second_cell_of_a_persona_gets_an_id_of_its_own(self) -> None:
        """Two cells of one stage and persona are two passages."""
        stage = JOURNEY.stages[StageId.EVALUATE]
        twice = Journey(stages={StageId.EVALUATE: stage.model_copy(update={"cells": stage.cells * 2})})

        found = [id_ for id_ in by_id(pack(journey=twice)) if id_.startswith("journey/")]

        assert ["journey/evaluate-cfo", "journey/evaluate-cfo#2"] == found

    def test_what_no_file_can_hold_is_replaced(self) -> None:
        """A lone surrogate, which YAML can spell and nothing can store, becomes a question mark."""
        assert "a?b" in by_id(pack(assets=(asset_with("a\ud800b"),)))["asset/roi-guide"].text


class TestOnlySome:
    """A few passages can be had without the rest."""

    def test_only_the_things_asked_for_are_made(self) -> None:
        """The parts of a thing come together, other things not at all."""
        long = pack(assets=(asset_with("word " * 1_000),))

        found = passages(long, only=["asset/roi-guide#2", "trait/stack", "trait/unknown"])

        assert ["asset/roi-guide", "asset/roi-guide#2", "asset/roi-guide#3", "trait/stack"] == [
            each.id for each in found
        ]
        assert set(found) <= set(passages(long))


class TestCutting:
    """A long text becomes several passages."""

    def test_a_long_page_is_cut_at_its_headings(self) -> None:
        """Each part is titled by its heading; one without text makes no part, and one in a code block is none."""
        filler = "Some words about it.\n" * 60
        page = page_with(
            f"Intro.\n\n## Nothing here\n\n## Discounts ##\n\n{filler}\n```\n# no heading\n```\n\n### Terms of C#\n{filler}"
        )

        found = [passage for passage in passages(pack(playbook=(page,))) if passage.kind is PassageKind.PLAYBOOK]

        assert ["playbook/pricing", "playbook/pricing#2", "playbook/pricing#3"] == [each.id for each in found]
        assert ["Pricing", "Pricing: Discounts", "Pricing: Terms of C#"] == [each.title for each in found]
        assert "# no heading" in found[1].text

    def test_a_short_page_stays_whole(self) -> None:
        """Headings alone do not cut; their words stay in the text."""
        assert "Discounts\nNone." == by_id(pack())["playbook/pricing"].text

    def test_every_part_of_an_asset_is_filtered_alike(self) -> None:
        """A part of a long asset lapses, and is for whom the asset is for."""
        parts = [
            each for each in passages(pack(assets=(asset_with("word " * 1_000),))) if each.kind is PassageKind.ASSET
        ]

        assert len(parts) > 1
        assert 1 == len({(each.url, each.stages, each.personas, each.valid_until, each.title) for each in parts})

    @given(st.lists(st.text("ab #\n`", max_size=900), max_size=12).map("\n\n".join))
    def test_cutting_loses_no_word(self, body: str) -> None:
        """Whatever a body looks like: every word is in a passage, none is too long, and no two share an id."""
        found = passages(pack(assets=(asset_with(body),)), only=["asset/roi-guide"])
        words = [word.lstrip("#") for word in body.split() if len(word) <= LONGEST]
        together = " ".join(f"{each.title} {each.text}" for each in found)

        assert all(word in together for word in words)
        assert all(0 < len(each.text) <= LONGEST for each in found)
        assert len(found) == len({each.id for each in found})

    @given(st.text(max_size=6_000))
    def test_the_same_pack_gives_the_same_passages(self, body: str) -> None:
        """Cutting is a function of the pack and of nothing else."""
        assert passages(pack(assets=(asset_with(body),))) == passages(pack(assets=(asset_with(body),)))

    def test_an_asset_says_for_which_industry_and_what_it_is(self) -> None:
        """Its industries are those it was made for; what it is about stands in its text as well, and only there."""
        made_for = ROI_GUIDE.model_copy(update={"fits": {"industry": ("saas", "retail")}})
        found = {each.id: each for each in passages(pack(assets=(made_for,)))}
        asset = found["asset/roi-guide"]

        assert ("saas", "retail") == asset.industries
        assert asset.about.startswith("Format: case study\nFor: CFO\nStages: Learn, Evaluate, Buy\n")
        assert asset.text.endswith(asset.about)
        others = {each.about for each in found.values() if each != asset and each.kind is not PassageKind.ICP}
        assert ({""}, {()}) == (others, {each.industries for each in found.values() if each != asset})

    def test_every_part_of_an_icp_says_which_one_it_is(self) -> None:
        """`What is our ideal customer` finds the primary ICP, whatever that is called and however long it is."""
        icps = [each for each in passages(pack()) if each.kind is PassageKind.ICP]

        assert icps
        assert all(each.about.startswith(("Primary ICP, the ideal customer", "Secondary", "Negative")) for each in icps)

    def test_an_edited_asset_changes_its_own_passage_alone(self) -> None:
        """Nothing else says what an asset says, so that one edit is one passage embedded anew."""
        before, after = set(passages(pack())), set(passages(pack(assets=(asset_with("Another body."),))))

        assert {"asset/roi-guide"} == {each.id for each in after - before}


class TestFilter:
    """Whom a search filter lets through."""

    ANY = Passage(id="trait/a", kind=PassageKind.TRAIT, title="A", text="a")
    BOUND = Passage(
        id="asset/b",
        kind=PassageKind.ASSET,
        title="B",
        text="b",
        stages=("learn", "evaluate"),
        personas=("cfo",),
        industries=("saas",),
        valid_until=TODAY,
    )

    @pytest.mark.parametrize(
        ("only", "any_passes", "bound_passes"),
        [
            (SearchFilter(TODAY), True, True),
            (SearchFilter(date(2026, 11, 23)), True, False),
            (SearchFilter(TODAY, kind=PassageKind.ASSET), False, True),
            (SearchFilter(TODAY, stages=("evaluate", "buy")), True, True),
            (SearchFilter(TODAY, stages=("buy",)), True, False),
            (SearchFilter(TODAY, stages=()), True, False),
            (SearchFilter(TODAY, persona="cfo"), True, True),
            (SearchFilter(TODAY, persona="cro"), True, False),
            (SearchFilter(TODAY, industry="saas"), True, True),
            (SearchFilter(TODAY, industry="public"), True, False),
            (SearchFilter(TODAY, meanings=(Meaning(0, 1, "price"),)), True, True),
        ],
        ids=[
            "open",
            "the day after",
            "kind",
            "one stage of two",
            "no stage",
            "no stages at all",
            "persona",
            "another",
            "industry",
            "another industry",
            "a meaning",
        ],
    )
    def test_a_filter_is_exact(self, only: SearchFilter, any_passes: bool, bound_passes: bool) -> None:  # noqa: FBT001
        """What is bound to a stage, a persona, an industry or a day passes there alone; what is not passes everywhere."""
        assert (any_passes, bound_passes) == (only.admits(self.ANY), only.admits(self.BOUND))
