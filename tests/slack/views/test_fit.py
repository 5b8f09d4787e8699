"""The fit card: the answer first, points that sum, one primary button, and nothing private where others read along."""

import json
import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from bot.bootstrap import shipped
from bot.core.account import Account, Source, SourceKind
from bot.core.asset import Asset
from bot.core.content import Choice, Content
from bot.core.icp import Icp, Rating, Role
from bot.core.journey import StageId, StageSaid
from bot.core.pack import Pack
from bot.core.trait import Group, Kind, Option, Trait
from bot.core.verdict import Action
from bot.flows.fit import FitAnswer, Scorer
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.values import AtStage, More, OnAccount, OnMore, Opinion, decoded
from bot.slack.views.classic import classic
from bot.slack.views.fit import ask_card, fit_card, shared_card, takes_card, why_card
from bot.slack.views.frame import Frame
from tests.slack.views.kit import (
    NOW,
    OTHER,
    VIEWER,
    account_of,
    answered,
    blocks_of,
    elements_of,
    frame_of,
    said,
    scorer_of_harbor,
    situations,
    texts,
    wrong_with,
)
from tests.strategies import TODAY

FRAME = frame_of(scorer_of_harbor())
SCREEN = 6
"""Blocks before the details: what a phone shows."""


def card_of(**answers: object) -> Message:
    """The card on an account of the example pack."""
    return fit_card(answered(FRAME.scorer, account_of("Acme", answers)), FRAME)


def table_of(message: Message) -> list[list[str]]:
    """The table of a card, as words."""
    (table,) = [block for block in blocks_of(message) if block["type"] == "table"]
    return [[_words(cell) for cell in row] for row in table["rows"]]


def _words(cell: dict[str, object]) -> str:
    return str(cell.get("text") or cell)


def _range(text: str) -> tuple[int, int]:
    low, _, high = text.partition(" to ")
    return int(low), int(high or low)


def _assert_sums(rows: list[list[str]]) -> None:
    each = [_range(row[0]) for row in rows[1:]]
    assert each[-1] == (sum(low for low, _ in each[:-1]), sum(high for _, high in each[:-1]))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(situations())
def test_the_points_in_the_table_sum_to_the_score(situation: tuple[Frame, FitAnswer]) -> None:
    """The last row is the sum of the others, at its low and at its high end, and is the score of one of the ICPs."""
    frame, answer = situation
    for message in (fit_card(answer, frame), shared_card(answer, frame, VIEWER), why_card(answer, frame)):
        rows = table_of(message)
        _assert_sums(rows)
        assert _range(rows[-1][0]) in {fit.points for fit in answer.report.profiles}


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(situations())
def test_there_is_one_best_thing_to_do(situation: tuple[Frame, FitAnswer]) -> None:
    """Exactly one button of a card is primary: another account once this one is dropped, to ask, or to be briefed."""
    frame, answer = situation
    for message in (fit_card(answer, frame), why_card(answer, frame), takes_card(answer, frame)):
        buttons = [each for block in blocks_of(message) for each in block.get("elements", []) if each.get("style")]
        best = Act.DISCOVER if answer.report.questions else Act.BRIEF
        if answer.report.action is Action.DROP:
            best = Act.FIND
        assert [best.value] == [each["action_id"] for each in buttons]


def test_the_answer_and_the_next_move_come_before_the_details() -> None:
    """Verdict, question and buttons stand on the first screen; details are folded up behind them."""
    types = [block["type"] for block in blocks_of(card_of(employees=120))]
    assert "header" == types[0]
    assert types.index("actions") < SCREEN
    assert types.index("actions") < types.index("table") < types.index("container")
    for block in blocks_of(card_of(employees=120)):
        if block["type"] == "container":
            assert block["is_collapsible"]
            assert block["default_collapsed"]


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({}, "Acme: still open, at best primary/A"),
        ({"regulation": "restricted"}, "Acme: disqualified, drop it"),
    ],
)
def test_the_first_line_is_the_verdict(answers: dict[str, object], first: str) -> None:
    """It names the account, and the verdict or the best that is still possible."""
    assert first == blocks_of(card_of(**answers))[0]["text"]["text"]


