"""The first things a rep does."""

from tests.journeys.conftest import Town


def test_dm(town: Town) -> None:
    rep = town.person()
    rep.dm("does Acme fit?")
    message = rep.wait_for_message("")
    from bot.playground.acts_seen import all_words

    print(all_words(message))
    import json

    print(json.dumps(message.blocks, indent=1)[:6000])
    assert town.settled()
