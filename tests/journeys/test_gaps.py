"""The gap log in Slack: listed, paged, assigned, closed and reopened; the map, and the weekly digest in a channel."""

from datetime import UTC, datetime

import pytest
from slack_bolt import BoltRequest

from bot.bootstrap import notifier
from bot.core.errors import FikaError, NotAllowed
from bot.core.gap import Gap, GapKind, GapStatus, Happened, NewGap, closed
from bot.core.gap_digest import Digest, Week
from bot.core.journey import StageId
from bot.flows.digest import Outcome, post_digest, weekly_digest
from bot.flows.fit import Scorer
from bot.flows.gaps import all_gaps, change_gap, gap_of, log_gap
from bot.flows.workspace import set_up, workspace_of
from bot.library.loader import load_pack
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Message, View
from bot.ports import Scope
from bot.ports.team import Workspace
from bot.settings import Settings
from bot.slack.work import ATTEMPT, Attempt
from tests.journeys.conftest import HARBOR, Town, eventually, quiet_for
from tests.small import person

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
WEEK = Week.of(NOW.date())


def logged(town: Town, *whats: str, account: int | None = None, by: str = "U0SOMEBODY1", **more: object) -> list[Gap]:
    """Gaps that somebody logged."""
    new = [
        NewGap(**{
            "kind": GapKind.CONTENT, "what": what, "account_id": account, "source": person(by), "at": NOW, **more,
        })
        for what in whats
    ]  # fmt: skip
    return [log_gap(town.ports, town.scope, each) for each in new]


def gap(town: Town, gap_id: int = 1) -> Gap:
    """A gap as it is now."""
    return gap_of(town.ports, town.scope, gap_id)


def move(rep: Person, shown: Message | View, what: str, does: str) -> None:
    """Choose something in the menu of one gap of a list."""
    blocks = shown.payload["blocks"] if isinstance(shown, View) else shown.blocks
    [row] = [each for each in blocks if what in str(each.get("text")) and "accessory" in each]
    rep.choose(shown, row["block_id"], does)


def events(town: Town, gap_id: int = 1) -> list[Happened]:
    """What happened to a gap."""
    return [each.happened for each in gap(town, gap_id).history]


# Looking


def test_a_list_is_paged(town: Town) -> None:
    """Eight at a time, with what each is about; the others are a click away, and then there are none."""
    logged(town, *(f"no case study {number:02}" for number in range(10)), account=1, stage=StageId.EVALUATE)
    rep = town.person()
    rep.command("/fika gaps all", "sales")
    first = rep.wait_for_message("All gaps")
    rep.click(first, "Show 2 more")
    second = rep.wait_for_message("9 to 10 of 10")

    assert rep.user.id == first.ephemeral_for == second.ephemeral_for
    assert "*All gaps*: 1 to 8 of 10, the most worth filling first" in first.text
    said = "content we do not have · at Acme · 1 account that may fit waits · nobody sees to it"
    assert [8, 2] == [all_words(each).count(said) for each in (first, second)]
    assert "more" not in all_words(second)


def test_mine_are_those_i_logged_or_see_to(town: Town) -> None:
    """The command alone shows what is the person's; without any it says how one is logged."""
    rep = town.person()
    rep.command("/fika gaps", "sales")
    nothing = rep.wait_for_message("")
    logged(town, "no deck")
    logged(town, "no paper", by=rep.user.id)
    rep.click(nothing, "All gaps")
    rep.wait_for_message("no deck")
    rep.click(nothing, "All gaps")
    move(rep, rep.wait_for_message("no deck"), "no deck", "I see to it")
    rep.wait_for_message("given to you by you")
    rep.command("/fika gaps", "sales")
    words = all_words(rep.wait_for_message("Your gaps"))

    assert "not logged a gap" in nothing.text
    assert ("no deck" in words, "no paper" in words, "you see to it" in words) == (True, True, True)


