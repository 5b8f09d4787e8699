"""Notes become proposals, proposals become answers once somebody confirms them, and nothing is settled twice."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import AccountUnknown
from bot.core.gap import GapKind, GapStatus, NewGap
from bot.core.pack import Pack
from bot.core.proposal import ProposalRefused
from bot.core.proposal_notes import LONGEST_NOTES
from bot.core.proposal_offer import Mark
from bot.flows.accounts import add_account, record_answers
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gaps import all_gaps, log_gap
from bot.flows.notes import MOST, Confirmed, Proposed, confirm, propose, waiting
from bot.ports import Ports
from tests.flows.test_origin import delivered, killed_at
from tests.small import NOW, SCOPE, TODAY, answer, pack, person, ports_at

_NUMBERS = count()
TEXT = "Call with Tom\n- 120 people\n- on Snowflake\n- also on Excel\n- budget approved\n\nmaybe fintech, not sure"


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """A state in a folder of its own."""
    return ports_at(tmp_path_factory.mktemp("home"))


def desk_of(ports: Ports, who: str = "ann", origin: int | None = None, known: Pack | None = None) -> Desk:
    """Where somebody is."""
    return Desk(Scorer(known or pack()), SCOPE.team, ports, who, lambda: NOW, TODAY, origin=origin)


def added(ports: Ports) -> int:
    """A new account."""
    return add_account(ports, SCOPE, f"Zed{next(_NUMBERS)}").id


def ids_of(proposed: Proposed, *traits: str) -> list[int]:
    """The ids of the proposals about these traits; of all where none is named."""
    return [each.proposal.id for each in proposed.offers if not traits or each.proposal.trait in traits]


def on_record(desk: Desk, account_id: int) -> list[tuple[str, object]]:
    """What is recorded of an account."""
    return [(each.trait, each.value) for each in desk.account(account_id).answers if not each.retracted]


def test_proposals_are_confirmed_in_one_go(ports: Ports) -> None:
    """The chosen become answers of whoever confirms, with the quote and the day; the others are dropped."""
    account, desk = added(ports), desk_of(ports, "bob")
    proposed = propose(TEXT, account, desk_of(ports))

    assert ["employees", "stack", "stack", "budget"] == [each.proposal.trait for each in proposed.offers]
    assert all(each.mark is Mark.NEW and (each.proposal.quote or "") in TEXT for each in proposed.offers)
    assert ["industry"] == [each.trait for each in proposed.untold]
    assert [] == on_record(desk, account)
    assert proposed.batch is not None
    confirmed = confirm(proposed.batch, ids_of(proposed, "employees", "stack"), desk)
    assert confirmed.recorded is not None
    answers = confirmed.recorded.noted
    assert [("employees", 120), ("stack", {"at_least": ["excel", "snowflake"]})] == on_record(desk, account)
    assert {("bob", TODAY)} == {(each.source.person, each.on) for each in answers}
    assert ["120 people", "on Snowflake … also on Excel"] == [each.quote for each in answers]
    assert (["budget"], ()) == ([each.trait for each in confirmed.dropped], confirmed.gone)
    assert () == confirmed.recorded.before.account.answers
    assert confirmed.recorded.answer == desk.look_up(account) != confirmed.recorded.before
    assert () == waiting(account, desk)


def test_they_are_settled_once(ports: Ports) -> None:
    """A second click, and a second person, write nothing and are told who was first."""
    account, desk = added(ports), desk_of(ports)
    proposed = propose(TEXT, account, desk)
    batch = proposed.batch or 0
    first = confirm(batch, ids_of(proposed, "employees"), desk)
    again = [confirm(batch, ids_of(proposed), desk), confirm(batch, (), desk_of(ports, "bob"))]

    assert None is first.again
    assert [("ann", NOW)] * 2 == [each.again for each in again]
    assert [()] * 2 == [each.gone for each in again]
    assert [("employees", 120)] == on_record(desk, account)


def test_dropping_all_records_nothing(ports: Ports) -> None:
    """Nothing chosen is nothing recorded, and nothing waits any more."""
    account, desk = added(ports), desk_of(ports)
    dropped = confirm(propose(TEXT, account, desk).batch or 0, (), desk)

    assert (None, 4) == (dropped.recorded, len(dropped.dropped))
    assert [] == on_record(desk, account)
    assert () == waiting(account, desk)


def test_values_that_exclude_each_other_are_refused(ports: Ports) -> None:
    """Two values for one trait settle nothing: whoever chose them is asked for the one that holds."""
    account, desk = added(ports), desk_of(ports)
    proposed = propose("120 people\n\nLater: 900 people", account, desk)

    assert [Mark.SEVERAL, Mark.SEVERAL] == [each.mark for each in proposed.offers]
    with pytest.raises(ProposalRefused, match="2 values for Employees"):
        confirm(proposed.batch or 0, ids_of(proposed), desk)
    assert 1 == len(waiting(account, desk))
    confirm(proposed.batch or 0, ids_of(proposed)[1:], desk)
    assert [("employees", 900)] == on_record(desk, account)


def test_what_is_known_already_is_not_proposed(ports: Ports) -> None:
    """It is told as known; what contradicts it is marked, and becomes a disagreement once confirmed."""
    account, desk = added(ports), desk_of(ports)
    said = [answer("employees", 120, "bob"), answer("budget", value=False, name="bob")]
    record_answers(ports, SCOPE, account, said, pack())
    proposed = propose(TEXT, account, desk)

    assert ["employees"] == [each.trait for each in proposed.known]
    marks = {each.proposal.trait: each.mark for each in proposed.offers}
    assert {"stack": Mark.NEW, "budget": Mark.CONTRADICTS} == marks
    confirmed = confirm(proposed.batch or 0, ids_of(proposed, "budget"), desk)
    assert confirmed.recorded is not None
    assert ["budget"] == [each.trait for each in confirmed.recorded.disagreements]
    [gap] = [each for each in all_gaps(ports, SCOPE) if each.account_id == account]
    assert GapKind.CONTRADICTION is gap.kind


def test_nothing_to_propose(ports: Ports) -> None:
    """Notes without a value leave nothing behind, and say what could not be read."""
    account = added(ports)
    proposed = propose("maybe fintech, not sure", account, desk_of(ports, origin=delivered(ports)))

    assert (None, (), 1) == (proposed.batch, proposed.offers, len(proposed.untold))
    assert () == waiting(account, desk_of(ports))


def test_the_same_notes_twice_are_one_batch(ports: Ports) -> None:
    """As long as they wait; another person's are their own."""
    account, desk = added(ports), desk_of(ports)
    first = propose(TEXT, account, desk)

    assert first.batch == propose(TEXT, account, desk).batch
    assert first.batch != propose(TEXT, account, desk_of(ports, "bob")).batch
    assert first.batch != propose("900 people", account, desk).batch
    assert 3 == len(waiting(account, desk))
    assert first.offers == waiting(account, desk)[0].offers
    confirm(first.batch or 0, (), desk)
    assert first.batch != propose(TEXT, account, desk).batch


