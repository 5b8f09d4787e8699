"""Disagreement: a click that says which of two sources holds."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.core.disagreement import Keep
from bot.flows.disagreement import choose
from bot.slack.ids import Act
from bot.slack.payloads import Body, Click
from bot.slack.service import Service
from bot.slack.values import Disputed


def register(app: App, service: Service) -> None:
    """Listen to what is decided about disagreements."""
    app.action(Act.KEEP_NEW)(partial(settled, service, Keep.NEW))
    app.action(Act.KEEP_OLD)(partial(settled, service, Keep.OLD))
    app.action(Act.KEEP_BOTH)(partial(settled, service, Keep.BOTH))


def settled(service: Service, keep: Keep, body: Body, context: BoltContext) -> None:
    """Settle a disagreement; a late or a second click finds that there is nothing left to settle."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context, click.at)
    about = click.carries(Disputed)
    outcome = choose(about.account, about.trait, keep, turn.desk, about.answer)
    service.show(turn, outcome, about.account)
    service.changed(turn, outcome)