@pytest.mark.parametrize(
    ("line", "said", "left_out"),
    [
        ("/fika gaps for Acme", "Gaps at Acme", "no deck"),
        ("/fika gaps acme", "no paper", "no deck"),
        ("/fika gaps by account", "At no account", None),
        ("/fika gaps by worth", "the most worth filling first", None),
        ("/fika gaps all by date", "the latest first", None),
        ("/fika gaps closed", "on the wiki", "no paper"),
        ("/fika gaps 1", "Who says so", "no paper"),
        ("/fika gaps #99", "There is no gap #99", None),
        ("/fika gaps for Acne", "Acme (#1, H-001)", "no paper"),
        ("/fika gaps for Nobody Knows It", "no account called", None),
        ("/fika gaps map", "Content gaps of Harbor (example)", None),
    ],
)
def test_every_way_to_ask(town: Town, line: str, said: str, left_out: str | None) -> None:
    """By account, worth, date, status, number, and as a map; what is not there is told."""
    logged(town, "no deck")
    logged(town, "no paper", account=1)
    logged(town, "prices")
    change_gap(town.ports, town.scope, 3, closed("on the wiki", person(), NOW))
    rep = town.person()
    rep.command(line, "sales")
    answer = rep.wait_for_message("")
    if line.endswith("closed"):
        move(rep, answer, "prices", "Show")
        answer = rep.wait_for_message("What was done")

    assert said in all_words(answer)
    assert left_out is None or left_out not in all_words(answer)
    assert rep.user.id == answer.ephemeral_for


def test_an_ambiguous_account_is_chosen(town: Town) -> None:
    """Two accounts of one name are a choice by click, and the choice shows the gaps of the one."""
    with town.ports.store().begin(town.scope) as work:
        twin = work.accounts.add("Twin Peaks", "T-1")
        work.accounts.add("Twin Peaks", "T-2")
        work.commit()
    logged(town, "no deck", account=twin.id)
    rep = town.person()
    rep.command("/fika gaps for Twin Peaks", "sales")
    picker = rep.wait_for_message("T-1")
    rep.click(picker, f"Choose Twin Peaks (#{twin.id}, T-1)")

    assert "no deck" in all_words(rep.wait_for_message("Gaps at Twin Peaks"))


def test_one_gap_says_everything(town: Town) -> None:
    """Who said so, when, in which words, where; and what was done, by whom and why."""
    rep = town.person()
    logged(town, "no paper on HIPAA", account=1, quote="do you have <one>?", permalink="https://x.slack.com/p1")
    logged(town, "no papers on HIPAA", account=1, by=rep.user.id)
    change_gap(town.ports, town.scope, 1, closed("sent it", person("U0SOMEBODY2"), NOW))
    rep.command("/fika gaps 1", "sales")
    shown = rep.wait_for_message("#1 no paper on HIPAA")
    words = all_words(shown)

    for said in (
        "*filled*",
        "Account: Acme",
        "• <@U0SOMEBODY1>, 2026-11-22, “do you have &lt;one&gt;?”, <https://x.slack.com/p1|the message>",
        "• you, 2026-11-22",
        "• 2026-11-22: closed as filled by <@U0SOMEBODY2>: sent it",
    ):
        assert said in words
    rep.click(shown, "Reopen")
    rep.submit(rep.wait_for_modal("Reopen a gap"), {})
    assert "Now reopened by you." in rep.wait_for_message("#1").text
    assert GapStatus.OPEN is gap(town).status


def test_the_map_is_a_table(town: Town) -> None:
    """Persona by stage, what it says most in its first lines, for one pair of eyes."""
    logged(town, "no deck", stage=StageId.BUY, persona="cfo")
    rep = town.person()
    rep.command("/fika gaps all", "sales")
    rep.click(rep.wait_for_message("no deck"), "Map")
    answer = rep.wait_for_message("Content gaps of Harbor (example)")
    [table] = [each for each in answer.blocks if each["type"] == "table"]

    assert "1 open content gap" in answer.text
    assert "Most gaps: CFO" in answer.text
    assert ["Persona", "CFO"] == [row[0]["text"] for row in table["rows"] if row[0]["text"] in ("Persona", "CFO")]
    assert rep.user.id == answer.ephemeral_for


# Doing


