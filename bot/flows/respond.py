"""Respond: from a person's message to what Fika has to say to it.

A message is routed, carried out and turned into an outcome; whoever called renders it. What has to be remembered from
one message to the next (the account it was about, a choice that was offered) is a value that goes in and comes out,
made of ids and texts alone, so that it can be kept anywhere.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.core.disagreement_words import keep_in_words
from bot.core.errors import AccountRefused, AccountUnknown
from bot.core.journey import StageId, StageSaid
from bot.core.language.framework import framework_in
from bot.core.language.missing import Missing, missing_in
from bot.core.language.parse import read_answers
from bot.core.language.stranger import stranger_in, stranger_words
from bot.core.naming import Found, Nobody, Resolution, Several, resolve
from bot.core.request import Mention, Request, RequestKind
from bot.flows import telling
from bot.flows.accounts import say_stage
from bot.flows.briefing import brief, stage_meant
from bot.flows.content import content_for, note_missing
from bot.flows.desk import Desk
from bot.flows.disagreement import choose
from bot.flows.discovery import beside, heard, memory_of, without_interview
from bot.flows.fit import FitAnswer, worklist
from bot.flows.interview import start
from bot.flows.interview_answer import trait_called
from bot.flows.interview_turn import InterviewTurn
from bot.flows.knowledge import ask_knowledge
from bot.flows.origin import ids, written
from bot.flows.outcome import (
    About,
    Accounts,
    AskNext,
    Briefed,
    Choose,
    Fit,
    Greeting,
    Help,
    Icps,
    Memory,
    NotDisputed,
    NotFound,
    NothingToUndo,
    NotUnderstood,
    Outcome,
    Passages,
    Recorded,
    Response,
    Settled,
    Shown,
    StageMoved,
    Takes,
    Undone,
    Unreadable,
    WhichAccount,
    Why,
    Work,
)
from bot.flows.pasted import has_notes, pasted, pasted_about, told_about, unlabelled
from bot.flows.qualification import Qualified
from bot.flows.qualifying import framework_asked, framework_asked_about
from bot.flows.route import lexicon_for, route
from bot.flows.staging import is_of_the_last, stage_of_account, stage_said
from bot.flows.telling import undo_last
from bot.ports import KnownName, no_model

WORKLIST_LENGTH = 10
MINE_LENGTH = 10
_DIGITS = 6
"""Of a number that chooses; there are never more choices."""
_UNDO = frozenset({"undo", "undo that", "undo it", "undo this", "take that back", "take it back"})
_UNDO_ONE = re.compile(r"(?:undo|take\s+back)\s+(?:the\s+|that\s+)?(?P<what>\S.*)", re.IGNORECASE | re.DOTALL)
_LOG_IT = re.compile(
    r"(?:yes,?\s+|ok,?\s+|please\s+)*(?:log|note|add|report)\s+(?:it|that|this|the\s+question)"
    r"(?:\s+(?:as\s+)?(?:a\s+)?(?:knowledge\s+)?gap)?(?:,?\s+please)?"
)
_MINE = re.compile(
    r"(?:(?:please\s+)?(?:list|show|give|get)(?:\s+me)?\s+|(?:what|which)\s+are\s+)?(?:all\s+)?(?:of\s+)?my\s+accounts\??",
    re.IGNORECASE,
)
_ADD = re.compile(
    r"add\s+(?:(?:(?:the|an|a|new)\s+)*account(?:\s+(?:called|named)|:)?(?:\s+|$))?(.*)", re.IGNORECASE | re.DOTALL
)
_ABOUT = re.compile(r"\s(?:about|at|for|of|on|to)\s+(?:the\s+)?", re.IGNORECASE)
_TOLD = re.compile(
    r"\s*[,;:(|=]\s*|\s+[-–—]+\s+|\s+(?:with|w/|has|have|uses|using|is|are|on)\s+|\s+(?=[~<>]?\d)", re.IGNORECASE
)
"""What may stand between a new account's name and what is told about it."""
_NO_NAMES = frozenset({"", "it", "some", "that", "them", "this", "to"})
"""What `add` is followed by where no new account is meant, by its first word."""
_THANKS = re.compile(r"\b(?:thanks?|thx|thanx|ty|tysm|cheers|much\s+appreciated|appreciate)\b", re.IGNORECASE)
_SAY_WHAT = "Say what is missing, for example: log a gap: no case study for dentists."


