"""Interviews under random moves: by several people at once, delivered again, and with all that changes around them."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.disagreement import Keep
from bot.core.errors import FikaError, InterviewRefused, InterviewUnknown, ValueRefused
from bot.core.icp import Rating
from bot.core.interview import Event, State, replayed
from bot.core.language.reading import Reading
from bot.core.move import (
    Accept,
    Again,
    Back,
    Choose,
    Decline,
    DontKnow,
    Frame,
    GoOn,
    HandOver,
    Misread,
    Move,
    Pause,
    Pick,
    Resume,
    Same,
    Say,
    Skip,
    Stop,
)
from bot.core.pack import Pack
from bot.core.proposal import NewProposal
from bot.core.qualification import Framework, Item
from bot.core.trait import Kind, Trait
from bot.flows.accounts import (
    add_account,
    forget_account,
    merge_accounts,
    record_answers,
    rename_account,
    retract_answers,
)
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.interview import act, look, start
from bot.flows.interview_turn import InterviewTurn
from bot.flows.notes import Confirmed, confirm
from bot.flows.people import forget_person
from bot.library.folders import FolderPacks
from bot.ports import Index, NewAnswer, Ports
from bot.store.store import SqlStore
from tests import oracle, strategies
from tests.flows.test_interview import BANT, delivered
from tests.small import NOW, SCOPE, TODAY, pack, person

VALUES: dict[str, list[JsonValue]] = {
    "industry": ["saas", "fintech", "other", {"any_of": ["saas", "fintech"]}],
    "employees": [5, 100, 5000, {"min": 60}, {"min": 20, "max": 120}],
    "revenue": [1_000_000, 3_000_000, {"max": 40_000_000}],
    "budget": [True, False],
    "stack": [["salesforce"], ["excel"], [], {"at_least": ["snowflake"]}],
    "bant.need": [True, False],
    "mql.engagement": [True, False],
    "band.need": [True, False],
    "bant.budget": [True, False],
}


class Clock:
    """A clock that moves on by a second with every look."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """The time, a second later than the last."""
        self.now += timedelta(seconds=1)
        return self.now


def _no_index() -> Index:
    raise AssertionError("nobody searches here")


def desk_at(home: Path, who: str = "ann", wait: float = 20) -> Desk:
    """A desk with a store of its own on the state in a folder."""
    store = SqlStore.open(home, wait=wait)
    ports = Ports(store=lambda: store, packs=FolderPacks(home), index=_no_index)
    framed = pack().model_copy(update={"qualification": (BANT,)})
    return Desk(Scorer(framed), SCOPE.team, ports, who, Clock(), TODAY)


def drawn_move(dice: random.Random, turn: InterviewTurn) -> tuple[int | None, Move]:
    """Any move, for the question that stands, for one that is past, for none, or for one that never was."""
    asks = turn.interview.asks or "industry"
    trait = dice.choice([asks, asks, asks, dice.choice(list(VALUES))])
    value = dice.choice(VALUES[trait])
    other = dice.choice(list(VALUES))
    ways: list[Move] = [
        *[Pick(trait, value)] * 4,
        *[Say((Reading(trait, value, "q"),))] * 2,
        Say((Reading(trait, value, "q"), Reading(other, dice.choice(VALUES[other]), "r"))),
        Say((Reading(trait, None, "dunno"), Reading(other, dice.choice(VALUES[other]), "r"))),
        Misread("why", value if trait == asks else None, "q"),
        Accept(),
        Decline(),
        Same(),
        Skip(),
        DontKnow("no idea"),
        *[Back()] * 2,
        Again(trait),
        Pause(),
        Resume(),
        HandOver(dice.choice(["ann", "bob", "cat"])),
        GoOn(),
        Frame(dice.choice(["bant", "mql"])),
        *[Choose(dice.choice(list(Keep)))] * 2,
        *([Stop()] if dice.random() < 0.2 else []),
    ]
    step = turn.interview.step
    return dice.choice([step, step, step, None, max(1, step - 1), 1, 99]), dice.choice(ways)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody goes through the questions."""
    return desk_at(tmp_path)


@pytest.fixture
def acme(desk: Desk) -> int:
    """An account of which nothing is known."""
    return add_account(desk.ports, desk.scope, "Acme").id


State_ = tuple[Any, ...]


