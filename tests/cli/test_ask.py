"""`fika ask`: one question, one answer, and an exit status that says whether there was one."""

import json
import re
import shutil
from pathlib import Path

import pytest

from bot.library.loader import load_pack
from tests import worked
from tests.cli.conftest import EXAMPLES, TODAY, Fika, Ran

DAY = ("--today", TODAY)


def receipt_of(ran: Ran) -> str:
    """The beginning of the receipt in the last line."""
    [found] = re.findall(r"receipt ([0-9a-f]+)$", ran.lines[-1])
    return str(found)


class TestQuestions:
    """Every kind of question."""

    def test_does_it_fit(self, harbor: Fika) -> None:
        """The first line is the answer, reasons add up, and the last line says what it rests on."""
        ran = harbor("ask", "does Fogbarrel fit?", *DAY)

        assert (0, "") == (ran.status, ran.err)
        assert "Fogbarrel: work it, that much is decided. Still possible: primary/A or primary/B." == ran.lines[0]
        assert "  = 46 from 14 known answers; open ones move it by -3 to +9." in ran.lines
        assert f"Harbor (example), version 1, {TODAY}, receipt" in ran.lines[-1]

    def test_the_points_shown_add_up(self, harbor: Fika) -> None:
        """The points in front of the reasons are the sum that stands below them."""
        ran = harbor("ask", "does Oddlark Software fit?", *DAY)
        shown = [int(points) for points in re.findall(r"^ +([+-]\d+)  \w", ran.out, re.MULTILINE)]
        [total] = re.findall(r"^  = (-?\d+) from (\d+) known answers\.$", ran.out, re.MULTILINE)

        assert (str(sum(shown)), str(len(shown))) == total

    def test_why(self, harbor: Fika) -> None:
        """Each reason stands with the pack's own words for it."""
        ran = harbor("ask", "why is Copperquill a B?", *DAY)
        [primary] = [icp for icp in load_pack(EXAMPLES.parents[1]).pack.icps if icp.id == "primary"]
        reasons = [rating.because for rating in primary.ratings.values() if rating.because]

        assert (0, "") == (ran.status, ran.err)
        assert "Copperquill: primary/B. Decided: work it." == ran.lines[0]
        assert reasons
        assert [] == [reason for reason in reasons if f"       {reason}" not in ran.lines]

    def test_what_would_it_take(self, harbor: Fika) -> None:
        """The fewest answers to the next tier, by trait."""
        ran = harbor("ask", "what would it take for Acme?", *DAY)

        assert (0, "") == (ran.status, ran.err)
        assert ran.lines[0].startswith("Acme: still open. Possible: primary/A, ")
        assert re.search(
            r"^What it would take for tier C or better, come what may: (at most )?\d+ answers$", ran.lines[1]
        )

    def test_what_it_would_take_to_be_better_than_the_best(self, harbor: Fika) -> None:
        """An account that is at the top needs nothing."""
        ran = harbor("ask", "what would it take for Kestrelmoor Billing?", *DAY)

        assert "Nothing: that is the best there is." == ran.lines[-1]

    def test_what_to_ask_next(self, harbor: Fika) -> None:
        """The question is the pack's with the account's name in it, with why, and what each answer would leave."""
        ran = harbor("ask", "what should I ask Acme next?", *DAY)

        assert (0, "") == (ran.status, ran.err)
        asked = ran.lines[ran.lines.index("Ask next") :]
        assert "Acme" in asked[1]
        assert asked[2].startswith("  Why: ")
        assert any("leaves " in line for line in asked[3:])

    def test_nothing_to_ask_any_more(self, harbor: Fika) -> None:
        """Where the verdict is decided there is no question left."""
        ran = harbor("ask", "what should I ask Kestrelmoor Billing next?", *DAY)

        assert "Nothing more to ask: no answer can change the verdict." == ran.lines[-1]

    def test_an_interview_begins(self, harbor: Fika) -> None:
        """Going through the questions asks the one that comes next, says why and how many are left, and where to go on."""
        ran = harbor("ask", "go through the questions for Acme", *DAY)
        first = harbor("ask", "what should I ask Acme next?", *DAY)

        assert (0, "") == (ran.status, ran.err)
        assert re.fullmatch(r"(.+) \(0 asked, at most \d+ to go\)", ran.lines[0])
        assert first.lines[first.lines.index("Ask next") + 1].strip() == ran.lines[0].partition(" (0 asked")[0]
        assert any("Could " in line for line in ran.lines)
        assert "Go on in a talk: fika chat, and say resume." == ran.lines[-1]

    def test_nothing_to_ask(self, harbor: Fika) -> None:
        """Where the verdict is decided, it is said why nothing can change it."""
        ran = harbor("ask", "go through the questions for Kestrelmoor Billing", *DAY)

        assert "Kestrelmoor Billing: primary/A. Decided: work it." == ran.lines[0]
        assert ran.lines[1].startswith("Settled as primary/A")
        assert re.search(r"worst case [\d.]+ ≥ 80", ran.lines[1])

    def test_from_the_knowledge(self, harbor: Fika) -> None:
        """A question that the knowledge answers shows what its passages say to it, with title and link."""
        ran = harbor("ask", "what does the pilot cost?", *DAY)

        assert (0, "") == (ran.status, ran.err)
        assert ["In the knowledge, word for word:", "", "Running a pilot"] == ran.lines[:3]
        assert (
            "  - Week 0: contract for the pilot ($3,000, credited later), data export, names of the committee."
            in ran.lines
        )
        assert "  https://example.com/harbor/pilot-plan" in ran.lines

    def test_not_in_the_knowledge(self, harbor: Fika) -> None:
        """What the knowledge does not say is said to be missing."""
        assert harbor("ask", "who won the world cup?").out.startswith("That is not in the knowledge. ")

    def test_without_a_vector_store(self, harbor: Fika, home: Path) -> None:
        """Without the vector store a question to the knowledge says what to do; a fit has the very same answer."""
        before = harbor("ask", "does Acme fit?", *DAY)
        shutil.rmtree(home / "vectors")

        ran = harbor("ask", "what does the pilot cost?", *DAY)

        assert (1, "") == (ran.status, ran.err)
        assert "The knowledge cannot be searched right now." == ran.lines[0]
        assert "run `fika ingest`" in ran.lines[1]
        assert before.out == harbor("ask", "does Acme fit?", *DAY).out

    def test_what_to_send(self, harbor: Fika) -> None:
        """Once a stage is spoken of, what to send stands above the last line; before, the report does not speak of it."""
        plain = harbor("ask", "does Acme fit?", *DAY)
        staged = harbor("ask", "does Acme fit, they are in the evaluate stage?", *DAY)

        assert "What to send" not in plain.out
        [place] = [
            at for at, line in enumerate(staged.lines) if line.startswith("What to send, at Evaluate, as you asked")
        ]
        assert plain.lines == [*staged.lines[:place], staged.lines[-1]]
        assert all("https://example.com/" in line for line in staged.lines[place + 1 : -2])

    def test_whom_we_sell_to(self, harbor: Fika) -> None:
        """The ICPs: whom first, whom next, whom not."""
        ran = harbor("ask", "what is our ICP")

        assert 0 == ran.status
        assert [1, 1, 1] == [
            sum(line.startswith(f"{role}: ") for line in ran.lines)
            for role in ("Sell to them first", "The next-best target", "Do not sell to them")
        ]

    def test_whom_we_sell_to_in_a_bare_pack(self, fika: Fika, tmp_path: Path) -> None:
        """An ICP without a narrative is shown by what it must have and by what rules it out."""
        bare = Path(shutil.copytree(worked.FOLDER / "pack", tmp_path / "bare"))
        for icp in bare.glob("icps/*.yaml"):
            lines = icp.read_text("utf-8").splitlines(keepends=True)
            icp.write_text(
                "".join(line for line in lines if "narrative:" not in line and "_gain:" not in line), "utf-8"
            )

        ran = fika("ask", "what is our ICP", "--pack", "./bare")

        assert 0 == ran.status
        assert "  Must have: Employees: 50..200" in ran.lines
        assert "  Ruled out: Employees: <20" in ran.lines
        assert "They gain" not in ran.out

    def test_what_to_work_on(self, harbor: Fika) -> None:
        """Proven accounts first; the list is the beginning of the whole one."""
        ran = harbor("ask", "what should I work on today?", *DAY)

        assert 0 == ran.status
        assert "Work on these, it is decided:" == ran.lines[0]
        assert 10 == sum(line.startswith("  ") for line in ran.lines)
        assert all("/A" in line for line in ran.lines[1:8])

    def test_what_is_known(self, harbor: Fika) -> None:
        """What is known of an account stands with who said so, and the verdict."""
        ran = harbor("ask", "what do we know about Saltmarsh Metrics?", *DAY)

        assert 0 == ran.status
        assert "Saltmarsh Metrics" == ran.lines[0]
        assert re.search(r"Employees +96.*import accounts\.jsonl, 2026-10-14", ran.out)
        assert ran.lines[-1].startswith("Saltmarsh Metrics: still open. ")

    def test_help(self, harbor: Fika) -> None:
        """Help names what can be asked, and every example of it has an answer."""
        ran = harbor("ask", "help")
        examples = [line.strip() for line in ran.lines if line.startswith("  ")]

        assert 0 == ran.status
        assert 5 < len(examples)
        for example in examples:
            if "Acme" in example or "our ICP" in example or "today" in example:
                assert 0 == harbor("ask", example, *DAY).status, example


