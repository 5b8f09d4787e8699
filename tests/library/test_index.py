"""The vector store: what is embedded, what is found, and what happens when it is lost, damaged or shared."""

import fcntl
import hashlib
import json
import math
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.core.errors import StateUnavailable
from bot.core.pack import Pack
from bot.core.passage import Hit, Meaning, Passage, PassageKind, SearchFilter
from bot.library.embedder import WordLlamaEmbedder
from bot.library.held import Held
from bot.library.index import ChromaIndex
from bot.library.lexical import Lexical
from bot.library.vectors import Shelf, VectorFolder, collection_name

TODAY = date(2026, 11, 22)
OPEN = SearchFilter(TODAY)
WORDS = ("forecast", "budget", "pilot", "security", "price", "trial", "plumber", "webinar", "contract", "board")


class CountingEmbedder(WordLlamaEmbedder):
    """The default embedder, which counts and may be told to fail or to go by another name."""

    def __init__(self, name: str | None = None) -> None:
        self.texts = 0
        self.fails = False
        if name:
            self.__dict__["name"] = name

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Vectors for texts."""
        if self.fails:
            raise KeyboardInterrupt
        self.texts += len(texts)
        return super().embed(texts)


class HashingEmbedder:
    """Another real embedder: each word turns a vector towards a place of its own."""

    def __init__(self, dimension: int = 16, name: str = "hashing-1") -> None:
        self.dimension = dimension
        self.name = name
        self.spoils: Callable[[list[list[float]]], list[list[float]]] = list
        """What becomes of the vectors before they are given out."""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Vectors for texts."""
        return self.spoils([self._embedded(text) for text in texts])

    def _embedded(self, text: str) -> list[float]:
        vector = [0.0] * self.dimension
        for word in text.casefold().split():
            vector[hashlib.sha256(word.encode()).digest()[0] % self.dimension] += 1
        return vector


def pack(name: str = "harbor") -> Pack:
    """A pack of which only the name matters here."""
    return Pack(
        name=name, title="T", version=1, owner="o@example.com", reviewed_on=date(2026, 9, 1), traits=(), icps=()
    )


def passage(slug: str, text: str = "", **more: Any) -> Passage:
    """A passage with little in it."""
    kind = more.pop("kind", PassageKind.ASSET)
    return Passage(id=f"{kind}/{slug}", kind=kind, title=slug, text=text or f"all about {slug}", **more)


PASSAGES = [passage(word, f"{word} and nothing but the {word}") for word in WORDS]


@pytest.fixture(scope="session")
def weights() -> WordLlamaEmbedder:
    """Loaded once."""
    return WordLlamaEmbedder()


@pytest.fixture
def embedder(weights: WordLlamaEmbedder) -> CountingEmbedder:
    """An embedder that counts, with weights that are already loaded."""
    return counting(weights)


def counting(weights: WordLlamaEmbedder, name: str | None = None) -> CountingEmbedder:
    """An embedder that counts."""
    made = CountingEmbedder(name)
    made.__dict__["_model"] = weights._model
    return made


@pytest.fixture
def index(tmp_path: Path, embedder: CountingEmbedder) -> ChromaIndex:
    """An index in an empty home."""
    return ChromaIndex(tmp_path / "vectors", embedder)


def ids(hits: Sequence[Hit]) -> list[str]:
    """What was found."""
    return [hit.passage.id for hit in hits]


def place(folder: Path) -> Path:
    """Where the pack's store is."""
    return folder / "vectors" / collection_name("harbor")


def store(folder: Path) -> Path:
    """The pack's store that counts."""
    return place(folder) / str(json.loads((place(folder) / "current.json").read_text())["store"])


def test_importing_it_costs_nothing() -> None:
    """The heavy libraries are loaded by the first use, so that other commands start at once."""
    script = "import sys, bot.library.index, bot.library.embedder; print({'chromadb', 'wordllama', 'numpy'} & {*sys.modules})"

    assert (
        "set()\n" == subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    )