def kept(desk: Desk, account_id: int, interview_id: int) -> State_:
    """Everything that is kept of an interview and its account."""
    with desk.begin(writes=False) as work:
        events = list(work.interviews.events(interview_id))
        interview = work.interviews.get(interview_id)
        assert interview == replayed(interview_id, account_id, events)
        return interview, events, work.accounts.get(account_id), work.gaps.at(account_id)


class TestRepeated:
    """A delivery that is begun anew, at whatever point."""

    @pytest.mark.parametrize("seed", range(30))
    def test_at_every_point(self, seed: int, desk: Desk, acme: int) -> None:
        """Begun anew at once it says the same again; begun anew at any time it changes nothing."""
        dice = random.Random(seed)
        there = delivered(desk, "start")
        first = start(acme, there)
        turn, made = first, []
        for number in range(12):
            who = delivered(replace(desk, person=dice.choice(["ann", "ann", "bob"])), f"move {number}")
            if dice.random() < 0.2:
                trait = dice.choice([each.id for each in desk.pack.traits])
                new = NewAnswer(trait, dice.choice(VALUES[trait]), person("file"), desk.now())
                record_answers(desk.ports, desk.scope, acme, [new], desk.pack)
            move = drawn_move(dice, turn)
            try:
                turn = act(first.interview.id, *move, who)
            except FikaError:
                continue  # refused: nothing is kept that could be found again
            state = kept(desk, acme, first.interview.id)
            made.append((move, who))
            for _ in range(dice.randrange(3)):
                assert turn == act(first.interview.id, *move, who)
            for again, place in dice.sample(made, k=min(2, len(made))):
                act(first.interview.id, *again, place)
            assert first.interview == start(acme, there).interview
            assert state == kept(desk, acme, first.interview.id)
            if not turn.interview.is_open:
                break

    def test_a_late_click_with_which_somebody_joins(self, desk: Desk, acme: int) -> None:
        """That it came too late, and what is noted, is said the second time as well."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        step = first.interview.step
        act(first.interview.id, step, Pick("industry", "saas"), desk)
        there = delivered(replace(desk, person="bob"), "Ev1")
        late = act(first.interview.id, step, Pick("industry", "saas"), there)

        assert [Event.JOINED] == [each.happened for each in late.happened]
        assert late.said.late is not None
        assert late == act(first.interview.id, step, Pick("industry", "saas"), there)

    def test_late_words_tell_what_could_not_be_read(self, desk: Desk, acme: int) -> None:
        """How values were worked out is told of what came too late as of everything else."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        step = first.interview.step
        act(first.interview.id, step, Pick("industry", "saas"), desk)
        late = act(first.interview.id, step, Say((Reading("revenue", 5, "5", "at 1.08"),)), desk)

        assert ("at 1.08",) == late.said.notes

    def test_what_did_nothing(self, desk: Desk, acme: int) -> None:
        """Back where there was no question before goes back to none in a second attempt after an answer, either."""
        first, there = start(acme, desk), delivered(replace(desk), "Ev1")
        act(first.interview.id, 1, Back(), there)
        turn = act(first.interview.id, 1, Skip(), desk)
        again = act(first.interview.id, 1, Back(), there)

        assert "no question before" in (again.said.misread or "")
        assert turn.interview == look(first.interview.id, desk).interview


