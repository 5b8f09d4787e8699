"""Synonyms: words of everyday and business English that stand for one another, whatever the trade of a pack.

One group a line. Every word and phrase of it stands for its single words, which a passage may have instead; words after
`>` are stood for and stand for nothing themselves. It holds no company's own terms: those are in the pack.
"""

from functools import lru_cache

from bot.core.passage_phrases import Entry, entries

_GROUPS = """
hq; headquarters; head office; corporate; parent company; group; mother company > central
plant; factory; mill; production site > site
site; location; branch; outlet; premises; venue; facility
shop floor; floor; production
crew; team; staff; personnel; workforce; workers; employees; headcount; labor; labour; people on site
worker; employee; operative; operator; hourly
technician; mechanic; fitter; engineer; repairman; serviceman; electrician; handyman; tradesman
boss; manager; director; supervisor; chief; superior
owner; proprietor; founder; principal; landlord; holder
cfo; finance; financial; controller; treasurer; accounting; accounts
bookkeeper; accountant; cpa; auditor
sysadmin; administrator; network; infrastructure
lawyer; attorney; counsel; solicitor; legal; jurist
buyer; purchasing; procurement; sourcing; purchaser; category manager
seller; rep; salesperson; salesman; account executive
union; works council; shop steward; labor representative; unions; council
recruiter; hr; human resources; people; personnel; talent
trainer; coach; instructor; teacher
customer; client; user; guest; patron
supplier; vendor; provider; contractor; subcontractor
partner; ally; associate; reseller; dealer; distributor
competitor; rival; competition; alternative; other vendor
regulator; authority; agency; ministry; inspectorate; inspector; auditor
auditor; audit; inspection; inspector; inspect; certification; certified; certificate; iso; verify
paperwork; documents; documentation; records; forms; papers; proof; template
record; history; log; entry; track record; trail
breakdown; failure; fail; fault; stoppage; stop; outage; downtime; malfunction; crash; defect; break down; broke
repeat; repeated; recurring; again and again; keeps happening; over and over; pattern; every time
repair; fix; mend; maintenance; service; servicing; overhaul; upkeep
inspect; check; examine; look over; verify; test
measure; reading; meter; counter; gauge; sensor; monitor
machine; equipment; asset; device; unit; gear; hardware; apparatus; tool
component; spare; piece; replacement
stock; inventory; storeroom; warehouse; store; supply; on hand; out of stock; shelf
order; purchase; buy; procure; acquire; reorder
delivery; shipment; shipping; dispatch; freight; transport; haulage; courier; carrier; parcel
truck; lorry; vehicle; van; fleet; car
driver; operator; chauffeur; haulier
waste; scrap; rubbish; garbage; reject; discard
energy; power; electricity; electric; fuel; kwh
heat; heating; hot; warm; boiler; temperature
cold; cooling; refrigeration; cooler; chilled; frozen; freezer
water; wet; leak; moisture; flood; damp
clean; cleaning; hygiene; sanitary; wash; tidy
dirty; grease; greasy; oily; dust; mud; filthy
safe; safety; protect; protection; guard; secure
danger; dangerous; hazard; hazardous; risk; risky; unsafe
accident; injury; incident; injured; hurt; mishap
theft; stolen; steal; fraud; lost; missing; misuse
hacker; hacked; hack; attack; breach; cyber; penetration; security; intrusion; ransomware; malware
password; login; access; permission; credentials; sso; rights
cloud; hosted; hosting; server; servers; saas; data center; datacenter; off site
offline; no internet; without internet; no reception; no signal; no connection; wifi; buffer; internet; underground
phone; telephone; ring; call; dial; mobile; smartphone
text; sms; message; whatsapp; texting; texts
email; mail; inbox; e-mail; write to
meet; meeting; visit; appointment; in person; drop in; see them; face to face; drop by
morning; early; before noon; start of day; before work
evening; night; late; after hours; after work
week; weekly; every week
month; monthly; every month
year; annual; yearly; twelve months; 12 months
quarter; quarterly; three months; 3 months
season; seasonal; summer; winter; peak; high season; holiday
deadline; due; due date; date; on time; punctual
delay; late; overdue; postponed; slip; slow
soon; quick; quickly; fast; rapid; short; swift; immediately; right away; seconds; minutes
short; brief; quick; concise; seconds; minutes; one page; one sheet; short version; small bite
long; lengthy; slow; takes forever; takes ages; forever; hours; days; dragging
wait; waiting; queue; backlog; line up
start; begin; beginning; first; launch; kick off; get going; go live; rollout; roll out; introduce; introduction;
    commence
rollout; roll out; introduction; implement; implementation; onboarding; go live; start; deployment; set up; bring in
end; finish; stop; leave; quit; cancel; terminate; termination; get out; exit; notice; walk away; back out
notice; termination; cancel; cancellation; notice period; terms; contract; month; months; get out; walk away; out of it
leave; leaves; quit; quitting; resign; turnover; attrition; walk out; walked out; move on
hire; hiring; recruit; recruiting; new people; new starters; newcomer; joiner; new hire; onboard
fire; fired; lay off; let go; dismiss; layoffs
pay; paid; payment; wage; wages; salary; salaries; compensation; paycheck; payroll; earn
bonus; incentive; reward; commission
cheap; cheaper; low price; less money; undercut; lower; discount; percent less; inexpensive; save
expensive; costly; pricey; too much; high price; price; cost; adds up; overpriced; expense
free; no cost; gratis; complimentary; no charge; included; free of charge; for nothing; no fee
fee; charge; price; rate; cost; tariff; subscription; licence; license
hidden; extra; surprise; additional; add on; surcharge; unexpected; not on the price list
fine; penalty; fines; sanction; punishment; lawsuit; sued; sue; court; liability
save; saving; savings; cut; reduce; lower; less
payback; return; roi; pay off; pays off; earn back; break even; pay for itself; investment return; earned back; worth it
loss; lose; losses; lost; damage; missed
profit; margin; earnings; gain; income; bottom line
budget; money; funds; capex; opex; funding; set aside; spend
invoice; bill; billing; receipt; statement
tax; taxes; irs; vat; duty; levy
bank; account; deposit; transfer
loan; credit; lend; lent; borrow; finance; lease; rent; rental
insurance; insured; cover; coverage; policy; claim
guarantee; warranty; promise; assurance; commit; guaranteed; stand behind
contract; agreement; terms; conditions; deal; frame; signature
sign; signature; signs; signed; put pen to paper; ink
approve; approval; ok it; sign off; consent; agree; permit; green light; say yes; has a say; allow
decide; decides; decision; choose; final say; has a say; say yes; says yes; who signs; calls the shots
refuse; reject; decline; veto; block; say no; says no; kill; turn down
worried; worry; concern; concerned; afraid; fear; scared; nervous; anxious; scare > objection
angry; upset; annoyed; furious; complaint; complain; mad; unhappy; frustrated
happy; satisfied; content; pleased; glad; delighted
trust; believe; rely; reliable; confidence; credible; dependable
distrust; doubt; skeptical; sceptical; dont believe; suspicious; unsure
spy; spying; watch; watching; track; tracked; monitor; surveillance; big brother; control people
lazy; unwilling; refuse; wont; resist; reluctant; hate; hates; dont want; do not want; will not
tired; overworked; busy; swamped; no time; too busy; hands full; no people; no people to spare; understaffed;
    firefighting; spare people > spare people
resources; people; manpower; effort; capacity; hours; man hours; spare time
difficult; hard; complicated; complex; tricky; tough; struggle
easy; simple; straightforward; effortless; intuitive
old; legacy; outdated; ancient; aging; obsolete; stale
new; modern; latest; fresh; recent; update
big; large; huge; enterprise; major; great
small; tiny; little; few; minor; fewer; less than; too small
many; lots; several; multiple; number of; plenty
whole; entire
compare; comparison; versus; vs; beside; side by side; difference; differ; against; better than
similar; alike; like them; same kind; such as; comparable
better; improve; improved; improvement; rise; increase; higher; raise; boost; grow
worse; decline; drop; fall; fell; decrease; shrink
result; outcome; effect; impact; success; achieved; figures
proof; evidence; case study; example; reference; result; success story; case
number; figure; statistic; data; percent; metric; kpi
report; reporting; dashboard; overview; chart; analysis; summary
plan; planning; schedule; roster; rota; timetable; calendar; scheduling; shift plan
shift; shifts; night shift; early shift; handover; changeover
overtime; extra hours; long hours; working hours; hours worked
holiday; vacation; leave; day off; absence; time off; sick
break; pause; lunch
elderly; old people; senior; retired; older
illiterate; foreign; foreigner; immigrant; migrant; language; translate; translation; speak; speaks; native
language; english; spanish; german; french; multilingual; translated; speaks
training; train; teach; learn; course; lesson; class; instruction; workshop; half day
guide; manual; handbook; instructions; how to; tutorial; howto
video; film; clip; recording; footage; watch; seconds
picture; photo; image; screenshot; diagram; drawing; sketch
audio; podcast; listen; radio; spoken; voice; speak
webinar; talk; session; online event; live event; presentation; broadcast
event; fair; trade show; conference; exhibition; expo; booth
flyer; brochure; leaflet; handout; poster; sheet; one pager; one page
letter; note; memo; written
template; form; draft; blank; sample; ready to print
checklist; list; to do; week by week; step by step; tasks; who does what
calculator; spreadsheet; sheet; excel; calculation; compute; formula; estimate; work out
demo; demonstration; tour; show; walkthrough; preview; walk; look at it; see it work
trial; pilot; test; try; try out; test drive; proof of concept; poc; experiment; try it; without obligation; test phase
sample; specimen; example; taste; taster
offer; proposal; quote; quotation; bid; tender
promotion; offer; special; campaign; deal; coupon
announcement; news; release; update; launch
quiet; silent; no answer; no reply; ghost; ghosted; ghosting; unanswered; gone dark; not responding; without an
    answer; stopped answering
remind; reminder; follow up; chase; nudge; check in
introduce; referral; recommend; vouch; word of mouth; refer
install; installation; set up; setup; configure; put in; mount; fit
connect; integrate; interface; bridge; link; plug; talk to; hook; sync; import; export; flow; works with; compatible
software; app; application; program; system; tool; platform
module; feature; function; capability; option
automatic; automated; automation; by itself; by themselves; robot
ai; artificial intelligence; machine learning; ml; predict; prediction; predictive; forecast; algorithm; chatgpt;
    intelligent
predict; forecast; prediction; foresee; anticipate; estimate
download; install; app; installed; store
upload; import; transfer; move; migrate; bring over; load; take along
backup; restore; recovery; archive
delete; erase; remove; wipe; destroy
store; keep; retain; save; archive
privacy; personal data; gdpr; confidential; private; data protection
encrypt; encrypted; encryption; secure; cipher
law; legal; regulation; rule; statute; compliance; legislation; lawful; comply
pharma; pharmaceutical; drug; medicine; medical; medication; gmp; validated
hospital; clinic; doctor; physician; medical; health; patient; nurse; care
school; university; college; student; pupil; education; campus; academic
bank; banking; insurer; financial services; fintech; insurance
government; public sector; municipality; city; council; federal; public; authority
farm; farmer; agriculture; crop; field; livestock; agricultural
food; beverage; drink; meal; bakery; dairy; kitchen; grocery; catering
restaurant; diner; cafe; bar; pub; bistro; eatery; hospitality
hotel; resort; lodging; inn; hospitality; guest
retail; store; shop; boutique; supermarket; merchant; retailer
construction; building; builder; contractor; site; renovation
plastic; plastics; packaging; moulding; molding; polymer; film; resin
metal; steel; iron; machining; foundry; stamping; welding; aluminium; aluminum
chemical; chemicals; chemistry; solvent; substance; toxic
textile; clothing; fabric; garment; apparel; fashion
wood; timber; furniture; carpenter; lumber
mining; mine; quarry; gravel; minerals
oil; gas; petrol; petroleum; diesel; refinery
real estate; property; building; tenant; apartment; housing; rent
nonprofit; charity; foundation; ngo; donor; donation; volunteer
abroad; overseas; international; foreign; global; countries; country; worldwide; export
usa; america; american; states; federal
europe; european; eu; germany; uk; britain; france
franchise; franchisee; franchisor; brand; chain; corporate list; licensee
tender; rfp; bid; public procurement; bidding
merger; acquisition; takeover; bought by; acquired
bankrupt; insolvent; insolvency; going under; bankruptcy; out of business
startup; start up; young company; new company; founder; just starting
growth; growing; expand; expansion; scale; second site; opening; new places
standard; standardize; uniform; consistent; alike; same everywhere
central; centralize; one view; single place; one place; in one place; consolidated
manual; by hand; paper; handwritten; whiteboard; pen and paper; binder
spreadsheet; excel; sheet; workbook; google sheets
double; duplicate; twice; doubled; two times
wrong; error; mistake; incorrect; inaccurate; messed up; goes wrong; went wrong
correct; accurate; exact; precise
forget; forgotten; forgot; remember; remembers; memory; overlooked
find; search; look for; locate; discover; seek
lend; borrow; share; hand over; pass on; pool
share; split; pool; divide; distribute
hand over; handover; handoff; hand off; pass on; transfer; takeover; hands over; after signature
support; help; assistance; helpdesk; hotline; service desk; who answers; answers the phone
complaint; issue; problem; ticket; trouble; claim; dispute
emergency; urgent; critical; crisis; asap; immediate
success; win; won; victory; winning; achieved
fail; failed; flop; died; fell asleep; abandoned; fizzled; didnt stick; went nowhere; shelfware; asleep; failed
    introduction; tried before
previously; earlier; in the past; prior; last time; already tried; tried
competitor cheaper; match price; match a price; price match; twenty percent less; competitor offers > competitor less
    compare
fit; suitable; suit; match; good for; right for; appropriate
unfit; unsuitable; not for; wrong for; bad fit; leave alone; stay away; turn away; not sell; ok to sell; ok for us >
    negative
ideal; best; perfect; dream; target; ideal customer; best customer; sweet spot > primary fit
avoid; skip; stay away; never; say no; leave alone
priority; initiative; top of mind; focus; project; agenda
benefit; advantage; gain; value; upside; good for them
drawback; disadvantage; weakness; downside; limitation; con; worse
unique; different; special; differentiator; stand out; only we
opener; opening; ice breaker; start a talk; open with; first words; begin with
pitch; elevator; in one breath; in one sentence; what we do; positioning; tagline; in short; one sentence; one liner
cannot; cant do; not able; unable; bad at; limits; limit; limitation; weakness; weak spot; shortcoming; not good at
illegal; unlawful; forbidden; banned; prohibited; not allowed
unused; collecting dust; gathering dust; in a drawer; on a shelf; sits there; nobody uses; never used; stood >
    cupboard stood unused
gimmick; toy; hype; nice to have; fad; buzzword > benefit proof
rip off; ripoff; overkill; too dear; money pit > expensive price cost
on the fence; undecided; hesitating; cold feet; hesitates; unsure; wavering > decision objection proof
we are fine; good as is; no need; dont need; do not need; works today; never change > nothing today keep
hand holding; babysit; babysitting; help them start; who helps > support onboarding training start
science; scientific; study; studies; research; lab; laboratory; evidence; survey; experiment; measured
film; video; camera; record; recording; cctv; filmed
crash; collide; collision; hit; bump; run over; accident
fire; burn; burning; smoke; flame; flammable; fire risk
smell; odor; odour; stink; fumes
noise; loud; noisy; quiet; decibel
rain; weather; snow; storm; wind; outdoors; outside
size; dimension; area; surface; square; sqm; sqft; square metres; square feet; footprint
weight; heavy; light; kilo; kg; pounds; load
stairs; lift; elevator; floors
door; entrance; gate; doorway; threshold
room; space; hall; area
wifi; wireless; wlan; signal; reception; coverage; mobile network
battery; charge; charging; accumulator; plug; socket; runtime
spare; backup; substitute; stand in; replacement; swap
second hand; refurbished; pre owned
upgrade; newer; renewal; newest; replace
ad; advert; advertising; advertisement; campaign; marketing; publicity
press; newspaper; journalist; media; magazine; journal
social media; instagram; facebook; linkedin; tiktok
website; web; landing page; online; homepage
review; rating; stars; feedback
poll; survey; questionnaire
member; membership; subscriber
donor; gift; donate; donation; fundraising; pledge; giver
visitor; attendee; participant; audience; guest; crowd
travel; trip; flight; journey; commute
class; lesson; course; curriculum; syllabus; module
exam; quiz; test; grade; assessment
teacher; tutor; instructor; professor; faculty; lecturer
parent; mother; father; mom; dad; family
principal; headmaster; dean; rector; chancellor; provost; headteacher
claims; adjuster; underwriter; broker; insurer
judge; court; litigation; attorney; lawsuit; tribunal
investor; investment; fund; portfolio; shareholder; backer
mortgage; loan; lender; borrower; credit
tenant; landlord; lease; apartment; renter; occupant
architect; planner; designer; draftsman; draughtsman
site manager; superintendent; foreman; builder; site lead
forklift; crane; hoist; excavator; lifting
prison; jail; inmates; correctional
police; firefighter; emergency services; ambulance; rescue
army; military; defense; defence
church; parish; congregation; temple
museum; theatre; theater; gallery; arts
gym; fitness; club; sports; sport
pet; dog; cat; animal; vet; veterinary
car; vehicle; automobile; automotive
plane; aircraft; airline; aviation; airport; flight
vessel; boat; port; marine; maritime
train; rail; railway; station
bus; coach; transit; public transport
solar; wind; renewable; photovoltaic; pv; green energy
recycling; recycle; waste; circular; reuse
emissions; carbon; climate; co2; sustainability; environmental
mould; mold; dust; dirt; stain
germ; germs; bacteria; virus; infection; hygiene; disease
sick; ill; sickness; illness; absent
pregnant; maternity; parental
disabled; disability; accessible; accessibility; wheelchair; barrier
woman; women; female; diversity; equality; inclusion
replace jobs; take jobs; take their jobs; lose jobs; lose job; lose her job; lose his job; redundant; job loss; jobs
    away > replaced job afraid
fear of change; hates change; set in his ways; set in her ways > objection habit change
in writing; black and white; written down; on the record > written contract letter
numbers guy; money guy; money man; money woman; number cruncher > cfo finance financial controller
decision; verdict; choice; vote; ruling
second opinion; third party; independent; neutral; unbiased; objective
customer base; how many customers; who else uses; who uses it > customer case study reference
market share; market leader; biggest; number one > market customer
close by; near; nearby; local; regional; around the corner
remote; from home; home office; hybrid; work from home
part time; temp; temps; temporary; casual; agency workers; freelance; seasonal help > temporary seasonal
weekend; saturday; sunday
daytime; day shift; during the day; opening hours
bad news; trouble; problem; setback; goes wrong
what if; worst case; fallback; plan b > risk fail guarantee replacement
broke; broken; breaks; out of order; not working; who fixes; fixes; conks out > repair service replacement failure
keep going; carry on; continue; extend; extension; renew; prolong; go on > extend weeks renew
stop using; switch off; turn off; shut off; get rid of > cancel exit leave
arrive; arrival; arrives; delivered; delivery; turn up
lend a hand; help out; assist; support; help
own it; buy it; purchase outright; outright > buy purchase price lease
haggle; bargain; negotiate; negotiation; lower; go lower; how low; low can i go > discount below price less
upfront; up front; advance; deposit; in advance; prepay; prepaid
instalment; installment; rates; monthly; spread payments
currency; dollar; euro; pound; exchange
quote; estimate; offer; price; proposal
minimum; at least; threshold; floor; smallest; lower bound
maximum; at most; cap; ceiling; limit; upper bound
exception; special case; waiver; exempt; exemption
secret; confidential; nda; sensitive; classified
insider; champion; ally; supporter; friend; fan; sponsor
blocker; opponent; enemy; detractor; against us; against it; veto; can kill
first contact; first touch; first words; start the talk; start the conversation; start the convo; break the ice; begin
    the conversation; how do i start > opening opener first talk ask
dont say; do not say; never say; avoid saying; taboo; not mention > never avoid
good moment; right moment; when is good; good time; best moment; when to talk; when should i > moment best time before
pronounce; spell; spelling; call it; word for; terminology; jargon; glossary; meaning; definition; what does it mean;
    stands for
yr; yrs; years; year
mths; mth; months; month
wk; wks; weeks; week
hr; hrs; hours; hour
min; mins; minutes; minute
secs; seconds
tmrw; tomorrow
mgr; mgrs; manager; management; mgmt
dept; department; division; team; unit
acct; accts; account; accounts
appt; appts; appointment; meeting
amt; amount; sum
avg; average; typical; usual; usually
biz; business; company; firm; organisation; organization; enterprise
bldg; building; buildings; property
cert; certs; certificate; certified
config; configuration; settings; set up
conv; convo; conversation; talk; chat; discussion
cust; custs; customer; customers
db; database; data
dir; director
emp; emps; employees; employee
equip; eqpt; equipment; machine
est; estimate; estimated; roughly; about how
exec; execs; executive; leadership; board; management
freq; frequency; how often; interval; often
fwd; forward; send; pass on
govt; gov; government
grp; group; groups
hosp; hospital
info; information; details; facts
ins; insurance; insurer
inv; invoice; invoices; inventory
maint; maintenance; upkeep
mfg; manufacturing; production; factory; manufacturer; maker; producer
mkt; market; marketing
mtg; meeting; meetings
ops; operations; operational; operating
org; organization; organisation; company
pmt; payment; payments; paid
proj; project; projects
qty; quantity; amount; number; volume
recommendation; recommend
ref; refs; reference; references
reg; regs; regulation; regulations
req; reqs; requirement; requirements; must have; must haves; need; needs
rev; revenue; sales; turnover
sched; schedule; calendar
subs; subscription; subcontractor
sys; system; systems
svc; service; services
tech; techs; technician; technology; technical
univ; uni; university
vol; volume; volumes
vs; versus; compared; beside; comparison; against
whse; warehouse; storage; depot
"""
_NUMBERS = """
2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven 12 twelve 14 fourteen 15 fifteen 16 sixteen
18 eighteen 20 twenty 24 twenty-four 25 twenty-five 30 thirty 36 thirty-six 40 forty 45 forty-five 48 forty-eight
50 fifty 60 sixty 70 seventy 80 eighty 90 ninety 100 hundred
"""
"""Numbers, each with its word: a text may have either."""


@lru_cache(maxsize=1)
def synonyms() -> tuple[Entry, ...]:
    """Groups of words and phrases, each with the words it stands for."""
    spelt = _NUMBERS.split()
    numbers = list(zip(spelt[::2], spelt[1::2], strict=True))
    return (
        *((said, " ".join((*(each for each in said if " " not in each), more))) for said, more in entries(_GROUPS)),
        *(((number, word), f"{number} {word}") for number, word in numbers),
        *(((f"{number}k",), f"{number} {word} 000 thousand") for number, word in numbers),
    )
