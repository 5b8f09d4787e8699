"""Disagreements: noticed with the answer and logged as a gap, settled once, by whoever decides, wherever it is cut off."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Answer, Source, SourceKind
from bot.core.disagreement import Disagreement, Keep
from bot.core.errors import AccountUnknown, ValueRefused
from bot.core.gap import Gap, GapKind, GapStatus, NewGap, closed
from bot.flows.accounts import add_account
from bot.flows.desk import Desk
from bot.flows.disagreement import choose, detect, disputed_now, keep_in, standing_disagreement
from bot.flows.fields import edited, take_back
from bot.flows.fit import Scorer
from bot.flows.gaps import all_gaps, change_gap, log_gap
from bot.flows.outcome import Memory, NotDisputed, Recorded, Response, Settled
from bot.flows.respond import respond
from bot.flows.telling import undo_last
from bot.ports import NewAnswer, Ports
from tests.flows.test_origin import delivered, killed_at
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at

CRM = Source(kind=SourceKind.IMPORT, person="crm.csv")
_MINUTES = count(1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where ann is."""
    return desk_at(ports_at(tmp_path / "home"))


def desk_at(ports: Ports, name: str = "ann") -> Desk:
    """Where a person is; each thing that they do is later than the one before."""

    def now() -> datetime:
        return NOW + timedelta(minutes=next(_MINUTES))

    return Desk(Scorer(pack()), SCOPE.team, ports, name, now, TODAY)


def acme(desk: Desk, **values: object) -> int:
    """An account of which the CRM says all this."""
    account_id = add_account(desk.ports, SCOPE, f"Acme {next(_MINUTES)}").id
    new = [NewAnswer(trait, value, CRM, desk.now(), on=TODAY) for trait, value in values.items()]  # type: ignore[arg-type]
    with desk.begin(writes=True) as work:
        work.accounts.record(account_id, new)
        work.commit()
    return account_id


def tell(desk: Desk, account_id: int, text: str) -> Response:
    """Say something about an account."""
    return respond(text, Memory(account_id=account_id), desk)


def recorded(desk: Desk, account_id: int, text: str) -> Recorded:
    """Say something that is written down."""
    outcome = tell(desk, account_id, text).outcome
    assert isinstance(outcome, Recorded)
    return outcome


def settled(outcome: object) -> Settled:
    """An outcome that settles something."""
    assert isinstance(outcome, Settled)
    return outcome


def not_disputed(outcome: object) -> NotDisputed:
    """An outcome that settles nothing."""
    assert isinstance(outcome, NotDisputed)
    return outcome


def gaps(desk: Desk, account_id: int) -> list[Gap]:
    """The contradictions at an account, the latest first."""
    found = all_gaps(desk.ports, SCOPE)
    return [gap for gap in found if gap.account_id == account_id and gap.kind is GapKind.CONTRADICTION]


def counting(desk: Desk, account_id: int) -> list[tuple[str, object]]:
    """What was not taken back of an account."""
    return [(each.trait, each.value) for each in desk.account(account_id).answers if not each.retracted]


# --- noticed ----------------------------------------------------------------------------------------------------------


def test_a_new_answer_that_contradicts_is_noticed_with_a_gap(desk: Desk) -> None:
    """What is said is written down all the same, both stay possible, and the gap has the evidence of both."""
    account_id = acme(desk, employees=5)
    outcome = recorded(desk, account_id, "it has 120 employees")

    [found] = outcome.disagreements
    assert ("employees", 120, [5]) == (found.trait, found.new.value, [each.value for each in found.others])
    [gap] = gaps(desk, account_id)
    assert ("Employees: 5 (import crm.csv) against 120 (a person)", "employees", True) == (
        gap.what,
        gap.trait,
        gap.is_open,
    )
    assert (person(), "it has 120 employees") == (gap.source, gap.quote)
    assert [("employees", 5), ("employees", 120)] == counting(desk, account_id)


def test_what_goes_together_is_no_disagreement(desk: Desk) -> None:
    """Two values in one cell, and a change of mind, leave no gap."""
    account_id = acme(desk, employees=110)

    assert () == recorded(desk, account_id, "it has 120 employees").disagreements
    assert () == recorded(desk, account_id, "it has 130 employees").disagreements
    assert [] == gaps(desk, account_id)


