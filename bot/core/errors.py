"""What can go wrong, named after what happened.

    FikaError
    ├── ValueRefused        a value that its trait cannot hold
    ├── PackInvalid         a pack with errors; carries every one of them
    ├── PackUnknown         no pack of that name or at that path
    ├── VersionNotRaised    a changed pack under a version that is already published
    ├── AccountUnknown      no account of that name
    ├── AccountAmbiguous    several accounts answer to that name
    ├── AccountRefused      a name, an id or a merge that an account cannot take
    ├── GapUnknown          no gap of that number
    ├── GapRefused          something that cannot be done to a gap as it is
    ├── InterviewUnknown    no interview of that number
    ├── InterviewRefused    something that cannot happen in an interview as it is
    ├── LineRefused         a line of a file that cannot be taken
    ├── FileRefused         a file that cannot be read at all
    ├── NotAllowed          something that this person may not do
    ├── SettingRefused      a workspace setting that cannot be so
    └── StateUnavailable    the state (database, vector store, folder) cannot be used right now

Every message is a sentence for the person at the keyboard: what happened and what to do about it.
"""

from collections.abc import Sequence


class FikaError(Exception):
    """The base of every error that a user can do something about."""


class ValueRefused(FikaError):
    """Raised when a value is not of a form its trait can hold; the message says what is allowed."""


class PackUnknown(FikaError):
    """Raised when there is no pack of that name or at that path."""


class PackInvalid(FikaError):
    """Raised when a pack has errors; `problems` holds every one of them, as lines ready to print."""

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        self.name = name
        self.problems = tuple(problems)
        count = f"{len(self.problems)} error{'s' if len(self.problems) != 1 else ''}"
        super().__init__("\n".join([f"The pack {name!r} has {count}:", *self.problems]))


class VersionNotRaised(FikaError):
    """Raised when a changed pack comes under a version that is already published."""


class AccountUnknown(FikaError):
    """Raised when no account answers to a name; `nearest` holds names that are close."""

    def __init__(self, name: str, nearest: Sequence[str] = ()) -> None:
        self.name = name
        self.nearest = tuple(nearest)
        hint = f" The nearest: {', '.join(self.nearest)}." if self.nearest else ""
        super().__init__(f"There is no account called {name!r}.{hint}")


class AccountAmbiguous(FikaError):
    """Raised when several accounts answer to a name; `choices` holds them."""

    def __init__(self, name: str, choices: Sequence[str]) -> None:
        self.name = name
        self.choices = tuple(choices)
        super().__init__(f"Several accounts answer to {name!r}: {', '.join(self.choices)}.")


class AccountRefused(FikaError):
    """Raised when an account cannot be called so, have that id, or be merged with that one."""


class GapUnknown(FikaError):
    """Raised when there is no gap of that number."""

    def __init__(self, gap_id: int) -> None:
        self.gap_id = gap_id
        super().__init__(f"There is no gap #{gap_id}.")


class GapRefused(FikaError):
    """Raised when something cannot be done to a gap as it is; the message says why."""


class InterviewUnknown(FikaError):
    """Raised when there is no interview of that number, or none that may go on."""

    def __init__(self) -> None:
        super().__init__("That interview is gone. Start another one, and it begins with what is known by now.")


class InterviewRefused(FikaError):
    """Raised when something cannot happen in an interview as it is; the message says why."""


class LineRefused(FikaError):
    """Raised when one line of a file cannot be taken; the other lines still can."""


class FileRefused(FikaError):
    """Raised when a file cannot be read at all: missing, too large, in the wrong encoding, of the wrong shape."""


class NotAllowed(FikaError):
    """Raised when a person may not do what they ask for; the message says who may."""


class SettingRefused(FikaError):
    """Raised when a workspace cannot be set so; `setting` is the name of what is wrong."""

    def __init__(self, setting: str, message: str) -> None:
        self.setting = setting
        super().__init__(message)


class StateUnavailable(FikaError):
    """Raised when the state cannot be used right now: locked, full, damaged or not writable."""