def respond(text: str, memory: Memory, desk: Desk) -> Response:
    """Answer one message.

    Args:
        text: what the person said.
        memory: what the last response left.
        desk: where the message is answered.

    Raises:
        StateUnavailable: the accounts cannot be read, or an answer cannot be kept.
        AccountUnknown: the account that was chosen is gone.
    """
    memory, before = replace(memory, disputed=None, unanswered=None), memory
    return (
        _settled(text, before, desk)
        or _wanted(text, before, desk)
        or _in_interview(text, memory, desk)
        or beside(_answered(text, memory, desk), memory, desk)
    )


def _in_interview(text: str, memory: Memory, desk: Desk) -> Response | None:
    """What an interview has to say to a message; None where the message is none of its business."""
    if _is_undo(text, desk) or (memory.waiting is not None and _chosen(text, memory) is not None) or has_notes(text):
        return None
    if memory.interview_id is not None:
        return heard(text, memory, _names(desk), desk)
    return without_interview(text, memory, desk)


def _answered(text: str, memory: Memory, desk: Desk) -> Response:
    """The answer to a message that is no move in an interview."""
    chosen = _chosen(text, memory)
    if chosen is not None and memory.waiting is not None:
        return respond_about(memory.waiting, chosen.account_id, memory, desk)
    if _is_undo(text, desk):
        return _undo(text, memory, desk)
    if _MINE.fullmatch(_said(text)):
        return Response(my_accounts(desk), memory)
    names = _names(desk)
    notes = pasted(text, memory, names, desk) or unlabelled(text, memory, names, desk)
    response = notes or _routed(text, memory, names, desk)
    return (
        (_read_by_model(text, response.outcome, memory, names, desk) or response)
        if _is_lost(response.outcome)
        else response
    )


def _is_lost(outcome: Outcome) -> bool:
    """Whether the rules have nothing to say to a message."""
    return isinstance(outcome, NotUnderstood | Unreadable) or (
        isinstance(outcome, Passages) and not outcome.hits and outcome.unavailable is None
    )


