"""Home, the workspace's settings, sharing with a channel, and a person's right to be forgotten."""

from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import View
from tests.journeys.conftest import Town, eventually


def home_of(person: Person, said: str = "") -> View:
    """A person's Home, once it says something."""
    assert eventually(lambda: person.home is not None and said in all_words(person.home)), said
    assert person.home is not None
    return person.home


def set_up(town: Town, person: Person) -> None:
    """Let a person set Fika up."""
    person.open_home()
    person.click(home_of(person, "Set Fika up"), "Set Fika up")
    person.wait_for_message("Fika is set up")


def settings_form(person: Person) -> View:
    """The form with the settings, opened from Home."""
    person.open_home()
    person.click(home_of(person, "Change settings"), "Change settings")
    return person.wait_for_modal()


def test_the_first_run_offers_to_set_up(town: Town) -> None:
    """On the first run Home says what Fika is, what can be asked, and how to set it up."""
    rep = town.person()
    rep.open_home()
    words = all_words(home_of(rep, "Set Fika up"))

    assert "does Acme fit?" in words


def test_home_shows_recent_checks_accounts_and_gaps(town: Town) -> None:
    """Home shows what a person did lately, with the verdicts, and a click goes on from there."""
    rep = town.person()
    set_up(town, rep)
    rep.dm("does Acme fit?")
    rep.wait_for_message("Acme")
    rep.dm("add Globex")
    rep.wait_for_message("Globex")
    rep.dm("log a gap: no case study for hospitals")
    rep.wait_for_message("Logged a gap")
    rep.open_home()
    home = home_of(rep, "no case study for hospitals")
    words = all_words(home)
    for said in ("Your recent checks", "Acme", "Globex", "36" if "36 accounts" in words else "37 accounts"):
        assert said in words
    rep.click(home, "Check an account")
    rep.submit(rep.wait_for_modal(), {"account": "Acme"})

    assert "Acme: still open" in rep.wait_for_message("Acme: ", None).text


def test_home_is_fresh_after_each_change(town: Town) -> None:
    """Whoever has Home open sees what changed without opening it again."""
    rep = town.person()
    set_up(town, rep)
    rep.dm("does Acme fit?")

    assert "Acme" in all_words(home_of(rep, "Your recent checks"))


def test_only_the_first_becomes_admin(town: Town) -> None:
    """Whoever sets the app up is its first admin; nobody after that helps themselves to it."""
    rep, manager = town.person(), town.person("manager")
    manager.open_home()
    offer = home_of(manager, "Set Fika up")
    set_up(town, rep)
    manager.click(offer, "Set Fika up")
    refusal = manager.wait_for_message("")

    assert "admin" in refusal.text
    with town.ports.store().begin(town.scope, writes=False) as work:
        assert (rep.user.id,) == work.workspaces.get().admins


def test_settings_are_for_admins_alone(town: Town) -> None:
    """A forged click and a forged command do not open the settings for anybody else."""
    rep, manager = town.person(), town.person("manager")
    set_up(town, rep)
    manager.command("/fika settings", "sales")
    assert "admins" in manager.wait_for_message("").text
    manager.dm("hello")
    manager.forge(manager.wait_for_message(""), "settings", "")

    assert "admins" in manager.wait_for_message("").text
    assert manager.modal is None


def test_a_workspace_chooses_its_pack(town: Town) -> None:
    """An admin changes the pack with a form that says what is wrong next to the field; the next answer is from it."""
    rep = town.person()
    set_up(town, rep)
    form = settings_form(rep)
    wrong = rep.submit(form, {"time_zone": "Mars/Olympus"})
    assert {"time_zone"} == set(wrong.errors)
    assert rep.modal is not None
    rep.submit(rep.modal, {"pack": "posthog", "time_zone": "Europe/Berlin", "keep_days": "7"})
    rep.wait_for_message("Saved")
    rep.command("/fika icp", "sales")

    assert "PostHog" in all_words(rep.wait_for_message("Sell to them"))


