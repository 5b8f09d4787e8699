"""Whatever a model's server does: a draft or `ModelFailed`, within the deadline, and the next question is asked again."""

import logging
import re
import socket
import threading
import time
import traceback
from collections.abc import Callable

import pytest
from langsmith.utils import get_env_var

from bot.core.draft import SentenceDraft
from bot.ports.model import Failure, Model, ModelFailed, RequestHints, Spent, TraitHint
from tests.llm import hostile as does
from tests.llm.hostile import Act, Exchange, hostile
from tests.llm.passages import SOURCES

HINTS = RequestHints((("why", "Why is the verdict what it is?"),), ("CFO",), ("Evaluate",))
TRAITS = (TraitHint("employees", "Employees", "number", "How many?", "people", (("a", "b"),)),)
DEADLINE = 2.0
"""Seconds that whoever is kept waiting has here."""
GRACE = 20
"""Seconds after the deadline at which a caller has its answer at the latest, on however busy a machine."""
Open = Callable[..., Model]


def _answer(model: Model, heard: Callable[[SentenceDraft], None] = lambda _: None) -> object:
    return model.answer("What does it cost?", SOURCES, heard)


@pytest.mark.parametrize(
    "act",
    [does.hangs, does.hangs_after_the_head, does.drips, does.drips_headers, does.drips_words, does.thinks_for_ever],
    ids=lambda act: act.__name__,
)
def test_whoever_takes_too_long_is_cut_off_at_the_deadline(act: Act, open_at: Open) -> None:
    """However a server keeps a caller waiting, the caller has its answer, and the one slot is free for the next."""
    with hostile(act) as server:
        model = open_at(server.url, timeout=DEADLINE, parallel=1)
        began = time.monotonic()
        with pytest.raises(ModelFailed) as failed:
            _answer(model)
        took = time.monotonic() - began
        server.script = [does.says("[1] Migration is included.")]
        _answer(model)

    assert Failure.TIMEOUT is failed.value.why
    assert DEADLINE <= took < DEADLINE + GRACE
    assert failed.value.spent.tokens_in > 0


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (does.never_ends, Failure.TOO_LONG),
        (does.never_ends_a_line, Failure.TOO_LONG),
        (does.says("[1] " + "x" * 50_000), Failure.TOO_LONG),
        (does.says("[1] " + "x" * 601 + "\n"), Failure.TOO_LONG),
        (does.says("[1] A.", finish="length"), Failure.TOO_LONG),
        (does.says("[1] A.", finish="content_filter"), Failure.REFUSED),
        (does.says(""), Failure.EMPTY),
        (does.says(" \n\n"), Failure.EMPTY),
        (does.has_no_choices, Failure.EMPTY),
        (does.says("Here is the answer:\n", "[1] A."), Failure.MALFORMED),
        (does.says("[1] A.\nNONE"), Failure.MALFORMED),
        (does.says("NONE\n[1] A."), Failure.MALFORMED),
        (does.sends("data: {oops\n\n"), Failure.MALFORMED),
        (does.sends("nothing of the kind"), Failure.MALFORMED),
        (does.sends('data: {"choices": [{"delta": null}]}\n\n'), Failure.MALFORMED),
        (does.sends('data: {"choices": [{"index": 0, "delta": {"content": 5}}]}\n\n'), Failure.MALFORMED),
        (does.sends('data: {"choices": [{"index": 0, "delta": {"content": ["[1] A."]}}]}\n\n'), Failure.UNAVAILABLE),
        (does.sends('data: {"choices": "all"}\n\n'), Failure.MALFORMED),
        (does.sends("data: 7\n\n"), Failure.MALFORMED),
        (does.sends("<html>", "text/html"), Failure.MALFORMED),
        (does.calls("read_request", {"kind": "why"}), Failure.MALFORMED),
        (does.says("[1] Migration \ud800 is included."), Failure.MALFORMED),
        (does.packs("gzip"), Failure.MALFORMED),
        (does.packs("GZIP", "gzip", size=50_000_000), Failure.MALFORMED),
        (does.hangs_up, Failure.UNAVAILABLE),
        (does.hangs_up_midway, Failure.UNAVAILABLE),
        (does.breaks_off_midway, Failure.UNAVAILABLE),
        (does.fails_midway, Failure.UNAVAILABLE),
        (does.fails(500), Failure.UNAVAILABLE),
        (does.fails(529), Failure.UNAVAILABLE),
        (does.fails(429), Failure.BUSY),
        (does.fails(400), Failure.REFUSED),
        (does.fails(401), Failure.REFUSED),
        (does.fails(403), Failure.REFUSED),
        (does.fails(404), Failure.REFUSED),
        (does.fails(418), Failure.REFUSED),
    ],
)
def test_every_failure_is_named_before_the_deadline(act: Act, why: Failure, open_at: Open) -> None:
    """Nothing but `ModelFailed` comes out, with its reason and what was sent."""
    with hostile(act) as server, pytest.raises(ModelFailed) as failed:
        _answer(open_at(server.url))

    assert why is failed.value.why
    assert failed.value.prompt.startswith("knowledge/answer@")
    assert failed.value.spent.tokens_in > 0


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (does.calls("read_request", "{"), Failure.MALFORMED),
        (does.calls("read_request", "[]"), Failure.MALFORMED),
        (does.calls("read_request", ""), Failure.MALFORMED),
        (does.calls("read_request", "[" * 19_000), Failure.MALFORMED),
        (does.calls("read_request", {"kind": 3}), Failure.MALFORMED),
        (does.calls("read_request", {"kind": "why", "points": 5}), Failure.MALFORMED),
        (does.calls("read_request", '{"kind": "why", "account": NaN}'), Failure.MALFORMED),
        (does.calls("delete_account", {"kind": "why"}), Failure.MALFORMED),
        (does.says("why"), Failure.MALFORMED),
        (does.says(""), Failure.EMPTY),
        (does.calls("read_request", {"kind": "why", "account": "x" * 20_000}), Failure.TOO_LONG),
        (does.calls("read_request", {"kind": "why"}, finish="length"), Failure.TOO_LONG),
        (does.calls("read_request", {"kind": "why"}, finish=None), Failure.UNAVAILABLE),
    ],
)
def test_a_form_that_is_filled_in_wrongly_is_no_draft(act: Act, why: Failure, open_at: Open) -> None:
    """Broken JSON, other keys, other types, another tool and too much of it: each fails by its name."""
    with hostile(act) as server, pytest.raises(ModelFailed) as failed:
        open_at(server.url).read_request("why acme?", HINTS)

    assert why is failed.value.why


