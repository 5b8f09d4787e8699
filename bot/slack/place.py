"""Place: where something was said or clicked, and so where its answer goes.

    in the DM with Fika     a message there, in the same thread if it was one
    in a channel            for the asking person's eyes only: an ephemeral message, in the thread if there is one
                            (Slack shows none in a thread that does not exist yet)
    by a command            through the command's own response URL, for the asking person's eyes only
    nowhere (Home, a form)  a message in the DM

What cannot be shown where it was asked goes to the DM. A channel that is shared with another company never sees
account intelligence.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes."""

    user: str
    """Who asked."""
    channel: str | None = None
    """Where; None for Home and for forms that were opened from there."""
    thread: str | None = None
    """The thread to answer in; None for an answer beside the question."""
    at: str | None = None
    """The message it is about: what was said or what was clicked on."""
    response_url: str | None = None
    shared: bool = False
    """Whether the channel is shared with another company."""

    @property
    def direct(self) -> bool:
        """Whether this is a direct message with the app."""
        return self.channel is not None and self.channel.startswith("D")

    @property
    def key(self) -> str:
        """The name under which what is talked about here is remembered."""
        return f"{self.channel or 'home'}/{self.thread or ''}"
