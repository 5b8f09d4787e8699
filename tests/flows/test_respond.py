"""Answering messages: every kind of question, what is remembered, what is written down and what is taken back."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.account import Account, SourceKind
from bot.core.errors import AccountUnknown
from bot.core.gap import GapKind
from bot.core.journey import StageId, StageSaid
from bot.core.pack import Pack
from bot.core.request import RequestKind
from bot.core.verdict import Verdict
from bot.flows.accounts import rename_account
from bot.flows.briefing import brief
from bot.flows.desk import Desk
from bot.flows.discovery import memory_of
from bot.flows.fit import FitAnswer, Scorer, worklist
from bot.flows.importing import ImportJob, import_rows
from bot.flows.interview import start
from bot.flows.interview_turn import InterviewTurn
from bot.flows.knowledge import NEAR_ENOUGH
from bot.flows.outcome import (
    Accounts,
    Added,
    AskNext,
    Briefed,
    Choose,
    Fit,
    GapLogged,
    Greeting,
    Help,
    Icps,
    Memory,
    NotFound,
    NothingToUndo,
    NotUnderstood,
    Outcome,
    Passages,
    Recorded,
    Response,
    Shown,
    Takes,
    Undone,
    Unreadable,
    WhichAccount,
    Why,
    Work,
)
from bot.flows.respond import (
    WORKLIST_LENGTH,
    add_named,
    ask_about,
    fit_of,
    my_accounts,
    report_in,
    respond,
    respond_about,
    work_list,
)
from bot.flows.search import ingest_passages
from bot.flows.telling import undo_last
from bot.library.embedder import WordLlamaEmbedder
from bot.library.index import ChromaIndex
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.ports import Index, Ports, Scope
from bot.ports.inbox import NewDelivery
from bot.ports.team import Asked
from tests.labelled import cases
from tests.small import NOW, TODAY, person, ports_at

HARBOR = shipped("knowledge") / "harbor"
SCOPE = Scope("local", "harbor")
ABOUT = (Fit, Why, Takes, AskNext, InterviewTurn, Shown)
WRITES = (Recorded, Undone, Added, GapLogged)


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The example pack."""
    return load_pack(HARBOR).pack


@pytest.fixture(scope="module")
def scorer(pack: Pack) -> Scorer:
    """One for all, since it remembers nothing of accounts."""
    return Scorer(pack)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Path:
    """A state with the example accounts, to be copied."""
    home = tmp_path_factory.mktemp("home")
    rows = open_rows(HARBOR / "examples" / "accounts.jsonl")
    import_rows(ImportJob(rows, pack, as_of=TODAY), SCOPE.team, ports_at(home), NOW)
    return home


class Clock:
    """A clock that moves on with every look at it."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        """The time, a second after the last one."""
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture(scope="module")
def weights() -> WordLlamaEmbedder:
    """Loaded once."""
    return WordLlamaEmbedder()


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory, pack: Pack, weights: WordLlamaEmbedder) -> ChromaIndex:
    """A vector store that holds the example pack."""
    index = ChromaIndex(tmp_path_factory.mktemp("vectors"), weights)
    ingest_passages(pack, with_index(ports_at(tmp_path_factory.mktemp("state")), index))
    return index


def with_index(ports: Ports, index: Index) -> Ports:
    """The same ports with that vector store."""
    return replace(ports, index=lambda: index)


@pytest.fixture
def desk(imported: Path, tmp_path: Path, scorer: Scorer, weights: WordLlamaEmbedder) -> Desk:
    """Where somebody asks, with the example accounts and without a vector store."""
    ports = with_index(ports_at(Path(shutil.copytree(imported, tmp_path / "home"))), ChromaIndex(tmp_path, weights))
    return Desk(scorer=scorer, team=SCOPE.team, ports=ports, person="ann", now=Clock(), today=TODAY)


@pytest.fixture
def empty(tmp_path: Path, scorer: Scorer) -> Desk:
    """Where somebody asks before there are any accounts."""
    ports = ports_at(tmp_path / "empty")
    return Desk(scorer=scorer, team=SCOPE.team, ports=ports, person="ann", now=Clock(), today=TODAY)


def delivered(desk: Desk, key: str = "Ev1") -> Desk:
    """The same desk while it works on a delivery."""
    with desk.begin(writes=True) as work:
        origin = work.inbox.accept(NewDelivery(key, desk.person, "D1", {}, NOW), "worker")
        work.commit()
    assert origin is not None
    return replace(desk, origin=origin)


def answer_in(response: Response) -> FitAnswer:
    """The report that a response is about."""
    assert isinstance(response.outcome, ABOUT)
    return response.outcome.answer


def say(desk: Desk, *texts: str) -> Response:
    """Say one thing after the other; the last response."""
    response = Response(Help(), Memory())
    for text in texts:
        response = respond(text, response.memory, desk)
    return response


def stored(desk: Desk, name: str) -> Account:
    """An account by its main name."""
    with desk.begin(writes=False) as work:
        [account] = [each for each in work.accounts.all() if each.name == name]
    return account


def gaps(desk: Desk) -> list[str]:
    """What is logged as missing."""
    with desk.begin(writes=False) as work:
        return [gap.what for gap in work.gaps.all()]


def everything(desk: Desk) -> list[Account]:
    """The whole state."""
    with desk.begin(writes=False) as work:
        return list(work.accounts.all())


class TestQuestions:
    """Each kind of question has its own answer."""

    @pytest.mark.parametrize(
        ("text", "outcome", "name"),
        [
            ("does Fogbarrel fit?", Fit, "Fogbarrel"),
            ("Is Müllerhaus Software worth it?", Fit, "Müllerhaus Software"),
            ("why is Copperquill a B?", Why, "Copperquill"),
            ("what would it take for Acme?", Takes, "Acme"),
            ("what should I ask Acme next?", AskNext, "Acme"),
            ("what do we know about Bramble & Finch Plumbing?", Shown, "Bramble & Finch Plumbing"),
            ("let's go through the questions for Acme", InterviewTurn, "Acme"),
        ],
    )
    def test_about_one_account(self, text: str, outcome: type, name: str, desk: Desk) -> None:
        """The account is found by its name, its report is the scorer's, and it is what the talk is about now."""
        response = say(desk, text)

        assert isinstance(response.outcome, ABOUT)
        account = stored(desk, name)
        assert (outcome, desk.answer(account)) == (type(response.outcome), response.outcome.answer)
        kept = memory_of(response.outcome) if isinstance(response.outcome, InterviewTurn) else Memory(account.id)
        assert (kept, None) == (response.memory, response.taken_for)

    def test_about_the_icps(self, desk: Desk, pack: Pack) -> None:
        """Whom we sell to is answered from the pack."""
        assert Icps(pack) == say(desk, "what is our ICP?").outcome

    def test_about_the_day(self, desk: Desk) -> None:
        """What to work on is the beginning of the list of work, with the number of accounts."""
        items = worklist(desk.scorer, desk.team, desk.ports, TODAY, WORKLIST_LENGTH)

        assert Work(tuple(items), 36) == say(desk, "what should I work on today?").outcome
        assert Work(tuple(items), 36) == work_list(desk)

    def test_about_the_day_without_accounts(self, empty: Desk) -> None:
        """Where there are no accounts there is nothing to work on."""
        assert Work((), 0) == say(empty, "what should I work on today?").outcome

    @pytest.mark.parametrize(
        ("text", "outcome"), [("help", Help()), ("hi there", Greeting()), ("sing me a song", NotUnderstood())]
    )
    def test_about_nothing(self, text: str, outcome: object, desk: Desk) -> None:
        """A call for help, a hello and something else."""
        assert outcome == say(desk, text).outcome

    @pytest.mark.parametrize(
        "text", ["my accounts", "List my accounts.", "show me all of my accounts!", "which are my accounts?"]
    )
    def test_about_ones_own_accounts(self, text: str, desk: Desk) -> None:
        """Those one told about or added come first, the latest first, then those one asked about."""
        for asked in ("does Fogbarrel fit?", "does Copperquill fit?"):
            answer = report_in(say(desk, asked).outcome)
            assert answer is not None
            with desk.begin(writes=True) as work:
                work.asks.note("ann", Asked(answer.account.id, desk.now(), answer.report.receipt))
                work.commit()
        say(replace(desk, person="bob"), "Umberfield has 120 employees")
        say(desk, "Acme has 120 employees")
        say(desk, "add Blueheron Works")

        outcome = say(desk, text).outcome

        assert isinstance(outcome, Accounts)
        assert (["Acme", "Blueheron Works", "Copperquill", "Fogbarrel"], 37) == (
            [each.account.name for each in outcome.items],
            outcome.total,
        )
        assert desk.answer(stored(desk, "Copperquill")) == outcome.items[2]
        assert outcome.items[:2] == my_accounts(desk, limit=2).items

    def test_about_the_accounts_of_nobody(self, desk: Desk) -> None:
        """Who never said or asked anything has no accounts, and no question is noted unless that is wanted."""
        say(desk, "does Fogbarrel fit?")

        assert Accounts((), 36) == say(desk, "my accounts").outcome


