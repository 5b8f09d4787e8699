"""Asset: one piece of content, for whom and for when it is."""

from datetime import date

from pydantic import Field

from bot.core.trait import Frozen, Slug, Text


class Asset(Frozen):
    """One piece of content; its body, or a summary of what it links to, is what gets retrieved."""

    id: Slug
    title: Text
    url: Text
    format: Slug
    """Any slug: guide, checklist, webinar, case_study, calculator, trial ..."""
    stages: tuple[Text, ...]
    """Journey stages it is for; a name of another vocabulary may mean several."""
    personas: tuple[Slug, ...] = ()
    """Empty: any."""
    fits: dict[Slug, tuple[Text, ...]] = Field(default_factory=dict, alias="for")
    """By trait: the values of the accounts it was made for, written as in knock-outs."""
    channel: Text | None = None
    owner: Text | None = None
    valid_until: date | None = None
    """Never shown after this date."""
    body: str = ""

    def lapsed(self, today: date) -> bool:
        """Whether it may no longer be shown."""
        return self.valid_until is not None and today > self.valid_until
