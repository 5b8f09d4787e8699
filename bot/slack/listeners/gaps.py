"""Gaps: lists of them, a page at a time, one of them with all that was said and done, and the map of content gaps."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.naming import Found, Nobody
from bot.flows.accounts import find
from bot.flows.gap_list import GapFilter
from bot.flows.gap_page import gap_page, shown_gap
from bot.flows.gap_wish import GapWish
from bot.flows.heat import content_heat
from bot.slack.ids import Act
from bot.slack.payloads import Body, Click
from bot.slack.service import Service, Turn
from bot.slack.values import GapList
from bot.slack.views.gap_card import gap_card
from bot.slack.views.gap_list import gap_list_message, which_account_message
from bot.slack.views.gap_map import map_message, picture_note


def register(app: App, service: Service) -> None:
    """Listen to what is asked of gaps."""
    for act in (Act.GAPS, Act.GAPS_MORE, Act.GAPS_ORDER):
        app.action(act)(partial(gaps_asked, service))
    app.action(Act.GAP_MAP)(partial(map_asked, service))


def gaps_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Show the gaps that a button asks for."""
    click = Click.of(body)
    show_list(service, service.turn(click.user, click.place, context, click.at), click.carries(GapList))


def map_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Show where content is missing."""
    click = Click.of(body)
    show_map(service, service.turn(click.user, click.place, context, click.at))


def show_wish(service: Service, turn: Turn, wish: GapWish) -> None:
    """Show what somebody asks for in words."""
    if wish.heat:
        show_map(service, turn)
    elif wish.gap is not None:
        show_gap(service, turn, wish.gap)
    else:
        wanted = GapList(mine=wish.mine, order=wish.order, closed=wish.closed)
        if wish.account is None:
            show_list(service, turn, wanted)
        else:
            _at_account(service, turn, wish.account, wanted)


def _at_account(service: Service, turn: Turn, said: str, wanted: GapList) -> None:
    meant = find(turn.desk.ports, turn.desk.scope, said)
    if isinstance(meant, Found):
        show_list(service, turn, wanted.model_copy(update={"account": meant.named.account_id}))
        return
    choices = meant.nearest if isinstance(meant, Nobody) else meant.choices
    service.say(turn, which_account_message(said, choices, wanted))


def show_list(service: Service, turn: Turn, wanted: GapList) -> None:
    """Show a page of gaps."""
    which = GapFilter(turn.desk.person if wanted.mine else None, wanted.account)
    page = gap_page(turn.desk, which, wanted.order, wanted.start, closed=wanted.closed)
    service.say(turn, gap_list_message(page, wanted, turn.desk.person))


def show_gap(service: Service, turn: Turn, gap_id: int) -> None:
    """Show one gap."""
    service.say(turn, gap_card(shown_gap(gap_id, turn.desk), turn.desk.pack, turn.desk.person))


def show_map(service: Service, turn: Turn) -> None:
    """Show where content is missing, as a table, and as a picture where Slack takes one."""
    heat = content_heat(turn.desk.pack, turn.desk.team, turn.desk.ports, turn.desk.today)
    service.say(turn, map_message(heat))
    service.pictures.show(turn.place, heat, picture_note(), turn.delivery)
