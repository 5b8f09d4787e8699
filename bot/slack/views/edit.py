"""Edit: the form in which answers are given and changed, one field a trait; a block is named after its trait.

Each field opens with what `flows.fields.field_of` says, letter by letter: one that comes back as it was opened changes
nothing. What a field cannot hold is left out of the form rather than shown in part.
"""

from collections.abc import Mapping, Sequence

from bot.core.account import Answer
from bot.core.journey import StageId, StageSaid
from bot.core.standing import Standing
from bot.core.trait import Kind, Trait
from bot.core.wording import counted
from bot.flows.fields import Field, field_of
from bot.flows.fit import FitAnswer
from bot.slack.ids import Form
from bot.slack.mrkdwn import bold, flat, words
from bot.slack.values import EditForm
from bot.slack.views.elements import (
    Json,
    context,
    input_block,
    modal,
    option,
    options,
    plain_text,
    section,
    select,
    text_input,
)
from bot.slack.views.frame import Frame
from bot.slack.views.reasons import LABEL, NAME, given_words
from bot.slack.views.sources import plain_source

STAGE = "_stage"
"""The block of the stage; no trait's id begins like that."""
VALUE = "value"
"""The action id of every field."""
MOST_FIELDS = 95
LONGEST_VALUE = 1000
_LONGEST_ERROR = 300
_EXAMPLES = {
    Kind.NUMBER: "For example: 120, about 200, 50 to 200, at least 1k.",
    Kind.MONEY: "For example: 1.2M, 500k to 2M, at least 10M, EUR 3M.",
    Kind.CHOICE: "",
    Kind.FLAG: "",
    Kind.TAGS: "Choose all that hold.",
}


def edit_form(
    answer: FitAnswer, frame: Frame, form: EditForm, stage: StageSaid | None = None, *, only_open: bool = False
) -> Json:
    """The form to give or change answers.

    Args:
        answer: the report on the account.
        frame: what else may be known.
        form: what it remembers.
        stage: where the account is in its journey, where somebody said so.
        only_open: only what can still change the verdict, the most telling first.
    """
    traits = form_traits(answer, frame, only_open=only_open)
    name = words(answer.account.name, NAME)
    about = "The most telling first. Leave empty what you do not know." if only_open else "Empty a field to forget it."
    if not traits:
        about = "Nothing is left to ask: no answer can change the verdict."
    top = section(f"{bold(name)}\n{about}")
    standings = dict(zip((trait.id for trait in frame.pack.traits), answer.standings, strict=True))
    fitting = [trait for trait in traits if _fits(field_of(standings[trait.id], trait, frame.pack.currency))]
    fields = [_field(trait, standings[trait.id], answer, frame) for trait in fitting[:MOST_FIELDS]]
    # What tells the most comes first: where the account is in its journey decides nothing about its fit.
    blocks = [top, *fields, _stage_field(stage)] if only_open else [top, _stage_field(stage), *fields]
    if more := len(traits) - len(fitting[:MOST_FIELDS]):
        blocks.append(context(f"{counted(more, 'more trait')}: say in a message what you know."))
    title = "Open questions" if only_open else "Edit answers"
    return modal(Form.EDIT.value, title, "Save", form, blocks)


def form_traits(answer: FitAnswer, frame: Frame, *, only_open: bool) -> Sequence[Trait]:
    """The traits that a form asks for."""
    if not only_open:
        return frame.pack.traits
    return [frame.card.traits[frame.card.index[question.trait]] for question in answer.report.questions]


def _stage_field(stage: StageSaid | None) -> Json:
    entries = {each: option(each.label, each.value) for each in StageId}
    menu = select(VALUE, "Choose the stage", list(entries.values()), entries[stage.stage] if stage else None)
    return input_block(STAGE, "Where is the account in its journey?", menu)


def _fits(field: Field) -> bool:
    """Whether a field of Slack's can hold that; single lines only, and not too much."""
    return isinstance(field, tuple) or (len(field) <= LONGEST_VALUE and field.splitlines() in ([], [field]))


def _field(trait: Trait, standing: Standing, answer: FitAnswer, frame: Frame) -> Json:
    asked = flat(trait.ask(answer.account.name[:NAME]), LABEL * 3)
    hint = " ".join(filter(None, (asked, _EXAMPLES[trait.kind], _now(trait, standing, frame))))
    element = _element(trait, field_of(standing, trait, frame.pack.currency))
    return input_block(trait.id, flat(trait.label, 150), element, hint)


def _now(trait: Trait, standing: Standing, frame: Frame) -> str:
    """What is known, and who says so."""
    notes = [(each, "Now") for each in standing.answers[:1]] + [(each, "Too old") for each in standing.expired[:1]]
    return " ".join(f"{word}: {_said(each, trait, frame)}." for each, word in notes)


def _said(each: Answer, trait: Trait, frame: Frame) -> str:
    value = given_words(each.value, trait, frame.pack.currency)
    return f"{value} ({plain_source(each.source, frame.viewer)})"


def _element(trait: Trait, field: Field) -> Json:
    if trait.kind.is_numeric:
        return text_input(VALUE, initial=str(field), placeholder=trait.unit, longest=LONGEST_VALUE)
    entries = {each: option(trait.option_label(each), each) for each in trait.option_ids}
    if trait.kind is not Kind.TAGS:
        return select(VALUE, "Not known", list(entries.values()), entries.get(str(field)))
    element: Json = {"type": "multi_static_select", "action_id": VALUE, "placeholder": plain_text("Not known", 150)}
    tags = [entries[tag] for tag in entries if tag in field]
    return element | options(list(entries.values())) | ({"initial_options": tags} if tags else {})


def edit_errors(errors: Mapping[str, str]) -> Json:
    """What could not be read, next to the fields: the answer to a submitted form.

    Args:
        errors: sentences by block, that is by the id of the trait.
    """
    return {"response_action": "errors", "errors": {block: flat(why, _LONGEST_ERROR) for block, why in errors.items()}}
