"""Jargon: how people in sales say things, and the words that packs have for them.

One entry a line: what people say, `>`, the words it stands for. It holds no company's own terms: those are in the pack.
"""

from functools import lru_cache

from bot.core.passage_phrases import Entry, entries

_ENTRIES = """
pricing; price; prices; cost; costs; how much; quote; rate card; fee; fees; charge; per head; a pop; expensive;
    cheap; cheaper; pricey; overpriced > price pricing cost fee seat license
discount; discounts; knock off; knock; off list; haggle; haggling; better deal; cheaper; price break; promo;
    percent off; % off > discount discounting rebate offer price
longer; multi year; multiyear; longer term; sign for longer > term two-year three-year years
terms; redline; redlines; redlining; redlined; fine print; t&c; tcs; small print; msa > terms contract order
    form
lawyer; lawyers; legal; counsel; paperwork; papers; paper > contract terms legal addendum paper
dpa; privacy agreement; data agreement; gdpr paper > data processing addendum privacy
sign; signs; signed; signing; signature; close; closed > signature contract order sign kickoff
after they sign; after signing; post sale; post sales; once they sign; after the deal; after close; after they
    buy; next steps after signing; success manager; csm; give ops; handed over > onboarding kickoff implementation
    customer success handing
up and running; set up; setup; go live; live; implement; implementation; impl; roll out; rollout; onboard;
    onboarding; deploy; install; installation > implementation setup onboarding rollout kickoff install
how long; timeline; timelines; how soon; when can; eta; time frame > weeks days time timeline duration
roi; pay off; pays off; payoff; pay back; payback; worth it; worth the money; pay for itself; justify; bang for
    the buck; savings; business value > roi payback savings calculator business case
numbers; math; spreadsheet; crunch > calculator spreadsheet numbers
money guy; money person; money people; finance guy; finance person; finance people; finance lady; bean counter;
    bean counters; controller; finance team; finance > cfo finance budget
money; cash; funds; funding; dough; budget; budgets; purse > budget money funds
who pays; holds the purse; signs the check; signs the cheque; who decides; decision maker; decider; who signs;
    final say; who approves; money person > economic buyer final decision authority decides
big boss; boss; top dog; chief; exec; execs; executive; leadership; head honcho; ceo; founder > ceo committee
    leadership founder
sales boss; sales leader; head of sales; vp sales; sales vp; revenue leader > cro sales revenue
marketing boss; marketing lead; head of marketing; cmo; marketer; marketers; marketing guy; mktg > marketing
dev; devs; developer; developers; engineer; engineers; eng; engineering; coder; coders; techie; techies; tech
    team; tech guys; programmers; cto; it guys; it team > engineer engineering technical developer
pm; pms; product guy; product people; product owner; product lead > product manager
procurement; purchasing; buying team; tender; rfp > procurement buyer tender vendor review
security; infosec; sec; secure; safe; soc2; soc 2; pentest; pen test; ciso; hack; hacked; breach; breaches;
    encrypted; encryption > security encryption soc penetration
questionnaire; questionaire; security review; vendor form; vendor assessment; long form > questionnaire security
    review answers
patient; patients; hospital; hospitals; medical; clinic; health data; phi; doctors > hipaa patient
    records hospital health
hipaa; baa; phi > hipaa privacy business associate agreement compliance
privacy; gdpr; personal data; pii; eu rules; data protection > privacy gdpr data
hosted; hosting; where is the data; data center; data residency; stored; servers > hosted hosting regions data
    residency
own boxes; own servers; on prem; onprem; on premise; on premises; self host; self hosted; self hosting; own
    machines; own hardware; our own servers; run it themselves > self-host self-hosted own servers on-premises
leave us; leave; cancel; quit; get out; lock in; locked in; end the contract; opt out; walk away; switch it off;
    stop paying > cancel leave export deletion
their data; our data; get data out; data back; what about the data; who can see; who sees; access > data access
    export
integrate; integrates; integration; integrations; connect; connects; connector; plug in; plugs in; hook up;
    work with; works with; work w; works w; compatible; api; sync; does it talk to; talks to; speaks to >
    integration connector api connects compatible
reference; references; vouch; happy customer; happy customers; talk to a customer; peer; testimonial;
    testimonials; someone like them; social proof > reference call customer
success story; story; stories; case study; case studies; proof; example; examples; who else; similar company;
    similar companies; companies like; customers like; wins > case study customer
trial; try; test drive; test; try it; try before; free version; freebie; play around; poke around; sandbox; try
    out > trial free sandbox try
poc; pov; proof of concept; pilot; pilots; test run > pilot trial success criteria
demo; demos; show them; show it; see it; walkthrough; tour; product tour > demo tour video
vid; video; clip; recording; watch > video tour webinar
webinar; webcast; talk; event > webinar
short; one page; one pager; onepager; leave behind; something short; quick read; tldr; short to read; summary >
    one page one-pager
slides; deck; presentation; ppt > slides deck one-pager
pitch; elevator pitch; positioning; what do we do; who are we; tagline; one liner; message; messaging; value
    prop; value props; why us; what makes us different > positioning value propositions
versus; vs; compare; compares; compared; comparison; alternative; alternatives; competitor; competitors;
    competition; rival; rivals; against; instead of; stay on; stay with; better than; stick with; status quo;
    differ > comparison compared competitors alternatives
dashboard; dashboards; tableau; power bi; powerbi; looker; bi tool > bi dashboard
lose; loose; lost; losing; lose to; lose deals; lost deals; what kills; kills deals > lost lose competitors
    decision
build it; build it themselves; build themselves; build ourselves; build our own; make their own; diy; homegrown;
    home grown; in house; roll their own > build built in-house home-grown
objection; objections; pushback; push back; they say; what do we say; he says; she says; complains; complaint;
    worry; worries; worried; concern; concerns; afraid; fear; fears; hesitant; stalling > objection answer
wont use; not use; never use; adoption; adopt; use it; another app; another tool; one more login; learn another;
    change management; shelfware; nobody uses; buy in > adoption use habit rollout
pain; pains; problem; problems; struggle; struggles; hurts; frustrated; headache; what bugs them > pain problem
    need challenge
care; cares; care about; cares about; motivates; wants; goals; what matters; priorities > goal motivation pains
reach; contact; get hold of; talk to; approach; best way to reach; call or email > prefers contact channel
messy; mess; garbage; dirty; junk; crap; bad data; stale; outdated; rubbish; unreliable; dupes; duplicates;
    trash; wrong data > outdated clean hygiene duplicates dirty
clean; clean up; cleanup; tidy; fix the data > clean cleanup hygiene
wrong; miss; misses; missed; inaccurate; accurate; accuracy; trust the numbers; numbers are wrong; dont
    trust > inaccurate error accuracy unreliable miss
stuck; stalled; silent; went dark; ghosted; ghosting; gone quiet > stuck quiet
small shop; shop owner; mom and pop; small biz; small business; smb; local; corner shop; owner; salon; plumber;
    little guys; family business > owner local small business
first call; first meeting; intro call; discovery; disco; disco call; qualifying call; what to ask; what do i
    ask; questions to ask > discovery call questions outline
qualify; qualified; qualifies; qualification > qualification qualified
worth my time; worth chasing; chase; go after; target; who to sell to; good fit; right customer; sweet spot;
    ideal customer; best customers > icp ideal fit
bad fit; avoid; stay away; walk; dealbreaker; deal breaker; not sell; waste of time; disqualify; burned; burnt;
    never sell; who not; red flag; red flags > negative disqualifies disqualifiers
handoff; hand off; hand over; handover; pass over; passed over; mql; sql > handover mql sql qualified
leads; lead; inbound > lead leads accounts
calls their leads; never calls; follow up; followup; follows up; no follow up > call follow-up handover
committee; everyone to agree; get everybody; sign off; consensus; stakeholders; all the people; many people >
    committee plan dates names
plan; game plan; schedule; roadmap; steps; timeline with dates > plan steps dates
agree by a date; close date; closing date; close plan; joint plan; map; success plan > mutual action plan date
champion; insider; our guy; fan; ally; advocate > champion
urgent; urgency; why now; hurry; rush; deadline; due > urgency timeline priority
competes; looking at; who else; shopping around > competition evaluation against
gtm; go to market > sales marketing
kid; kids; student; students; college; school; university; uni > student school university
hobby; side project; side hustle; weekend project; just for fun > hobbyist side project
vc; vcs; backers; backed; raised; investors; investor; funding round; series a; seed; yc; y combinator; got
    money > investors funding raised
public; ipo; listed; public co; stock market; ticker; traded > listed stock exchange ipo
hiring; growing; headcount; layoffs; growth; shrinking > headcount growth hiring
size; how big; how many people; head count; staff; employees; number of people > employees headcount people
big enough; can afford; afford; spend enough; deal size; how big a deal; worth it for us > spend revenue budget
revenue; turnover; arr; mrr; earn; earning; income > revenue
exist; around; still exist; going under; bankrupt; run out of money; go bust; stable; stability; viable;
    viability; runway; survive > finance around stability
churn; churned; come back; dont come back; coming back; stop using; lose users; users leave; sticky; stickiness;
    returning; retained; keep users > retention churn
drop off; drop offs; dropoff; leaky; leak; leaking; give up; abandon; bail; signup; sign up; signups; sign ups;
    registrations; register; conversion; convert; converting; onboarding > funnel conversion sign-up
    registrations onboarding
a/b; ab test; ab tests; a/b test; a/b tests; split test; experiment; experiments > experiments test
kill switch; toggle; toggles; flag; flags; break prod; break production; safe release; safe releases; ship
    safely; ship without; roll back; rollback > feature flags roll out release
tracking; track; snippet; instrument; instrumentation; sdk; events; tag; tags > event tracking snippet sdk
ga; ga4; google analytics > google analytics
oss; open src; opensource; open source; free software > open source
ai; gpt; llm; genai > ai
groups; group; segment; segments; segmenting; cohort > cohorts groups
metric; metrics; kpi; kpis; one number; number to watch > metric metrics
forecast; forecasts; forecasting; number; call the quarter; quarter; quarter numbers; commit; prediction;
    predict > forecast
newbie; beginner; basics; intro; 101; explain; explained; eli5 > introduction guide
score; scoring; points; rating; graded > score scoring
stage; stages; where in the journey; phase; phases; step names > stages journey
gmail; personal email; email address; non work email; hotmail; job title; title > e-mail role person
dont wanna talk; not talk to sales; no sales call; no sales calls; hates calls; no calls; leave me alone; no
    rep; without sales > self-serve sales process without call
time; hours; effort; how much work; workload; resources; man days; put it in; who installs; who sets it up >
    effort hours implement technical resources
today; currently; right now; use now; using now; current tool; use today > today current incumbent
eu; europe; european; uk; germany > europe eu gdpr
insurance; liability > insurance liability
template; templates; draft; form > template
checklist; list; todo > checklist
podcast; audio; listen > podcast
busy; no time; evenings; at night; nights; overworked; swamped > evenings hours time
reviews; stars; google reviews > reviews
stop; pause; seasonal; off season > pause cancel season
azure; aws; gcp; cloud > cloud connector
crm; sfdc; salesforce; hubspot > crm
maintain; maintenance; keep it running; break; upkeep > maintain support
support; help desk; helpdesk; sla > support
train; training; teach; learn; learning > training adoption
price list; pricelist; tariff; tariffs; rates; per month; per user; per seat; list price > price pricing cost
    fee tariff rate
beat; beats; beats us; beat us; who wins; win against; winning; steal > lose lost competitors against
happy with us; happy; satisfied; loves us; love us; fans; raving; who uses us; customer list > customer
    reference case study
too small; too big; too little; tiny; minimum; smallest; largest > small minimum fewer not
mistake; mistakes; bugs; fault; faults; glitch; glitches; broken; issues; issue > error errors wrong
sla; uptime; downtime; outage; outages; availability; service level > service level availability support
rfi; due diligence; vetting; vetted; audit; audits; auditor; iso; certificate; certified; certs; cert;
    certifications > security audit certificate compliance review
switch; switching; migrate; migration; move over; change over; changeover; change provider; cut over; replace;
    rip and replace > switch migration change import
import; upload; bring in their data; load the data; bring over > import data
spy; spying; surveillance; watch them; big brother > tracked privacy
kickoff; kick off; first day; day one; get started; getting started; first steps > kickoff start first
    setup
opening; opener; openers; ice breaker; icebreaker; warm up; cold email; cold call; first touch; outreach > first
    questions touch
script; talk track; talking points; what to say; say to them > call outline questions answer
health; healthcare; clinics; nurse; nurses; pharma > hospital health patients
bank; banks; banking; fintech; insurer; insurers > finance financial bank
shop; shops; store; stores; ecommerce; ecom; retailer; retailers > retail store
factory; factories; plants; manufacturer; manufacturers; industrial > manufacturing factory
government; gov; public sector; state agency > public sector government
ngo; nonprofit; charity; charities > non-profit
agency; agencies; consultancy; consultants; freelancers > agency consultancy
excel; sheet; sheets; xls; csv; gsheet > spreadsheet sheet export
docs; doc; documentation; manual; manuals; howto; technical docs; api docs; reference docs >
    documentation reference guide api
article; blog; blog post; something to read; whitepaper; white paper; ebook; pdf > article guide
    paper
email; mail; newsletter > e-mail
phone; call; zoom; meeting > call phone
stat; stats; statistic; statistics; data point; benchmark; benchmarks; industry average > benchmark report
    numbers
report; reports; reporting; analytics; insight; insights > report analytics numbers
automate; automated; automatic; automation; by itself; hands off; autopilot > automatic itself automation
scale; scales; scaling; grow; big volume; high volume; volume; huge > scale volume large
fast; faster; quick; quickly; slow; speed; performance; lag > fast slow time
easy; simple; hard to use; complicated; complex; ux; usability > easy simple use
contract; contracts; renewal; renew; renewing; notice; notice period; expiry; expires; ts and cs >
    contract terms renewal agreement
payment; pay; invoice; invoices; billing; bill; net 30; credit card; card; prepay; upfront > payment paid
    invoice billing
refund; guarantee; money back; risk free > cancel credit guarantee
partner; partners; reseller; resellers > partner
add on; addon; extras; hidden cost; hidden costs; hidden fees; surprise; surprises > hidden setup cost
    price
history; background; lessons; lesson; learned the hard way; went wrong > lesson learned happened
throw in; give away; waive; waiver; sweeten; sweetener; concession; concessions; go lower; come down; wiggle room; room
    on price; special price; special deal; lower the price; price match; match the price > discount rebate waive
    exception price
last word; final word; say ok; say yes; says yes; says ok; green light; greenlight; approve; approves; approval; veto;
    calls the shots; needs to agree > decides decision approve authority committee
leave whenever; leave anytime; out clause; get out clause; exit clause; exit; terminate; termination; back out; stuck
    with us; minimum term; long commitment; min commitment; cancel anytime > notice cancel agreement terms minimum month
others say; others said; other users; other customers; other owners; in their words; word of mouth; peers say >
    customers reference recorded talk case
more expensive; too expensive; too much money; cheaper elsewhere; cheaper offer; cost more than; costs more; out of
    budget; tight budget; sticker shock; too pricey > cheapest cost price answer savings
small order; just one; only one; minimum order; moq; low volume; small account > small minimum fewer below
gov money; government money; public money; grant; grants; subsidy; subsidies; tax credit; tax break; incentive;
    incentives > subsidy grant agency incentive
mess up; messes up; messed up; screw up; screws up; screwed up; your fault; our fault; who pays if; liable; liability;
    penalty; penalties; damages; sue; lawsuit > liability liable mistake penalty agreement carry
delayed; delay; delays; behind schedule; overdue; not on time; late again > late delay delivery
angry; mad at us; upset; furious; unhappy; pissed; escalation; escalate > complaint problem late
lead time; delivery time; how fast; get one delivered; ships; in stock > delivery days weeks stock
warranty; defect; defective; faulty; repair; repairs; breaks down; keeps breaking; broke; broken > warranty repair
    failure failures
spare; spares; spare parts; sparepart; spareparts; consumables; replacement parts > spares parts
try one; borrow; loaner; loan; samples; test unit; before buying; before they buy; try first; start small; test it
    small; small test; dip a toe > loan pilot trial sample test
would have saved; what would it save; estimate; simulate; simulation > calculator savings history estimate
overpay; overpaying; pay too much; paying too much; market rate; going rate; going price; fair price > benchmark price
    paid
inspector; inspection; regulator; compliance; compliant; law; laws; regulation; regulations > compliance inspection
    rules law
staff; workers; crew; personnel; workforce > employees people staff
attrition; people leaving; leavers; resign; someone quit; quits > turnover leaver quit final
new hire; new hires; newcomer; joiners; recruiting; recruit; hires > hiring hire starter
language; languages; translated; translation; multilingual; speak english > languages english translated
download; download anything; mobile; on the go; tablet > app install phone mobile
our money; scam; scammers; legit; legitimate; trustworthy; trust them; fraud; shady; fake; strangers; unknown companies;
    never heard of > trust vetted vetting check safe verify
stolen; theft; smashed; damaged; damage; claim; claims > claims damage theft insurance liability
co2; carbon; footprint; esg; climate; net zero; sustainable; green > carbon emissions sustainability energy
power bill; electricity; electric bill; energy bill; kwh > energy power savings
hazardous; hazmat; explosive; explosives; dangerous; explosion > dangerous hazardous zone certificates
best time; when to call; time of year; right moment; season; busy season; peak; high season; holidays; christmas; black
    friday; bother them; bad time > season calendar peak january weeks
on site; onsite; site visit; in person; walk in; drop by; stop by > visit walk first
works council; unions; labor union > union council
in it for; why would they; why should they; why bother; why change; benefit; benefits for > gain goal pain answer help
already have; have one already; have something; already do; existing vendor; incumbent; current vendor; current
    supplier; does it already; does everything; happy with what they have > keep replace incumbent compared
fewer vendors; consolidate; consolidation; vendor list; approved vendor; preferred supplier > suppliers fewer
tco; total cost; cost of ownership; lifetime cost; long run > life-cycle cost years
rfq; rfx; bid; bids; bidding; tenders > tender bid offer
live tracking; real time; realtime; gps; where is it; track live > tracking live position
monitor; monitoring; alert; alerts; notification; notify; notified > alarm warning monitor sensor
poster; flyer; flier; handout; hang up; pin up; print out; printout; brochure; leaflet > poster flyer page print
workshop; class; course; seminar; training day; meetup; conference; trade show > seminar event training workshop
cad; drawing; drawings; specs; spec; spec sheet; specification; datasheet; dimensions > data sheet dimensions
    specification reference
calc; calculate; calculation; work out > calculator sizing tool
webhook; webhooks; endpoint; endpoints; rest api > interface api webhooks connect
erp; sap; netsuite; oracle; quickbooks; xero; accounting software > integration connect accounting export
reconcile; match up; same numbers; side by side; double check; both systems > parallel compare match
mismatch; never matches; wrong invoice; overcharged; overbilled; dispute; disputes > invoice difference check dispute
accountant; bookkeeper; cpa; accounting; ap team; accounts payable; payables > accountant bookkeeper accounting finance
warehouse guy; ops guy; operations guy; floor guy; foreman; plant guy; shop floor > supervisor manager operations
hr; hr guy; hr lady; people team; hr team > human resources people
do nothing; doing nothing; not now; not a priority; bad timing; call back later; postpone; next year maybe > nothing
    wait later urgency
burned before; burnt before; got burned; got burnt; been burned; tried it before; didnt work; let down; bad experience >
    burned before answer
under the table; off the books; illegal > walk avoid sell
evidence; prove it; does it work; really work; really works; track record; results > case study results customer
franchise; franchises; chain; chains; multi location; multi site; branches > chain franchise locations
do you take; do we take; do they pay; will they pay; would they pay; you charge; we charge; our cut; take
    rate; commission; what does it run; runs them; set them back; ballpark; rough number > fee price percent
    cost
save them; save us; have saved; money saved; cut costs; cut cost; reduce cost; reduce costs; cheaper than doing >
    savings calculator less cost
goes bust; went bust; goes under; insolvent; insolvency; bankruptcy; collapses; shuts down; shut down > bankruptcy
    backup stability
scarce; shortage; shortages; runs out; sold out; tight market; tight supply > shortage capacity crunch stock
plan b; fallback; contingency; failover; redundancy; disaster recovery; what if it fails > backup failure recovery
    outage
hassle; painful; disruption; disruptive; risky; too much change > move switch plan risk
abroad; international; overseas; global; worldwide; other countries; which countries > countries languages regions
permissions; sso; single sign on; login; logins; 2fa; mfa; passwords > access login security
how long do you keep; retention period; delete data; erase; wipe > retention delete export years
customize; customise; custom; tailor; tailored; configure; white label; branding > custom configure settings
who do they call; hotline; help line; after hours; 24 7; customer service; response time; picks up the phone > support
    phone hours answer
save time; saves time; time saver; less work; productivity; efficient; efficiency > hours minutes time less
make more money; upside; extra revenue; sell more; upsell; cross sell > revenue growth
next step; next steps; what now; now what > next plan agreement date
in the room; who do i need; who to bring; who should join; who else; stakeholder map > committee decides persona
gatekeeper; blocker; blockers; naysayer; skeptic; detractor; can say no; who can stop > decides committee objection no
whats new; release notes; latest version; latest > new update
nda; confidentiality; confidential; secret > confidential agreement privacy terms
budget cycle; fiscal year; year end; end of quarter; eoq; q4; new year > budget quarter january calendar
pay later; installments; financing; lease; leasing; monthly payments > payment lease terms month
pen and paper; excel is fine; good enough; on paper; manual; by hand; manually > manual spreadsheet hand hours
old system; legacy; ancient; current setup; old tool; old provider > replace switch move compared
how does it work; how it works; what does it do; in a nutshell; overview; simple terms; for dummies; quick intro >
    overview introduction guide explained
screenshot; screenshots; look like; looks like; see the product > demo tour video
something to send; something to forward; share internally; forward to his boss; forward to her boss; send ahead >
    one-pager sheet guide page
board; board slide; for execs; for the board > board executive one-pager summary
assumptions; formula; where do the numbers come from > calculator assumptions numbers
not worth; kill the deal; drop it; pass on; turn down; turn away; say no to > negative disqualifies turn down sell
too few; tiny; little ones; small client; small customer; small customers > small minimum fewer below
end user; end users; daily user; daily users; frontline > user team staff
resistance; resist; old school; stubborn; hate change; hates change; wont change; set in their ways > adoption change
    habit objection
scared; scary; nervous; anxious; spooked > worry concern risk objection
whats different; what is different; all the same; same as everyone; no difference; differentiate; differentiator; usp >
    positioning compared alternatives difference
per year; annual; annually; yearly; subscription > price year month term
one off; one time; setup fee; implementation fee; upfront cost > setup fee cost
cap; limit; limits; quota; maximum > limit maximum most
accident; accidents; injury; injuries; osha > safety inspection risk
photo; photos; picture; pictures > photograph record
appointment; appointments; slot; slots; booking; reserve > slot booking schedule appointment
queue; queues; waiting time; wait time; bottleneck; bottlenecks > wait waiting queue minutes
forget; forgot; forgotten; slip through; falls through; cracks > missed reminder
reminder; reminders; nudge > reminder alert
allowed; am i allowed; may i; can i offer; permitted > exception approve rule
complicated; confusing; makes no sense; dont get it > explained guide introduction
went wrong; went badly; bad story; failure story; horror story; screwup > lesson lost badly
hard numbers; before and after; outcome; outcomes; success; impact > case study results numbers
"""


@lru_cache(maxsize=1)
def jargon() -> tuple[Entry, ...]:
    """What people say, each with the words it stands for."""
    return entries(_ENTRIES)
