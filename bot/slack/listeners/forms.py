"""Forms: what is wrong with a submitted form, said next to its fields before it is accepted."""

from collections.abc import Mapping
from zoneinfo import available_timezones

from bot.core.errors import FikaError
from bot.core.gap import GapKind
from bot.core.pack import Pack
from bot.flows.fields import Field, read_fields
from bot.slack.ids import Form
from bot.slack.mrkdwn import is_user
from bot.slack.payloads import Body, Submitted
from bot.slack.service import Service
from bot.slack.views.gap_forms import REASON

MOST_DAYS = 365
LONGEST_GAP = 3000


def what_is_wrong(service: Service, body: Body) -> Mapping[str, str]:
    """A sentence for each field that cannot be taken, by block id; empty where there is nothing wrong."""
    form = Submitted.of(body)
    if form.form == Form.EDIT:
        return _wrong_answers(service, form)
    if form.form == Form.SETTINGS:
        return _wrong_settings(form)
    if form.form == Form.FIND and not form.text("account"):
        return {"account": "Type the name of an account."}
    if form.form == Form.GAP:
        return _wrong_gap(form)
    if form.form == Form.GAP_CLOSE and not form.text(REASON):
        return {REASON: "Say what fills it, or why nobody will."}
    return {}


def _wrong_gap(form: Submitted) -> dict[str, str]:
    wrong = {}
    if not 0 < len(form.text("what")) <= LONGEST_GAP:
        wrong["what"] = f"Say what is missing, in at most {LONGEST_GAP} characters."
    if form.text("kind") not in set(GapKind):
        wrong["kind"] = "Choose one of these."
    return wrong


def _wrong_answers(service: Service, form: Submitted) -> Mapping[str, str]:
    try:
        workspace = service.workspace()
        pack = service.shelf.take(workspace.pack or service.defaults.pack, service.team).scorer.pack
    except FikaError:
        return {}  # the form's own listener runs into the same, and says so
    return read_fields(submitted_fields(form, pack), pack).wrong


def submitted_fields(form: Submitted, pack: Pack) -> dict[str, Field]:
    """What was typed or chosen for each trait that the form has."""
    return {
        trait.id: form.many(trait.id) if trait.kind == "tags" else form.text(trait.id)
        for trait in pack.traits
        if form.has(trait.id)
    }


def _wrong_settings(form: Submitted) -> dict[str, str]:
    wrong = {}
    admins = form.many("admins")
    if not admins or not all(map(is_user, admins)):
        wrong["admins"] = "Choose at least one person."
    zone, days = form.text("time_zone"), form.text("keep_days")
    if zone and zone not in available_timezones():
        wrong["time_zone"] = "That is no time zone I know. Write it as Europe/Berlin or America/New_York."
    if not (days.isascii() and days.isdigit() and len(days) <= len(str(MOST_DAYS)) and int(days) <= MOST_DAYS):
        wrong["keep_days"] = f"Write a number of days from 0 to {MOST_DAYS}."
    return wrong
