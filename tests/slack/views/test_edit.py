"""The form to edit answers: one field a trait, opened with what is known, and refused next to the field."""

import pytest
from hypothesis import HealthCheck, given, settings

from bot.core.account import Account
from bot.core.icp import Icp, Rating, Role
from bot.core.journey import StageId, StageSaid
from bot.core.pack import Pack
from bot.core.trait import Group, Kind, Option, Trait
from bot.flows.fields import field_of
from bot.flows.fit import FitAnswer, Scorer
from bot.slack.values import EditForm, Where, decoded
from bot.slack.views.edit import STAGE, VALUE, edit_errors, edit_form
from bot.slack.views.frame import Frame
from tests import small
from tests.slack.views.kit import (
    NOW,
    Json,
    account_of,
    answered,
    frame_of,
    said,
    scorer_of_harbor,
    situations,
    wrong_with_view,
)
from tests.strategies import TODAY

FRAME = frame_of(scorer_of_harbor())
SMALL = frame_of(Scorer(small.pack()))


def fields_of(view: Json) -> dict[str, Json]:
    """The fields of a form, by block."""
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


def submitted(element: Json) -> str | tuple[str, ...]:
    """What comes back of a field that nobody touched."""
    if element["type"] == "multi_static_select":
        return tuple(each["value"] for each in element.get("initial_options", []))
    return element.get("initial_option", {}).get("value") or element.get("initial_value", "")


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(situations())
def test_every_form_is_one_that_slack_takes(situation: tuple[Frame, FitAnswer]) -> None:
    """For any pack and any account, and for all traits as for the open ones."""
    frame, answer = situation
    for only_open in (False, True):
        view = edit_form(answer, frame, EditForm(account=12), only_open=only_open)
        assert [] == wrong_with_view(view)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(situations())
def test_a_field_that_nobody_touched_changes_nothing(situation: tuple[Frame, FitAnswer]) -> None:
    """Each field opens with exactly what the flow compares it with."""
    frame, answer = situation
    fields = fields_of(edit_form(answer, frame, EditForm(account=12)))
    for trait, standing in zip(frame.pack.traits, answer.standings, strict=True):
        shown = field_of(standing, trait, frame.pack.currency)
        if trait.id in fields:
            back = submitted(fields[trait.id])
            assert (set(shown) if isinstance(shown, tuple) else shown) == (
                set(back) if isinstance(back, tuple) else back
            )


def test_each_kind_of_trait_has_its_kind_of_field() -> None:
    """Numbers are typed, options chosen, tags chosen several at a time; each begins with what is known."""
    answers = {
        "industry": "fintech",
        "employees": {"min": 50, "max": 200},
        "revenue": 2_000_000,
        "budget": True,
        "stack": {"at_least": ["excel", "salesforce"]},
    }
    fields = fields_of(edit_form(answered(SMALL.scorer, account_of("Acme", answers)), SMALL, EditForm(account=12)))
    kinds = {block: element["type"] for block, element in fields.items()}

    assert {VALUE} == {element["action_id"] for element in fields.values()}
    assert kinds == {
        STAGE: "static_select",
        "industry": "static_select",
        "employees": "plain_text_input",
        "revenue": "plain_text_input",
        "budget": "static_select",
        "stack": "multi_static_select",
    }
    assert {
        STAGE: "",
        "industry": "fintech",
        "employees": "50 to 200",
        "revenue": "USD 2M",
        "budget": "yes",
        "stack": ("salesforce", "excel"),
    } == {block: submitted(element) for block, element in fields.items()}


def test_the_form_remembers_where_it_came_from() -> None:
    """What a submission needs comes back with it."""
    form = EditForm(account=12, seen=9, where=Where(channel="C1", thread="1.2"))
    view = edit_form(answered(SMALL.scorer, account_of("Acme", {})), SMALL, form)
    assert form == decoded(EditForm, view["private_metadata"])
    assert "edit_answers" == view["callback_id"]


def test_the_stage_comes_first_and_is_the_one_that_was_said() -> None:
    """No trait can be called like the block of the stage."""
    stage = StageSaid(stage=StageId.EVALUATE, source=small.person(), at=NOW)
    view = edit_form(answered(SMALL.scorer, account_of("Acme", {})), SMALL, EditForm(account=12), stage)
    fields = fields_of(view)
    assert STAGE == next(iter(fields))
    assert "evaluate" == submitted(fields[STAGE])


