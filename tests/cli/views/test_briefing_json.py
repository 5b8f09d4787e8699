"""A briefing for programs: every key is there whatever is known, and numbers are those of the scoring contract."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from bot.cli.views.briefing_json import briefing_json
from bot.core.account import Account, Answer
from bot.core.asset import Asset
from bot.core.canonical import canonical_json
from bot.core.changes import Changes, StageMoved
from bot.core.content import Choice, Condition, Content
from bot.core.gap import Gap, GapKind
from bot.core.journey import StageId, StageSaid, StageSign
from bot.core.persona import Persona
from bot.core.sending import Moment as When
from bot.core.sending import Sending
from bot.flows.briefing import Briefing, Summary
from bot.flows.fit import Scorer
from bot.flows.moment import Moment
from tests.small import NOW, TODAY, pack, person

SCORER = Scorer(pack())
ANSWER = SCORER.answer(Account(id=7, name="Acme"), TODAY)
EMPTY = Briefing(ANSWER, None, None, None, (), ())
KEYS = {
    "account", "account_id", "action", "avoid", "call", "changes", "flips", "gaps", "interval", "open", "pack",
    "pack_version", "persona", "questions", "receipt", "sendings", "stage", "summary", "today", "verdict", "verdicts",
}  # fmt: skip
ASSET = Asset(
    id="case", title="The case", url="https://example.com", format="guide", stages=("buy",), valid_until=TODAY
)


def _json(briefing: Briefing) -> dict[str, object]:
    plain: dict[str, object] = json.loads(canonical_json(briefing_json(briefing, pack(), TODAY)))
    return plain


def test_nothing_known() -> None:
    """Where nothing is known every key is there, and says so; verdicts and intervals are those of `fika score`."""
    plain = _json(EMPTY)
    score = json.loads(ANSWER.report.to_json())

    assert set(plain) == KEYS
    nothing = {key for key in KEYS if plain[key] is None}
    assert {"action", "call", "changes", "persona", "stage", "summary", "verdict"} == nothing
    assert score["possible"] == plain["verdicts"]
    assert {"primary": score["profiles"][0]["fit"]} == plain["interval"]
    assert ["Acme", 7, "small", 1, "2026-11-01", score["receipt"]] == [
        plain[key] for key in ("account", "account_id", "pack", "pack_version", "today", "receipt")
    ]
    assert score["next"] == plain["open"][0]  # type: ignore[index]


def test_everything_known() -> None:
    """Whom, when, what to ask and why, what to send and when, what changed, and who phrased the summary."""
    gap = Gap(id=3, kind=GapKind.CONTENT, what="no deck", stage=StageId.BUY, source=person("ann"), at=NOW)
    content = Content((Choice(ASSET, ("industry",)),), (Condition.PERSONA,))
    said = StageSaid(stage=StageId.BUY, source=person("ann"), at=NOW)
    answer = Answer(id=1, trait="employees", value=120, source=person("bob"), recorded_at=NOW, on=TODAY, quote="120")
    plain = _json(
        replace(
            EMPTY,
            persona=Persona(id="cfo", title="CFO"),
            stage=said,
            questions=ANSWER.report.questions[:1],
            gaps=(gap,),
            call=Moment(datetime(2026, 11, 2, 10, tzinfo=UTC), to_the_minute=True),
            sendings=(Sending(When.BEFORE, StageId.BUY, content),),
            changes=Changes(NOW, ("primary/A",), 3, (answer,), said, (gap,), (gap,)),
            avoid=("Do not promise it.",),
            summary=Summary(("Acme is open.",), "test:model", "abc", None),
        )
    )
    by_ann = {"kind": "person", "person": "ann"}

    assert "2026-11-02T10:00:00+00:00" == plain["call"]
    assert {
        "id": "buy",
        "label": "Buy",
        "source": {**by_ann, "at": NOW.isoformat(), "words": "said by ann on 2026-11-01"},
    } == plain["stage"]
    persona = plain["persona"]
    assert isinstance(persona, dict)
    assert ("cfo", True) == (persona["id"], persona["unvalidated"])
    [question] = plain["questions"]  # type: ignore[misc]
    assert {"trait", "question", "why", "leaves"} == set(question)  # type: ignore[has-type]
    assert [
        {
            "moment": "before",
            "stage": "buy",
            "dropped": ["persona"],
            "assets": [
                {
                    "id": "case",
                    "title": "The case",
                    "url": "https://example.com",
                    "format": "guide",
                    "matches": ["industry"],
                    "valid_until": "2026-11-01",
                }
            ],
        }
    ] == plain["sendings"]
    assert {
        "since": NOW.isoformat(),
        "verdicts_before": ["primary/A"],
        "pack_version_before": 3,
        "answers": [
            {
                "trait": "employees",
                "value": 120,
                "on": "2026-11-01",
                "quote": "120",
                "source": {"kind": "person", "person": "bob"},
            }
        ],
        "answers_taken_back": [],
        "stage": "buy",
        "stage_shown": None,
        "gaps_logged": [3],
        "gaps_closed": [3],
    } == plain["changes"]
    assert [
        {
            "id": 3,
            "kind": "content",
            "what": "no deck",
            "stage": "buy",
            "persona": None,
            "at": NOW.isoformat(),
            "source": by_ann,
        }
    ] == plain["gaps"]
    assert {"sentences": ["Acme is open."], "model": "test:model", "prompt": "abc", "dropped": None} == plain["summary"]
    assert ["Do not promise it."] == plain["avoid"]


def test_what_is_not_said() -> None:
    """A stage by a sign names the trait; nothing to compare with is null, and so is what an answer does not have."""
    sign = StageSign(stage=StageId.BUY, trait="budget")
    bare = Answer(id=1, trait="gone", value="x", source=person("bob"), recorded_at=NOW)
    forever = Choice(ASSET.model_copy(update={"valid_until": None}), ())
    question = replace(ANSWER.report.questions[0], trait="gone")
    gap = Gap(id=3, kind=GapKind.CONTENT, what="no deck", source=person("ann"), at=NOW)
    plain = _json(
        replace(
            EMPTY,
            stage=sign,
            questions=(question,),
            gaps=(gap,),
            sendings=(Sending(When.AFTER, StageId.BUY, Content((forever,))),),
            changes=Changes(NOW, answers=(bare,), gone=(bare,), moved=StageMoved(StageId.BUY, None)),
        )
    )

    stage, changes = plain["stage"], plain["changes"]
    assert isinstance(stage, dict)
    assert isinstance(changes, dict)
    assert ("sign", "budget") == (stage["source"]["kind"], stage["source"]["trait"])
    assert {"before": "buy", "now": None} == changes["stage_shown"]
    assert changes["answers"] == changes["answers_taken_back"]
    assert (None, None, None) == (changes["verdicts_before"], changes["stage"], changes["answers"][0]["on"])
    assert "null" in json.dumps(plain["sendings"])
    assert "null" in json.dumps(plain["questions"])
    assert "null" in json.dumps(plain["gaps"])
