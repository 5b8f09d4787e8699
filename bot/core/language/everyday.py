"""Everyday: the words in which a rep tells about a talk, none of which is a company's name.

Unlike `common`, which holds every word that proves nothing, this holds only words that nobody would take for a name
where they stand in a report: a message that is made of them, of numbers and of the pack's own words speaks of nobody
new. Nouns that companies are called after are left out on purpose.
"""

from bot.core.language.clause import BEING, BODIES, DOUBTS, HAVING, NEGATORS, USING
from bot.core.language.common import FUNCTION_WORDS
from bot.core.language.frame import TAIL, UNDERSTOOD
from bot.core.language.vocabulary import PERCENT, TIME_UNITS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HAS_OR_USES = (HAVING | USING) - {"with", "'s", "get", "gets", "do", "does", "work", "works", "working", "own"}
"""Verbs that come right behind whoever has or uses something."""
PREPOSITIONS = frozenset({"to", "with", "w", "at", "from", "of", "about", "on", "re", "for", "by", "via", "in"})
FILLERS = frozenset({"just", "again", "back", "up", "down", "today", "yesterday", "also", "please", "over", "off"})
"""Words that may stand between a verb and its object."""
OTHERS = _words(
    """another other others different else someone somebody anyone anybody everyone everybody third neighbor
    neighbour neighbors neighbours elsewhere"""
)
"""Words for somebody who is not the account last talked about."""
ORDERS = _words(
    """add adding added create creating created log logging logged record recording recorded save saving saved track
    tracking tracked register registering registered enter entering entered open opening opened import importing
    imported set update updating updated change changing changed correct note noting noted put putting make making
    made start starting started insert capture file mark remember"""
)
"""Verbs that are followed by what is to be written down, or by a new account."""
TALKED = _words(
    """met meet meeting talked talking talk spoke spoken speaking speak chatted chatting chat called calling call
    phoned emailed mailed heard visited seen saw seeing pinged reached demo demoed lunch coffee sync notes news
    intel info information recap debrief feedback details discovery email mail phone conversation convo word
    answer answers reply"""
)
"""Words for a talk, behind which the one that was talked to may follow."""
PEOPLE = _words(
    """ceo cfo cto coo cro cmo cio ciso cpo vp svp evp gm md founder founders owner owners director manager head lead
    boss exec execs contact champion buyer guy guys folks team people rep reps admin president partner analyst
    controller colleague colleagues sponsor finance sales marketing ops operations procurement legal hr revops
    board"""
)
"""Words for people, who may be somebody else's: "the ceo of ..."."""
_TIME = _words(
    """today yesterday tomorrow tonight now morning afternoon evening week month quarter year weeks months quarters
    years day days hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday mon tue wed
    thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec january february march april june july august
    september october november december q1 q2 q3 q4 h1 h2 fy recently lately earlier later last next then ago soon
    currently eoy eom eoq mid early late spring summer autumn fall winter"""
)
_ACKS = _words(
    """hi hey hello hiya yo ok okay kk so and but also well please now btw sorry fika bot alright right hmm hm um uh
    oh ah just then quick quickly thanks thx ty thank cheers good great nice perfect awesome cool actually anyway
    lol haha team folks again finally yes yeah yep yup ya nope no nah sure correct exactly indeed true confirmed
    fyi update updates note notes info sorted done gotcha got sweet excellent amazing wow interesting sadly
    unfortunately luckily turns ps edit correction morning afternoon evening today yesterday noted apparently
    maybe probably still already ok'd news recap summary status understood"""
)
HEADINGS = _ACKS | _words(
    """said says say asked told confirmed learned heard answer answers answered reply replied call meeting demo chat
    discovery far following facts now today yesterday talk remember record log added add known out is are was so
    that confirmation results result details question numbers news mentioned"""
)
"""Words that may stand before a colon without naming anybody."""
ALONE = _ACKS | {"hiring", "growing", "bootstrapped", "profitable", "none", "nothing", "agreed", "approved", "asked"}
"""Words that are a whole remark."""
_TELLING = _words(
    """said says say saying told tells tell mentioned mentions confirmed confirms confirm asked ask asks answered
    replied reply knows know known knew think thinks thought believe believes sounds sound looks look seems seem
    heard hear hears learned learn found find got get gets getting gave give gives given went go goes going came
    come comes took take taken takes turns turned agreed agrees agree approved approves approve approval decides
    decide decided deciding decision signs sign signed signing signoff owns own bought buy buys buying pays pay
    paid spend spends spent want wants wanted need needs needed like likes liked love loves loved raised raise
    raising closed closing close hired hire hires hiring grew grow grown growing started start begins began ended
    end finished finish moved move switched switch migrated migrate replaced standardized allocated secured
    assigned reserved released set left leave stays stay works work worked working use uses used using run runs
    running ran build builds built sell sells selling sold count counts has have had having is are was were be
    been keep keeps kept happen happened happens means mean meant call called show shows showed shown shared share
    sent send talked spoke met see saw seen check checked try tried help helps helped thinking planning plan plans
    expect expects expecting hope hopes hoping based located employ employs employed"""
)
_DEAL = _words(
    """call calls meeting meetings demo demos chat email emails mail phone conversation discovery notes note question
    questions answer answers budget money funds funding price pricing cost costs deal timeline timing decision
    decisions process project pilot trial contract pain problem problems issue issues priority priorities need
    goal goals number numbers figure figures crm stack tech tools tool software system systems cloud data company
    companies staff employees headcount size revenue arr round seed rounds series stage location industry market
    region country hq office offices seat seats user users license licenses customers clients side sides thing
    things bit lot stuff part rest total news update updates info fact facts point reason way kind sort type fit
    score verdict interest context detail details word plan plans field record spend range level percent owner
    buyer champion contact contacts signoff"""
)
_QUALITIES = _words(
    """good great nice bad big small large huge tiny new old high low strong weak solid clear unclear sure certain
    certainly happy keen interested interesting excited ready open closed free busy serious urgent hot cold warm
    real actual exact rough approximate whole full entire official formal early late long short quick slow fast
    better best worse worst more most less least many much few several enough right total current recent latest
    first main primary secondary annual yearly monthly weekly quarterly roughly approx approximately around about
    circa nearly almost exactly definitely honestly basically clearly obviously luckily sadly unfortunately
    finally plus minus between over under above below up down back off out in on away together altogether combined
    both either neither each all any some none no not yes half double twice dozen dozens hundred hundreds thousand
    thousands million millions billion k m mm bn ish plenty well fine ok okay cool awesome perfect too tight
    limited green light go ahead available missing pending true false positive negative likely unlikely possible
    public private remote local global regional national us eu uk usa emea apac"""
)
_SHORTHAND = _words(
    """w wo wrt etc ie eg ppl fte ftes hc rev ok thx ty np tbh imo imho afaik iirc asap atm eod lol haha pls plz tbd
    na k m b mm bn usd eur gbp chf euro euros dollar dollars bucks vs per a an the fika unlike compared according
    confirmation re regarding concerning name named"""
)
OF_THE_DEAL = _words(
    """champion contact call calls meeting chat demo notes note conversation discovery understanding mistake bad
    guess question email deal pilot intel info"""
)
"""What "my" and "our" may stand before without speaking of the rep's own company."""
THINGS = _DEAL | PEOPLE | TALKED | _TIME
"""Nouns of a report, which are no company."""
PRE_VERB = _words(
    """they it he she who which that this there these those one you company firm business startup shop team org guys
    folks people account still already also now currently just only really actually do does not did and but or
    both mainly mostly definitely probably always never to will would should could can may might must all each
    either neither nobody none then so budget side call we i have has had is are be been 's : yes no what as ok
    okay yep yeah fyi btw since because where while when if plus apparently usually maybe basically fully heavily
    exclusively primarily prospect customer client lead deal opportunity about around with for from in on at of by"""
)
"""What may stand before "has" and "uses": whoever is spoken of, or a small word."""
DESCRIBED = frozenset({"account", "lead", "leads", "prospect", "customer", "client", "opportunity", "opp", "one"})
"""Words for an account that say which one by what stands before them."""
COMPANIES = BODIES - {"account"}
STARTS = _words(
    """about around roughly approx approximately circa over under between more less least most up nearly almost at
    currently recently apparently usually headquartered based located growing hiring small big tiny large mid
    midsize confirmed found heard learned asked turns looks sounds seems think thinking guess guessing maybe
    probably definitely certainly can could will would should is was were all everything nothing nobody none both
    each any some many few when since because while though although until if once here there what how who which
    why where does do did has have had runs ran using uses bought pays signed raised closed hired employs agreed
    approved decided same total overall only not never no yes unlike like compared besides after per according
    correct confirmation i"""
)
"""Other words that a statement about an account begins with."""
_PLACES = _words(
    """boston chicago austin denver seattle atlanta dallas houston miami portland nyc philadelphia philly detroit
    minneapolis charlotte nashville york francisco sf diego berlin munich hamburg london manchester paris amsterdam
    stockholm copenhagen oslo helsinki dublin madrid barcelona milan zurich vienna brussels lisbon warsaw prague sydney
    melbourne singapore tokyo texas california florida ohio colorado massachusetts utah arizona illinois"""
)
"""Where accounts are, as reps say it in a list of facts."""
PLAIN = (
    (FUNCTION_WORDS | BEING | HAVING | USING | NEGATORS | DOUBTS | UNDERSTOOD | TAIL | PERCENT | frozenset(TIME_UNITS))
    | ORDERS | TALKED | PEOPLE | HEADINGS | ALONE | DESCRIBED | COMPANIES
    | _TIME | _ACKS | _TELLING | _DEAL | _QUALITIES | _SHORTHAND | _PLACES
) - OTHERS  # fmt: skip
"""Every word that names nobody."""


def is_small(key: str) -> bool:
    """Whether a word only holds a sentence together, so that a capital letter makes no name of it."""
    return key in FUNCTION_WORDS or key in BEING or key in HAVING or key in _TIME
