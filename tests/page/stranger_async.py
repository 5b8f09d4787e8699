"""Stranger, asynchronous: the smallest Bolt app of that kind; it greets whoever mentions it, and counts clicks."""

import asyncio
import os
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

client = AsyncWebClient(
    os.environ["SLACK_BOT_TOKEN"], base_url=os.environ.get("SLACK_API_URL", "https://slack.com/api/")
)
app = AsyncApp(client=client, signing_secret=os.environ.get("SLACK_SIGNING_SECRET"))


def _blocks(count: int) -> list[dict[str, Any]]:
    words = {"type": "plain_text", "text": f"Clicked {count} times"}
    button = {"type": "button", "action_id": "click", "text": words, "value": str(count)}
    return [{"type": "actions", "elements": [button]}]


@app.event("app_mention")
async def mentioned(event: dict[str, Any], say: Any) -> None:
    """Greet."""
    await say(text=f"Hello <@{event['user']}>, without waiting", blocks=_blocks(0))


@app.action("click")
async def clicked(ack: Any, action: dict[str, Any], respond: Any) -> None:
    """Count."""
    await ack()
    await respond(text="Clicked", blocks=_blocks(int(action["value"]) + 1), replace_original=True)


async def main() -> None:
    """Run until it is stopped."""
    await AsyncSocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start_async()


if __name__ == "__main__":
    asyncio.run(main())