def test_a_form_that_is_filled_in_becomes_a_draft(open_at: Open) -> None:
    """What a message asks for, and the values of notes, arrive as they were told to the tool."""
    values = [{"trait": "employees", "value": {"min": 50}, "quote": "over 50"}]
    with hostile(
        does.calls("read_request", {"kind": "why", "account": "acme"}), does.calls("read_notes", {"values": values})
    ) as server:
        model = open_at(server.url)
        request = model.read_request("why acme?", HINTS).draft
        notes = model.read_notes("over 50", TRAITS).draft

    assert ("why", "acme", None) == (request.kind, request.account, request.stage)
    assert [("employees", {"min": 50}, "over 50")] == [(each.trait, each.value, each.quote) for each in notes]


def test_a_sentence_is_heard_while_the_next_one_is_written(open_at: Open) -> None:
    """What is complete is told at once, and never the beginning of a sentence."""
    texts: list[str] = []
    first = threading.Event()

    def hears(sentence: SentenceDraft) -> None:
        texts.append(sentence.text)
        first.set()

    writes = does.says("[1] Migr", "ation is included.\n", "[2] Most", " teams.", after={2: first})
    with hostile(writes) as server:
        said = open_at(server.url).answer("?", SOURCES, hears)

    assert ["Migration is included.", "Most teams."] == texts
    assert texts == [each.text for each in said.draft.sentences]


