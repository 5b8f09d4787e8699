"""Home: what waits for a person, what they asked lately and what they have, and the first run of a workspace."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.gap import Gap
from bot.core.interview import Interview
from bot.core.pack import Pack
from bot.core.wording import counted
from bot.flows.fit import FitAnswer
from bot.slack.ids import Act
from bot.slack.mrkdwn import bold, words
from bot.slack.values import GapList
from bot.slack.views.account import account_row
from bot.slack.views.elements import (
    VIEW_BLOCKS,
    Json,
    actions,
    button,
    confirm,
    context,
    divider,
    header,
    numbered,
    section,
)
from bot.slack.views.gap_list import gap_menu
from bot.slack.views.gap_text import gap_row
from bot.slack.views.help import help_blocks, look_around
from bot.slack.views.interview import under_way_row

_MOST_ROWS = 10
_MOST_GAPS = 8
_MOST_UNDER_WAY = 8


@dataclass(frozen=True, slots=True)
class Home:
    """What a person's Home tab shows."""

    pack: Pack
    draft: bool
    recent: tuple[FitAnswer, ...]
    """The accounts the person asked about, the latest first."""
    mine: tuple[FitAnswer, ...]
    """The accounts the person added or gave answers about."""
    gaps: tuple[Gap, ...]
    """The open gaps that the person logged or sees to."""
    accounts: int
    """How many accounts the workspace has."""
    claimed: bool
    """Whether somebody has set Fika up in this workspace."""
    admin: bool
    """Whether the person may change the settings."""
    under_way: tuple[tuple[Interview, str], ...] = ()
    """The interviews that the person may go on with, each with its account's name, the latest first."""
    viewer: str = ""
    """Whose Home it is."""


def home_view(home: Home) -> Json:
    """A person's Home tab."""
    blocks = list(_greeting(home) if home.claimed else _first_run())
    if not home.claimed and (home.recent or home.mine):
        blocks.append(look_around())
    if home.claimed or home.recent or home.mine or home.gaps or home.under_way:
        blocks += _under_way(home.under_way)
        blocks += _rows("Your recent checks", home.recent)
        recent = {each.account.id for each in home.recent}
        blocks += _rows("Your accounts", [each for each in home.mine if each.account.id not in recent])
        blocks += _gaps(home.gaps, home.viewer)
    blocks += [divider(), header("What you can do"), *help_blocks_without_buttons(home.pack), *_settings(home)]
    status = "draft of version" if home.draft else "version"
    blocks.append(context(f"{words(home.pack.title)}, {status} {home.pack.version}. Computed by rules."))
    return {"type": "home", "callback_id": "home", "blocks": list(numbered("home", blocks[:VIEW_BLOCKS]))}


def help_blocks_without_buttons(pack: Pack) -> list[Json]:
    """The examples; on this tab the buttons stand at the top."""
    return [block for block in help_blocks(pack) if block["type"] != "actions"]


def _first_run() -> Iterator[Json]:
    yield header("Welcome to Fika")
    yield section(
        "Fika says whether an account fits whom you sell to, and why, point by point. It asks the question that tells "
        "the most, and keeps what you found out.\n"
        f"{bold('Nobody has set it up here yet.')} Whoever does becomes its first admin and may choose the pack."
    )
    yield actions(button("Set Fika up", Act.CLAIM, style="primary"))


def _greeting(home: Home) -> Iterator[Json]:
    yield header("Does it fit?")
    if home.recent or home.mine:
        text = f"{counted(home.accounts, 'account')} in this workspace. Go on where you left off, or check another."
    elif home.accounts:
        text = f"{counted(home.accounts, 'account')} in this workspace. Check one: what you asked is kept here."
    else:
        text = "There are no accounts yet. Check one by its name, and add it."
    yield section(text)
    yield look_around()


def _rows(title: str, answers: Sequence[FitAnswer]) -> list[Json]:
    if not answers:
        return []
    more = len(answers) - _MOST_ROWS
    rest = [context(f"And {more} more.")] if more > 0 else []
    return [divider(), header(title), *map(account_row, answers[:_MOST_ROWS]), *rest]


def _under_way(interviews: Sequence[tuple[Interview, str]]) -> list[Json]:
    if not interviews:
        return []
    rows = [under_way_row(interview, name) for interview, name in interviews[:_MOST_UNDER_WAY]]
    return [divider(), header("Questions under way"), *rows]


def _gaps(gaps: Sequence[Gap], viewer: str) -> list[Json]:
    rows = [section(gap_row(gap, viewer), gap_menu(gap)) for gap in gaps[:_MOST_GAPS]]
    if not rows:
        rows = [section("You have logged no gap that is still open, and see to none.")]
    map_ = button("Map", Act.GAP_MAP, label="Map of where content is missing")
    ways = actions(button("All gaps", Act.GAPS, GapList()), map_, button("Log a gap", Act.GAP))
    return [divider(), header("Your gaps"), *rows, ways]


def _settings(home: Home) -> list[Json]:
    forget = button(
        "Delete my data",
        Act.FORGET_ME,
        confirm=confirm(
            "Delete your data?",
            "Your conversations, recent questions and feedback are deleted for good. Answers and gaps stay with the "
            "team, without your name.",
            "Delete it",
        )
        | {"style": "danger"},
    )
    change = [button("Change settings", Act.SETTINGS)] if home.admin else []
    return [divider(), actions(*change, forget)]