def test_the_new_owner_is_told_once(town: Town) -> None:
    """Assigned with a form: the owner hears who gave them what, once, also where the delivery is begun anew."""
    logged(town, "no deck", account=1)
    rep, manager = town.person(), town.person("manager")
    rep.dm("hello")
    rep.wait_for_message("")
    rep.command("/fika gaps all")
    move(rep, rep.wait_for_message("no deck"), "no deck", "Assign…")
    rep.submit(rep.wait_for_modal("Assign a gap"), {"owner": manager.user.id})
    told = manager.wait_for_message("no deck", manager.dm_channel)
    rep.wait_for_message(f"I told <@{manager.user.id}>.")
    assert town.settled()
    with town.ports.store().begin(Scope.of_team(town.installed.team), writes=False) as work:
        again = [each for number in range(1, 20) if (each := work.inbox.get(number)) and "view" in each.body]
    town.app.bolt.dispatch(
        BoltRequest(body=dict(again[-1].body), mode="socket_mode", context={ATTEMPT: Attempt(again[-1])})
    )

    assert f"<@{rep.user.id}> asks you to see to this gap (content we do not have, at Acme):" in told.text
    assert [told.ts] == [each.ts for each in manager.messages() if "no deck" in each.text]
    assert [Happened.LOGGED, Happened.ASSIGNED] == events(town)
    assert manager.user.id == gap(town).owner


def test_a_gap_is_taken_once(town: Town) -> None:
    """A double click writes one event; whoever takes a gap is not written to as well; it can be given to nobody."""
    logged(town, "no deck")
    rep = town.person()
    rep.dm("hello")
    rep.wait_for_message("")
    rep.command("/fika gaps 1")
    card = rep.wait_for_message("no deck")
    rep.click(card, "I see to it")
    rep.click(card, "I see to it")
    rep.wait_for_message("Nothing changed: you see to it.")
    assert town.settled()
    assert [Happened.LOGGED, Happened.ASSIGNED] == events(town)
    rep.click(card, "Assign")
    form = rep.wait_for_modal("Assign a gap")
    rep.submit(form, {"owner": None})
    rep.wait_for_message("Now taken from its owner by you.")

    assert gap(town).owner is None
    assert [Happened.LOGGED, Happened.ASSIGNED, Happened.ASSIGNED] == events(town)


def test_whom_a_gap_cannot_be_given_to(town: Town) -> None:
    """A guest and Fika itself: a sentence, and nothing is written."""
    logged(town, "no deck")
    rep = town.person()
    for owner, said in ((town.person("guest").user.id, "Guests"), (town.installed.bot_user, "I cannot see to gaps")):
        rep.command("/fika gaps 1", "sales")
        rep.click(rep.wait_for_message("no deck"), "Assign")
        rep.submit(rep.wait_for_modal("Assign a gap"), {"owner": owner})
        rep.wait_for_message(said)

    assert [Happened.LOGGED] == events(town)


def test_an_owner_who_cannot_be_told(town: Town) -> None:
    """Somebody who left can be named; whoever did so hears that they were not told."""
    logged(town, "no deck")
    rep, manager = town.person(), town.person("manager")
    manager.user.deleted = True
    rep.command("/fika gaps 1", "sales")
    rep.click(rep.wait_for_message("no deck"), "Assign")
    rep.submit(rep.wait_for_modal("Assign a gap"), {"owner": manager.user.id})

    assert f"I cannot write to <@{manager.user.id}>" in rep.wait_for_message("Now given").text


def test_a_gap_is_closed_with_a_reason(town: Town) -> None:
    """As filled, or as one that nobody will fill; the reason is asked for and shown."""
    logged(town, "no deck", "no paper")
    rep = town.person()
    rep.command("/fika gaps all", "sales")
    gaps = rep.wait_for_message("no deck")
    move(rep, gaps, "no deck", "Close…")
    rep.submit(rep.wait_for_modal("Close a gap"), {"reason": "it is on the wiki"})
    assert "Now closed as filled by you: it is on the wiki." in rep.wait_for_message("no deck").text
    move(rep, gaps, "no paper", "Close…")
    rep.submit(rep.wait_for_modal("Close a gap"), {"ends": "It will not be filled", "reason": "Too dear."})
    rep.wait_for_message("closed as won't by you: Too dear.")

    assert [GapStatus.FILLED, GapStatus.WONT] == [gap(town, number).status for number in (1, 2)]


