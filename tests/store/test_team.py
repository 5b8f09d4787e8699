"""A team's own rows: settings, people, conversations, questions, feedback, gaps and stages."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.account import Source, SourceKind
from bot.core.errors import StateUnavailable
from bot.core.gap import GapKind, NewGap
from bot.core.interview import Event, InterviewEvent
from bot.core.journey import StageId, StageSaid
from bot.core.proposal import NewProposal
from bot.ports import NewAnswer, Scope, UnitOfWork
from bot.ports.briefings import BriefingMade, Due, NewSchedule
from bot.ports.inbox import NewDelivery
from bot.ports.model import Job, ModelCall, Spent
from bot.ports.team import Asked, NewFeedback, Profile, Recalled, Workspace
from bot.store.store import SqlStore
from bot.store.tables import METADATA

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
SCOPE, OTHER_PACK, OTHER_TEAM = Scope("T1", "harbor"), Scope("T1", "other"), Scope("T2", "harbor")
U1 = Source(kind=SourceKind.PERSON, person="U1")


def later(seconds: float) -> datetime:
    """So many seconds from now."""
    return NOW + timedelta(seconds=seconds)


def gap(what: str, account_id: int | None = None, source: Source = U1, at: datetime = NOW) -> NewGap:
    """A gap about to be logged."""
    return NewGap(
        kind=GapKind.CONTENT,
        what=what,
        account_id=account_id,
        quote=f"we lack {what}",
        permalink="https://x.slack.com/1",
        source=source,
        at=at,
    )


def said(stage: StageId, at: datetime = NOW, source: Source = U1) -> StageSaid:
    """What somebody says about a stage."""
    return StageSaid(stage=stage, source=source, at=at)


def answer(value: int, source: Source = U1) -> NewAnswer:
    """What somebody says about an account."""
    return NewAnswer("employees", value, source, NOW, quote=f"about {value}")


def interviewed(work: UnitOfWork, account_id: int, user: str = "U1") -> int:
    """An open interview that somebody started and was handed; returns its id."""
    happened = [
        InterviewEvent(happened=Event.STARTED, at=NOW, person=user, pack="harbor@1"),
        InterviewEvent(happened=Event.ASKED, at=NOW, trait="revenue"),
        InterviewEvent(happened=Event.HANDED_OVER, at=NOW, person="U1000", colleague=user),
        InterviewEvent(
            happened=Event.OFFERED, at=NOW, person=user, trait="revenue", offer=24, quote=f"{user} says 2M a month"
        ),
    ]
    return work.interviews.add(work.interviews.begin(account_id, NOW), happened).id


def proposed(account_id: int, user: str = "U1", trait: str = "revenue") -> NewProposal:
    """What somebody's notes are read as."""
    return NewProposal(
        account_id=account_id, trait=trait, value=24, quote=f"{user}: 2M a month", note=user, person=user, at=NOW
    )


def briefed(work: UnitOfWork, account_id: int, user: str = "U1", at: datetime = NOW) -> None:
    """A briefing that somebody got, and one that they get before the same call."""
    work.briefings.note(BriefingMade(account_id, user, at, 1, ("no_fit",), last_answer=1))
    work.schedules.add(NewSchedule(account_id, user, later(90), later(60), at, f"{user} says soon"))


def test_settings_are_kept_for_each_team(store: SqlStore) -> None:
    """Defaults before anything was saved, then what was saved last, for this team alone."""
    with store.begin(SCOPE) as work:
        assert Workspace() == work.workspaces.get()
        work.workspaces.save(Workspace(pack="harbor", admins=("U1",)))
        work.workspaces.save(Workspace("other", ("U2", "U1"), "Europe/Berlin", 0, "C1"))
        work.commit()
    with store.begin(OTHER_PACK, writes=False) as work:
        assert Workspace("other", ("U2", "U1"), "Europe/Berlin", 0, "C1") == work.workspaces.get()
    with store.begin(OTHER_TEAM, writes=False) as work:
        assert Workspace() == work.workspaces.get()