def test_a_source_that_holds_nothing_is_said_so(open_at: Open) -> None:
    """NONE is an answer without sentences, and no failure."""
    with hostile(does.says("NONE", ".")) as server:
        assert () == open_at(server.url).summarise(SOURCES).draft.sentences


def test_whoever_has_heard_enough_ends_the_call(open_at: Open) -> None:
    """What the listener raises comes out as it is, with what the call cost where there is a place for it."""

    def enough(_: SentenceDraft) -> None:
        raise ModelFailed(Failure.STOPPED)

    def broken(_: SentenceDraft) -> None:
        raise ZeroDivisionError

    with hostile(does.says("[1] A.\n", *["[1] B.\n"] * 4, wait=0.2)) as server:
        model = open_at(server.url, parallel=1)
        with pytest.raises(ModelFailed) as stopped:
            _answer(model, enough)
        with pytest.raises(ZeroDivisionError):
            _answer(model, broken)

    assert (Failure.STOPPED, True) == (stopped.value.why, stopped.value.spent.tokens_in > 0)


@pytest.mark.parametrize("choice", ["openai:m", "anthropic:m", "ollama:m"])
def test_every_provider_is_bounded(choice: str, open_at: Open) -> None:
    """Whoever's client it is: a server that hangs, drips, floods or leads elsewhere is done with in time."""
    with hostile(does.hangs) as elsewhere:
        away = does.fails(307, location=elsewhere.url)
        with hostile(does.hangs, does.drips, does.never_ends_a_line, away) as server:
            model = open_at(server.url, choice=choice, timeout=DEADLINE, parallel=1)
            began = time.monotonic()
            failures = [_failure_of(model) for _ in range(3)]
            took = time.monotonic() - began
            again = _failure_of(open_at(server.url, choice=choice))

    assert [Failure.TIMEOUT, Failure.TIMEOUT, Failure.TOO_LONG] == failures
    assert took < 3 * (DEADLINE + GRACE)
    assert (Failure.REFUSED, 0) == (again, len(elsewhere.asked))


@pytest.mark.parametrize("choice", ["openai:m", "anthropic:m"])
def test_half_a_form_is_not_mended(choice: str, open_at: Open) -> None:
    """A form that cannot be read is not tried again without its last letter, a million times: others are not kept."""
    broken = '{"a": x' + " " * 1_000_000
    act = does.calls("read_request", broken) if choice.startswith("openai") else does.calls_as_anthropic(broken)
    with hostile(act) as server:
        with pytest.raises(ModelFailed):
            open_at(server.url, choice=choice, timeout=1).read_request("why acme?", HINTS)
        server.script = [does.says("[1] A.")]
        _answer(open_at(server.url, timeout=20))

    assert 2 == len(server.asked)


@pytest.mark.parametrize("choice", ["openai:m", "anthropic:m", "ollama:m"])
def test_no_cookie_is_kept(choice: str, open_at: Open) -> None:
    """What a server wants remembered is forgotten: it would be sent with every question, until none gets through."""
    sent: list[str | None] = []

    def marks(exchange: Exchange) -> None:
        sent.append(exchange.headers.get("cookie"))
        exchange.head(400, set_cookie="mark=1; Max-Age=99999999", content_type="application/json")

    with hostile(marks) as server:
        model = open_at(server.url, choice=choice)
        for _ in range(2):
            assert Failure.REFUSED is _failure_of(model)

    assert [None, None] == sent


def test_a_model_has_its_name(open_at: Open) -> None:
    """Provider and model are as they were chosen, also where the model's name has a colon."""
    assert "ollama:llama3.2:3b" == open_at("http://127.0.0.1:1", choice="ollama:llama3.2:3b").name