class TestBriefing:
    """Getting ready for a call."""

    def test_for_the_account_the_role_and_the_stage_that_are_named(self, desk: Desk) -> None:
        """A briefing is for whom and when the message says."""
        account_id = stored(desk, "Acme").id
        brief(account_id, desk)  # whatever follows is held against this one
        response = say(desk, "brief me for the call with Acme's CFO, evaluate stage")

        assert isinstance(response.outcome, Briefed)
        found = response.outcome.briefing
        assert ("cfo", StageId.EVALUATE) == (found.persona and found.persona.id, found.stage and found.stage.stage)
        assert replace(brief(account_id, desk, "cfo", StageId.EVALUATE), stage=found.stage) == found
        assert Memory(account_id=account_id) == response.memory

    def test_for_the_account_last_talked_about(self, desk: Desk) -> None:
        """Without a name it is about the account talked about."""
        account_id = stored(desk, "Copperquill").id
        brief(account_id, desk)  # whatever follows is held against this one
        response = say(desk, "does Copperquill fit?", "brief me")

        assert Briefed(brief(account_id, desk)) == response.outcome

    def test_for_nobody(self, desk: Desk) -> None:
        """Without any account, the account is asked for."""
        assert WhichAccount() == say(desk, "brief me").outcome


class TestContent:
    """What to send, beside the verdict."""

    def test_while_the_stage_is_not_known(self, desk: Desk) -> None:
        """Nothing is shown while nothing tells in which stage the account is."""
        outcome = say(desk, "add Zorbulon", "does Zorbulon fit?").outcome

        assert isinstance(outcome, Fit)
        assert (None, None) == (outcome.content, outcome.stage)

    def test_at_the_stage_that_was_said(self, desk: Desk) -> None:
        """The stage said last decides, with who said it."""
        said = StageSaid(stage=StageId.EVALUATE, source=person("bob"), at=NOW)
        with desk.begin(writes=True) as work:
            work.stages.say(stored(desk, "Fogbarrel").id, said)
            work.commit()

        outcome = say(desk, "does Fogbarrel fit?").outcome

        assert isinstance(outcome, Fit)
        assert said == outcome.stage
        assert outcome.content is not None
        for choice in outcome.content.choices:
            assert StageId.EVALUATE in desk.pack.journey.stages_named(choice.asset.stages[0]) or choice.asset.stages[1:]

    def test_at_the_stage_of_the_message(self, desk: Desk) -> None:
        """A stage and a role in the question count for its answer, and are not written down."""
        outcome = say(desk, "does Fogbarrel fit, for their CFO in the evaluate stage?").outcome

        assert isinstance(outcome, Fit)
        assert outcome.stage is not None
        assert StageId.EVALUATE is outcome.stage.stage
        assert outcome.content is not None
        assert all("cfo" in each.asset.personas or not each.asset.personas for each in outcome.content.choices)
        with desk.begin(writes=False) as work:
            assert work.stages.latest(outcome.answer.account.id) is None


