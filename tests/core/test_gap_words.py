"""Gap words: which kind of gap words speak of, and what of the pack they name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.gap import GapKind
from bot.core.gap_words import GapWords, read_gap
from bot.core.journey import StageId
from bot.core.language.hearing import lexicon_of
from bot.library.folders import FolderPacks

LEXICON = lexicon_of(FolderPacks(Path(shipped("knowledge"))).load("harbor").pack)
_K, _S = GapKind, StageId


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("no case study for hospitals", GapWords(_K.CONTENT)),
        ("no ROI calculator for the CFO in the evaluation stage", GapWords(_K.CONTENT, None, _S.EVALUATE, "cfo")),
        ("no battlecard in the buy stage", GapWords(_K.CONTENT, None, _S.BUY)),
        ("no guide for the buying phase", GapWords(_K.CONTENT, None, _S.BUY)),
        ("nothing for CFOs in evaluate", GapWords(_K.CONTENT, None, _S.EVALUATE, "cfo")),
        ("nobody knows how many employees they have", GapWords(_K.TRAIT, "employees")),
        ("we don't know their annual revenue", GapWords(_K.TRAIT, "revenue")),
        ("annual revenue", GapWords(_K.TRAIT, "revenue")),
        ("nobody knows what we charge in Brazil", GapWords(_K.KNOWLEDGE)),
        ("how does SSO work with the headcount", GapWords(_K.KNOWLEDGE)),
        ("have not met the CFO", GapWords(_K.PERSONA, persona="cfo")),
        ("unclear who their VP of Marketing is", GapWords(_K.PERSONA, persona="vp-marketing")),
        ("no persona for the head of facilities", GapWords(_K.PERSONA)),
        ("the CFO asks about taxes", GapWords(_K.KNOWLEDGE, persona="cfo")),
        ("Ann and Bob contradict each other on headcount", GapWords(_K.CONTRADICTION, "employees")),
        ("the CRM and Ann contradict each other on headcount", GapWords(_K.CONTRADICTION, "employees")),
        ("conflicting words about headcount and annual revenue", GapWords(_K.CONTRADICTION)),
        ("our ICP says nothing about fleet size", GapWords(_K.ICP)),
        ("no SAP connector", GapWords(_K.PRODUCT)),
        ("nobody knows their headcount or their annual revenue", GapWords(_K.KNOWLEDGE)),
        ("🚀", GapWords(_K.KNOWLEDGE)),
    ],
)
def test_what_words_speak_of(what: str, words: GapWords) -> None:
    """Where the words say it, kind, trait, stage and persona are filled; where they do not, nothing is guessed."""
    assert words == read_gap(what, LEXICON)


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ["the", "CFO", "budget", "employees", "nobody", "knows", "no", "deck", "in", "evaluate", "stage"]
        )
    ).map(" ".join)
)
def test_whatever_is_written_is_read(what: str) -> None:
    """A trait is named only by a gap about one, and everything named is in the pack."""
    words = read_gap(what, LEXICON)

    assert words.trait is None or words.kind in (_K.TRAIT, _K.CONTRADICTION)
    assert words.trait is None or words.trait in LEXICON.vocabulary.traits
    assert words.kind is not _K.TRAIT or words.trait is not None