class TestChoice:
    """What somebody is to choose between is not lost on the way."""

    @pytest.fixture
    def contested(self, desk: Desk, acme: int) -> InterviewTurn:
        """Somebody says fintech, where a file says SaaS."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        new = [NewAnswer("industry", "saas", person("file"), desk.now())]
        record_answers(desk.ports, desk.scope, acme, new, desk.pack)
        return act(first.interview.id, first.interview.step, Pick("industry", "fintech"), desk)

    def between(self, desk: Desk) -> list[Callable[[int], object]]:
        """What may come in between."""
        anew = replace(desk, scorer=Scorer(desk.pack.model_copy(update={"version": 2})))
        return [
            lambda each: (act(each, None, Pause(), desk), act(each, None, Resume(), desk)),
            lambda each: act(each, None, Say((Reading("revenue", 5, "5"),)), desk),
            lambda each: act(each, None, Frame("bant"), desk),
            lambda each: act(each, None, Resume(), anew),
        ]

    @pytest.mark.parametrize("which", range(4))
    def test_it_is_still_to_be_chosen(self, which: int, contested: InterviewTurn, desk: Desk, acme: int) -> None:
        """A pause, another answer, a framework or another pack in between: it stands, can be chosen, and is not new."""
        interview_id = contested.interview.id
        self.between(desk)[which](interview_id)
        seen = look(interview_id, desk)
        assert (State.CHOOSING, contested.disagreement and contested.disagreement.new) == (
            seen.interview.state,
            seen.disagreement and seen.disagreement.new,
        )
        turn = act(interview_id, None, Choose(Keep.NEW), desk)

        assert (State.ASKING, ()) == (turn.interview.state, turn.noted)
        live = {each.value for each in desk.account(acme).answers if not each.retracted and each.trait == "industry"}
        assert {"fintech"} == live

    def test_two_at_two_moments(self, contested: InterviewTurn, desk: Desk, acme: int) -> None:
        """A second contradiction does not make the first one go away: they are chosen one after the other."""
        new = [NewAnswer("budget", value=True, source=person("file"), recorded_at=desk.now())]
        record_answers(desk.ports, desk.scope, acme, new, desk.pack)
        other = replace(desk, person="bob")
        turn = act(contested.interview.id, None, Say((Reading("budget", value=False, quote="no"),)), other)
        second = act(turn.interview.id, None, Choose(Keep.BOTH), desk)
        third = act(turn.interview.id, None, Choose(Keep.BOTH), desk)

        assert ["budget"] == [each.trait for each in turn.noted]
        assert ((), ()) == (second.noted, third.noted)
        assert ["industry", "budget"] == [each.disagreement.trait for each in (turn, second) if each.disagreement]
        assert State.CHOOSING is not third.interview.state

    def test_the_button_of_another_choice(self, contested: InterviewTurn, desk: Desk, acme: int) -> None:
        """It settles what its message shows, though another choice is shown by now; and nothing else a second time."""
        new = [NewAnswer("budget", value=True, source=person("file"), recorded_at=desk.now())]
        record_answers(desk.ports, desk.scope, acme, new, desk.pack)
        both = act(contested.interview.id, None, Say((Reading("budget", value=False, quote="no"),)), desk)
        budget = both.noted[0].id
        turn = act(both.interview.id, None, Choose(Keep.NEW, budget), desk)
        again = act(both.interview.id, None, Choose(Keep.OLD, budget), desk)

        assert ("industry", None) == (turn.disagreement and turn.disagreement.trait, turn.said.misread)
        assert (State.CHOOSING, True) == (again.interview.state, "settled already" in (again.said.misread or ""))
        live = [each.value for each in desk.account(acme).answers if not each.retracted and each.trait == "budget"]
        assert [False] == live


class TestTogether:
    """Several people in one interview at the same moment, each with a connection of their own."""

    @pytest.mark.parametrize("seed", range(30))
    def test_nothing_is_lost_or_counted_twice(self, seed: int, tmp_path: Path) -> None:
        """Every event and every answer is told to exactly one of them, and all that was told is there."""
        desk = desk_at(tmp_path)
        account_id = add_account(desk.ports, desk.scope, "Acme").id
        first = start(account_id, desk)
        together = Barrier(3)

        def one(who: str) -> list[InterviewTurn]:
            """Some moves of one person."""
            dice, mine, turns = random.Random(f"{seed} {who}"), desk_at(tmp_path, who), [first]
            together.wait(20)
            for _ in range(10):
                move = drawn_move(dice, turns[-1])
                if isinstance(move[1], Stop):
                    continue
                try:
                    turns.append(act(first.interview.id, *move, mine))
                except FikaError:
                    continue
            return turns[1:]

        with ThreadPoolExecutor(3) as pool:
            each = list(pool.map(one, ["ann", "bob", "cat"]))
        turns = [first, *(turn for mine in each for turn in mine)]
        interview, events, account, _ = kept(desk, account_id, first.interview.id)

        spans = [(turn.interview.events - len(turn.happened), turn.happened) for turn in turns if turn.happened]
        told = sorted(spans, key=lambda span: span[0])
        assert events == [event for _, happened in told for event in happened]
        noted = [answer.id for turn in turns for answer in turn.noted]
        assert sorted(noted) == [answer.id for answer in account.answers]
        assert interview == look(first.interview.id, desk).interview


def test_an_item_that_several_traits_answer_is_counted_with_all_of_them(desk: Desk, acme: int) -> None:
    """A no leads on to what answers it as well: no answer makes it more than what was said to go at the most."""
    flag = desk.pack.traits[3]
    more = tuple(flag.model_copy(update={"id": each}) for each in ("plan", "project"))
    need = Item(
        id="need", label="Need", question="Need of {account}?", **{"or": dict.fromkeys(["plan", "project"], ())}
    )
    framed = desk.pack.model_copy(
        update={"traits": (*desk.pack.traits, *more), "qualification": (BANT.model_copy(update={"items": (need,)}),)}
    )
    there = replace(desk, scorer=Scorer(framed))
    turn, seen = start(acme, there, "bant"), []
    good = {"industry": "saas", "employees": 100, "revenue": 3_000_000, "budget": True, "stack": ["salesforce"]}
    while turn.asking is not None:
        seen.append((turn.asking.trait.id, turn.to_go))
        move = Pick(turn.asking.trait.id, good.get(turn.asking.trait.id, False))  # type: ignore[arg-type]
        turn = act(turn.interview.id, None, move, there)

    assert [("bant.need", 3), ("plan", 2), ("project", 1)] == seen[-3:]
    assert all(later < before for (_, before), (_, later) in pairwise(seen))
    assert 0 == turn.to_go


GOOD: dict[str, JsonValue] = {
    "industry": "saas",
    "employees": 100,
    "revenue": 3_000_000,
    "budget": True,
    "stack": ["salesforce"],
}


def to_the_end(turn: InterviewTurn, desk: Desk) -> InterviewTurn:
    """Answer whatever is asked."""
    while turn.asking is not None:
        trait = turn.asking.trait.id
        turn = act(turn.interview.id, turn.asking.number, Pick(trait, GOOD.get(trait, True)), desk)
    return turn


class TestLater:
    """An interview that is looked at again more than a year later."""

    @pytest.mark.parametrize("paused", [False, True])
    def test_what_expired_is_asked_again(self, desk: Desk, acme: int, *, paused: bool) -> None:
        """What was settled is open, each expired answer is asked for again, and each may be as it was before."""
        end = to_the_end(start(acme, desk, "bant"), desk)
        assert State.RESTING is end.interview.state
        if paused:
            act(end.interview.id, None, Pause(), desk)
        late = replace(desk, today=TODAY + timedelta(days=400))
        turn, seen = act(end.interview.id, None, Resume(), late), []
        while turn.asking is not None:
            seen.append(turn.asking.trait.id)
            assert [GOOD.get(seen[-1], True)] == [each.value for each in turn.asking.known.expired]
            before = turn
            turn = act(end.interview.id, turn.asking.number, Same(), late)
            assert turn.to_go < before.to_go

        assert {each.trait for each in desk.account(acme).answers} == set(seen)
        assert (State.RESTING, end.answer.report.verdict) == (turn.interview.state, turn.answer.report.verdict)
        assert [late.today] * len(seen) == [each.on for each in desk.account(acme).answers[-len(seen) :]]

    def test_the_same_as_what_the_pack_cannot_hold_any_more(self, desk: Desk, acme: int) -> None:
        """It is asked back in a sentence."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        act(first.interview.id, None, Pick("industry", "fintech"), desk)
        industry = desk.pack.traits[0]
        options = {each: option for each, option in industry.options.items() if each != "fintech"}
        icp = desk.pack.icps[0]
        rating = icp.ratings["industry"].model_copy(update={"points": {"saas": 5}})
        less = desk.pack.model_copy(
            update={
                "version": 2,
                "traits": (industry.model_copy(update={"options": options}), *desk.pack.traits[1:]),
                "icps": (icp.model_copy(update={"ratings": {**icp.ratings, "industry": rating}}),),
            }
        )
        there = replace(desk, scorer=Scorer(less))
        turn = act(first.interview.id, None, Again("industry"), there)
        turn = act(first.interview.id, None, Same(), there)

        assert ("industry", ()) == (turn.asking and turn.asking.trait.id, turn.noted)
        assert turn.said.misread is not None
        assert "fintech" in {each.value for each in desk.account(acme).answers}