class TestIngest:
    """Only what changed is embedded anew."""

    def test_everything_is_embedded_once(self, index: ChromaIndex, embedder: CountingEmbedder) -> None:
        """The first ingest embeds each passage, the second none."""
        assert len(PASSAGES) == index.ingest(pack(), PASSAGES)
        before = embedder.texts

        assert 0 == index.ingest(pack(), PASSAGES)
        assert before == embedder.texts

    def test_one_edited_asset_is_embedded_alone(self, index: ChromaIndex, embedder: CountingEmbedder) -> None:
        """One edit costs one passage, its title and its text, and the new words are found."""
        index.ingest(pack(), PASSAGES)
        before = embedder.texts
        edited = passage("forecast", "A zebra crossed the savannah.")

        assert 1 == index.ingest(pack(), [edited, *PASSAGES[1:]])
        assert 2 == embedder.texts - before
        assert edited in [hit.passage for hit in index.search("harbor", "zebra in the savannah", OPEN, 1)]

    def test_what_only_lapses_earlier_is_noticed(self, index: ChromaIndex) -> None:
        """The last day of an asset counts as its content."""
        index.ingest(pack(), PASSAGES)
        lapsed = passage("forecast", PASSAGES[0].text, valid_until=date(2026, 11, 21))

        assert 1 == index.ingest(pack(), [lapsed, *PASSAGES[1:]])
        assert "asset/forecast" not in ids(index.search("harbor", "forecast", OPEN, 100))

    def test_what_an_edit_takes_away_is_gone(self, index: ChromaIndex) -> None:
        """An asset that loses its address, stages, personas and last day is found without them."""
        full = passage("forecast", url="https://x.example", stages=("learn",), personas=("cfo",), valid_until=TODAY)
        bare = passage("forecast")
        index.ingest(pack(), [full])
        index.ingest(pack(), [bare])

        assert [bare] == [hit.passage for hit in index.search("harbor", "forecast", OPEN, 5)]

    def test_a_passage_that_vanished_is_not_found(self, index: ChromaIndex) -> None:
        """A deleted asset leaves the store, and costs no embedding."""
        index.ingest(pack(), PASSAGES)

        assert 0 == index.ingest(pack(), PASSAGES[1:])
        assert sorted(each.id for each in PASSAGES[1:]) == sorted(ids(index.search("harbor", "forecast", OPEN, 100)))

    def test_a_pack_may_be_empty(self, index: ChromaIndex) -> None:
        """A pack without passages can be ingested and searched."""
        assert 0 == index.ingest(pack(), [])
        assert [] == index.search("harbor", "forecast", OPEN, 5)

    def test_packs_are_kept_apart(self, index: ChromaIndex) -> None:
        """One pack's passages are never found in another's, however alike their names."""
        index.ingest(pack("a+b"), PASSAGES[:2])
        index.ingest(pack("a.b"), PASSAGES[2:4])
        index.ingest(pack("x"), PASSAGES[4:5])

        assert {"asset/forecast", "asset/budget"} == set(ids(index.search("a+b", "pilot", OPEN, 9)))
        assert {"asset/pilot", "asset/security"} == set(ids(index.search("a.b", "pilot", OPEN, 9)))
        assert ["asset/price"] == ids(index.search("x", "pilot", OPEN, 9))

    def test_dropping_the_folder_loses_nothing(self, index: ChromaIndex, tmp_path: Path) -> None:
        """A store that was thrown away is made again, also by an index that had it open."""
        index.ingest(pack(), PASSAGES)
        before = index.search("harbor", "forecast", OPEN, 5)
        (tmp_path / "vectors").rename(tmp_path / "thrown away")

        assert len(PASSAGES) == index.ingest(pack(), PASSAGES)
        assert before == index.search("harbor", "forecast", OPEN, 5)

    def test_many_passages_are_embedded_in_batches(self, tmp_path: Path) -> None:
        """However many passages there are, an embedder is given some hundred texts at a time."""
        sizes: list[int] = []

        def noted(vectors: list[list[float]]) -> list[list[float]]:
            sizes.append(len(vectors))
            return vectors

        embedder = HashingEmbedder()
        embedder.spoils = noted
        ChromaIndex(tmp_path / "vectors", embedder).ingest(pack(), [passage(f"n{number}") for number in range(1_100)])

        assert 2 * 1_100 == sum(sizes)
        assert max(sizes) <= 500

    def test_rebuilding_embeds_everything(self, index: ChromaIndex) -> None:
        """`rebuild` trusts nothing that is there."""
        index.ingest(pack(), PASSAGES)

        assert len(PASSAGES) == index.ingest(pack(), PASSAGES, rebuild=True)

    def test_old_stores_do_not_pile_up(self, index: ChromaIndex, tmp_path: Path) -> None:
        """Whatever was ingested: one store is left."""
        for number in range(4):
            index.ingest(pack(), [passage("forecast", f"edition {number}")])
            index.search("harbor", "edition", OPEN, 1)

        assert [store(tmp_path)] == list(place(tmp_path).glob("store-*"))


