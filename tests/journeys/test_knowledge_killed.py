"""A model's answer is streamed, and the process is killed at every step of it: there is one answer in the end."""

import itertools
from collections.abc import Iterator

import pytest

from bot.bootstrap import build
from bot.flows.search import ingest_passages
from bot.library.loader import load_pack
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed
from bot.playground.server import LocalSlack
from bot.settings import Settings
from tests.journeys.conftest import HARBOR, UNFORGIVABLE
from tests.journeys.mortal import nursery
from tests.journeys.test_killed import FEWEST_MOMENTS, MOST_MOMENTS, Graveyard
from tests.llm.hostile import hostile, says

QUESTION = "What do we say to a CFO about implementation cost?"
FACTS = ("[2] Setup is a fixed $6,000.\n", "[2] Take it seriously.\n")


@pytest.fixture
def answering(slack: LocalSlack, installed: Installed, settings: Settings) -> Iterator[Graveyard]:
    """A workspace whose processes ask a language model, and a nursery for them."""
    with hostile(says(*FACTS, wait=0.3)) as server:
        environment = {
            **slack.environment(installed),
            "FIKA_LLM": "openai:a-model",
            "FIKA_LLM_URL": server.url,
            "FIKA_LLM_KEY": "sk-test",
        }
        ports = build(settings)
        ingest_passages(load_pack(HARBOR).pack, ports)
        with nursery(environment, settings.home) as cradle:
            yield Graveyard(slack, installed, cradle, ports)
    assert [] == [each for each in slack.world.refusals if each.error in UNFORGIVABLE]
    assert [] == slack.world.hazards


def test_a_streamed_answer_is_one_message(answering: Graveyard) -> None:
    """However far the stream came, whoever goes on completes it: no half message stands beside the answer."""
    mortal = answering.born()
    for moment in itertools.count():
        assert moment < MOST_MOMENTS
        rep = answering.newcomer(moment)
        head = rep.dm("hello")
        rep.wait_for_message("Hello")
        assert answering.carried_out(mortal)
        mortal.arm(moment)
        rep.dm(QUESTION, thread=head.ts)
        survived = answering.carried_out(mortal)
        if not survived:
            mortal = answering.born()
            assert answering.carried_out(mortal)
        posted = [each for each in rep.messages(thread=head.ts) if each.app]

        assert (moment, 1) == (moment, len(posted))
        assert "below; every sentence stands in them" in all_words(posted[0])
        if survived:
            break

    assert moment >= FEWEST_MOMENTS
    assert "chat.startStream" in {each.method for each in answering.slack.world.calls}