class TestAround:
    """What changes around an interview."""

    def test_merged_into_another_account(self, desk: Desk, acme: int) -> None:
        """It goes on with the account that is left, and knows the answers of both."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        act(first.interview.id, None, Pick("industry", "fintech"), desk)
        beta = add_account(desk.ports, desk.scope, "Beta").id
        new = [NewAnswer("industry", "saas", person("file"), desk.now())]
        record_answers(desk.ports, desk.scope, beta, new, desk.pack)
        merge_accounts(desk.ports, desk.scope, "Beta", "Acme")
        turn = act(first.interview.id, None, Resume(), desk)

        assert ("Beta", beta) == (turn.answer.account.name, turn.interview.account_id)
        assert {"saas", "fintech"} == {each.value for each in turn.answer.account.answers}
        assert turn.interview.is_open

    def test_both_had_one(self, desk: Desk, acme: int) -> None:
        """The kept account's goes on; whoever was in the other one is told that it is over."""
        other = start(acme, desk)
        beta = add_account(desk.ports, desk.scope, "Beta").id
        mine = start(beta, desk)
        merge_accounts(desk.ports, desk.scope, "Beta", "Acme")

        with pytest.raises(InterviewRefused, match="over"):
            act(other.interview.id, 1, Skip(), desk)
        assert mine.interview == look(mine.interview.id, desk).interview

    def test_forgotten(self, desk: Desk, acme: int) -> None:
        """With the account everything of its interview is gone, and a late click is told so."""
        first, there = start(acme, desk), delivered(desk, "Ev1")
        act(first.interview.id, 1, Skip(), there)
        forget_account(desk.ports, desk.scope, "Acme")

        for place in (desk, there):
            with pytest.raises(InterviewUnknown):
                act(first.interview.id, 1, Skip(), place)

    def test_a_person_is_forgotten(self, desk: Desk, acme: int) -> None:
        """Nobody is named any more, what was answered stands, and it goes on for those who are left."""
        bob = replace(desk, person="bob")
        turn = start(acme, desk)
        turn = act(turn.interview.id, 1, Say((Reading(turn.interview.asks or "", "saas", "saas, said Kim"),)), desk)
        act(turn.interview.id, None, Misread("why", 5, "five, said Kim"), desk)
        turn = act(turn.interview.id, None, HandOver("bob"), desk)
        back = act(turn.interview.id, None, HandOver("ann"), bob)
        forget_person(desk.ports, desk.team, "ann")
        seen, _, account, _ = kept(desk, acme, turn.interview.id)

        assert (("bob",), None, back.interview.step) == (seen.people, seen.lead, seen.step)
        with desk.begin(writes=False) as work:
            events = work.interviews.events(turn.interview.id)
        assert "Kim" not in f"{events} {account}"
        assert "ann" not in f"{[(each.person, each.colleague, each.quote) for each in events]} {account}"
        end = to_the_end(act(turn.interview.id, None, Resume(), bob), bob)
        assert (State.RESTING, True) == (end.interview.state, end.answer.report.decided)

    def test_notes_that_are_confirmed_by_two_at_once(self, tmp_path: Path) -> None:
        """The question that they answer is overtaken, and each value is noted once."""
        desk = desk_at(tmp_path)
        account_id = add_account(desk.ports, desk.scope, "Acme").id
        first = start(account_id, desk)
        with desk.begin(writes=True) as work:
            new = [NewProposal(account_id=account_id, trait=each, value=GOOD[each], quote="q", person="ann", at=NOW)
                   for each in ("industry", "revenue")]  # fmt: skip
            proposals = work.proposals.add(new)
            work.commit()
        together = Barrier(2)

        def one(who: str) -> Confirmed:
            """Confirm them all."""
            mine = desk_at(tmp_path, who)
            together.wait(20)
            return confirm(proposals[0].batch, [each.id for each in proposals], mine)

        with ThreadPoolExecutor(2) as pool:
            made = list(pool.map(one, ["ann", "bob"]))
        assert [False, True] == sorted(each.again is not None for each in made)
        assert ["industry", "revenue"] == sorted(each.trait for each in desk.account(account_id).answers)
        turn = act(first.interview.id, None, Resume(), desk)
        assert "industry" == first.interview.asks
        assert [Event.OVERTAKEN, Event.ASKED] == [each.happened for each in turn.happened]


