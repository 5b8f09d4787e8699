"""Two passages that a model is asked about."""

from bot.core.draft import Sourced

SOURCES = (
    Sourced("Cost guide", "The first year costs less than the old contract. Migration is included."),
    Sourced("Rollout", "Most teams are live within six weeks."),
)