class TestSearch:
    """What is found, and in which order."""

    def test_a_passage_comes_back_as_it_went_in(self, index: ChromaIndex) -> None:
        """Every part of a passage survives the store, odd characters included."""
        odd = [
            passage(
                "a", "NUL \x00 and\nå 漢字 🦊", url="https://x.example/?q=å", stages=("learn", "buy"), personas=("cfo",)
            ),
            passage("b#2", " ", kind=PassageKind.PLAYBOOK, valid_until=date(9999, 12, 31)),
            passage("c", "x" * 5_000, kind=PassageKind.ICP, valid_until=TODAY),
        ]
        index.ingest(pack(), odd)

        assert odd == sorted((hit.passage for hit in index.search("harbor", "a", OPEN, 9)), key=lambda each: each.title)

    def test_the_filter_is_exact(self, index: ChromaIndex) -> None:
        """For every combination of kind, stage, persona and day the store finds exactly what the filter admits."""
        kinds, stages = (PassageKind.ASSET, PassageKind.TRAIT), ((), ("learn",), ("learn", "buy"), ("evaluate",))
        personas, days = ((), ("cfo",), ("cfo", "cro")), (None, date(2026, 11, 21), TODAY, date(2027, 1, 1))
        everything = [
            passage(f"p{number}", kind=kind, stages=stage, personas=persona, valid_until=day)
            for number, (kind, stage, persona, day) in enumerate(product(kinds, stages, personas, days))
        ]
        index.ingest(pack(), everything)
        sides = ((None, *kinds), (None, (), ("learn",), ("evaluate", "buy")), (None, "cfo", "cro", "ceo"))

        for kind, stage, persona in product(*sides):
            only = SearchFilter(TODAY, kind=kind, stages=stage, persona=persona)
            found = ids(index.search("harbor", "p1", only, 1_000))

            assert sorted(each.id for each in everything if only.admits(each)) == sorted(found), only

    def test_the_scores_are_exact(self, index: ChromaIndex, weights: WordLlamaEmbedder) -> None:
        """A score is the root of the mean of nearness and shared words, as measuring every passage would give it."""
        question = "budget of the board"
        index.ingest(pack(), PASSAGES)
        asked = unit(weights.embed([question])[0])
        directions = {
            each.id: unit(
                [a + b for a, b in zip(*(unit(v) for v in weights.embed([each.title, each.text])), strict=True)]
            )
            for each in PASSAGES
        }
        words = dict(zip(sorted(directions), Lexical.of(sorted(PASSAGES, key=by_id)).scores(question), strict=True))
        scores = {
            id_: math.sqrt(max(0, sum(a * b for a, b in zip(asked, to, strict=True)) + words[id_]) / 2)
            for id_, to in directions.items()
        }
        expected = sorted(scores, key=lambda id_: (-round(scores[id_], 4), id_))[:5]

        hits = index.search("harbor", question, OPEN, 5)

        assert expected == ids(hits)
        assert pytest.approx([scores[id_] for id_ in expected], abs=1e-4) == [hit.score for hit in hits]

    def test_an_exact_search_misses_nobody(self, index: ChromaIndex) -> None:
        """Among many passages the nearest is found, where an approximate search would lose some."""
        many = [passage(f"n{number}", f"number {number} of {WORDS[number % 10]}") for number in range(400)]
        index.ingest(pack(), many)

        missed = [each.id for each in many[::20] if each.id not in ids(index.search("harbor", each.text, OPEN, 3))]

        assert [] == missed

    def test_many_edits_lose_nobody(self, index: ChromaIndex) -> None:
        """After edits and deletions, among many that are alike, every passage can still be found."""
        passages = [passage(f"n{number}", "The same words.") for number in range(150)]
        for edition in range(4):
            passages = [
                passage(each.title, f"Edition {edition}.") if edition == n % 4 else each
                for n, each in enumerate(passages)
            ]
            passages = [*passages[5:], *(passage(f"e{edition}-{number}") for number in range(5))]
            index.ingest(pack(), passages)

            assert sorted(each.id for each in passages) == sorted(ids(index.search("harbor", "words", OPEN, 1_000)))

    def test_what_a_word_stands_for_is_found(self, index: ChromaIndex) -> None:
        """A meaning brings up the passage that says it in other words, above where the question alone has it."""
        index.ingest(pack(), PASSAGES)
        meant = SearchFilter(TODAY, meanings=(Meaning(0, 1, "price"),))

        alone = {hit.passage.id: hit.score for hit in index.search("harbor", "dosh", OPEN, 100)}
        first = index.search("harbor", "dosh", meant, 100)[0]

        assert "asset/price" == first.passage.id
        assert first.score > alone["asset/price"]

    def test_a_passage_keeps_what_it_is_and_for_whom(self, index: ChromaIndex) -> None:
        """Format, readers and industries come back, and an industry narrows the search."""
        kept = passage("a", about="Format: guide\nFor: CFO", industries=("saas", "retail"))
        other = passage("b", industries=("public",))
        index.ingest(pack(), [kept, other, passage("c")])

        hits = index.search("harbor", "a", SearchFilter(TODAY, industry="saas"), 9)

        assert ["asset/a", "asset/c"] == sorted(ids(hits))
        assert kept in [hit.passage for hit in hits]

    def test_equally_near_passages_come_by_id(self, index: ChromaIndex) -> None:
        """The order never depends on what was ingested first."""
        twins = [Passage(id=f"asset/{slug}", kind=PassageKind.ASSET, title="Twin", text="The same") for slug in "cab"]
        index.ingest(pack(), twins)

        assert ["asset/a", "asset/b", "asset/c"] == ids(index.search("harbor", "same", OPEN, 3))

    def test_the_limit_holds(self, index: ChromaIndex) -> None:
        """No more than asked for, and no complaint where there is less."""
        index.ingest(pack(), PASSAGES)

        assert 3 == len(index.search("harbor", "forecast", OPEN, 3))
        assert len(PASSAGES) == len(index.search("harbor", "forecast", OPEN, 10**12))


