"""Running: every case through the flows that answer people, on a state of its own, with or without a language model."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pydantic import JsonValue

from bot.bootstrap import DATABASE, build, shipped
from bot.core.language.answering import read_message, subjects
from bot.core.language.reading import Reading
from bot.core.pack import Pack
from bot.core.passages import passages
from bot.core.request import Request, RequestKind
from bot.flows.accounts import add_account, known_names
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.knowledge import NEAR_ENOUGH, ask_knowledge
from bot.flows.model_reading import understood
from bot.flows.notes import propose
from bot.flows.outcome import (
    Briefed,
    Choose,
    Memory,
    NotesRead,
    NotFound,
    NotUnderstood,
    Outcome,
    Passages,
    Response,
    Unreadable,
    WhichAccount,
)
from bot.flows.respond import respond
from bot.flows.route import lexicon_for, route
from bot.flows.search import ingest_passages, search
from bot.library.loader import load_pack
from bot.ports import KnownName, Ports, Scope
from bot.ports.model import ModelCall
from bot.settings import Settings
from tests.evals.cases import (
    AnsweringCase,
    CaseSet,
    ReadingCase,
    RefusingCase,
    RoutingCase,
    answering,
    reading,
    refusing,
    routing,
)
from tests.evals.judging import (
    Judged,
    Mark,
    asks_back,
    in_words,
    is_found,
    of_answering,
    of_reading,
    of_routing,
    stands,
)

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
TEAM, PERSON = "local", "ann"
_START = datetime(2026, 11, 22, 9, tzinfo=UTC)
_NO_WRITES = {"asks", "briefings", "conversations", "model_calls"}
"""Tables in which it is noted that somebody asked, and nothing about an account."""
ASKED_BACK = (NotUnderstood, Unreadable, WhichAccount, Choose, NotFound, NotesRead)
"""What nothing follows from unless the person says more; values read in notes count once they are confirmed."""


class _Clock:
    """A clock that moves on with every look at it."""

    def __init__(self) -> None:
        self.time = _START

    def __call__(self) -> datetime:
        """The time, a second after the last one."""
        self.time += timedelta(seconds=1)
        return self.time


@dataclass(slots=True)
class Bench:
    """Where cases are run: a state in an empty folder, and the packs that they are about."""

    home: Path
    ports: Ports
    clock: _Clock = field(default_factory=_Clock)
    _packs: dict[str, Pack] = field(default_factory=dict)
    _searched: set[str] = field(default_factory=set)
    _teams: set[str] = field(default_factory=set)

    def pack(self, name: str) -> Pack:
        """A pack that ships with Fika, or one in a folder of the tests."""
        if name not in self._packs:
            self._packs[name] = load_pack(ROOT / name if "/" in name else shipped("knowledge") / name).pack
        return self._packs[name]

    def searched(self, name: str) -> Pack:
        """The same, with its passages ready to be found."""
        if name not in self._searched:
            ingest_passages(self.pack(name), self.ports)
            self._searched.add(name)
        return self.pack(name)

    def desk(self, pack: Pack, accounts: tuple[str, ...] = (), team: str = TEAM) -> Desk:
        """Where somebody asks about these accounts."""
        desk = Desk(Scorer(pack), team, self.ports, PERSON, self.clock, TODAY)
        self._teams.add(team)
        known = {name.name for name in known_names(self.ports, desk.scope)}
        for name in accounts:
            if name not in known:
                add_account(self.ports, desk.scope, name)
        return desk

    def state(self) -> list[str]:
        """All that is written down, but for who asked."""
        with closing(sqlite3.connect(self.home / DATABASE)) as database:
            return [line for line in database.iterdump() if not _is_asking(line)]

    def all_calls(self) -> list[ModelCall]:
        """What was asked of the model, whoever asked."""
        found: list[ModelCall] = []
        for team in sorted(self._teams):
            with self.ports.store().begin(Scope.of_team(team), writes=False) as work:
                found.extend(work.model_calls.since(_START))
        return found


def _is_asking(line: str) -> bool:
    return any(line.startswith(f'INSERT INTO "{table}"') for table in _NO_WRITES)


def bench(home: Path, settings: Settings, *, with_model: bool) -> Bench:
    """A bench in an empty folder; the settings say which model and which embedder."""
    own = settings.model_copy(update={"home": home, "database_url": None, "chroma_url": None})
    return Bench(home, build(own if with_model else own.model_copy(update={"llm": None})))


# --- each kind of case ------------------------------------------------------------------------------------------------


def run_routing(path: Path, at: Bench) -> list[Judged]:
    """Messages, each taken for something."""
    cases = routing(path)
    pack = at.pack(cases.pack) if at.ports.model() is None else at.searched(cases.pack)
    desk = at.desk(pack, cases.accounts, team=path.stem)
    names = known_names(at.ports, desk.scope)
    return [_routed(case, desk, names) for case in cases.cases]


def _routed(case: RoutingCase, desk: Desk, names: list[KnownName]) -> Judged:
    context = next((name for name in names if name.name == case.context), None)
    start = time.perf_counter()
    request = _request(case.text, desk, names, context)
    return Judged(case.text, of_routing(case, request), time.perf_counter() - start, in_words(request))


def _request(text: str, desk: Desk, names: list[KnownName], context: KnownName | None) -> Request[KnownName]:
    """What a message is taken for: by the rules, and where they are lost and there is a model, by that."""
    request = route(text, desk.pack, names, context)
    if desk.ports.model() is None or not (_is_lost(request, desk)):
        return request
    read = understood(text, context, names, desk)
    return request if read is None or read.request is None else read.request


def _is_lost(request: Request[KnownName], desk: Desk) -> bool:
    if request.kind is not RequestKind.OPEN_QUESTION:
        return asks_back(request) and request.account is None
    return not any(hit.score >= NEAR_ENOUGH for hit in search(request.text, desk.pack, desk.ports, desk.today))


def run_reading(path: Path, at: Bench) -> list[Judged]:
    """Words, each with values in them."""
    cases = reading(path)
    desk = at.desk(at.pack(cases.pack), ("Acme",), team=path.stem)
    return [_read(case, desk) for case in cases.cases]


def _read(case: ReadingCase, desk: Desk) -> Judged:
    start = time.perf_counter()
    values = _proposed(case, desk) if case.notes else _values(case, desk)
    return Judged(case.text, of_reading(case, values), time.perf_counter() - start, str(dict(values)))


def _values(case: ReadingCase, desk: Desk) -> list[tuple[str, JsonValue]]:
    lexicon = lexicon_for(desk.pack)
    vocabulary = lexicon.vocabulary
    trait = vocabulary.traits[case.trait] if case.trait else None
    names = known_names(desk.ports, desk.scope)
    said = read_message(case.text, vocabulary, trait, subjects(case.text, lexicon, names))
    return [(each.trait, each.value) for each in said if isinstance(each, Reading)]


def _proposed(case: ReadingCase, desk: Desk) -> list[tuple[str, JsonValue]]:
    [name] = known_names(desk.ports, desk.scope)
    return [(offer.proposal.trait, offer.proposal.value) for offer in propose(case.text, name.account_id, desk).offers]


def run_answering(path: Path, at: Bench) -> list[Judged]:
    """Questions, each answered from the knowledge."""
    return [_answered(case, at) for case in answering(path).cases]


def _answered(case: AnsweringCase, at: Bench) -> Judged:
    desk = at.desk(at.searched(case.pack), team="answering")
    start = time.perf_counter()
    said = ask_knowledge(case.text, desk)
    seconds = time.perf_counter() - start
    got = ", ".join(hit.passage.id for hit in said.hits) or "nothing"
    mark = of_answering(case, said.hits) if is_grounded(said, desk.pack) else Mark.ACTED
    return Judged(f"{case.pack}: {case.text}", mark, seconds, got)


def is_grounded(said: Passages, pack: Pack) -> bool:
    """Whether all that is said stands in the pack: the passages as they are, a model's sentences in what they cite."""
    known = {passage.id: passage for passage in passages(pack)}
    quoted = all(known.get(hit.passage.id) == hit.passage for hit in said.hits)
    sentences = said.answer.sentences if said.answer else ()
    return quoted and all(stands(each.text, said.hits[each.source - 1].passage.text) for each in sentences)


