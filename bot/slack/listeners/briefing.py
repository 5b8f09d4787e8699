"""Briefing: the file of one, and those that come later: called off, wanted again, and due."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from slack_bolt import App, BoltContext

from bot.core.briefing_sections import IN_CHAT
from bot.flows.briefing import brief
from bot.flows.briefing_later import call_of, cancel, compose, schedule
from bot.flows.briefing_text import briefing_text
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
from bot.slack.views.sources import on_paper

LASTS = timedelta(minutes=30)
"""So long after its beginning a call is not over yet: what is briefed then is still of use."""
_PROMISED = "As promised, with what is known by now."
_NO_PRINTER = "no_printer"


def register(app: App, service: Service) -> None:
    """Listen to what is wanted of briefings, and to those that are due."""
    app.action(Act.BRIEF_PDF)(partial(paper_asked, service))
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
