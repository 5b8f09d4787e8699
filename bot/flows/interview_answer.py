"""Answer: what a message says when it is heard in an interview: an answer to its question, other values, or nothing.

Words about another account are never an answer about this one. A message that names another account, or one that
nobody knows, is asked back wherever it could be read as an answer all the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.account import Account
from bot.core.framework import own_traits, trait_of
from bot.core.language.answering import asked_back, read_message, subjects
from bot.core.language.common import COMMON_WORDS
from bot.core.language.hearing import hear
from bot.core.language.parse import Said, read_answers
from bot.core.language.reading import CannotTell, Reading
from bot.core.language.topic import names_somebody
from bot.core.language.words import cut, is_question
from bot.core.move import Misread, Say
from bot.core.naming import Found, Nobody
from bot.core.pack import Pack
from bot.core.request import Request, RequestKind
from bot.core.trait import Trait
from bot.flows.desk import Desk
from bot.flows.route import lexicon_for, route
from bot.ports import KnownName

_OF_THE_ACCOUNT = re.compile(
    r"\s*(?:(?:oh|so|well|and|also|btw|ok|okay|but|actually|fyi)[,:]?\s+)*(?:they|the\s+(?:company|team|account)|their\s+(?:team|company))\b",
    re.IGNORECASE,
)
"""How a statement about the account begins, whatever was asked."""
_SHORTCODE = re.compile(r"(?<![\w:]):[a-z0-9_'+-]+:(?:(?::skin-tone-\d:)|(?![\w]))", re.IGNORECASE)
"""An emoji as Slack writes it."""
_LABELLED = re.compile(r"\s*(?P<label>[^\s:=][^:=\n?!]{0,60}?)\s*(?:[:=]|\s[-–—]\s)\s*(?=\S)")
_NO_WORD = re.compile(r"[^\w]+")
_SHORTEST_NAME = 3
_FEW = 3
_DOES = frozenset({"has", "have", "had", "is", "are", "uses", "use", "runs", "says", "said", "called", "'s", ":"})
"""What somebody does: behind the name of an option the option is somebody."""
_ACTS = re.compile(r"\s*(?P<who>\w[\w .-]{0,40}?)\s+(?:has|have|had|uses|called|says|said)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"^\s*\w+\s+\([^)]*\)\s+(?:has|have|uses|is|are)\b|\b(?:imagine|suppose|i\s+work|works?\s+(?:at|for)|friends?|another\s+(?:one|company|prospect|account|lead|client)|"
    r"(?:previous|other|first|last|next|second|wrong)\s+(?:one|company|account|prospect|lead)|"
    r"(?:his|her|my|your)\s+(?:own\s+)?(?:company|startup|firm|team|employer)|(?:add|create|import|track)\s+\w+|"
    r"new\s+(?:lead|prospect|account|one|company)|rumou?r|hearsay)\b",
    re.IGNORECASE,
)
"""How people speak of a company that is not the account."""
_LONGEST_LABEL = 4
_NOT_READ = "I could not read an answer in that."
_WHOSE = (
    "I cannot tell whether that is about {account}. Say it by itself, or with the name: {account} has 120 employees."
)
_NOT_ITS_BUSINESS = frozenset(RequestKind) - {
    RequestKind.STATE_ANSWERS, RequestKind.UNKNOWN, RequestKind.OPEN_QUESTION,
}  # fmt: skip
"""What is asked for in so many words is answered, and the question goes on standing."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a message says, read as the answer to a trait's question."""

    kind: RequestKind
    """What it would ask for where no question stands."""
    readings: tuple[Reading, ...]
    unclear: tuple[CannotTell, ...]
    """What was touched upon as well and could not be read."""
    asked_back: Misread
    """How to ask back."""
    asks_otherwise: bool
    """Whether it plainly asks for something else."""
    whose: Misread | str | None = None
    """Another account, where it is about one; as something asked back where that is not certain."""

    @property
    def says(self) -> bool:
        """Whether it states any value."""
        return self.whose is None and any(each.value is not None for each in self.readings)


def plain_of(trait: Trait) -> set[str]:
    """What a trait is called, in lower case."""
    return {" ".join(_NO_WORD.sub(" ", each).split()).casefold() for each in (trait.id, trait.label, *trait.also)}


def trait_called(name: str, pack: Pack) -> Trait | None:
    """The trait, or the item of a framework, that goes by a name."""
    wanted = " ".join(_NO_WORD.sub(" ", name).split()).casefold()
    wanted = re.sub(r"^(?:the|their|its|about)\s+|\s+(?:question|answer|again)$", "", wanted)
    traits = (*pack.traits, *(trait_of(pack, each) for each in own_traits(pack)))
    return next((each for each in traits if each is not None and wanted in plain_of(each)), None)


def option_names(trait: Trait) -> set[str]:
    """What a trait's options are called, in lower case."""
    labels = {trait.option_label(option).casefold() for option in trait.option_ids}
    return labels | {also.casefold() for each in trait.options.values() for also in each.also}