class TestMissingAndForeign:
    """A search never guesses from a store that is not the pack's own."""

    def test_a_missing_store_says_what_to_do(self, index: ChromaIndex, tmp_path: Path) -> None:
        """Before the first ingest a search says so and leaves nothing behind."""
        with pytest.raises(StateUnavailable, match="run `fika ingest`"):
            index.search("harbor", "forecast", OPEN, 5)

        assert [] == list(tmp_path.iterdir())

    def test_another_embedder_is_noticed(self, index: ChromaIndex, tmp_path: Path, weights: WordLlamaEmbedder) -> None:
        """A store built by another embedder is refused by a search and made anew by an ingest."""
        index.ingest(pack(), PASSAGES)
        other = ChromaIndex(tmp_path / "vectors", counting(weights, "another-1"))

        with pytest.raises(
            StateUnavailable, match=r"another embedder \(wordllama-.*not another-1\): run `fika ingest`"
        ):
            other.search("harbor", "forecast", OPEN, 5)
        assert len(PASSAGES) == other.ingest(pack(), PASSAGES)
        assert 5 == len(other.search("harbor", "forecast", OPEN, 5))
        with pytest.raises(StateUnavailable, match="another embedder"):
            index.search("harbor", "forecast", OPEN, 5)

    def test_changing_the_embedder_embeds_anew_by_itself(self, index: ChromaIndex, tmp_path: Path) -> None:
        """An ingest with another embedder, of another dimension too, replaces every vector, and the way back as well."""
        index.ingest(pack(), PASSAGES)
        other = ChromaIndex(tmp_path / "vectors", HashingEmbedder())

        assert len(PASSAGES) == other.ingest(pack(), PASSAGES)
        assert 0 == other.ingest(pack(), PASSAGES)
        assert "asset/forecast" == ids(other.search("harbor", "forecast", OPEN, 1))[0]
        assert len(PASSAGES) == index.ingest(pack(), PASSAGES)
        assert "asset/forecast" == ids(index.search("harbor", "forecast", OPEN, 1))[0]

    def test_another_dimension_under_the_same_name_is_noticed(self, tmp_path: Path) -> None:
        """An embedder that was set to shorter vectors is refused by a search, and an ingest embeds all anew."""
        longer, shorter = (ChromaIndex(tmp_path / "vectors", HashingEmbedder(size)) for size in (16, 8))
        longer.ingest(pack(), PASSAGES)

        with pytest.raises(StateUnavailable, match="of an older form: run `fika ingest`"):
            shorter.search("harbor", "forecast", OPEN, 5)
        assert len(PASSAGES) == shorter.ingest(pack(), PASSAGES)
        assert "asset/forecast" == ids(shorter.search("harbor", "forecast", OPEN, 1))[0]

    @pytest.mark.parametrize(
        ("spoils", "said"),
        [
            (lambda vectors: vectors[1:], "gave 1 vectors for 2 texts"),
            (lambda vectors: [vector[1:] for vector in vectors], "gave 15 numbers for a text and not 16"),
            (lambda vectors: [[math.nan] * 16 for _ in vectors], "gave what is no number"),
            (lambda vectors: vectors[len(vectors) + 1].clear(), "failed: list index out of range"),
        ],
    )
    def test_an_embedder_that_goes_wrong_leaves_what_was_there(
        self, spoils: Callable[[list[list[float]]], list[list[float]]], said: str, tmp_path: Path
    ) -> None:
        """Vectors that cannot be are never stored: the sentence says what is wrong, and the old store still answers."""
        embedder = HashingEmbedder()
        index = ChromaIndex(tmp_path / "vectors", embedder)
        index.ingest(pack(), PASSAGES)
        before = index.search("harbor", "forecast", OPEN, 100)
        embedder.spoils = spoils

        with pytest.raises(StateUnavailable, match=rf"The embedder hashing-1 {said}.*untouched"):
            index.ingest(pack(), [passage("new"), passage("newer"), *PASSAGES])
        embedder.spoils = list

        assert before == index.search("harbor", "forecast", OPEN, 100)
        assert [store(tmp_path)] == list(place(tmp_path).glob("store-*"))

    def test_an_embedder_that_fails_at_a_question_is_a_sentence(self, tmp_path: Path) -> None:
        """A search says whose fault it is."""
        embedder = HashingEmbedder()
        index = ChromaIndex(tmp_path / "vectors", embedder)
        index.ingest(pack(), PASSAGES)
        embedder.spoils = lambda _: [[math.inf] * 16]

        with pytest.raises(StateUnavailable, match="The embedder hashing-1 gave what is no number"):
            index.search("harbor", "forecast", OPEN, 5)

    def test_records_of_an_older_form_are_noticed(self, index: ChromaIndex, monkeypatch: pytest.MonkeyPatch) -> None:
        """A store that an older Fika wrote in another form is refused by a search and made anew by an ingest."""
        index.ingest(pack(), PASSAGES)
        monkeypatch.setattr("bot.library.index._LAYOUT", 1_000)

        with pytest.raises(StateUnavailable, match="of an older form: run `fika ingest`"):
            index.search("harbor", "forecast", OPEN, 5)
        assert len(PASSAGES) == index.ingest(pack(), PASSAGES)
        assert 5 == len(index.search("harbor", "forecast", OPEN, 5))


