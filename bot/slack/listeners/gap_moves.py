"""Gap moves: taking a gap, assigning, closing and reopening it. What cannot be done any more changes nothing."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.errors import NotAllowed
from bot.core.gap import Gap, GapStatus
from bot.flows.gap_moves import assign_gap, close_gap, gap_to_assign, gap_to_close, gap_to_reopen, reopen_gap
from bot.flows.home import people_of
from bot.slack.errors import SlackRefused
from bot.slack.ids import Act, Form
from bot.slack.listeners.gaps import show_gap
from bot.slack.message import Message
from bot.slack.mrkdwn import is_user
from bot.slack.payloads import Body, Click, Submitted, place_in, where
from bot.slack.place import Place
from bot.slack.service import Service, Turn
from bot.slack.values import GapDoes, GapMoveForm, OnGap
from bot.slack.views.gap_card import already_message, given_message, moved_message, told_note
from bot.slack.views.gap_forms import ENDS, OWNER, REASON, assign_form, close_form, reopen_form

_ACTS = (Act.GAP_MENU, Act.GAP_SHOW, Act.GAP_TAKE, Act.GAP_ASSIGN, Act.GAP_CLOSE, Act.GAP_REOPEN)
_NO_GUEST = "Guests do not see gaps. Assign it to a member of this workspace."


def register(app: App, service: Service) -> None:
    """Listen to what is done with gaps."""
    for act in _ACTS:
        app.action(act)(partial(moved, service))
    app.view(Form.GAP_ASSIGN)(partial(assigned, service))
    app.view(Form.GAP_CLOSE)(partial(closed, service))
    app.view(Form.GAP_REOPEN)(partial(reopened, service))


def moved(service: Service, body: Body, context: BoltContext) -> None:
    """Do what a button or a menu says with its gap; what needs words opens a form."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    wanted = click.carries(OnGap)
    match wanted.does:
        case GapDoes.SHOW:
            show_gap(service, turn, wanted.gap)
        case GapDoes.TAKE:
            _give(service, turn, wanted.gap, turn.desk.person)
        case _:
            _open(service, turn, click, wanted)


def _open(service: Service, turn: Turn, click: Click, wanted: OnGap) -> None:
    form = GapMoveForm(gap=wanted.gap, where=where(click.place))
    match wanted.does:
        case GapDoes.ASSIGN:
            view, act = assign_form(form, gap_to_assign(wanted.gap, turn.desk)), Act.GAP_ASSIGN
        case GapDoes.CLOSE:
            view, act = close_form(form, gap_to_close(wanted.gap, turn.desk)), Act.GAP_CLOSE
        case _:
            view, act = reopen_form(form, gap_to_reopen(wanted.gap, turn.desk)), Act.GAP_REOPEN
    service.open(turn, click.trigger, view, act, wanted.does.value.capitalize(), wanted)


def assigned(service: Service, body: Body, context: BoltContext) -> None:
    """Give a gap to whoever was chosen."""
    form = Submitted.of(body)
    turn, gap_id = _submitted(service, form, context)
    owner = form.text(OWNER) or None
    if owner is not None and (owner == service.bot_user or not is_user(owner)):
        raise NotAllowed("I cannot see to gaps myself. Assign it to a person.")
    if owner is not None and service.people.profile(owner).guest:
        raise NotAllowed(_NO_GUEST)
    _give(service, turn, gap_id, owner)


def _give(service: Service, turn: Turn, gap_id: int, owner: str | None) -> None:
    person = turn.desk.person
    given = assign_gap(gap_id, owner, turn.desk)
    if not given.new:
        service.say(turn, already_message(given.gap, person))
        return
    note = ""
    if owner is not None and owner != person:
        note = told_note(owner, told=_tell(service, turn, owner, _told(turn, given.gap, owner)))
    _show(service, turn, given.gap, note)


def _told(turn: Turn, gap: Gap, owner: str) -> Message:
    account = turn.desk.account(gap.account_id).name if gap.account_id is not None else None
    return given_message(gap, account, owner)


def _tell(service: Service, turn: Turn, owner: str, message: Message) -> bool:
    """Tell the new owner, once; returns whether Slack lets us."""
    try:
        service.poster.reply(Place(owner), message, delivery=turn.delivery, part="owner")
    except SlackRefused:
        return False
    return True


def closed(service: Service, body: Body, context: BoltContext) -> None:
    """Close a gap, for the reason that was given."""
    form = Submitted.of(body)
    turn, gap_id = _submitted(service, form, context)
    gap = close_gap(gap_id, form.text(REASON), turn.desk, wont=form.text(ENDS) == GapStatus.WONT)
    _show(service, turn, gap)


def reopened(service: Service, body: Body, context: BoltContext) -> None:
    """Open a gap again."""
    form = Submitted.of(body)
    turn, gap_id = _submitted(service, form, context)
    _show(service, turn, reopen_gap(gap_id, form.text(REASON), turn.desk))


def _submitted(service: Service, form: Submitted, context: BoltContext) -> tuple[Turn, int]:
    remembered = form.remembers(GapMoveForm)
    return service.turn(form.user, place_in(remembered.where, form.user), context), remembered.gap


def _show(service: Service, turn: Turn, gap: Gap, note: str = "") -> None:
    """Say what was done; Home shows it as well, where it is open: to whoever did it, and to those whose gap it is."""
    service.say(turn, moved_message(gap, turn.desk.person, note))
    if turn.desk.person in service.homes:
        service.refresh_home(turn)
    service.refresh_homes_of(people_of([gap]), turn)
