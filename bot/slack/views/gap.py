"""Gap: what turned out to be missing: the form that takes it, and the echo."""

from bot.core.gap import Gap, GapKind
from bot.core.gap_wording import voices_words
from bot.slack.ids import Form
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, link, words
from bot.slack.values import GapForm
from bot.slack.views.elements import Json, context, input_block, message, modal, option, section, select, text_input
from bot.slack.views.gap_card import gap_ways
from bot.slack.views.reasons import NAME

KIND, WHAT = "kind", "what"
"""The blocks of the form; the action in each is VALUE."""
VALUE = "value"
LONGEST_GAP = 1000
_QUOTE = 300
_METADATA = 3000


def gap_form(form: GapForm, account: str | None = None, kind: GapKind | None = None) -> Json:
    """The form to log a gap.

    Args:
        form: what it remembers.
        account: the name of the account that it is about.
        kind: what is missing, where that is known already.
    """
    entries = {each: option(each.label, each.value) for each in GapKind}
    about = f"At {bold(words(account, NAME))}." if account else "Log what discovery showed to be missing."
    quoted = [context(f"From the message: “{words(form.quote, _QUOTE)}”")] if form.quote else []
    fields = [
        input_block(
            KIND,
            "What is missing?",
            select(VALUE, "Choose one", list(entries.values()), entries[kind] if kind else None),
            optional=False,
        ),
        input_block(
            WHAT,
            "In your words",
            text_input(VALUE, initial=form.quote, longest=LONGEST_GAP, lines=True),
            "For example: no case study for banks in the evaluation stage.",
            optional=False,
        ),
    ]
    return modal(Form.GAP.value, "Log a gap", "Log it", _fitting(form), [section(about), *quoted, *fields])


def _fitting(form: GapForm) -> GapForm:
    """What the form remembers, with the quote cut as far as Slack needs it."""
    quote = form.quote
    while quote and len(form.model_copy(update={"quote": quote}).encoded()) > _METADATA:
        quote = quote[: len(quote) // 2]
    return form.model_copy(update={"quote": quote or None})


def gap_message(gap: Gap, account: str | None) -> Message:
    """That a gap was logged."""
    at = f" at {words(account, NAME)}" if account else ""
    text = f"{bold(f'Logged a gap{at}')}: {words(gap.what, 800)}"
    print_ = [f"Missing: {gap.kind.label}"]
    if len(gap.voices) > 1:
        print_.append(f"logged before, now {voices_words(gap)}")
    if gap.permalink:
        print_.append(link(gap.permalink, "the message"))
    return message("gap", text, [section(text), context(", ".join(print_)), gap_ways(gap)])


def gap_line(gap: Gap) -> str:
    """One gap in a list."""
    became = "" if gap.is_open else f", {gap.status.label}"
    return f"• {words(gap.what, 160)} ({gap.kind.label}, {gap.at:%Y-%m-%d}{became})"