def test_profiles_are_replaced(store: SqlStore) -> None:
    """Of a person there is one profile a team, the latest."""
    with store.begin(SCOPE) as work:
        assert None is work.people.get("U1")
        work.people.save(Profile("U1", "Europe/Berlin", guest=False, fetched_at=NOW))
        work.people.save(Profile("U1", None, guest=True, fetched_at=later(1)))
        assert Profile("U1", None, guest=True, fetched_at=later(1)) == work.people.get("U1")
        work.commit()
    with store.begin(OTHER_TEAM, writes=False) as work:
        assert None is work.people.get("U1")


def test_a_conversation_is_recalled(store: SqlStore) -> None:
    """What was last remembered for a person in a place comes back there, for that person, and nowhere else."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme"), work.accounts.add("Beta")
        assert Recalled() == work.conversations.recall("U1", "D1/")
        work.conversations.remember("U1", "D1/", Recalled(acme.id), NOW)
        new = Recalled(
            beta.id, (acme.id, beta.id), "does <it> fit?", interview_id=3, step=2, disputed="stack", unanswered="?"
        )
        work.conversations.remember("U1", "D1/", new, later(1))
        assert new == work.conversations.recall("U1", "D1/")
        assert Recalled() == work.conversations.recall("U2", "D1/") == work.conversations.recall("U1", "D1/5")
        work.commit()
    with store.begin(OTHER_TEAM, writes=False) as work:
        assert Recalled() == work.conversations.recall("U1", "D1/")


def test_a_conversation_about_another_pack_is_about_nothing(store: SqlStore) -> None:
    """A workspace that goes over to another pack never meets the accounts of the old one."""
    with store.begin(SCOPE) as work:
        acme = work.accounts.add("Acme")
        work.conversations.remember("U1", "D1/", Recalled(acme.id, (acme.id,), "fit?", 3, 2, "stack", "?"), NOW)
        work.commit()
    with store.begin(OTHER_PACK, writes=False) as work:
        assert Recalled() == work.conversations.recall("U1", "D1/")


def test_a_conversation_about_a_forgotten_account_is_about_nothing(store: SqlStore) -> None:
    """A choice with one account gone is no choice any more: its numbers would mean others."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme"), work.accounts.add("Beta")
        work.conversations.remember("U1", "D1/", Recalled(acme.id), NOW)
        work.conversations.remember("U1", "D1/2", Recalled(beta.id, (acme.id, beta.id), "fit?"), NOW)
        work.accounts.forget(acme.id)
        assert Recalled() == work.conversations.recall("U1", "D1/")
        assert Recalled(beta.id) == work.conversations.recall("U1", "D1/2")


def test_an_unanswered_question_about_a_forgotten_account_is_forgotten(store: SqlStore, home: Path) -> None:
    """It may name the account; one that was asked about no account stays, and so does another account's."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme").id, work.accounts.add("Beta").id
        places = {"D1/": acme, "D1/2": None, "D1/3": beta}
        for place, account_id in places.items():
            work.conversations.remember("U1", place, Recalled(account_id, unanswered=f"why {account_id}?"), NOW)
        work.accounts.forget(acme)
        assert [Recalled(), Recalled(unanswered="why None?"), Recalled(beta, unanswered=f"why {beta}?")] == [
            work.conversations.recall("U1", place) for place in places
        ]
        work.commit()
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        left = connection.execute("SELECT unanswered FROM conversations ORDER BY place").fetchall()
    assert [(None,), ("why None?",), (f"why {beta}?",)] == left


def test_a_conversation_about_a_merged_account_is_about_what_it_became(store: SqlStore) -> None:
    """Nobody has to name the account anew after a merge."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme"), work.accounts.add("Beta")
        work.conversations.remember("U1", "D1/", Recalled(beta.id), NOW)
        work.accounts.merge(acme.id, beta.id)
        assert Recalled(acme.id) == work.conversations.recall("U1", "D1/")


def test_old_conversations_are_forgotten(store: SqlStore) -> None:
    """What was not touched since then goes; what was, stays."""
    with store.begin(SCOPE) as work:
        acme = work.accounts.add("Acme")
        work.conversations.remember("U1", "D1/", Recalled(acme.id), NOW)
        work.conversations.remember("U1", "D1/2", Recalled(acme.id), NOW)
        work.conversations.remember("U1", "D1/", Recalled(acme.id), later(5))
        work.commit()
    with store.begin(OTHER_TEAM) as work:
        assert 0 == work.conversations.prune(later(9))
    with store.begin(SCOPE) as work:
        assert 1 == work.conversations.prune(later(5))
        assert (Recalled(acme.id), Recalled()) == tuple(
            work.conversations.recall("U1", each) for each in ("D1/", "D1/2")
        )


