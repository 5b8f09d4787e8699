"""The Home tab: the first run, what waits for a person, and the settings for those who may change them."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.account import Account
from bot.core.gap import Gap, GapKind
from bot.core.interview import Interview, State
from bot.flows.fit import FitAnswer
from bot.slack.ids import Act
from bot.slack.values import OnAccount, OnInterview, decoded
from bot.slack.views.frame import Frame
from bot.slack.views.home import Home, home_view
from tests.slack.views.kit import (
    NOW,
    Json,
    account_of,
    answered,
    elements_of,
    frame_of,
    harbor,
    scorer_of_harbor,
    situations,
    wrong_with_view,
)
from tests.small import person

FRAME = frame_of(scorer_of_harbor())


def home(*recent: FitAnswer, **more: object) -> Home:
    """A Home tab of a workspace that is set up."""
    parts = {"pack": harbor(), "draft": False, "recent": recent, "mine": (), "gaps": (), "accounts": 3}
    return Home(**{**parts, "claimed": True, "admin": False, **more})  # type: ignore[arg-type]


def acme(number: int = 12, name: str = "Acme") -> FitAnswer:
    """The report on an account."""
    return answered(FRAME.scorer, account_of(name, {"regulation": "restricted"}).model_copy(update={"id": number}))


def words_of(view: Json) -> str:
    """Everything a Home tab says."""
    return str([block.get("text") or block.get("elements") for block in view["blocks"]])


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(situations(), st.booleans(), st.booleans())
def test_every_home_is_one_that_slack_takes(situation: tuple[Frame, FitAnswer], claimed: bool, admin: bool) -> None:  # noqa: FBT001
    """However much there is and whatever it is called, under a hundred blocks."""
    frame, answer = situation
    gap = Gap(id=1, kind=GapKind.PRODUCT, what=answer.account.name, source=person(), at=NOW)
    view = home_view(Home(frame.pack, frame.draft, (answer,) * 30, (answer,) * 30, (gap,) * 30, 9, claimed, admin))
    other = answer.account.model_copy(update={"id": 13})
    mine = FitAnswer(other, answer.report, answer.standings, answer.would_take)
    full = home_view(Home(frame.pack, frame.draft, (answer,) * 30, (mine,) * 30, (gap,) * 30, 9, claimed, admin))
    for each in (view, full):
        assert [] == wrong_with_view(each)
        assert len(each["blocks"]) < 100


def test_the_first_run_offers_to_set_fika_up() -> None:
    """One primary button, and nothing that needs a workspace yet."""
    view = home_view(home(claimed=False))
    (claim,) = elements_of(view, Act.CLAIM)
    assert "primary" == claim["style"]
    assert [] == elements_of(view, Act.SETTINGS)
    assert "Nobody has set it up here yet." in words_of(view)


def test_recent_checks_can_be_opened_again() -> None:
    """Each has its verdict and a button; one that is mine as well is listed once."""
    view = home_view(home(acme(), mine=(acme(), acme(13, "Globex"))))
    opened = elements_of(view, Act.FIT)
    assert [12, 13] == [decoded(OnAccount, each["value"]).account for each in opened]
    assert "disqualified, drop it" in words_of(view)
    assert ["Check the fit of Acme", "Check the fit of Globex"] == [each["accessibility_label"] for each in opened]
    assert [] == elements_of(view, Act.CLAIM)


def test_interviews_under_way_can_be_resumed() -> None:
    """Each has a button that says which one it goes on with; what is paused says so."""
    found = (Interview(3, 12, State.ASKING), "Acme"), (Interview(4, 13, State.PAUSED), "Globex")
    view = home_view(home(under_way=found))
    buttons = elements_of(view, "interview.resume")
    assert [3, 4] == [decoded(OnInterview, each["value"]).interview for each in buttons]
    assert ["Resume the questions about Acme", "Resume the questions about Globex"] == [
        each["accessibility_label"] for each in buttons
    ]
    assert "Questions under way" in words_of(view)
    assert "0 asked, paused" in words_of(view)
    assert [] == wrong_with_view(home_view(home(under_way=found * 20)))


def test_long_lists_say_how_many_more_there_are() -> None:
    """Ten are shown."""
    view = home_view(home(*(acme(number) for number in range(1, 15))))
    assert 10 == len(elements_of(view, Act.FIT))
    assert "And 4 more." in words_of(view)


def test_settings_are_offered_to_those_who_may_change_them() -> None:
    """Everybody may have their own data deleted, after a question."""
    assert [] == elements_of(home_view(home()), Act.SETTINGS)
    view = home_view(home(admin=True))
    assert 1 == len(elements_of(view, Act.SETTINGS))
    (forget,) = elements_of(view, Act.FORGET_ME)
    assert "style" not in forget
    assert ("danger", "Delete it") == (forget["confirm"]["style"], forget["confirm"]["confirm"]["text"])


def test_an_empty_workspace_says_how_to_begin() -> None:
    """With no accounts, and with accounts that the person never asked about."""
    assert "There are no accounts yet" in words_of(home_view(home(accounts=0)))
    assert "Check one" in words_of(home_view(home()))
    assert "Go on where you left off" in words_of(home_view(home(acme())))


def test_a_draft_is_called_one() -> None:
    """The pack, its version and whether it is a draft stand at the end."""
    assert "Harbor (example), version 1. Computed by rules." in words_of(home_view(home()))
    assert "draft of version 1" in words_of(home_view(home(draft=True)))


def test_gaps_are_listed() -> None:
    """Each with what can be done with it; all of them, the map and the form are a click away, also where there are none."""
    gap = Gap(id=1, kind=GapKind.CONTENT, what="no <deck>", source=person(), at=NOW)
    shown, empty = home_view(home(gaps=(gap,))), home_view(home())

    assert "*#1 no &lt;deck&gt;*\\ncontent we do not have · nobody sees to it" in words_of(shown)
    assert "see to none" in words_of(empty)
    for view, menus in ((shown, 1), (empty, 0)):
        acts = [len(elements_of(view["blocks"], act)) for act in (Act.GAP_MENU, Act.GAPS, Act.GAP_MAP)]
        assert [menus, 1, 1] == acts


def test_nothing_changes_the_tab_but_what_it_shows() -> None:
    """The same Home has the same block ids."""
    assert home_view(home()) == home_view(home())
    assert Account(id=1, name="x").id == 1
