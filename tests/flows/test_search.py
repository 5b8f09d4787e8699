"""Searching a pack: filters by any name, nothing lapsed, nothing that the pack no longer says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.asset import Asset
from bot.core.errors import FikaError, StateUnavailable
from bot.core.journey import Journey, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.passage import Hit, PassageKind
from bot.core.persona import Persona
from bot.core.playbook import Page
from bot.core.trait import Group, Kind, Option, Trait
from bot.flows.knowledge import NEAR_ENOUGH
from bot.flows.search import Ingested, ingest_passages, search
from bot.library.embedder import WordLlamaEmbedder
from bot.library.index import ChromaIndex
from bot.ports import LoadedPack, Ports, Store

TODAY = date(2026, 11, 22)


def asset(slug: str, title: str, body: str, **more: Any) -> Asset:
    """An asset for the evaluate stage."""
    given = {"url": f"https://example.com/{slug}", "format": "guide", "stages": ("evaluate",)}
    return Asset.model_validate({"id": slug, "title": title, "body": body, **given, **more})


PRICES = asset("prices", "Price sheet", "What a license costs, and which discounts there are.", personas=("cfo",))
SECURITY = asset("security", "Security overview", "How customer data is encrypted.", stages=("consideration",))
PLUMBER = asset("plumber", "Case study: a plumber", "Twelve people answer every call.", stages=("decision",))
OLD_OFFER = asset("offer", "Offer of 2025", "A license costs half.", valid_until=date(2026, 11, 21))
FOR_INDUSTRIES = (
    asset("software", "For software", "Licenses.", **{"for": {"industry": ("saas",)}}),
    asset("shops", "For shops", "Licenses.", **{"for": {"industry": ("shops",)}}),
    asset("any", "For anybody", "Licenses."),
)
INDUSTRIES = Trait(
    id="industry",
    label="Industry",
    group=Group.FIRMOGRAPHIC,
    kind=Kind.CHOICE,
    question="What does {account} sell?",
    options={"saas": Option(label="Software", also=("cloud software",)), "shops": Option()},
)
PERSONAS = (
    Persona(id="cfo", title="CFO", also=("finance director", "head")),
    Persona(id="cro", title="Chief Revenue Officer", also=("Head",)),
)
JOURNEY = Journey(
    stages={
        StageId.LEARN: JourneyStage(also=("consideration",)),
        StageId.EVALUATE: JourneyStage(also=("Consideration",), crm=("Demo",)),
        StageId.BUY: JourneyStage(also=("decision",)),
    }
)


def pack(*assets: Asset) -> Pack:
    """A pack with some assets, two personas, a page and a journey."""
    page = Page(
        id="pilot", title="Running a pilot", updated_on=date(2026, 8, 1), body="Eight weeks, one success measure."
    )
    return Pack(
        name="harbor",
        title="Harbor",
        version=1,
        owner="revops@example.com",
        reviewed_on=date(2026, 9, 1),
        traits=(),
        icps=(),
        personas=PERSONAS,
        journey=JOURNEY,
        assets=assets or (PRICES, SECURITY, PLUMBER, OLD_OFFER),
        playbook=(page,),
    )


class NoPacks:
    """Folders that a search has no business with: the pack is in its hands already."""

    def load(self, pack: str) -> LoadedPack:
        """Never."""
        raise AssertionError(pack)


@pytest.fixture(scope="module")
def weights() -> WordLlamaEmbedder:
    """Loaded once."""
    return WordLlamaEmbedder()


@pytest.fixture
def ports(tmp_path: Path, weights: WordLlamaEmbedder) -> Ports:
    """A real index in an empty home, and no state, which a search has no business with."""
    index = ChromaIndex(tmp_path / "vectors", weights)

    def store() -> Store:
        raise AssertionError

    return Ports(store=store, packs=NoPacks(), index=lambda: index)


@pytest.fixture
def ingested(ports: Ports) -> Ports:
    """The pack is in the index."""
    ingest_passages(pack(), ports)
    return ports


def ids(hits: list[Hit]) -> list[str]:
    """What was found."""
    return [hit.passage.id for hit in hits]


def found(ports: Ports, **sides: str) -> set[str]:
    """Every asset that a filter lets through."""
    return {id_ for id_ in ids(search("license", pack(), ports, TODAY, limit=50, **sides)) if id_.startswith("asset/")}


class TestIngest:
    """The store follows the pack."""

    def test_it_says_how_much_was_done(self, ports: Ports) -> None:
        """All passages at first, then none, then the one asset that was edited."""
        edited = PRICES.model_copy(update={"body": "Prices on request."})

        assert Ingested(passages=7, embedded=7) == ingest_passages(pack(), ports)
        assert Ingested(passages=7, embedded=0) == ingest_passages(pack(), ports)
        assert Ingested(passages=7, embedded=1) == ingest_passages(pack(edited, SECURITY, PLUMBER, OLD_OFFER), ports)
        assert Ingested(passages=7, embedded=7) == ingest_passages(pack(), ports, rebuild=True)

    def test_searching_comes_after_ingesting(self, ports: Ports) -> None:
        """Before, a search says what to do."""
        with pytest.raises(StateUnavailable, match="run `fika ingest`"):
            search("license", pack(), ports, TODAY)


class TestFinding:
    """What is found."""

    def test_the_nearest_comes_first(self, ingested: Ports) -> None:
        """A question in other words finds its asset, with its address and a falling score."""
        hits = search("How much money is it?", pack(), ingested, TODAY)

        assert "asset/prices" == hits[0].passage.id
        assert "https://example.com/prices" == hits[0].passage.url
        assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]

    def test_the_limit_holds(self, ingested: Ports) -> None:
        """As many as asked for, five where nobody asks."""
        assert 2 == len(search("license", pack(), ingested, TODAY, limit=2))
        assert 5 == len(search("license", pack(), ingested, TODAY))

    @pytest.mark.parametrize("text", ["\ud800 license", "license " * 50_000, "?", "漢字", "\x00"])
    def test_any_words_will_do(self, text: str, ingested: Ports) -> None:
        """Odd and endless questions are answered like any other."""
        assert 1 == len(search(text, pack(), ingested, TODAY, limit=1))


class TestNarrowing:
    """Filters take the names that people use."""

    def test_a_kind(self, ingested: Ports) -> None:
        """Only that kind is found, in any letter case."""
        hits = search("license", pack(), ingested, TODAY, kind=" Playbook")

        assert [PassageKind.PLAYBOOK] == [hit.passage.kind for hit in hits]

    @pytest.mark.parametrize(
        ("stage", "expected"),
        [
            ("evaluate", {"asset/prices", "asset/security"}),
            ("DEMO", {"asset/prices", "asset/security"}),
            ("learn", {"asset/security"}),
            ("consideration", {"asset/prices", "asset/security"}),
            ("Decision", {"asset/plumber"}),
            ("awareness", set()),
        ],
    )
    def test_a_stage_by_any_of_its_names(self, stage: str, expected: set[str], ingested: Ports) -> None:
        """An id, a word of another vocabulary or a CRM stage: several stages match any."""
        assert expected == found(ingested, stage=stage)

    @pytest.mark.parametrize("persona", ["cro", "CRO", "chief revenue officer"])
    def test_a_persona_by_any_of_its_names(self, persona: str, ingested: Ports) -> None:
        """An asset for somebody else is left out, one for anybody stays."""
        assert {"asset/security", "asset/plumber"} == found(ingested, persona=persona)

    def test_what_is_for_any_stage_and_persona_stays(self, ingested: Ports) -> None:
        """A page is for everybody, always; a persona's own passage is for that persona."""
        hits = search("license", pack(), ingested, TODAY, stage="awareness", persona="finance director")

        assert ["persona/cfo", "playbook/pilot"] == sorted(ids(hits))


