"""Page: anything else worth answering from."""

from datetime import date

from bot.core.trait import Frozen, Slug, Text


class Page(Frozen):
    """One page of the playbook."""

    id: Slug
    title: Text
    updated_on: date
    body: str = ""
