"""Gist: what a message about a known account asks for by its telling words, where no wording fits.

A question that names an account is about that account, and the knowledge holds nothing on accounts. Only the kinds
that read are found so, and only where nothing in the question speaks of what the knowledge does hold: what to say,
what to send, what something costs. A message that is no question is taken for one only where each of its words is
known, and those that tell anything all tell of one kind.
"""

from collections.abc import Sequence

from bot.core.language.common import FUNCTION_WORDS
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
_OF_THE_BRIEFING = _words("send share avoid changed stage")
"""Words of questions that only a briefing on the account answers: what to send it, what changed, where it stands."""
_OF_EITHER = _words("send share give content material")
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
                small tiny big large
                spend invest hour hours time effort energy chase pursue customer client prospect bet keep drop"""
            ),
        ),
    ),
)
"""For each kind, what has to be there: one word of each set. The first kind that has them all is taken."""


def gist_of(words: Sequence[str]) -> RequestKind | None:
    """What a question about a known account asks for; None where its words do not tell."""
    said = frozenset(words)
    if not said.isdisjoint(_OF_THE_BRIEFING) and said.isdisjoint(_OF_THE_KNOWLEDGE - _OF_EITHER):
        return _K.BRIEFING
    if not said.isdisjoint(_OF_THE_KNOWLEDGE):
        return None
    return next((kind for kind, needed in _TELLING if not any(said.isdisjoint(each) for each in needed)), None)


_ALONE: tuple[tuple[RequestKind, frozenset[str]], ...] = (
    (_K.BRIEFING, _words("brief briefing briefings prep prepare prepped preparation")),
    (_K.WHY, _words("why reason reasons reasoning rationale justification explain explanation breakdown")),
    (_K.START_INTERVIEW, _words("interview discovery questionnaire qualification")),
    (_K.NEXT_QUESTION, _words("ask question questions missing unanswered")),
    (_K.SHOW_ACCOUNT, _words("status profile details facts summary overview history recap background snapshot")),
    (
        _K.FIT_QUESTION,
        _words(
            """fit fits match matches suitable suits worth worthwhile qualified qualifies icp score rating verdict tier
            grade promising viable nah nope yay nay check checking rate assess chase chasing pursue pursuing skip keep
            pass interesting legit small tiny big large assessment evaluation evaluate"""
        ),
    ),
)
"""For each kind, the words that tell it by themselves."""
_BESIDE = (
    FUNCTION_WORDS
    - _words("if not no never nor nothing nobody none without until unless like than once another other else was")
    | _words(
        """@ : please quick quickly hey hi hello ok okay fika thanks call meeting demo chat tomorrow today good bad time
        need want get give got run doing morning afternoon evening real really help look account company deal lead
        prospect customer team guys folks minute sec short full start begin let go bit think thoughts opinion wonder
        wondering curious know tell show see next later soon monday tuesday wednesday thursday friday week"""
    )
)  # fmt: skip
"""Words that tell nothing of what is asked for."""
_EITHER_OR = (("or", "not"), ("or", "no"), ("yes", "or", "no"))
_MOST_ALONE = 12


def gist_alone(words: Sequence[str]) -> RequestKind | None:
    """What a short message about a known account asks for, question or not; None where any word speaks against it."""
    known = list(words)
    is_either_or = any(tuple(known[-len(each) :]) == each for each in _EITHER_OR)
    if is_either_or:
        known = known[: known.index("or", max(0, len(known) - len(["or", "not"])))]
    said = frozenset(known)
    told = [kind for kind, telling in _ALONE if not said.isdisjoint(telling)]
    if not told and is_either_or:
        told = [_K.FIT_QUESTION]
    telling = frozenset().union(*(telling for _, telling in _ALONE))
    if len(told) != 1 or len(known) > _MOST_ALONE or not said <= _BESIDE | telling:
        return None
    return told[0]
