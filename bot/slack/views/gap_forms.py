"""Gap forms: whom a gap is given to, and why it is closed or reopened."""

from bot.core.gap import Gap, GapStatus
from bot.slack.ids import Form
from bot.slack.mrkdwn import bold, is_user, words
from bot.slack.values import GapMoveForm
from bot.slack.views.elements import (
    Json,
    input_block,
    modal,
    option,
    plain_text,
    section,
    select,
    text_input,
)

OWNER, ENDS, REASON = "owner", "ends", "reason"
"""The blocks of the forms; the action in each is VALUE."""
VALUE = "value"
LONGEST_REASON = 500
_ENDS = {GapStatus.FILLED: "It is filled", GapStatus.WONT: "It will not be filled"}


def assign_form(form: GapMoveForm, gap: Gap) -> Json:
    """The form that asks whom a gap is given to."""
    menu: Json = {"type": "users_select", "action_id": VALUE, "placeholder": plain_text("Choose a person", 150)}
    if gap.owner is not None and is_user(gap.owner):
        menu["initial_user"] = gap.owner
    hint = "I tell them, with who gave it to them. Left empty, nobody sees to it."
    field = input_block(OWNER, "Who sees to it?", menu, hint)
    return modal(Form.GAP_ASSIGN.value, "Assign a gap", "Assign", form, [_about(gap), field])


def close_form(form: GapMoveForm, gap: Gap) -> Json:
    """The form that asks why a gap is closed."""
    entries = [option(label, status.value) for status, label in _ENDS.items()]
    fields = [
        input_block(ENDS, "What became of it?", select(VALUE, "Choose one", entries, entries[0]), optional=False),
        input_block(
            REASON,
            "Why?",
            text_input(VALUE, longest=LONGEST_REASON, lines=True),
            "What fills it, with a link if there is one; or why nobody will.",
            optional=False,
        ),
    ]
    return modal(Form.GAP_CLOSE.value, "Close a gap", "Close it", form, [_about(gap), *fields])


def reopen_form(form: GapMoveForm, gap: Gap) -> Json:
    """The form that asks what is still missing."""
    why = text_input(VALUE, longest=LONGEST_REASON, lines=True)
    field = input_block(REASON, "What is still missing?", why, "May be left empty.")
    return modal(Form.GAP_REOPEN.value, "Reopen a gap", "Reopen it", form, [_about(gap), field])


def _about(gap: Gap) -> Json:
    return section(f"{bold(f'#{gap.id}')} {words(gap.what, 300)}")
