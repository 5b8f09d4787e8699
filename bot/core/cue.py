"""Cue: which words ask for what.

The table below is read from top to bottom; the first template that fits a sentence decides what the sentence asks for.
It is English and about sales calls in general; not one word of it belongs to a pack.
"""

import functools
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.core.request import RequestKind
from bot.core.spelling import Speller
from bot.core.template import Template


class Cue(NamedTuple):
    """What a sentence asks for."""

    kind: RequestKind
    begin: int
    """The position of its first word."""
    account: tuple[int, int] | None
    """The words that stand for the account, from and up to, where the wording has a place for one."""


OPENERS = frozenset(
    """
    hi hey hello hiya yo ok okay so and but also well please now btw sorry fika bot alright right hmm hm um uh oh just then
    quick quickly thanks thx cheers morning afternoon evening good actually anyway lol haha guys team folks there sup
    kindly real quickly again finally maybe cool great nice perfect awesome dear fyi sooo soo ah aha gotcha yes yeah
    yep sure
    """.split()
)
"""Words that may stand before the point of a sentence."""
_POLITE = (
    ("can", "you"), ("could", "you"), ("would", "you"), ("will", "you"), ("can", "u"), ("i", "want", "you", "to"),
    ("i", "want", "to"), ("i", "would", "like", "to"), ("i", "need", "to"), ("i", "need", "you", "to"), ("help", "me", "to"),
    ("help", "me"), ("let", "'s"), ("let", "us"), ("let", "me"), ("can", "we"), ("could", "we"), ("can", "i"), ("could", "i"),
    ("do", "you", "know"), ("can", "you", "tell", "me"), ("tell", "me"), ("i", "wonder"), ("i", "was", "wondering"),
    ("any", "idea"), ("i", "would", "love", "to"), ("we", "need", "to"), ("we", "should"), ("time", "to"), ("i", "am", "going", "to"),
    ("would", "you", "mind"), ("i", "would", "like", "you", "to"), ("want", "to"), ("need", "to"), ("do", "me", "a", "favor"),
    ("ready", "to"), ("i", "am", "ready", "to"), ("go", "ahead", "and"), ("help", "us"), ("i", "am", "wondering"),
    ("wondering",), ("curious",), ("quick", "question"), ("a", "question"), ("quick", "q"), ("one", "question"),
    ("question", ":"), ("remind", "me"), ("can", "you", "please"), ("could", "you", "please"),
)  # fmt: skip
"""Polite beginnings behind which a request starts as if they were not there."""
PRONOUNS = frozenset({"they", "it", "them", "this", "that", "he", "she", "one", "these", "those"})

_SETS = {
    "me": frozenset("i we me us you one my our".split()),
    "adv": frozenset(
        "even still really actually just now also currently already ever always honestly maybe probably then again"
        " seriously definitely not so very today please first at all considered".split()
    ),
    "chase": frozenset(
        "chase chasing pursue pursuing target prioritize prioritise bother contact approach engage invest drop work reach"
        " hunt prospect spend continue disqualify push focus skip ditch nurture park close court waste deprioritize go call"
        " email keep sell try touch care look consider pitch target chase move persue walk put".split()
    ),
    "prep": frozenset(
        "chasing after on to out up with pursuing working my our the more any much time energy effort selling going bothering"
        " from away talking in into for about at of calling over forward a an some hours resources targeting emailing this"
        " there reaching contacting prospecting that account company deal lead another".split()
    ),
    "adj": frozenset(
        "good great bad right poor strong real ideal decent perfect potential viable solid our target primary secondary"
        " negative my best worthy better nice proper reasonable suitable likely typical the a an strategic natural obvious"
        " possible any close plausible hot".split()
    ),
    "fitnoun": frozenset("fit match target prospect icp lead opportunity candidate bet fits account matches prospects go yes no".split()),
    "fitverb": frozenset("fit fits match matches qualify qualifies meet meets belong belongs suit suits pass passes tick ticks count".split()),
    "fitstate": frozenset(
        "qualified disqualified suitable relevant promising legit viable tier icp good great bad hot fit disqualifed qualfied"
        " interesting any".split()
    ),
    "score": frozenset("verdict score tier grade rating ranking rank fit call result decision".split()),
    "judge": frozenset("check assess evaluate score rate grade judge rank vet screen analyze analyse verify".split()),
    "ask": frozenset("ask find learn clarify discover dig probe confirm figure uncover".split()),
    "interview": frozenset(
        "discovery interview qualification questionnaire qualifying bant meddic meddpicc questions qualify assessment".split()
    ),
    "start": frozenset("start run begin kick launch open resume continue do conduct restart initiate take starting running".split()),
    "call": frozenset("call meeting demo lunch chat coffee sync appointment intro session meet zoom visit presentation catchup qbr calls".split()),
    "about": frozenset("on about of for with from regarding re at".split()),
    "info": frozenset(
        "info information details data facts notes summary overview status profile record history answers update news file"
        " card snapshot rundown background recap lowdown picture state everything anything something".split()
    ),
    "content": frozenset(
        "study studies deck decks pager pagers template templates calculator calculators guide guides whitepaper whitepapers paper"
        " datasheet battlecard battlecards collateral content asset assets webinar video videos doc docs document documentation"
        " slide slides story stories reference references testimonial testimonials brochure comparison checklist benchmark"
        " benchmarks page sheet material materials".split()
    ),
    "log": frozenset("log note record report file add raise track flag capture create open register mark save document submit put make write".split()),
    "would": frozenset("would will does do might could did can should must".split()),
    "no": frozenset("no not never without lack lacks need missing".split()),
}  # fmt: skip

