"""Leaning: which kinds of passages a question asks for by how it is put, and which buyer role it speaks of.

"What do I send" asks for an asset, "how do they like to be called" for a persona, "too small?" for the ICPs. A leaning
narrows nothing: it decides between passages that answer about equally well.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.pack import Pack
from bot.core.passage import Leaning, Meaning, PassageKind
from bot.core.passage_phrases import Phrases, entries
from bot.core.passage_words import words

_ENTRIES = """
send; forward; attach; share with; show; hand out; handout; material; materials; content; collateral; link; asset;
    assets; document; anything on; anything about; anything for; something on; something about; something for;
    something to; something short; got a; got any; got something; do we have a; do we have any; have you got; is there
    a; proof; example; examples; story; stories; case study; case studies; reference; template; give them; give him;
    give her > asset
reach; contact; contacted; approach; ring; call him; call her; call them; best way to; best time; when to call; get
    hold of; care about; cares about; motivates; motivate; motivation; goal; goals; pain; pains; what bugs; persona;
    like to be; what matters to; who is; what keeps; prefer; prefers > persona
objection; objections; pushback; push back; worry; worries; worried; worrying; concern; concerns; concerned; afraid;
    scared; fear; fears; hate; hates; wont; will not; refuse; refuses; reluctant; dont want; does not want; do not
    want; doesnt want; they say; he says; she says; they said; he said; she said; they think; he thinks; she thinks;
    complains; what if they; skeptical; sceptical; doubts; too expensive; too pricey; too much; too busy; no time; no
    people; already have; already has; already pay; not interested; cant put; nobody wants > persona playbook
fit; icp; ideal; sweet spot; good customer; worth it; worth my time; worth chasing; should we sell; do we sell; sell
    to; too small; too big; too few; who not; disqualify; disqualifies; knockout; target; ok for us; go after; chase >
    icp
"""
_LONGEST = 300
"""Words of a question that are looked at; a pasted letter has more."""


def leaning(text: str, pack: Pack, meanings: Sequence[Meaning] = ()) -> Leaning:
    """What a question asks for by how it is put.

    Args:
        text: the question.
        pack: its personas are known by all of their names.
        meanings: what words of the question stand for.
    """
    asked = words(text)[:_LONGEST]
    kinds = frozenset(PassageKind(kind) for _, _, means in _phrases().found(asked) for kind in means.split())
    return Leaning(kinds, frozenset(_personas(asked, pack, meanings)))


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    return Phrases.of(entries(_ENTRIES))


def _personas(asked: Sequence[str], pack: Pack, meanings: Sequence[Meaning]) -> Iterator[str]:
    """The personas that a question names, or that some of its words stand for."""
    said = [list(asked), *(words(meaning.means) for meaning in meanings)]
    for persona in pack.personas:
        names = [words(name) for name in (persona.title, *persona.also)]
        if any(name and _holds(each, name) for name in names for each in said):
            yield persona.id


def _holds(said: Sequence[str], name: Sequence[str]) -> bool:
    return any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))