def test_an_answer_closes_its_gap(ports: Ports) -> None:
    """What was logged as not known is filled by the confirmed value, and not before."""
    account, desk = added(ports), desk_of(ports)
    gap = log_gap(
        ports,
        SCOPE,
        NewGap(
            kind=GapKind.TRAIT, what=f"size {account}", trait="employees", account_id=account, source=person(), at=NOW
        ),
    )
    proposed = propose(TEXT, account, desk)

    def status() -> GapStatus:
        return next(each.status for each in all_gaps(ports, SCOPE) if each.id == gap.id)

    assert GapStatus.OPEN is status()
    confirm(proposed.batch or 0, ids_of(proposed), desk)
    assert GapStatus.FILLED is status()


def test_it_holds_as_of_the_day_the_notes_were_pasted(ports: Ports) -> None:
    """Confirmed two days later, the answer is two days old."""
    account, desk = added(ports), desk_of(ports)
    proposed = propose(TEXT, account, desk)
    later = replace(desk, now=lambda: NOW + timedelta(days=2), today=TODAY + timedelta(days=2))
    confirmed = confirm(proposed.batch or 0, ids_of(proposed, "budget"), later)

    assert confirmed.recorded is not None
    assert [(TODAY, NOW + timedelta(days=2))] == [(each.on, each.recorded_at) for each in confirmed.recorded.noted]
    assert date(2026, 11, 1) == TODAY


def test_a_trait_that_is_gone_is_told(ports: Ports) -> None:
    """A newer pack does not know it any more: it is reported, and the others are recorded."""
    account = added(ports)
    proposed = propose(TEXT, account, desk_of(ports))
    icp = pack().icps[0]
    ratings = {trait: rating for trait, rating in icp.ratings.items() if trait != "employees"}
    newer = pack().model_copy(
        update={
            "traits": tuple(each for each in pack().traits if each.id != "employees"),
            "icps": (icp.model_copy(update={"ratings": ratings}),),
        }
    )
    desk = desk_of(ports, known=newer)

    assert ["stack", "stack", "budget"] == [each.proposal.trait for each in waiting(account, desk)[0].offers]
    confirmed = confirm(proposed.batch or 0, ids_of(proposed, "employees", "budget"), desk)
    assert ["employees"] == [each.trait for each in confirmed.gone]
    assert [("budget", True)] == on_record(desk, account)


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST_NOTES + 1)])
def test_notes_that_cannot_be_read_are_refused(ports: Ports, text: str) -> None:
    """Nothing at all, and more than can be read at once."""
    with pytest.raises(ProposalRefused, match=r"nothing in these notes|20,001 characters"):
        propose(text, added(ports), desk_of(ports))


