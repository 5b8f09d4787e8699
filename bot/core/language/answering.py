"""Answering: all that a message says, where one of the questions is being asked.

The answer to the question comes first. Whatever else the message states about other traits is taken, too ("200 people,
on Salesforce"), but a message that is no answer to its question and nothing else stays unread: "5 people" is no word
about the size of a company that was asked how it buys.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.language.clause import BEING, HAVING, SUBJECTS, USING
from bot.core.language.example import example_of
from bot.core.language.hearing import Lexicon, hear
from bot.core.language.parse import Said, read_answers
from bot.core.language.reading import CannotTell, Reading, Stretch
from bot.core.language.replying import read_reply
from bot.core.language.topic import subject_place
from bot.core.language.vocabulary import Vocabulary, names_of
from bot.core.language.words import cut
from bot.core.naming import Named
from bot.core.trait import Trait

_SAYS = SUBJECTS | BEING | HAVING | USING | {"on", "no", "not"}
"""Words of a statement that needs no question before it."""
NOTHING_READ = "I could not read a value for anything that this pack asks in that."


def read_message(
    text: str, vocabulary: Vocabulary, trait: Trait | None = None, subject: Sequence[Stretch] = ()
) -> list[Said]:
    """Read every value that a message states, at most one for each trait, and why others cannot be told.

    Args:
        text: somebody's words.
        vocabulary: the words of the pack.
        trait: whose question the message answers; None where none is being asked.
        subject: where the account's name stands in the text.
    """
    stated = read_answers(text, vocabulary, subject)
    if trait is None:
        return stated
    own = [each for each in stated if each.trait == trait.id]
    others = [each for each in stated if each.trait != trait.id]
    answer = _answer(text, trait, vocabulary, own, beside=any(isinstance(each, Reading) for each in others))
    if isinstance(answer, Reading) and not own and _is_of_another(answer, others, vocabulary):
        answer = CannotTell(trait.id, "That number seems to be about something else.", answer.quote)
    if isinstance(answer, CannotTell):
        said = text.strip(" \t\r\n.!")
        others = [each for each in others if each.quote != said]
        full = [each for each in others if _is_full(each, vocabulary)]
        is_taken = any(isinstance(each, Reading) for each in full)
        others = [each if each in full else _left_out(each, vocabulary) for each in others] if is_taken else full
    return [answer, *others]


def _left_out(each: Said, vocabulary: Vocabulary) -> CannotTell:
    """That something is not taken, as it may have been meant for the question."""
    label = vocabulary.traits[each.trait].label
    why = f"I left out “{each.quote}”. If you mean {label}, say so: {label}: {each.quote}."
    return CannotTell(each.trait, why, each.quote)


def _is_full(each: Said, vocabulary: Vocabulary) -> bool:
    """Whether words say by themselves what they are about; "8 folks" and "the us team" may be a part of the answer."""
    words = {word.key for word in cut(each.quote)}
    named = {word.key for name in names_of(vocabulary.traits[each.trait]) for word in cut(name)}
    return isinstance(each, CannotTell) or not words.isdisjoint(_SAYS | named)


def _is_of_another(answer: Reading, others: Sequence[Said], vocabulary: Vocabulary) -> bool:
    """Whether the number of an answer is said to be about another trait: "50M ARR", asked for the valuation."""
    numbers = [each for each in others if isinstance(each, Reading) and vocabulary.traits[each.trait].kind.is_numeric]
    return any(each.value == answer.value for each in numbers)


def subjects(text: str, lexicon: Lexicon, names: Sequence[Named]) -> list[Stretch]:
    """Where a text names the account that it is about: a name that is known, or what stands where a name would."""
    hearing = hear(text, lexicon, names)
    found = hearing.stretches()
    for line in hearing.lines:
        if place := subject_place(hearing, line):
            found.append((line.tokens[place[0]].start, line.tokens[place[1] - 1].end))
    return found


def asked_back(said: CannotTell, trait: Trait, vocabulary: Vocabulary) -> str:
    """Why something cannot be told, and how it could be said instead where no value is proposed."""
    return said.why if said.offer is not None else f"{said.why} {example_of(trait, vocabulary.currency)}"


def _answer(text: str, trait: Trait, vocabulary: Vocabulary, stated: Sequence[Said], *, beside: bool) -> Said:
    """The answer to a question, read as a reply, or else as what anybody might have stated anywhere.

    Where other traits are stated beside it, their words are no part of the reply that the pack lacks: "they are a
    software company with 120 people, on AWS".
    """
    replied = read_reply(text, trait, vocabulary)
    if isinstance(replied, Reading) or not stated:
        return replied
    if not replied.is_vague and not (beside and isinstance(stated[0], Reading) and replied.offer is None):
        return replied
    return stated[0] if isinstance(stated[0], Reading) else replace(replied, offer=stated[0].offer or replied.offer)