def cut_short(path: Path) -> None:
    """Leave the first half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribble(path: Path) -> None:
    """Replace a file by something else."""
    path.write_bytes(b"not what it was " * 1_000)


def scratch(path: Path) -> None:
    """Blank every tenth page of a file."""
    with path.open("r+b") as file:
        for page in range(5, path.stat().st_size // 4096, 10):
            file.seek(page * 4096)
            file.write(bytes(4096))


Damage = Callable[[Path], object]
DAMAGES: dict[str, Damage] = {
    "database replaced": lambda home: scribble(store(home) / "chroma.sqlite3"),
    "database cut short": lambda home: cut_short(store(home) / "chroma.sqlite3"),
    "database scratched": lambda home: scratch(store(home) / "chroma.sqlite3"),
    "database empty": lambda home: (store(home) / "chroma.sqlite3").write_bytes(b""),
    "database gone": lambda home: (store(home) / "chroma.sqlite3").unlink(),
    "vectors cut short": lambda home: cut_short(next(store(home).rglob("data_level0.bin"))),
    "header replaced": lambda home: scribble(next(store(home).rglob("header.bin"))),
    "index gone": lambda home: next(store(home).rglob("index_metadata.pickle")).unlink(),
    "words replaced": lambda home: scribble(store(home) / "words" / "passages.json"),
    "words cut short": lambda home: cut_short(next(store(home).rglob("data.csc.index.npy"))),
    "words gone": lambda home: shutil.rmtree(store(home) / "words"),
    "store gone": lambda home: store(home).rename(home / "elsewhere"),
    "pointer replaced": lambda home: scribble(place(home) / "current.json"),
}


class TestDamage:
    """A damaged store is a sentence, never a crash and never a wrong answer."""

    @pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
    def test_damage_is_a_sentence_and_rebuilding_mends_it(
        self, damage: Damage, tmp_path: Path, embedder: CountingEmbedder
    ) -> None:
        """Search and ingest name the way out, and the way out works."""
        many = [passage(f"n{number}") for number in range(150)]
        ChromaIndex(tmp_path / "vectors", embedder).ingest(pack(), many)
        damage(tmp_path)
        index = ChromaIndex(tmp_path / "vectors", embedder)

        with pytest.raises(StateUnavailable, match="fika ingest --rebuild"):
            index.search("harbor", "n1", OPEN, 5)
        with pytest.raises(StateUnavailable, match="fika ingest --rebuild"):
            index.ingest(pack(), many)
        assert len(many) == index.ingest(pack(), many, rebuild=True)
        assert 5 == len(index.search("harbor", "n1", OPEN, 5))

    def test_a_store_that_lost_its_collection_is_made_anew(
        self, tmp_path: Path, embedder: CountingEmbedder, index: ChromaIndex
    ) -> None:
        """A sound database without the pack's collection counts as one that was never ingested."""
        ChromaIndex(tmp_path / "vectors", embedder).ingest(pack(), PASSAGES)
        with closing(sqlite3.connect(store(tmp_path) / "chroma.sqlite3")) as database, database:
            database.execute("DELETE FROM collections")

        with pytest.raises(StateUnavailable, match="not in the vector store yet: run `fika ingest`"):
            index.search("harbor", "forecast", OPEN, 5)
        assert len(PASSAGES) == index.ingest(pack(), PASSAGES)
        assert "asset/forecast" == ids(index.search("harbor", "forecast", OPEN, 1))[0]

    def test_a_file_in_the_place_of_the_folder_is_a_sentence(self, index: ChromaIndex, tmp_path: Path) -> None:
        """A home that cannot hold a store says what is wrong with it."""
        (tmp_path / "vectors").write_text("I was here first.")

        with pytest.raises(StateUnavailable, match="cannot be used: Not a directory"):
            index.ingest(pack(), PASSAGES)

    def test_an_interrupted_ingest_leaves_what_was_there(
        self, index: ChromaIndex, embedder: CountingEmbedder, tmp_path: Path
    ) -> None:
        """Ctrl+C in the middle changes nothing, and the next ingest does the whole work."""
        index.ingest(pack(), PASSAGES)
        before = index.search("harbor", "forecast", OPEN, 100)
        embedder.fails = True
        with pytest.raises(KeyboardInterrupt):
            index.ingest(pack(), [passage("new"), *PASSAGES[2:]])
        embedder.fails = False

        assert before == index.search("harbor", "forecast", OPEN, 100)
        assert [store(tmp_path)] == list(place(tmp_path).glob("store-*"))
        assert 1 == index.ingest(pack(), [passage("new"), *PASSAGES[2:]])

    def test_searching_does_not_count_as_damage(self, tmp_path: Path, embedder: CountingEmbedder) -> None:
        """Chroma writes when it only reads; a store still counts as whole after many readers."""
        many = [passage(f"n{number}") for number in range(250)]
        ChromaIndex(tmp_path / "vectors", embedder).ingest(pack(), many)

        for _ in range(3):
            reader = ChromaIndex(tmp_path / "vectors", embedder)
            assert 250 == len(reader.search("harbor", "n1", OPEN, 1_000))