@pytest.mark.parametrize(
    ("answers", "text", "block"),
    [
        ({}, "At worst disqualified; 19 open answers matter.", "At worst disqualified; 19 open answers matter."),
        (
            {"regulation": "restricted"},
            "*Knock-out*: Regulation is Patient records, FedRAMP or similar.",
            f"*Knock-out*: Regulation is Patient records, FedRAMP or similar (test, {TODAY}).",
        ),
        (
            {"industry": "other", "regulation": "standard"},
            "*Must-have missing*: Industry is Something else, not B2B SaaS.",
            f"*Must-have missing*: Industry is Something else, not B2B SaaS (test, {TODAY}).",
        ),
    ],
)
def test_the_second_line_is_the_reason(answers: dict[str, object], text: str, block: str) -> None:
    """A locked phone shows what rules an account out, or how bad it can still get, right under the verdict."""
    message = card_of(**answers)
    assert text == message.text.splitlines()[1]
    assert block == blocks_of(message)[1]["text"]["text"].splitlines()[0].replace("(<@U1>", "(test")


def example(name: str) -> FitAnswer:
    """The report on one of the example accounts."""
    lines = (shipped("knowledge") / "harbor" / "examples" / "accounts.jsonl").read_text(encoding="utf-8").splitlines()
    [found] = [each for each in map(json.loads, lines) if each["name"] == name]
    answers = [
        said(number, trait, given["value"] if isinstance(given, dict) and "value" in given else given)
        for number, (trait, given) in enumerate(found["answers"].items(), 1)
    ]
    return answered(FRAME.scorer, Account(id=12, name=name, answers=tuple(answers)))


def test_what_an_account_costs_is_said_at_once() -> None:
    """A good score with a lesser tier needs its reason beside it, as does an account that is too costly to sell to."""
    costly, too_costly = example("Copperquill"), example("Crumbwell Catering")
    assert costly.report.costly
    assert "primary/B" == costly.report.verdict
    assert (
        "*Costly*, so tier B at best: like “Easy to win, costly to keep” (Must-haves: Some would need custom work; "
        "Urgency: Says it is urgent, names no date)."
    ) == fit_card(costly, FRAME).text.splitlines()[2]
    assert "Decided, with 48 of 55 points: fit 87.3 %." == fit_card(costly, FRAME).text.splitlines()[1]
    assert "*Too costly*: like “Easy to win, costly to keep” (" in fit_card(too_costly, FRAME).text.splitlines()[1]
    assert "ostly*" not in fit_card(example("Kestrelmoor Billing"), FRAME).text


def test_a_long_table_shows_what_counts_most() -> None:
    """On the card must-haves and what counts against the account stand alone, the rest is added up; why shows all."""
    answer = example("Copperquill")
    short, long = table_of(fit_card(answer, FRAME)), table_of(why_card(answer, FRAME))
    assert 1 + 8 + 1 + 1 == len(short)
    assert ["-1", "Must-haves: Some would need custom work"] in short
    assert ["+22", "11 more answers"] in short
    assert 1 + 19 + 1 == len(long)
    for rows in (short, long):
        _assert_sums(rows)
    assert short[-1] == long[-1][:2]


def test_nobody_is_sent_anything_once_an_account_is_dropped() -> None:
    """Then the stage is not asked for, and the next account is one click away."""
    message = card_of(regulation="restricted")
    assert [] == elements_of(blocks_of(message), Act.STAGE)
    assert 1 == len(elements_of(blocks_of(message), Act.FIND))


def test_what_to_ask_is_said_to_whoever_asks_for_it() -> None:
    """A card of an account to be dropped sends the rep elsewhere; the next question is still there on request."""
    dropped = example("Mossbank Cloudworks")
    assert dropped.report.questions
    assert "*Next*: Spend your time on another account." in fit_card(dropped, FRAME).text
    assert ask_card(dropped, FRAME).text.startswith("*Ask next*: ")
    titles = [block["title"]["text"] for block in blocks_of(fit_card(dropped, FRAME)) if block["type"] == "container"]
    assert "What each answer about Regulation would mean" in titles


