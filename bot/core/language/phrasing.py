"""Phrasing: how people ask for things, as a table that a salesperson can read and extend.

`WORDINGS` is read from top to bottom, and the first line that fits a sentence decides what the sentence asks for. What
the signs mean stands in `template`. It is English and about sales calls in general; not one word of it belongs to a
pack.
"""

from bot.core.request import RequestKind

SETS = {
    "me": "i we me us you one my our",
    "adv": """
        even still really actually just now also currently already ever always honestly maybe probably then again
        seriously definitely not so very today please first at all considered
    """,
    "some": "a an the new another my our full quick some short proper through me us on with in first off up",
    "about": "on about of for with from regarding re at",
    "would": "would will does do might could did can should must",
    "should": "should do can must to shall would could",
    "which": "what who which whom where",
    "to": "with to from on about at of",
    "now": "today now next first this morning week tomorrow",
    # doing something about an account
    "chase": """
        chase chasing pursue pursuing target prioritize prioritise bother contact approach engage invest drop work
        reach hunt prospect spend continue disqualify push focus skip ditch nurture park close court waste
        deprioritize go call email keep sell pitch touch care look consider move walk put try persue
    """,
    "prep": """
        chasing after on to out up with pursuing working my our the more any much time energy effort selling going
        bothering from away talking in into for about at of calling over forward a an some hours resources targeting
        emailing this there reaching contacting prospecting that account company deal lead another spending
    """,
    "work": """
        work tackle focus prioritize prioritise call chase contact hit concentrate pursue do start spend go email
        look be target
    """,
    # whether it fits
    "adj": """
        good great bad right poor strong real ideal decent perfect potential viable solid our target primary
        secondary negative my best worthy better nice proper reasonable suitable likely typical the a an strategic
        natural obvious possible any close plausible hot
    """,
    "fitnoun": """
        fit match target prospect icp lead opportunity candidate bet fits account matches prospects go yes no
        customer client
    """,
    "fitverb": """
        fit fits match matches qualify qualifies meet meets belong belongs suit suits pass passes tick ticks count
    """,
    "fitstate": """
        qualified disqualified suitable relevant promising legit viable tier icp good great bad hot fit disqualifed
        qualfied interesting fitting any primary secondary
    """,
    "opine": "say think reckon believe consider guess know tell",
    "being": "is are be as would will could might",
    "score": "verdict score tier grade rating ranking rank fit call result decision",
    "grade": "tier score verdict grade rating bucket rank",
    "judge": "check assess evaluate score rate grade judge rank vet screen analyze analyse verify",
    "worthy": "it chasing pursuing a my our the time effort calling going talking looking any more anything",
    "within": "in within inside part outside",
    "scope": "icp ideal target wheelhouse sweet scope segment range",
    "fare": "fit look looking score rate rank stack doing shaping compare measure fare perform",
    # what it would take
    "get": "get make turn bring push move lift raise bump upgrade flip have see",
    "better": "to into a an fit better up over higher from out in qualify be as",
    "change": "change happen improve shift true move different flip raise lift",
    "tier": "a b c tier fit primary secondary better qualify green yes",
    # why
    "reasons": "reason reasons reasoning rationale logic drivers points breakdown math explanation factors",
    "explain": "explain justify show break unpack give walk",
    # what to ask
    "ask": "ask asking find learn clarify discover dig probe confirm figure uncover",
    "guys": "the people folks guys team them someone somebody",
    "open": "missing open unknown left unanswered unclear outstanding blank needed",
    # interviews and calls
    "interview": """
        discovery interview qualification questionnaire qualifying bant meddic meddpicc questions qualify assessment
    """,
    "start": "start run begin kick launch open resume continue do conduct restart initiate take starting running",
    "call": """
        call meeting demo lunch chat coffee sync appointment intro session meet zoom visit presentation catchup qbr
        calls
    """,
    "brief": "brief prep prepare prepping briefing",
    "know": "know say bring prepare expect mention cover remember",
    # whom we sell to
    "sell": "sell selling target targeting serve serving want going after looking avoid pursue focus for",
    "ourkind": """
        our the your my a an show define explain describe what whats remind current primary secondary negative anti
        full
    """,
    "customer": """
        customer customers client clients account accounts company companies buyer prospect prospects profile market
        audience segment business businesses firm firms
    """,
    # one account
    "show": "show display open pull view see find get load bring lookup look print give",
    "info": """
        info information details data facts notes summary overview status profile record history answers update news
        file card snapshot rundown background recap lowdown picture state everything anything something
    """,
    "known": "know have got collected learned recorded heard gathered found record",
    # gaps and content
    "make": "write make build create produce do",
    "surely": "really also still badly desperately urgently definitely just do",
    "log": """
        log note record report file add raise track flag capture create open register mark save document submit put
        make write
    """,
    "lack": "no not never without lack lacks need missing",
    "content": """
        study studies deck decks pager pagers template templates calculator calculators guide guides whitepaper
        whitepapers paper datasheet battlecard battlecards collateral content asset assets webinar video videos doc
        docs document documents documentation calc calcs slide slides story stories reference references testimonial
        testimonials
        brochure comparison checklist benchmark benchmarks page sheet material materials
    """,
    "fetch": "send share find get give recommend suggest search look show pull grab need any got",
    "matter": """
        roi pricing objection link pdf playbook proof benchmark prices discount discounts security references
        objections competitors implementation onboarding integrations
    """,
    "says": "say said says think thinks saying keeps worry worries claim",
    "objects": "too expensive pricey already competitor time risk risky build",
}
"""Words that may stand for each other in a wording, by the name of the set."""

