"""The small forms: each is one that Slack takes, and remembers what its answer needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.gap import GapKind
from bot.ports.team import Workspace
from bot.slack.ids import Form
from bot.slack.values import FindForm, GapForm, ShareForm, Where, decoded
from bot.slack.views.find import find_form
from bot.slack.views.gap import gap_form
from bot.slack.views.share import share_form
from bot.slack.views.workspace import settings_form
from tests.slack.views.kit import HOSTILE, Json, naughty, wrong_with_view

WORDS = st.sampled_from(HOSTILE) | st.sampled_from(naughty()) | st.text(max_size=2000)


def element(view: Json, block: str) -> Json:
    """The element in a block of a form."""
    return next(each["element"] for each in view["blocks"] if each.get("block_id") == block)


@given(WORDS, st.none() | WORDS.map(lambda text: text[:1500]), st.none() | st.sampled_from(GapKind))
def test_every_form_is_one_that_slack_takes(words: str, quote: str | None, kind: GapKind | None) -> None:
    """Whatever account, quote, channel or pack stands in it."""
    where = Where(channel="C1", thread="1.2", response_url="https://hooks.slack.com/" + "x" * 100)
    gap = GapForm(account=3, permalink="https://x.slack.com/p1", quote=quote, where=where)
    for view in (
        gap_form(gap, words, kind),
        gap_form(GapForm(quote=quote)),
        find_form(FindForm(where=where), words),
        share_form(ShareForm(account=3), words, "C0123456"),
        settings_form(Workspace(admins=(words, "U0ADMIN11"), time_zone=words), ["harbor", "posthog", "harbor"]),
    ):
        assert [] == wrong_with_view(view)


def test_a_gap_form_remembers_what_it_is_about() -> None:
    """The quote is cut as far as Slack needs it, and nothing else is lost."""
    form = GapForm(account=3, permalink="https://x.slack.com/p1", quote="\x01" * 1500)
    back = decoded(GapForm, gap_form(form)["private_metadata"])
    assert (3, form.permalink) == (back.account, back.permalink)
    assert back.quote
    assert form.quote is not None
    assert form.quote.startswith(back.quote)


def test_a_gap_form_begins_with_what_is_known() -> None:
    """The quoted message and the kind stand in it at first."""
    view = gap_form(GapForm(account=3, quote="no SAML?"), "Acme", GapKind.PRODUCT)
    assert "no SAML?" == element(view, "what")["initial_value"]
    assert "product" == element(view, "kind")["initial_option"]["value"]
    assert [kind.value for kind in GapKind] == [each["value"] for each in element(view, "kind")["options"]]
    assert Form.GAP == view["callback_id"]
    assert "initial_option" not in element(gap_form(GapForm()), "kind")


def test_a_form_to_find_an_account_asks_for_its_name() -> None:
    """And remembers where the answer belongs."""
    form = FindForm(where=Where(channel="C1"))
    view = find_form(form, "Acm")
    assert "Acm" == element(view, "account")["initial_value"]
    assert form == decoded(FindForm, view["private_metadata"])


def test_sharing_never_offers_a_channel_that_others_read() -> None:
    """Channels that are shared with another company are no choice."""
    view = share_form(ShareForm(account=3), "Acme", "C0123456")
    menu = element(view, "channel")
    assert menu["filter"]["exclude_external_shared_channels"]
    assert ["public", "private"] == menu["filter"]["include"]
    assert "C0123456" == menu["initial_conversation"]
    assert "initial_conversation" not in element(share_form(ShareForm(account=3), "Acme"), "channel")


def test_settings_begin_as_they_are() -> None:
    """Pack, admins, time zone and days."""
    workspace = Workspace(pack="harbor", admins=("U0ADMIN11",), time_zone="Europe/Berlin", keep_days=14)
    view = settings_form(workspace, ["harbor", "posthog"])
    assert "harbor" == element(view, "pack")["initial_option"]["value"]
    assert ["U0ADMIN11"] == element(view, "admins")["initial_users"]
    assert "Europe/Berlin" == element(view, "time_zone")["initial_value"]
    assert "14" == element(view, "keep_days")["initial_value"]


@pytest.mark.parametrize("workspace", [Workspace(pack="gone"), Workspace(), Workspace(keep_days=9999)])
def test_settings_that_are_not_there_leave_a_field_empty(workspace: Workspace) -> None:
    """An unknown pack is no choice; without any pack the form says what to do."""
    view = settings_form(workspace, ["harbor"])
    assert "initial_option" not in element(view, "pack")
    assert [] == wrong_with_view(view)
    empty = settings_form(workspace, [])
    assert "There is no pack to choose from yet" in str(empty["blocks"])
    assert [] == wrong_with_view(empty)