class TestTold:
    """What else has to be told."""

    def test_an_earlier_answer_that_is_not_known_after_all(self, desk: Desk, acme: int) -> None:
        """Is a gap: taking the answer back opens the verdict."""
        end = to_the_end(start(acme, desk), desk)
        act(end.interview.id, None, Again("industry"), desk)
        turn = act(end.interview.id, None, DontKnow("not sure any more"), desk)

        assert not turn.answer.report.decided
        assert ["industry"] == [gap.trait for gap in kept(desk, acme, turn.interview.id)[3]]

    def test_what_another_source_knows_is_no_gap(self, desk: Desk, acme: int) -> None:
        """Where only the person does not know it any more nothing is missing."""
        end = to_the_end(start(acme, desk), desk)
        record_answers(
            desk.ports, desk.scope, acme, [NewAnswer("industry", "saas", person("file"), desk.now())], desk.pack
        )
        act(end.interview.id, None, Again("industry"), desk)
        turn = act(end.interview.id, None, DontKnow(), desk)

        assert turn.answer.report.decided
        assert [] == kept(desk, acme, turn.interview.id)[3]

    def test_back_passes_by_what_the_pack_lost(self, desk: Desk, acme: int) -> None:
        """It asks the latest question before that there still is."""
        first = start(acme, desk)
        second = act(first.interview.id, None, Pick(first.interview.asks or "", "saas"), desk)
        lost = second.interview.asks or ""
        act(first.interview.id, None, Skip(), desk)
        [icp] = desk.pack.icps
        less = desk.pack.model_copy(
            update={
                "version": 2,
                "traits": tuple(each for each in desk.pack.traits if each.id != lost),
                "icps": (icp.model_copy(update={"ratings": {k: v for k, v in icp.ratings.items() if k != lost}}),),
            }
        )
        turn = act(first.interview.id, None, Back(), replace(desk, scorer=Scorer(less)))

        assert first.interview.asks == turn.interview.asks

    @pytest.mark.parametrize("starts", [False, True])
    def test_whoever_goes_on_with_a_paused_one(self, desk: Desk, acme: int, *, starts: bool) -> None:
        """It is told that they take part, and that the pack was published anew meanwhile."""
        first = start(acme, desk)
        act(first.interview.id, None, Pause(), desk)
        anew = desk.pack.model_copy(update={"version": 2})
        bob = replace(desk, person="bob", scorer=Scorer(anew))
        turn = start(acme, bob) if starts else act(first.interview.id, 1, Skip(), bob)

        happened = [each.happened for each in turn.happened]
        assert [Event.JOINED, Event.RESUMED, Event.REPACKED, Event.ASKED] == happened[:4]
        assert (("ann", "bob"), anew.version) == (turn.interview.people, int(turn.interview.pack.split("/")[0]))


