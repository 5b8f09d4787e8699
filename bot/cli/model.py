"""Model: which language model is configured, and what was asked of it."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot.cli.terminal import say, terminal
from bot.core.wording import counted
from bot.flows.model_use import DAY
from bot.ports import Scope
from bot.ports.model import Caps, Job, ModelCall, Spent

SHOWN = timedelta(days=30)
_MILLION = 1_000_000


def model() -> None:
    """Show which language model reads and phrases, what it cost in a day, and what became of what it said."""
    at = terminal()
    chosen = at.ports.model()
    with at.ports.store().begin(Scope.of_team(at.team), writes=False) as work:
        spent, calls = work.model_calls.spent(at.now - DAY), work.model_calls.since(at.now - SHOWN)
    name = "none: FIKA_LLM is not set, and everything works without" if chosen is None else chosen.name
    say(
        [
            f"Language model: {name}",
            f"In the last 24 hours workspace {at.team} used {_spent(spent)}{_cap(at.ports.caps)}.",
            *_jobs(calls),
        ]
    )


def _spent(spent: Spent) -> str:
    dollars = f" and ${spent.cost / _MILLION:,.2f}" if spent.cost else ""
    return f"{counted(spent.tokens, 'token')}{dollars}"


def _cap(caps: Caps) -> str:
    most = [f"{caps.tokens:,} tokens"] if caps.tokens is not None else []
    most += [f"${caps.cost / _MILLION:,.2f}"] if caps.cost is not None else []
    return f" of at most {' and '.join(most)}" if most else ""


def _jobs(calls: Sequence[ModelCall]) -> list[str]:
    """What became of the calls of each job."""
    lines = []
    for job in Job:
        outcomes = Counter(call.outcome for call in calls if call.job is job)
        if outcomes:
            each = ", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common())
            lines.append(f"  {job.value:<20}{each}")
            prompts = dict.fromkeys(call.prompt for call in calls if call.job is job and call.prompt)
            lines.append(f"{'':<22}asked with {', '.join(prompts)}" if prompts else "")
    return ["", "In the last 30 days", *filter(None, lines)] if lines else []
