"""Filling: an answer that arrives closes its gap, and one that goes opens it again, with the answer itself."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.gap import Gap, GapKind, GapStatus, Happened, NewGap, closed, reopened
from bot.flows.accounts import add_account, merge_accounts, record_answers, retract_answers, show_account
from bot.flows.filling import answers_came
from bot.flows.gaps import change_gap, gap_of, log_gap
from bot.flows.importing import ImportJob, import_rows
from bot.library.rows import open_rows
from bot.ports import NewAnswer, Ports
from tests.flows.test_origin import killed_at
from tests.small import NOW, SCOPE, answer, pack, person, ports_at


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A state in a folder of its own."""
    return ports_at(tmp_path / "home")


@pytest.fixture
def acme(ports: Ports) -> int:
    """An account of which nothing is known."""
    return add_account(ports, SCOPE, "Acme").id


def lacking(ports: Ports, account_id: int | None, trait: str = "employees", kind: GapKind = GapKind.TRAIT) -> int:
    """Log that nobody knows a trait; the gap's id."""
    new = NewGap(kind=kind, what=f"nobody knows {trait}", account_id=account_id, trait=trait, source=person(), at=NOW)
    return log_gap(ports, SCOPE, new).id


def say(ports: Ports, account_id: int, *answers: NewAnswer) -> list[int]:
    """Record answers; their ids."""
    return [each.id for each in record_answers(ports, SCOPE, account_id, answers, pack())]


def now(ports: Ports, gap_id: int) -> Gap:
    """What became of a gap."""
    return gap_of(ports, SCOPE, gap_id)


def test_an_answer_closes_its_gap(ports: Ports, acme: int) -> None:
    """Filled, by whoever gave the answer, with the value as the reason; gaps about other things stay open."""
    gap_id, other = lacking(ports, acme), lacking(ports, acme, "revenue")
    elsewhere = lacking(ports, add_account(ports, SCOPE, "Beta").id)
    [answer_id] = say(ports, acme, answer("employees", 120, "bob"))

    gap = now(ports, gap_id)
    assert gap.closed is not None
    assert (GapStatus.FILLED, "Answered: 120.", person("bob"), answer_id) == (
        gap.status,
        gap.closed.reason,
        gap.closed.source,
        gap.closed.answer_id,
    )
    assert [True, True] == [now(ports, each).is_open for each in (other, elsewhere)]


def test_several_answers_close_several_gaps(ports: Ports, acme: int) -> None:
    """All that one message says, at once; a gap that is about no account is nobody's to close."""
    gaps = [lacking(ports, acme, trait) for trait in ("employees", "budget")]
    nowhere = lacking(ports, None)
    say(ports, acme, answer("employees", 120), answer("budget", "yes"), answer("industry", "saas"))

    assert [False, False, True] == [now(ports, each).is_open for each in (*gaps, nowhere)]


@pytest.mark.parametrize(
    "said",
    [
        answer("employees", None),
        answer("employees", {"min": 1}),
        answer("employees", 120, on=date(2024, 1, 1)),
        answer("industry", "saas"),
    ],
    ids=["not known", "rules nothing out", "expired", "another trait"],
)
def test_an_answer_that_tells_nothing_leaves_it_open(ports: Ports, acme: int, said: NewAnswer) -> None:
    """Only what is known today fills a gap."""
    gap_id = lacking(ports, acme)
    say(ports, acme, said)

    assert now(ports, gap_id).is_open


def test_an_answer_that_is_taken_back_opens_it_again(ports: Ports, acme: int) -> None:
    """And the next answer closes it again; the history says all of it."""
    gap_id = lacking(ports, acme)
    for _ in range(2):
        ids = say(ports, acme, answer("employees", 120))
        assert not now(ports, gap_id).is_open
        retract_answers(ports, SCOPE, acme, ids, NOW)
        assert now(ports, gap_id).is_open

    kinds = [event.happened for event in now(ports, gap_id).history]
    assert [Happened.LOGGED, *[Happened.CLOSED, Happened.REOPENED] * 2] == kinds


def test_another_answer_keeps_it_closed(ports: Ports, acme: int) -> None:
    """It opens only once the last answer is gone, in whichever order they go."""
    gap_id = lacking(ports, acme)
    [first] = say(ports, acme, answer("employees", 120))
    [second] = say(ports, acme, answer("employees", 130, "bob"))

    retract_answers(ports, SCOPE, acme, [first], NOW)
    assert not now(ports, gap_id).is_open
    retract_answers(ports, SCOPE, acme, [second], NOW)
    assert now(ports, gap_id).is_open


def test_a_source_that_knows_no_more_opens_it_again(ports: Ports, acme: int) -> None:
    """The same person's "not known" takes their answer's place; another person's does not."""
    gap_id = lacking(ports, acme)
    say(ports, acme, answer("employees", 120))
    say(ports, acme, answer("employees", None, "bob"))
    assert not now(ports, gap_id).is_open
    say(ports, acme, answer("employees", None))
    assert now(ports, gap_id).is_open


