"""Missing: what a message that logs a gap says is missing, in the person's own words, and of which kind it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.gap import GapKind
from bot.core.language.missing import kind_of_gap, missing_in


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("log a gap: no case study for dentists", "no case study for dentists"),
        ("Log a gap for Acme: No SAP connector.", "No SAP connector."),
        ("log gap - no deck", "no deck"),
        ("log a content gap, nothing for CFOs", "nothing for CFOs"),
        ("there's a gap: nobody knows their data centre", "nobody knows their data centre"),
        ("log a gap that we have no deck", "we have no deck"),
        ("log a gap about pricing in Brazil", "pricing in Brazil"),
        ("please note that nobody knows their data centre", "nobody knows their data centre"),
        ("note this as a gap: no FAQ", "no FAQ"),
        ("log a content gap for CFOs", "content gap for CFOs"),
        ("we have no case study for dentists", "we have no case study for dentists"),
        ("no case study: dentists", "no case study: dentists"),
        ("add a gap: see https://example.com/x", "see https://example.com/x"),
        ("gap in https://example.com/x", "gap in https://example.com/x"),
        ("log a gap: first\nsecond: third", "first\nsecond: third"),
        ("Mind the gap", "Mind the gap"),
        ("log a gap", ""),
        ("please log this as a gap", ""),
        ("log a gap: ...", ""),
        ("  ", ""),
    ],
)
def test_what_is_missing(text: str, what: str) -> None:
    """The order goes, and every other word stays as it was written."""
    assert what == missing_in(text).what


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("log a gap for Acme: no SAP connector", "Acme"),
        ("log a gap at the Bank of Acmeria : no SAP connector", "Bank of Acmeria"),
        ("log a content gap for dentists: nothing", "dentists"),
        ("log a gap: no SAP connector for Acme", None),
        ("log a gap here: no SAP connector", None),
        ("log a gap for: no SAP connector", None),
        ("log a gap for Acme, no SAP connector", None),
        ("log a gap for Acme", None),
    ],
)
def test_the_name_before_it(text: str, at: str | None) -> None:
    """What stands for an account is what stands between the gap and the colon."""
    assert at == missing_in(text).at


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("no case study for dentists", GapKind.CONTENT),
        ("no Deck about the SAP integration", GapKind.CONTENT),
        ("no persona for the head of facilities", GapKind.PERSONA),
        ("a buyer who asks for features", GapKind.PERSONA),
        ("no SAP connector", GapKind.PRODUCT),
        ("it does not support on-premises", GapKind.PRODUCT),
        ("Ann and Bob contradict each other", GapKind.CONTRADICTION),
        ("the ICP has no word for fleets", GapKind.ICP),
        ("nobody knows what we charge in Brazil", GapKind.KNOWLEDGE),
        ("🚀", GapKind.KNOWLEDGE),
    ],
)
def test_its_kind(what: str, kind: GapKind) -> None:
    """Content before personas before the product, and what is none of these is knowledge."""
    assert kind == kind_of_gap(what)


@given(st.text() | st.sampled_from(["log", "a", "gap", ":", "-", "no deck"]).flatmap(lambda one: st.just(one + " gap")))
def test_nothing_is_invented(text: str) -> None:
    """Whatever was written, what is missing is the end of it, without the blanks and marks around it."""
    assert text.strip().rstrip(" \t\r\n:,-–—").endswith(missing_in(text).what.rstrip(" \t\r\n:,-–—"))
    assert kind_of_gap(text) in GapKind
