"""Interviews and notes in `fika chat`, typed through a pipe."""

from tests.cli.conftest import TODAY, Fika, Ran

DAY = ("--today", TODAY)


def chat(fika: Fika, *messages: str) -> Ran:
    """A conversation with one message a line, about an account of which nothing is known."""
    fika("accounts", "add", "Umberfield")
    return fika("chat", *DAY, stdin="".join(f"{message}\n" for message in messages))


def test_an_interview(harbor: Fika) -> None:
    """A question with its reason and numbers; the echo, how the verdicts narrowed, the next question."""
    ran = chat(harbor, "let's qualify Umberfield", "1")

    assert (0, "") == (ran.status, ran.err)
    assert "What does Umberfield sell, and to whom? (0 asked, at most 19 to go)" == ran.lines[0]
    assert "  Could move Umberfield from open to disqualified." in ran.lines
    assert "  1  B2B SaaS" in ran.lines
    assert "skip, don't know, back, pause and stop work, too." in ran.lines
    assert "Noted: Industry: B2B SaaS. Say undo to take it back." in ran.lines
    assert any(line.startswith("8 verdicts were possible, 5 are left: ") for line in ran.lines)
    assert any("(1 asked, at most 18 to go)" in line for line in ran.lines)


def test_settled(harbor: Fika) -> None:
    """Once the verdict is decided it is shown with its certificate and with what can be gone on with."""
    ran = chat(harbor, "let's qualify Umberfield", "public sector", "go on", "stop")

    assert any(line.startswith("Umberfield: ") and "disqualified" in line for line in ran.lines)
    assert "Say go on to answer the rest for completeness, or stop." in ran.lines
    assert "Or name a framework to go through: BANT, MEDDIC, MEDDPICC, MQL, SQL." in ran.lines
    assert "Going on with what is left." in ran.lines
    assert any("It does not change the verdict; it completes the picture." in line for line in ran.lines)
    assert "Stopped. What you said about Umberfield is kept." in ran.lines


def test_asked_back(harbor: Fika) -> None:
    """What cannot be read is asked back with examples, and the reason is not told twice."""
    ran = chat(harbor, "let's qualify Umberfield", "they sell blue things")
    back = ran.lines.index(next(line for line in ran.lines if line.startswith("I could not read an answer")))

    assert "What does Umberfield sell, and to whom? (0 asked, at most 19 to go)" == ran.lines[back + 1]
    assert "  1  B2B SaaS" == ran.lines[back + 2]


def test_an_offer(harbor: Fika) -> None:
    """A value that was worked out is offered, and taken with a yes."""
    ran = chat(harbor, "let's qualify Umberfield", "change revenue", "2M a month", "yes")

    assert "Back to Annual gross revenue." in ran.lines
    assert any(line.startswith("Shall I note USD 24M") and line.endswith("? (yes or no)") for line in ran.lines)
    assert any(line.startswith("Noted: Annual gross revenue: USD 24M") for line in ran.lines)


def test_tags_by_number(harbor: Fika) -> None:
    """Of several choices that apply each has a number."""
    ran = chat(harbor, "let's qualify Umberfield", "change the sales stack", "1 and 2")

    assert any(
        line.startswith("  Name all that apply, or their numbers: 1 Salesforce, 2 HubSpot") for line in ran.lines
    )
    assert "Noted: Sales stack: Salesforce and HubSpot. Say undo to take it back." in ran.lines


def test_side_questions(harbor: Fika) -> None:
    """Why, how much is left, help, and another question; the question goes on standing."""
    ran = chat(harbor, "let's qualify Umberfield", "why?", "how many more?", "help", "does it fit?", "thanks")

    assert any(line.startswith("  B2B SaaS: leaves ") for line in ran.lines)
    assert any(line.startswith("  At most 19 questions to go: ") for line in ran.lines)
    assert any("Or type: skip, don't know" in line for line in ran.lines)
    assert "Any time." in ran.lines
    assert 2 == ran.lines.count("The question stands: What does Umberfield sell, and to whom?")


def test_another_account(harbor: Fika) -> None:
    """Another account in the middle leaves it waiting, and resume goes on."""
    ran = chat(harbor, "let's qualify Umberfield", "does Fogbarrel fit?", "skip", "resume Umberfield", "1")

    assert "The questions about Umberfield wait; say resume Umberfield to go on with them." in ran.lines
    assert "Which one? Say: let us qualify NAME." in ran.lines
    assert "  Umberfield: 0 asked" in ran.lines
    assert "Noted: Industry: B2B SaaS. Say undo to take it back." in ran.lines


def test_paused_and_handed_over(harbor: Fika) -> None:
    """Paused is told; who has it from now on, too, and nothing more is asked here."""
    ran = chat(harbor, "let's qualify Umberfield", "pause", "saas", "back", "resume", "hand it to kim", "skip")

    assert 3 == ran.lines.count("Paused. Everything is kept; resume goes on with Umberfield.")
    assert "kim goes on with it." in ran.lines
    assert "Say resume Umberfield to go on in place of kim." in ran.lines
    assert ran.lines.index("Which one? Say: let us qualify NAME.") > ran.lines.index("kim goes on with it.")