class Listener:
    """One message about one account."""

    def __init__(self, text: str, account: Account, names: Sequence[KnownName], desk: Desk) -> None:
        self._account, self._names, self._desk = account, names, desk
        self._text = self._without_own_name(_SHORTCODE.sub(" ", text))
        self._lexicon = lexicon_for(desk.pack)

    def _without_own_name(self, text: str) -> str:
        """A text without the account's own name before a colon: "Acme: 80"."""
        label, colon, rest = text.partition(":")
        own = {each.name.casefold() for each in self._names if each.account_id == self._account.id}
        return rest.strip() if colon and rest.strip() and label.strip().casefold() in own else text

    def trait_called(self, name: str) -> Trait | None:
        """The trait, or the item of a framework, that goes by a name."""
        return trait_called(name, self._desk.pack)

    def reply(self, text: str, trait: Trait) -> Reading | None:
        """The value of a trait that a text gives; None where it gives none."""
        read = read_message(text, self._lexicon.vocabulary, trait)[0]
        return read if isinstance(read, Reading) and read.value is not None else None

    def says_nothing_else(self) -> bool:
        """Whether a message neither asks for anything nor states anything by itself, nor names an account."""
        request = self._routed()
        return request.kind is RequestKind.UNKNOWN and (request.account is None or not request.account.said)

    def stated(self) -> Say | Misread | None:
        """What a message states of its own accord about this account; None where it states nothing.

        Where it names another account as well, it is asked back.
        """
        request = self._routed()
        if request.kind is not RequestKind.STATE_ANSWERS or not self._is_own(request):
            return None
        other = self._other_name(None)
        return Say(request.readings, request.unclear) if other is None else self._names_other(other)

    def meant(self, trait: Trait) -> Meant:
        """What a message says, read as the answer to a trait's question."""
        request, vocabulary = self._routed(), self._lexicon.vocabulary
        about = subjects(self._text, self._lexicon, self._names)
        said: list[Said] = read_message(self._text, vocabulary, trait, about)
        stated = [each for each in read_answers(self._text, vocabulary, about) if isinstance(each, Reading)]
        if not any(isinstance(each, Reading) for each in said):
            said += self._stated_beside(stated, request)
        unclear = tuple(each for each in said if isinstance(each, CannotTell))
        missed = next((each for each in unclear if each.trait == trait.id), CannotTell(trait.id, _NOT_READ))
        is_open = request.kind is RequestKind.OPEN_QUESTION and is_question(self._text)
        readings = tuple(each for each in said if isinstance(each, Reading))
        return Meant(
            kind=request.kind,
            readings=readings,
            unclear=tuple(each for each in unclear if not _is_only_missing(each, trait)),
            asked_back=Misread(
                f"{asked_back(missed, trait, vocabulary)}{self._hint(request)}", missed.offer, missed.quote
            ),
            asks_otherwise=request.kind in _NOT_ITS_BUSINESS or is_open or self._adds(),
            whose=self._whose(request, trait, readings, stated),
        )

    def _hint(self, request: Request[KnownName]) -> str:
        """How to say what would be an answer to another question, were that one asked."""
        if not request.readings or not self._is_own(request):
            return ""
        trait = self._lexicon.vocabulary.traits[request.readings[0].trait]
        return f" If you mean {trait.label}, say so: {trait.label}: {request.readings[0].quote}."

    def _adds(self) -> bool:
        """Whether a message is to add an account."""
        return self._text.split(maxsplit=1)[:1] in (["add"], ["Add"])

    def _routed(self) -> Request[KnownName]:
        named = next((name for name in self._names if name.account_id == self._account.id), None)
        return route(self._text, self._desk.pack, self._names, named)

    # --- whose it is ------------------------------------------------------------------------------------------------

    def _whose(
        self, request: Request[KnownName], trait: Trait, readings: Sequence[Reading], stated: Sequence[Reading]
    ) -> Misread | str | None:
        """Another account that the message is about; None where it is about this one as far as anybody can tell."""
        said = request.account.said if request.account is not None else ""
        if self._is_about_another(request) and not self._is_answer(said, request, readings, trait):
            return self._names_other(said) if request.kind is RequestKind.UNKNOWN else said
        if not readings:
            return None
        is_taken = request.readings and self._is_own(request)
        if (stated or self._is_elsewhere()) and not is_taken and not self._is_plain(readings, trait):
            return Misread(_WHOSE.format(account=self._account.name))
        other = self._other_name(trait)
        return None if other is None else self._names_other(other)

    def _is_elsewhere(self) -> bool:
        """Whether a message names somebody, or speaks of another company without naming it."""
        if names_somebody(hear(self._text, self._lexicon, self._names)) or _ELSEWHERE.search(self._text):
            return True
        does = _ACTS.match(self._text)  # "hubspot has 120 people" is about the company of that name
        return does is not None and self._lexicon.is_phrase(cut(does["who"]))

    def _is_own(self, request: Request[KnownName]) -> bool:
        """Whether what a message states is about this account beyond doubt, as the rules for any message have it."""
        return request.found is not None and request.found.account_id == self._account.id

    def _is_plain(self, readings: Sequence[Reading], trait: Trait) -> bool:
        """Whether a message is a few words that answer the question, or begins with the answer."""
        if any(each.trait != trait.id for each in readings):
            return False
        words = cut(self._text)
        said = " ".join(word.key for word in words)
        begun = (name for name in option_names(trait) if f"{said} ".startswith(f"{name} "))
        after = [said[len(name) :].split()[:1] for name in begun]
        return len(words) <= _FEW or any(not next_word or next_word[0] not in _DOES for next_word in after)

    def _is_answer(self, said: str, request: Request[KnownName], readings: Sequence[Reading], trait: Trait) -> bool:
        """Whether what looks like a name is the answer to the question: "snowflake", "on-prem"."""
        if said.casefold() in option_names(trait) or " ".join(self._text.split()).casefold() in option_names(trait):
            return True
        is_known = request.account is not None and not isinstance(request.account.meant, Nobody)
        return not is_known and said.islower() and bool(readings) and self._is_plain(readings, trait)

    def _names_other(self, other: str) -> Misread:
        name = self._account.name
        return Misread(f"That names {other}. If it is about {name}, say it again without that name.")

    def _is_about_another(self, request: Request[KnownName]) -> bool:
        """Whether a message speaks of some other account, or of one that nobody knows."""
        if request.account is None or not request.account.said:
            return False
        meant = request.account.meant
        return not (isinstance(meant, Found) and meant.named.account_id == self._account.id)

    def _other_name(self, trait: Trait | None) -> str | None:
        """A name in the message that is another account's, or that stands where an account's would."""
        own = self._own_words()
        options = option_names(trait) if trait is not None else set()
        for each in self._names:
            if each.account_id == self._account.id or each.name.casefold() in options:
                continue
            if self._stands(each.name) or self._stands(each.name.split()[0], own):
                return each.name
        return self._labelled(own)

    def _own_words(self) -> set[str]:
        names = [each.name for each in self._names if each.account_id == self._account.id]
        return {word.key for name in names for word in cut(name)}

    def _stands(self, name: str, own: Sequence[str] | set[str] = ()) -> bool:
        """Whether a name that is no everyday word stands in the message."""
        if len(name) < _SHORTEST_NAME or name.casefold() in own or self._is_everyday(name):
            return False
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._text, re.IGNORECASE) is not None

    def _is_everyday(self, name: str) -> bool:
        """Whether a name is made of common words, of numbers or of the pack's own."""
        words = cut(name)
        plain = all(word.key in COMMON_WORDS or word.is_mark or word.is_number for word in words)
        return plain or self._lexicon.is_phrase(words)

    def _labelled(self, own: set[str]) -> str | None:
        """What stands before a colon and is neither this account nor anything that the pack knows: "Globex: 300"."""
        found = _LABELLED.match(self._text)
        if found is None:
            return None
        label = found["label"].strip()
        words = cut(label)
        if len(words) > _LONGEST_LABEL or self.trait_called(label) is not None or self._is_everyday(label):
            return None
        if all(word.key in own for word in words):
            return None
        is_name = label[0].isupper() or len(label) > _SHORTEST_NAME
        read = read_answers(label, self._lexicon.vocabulary)
        return label if is_name and not any(isinstance(each, Reading) for each in read) else None

    # --- what is stated beside --------------------------------------------------------------------------------------

    def _stated_beside(self, stated: Sequence[Reading], request: Request[KnownName]) -> list[Reading]:
        """What a message that is no answer to the question plainly states about something else.

        "5 people" says nothing of the size of a company that was asked how it buys; "they have 5 people" does, and so
        does whatever names what it is about.
        """
        says_who = _OF_THE_ACCOUNT.match(self._text) is not None
        sure = {each.trait for each in request.readings if self._is_own(request) and not self._is_number(each.trait)}
        return [each for each in stated if says_who or each.trait in sure or self._names_trait(each.trait)]

    def _is_number(self, trait_id: str) -> bool:
        return self._lexicon.vocabulary.traits[trait_id].kind.is_numeric

    def _names_trait(self, trait_id: str) -> bool:
        trait = self._desk.pack.trait(trait_id)
        plain = f" {' '.join(_NO_WORD.sub(' ', self._text).split())} ".casefold()
        return trait is not None and any(f" {name} " in plain for name in plain_of(trait))


def _is_only_missing(each: CannotTell, trait: Trait) -> bool:
    """Whether nothing was said about the question at all; then there is nothing to explain."""
    return each.trait == trait.id and each.is_vague and each.offer is None
