"""Ids: every name by which Slack calls back, in one place."""

from enum import StrEnum


class Act(StrEnum):
    """What a click asks for; the action id of the element."""

    FIT = "fit"
    WHY = "why"
    TAKES = "takes"
    QUESTIONS = "questions"
    """Ask the open questions: a form with them."""
    BRIEF = "brief"
    GAP = "gap"
    EDIT = "edit"
    SHARE = "share"
    UNDO = "undo"
    ADD = "add"
    PICK = "pick"
    STAGE = "stage"
    FEEDBACK = "feedback"
    UNHELPFUL = "feedback_unhelpful"
    """The same as FEEDBACK, for the second of two plain buttons: a block holds each id once."""
    SETTINGS = "settings"
    CLAIM = "claim"
    """Set the app up, and become its first admin."""
    FORGET_ME = "forget_me"
    ACCOUNTS = "accounts"
    ICP = "icp"
    HELP = "help"
    FIND = "find"
    """Open the form that asks for an account's name."""
    LINK = "link"
    """A button that opens a page; Slack tells the app as well."""


class Form(StrEnum):
    """What a submitted form is; the callback id of the modal."""

    EDIT = "edit_answers"
    GAP = "log_gap"
    SETTINGS = "settings"
    FIND = "find_account"
    SHARE = "share_card"


class Shortcut(StrEnum):
    """A message shortcut's callback id, as in the manifest."""

    CHECK_FIT = "check_fit"
    LOG_GAP = "log_gap"


COMMAND = "/fika"
