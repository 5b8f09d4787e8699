"""A model adds values that the rules did not find in notes, each held against its own words."""

from pathlib import Path

import pytest

from bot.core.draft import ValueDraft
from bot.core.proposal_notes import Findings, Notes, Stated, Untold
from bot.flows.desk import Desk
from bot.flows.notes import Proposed, propose
from bot.flows.notes_model import with_model
from bot.flows.route import lexicon_for
from bot.ports.model import Failure, Job
from tests.flows.modelled import desk_with, filled, harbor
from tests.llm.scripted import ScriptedModel
from tests.small import NOW

NOTES = "Head count situation over there 140 employees kinda.\n\nBudget: approved."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where notes are pasted."""
    return desk_with(filled(tmp_path))


def account(desk: Desk) -> int:
    """An account of which little is known."""
    with desk.begin(writes=True) as work:
        added = work.accounts.add("Zorbulon")
        work.commit()
    return added.id


def proposed(desk: Desk, *said: tuple[ValueDraft, ...] | Failure, notes: str = NOTES) -> Proposed:
    """What is proposed where a model says that."""
    return propose(notes, account(desk), desk_with(desk.ports, ScriptedModel(*said)))


def values(found: Proposed) -> dict[str, object]:
    """The proposals by trait."""
    return {each.proposal.trait: each.proposal.value for each in found.offers}


def test_a_model_is_asked_about_what_the_rules_did_not_read(desk: Desk) -> None:
    """Of a trait that they read it says nothing, whatever it says."""
    model = ScriptedModel((ValueDraft(trait="budget", value="no", quote="approved"),))
    found = propose(NOTES, account(desk), desk_with(desk.ports, model))

    [asked] = model.asked
    assert Job.READ_NOTES == asked.job
    assert "budget" not in {hint.id for hint in asked.traits}
    assert values(propose(NOTES, account(desk), desk)) == values(found)


@pytest.mark.parametrize(
    "lie",
    [
        ValueDraft(trait="technology", value="high", quote="they said so"),
        ValueDraft(trait="technology", value="high", quote="140 employees"),
        ValueDraft(trait="gone", value=140, quote="140 employees"),
        ValueDraft(trait="committee", value=140, quote=""),
    ],
)
def test_what_its_quote_does_not_say_is_dropped(desk: Desk, lie: ValueDraft) -> None:
    """A quote that is not there, a value that it does not hold, a trait that there is not."""
    assert values(propose(NOTES, account(desk), desk)) == values(proposed(desk, (lie,)))


@pytest.mark.parametrize("failure", [Failure.TIMEOUT, Failure.MALFORMED])
def test_a_model_that_fails_leaves_what_the_rules_found(desk: Desk, failure: Failure) -> None:
    """Nobody waits for it or sees anything of it."""
    assert values(propose(NOTES, account(desk), desk)) == values(proposed(desk, failure))


def test_nothing_of_a_model_counts_before_somebody_confirms_it(desk: Desk) -> None:
    """Whatever it says, the answers stay as they are."""
    found = proposed(desk, (ValueDraft(trait="employees", value=140, quote="140 employees"),))
    assert () == desk.account(found.account.id).answers


def notes_of(text: str) -> Notes:
    """Notes about an account."""
    return Notes(text, 1, "Acme", (), lexicon_for(harbor()))


def test_what_a_model_adds_takes_the_place_of_what_was_not_read(desk: Desk) -> None:
    """The value comes with a doubt; other words that nobody could read are told all the same."""
    notes = notes_of("They have 120 employees. Who knows.")
    unread = (Untold("120 employees", "so"), Untold("Who knows", "so"))
    model = ScriptedModel((ValueDraft(trait="employees", value=120, quote="120 employees"),))
    found = with_model(Findings((), unread), notes, desk_with(desk.ports, model))

    [stated] = found.stated
    assert ("employees", 120, True) == (stated.trait, stated.value, bool(stated.doubt))
    assert ["Who knows"] == [each.quote for each in found.untold]


def test_where_nothing_is_left_no_model_is_asked(desk: Desk) -> None:
    """The rules read every trait."""
    model = ScriptedModel()
    whole = Findings(tuple(Stated(trait.id, 1, "x") for trait in harbor().traits))
    assert whole == with_model(whole, notes_of("x"), desk_with(desk.ports, model))
    assert () == model.asked


def test_without_a_model_the_rules_are_left(desk: Desk) -> None:
    """What they found, and nothing else."""
    assert Findings() == with_model(Findings(), notes_of("They have 120 employees."), desk)


def test_a_lie_leaves_what_the_rules_found(desk: Desk) -> None:
    """And is counted as dropped."""
    model = ScriptedModel((ValueDraft(trait="employees", value=9, quote="120 employees"),))
    there = desk_with(desk.ports, model)
    assert Findings() == with_model(Findings(), notes_of("They have 120 employees."), there)
    with desk.begin(writes=False) as work:
        assert ["dropped"] == [call.outcome for call in work.model_calls.since(NOW)]
