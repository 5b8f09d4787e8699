"""Messages that an app writes in Markdown."""

from typing import Any


def test_what_is_written_in_markdown_is_shown_as_markdown(office: Any) -> None:
    """It stands in a block of its own kind, and as the text for whoever reads that alone."""
    said = office.ask("chat.postMessage", channel=office.dm.id, markdown_text="**Bold**")

    assert "**Bold**" == said["message"]["text"]
    assert ["markdown"] == [block["type"] for block in said["message"]["blocks"]]
