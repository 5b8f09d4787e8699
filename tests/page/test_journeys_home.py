"""Home in the browser: Fika is set up, accounts are checked, settings changed, and it is always up to date."""

from bot.core.gap import GapStatus
from tests.journeys.conftest import Town
from tests.journeys.test_gaps import gap
from tests.page.conftest import Opens
from tests.page.screen import Screen


def _home(opens: Opens, town: Town, person: str) -> Screen:
    screen = opens(person, town.person(person).dm_channel.id)
    screen.press("Home", kinds="[role=tab]")
    return screen


def _set_up(screen: Screen) -> None:
    screen.press("Set Fika up")
    screen.find("Change settings")


def test_fika_is_set_up_and_asked_from_home(opens: Opens, town: Town) -> None:
    """Whoever presses becomes its admin; an account is checked from there, and stands among what was asked."""
    screen = _home(opens, town, "admin")
    _set_up(screen)
    with town.ports.store().begin(town.scope, writes=False) as work:
        assert (town.person("admin").user.id,) == work.workspaces.get().admins
    screen.press("Check an account")
    screen.find("Check an account", "dialog", exact=False)
    screen.fill("Account", "Acme")
    screen.press("Check fit")
    screen.see("Your recent checks")
    screen.press("Messages", exact=False, kinds="[role=tab]")

    assert "Acme: still open" in screen.answer("Computed by rules")


def test_settings_say_what_is_wrong_beside_the_field(opens: Opens, town: Town) -> None:
    """A time zone that is none keeps the form open with everything in it; put right, the settings are on record."""
    screen = _home(opens, town, "admin")
    _set_up(screen)
    screen.press("Change settings")
    screen.fill("Time zone", "Mars/Olympus")
    screen.fill("Days to keep", "7")
    screen.press("Save")
    field = screen.find("Time zone", "input", exact=False)
    screen.wait(lambda: field.get_attribute("aria-invalid") == "true", "the error at its field")
    assert screen.find("Days to keep", "input", exact=False).get_property("value") == "7"
    screen.fill("Time zone", "Europe/Berlin")
    screen.press("Save")
    screen.wait(lambda: not screen.there("Save"), "the form is gone")
    with town.ports.store().begin(town.scope, writes=False) as work:
        kept = work.workspaces.get()

    assert ("Europe/Berlin", 7) == (kept.time_zone, kept.keep_days)


def test_home_is_up_to_date(opens: Opens, town: Town) -> None:
    """What one does elsewhere meanwhile, say on a phone, shows by itself."""
    screen = _home(opens, town, "admin")
    _set_up(screen)
    screen.see("You have logged no gap")
    town.person("admin").dm("log a gap: no deck for nurses")
    screen.see("no deck for nurses")
    assert "You have logged no gap" not in screen.text
    screen.press("no deck for nurses", exact=False)
    screen.press("Close…", kinds="[role=menuitem]")
    screen.find("Close a gap", "dialog")
    screen.fill("Why", "we have one")
    screen.press("Close it")
    screen.see("You have logged no gap")

    assert GapStatus.FILLED is gap(town).status