# --- The stop rule, over drawn packs ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Drawn:
    """A drawn pack, an account's true values, and an interview about it."""

    plain: strategies.Json
    truth: dict[str, Any]
    desk: Desk
    account_id: int

    @property
    def judge(self) -> oracle.Judge:
        """Says what is what, by brute force."""
        return oracle.Judge(self.plain)

    def left(self) -> oracle.Left:
        """What the answers leave possible."""
        said = {each.trait: each.value for each in self.desk.account(self.account_id).answers if not each.retracted}
        return [oracle.still(self.plain, trait, said.get(trait["id"]), TODAY) for trait in self.plain["traits"]]

    def verdict(self) -> str:
        """The verdict of the full questionnaire."""
        world = (oracle.kind_of(self.plain, each, self.truth[each["id"]]) for each in self.plain["traits"])
        return self.judge.verdict(tuple(world))

    def open_ones(self) -> set[str]:
        """The traits whose answers are able to change the verdict."""
        left, judge = self.left(), self.judge
        places = [at for at, kinds in enumerate(left) if len(kinds) > 1 and oracle.matters(judge, left, at)]
        return {self.plain["traits"][at]["id"] for at in places}

    def in_full(self, trait_id: str) -> JsonValue:
        """The true answer."""
        kind, value = self._kind(trait_id), self.truth.get(trait_id, "yes")
        if kind == "tags":
            return sorted(value)
        return value == "yes" if kind == "flag" else value  # type: ignore[no-any-return]

    def in_part(self, draw: st.DrawFn, trait_id: str) -> JsonValue:
        """A true answer that leaves something open."""
        kind, value = self._kind(trait_id), self.in_full(trait_id)
        if isinstance(value, list):
            parts: list[JsonValue] = [{"at_least": value[:1]}, {"any_of": [value, []]}]
            return draw(st.sampled_from(parts))
        if kind in ("number", "money"):
            low, high = draw(st.integers(0, value)), draw(st.integers(value, oracle.LARGEST))  # type: ignore[arg-type]
            parts = [{"min": low}, {"max": high}, {"min": low, "max": high}]
            return draw(st.sampled_from(parts))
        options = next((list(each.get("options", ())) for each in self.plain["traits"] if each["id"] == trait_id), [])
        return {"any_of": [value, draw(st.sampled_from(options or [True, False]))]}

    def _kind(self, trait_id: str) -> str:
        return next((str(each["kind"]) for each in self.plain["traits"] if each["id"] == trait_id), "flag")


