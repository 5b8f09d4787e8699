"""Briefings in Slack: by command, by button and in words, now and before the call, and as a file."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from slack_bolt import BoltRequest

from bot.bootstrap import build as ports_of
from bot.flows.accounts import forget_account, merge_accounts
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed, Message
from bot.playground.server import LocalSlack
from bot.ports import Scope
from bot.ports.briefings import Due
from bot.ports.team import Workspace
from bot.settings import Settings
from bot.slack import work
from bot.slack.due import EVENT, accept_due
from tests.journeys.briefing_bureau import PDF, Bureau, posted
from tests.journeys.conftest import UNFORGIVABLE, eventually, quiet_for

FRESH = "I will post a fresh one at 09:30, before the call."
PROMISED = "As promised, with what is known by now."
HEADLINE = "Acme: still open, at best primary/A"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def bureau(
    slack: LocalSlack, installed: Installed, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bureau]:
    """A workspace whose clock the test moves; what is due is seen soon."""
    monkeypatch.setattr(work, "HEARTBEAT", 0.1)
    monkeypatch.setattr(work, "MISSED", 100)  # nobody dies here, and whoever is slow is not taken for dead
    yield Bureau(slack, installed, settings, ports_of(settings))
    assert [] == [each for each in slack.world.refusals if each.error in UNFORGIVABLE - {"missing_scope"}]
    assert [] == slack.world.hazards


def _wanted(bureau: Bureau) -> Person:
    """Somebody who wants a briefing before a call tomorrow."""
    rep = bureau.rep()
    rep.dm("brief me on Acme with CFO before the demo tomorrow 10:00")
    rep.wait_for_message(FRESH)
    return rep


@pytest.mark.parametrize(
    "line",
    [
        "/fika brief Acme with CFO before the demo tomorrow 10:00",
        "/fika brief acme tomorrow 10:00 with the CFO, in evaluate",
    ],
)
def test_a_command_says_whom_one_meets_and_when(line: str, bureau: Bureau) -> None:
    """It is answered for the asking rep alone, the verdict first, and a fresh one is promised before the call."""
    with bureau.fika():
        rep = bureau.rep()
        rep.command(line, "sales")
        card = rep.wait_for_message(HEADLINE)

    said = all_words(card)
    assert rep.user.id == card.ephemeral_for
    assert (HEADLINE, True) == (card.text.partition("\n")[0].strip("*"), "You meet: CFO" in said)
    assert FRESH in said
    [waiting] = bureau.waiting(rep)
    assert (timedelta(minutes=30), "cfo") == (waiting.call_at - waiting.due_at, waiting.persona)
    assert waiting.call_words.endswith(", 10:00")  # by the rep's own clock


def test_an_account_that_is_called_like_more_than_a_name(bureau: Bureau) -> None:
    """The longest beginning that is a name counts; without any, misspelt names still get suggestions."""
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("add Dinner With Friends")
        rep.wait_for_message("Added Dinner With Friends")
        rep.command("/fika brief dinner with friends with the CFO", "sales")
        named = rep.wait_for_message("Dinner With Friends: ")
        rep.command("/fika brief Nobody Knows It with the CFO", "sales")
        unknown = rep.wait_for_message("no account called")

    assert "You meet: CFO" in all_words(named)
    assert "Nobody Knows It" in all_words(unknown)


def test_a_choice_keeps_whom_one_meets(bureau: Bureau) -> None:
    """Where several accounts answer to the name, the one that is chosen is briefed about as was asked."""
    with bureau.fika():
        rep = bureau.rep()
        for name in ("Initech North", "Initech South"):
            rep.dm(f"add {name}")
            rep.wait_for_message(f"Added {name}")
        rep.command("/fika brief Initech with the CFO tomorrow 10:00", "sales")
        choice = rep.wait_for_message("Initech North")
        rep.click(choice, "Choose 2. Initech South")
        card = rep.wait_for_message("Initech South: ")

    assert "You meet: CFO" in all_words(card)
    assert FRESH in all_words(card)


def test_a_call_that_is_near_gets_no_second_briefing(bureau: Bureau) -> None:
    """What is known now is known in a quarter of an hour as well."""
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("brief me on Acme in 15 minutes")
        card = rep.wait_for_message("For the call")

    assert "fresh one" not in all_words(card)
    assert [] == bureau.waiting(rep)


def test_before_the_call_a_fresh_one_comes_once(bureau: Bureau) -> None:
    """From what is known by then, into the direct messages, and with what changed."""
    with bureau.fika():
        rep = _wanted(bureau)
        [waiting] = bureau.waiting(rep)
        rep.dm("Acme has 900 people")
        rep.wait_for_message("Noted for Acme")
        bureau.clock.reach(waiting.due_at)
        assert bureau.settled(waiting.id)
        rep.mark()
        assert quiet_for(rep)

    [card] = posted(rep, PROMISED)
    said = all_words(card)
    assert (Due.HANDED, None) == (bureau.became(waiting.id), card.thread_ts)
    assert "You meet: CFO" in said
    assert "Employees: 900 people (you" in said
    assert "fresh one" not in said


def test_what_stands_in_the_conversation_goes_on_standing(bureau: Bureau) -> None:
    """What comes by itself changes nothing of what the rep talks about; in its own thread it is talked about."""
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("does Saltmarsh Metrics fit?")
        rep.wait_for_message("Saltmarsh")
        assert bureau.settled(bureau.promise(rep, -MINUTE, 29 * MINUTE).id)
        [card] = posted(rep, PROMISED)
        rep.dm("why?")
        beside = rep.wait_for_message("")
        rep.dm("why?", thread=card.ts)
        below = rep.wait_for_message("", thread=card.ts)

    assert ("Saltmarsh" in beside.text, "Acme" in below.text) == (True, True)


def test_called_off_and_wanted_again(bureau: Bureau) -> None:
    """Cancelled, nothing comes; wanted again, it comes after all."""
    with bureau.fika():
        rep = _wanted(bureau)
        [waiting] = bureau.waiting(rep)
        rep.click(_last(rep), "Cancel")
        off = rep.wait_for_message("Cancelled: nothing comes before the call with *Acme*")
        assert [] == bureau.waiting(rep)
        rep.click(off, "Remind me before the call")
        on = rep.wait_for_message("I will post a fresh briefing at 09:30")
        [again] = bureau.waiting(rep)
        rep.click(on, "Cancel")
        rep.wait_for_message("Cancelled")
        rep.click(on, "Cancel")
        rep.wait_for_message("Nothing waits any more")
        bureau.clock.reach(waiting.due_at)
        rep.mark()
        assert quiet_for(rep)

    assert (waiting.call_at, waiting.due_at, "cfo") == (again.call_at, again.due_at, again.persona)
    assert [] == posted(rep, PROMISED)


def test_wanted_again_too_late(bureau: Bureau) -> None:
    """Where the call is near or over there is nothing to promise, and a briefing now is one click away."""
    with bureau.fika():
        rep = bureau.rep()
        promised = bureau.promise(rep, -MINUTE, 29 * MINUTE)
        assert bureau.settled(promised.id)
        [card] = posted(rep, PROMISED)
        rep.forge(card, "brief_later", f'{{"schedule":{promised.id}}}')
        told = rep.wait_for_message("too near for another briefing")
        rep.click(told, "Brief me now")
        rep.wait_for_message(HEADLINE)


def test_due_while_nothing_ran(bureau: Bureau) -> None:
    """On the next start it comes where the call is not over; else it is left out, with a word."""
    rep = bureau.rep()
    late = bureau.promise(rep, -40 * MINUTE, -10 * MINUTE)
    over = bureau.promise(rep, -3 * 60 * MINUTE, -2 * 60 * MINUTE, "Saltmarsh Metrics")
    with bureau.fika():
        assert bureau.settled(late.id)
        assert bureau.settled(over.id)

    assert 1 == len(posted(rep, PROMISED))
    [left_out] = posted(rep, "is over")
    assert "*Saltmarsh Metrics* on Monday 7 December, 10:00 is over." in left_out.text


def test_two_processes_post_one(bureau: Bureau) -> None:
    """Whoever finds it first hands it over, for however many there are."""
    rep = bureau.rep()
    with bureau.fika(), bureau.fika():
        rep.dm("hello")
        rep.wait_for_message("")
        promised = [bureau.promise(rep, -MINUTE, (29 + number) * MINUTE) for number in range(6)]
        assert all(bureau.settled(each.id) for each in promised)
        rep.mark()
        assert quiet_for(rep)

    assert 6 == len(posted(rep, PROMISED))


def test_what_was_forgotten_is_not_briefed_about(bureau: Bureau) -> None:
    """Neither an account that was deleted, nor a person who wanted to be forgotten."""
    rep, manager = bureau.rep(), bureau.slack.person("manager", bureau.installed)
    bureau.promise(rep, -MINUTE, 29 * MINUTE)
    bureau.promise(manager, -MINUTE, 29 * MINUTE, "Saltmarsh Metrics")
    forget_account(bureau.ports, bureau.scope, "Acme")
    with bureau.ports.store().begin(Scope.of_team(bureau.installed.team)) as unit:
        unit.people.forget(manager.user.id)
        unit.commit()
    with bureau.fika():
        assert quiet_for(rep, 1)

    assert ([], []) == (posted(rep, ""), posted(manager, ""))


def test_another_pack_meanwhile(bureau: Bureau) -> None:
    """The accounts of another pack are others: the rep is told that nothing comes."""
    rep = bureau.rep()
    promised = bureau.promise(rep, -MINUTE, 29 * MINUTE)
    with bureau.ports.store().begin(Scope.of_team(bureau.installed.team)) as unit:
        unit.workspaces.save(Workspace(pack="posthog"))
        unit.commit()
    with bureau.fika():
        assert bureau.settled(promised.id)

    assert 1 == len(posted(rep, "uses another pack now"))
    assert [] == posted(rep, PROMISED)


def test_somebody_elses_is_not_touched(bureau: Bureau) -> None:
    """A button that is forged finds nothing, and says so."""
    rep, manager = bureau.rep(), bureau.slack.person("manager", bureau.installed)
    theirs = bureau.promise(manager, 60 * MINUTE, 90 * MINUTE)
    with bureau.fika():
        rep.dm("does Acme fit?")
        card = rep.wait_for_message(HEADLINE)
        for act in ("brief_cancel", "brief_later"):
            rep.forge(card, act, f'{{"schedule":{theirs.id}}}')
            rep.wait_for_message("not there any more")

    assert Due.WAITING is bureau.became(theirs.id)


def test_slack_hands_over_nothing(bureau: Bureau) -> None:
    """What claims to be due is taken from Fika itself alone."""
    rep = bureau.rep()
    promised = bureau.promise(rep, 60 * MINUTE, 90 * MINUTE)
    with bureau.fika() as app:
        event = {"type": EVENT, "user": rep.user.id, "schedule": promised.id, "pack": "harbor", "call_words": "now"}
        body = {"type": "event_callback", "event_id": "Ev1", "event": event}
        answer = app.bolt.dispatch(BoltRequest(body=body, mode="socket_mode"))
        rep.mark()
        assert quiet_for(rep)

    assert (200, []) == (answer.status, posted(rep, ""))


def test_as_a_file(bureau: Bureau) -> None:
    """It comes into the direct messages, where the card is, and says what the card says."""
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("brief me on Acme with the CFO")
        rep.click(rep.wait_for_message(HEADLINE), "PDF")
        sent = rep.wait_for_message(lambda each: bool(each.files))

    [file] = sent.files
    assert ("briefing-acme.pdf", "Briefing: Acme") == (file.name, file.title)
    assert file.content is not None
    assert file.content.startswith(PDF + b"Acme")


def test_as_a_file_from_a_channel(bureau: Bureau) -> None:
    """The file goes to the rep alone, who is told where it is."""
    with bureau.fika():
        rep = bureau.rep()
        rep.command("/fika brief Acme", "sales")
        rep.click(rep.wait_for_message(HEADLINE), "PDF")
        told = rep.wait_for_message("is a PDF in our direct messages now")

    assert rep.user.id == told.ephemeral_for
    assert [1] == [len(each.files) for each in rep.messages() if each.files]
    assert [] == [each for each in rep.channel("sales").timeline if each.app]


def test_without_the_scope_for_files_it_comes_as_text(bureau: Bureau) -> None:
    """What is missing is said, and nothing of the briefing is lost."""
    bureau.slack.faults.refuse("files.getUploadURLExternal", "missing_scope")
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("brief me on Acme with the CFO")
        rep.click(rep.wait_for_message(HEADLINE), "PDF")
        told = rep.wait_for_message("files:write")

    assert "CFO" in all_words(told)
    assert "```" not in all_words(told)
    assert [] == [each for each in rep.messages() if each.files]


def _last(rep: Person) -> Message:
    last = rep.last()
    assert last is not None
    return last


def test_a_file_of_which_nobody_knows(bureau: Bureau) -> None:
    """Where Slack's answer was lost the rep is told to look; it is not sent twice."""
    bureau.slack.faults.lose_answer("files.completeUploadExternal")
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("brief me on Acme")
        rep.click(rep.wait_for_message(HEADLINE), "PDF")
        rep.wait_for_message("cannot tell whether it arrived")

    assert 1 == len([each for each in rep.messages() if each.files])