def test_a_gap_that_an_answer_closed_meanwhile(town: Town) -> None:
    """Whoever had the form open is told, and nothing is written; a late click does not open it again."""
    logged(town, "nobody knows how many people", account=1, kind=GapKind.TRAIT, trait="employees")
    rep, manager = town.person(), town.person("manager")
    rep.command("/fika gaps 1", "sales")
    card = rep.wait_for_message("#1")
    rep.click(card, "Close")
    form = rep.wait_for_modal("Close a gap")
    manager.dm("Acme has 120 people")
    manager.wait_for_message("Noted for Acme")
    rep.submit(form, {"reason": "I know it"})
    assert "Gap #1 is closed already (filled)" in rep.wait_for_message("").text
    rep.click(card, "Close")
    assert "Gap #1 is closed already" in rep.wait_for_message("").text
    for button in ("I see to it", "Assign"):
        rep.click(card, button)
        assert "Gap #1 is closed already (filled: Answered: 120 people.)" in rep.wait_for_message("").text

    assert [Happened.LOGGED, Happened.CLOSED] == events(town)
    assert rep.modal is None


def test_an_open_gap_is_not_reopened(town: Town) -> None:
    """A forged or late click gets a sentence; so does one that carries nothing sensible."""
    logged(town, "no deck")
    rep = town.person()
    rep.dm("hello")
    answer = rep.wait_for_message("")
    for value, said in (
        ('{"gap":1,"does":"reopen"}', "Gap #1 is open already."),
        ('{"gap":99,"does":"assign"}', "There is no gap #99."),
        ('{"gap":1,"does":"burn"}', "not one of mine any more"),
        ('{"gap":-1,"does":"show"}', "not one of mine any more"),
    ):
        rep.forge(answer, "gap_show", value)
        assert said in rep.wait_for_message("").text
    rep.forge(answer, "gaps", '{"account":99999}')
    assert "not there any more" in rep.wait_for_message("").text

    assert [Happened.LOGGED] == events(town)


def test_a_guest_sees_no_gaps(town: Town) -> None:
    """Neither by command nor by a click on what others were shown."""
    logged(town, "no deck")
    guest = town.person("guest")
    guest.command("/fika gaps all", "sales")
    assert "no deck" not in all_words(guest.wait_for_message("only members"))
    guest.dm("hello")
    refusal = guest.wait_for_message("only members")
    for act, value in (("gaps", "{}"), ("gap_take", '{"gap":1,"does":"take"}'), ("gap_map", "")):
        guest.forge(refusal, act, value)
        assert "only members" in guest.wait_for_message("").text

    assert [Happened.LOGGED] == events(town)


def test_a_channel_of_two_companies_sees_no_gaps(town: Town) -> None:
    """The answer goes to the direct messages, with why."""
    logged(town, "no deck")
    rep = town.person()
    rep.command("/fika gaps all", "with-partner")
    answer = rep.wait_for_message("no deck")

    assert rep.dm_channel.id == answer.channel
    assert "shared with another company" in all_words(answer)


# The weekly digest


def settings_form(town: Town, rep: Person) -> View:
    """The form with the settings, of a workspace that the rep set up."""
    set_up(town.ports, town.installed.team, Workspace(admins=(rep.user.id,)))
    rep.command("/fika settings", "sales")
    return rep.wait_for_modal()


def saved(town: Town) -> str | None:
    """The channel that the digest goes to."""
    return workspace_of(town.ports, town.installed.team).digest_channel


def test_an_admin_chooses_the_channel(town: Town) -> None:
    """It is said back, kept when other settings change, and can be taken away."""
    rep = town.person()
    sales = rep.channel("sales").id
    rep.submit(settings_form(town, rep), {"digest_channel": sales})
    assert f"Weekly digest of gaps: <#{sales}>" in rep.wait_for_message("Saved").text
    rep.command("/fika settings", "sales")
    rep.submit(rep.wait_for_modal(), {"keep_days": "7"})
    rep.wait_for_message("kept for 7 days")

    assert sales == saved(town)


def test_channels_that_are_refused(town: Town) -> None:
    """Shared with another company, archived, or without Fika: a sentence each, and nothing is saved."""
    rep = town.person()
    rep.channel("deals").is_archived = True
    rep.channel("sales").is_ext_shared = True
    town.slack.world.leave(rep.channel("with-partner"), town.installed.bot_user)
    rep.channel("with-partner").is_ext_shared = False
    for channel, said in (("sales", "another company"), ("deals", "archived"), ("with-partner", "I am not in it")):
        form = settings_form(town, rep)
        rep.submit(form, {"digest_channel": rep.channel(channel).id})
        assert said in rep.wait_for_message("digest").text

    assert saved(town) is None


