"""Briefing: the file of one, and those that come later: called off, wanted again, and due."""

from dataclasses import replace
from datetime import timedelta, tzinfo
from functools import partial

from slack_bolt import App, BoltContext

from bot.core.briefing_sections import IN_CHAT
from bot.core.journey import StageSaid
from bot.flows.accounts import say_stage
from bot.flows.briefing import Briefing, brief
from bot.flows.briefing_later import call_of, cancel, compose, schedule, waiting
from bot.flows.briefing_text import briefing_text
from bot.flows.discovery import beside
from bot.flows.outcome import Briefed, Memory, Response
from bot.ports.briefings import Schedule
from bot.slack.due import EVENT, DueBriefing
from bot.slack.files import Sent
from bot.slack.ids import Act
from bot.slack.payloads import Body, Click
from bot.slack.place import Place
from bot.slack.service import Service, Turn
from bot.slack.values import OnBriefing, OnSchedule
from bot.slack.views.briefing import briefing_message
from bot.slack.views.briefing_call import (
    cancelled_message,
    gone_message,
    other_pack_message,
    over_message,
    promised_message,
    settled_message,
    too_near_message,
)
from bot.slack.views.briefing_text import (
    in_words_message,
    paper_note,
    paper_sent_message,
    paper_unsure_message,
)
from bot.slack.views.response import response_message
from bot.slack.views.sources import on_paper

LASTS = timedelta(minutes=30)
"""So long after its beginning a call is not over yet: what is briefed then is still of use."""
_PROMISED = "As promised, with what is known by now."
_NO_PRINTER = "no_printer"


def register(app: App, service: Service) -> None:
    """Listen to what is wanted of briefings, and to those that are due."""
    app.action(Act.BRIEF_PDF)(partial(paper_asked, service))
    app.action(Act.BRIEF_STAGE)(partial(staged, service))
    app.action(Act.BRIEF_CANCEL)(partial(called_off, service))
    app.action(Act.BRIEF_LATER)(partial(wanted_again, service))
    app.event(EVENT)(partial(due, service))


def paper_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Send a briefing as a file, as it is now; as text where Slack takes no file."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(OnBriefing)
    briefing = brief(about.account, turn.desk, about.persona, about.stage, about.call)
    manner = replace(IN_CHAT, who=partial(on_paper, viewer=turn.desk.person))
    briefing = _by_the_clock(briefing, turn.desk.now().tzinfo)
    text = briefing_text(briefing, turn.desk.scorer, turn.desk.today, draft=turn.desk.draft, manner=manner)
    sent = Sent(refused=_NO_PRINTER)
    if service.papers is not None:
        sent = service.papers.send(turn.place, text, turn.desk.today, paper_note(text.account), turn.delivery)
    if sent.refused is not None:
        service.say(turn, in_words_message(text, sent.refused))
    elif sent.unknown:
        service.say(turn, paper_unsure_message(text.account))
    elif not turn.place.direct:
        service.say(turn, paper_sent_message(text.account))


def _by_the_clock(briefing: Briefing, zone: tzinfo | None) -> Briefing:
    """The same with every moment by a clock, so that its day is the one that the person saw."""
    stage, changes = briefing.stage, briefing.changes
    if isinstance(stage, StageSaid):
        stage = stage.model_copy(update={"at": stage.at.astimezone(zone)})
    if changes is not None:
        moved = changes.stage and changes.stage.model_copy(update={"at": changes.stage.at.astimezone(zone)})
        changes = replace(changes, since=changes.since.astimezone(zone), stage=moved)
    gaps = tuple(each.model_copy(update={"at": each.at.astimezone(zone)}) for each in briefing.gaps)
    return replace(briefing, stage=stage, changes=changes, gaps=gaps)


def staged(service: Service, body: Body, context: BoltContext) -> None:
    """Note in which stage of its journey an account is, and brief again for the same call."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about, desk = click.carries(OnBriefing), turn.desk
    if about.stage is not None:
        said = StageSaid(stage=about.stage, source=desk.source, at=desk.now())
        say_stage(desk.ports, desk.scope, about.account, said, origin=desk.origin)
    briefing = brief(about.account, desk, about.persona, when=about.call)
    # What was promised or cancelled stays so: only asking for a briefing asks for a later one.
    briefing = replace(briefing, schedule=_promised(briefing, turn))
    response = beside(Response(Briefed(briefing), Memory(about.account)), turn.memory, desk)
    service.say(turn, response_message(response, turn.frame), response.memory, briefing.answer)


def _promised(briefing: Briefing, turn: Turn) -> Schedule | None:
    """The briefing that comes before the same call; None where none does."""
    account, call = briefing.answer.account.id, briefing.call
    if call is None:
        return None
    same = (each for each in waiting(turn.desk) if each.account_id == account)
    return next((each for each in same if call_of(each, turn.desk.now()).words == call.words), None)


def called_off(service: Service, body: Body, context: BoltContext) -> None:
    """Call off a briefing that was to come before a call."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    wanted = _own(click.carries(OnSchedule).schedule, turn)
    if wanted is None:
        service.say(turn, gone_message())
        return
    told = cancelled_message if cancel(wanted.id, turn.desk) else settled_message
    service.say(turn, told(wanted, _name(wanted, turn)))


def wanted_again(service: Service, body: Body, context: BoltContext) -> None:
    """Let a fresh briefing come before a call after all."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    before = _own(click.carries(OnSchedule).schedule, turn)
    if before is None:
        service.say(turn, gone_message())
        return
    call = call_of(before, turn.desk.now())
    again = schedule(before.account_id, turn.desk, call, before.persona, before.stage, ahead=service.ahead)
    if again is None:
        service.say(turn, too_near_message(before, _name(before, turn)))
    else:
        service.say(turn, promised_message(again, _name(again, turn), turn.desk.now()))


def due(service: Service, body: Body, context: BoltContext) -> None:
    """Brief a person before their call, from what is known by now; what comes too late is left out with a word."""
    wanted = DueBriefing.of(body)
    turn = service.turn(wanted.user, Place(wanted.user), context)
    if turn.desk.scope.pack != wanted.pack:
        service.poster.reply(turn.place, other_pack_message(wanted.call_words), delivery=turn.delivery)
        return
    scheduled = _own(wanted.schedule, turn)
    if scheduled is None:
        return  # its account or its person was forgotten meanwhile: nobody waits for it
    if service.clock() >= scheduled.call_at + LASTS:
        service.poster.reply(turn.place, over_message(scheduled, _name(scheduled, turn)), delivery=turn.delivery)
        return
    briefing = compose(scheduled, turn.desk)
    service.say_aside(turn, briefing_message(briefing, turn.frame, _PROMISED), briefing.answer)


def _own(schedule_id: int, turn: Turn) -> Schedule | None:
    """A briefing that the person at the desk wanted for later; None where it is not there, or not theirs."""
    with turn.desk.begin(writes=False) as work:
        found = work.schedules.get(schedule_id)
    return found if found is not None and found.person == turn.desk.person else None


def _name(scheduled: Schedule, turn: Turn) -> str:
    return turn.desk.account(scheduled.account_id).name