def test_an_account_that_is_deleted_at_the_last_moment(bureau: Bureau) -> None:
    """Handed over already, its briefing ends without a word; and nothing is tried for ever."""
    rep = bureau.rep()
    bureau.promise(rep, -MINUTE, 29 * MINUTE)
    [_] = accept_due(bureau.ports, bureau.installed.team, "one-that-died", bureau.clock())
    forget_account(bureau.ports, bureau.scope, "Acme")
    with bureau.fika():
        assert eventually(lambda: bureau.unanswered() == 0)

    assert [] == posted(rep, "")


def test_a_person_whom_slack_does_not_know_any_more(bureau: Bureau) -> None:
    """Nobody can be told: it ends, and is not tried for ever."""
    bureau.slack.faults.refuse("chat.postMessage", "channel_not_found", times=None)
    rep = bureau.rep()
    promised = bureau.promise(rep, -MINUTE, 29 * MINUTE)
    with bureau.fika():
        assert bureau.settled(promised.id)

    assert [] == posted(rep, "")


def test_while_slack_is_busy_it_is_put_off(bureau: Bureau) -> None:
    """And comes once Slack takes it."""
    bureau.slack.faults.break_down("chat.postMessage")
    rep = bureau.rep()
    promised = bureau.promise(rep, -MINUTE, 29 * MINUTE)
    rep.dm("hello")
    with bureau.fika():
        assert bureau.settled(promised.id)

    assert 1 == len(posted(rep, PROMISED))