def digest_of(town: Town) -> Digest:
    """The week's digest."""
    return weekly_digest(Scorer(load_pack(HARBOR).pack), town.installed.team, town.ports, WEEK, NOW.date(), UTC)


@pytest.fixture
def theirs(settings: Settings, town: Town) -> Settings:
    """The settings with which the digest is posted."""
    return settings.model_copy(update={"team": town.installed.team})


def test_a_weeks_digest_is_one_message(town: Town, theirs: Settings) -> None:
    """Posted twice in a week it is there once, without quotes; its buttons answer whoever clicks."""
    logged(town, "no deck <!channel>", account=1, quote="word for word", stage=StageId.EVALUATE)
    logged(town, "prices")
    change_gap(town.ports, town.scope, 2, closed("on the wiki", person(), NOW))
    rep = town.person()
    sales = rep.channel("sales")
    made = digest_of(town)
    posts = notifier(theirs, sales.id)
    outcomes = [post_digest(made, town.scope, town.ports, posts, NOW).outcome for _ in range(2)]
    [message] = [each for each in rep.messages("sales") if each.app == town.installed.app]
    words = all_words(message)

    assert [Outcome.POSTED, Outcome.ALREADY] == outcomes
    for said in (
        "week 2026-W47",
        "2 new, 1 closed, 1 open.",
        "#1 no deck &lt;!channel&gt;",
        "prices (filled: on the wiki)",
    ):
        assert said in words
    assert "word for word" not in words
    rep.click(message, "All gaps")
    answer = rep.wait_for_message("no deck", "sales")
    assert rep.user.id == answer.ephemeral_for


def test_a_digest_that_cannot_be_posted_may_be_tried_again(town: Town, theirs: Settings) -> None:
    """A channel that came to be shared gets nothing, another workspace's token neither; once it is ours, it is posted."""
    sales = town.person().channel("sales")
    sales.is_ext_shared = True
    with pytest.raises(NotAllowed, match="another company"):
        post_digest(digest_of(town), town.scope, town.ports, notifier(theirs, sales.id), NOW)
    sales.is_ext_shared = False
    other = theirs.model_copy(update={"team": "T0OTHER"})
    with pytest.raises(FikaError, match="is of the workspace"):
        post_digest(digest_of(town), town.scope, town.ports, notifier(other, sales.id), NOW)
    assert quiet_for(town.person(), 0.1)
    posted = post_digest(digest_of(town), town.scope, town.ports, notifier(theirs, sales.id), NOW)

    assert Outcome.POSTED is posted.outcome
    assert eventually(lambda: town.person().last("sales") is not None)
    assert [] == all_gaps(town.ports, town.scope)


def test_a_form_hears_what_its_words_name(town: Town) -> None:
    """The stage and the persona of what is missing count on the map, and the echo leads on."""
    rep = town.person()
    rep.command("/fika gap", "sales")
    form = rep.wait_for_modal("Log a gap")
    rep.submit(form, {"kind": "content", "what": "no case study for the CFO in the evaluation stage"})
    rep.click(rep.wait_for_message("Logged a gap"), "I see to it")
    rep.wait_for_message("Now given to you by you.")

    assert (StageId.EVALUATE, "cfo", rep.user.id) == (gap(town).stage, gap(town).persona, gap(town).owner)


def test_a_question_that_nobody_could_answer_is_known_as_such(town: Town) -> None:
    """Its trait is heard, so that the answer closes the gap once it comes; of another kind it is not about the trait."""
    rep = town.person()
    for kind in ("trait", "product"):
        rep.dm("does Acme fit?")
        rep.click(rep.wait_for_message("Acme"), "Log a gap")
        rep.submit(rep.wait_for_modal("Log a gap"), {"kind": kind, "what": "nobody knows how many employees they have"})
        rep.wait_for_message("Logged a gap")
    rep.dm("Acme has 120 people")
    rep.wait_for_message("Noted for Acme")

    assert [("employees", False), (None, True)] == [(gap(town, each).trait, gap(town, each).is_open) for each in (1, 2)]
