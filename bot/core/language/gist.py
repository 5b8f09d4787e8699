"""Gist: what a question about a known account asks for by its telling words, where no wording fits.

A question that names an account is about that account, and the knowledge holds nothing on accounts. Only the kinds
that read are found so, and only where nothing in the question speaks of what the knowledge does hold: what to say,
what to send, what something costs.
"""

from collections.abc import Sequence

from bot.core.request import RequestKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_K = RequestKind
_OF_THE_KNOWLEDGE = _words(
    """say tell answer respond reply send share give handle pitch position objection objections price prices pricing
    cost costs discount discounts contract terms case study studies deck pager calculator guide webinar video content
    material integrate integration support supports competitor competitors compete legal security policy win email
    phone number address ceo cfo cto owner salary old married born lives someone's his her"""
)
"""Words of questions that are none about the verdict on an account, nor about what is known of it."""
_TELLING: tuple[tuple[RequestKind, tuple[frozenset[str], ...]], ...] = (
    (_K.WHY, (_words("why reason reasons reasoning rationale"),)),
    (_K.WHY, (_words("pulled dragged sank hurt lost cost dropped"), _words("down points score out back"))),
    (
        _K.WHAT_WOULD_IT_TAKE,
        (
            _words("have has must need needs required happen happens change changes"),
            _words("become fit qualify primary secondary better tier upgrade good"),
            _words("to that so for"),
        ),
    ),
    (
        _K.WHAT_WOULD_IT_TAKE,
        (_words("become improve turn reach raise lift upgrade"), _words("what how which can could")),
    ),
    (_K.NEXT_QUESTION, (_words("ask asking question questions"),)),
    (
        _K.SHOW_ACCOUNT,
        (_words("write wrote written record recorded noted notes know known learned stored saved collected"),),
    ),
    (
        _K.FIT_QUESTION,
        (
            _words(
                """fit fits match matches suitable suits worth worthwhile qualified qualifies icp target rating score
                verdict tier grade promising viable good reasonable sensible smart wise interesting
                spend invest hour hours time effort energy chase pursue customer client prospect bet keep drop"""
            ),
        ),
    ),
)
"""For each kind, what has to be there: one word of each set. The first kind that has them all is taken."""


def gist_of(words: Sequence[str]) -> RequestKind | None:
    """What a question about a known account asks for; None where its words do not tell."""
    said = frozenset(words)
    if not said.isdisjoint(_OF_THE_KNOWLEDGE):
        return None
    return next((kind for kind, needed in _TELLING if not any(said.isdisjoint(each) for each in needed)), None)
