"""The gap log in words, on Home, and as a picture in the direct messages."""

import json
from collections.abc import Iterator

import pytest

from bot.core.gap import GapStatus, Happened
from bot.core.journey import StageId
from bot.flows.workspace import set_up
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed, Message, View
from bot.playground.server import LocalSlack
from bot.ports.team import Workspace
from tests.journeys.conftest import MANIFEST, Town, eventually
from tests.journeys.test_gaps import events, gap, logged, move


def pictures(rep: Person) -> list[Message]:
    """The messages with a picture in a person's direct messages."""
    return [each for each in rep.messages() if each.files]


def home_of(rep: Person, said: str) -> View:
    """A person's Home, once it says something."""
    rep.open_home()
    assert eventually(lambda: rep.home is not None and said in all_words(rep.home)), said
    assert rep.home is not None
    return rep.home


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("show my gaps", "not logged a gap"),
        ("gaps", "not logged a gap"),
        ("which gaps are worth most?", "All gaps"),
        ("gaps at Acme", "Gaps at Acme"),
        ("show gap #1", "Who says so"),
        ("gap map", "Content gaps of Harbor (example)"),
    ],
)
def test_gaps_are_asked_for_in_words(town: Town, words: str, said: str) -> None:
    """In the direct messages and by mention, as by command."""
    logged(town, "no deck", account=1)
    rep = town.person()
    rep.dm(words)
    assert said in all_words(rep.wait_for_message(said))
    rep.mention("sales", words)
    assert rep.user.id == rep.wait_for_message(said, "sales").ephemeral_for


def test_a_gap_that_is_told_is_logged(town: Town) -> None:
    """Words that log a gap at an account are no question for its gaps."""
    rep = town.person()
    rep.dm("log a gap for Acme: there are no gaps we know of")

    assert "Logged a gap" in rep.wait_for_message("Logged a gap").text


def test_home_has_my_gaps(town: Town) -> None:
    """Those that are open and that the person logged or sees to, each with its menu; all of them are a click away."""
    rep = town.person()
    set_up(town.ports, town.installed.team, Workspace(admins=(rep.user.id,)))
    empty = home_of(rep, "see to none")
    logged(town, "no deck", by=rep.user.id)
    logged(town, "no paper")
    home = home_of(rep, "no deck")
    assert "no paper" not in all_words(home)
    move(rep, home, "no deck", "Close…")
    rep.submit(rep.wait_for_modal("Close a gap"), {"reason": "done"})
    rep.wait_for_message("Now closed")
    assert GapStatus.FILLED is gap(town).status
    home_of(rep, "see to none")
    rep.click(empty, "All gaps")

    assert "no paper" in all_words(rep.wait_for_message("All gaps"))


def test_a_reason_of_blanks_is_refused_beside_its_field(town: Town) -> None:
    """The form stays open, and nothing is written."""
    logged(town, "no deck")
    rep = town.person()
    rep.command("/fika gaps 1", "sales")
    rep.click(rep.wait_for_message("no deck"), "Close")
    refused = rep.submit(rep.wait_for_modal("Close a gap"), {"reason": "  "})

    assert {"reason"} == set(refused.errors)
    assert [Happened.LOGGED] == events(town)


def test_the_map_is_a_picture(town: Town) -> None:
    """In the direct messages, beside the table, with words for those who do not see it; one for each time it is asked."""
    logged(town, "no deck", stage=StageId.BUY, persona="cfo")
    rep = town.person()
    rep.dm("gap map")
    rep.wait_for_message("Content gaps of Harbor")
    assert eventually(lambda: len(pictures(rep)) == 1)
    [file] = pictures(rep)[0].files

    assert file.content is not None
    assert file.content.startswith(b"\x89PNG")
    assert "Content gaps of Harbor (example): 1 open content gap" in file.alt
    assert ("image/png", "Content gaps of Harbor (example)") == (file.mimetype, file.title)


def test_a_picture_is_for_the_asking_person_alone(town: Town) -> None:
    """Asked for in a channel it goes to the direct messages, with a word on what it is."""
    rep = town.person()
    rep.command("/fika gaps map", "sales")
    table = rep.wait_for_message("Content gaps of Harbor")
    assert eventually(lambda: len(pictures(rep)) == 1)

    assert (rep.user.id, rep.channel("sales").id) == (table.ephemeral_for, table.channel)
    assert "as a picture" in rep.messages()[-2].text
    assert [] == [each for each in rep.messages("sales") if each.files]


class TestWithoutTheScope:
    """Where `files:write` was left out at the installation."""

    @pytest.fixture
    def installed(self, slack: LocalSlack) -> Iterator[Installed]:
        """Fika without it."""
        manifest = json.loads(json.dumps(MANIFEST))
        for scopes in manifest["oauth_config"]["scopes"].values():
            scopes.remove("files:write")
        yield slack.install(manifest, channels=("sales", "deals", "with-partner"))
        slack.world.refusals[:] = [each for each in slack.world.refusals if each.method != "files.getUploadURLExternal"]

    def test_the_table_is_all(self, town: Town) -> None:
        """It says the same as the picture, and nobody is told of what is missing."""
        rep = town.person()
        rep.dm("gap map")
        answer = rep.wait_for_message("Content gaps of Harbor")
        assert town.settled()

        assert "table" in [each["type"] for each in answer.blocks]
        assert [] == pictures(rep)
        assert answer.ts == rep.messages()[-1].ts