def test_what_an_answer_would_mean_is_said_briefly() -> None:
    """It rules nothing out, it rules out the lesser part, it leaves the lesser part, or it is the verdict."""
    shown = texts(ask_card(example("Acme"), FRAME))
    assert "No special rules or The usual reviews, such as SOC 2 or a privacy addendum: rules nothing out yet" in shown
    assert "• Patient records, FedRAMP or similar: it is disqualified" in shown


def test_a_card_says_what_it_rests_on() -> None:
    """Pack, version, date, a short receipt and who computed it stand under the card."""
    answer = answered(FRAME.scorer, account_of("Acme", {"employees": 120}))
    draft = frame_of(FRAME.scorer, draft=True)
    line = f"Harbor (example), version 1, {TODAY}, receipt {answer.report.receipt[:12]}. Computed by rules."
    assert line in texts(fit_card(answer, FRAME))
    assert line in fit_card(answer, FRAME).text
    assert line.replace("version", "draft of version") in texts(fit_card(answer, draft))


def test_reasons_name_who_said_so() -> None:
    """Somebody else is a mention, the reader is you, and a system is itself."""
    account = Account(
        id=12,
        name="Acme",
        answers=(
            said(1, "employees", 120),
            said(2, "industry", "b2b_saas", person=VIEWER),
            said(3, "budget", value=True).model_copy(
                update={"source": Source(kind=SourceKind.CRM, person="salesforce")}
            ),
            said(4, "location", "us", on=None),
        ),
    )
    rows = table_of(why_card(answered(FRAME.scorer, account), FRAME))
    assert ["Points", "Reason"] == table_of(fit_card(answered(FRAME.scorer, account), FRAME))[0]
    by = {row[1]: row[2] for row in rows}
    assert f"you, {TODAY}" == by["Industry (must have): B2B SaaS"]
    assert f"crm salesforce, {TODAY}" == next(who for what, who in by.items() if what.startswith("Budget"))
    assert OTHER in by["Employees (must have): 120 people"]
    assert "2026" not in next(who for what, who in by.items() if what.startswith("Location"))


def test_disagreements_and_knockouts_are_said_before_anything_is_asked() -> None:
    """Both name the sources, and a disagreement that both stay possible."""
    account = Account(
        id=12,
        name="Acme",
        answers=(
            said(1, "employees", 120),
            said(2, "employees", 5000, person="U0THIRD33", quote="about five thousand"),
            said(3, "regulation", "restricted", quote="we are <b>FedRAMP</b>"),
        ),
    )
    message = fit_card(answered(FRAME.scorer, account), FRAME)
    shown = texts(message)
    assert "five thousand" not in blocks_of(message)[1]["text"]["text"]
    third = account.model_copy(update={"answers": (*account.answers, said(4, "employees", 3, person="ann"))})
    assert " Both stay possible." in shown
    assert " All stay possible." in texts(fit_card(answered(FRAME.scorer, third), FRAME))
    assert "*Knock-out*: Regulation is Patient records, FedRAMP or similar (<@U0OTHER22>" in shown
    assert "“we are &lt;b&gt;FedRAMP&lt;/b&gt;”" in shown
    assert "*Disagreement* on Employees: 5,000 people (<@U0THIRD33>" in shown
    assert [] == wrong_with(message)


def test_a_shared_card_keeps_private_what_is_private() -> None:
    """No quote, no mention but of who shared it, no button, the same verdict and the same sums."""
    account = Account(
        id=12,
        name="Acme",
        answers=(
            said(1, "employees", 120, quote="secret one"),
            said(2, "employees", 5, person="ann", quote="secret two"),
            said(3, "industry", "b2b_saas"),
            said(4, "regulation", "restricted", quote="secret three"),
            said(5, "budget", value=False, quote="secret four"),
        ),
    )
    answer = answered(FRAME.scorer, account)
    shared = shared_card(answer, FRAME, "U0SHARER1")
    shown = texts(shared) + str(shared.blocks) + shared.text

    assert blocks_of(fit_card(answer, FRAME))[0]["text"] == blocks_of(shared)[0]["text"]
    assert not re.search("secret|U0OTHER22|\\bann\\b", shown)
    assert ["<@U0SHARER1>"] == re.findall("<@[^>]*>", texts(shared))
    assert "user_id" not in shown
    assert "action_id" not in shown
    _assert_sums(table_of(shared))


