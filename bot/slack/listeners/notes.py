"""Notes: the form to paste them, and the buttons under what was read from them."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.proposal import ProposalRefused
from bot.flows.notes import Confirmed, confirm, propose
from bot.slack.ids import Act, Form
from bot.slack.payloads import Body, Click, Submitted, place_in, where
from bot.slack.service import Service, Turn
from bot.slack.values import NotesForm, OnAccount, OnBatch
from bot.slack.views.notes_proposed import (
    NOTES,
    again_message,
    notes_form,
    nothing_ticked_message,
    proposed_message,
    settled_message,
)

_NONE_TICKED = "Nothing is ticked. Tick what holds, or press Drop all."
_LONGEST_NUMBER = 16


def register(app: App, service: Service) -> None:
    """Listen to notes."""
    app.action(Act.NOTES)(partial(notes_asked, service))
    app.view(Form.NOTES)(partial(notes_pasted, service))
    app.action(Act.TICK)(ticked)
    app.action(Act.CONFIRM_TICKED)(partial(confirmed, service))
    app.action(Act.DROP_PROPOSALS)(partial(dropped, service))


def notes_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Open the form for the notes."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    open_notes(service, turn, click, click.carries(OnAccount).account)


def open_notes(service: Service, turn: Turn, click: Click, account_id: int) -> None:
    """Open the form for notes about an account."""
    account = turn.desk.account(account_id)
    form = notes_form(NotesForm(account=account.id, where=where(click.place)), account.name)
    service.open(turn, click.trigger, form, Act.NOTES, "Paste notes", OnAccount(account=account.id))


def notes_pasted(service: Service, body: Body, context: BoltContext) -> None:
    """Read the notes, and show what was read, for the person's eyes only."""
    form = Submitted.of(body)
    remembered = form.remembers(NotesForm)
    turn = service.turn(form.user, place_in(remembered.where, form.user), context)
    service.say(turn, proposed_message(propose(form.text(NOTES), remembered.account, turn.desk), turn.frame))


def ticked() -> None:
    """A box was ticked; what is ticked counts when it is confirmed, so there is nothing to do."""


def confirmed(service: Service, body: Body, context: BoltContext) -> None:
    """Note what is ticked."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnBatch)
    chosen = [int(each) for each in click.ticked if each.isascii() and each.isdigit() and len(each) < _LONGEST_NUMBER]
    if not chosen:
        raise ProposalRefused(_NONE_TICKED)
    _tell(service, turn, click, confirm(about.batch, chosen, turn.desk))


def dropped(service: Service, body: Body, context: BoltContext) -> None:
    """Drop everything that was read."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    _tell(service, turn, click, confirm(click.carries(OnBatch).batch, (), turn.desk))


def _tell(service: Service, turn: Turn, click: Click, outcome: Confirmed) -> None:
    """Say what became of the proposals, and put it in place of the boxes."""
    if outcome.again is not None:
        service.say(turn, again_message(outcome))
    elif outcome.recorded is None:
        service.say(turn, nothing_ticked_message(outcome))
    else:
        service.show(turn, outcome.recorded, outcome.account.id)
        service.changed(turn, outcome.recorded)
    put_away = settled_message(outcome, turn.frame)
    if click.place.direct and click.place.channel and click.place.at:
        service.poster.update(click.place.channel, click.place.at, put_away)
    elif click.place.response_url:
        service.poster.replace(click.place.response_url, put_away)