def test_several_answers_and_undo(harbor: Fika) -> None:
    """Each value is echoed, and undo takes back what was said together."""
    ran = chat(harbor, "let's qualify Umberfield", "SaaS, and they have 120 people", "undo")

    assert "Noted: Industry: B2B SaaS." in ran.lines
    assert "Noted: Employees: 120 people. Say undo to take it back." in ran.lines
    assert any(line.startswith("Taken back for Umberfield: Industry: B2B SaaS") for line in ran.lines)


def test_passed_over(harbor: Fika) -> None:
    """Where everything that is open was passed over, the verdict stays open, and they can be asked again."""
    ran = chat(harbor, "let's qualify Umberfield", *["skip"] * 19, "go on")

    assert any(line.startswith("The verdict stays open: 19 questions passed over") for line in ran.lines)
    assert "Say go on to be asked them again, or stop." in ran.lines
    assert any("at most 19 to go" in line for line in ran.lines[-14:])


def test_a_framework(harbor: Fika) -> None:
    """With a framework its items come once fit is settled, each with its name."""
    ran = chat(harbor, "qualify Umberfield with BANT", "saas, us, 90 people, on aws", "does it meet BANT?")

    assert any(line.startswith("BANT for Umberfield: open") for line in ran.lines)


def test_stopped(harbor: Fika) -> None:
    """What was stopped is not resumed."""
    ran = chat(harbor, "let's qualify Umberfield", "stop", "resume")

    assert "Stopped. What you said about Umberfield is kept." in ran.lines
    assert "No interview is under way. Start one: let us qualify Acme." in ran.lines


def test_two_sources(harbor: Fika) -> None:
    """What another source contradicts is shown with both, and a number chooses."""
    ran = chat(harbor, "let's qualify Fogbarrel", "change headcount to 7777", "does it fit?", "2")

    assert 2 == sum("Which one holds?" in line for line in ran.lines)
    assert any("7,777" in line and " said " in line for line in ran.lines)


def test_a_framework_to_its_end(harbor: Fika) -> None:
    """Where the verdict stands, the framework's state is told with it; its items are asked with their names."""
    ran = chat(harbor, "qualify Umberfield with BANT", "public sector", "go on", *["skip"] * 30)

    assert any(line.startswith("BANT: ") for line in ran.lines)
    assert any(line.startswith("BANT, ") for line in ran.lines)


class TestNotes:
    """Notes in a talk."""

    def test_taken(self, harbor: Fika) -> None:
        """What was read is numbered; the next message says which hold."""
        ran = chat(harbor, "notes for Umberfield: they have 120 people. They are on AWS.", "1")

        assert "Read for Umberfield: 2 values. They count once confirmed." in ran.lines
        assert "Which hold? Type all, some as 1,3, or none." in ran.lines
        assert any(line.startswith("Noted for Umberfield: Employees: 120") for line in ran.lines)
        assert "Dropped: Cloud infrastructure: AWS." in ran.lines

    def test_pasted_line_by_line(self, harbor: Fika) -> None:
        """Announced notes go on until an empty line; in an interview its question goes on standing."""
        ran = chat(
            harbor, "let's qualify Umberfield", "paste notes", "they have 120 people", "they are on AWS", "", "all"
        )

        assert "Paste the notes; an empty line ends them.\n" == ran.err
        assert any(line.startswith("Noted for Umberfield: Employees: 120") for line in ran.lines)
        assert "The question stands: What does Umberfield sell, and to whom?" == ran.lines[-2]

    def test_none(self, harbor: Fika) -> None:
        """None drops them all; notes of nothing are nothing."""
        ran = chat(harbor, "paste notes for Umberfield:", "they have 120 people", "", "none", "paste notes", "", "")

        assert "Dropped: Employees: 120 people." in ran.lines
        assert "Noted for Umberfield" not in ran.out

    def test_something_else(self, harbor: Fika) -> None:
        """Another message is answered, and the notes wait where they are."""
        ran = chat(harbor, "notes for Umberfield: they have 120 people", "does it fit?", "1")

        assert "Noted for Umberfield" not in ran.out
        assert any(line.startswith("Umberfield: still open") for line in ran.lines)

    def test_asked_once(self, harbor: Fika) -> None:
        """A single question says how to confirm them."""
        harbor("accounts", "add", "Umberfield")
        ran = harbor("ask", *DAY, "notes for Umberfield: they have 120 people")

        assert any("fika notes Umberfield --confirm all" in line for line in ran.lines)

    def test_nothing_read(self, harbor: Fika) -> None:
        """Where nothing was read, nothing is asked."""
        ran = chat(harbor, "notes for Umberfield: it was a nice call", "all")

        assert "Which hold?" not in ran.out