class TestKnowledge:
    """Questions that only the knowledge answers."""

    def test_the_nearest_passages(self, desk: Desk, knowledge: ChromaIndex) -> None:
        """At most three passages, near enough, the best first."""
        there = replace(desk, ports=with_index(desk.ports, knowledge))

        outcome = say(there, "what does the pilot cost?").outcome

        assert isinstance(outcome, Passages)
        assert ("what does the pilot cost?", None) == (outcome.asked, outcome.unavailable)
        assert "playbook/pilot-plan" == outcome.hits[0].passage.id
        scores = [hit.score for hit in outcome.hits]
        assert sorted(scores, reverse=True) == scores
        assert NEAR_ENOUGH <= min(scores)
        assert len(scores) <= 3

    def test_what_is_not_in_it(self, desk: Desk, knowledge: ChromaIndex) -> None:
        """What the knowledge says nothing about has no answer rather than a bad one."""
        there = replace(desk, ports=with_index(desk.ports, knowledge))

        assert Passages("who won the world cup?", ()) == say(there, "who won the world cup?").outcome

    def test_a_vector_store_that_is_missing(self, desk: Desk) -> None:
        """Then the outcome says so, and what to do; nothing is raised, and a fit needs no vector store."""
        outcome = say(desk, "what does the pilot cost?").outcome

        assert isinstance(outcome, Passages)
        assert outcome.unavailable is not None
        assert "run `fika ingest`" in outcome.unavailable
        assert isinstance(say(desk, "does Acme fit?").outcome, Fit)

    def test_a_vector_store_that_is_damaged(
        self, desk: Desk, pack: Pack, weights: WordLlamaEmbedder, tmp_path: Path
    ) -> None:
        """The same where its files are damaged."""
        there = replace(desk, ports=with_index(desk.ports, ChromaIndex(tmp_path / "vectors", weights)))
        ingest_passages(pack, there.ports)
        for each in (tmp_path / "vectors").rglob("*.bin"):
            each.write_bytes(b"damaged")
        again = replace(desk, ports=with_index(desk.ports, ChromaIndex(tmp_path / "vectors", weights)))

        outcome = say(again, "what does the pilot cost?").outcome

        assert isinstance(outcome, Passages)
        assert (True, ()) == (bool(outcome.unavailable), outcome.hits)
        assert isinstance(say(again, "does Acme fit?").outcome, Fit)


class TestGaps:
    """What discovery shows to be missing."""

    def test_a_gap_at_no_account(self, desk: Desk) -> None:
        """A gap needs no account; it keeps the person's words, who said so and the whole message."""
        outcome = say(desk, "log a gap: no case study for dentists").outcome

        assert isinstance(outcome, GapLogged)
        gap = outcome.gap
        assert (None, None) == (outcome.account, gap.account_id)
        assert (GapKind.CONTENT, "no case study for dentists", person("ann")) == (gap.kind, gap.what, gap.source)
        assert "log a gap: no case study for dentists" == gap.quote
        with desk.begin(writes=False) as work:
            assert [gap] == list(work.gaps.all())

    @pytest.mark.parametrize(
        ("before", "text", "account"),
        [
            ("hello", "log a gap for Acme: no SAP connector", "Acme"),
            ("does Copperquill fit?", "log a gap: no SAP connector", "Copperquill"),
            ("does Copperquill fit?", "log a gap for Acme: no SAP connector", "Acme"),
        ],
    )
    def test_a_gap_at_an_account(self, before: str, text: str, account: str, desk: Desk) -> None:
        """It belongs to the account that is named, else to the one talked about."""
        response = say(desk, before, text)

        account_id = stored(desk, account).id
        assert isinstance(response.outcome, GapLogged)
        assert ("no SAP connector", GapKind.PRODUCT) == (response.outcome.gap.what, response.outcome.gap.kind)
        assert (account, account_id) == (response.outcome.account, response.outcome.gap.account_id)
        assert Memory(account_id=account_id) == response.memory

    def test_a_name_that_is_nearly_right(self, desk: Desk) -> None:
        """Where the name was nearly right, the response says at which account the gap is."""
        response = say(desk, "log a gap for Umberfeld: no SAP connector")

        assert isinstance(response.outcome, GapLogged)
        assert "Umberfield" == response.outcome.account
        assert response.taken_for is not None
        assert "Umberfield" == response.taken_for.main

    def test_a_name_that_several_have(self, desk: Desk) -> None:
        """Several accounts are a choice, after which the gap is logged once, at the one chosen."""
        offered = say(desk, "log a gap for Northwind: no SAP connector")
        chosen = respond("2", offered.memory, desk)

        assert isinstance(offered.outcome, Choose)
        assert isinstance(chosen.outcome, GapLogged)
        assert ("Northwind Analytics", "no SAP connector") == (chosen.outcome.account, chosen.outcome.gap.what)

    def test_a_name_that_nobody_has(self, desk: Desk) -> None:
        """A gap about somebody unknown is logged, and at no account: not at the one talked about before."""
        outcome = say(desk, "does Acme fit?", "log a gap for Quixotica: no SAP connector").outcome

        assert isinstance(outcome, GapLogged)
        assert (None, "Quixotica: no SAP connector") == (outcome.account, outcome.gap.what)

    def test_what_is_no_name(self, desk: Desk) -> None:
        """Words before the colon that are no name say something about the gap, and stay with it."""
        outcome = say(desk, "does Acme fit?", "log a gap for plumbers: no case study").outcome

        assert isinstance(outcome, GapLogged)
        assert ("Acme", "plumbers: no case study") == (outcome.account, outcome.gap.what)

    @pytest.mark.parametrize("text", ["log a gap for acme: no deck", "log a gap for dentists: Acme wants a deck"])
    def test_a_name_anywhere(self, text: str, desk: Desk) -> None:
        """The very name of an account is found in small letters, and behind the colon."""
        outcome = say(desk, text).outcome

        assert isinstance(outcome, GapLogged)
        assert "Acme" == outcome.account
        assert outcome.gap.what in ("no deck", "dentists: Acme wants a deck")

    def test_nothing_said(self, desk: Desk) -> None:
        """Without a word about what is missing nothing is logged, and the way to say it is shown."""
        outcome = say(desk, "log a gap").outcome

        assert isinstance(outcome, Unreadable)
        assert "log a gap: " in outcome.reasons[0]
        with desk.begin(writes=False) as work:
            assert [] == list(work.gaps.all())