_UPCOMING = (
    "i|we have|got|am ... <call> with {a}",
    "my|our|upcoming|next|first|second|the|a <call> with {a}",
    "^ <call> with {a}",
    "meeting|calling|seeing|visiting|demoing|pitching|dialing|presenting|speaking|talking <prep>* {a}",
    "{a} <call>",
)
_OVER = frozenset({"had", "was", "went", "talked", "spoke", "met", "finished", "after", "just", "did", "ended", "back", "yesterday", "last", "off"})


@functools.cache
def _upcoming() -> tuple[Template, ...]:
    return tuple(Template(text, _SETS) for text in _UPCOMING)


def announces_call(words: Sequence[str], is_account: Callable[[int, int], bool]) -> Cue | None:
    """A call that is still to come: "i have a call with acme"; whoever says so with a time wants to be ready for it."""
    if not _OVER.isdisjoint(words):
        return None
    for template in _upcoming():
        match = template.match(words, after_opening(words), is_account)
        if match is not None:
            return Cue(RequestKind.BRIEFING, match.begin, match.account)
    return None


_K = RequestKind
_TABLE: tuple[tuple[RequestKind, str], ...] = (
    # a gap to note down
    (_K.LOG_GAP, "^ <log> ... gap|gaps"),
    (_K.LOG_GAP, "<log> a|an|this|the|another ... gap"),
    (_K.LOG_GAP, "^ new|another|content|knowledge|product|feature|a|trait|persona gap|gaps"),
    (_K.LOG_GAP, "^ gap :|on|in|for|here|is|found|alert"),
    (_K.LOG_GAP, "there is|'s a ... gap"),
    (_K.LOG_GAP, "found|spotted|noticed|identified|see a|another|the ... gap"),
    (_K.LOG_GAP, "^ missing : ..."),
    (_K.LOG_GAP, "^ we|there|still are|is|'s|have|'ve|got|do|lack|need|miss|could ... <no>* ... <content>"),
    (_K.LOG_GAP, "^ no ... <content> for|on|about|in|$"),
    (_K.LOG_GAP, "^ missing ... <content>"),
    # getting ready for a call
    (_K.BRIEFING, "brief|prep|prepare|prepping|briefing|ready|prepped|points|sheet|debrief <me>? for|on|about|before|with <prep>* <call>* with? {a}"),
    (_K.BRIEFING, "brief|prep|prepare|prepping|briefing <me>? <prep>* {a}"),
    (_K.BRIEFING, "^ brief|prep|prepare|debrief <me>"),
    (_K.BRIEFING, "brief|prep|prepare|briefing|prepped me|us|for|before"),
    (_K.BRIEFING, "^ brief|prep|briefing $"),
    (_K.BRIEFING, "{a} briefing|brief|prep"),
    (_K.BRIEFING, "a|my|the briefing|prep"),
    (_K.BRIEFING, "prep|brief sheet|notes|doc|please"),
    (_K.BRIEFING, "cheat sheet"),
    (_K.BRIEFING, "talking points for|on|with"),
    (_K.BRIEFING, "get <me> ready|prepped|prepared|up"),
    (_K.BRIEFING, "what|anything ... should|do|must <me> need? to? know|say|bring|prepare|expect|mention|cover|remember before|for|going ..."),
    (_K.BRIEFING, "what|anything ... should|do|must <me> need? to? know|say|bring|prepare|expect|mention|cover|remember ... before|call|meeting|demo"),
    (_K.BRIEFING, "before <prep>* <call> with {a} what"),
    # what it would take
    (_K.WHAT_WOULD_IT_TAKE, "what it? <would> it? take for? us? to get|make|move|turn|bring|push|have|see {a} to|into|a|an|fit|better|up|over|higher|from|out|in|qualify|be|as"),
    (_K.WHAT_WOULD_IT_TAKE, "what it? <would> it? take for|with|to <prep>* {a}"),
    (_K.WHAT_WOULD_IT_TAKE, "what it? <would> it? take"),
    (_K.WHAT_WOULD_IT_TAKE, "what 's it take"),
    (_K.WHAT_WOULD_IT_TAKE, "what ... needs|has|must|should|would|need|have|could|can|might to|have|need|be ... change|happen|improve|shift|true|move|different"),
    (_K.WHAT_WOULD_IT_TAKE, "what|anything should|must|would|could|can change|happen|move|improve"),
    (_K.WHAT_WOULD_IT_TAKE, "what <would> have|need|to|it|we|i|you|they ... get|make|turn|bring|push|move|lift|raise|bump|upgrade|flip {a} to|into|a|an|fit|better|up|over|higher|from|out"),
    (_K.WHAT_WOULD_IT_TAKE, "what <would> ... get|make|turn|bring|push|move|lift|raise|bump|upgrade|flip {a} to|into|a|an|fit|better|up|over|higher|from|out"),
    (_K.WHAT_WOULD_IT_TAKE, "how ... get|make|move|turn|bring|push|lift|raise|bump|upgrade|flip {a} to|into|a|an|fit|better|up|over|higher|from|out"),
    (_K.WHAT_WOULD_IT_TAKE, "^ get|make|move|turn|bring|push|lift|bump|upgrade {a} to|into|from|up|over|a ..."),
    (_K.WHAT_WOULD_IT_TAKE, "how would|can|could|might|will {a} become|be|get|reach|move|turn|make|improve|score|qualify"),
    (_K.WHAT_WOULD_IT_TAKE, "how <would> <me> improve|raise|lift|increase|better|bump {a}"),
    (_K.WHAT_WOULD_IT_TAKE, "how far|close is|are {a} from|to ..."),
    (_K.WHAT_WOULD_IT_TAKE, "path|road|route|way|steps to|for|from ... a|b|tier|fit|yes|primary"),
    (_K.WHAT_WOULD_IT_TAKE, "what|anything 's|is|are stopping|holding|keeping|blocking|preventing|separating|standing|dragging|between ..."),
    (_K.WHAT_WOULD_IT_TAKE, "what stops|stands|holds|keeps|blocks|prevents|separates|stopped ..."),
    (_K.WHAT_WOULD_IT_TAKE, "what 's|is|are <adv>* missing|lacking|needed|required|short|left ... for|to ... a|b|c|tier|fit|primary|secondary|better|qualify|green"),
    (_K.WHAT_WOULD_IT_TAKE, "what <would> change|flip|improve|raise|lift|move|shift ... verdict|mind|answer|score|result|tier|rating|fit|grade|outcome"),
    (_K.WHAT_WOULD_IT_TAKE, "what <would> need|have to be true|change|happen"),
    (_K.WHAT_WOULD_IT_TAKE, "make|turn|get {a} a|an|into|to a|b|fit|good|tier|primary|an"),
    (_K.WHAT_WOULD_IT_TAKE, "what <would> make|turn {a} a|an|fit|qualify|work|better|worth|into"),
    # why the verdict is what it is
    (_K.WHY, "what|which makes|made {a} ..."),
    (_K.WHY, "what 's|is|are|was the reason|reasons|reasoning|rationale|logic|drivers|thinking ..."),
    (_K.WHY, "explain|justify|show|break|unpack|give|walk <me>* <prep>* through? the|your|its|that|this|their|{a}? 's? <score>|reasoning|reasons|points|breakdown|math|rationale|logic|why"),
    (_K.WHY, "<score> breakdown|reasoning|reasons|explanation|rationale"),
    (_K.WHY, "break ... down"),
    (_K.WHY, "how did|do|does you|we|they|it|{a} get|come|arrive|reach|land|end|score|earn|become ..."),
    (_K.WHY, "how is|was|did {a} <adv>* scored|rated|graded|calculated|ranked|get|end"),
    (_K.WHY, "on what basis"),
    (_K.WHY, "based on what"),
    (_K.WHY, "where does|did|do that|the|this|it|its <score>|number|come|points ..."),
    (_K.WHY, "what 's|is behind ..."),
    (_K.WHY, "what speaks|counts|drove|drives|drags|dragged|hurts|hurting|helps|weighs ..."),
    (_K.WHY, "^ reason|reasons|reasoning|rationale|justification <about>|behind|why? {a}?"),
    (_K.WHY, "^ explain|justify {a}"),
    (_K.WHY, "says who"),
    # an interview
    (_K.START_INTERVIEW, "^ qualify|interview {a}"),
    (_K.START_INTERVIEW, "^ qualify|interview $"),
    (_K.START_INTERVIEW, "^ <start> <prep>* off|up|a|an|the|new|another|my|our|full|quick|some|through? <interview>"),
    (_K.START_INTERVIEW, "^ <start> <prep>* <interview>"),
    (_K.START_INTERVIEW, "^ <start> {a} <interview>"),
    (_K.START_INTERVIEW, "^ new|discovery|interview|qualification|bant|meddic|meddpicc <interview>? for|with|on {a}"),
    (_K.START_INTERVIEW, "^ {a} discovery|interview|qualification|questionnaire $"),
    (_K.START_INTERVIEW, "walk|take|guide|lead|run <me> through ... questions|discovery|qualification|interview|bant|meddic|meddpicc"),
    (_K.START_INTERVIEW, "^ go|walk|run|step through ... questions|discovery|qualification|interview|bant|meddic|meddpicc|{a}"),
    (_K.START_INTERVIEW, "^ walk|take|guide|lead|run <me> through {a} $"),
    (_K.START_INTERVIEW, "^ go|run through {a} $"),
    (_K.START_INTERVIEW, "^ ask|quiz|grill me|us ... questions|about|on"),
    (_K.START_INTERVIEW, "^ ask|quiz|grill|interview me|us $"),
    (_K.START_INTERVIEW, "ask|give me ... the|your|all questions about|for|on {a}"),
    (_K.START_INTERVIEW, "^ fill in|out|up ... gaps|blanks|answers|rest"),
    (_K.START_INTERVIEW, "help <me> qualify|interview {a}?"),
    (_K.START_INTERVIEW, "^ discovery|interview with|for|on {a}"),
    (_K.START_INTERVIEW, "^ <start> {a} $"),
    # what to ask
    (_K.NEXT_QUESTION, "what|which|anything ... should|do|can|could|to|would|shall|must|need <me>? to? <adv>* ask {a} next|now|first|about|on|in|at|tomorrow|today|$"),
    (_K.NEXT_QUESTION, "what|which|anything <adv>* else?  question|questions?  <would>|to|need|have <me>? <adv>* have|need? to? <ask>"),
    (_K.NEXT_QUESTION, "what|which ... question|questions"),
    (_K.NEXT_QUESTION, "what|anything|much else? do|did|have <me> <adv>* not <adv>* know|have|got ..."),
    (_K.NEXT_QUESTION, "what|anything|much else? do|did|have not <me> <adv>* know|have|got ..."),
    (_K.NEXT_QUESTION, "what|anything else? do|did <me> <adv>* need|have|want to? know|ask|find|learn|clarify|from|discover|about"),
    (_K.NEXT_QUESTION, "what|anything|much else? 's|is|are not? <adv>* missing|open|unknown|left|unanswered|unclear|outstanding|blank|needed"),
    (_K.NEXT_QUESTION, "what am|are i|we <adv>* missing|lacking ..."),
    (_K.NEXT_QUESTION, "what|which gaps|blanks|holes|info|data ..."),
    (_K.NEXT_QUESTION, "next|best|first|good|key|top|important|another|one|more|right|smart|useful question|questions ..."),
    (_K.NEXT_QUESTION, "question|questions <prep>* for|to ask? {a}"),
    (_K.NEXT_QUESTION, "ask {a} next|now|first|about|on|in|tomorrow|today"),
    (_K.NEXT_QUESTION, "what|stuff|things to ask"),
    (_K.NEXT_QUESTION, "give|suggest|get|show|list|propose|got|any <me>? ... question|questions ..."),
    (_K.NEXT_QUESTION, "what should|do|shall|can|must <me> do|tackle|try|focus next|now|first|here? on|with|for|about {a}"),
    (_K.NEXT_QUESTION, "what should|do|shall|can|must <me> work on with|for|at {a}"),
    (_K.NEXT_QUESTION, "what should|do|shall|can|must <me> do with|about|for|at {a}"),
    (_K.NEXT_QUESTION, "next step|steps|move|action|thing for|with|on|at {a}"),
    (_K.NEXT_QUESTION, "what 's|is|are the? next|now ... with|for|on|at|about {a}"),
    (_K.NEXT_QUESTION, "what 's|is next|now? $"),
    (_K.NEXT_QUESTION, "what is|'s|are the next step|steps|move $"),
    (_K.NEXT_QUESTION, "^ next question?|step? $"),
    (_K.NEXT_QUESTION, "^ what next|now|else $"),
    (_K.NEXT_QUESTION, "where|how do|should i|we start|begin|continue|proceed with|on {a}"),
    # the work of the day, where it is clearly that
    (_K.WORK_LIST, "which|what|whose accounts|account|deals|deal|prospects|leads|companies ... chase|fit|first|now|today|next|best|work|worth|are|should|hot|priority|hottest|top"),
    (_K.WORK_LIST, "what|who|which|whom|where ... should|do|can|must|to|shall <me> <adv>* work|tackle|focus|prioritize|prioritise|do|call|chase|contact|start|target|hit|concentrate|pursue|spend|go|be|look|email ... today|now|next|first|this|morning|week"),
    (_K.WORK_LIST, "what|who|which|whom|where ... should|do|can|must|to|shall i <adv>* work|tackle|focus|prioritize|prioritise|do|call|chase|contact|start|hit|concentrate|pursue|spend|go|email <prep>* $"),
    (_K.SHOW_ICP, "who|whom|which ... do|are|should|would|can|shall|to we|not ... sell|selling|target|targeting|serve|serving|want|going|after|looking|avoid|pursue|focus|for"),
    # whether it fits
    (_K.FIT_QUESTION, "should|shall|can|could|would|must i|we|you <adv>* <chase> <prep>* {a}"),
    (_K.FIT_QUESTION, "do i|we <adv>* chase|pursue|bother|want|care|need|go|keep <prep>* {a}"),
    (_K.FIT_QUESTION, "<chase> <prep>* {a} or ... not|drop|skip|leave|pass"),
    (_K.FIT_QUESTION, "should|shall i|we|you <adv>* qualify {a}"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* worth ..."),
    (_K.FIT_QUESTION, "^ worth|worthwhile ... {a}"),
    (_K.FIT_QUESTION, "it worth|worthwhile ... {a}"),
    (_K.FIT_QUESTION, "{a} worth|worthwhile it|chasing|pursuing|a|my|our|the|time|effort|calling|going|talking|looking|any|more|anything"),
    (_K.FIT_QUESTION, "is|are|was|were|be|been {a} <adv>* <adj>* <fitnoun>"),
    (_K.FIT_QUESTION, "does|do|would|will|could|did|might|can {a} <adv>* <fitverb>"),
    (_K.FIT_QUESTION, "would|will|could|might|can {a} <adv>* be <adv>* <adj>* <fitnoun>"),
    (_K.FIT_QUESTION, "would|will|could|might|can {a} <adv>* be <adv>* worth|suitable|qualified|good|interesting"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* in|within|inside|part|outside of? our|the|my icp|ideal|target|wheelhouse|sweet|scope|segment|range"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* <fitstate>"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* our|my|the <adj>* type|kind|sort|icp|sweet|target|customer|profile"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* for us|me"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* someone|something|one|a|an ... worth|should|chase|for"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* waste|time|dead|out|yes|no|go|anything|something|dud|winner"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* a <adv>* waste|dud|winner|drain|yes|no|go|tier|serious|no-go"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* an|a|b|c|d a|b|c|d? $"),
    (_K.FIT_QUESTION, "is|are {a} <adv>* ideal|good|great|target|perfect|right customer|customers|client|for ..."),
    (_K.FIT_QUESTION, "{a} <adj>* fit|fits|match|icp $"),
    (_K.FIT_QUESTION, "{a} <adj>* fit|fits|match|icp for|or|with|our|us"),
    (_K.FIT_QUESTION, "{a} any good"),
    (_K.FIT_QUESTION, "how good|well|strong|close|big|bad|great ... is|are|does|do|would|did|fit {a}"),
    (_K.FIT_QUESTION, "how does|do|is|are|would|did {a} <adv>* fit|look|looking|score|rate|rank|stack|doing|shaping|compare|measure|fare|perform"),
    (_K.FIT_QUESTION, "how 's {a} <adv>* fit|look|looking|score|rate|rank|doing|shaping|compare"),
    (_K.FIT_QUESTION, "what|which kind|sort|of|the? tier|score|verdict|grade|rating|bucket|rank is|'s|are|does|did|do {a}"),
    (_K.FIT_QUESTION, "what|which tier|score|verdict|grade|rating|bucket|rank is|'s|are|does|did|do ... {a}"),
    (_K.FIT_QUESTION, "what 's|is|was|are the|its|our|their|your|current|latest <score> on|for|of|with {a}"),
    (_K.FIT_QUESTION, "what 's|is|was {a} 's? <score>"),
    (_K.FIT_QUESTION, "what 's|is|was the|its|our|their|your|current|latest <score>"),
    (_K.FIT_QUESTION, "^ {a} 's? verdict|score|tier|rating|grade|fit"),
    (_K.FIT_QUESTION, "^ verdict|score|tier|rating|grade|fit check|score|test? for|of|on|with? {a}"),
    (_K.FIT_QUESTION, "^ <judge> fit|the|score? if|whether|for|how? {a}"),
    (_K.FIT_QUESTION, "^ <judge> out? {a}"),
    (_K.FIT_QUESTION, "^ run|do|get ... numbers|score|fit|check for|on|of {a}"),
    (_K.FIT_QUESTION, "any? thoughts|thought|opinion|take|view|views|feeling|feelings|vibe|vibes on|about|of|re {a}"),
    (_K.FIT_QUESTION, "what do|does|would you|we|fika|everyone think|reckon|say|make of|about|on {a}"),
    (_K.FIT_QUESTION, "^ what|how|and about {a}"),
    (_K.FIT_QUESTION, "what 's your take|view|opinion|verdict ... {a}"),
    (_K.FIT_QUESTION, "good|bad|right|great <adj>* fit|match|target|prospect|lead? : {a}"),
    (_K.FIT_QUESTION, "{a} or not $"),
    (_K.FIT_QUESTION, "{a} yes|go|yay|yea|good|hot|worth|keep|drop or no|nay|not|bad|drop|keep"),
    (_K.FIT_QUESTION, "yes|go|yay or? no|nay go? on|to|for {a}"),
    (_K.FIT_QUESTION, "wasting|waste <prep>* {a}"),
    (_K.FIT_QUESTION, "any|much|a point|sense|value|chance|reason|upside in|to|with|for <chase>? <prep>* {a}"),
    (_K.FIT_QUESTION, "make|makes sense to|for|with|chasing|pursuing <chase>? <prep>* {a}"),
    (_K.FIT_QUESTION, "do|does|would we|i|you want|like|care|need about? {a}"),
    (_K.FIT_QUESTION, "are|am we|i interested|keen in|on {a}"),
    (_K.FIT_QUESTION, "fit for? {a} $"),
    (_K.FIT_QUESTION, "^ is|are|does|do|would {a} fit"),
    (_K.FIT_QUESTION, "if|whether {a} <adv>* fits|fit|qualifies|is|are|would <adj>* fit|worth|match|icp|qualified|good"),
    (_K.FIT_QUESTION, "if|whether {a} <adv>* fits|qualifies|matches"),
    (_K.FIT_QUESTION, "if|whether i|we should <adv>* <chase> <prep>* {a}"),
    (_K.FIT_QUESTION, "^ chase|pursue|target|chasing|pursuing {a}"),
    (_K.FIT_QUESTION, "worth <adj>* chasing|pursuing|time|effort|it|calling|a $"),
    # the work of the day
    (_K.WORK_LIST, "what|who|which|whom|where ... should|do|can|must|to|shall <me> <adv>* work|tackle|focus|prioritize|prioritise|call|chase|contact|hit|concentrate|pursue ..."),
    (_K.WORK_LIST, "my|our|todays day|priorities|queue|worklist|todo|plate|agenda|accounts|list|pipeline"),
    (_K.WORK_LIST, "top|best|hottest|priority|hot five|ten|5|10|three|3? accounts|prospects|leads|deals|opportunities"),
    (_K.WORK_LIST, "work list|worklist|queue|todo"),
    (_K.WORK_LIST, "^ worklist|priorities|todo|agenda|queue $"),
    (_K.WORK_LIST, "who 's|is|are hot|next|first|best|worth|ready|closest|top|hottest"),
    (_K.WORK_LIST, "list|show <me>* all|the|my|our accounts|pipeline|queue|worklist|list|priorities"),
    (_K.WORK_LIST, "on my|our plate|list|desk|agenda|radar"),
    (_K.WORK_LIST, "today 's plan|list|work|priorities|focus|agenda"),
    (_K.WORK_LIST, "plan|organize|prioritize|prioritise my|our day|morning|week|accounts|list|work"),
    (_K.WORK_LIST, "closest|nearest to a|being|decided|decision|verdict|done"),
    (_K.WORK_LIST, "what 's|is up|on|hot|first|next for? today|tomorrow|now"),
    (_K.WORK_LIST, "^ what to do|work ..."),
    # whom we sell to
    (_K.SHOW_ICP, "our|the|your|my|a|an|show|define|explain|describe|what|whats|remind|current|primary|secondary|negative|anti|full|latest icp|icps"),
    (_K.SHOW_ICP, "^ icp|icps ..."),
    (_K.SHOW_ICP, "icp|icps again|definition|please|$"),
    (_K.SHOW_ICP, "ideal|perfect|target|dream|typical|best customer|client|clients|account|accounts|company|companies|buyer|prospect|profile|customers|market|audience|segment"),
    (_K.SHOW_ICP, "who|whom|which ... do|are|should|would|can|shall|to we|not ... sell|selling|target|targeting|serve|serving|want|going|after|looking|avoid|pursue|focus|for"),
    (_K.SHOW_ICP, "who is|are|'s our|the <adj>* customer|customers|target|buyer|audience|market|clients|client"),
    (_K.SHOW_ICP, "what|which kind|kinds|sort|sorts|type|types of ... company|companies|account|accounts|customer|customers|business|businesses|client|clients|prospects|firm|firms"),
    (_K.SHOW_ICP, "what does|do|makes|counts|qualifies|is|defines|'s as? a|an|our <adj>* account|customer|fit|prospect|company|client ..."),
    (_K.SHOW_ICP, "what|which companies|accounts|customers|businesses do|should|are <me> ..."),
    (_K.SHOW_ICP, "what do|are <me> look|looking for ..."),
    (_K.SHOW_ICP, "sweet spot"),
    (_K.SHOW_ICP, "knockouts|knockout|dealbreakers|disqualifiers|disqualifies"),
    (_K.SHOW_ICP, "deal breakers|breaker"),
    (_K.SHOW_ICP, "red flags"),
    (_K.SHOW_ICP, "qualification|fit|qualifying|scoring criteria|criterion|rules"),
    (_K.SHOW_ICP, "who we sell|target|serve|avoid"),
    (_K.SHOW_ICP, "customer profile"),
    (_K.FIT_QUESTION, "should|shall i|we|you <adv>* <chase> <prep>* or? not? $"),
    # one account
    (_K.SHOW_ACCOUNT, "show|display|open|pull|view|see|find|get|load|bring|lookup|look|print|give <me>* up|at|out|all|everything|the? <info>? <about>? {a}"),
    (_K.SHOW_ACCOUNT, "what do|did|have|has <me>|you|anyone <adv>* know|have|got|collected|learned|recorded|heard|gathered|found|already? so? far? <about> {a}"),
    (_K.SHOW_ACCOUNT, "what 's|is|are <adv>* known|recorded|there|new|happening|going|up <about> {a}"),
    (_K.SHOW_ACCOUNT, "tell|remind|update|fill|catch <me>* in|up? about|on|in|of {a}"),
    (_K.SHOW_ACCOUNT, "^ about|on {a} $"),
    (_K.SHOW_ACCOUNT, "<info> <about>|do <me>* know|have? about|on? {a}"),
    (_K.SHOW_ACCOUNT, "{a} 's? info|details|status|profile|summary|overview|record|answers|data|facts|notes|history|card|file|snapshot|account $"),
    (_K.SHOW_ACCOUNT, "^ who|what is|'s|are {a} $"),
    (_K.SHOW_ACCOUNT, "where are|do|is|'s <me>|things|we|it|{a} stand|at? with|on? {a}"),
    (_K.SHOW_ACCOUNT, "^ status {a}"),
    (_K.SHOW_ACCOUNT, "what 's|is the|our story|status|latest|situation|deal|scoop with|on|of|for {a}"),
    (_K.SHOW_ACCOUNT, "^ summarize|summarise|recap {a}"),
    (_K.SHOW_ACCOUNT, "know about|on {a}"),
    # anything else that asks to be told something
    (_K.OPEN_QUESTION, "^ send|share|find|get|give|recommend|suggest|search|look|show|pull|grab|need|any|got ... <content>|roi|pricing|objection|link|pdf|playbook|proof|benchmark"),
    (_K.OPEN_QUESTION, "objection|objections|pushback ..."),
    (_K.OPEN_QUESTION, "^ what|how|who|where|when|which|why|whose|whom ..."),
    (_K.OPEN_QUESTION, "^ explain|describe|define|compare|about|difference|search|lookup ..."),
    (_K.OPEN_QUESTION, "^ is|are|does|do|did|can|could|would|will|has|have|any ... "),
    (_K.OPEN_QUESTION, "they|he|she|cfo|buyer|prospect|customer say|said|says|think|thinks|saying|keeps|worry|worries|claim ... too|expensive|pricey|already|competitor|time|risk|risky|build"),
)  # fmt: skip


@functools.cache
def _templates() -> tuple[tuple[RequestKind, Template], ...]:
    return tuple((kind, Template(text, _SETS)) for kind, text in _TABLE)


@functools.cache
def speller() -> Speller:
    """Mends the words that requests are made of."""
    return Speller(_MENDED, shortest=5, swaps_letters=True)


_MENDED = frozenset(
    """
    should chase chasing pursue pursuing worth qualify qualified qualifies interview discovery questionnaire question questions
    brief briefing prepare account accounts would could about before verdict score explain reason reasons missing prospect
    target customer customers company companies disqualified worklist priorities today tomorrow meeting summary details status
    profile content calculator objection prioritize evaluate assess matches ideal negative secondary primary start people
    employees headcount budget study guide pricing thanks hello please change happen improve become through
    """.split()
)
"""The words whose misspellings are recognised; each is telling, and no two are alike."""


def cue_of(words: Sequence[str], is_account: Callable[[int, int], bool]) -> Cue | None:
    """What a sentence asks for, if any template fits.

    Args:
        words: the words of the sentence, marks left out except for colons.
        is_account: whether the words from one position up to another may stand for an account.
    """
    begin = after_opening(words)
    for kind, template in _templates():
        match = template.match(words, begin, is_account)
        if match is not None:
            return Cue(kind, match.begin, match.account)
    return None


def after_opening(words: Sequence[str]) -> int:
    """Where a sentence comes to its point: behind "hey fika", "can you please" and the like."""
    begin = 0
    while begin < len(words):
        polite = next((len(each) for each in _POLITE if tuple(words[begin : begin + len(each)]) == each), 0)
        if not polite and words[begin] not in OPENERS and words[begin] != ":":
            return begin
        if begin + (polite or 1) >= len(words):
            return begin
        begin += polite or 1
    return 0


_TALK = (
    "talked|spoke|spoken|chatted|met|talking|speaking|call|meeting|chat|update|news|notes|note|heard|phone|intel|recap|word|debrief|"
    "demo|info|details|discovery|learned|reply|email|feedback|back|followup|feedback|convo|conversation|sync|catchup|lunch|coffee ... "
    "with|to|from|on|about|at|of {a}",
    "^ about|on|for|re|from|at|with {a}",
    "^ {a} :",
    "^ {a} $",
    "record|note|save|remember|set|update|add|log ... for|on|that? {a}",
)


@functools.cache
def _introductions() -> tuple[Template, ...]:
    return tuple(Template(text, _SETS) for text in _TALK)


def introduced(words: Sequence[str], is_account: Callable[[int, int], bool]) -> tuple[int, int] | None:
    """The words that stand for an account which a message is going to tell about: "talked to acme", "acme: ..."."""
    begin = after_opening(words)
    matches = (template.match(words, begin, is_account) for template in _introductions())
    return next((match.account for match in matches if match is not None), None)


_WHY_WORDS = frozenset(
    """
    is are was were not do did does should would could a an the it they them this that so such be been b c d tier primary
    secondary fit match no_fit no score scored verdict rating grade graded rated rank ranked good bad great poor strong weak
    disqualified qualified qualify disqualify dropped drop nurture work out costly capped icp i we you us chase pursue target
    bother say said think call called get got come came only still now at in on low high lower higher than yesterday changed
    change moved move then negative outside from to of and or just really again for my our its their because actually even
    percent points point 's yes worth care avoid skip keep chasing pursuing one account company deal decided open up down
    have has as all considered being better worse best
    """.split()
)


def asks_why(words: Sequence[str]) -> int | None:
    """Behind a "why" that opens a sentence: the position of the words that follow it."""
    begin = after_opening(words)
    if words[begin : begin + 1] == ["why"]:
        return begin + 1
    return begin + 2 if list(words[begin : begin + 2]) in (["how", "come"], ["how", "so"], ["what", "why"]) else None


def is_about_verdict(words: Sequence[str]) -> bool:
    """Whether words speak of a verdict and of nothing else."""
    return all(word in _WHY_WORDS or word.isdigit() for word in words)


_GREETINGS = frozenset(
    """
    hi hey hello hiya yo morning gm afternoon evening thanks thank thx ty cheers bye goodbye sup howdy greetings cool great
    nice perfect awesome ok okay kk np lol haha welcome hola salut hallo bonjour gracias danke merci goodnight gn later
    appreciate appreciated amazing brilliant super wow heya sweet excellent done
    """.split()
)
_SMALL_TALK = frozenset(
    """
    good you there fika bot for the help that was very much so how are doing day a have it to see my friend all again is 's
    and i am we team guys everyone folks today tomorrow one really this your work job helpful helps useful up what nice going
    weekend week u lots lot alot bunch now ya me with super got see well be on
    """.split()
)


def is_greeting(words: Sequence[str]) -> bool:
    """Whether a message is a hello, a thank you or small talk and nothing else."""
    known = _GREETINGS | _SMALL_TALK
    greets = any(word in _GREETINGS for word in words) or list(words) in (["how", "are", "you"], ["what", "'s", "up"])
    return bool(words) and greets and all(word in known for word in words)


_HELP = (
    "^ help|commands|usage|manual|examples|menu|instructions|options|tutorial $",
    "^ help please|fika|me|pls|menu|commands|us|i|needed|? $",
    "^ i|we need|want some? help $",
    "what|how can|could|do|does|should|else you|fika|i|this|it|u|the ... do|help|ask|work|use|say|know|offer|support $",
    "what|how can|could|do|does|should|else you|fika|i|this|it|u|the ... do|help|ask|work|use|say|know|offer|support with|for|me|you|fika|here|this|of|it ...",
    "how do|can|should i|we use ...",
    "how does this|it|fika|the work ...",
    "what are you|your ...",
    "who are you ...",
    "what is|'s fika|this $",
    "list|show your? commands|features|capabilities|examples",
    "what commands|features|things ...",
    "give|show me? an? example|examples|help $",
    "^ i am lost|stuck|confused $",
    "^ help $",
)


@functools.cache
def _help_templates() -> tuple[Template, ...]:
    return tuple(Template(text, _SETS) for text in _HELP)


def asks_for_help(words: Sequence[str]) -> bool:
    """Whether a message asks what the bot can do."""
    point = list(words[after_opening(words) :]) if words != ["help", "me"] else ["help"]
    joined = ["help", "me"] if list(words[-2:]) == ["help", "me"] else point
    return any(template.match(joined, 0, _is_nobody) for template in _help_templates())


def _is_nobody(_begin: int, _end: int) -> bool:
    return False


_MEDDLING = frozenset(
    """
    delete remove erase forget undo merge rename reset archive cancel stop export import ignore disregard override bypass
    unsubscribe disable schedule assign reassign destroy wipe purge clear never don't dont
    """.split()
)
_STEERING = frozenset({"ignore", "disregard", "forget", "override", "bypass", "pretend", "jailbreak", "act"})
_STEERED = frozenset({"instructions", "instruction", "rules", "prompt", "guidelines", "constraints", "system", "role", "admin", "developer"})


def is_meddling(words: Sequence[str]) -> bool:
    """Whether a message orders something that no request here does, or tells the bot to do nothing."""
    point = words[after_opening(words) :]
    if point[:2] in (["do", "not"], ["no", "need"]):
        return True
    return bool(point) and point[0] in _MEDDLING


def is_steering(words: Sequence[str]) -> bool:
    """Whether a message tries to give the bot other rules."""
    known = set(words)
    return bool(known & _STEERING and known & _STEERED) or list(words[:3]) == ["you", "are", "now"]