def test_a_form_notices_it_as_well(desk: Desk) -> None:
    """Several at once, in pack order."""
    account_id = acme(desk, employees=5, budget="no")
    outcome = edited(account_id, 99, {"budget": "yes", "employees": "120"}, desk)

    assert outcome is not None
    assert ["employees", "budget"] == [each.trait for each in outcome.disagreements]
    assert 2 == len(gaps(desk, account_id))


def test_the_same_contradiction_again_is_another_voice(desk: Desk) -> None:
    """One gap, however often somebody says so; noticing the same answer again adds nothing."""
    account_id = acme(desk, employees=5)
    noted = recorded(desk, account_id, "it has 120 employees").noted
    with desk.begin(writes=True) as work:
        assert detect(work, work.accounts.get(account_id), noted, desk)
        work.commit()
    [gap] = gaps(desk, account_id)
    assert 1 == len(gap.voices)

    recorded(desk, account_id, "it has 150 employees")
    [gap] = gaps(desk, account_id)
    assert 2 == len(gap.voices)


def test_a_second_attempt_notices_it_once(desk: Desk) -> None:
    """A delivery that is begun anew has the same outcome and the same gap."""
    account_id = acme(desk, employees=5)
    at = replace(desk, origin=delivered(desk.ports))
    first, second = (recorded(at, account_id, "it has 120 employees") for _ in range(2))

    assert first == second
    [gap] = gaps(desk, account_id)
    assert 1 == len(gap.voices)


def test_an_undo_ends_it(desk: Desk) -> None:
    """Taking the answer back closes the gap; a gap about something else, or one that goes on, stays as it is."""
    account_id = acme(desk, employees=5, budget="no")
    recorded(desk, account_id, "it has 120 employees")
    undo_last(account_id, desk)
    [gap] = gaps(desk, account_id)
    assert gap.closed is not None
    assert "The answer that contradicted the others was taken back." == gap.closed.reason

    noted = recorded(desk, account_id, "it has 120 employees").noted
    bob = desk_at(desk.ports, "bob")
    recorded(bob, account_id, "it has 150 employees")
    take_back(account_id, [each.id for each in noted], desk)
    [gap] = gaps(desk, account_id)
    assert gap.is_open
    undo_last(account_id, bob)
    assert [False] == [each.is_open for each in gaps(desk, account_id)]


def test_an_undo_leaves_what_somebody_closed(desk: Desk) -> None:
    """A contradiction that nobody will look into stays so."""
    account_id = acme(desk, employees=5)
    recorded(desk, account_id, "it has 120 employees")
    [gap] = gaps(desk, account_id)
    change_gap(desk.ports, SCOPE, gap.id, closed("who cares", person(), NOW, wont=True))
    undo_last(account_id, desk)

    assert [GapStatus.WONT] == [each.status for each in gaps(desk, account_id)]


@given(step=st.integers(0, 20))
def test_the_answer_and_its_contradiction_are_written_in_one_step(
    tmp_path_factory: pytest.TempPathFactory, step: int
) -> None:
    """Wherever the process ends, a contradicting answer is there exactly when its gap is."""
    desk = desk_at(ports_at(tmp_path_factory.mktemp("home")))
    account_id = acme(desk, employees=5)
    with killed_at(desk.ports, step):
        recorded(desk, account_id, "it has 120 employees")

    assert len(counting(desk, account_id)) - 1 == len(gaps(desk, account_id))


# --- settled ----------------------------------------------------------------------------------------------------------


def test_the_new_one_holds(desk: Desk) -> None:
    """The other is taken back, the gap is closed by who decided what, and the report says what that changed."""
    account_id = acme(desk, employees=5)
    recorded(desk, account_id, "it has 120 employees")
    outcome = settled(choose(account_id, "employees", Keep.NEW, desk))

    assert [("employees", 120)] == counting(desk, account_id)
    assert [5] == [each.value for each in outcome.gone]
    assert (True, False) == tuple(each.standings[1].disagrees for each in (outcome.before, outcome.answer))
    [gap] = gaps(desk, account_id)
    assert gap.closed is not None
    assert (GapStatus.FILLED, "120 holds, not 5.", person()) == (gap.status, gap.closed.reason, gap.closed.source)