def test_the_stage_is_asked_for_while_it_is_not_known() -> None:
    """A menu with the five stages, each of which says which account it is about."""
    (menu,) = elements_of(blocks_of(card_of()), Act.STAGE)
    assert list(StageId) == [decoded(AtStage, each["value"]).stage for each in menu["options"]]
    assert "initial_option" not in menu
    assert "*Where is Acme in its journey?*" in texts(card_of())


def test_assets_are_linked_once_the_stage_is_known() -> None:
    """Each has its link, its format and why it suits; the menu shows the stage that was said."""
    asset = Asset(id="a", title="ROI guide", url="https://x.example/roi", format="case_study", stages=("learn",))
    stage = StageSaid(stage=StageId.LEARN, source=Source(kind=SourceKind.PERSON, person=VIEWER), at=NOW)
    answer = answered(FRAME.scorer, account_of("Acme", {"industry": "b2b_saas"}))
    message = fit_card(answer, FRAME, Content((Choice(asset, ("industry", "gone")),)), stage)
    (menu,) = elements_of(blocks_of(message), Act.STAGE)

    assert StageId.LEARN is decoded(AtStage, menu["initial_option"]["value"]).stage
    assert "• <https://x.example/roi|ROI guide> (case study), made for their Industry" in texts(message)
    assert "*What to send in Learn* (said by you, 2026-11-22)" in texts(message)


def test_missing_assets_are_no_reason_for_silence() -> None:
    """Where the assets cannot be read, the verdict stands and the card says so."""
    stage = StageSaid(stage=StageId.BUY, source=Source(kind=SourceKind.IMPORT), at=NOW)
    answer = answered(FRAME.scorer, account_of("Acme", {}))
    assert "The assets are unavailable right now." in texts(fit_card(answer, FRAME, None, stage))
    assert "No asset suits this account here." in texts(fit_card(answer, FRAME, Content(()), stage))


def test_buttons_carry_the_account() -> None:
    """Whatever is clicked on a card says which account it is about; sharing asks first."""
    message = card_of(employees=120)
    (row,) = [block for block in blocks_of(message) if block["type"] == "actions"]
    *buttons, menu = row["elements"]
    assert ["discover", "brief", "why", "gap", "edit", "share"] == [each["action_id"] for each in buttons]
    assert all(12 == decoded(OnAccount, each["value"]).account for each in buttons)
    assert ["share"] == [each["action_id"] for each in buttons if "confirm" in each]
    assert all(12 == decoded(OnMore, each["value"]).account for each in menu["options"])


@pytest.mark.parametrize(
    ("answers", "entries"),
    [
        ({}, ["Fill in several at once", "Paste notes", "Show its gaps"]),
        ({"regulation": "restricted"}, ["Paste notes", "Show its gaps"]),
    ],
)
def test_the_rest_is_in_a_menu(answers: dict[str, object], entries: list[str]) -> None:
    """Notes are a tap away on every card of an account; all questions at once only where some are open."""
    (menu,) = elements_of(blocks_of(card_of(**answers)), Act.MORE)

    assert entries == [each["text"]["text"] for each in menu["options"]]


def test_an_opinion_carries_the_receipt() -> None:
    """What somebody thinks of an answer is kept with exactly that answer."""
    answer = answered(FRAME.scorer, account_of("Acme", {}))
    (pair,) = elements_of(blocks_of(fit_card(answer, FRAME)), Act.FEEDBACK)
    good, bad = (decoded(Opinion, pair[side]["value"]) for side in ("positive_button", "negative_button"))
    assert Opinion(account=12, receipt=answer.report.receipt, helpful=True) == good
    assert Opinion(account=12, receipt=answer.report.receipt, helpful=False) == bad