def test_today_is_the_asking_persons(town: Town) -> None:
    """What is recorded carries the date of the person who said it, where they live."""
    rep = town.person()
    town.slack.world.users[rep.user.id].tz = "Pacific/Kiritimati"
    rep.dm("Acme has 120 people")
    rep.wait_for_message("Noted")
    with town.ports.store().begin(town.scope, writes=False) as work:
        answer = work.accounts.get(1).answers[-1]

    from zoneinfo import ZoneInfo

    assert answer.recorded_at.astimezone(ZoneInfo("Pacific/Kiritimati")).date() == answer.on


def test_a_card_is_shared_on_purpose(town: Town) -> None:
    """Sharing asks for the channel, posts one card there for everybody, and tells the person so."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Share to channel")
    rep.submit(rep.wait_for_modal("Share"), {"channel": rep.channel("sales").id})
    rep.wait_for_message("Shared")
    shared = town.person("manager").last("sales")

    assert shared is not None
    assert "Acme" in all_words(shared)
    assert 1 == len([each for each in rep.messages("sales") if each.app == town.installed.app])


def test_a_channel_of_two_companies_gets_no_card(town: Town) -> None:
    """A channel that came to be shared with another company since it was chosen gets nothing."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Share to channel")
    form = rep.wait_for_modal("Share")
    rep.channel("sales").is_ext_shared = True
    rep.submit(form, {"channel": rep.channel("sales").id})
    refusal = rep.wait_for_message("")

    assert "another company" in refusal.text
    assert rep.last("sales") is None


def test_where_fika_is_not_a_card_cannot_be_shared(town: Town) -> None:
    """Where Fika is no member the person is told how to invite it."""
    rep = town.person()
    town.slack.world.leave(rep.channel("deals"), town.installed.bot_user)
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Share to channel")
    rep.submit(rep.wait_for_modal("Share"), {"channel": rep.channel("deals").id})

    assert "/invite" in rep.wait_for_message("").text


def test_a_person_is_forgotten_on_request(town: Town) -> None:
    """After a warning everything kept about the person is gone; what the team learned stays, without them."""
    rep = town.person()
    rep.dm("Acme has 120 people")
    rep.wait_for_message("Noted")
    rep.command("/fika forget me", "sales")
    rep.click(rep.wait_for_message("delete what I keep"), "Delete my data")
    rep.wait_for_message("deleted")
    assert town.settled()
    with town.ports.store().begin(town.scope, writes=False) as work:
        answer = work.accounts.get(1).answers[-1]
        assert (120, None, None) == (answer.value, answer.source.person, answer.quote)
        assert work.people.get(rep.user.id) is None
        assert [] == work.asks.recent(rep.user.id, 5)


def test_a_stopped_answer_is_not_posted(town: Town) -> None:
    """After the stop button nothing more comes but the word that it was stopped, and the status is cleared."""
    rep = town.person()
    town.slack.faults.slow("users.info", 4)
    asked = rep.dm("does Acme fit?")
    assert eventually(lambda: rep.status(None, asked.ts) != "")
    rep.stop(None, asked.ts)
    rep.wait_for_message("Stopped")

    assert town.settled()
    assert "" == rep.status(None, asked.ts)
    assert not [each for each in rep.messages() if "Acme: still open" in each.text]
    assert ["Stopped."] == [each.text[:8] for each in rep.messages() if each.app]  # beside the question, as an answer


def test_home_shows_what_was_checked_from_its_form(town: Town) -> None:
    """The check that was asked for on Home stands there at once."""
    rep = town.person()
    set_up(town, rep)
    rep.click(home_of(rep, "Check an account"), "Check an account")
    rep.submit(rep.wait_for_modal(), {"account": "Acme"})

    assert rep.wait_for_home("still open, at best primary/A")


def test_a_slow_answer_shows_that_fika_works(town: Town) -> None:
    """While something slow is worked on there is a sign of life, gone when the answer is there."""
    rep = town.person()
    town.slack.faults.slow("users.info", 3)
    asked = rep.dm("does Acme fit?")
    assert eventually(lambda: rep.status(None, asked.ts) != "")
    assert rep.last() is None
    rep.wait_for_message("Acme")

    assert eventually(lambda: rep.status(None, asked.ts) == "")