class TestReports:
    """What stands in a report beside the points."""

    def test_a_knock_out(self, harbor: Fika) -> None:
        """What disqualifies at once stands right below the verdict, with who said so."""
        ran = harbor("ask", "does Borough of Eastmarrow fit?", *DAY)

        assert ["Borough of Eastmarrow: disqualified. Decided: drop it."] == ran.lines[:1]
        assert re.fullmatch(r"Knock-out: Industry is .+ \(import accounts\.jsonl, 2026-11-01\)\.", ran.lines[1])

    def test_a_disagreement(self, harbor: Fika) -> None:
        """Sources that exclude each other are both named, and both stay possible."""
        harbor("ask", "Oddlark Software has 4000 employees", *DAY)
        ran = harbor("ask", "does Oddlark Software fit?", *DAY)

        [notice] = [line for line in ran.lines if line.startswith("Disagreement on ")]
        assert notice.startswith("Disagreement on Employees: 4,000")
        assert " against 110" in notice
        assert notice.endswith(" Both stay possible.")
        assert "still open" in ran.lines[0] or "Still possible" in ran.lines[0]

    def test_a_costly_one(self, harbor: Fika) -> None:
        """An account that is easy to win and costly to keep says why its tier is capped."""
        ran = harbor("ask", "does Copperquill fit?", *DAY)

        [drain] = [line for line in ran.lines if line.startswith("Negative ICP: ")]
        assert drain.endswith(", costly: the tier is capped at B.")
        assert any(re.match(r"  -\d  ", line) for line in ran.lines)

    def test_a_failed_gate(self, harbor: Fika) -> None:
        """An ICP that is out says which gate failed and what it takes."""
        ran = harbor("ask", "does Fjordlamp Systems fit?", *DAY)

        assert "Fjordlamp Systems: no fit. Decided: drop it." == ran.lines[0]
        assert any(re.match(r"  Gate failed: .+ is .+, it takes .+ \(.+\)\.$", line) for line in ran.lines)

    def test_what_the_verdict_hangs_on(self, harbor: Fika) -> None:
        """A decided report names the answers that could overturn it, and those only."""
        [scored] = [
            json.loads(line)
            for line in harbor("score", "--stored", "--json", *DAY).lines
            if '"account":"Oddlark Software"' in line
        ]
        ran = harbor("ask", "does Oddlark Software fit?", *DAY)

        [hangs] = [line for line in ran.lines if line.startswith("The verdict hangs on: ")]
        labels = {trait.id: trait.label for trait in load_pack(EXAMPLES.parents[1]).pack.traits}
        assert scored["flips"]
        assert sorted(scored["flips"]) == sorted(trait for trait, label in labels.items() if label in hangs)

    def test_nothing_worth_working_on(self, fika: Fika) -> None:
        """Where no account can turn out worth it, the list says so."""
        fika("accounts", "add", "Acme")
        assert "Nearest to it:" == fika("ask", "what should I work on today?").lines[0]
        fika("ask", "Acme is a public sector organisation with 5 employees")

        ran = fika("ask", "what should I work on today?")

        assert ["None of your 1 account can turn out worth working on."] == ran.lines


