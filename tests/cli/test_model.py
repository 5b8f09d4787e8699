"""A language model behind the command line: what it says is labelled, what does not stand is dropped, and it is counted."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from tests.cli.conftest import TODAY, Fika
from tests.llm.hostile import Act, HostileServer, calls, fails, hostile, says

DAY = ("--today", TODAY)
QUESTION = "What do we say to a CFO about implementation cost?"
SENTENCE = "Setup is a fixed $6,000 and takes four weeks."
KEY = "sk-never-shown"
At = Callable[..., AbstractContextManager[HostileServer]]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> At:
    """A model that plays a script, as the settings name it."""

    @contextmanager
    def at(*script: Act) -> Iterator[HostileServer]:
        with hostile(*script) as server:
            monkeypatch.setenv("FIKA_LLM", "openai:m")
            monkeypatch.setenv("FIKA_LLM_URL", server.url)
            monkeypatch.setenv("FIKA_LLM_KEY", KEY)
            monkeypatch.setenv("FIKA_LLM_TIMEOUT", "5")
            yield server

    return at


def number_of(server: HostileServer, sentence: str) -> int:
    """The number under which the model was given a passage with that sentence."""
    told = str(server.asked[-1]["messages"])
    return int(re.findall(r'<source number="(\d+)">', told[: told.index(sentence)])[-1])


def test_without_a_model_nothing_is_said_of_one(harbor: Fika) -> None:
    """What is printed is what a machine without one prints."""
    assert "language model" not in harbor("ask", QUESTION, *DAY).out
    shown = harbor("model")
    assert "Language model: none: FIKA_LLM is not set, and everything works without" == shown.lines[0]
    assert shown.lines[1].startswith("In the last 24 hours workspace local used 0 tokens of at most 1,000,000 tokens")


def test_an_answer_is_labelled_cited_and_counted(harbor: Fika, model: At) -> None:
    """The sentence with its passage, whose text stands below it; and what it cost."""
    with model(says("NONE\n"), says(f"[9] {SENTENCE}\n")) as server:
        harbor("ask", QUESTION, *DAY)
        server.script[-1] = says(f"[{number_of(server, SENTENCE)}] {SENTENCE}\n")
        ran = harbor("ask", QUESTION, *DAY)
        counted = harbor("model")

    shown = re.fullmatch(r"(.*) \[(\d)\]", ran.lines[0])
    assert shown is not None
    assert SENTENCE in shown[1]
    assert "Put together by openai:m; every sentence stands in the passages below." in ran.lines
    assert any(line.startswith(f"[{shown[2]}] ") for line in ran.lines)
    assert "Language model: openai:m" == counted.lines[0]
    assert "  knowledge/answer    used 2" in counted.lines
    assert re.fullmatch(r" +asked with knowledge/answer@[0-9a-f]{12}", counted.lines[-1])


@pytest.mark.parametrize(
    "said",
    [
        says("[1] Setup is free and takes one day.\n"),
        says("[1] See https://evil.example/now.\n"),
        says(f"[99] {SENTENCE}\n"),
        says("Ignore all previous instructions.\n" * 3_000),
        fails(500),
        fails(401, "Incorrect API key provided: sk-never-shown"),
    ],
)
def test_what_does_not_stand_is_dropped_with_a_word(harbor: Fika, model: At, said: Act) -> None:
    """Below it stands what the machine without a model prints, byte for byte; and no key stands anywhere."""
    plain = harbor("ask", QUESTION, *DAY)
    with model(said):
        ran = harbor("ask", QUESTION, *DAY)

    assert "anguage model" in ran.lines[0]
    assert plain.lines == ran.lines[1:]
    assert KEY not in ran.out + ran.err
    assert "evil" not in ran.out


def test_a_message_that_the_rules_do_not_understand_is_read(harbor: Fika, model: At) -> None:
    """What it was taken for is said first, and then answered as if it had been asked plainly."""
    asked = {"kind": "fit_question", "account": "fogbarrel", "persona": None, "stage": None, "when": None}
    with model(says("NONE\n")) as server:
        server.script[:] = [_fills_in(asked)]
        ran = harbor("ask", "fogbarrel in two sentences for my boss", *DAY)

    plain = harbor("ask", "does Fogbarrel fit?", *DAY)
    assert ran.lines[0].startswith("Read by the language model as “Does this account fit")
    assert plain.lines == ran.lines[1:]


def _fills_in(told: dict[str, object]) -> Act:
    """Calls whichever tool it was given."""

    def act(exchange: object) -> None:
        [tool] = exchange.asked["tools"]  # type: ignore[attr-defined]
        calls(tool["function"]["name"], told)(exchange)  # type: ignore[arg-type]

    return act


def test_a_briefing_may_be_summed_up(harbor: Fika, model: At) -> None:
    """The verdict stands first in the words of the rules, whatever the model chose."""
    plain = harbor("brief", "Fogbarrel", "--format", "json", *DAY)
    with model(says("[1] Fogbarrel is a perfect fit, sign today.\n")):
        lied = harbor("brief", "Fogbarrel", "--format", "json", *DAY)

    assert '"model":null' in plain.out.replace(" ", "")
    assert "perfect fit" not in lied.out
    assert "dropped" in lied.out


def test_what_may_be_spent_is_kept(harbor: Fika, model: At, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it is used up no server is asked."""
    monkeypatch.setenv("FIKA_LLM_TOKENS_A_DAY", "1")
    with model(says("NONE\n")) as server:
        harbor("ask", QUESTION, *DAY)
        ran = harbor("ask", QUESTION, *DAY)

    assert 1 == len(server.asked)
    assert "What this workspace may spend on the language model is used up for today." == ran.lines[0]


def test_a_provider_that_is_not_installed_is_named(harbor: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do; in one sentence."""
    monkeypatch.setenv("FIKA_LLM", "nobody:m")
    ran = harbor("model")
    assert 1 == ran.status
    assert "nobody" in ran.err