# What can be had of the same briefing


def _shared(bureau: Bureau, rep: Person, line: str) -> Message:
    """A briefing that was shared on purpose, as a colleague sees it."""
    rep.dm(line)
    rep.click(rep.wait_for_message(HEADLINE), "Share to channel")
    rep.submit(rep.wait_for_modal("Share"), {"channel": rep.channel("sales").id})
    rep.wait_for_message("Shared the briefing on Acme")
    shared = bureau.slack.person("manager", bureau.installed).last("sales")
    assert shared is not None
    return shared


def test_a_briefing_is_shared_and_not_the_fit(bureau: Bureau) -> None:
    """For the same persona, stage and call, with who shares it; nothing that concerns its owner alone."""
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("log a gap: Acme: no secret paper")
        rep.wait_for_message("ogged")
        rep.dm("brief me on Acme")
        rep.wait_for_message(HEADLINE)
        bureau.clock.ahead += timedelta(hours=1)
        shared = _shared(bureau, rep, "brief me on Acme with the CFO in evaluate tomorrow 10:00")

    said = all_words(shared)
    assert shared.ephemeral_for is None
    for there in ("You meet: CFO", "For the call", "What to send in Evaluate", f"Shared by <@{rep.user.id}>"):
        assert there in said
    for private in ("secret", "since your briefing", "fresh one", "as you asked", "Cancel"):
        assert private not in said
    assert [] == [block for block in shared.blocks if block["type"] in ("actions", "context_actions")]