def huge_pack() -> Pack:
    """40 traits with labels of 500 characters, as many options as a menu does not hold, and all three ICPs."""
    long = "<!channel> & " * 40
    traits = tuple(
        Trait(
            id=f"t{number}",
            label=f"{number} {long}",
            kind=Kind.CHOICE,
            group=Group.FIRMOGRAPHIC,
            question=f"{long} {{account}}?",
            why=long,
            options={f"o{each}": Option(label=f"{each} {long}") for each in range(120 if number == 0 else 3)},
        )
        for number in range(40)
    )
    roles = list(Role)
    icps = tuple(
        Icp(
            id=f"i{number}",
            role=role,
            name=f"{number} {long}",
            ratings={
                trait.id: Rating(required=number == 1, points={"o1": -3 if role is Role.NEGATIVE else 5})
                for trait in traits
            },
        )
        for number, role in enumerate(roles)
    )
    return Pack(
        name="huge", title=long, version=1, owner="x", reviewed_on=TODAY - timedelta(days=1), traits=traits, icps=icps
    )


@pytest.mark.parametrize("known", [0, 20, 39, 40])
def test_a_huge_pack_still_makes_a_card(known: int) -> None:
    """Whatever the pack, a card keeps to every limit, as it is and in its classic form; and the points still sum."""
    scorer = Scorer(huge_pack())
    frame = frame_of(scorer)
    answers = tuple(said(number, f"t{number}", f"o{number % 3}", quote="q" * 900) for number in range(known))
    answer = answered(scorer, Account(id=12, name="n" * 40_000, answers=answers))
    for message in (
        fit_card(answer, frame),
        why_card(answer, frame),
        takes_card(answer, frame),
        ask_card(answer, frame),
        shared_card(answer, frame, VIEWER),
    ):
        assert [] == wrong_with(message)
        assert len(classic(message.blocks)) <= 50
    _assert_sums(table_of(fit_card(answer, frame)))


def test_open_traits_say_what_is_known_of_them() -> None:
    """Part of an answer, one that is too old, and an option that is gone are hints, and count for nothing."""
    account = Account(
        id=12,
        name="Acme",
        answers=(
            said(1, "employees", {"min": 40, "max": 90}),
            said(2, "budget", value=True, on=TODAY.replace(year=2020)),
            said(3, "industry", "no_more"),
        ),
    )
    shown = texts(fit_card(answered(FRAME.scorer, account), FRAME))
    assert "known: 40 to 90 people" in shown
    assert re.search("Budget: .*, was .* on 2020-11-22, too long ago to count", shown)
    assert "no_more is no longer an option" in shown


def test_quotes_stand_in_why() -> None:
    """Whoever asks why reads the words that the answers were taken from."""
    account = Account(id=12, name="Acme", answers=(said(1, "employees", 120, quote="we are 120 now"),))
    shown = texts(why_card(answered(FRAME.scorer, account), FRAME))
    assert f"• Employees: <@{OTHER}>, {TODAY}, “we are 120 now”" in shown


def test_the_questions_are_asked_one_by_one_or_all_at_once() -> None:
    """The primary button goes through them, and the first entry of the menu opens the form for all of them."""
    blocks = blocks_of(ask_card(answered(FRAME.scorer, account_of("Acme", {})), FRAME))
    (one_by_one,), (menu,) = elements_of(blocks, Act.DISCOVER), elements_of(blocks, Act.MORE)
    at_once = decoded(OnMore, menu["options"][0]["value"])
    assert ("primary", More.FILL_IN) == (one_by_one["style"], at_once.does)


def test_a_decided_account_has_no_questions() -> None:
    """Then the card says what to do instead."""
    answer = answered(FRAME.scorer, account_of("Acme", {"regulation": "restricted"}))
    assert "*Next*: Spend your time on another account." in texts(ask_card(answer, FRAME))
    assert "No answers can get it to a better tier" in texts(takes_card(answer, FRAME)) or answer.would_take