class TestIndustry:
    """Content made for one industry is not shown for another."""

    @pytest.mark.parametrize("industry", ["saas", "Software", "CLOUD software"])
    def test_an_industry_by_any_of_its_names(self, industry: str, ports: Ports) -> None:
        """An id, a label or another word of the trait `industry`; what was made for none stays."""
        here = pack(*FOR_INDUSTRIES).model_copy(update={"traits": (INDUSTRIES,)})
        ingest_passages(here, ports)

        hits = search("license", here, ports, TODAY, kind="asset", industry=industry)

        assert ["asset/any", "asset/software"] == sorted(ids(hits))

    def test_an_unknown_industry_lists_the_known_ones(self, ports: Ports) -> None:
        """What there is instead is named."""
        here = pack(*FOR_INDUSTRIES).model_copy(update={"traits": (INDUSTRIES,)})

        with pytest.raises(FikaError, match=r"no industry 'farms'\. The industries: saas, shops\."):
            search("license", here, ports, TODAY, industry="farms")

    def test_a_pack_may_tell_none_apart(self, ports: Ports) -> None:
        """A pack without such a trait says so."""
        with pytest.raises(FikaError, match="tells no industries apart"):
            search("license", pack(), ports, TODAY, industry="saas")


class TestOtherWords:
    """A question need not use the words of the pack."""

    def test_the_names_of_the_pack_are_known(self, ingested: Ports) -> None:
        """Another name of a persona finds what the persona reads."""
        assert "persona/cfo" == ids(search("finance director", pack(), ingested, TODAY))[0]

    @pytest.mark.parametrize(
        ("said", "found"), [("how much is it a head", "asset/prices"), ("infosec", "asset/security")]
    )
    def test_so_is_the_jargon_of_sales(self, said: str, found: str, ingested: Ports) -> None:
        """What reps say without a word of the text finds it."""
        assert found == ids(search(said, pack(), ingested, TODAY, kind="asset"))[0]

    @pytest.mark.parametrize(("said", "is_known"), [("securty overveiw", True), ("zebras in the savannah", False)])
    def test_nothing_relevant_can_be_told(self, said: str, is_known: bool, ingested: Ports) -> None:  # noqa: FBT001
        """A typo is near enough to be shown; what the knowledge has nothing about is not."""
        assert is_known == (search(said, pack(), ingested, TODAY)[0].score >= NEAR_ENOUGH)