class TestAsks:
    """Who asked about which account, where that is to be kept."""

    @pytest.mark.parametrize(
        "text",
        [
            "does Acme fit?",
            "why is Acme a B?",
            "brief me for Acme",
            "go through the questions for Acme",
            "Acme has 9 employees",
        ],
    )
    def test_an_answer_about_an_account(self, text: str, desk: Desk) -> None:
        """Each answer about one account carries the report on it."""
        answer = report_in(say(desk, text).outcome)

        assert answer is not None
        assert ("Acme", answer.account.name) == (answer.report.account, "Acme")

    @pytest.mark.parametrize(
        "text", ["help", "what is our ICP?", "does Quixotica fit?", "add Zed", "log a gap: no deck"]
    )
    def test_no_answer_about_an_account(self, text: str, desk: Desk) -> None:
        """What is about no account, or no report on one, carries none."""
        assert report_in(say(desk, text).outcome) is None


class TestGivenAccount:
    """Answering about an account that was chosen by a click."""

    @pytest.mark.parametrize(
        "text", ["does Northwind fit?", "does it fit?", "does Fogberry fit?", "does Copperquill fit?"]
    )
    def test_whatever_name_it_said(self, text: str, desk: Desk) -> None:
        """The question is answered about the account that was chosen, and that is what the talk is about."""
        account = stored(desk, "Northwind Analytics")

        response = respond_about(text, account.id, Memory(account_id=1, waiting="x"), desk)

        assert (fit_of(account.id, desk), Memory(account_id=account.id)) == (response.outcome, response.memory)
        assert response.taken_for is None

    def test_what_was_said_is_written_down(self, desk: Desk) -> None:
        """A statement is recorded for the account that was chosen."""
        account_id = stored(desk, "Umberfield").id

        outcome = respond_about("Quixotica has 120 employees", account_id, Memory(), desk).outcome

        assert isinstance(outcome, Recorded)
        assert [120] == [each.value for each in stored(desk, "Umberfield").answers]

    def test_what_is_about_no_account(self, desk: Desk) -> None:
        """A call for help stays one, and a choice that was open is over."""
        offered = say(desk, "does Northwind fit?").memory

        response = respond_about("help", 1, offered, desk)

        assert (Help(), Memory()) == (response.outcome, response.memory)

    def test_undo(self, desk: Desk) -> None:
        """Undo takes back what was said last about the account that was chosen."""
        say(desk, "Umberfield has 120 employees")

        outcome = respond_about("undo", stored(desk, "Umberfield").id, Memory(), desk).outcome

        assert isinstance(outcome, Undone)

    def test_an_account_that_is_there_instead_of_a_new_one(self, desk: Desk) -> None:
        """Who chooses an account after asking for a new one is shown the one that was chosen."""
        outcome = respond_about("add Northwind", stored(desk, "Northwind Analytics").id, Memory(), desk).outcome

        assert Shown(desk.answer(stored(desk, "Northwind Analytics"))) == outcome

    def test_an_account_that_is_gone(self, desk: Desk) -> None:
        """An account that was forgotten meanwhile is unknown."""
        with pytest.raises(AccountUnknown):
            respond_about("does it fit?", 9999, Memory(), desk)

    @pytest.mark.parametrize(
        ("kind", "outcome"),
        [
            (RequestKind.FIT_QUESTION, Fit),
            (RequestKind.WHY, Why),
            (RequestKind.WHAT_WOULD_IT_TAKE, Takes),
            (RequestKind.NEXT_QUESTION, AskNext),
            (RequestKind.SHOW_ACCOUNT, Shown),
        ],
    )
    def test_a_question_without_words(
        self, kind: RequestKind, outcome: Callable[[FitAnswer], Outcome], desk: Desk
    ) -> None:
        """What a button asks has the answer that words would have had."""
        account = stored(desk, "Acme")

        response = ask_about(kind, account.id, desk)

        assert (outcome(desk.answer(account)), Memory(account_id=account.id)) == (response.outcome, response.memory)

    def test_an_interview_without_words(self, desk: Desk) -> None:
        """What a button starts is the interview that words would have started, and its question stands."""
        account_id = stored(desk, "Acme").id
        response = ask_about(RequestKind.START_INTERVIEW, account_id, desk)

        assert isinstance(response.outcome, InterviewTurn)
        assert (response.outcome.interview.id, 1) == (response.memory.interview_id, response.memory.step)
        assert response.outcome.interview == start(account_id, desk).interview

    def test_a_briefing_without_words(self, desk: Desk) -> None:
        """The same for a briefing."""
        account_id = stored(desk, "Acme").id

        brief(account_id, desk)  # whatever follows is held against this one

        assert Briefed(brief(account_id, desk)) == ask_about(RequestKind.BRIEFING, account_id, desk).outcome