def test_recent_questions_come_latest_first(store: SqlStore) -> None:
    """One a person and account, the latest; only so many as are wanted."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme").id, work.accounts.add("Beta").id
        for account_id, at, receipt in ((acme, NOW, "a"), (beta, later(1), "b"), (acme, later(2), "c")):
            work.asks.note("U1", Asked(account_id, at, receipt))
        assert [Asked(acme, later(2), "c"), Asked(beta, later(1), "b")] == work.asks.recent("U1", 5)
        assert [Asked(acme, later(2), "c")] == work.asks.recent("U1", 1)
        assert [] == work.asks.recent("U2", 5)
        work.commit()
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert [] == work.asks.recent("U1", 5)


def test_my_accounts_are_those_i_added_or_know_something_about(store: SqlStore) -> None:
    """The latest answers first, then what was added; what I took back and what others said makes none mine."""
    crm, file = Source(kind=SourceKind.CRM, person="U1"), Source(kind=SourceKind.PERSON, person="U2")
    with store.begin(SCOPE) as work:
        ids = [work.accounts.add(name, by=by).id for name, by in (("A", "U1"), ("B", None), ("C", "U1"), ("D", "U2"))]
        a, b, c, d = ids
        for account_id, source in ((b, U1), (a, crm), (c, file)):
            work.accounts.record(account_id, [answer(1, source)])
        [undone] = work.accounts.record(d, [answer(1)])
        work.accounts.retract(d, [undone.id], NOW)
        assert [b, c, a] == work.asks.mine("U1", 9)
        work.accounts.record(a, [answer(2)])
        assert [a, b, c] == work.asks.mine("U1", 9)
        assert [a, b] == work.asks.mine("U1", 2)
        assert [c, d] == work.asks.mine("U2", 9)
        work.commit()
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert [] == work.asks.mine("U1", 9)


def test_feedback_is_replaced_by_a_second_thought(store: SqlStore) -> None:
    """One opinion a person and answer; the order is that in which they came in."""
    with store.begin(SCOPE) as work:
        acme = work.accounts.add("Acme").id
        first = NewFeedback("U1", acme, "r1", helpful=True, at=NOW)
        other = NewFeedback("U1", acme, "r2", helpful=True, at=later(1))
        again = NewFeedback("U1", acme, "r1", helpful=False, at=later(2))
        for each in (first, other, again):
            work.feedback.save(each)
        assert [other, again] == work.feedback.all()
        work.commit()
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert [] == work.feedback.all()


def test_gaps_are_kept_whole(store: SqlStore) -> None:
    """Latest first, whoever logged them, with everything that was logged."""
    with store.begin(SCOPE) as work:
        acme = work.accounts.add("Acme").id
        early = work.gaps.add(gap("a deck", acme))
        late = work.gaps.add(gap("a case study", at=later(1)))
        crm = work.gaps.add(gap("prices", source=Source(kind=SourceKind.CRM, person="U1"), at=later(2)))
        logged = {name: getattr(early, name) for name in NewGap.model_fields}
        assert gap("a deck", acme) == NewGap(**logged)
        assert early == work.gaps.get(early.id)
        assert [crm, late, early] == work.gaps.all()
        work.commit()
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert ([], None) == (work.gaps.all(), work.gaps.get(early.id))


def test_a_stage_is_what_was_said_last(store: SqlStore) -> None:
    """By when it was said, and of two said at once the one kept later."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme").id, work.accounts.add("Beta").id
        assert None is work.stages.latest(acme)
        work.stages.say(acme, said(StageId.EVALUATE, later(1)))
        work.stages.say(acme, said(StageId.BUY, later(1)))
        work.stages.say(acme, said(StageId.LEARN))
        assert said(StageId.BUY, later(1)) == work.stages.latest(acme)
        assert None is work.stages.latest(beta)
        work.commit()
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert None is work.stages.latest(acme)


