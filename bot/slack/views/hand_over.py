"""Hand over: the form that asks which colleague goes on with an interview."""

from bot.slack.ids import Form
from bot.slack.mrkdwn import bold, words
from bot.slack.values import HandOverForm
from bot.slack.views.elements import Json, input_block, modal, plain_text, section
from bot.slack.views.reasons import NAME

COLLEAGUE, FIELD = "colleague", "value"
"""The block of the form, and the action in it."""


def hand_over_form(form: HandOverForm, account: str) -> Json:
    """The form that asks for the colleague."""
    menu: Json = {"type": "users_select", "action_id": FIELD, "placeholder": plain_text("Choose a colleague", 150)}
    about = f"Who goes on with the questions about {bold(words(account, NAME))}?"
    field = input_block(COLLEAGUE, "Colleague", menu, "They get the question that stands now.", optional=False)
    return modal(Form.HAND_OVER.value, "Hand over", "Hand over", form, [section(about), field])