class TestUnanswered:
    """Where there is no answer, status 1 says so."""

    @pytest.mark.parametrize(
        "text",
        [
            "sing me a song",
            "brief me",
            "who won the world cup?",
            "log a gap",
            "why?",
            "does Xyzzy fit?",
            "",
            " ",
            "?" * 5000,
            "\N{ZERO WIDTH SPACE}",
        ],
    )
    def test_status_one(self, text: str, harbor: Fika) -> None:
        """What it cannot do, and what it does not understand, is said, with status 1 and nothing on standard error."""
        ran = harbor("ask", text)

        assert (1, "") == (ran.status, ran.err)
        assert ran.out.strip()

    def test_an_unknown_name_gives_the_nearest(self, harbor: Fika) -> None:
        """A name that nobody has comes with the nearest ones and with the way to add it."""
        ran = harbor("ask", "does Fogberry fit?")

        assert 1 == ran.status
        assert "There is no account called 'Fogberry'." in ran.out
        assert "Fogbarrel (#" in ran.lines[-1]

    def test_several_accounts(self, harbor: Fika) -> None:
        """A name that several answer to is a choice, which --choose makes."""
        offered = harbor("ask", "does Northwind fit?", *DAY)
        chosen = harbor("ask", "does Northwind fit?", "--choose", "2", *DAY)
        beyond = harbor("ask", "does Northwind fit?", "--choose", "3", *DAY)

        assert 1 == offered.status
        assert ["  1  Northwind Logistics", "  2  Northwind Analytics"] == [
            line.partition(" (#")[0] for line in offered.lines[1:]
        ]
        assert 0 == chosen.status
        assert chosen.lines[0].startswith("Northwind Analytics: primary/A.")
        assert 1 == beyond.status

    def test_a_choice_of_no_number(self, harbor: Fika) -> None:
        """--choose wants a number from 1 on."""
        assert 2 == harbor("ask", "does Northwind fit?", "--choose", "0").status
        assert 2 == harbor("ask", "does Northwind fit?", "--choose", "two").status