def test_the_old_one_holds(desk: Desk) -> None:
    """The new one is taken back with what the same person said to that effect before."""
    account_id = acme(desk, employees=5)
    recorded(desk, account_id, "it has 110 employees")
    recorded(desk, account_id, "it has 120 employees")
    outcome = settled(choose(account_id, "employees", Keep.OLD, desk))

    assert [("employees", 5)] == counting(desk, account_id)
    assert [110, 120] == [each.value for each in outcome.gone]
    [gap] = gaps(desk, account_id)
    assert gap.closed is not None
    assert "5 holds, not 120." == gap.closed.reason


def test_both_stay_possible(desk: Desk) -> None:
    """Nothing is taken back, the gap stays open, and it can be decided later, also twice."""
    account_id = acme(desk, employees=5)
    recorded(desk, account_id, "it has 120 employees")
    for _ in range(2):
        outcome = settled(choose(account_id, "employees", Keep.BOTH, desk))
        assert ((), outcome.before) == (outcome.gone, outcome.answer)
    assert [True] == [each.is_open for each in gaps(desk, account_id)]
    settled(choose(account_id, "employees", Keep.NEW, desk))

    assert [("employees", 120)] == counting(desk, account_id)


def test_others_that_still_disagree_keep_the_gap_open(desk: Desk) -> None:
    """Where the new one goes, two that exclude each other without it are still a contradiction."""
    account_id = acme(desk, employees=5)
    recorded(desk_at(desk.ports, "bob"), account_id, "it has 500 employees")
    recorded(desk, account_id, "it has 120 employees")
    settled(choose(account_id, "employees", Keep.OLD, desk))

    assert [True] == [each.is_open for each in gaps(desk, account_id)]


def test_another_gap_is_left_alone(desk: Desk) -> None:
    """Of other kinds, about other traits, and what somebody closed before."""
    account_id = acme(desk, employees=5, budget="no")
    trait = NewGap(kind=GapKind.TRAIT, what="x", account_id=account_id, trait="employees", source=person(), at=NOW)
    recorded(desk, account_id, "it has 120 employees, budget is approved")
    gap_id = log_gap(desk.ports, SCOPE, trait).id
    settled(choose(account_id, "employees", Keep.NEW, desk))

    assert {"employees": False, "budget": True} == {each.trait: each.is_open for each in gaps(desk, account_id)}
    assert [True] == [each.is_open for each in all_gaps(desk.ports, SCOPE) if each.id == gap_id]
    [one] = [each for each in gaps(desk, account_id) if each.is_open]
    change_gap(desk.ports, SCOPE, one.id, closed("who cares", person(), NOW, wont=True))
    settled(choose(account_id, "budget", Keep.NEW, desk))
    assert GapStatus.WONT in {each.status for each in gaps(desk, account_id)}


def test_a_second_click_finds_it_settled(desk: Desk) -> None:
    """Nothing is written twice, whoever clicks what, and the person is told how it was settled."""
    account_id = acme(desk, employees=5)
    [new] = recorded(desk, account_id, "it has 120 employees").noted
    settled(choose(account_id, "employees", Keep.NEW, desk, new.id))
    before = desk.account(account_id), gaps(desk, account_id)
    for keep in Keep:
        outcome = not_disputed(choose(account_id, "employees", keep, desk_at(desk.ports, "bob"), new.id))
        assert outcome.found is None
        assert outcome.closed is not None
        assert "120 holds, not 5." == outcome.closed.reason

    assert before == (desk.account(account_id), gaps(desk, account_id))


def test_a_late_click_is_about_what_was_shown(desk: Desk) -> None:
    """Where the person has said something newer since, nothing is settled, and the newer one is put to them instead."""
    account_id = acme(desk, employees=5)
    [shown] = recorded(desk, account_id, "it has 120 employees").noted
    [newer] = recorded(desk, account_id, "it has 500 employees").noted
    outcome = not_disputed(choose(account_id, "employees", Keep.NEW, desk, shown.id))

    assert outcome.found is not None
    assert newer == outcome.found.new
    assert 3 == len(counting(desk, account_id))


def test_a_disagreement_that_ended_is_not_settled(desk: Desk) -> None:
    """Where the person has come round since, there is nothing to decide."""
    account_id = acme(desk, employees=5)
    [shown] = recorded(desk, account_id, "it has 120 employees").noted
    recorded(desk, account_id, "it has 6 employees")
    outcome = not_disputed(choose(account_id, "employees", Keep.NEW, desk, shown.id))

    assert outcome.found is None
    assert outcome.closed is not None
    assert "Answered: 6." == outcome.closed.reason


