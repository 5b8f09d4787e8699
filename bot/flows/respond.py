"""Respond: from a person's message to what Fika has to say to it.

A message is routed, carried out and turned into an outcome; whoever called renders it. What has to be remembered from
one message to the next (the account it was about, a choice that was offered) is a value that goes in and comes out.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.errors import AccountRefused
from bot.core.naming import Found, Nobody, Several, clean_name, resolve
from bot.core.pack import Pack
from bot.core.request import Request, RequestKind
from bot.flows.accounts import record_answers, retract_answers
from bot.flows.fit import FitAnswer, Scorer, WorkItem, worklist
from bot.flows.route import route
from bot.ports import KnownName, NewAnswer, Ports, Scope, UnitOfWork

WORKLIST_LENGTH = 10
_DIGITS = 6
"""Of a number that chooses; there are never more choices."""
_UNDO = frozenset({"undo", "undo that", "undo it", "undo this", "take that back", "take it back"})
_ADD = re.compile(
    r"add\s+(?:(?:(?:the|an|a|new)\s+)*account(?:\s+(?:called|named)|:)?(?:\s+|$))?(.*)", re.IGNORECASE | re.DOTALL
)
_ABOUT = re.compile(r"\s(?:about|at|for|of|on|to)\s+(?:the\s+)?", re.IGNORECASE)
_NO_NAMES = frozenset({"", "it", "some", "that", "them", "this", "to"})
"""What `add` is followed by where no new account is meant, by its first word."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Does it fit: the whole report."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Why:
    """Why the report says what it says."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Takes:
    """What it would take."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class AskNext:
    """What to ask next."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of an account."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Recorded:
    """Answers that were taken down, with the report before and after."""

    answer: FitAnswer
    noted: tuple[Answer, ...]
    notes: tuple[str, ...]
    """How a value was worked out, and what could not be read."""
    before: FitAnswer


@dataclass(frozen=True, slots=True)
class Undone:
    """Answers that were taken back."""

    answer: FitAnswer
    gone: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """A new account."""

    account: Account


@dataclass(frozen=True, slots=True)
class Icps:
    """Whom we sell to."""

    pack: Pack


@dataclass(frozen=True, slots=True)
class Work:
    """What to work on."""

    items: tuple[WorkItem, ...]
    accounts: int
    """How many accounts there are."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Several accounts answer to the name."""

    said: str
    choices: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """No account answers to the name."""

    said: str
    nearest: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class WhichAccount:
    """An account is needed and none was named."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """There is no answer to take back."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """A hello."""


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked."""


@dataclass(frozen=True, slots=True)
class CannotYet:
    """Understood, but not to be carried out."""

    kind: RequestKind


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Not understood."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """It states something about an account that could not be read, with the reasons."""

    reasons: tuple[str, ...]


About = Fit | Why | Takes | AskNext | Shown
Outcome = (
    About | Recorded | Undone | Added | Icps | Work | Choose | NotFound | WhichAccount | NothingToUndo | Greeting | Help
    | CannotYet | NotUnderstood | Unreadable
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered from one message to the next."""

    account_id: int | None = None
    """The account last talked about."""
    offered: tuple[KnownName, ...] = ()
    """A choice that waits for a number."""
    waiting: Request[KnownName] | None = None
    """What was asked before the choice was offered."""


@dataclass(frozen=True, slots=True)
class Response:
    """What Fika has to say, and what to remember."""

    outcome: Outcome
    memory: Memory
    taken_for: KnownName | None = None
    """The account that was taken for a name that is not exactly its own: worth saying."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where messages are answered: one team's accounts, seen through one pack, by one person."""

    scorer: Scorer
    team: str
    ports: Ports
    person: str
    """Who speaks; the source of what is recorded."""
    now: Callable[[], datetime]
    today: date
    draft: bool = False
    """Whether the pack in force is a draft."""

    @property
    def scope(self) -> Scope:
        """Whose rows are seen here."""
        return Scope(self.team, self.scorer.pack.name)

    def begin(self, *, writes: bool) -> UnitOfWork:
        """Start a unit of work on the accounts."""
        return self.ports.store().begin(self.scope, writes=writes)

    def look_up(self, account_id: int) -> FitAnswer:
        """The report on the account with that id.

        Raises:
            AccountUnknown: there is none.
        """
        with self.begin(writes=False) as work:
            return self.answer(work.accounts.get(account_id))

    def answer(self, account: Account) -> FitAnswer:
        """The report on an account."""
        return self.scorer.answer(account, self.today)


def respond(text: str, memory: Memory, desk: Desk) -> Response:
    """Answer one message.

    Args:
        text: what the person said.
        memory: what the last response left.
        desk: where the message is answered.

    Raises:
        StateUnavailable: the accounts cannot be read, or an answer cannot be kept.
    """
    with desk.begin(writes=False) as work:
        names = work.accounts.names()
    if (chosen := _chosen(text, memory)) is not None and memory.waiting is not None:
        return _carry_out(memory.waiting, chosen, desk)
    if text.strip().rstrip(".!").casefold() in _UNDO:
        return _undo(memory, desk)
    context = next((name for name in names if name.account_id == memory.account_id and name.name == name.main), None)
    request = route(text, desk.scorer.pack, names, context)
    if (name := _new_name(request, names)) is not None:
        return _add(name, names, memory, desk)
    return _dispatch(request, memory, desk)


def _chosen(text: str, memory: Memory) -> KnownName | None:
    number = text.strip().rstrip(".")
    if not (number.isascii() and number.isdigit() and len(number) <= _DIGITS):
        return None
    if not 1 <= int(number) <= len(memory.offered):
        return None
    return memory.offered[int(number) - 1]