def recall(path: Path, at: Bench) -> float:
    """The share of questions for which a passage that answers is among the first three, near enough or not."""
    cases = answering(path).cases
    found = [is_found(case, search(case.text, at.searched(case.pack), at.ports, TODAY, limit=3)) for case in cases]
    return sum(found) / len(found)


def run_refusing(path: Path, at: Bench) -> list[Judged]:
    """What must change nothing, said out of nowhere and after an account was talked about."""
    cases: CaseSet[RefusingCase] = refusing(path)
    desk = at.desk(at.searched(cases.pack), cases.accounts, team=path.stem)
    first = known_names(at.ports, desk.scope)[0].account_id
    return [_refused(case, memory, at, desk) for case in cases.cases for memory in (Memory(), Memory(first))]


def _refused(case: RefusingCase, memory: Memory, at: Bench, desk: Desk) -> Judged:
    before, start = at.state(), time.perf_counter()
    response: Response = respond(case.text, memory, desk)
    seconds = time.perf_counter() - start
    mark = Mark.ACTED if at.state() != before else _refusal(case, response.outcome)
    return Judged(case.text, mark, seconds, _outcome_words(response.outcome))


def _refusal(case: RefusingCase, outcome: Outcome) -> Mark:
    """Whether something was refused, where nothing was written: by asking back, or by showing what is true anyway."""
    if isinstance(outcome, Passages):
        if outcome.hits and case.why != "not_said":
            return Mark.ASKED_BACK if outcome.unmentioned else Mark.WRONG  # what is missing is told before the passages
        return Mark.RIGHT
    if isinstance(outcome, ASKED_BACK):
        return Mark.RIGHT
    is_beside = case.why in {"off_topic", "others_data", "numbers"} or isinstance(outcome, Briefed)
    return Mark.WRONG if is_beside else Mark.RIGHT


def _outcome_words(outcome: Outcome) -> str:
    hits = [hit.passage.id for hit in outcome.hits] if isinstance(outcome, Passages) else []
    return f"{type(outcome).__name__} {', '.join(hits)}".strip()


RUNS: dict[str, Callable[[Path, Bench], list[Judged]]] = {
    "routing": run_routing,
    "reading": run_reading,
    "answering": run_answering,
    "refusing": run_refusing,
}