def test_open_questions_come_in_the_order_in_which_they_tell() -> None:
    """The form with the open questions leaves out what cannot change the verdict, and asks for the stage last."""
    answer = answered(FRAME.scorer, account_of("Acme", {"employees": 120}))
    fields = fields_of(edit_form(answer, FRAME, EditForm(account=12), only_open=True))
    assert [*(question.trait for question in answer.report.questions), STAGE] == list(fields)
    assert "employees" not in fields


def test_a_decided_account_leaves_nothing_to_ask() -> None:
    """The form says so instead of being empty."""
    answer = answered(FRAME.scorer, account_of("Acme", {"regulation": "restricted"}))
    view = edit_form(answer, FRAME, EditForm(account=12), only_open=True)
    assert [STAGE] == list(fields_of(view))
    assert "Nothing is left to ask" in view["blocks"][0]["text"]["text"]


def test_hints_ask_the_question_and_say_what_is_known() -> None:
    """With examples of what can be typed, and with answers that are too old to count."""
    account = Account(
        id=12,
        name="Acme",
        answers=(said(1, "employees", 120), said(2, "budget", value=True, on=TODAY.replace(year=2020))),
    )
    view = edit_form(answered(SMALL.scorer, account), SMALL, EditForm(account=12))
    hints = {
        block["block_id"]: block.get("hint", {}).get("text") for block in view["blocks"] if block["type"] == "input"
    }
    assert (
        "Employees of Acme? For example: 120, about 200, 50 to 200, at least 1k. Now: 120 (U0OTHER22)."
        == hints["employees"]
    )
    assert "Budget of Acme? Too old: yes (U0OTHER22)." == hints["budget"]


def big(traits: int, options: int) -> Pack:
    """A pack of many traits with many options."""
    return Pack(
        name="big",
        title="Big",
        version=1,
        owner="x",
        reviewed_on=TODAY,
        icps=(Icp(id="i", role=Role.PRIMARY, name="I", ratings={"t0": Rating(points={"o1": 5})}),),
        traits=tuple(
            Trait(
                id=f"t{number}",
                label="L" * 500,
                kind=Kind.TAGS if number % 2 else Kind.CHOICE,
                group=Group.FIRMOGRAPHIC,
                question="Q" * 4000,
                options={f"o{each}": Option(label="O" * 500) for each in range(options)},
            )
            for number in range(traits)
        ),
    )


@pytest.mark.parametrize(("traits", "options"), [(120, 3), (2, 100), (2, 101), (2, 350)])
def test_a_form_keeps_to_its_limits(traits: int, options: int) -> None:
    """More traits than a form holds are left to a message, more options than a menu holds stand in groups."""
    frame = frame_of(Scorer(big(traits, options)))
    answer = answered(frame.scorer, account_of("Acme", {"t0": "o1", "t1": ["o0", "o2"]}))
    view = edit_form(answer, frame, EditForm(account=12))

    assert [] == wrong_with_view(view)
    assert len(view["blocks"]) <= 100
    assert "o1" == submitted(fields_of(view)["t0"])


def test_what_a_field_cannot_hold_is_left_out() -> None:
    """A value that would come back changed has no field, and the form says so."""
    value = {"any_of": [{"min": number, "max": number + 1} for number in range(0, 4000, 4)]}
    answer = answered(SMALL.scorer, Account(id=12, name="Acme", answers=(said(1, "employees", value),)))
    view = edit_form(answer, SMALL, EditForm(account=12))
    assert "employees" not in fields_of(view)
    assert "1 more trait: say in a message what you know." == view["blocks"][-1]["elements"][0]["text"]


def test_errors_stand_next_to_their_fields() -> None:
    """They are keyed by the trait, in plain words of a length that fits."""
    answer = edit_errors({"employees": "I cannot read <that>.\nSay a number." + "x" * 900})
    assert "errors" == answer["response_action"]
    assert answer["errors"]["employees"].startswith("I cannot read <that>. Say a number.")
    assert len(answer["errors"]["employees"]) <= 300
