"""`fika chat` with a pipe instead of a person: a conversation, message by message."""

import re
from collections.abc import Iterator

import pytest

from bot.cli.chat import desk, talk
from bot.cli.terminal import terminal
from bot.flows.accounts import forget_account
from bot.ports import Scope
from tests.cli.conftest import TODAY, Fika, Ran

DAY = ("--today", TODAY)


def chat(fika: Fika, *messages: str) -> Ran:
    """A conversation with one message a line."""
    return fika("chat", *DAY, stdin="".join(f"{message}\n" for message in messages))


def headlines(ran: Ran) -> list[str]:
    """The first line of each answer; answers end in a blank line and hold some, so only lines that name a state count."""
    return [line for line in ran.lines if re.search(r"(Decided|that much is decided|still open)", line)]


def test_one_talk(harbor: Fika) -> None:
    """A question, why, a choice, a statement, its undo and a new account, each about the right account."""
    ran = chat(
        harbor,
        "does Fogbarrel fit?",
        "why?",
        "does Northwind fit?",
        "2",
        "what should I ask next?",
        "add Blueheron Works",
        "it has 120 employees",
        "undo",
        "quit",
        "does Acme fit?",
    )

    assert (0, "") == (ran.status, ran.err)
    named = [line.partition(":")[0] for line in headlines(ran)]
    assert ["Fogbarrel"] * 2 + ["Northwind Analytics"] * 2 + ["Blueheron Works"] * 2 == named
    assert "Noted for Blueheron Works: Employees: 120" in ran.out
    assert "Taken back for Blueheron Works: Employees: 120" in ran.out
    assert "Acme" not in ran.out.replace("Say", "")


def test_a_gap_and_a_briefing(harbor: Fika) -> None:
    """What is missing is logged at the account talked about, and stands in its briefing."""
    ran = chat(
        harbor, "does Acme fit?", "log a gap: no case study for dentists", "brief me for their CFO, evaluate stage"
    )

    assert (0, "") == (ran.status, ran.err)
    assert "Logged at Acme as content we do not have: no case study for dentists" in ran.lines
    assert "You meet: CFO" in ran.lines
    assert any(line.startswith("What to send, at Evaluate, as you asked") for line in ran.lines)
    assert any("no case study for dentists (content we do not have, terminal)" in line for line in ran.lines)


def test_a_briefing_for_a_call(harbor: Fika) -> None:
    """When the call is stands in the briefing, by the clock on one's own wall."""
    ran = chat(harbor, "brief me on Acme before the call tomorrow 10:00", "brief me on Acme tomorrow")

    assert any(re.fullmatch(r"For the call on \w+ \d+ \w+, 10:00\.", line) for line in ran.lines)
    assert any(re.fullmatch(r"For the call on \w+ \d+ \w+\.", line) for line in ran.lines)


def test_a_gap_at_no_account(harbor: Fika) -> None:
    """A gap may be about no account; a gap without words is asked for."""
    ran = chat(harbor, "log a gap: no FAQ", "log a gap")

    assert "Logged as content we do not have: no FAQ" == ran.lines[0]
    assert "Say what is missing, for example: log a gap: no case study for dentists." in ran.lines


def test_ones_own_accounts(harbor: Fika) -> None:
    """One's own accounts are those one told about; before that there are none, and how many there are is said."""
    ran = chat(harbor, "my accounts", "Umberfield has 120 employees", "add Zed", "my accounts")

    assert [
        "None of the accounts is yours yet: you have not added, told or asked me about any.",
        "There are 36 accounts in all.",
    ] == ran.lines[:2]
    mine = ran.lines[ran.lines.index("Your accounts (2)") :]
    assert [True, True] == [
        line.startswith(name) for line, name in zip(mine[1:], ("  Umberfield", "  Zed"), strict=False)
    ]
    assert "There are 37 accounts in all." in mine


def test_what_was_said_is_kept(harbor: Fika) -> None:
    """What was written down in a conversation is there afterwards, and what was taken back is not."""
    chat(harbor, "Umberfield has 120 employees", "it uses Salesforce", "undo")

    ran = harbor("accounts", "show", "Umberfield", *DAY)

    assert "120" in ran.out
    assert "Salesforce" not in ran.out


