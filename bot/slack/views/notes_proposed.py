"""Proposed: the form to paste notes, what was read from them with a box for each value, and what became of it."""

from collections.abc import Sequence

from bot.core.proposal import Proposal
from bot.core.proposal_notes import Stated, Untold
from bot.core.proposal_offer import Mark, Offer, known_label, offer_words
from bot.core.wording import counted, listed, value_words
from bot.flows.notes import Confirmed, Proposed
from bot.slack.ids import Act, Form
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, is_user, person, words
from bot.slack.values import NotesForm, OnAccount, OnBatch
from bot.slack.views.elements import (
    Json,
    actions,
    button,
    confirm,
    context,
    input_block,
    listing,
    message,
    modal,
    option,
    section,
    text_input,
)
from bot.slack.views.frame import Frame
from bot.slack.views.reasons import LABEL, NAME, VALUE
from bot.slack.views.sources import source

NOTES, FIELD = "notes", "value"
"""The block of the form, and the action in it."""
LONGEST_FIELD = 3000
"""Characters that Slack lets a person type into a field."""
_QUOTE = 250
_NOTE = 300
_MOST_UNTOLD = 10
_SHOWN = 2


def notes_button(account_id: int) -> Json:
    """The way to the form."""
    return button("Paste notes", Act.NOTES, OnAccount(account=account_id))


def notes_form(form: NotesForm, account: str) -> Json:
    """The form to paste notes about an account."""
    about = f"What was said about {bold(words(account, NAME))}? I read it, and nothing counts until you confirm it."
    field = input_block(
        NOTES,
        "Call notes",
        text_input(FIELD, placeholder="120 people, on Snowflake ...", longest=LONGEST_FIELD, lines=True),
        "As you wrote them down. Longer notes go into a message to me: notes for NAME: ...",
        optional=False,
    )
    return modal(Form.NOTES.value, "Paste notes", "Read", form, [section(about), field])


def proposed_message(proposed: Proposed, frame: Frame) -> Message:
    """What was read from notes: each value with its words and a box, ticked where nothing speaks against it."""
    name = words(proposed.account.name, NAME)
    count = len(proposed.offers)
    first = f"{bold(f'Read for {name}')}: {_found(proposed)}"
    blocks: list[Json] = [section(first)]
    blocks += [_box(number, offer, frame) for number, offer in enumerate(proposed.offers, 1)]
    if proposed.known:
        blocks.append(section(listing([bold("Known already"), *(_known(each, frame) for each in proposed.known)], 20)))
    if proposed.untold:
        blocks.append(section(listing([bold("Not read"), *map(_untold, proposed.untold)], _MOST_UNTOLD + 1)))
    if proposed.batch is None:
        blocks.append(actions(notes_button(proposed.account.id)))
    else:
        blocks.append(_decide(proposed.account.id, proposed.batch, count))
    lines = [f"{number}. {words(offer_words(each, frame.pack.currency))}" for number, each in _numbered(proposed)]
    return message("proposed", "\n".join([first, *lines]), blocks)


def _numbered(proposed: Proposed) -> list[tuple[int, Offer]]:
    return list(enumerate(proposed.offers, 1))


def _found(proposed: Proposed) -> str:
    count = len(proposed.offers)
    if count:
        return f"{counted(count, 'value')}. Nothing counts until you confirm it."
    return "nothing that is new." if proposed.known else "no value that I could take. Nothing was written down."


def _box(number: int, offer: Offer, frame: Frame) -> Json:
    proposal = offer.proposal
    lines = [f"{bold(f'{number}. {words(offer.trait.label, LABEL)}')}: {_value(proposal, frame)}"]
    lines += [f"“{words(proposal.quote, _QUOTE)}”"] if proposal.quote else []
    lines += _beside(offer, frame)
    entry = option(f"Take {number}", str(proposal.id))
    box: Json = {"type": "checkboxes", "action_id": Act.TICK.value, "options": [entry]}
    return section("\n".join(lines), box | ({"initial_options": [entry]} if offer.ticked else {}))


def _beside(offer: Offer, frame: Frame) -> list[str]:
    """What has to be known before the box is ticked."""
    lines = ["The notes give several values: tick the one that holds."] if offer.mark is Mark.SEVERAL else []
    if offer.known:
        known = [
            f"{words(value_words(each.value, offer.trait, frame.pack.currency), VALUE)} "
            f"({source(each.source, frame.viewer)}{f', {each.on}' if each.on else ''})"
            for each in offer.known[:_SHOWN]
        ]
        lines.append(f"{known_label(offer)} {listed(known, 'and')}.")
    return lines + ([words(offer.proposal.note, _NOTE)] if offer.proposal.note else [])


def _value(said: Stated | Proposal, frame: Frame) -> str:
    trait = frame.pack.trait(said.trait)
    return words(value_words(said.value, trait, frame.pack.currency) if trait is not None else said.trait, VALUE)


def _named(said: Stated | Proposal, frame: Frame) -> str:
    trait = frame.pack.trait(said.trait)
    return f"{words(trait.label, LABEL)}: {_value(said, frame)}" if trait is not None else words(said.trait, LABEL)


def _known(stated: Stated, frame: Frame) -> str:
    return f"• {_named(stated, frame)}"


def _untold(untold: Untold) -> str:
    return f"• “{words(untold.quote, _QUOTE)}”: {words(untold.why, _NOTE)}"


def _decide(account: int, batch: int, count: int) -> Json:
    value = OnBatch(batch=batch)
    sure = confirm("Drop all?", f"Nothing of the {counted(count, 'value')} will be noted.", "Drop all")
    return actions(
        button("Confirm ticked", Act.CONFIRM_TICKED, value, style="primary"),
        button("Drop all", Act.DROP_PROPOSALS, value, confirm=sure),
        button("Paste notes", Act.NOTES, OnAccount(account=account), label="Paste other notes"),
    )


def settled_message(confirmed: Confirmed, frame: Frame) -> Message:
    """What stands where the boxes were, so that nobody confirms them twice by mistake."""
    text = "\n".join(_settled(confirmed, frame))
    return message(
        "notes-settled", text, [section(text), context("Paste the notes again to take something else of them.")]
    )


def _settled(confirmed: Confirmed, frame: Frame) -> list[str]:
    name = words(confirmed.account.name, NAME)
    noted = confirmed.recorded.noted if confirmed.recorded else ()
    lines = [f"{bold(f'Notes for {name}')}: {counted(len(noted), 'value')} confirmed."]
    lines += _list("Dropped", confirmed.dropped, frame)
    return lines + _list("Not noted, for the pack does not know it any more", confirmed.gone, frame)


def _list(title: str, proposals: Sequence[Proposal], frame: Frame) -> list[str]:
    return [listing([f"{title}:", *(f"• {_named(each, frame)}" for each in proposals)], 40)] if proposals else []


def again_message(confirmed: Confirmed) -> Message:
    """That proposals were settled before."""
    who, at = confirmed.again or (None, None)
    by = f" by {person(who) if is_user(who) else words(who, NAME)}" if who else ""
    on = f" on {at:%Y-%m-%d}" if at else ""
    text = f"Those values were settled{by}{on} already. Nothing was noted a second time."
    return message("again", text, [section(text)])


def nothing_ticked_message(confirmed: Confirmed) -> Message:
    """That everything was dropped."""
    text = f"Dropped. Nothing was noted for {words(confirmed.account.name, NAME)}."
    return message("dropped", text, [section(text)])
