"""Answers: the form to edit them, taking them back, and adding an account."""

from dataclasses import replace
from functools import partial

from slack_bolt import App, BoltContext

from bot.core.journey import StageId, StageSaid
from bot.core.move import Resume
from bot.flows.accounts import say_stage, stage_of
from bot.flows.discovery import in_interview
from bot.flows.fields import edited, take_back
from bot.flows.interview import act as make
from bot.flows.interview import look
from bot.flows.outcome import Recorded
from bot.flows.respond import add_named, respond_about
from bot.slack.ids import Act, Form
from bot.slack.listeners.forms import submitted_fields
from bot.slack.payloads import Body, Click, Submitted, place_in, where
from bot.slack.service import Service, Turn
from bot.slack.values import EditForm, NewName, OnAccount, OnAnswers, OnInterview, Value
from bot.slack.views.edit import STAGE, edit_form
from bot.slack.views.notes import nothing_changed_message, stage_message

_EDIT, _FILL_IN = "Edit answers", "Fill in several at once"


def register(app: App, service: Service) -> None:
    """Listen to what is done with answers."""
    app.action(Act.EDIT)(partial(edit_asked, service, Act.EDIT))
    app.action(Act.QUESTIONS)(partial(edit_asked, service, Act.QUESTIONS))
    app.view(Form.EDIT)(partial(edit_submitted, service))
    app.action(Act.UNDO)(partial(undone, service))
    app.action(Act.ADD)(partial(added, service))


def edit_asked(service: Service, act: Act, body: Body, context: BoltContext) -> None:
    """Open the form with an account's answers: all of them, or those of the open questions."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnAccount)
    open_answers(service, turn, click, about.account, about, only_open=act is Act.QUESTIONS)


def open_answers(service: Service, turn: Turn, click: Click, account_id: int, again: Value, *, only_open: bool) -> None:
    """Open the form with an account's answers.

    Args:
        service: what the listener works with.
        turn: who wants it.
        click: what was clicked.
        account_id: the account.
        again: what was clicked carries; the interview that goes on once the form is submitted, if any.
        only_open: ask only what can still change the verdict.
    """
    answer = turn.desk.look_up(account_id)
    seen = max((each.id for each in answer.account.answers), default=0)
    interview = again.interview if isinstance(again, OnInterview) else None
    act = Act.INTERVIEW if interview is not None else Act.QUESTIONS if only_open else Act.EDIT
    remembers = EditForm(account=account_id, seen=seen, interview=interview, where=where(click.place))
    stage = stage_of(turn.desk.ports, turn.desk.scope, account_id)
    view = edit_form(answer, turn.frame, remembers, stage, only_open=only_open)
    service.open(turn, click.trigger, view, act, _FILL_IN if only_open else _EDIT, again)


def edit_submitted(service: Service, body: Body, context: BoltContext) -> None:
    """Record what was changed in the form; every field of it was read when it was accepted."""
    form = Submitted.of(body)
    remembered = form.remembers(EditForm)
    turn = service.turn(form.user, place_in(remembered.where, form.user), context)
    fields = submitted_fields(form, turn.desk.pack)
    stage = _say_stage(turn, remembered.account, form.text(STAGE))
    outcome = edited(remembered.account, remembered.seen, fields, turn.desk)
    if outcome is None:
        account = turn.desk.look_up(remembered.account).account
        service.say(turn, stage_message(account.name, stage) if stage else nothing_changed_message(account.name))
        return
    if remembered.interview is not None and not outcome.disagreements and _is_open(remembered.interview, turn):
        _go_on(service, turn, remembered.interview, outcome)
        return
    service.show(turn, outcome, remembered.account)
    service.changed(turn, outcome)


def _is_open(interview_id: int, turn: Turn) -> bool:
    return look(interview_id, turn.desk).interview.is_open


def _go_on(service: Service, turn: Turn, interview_id: int, recorded: Recorded) -> None:
    """Go on with an interview after a form was filled in beside it; what was noted stands in the same message."""
    told = make(interview_id, None, Resume(), turn.desk)
    said = replace(told.said, notes=(*recorded.notes, *told.said.notes))
    response = in_interview(replace(told, noted=recorded.noted, before=recorded.before, said=said))
    service.answer(turn, response)
    service.changed(turn, response.outcome)


def _say_stage(turn: Turn, account_id: int, chosen: str) -> StageId | None:
    """Note the stage that was chosen; None where it is the one that is known."""
    if chosen not in set(StageId):
        return None
    desk = turn.desk
    known = stage_of(desk.ports, desk.scope, account_id)
    if known is not None and known.stage == chosen:
        return None
    said = StageSaid(stage=StageId(chosen), source=desk.source, at=desk.now())
    say_stage(desk.ports, desk.scope, account_id, said, origin=desk.origin)
    return said.stage


def undone(service: Service, body: Body, context: BoltContext) -> None:
    """Take back answers: a person's own, and nobody else's."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    meant = click.carries(OnAnswers)
    outcome = take_back(meant.account, meant.answers, turn.desk)
    service.show(turn, outcome, meant.account)
    service.changed(turn, outcome)


def added(service: Service, body: Body, context: BoltContext) -> None:
    """Add an account, and go on with the message that named it."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    new = click.carries(NewName)
    response = add_named(new.name, turn.memory, turn.desk)
    said = service.said_in(new.delivery, click.user) if new.delivery else ""
    if said and response.memory.account_id is not None:
        # What that message states is written for that message: clicked twice, it is written once.
        there = replace(turn.desk, origin=new.delivery)
        response = respond_about(said, response.memory.account_id, response.memory, there)
    service.answer(turn, response)
    service.changed(turn, response.outcome)