@pytest.mark.parametrize("word", ["quit", "exit", "bye", "q", "Quit", " QUIT ", ":q"])
def test_the_end(word: str, harbor: Fika) -> None:
    """Each word of farewell ends the conversation."""
    assert "" == chat(harbor, word, "does Fogbarrel fit?").out


def test_blank_lines(harbor: Fika) -> None:
    """A blank line says nothing and changes nothing."""
    assert chat(harbor, "does Acme fit?", "why?").out == chat(harbor, "", "does Acme fit?", "  ", "\t", "why?", "").out


def test_small_talk(harbor: Fika) -> None:
    """A hello, an undo of nothing and a question about nobody have their sentences."""
    assert [
        "Hello. Ask me whether an account fits, or type help.",
        "",
        "There is nothing of yours to take back here.",
        "",
        "Which account? Name it, for example: does Acme fit?",
        "",
    ] == chat(harbor, "hi", "undo", "why?").lines


def test_no_messages(harbor: Fika) -> None:
    """A conversation without messages is over at once, with status 0."""
    ran = harbor("chat")

    assert (0, "", "") == (ran.status, ran.out, ran.err)


def test_the_last_line_may_lack_its_end(harbor: Fika) -> None:
    """The last message counts without a line end, and Windows line ends do no harm."""
    assert headlines(harbor("chat", *DAY, stdin="does Acme fit?\r\ndoes Fogbarrel fit?")) == headlines(
        chat(harbor, "does Acme fit?", "does Fogbarrel fit?")
    )


def test_bytes_that_are_no_text(harbor: Fika) -> None:
    """A message that is not UTF-8 is not understood, and the conversation goes on."""
    ran = harbor("chat", *DAY, stdin=b"does \xff\xfe fit?\nAcme \x00 has \xc3( employees\ndoes Fogbarrel fit?\n")

    assert 0 == ran.status
    assert "Traceback" not in ran.err
    assert "Fogbarrel: work it" in headlines(ran)[-1]


def test_a_message_that_is_far_too_long(harbor: Fika) -> None:
    """A message of a million characters is not understood, and the conversation goes on."""
    ran = chat(harbor, "a " * 500_000, "does Fogbarrel fit?")

    assert 0 == ran.status
    assert headlines(ran)[-1].startswith("Fogbarrel: work it")


def test_what_cannot_be_done_does_not_end_it(harbor: Fika) -> None:
    """What is not understood is said, and the status stays 0: a conversation is not one question."""
    ran = chat(harbor, "sing me a song", "does Xyzzy fit?", "does Fogbarrel fit?")

    assert 0 == ran.status
    assert headlines(ran)[-1].startswith("Fogbarrel: work it")


def test_a_choice_whose_account_is_gone(harbor: Fika, capsys: pytest.CaptureFixture[str]) -> None:
    """An error in the middle is said on standard error, and the conversation goes on."""
    here = desk(terminal(), None, TODAY)

    def messages() -> Iterator[str]:
        yield "does Northwind fit?"
        forget_account(here.ports, Scope("local", "harbor"), "Northwind Analytics")
        yield "2"
        yield "does Fogbarrel fit?"

    talk(messages(), here)
    said = capsys.readouterr()

    assert re.fullmatch(r"fika: There is no account called '#?\d+'\.\n", said.err)
    assert ["Fogbarrel"] == [line.partition(":")[0] for line in headlines(Ran(0, said.out, said.err))]


def test_it_says_what_ask_says(harbor: Fika) -> None:
    """A question in a conversation has the very answer of `fika ask`."""
    for text in ("does Fogbarrel fit?", "why is Copperquill a B?", "what is our ICP?", "what should I work on today?"):
        assert harbor("ask", text, *DAY).out + "\n" == chat(harbor, text).out


def test_examples_for_whoever_looks_around(fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--examples` loads the example pack and its accounts first, whichever pack is set, and talks about them."""
    monkeypatch.setenv("FIKA_PACK", "posthog")
    ran = fika("chat", "--examples", *DAY, stdin="does Fogbarrel fit?\n")

    assert "Harbor (example), version 1: published." == ran.lines[0]
    assert 1 == len(headlines(ran))