def test_where_nothing_was_ever_disputed(desk: Desk) -> None:
    """There is nothing to decide, and nobody decided anything."""
    account_id = acme(desk, employees=5)

    assert NotDisputed(desk.look_up(account_id), "employees") == choose(account_id, "employees", Keep.NEW, desk)
    assert NotDisputed(desk.look_up(account_id), "budget") == choose(account_id, "budget", Keep.NEW, desk, 99)


def test_what_cannot_be_settled(desk: Desk) -> None:
    """An account or a trait that is not there is refused in a sentence."""
    with pytest.raises(AccountUnknown):
        choose(77, "employees", Keep.NEW, desk)
    with pytest.raises(ValueRefused, match="unknown trait 'employes'; did you mean 'employees'"):
        choose(acme(desk), "employes", Keep.NEW, desk)


def test_a_colleague_may_settle_it(desk: Desk) -> None:
    """The answer that is meant is the one that was shown, whoever gave it."""
    account_id = acme(desk, employees=5)
    [new] = recorded(desk, account_id, "it has 120 employees").noted
    bob = desk_at(desk.ports, "bob")
    assert settled(choose(account_id, "employees", Keep.OLD, bob, new.id)).gone

    [gap] = gaps(desk, account_id)
    assert gap.closed is not None
    assert person("bob") == gap.closed.source


def test_the_latest_that_is_disputed(desk: Desk) -> None:
    """Without knowing which answer is meant, it is the latest that excludes anything."""
    account_id = acme(desk, employees=5)
    assert disputed_now(desk.account(account_id), "employees", desk) is None
    recorded(desk, account_id, "it has 120 employees")
    [latest] = recorded(desk_at(desk.ports, "bob"), account_id, "it has 150 employees").noted
    found = disputed_now(desk.account(account_id), "employees", desk)

    assert found is not None
    assert latest == found.new
    assert disputed_now(desk.account(account_id), "headcount", desk) is None


def test_of_some_answers_the_first_that_is_disputed(desk: Desk) -> None:
    """In pack order; none where none of them excludes anything."""
    account_id = acme(desk, employees=5, budget="no")
    noted = recorded(desk, account_id, "budget is approved and it has 120 employees, B2B SaaS").noted
    account = desk.account(account_id)

    found = standing_disagreement(account, [each.id for each in noted], desk)
    assert found is not None
    assert "employees" == found.trait
    assert standing_disagreement(account, [], desk) is None


@given(kills=st.lists(st.tuples(st.sampled_from(Keep), st.integers(0, 25)), max_size=4), keep=st.sampled_from(Keep))
def test_one_delivery_settles_once(
    tmp_path_factory: pytest.TempPathFactory, kills: list[tuple[Keep, int]], keep: Keep
) -> None:
    """However often the attempts at it are cut off, answers and gap change together, once, and the outcome is one."""
    desk = desk_at(ports_at(tmp_path_factory.mktemp("home")))
    account_id = acme(desk, employees=5)
    recorded(desk, account_id, "it has 120 employees")
    at = replace(desk, origin=delivered(desk.ports))
    for _, step in kills:
        with killed_at(desk.ports, step):
            choose(account_id, "employees", keep, at)
        left = counting(desk, account_id)
        assert (len(left) == 2) == gaps(desk, account_id)[0].is_open

    first, second = (choose(account_id, "employees", keep, at) for _ in range(2))
    assert first == second
    assert isinstance(first, Settled)
    kept = {Keep.NEW: [120], Keep.OLD: [5], Keep.BOTH: [5, 120]}[keep]
    assert kept == [value for _, value in counting(desk, account_id)]
    assert 1 == len([each for gap in gaps(desk, account_id) for each in gap.voices])


def test_within_a_transaction_nothing_is_kept_before_it_is_committed(desk: Desk) -> None:
    """Whoever began the transaction decides."""
    account_id = acme(desk, employees=5)
    [found] = recorded(desk, account_id, "it has 120 employees").disagreements
    with desk.begin(writes=True) as work:
        gone = keep_in(work, work.accounts.get(account_id), found, Keep.NEW, desk)
    assert found.gone(Keep.NEW) == gone

    assert 2 == len(counting(desk, account_id))
    assert [True] == [each.is_open for each in gaps(desk, account_id)]