def _attach(work: UnitOfWork, account_id: int, at: datetime, receipt: str) -> None:
    work.asks.note("U1", Asked(account_id, at, receipt))
    work.feedback.save(NewFeedback("U1", account_id, "same", helpful=at != NOW, at=at))
    work.feedback.save(NewFeedback("U1", account_id, receipt, helpful=True, at=at))
    work.gaps.add(gap(receipt, account_id, at=at))
    work.stages.say(account_id, said(StageId.BUY if at == NOW else StageId.LEARN, at))
    interviewed(work, account_id)
    work.proposals.add([proposed(account_id, trait=receipt)])
    briefed(work, account_id, at=at)


@pytest.mark.parametrize("keep_is_later", [True, False])
def test_a_merge_moves_everything(store: SqlStore, keep_is_later: bool) -> None:  # noqa: FBT001
    """What hung on both accounts hangs on one; of what there is one, the later stays."""
    with store.begin(SCOPE) as work:
        keep, gone, third = (work.accounts.add(name).id for name in ("Keep", "Gone", "Third"))
        _attach(work, keep, later(1) if keep_is_later else NOW, "k")
        _attach(work, gone, NOW if keep_is_later else later(1), "g")
        work.asks.note("U2", Asked(gone, NOW, "u2"))
        _attach(work, third, later(3), "t")
        work.accounts.merge(keep, gone)

        kept = "k" if keep_is_later else "g"
        assert [Asked(third, later(3), "t"), Asked(keep, later(1), kept)] == work.asks.recent("U1", 9)
        assert [Asked(keep, NOW, "u2")] == work.asks.recent("U2", 9)
        given = [(each.receipt, each.at) for each in work.feedback.all() if each.account_id == keep]
        assert ["g", "k", "same"] == sorted(receipt for receipt, _ in given)
        assert [later(1)] == [at for receipt, at in given if receipt == "same"]
        assert {"k", "g"} == {each.what for each in work.gaps.all() if each.account_id == keep}
        assert StageId.LEARN is (work.stages.latest(keep) or said(StageId.BUY)).stage
        assert ["k", "g"] == [each.trait for each in work.proposals.open_at(keep)]
        assert [3, 1] == [each.id for each in work.interviews.of("U1", 9)]
        assert keep == work.interviews.get(2).account_id
        assert BriefingMade(keep, "U1", later(1), 1, ("no_fit",), 1) == work.briefings.last(keep, "U1")
        assert {(keep, later(1)), (third, later(3))} == {
            (each.account_id, each.made_at) for each in work.schedules.waiting("U1")
        }
        work.commit()


def test_a_forgotten_account_leaves_nothing(store: SqlStore, home: Path) -> None:
    """Whatever hung on it is gone; what hangs on others stays."""
    with store.begin(SCOPE) as work:
        gone, other = work.accounts.add("Gone", "1").id, work.accounts.add("Other").id
        for account_id in (gone, other):
            _attach(work, account_id, NOW, "r")
            work.accounts.record(account_id, [answer(1)])
        work.accounts.forget(gone)
        work.commit()
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        for table in METADATA.tables.values():
            if "account_id" in table.columns and table.name not in (
                "account_names",
                "account_external_ids",
                "conversations",
            ):
                ids = {row[0] for row in connection.execute(f"SELECT account_id FROM {table.name}")}
                assert ids == {other}, table.name
        assert [(2,)] == connection.execute("SELECT DISTINCT interview_id FROM interview_events").fetchall()


def _fill(store: SqlStore, scope: Scope, user: str) -> int:
    source = Source(kind=SourceKind.PERSON, person=user)
    with store.begin(scope) as work:
        account_id = work.accounts.add(f"{user}'s", by=user).id
        work.accounts.record(account_id, [answer(5, source)])
        work.stages.say(account_id, said(StageId.BUY, source=source))
        work.gaps.add(gap("a deck", account_id, source))
        work.asks.note(user, Asked(account_id, NOW, "r"))
        work.feedback.save(NewFeedback(user, account_id, "r", helpful=True, at=NOW))
        work.people.save(Profile(user, None, guest=False, fetched_at=NOW))
        work.conversations.remember(
            user, "D1/", Recalled(account_id, (), f"{user} asks", unanswered=f"{user} wonders"), NOW
        )
        work.inbox.accept(NewDelivery(f"Ev {user} {scope.pack}", user, "D1/", {"user": user}, NOW), "w1")
        interviewed(work, account_id, user)
        [proposal] = work.proposals.add([proposed(account_id, user)])
        work.proposals.settle([proposal.id], user, NOW, {})
        briefed(work, account_id, user)
        known = work.workspaces.get()
        work.workspaces.save(Workspace("harbor", tuple(dict.fromkeys((*known.admins, user)))))
        work.commit()
    return account_id


