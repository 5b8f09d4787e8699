"""Closed lists of words that grounding goes by: what a sentence leans with, takes back with, or is labelled with."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBERS = _words(
    """zero one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million billion dozen half third thirds quarter quarters double twice
    triple first second fourth fifth last percent"""
)
"""Words that count."""
REVERSING = _words(
    """but however except unless though although yet only not never otherwise instead nevertheless nonetheless still
    conversely rather until wrong false no sadly unfortunately excluding despite neither nor"""
)
"""What a sentence begins with that takes back the one before it; the two are never parted."""
LIMITING = _words(
    """since outside today nowadays currently valid applies apply holds almost nearly well really exception exceptions
    caveat note under below above beyond nobody none ended expired as"""
)
"""What a sentence begins with that says where the one before it does not hold."""
EXCEPTING = _words("exception exceptions excluded exempt exempted caveat caveats proviso")
"""What a sentence holds that says so wherever it stands."""
RESTRICTING = _words(
    """not no never only without unless except until till nobody none nothing neither nor cannot ended expired was were
    used former formerly says say said claims claim claimed believes believe wish wrong false untrue outdated obsolete
    instead almost theory hardly rarely sometimes may might exclude excludes excluded depends subject superseded"""
)
"""What takes something back where a sentence speaks of the one before it."""
TURNING_OVER = _words(
    """but however except excepting excluding unless though although yet only not otherwise nevertheless nonetheless
    conversely wrong false untrue sadly unfortunately despite note exception exceptions caveat"""
)
"""What a block begins with that takes back the block before it."""
ELEMENTS = _words(
    """it they them that this these those he she him her his hers then so but and also there one both otherwise instead
    such their its theirs yes no or nor neither either yet still however though therefore thus hence moreover
    besides afterwards later meanwhile else another other others same former latter most many some few all each any
    none nobody nothing everyone everything everybody here now again too even not never only without that's it's
    which who whose what's there's because except unless until rather as than more less fewer better worse finally
    first second third fourth fifth next last since nobody's number"""
)
"""What a sentence begins with that leans on the one before it."""
POINTING = _words("this these those such both neither former latter same else otherwise instead too also others theirs")
"""What points to another sentence wherever it stands."""
SCOPING = _words(
    """not never without mistake mistakes wrong false avoid say says said claim claims claimed think thinks believe
    list lists example examples preset sample suppose imagine assume assumes assumed if worse worst fails reasons
    reason myth myths things ways kinds following question questions answers asks ask story stories planned ended
    used was were had hypothesis wish unlike competitor competitors planning roadmap upcoming"""
)
"""What a sentence holds whose next one may be said under it: "a list of things not to do. Number one is ..."."""
LASTING = _words(
    """mistake mistakes example examples preset sample suppose imagine assume assumes assumed myth myths criteria
    criterion conditions goal goals target targets hypothesis hypothetical story list lists wish"""
)
"""Such words as hold to the end of the paragraph."""
DESCRIBING = _words(
    """strong weak good bad better best great fit fits helpful useful ideal perfect suited made built written native
    free works helps reads shows"""
)
"""What a sentence begins with whose subject is a heading or the sentence before."""
BEING = _words("is are has have can cannot must does do costs takes comes needs gets runs stays")
BOUNDARIES = _words("and but or how because when if that which who so until as while where what whether")
"""What stands between a pronoun and what it stands for in its own sentence."""
PEOPLE = _words("he she him her his hers")
"""Who nobody knows without the sentence before."""
EARLY = 3
"""Among so many first words a pronoun stands for something in the sentence before."""
PRONOUNS = _words("it its they them their")
DETERMINERS = _words("a an the our your my each every any no")
MEASURES = _words("below above under over from at with without between for in on after before beyond within until")
ORDINALS = NUMBERS | _words("other others rest total latter former remaining next same best worst most whole")
AFTER_PREPOSITION = _words("of for from by like than after before with to in on about at all")
"""Behind one of these, "that" points back; behind a noun or a verb it does not."""

ANSWERING = ("Answer", "How we help")
"""Labels that answer what stands before them; they may be left out, as what follows is said by us."""
OWN_VOICE = frozenset({*ANSWERING, "They gain", "We gain"})
"""Labels behind which we speak ourselves."""
LABELS = (
    "Also called", "Responsible for", "Goal", "Motivation", "Prefers", "Pain", "Objection", "Challenge", "Assets",
    "Channel", "Stage", "Format", "For", "Stages", "Counted in", "Values", "Answered by", "They gain", "We gain",
    "Answer", "How we help",
)  # fmt: skip
"""What the lines of a passage begin with; see `passages`."""
EMPTY = _words(
    """the a an in on at and of or to is are what we say facts fact overview summary short details glance answer price
    prices"""
)
"""Words of a heading that do not narrow what stands below it."""
HEADINGS = frozenset({"Pains", "Objections", "Ratings"})
"""Lines of a passage that only say what comes below."""
INVERTING = re.compile(
    r"\b(?:myths?|misconceptions?|fictions?|false|lies?|untrue|wrong|mistakes?|avoid|never|not|don'?t|no|disqualif\w*"
    r"|outdated|deprecated|retired|discontinued|drafts?|roadmap|planned|hypothe\w*|imagin\w*|rumou?rs?|former|old"
    r"|objections?|competitors?|they say|complaints?|jokes?|bad|instead|without|before|if|when|until|unless|success"
    r"|criteria|goals?|targets?|examples?|assum\w+|conditions?|requirements?|ideas?|questions?|risks?|could|should|might|may"
    r"|would|future|next|happened|history|stor(?:y|ies)|lessons?|used to|was|were)\b",
    re.IGNORECASE,
)
"""What a heading says where that which stands below it is not simply so."""
COMPARING = re.compile(
    r"\b(?:battle ?cards?|competit\w+|rivals?|versus|vs|alternatives?|compared|comparison)\b", re.IGNORECASE
)
"""What the title of a source says whose sentences may be about somebody else's product."""
UNTRUE = re.compile(
    r"\b(?:myths?|misconceptions?|fictions?|untrue|lies|(?:not|never|don'?t) (?:to )?say|deprecated|retired|drafts?"
    r"|roadmap|hypothetical|rumou?rs|superseded|archived?|expired|outdated|obsolete|withdrawn)\b",
    re.IGNORECASE,
)
"""What a title says where nothing of the source is simply so."""