INGESTS = """
import sys
from datetime import date
from pathlib import Path
from bot.core.pack import Pack
from bot.core.passage import Passage, PassageKind, SearchFilter
from bot.library.embedder import WordLlamaEmbedder
from bot.library.index import ChromaIndex

home, editions, url = Path(sys.argv[1]), sys.argv[2].split(","), (sys.argv[3:] or [None])[0]
if url is None:
    def watch(event, arguments):
        if event in ("socket.connect", "socket.getaddrinfo"):
            raise SystemExit(f"reached for the network: {event} {arguments}")
    sys.addaudithook(watch)
pack = Pack(name="harbor", title="T", version=1, owner="o@x", reviewed_on=date(2026, 9, 1), traits=(), icps=())
index = ChromaIndex(home, WordLlamaEmbedder(), url=url)
for number, edition in enumerate(editions):
    if number:
        sys.stdin.readline()
    passages = [
        Passage(id=f"asset/{n}", kind=PassageKind.ASSET, title=f"{n}", text=f"{n} {edition}") for n in range(120)
    ]
    done = index.ingest(pack, passages)
    hits = index.search("harbor", edition, SearchFilter(date(2026, 11, 22)), 1000)
    print(done, len(hits), len({hit.passage.text.split()[1] for hit in hits}), flush=True)
"""


