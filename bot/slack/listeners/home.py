"""Home: Fika's own page, and what its buttons show."""

from functools import partial

from slack_bolt import App, BoltContext

from bot.flows.outcome import Help, Icps
from bot.flows.respond import my_accounts
from bot.slack.ids import Act
from bot.slack.payloads import Body, Click, Opened
from bot.slack.place import Place
from bot.slack.service import ONLY_MEMBERS, Service
from bot.slack.views.help import suggested_prompts
from bot.slack.views.notes import members_only_home


def register(app: App, service: Service) -> None:
    """Listen to Home."""
    app.event("app_home_opened")(partial(opened, service))
    app.action(Act.HELP)(partial(help_asked, service))
    app.action(Act.ICP)(partial(icp_asked, service))
    app.action(Act.ACCOUNTS)(partial(accounts_asked, service))


def opened(service: Service, body: Body, context: BoltContext) -> None:
    """Show Home as it is now; in the messages, suggest what to ask."""
    home = Opened.of(body)
    if home.tab == "messages":
        service.poster.suggest_prompts(home.channel, suggested_prompts())
        return
    if service.people.profile(home.user).guest:
        service.poster.publish_home(home.user, members_only_home(ONLY_MEMBERS))
        return
    service.homes.opened(home.user)
    turn = service.turn(home.user, Place(home.user), context)
    service.refresh_home(turn)


def help_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Show what can be asked."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context)
    service.show(turn, Help())


def icp_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Show whom we sell to."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context)
    service.show(turn, Icps(turn.desk.pack))


def accounts_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Show a person's accounts."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context)
    service.show(turn, my_accounts(turn.desk))
