"""What was read from notes, in Slack: within its limits, pinging nobody, one box for each value."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.account import Account
from bot.core.proposal import Proposal
from bot.core.proposal_notes import Stated, Untold
from bot.core.proposal_offer import Known, offers
from bot.flows.accounts import add_account
from bot.flows.notes import MOST, Confirmed, Proposed, confirm, propose
from bot.slack.values import NotesForm
from bot.slack.views.frame import Frame
from bot.slack.views.notes_proposed import (
    again_message,
    notes_form,
    nothing_ticked_message,
    proposed_message,
    settled_message,
)
from tests.flows.test_notes import TEXT, desk_of, ids_of
from tests.slack.views.kit import HOSTILE, LONG, elements_of, naughty, situations, texts, wrong_with, wrong_with_view
from tests.small import NOW, SCOPE, TODAY, ports_at

WORDS = (st.sampled_from(HOSTILE) | st.sampled_from(naughty())).filter(lambda text: bool(text.strip()))


def frame_of(tmp_path: Path, who: str = "ann") -> Frame:
    """What a view knows of the small pack."""
    return Frame(desk_of(ports_at(tmp_path)).scorer, TODAY, draft=False, delivery=7, viewer=who)


def proposals(said: Sequence[tuple[str, Any, str]], note: str | None = None) -> list[Proposal]:
    """Proposals of the same notes."""
    return [
        Proposal(
            id=number, batch=1, account_id=12, trait=trait, value=value, quote=quote, note=note, person="ann", at=NOW
        )
        for number, (trait, value, quote) in enumerate(said, 1)
    ]


@settings(deadline=None, max_examples=40)
@given(situation=situations(), data=st.data())
def test_any_notes_can_be_shown(situation: tuple[Frame, Any], data: st.DataObject) -> None:
    """Whatever accounts, packs and quotes say, Slack takes every message, and it calls nobody."""
    frame, answer = situation
    known = Known(frame.pack, frame.card.partitions, answer.standings)
    said = [
        (each.trait, each.value, data.draw(WORDS))
        for each in (*answer.account.answers, *answer.account.answers)
        if each.value is not None
    ]
    made = proposals(said[:MOST], data.draw(st.none() | WORDS))
    stated = tuple(Stated(trait, value, quote) for trait, value, quote in said)
    untold = tuple(Untold(quote, quote) for _, _, quote in said)
    for batch in (made[0].batch if made else None, None):
        shown = proposed_message(Proposed(answer.account, batch, tuple(offers(made, known)), stated, untold), frame)
        assert [] == wrong_with(shown)
    done = Confirmed(answer.account, 1, None, tuple(made), tuple(made), ("<!channel>", NOW))
    assert [] == wrong_with(settled_message(done, frame))
    assert [] == wrong_with(again_message(done))
    assert [] == wrong_with(nothing_ticked_message(done))


@pytest.mark.parametrize("name", [*HOSTILE, "Acme"])
def test_the_form_fits(name: str) -> None:
    """A modal with one field, whatever the account is called."""
    assert [] == wrong_with_view(notes_form(NotesForm(account=12), name))


def test_as_many_as_are_kept_fit_a_message(tmp_path: Path) -> None:
    """The longest quotes and all the boxes are in one message, each box with its own value."""
    frame = frame_of(tmp_path)
    made = proposals([("employees", number, LONG) for number in range(MOST)], LONG)
    account = Account(id=12, name=LONG[:200])
    known = Known(frame.pack, frame.card.partitions, frame.scorer.standings(account, TODAY))
    untold = tuple(Untold(LONG, LONG) for _ in range(30))
    shown = proposed_message(Proposed(account, 1, tuple(offers(made, known)), (), untold), frame)

    assert [] == wrong_with(shown)
    boxes = elements_of(list(shown.blocks), "tick")
    assert [str(each.id) for each in made] == [box["options"][0]["value"] for box in boxes]
    assert [] == [box for box in boxes if "initial_options" in box]


def test_everything_is_said(tmp_path: Path) -> None:
    """Value, quote, what is known, what was not read; then what was confirmed and what was dropped."""
    ports = ports_at(tmp_path)
    desk, frame = desk_of(ports), frame_of(tmp_path, "bob")
    account = add_account(ports, SCOPE, "Acme")
    first = propose("120 people", account.id, desk)
    confirm(first.batch or 0, ids_of(first), desk)
    proposed = propose(f"{TEXT}\n900 people", account.id, desk)
    said = texts(proposed_message(proposed, frame))

    for each in ("“budget approved”", "Contradicts what is known: 120 (ann, 2026-11-01).", "Known already", "Not read"):
        assert each in said
    done = confirm(proposed.batch or 0, ids_of(proposed, "budget"), desk)
    put_away = texts(settled_message(done, frame))
    assert "1 value confirmed" in put_away
    assert "Dropped:" in put_away
    assert "• Stack: at least snowflake" in put_away
    again = confirm(proposed.batch or 0, (), desk)
    assert "settled by ann on 2026-11-01 already" in texts(again_message(again))
    assert "settled already" in texts(again_message(done))
    nothing = propose("nice weather", account.id, desk)
    assert "no value that I could take" in texts(proposed_message(nothing, frame))
    same = propose("budget approved", account.id, desk)
    assert "nothing that is new" in texts(proposed_message(same, frame))


def test_a_trait_without_a_label_is_its_id(tmp_path: Path) -> None:
    """What the pack does not know any more is named all the same."""
    made = proposals([("gone", 7, "seven")])
    done = Confirmed(Account(id=12, name="Acme"), 1, None, (), tuple(made))

    assert "does not know it any more:\n• gone" in texts(settled_message(done, frame_of(tmp_path)))
