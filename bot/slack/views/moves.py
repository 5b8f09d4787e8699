"""Moves: the buttons under an answer about an account, the best next one first and alone in its colour, a menu last.

Where nothing can make an account worth working on, the best next one is another account.
"""

from bot.core.fit import FitReport
from bot.core.verdict import Action
from bot.flows.fit import FitAnswer
from bot.slack.ids import Act
from bot.slack.values import More, OnAccount, OnMore, Opinion
from bot.slack.views.elements import Json, actions, button, confirm, option


def moves(answer: FitAnswer, *without: Act) -> Json:
    """What can be done about an account.

    Args:
        answer: the report on it.
        without: what makes no sense here, as what was just done.
    """
    on = OnAccount(account=answer.account.id)
    ask = button("Ask the questions", Act.DISCOVER, on)
    brief = button("Brief me", Act.BRIEF, on)
    why = button("Show why", Act.WHY, on)
    asking = [ask] if answer.report.questions else []
    dropped = answer.report.action is Action.DROP
    buttons = [
        *([button("Check another account", Act.FIND), why, brief] if dropped else [*asking, brief, why]),
        button("Log a gap", Act.GAP, on),
        button("Edit answers", Act.EDIT, on),
        button("Share to channel", Act.SHARE, on, confirm=sharing("the verdict and the reasons")),
    ]
    left = [each for each in buttons if each["action_id"] not in without]
    return actions({**left[0], "style": "primary"}, *left[1:], _more(answer))


def _more(answer: FitAnswer) -> Json:
    """The menu behind the buttons, so that few of them stand on a phone."""
    does = [each for each in More if each is not More.FILL_IN or answer.report.questions]
    entries = [option(_MORE[each], OnMore(account=answer.account.id, does=each).encoded()) for each in does]
    return {"type": "overflow", "action_id": Act.MORE.value, "options": entries}


_MORE = {
    More.FILL_IN: "Fill in several at once",
    More.NOTES: "Paste notes",
    More.GAPS: "Show its gaps",
}


def sharing(seen: str) -> Json:
    """What is asked before something is shared with a channel.

    Args:
        seen: what everybody there will see.
    """
    text = f"Everybody there will see {seen}. Quotes, and who said what, stay private."
    return confirm("Share with a channel?", text, "Choose the channel")


def next_sentence(report: FitReport) -> str:
    """What to do where the answers that are left cannot change it."""
    return _NEXT[report.action] if report.action else ""


_NEXT = {
    Action.WORK: "Get ready for the call.",
    Action.NURTURE: "Keep in touch, and come back when something changes.",
    Action.DROP: "Spend your time on another account.",
}


def opinions(answer: FitAnswer) -> Json:
    """Whether the answer helped."""

    def opinion(text: str, *, helpful: bool) -> Json:
        value = Opinion(account=answer.account.id, receipt=answer.report.receipt, helpful=helpful)
        return {
            "text": {"type": "plain_text", "text": text},
            "accessibility_label": f"This answer was {text.casefold()}",
            "value": value.encoded(),
        }

    element = {
        "type": "feedback_buttons",
        "action_id": Act.FEEDBACK.value,
        "positive_button": opinion("Helpful", helpful=True),
        "negative_button": opinion("Not helpful", helpful=False),
    }
    return {"type": "context_actions", "elements": [element]}