def _read_by_model(text: str, lost: Outcome, memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response | None:
    """The answer to what a model takes a message for; None where there is no model, or nothing stands.

    A message is one question to a model: what was read by it is answered without it.
    """
    if desk.ports.model() is None:
        return None
    context = _main_name(memory.account_id, names)
    if isinstance(lost, Unreadable):
        named = route(text, desk.pack, names, context).found or context
        told = None if named is None else told_about(text, named.account_id, desk)
        return None if told is None or named is None else replace(told, taken_as=f"notes about {named.main}")
    from bot.flows.model_reading import understood as read_by_model

    understood = read_by_model(text, context, names, desk)
    alone = replace(desk, ports=replace(desk.ports, model=no_model))
    if understood is None:
        return None
    if understood.request is not None:
        response: Response | None = _dispatch(understood.request, memory, names, alone)
    else:
        response = told_about(text, understood.told_about.account_id, alone) if understood.told_about else None
    if response is None or _is_lost(response.outcome):
        return None
    return replace(response, taken_as=understood.words)


def _routed(text: str, memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response:
    """The answer to a message by what the rules understand of it."""
    request = route(text, desk.pack, names, _main_name(memory.account_id, names))
    if (qualified := framework_asked(request, memory, names, desk)) is not None:
        return qualified
    if (name := _new_name(request, names)) is not None:
        told = _told_of(name, desk)
        if told is not None and isinstance(nobody := resolve(names, told), Nobody):
            return Response(NotFound(told, nobody.nearest), memory)
        return _add(told or name, names, memory, desk)
    return _dispatch(request, memory, names, desk)


def _settled(text: str, memory: Memory, desk: Desk) -> Response | None:
    """What follows from a word on which of two sources holds; None where that is not asked, or not said."""
    keep = keep_in_words(text) if memory.disputed and memory.account_id else None
    if keep is None or memory.disputed is None or memory.account_id is None:
        return None
    outcome = choose(memory.account_id, memory.disputed, keep, desk)
    response = Response(outcome, Memory(account_id=memory.account_id, disputed=disputed_in(outcome)))
    return beside(response, memory, desk)


def _wanted(text: str, memory: Memory, desk: Desk) -> Response | None:
    """What follows from "log it" behind a question that the knowledge did not answer; None where that is not said."""
    if memory.unanswered is None or _LOG_IT.fullmatch(_said(text)) is None:
        return None
    return Response(telling.log_question(memory.unanswered, desk), replace(memory, unanswered=None))


def disputed_in(outcome: Outcome) -> str | None:
    """The trait of which the next message may say which source holds: the first that an outcome asks about."""
    asked = outcome.disagreements if isinstance(outcome, Recorded | Settled) else ()
    return asked[0].trait if asked else None


def respond_about(text: str, account_id: int, memory: Memory, desk: Desk) -> Response:
    """Answer one message about that account, whichever name the message says.

    Args:
        text: what the person said.
        account_id: the account that the person chose.
        memory: what the last response left.
        desk: where the message is answered.

    Raises:
        StateUnavailable: the accounts cannot be read, or an answer cannot be kept.
        AccountUnknown: the account is gone.
    """
    names = _names(desk)
    named = _main_name(account_id, names)
    if named is None:
        raise AccountUnknown(f"#{account_id}")
    settled = replace(memory, offered=(), waiting=None, disputed=None)
    if _is_undo(text, desk):
        return _undo(text, replace(settled, account_id=account_id), desk)
    if (notes := pasted_about(text, account_id, desk)) is not None:
        return notes
    request = route(text, desk.pack, names, named)
    if (qualified := framework_asked_about(text, account_id, request.kind, desk)) is not None:
        return qualified
    about = replace(request, account=Mention("", Found(named, exact=True)))
    if _new_name(request, names) is not None:
        about = replace(about, kind=RequestKind.SHOW_ACCOUNT)
    return _dispatch(about, settled, names, desk)


def ask_about(kind: RequestKind, account_id: int, desk: Desk) -> Response:
    """Answer a question about an account that needs no words: what a button asks.

    Args:
        kind: a kind of question about one account.
        account_id: the account.
        desk: where it is asked.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    outcome = _ANSWERS[kind](account_id, desk)
    return Response(outcome, memory_of(outcome) if isinstance(outcome, InterviewTurn) else Memory(account_id))


def _said(text: str) -> str:
    """A message as fixed phrases are compared with it."""
    return " ".join(text.split()).rstrip(".!").casefold()


def _names(desk: Desk) -> list[KnownName]:
    """Every name of every account but of one that this very message has added.

    Begun anew, a message is to be understood as it was the first time.
    """
    with desk.begin(writes=False) as work:
        names = work.accounts.names()
        added = ids(written(work, desk.origin), "account") or ()
    return [name for name in names if name.account_id not in added]


def _main_name(account_id: int | None, names: Sequence[KnownName]) -> KnownName | None:
    return next((name for name in names if name.account_id == account_id and name.name == name.main), None)


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


def _told_of(name: str, desk: Desk) -> str | None:
    """The name alone, where "add Initech with 40 employees" tells something about it; None where it is all name."""
    vocabulary = lexicon_for(desk.pack).vocabulary
    for mark in _TOLD.finditer(name):
        before, after = name[: mark.start()].strip(), name[mark.end() :]
        if before and read_answers(f"they have {after}", vocabulary) + read_answers(f"they use {after}", vocabulary):
            return before
    return None


def _is_about(text: str, names: Sequence[KnownName]) -> bool:
    """Whether a text speaks about an account that is there, as "budget yes for Acme" does."""
    known = {each.name.casefold() for each in names}
    for about in _ABOUT.finditer(text):
        rest = text[about.end() :].casefold()
        if any(rest.startswith(name) and not rest[len(name) :][:1].isalnum() for name in known):
            return True
    return False


def _dispatch(request: Request[KnownName], memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response:
    if request.unclear and not request.readings:
        return Response(Unreadable(tuple(each.why for each in request.unclear)), memory)
    if (stage := stage_said(request)) is not None and (staged := _staged(request, stage, memory, desk)) is not None:
        return staged
    if (about_none := _ABOUT_NONE.get(request.kind)) is not None:
        outcome = about_none(request.text, desk)
        asked = outcome.asked if isinstance(outcome, Passages) and outcome.unavailable is None else None
        return Response(outcome, replace(memory, unanswered=asked))
    if request.kind is RequestKind.LOG_GAP:
        return _log_gap(request, memory, names, desk)
    return _about_account(request, memory, desk)


# --- about an account -------------------------------------------------------------------------------------------------


def _about_account(request: Request[KnownName], memory: Memory, desk: Desk) -> Response:
    if request.account is None:
        return Response(WhichAccount(), memory)
    meant = request.account.meant
    if isinstance(meant, Several):
        return _choice(request, request.account.said, meant, memory)
    if isinstance(meant, Nobody):
        return Response(NotFound(request.account.said, meant.nearest), memory)
    response = _carry_out(request, meant.named, desk)
    return response if meant.exact else replace(response, taken_for=meant.named)


def _choice(request: Request[KnownName], said: str, meant: Several[KnownName], memory: Memory) -> Response:
    return Response(Choose(said, meant.choices), replace(memory, offered=meant.choices, waiting=request.text))


def _carry_out(request: Request[KnownName], named: KnownName, desk: Desk) -> Response:
    memory = Memory(account_id=named.account_id)
    if request.readings:
        recorded = telling.record(request, named.account_id, desk)
        return Response(recorded, replace(memory, disputed=disputed_in(recorded)))
    match request.kind:
        case RequestKind.FIT_QUESTION:
            return Response(fit_of(named.account_id, desk, request.persona, request.stage), memory)
        case RequestKind.BRIEFING:
            briefing = brief(named.account_id, desk, request.persona, request.stage, request.when)
            return Response(Briefed(briefing), memory, stranger=_stranger(request, named, desk))
        case RequestKind.START_INTERVIEW:
            turn = start(named.account_id, desk, framework_in(request.text, desk.pack))
            return Response(turn, memory_of(turn))
        case kind:
            return Response(_ANSWERS[kind](named.account_id, desk), memory)


def _stranger(request: Request[KnownName], named: KnownName, desk: Desk) -> str | None:
    """That no buyer role is called like whoever is to be met; None where one is, or nobody is named."""
    said = request.account.said if request.account else ""
    met = stranger_in(request.text, lexicon_for(desk.pack).scene, (said, named.name, named.main))
    return None if met is None or request.persona is not None else stranger_words(met, desk.pack)


def fit_of(account_id: int, desk: Desk, persona_id: str | None = None, stage: StageId | None = None) -> Fit:
    """Whether an account fits, and what to send it.

    Args:
        account_id: the account.
        desk: where it is asked.
        persona_id: the buyer role that the content is for; whoever where none is given.
        stage: the stage of the journey that is spoken of; the one said last where none is given.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    with desk.begin(writes=False) as work:
        account = work.accounts.get(account_id)
        staged, gaps = stage_of_account(work, account, desk, stage), work.gaps.at(account_id)
    note_missing(account, staged, desk, persona_id, gaps)
    answer = desk.answer(account)
    return Fit(answer, content_for(answer, staged, desk.scorer, desk.today, persona_id), staged)


def _looked_up(outcome: Callable[[FitAnswer], About], account_id: int, desk: Desk) -> About:
    return outcome(desk.look_up(account_id))


def _briefed(account_id: int, desk: Desk) -> Briefed:
    return Briefed(brief(account_id, desk))


_ANSWERS: Mapping[RequestKind, Callable[[int, Desk], About | Briefed | InterviewTurn]] = {
    RequestKind.FIT_QUESTION: fit_of,
    RequestKind.WHY: partial(_looked_up, Why),
    RequestKind.WHAT_WOULD_IT_TAKE: partial(_looked_up, Takes),
    RequestKind.NEXT_QUESTION: partial(_looked_up, AskNext),
    RequestKind.START_INTERVIEW: start,
    RequestKind.SHOW_ACCOUNT: partial(_looked_up, Shown),
    RequestKind.BRIEFING: _briefed,
}


_REPORTING = About | Recorded | Undone | Settled | NotDisputed | InterviewTurn | Qualified


def report_in(outcome: Outcome) -> FitAnswer | None:
    """The report that an outcome carries; None where it carries none."""
    if isinstance(outcome, Briefed):
        return outcome.briefing.answer
    return outcome.answer if isinstance(outcome, _REPORTING) else None


# --- what is written down ---------------------------------------------------------------------------------------------


def _is_undo(text: str, desk: Desk) -> bool:
    return _said(text) in _UNDO or _undone_trait(text, desk) is not None


def _undone_trait(text: str, desk: Desk) -> str | None:
    """The trait whose answer alone a message takes back: "undo employees"; None where it names none."""
    one = _UNDO_ONE.fullmatch(_said(text))
    trait = trait_called(one["what"], desk.pack) if one is not None else None
    return None if trait is None else trait.id


def _undo(text: str, memory: Memory, desk: Desk) -> Response:
    """Take back what the same person said last about the account last talked about, or about one trait of it."""
    if memory.account_id is None:
        return Response(NothingToUndo(), memory)
    trait = _undone_trait(text, desk)
    if trait is None and (gone := telling.take_back_stage(memory.account_id, desk)) is not None:
        return _moved(memory.account_id, desk, gone=gone)
    return Response(undo_last(memory.account_id, desk, trait) or NothingToUndo(), memory)


def _add(name: str, names: Sequence[KnownName], memory: Memory, desk: Desk) -> Response:
    wanted = name.strip().strip("\"'.!?")
    known = resolve(names, wanted)
    if isinstance(known, Found) and known.exact:
        return Response(_ANSWERS[RequestKind.SHOW_ACCOUNT](known.named.account_id, desk), _on(known.named))
    try:
        added = telling.add(wanted, desk)
    except AccountRefused as refused:
        return Response(Unreadable((f"That cannot be the name of an account: {refused}.",)), memory)
    return Response(added, Memory(account_id=added.account.id))


def add_named(name: str, memory: Memory, desk: Desk) -> Response:
    """Add an account of exactly that name; show it where it is there already.

    Raises:
        StateUnavailable: the accounts cannot be read or written.
    """
    return _add(name, _names(desk), memory, desk)


def _on(named: KnownName) -> Memory:
    return Memory(account_id=named.account_id)


def _staged(request: Request[KnownName], stage: StageId, memory: Memory, desk: Desk) -> Response | None:
    """Keep the stage that somebody says an account is in; None where nobody can tell which account."""
    meant = request.account.meant if request.account is not None else None
    last = memory.account_id if meant is None and is_of_the_last(request.text) else None
    account_id = meant.named.account_id if isinstance(meant, Found) and meant.exact else last
    said = stage_meant(stage, desk)
    if account_id is None or said is None:
        return None
    say_stage(desk.ports, desk.scope, account_id, said, origin=desk.origin)
    return _moved(account_id, desk, said=said)


def _moved(account_id: int, desk: Desk, *, said: StageSaid | None = None, gone: StageSaid | None = None) -> Response:
    """Whether the account fits, with what became of its stage."""
    fit = fit_of(account_id, desk)
    return Response(fit, Memory(account_id), moved=StageMoved(fit.answer.account.name, said, gone))


def _log_gap(request: Request[KnownName], memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response:
    """Log a gap at the account that is named, else at the one last talked about, else at none."""
    missing = missing_in(request.text)
    before = _named_before(missing, names)
    meant = request.account.meant if request.account else before
    if isinstance(meant, Several):
        return _choice(request, missing.at or request.text, meant, memory)
    if not missing.what:
        return Response(Unreadable((_SAY_WHAT,)), memory)
    # What stands before the mark and is no account's name says something about the gap.
    is_name = missing.at is None or isinstance(before, Found | Several)
    what = missing.what if is_name else f"{missing.at}: {missing.what}"
    if isinstance(meant, Found):
        logged = telling.log(what, request.text, meant.named, desk)
        return Response(logged, _on(meant.named), None if meant.exact else meant.named)
    named = _main_name(memory.account_id, names) if meant is None else None
    return Response(telling.log(what, request.text, named, desk), memory)


def _named_before(missing: Missing, names: Sequence[KnownName]) -> Resolution[KnownName] | None:
    """The account whose name stands before the mark; None where what stands there does not look like a name."""
    if missing.at is None:
        return None
    found = resolve(names, missing.at)
    return found if missing.at[0].isupper() or (isinstance(found, Found) and found.exact) else None


# --- about no account -------------------------------------------------------------------------------------------------


def _work(_text: str, desk: Desk) -> Work:
    with desk.begin(writes=False) as work:
        count = work.accounts.count()
    return Work(tuple(worklist(desk.scorer, desk.team, desk.ports, desk.today, WORKLIST_LENGTH)), count)


def work_list(desk: Desk) -> Work:
    """What to work on first."""
    return _work("", desk)


def my_accounts(desk: Desk, limit: int = MINE_LENGTH) -> Accounts:
    """The accounts that the person at the desk added or gave answers about, then those they asked about."""
    with desk.begin(writes=False) as work:
        ids = work.asks.mine(desk.person, limit)
        ids += [asked.account_id for asked in work.asks.recent(desk.person, limit)]
        accounts = [work.accounts.get(account_id) for account_id in list(dict.fromkeys(ids))[:limit]]
        total = work.accounts.count()
    return Accounts(tuple(desk.answer(account) for account in accounts), total)


_ABOUT_NONE: Mapping[RequestKind, Callable[[str, Desk], Outcome]] = {
    RequestKind.SHOW_ICP: lambda _text, desk: Icps(desk.pack),
    RequestKind.WORK_LIST: _work,
    RequestKind.HELP: lambda _text, _desk: Help(),
    RequestKind.GREETING: lambda text, _desk: Greeting(thanks=_THANKS.search(text) is not None),
    RequestKind.UNKNOWN: lambda _text, _desk: NotUnderstood(),
    RequestKind.OPEN_QUESTION: ask_knowledge,
}