_NUMBERS = count()


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """A state for many packs."""
    return desk_at(tmp_path_factory.mktemp("drawn")).ports


@st.composite
def drawn(draw: st.DrawFn, ports: Ports) -> Drawn:
    """A drawn pack with a framework of two items, and an account of which nothing is known."""
    plain = draw(strategies.packs(5))
    truth = {each["id"]: draw(st.sampled_from(oracle.universe(plain, each))) for each in plain["traits"]}
    shared = Item(id="x", label="X", question="?", trait=draw(st.sampled_from(sorted(truth))))
    framework = Framework(id="f", title="F", items=(shared, Item(id="y", label="Y", question="?")))
    known = strategies.pack_of(plain).model_copy(
        update={"name": f"pack-{next(_NUMBERS)}", "qualification": (framework,)}
    )
    desk = Desk(Scorer(known), SCOPE.team, ports, "ann", Clock(), TODAY)
    return Drawn(plain, truth, desk, add_account(ports, desk.scope, "Acme").id)


@given(data=st.data())
@strategies.harder(2)
def test_it_stops_where_nothing_more_can_change(data: st.DataObject, ports: Ports) -> None:
    """However it goes, nothing that can change the verdict is left out but what was passed over, as counted before."""
    case = data.draw(drawn(ports))
    desk, turn = case.desk, start(case.account_id, case.desk, data.draw(st.sampled_from([None, "f"])))
    for _ in range(data.draw(st.integers(0, 12))):
        move, gone = data.draw(_moves(turn, case))
        retract_answers(desk.ports, desk.scope, case.account_id, gone, desk.now(), pack=desk.pack)
        turn = act(turn.interview.id, None, move, desk)
        judged = case.judge.possible(case.left())
        assert judged == set(turn.answer.report.possible)
        assert case.verdict() in judged
        if turn.interview.state is State.RESTING:
            assert case.open_ones() <= {each.id for each in turn.passed}
    turn = act(turn.interview.id, None, Resume(), desk)
    while turn.asking is not None:
        before, trait = turn, turn.asking.trait.id
        turn = act(turn.interview.id, turn.asking.number, Pick(trait, case.in_full(trait)), desk)
        assert turn.to_go < before.to_go
    assert 0 == turn.to_go
    assert case.open_ones() <= {each.id for each in turn.passed}


@st.composite
def _moves(draw: st.DrawFn, turn: InterviewTurn, case: Drawn) -> tuple[Move, list[int]]:
    """One truthful move of a rep, and what is taken back before."""
    desk, asks = case.desk, turn.asking.trait.id if turn.asking else None
    ways: list[Move] = [Back(), Again(draw(st.sampled_from(sorted(case.truth)))), Pause(), Resume(), GoOn()]
    if asks is not None:
        full, part = Pick(asks, case.in_full(asks)), Pick(asks, case.in_part(draw, asks))
        ways += [full, full, full, part, part, part, Skip(), DontKnow()]
    live = [each.id for each in desk.account(case.account_id).answers if not each.retracted]
    gone = [draw(st.sampled_from(live))] if live and draw(st.integers(0, 5)) == 0 else []
    return draw(st.sampled_from(ways)), gone


# --- The pack, the day and the account change in the middle -----------------------------------------------------------


