"""Help: what can be asked, in examples that work, and what Fika says where it has no answer: always a way on."""

from bot.core.pack import Pack
from bot.slack.ids import COMMAND, Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, flat, words
from bot.slack.views.briefing_who import called
from bot.slack.views.elements import Json, actions, button, context, header, message, section
from bot.slack.views.reasons import NAME

_GROUPS = (
    ("Ask", ("does Acme fit?", "why?", "what would it take?", "what should I ask next?")),
    ("Get ready", ("brief me on Acme, meeting {role} tomorrow 10:00", "what do we say to {role} about cost?")),
    (
        "Qualify",
        (
            "let us qualify Acme",
            "how does Acme stand on BANT?",
            "is Acme an MQL?",
            "notes for Acme: 120 people, no budget yet",
        ),
    ),
    (
        "Tell",
        ("Acme has 120 employees and uses Salesforce", "add Globex", "undo", "log a gap: no case study for banks"),
    ),
    (
        "Look around",
        (
            "what should I work on today?",
            "what do we know about Acme?",
            "my accounts",
            "what is our ICP?",
            "which gaps are worth most?",
        ),
    ),
)
_WITHOUT_ROLES = ("brief me on Acme tomorrow 10:00", "what do we say about cost?")
_COMMANDS = ("fit Acme", "discover Acme", "accounts", "gaps", "icp", "help")


def _groups(pack: Pack) -> list[tuple[str, tuple[str, ...]]]:
    """The examples, with a buyer role of this very pack."""
    role = f"the {called(pack.personas[0])}" if pack.personas else None
    return [(title, _examples(examples, role)) for title, examples in _GROUPS]


def _examples(examples: tuple[str, ...], role: str | None) -> tuple[str, ...]:
    if not any("{role}" in each for each in examples):
        return examples
    return _WITHOUT_ROLES if role is None else tuple(each.format(role=words(role, NAME)) for each in examples)


def help_message(pack: Pack) -> Message:
    """What can be asked."""
    examples = [example for _, group in _groups(pack) for example in group[:2]]
    text = f"You can ask me, for example: {'; '.join(examples)}."
    return message("help", text, [header("What I can do"), *help_blocks(pack)])


def help_blocks(pack: Pack) -> list[Json]:
    """Examples in groups, and buttons for what needs no words."""
    lines = ([bold(title), *(f"• {example}" for example in examples)] for title, examples in _groups(pack))
    groups = [section("\n".join(each)) for each in lines]
    commands = ", ".join(f"`{COMMAND} {command}`" for command in _COMMANDS)
    how = "Mention me in a channel, or write to me here. In a channel only you see the answer, until you share it."
    return [*groups, look_around(), context(f"{how} Commands: {commands}.")]


def look_around() -> Json:
    """What needs no words."""
    return actions(
        button("Check an account", Act.FIND, style="primary"),
        button("Show my accounts", Act.ACCOUNTS),
        button("Show our ICP", Act.ICP),
    )


def thanks_message() -> Message:
    """To a thank you."""
    return message("thanks", "Any time.", [section("Any time.")])


def greeting_message() -> Message:
    """A hello, with what to do next."""
    text = "Hello. Ask me whether an account fits, for example: does Acme fit?"
    return message("greeting", text, [section(text), _ways_on()])


def _ways_on() -> Json:
    return actions(
        button("Check an account", Act.FIND, style="primary"),
        button("Show my accounts", Act.ACCOUNTS),
        button("Show what you can do", Act.HELP),
    )


def which_account_message() -> Message:
    """That an account is needed."""
    text = "Which account? Name it, for example: does Acme fit?"
    return message("which", text, [section(text), _ways_on()])


def not_understood_message(pack: Pack) -> Message:
    """That something was not understood."""
    first = "I did not understand that. Say it another way, or pick something here."
    examples = "\n".join(f"• {examples[0]}" for _, examples in _groups(pack))
    blocks = [section(first), section(f"These work:\n{examples}"), _ways_on()]
    return message("not-understood", f"{first}\n{examples}", blocks)


def suggested_prompts(account: str | None = None) -> tuple[tuple[str, str], ...]:
    """What a person may want to begin with, as title and message: at most four.

    Args:
        account: the name of the account last talked about.
    """
    prompts = [
        ("What should I work on?", "What should I work on today?"),
        ("Show my accounts", "My accounts"),
        ("Whom do we sell to?", "What is our ICP?"),
        ("What can you do?", "Help"),
    ]
    if account is not None:
        prompts = [(f"Does {flat(account, 40)} fit?", f"Does {flat(account, 200)} fit?"), *prompts[:2], prompts[3]]
    return tuple(prompts)