def test_a_forgotten_person_is_nowhere(store: SqlStore, home: Path) -> None:
    """No row of the team holds the person's id or words, in any pack; other people's and other teams' rows stay."""
    mine = _fill(store, SCOPE, "U0007")
    _fill(store, OTHER_PACK, "U0007")
    _fill(store, SCOPE, "U0008")
    _fill(store, OTHER_TEAM, "U0009")

    with store.begin(Scope.of_team("T1")) as work:
        touched = work.people.forget("U0007")
        assert 0 == work.people.forget("U0007")
        work.commit()

    # one profile, conversation and admin; in each pack an account, answer, stage, gap, question, opinion and delivery,
    # three events of an interview, a proposal, as its writer and as who settled it, and two briefings
    assert 3 + 2 * (7 + 3 + 2 + 2) == touched
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        rows = "\n".join(str(row) for table in METADATA.tables for row in connection.execute(f"SELECT * FROM {table}"))
    named = [line for line in rows.splitlines() if "U0007" in line]
    assert ["(1, 'T1', 'harbor', \"U0007's\", None)", "(2, 'T1', 'other', \"U0007's\", None)"] == named
    with store.begin(SCOPE) as work:
        account = work.accounts.get(mine)
        assert [(5, None, None)] == [(each.value, each.source.person, each.quote) for each in account.answers]
        assert (StageId.BUY, None) == ((found := work.stages.latest(mine)) and (found.stage, found.source.person))
        assert {("a deck", None, None, None), ("a deck", "U0008", "we lack a deck", "https://x.slack.com/1")} == {
            (each.what, each.source.person, each.quote, each.permalink) for each in work.gaps.all()
        }
        assert ("U0008",) == work.workspaces.get().admins
        assert [each.user for each in work.feedback.all()] == ["U0008"]
        interview = work.interviews.at(mine)
        assert (None, "revenue", 24, "") == (
            interview.lead,
            interview.asks,
            interview.offer.value,
            interview.offer.quote,
        )
        [proposal] = work.proposals.batch(1)
        assert (24, None, None, None, None, NOW) == (
            proposal.value,
            proposal.quote,
            proposal.note,
            proposal.person,
            proposal.settled_by,
            proposal.settled_at,
        )
    with store.begin(OTHER_TEAM, writes=False) as work:
        assert ("U0009",) == work.workspaces.get().admins


def test_a_system_called_like_a_person_is_not_forgotten_with_them(store: SqlStore) -> None:
    """Only answers that a person gave lose their source; a file or a system of that name keeps it."""
    with store.begin(SCOPE) as work:
        account_id = work.accounts.add("Acme").id
        work.accounts.record(account_id, [answer(5, Source(kind=SourceKind.IMPORT, person="U1"))])
        assert 0 == work.people.forget("U1")
        assert "U1" == work.accounts.get(account_id).answers[0].source.person


def test_every_table_that_names_people_is_known(store: SqlStore) -> None:
    """A new column that may name a person has to be forgotten too."""
    naming = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if column.name in ("person", "source_person", "added_by", "lane", "admins", "owner", "colleague", "settled_by")
    }
    assert {
        "accounts.added_by",
        "account_stages.source_person",
        "answers.source_person",
        "asks.person",
        "briefings.person",
        "conversations.person",
        "deliveries.lane",
        "feedback.person",
        "gap_events.owner",
        "gap_events.source_person",
        "interview_events.colleague",
        "interview_events.person",
        "people.person",
        "proposals.person",
        "proposals.settled_by",
        "schedules.person",
        "workspaces.admins",
    } == naming