_K = RequestKind

WORDINGS: tuple[tuple[RequestKind, str], ...] = (
    (
        _K.UNKNOWN,
        """
        ^ give|award|grant {a} a|an|the|more|some|full|5|3? a|b|c|tier|pass|point|points|fit $
        ^ mark|set|declare|classify|label|flag|make {a} as|to a|an|the? <tier>|qualified|disqualified|won|lost $
        ^ you must|should|have|need to? say|answer|confirm|tell|agree ...
        """,
    ),
    (
        _K.LOG_GAP,
        """
        ^ <log> ... gap|gaps
        <log> a|an|this|the|another ... gap
        ^ new|another|content|knowledge|product|feature|a|trait|persona gap|gaps
        ^ gap :|on|in|for|here|is|found|alert
        there is|'s a ... gap
        found|spotted|noticed|identified|see a|another|the ... gap
        ^ missing : ...
        ^ gap <lack>|we|there|nothing|nobody|none ...
        ^ we|there|still <surely>* are|is|'s|have|got|do|lack|need|miss|could ... <lack>* ... <content>
        we would|could|should <surely>* need|use|have ... <content>
        not have|got|find|see anything|something|any|one|a ... ... ... log|note|record|flag|report it|that|this down? $
        <log> down? it|that|this|:? that? we|there|nobody <surely>* <lack>|do|have|is|are|'s <lack>* ... <content>
        nothing|none|missing|lacking|lack|no ... ... log|note|record|flag it|that|this|down down? $
        ^ ... gap|gaps : ...
        ^ <log> missing|lacking ...
        nothing to|i|we|you|for can|could|should? send|share|show|give|offer ...
        ^ we|there|i have|got|is|'s|are|had|find|found nothing for|about|on|in|to ...
        be|is great|nice|good|helpful|useful to have|get a|an|some ... <content>
        i|we could|can|did not find|see any|a|an|some ... <content>
        and|but we have|had|got none|nothing|no $
        do not have|got one|any $
        we do not have|got that|it $
        <log> it|that|this as? a|an|the? ... gap
        i|we had|have|found|got nothing to ...
        ^ could use a|an|some|more ... <content>
        ^ i|we miss|missed a|an|some|any ... <content>
        ^ somebody|someone|marketing|we should|must|has|have|needs|ought to? <make> ... <content>
        ^ no ... <content> for|on|about|in
        ^ no ... <content> $
        ^ missing ... <content>
        """,
    ),
    (
        _K.NEXT_QUESTION,
        """
        open|unanswered|remaining|outstanding question|questions|points ...
        thing|things|question|info to ask|find|learn|clarify ...
        ^ ask {a} what|which $
        anything|something|much|what|lot <adv>* <open>|else to <ask> ...
        thing|things|question i|we should|need|must|could to? ask|find|learn|clarify ...
        """,
    ),
    (_K.WHY, "where do|does|did the|its|his|their? points|point|score|verdict|rating ... come|comes|came from ..."),
    (
        _K.BRIEFING,
        """
        ^ {a} ... brief|prep|briefing $
        run|walk|take <me> through ... for|before the|my? {a} <call>
        ^ prepare|prep the|my|our|a? <call> with|at {a}
        what <should> <me> be ready|prepared for
        ready|prepared|prepped for|on ... <call> with ... of|at|from {a}
        put together ... for|before ... <call> with {a}
        who am|are|will i|we meeting|meet|seeing|see at|from|of {a} ...
        <brief>|ready|prepped|points|sheet|debrief <me>? for|on|about|before|with <prep>* <call>* with? {a}
        <brief> <me>? <prep>* {a}
        ^ brief|prep|prepare|debrief <me>
        preparation|rundown for|before|on ... <call> with|at? {a}
        rundown for|before|on ... {a}
        preparation for|on|before ... {a}
        preparation|prep|brief|briefing for|before|on the|my|our|a? <call> with|at the|their? ... of|at|from {a}
        what|anything ... should|do|can|must <me> <know> up? with|to ... at|from|of {a}
        <brief>|prepped me|us|for|before
        ^ brief|prep|briefing please? $
        {a} briefing|brief|prep
        a|my|the briefing|prep
        prep|brief sheet|notes|doc|please
        cheat sheet
        talking points for|on|with
        pager|notes|sheet|points|summary|facts for <prep>* {a}? <call>
        get <me> ready|prepped|prepared|up
        what|anything ... should|do|must <me> need? to? <know> before|for|going ...
        what|anything ... should|do|must <me> need? to? <know> ... before|call|meeting|demo
        before <prep>* <call> with {a} what
        what should|must <me> know|bring|expect|remember $
        """,
    ),
    (
        _K.WHAT_WOULD_IT_TAKE,
        """
        what it? <would> it? take for? us? to <get> {a} <better>
        what it? <would> it? take for|with|to <prep>* {a}
        what it? <would> it? take
        what 's it take
        can|could|might|will|would {a} <adv>* get|go|move|climb|rise|become|reach|make to|into|up|over? a? <tier> ... $
        can|could|might|will {a} <adv>* make it
        can|could|might|will {a} <adv>* become|turn ...
        what does|do|did|would {a} <adv>* need|lack|miss|require ... <tier>
        what is|are|'s {a} <adv>* missing|lacking ...
        how <would> <me> turn|bring|get {a} around|back|over|there
        any|a way|chance|hope|path for|of {a} to|of|becoming|getting|being ...
        any|a|there way|chance|hope to|of|for save|saving|rescue|turn|turning|getting|get {a} ...
        what ... needed|find|happen|do|done so? that|for {a} becomes|become|fits|fit|qualifies|gets|turns ...
        under what|which conditions|circumstances ... {a}
        when would|could|might|will {a} <adv>* be|become|get|turn|fit|qualify ...
        what ... needs|has|must|need|have|<would> to|have|need|be ... <change>
        what|anything should|must|would|could|can <change>
        what <would> have|need|to|it|we|i|you|they ... <get> {a} <better>
        what <would> ... <get> {a} <better>
        how ... <get> {a} <better>
        how ... <get> {a} a|an? <tier>
        ^ get|make|move|turn|bring|push|lift|bump|upgrade {a} to|into|from|up|over|a ...
        how would|can|could|might|will {a} become|be|get|reach|move|turn|make|improve|score|qualify
        how <would> <me> improve|raise|lift|increase|better|bump {a}
        how far|close is|are {a} from|to ...
        path|road|route|way|steps to|for|from ... <tier>
        what|anything 's|is|are stopping|holding|keeping|blocking|preventing|separating|standing|dragging|between ...
        what stops|stands|holds|keeps|blocks|prevents|separates|stopped ...
        what 's|is|are <adv>* missing|lacking|needed|required|short|left ... for|to|that|so ... <tier>
        what <would> <change> ... <score>|mind|answer|outcome
        what <would> need|have to be true|change|happen
        what|anything do|does|would|did <me> <adv>* need ... {a} to be|become|get|reach|fit|qualify|make
        make|turn|get {a} a|an|into|to a|b|fit|good|tier|primary|an
        what <would> make|turn {a} a|an|fit|qualify|work|better|worth|into
        """,
    ),
    (
        _K.WHY,
        """
        what|which makes|made {a} ...
        what|which makes|made <me>|them|it say|think|decide|conclude|rate|score that? {a} ...
        what 's|is|are|was the <reasons> that|why|for|behind|because {a} ...
        what is|'s it? about {a} that|which ...
        what|which ... speak|speaks|spoke|count|counts against|for {a}
        <reasons> of|for|behind|on the|your|this? <score>|<reasons> of|for|on|at|about {a}
        which|what answers|answer|traits|things hurt|hurts|cost|costs|help|helps|killed|sank {a}
        see|show|get <me>? the|a <reasons> for|of|on|behind {a}
        for? what|which reason|reasons is|are|was|were|did|do|does|should {a} ...
        what is|'s|are|was dragging|pulling|pushing|hurting|killing|sinking {a} ...
        where did|does|do {a} lose|drop|miss|get|gain|earn points|ground ...
        how was|is|are|were {a} 's? <score> calculated|computed|made|decided|reached|worked
        i|we do|can not understand|get|see|follow <adv>* the <score> ... {a}?
        i|we do|can not understand|get|see|follow <adv>* why|how ... {a} ...
        what killed|sank|sunk|saved|doomed {a}
        surprised|confused|puzzled|stumped by|about|at|with the|that|this|your? <score> ... {a}?
        what 's|is|are|was the <reasons>|thinking ...
        <explain> <me>* <prep>* through? the|your|its|that|this|their <score>|<reasons>|why
        <explain> <me>* <prep>* through? {a} 's? <score>|<reasons>
        <score> <reasons>
        break ... down
        how did|do|does you|we|they|it|{a} get|come|arrive|reach|land|end|score|earn|become ...
        how did {a} get|come|arrive|reach|land|end|score|earn|become ...
        how is|was|did {a} <adv>* scored|rated|graded|calculated|ranked|get|end
        on what basis
        based on what
        where does|did|do that|the|this|it|its <score>|number|come|points ...
        what 's|is behind ...
        what 's|is wrong|bad|off|weak|good|great|strong with|about|at {a}
        what speaks|counts|drove|drives|drags|dragged|hurts|hurting|helps|weighs|pushed|pulled|brought|puts ...
        ^ <reasons>|justification <about>|behind|why? {a}?
        ^ explain|justify ... <score>
        ^ explain|justify {a}
        says who
        """,
    ),
    (
        _K.START_INTERVIEW,
        """
        ^ qualify|interview {a}
        ^ qualify|interview $
        ^ <start> off|up? <some>* <interview> <some>* for|with|on|of|at|about? {a}
        ^ <start> off|up? <some>* <interview>
        ^ <start> {a} <interview>
        ^ new|discovery|interview|qualification|bant|meddic|meddpicc <interview>? for|with|on {a}
        ^ {a} discovery|interview|qualification|questionnaire $
        walk|take|guide|lead|run <me> through the? {a} <interview>
        walk|take|guide|lead|run <me> through ... <interview>
        ^ go|walk|run|step through ... <interview>
        ^ new|another <interview> {a}
        ^ interview|quiz me|us on|about|for|with {a}
        ^ fill in|out {a}
        ^ go|walk|run|step through {a}
        ^ walk|take|guide|lead|run <me> through {a} $
        ^ ask|quiz|grill me|us ... questions|about|on
        ^ ask|quiz|grill|interview me|us $
        ask|give me ... the|your|all questions about|for|on {a}
        answer the|your|all|some questions about|for|on {a}
        ask|quiz|grill me everything|anything|whatever|all ... <about>|for {a}
        ^ fill in|out|up ... gaps|blanks|answers|rest
        help <me> qualify|interview {a}?
        ^ discovery|interview with|for|on {a}
        ^ start|begin|do|run|restart|resume {a} $
        """,
    ),
    (
        _K.SHOW_ACCOUNT,
        """
        what did|have|has <me>|you|anyone <adv>* learn|learned|find|found|hear|heard out? so? far? <about> {a}
        what|which answers|info|information|details|facts|data do|did|have|has|are|is <me>|you|there <about> {a}
        what do|does|did my|our|the|your <info>|records|colleagues|reps say|says|show|tell|record|write <about> {a}
        what do|did|have reps|people|others|colleagues <adv>* <known>|record|write|say|note <about> {a}
        what|which answers|info|information|facts|data do|did|have <me>|you <adv>* have|got|know|collect <about> {a}
        """,
    ),
    (
        _K.NEXT_QUESTION,
        """
        what|which|anything ... <should>|need <me>? to? <adv>* ask {a} <now>|about|on|in|at
        what|which|anything ... <should>|need <me>? to? <adv>* ask {a} $
        what|which|anything ... <should>|need <me>? to? <adv>* be? asking|ask <guys>* at|from|of? {a}
        what|which|anything <adv>* else? question|questions? <would>|to|need|have <me>? <adv>* have|need? to? <ask>
        what|which ... question|questions
        what|anything|much else? do|did|have <me> <adv>* not <adv>* know|have|got ...
        what|anything|much else? do|did|have not <me> <adv>* know|have|got ...
        what|anything else? do|did <me> <adv>* need|have|want to? know|ask|find|clarify|from|discover|about
        what|anything else? do <me> <adv>* need|have|want to? learn
        what|anything|much else? 's|is|are not? <adv>* <open>
        what am|are i|we <adv>* missing|lacking ...
        what do|did i|we <adv>* miss|lack ...
        ^ anything|something missing $
        what|which gaps|blanks|holes|info|data ...
        what|which <info>|answers|answer|facts do|does|are|is <me> <adv>* need|lack|miss|lacking|missing|want ...
        what|which <info>|answers|answer|facts is|are|'s <adv>* <open> ...
        next|best|first|good|key|top|important|another|one|more|right|smart|useful question|questions|q|qs ...
        question|questions|q|qs|qestions <prep>* for|to ask? {a}
        ask {a} <now>|about|on|in
        what|stuff|things|thing|best to ask {a}
        what|stuff|things|thing|best to ask
        give|suggest|get|show|list|propose|got|any <me>? ... question|questions ...
        what should|do|shall|can|must <me> do|tackle|try|focus next|now|first|here? on|with|for|about {a}
        what should|do|shall|can|must <me> work on with|for|at {a}
        what should|do|shall|can|must <me> do with|about|for|at {a}
        next step|steps|move|action|thing|q for|with|on|at {a}
        what 's|is|are the? next|now ... with|for|on|at|about {a}
        what next|now with|for|on|about {a}
        i|we should|could|can|need|must to? ask {a}
        anything|what else you|we|i need|want|require ...
        what 's|is next|now? $
        what is|'s|are the next step|steps|move $
        ^ next question?|step? $
        ^ what next|now|else $
        where|how do|should i|we start|begin|continue|proceed with|on {a}
        """,
    ),
    (
        _K.WORK_LIST,
        """
        any|which accounts|deals|leads close|near|ready|nearly|almost|need|needs|worth|deserve|deserves ...
        what|which is|are the most? promising|important|urgent|interesting|best|hot accounts|account|deals|leads
        what is|'s the|my|our? top? priority <now>
        who 's|is|are up next|first|now|today
        ^ todo|work|call|task list $
        where ... <should> <me> <adv>* put|spend|invest my|our|the? time|energy|effort|hours ...
        who|whom to|2 call|contact|ring|visit|chase|email ...
        who|whom|which ... <should> <me> get in touch|contact ...
        the|which|what|all? <customer> ... i|we have|need|got|should to? call|contact|visit|ring <now>
        which|what <customer> ... most|best|first|top ... call|contact|visit|focus|work|chase ...
        who 's|is|are my|the|our best|top|hottest|safest ...
        what|who 's|is hot|urgent|burning $
        who|which|what account|deal|one|lead? deserves|needs|gets a|my|the? call|time|attention|visit ...
        ... calls|time|hours|minutes ... who|which|whom one? first? $
        <which> ... <should> <me> <adv>* reach|talk|ring|dial|pick|speak out|to|with|up? to? $
        my|the top three|five|ten|3|5|10 $
        what 's|is most? urgent|important|pressing $
        what 's|is most? urgent|important|pressing <now>
        which|what|whose accounts|account|deals|deal|prospects|leads ... <chase>|fit|<now>|best|worth|are|should|hot|top
        <which> ... <should> <me> <adv>* <work> ... <now>
        <which> ... <should> i <adv>* <work> <prep>* $
        """,
    ),
    (_K.OPEN_QUESTION, "^ what is|'s|are|does a|an|the? knock out|outs ..."),
    (_K.SHOW_ICP, "who|whom|which ... do|are|should|would|can|shall|to we|not ... <sell>"),
    (
        _K.FIT_QUESTION,
        """
        should|shall|can|could|would|must|may i|we|you <adv>* <chase> <prep>* {a}
        do i|we <adv>* chase|pursue|bother|want|care|need|go|keep <prep>* {a}
        <chase> <prep>* {a} or ... not|drop|skip|leave|pass
        should|shall i|we|you <adv>* qualify {a}
        is|are {a} <adv>* worth ...
        ^ worth|worthwhile ... {a}
        it worth|worthwhile ... {a}
        {a} worth|worthwhile <worthy>
        is|are|was|were|be|been {a} <adv>* <adj>* <fitnoun>
        does|do|would|will|could|did|might|can {a} <adv>* <fitverb>
        would|will|could|might|can {a} <adv>* be <adv>* <adj>* <fitnoun>
        would|will|could|might|can {a} <adv>* be <adv>* worth|suitable|qualified|good|interesting
        is|are {a} <adv>* <within> of? our|the|my <scope>
        is|are {a} <adv>* <fitstate>
        is|are {a} <adv>* our|my|the <adj>* type|kind|sort|icp|sweet|target|customer|profile
        is|are {a} <adv>* for us|me
        is|are {a} <adv>* someone|something|one|a|an ... worth|should|chase|for
        is|are {a} <adv>* waste|time|dead|out|yes|no|go|anything|something|dud|winner
        is|are {a} <adv>* a <adv>* waste|dud|winner|drain|yes|no|go|tier|serious|no-go
        is|are {a} <adv>* an|a|b|c|d a|b|c|d? $
        is|are {a} <adv>* ideal|good|great|target|perfect|right customer|customers|client|for ...
        {a} <adj>* fit|fits|match $
        {a} <adj>* fit|fits|match for|or|with|our|us
        is|are {a} <adv>* likely ...
        how likely|probable is|are {a} ...
        {a} any good
        {a} good|worthwhile $
        fit or not|no|nah|skip|pass $
        can|could|may|should|shall <me> <adv>* sell anything|something|stuff|it to {a}
        if|whether {a} <adv>* is|are ... us|me $
        see {a} <adv>* as a|an|our|the|being ...
        how promising|likely|attractive|interesting|suitable is|are {a}
        ^ {a} or skip|drop|pass|no|leave ...
        ^ {a} a? go|pass|yes|no|keeper|fit $
        ^ {a} looks|seems|sounds <adv>* good|great|right|perfect|ideal|promising|like ... agree|right|yes|no|think $
        is|are {a} <adv>* my|our people|crowd|thing|type|kind|cup
        should|shall <me> <adv>* be talking|calling|chasing|working|selling|spending <prep>* {a}
        be smart|wise|worthwhile|good|sensible|reasonable ... to ... {a}
        ^ {a} is|are <adv>* a|an|the? <adj>* <fitnoun> right|yes|no|or|correct $
        <opine> that? {a} <adv>* <being> <adv>* be? <adv>* any|such? <adj>* <fitnoun>|<fitstate>|worth|suitable
        <opine> that? {a} <adv>* <fitverb>
        <would> you|fika <opine> ... {a} <adv>* <being> ... good|fit|worth|right|suitable
        is|are {a} <adv>* close|near to a|an|being? <tier>
        is|are {a} <adv>* somebody|someone|something|anybody|anyone|anything <me>|that ...
        make|makes sense for|to|if|that? ... <chase> ... {a}
        do|does|would|will|could|can {a} <adv>* make sense
        can|could|may|should|shall <me> <adv>* sell to {a}
        where do|does|did|would {a} land|fall|rank|sit|end
        how {a} <adv>* scores|score|ranks|rank|rates|looks|fares|compares|measures
        how <should> you|we|i|fika <adv>* rate|evaluate|score|grade|judge|assess|see|rank|rates {a}
        green|red light on|for|to|from {a}
        {a} <adv>* worth ...
        how good|well|strong|close|big|bad|great ... is|are|does|do|would|did|fit {a}
        how does|do|is|are|would|did {a} <adv>* <fare>
        how 's {a} <adv>* <fare>
        what|which kind|sort|of|the? <grade> is|'s|are|does|did|do {a}
        what|which <grade> is|'s|are|does|did|do ... {a}
        what 's|is|was are the|its|our|their|your|current|latest <score> on|for|of|with {a}
        what 's|is|was the|its|our|their|your|current|latest <score> on|for|of|with {a}
        what 's|is|was {a} 's? <score>
        what 's|is|was the|its|our|their|your|current|latest <score>
        ^ {a} 's? verdict|score|tier|rating|grade|fit
        ^ verdict|score|tier|rating|grade|fit check|score|test? for|of|on|with? {a}
        fit check|score|test|verdict for|of|on|with? {a}
        ^ <judge> fit|the|score? if|whether|for|how? {a}
        ^ <judge> out? {a}
        ^ run|do|get ... numbers|score|fit|check for|on|of {a}
        thoughts|opinions|views $
        go|in|yes|hot|keep|good|chase or out|no|not|drop|bad|skip
        how 's|is the? fit with|for|on|of? {a}
        any? thoughts|thought|opinion|take|view|views|feeling|feelings|vibe|vibes on|about|of|re {a}
        what do|does|would you|we|fika|everyone think|reckon|say|make of|about|on {a}
        ^ what|how|and about {a}
        what 's your take|view|opinion|verdict ... {a}
        good|bad|right|great <adj>* fit|match|target|prospect|lead? : {a}
        {a} or not $
        {a} yes|go|yay|yea|good|hot|worth|keep|drop or no|nay|not|bad|drop|keep
        yes|go|yay or? no|nay go? on|to|for {a}
        wasting|waste <prep>* {a}
        any|much|a point|sense|value|chance|reason|upside in|to|with|for <chase>? <prep>* {a}
        make|makes sense to|for|with|chasing|pursuing <chase>? <prep>* {a}
        do|does|would we|i|you want|like|care|need about? {a}
        are|am we|i interested|keen in|on {a}
        fit for? {a} $
        ^ is|are|does|do|would {a} fit
        if|whether {a} <adv>* fits|fit|qualifies|is|are|would <adj>* fit|worth|match|icp|qualified|good
        if|whether {a} <adv>* fits|qualifies|matches
        if|whether {a} <adv>* would|will|could|might be <adv>* <adj>* <fitnoun>
        could|would|might|can {a} <adv>* be someone|somebody|something|anything|one ... us|we|me
        if|whether i|we should <adv>* <chase> <prep>* {a}
        ^ chase|pursue|target|chasing|pursuing {a}
        worth <adj>* chasing|pursuing|time|effort|it|calling|a $
        ^ worth a|the|my|our? call|visit|meeting|chat|demo|shot|try|time|effort|while $
        ^ <adj>* fit|match|qualified $
        ^ chase|pursue|keep|fit|drop or drop|not|skip|leave|pass|no|keep $
        """,
    ),
    (
        _K.WORK_LIST,
        """
        <which> ... <should> <me> <adv>* work|tackle|focus|prioritize|call|chase|contact|hit|concentrate|pursue
        my|our|todays day|priorities|queue|worklist|todo|plate|agenda|accounts|list|pipeline
        top|best|hottest|priority|hot five|ten|5|10|three|3? accounts|prospects|leads|deals|opportunities
        work list|worklist|queue|todo
        ^ worklist|priorities|todo|todos|tasks|agenda|queue|accounts for? my? <now>* $
        who 's|is|are hot|next|first|best|worth|ready|closest|top|hottest
        ^ list|show <me>* accounts|deals|leads|prospects $
        list|show <me>* all|the|my|our accounts|pipeline|queue|worklist|list|priorities
        on my|our plate|list|desk|agenda|radar
        today 's plan|list|work|priorities|focus|agenda
        plan|organize|prioritize|prioritise my|our day|morning|week|accounts|list|work
        closest|nearest to a|being|decided|decision|verdict|done
        what 's|is <adv>* up|on|hot|first|next next? for? today|tomorrow|now
        ^ what to do|work ...
        """,
    ),
    (
        _K.SHOW_ICP,
        """
        <ourkind>|latest icp|icps
        ^ icp|icps ...
        icp|icps again|definition|please
        icp|icps $
        ideal|perfect|target|dream|typical|best <customer>
        who is|are|'s our|the <adj>* <customer>|target
        what|which kind|kinds|sort|sorts|type|types of ... <customer>
        what does|do|makes|counts|qualifies|is|defines|'s as? a|an|our <adj>* account|customer|fit|prospect|company ...
        what|which companies|accounts|customers|businesses do|should|are <me> ...
        what do|are <me> look|looking for ...
        what|which ... do|should|are|can we <adv>* sell|target|targeting|serve|selling|go ...
        who buys|buy from us
        profile|definition|picture|idea of a|an|our|the <adj>* <customer>
        <customer> have|got in common
        sweet spot
        knockouts|knockout|dealbreakers|disqualifiers|disqualifies
        deal breakers|breaker
        red flags
        qualification|fit|qualifying|scoring criteria|criterion|rules
        who we <adv>* sell|target|serve|avoid
        how looks our|the|an <adj>* <customer>
        which|what companies|accounts|businesses|firms fit|match|suit us|best|our ...
        who is|are|'s not? a? fit|match for us|harbor
        who 's|is harbor|this|it for $
        which|what|who <customer> is|are bad|wrong|no|not|terrible|worst ...
        how big|large|small should|must|can a|an|our <customer> be
        customer profile
        """,
    ),
    (_K.FIT_QUESTION, "should|shall i|we|you <adv>* <chase> <prep>* or? not? $"),
    (
        _K.SHOW_ACCOUNT,
        """
        <show> <me>* up|at|out|all|everything|the? <info>? <about>? {a}
        what do|did|have|has <me>|you|anyone <adv>* <known>|learn|find|hear|gather already? out? so? far? <about> {a}
        what|which <info>|details do|does|did|have|has <me>|you|anyone <adv>* <known> ... <about> {a}
        what <info>? has|have|was|is|'s|are been? <known>|noted|said|written|told down? so? far? <about> {a}
        all|everything|anything|whatever you|we|there|is <adv>* have|know|got|known|is on|about|for|of {a}
        what 's|is|are <adv>* known|recorded|there|new|happening|going|up <about> {a}
        tell|remind|update|fill|catch <me>* in|up? about|on|in|of {a}
        ^ about|on {a} $
        ^ account? <info> <about> {a}
        any|all|the|some|full|give|get|send|need|want|latest|me account? <info> <about> {a}
        <info> <me>* know|have|got about|on {a}
        {a} 's? <info>|account please? $
        ^ who|what is|'s|are {a} $
        where are|do|is|'s <me>|things|it stand|at? with|on? {a}
        where are|do|is|'s {a} stand|at?
        any|anything|something|what new|news|fresh <about> {a}
        ^ status {a}
        on file|record for|about|on {a}
        what 's|is the|our story|status|latest|situation|deal|scoop with|on|of|for {a}
        ^ summarize|summarise|recap {a}
        know about|on {a}
        """,
    ),
    (
        _K.OPEN_QUESTION,
        """
        ^ <fetch> ... <content>|<matter>
        objection|objections|pushback ...
        ^ what|how|who|where|when|which|why|whose|whom ...
        what|how do|should|can|could|would|to i|we? say|answer|respond|reply|handle|counter ...
        ^ explain|describe|define|compare|about|difference|search|lookup ...
        ^ is|are|does|do|did|can|could|would|will|has|have|any ...
        they|he|she|cfo|buyer|prospect|customer <says> ... <objects>
        """,
    ),
)
"""What asks for what, the more telling wordings first."""