# --- in words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("said", "left"), [("1", [120]), ("keep the old one", [5]), ("don't know which", [5, 120])])
def test_the_next_message_may_settle_it(desk: Desk, said: str, left: list[int]) -> None:
    """By number or in plain words."""
    account_id = acme(desk, employees=5)
    response = tell(desk, account_id, "it has 120 employees")
    assert "employees" == response.memory.disputed
    outcome = respond(said, response.memory, desk)
    settled(outcome.outcome)

    assert left == [value for _, value in counting(desk, account_id)]
    assert Memory(account_id=account_id) == outcome.memory


def test_several_are_settled_one_after_the_other(desk: Desk) -> None:
    """In pack order, each put to the person once, also where one is left as it is."""
    account_id = acme(desk, employees=5, budget="no", industry="other")
    response = tell(desk, account_id, "it has 120 employees, budget is approved, industry is B2B SaaS")
    asked: list[str | None] = []
    for said in ("both", "the new one", "2"):
        asked.append(response.memory.disputed)
        response = respond(said, response.memory, desk)
        assert response.memory.disputed == _first(settled(response.outcome).disagreements)

    assert ["industry", "employees", "budget"] == asked
    assert response.memory.disputed is None
    assert {("industry", "other"), ("industry", "saas"), ("employees", 120), ("budget", "no")} == set(
        counting(desk, account_id)
    )


def _first(found: tuple[Disagreement, ...]) -> str | None:
    return found[0].trait if found else None


def test_anything_else_goes_on_as_usual(desk: Desk) -> None:
    """And then the number of a choice settles nothing any more."""
    account_id = acme(desk, employees=5)
    response = tell(desk, account_id, "it has 120 employees")
    response = respond("why?", response.memory, desk)
    assert response.memory.disputed is None
    respond("1", response.memory, desk)

    assert 2 == len(counting(desk, account_id))


def test_a_choice_that_comes_again_is_settled_once(desk: Desk) -> None:
    """The same words for the same delivery have the same outcome, though the own answer is gone by then."""
    account_id = acme(desk, employees=5)
    memory = tell(desk, account_id, "it has 120 employees").memory
    at = replace(desk, origin=delivered(desk.ports))
    first, second = (respond("the old one", memory, at) for _ in range(2))

    assert first == second
    assert isinstance(first.outcome, Settled)


def test_words_after_it_was_settled_elsewhere(desk: Desk) -> None:
    """A colleague was faster: nothing is written, and the person is told."""
    account_id = acme(desk, employees=5)
    response = tell(desk, account_id, "it has 120 employees")
    [new] = [each for each in desk.account(account_id).answers if each.source == person()]
    choose(account_id, "employees", Keep.OLD, desk_at(desk.ports, "bob"), new.id)
    outcome = not_disputed(respond("1", response.memory, desk).outcome)

    assert outcome.closed is not None
    assert person("bob") == outcome.closed.source
    assert [("employees", 5)] == counting(desk, account_id)


def test_without_an_account_nothing_is_settled(desk: Desk) -> None:
    """A memory that lost its account has nothing to settle."""
    response = respond("both", Memory(disputed="employees"), desk)
    assert not isinstance(response.outcome, Settled | NotDisputed)


def answers_of(found: Disagreement) -> list[Answer]:
    """Both sides."""
    return [*found.others, found.new]


@given(st.permutations(range(3)), st.sampled_from(Keep))
def test_whoever_is_asked_settling_leaves_what_was_foretold(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], keep: Keep
) -> None:
    """The verdicts that are possible afterwards are those that the disagreement announced."""
    desk = desk_at(ports_at(tmp_path_factory.mktemp("home")))
    account_id = acme(desk, employees=5)
    texts = ["it has 120 employees", "it has 500 employees", "it has at least 60 employees"]
    for place in order:
        recorded(desk_at(desk.ports, f"p{place}"), account_id, texts[place])
    found = disputed_now(desk.account(account_id), "employees", desk)
    assert found is not None
    announced = {Keep.NEW: found.if_new, Keep.OLD: found.if_old, Keep.BOTH: found.if_both}[keep]
    outcome = settled(choose(account_id, "employees", keep, desk, found.new.id))

    assert set(announced) == set(outcome.answer.report.possible)
    assert {each.id for each in answers_of(found)} <= {each.id for each in outcome.before.account.answers}