@pytest.mark.parametrize(
    ("change", "ask"),
    [
        ("update gaps set kind = 'zzz'", lambda work: work.gaps.all()),
        ("update account_stages set stage = 'zzz'", lambda work: work.stages.latest(1)),
        ("update workspaces set admins = 'not json'", lambda work: work.workspaces.get()),
        ("update conversations set offered = '7'", lambda work: work.conversations.recall("U1", "D1/")),
        ("update deliveries set ending = 'zzz'", lambda work: work.inbox.get(1)),
        ("update deliveries set body = 'not json'", lambda work: work.inbox.get(1)),
        ("update interview_events set happened = 'zzz'", lambda work: work.interviews.get(1)),
        ("update proposals set trait = 'x y'", lambda work: work.proposals.batch(1)),
        ("update proposals set value = 'not json'", lambda work: work.proposals.batch(1)),
    ],
)
def test_a_row_changed_by_hand_is_said_to_be_one(store: SqlStore, home: Path, change: str, ask: object) -> None:
    """What cannot be read says so in a sentence, with the way out."""
    _fill(store, SCOPE, "U1")
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        connection.execute(change)
        connection.commit()

    with store.begin(SCOPE, writes=False) as work, pytest.raises(StateUnavailable, match="did not write"):
        ask(work)  # type: ignore[operator]


def _ask_about_briefings(work: UnitOfWork, account_id: int) -> None:
    """Every verb on briefings and on what a model cost."""
    work.briefings.last(account_id, "U1")
    work.schedules.waiting("U1")
    work.schedules.settle(1, Due.CANCELLED)
    work.due_briefings.due(NOW, 1)
    work.due_briefings.next_at()
    work.model_calls.note(ModelCall(NOW, Job.ANSWER, "m", "p", Spent(), "used"))
    work.model_calls.spent(NOW)
    work.model_calls.since(NOW)
    work.model_calls.prune(NOW)


def test_every_statement_names_the_team(store: SqlStore) -> None:
    """No statement of any verb goes without the team, nor without the pack where the table has one."""
    from sqlalchemy import event

    seen: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *parts: seen.append(parts[2]))
    account_id = _fill(store, SCOPE, "U1")
    with store.begin(SCOPE) as work:
        work.people.get("U1")
        work.conversations.recall("U1", "D1/")
        work.conversations.prune(NOW)
        work.asks.recent("U1", 1)
        work.asks.mine("U1", 1)
        work.feedback.all()
        work.gaps.all()
        work.gaps.at(account_id)
        work.gaps.accounts(GapKind.CONTENT)
        work.digests.get("2026-W45")
        work.digests.give_up("2026-W45")
        work.stages.current()
        work.stages.latest(account_id)
        work.inbox.prune(NOW)
        work.inbox.empty(NOW)
        work.inbox.take_over("w", NOW, NOW)
        interview = work.interviews.at(account_id)
        work.interviews.get(interview.id)
        work.interviews.of("U1", 1)
        work.interviews.events(interview.id)
        work.interviews.add(interview, [InterviewEvent(happened=Event.STOPPED, at=NOW)])
        work.proposals.batch(1)
        work.proposals.open_at(account_id)
        _ask_about_briefings(work, account_id)
        kept = work.accounts.add("Keep").id
        for each in (kept, account_id):
            interviewed(work, each)
            briefed(work, each)
        work.accounts.merge(kept, account_id)
        work.accounts.forget(kept)
        work.packs.names()
        work.packs.current_mark("harbor")

    verbs = ("SELECT", "INSERT", "UPDATE", "DELETE")
    own = [each for each in seen if each.startswith(verbs) and "sqlite_master" not in each and "alembic" not in each]
    assert len(own) > 25
    assert [] == [each for each in own if "team" not in each]
    of_packs = [table.name for table in METADATA.tables.values() if "pack" in table.columns]
    of_packs = [name for name in of_packs if name not in ("workspaces", "pack_versions")]
    own = [each for each in own if "min(schedules.due_at)" not in each]  # when the next is due, whichever the pack
    assert {"accounts", "answers", "gaps", "interviews", "interview_events", "proposals", "schedules"} < set(of_packs)
    assert [] == [
        each
        for each in own
        if any(f"{verb} {table}" in each for verb in ("FROM", "UPDATE") for table in of_packs) and "pack" not in each
    ]