def test_what_people_closed_and_opened_is_theirs(ports: Ports, acme: int) -> None:
    """An undo opens no gap that a person closed; what a person reopened stays open until the next answer about it."""
    by_hand, doubted = lacking(ports, acme), lacking(ports, acme, "budget")
    change_gap(ports, SCOPE, by_hand, closed("too few ask", person(), NOW, wont=True))
    ids = say(ports, acme, answer("employees", 120), answer("budget", "yes"))
    change_gap(ports, SCOPE, doubted, reopened("they guess", person(), NOW))
    say(ports, acme, answer("industry", "saas"))
    retract_answers(ports, SCOPE, acme, ids[:1], NOW)

    assert (GapStatus.WONT, GapStatus.OPEN) == (now(ports, by_hand).status, now(ports, doubted).status)
    say(ports, acme, answer("budget", "no"))
    assert GapStatus.FILLED is now(ports, doubted).status


def test_answers_that_disagree_fill_the_trait_and_not_the_contradiction(ports: Ports, acme: int) -> None:
    """Something is known then; the contradiction closes once the sources agree, and opens if that is taken back."""
    trait, contradiction = lacking(ports, acme), lacking(ports, acme, kind=GapKind.CONTRADICTION)
    say(ports, acme, answer("employees", 120), answer("employees", 5000, "bob"))
    assert [False, True] == [now(ports, each).is_open for each in (trait, contradiction)]
    settled = say(ports, acme, answer("employees", 130, "bob"))
    assert not now(ports, contradiction).is_open
    retract_answers(ports, SCOPE, acme, settled, NOW)
    assert [False, True] == [now(ports, each).is_open for each in (trait, contradiction)]


def test_a_contradiction_ends_with_the_answer_that_is_taken_back(ports: Ports, acme: int) -> None:
    """Only once the sources that are left agree, and only where the pack says what they mean."""
    gap_id, trait = lacking(ports, acme, kind=GapKind.CONTRADICTION), lacking(ports, acme, "budget")
    [_, one, two] = say(
        ports, acme, answer("employees", 120), answer("employees", 5, "bob"), answer("employees", 500, "eve")
    )
    retract_answers(ports, SCOPE, acme, [one], NOW, pack=pack())
    assert [True, True] == [now(ports, each).is_open for each in (gap_id, trait)]
    retract_answers(ports, SCOPE, acme, [two], NOW)
    assert now(ports, gap_id).is_open
    retract_answers(ports, SCOPE, acme, [two], NOW, pack=pack().model_copy(update={"traits": pack().traits[2:]}))
    assert now(ports, gap_id).is_open
    retract_answers(ports, SCOPE, acme, [two], NOW, pack=pack())
    gap = now(ports, gap_id)
    assert gap.closed is not None
    assert (GapStatus.FILLED, person("eve"), None) == (gap.status, gap.closed.source, gap.closed.answer_id)
    retract_answers(ports, SCOPE, acme, [two], NOW, pack=pack())
    assert gap == now(ports, gap_id)


def test_a_trait_that_the_pack_has_no_more_is_left_alone(ports: Ports, acme: int) -> None:
    """Answers about it may still be taken back."""
    [known] = say(ports, acme, answer("employees", 120))
    gap_id = lacking(ports, acme)
    smaller = pack().model_copy(update={"traits": pack().traits[2:]})
    with ports.store().begin(SCOPE) as work:
        answers_came(work, acme, [each for each in work.accounts.get(acme).answers if each.id == known], smaller)
        work.commit()
    assert now(ports, gap_id).is_open


def test_an_import_closes_gaps(ports: Ports, acme: int, tmp_path: Path) -> None:
    """As a person's answer does; accounts without gaps are imported as ever."""
    gap_id = lacking(ports, acme)
    file = tmp_path / "accounts.jsonl"
    file.write_text('{"name": "Acme", "answers": {"employees": 120}}\n{"name": "Beta", "answers": {"employees": 9}}\n')
    import_rows(ImportJob(open_rows(file), pack()), SCOPE.team, ports, NOW)

    gap = now(ports, gap_id)
    assert gap.closed is not None
    assert "accounts.jsonl" == gap.closed.source.person


def test_a_merge_closes_gaps(ports: Ports, acme: int) -> None:
    """What was known of the account that went fills what the one that stayed lacked, and only that."""
    gaps = [lacking(ports, acme, trait) for trait in ("employees", "budget", "revenue")]
    contradiction = lacking(ports, acme, kind=GapKind.CONTRADICTION)
    beta = add_account(ports, SCOPE, "Beta").id
    say(ports, beta, answer("employees", 120), answer("revenue", None))
    merge_accounts(ports, SCOPE, "Acme", "Beta")

    assert [False, True, True, True] == [now(ports, each).is_open for each in (*gaps, contradiction)]


@given(step=st.integers(0, 12), data=st.data())
def test_gap_and_answer_change_in_one_step(
    tmp_path_factory: pytest.TempPathFactory, step: int, data: st.DataObject
) -> None:
    """Wherever the process ends, an answer is there exactly when its gap is closed."""
    ports = ports_at(tmp_path_factory.mktemp("home"))
    account_id = add_account(ports, SCOPE, "Acme").id
    gap_id = lacking(ports, account_id)
    if data.draw(st.booleans()):
        ids = say(ports, account_id, answer("employees", 120))
        with killed_at(ports, step):
            retract_answers(ports, SCOPE, account_id, ids, NOW + timedelta(1))
    else:
        with killed_at(ports, step):
            say(ports, account_id, answer("employees", 120))

    known = any(not each.retracted for each in show_account(ports, SCOPE, "Acme").answers)
    assert known == (not now(ports, gap_id).is_open)