def test_what_is_not_there_is_refused(ports: Ports) -> None:
    """An account, a batch, a proposal of another batch: nothing is settled."""
    desk = desk_of(ports)
    proposed = propose(TEXT, added(ports), desk)
    with pytest.raises(AccountUnknown):
        propose(TEXT, 99_999, desk)
    for batch, chosen in ((99_999, []), (proposed.batch or 0, [99_999])):
        with pytest.raises(ProposalRefused, match="gone"):
            confirm(batch, chosen, desk)
    assert 1 == len(waiting(proposed.account.id, desk))


def test_what_there_is_no_room_for_is_told(ports: Ports) -> None:
    """As many values as a message can show are proposed, and the rest is told with its words."""
    sentences = [f"They have {number} employees." for number in range(100, 100 + MOST + 2)]
    proposed = propose("\n\n".join(sentences), added(ports), desk_of(ports))

    assert list(range(100, 100 + MOST)) == [each.proposal.value for each in proposed.offers]
    assert 2 == len([each for each in proposed.untold if "no room" in each.why])


def _carry_out(desk: Desk, account: int, origins: Sequence[int]) -> tuple[Proposed, Confirmed]:
    proposed = propose(TEXT, account, replace(desk, origin=origins[0]))
    return proposed, confirm(proposed.batch or 0, ids_of(proposed), replace(desk, origin=origins[1]))


@settings(deadline=None, max_examples=25)
@given(kills=st.lists(st.integers(0, 30), max_size=4))
def test_attempts_cut_off_anywhere_count_once(ports: Ports, kills: list[int]) -> None:
    """Whatever ends an attempt, and wherever: in the end there is one batch, and one answer to each of it."""
    account, desk, origins = added(ports), desk_of(ports), (delivered(ports), delivered(ports))
    for step in kills:
        with killed_at(ports, step):
            _carry_out(desk, account, origins)
    proposed, confirmed = _carry_out(desk, account, origins)
    again = _carry_out(desk, account, origins)

    assert [("employees", 120), ("stack", {"at_least": ["excel", "snowflake"]}), ("budget", True)] == on_record(
        desk, account
    )
    assert (proposed.batch, confirmed) == (again[0].batch, again[1])
    assert None is confirmed.again
    assert () == waiting(account, desk)


SENTENCES = (
    "120 people",
    "900 people",
    "on Snowflake",
    "no budget",
    "budget approved",
    "Globex has 7 people",
    "fintech",
)


@settings(deadline=None)
@given(said=st.lists(st.sampled_from(SENTENCES) | st.text(max_size=20), min_size=1, max_size=6))
def test_what_nobody_confirmed_changes_nothing(ports: Ports, said: list[str]) -> None:
    """Whatever the notes say, answers and report are the same before and after."""
    account, desk = added(ports), desk_of(ports)
    before = desk.look_up(account)
    with suppress(ProposalRefused):
        propose("\n".join(said), account, desk)

    assert before == desk.look_up(account)


@settings(deadline=None, max_examples=30)
@given(said=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), data=st.data())
def test_exactly_the_chosen_is_recorded(ports: Ports, said: list[str], data: st.DataObject) -> None:
    """Any choice that does not contradict itself becomes answers, and nothing else does."""
    account, desk = added(ports), desk_of(ports)
    proposed = propose("\n".join(said), account, desk)
    offered = {each.proposal.trait: each.proposal for each in proposed.offers}
    chosen = data.draw(st.lists(st.sampled_from(sorted(offered)), unique=True)) if offered else []
    if proposed.batch is not None:
        confirm(proposed.batch, [offered[trait].id for trait in chosen], desk)

    assert sorted((trait, repr(offered[trait].value)) for trait in chosen) == sorted(
        (trait, repr(value)) for trait, value in on_record(desk, account)
    )


def test_a_state_on_disk_is_enough(tmp_path: Path) -> None:
    """Another process confirms what this one proposed."""
    first, second = ports_at(tmp_path), ports_at(tmp_path)
    account = added(first)
    proposed = propose(TEXT, account, desk_of(first))
    confirm(proposed.batch or 0, ids_of(proposed, "budget"), desk_of(second, "bob"))

    assert [("budget", True)] == on_record(desk_of(first), account)