def test_what_may_pass_is_tried_again(open_at: Open) -> None:
    """An error of the server and a dropped connection are no answer yet; each try is counted."""
    with hostile(does.fails(503), does.hangs_up, does.says("[1] A.", usage=None)) as server:
        said = open_at(server.url).summarise(SOURCES)

    assert 3 == len(server.asked)
    assert said.spent.tokens_in % 3 == 0


def test_what_will_not_pass_is_not_tried_again(open_at: Open) -> None:
    """A refusal, a wait that does not fit and an answer that has begun are final."""
    with hostile(does.fails(401), does.fails(429, retry_after="60"), does.hangs_up_midway) as server:
        model = open_at(server.url)
        for _ in range(3):
            with pytest.raises(ModelFailed):
                _answer(model)

    assert 3 == len(server.asked)


@pytest.mark.parametrize(("asked", "least"), [("0.8", 0.8), ("-3", 0.2)])
def test_a_wait_that_the_server_asks_for_is_kept(asked: str, least: float, open_at: Open) -> None:
    """Retry-After is honoured where it fits into the time there is."""
    began = time.monotonic()
    with hostile(does.fails(429, retry_after=asked), does.says("[1] A.")) as server:
        _answer(open_at(server.url))

    assert time.monotonic() - began >= least
    assert 2 == len(server.asked)


def test_a_date_as_retry_after_is_not_waited_for(open_at: Open) -> None:
    """Whoever names a date does not mean in a moment."""
    with (
        hostile(does.fails(429, retry_after="Wed, 21 Oct 2026 07:28:00 GMT"), does.says("[1] A.")) as server,
        pytest.raises(ModelFailed) as failed,
    ):
        _answer(open_at(server.url))

    assert (Failure.BUSY, 1) == (failed.value.why, len(server.asked))


def test_nobody_there_costs_nothing(open_at: Open) -> None:
    """A question that reached nobody is not counted, and tells no prompt."""
    with hostile(does.hangs_up) as server:
        url = server.url
    with pytest.raises(ModelFailed) as failed:
        _answer(open_at(url))

    assert (Failure.UNAVAILABLE, Spent(), "") == (failed.value.why, failed.value.spent, failed.value.prompt)


def test_more_questions_than_may_be_are_refused_at_once(open_at: Open) -> None:
    """There is no queue: with every slot taken the next caller is told so, and is no failure of the model."""
    go_on = threading.Event()
    with hostile(does.says("[1] A.", after={0: go_on})) as server:
        model = open_at(server.url, parallel=2)
        asking = [threading.Thread(target=_answer, args=(model,)) for _ in range(2)]
        for each in asking:
            each.start()
        while len(server.asked) < 2:
            time.sleep(0.01)
        busy = [_failure_of(model) for _ in range(5)]
        waiting = [each.is_alive() for each in asking]
        go_on.set()
        for each in asking:
            each.join()
        _answer(model)

    assert [Failure.BUSY] * 5 == busy
    assert ([True, True], 3) == (waiting, len(server.asked))


def test_a_model_that_fails_three_times_rests(open_at: Open) -> None:
    """It is left alone for half a minute, then tried once, and is back when that goes well."""
    now = [0.0]

    def ticks() -> float:
        return now[0]

    with hostile(does.fails(401)) as server:
        model = open_at(server.url, ticks=ticks)
        failures = [_failure_of(model) for _ in range(5)]
        resting = len(server.asked)
        now[0] = 31
        again = [_failure_of(model) for _ in range(2)]
        now[0] = 62
        server.script = [does.says("[1] A.")]
        _answer(model)
        _answer(model)

    assert [Failure.REFUSED] * 3 + [Failure.RESTING] * 2 == failures
    assert 3 == resting
    assert [Failure.REFUSED, Failure.RESTING] == again


