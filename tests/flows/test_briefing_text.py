"""Briefing in words: the verdict first, then what is known and open, then what the sections say."""

from dataclasses import replace
from datetime import timedelta

from bot.core.account import Account, Answer
from bot.core.briefing_text import BriefingText, item_words
from bot.core.changes import Changes
from bot.core.content import Content
from bot.core.icp import Icp, Rating, Role
from bot.core.journey import StageId, StageSaid
from bot.core.sending import Moment, Sending
from bot.flows.briefing import Briefing, Summary
from bot.flows.briefing_text import briefing_text
from bot.flows.fit import Scorer
from bot.flows.moment import Moment as CallTime
from bot.ports.briefings import Schedule
from tests.small import NOW, TODAY, pack, person

NEGATIVE = Icp(
    id="negative", role=Role.NEGATIVE, name="Not us", knockouts={"stack": ("excel",)},
    ratings={"budget": Rating(points={"no": -3}), "revenue": Rating(points={"<1M": -3})},
)  # fmt: skip
SECONDARY = (
    pack()
    .icps[0]
    .model_copy(
        update={"id": "secondary", "role": Role.SECONDARY, "ratings": {"employees": Rating(points={"50..200": 5})}}
    )
)
GATE = Rating(required=True, points={"50..200": 5, "<10": -3})
SCORER = Scorer(pack())
FULL = Scorer(pack().model_copy(update={"icps": (*pack().icps, SECONDARY, NEGATIVE)}))
STAGE = StageSaid(stage=StageId.BUY, source=person("ann"), at=NOW)
FITS = {
    "industry": "saas",
    "employees": 120,
    "revenue": 5_000_000,
    "budget": True,
    "stack": ["salesforce", "snowflake"],
}


def _account(**values: object) -> Account:
    answers = [
        Answer(id=number, trait=trait, value=value, source=person(), recorded_at=NOW)  # type: ignore[arg-type]
        for number, (trait, value) in enumerate(values.items(), 1)
    ]
    return Account(id=1, name="Acme", answers=tuple(answers))


def _briefing(scorer: Scorer = SCORER, **values: object) -> Briefing:
    answer = scorer.answer(_account(**values), TODAY)
    return Briefing(answer, None, None, None, answer.report.questions[:3], ())


def _lead(text: BriefingText) -> list[str]:
    return [item_words(item) for item in text.lead]


def _said(scorer: Scorer = SCORER, **values: object) -> list[str]:
    return _lead(briefing_text(_briefing(scorer, **values), scorer, TODAY))


def test_nothing_known() -> None:
    """Of an account of which nothing is known that is said, with everything that is open."""
    text = briefing_text(_briefing(), SCORER, TODAY)

    assert text.headline.startswith("Acme: still open. Possible: ")
    assert [
        "Known: Nothing yet.",
        "Open (5): Industry, Employees, Budget and 2 more.",
    ] == _lead(text)
    assert ["Whom you meet", "Ask", "What to send"] == [section.title for section in text.sections]
    assert text.small_print.startswith("Small, version 1, 2026-11-01, receipt ")


def test_a_headline_is_short() -> None:
    """Where nearly everything is possible, the best and the worst of it are named, and nothing as decided."""
    assert "Acme: still open, at best primary/A, at worst disqualified." == (
        briefing_text(_briefing(FULL), FULL, TODAY).headline
    )
    assert "Possible: " in briefing_text(_briefing(), SCORER, TODAY).headline


def test_everything_known() -> None:
    """Of a decided account what it hangs on is told; there is nothing to ask, and no title says so."""
    text = briefing_text(_briefing(**FITS), SCORER, TODAY)

    assert "Acme: primary/A. Decided: work it." == text.headline
    assert (
        "Known: B2B SaaS (Industry); 120 (Employees); USD 5M (Revenue); Budget: yes; salesforce and snowflake (Stack)."
        == _lead(text)[0]
    )
    assert _lead(text)[1].startswith("Open: Nothing that could change the verdict. It hangs on ")
    assert "Fit: primary ICP 100.0 %, all gates pass." == _lead(text)[2]
    assert "Ask" not in [section.title for section in text.sections]


def test_a_decided_verdict_that_hangs_on_nothing() -> None:
    """Where no single answer could overturn the verdict, nothing is said of that."""
    briefing = _briefing(**FITS)
    report = replace(briefing.answer.report, flips=())
    text = briefing_text(replace(briefing, answer=replace(briefing.answer, report=report)), SCORER, TODAY)

    assert "Open: Nothing that could change the verdict." == _lead(text)[1]


def test_many_facts() -> None:
    """Of many facts those that weigh most are told, and the others counted."""
    more = tuple(
        pack().traits[1].model_copy(update={"id": f"more{number}", "label": f"More {number}"}) for number in range(3)
    )
    scorer = Scorer(pack().model_copy(update={"traits": (*pack().traits, *more)}))

    said = _said(scorer, **FITS, **{trait.id: 5 for trait in more})

    assert said[0].endswith("; 5 (More 0); 2 more.")