class TestNames:
    """Names that are nearly right."""

    def test_a_misspelt_name_is_taken_and_said(self, harbor: Fika) -> None:
        """The first line says which account was taken."""
        ran = harbor("ask", "does Fogbarel fit?", *DAY)

        assert 0 == ran.status
        assert re.fullmatch(r"I took that for Fogbarrel \(#\d+, H-031\)\.", ran.lines[0])
        assert ran.lines[1].startswith("Fogbarrel: work it")

    @pytest.mark.parametrize("name", ["Müllerhaus Software", "Mullerhaus Software", "MÜLLERHAUS", "Bramble & Finch"])
    def test_letters_that_keyboards_lack(self, name: str, harbor: Fika) -> None:
        """Umlauts and ampersands may be typed or not."""
        assert 0 == harbor("ask", f"does {name} fit?", *DAY).status


class TestRecording:
    """What is stated is written down, and can be taken back."""

    def test_state_and_undo(self, harbor: Fika) -> None:
        """The answers change the report; taken back, they leave it as it was, to the byte."""
        before = harbor("ask", "does Acme fit?", *DAY)
        stated = harbor("ask", "Acme has 120 employees and uses Salesforce", *DAY)
        after = harbor("ask", "does Acme fit?", *DAY)
        undone = harbor("accounts", "undo", "Acme", *DAY)
        again = harbor("ask", "does Acme fit?", *DAY)

        assert [0] * 5 == [ran.status for ran in (before, stated, after, undone, again)]
        assert stated.lines[0].startswith("Noted for Acme: Employees: 120")
        assert "Salesforce" in stated.lines[0]
        assert before.out != after.out
        assert undone.lines[0].startswith("Taken back for Acme: Employees: 120")
        assert before.out == again.out

    def test_nothing_to_take_back(self, harbor: Fika) -> None:
        """What a file said is not taken back by somebody at the terminal."""
        ran = harbor("accounts", "undo", "Acme")

        assert (1, "") == (ran.status, ran.out)
        assert "Nothing was said about Acme in the terminal" in ran.err

    def test_two_different_values(self, harbor: Fika) -> None:
        """What contradicts itself is not written down, and the reason is given."""
        ran = harbor("ask", "Acme has 120 employees and 300 employees")

        assert 1 == ran.status
        assert ["I did not write anything down.", "That gives Employees two different values."] == ran.lines


class TestDays:
    """The date counts."""

    def test_an_old_answer_is_a_hint(self, harbor: Fika) -> None:
        """An answer that is too old is unknown, and shown as a hint."""
        ran = harbor("ask", "does Hollowpine Software fit?", *DAY)

        assert re.search(r"^  Budget .*was yes on 2026-04-02, too long ago to count$", ran.out, re.MULTILINE)

    def test_another_day_is_another_receipt(self, harbor: Fika) -> None:
        """The receipt depends on the day."""
        one = harbor("ask", "does Acme fit?", "--today", "2026-11-01")
        other = harbor("ask", "does Acme fit?", "--today", "2026-11-02")

        assert receipt_of(one) != receipt_of(other)

    @pytest.mark.parametrize("day", ["yesterday", "1.11.2026", "2026-13-01", "2026-02-30", ""])
    def test_no_date(self, day: str, harbor: Fika) -> None:
        """What is no date is refused with an example of one."""
        ran = harbor("ask", "does Acme fit?", "--today", day)

        assert (1, "") == (ran.status, ran.out)
        assert f"fika: {day!r} is no date; write one like 2026-11-01.\n" == ran.err


def test_the_receipt_is_the_scorers(harbor: Fika) -> None:
    """The receipt in the footer is the beginning of the one that `fika score --stored --json` gives."""
    scored = [json.loads(line) for line in harbor("score", "--stored", "--json", *DAY).lines]
    receipts = {each["account"]: each["receipt"] for each in scored}

    for name in ("Acme", "Kestrelmoor Billing", "Tangled Otter"):
        assert receipts[name].startswith(receipt_of(harbor("ask", f"does {name} fit?", *DAY)))


def test_before_anything_is_there(fika: Fika) -> None:
    """In an empty home a question is answered from the pack, and there are no accounts."""
    assert 0 == fika("ask", "what is our ICP?").status
    assert "There are no accounts yet." in fika("ask", "what should I work on today?").out
    assert 1 == fika("ask", "does Acme fit?").status
