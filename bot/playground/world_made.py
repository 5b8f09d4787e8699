"""What may be said of a person or a channel when they are made."""

from typing import TypedDict


class UserTraits(TypedDict, total=False):
    """What may be said of a new person; the meanings are those of User."""

    real_name: str
    email: str | None
    tz: str
    locale: str
    is_bot: bool
    is_admin: bool
    is_restricted: bool
    is_ultra_restricted: bool
    deleted: bool
    app: str | None


class ChannelTraits(TypedDict, total=False):
    """What may be said of a new channel; the meanings are those of Channel."""

    is_private: bool
    is_archived: bool
    is_ext_shared: bool
    is_mpim: bool
    shared_with: set[str]
    topic: str
    purpose: str