class TestBegunAnew:
    """A delivery that is worked on again after its first attempt wrote something down."""

    @pytest.mark.parametrize(
        ("before", "text", "outcome"),
        [
            ("hello", "Acme has 120 employees and uses Salesforce", Recorded),
            ("does Acme fit?", "it has 2M EUR revenue", Recorded),
            ("Acme has 120 employees", "undo", Undone),
            ("hello", "add Blueheron Works", Added),
            ("hello", "add House on the Rock", Added),
            ("hello", "add Snowflake", Added),
            ("hello", "log a gap for Acme: no SAP connector", GapLogged),
            ("does Acme fit?", "log a gap: no SAP connector", GapLogged),
        ],
    )
    def test_the_same_outcome_and_one_write(self, before: str, text: str, outcome: type, desk: Desk) -> None:
        """The second attempt says what the first said, and writes nothing."""
        memory = say(desk, "Acme uses Salesforce", before).memory
        at = delivered(desk)

        first = respond(text, memory, at)
        between = (everything(desk), gaps(desk))
        second = respond(text, memory, at)

        assert isinstance(first.outcome, outcome)
        assert first == second
        assert between == (everything(desk), gaps(desk))

    def test_another_delivery_of_the_same_words(self, desk: Desk) -> None:
        """Two messages with the same words are two: the second undo takes back what was said before."""
        memory = say(desk, "Acme uses Salesforce", "Acme has 120 employees").memory

        first = respond("undo", memory, delivered(desk, "Ev1"))
        second = respond("undo", memory, delivered(desk, "Ev2"))

        assert isinstance(first.outcome, Undone)
        assert isinstance(second.outcome, Undone)
        assert [["employees"], ["stack"]] == [[a.trait for a in each.gone] for each in (first.outcome, second.outcome)]

    def test_after_a_choice(self, desk: Desk) -> None:
        """A choice that was made is written once as well."""
        memory = say(desk, "Northwind has 120 employees").memory
        at = delivered(desk)

        first, second = respond("2", memory, at), respond("2", memory, at)

        assert first == second
        assert isinstance(first.outcome, Recorded)
        assert first.outcome.noted == stored(desk, "Northwind Analytics").answers[-1:]


class TestNames:
    """Which account is meant."""

    def test_a_misspelt_name_is_taken_and_said(self, desk: Desk) -> None:
        """A name that is nearly right is taken, and the response says for which account."""
        response = say(desk, "does Fogbarel fit?")

        assert isinstance(response.outcome, Fit)
        assert "Fogbarrel" == response.outcome.answer.account.name
        assert response.taken_for is not None
        assert "Fogbarrel" == response.taken_for.main

    def test_an_unknown_name_gives_the_nearest(self, desk: Desk) -> None:
        """A name that nobody has is not guessed at; the nearest are named."""
        response = say(desk, "does Fogberry fit?")

        assert isinstance(response.outcome, NotFound)
        assert "Fogberry" == response.outcome.said
        assert "Fogbarrel" in [each.main for each in response.outcome.nearest]

    def test_several_accounts_are_a_choice(self, desk: Desk) -> None:
        """A name that several answer to is a choice; the number then answers what was asked."""
        offered = say(desk, "what should I ask Northwind next?")
        chosen = respond(" 2. ", offered.memory, desk)

        assert isinstance(offered.outcome, Choose)
        assert ["Northwind Logistics", "Northwind Analytics"] == [each.main for each in offered.outcome.choices]
        assert isinstance(chosen.outcome, AskNext)
        assert "Northwind Analytics" == chosen.outcome.answer.account.name
        assert Memory(account_id=chosen.outcome.answer.account.id) == chosen.memory

    def test_a_choice_outlives_a_question_in_between(self, desk: Desk) -> None:
        """Somebody may ask for help before choosing."""
        chosen = say(desk, "does Northwind fit?", "help", "1")

        assert isinstance(chosen.outcome, Fit)
        assert "Northwind Logistics" == chosen.outcome.answer.account.name

    def test_a_choice_is_kept_as_a_text(self, desk: Desk) -> None:
        """What waits is the message itself, answered as things stand when the choice is made."""
        memory = say(desk, "does Northwind fit?").memory
        rename_account(desk.ports, desk.scope, "Northwind Analytics", "Southwind")

        chosen = respond("2", memory, desk)

        assert "does Northwind fit?" == memory.waiting
        assert "Southwind" == answer_in(chosen).account.name

    def test_a_choice_records_what_was_said(self, desk: Desk) -> None:
        """What was stated before the choice is written down for the account that is chosen, and for no other."""
        chosen = say(desk, "Northwind has 120 employees", "2")

        assert isinstance(chosen.outcome, Recorded)
        assert [120] == [each.value for each in chosen.outcome.noted]
        assert 120 == stored(desk, "Northwind Analytics").answers[-1].value
        assert 240 == stored(desk, "Northwind Logistics").answers[1].value

    @pytest.mark.parametrize("text", ["0", "3", "-1", "1.5", "99999", "9" * 5000, "²", "1 2"])
    def test_a_number_that_is_no_choice(self, text: str, desk: Desk) -> None:
        """Only a number that stands before a choice chooses; the choice goes on waiting."""
        response = say(desk, "does Northwind fit?", text)

        assert not isinstance(response.outcome, ABOUT)
        assert isinstance(respond("1", response.memory, desk).outcome, Fit)

    def test_a_number_where_nothing_was_offered(self, desk: Desk) -> None:
        """A number alone means nothing."""
        assert NotUnderstood() == say(desk, "1").outcome

    def test_no_name_at_all(self, desk: Desk) -> None:
        """Without a name, and with nothing talked about before, the account is asked for."""
        assert WhichAccount() == say(desk, "why?").outcome
        assert WhichAccount() == say(desk, "they have 120 employees").outcome
        assert everything(desk) == everything(replace(desk, today=date(2027, 1, 1)))


class TestMemory:
    """What one message leaves to the next."""

    @pytest.mark.parametrize(
        ("text", "outcome"),
        [("why?", Why), ("what would it take?", Takes), ("what should I ask next?", AskNext), ("does it fit?", Fit)],
    )
    def test_the_account_last_talked_about(self, text: str, outcome: type, desk: Desk) -> None:
        """A question without a name is about the account last talked about."""
        response = say(desk, "does Copperquill fit?", "what is our ICP?", text)

        assert isinstance(response.outcome, outcome)
        assert isinstance(response.outcome, ABOUT)
        assert "Copperquill" == response.outcome.answer.account.name

    def test_another_name_changes_it(self, desk: Desk) -> None:
        """The account talked about is the last one that was named."""
        response = say(desk, "does Copperquill fit?", "does Fogbarrel fit?", "why?")

        assert isinstance(response.outcome, Why)
        assert "Fogbarrel" == response.outcome.answer.account.name

    def test_an_account_that_is_gone(self, desk: Desk) -> None:
        """After the account was forgotten meanwhile, nothing is talked about any more."""
        response = say(desk, "does Copperquill fit?")
        with desk.begin(writes=True) as work:
            work.accounts.forget(stored(desk, "Copperquill").id)
            work.commit()

        assert WhichAccount() == respond("why?", response.memory, desk).outcome