def test_sharing_is_no_briefing(bureau: Bureau) -> None:
    """What changed for the owner is told the next time all the same."""
    with bureau.fika():
        rep = bureau.rep()
        rep.command("/fika brief Acme", "sales")
        card = rep.wait_for_message(HEADLINE)
        bureau.clock.ahead += timedelta(hours=1)
        rep.dm("Acme has 900 people")
        rep.wait_for_message("Noted for Acme")
        rep.click(card, "Share to channel")
        rep.submit(rep.wait_for_modal("Share"), {"channel": rep.channel("sales").id})
        rep.wait_for_message("Shared the briefing on Acme")
        bureau.clock.ahead += timedelta(hours=1)
        rep.command("/fika brief Acme", "sales")
        again = rep.wait_for_message("Changed")

    assert "Employees: 900 people" in all_words(again)


def test_a_briefing_goes_to_nobody_elses_company(bureau: Bureau) -> None:
    """A channel that came to be shared with another company gets nothing."""
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("brief me on Acme with the CFO")
        rep.click(rep.wait_for_message(HEADLINE), "Share to channel")
        form = rep.wait_for_modal("Share")
        sales = rep.channel("sales")
        sales.is_ext_shared = True
        rep.submit(form, {"channel": sales.id})
        rep.wait_for_message("shared with another company")

    assert [] == [each for each in sales.timeline if each.app]


