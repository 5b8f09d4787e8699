"""Pick: which account was meant, to choose with one click; no name leads nowhere."""

from collections import Counter
from collections.abc import Sequence

from bot.core.errors import AccountRefused
from bot.core.naming import clean_name
from bot.flows.accounts import choice
from bot.ports import KnownName
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, flat, words
from bot.slack.values import NewName, OnAccount, Picked, Value
from bot.slack.views.elements import OPTIONS, Json, actions, button, context, listing, message, option, section, select
from bot.slack.views.frame import Frame
from bot.slack.views.reasons import NAME

MOST_BUTTONS = 5
_SAID = 100


def choose_message(said: str, choices: Sequence[KnownName], frame: Frame) -> Message:
    """Several accounts answer to a name."""
    first = f"{bold(f'Which {words(said, _SAID)}?')} {len(choices)} accounts answer to that."
    return message("choose", f"{first}\n{_lines(choices)}", [section(first), *_choices(choices, frame), _note(choices)])


def not_found_message(said: str, nearest: Sequence[KnownName], frame: Frame) -> Message:
    """No account answers to a name: the nearest, and the way to add it."""
    first = bold(f"There is no account called “{words(said, _SAID)}”.")
    near = "Did you mean one of these?" if nearest else "Nothing is called anything like it."
    blocks: list[Json] = [section(f"{first}\n{near}"), *_choices(nearest, frame)]
    if (name := addable(said)) is not None:
        add = button(f"Add {flat(name, 40)}", Act.ADD, NewName(name=name, delivery=frame.delivery), style="primary")
        blocks.append(actions(add, button("Find another", Act.FIND)))
    else:
        blocks.append(actions(button("Find another", Act.FIND)))
    return message("not-found", f"{first} {near}\n{_lines(nearest)}".strip(), blocks)


def addable(said: str) -> str | None:
    """What somebody called an account as a name that it can bear; None where it cannot."""
    try:
        return clean_name(said.strip().strip("\"'.!?"))
    except AccountRefused:
        return None


def _lines(choices: Sequence[KnownName]) -> str:
    return listing([f"{number}. {words(label)}" for number, label in enumerate(_labels(choices), 1)])


def _labels(choices: Sequence[KnownName]) -> list[str]:
    """Names; with what tells one from another only where they are called the same."""
    called = Counter(_called(each) for each in choices)
    return [_label(each) if called[_called(each)] > 1 else _called(each) for each in choices]


def _called(named: KnownName) -> str:
    """A name, and what the account is called now where that is another."""
    alias = f" (now {flat(named.main, 40)})" if named.main != named.name else ""
    return f"{flat(named.name, NAME)}{alias}"


def _label(named: KnownName) -> str:
    """A name with what tells it from others, however long it is."""
    if len(named.name) <= NAME and len(named.main) <= NAME:
        return choice(named)
    return f"{_called(named)} (#{named.account_id})"


def _choices(choices: Sequence[KnownName], frame: Frame) -> list[Json]:
    if not choices:
        return []
    if len(choices) <= MOST_BUTTONS:
        numbered = enumerate(zip(choices, _labels(choices), strict=True), 1)
        return [_row(f"{number}. {label}", each, frame) for number, (each, label) in numbered]
    # A menu carries one value only: which account, and for which message it was asked.
    entries = [option(_menu_label(each), _value(each, frame).encoded()) for each in _distinct(choices)]
    menu = select(_act(frame).value, "Choose an account", entries)
    return [section("Choose one:", menu)]


def _distinct(choices: Sequence[KnownName]) -> list[KnownName]:
    """One name of each account, as many as a menu takes: two entries of a menu must not carry the same."""
    return list({each.account_id: each for each in reversed(choices)}.values())[::-1][:OPTIONS]


def _menu_label(named: KnownName) -> str:
    return f"#{named.account_id} {named.name}"


def _row(label: str, named: KnownName, frame: Frame) -> Json:
    pick = button("Choose", _act(frame), _value(named, frame), label=f"Choose {flat(label, 60)}")
    return section(words(label), pick)


def _act(frame: Frame) -> Act:
    """What a choice asks for: to answer the message that left it open, or the fit where there is none."""
    return Act.FIT if frame.delivery is None else Act.PICK


def _value(named: KnownName, frame: Frame) -> Value:
    if frame.delivery is None:
        return OnAccount(account=named.account_id)
    return Picked(account=named.account_id, delivery=frame.delivery)


def _note(choices: Sequence[KnownName]) -> Json:
    more = len(choices) - OPTIONS
    return context(f"And {more} more: say more of the name." if more > 0 else "Or say more of the name.")


def taken_for_text(named: KnownName) -> str:
    """Which account was taken for a name that is not exactly its own."""
    return f"I took that for {words(_called(named))}."


def taken_as_text(understood: str) -> str:
    """What a language model took a message for."""
    return f"Read by the language model as {words(understood)}."