INTRODUCTIONS = """
    talked|spoke|spoken|chatted|met|talking|speaking|call|meeting|chat|update|news|notes|note|heard ... <to> {a}
    phone|intel|recap|word|debrief|demo|info|details|discovery|learned|reply|email|feedback|back|followup ... <to> {a}
    convo|conversation|sync|catchup|lunch|coffee ... <to> {a}
    ^ about|on|for|re|from|at|with {a}
    ^ {a} :
    ^ {a} $
    record|note|save|remember|set|update|add|log ... for|on|that {a}
    ^ record|note|save|set|update|correct {a}
"""
"""How people begin to tell about an account."""

UPCOMING = """
    i|we have|got|am ... <call> with {a}
    jumping|hopping|jump|hop|heading|head|walking|going|go|dialing into|on|in|to ... <call> with {a}
    my|our|upcoming|next|first|second|the|a <call> with {a}
    ^ <call> with {a}
    <call> with ... at|from|of {a}
    meeting|seeing|meet ... at|from|of {a}
    <call> {a}
    meeting|calling|seeing|visiting|demoing|pitching|dialing|presenting|speaking|talking <prep>* {a}
    {a} <call>
"""
"""How people speak of a call that is still to come."""

HELP = """
    ^ help|commands|usage|manual|examples|menu|instructions|options|tutorial $
    ^ help please|fika|me|menu|commands|us|i|needed $
    ^ i|we need|want some? help $
    ^ what|how else? can|could else? you|fika|i|this|it|u|bot <adv>* do|help|ask|use|say|know|offer|support ...
    ^ what|how do|does you|fika|this|it|u|bot <adv>* do|help|work|know|offer|support with|for|me|here|this|about|us? $
    ^ how do|should|to i|we? use|talk|work fika|this|you|it|the|bot|to|with ...
    ^ what are you|your for|doing|able|good|capable|capabilities|features|commands|skills ...
    ^ what are you $
    ^ who are you ...
    ^ what is|'s fika|this $
    ^ list|show <me>* your|all? commands|features|capabilities|examples
    ^ what commands|features ...
    ^ what is|'s this|fika|the bot|thing|tool|app? for|about|good ...
    ^ what are my options ...
    what|which questions|things|stuff can|could|may i|we ask|do $
    ^ show <me>* what you can|could do
    understand what|how you do|work|can ...
    ^ i do not know what|how to do|say|ask|start|begin|use ...
    ^ instructions|commands|manual|usage|help please
    ^ what can|could|should i do|ask|say here|now
    ^ explain what|how you|fika|this|it do|does|can|work|works ...
    what|which kind|sort|type|kinds of things|stuff|questions can|could|do|are you|i ...
    what can|could|do you help <me> with
    ^ how do|does you|fika|this|it|the|that bot|thing|tool|app|assistant? work|works|function|operate $
    ^ what exactly|precisely|really? is|'s it|that? that? you can|could|do ...
    ^ give|show me? an? example|examples|help $
    ^ i am lost|stuck|confused $
"""
"""How people ask what the bot can do."""
