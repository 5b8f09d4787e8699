"""Unknown: buttons, forms and shortcuts of an older Fika, which have no listener of their own any more."""

import re
from functools import partial

from slack_bolt import App

from bot.slack.payloads import Body
from bot.slack.service import Service
from bot.slack.values import ValueForged

ANY = re.compile("")


def register(app: App, service: Service) -> None:
    """Listen to what nobody else listens to; this comes last."""
    app.action(ANY)(partial(unknown, service))
    app.view(ANY)(partial(unknown, service))
    app.shortcut(ANY)(partial(unknown, service))


def unknown(service: Service, body: Body) -> None:  # noqa: ARG001 - as all listeners
    """Say that this is of no use any more.

    Raises:
        ValueForged: always; its sentence says so.
    """
    raise ValueForged("That is not one of mine any more. Ask again, and use what I answer then.")