def packs_to_come(known: Pack) -> list[Pack]:
    """What a pack may become: without a trait or an option, a trait of another kind, other ratings and frameworks."""
    [icp] = known.icps

    def having(version: int, traits: tuple[Trait, ...], **ratings: Rating) -> Pack:
        ids = {each.id for each in traits}
        rated = {each: rating for each, rating in {**icp.ratings, **ratings}.items() if each in ids}
        icps = (icp.model_copy(update={"ratings": rated}),)
        return known.model_copy(update={"version": version, "traits": traits, "icps": icps})

    def with_trait(version: int, trait_id: str, rating: Rating, **changes: object) -> Pack:
        traits = (each.model_copy(update=changes) if each.id == trait_id else each for each in known.traits)
        return having(version, tuple(traits), **{trait_id: rating})

    industry = {each: option for each, option in known.traits[0].options.items() if each != "fintech"}
    lost = [having(2, tuple(each for each in known.traits if each is not gone)) for gone in known.traits]
    other = BANT.model_copy(
        update={"items": (Item(id="need", label="N", question="?", trait="industry", met=("saas",)),)}
    )
    return [
        known,
        *lost,
        with_trait(3, "industry", Rating(required=True, points={"saas": 5}), options=industry),
        with_trait(4, "industry", Rating(points={"yes": 5}), kind=Kind.FLAG, options={}),
        with_trait(5, "employees", Rating(points={"yes": 5}), kind=Kind.FLAG),
        with_trait(6, "stack", Rating(points={"excel": 5}), kind=Kind.CHOICE),
        known.model_copy(
            update={"version": 7, "icps": (icp.model_copy(update={"ratings": {"industry": icp.ratings["industry"]}}),)}
        ),
        known.model_copy(update={"qualification": ()}),
        known.model_copy(update={"qualification": (BANT.model_copy(update={"id": "band"}),)}),
        known.model_copy(update={"qualification": (other,)}),
    ]


def _something_else(dice: random.Random, desk: Desk, account_id: int, scorers: list[Scorer]) -> Desk:
    """Something happens around an interview; the desk as it is then."""
    live = [each.id for each in desk.account(account_id).answers if not each.retracted]
    match dice.randrange(8):
        case 0 | 1 | 2:
            return replace(desk, scorer=dice.choice(scorers))
        case 3:
            return replace(desk, today=desk.today + timedelta(days=dice.choice([100, 400])))
        case 4:
            rename_account(desk.ports, desk.scope, f"#{account_id}", f"Acme {dice.randrange(99)}")
        case 5:
            forget_person(desk.ports, desk.team, dice.choice(["ann", "bob"]))
        case 6 if live:
            retract_answers(desk.ports, desk.scope, account_id, [dice.choice(live)], desk.now(), pack=desk.pack)
        case _:
            trait = dice.choice(list(desk.pack.traits)).id
            new = NewAnswer(trait, dice.choice(VALUES[trait]), person("file"), desk.now(), on=desk.today)
            with suppress(ValueRefused):  # of another kind by now
                record_answers(desk.ports, desk.scope, account_id, [new], desk.pack)
    return desk


@pytest.mark.parametrize("seed", range(20))
def test_whatever_changes_around_it(seed: int, desk: Desk, acme: int) -> None:
    """It goes on, or says in a sentence why it cannot; answers stand, and another pack is told."""
    dice = random.Random(seed)
    scorers = [Scorer(each) for each in packs_to_come(desk.pack)]
    turn = start(acme, desk, dice.choice([None, "bant"]))
    for _ in range(20):
        if dice.random() < 0.4:
            desk = _something_else(dice, desk, acme, scorers)
        there = replace(desk, person=dice.choice(["ann", "bob"]))
        before, answers = turn.interview, [each.id for each in desk.account(acme).answers]
        try:
            turn = act(before.id, *drawn_move(dice, turn), there)
        except FikaError:
            turn = look(before.id, there)
        else:
            told = Event.REPACKED in {each.happened for each in turn.happened}
            assert told == (turn.interview.pack != before.pack)
        assert answers == [each.id for each in desk.account(acme).answers][: len(answers)]
        assert turn.interview == kept(desk, acme, before.id)[0]
        assert (turn.asking is not None) == (turn.interview.state is State.ASKING) or turn.happened == ()
        if not turn.interview.is_open:
            turn = start(acme, there)


def test_nothing_but_not_known(desk: Desk, acme: int) -> None:
    """Words that say no more than that the answer is not known pass the question over."""
    first = start(acme, desk)
    trait = first.interview.asks or ""
    turn = act(first.interview.id, 1, Say((Reading(trait, None, "no idea"),)), desk)

    assert [Event.UNKNOWN, Event.ASKED] == [each.happened for each in turn.happened]
    assert {trait} == turn.interview.passed