def ingesting(*arguments: str | Path, stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
    """Another process that ingests one edition after the other and searches after each; it waits for a line between."""
    command = [sys.executable, "-c", INGESTS, *map(str, arguments)]
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


class TestTogether:
    """Several processes and threads share one folder."""

    def test_two_ingests_at_once_and_a_search_meanwhile(self, tmp_path: Path, embedder: CountingEmbedder) -> None:
        """Two processes ingest different editions by turns; everybody always sees one edition, whole."""
        index = ChromaIndex(tmp_path / "vectors", embedder)
        with pytest.raises(StateUnavailable, match="run `fika ingest`"):
            index.search("harbor", "a", OPEN, 1_000)
        rivals = [ingesting(tmp_path / "vectors", each, stdin=subprocess.PIPE) for each in ("a,b", "e,f")]
        first = [rival.stdout.readline() for rival in rivals if rival.stdout]
        for rival in rivals:
            assert rival.stdin
            rival.stdin.write("go on\n")
            rival.stdin.flush()
        ended = False
        while not ended:
            ended = all(rival.poll() is not None for rival in rivals)
            hits = index.search("harbor", "a", OPEN, 1_000)
            assert (120, 1) == (len(hits), len({hit.passage.text.split()[1] for hit in hits}))
            time.sleep(0.05)
        outputs = [rival.communicate() for rival in rivals]

        assert ["", ""] == [err for _, err in outputs]
        assert ["120 120 1\n"] * 4 == [*first, *(out for out, _ in outputs)]

    def test_threads_search_while_another_ingests(self, index: ChromaIndex) -> None:
        """One index serves many threads, before, during and after an ingest."""
        index.ingest(pack(), PASSAGES)
        failures: list[BaseException] = []

        def search_often() -> None:
            try:
                for _ in range(20):
                    assert len(PASSAGES) == len(index.search("harbor", "forecast", OPEN, 100))
            except BaseException as failure:  # noqa: BLE001 - shown by the assertion below
                failures.append(failure)

        threads = [threading.Thread(target=search_often) for _ in range(4)]
        for thread in threads:
            thread.start()
        for edition in range(4):
            index.ingest(pack(), [passage("forecast", f"edition {edition}"), *PASSAGES[1:]])
        for thread in threads:
            thread.join()

        assert [] == failures

    def test_an_open_index_sees_what_another_process_ingested(self, tmp_path: Path, index: ChromaIndex) -> None:
        """A search never answers from what it read long ago."""
        index.ingest(pack(), PASSAGES)
        index.search("harbor", "forecast", OPEN, 1)

        out, err = ingesting(tmp_path / "vectors", "zebra").communicate()

        assert ("120 120 1\n", "") == (out, err)
        assert {"zebra"} == {hit.passage.text.split()[1] for hit in index.search("harbor", "zebra", OPEN, 100)}

    def test_waiting_for_another_ingest_ends(self, tmp_path: Path) -> None:
        """Whoever waits too long is told who is in the way."""
        folder = VectorFolder(tmp_path, wait=0.05)
        with folder.ingesting("harbor"):
            pass
        with (tmp_path / collection_name("harbor") / "ingest.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)

            with pytest.raises(StateUnavailable, match="Another fika is writing"), folder.ingesting("harbor"):
                pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A real Chroma server on this machine."""
    with socket.socket() as held:  # nobody else is given the port, and a server can listen there all the same
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        script = "from chromadb.cli.cli import app; app()"
        options = ["run", "--host", "127.0.0.1", "--port", str(port), "--path", str(tmp_path / "server")]
        with (tmp_path / "server.log").open("w") as log:
            running = subprocess.Popen([sys.executable, "-c", script, *options], stdout=log, stderr=log)
        until = time.monotonic() + 60
        while not _listens(port):
            assert running.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        running.terminate()
        running.wait()


def _listens(port: int) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


class TestServer:
    """A Chroma server instead of a folder."""

    def test_a_server_does_what_a_folder_does(self, server: str, tmp_path: Path) -> None:
        """Ingest, the same again, an edition more, and a search; nothing is written into the folder."""
        out, err = ingesting(tmp_path / "vectors", "a,a,b", server).communicate()

        assert (["120 120 1", "0 120 1", "120 120 1"], "") == (out.splitlines(), err)
        assert not (tmp_path / "vectors").exists()

    def test_records_alone_hold_every_part_of_a_passage(self, index: ChromaIndex) -> None:
        """Without the files beside a collection, as on a server, the same passages and words are read from it."""
        full = passage("b", "All ways.", url="https://x.example", stages=("learn",), personas=("cfo",), about="Guide")
        everything = [full, passage("a", industries=("saas",), valid_until=TODAY)]
        index.ingest(pack(), everything)

        with index._vectors.current("harbor") as shelf:
            from_files, from_records = Held.of(shelf), Held.of(Shelf(shelf.collection))

        assert (*reversed(everything),) == from_records.passages == from_files.passages
        assert [*from_files.lexical.scores("all ways")] == [*from_records.lexical.scores("all ways")]

    def test_a_server_that_is_not_there_is_a_sentence(self, tmp_path: Path, embedder: CountingEmbedder) -> None:
        """A server out of reach is named with the setting that names it."""
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        index = ChromaIndex(tmp_path, embedder, url=f"http://127.0.0.1:{port}")

        with pytest.raises(StateUnavailable, match="FIKA_CHROMA_URL names cannot be used"):
            index.search("harbor", "forecast", OPEN, 5)

    @pytest.mark.parametrize(
        "url", ["localhost:8000", "ftp://localhost", "http://", "http://localhost:port", "http://["]
    )
    def test_an_address_that_is_none_is_a_sentence(self, url: str, tmp_path: Path, embedder: CountingEmbedder) -> None:
        """An address of another form is refused before anything is tried."""
        with pytest.raises(StateUnavailable, match="has to look like http://localhost:8000"):
            ChromaIndex(tmp_path, embedder, url=url).search("harbor", "forecast", OPEN, 5)


def by_id(each: Passage) -> str:
    """What passages are sorted by."""
    return each.id


def unit(vector: Sequence[float]) -> list[float]:
    """The vector with length 1."""
    length = math.hypot(*vector)
    return [number / length for number in vector]
