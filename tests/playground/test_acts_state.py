"""What a person has ticked in a message goes with every later click there."""

from bot.playground.server import LocalSlack
from tests.playground.echo import Echo

_BOXES = [{"text": {"type": "plain_text", "text": word}, "value": word} for word in ("one", "two")]
BLOCKS = [
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "checkboxes", "action_id": "tick", "options": _BOXES, "initial_options": _BOXES},
            {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}},
        ],
    }
]


def ticked(body: dict[str, object]) -> list[str]:
    """What a click says is ticked."""
    state = body["state"]
    assert isinstance(state, dict)
    return [each["value"] for each in state["values"]["row"]["tick"]["selected_options"]]


def test_what_was_ticked_is_remembered(slack: LocalSlack, socket_echo: Echo) -> None:
    """A click after a choice carries the choice, as Slack's client does; another person's click does not."""
    rep, manager = slack.person("rep"), slack.person("manager")
    channel = rep.channel("sales").id
    socket_echo.bolt.client.chat_postMessage(channel=channel, text="boxes", blocks=BLOCKS)
    shown = rep.wait_for_message("boxes", "sales")
    rep.click(shown, "Go")
    rep.choose(shown, "tick", ["two"])
    rep.click(shown, "Go")
    rep.choose(shown, "tick", [])
    rep.click(shown, "Go")
    manager.click(shown, "Go")
    slack.deliveries.quiet()

    bodies = [each for each in socket_echo.of("block_actions") if each["actions"][0]["action_id"] == "go"]
    assert [["one", "two"], ["two"], [], ["one", "two"]] == [ticked(each) for each in bodies]
