"""Qualification frameworks: BANT, MEDDIC, MEDDPICC or a company's own, as items with their questions.

An item is answered by a trait of the pack, or by a trait of its own: a flag that says whether the thing is there. So
every item is asked, answered, quoted, taken back and forgotten as any trait is. MQL and SQL exist in every pack; one
that brings its own says better what they mean there.
"""

from pydantic import Field

from bot.core.trait import Frozen, Group, Kind, Option, Slug, Text, Trait


class Item(Frozen):
    """One thing to know, and how to ask for it."""

    id: Slug
    label: Text
    question: Text
    trait: Slug | None = None
    """An answer to this trait answers the item."""
    met: tuple[Text, ...] = ()
    """Values of the trait that count as there: options, ranges or tags; where none are given, the ratings decide."""
    others: dict[Slug, tuple[Text, ...]] = Field(default_factory=dict, alias="or")
    """By trait: others that answer the item as well, any of them, each with the values that count."""

    def ask(self, account: str) -> str:
        """The question, put for an account."""
        return self.question.replace("{account}", account)


class Framework(Frozen):
    """A named list of items."""

    id: Slug
    title: Text
    items: tuple[Item, ...] = Field(min_length=1)


def item_trait_id(framework: Framework, item: Item) -> str:
    """The id of the trait that an item has of its own, the same in every version of a pack."""
    return f"{framework.id}.{item.id}"


def item_trait(framework: Framework, item: Item) -> Trait:
    """The trait that an item has of its own: a flag, as old as any behaviour when it expires."""
    return Trait(
        id=item_trait_id(framework, item),
        label=item.label,
        group=Group.BEHAVIOURAL,
        kind=Kind.FLAG,
        question=item.question,
        why=f"{framework.title} asks for it.",
        options={"yes": Option(label="there"), "no": Option(label="not there")},
    )


MQL = Framework(
    id="mql",
    title="MQL",
    items=(
        Item(
            id="engagement",
            label="Engagement",
            question="Has somebody at {account} lately asked for a demo, tried the product or come back to content?",
        ),
    ),
)
"""Marketing qualified: engagement, which counts only at an account that fits."""
SQL = Framework(
    id="sql",
    title="SQL",
    items=(
        Item(
            id="individual_engagement",
            label="Individual engagement",
            question="Has a person at {account}, with a name and a role, talked with us about this?",
        ),
        Item(
            id="project_readiness",
            label="Project readiness",
            question="Is there a project at {account} for this, with somebody who drives it, and a budget or a date?",
        ),
    ),
)
"""Sales qualified: a person's engagement, a project that is ready, and confirmed fit."""