class TestRecording:
    """What is stated is written down."""

    def test_everything_that_was_said(self, desk: Desk) -> None:
        """Each answer is kept with who, when, for which day, and the words; the report before and after is there."""
        before = desk.answer(stored(desk, "Acme"))

        response = say(desk, "Acme has 120 employees and uses Salesforce")

        assert isinstance(response.outcome, Recorded)
        assert before == response.outcome.before
        account = stored(desk, "Acme")
        assert desk.answer(account) == response.outcome.answer
        assert account.answers[-2:] == response.outcome.noted
        assert {"employees": 120, "stack": {"at_least": ["salesforce"]}} == {
            each.trait: each.value for each in response.outcome.noted
        }
        for each in response.outcome.noted:
            assert (SourceKind.PERSON, "ann", TODAY, False) == (
                each.source.kind, each.source.person, each.on, each.draft
            )  # fmt: skip
            assert each.quote
            assert each.quote in "Acme has 120 employees and uses Salesforce"

    def test_without_a_name(self, desk: Desk) -> None:
        """A statement without a name is about the account last talked about."""
        response = say(desk, "does Umberfield fit?", "they have 120 employees")

        assert isinstance(response.outcome, Recorded)
        assert [120] == [each.value for each in stored(desk, "Umberfield").answers]

    def test_a_name_that_is_nearly_right(self, desk: Desk) -> None:
        """Where something was written down for a name that was nearly right, the response says for which account."""
        response = say(desk, "Umberfeld has 120 employees")

        assert isinstance(response.outcome, Recorded)
        assert response.taken_for is not None
        assert ("Umberfield", "Umberfield") == (response.taken_for.main, response.outcome.answer.account.name)

    def test_a_name_that_nobody_has(self, desk: Desk) -> None:
        """For an account that is not there nothing is written down, and none is made."""
        before = everything(desk)

        response = say(desk, "Quixotica has 120 employees")

        assert isinstance(response.outcome, NotFound)
        assert before == everything(desk)

    def test_a_draft(self, desk: Desk) -> None:
        """While a draft is in force, what is written down says so."""
        response = say(replace(desk, draft=True), "Acme has 120 employees")

        assert isinstance(response.outcome, Recorded)
        assert [True] == [each.draft for each in response.outcome.noted]

    def test_how_a_value_came_about(self, desk: Desk) -> None:
        """A converted amount is explained next to what was written down."""
        response = say(desk, "Acme has 2M EUR revenue")

        assert isinstance(response.outcome, Recorded)
        assert [2_160_000] == [each.value for each in response.outcome.noted]
        assert "1.08" in "".join(response.outcome.notes)

    def test_what_cannot_be_told(self, desk: Desk) -> None:
        """Where what was said cannot be told, nothing is written down, and the reason is given."""
        before = everything(desk)

        response = say(desk, "Acme has 120 employees and 300 employees")

        assert isinstance(response.outcome, Unreadable)
        assert [True] == ["two different values" in why for why in response.outcome.reasons]
        assert before == everything(desk)

    def test_what_cannot_be_told_of_nobody(self, desk: Desk) -> None:
        """The reason is given even where no account was named."""
        assert isinstance(say(desk, "they have 120 employees and 300 employees").outcome, Unreadable)

    def test_a_part_that_cannot_be_told(self, desk: Desk) -> None:
        """What can be told is written down, and what cannot is named beside it."""
        response = say(desk, "Acme uses Salesforce and has 120 employees and 300 employees")

        assert isinstance(response.outcome, Recorded)
        assert ["stack"] == [each.trait for each in response.outcome.noted]
        assert "two different values" in "".join(response.outcome.notes)

    def test_a_disagreement_is_kept(self, desk: Desk) -> None:
        """What a person says against a file does not replace it; both stay possible."""
        response = say(desk, "Oddlark Software has 4000 employees")

        assert isinstance(response.outcome, Recorded)
        [employees] = [each for each in response.outcome.answer.standings if each.disagrees]
        assert [4000, 110] == [each.value for each in employees.answers]


ELSEWHERE = [case for case in cases("whom") if case["whose"] == "nobody"]


class TestSomebodyElse:
    """What is about somebody else is never written down for the account last talked about."""

    def test_nothing_is_written_down(self, desk: Desk) -> None:
        """None of the labelled messages about somebody else writes anything."""
        before = everything(desk)
        memory = say(desk, "does Copperquill fit?").memory

        for case in ELSEWHERE:
            assert not isinstance(respond(case["text"], memory, desk).outcome, Added | Recorded), case["text"]

        assert before == everything(desk)

    def test_somebody_new(self, desk: Desk) -> None:
        """A name that nobody has is said, so that the account can be added."""
        response = say(desk, "does Copperquill fit?", "just met Quixotica. 120 employees, on aws")

        assert NotFound("Quixotica", ()) == response.outcome
        assert stored(desk, "Copperquill").id == response.memory.account_id

    def test_somebody_unnamed(self, desk: Desk) -> None:
        """Where nobody is named, the account is asked for."""
        assert WhichAccount() == say(desk, "does Copperquill fit?", "our company has 500 employees").outcome

    def test_ourselves(self, desk: Desk) -> None:
        """What somebody says of us is nobody's answer, even if the message asks something, too."""
        before = everything(desk)
        say(desk, "does Copperquill fit?", "is it a fit? we use Salesforce, 30 people")
        assert before == everything(desk)

    def test_then_say_whom(self, desk: Desk) -> None:
        """Once the person has chosen the account, what was said is written down for it."""
        outcome = respond_about("new lead, 120 people", stored(desk, "Umberfield").id, Memory(), desk).outcome

        assert isinstance(outcome, Recorded)
        assert [120] == [each.value for each in stored(desk, "Umberfield").answers]

    def test_hearsay(self, desk: Desk) -> None:
        """What nobody has confirmed is asked back."""
        outcome = say(desk, "does Acme fit?", "rumor: they use dynamics").outcome

        assert isinstance(outcome, Unreadable)
        assert "hearsay" in outcome.reasons[0]


