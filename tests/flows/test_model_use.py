"""A model is asked within what the workspace may spend; every call is noted, whatever became of it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.draft import ProseDraft
from bot.flows.desk import Desk
from bot.flows.model_use import DAY, DROPPED, NOT_GROUNDED, USED, Refused, Unused, Used, use
from bot.ports import Scope
from bot.ports.model import Caps, Failure, Job, ModelCall, Spent
from tests.flows.modelled import desk_with
from tests.llm.scripted import SPENT, ScriptedModel, prompt_of, prose
from tests.small import NOW, ports_at

FACTS = prose(("It fits.", 1))


def sentences(draft: ProseDraft) -> int:
    """A judge that takes everything."""
    return len(draft.sentences)


def nothing(draft: ProseDraft) -> int:
    """A judge that takes nothing."""
    raise Refused


def ask(desk: Desk, judge: object = sentences) -> Used[int] | Unused | None:
    """Ask for a summary of nothing."""
    return use(desk, Job.SUMMARISE, lambda model: model.summarise(()), judge)  # type: ignore[arg-type]


def calls(desk: Desk) -> list[ModelCall]:
    """What was asked, the latest first."""
    with desk.begin(writes=False) as work:
        return list(work.model_calls.since(NOW - timedelta(days=999)))


def test_without_a_model_nothing_is_asked_or_noted(tmp_path: Path) -> None:
    """None says that there is no model."""
    desk = desk_with(ports_at(tmp_path))
    assert (None, []) == (ask(desk), calls(desk))


def test_what_a_judge_takes_is_used_and_noted(tmp_path: Path) -> None:
    """With the model, the prompt and its hash, and what it cost; never what was said."""
    desk = desk_with(ports_at(tmp_path), ScriptedModel(FACTS))
    prompt = prompt_of(Job.SUMMARISE)

    assert Used(1, "scripted:model", prompt) == ask(desk)
    assert [ModelCall(NOW, Job.SUMMARISE, "scripted:model", prompt, SPENT, USED)] == calls(desk)


def test_what_a_judge_refuses_is_dropped_and_noted(tmp_path: Path) -> None:
    """It cost as much."""
    desk = desk_with(ports_at(tmp_path), ScriptedModel(FACTS))
    assert Unused(NOT_GROUNDED) == ask(desk, nothing)
    assert [(DROPPED, SPENT)] == [(call.outcome, call.spent) for call in calls(desk)]


@pytest.mark.parametrize("failure", list(Failure))
def test_every_failure_has_its_sentence_and_is_noted(tmp_path: Path, failure: Failure) -> None:
    """With what it cost until it failed."""
    desk = desk_with(ports_at(tmp_path), ScriptedModel(failure))
    unused = ask(desk)

    assert isinstance(unused, Unused)
    assert "language model" in unused.why
    assert [(failure.value, SPENT)] == [(call.outcome, call.spent) for call in calls(desk)]


@pytest.mark.parametrize(
    ("caps", "asked"),
    [
        (Caps(), 3),
        (Caps(tokens=121), 2),
        (Caps(tokens=120), 1),
        (Caps(tokens=0), 0),
        (Caps(cost=10), 2),
        (Caps(tokens=10_000, cost=5), 1),
    ],
)
def test_what_a_workspace_may_spend_is_not_exceeded_by_more_than_one_call(
    tmp_path: Path, caps: Caps, asked: int
) -> None:
    """Once it is used up the model is not asked any more, and that is noted and said."""
    model = ScriptedModel(FACTS, FACTS, FACTS, spent=Spent(100, 20, 5))
    desk = desk_with(ports_at(tmp_path), model, caps)
    used = [ask(desk) for _ in range(3)]

    assert asked == len(model.asked)
    assert [True] * asked + [False] * (3 - asked) == [isinstance(each, Used) for each in used]
    assert ["capped"] * (3 - asked) == [call.outcome for call in calls(desk)][: 3 - asked]


def test_what_was_spent_a_day_ago_does_not_count(tmp_path: Path) -> None:
    """The last 24 hours do."""
    model = ScriptedModel(FACTS, FACTS)
    desk = desk_with(ports_at(tmp_path), model, Caps(tokens=1))
    ask(desk)
    ask(replace(desk, now=lambda: NOW + DAY + timedelta(seconds=1)))
    assert 2 == len(model.asked)


def test_another_workspace_spends_for_itself(tmp_path: Path) -> None:
    """What one team used up is not taken from another."""
    model = ScriptedModel(FACTS, FACTS)
    desk = desk_with(ports_at(tmp_path), model, Caps(tokens=1))
    ask(desk)
    other = replace(desk, team="other")
    ask(other)

    assert 2 == len(model.asked)
    assert 1 == len(calls(other))
    with desk.ports.store().begin(Scope.of_team("other"), writes=False) as work:
        assert SPENT == work.model_calls.spent(NOW - DAY)