class TestRefusing:
    """What cannot be searched for is a sentence that says what can."""

    @pytest.mark.parametrize(
        ("sides", "sentence"),
        [
            (
                {"kind": "assets"},
                "no kind 'assets'. The kinds: icp, persona, journey, asset, playbook, qualification, ",
            ),
            (
                {"stage": "closing"},
                "no stage 'closing'. The names of stages: awareness, learn, consideration, evaluate, ",
            ),
            ({"persona": "ceo"}, "no persona 'ceo'. The personas: cfo, cro."),
            ({"persona": "head"}, "'head' may mean several personas: cfo, cro."),
            ({"kind": ""}, "no kind ''"),
            ({"stage": ""}, "no stage ''"),
            ({"persona": ""}, "no persona ''"),
        ],
        ids=["kind", "stage", "persona", "two personas", "empty kind", "empty stage", "empty persona"],
    )
    def test_an_unknown_name_lists_the_known_ones(self, sides: dict[str, str], sentence: str, ingested: Ports) -> None:
        """A filter that means nothing is refused with all that it could have been."""
        with pytest.raises(FikaError) as refused:
            search("license", pack(), ingested, TODAY, limit=5, **sides)

        assert sentence in str(refused.value)

    @pytest.mark.parametrize("text", ["", " \n\t"])
    def test_nothing_to_look_for(self, text: str, ingested: Ports) -> None:
        """An empty question is refused."""
        with pytest.raises(FikaError, match="nothing to look for"):
            search(text, pack(), ingested, TODAY)

    def test_no_passages_at_all(self, ingested: Ports) -> None:
        """Asking for none is refused."""
        with pytest.raises(FikaError, match="not 0"):
            search("license", pack(), ingested, TODAY, limit=0)


class TestNeverShown:
    """What may not be shown is not shown, whatever the store holds."""

    @pytest.mark.parametrize(("today", "shown"), [(date(2026, 11, 21), True), (date(2026, 11, 22), False)])
    def test_a_lapsed_asset(self, today: date, shown: bool, ingested: Ports) -> None:  # noqa: FBT001
        """An asset is shown on its last day and never after."""
        assert shown == ("asset/offer" in ids(search("license", pack(), ingested, today, limit=50)))

    def test_an_asset_that_lapsed_since_the_last_ingest(self, ingested: Ports) -> None:
        """A last day that was written into the pack counts at once."""
        lapsed = PRICES.model_copy(update={"valid_until": date(2026, 11, 21)})

        assert "asset/prices" not in ids(search("license", pack(lapsed, SECURITY), ingested, TODAY, limit=50))

    def test_an_asset_that_left_the_pack(self, ingested: Ports) -> None:
        """A deleted asset is not shown, even before the next ingest."""
        assert "asset/plumber" not in ids(search("license", pack(PRICES, SECURITY), ingested, TODAY, limit=50))

    def test_an_asset_that_is_for_somebody_else_by_now(self, ingested: Ports) -> None:
        """A filter holds for the pack as it is, not as it was ingested."""
        moved = PRICES.model_copy(update={"stages": ("buy",)})

        hits = search("license", pack(moved, SECURITY), ingested, TODAY, stage="evaluate", limit=50)

        assert "asset/prices" not in ids(hits)

    def test_old_words(self, ingested: Ports) -> None:
        """What is shown is what the pack says now."""
        edited = PRICES.model_copy(update={"body": "Prices on request."})

        [hit] = search("license", pack(edited), ingested, TODAY, kind="asset")

        assert hit.passage.text.startswith("Prices on request.")
