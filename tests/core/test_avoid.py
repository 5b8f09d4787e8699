"""What to avoid in a call: the most important first, from what is known to hold, and never more than five."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.avoid import MOST, avoid, disputes_told
from bot.core.icp import Icp, Rating, Role, TagPoints
from bot.core.persona import Persona, Validation
from bot.flows.fit import Scorer
from tests.small import NOW, TODAY, pack, person

NEGATIVE = Icp(
    id="negative",
    role=Role.NEGATIVE,
    name="Costly",
    knockouts={"industry": ("fintech",)},
    ratings={
        "budget": Rating(points={"no": -3}, because="The first invoice is a surprise"),
        "employees": Rating(points={"<10": -5, ">1000": -1}),
        "stack": Rating(points=(TagPoints(has=("excel",), points=-1),)),
    },
)
SCORER = Scorer(pack().model_copy(update={"icps": (*pack().icps, NEGATIVE)}))
CFO = Persona(id="cfo", title="CFO", validated=Validation(on=TODAY, by="7 interviews"))


def _said(number: int, trait: str, value: Any, source: Source | None = None, on: date | None = None) -> Answer:
    return Answer(id=number, trait=trait, value=value, source=source or person(), recorded_at=NOW, on=on)


def _avoid(
    *answers: Answer, persona: Persona | None = None, asked: tuple[str, ...] = (), scorer: Scorer = SCORER
) -> list[str]:
    account = Account(id=1, name="Acme", answers=answers)
    return list(avoid(scorer.scorecard, scorer.standings(account, TODAY), persona, asked))


def test_nothing_to_avoid() -> None:
    """Of an account of which nothing is known, with nobody to meet, there is nothing to avoid."""
    assert [] == _avoid()


def test_what_is_known() -> None:
    """What is known is not asked again, unless it is not enough; of many a few are named."""
    answers = [_said(1, "industry", "saas"), _said(2, "employees", {"min": 20, "max": 80}), _said(3, "revenue", 9)]
    more = [_said(4, "budget", value=True), _said(5, "stack", ["snowflake"])]

    assert ["Do not ask again: Industry, Employees and Revenue."] == _avoid(*answers)
    assert ["Do not ask again: Industry and Revenue."] == _avoid(*answers, asked=("employees",))
    assert ["Do not ask again: Industry, Employees, Revenue, Budget and 1 more."] == _avoid(*answers, *more)


def test_a_disagreement() -> None:
    """What sources contradict each other about is not settled, and is not among what is known; nobody is named."""
    crm = Source(kind=SourceKind.IMPORT, person="crm.csv")
    found = _avoid(_said(1, "revenue", 30_000_000, crm), _said(2, "revenue", 90_000_000))

    assert ["Do not take Revenue as settled: USD 30M (the import crm.csv) against USD 90M (a person)."] == found


def test_what_counts_against_them() -> None:
    """What is known to count against the account comes with its reason, the weightiest first; a knock-out before all."""
    small, broke = _said(1, "employees", 5), _said(2, "budget", value=False)

    assert [
        "Make no promises around Employees (“5”): It counts against them.",
        "Make no promises around Budget (“no”): The first invoice is a surprise.",
    ] == _avoid(small, broke)[:2]
    assert [
        "Do not push for a sale: Industry rules them out.",
        "Make no promises around Employees (“5”): It counts against them.",
    ] == _avoid(small, broke, _said(3, "industry", "fintech"))[:2]


def test_what_rules_out_is_said_once() -> None:
    """However much rules an account out, one sentence says not to push for a sale."""
    known = (_said(1, "industry", "fintech"), _said(2, "employees", 5))
    icps = tuple(
        icp.model_copy(update={"knockouts": {"industry": ("fintech",), "employees": ("<10",)}})
        if icp.role is Role.NEGATIVE
        else icp
        for icp in SCORER.pack.icps
    )

    found = _avoid(*known, scorer=Scorer(SCORER.pack.model_copy(update={"icps": icps})))
    assert ["Do not push for a sale: Industry and Employees rule them out."] == [
        each for each in found if "rule" in each
    ]


def test_the_disagreements_that_are_told() -> None:
    """The traits of the disagreements that are told, and no other."""
    both = [
        _said(n, trait, value, person(by))
        for n, (trait, value, by) in enumerate(
            (trait, value, by)
            for trait, values in (("industry", ("saas", "fintech")), ("budget", (True, False)), ("employees", (5, 120)))
            for value, by in zip(values, ("ann", "ben"), strict=True)
        )
    ]
    standings = SCORER.standings(Account(id=1, name="Acme", answers=tuple(both)), TODAY)

    assert {"industry", "employees"} == disputes_told(SCORER.scorecard, standings)
    assert frozenset() == disputes_told(SCORER.scorecard, SCORER.standings(Account(id=1, name="Acme"), TODAY))


def test_sources_that_agree_against_them() -> None:
    """Where several sources together say it, what they leave possible is told."""
    found = _avoid(_said(1, "employees", {"max": 9}), _said(2, "employees", {"max": 7}, person("ben")))

    assert "Make no promises around Employees (“<10”): It counts against them." == found[0]


def test_what_is_open_does_not_count_against_them() -> None:
    """What may still turn out otherwise is not held against anybody; neither is what nobody said, nor a disagreement."""
    assert ["Do not ask again: Employees."] == _avoid(_said(1, "employees", {"max": 200}))
    assert ["Do not take Budget as settled: no (a person) against yes (a person)."] == _avoid(
        _said(1, "budget", value=False), _said(2, "budget", value=True, source=person("ben"))
    )
    assert ["Do not ask again: Budget."] == _avoid(_said(1, "budget", value=False), scorer=Scorer(pack()))


def test_what_is_out_of_date() -> None:
    """What is too old to count is checked before anybody quotes it, unless something newer is known."""
    old = TODAY - timedelta(days=400)
    found = _avoid(_said(1, "employees", 120, on=old), _said(2, "industry", "saas", on=old))
    newer = _avoid(_said(1, "employees", 120, on=old), _said(2, "employees", 130, person("ben")))

    assert ["Too old to count: check Industry and Employees before you quote them."] == found
    assert ["Too old to count: check Employees before you quote it."] == _avoid(_said(1, "employees", 120, on=old))
    assert ["Do not ask again: Employees."] == newer


def test_a_persona() -> None:
    """What the pack says to avoid with a persona is told as sentences; a persona nobody validated is a guess."""
    strict = CFO.model_copy(update={"avoid": ("Do not discount", "No slides!", "Why not?", "A fourth one.")})
    guess = CFO.model_copy(update={"validated": None})

    assert ["Do not discount.", "No slides!", "Why not?"] == _avoid(persona=strict)
    assert ["Treat what is said of this role as a guess: no research backs it yet."] == _avoid(persona=guess)
    assert [] == _avoid(persona=CFO)


def test_the_order_and_the_end() -> None:
    """Disagreements come first, then what counts against them, the persona, what is old; the fifth is the last."""
    old = TODAY - timedelta(days=400)
    persona = CFO.model_copy(update={"avoid": ("One.",), "validated": None})
    found = _avoid(
        _said(1, "revenue", 30_000_000),
        _said(2, "revenue", 90_000_000, person("ben")),
        _said(3, "budget", value=False),
        _said(4, "industry", "saas", on=old),
        _said(5, "employees", 120),
        persona=persona,
    )

    begins = ["Do not take Revenue", "Make no promises around Budget", "One.", "Too old to count", "Do not ask again"]
    assert MOST == len(found)
    assert all(each.startswith(begin) for each, begin in zip(found, begins, strict=True))


_VALUES: dict[str, list[Any]] = {
    "industry": ["saas", "fintech"],
    "employees": [5, 120],
    "budget": [True, False],
    "stack": [["excel"], []],
}


@given(
    drawn=st.lists(
        st.tuples(st.sampled_from(list(_VALUES)), st.integers(0, 1), st.sampled_from(["ann", "ben"])), max_size=8
    ),
    meets=st.booleans(),
)
def test_laws_of_avoiding(drawn: list[tuple[str, int, str]], *, meets: bool) -> None:
    """Whatever is known there are at most five sentences, each once, and each of them is one that ends."""
    answers = [_said(n, trait, _VALUES[trait][each], person(by)) for n, (trait, each, by) in enumerate(drawn, 1)]
    found = _avoid(*answers, persona=CFO if meets else None)

    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert all(each.endswith((".", "!", "?")) and "\n" not in each for each in found)