class TestUndo:
    """Taking back."""

    def test_one_of_several(self, desk: Desk) -> None:
        """The answer that is named alone is taken back; a name that is none takes nothing back."""
        response = say(desk, "Acme has 120 employees and uses Salesforce", "undo the headcount")

        assert isinstance(response.outcome, Undone)
        assert ["employees"] == [each.trait for each in response.outcome.gone]
        own = [each for each in stored(desk, "Acme").answers if each.source == desk.source and not each.retracted]
        assert ["stack"] == [each.trait for each in own]
        again = respond("take back Employees", Memory(stored(desk, "Acme").id), desk)
        assert NothingToUndo() == again.outcome

    @pytest.mark.parametrize("undo", ["undo", "Undo.", " UNDO! "])
    def test_what_was_said_last(self, undo: str, desk: Desk) -> None:
        """Undo takes back all of the last message; the report is as before, and the answers stay on record."""
        before = desk.answer(stored(desk, "Acme")).report

        response = say(desk, "Acme has 120 employees and uses Salesforce", undo)

        assert isinstance(response.outcome, Undone)
        assert {"employees", "stack"} == {each.trait for each in response.outcome.gone}
        assert before == response.outcome.answer.report
        assert [True, True] == [each.retracted for each in stored(desk, "Acme").answers[-2:]]

    def test_one_message_after_the_other(self, desk: Desk) -> None:
        """Undo again takes back the message before, until there is nothing left; what a file said stays."""
        before = desk.answer(stored(desk, "Acme")).report
        said = ["Acme has 120 employees", "it uses Salesforce", "undo"]
        first = say(desk, *said)
        second = say(desk, "what do we know about Acme?", "undo")
        third = say(desk, "what do we know about Acme?", "undo")

        assert isinstance(first.outcome, Undone)
        assert isinstance(second.outcome, Undone)
        assert [["stack"], ["employees"]] == [[a.trait for a in each.outcome.gone] for each in (first, second)]  # type: ignore[union-attr]
        assert NothingToUndo() == third.outcome
        assert before == desk.answer(stored(desk, "Acme")).report

    def test_what_was_said_before_counts_again(self, desk: Desk) -> None:
        """An answer that replaced one of the same person's leaves room for it again."""
        response = say(desk, "Umberfield has 30 employees", "Umberfield has 120 employees", "undo")

        assert isinstance(response.outcome, Undone)
        [counts] = [each.answers for each in response.outcome.answer.standings if each.answers]
        assert [30] == [each.value for each in counts]

    def test_the_latest_is_the_one_said_last(self, desk: Desk) -> None:
        """Where messages arrived in another order than they were written in, undo takes back the one said last."""
        say(replace(desk, now=lambda: NOW + timedelta(seconds=9)), "Umberfield has 120 employees")
        say(replace(desk, now=lambda: NOW + timedelta(seconds=5)), "Umberfield uses Salesforce")

        undone = undo_last(stored(desk, "Umberfield").id, desk)

        assert undone is not None
        assert ["employees"] == [each.trait for each in undone.gone]

    def test_only_ones_own(self, desk: Desk) -> None:
        """What somebody else said, and what a file said, is not taken back."""
        say(replace(desk, person="bob"), "Acme has 120 employees")

        assert NothingToUndo() == say(desk, "does Acme fit?", "undo").outcome

    def test_nothing_talked_about(self, desk: Desk) -> None:
        """Where nothing was talked about there is nothing to take back."""
        assert NothingToUndo() == say(desk, "undo").outcome

    def test_by_the_account(self, desk: Desk) -> None:
        """Without a conversation the last answers about an account can be taken back as well, and only once."""
        say(desk, "Acme has 120 employees")
        account_id = stored(desk, "Acme").id

        undone = undo_last(account_id, desk)

        assert undone is not None
        assert [120] == [each.value for each in undone.gone]
        assert undo_last(account_id, desk) is None


