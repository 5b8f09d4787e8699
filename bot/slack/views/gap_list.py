"""Gap list: gaps one page at a time, each with a menu of what can be done with it."""

from collections.abc import Iterator, Sequence

from bot.core.gap import Gap
from bot.core.wording import counted
from bot.flows.gap_list import GapOrder
from bot.flows.gap_page import GapPage
from bot.ports import KnownName
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, flat, words
from bot.slack.values import GapDoes, GapList, OnGap
from bot.slack.views.elements import Json, actions, button, context, listing, message, option, section
from bot.slack.views.gap_text import gap_title, valued_row
from bot.slack.views.reasons import NAME

_ORDERS = {
    GapOrder.WORTH: "the most worth filling first",
    GapOrder.ACCOUNT: "by account",
    GapOrder.DATE: "the latest first",
}
_LABELS = {
    GapDoes.SHOW: "Show",
    GapDoes.TAKE: "I see to it",
    GapDoes.ASSIGN: "Assign…",
    GapDoes.CLOSE: "Close…",
    GapDoes.REOPEN: "Reopen…",
}
_MOST_CHOICES = 8
_EXAMPLE = "Say for example: log a gap: no case study for hospitals."


def gap_list_message(page: GapPage, wanted: GapList, viewer: str) -> Message:
    """A page of gaps.

    Args:
        page: the page.
        wanted: which gaps it is a page of.
        viewer: who looks at it.
    """
    if not page.gaps:
        return _nothing(page, wanted)
    first = f"{bold(_title(page, wanted))}: {_range(page)}, {_ORDERS[wanted.order]}"
    rows = list(_rows(page, wanted, viewer))
    lines = [f"• {gap_title(valued.gap, 120)}" for valued in page.gaps]
    return message("gaps", listing([first, *lines], 20), [section(first), *rows, _ways(page, wanted)])


def gap_menu(gap: Gap) -> Json:
    """The menu of what can be done with a gap."""
    does = _DONE_OPEN if gap.is_open else _DONE_CLOSED
    entries = [option(_LABELS[each], OnGap(gap=gap.id, does=each).encoded()) for each in does]
    return {"type": "overflow", "action_id": Act.GAP_MENU.value, "options": entries}


_DONE_OPEN = (GapDoes.SHOW, GapDoes.TAKE, GapDoes.ASSIGN, GapDoes.CLOSE)
_DONE_CLOSED = (GapDoes.SHOW, GapDoes.REOPEN)


def which_account_message(said: str, choices: Sequence[KnownName], wanted: GapList) -> Message:
    """Several accounts answer to the name whose gaps are wanted, or none but others like it.

    Args:
        said: the name.
        choices: the accounts that may be meant.
        wanted: what is wanted of the one that is meant.
    """
    first = bold(f"Whose gaps do you mean by “{words(said, 100)}”?")
    some = list({each.account_id: each for each in reversed(choices)}.values())[::-1][:_MOST_CHOICES]
    if not some:
        text = f"{bold(f'There is no account called “{words(said, 100)}”.')} {_EXAMPLE}"
        return message("gaps-none", text, [section(text), actions(_all(), _log())])
    rows = [_choice(each, wanted) for each in some]
    names = [f"• {words(each.main, NAME)} (#{each.account_id})" for each in some]
    return message("gaps-which", listing([first, *names], 20), [section(first), *rows])


def _choice(named: KnownName, wanted: GapList) -> Json:
    chosen = wanted.model_copy(update={"account": named.account_id})
    apart = f", {named.external_id}" if named.external_id else ""
    label = f"{flat(named.main, NAME)} (#{named.account_id}{apart})"
    return section(words(label), button("Choose", Act.GAPS, chosen, label=f"Choose {flat(label, 60)}"))


def _title(page: GapPage, wanted: GapList) -> str:
    at = f" at {words(page.account, NAME)}" if page.account is not None else ""
    whose = ["Your"] if wanted.mine else ["All"] if not at else []
    which = " ".join([*whose, *(["closed"] if wanted.closed else []), "gaps"])
    return f"{which[0].upper()}{which[1:]}{at}"


def _range(page: GapPage) -> str:
    if page.start == 0 and not page.more:
        return str(page.total)
    return f"{page.start + 1} to {page.end} of {page.total}"


def _rows(page: GapPage, wanted: GapList, viewer: str) -> Iterator[Json]:
    before: int | None = -1
    for valued in page.gaps:
        if wanted.order is GapOrder.ACCOUNT and valued.gap.account_id != before:
            yield context(bold(words(valued.account, NAME)) if valued.account else "At no account")
        before = valued.gap.account_id
        yield section(valued_row(valued, viewer), gap_menu(valued.gap))


def _ways(page: GapPage, wanted: GapList) -> Json:
    more = [button(f"Show {min(page.more, 8)} more", Act.GAPS_MORE, _from(wanted, page.end), style="primary")]
    other = _all() if wanted.mine or wanted.account is not None else _mine()
    by = GapOrder.WORTH if wanted.order is GapOrder.ACCOUNT else GapOrder.ACCOUNT
    sorted_by = wanted.model_copy(update={"order": by, "start": 0})
    turn = [button(f"By {by.value}", Act.GAPS_ORDER, sorted_by)] if page.account is None and page.total > 1 else []
    return actions(*(more if page.more else []), other, *turn, _map(), _log())


def _from(wanted: GapList, start: int) -> GapList:
    return wanted.model_copy(update={"start": start})


def _nothing(page: GapPage, wanted: GapList) -> Message:
    if page.start:
        text = f"That was all: {counted(page.total, 'gap')}."
        return message("gaps-end", text, [section(text), actions(_all(), _log())])
    which = "closed" if wanted.closed else "open"
    if page.account is not None:
        text = f"There is no {which} gap at {words(page.account, NAME)}. {_EXAMPLE}"
    elif wanted.mine and not wanted.closed:
        text = f"You have not logged a gap that is still open, and see to none. {_EXAMPLE}"
    else:
        text = f"There is no {which} gap{' of yours' if wanted.mine else ''}. {_EXAMPLE}"
    others = [_all()] if wanted.mine or page.account is not None else []
    return message("gaps-none", text, [section(text), actions(*others, _log())])


def _all() -> Json:
    return button("All gaps", Act.GAPS, GapList())


def _mine() -> Json:
    return button("Your gaps", Act.GAPS, GapList(mine=True))


def _map() -> Json:
    return button("Map", Act.GAP_MAP, label="Map of where content is missing")


def _log() -> Json:
    return button("Log a gap", Act.GAP)
