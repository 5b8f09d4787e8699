"""Shared words: what counts, what counts more, and what counts for something else."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.passage import Leaning, Meaning, Passage, PassageKind
from bot.library.fusion import Weights, fused
from bot.library.lexical import Lexical


def passage(title: str, text: str, about: str = "") -> Passage:
    """A passage with some words."""
    return Passage(id=f"asset/{title}", kind=PassageKind.ASSET, title=title, text=text, about=about)


PASSAGES = (
    passage("Price sheet", "What a license costs a year."),
    passage("Security overview", "How customer data is encrypted, for a price."),
    passage("Plumber", "Twelve people answer every call.\nFormat: guide", about="Format: guide"),
    passage("Baker", "The guide answered every call of a baker in town."),
)
LEXICAL = Lexical.of(PASSAGES)


def scores(text: str, *meanings: Meaning, of: Lexical = LEXICAL) -> list[float]:
    """What each passage holds of a question."""
    return [float(score) for score in of.scores(text, meanings)]


def first(found: Sequence[float]) -> int:
    """Which passage holds most."""
    return max(range(len(found)), key=found.__getitem__)


def test_a_title_counts_more_than_a_text() -> None:
    """The same word in a title and in a text of another passage."""
    in_title, in_text, *_ = scores("price")

    assert in_title > in_text > 0


def test_what_it_is_counts_more_than_a_mention() -> None:
    """A guide is a better answer to `guide` than a text that mentions one."""
    *_, is_one, mentions_one = scores("guide")

    assert is_one > mentions_one > 0


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    """Of a question's words, the one that fewer passages have decides."""
    assert 0 == first(scores("license or call"))


def test_other_forms_and_typos_are_found() -> None:
    """An ending or a slip makes no other word; a short word is never taken for another."""
    assert first(scores("encryption encrypting")) == first(scores("encrytped")) == 1
    assert [0.0] * 4 == scores("cal")


def test_small_words_count_only_alone() -> None:
    """`what`, `a` and `how` add nothing beside another word; where there is nothing else they are what was asked."""
    assert scores("license") == scores("what a license")
    assert first(scores("how")) == 1


def test_a_word_that_nobody_has_lowers_the_score() -> None:
    """A question about something else that shares one word holds less than that word alone."""
    assert max(scores("license zebra savannah")) < max(scores("license")) / 2


def test_a_meaning_counts_less_than_the_word_itself() -> None:
    """What a word stands for brings up a passage, below one that has the word."""
    meant = scores("dosh", Meaning(0, 1, "license"))

    assert 0 == first(meant)
    assert 0 < max(meant) < max(scores("license"))


def test_a_meaning_counts_as_far_as_it_holds() -> None:
    """What a word only may stand for counts less than what it does stand for; the surer of two meanings decides."""
    sure, unsure = Meaning(0, 1, "license"), Meaning(0, 1, "license", counts=0.5)
    wholly, half = scores("dosh zebra", sure)[0], scores("dosh zebra", unsure)[0]

    assert wholly > half > 0
    assert scores("dosh zebra", sure, unsure) == scores("dosh zebra", unsure, sure) == scores("dosh zebra", sure)


def test_a_word_and_its_meaning_together_count_most() -> None:
    """A passage that says it both ways is above one that says it one way; unknown words of a meaning do no harm."""
    both = scores("price", Meaning(0, 1, "license costs zebra the"))

    assert 0 == first(both)
    assert both[0] / both[1] > scores("price")[0] / scores("price")[1]


def test_a_phrase_with_a_meaning_takes_weight_from_its_words() -> None:
    """In a phrase the single words are not what is meant."""
    alone = scores("answer every call")[2]
    in_phrase = scores("answer every call", Meaning(0, 3, "license"))

    assert in_phrase[2] < alone
    assert in_phrase[0] > 0


def test_a_meaning_of_small_words_alone_counts() -> None:
    """`who` says nothing by itself, and something once it stands for a thing."""
    assert 0 == first(scores("who", Meaning(0, 1, "license"), of=LEXICAL))


def test_a_repeated_word_counts_once() -> None:
    """Saying it twice asks for nothing more."""
    assert scores("license call") == scores("license call license LICENSES")