def test_nothing_of_the_question_or_the_key_gets_out(open_at: Open, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the error, nor what it was raised from, nor the log holds a word of prompt, key, answer or server."""
    caplog.set_level(logging.DEBUG)
    with hostile(does.fails(400, "echo: What does it cost? sk-never-shown")) as server:
        with pytest.raises(ModelFailed) as failed:
            _answer(open_at(server.url))
        server.script = [does.says("[1] secret-answer")]
        _answer(open_at(server.url))

    chain = "".join(traceback.format_exception(failed.value))
    assert (None, None) == (failed.value.__cause__, failed.value.__context__)
    for secret in ("sk-never-shown", "echo:", "contract", "secret-answer"):
        assert secret not in chain + caplog.text
    told = [re.sub(r"\d+\.\d s\.$", "0.0 s.", message) for message in caplog.messages]
    assert "The model gave no answer: knowledge/answer, refused, 0.0 s." in told


def test_nothing_is_traced_whatever_the_environment_says(open_at: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every switch of LangSmith's is on, and nobody connects to it: all that is asked goes to the model alone."""
    get_env_var.cache_clear()
    with hostile(does.says("[1] A.")) as server, socket.create_server(("127.0.0.1", 0)) as spy:
        address = f"http://127.0.0.1:{spy.getsockname()[1]}"
        for name in ("LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2"):
            monkeypatch.setenv(name, "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", address)
        monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_x")
        monkeypatch.setenv("LANGSMITH_GATEWAY", address)
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        _answer(open_at(None))
        spy.settimeout(1)
        with pytest.raises(TimeoutError):
            spy.accept()
    get_env_var.cache_clear()

    assert 1 == len(server.asked)


def test_clients_say_nothing(open_at: Open, caplog: pytest.LogCaptureFixture) -> None:
    """At the loudest level only we speak, and only of what went wrong."""
    with hostile(does.fails(500), does.says("[1] A.")) as server:
        model = open_at(server.url)
        caplog.set_level(logging.DEBUG)
        _answer(model)

    assert {each.name for each in caplog.records} <= {"asyncio"}


def test_tokens_that_cannot_be_are_not_believed(open_at: Open) -> None:
    """A server that counts nonsense neither uses up a day nor is free."""
    huge = {"prompt_tokens": 10**12, "completion_tokens": 10**12, "total_tokens": 2 * 10**12}
    none = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
    with hostile(does.says("[1] A.", usage=huge), does.says("[1] A.", usage=none)) as server:
        model = open_at(server.url)
        much, little = model.summarise(SOURCES).spent, model.summarise(SOURCES).spent

    assert 100 < little.tokens_in < much.tokens_in < 20_000
    assert (2, 4_000) == (little.tokens_out, much.tokens_out)


def test_a_connection_is_closed_when_its_question_is_cut_off(open_at: Open) -> None:
    """The server sees the end of it, so that neither side keeps anything of it."""
    with hostile(does.drips) as server:
        with pytest.raises(ModelFailed):
            _answer(open_at(server.url, timeout=1))
        deadline = time.monotonic() + 30
        while server.open and time.monotonic() < deadline:
            time.sleep(0.02)

        assert 0 == server.open


def test_many_at_once_each_get_their_own(open_at: Open) -> None:
    """Questions under way at the same time do not disturb one another."""
    with hostile(does.says("[1] A", " b.\n", "[2] C.", wait=0.05)) as server:
        model = open_at(server.url, parallel=8)
        texts: list[tuple[str, ...]] = []

        def one() -> None:
            said = model.answer("?", SOURCES, lambda _: None)
            texts.append(tuple(each.text for each in said.draft.sentences))

        asking = [threading.Thread(target=one) for _ in range(8)]
        for each in asking:
            each.start()
        for each in asking:
            each.join()

    assert [("A b.", "C.")] * 8 == texts


def _failure_of(model: Model) -> Failure:
    with pytest.raises(ModelFailed) as failed:
        _answer(model)
    return failed.value.why