def test_a_fit_of_which_nothing_is_known_is_not_told() -> None:
    """From 0 to 100 % tells a rep nothing; beside it stands the ICP of which something is known."""
    assert ["Fit: primary ICP out (Industry)."] == [each for each in _said(FULL, industry="other") if "Fit" in each]
    assert not [each for each in _said(FULL) if each.startswith("Fit")]


def test_what_rules_an_account_out() -> None:
    """Where nothing is left to work on, it says which answer did it; while something is left the trait is enough."""
    assert "Fit: primary ICP out (Industry is “other”)." == _said(industry="other")[2]
    assert "Fit: primary ICP out (Industry)." == _said(FULL, industry="other")[2]


def test_sources_that_contradict_each_other() -> None:
    """Where sources say different things that all rule an account out, each of them is told."""
    account = _account(industry="other", employees=5)
    other = Answer(id=9, trait="employees", value=2000, source=person("bob"), recorded_at=NOW)
    scorer = Scorer(
        pack().model_copy(update={"icps": (SECONDARY.model_copy(update={"ratings": {"employees": GATE}}),)})
    )
    answer = scorer.answer(account.model_copy(update={"answers": (*account.answers, other)}), TODAY)
    text = briefing_text(Briefing(answer, None, None, None, (), ()), scorer, TODAY)

    assert "Fit: secondary ICP out (Employees is “2,000 or 5”)." == _lead(text)[2]


def test_a_knock_out() -> None:
    """A knock-out stands in place of points that do not matter any more."""
    said = _said(FULL, **{**FITS, "stack": ["excel"]})

    assert "Knock-out: Stack is “excel”." == said[2]
    assert not any(line.startswith("Fit: ") for line in said)


def test_drain() -> None:
    """What already counts for the negative ICP is told; what only may is not."""
    assert "Counts against it: 50.0 % of the negative ICP." in _said(FULL, **{**FITS, "budget": False})
    assert not any(line.startswith("Counts against it") for line in _said(FULL, employees=120))


def test_without_a_positive_icp() -> None:
    """A pack that only says whom not to sell to has no fit to tell."""
    scorer = Scorer(pack().model_copy(update={"icps": (NEGATIVE,)}))

    assert not any(line.startswith("Fit") for line in _said(scorer, budget=False))


def test_the_call() -> None:
    """When the call is stands first, and that a fresh briefing comes."""
    call = CallTime(NOW + timedelta(days=1), to_the_minute=True)
    later = Schedule(1, "ann", call.at, NOW, NOW, call.words)
    text = briefing_text(replace(_briefing(), call=call, schedule=later), SCORER, TODAY)

    assert "For the call on Monday 2 November, 09:30. A fresh briefing will come before the call." == _lead(text)[0]
    text = briefing_text(replace(_briefing(), call=call), SCORER, TODAY)
    assert "For the call on Monday 2 November, 09:30." == _lead(text)[0]


def test_a_summary() -> None:
    """A model's summary says who phrased it; the template's would only repeat; one that was dropped says why."""
    phrased = Summary(("Acme is open", "Ask for the budget."), model="test:model")
    dropped = Summary(("Acme is open.",), dropped="The model named a number that is not known")
    texts = [briefing_text(replace(_briefing(), summary=each), SCORER, TODAY) for each in (phrased, dropped)]

    assert "Acme is open. Ask for the budget. (Phrased by test:model.)" == _lead(texts[0])[0]
    assert _lead(texts[1])[0].startswith("Known: ")
    assert texts[1].small_print.endswith(". The model named a number that is not known.")


def test_nothing_changed() -> None:
    """That nothing changed since the last briefing is worth a line; that there was none before is not."""
    text = briefing_text(replace(_briefing(), changes=Changes(NOW)), SCORER, TODAY)

    assert "Changed: Nothing since you were last briefed on 2026-11-01." == _lead(text)[-1]
    changed = briefing_text(replace(_briefing(), changes=Changes(NOW, pack_before=3)), SCORER, TODAY)
    assert "What changed since you were last briefed on 2026-11-01" == changed.sections[1].title


def test_what_to_send() -> None:
    """What to send stands under the stage that it is for."""
    after = Sending(Moment.AFTER, StageId.BUY, Content(()))
    text = briefing_text(replace(_briefing(), stage=STAGE, sendings=(after,)), SCORER, TODAY)

    assert "What to send, at Buy, said by ann on 2026-11-01" == text.sections[-1].title


def test_a_draft() -> None:
    """A briefing from a draft of the pack says so."""
    assert "draft of version 1" in briefing_text(_briefing(), SCORER, TODAY, draft=True).small_print