class TestAdd:
    """New accounts."""

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("add Blueheron Works", "Blueheron Works"),
            ("Add Ærø & Søn", "Ærø & Søn"),
            ('add "Quotation Marks"', "Quotation Marks"),
            ("add account Zed", "Zed"),
            ("add the account Zed", "Zed"),
            ("add a new account called Zed", "Zed"),
            ("add account: Zed", "Zed"),
            ("add The Trade Desk", "The Trade Desk"),
            ("add Fit GmbH", "Fit GmbH"),
            ("add Why Not Ltd", "Why Not Ltd"),
            ("add Open Motors", "Open Motors"),
            ("add Acme Europe", "Acme Europe"),
            ("add Bank of Acmeria", "Bank of Acmeria"),
            ("add House on the Rock", "House on the Rock"),
            ("add <!channel>", "<!channel>"),
            ("add 🚀 Ltd", "🚀 Ltd"),
            ("add مرحبا", "مرحبا"),
        ],
    )
    def test_a_name(self, text: str, name: str, desk: Desk) -> None:
        """The account is there, without answers, and is what the talk is about."""
        response = say(desk, text)

        account = stored(desk, name)
        assert (Added(account), Memory(account_id=account.id)) == (response.outcome, response.memory)
        assert () == account.answers

    def test_then_tell(self, desk: Desk) -> None:
        """What is told after that is about the new account."""
        response = say(desk, "add Blueheron Works", "it has 120 employees")

        assert isinstance(response.outcome, Recorded)
        assert [120] == [each.value for each in stored(desk, "Blueheron Works").answers]

    @pytest.mark.parametrize("text", ["add Acme", "add ACME", "add the account acme"])
    def test_a_name_that_is_taken(self, text: str, desk: Desk) -> None:
        """There is no second account of a name; the one that is there is shown."""
        before = everything(desk)

        response = say(desk, text)

        assert isinstance(response.outcome, Shown)
        assert "Acme" == response.outcome.answer.account.name
        assert before == everything(desk)

    def test_a_name_that_several_have(self, desk: Desk) -> None:
        """Where several accounts bear the very name already, there is no further one."""
        with desk.begin(writes=True) as work:
            work.accounts.add("Twin", "one")
            work.accounts.add("Twin", "two")
            work.commit()
        before = everything(desk)

        outcome = say(desk, "add Twin").outcome

        assert isinstance(outcome, Unreadable)
        assert "there is an account called Twin" in outcome.reasons[0]
        assert before == everything(desk)

    @pytest.mark.parametrize("text", ["add !!!", 'add ""', "add \u200b", f"add {'x' * 201}", "add a\0b"])
    def test_what_cannot_be_a_name(self, text: str, desk: Desk) -> None:
        """A name that no account can have is refused with the reason."""
        before = everything(desk)

        response = say(desk, text)

        assert isinstance(response.outcome, Unreadable)
        assert response.outcome.reasons[0].startswith("That cannot be the name of an account: the name ")
        assert before == everything(desk)

    @pytest.mark.parametrize("name", ["Help", "it", "Acme Europe", "account 7"])
    def test_a_name_taken_whole(self, name: str, desk: Desk) -> None:
        """Where a form or a command says that it is a name, it is one, whatever words it is made of."""
        at = delivered(desk)

        first = add_named(name, Memory(), at)

        assert Added(stored(desk, name)) == first.outcome
        assert first == add_named(name, Memory(), at)
        assert Shown(desk.answer(stored(desk, name))) == add_named(name, Memory(), desk).outcome

    @pytest.mark.parametrize(
        "text",
        [
            "add",
            "add account",
            "add an account",
            "add that they are nice people",
            "add it",
            "add budget yes for Acme",
            "add a nice word about the Copperquill team",
            "add a gap: no case study for dentists",
            "please add sugar",
        ],
    )
    def test_what_is_no_new_account(self, text: str, desk: Desk) -> None:
        """A message that begins with "add" and means something else makes no account."""
        before = everything(desk)

        assert not isinstance(say(desk, text).outcome, Added)
        assert before == everything(desk)

    @pytest.mark.parametrize(
        "text",
        [
            "add Quixotica with 40 employees",
            "add Quixotica, 120 employees",
            "add Quixotica 40 employees",
            "add Quixotica - uses Salesforce",
            "add account Quixotica (b2b saas)",
            "please add Quixotica, 40 employees",
        ],
    )
    def test_a_name_and_more(self, text: str, desk: Desk) -> None:
        """What is told in the same breath is no part of the name: nothing is added, and the bare name is offered."""
        before = everything(desk)

        outcome = say(desk, "does Acme fit?", text).outcome

        assert isinstance(outcome, NotFound)
        assert "Quixotica" == outcome.said
        assert before == everything(desk)

    def test_a_known_name_and_more(self, desk: Desk) -> None:
        """Where an account of the bare name is there, it is shown."""
        before = everything(desk)

        outcome = say(desk, "does Copperquill fit?", "add Acme with 40 employees").outcome

        assert Shown(desk.answer(stored(desk, "Acme"))) == outcome
        assert before == everything(desk)

    def test_an_answer(self, desk: Desk) -> None:
        """Whoever says "add that" adds an answer."""
        response = say(desk, "add that Acme has 120 employees")

        assert isinstance(response.outcome, Recorded)
        assert "Acme" == response.outcome.answer.account.name


WORDS = st.sampled_from(
    """
    does Acme fit ? why is a B what would it take for Northwind should I ask next has 120 employees uses Salesforce undo
    add account Fogbarrel they 2 1 , . not budget yes no 50 M help hi what our ICP work on today brief me gap Zyzzyva and
    """.split()  # noqa: SIM905
)
MESSAGES = st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=30)


class TestLaws:
    """Whatever is said."""

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(texts=st.lists(MESSAGES, min_size=1, max_size=3))
    def test_nothing_is_written_in_silence(self, texts: list[str], desk: Desk) -> None:
        """No message ends in an error, and the state changes only where the response says so."""
        memory = Memory()
        for text in texts:
            before = everything(desk), gaps(desk)
            response = respond(text, memory, desk)
            changed = before != (everything(desk), gaps(desk))
            memory = response.memory

            assert isinstance(response.outcome, WRITES) == changed

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(texts=st.lists(MESSAGES, min_size=1, max_size=3))
    def test_every_delivery_may_be_begun_anew(self, texts: list[str], desk: Desk) -> None:
        """Whatever a delivery says, working on it again gives the same outcome and changes nothing."""
        memory = Memory()
        for text in texts:
            with desk.begin(writes=False) as work:
                key = f"Ev{work.inbox.unanswered()}"
            at = delivered(desk, key)
            first = respond(text, memory, at)
            between = everything(desk), gaps(desk)

            assert first == respond(text, memory, at)
            assert between == (everything(desk), gaps(desk))
            memory = first.memory

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(text=MESSAGES)
    def test_undo_takes_back_exactly_that(self, text: str, desk: Desk) -> None:
        """After any message that wrote something down, undo leaves every report as it was."""
        before = [desk.answer(each).report for each in everything(desk)]
        response = respond(text, Memory(), desk)
        if isinstance(response.outcome, Recorded):
            respond("undo", response.memory, desk)

            assert before == [desk.answer(each).report for each in everything(desk)]


def test_a_verdict_of_the_examples(desk: Desk) -> None:
    """The examples have at least one account of each action, so that the tests above are about something."""
    possible = {desk.answer(each).report.verdict for each in everything(desk)}

    assert {Verdict.PRIMARY_A, Verdict.PRIMARY_C, Verdict.NO_FIT, Verdict.DISQUALIFIED, None} <= possible