def test_a_stage_that_is_chosen_keeps_the_briefing(bureau: Bureau) -> None:
    """Whom one meets, the call and what was promised stay; the stage is noted."""
    with bureau.fika():
        rep = _wanted(bureau)
        rep.choose(_last(rep), "brief_stage", "Learn")
        card = rep.wait_for_message("What to send in Learn")
        [_] = bureau.waiting(rep)

    said = all_words(card)
    for kept in ("You meet: CFO", "For the call", FRESH, "said by you"):
        assert kept in said


def test_a_stage_that_is_chosen_promises_nothing_anew(bureau: Bureau) -> None:
    """What was cancelled stays cancelled, and a briefing for no call in particular stays one."""
    with bureau.fika():
        rep = _wanted(bureau)
        card = _last(rep)
        rep.click(card, "Cancel")
        rep.wait_for_message("Cancelled")
        rep.choose(card, "brief_stage", "Learn")
        learn = rep.wait_for_message("What to send in Learn")
        rep.dm("brief me on Acme with the CFO")
        rep.choose(rep.wait_for_message(HEADLINE), "brief_stage", "Buy")
        buy = rep.wait_for_message("What to send in Buy")
        rep.forge(buy, "brief_stage", '{"account":1}')
        rep.wait_for_message(HEADLINE)

    assert ("fresh one" in all_words(learn), "For the call" in all_words(buy)) == (False, False)
    assert "You meet: CFO" in all_words(buy)
    assert [] == bureau.waiting(rep)


@pytest.mark.parametrize("line", ["brief me on Acme with the janitor", "/fika brief Acme with the janitor tomorrow"])
def test_somebody_whom_the_pack_does_not_describe(line: str, bureau: Bureau) -> None:
    """Who is no buyer role is named, with those whom the pack describes."""
    with bureau.fika():
        rep = bureau.rep()
        if line.startswith("/"):
            rep.command(line, "sales")
        else:
            rep.dm(line)
        card = rep.wait_for_message(HEADLINE)

    assert "No persona is called janitor; say CFO, CRO" in all_words(card)


def test_buttons_of_an_account_that_was_merged(bureau: Bureau) -> None:
    """They say what became of it, and no number that nobody knows."""
    with bureau.fika():
        rep = bureau.rep()
        rep.dm("add Initech")
        rep.wait_for_message("Added Initech")
        rep.dm("brief me on Initech")
        card = rep.wait_for_message("Initech: ")
        merge_accounts(bureau.ports, bureau.scope, "Acme", "Initech")
        for button in ("Show why", "PDF", "Share to channel"):
            rep.click(card, button)
            told = rep.wait_for_message("merged with another one")
            assert "#" not in told.text
