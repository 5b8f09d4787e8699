"""Find: the form that asks for an account's name."""

from bot.slack.ids import Form
from bot.slack.values import FindForm
from bot.slack.views.elements import Json, input_block, modal, text_input

ACCOUNT = "account"
"""The block of the form; the action in it is VALUE."""
VALUE = "value"


def find_form(form: FindForm, said: str | None = None) -> Json:
    """The form that asks for an account's name.

    Args:
        form: what it remembers.
        said: what stands in the field at first.
    """
    name = text_input(VALUE, initial=said, placeholder="Acme", longest=200)
    field = input_block(ACCOUNT, "Account", name, "A name that is nearly right will do.", optional=False)
    return modal(Form.FIND.value, "Check an account", "Check fit", form, [field])