def test_a_letter_is_read_from_its_beginning() -> None:
    """What stands behind very many other words counts no more, so that a pasted letter is answered at once."""
    letter = " ".join(f"zebra{number}" for number in range(200))

    assert max(scores(f"license {letter}")) > 0
    assert 0 == max(scores(f"{letter} license"))


def test_passages_without_words_hold_nothing(tmp_path: Path) -> None:
    """Neither none at all nor signs alone break a search, saved or not."""
    for empty in ((), (passage("?", "!"),)):
        made = Lexical.of(empty)
        made.save(tmp_path / str(len(empty)))

        assert [0.0] * len(empty) == scores("license", Meaning(0, 1, "price"), of=made)
        assert [0.0] * len(empty) == scores("license", of=Lexical.load(tmp_path / str(len(empty)), len(empty)))


@settings(max_examples=30)
@given(text=st.text() | st.lists(st.sampled_from(["price", "licence", "call", "guide", "the", "zebra"])).map(" ".join))
def test_a_score_is_a_share(text: str) -> None:
    """Whatever is asked, a passage holds between nothing and all of it, and fusing keeps to that."""
    import numpy as np

    found = LEXICAL.scores(text, (Meaning(0, 1, "license costs"),))

    assert all(0 <= score <= 1 for score in found)
    assert all(0 <= score <= 1 for score in fused(found * 2 - 1, found, np.ones(len(found))))


def test_saving_changes_nothing(tmp_path: Path) -> None:
    """What was saved scores as what was made."""
    LEXICAL.save(tmp_path / "words")

    assert scores("price of a licence") == scores("price of a licence", of=Lexical.load(tmp_path / "words", 4))


def test_more_of_either_is_never_worse() -> None:
    """A fused score rises with nearness and with shared words, and only both at their most are 1."""
    import numpy as np

    near, held = np.array([0.2, 0.3, 0.2, 1.0, -1.0]), np.array([0.1, 0.1, 0.3, 1.0, 0.0])
    low, nearer, fuller, most, least = fused(near, held, np.ones(5))

    assert low < min(nearer, fuller)
    assert (1, 0) == (most, least)


def test_what_only_asks_stands_behind_what_answers() -> None:
    """Where all else is the same an asset is before a stage of the journey, and that before the question of a trait."""
    import numpy as np

    kinds = (PassageKind.TRAIT, PassageKind.JOURNEY, PassageKind.ASSET, PassageKind.QUALIFICATION, PassageKind.ICP)
    held = Weights.of([PASSAGES[0].model_copy(update={"kind": kind}) for kind in kinds])
    weights = held.leaning_to(Leaning())
    trait, journey, asset, qualification, icp = fused(np.full(5, 0.4), np.full(5, 0.4), weights)

    assert asset > journey == icp > trait == qualification > 0


def test_what_is_asked_for_stands_before_what_is_as_near() -> None:
    """Of equally good passages the kind that the question asks for comes first, then whom it speaks of; 1 is the most."""
    import numpy as np

    asset = PASSAGES[0]
    held = Weights.of(
        [asset, asset.model_copy(update={"personas": ("cfo",)}), asset.model_copy(update={"kind": "icp"})]
    )
    near = np.full(3, 0.4)
    leant = fused(near, near, held.leaning_to(Leaning(frozenset({PassageKind.ASSET}), frozenset({"cfo", "nobody"}))))
    plain = fused(near, near, held.leaning_to(Leaning()))

    assert leant[1] > leant[0] > plain[0] == plain[1] > plain[2] == leant[2]
    assert 1 == max(fused(np.ones(3), np.ones(3), held.leaning_to(Leaning(frozenset(PassageKind)))))
    assert plain[0] == fused(near, near, held.leaning_to(Leaning(personas=frozenset({"nobody"}))))[0]


def test_more_words_than_are_kept_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was forgotten is counted again."""
    before = scores("price of a license for every call")
    monkeypatch.setattr("bot.library.lexical._KEPT", 1)

    assert before == scores("price of a license for every call", of=Lexical.of(PASSAGES))