def _new_name(request: Request[KnownName], names: Sequence[KnownName]) -> str | None:
    """What "add NAME" calls a new account; None where the message says something else."""
    add = _ADD.fullmatch(request.text.strip())
    if add is None or request.readings or request.unclear or request.kind is RequestKind.LOG_GAP:
        return None
    name = add.group(1)
    if name.casefold().partition(" ")[0] in _NO_NAMES or _is_about(name, names):
        return None
    return name


def _is_about(text: str, names: Sequence[KnownName]) -> bool:
    """Whether a text speaks about an account that is there, as "budget yes for Acme" does."""
    known = {each.name.casefold() for each in names}
    for about in _ABOUT.finditer(text):
        rest = text[about.end() :].casefold()
        if any(rest.startswith(name) and not rest[len(name) :][:1].isalnum() for name in known):
            return True
    return False


def _dispatch(request: Request[KnownName], memory: Memory, desk: Desk) -> Response:  # noqa: PLR0911 - one a kind
    if request.unclear and not request.readings:
        return Response(Unreadable(tuple(each.why for each in request.unclear)), memory)
    match request.kind:
        case RequestKind.SHOW_ICP:
            return Response(Icps(desk.scorer.pack), memory)
        case RequestKind.WORK_LIST:
            return Response(_work(desk), memory)
        case RequestKind.HELP:
            return Response(Help(), memory)
        case RequestKind.GREETING:
            return Response(Greeting(), memory)
        case RequestKind.UNKNOWN:
            return Response(NotUnderstood(), memory)
        case kind if kind not in _CARRIED_OUT and not request.readings:
            return Response(CannotYet(kind), memory)
    return _about_account(request, memory, desk)


def _about_account(request: Request[KnownName], memory: Memory, desk: Desk) -> Response:
    if request.account is None:
        return Response(WhichAccount(), memory)
    meant = request.account.meant
    if isinstance(meant, Several):
        offered = replace(memory, offered=meant.choices, waiting=request)
        return Response(Choose(request.account.said, meant.choices), offered)
    if isinstance(meant, Nobody):
        return Response(NotFound(request.account.said, meant.nearest), memory)
    response = _carry_out(request, meant.named, desk)
    return response if meant.exact else replace(response, taken_for=meant.named)


def _carry_out(request: Request[KnownName], named: KnownName, desk: Desk) -> Response:
    memory = Memory(account_id=named.account_id)
    if request.readings:
        return Response(_record(request, named.account_id, desk), memory)
    answer = desk.look_up(named.account_id)
    return Response(_CARRIED_OUT[request.kind](answer), memory)


_CARRIED_OUT: dict[RequestKind, type[About]] = {
    RequestKind.FIT_QUESTION: Fit,
    RequestKind.WHY: Why,
    RequestKind.WHAT_WOULD_IT_TAKE: Takes,
    RequestKind.NEXT_QUESTION: AskNext,
    RequestKind.SHOW_ACCOUNT: Shown,
}


def _record(request: Request[KnownName], account_id: int, desk: Desk) -> Recorded:
    source = Source(kind=SourceKind.PERSON, person=desk.person)
    now = desk.now()
    new = [
        NewAnswer(reading.trait, reading.value, source, now, on=desk.today, quote=reading.quote, draft=desk.draft)
        for reading in request.readings
    ]
    before = desk.look_up(account_id)
    noted = record_answers(desk.ports, desk.scope, account_id, new, desk.scorer.pack)
    notes = [reading.note for reading in request.readings if reading.note] + [each.why for each in request.unclear]
    return Recorded(desk.look_up(account_id), tuple(noted), tuple(notes), before)


def _undo(memory: Memory, desk: Desk) -> Response:
    """Take back what the same person said last about the account last talked about."""
    if memory.account_id is None:
        return Response(NothingToUndo(), memory)
    outcome = undo_last(memory.account_id, desk)
    return Response(outcome or NothingToUndo(), memory)


def undo_last(account_id: int, desk: Desk) -> Undone | None:
    """Take back the answers that the person at the desk gave last about an account; None where there are none."""
    source = Source(kind=SourceKind.PERSON, person=desk.person)
    answers = desk.look_up(account_id).account.answers
    own = [answer for answer in answers if not answer.retracted and answer.source == source]
    gone = tuple(answer for answer in own if answer.recorded_at == own[-1].recorded_at)
    if not gone:
        return None
    account = retract_answers(desk.ports, desk.scope, account_id, [answer.id for answer in gone], desk.now())
    return Undone(desk.answer(account), gone)


def _add(name: str, names: Sequence[KnownName], memory: Memory, desk: Desk) -> Response:
    try:
        clean = clean_name(name.strip().strip("\"'.!?"))
    except AccountRefused as refused:
        return Response(Unreadable((f"That cannot be the name of an account: {refused}.",)), memory)
    known = resolve(names, clean)
    if isinstance(known, Found) and known.exact:
        return _carry_out(Request(RequestKind.SHOW_ACCOUNT, name), known.named, desk)
    with desk.begin(writes=True) as work:
        account = work.accounts.add(clean)
        work.commit()
    return Response(Added(account), Memory(account_id=account.id))


def _work(desk: Desk) -> Work:
    with desk.begin(writes=False) as work:
        count = work.accounts.count()
    return Work(tuple(worklist(desk.scorer, desk.team, desk.ports, desk.today, WORKLIST_LENGTH)), count)
