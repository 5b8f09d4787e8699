"""Settings: which pack a workspace uses, who may change it, and a person's right to be forgotten."""

from functools import partial

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.core.errors import NotAllowed
from bot.flows.people import forget_person
from bot.flows.workspace import change, claim, pack_choices
from bot.ports.team import Workspace
from bot.slack.ids import Act, Form
from bot.slack.notify import check_channel
from bot.slack.payloads import Body, Click, Submitted
from bot.slack.place import Place
from bot.slack.service import Service, Turn
from bot.slack.views.notes import forget_message, settings_offer_message
from bot.slack.views.workspace import DIGEST, claimed_message, forgotten_message, saved_message, settings_form
from bot.slack.work import ATTEMPT


def register(app: App, service: Service) -> None:
    """Listen to settings."""
    app.action(Act.SETTINGS)(partial(settings_asked, service))
    app.action(Act.CLAIM)(partial(claimed, service))
    app.view(Form.SETTINGS)(partial(settings_submitted, service))
    app.action(Act.FORGET_ME)(partial(forgotten, service))


def settings_asked(service: Service, body: Body, context: BoltContext) -> None:
    """Open the form with the workspace's settings."""
    click = Click.of(body)
    open_settings(service, service.turn(click.user, click.place, context), click.trigger)


def open_settings(service: Service, turn: Turn, trigger: str) -> None:
    """Open the form with the workspace's settings, for those who may change them.

    Raises:
        NotAllowed: the person may not.
    """
    workspace = service.workspace()
    if not service.is_admin(turn.desk.person, workspace):
        raise NotAllowed(_refusal(workspace))
    choices = pack_choices(service.ports, service.team)
    service.open(turn, trigger, settings_form(workspace, choices), Act.SETTINGS, "Settings", None)


def _refusal(workspace: Workspace) -> str:
    if not workspace.admins:
        return "Nobody has set Fika up in this workspace yet. Open my Home tab and press Set Fika up."
    return "Only Fika's admins in this workspace may change its settings. Ask one of them."


def claimed(service: Service, body: Body, context: BoltContext) -> None:
    """Make the first person who asks for it the workspace's admin, and show them the settings."""
    click = Click.of(body)
    turn = service.turn(click.user, click.place, context)
    if service.defaults.admins and click.user not in service.defaults.admins:
        raise NotAllowed("Whoever deployed Fika has named its admins. Ask one of them to set it up.")
    claim(service.ports, service.team, click.user)
    service.say(turn, claimed_message())
    service.refresh_home(turn)


def settings_submitted(service: Service, body: Body, context: BoltContext, client: WebClient) -> None:
    """Change the workspace's settings; whether the person may is checked here again."""
    form = Submitted.of(body)
    turn = service.turn(form.user, Place(form.user), context)
    known = service.workspace()
    if not service.is_admin(form.user, known):
        raise NotAllowed(_refusal(known))
    wanted = Workspace(
        pack=form.text("pack") or None,
        admins=form.many("admins"),
        time_zone=form.text("time_zone") or None,
        keep_days=int(form.text("keep_days")),
        # A form that was opened before there was such a field says nothing about it.
        digest_channel=form.text(DIGEST) or None if form.has(DIGEST) else known.digest_channel,
    )
    if wanted.digest_channel is not None and wanted.digest_channel != known.digest_channel:
        check_channel(client, wanted.digest_channel)
    changed = change(service.ports, service.team, form.user, wanted, also=service.defaults.admins)
    turn = service.turn(form.user, Place(form.user), context)  # it may be another pack from here on
    service.say(turn, saved_message(changed))
    service.refresh_home(turn)


def offer_settings(service: Service, turn: Turn) -> None:
    """Offer the button that opens the settings."""
    service.say(turn, settings_offer_message())


def warn_before_forgetting(service: Service, turn: Turn) -> None:
    """Say what forgetting a person means, with a button that does it."""
    service.say(turn, forget_message())


def forgotten(service: Service, body: Body, context: BoltContext) -> None:
    """Delete what is kept about the person who asks for it."""
    click = Click.of(body)
    service.poster.reply(click.place, forgotten_message(), delivery=context[ATTEMPT].delivery.id)
    forget_person(service.ports, service.team, click.user)
