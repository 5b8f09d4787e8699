"""Common words: those that turn up in anybody's message and therefore prove nothing by themselves.

A real account may be called Every, Ready or Stage. A lower-case "ready" in the middle of a message is no reason to
think of it. A word in this list counts as a name only where a name is expected.
"""

_FUNCTION = """
a about above across after again against ago all almost along already also although always am among an and another any
anybody anyone anything are around as at away back be because been before behind being below beside besides between
beyond both but by can could did do does doing done down during each either else enough etc even ever every everybody
everyone everything except few for from further had has have having he hence her here hers herself him himself his how
however i if in indeed inside instead into is it its itself just least less lot lots many may maybe me mere might mine
more most mostly much must my myself near neither never next no nobody none nor not nothing now nowhere of off often
on once one ones only onto or other others otherwise ought our ours ourselves out outside over own per perhaps please
quite rather really same several shall she should since so some somebody someone something sometimes somewhere soon
still such than that the their theirs them themselves then there therefore these they this those though through
throughout till to together too toward towards under unless until up upon us very via was we were what whatever when
whenever where wherever whether which while who whoever whole whom whose why will with within without would yes yet
you your yours yourself 's
"""
"""Words that hold a sentence together."""

_TALK = """
able absolutely accept accepted access according account accounts across act action active actual actually add added
admin advice afternoon agenda agree agreed ahead ai alive alone alright amazing amount analytics annual annually
answer answered answering answers anyway api app apparently apply approach approval approve approved apps area arr
article asap aside ask asked asking asks asset assets assume attach average avoid awake award aware awareness awesome
baby bad balance ball bank base based basic basically bd become been begin being believe benefit best bet better big
bigger bill billing billion bit bits black blog blue board body book booked booking books bottom bought box boss brand
break brief briefing briefings briefly bring broad bucks bud budget budgets build building built bump bunch business
businesses busy buy buyer buyers buying bye calendar call called calling calls came campaign cancel car card care
careful cargo case cases cash cause ceo certain certainly cfo champion chance change changed changes changing channel
chart charge chase chasing chat cheap cheaper check checked checking checks cheers chief choice choose cio city claim
class clean clear clearly click client clients close closed closely closer closing cloud cmo coast code coffee coin
cold color come comes comfortable coming comment commercial commit common companies company compare compared compete
competing competition competitor competitors complete completely compliance concern concerned concerns confident
confirm confirmed confused connect consider considering consultant contact contacts content continue contract
contracts conversation convince cook cool copy core corp corporate correct correction corrections cost costly costs
could count country
couple course cover cpo create created credit crew crm cro crm criteria cto current currently custom customer
customers cut cycle daily data date dates day days dead deadline deal deals dear debrief decide decided decider
decides deciding decision decisions deck deep default definitely delay delete deliver delivery demand demo demos
depends desk detail details dev develop developers did die differ difference different difficult dig digital dinner
direct direction director discovery discuss discussed discussing dive doc docs document dollar dollars domain door
double doubt down downtime draft drag dream drive drop dropped due dude dump dunno early earn ease easily east easy
edge edit either email emails emea employee employees end ended ending engage engineer engineering engineers enjoy
enter enterprise entire entry equal error especially estimate euro euros evaluate evaluated evaluating evening event
events eventually ever exact exactly example examples excellent excited exec execs executive exist existing exists
expand expect expected expecting expensive experience expert explain exploring export express extra eye eyes face fact
fail failed fair fairly fall family fan far fast faster favorite fear feature features feedback feel feeling feels
felt field fig figure figured file fill final finally finance financial find finding fine finish finished fire firm
firms first fiscal fit fits five fix fixed flag flat flex flip float floor flow fly focal focus focused folks follow
followed following followup food forecast forecasts forget form formal former forum forward found founded founder
founders four frame france free freeze french fresh friday friend friends front fulfil full fully fun fund funded
funding funnel further future fyi fyr gain game gap gaps gather gave general generally get gets getting gift give
given gives giving glad go goal goals goes going gold gone good got gotten government grab grade grand great green
grey ground group groups grow growing grown growth guess guide guy guys hah haha half hand handle hands happen
happened happening happens happy hard hardly hate haven head headcount heads headquarters health healthcare hear heard
heart heavily heavy hello help helped helpful helping helps hesitant hey hi high higher highly hire hired hiring
history hit hmm hold holding home honest honestly hook hope hopefully hoping hot hotel hour hours house hq hr huge
human hundred hype icp icps idea ideal ideally ideas identify imagine impact implement implementation important
improve inbound inc include included includes including income increase index industry info inform information infra
initial initiative input inside insight insights install instead insurance integrate integration intel intend interest
interested interesting internal internally interview interviews intro introduce introduction invest investment
investor investors invoice involve involved issue issues item items jan job jobs join joined joint joy jump june july
just keen keep keeping keeps key kick kickoff kicked kidding kind kinda knew know knowing known knows lab labs lack
lacks land large larger last late lately later latest launch launched law layer layoffs lead leader leaders leadership
leads league lean learn learned learning least leave leaving left legacy legal length let letter level liable license
life light like liked likely likes limit limited line link linkedin list listen literally little live lives living
load loads local locate located location locations log logged logging logistics lol long longer look looked looking
looks loop lose losing loss lost lot lots love loved loves low lower luck lucky lunch made magic mail main mainly
maintain major make maker makers makes making manage managed management manager managers manual manually map mark
market marketing markets mass match matched matches material matter matters mature maturity max maybe mean meaning
means meant media medium meet meeting meetings member members memo mention mentioned mentions mess message messages
met method middle might mild million millions min mind mine minimum minor minute minutes miss missed missing mission
mixed mobile mode model modern moment monday money month monthly months mood morning motion motivated move moved
moving much mutual name named names nature near nearly necessary need needed needs negative negotiate negotiation
network new news next nice nicely night nine nobody noise none nope normal normally north note noted notes notice
number numbers objection objections obvious obviously odd offer offered offering offers office offices official oh ok
okay old one online onboarding onto open opened opening operate operating operations ops opinion opportunity option
options order org organization original other outcome outlook outreach overall overview own owned owner owners pace
page paid pain pains panel paper papers paperwork parent park part partly partner partners parts party pass passed
past path patient pay paying payment pays peer pending people per percent perfect perhaps period person persona
personas personally phase phone pick picked picture piece pilot ping pipeline pitch place plan planned planning plans
platform play playbook please plus point points policy poll pool poor pop portal position positive possible possibly
post potential pound pounds power practice pre prefer prep prepare prepared prepping present presentation president
press pressure pretty previous previously price prices pricey pricing primary prime print prior priorities priority
private pro probably problem problems process procurement product production productive products professional profile
profit profitable program progress project projects promise promising proof proper properly proposal propose prospect
prospecting prospects prove provide provider provides public pull pulse purchase purchased pure purpose pursue
pursuing push pushed put qualified qualify qualifying qualification quality quarter quarterly quarters quest question
questions quick quickly quiet quit quite quote race raise raised raising ran random range rate rates rating reach
reached react read reading ready real reality realize reason reasons recap receive received recent recently recommend
record red reduce reference region regional regular regulated regulation reject related relationship release relevant
remember remind reminder remote renew renewal renewals rep repeat reply report reporting reports reps request require
required requirement requirements research resource resources respond response rest result results retail return rev
revenue reverse review reviews revisit rfp rich rid right rise risk risks risky road roadmap rocket roi role roles
roll rolling room rough roughly round route row rule rules run running runs rush saas safe said salary sale sales same
sample sandbox satisfied saturday save saved savings savvy saw say saying says scale scaled scaling scared schedule
scheduled school scope score scores scout screen seal search season seat seats second secondary seconds section sector
secure secured security see seed seeing seem seems seen segment select self sell seller selling sells send sending
senior sense sent separate series serious seriously serve served server servers service services session set sets
setting setup seven several severe sf shape shaping share shared sharp shift ship shipped shop short shortly shot show
showed showing shown shows shrinking sick side sign signal signals signed signing similar simple simply since single
site sites sitting situation six size sized skeptical skip slack sleep slide slides slightly slow slowly small smaller
smart smb smooth social soft software sold sole solid solo solution solutions solve sometime sorry sort sound sounds
source south space spark speak speaking special specific specifically speed spend spending spent spoke spot spread
spring sprint square staff stage stages stake stakeholder stakeholders stand standard standing star start started
starting starts startup startups state stated states status stay steady steep step steps stick sticking still stop
stopped storage store stores story straight strategic strategy street stress strong structure struggle struggling
stuck stuff style subject success successful such suggest suggested suit summary summer sunday super supplier support
supposed sure surely surprise surprised survey switch switched switching system systems table tag take taken takes
taking talk talked talking talks tall target targets task tasks tax team teams tech technical technically technology
tell telling tells temp ten tend term terms terrible territory test tested testing tests text than thank thanks that
theme theory thing things think thinking third thought thoughts thousand thousands three thrilled throw thursday thx
tier tight time timeline timelines times timing tiny tip tired title today together told tomorrow ton tonight tons
took tool tools top total totally touch tough tour track tracking trade train training transfer tree trend trial tried
trigger trip trouble true trust truth try trying tuesday turn turned turnover twice two type types typical typically
uk ultra uncertain unclear uncomfortable understand understood unfortunately unhappy unit units university unknown
unlike unlikely unsure update updated updates upgrade upset urgency urgent usa usage use used useful user users uses
using usual usually vague valid valuable value valued vary vendor vendors verdict version versus via vibe video view
views visit void volume vp vs wait waiting wake walk wall want wanted wants warehouse warm warning wary waste watch
wave way ways weak web website wednesday week weekend weekly weeks weird welcome well went west wife willing win
window winner winning wins winter wire wise wish won wonder wondering word words work worked workers working works
workshop world worldwide worried worry worse worst worth worthwhile worthy wow wrap write writing written wrong wrote
yeah year yearly years yep yesterday yo young yup zero zone zoom gmail teams meet zip folder sheet spreadsheet
spreadsheets excel crazy wild insane brutal stoked pumped bummer ugh argh meh eh uh um lmk btw imo imho tbh afaik iirc
tldr tl dr ps cc eod eow eoq ytd yoy mom qoq kpi okr sdr ae bdr csm poc pov sow msa nda rfi sla
"""
"""Words of people who talk about accounts, calls and deals."""

_TRADE = """
ability abundant academic accelerate accelerates accelerating accelerator accessible accountability accounting
accuracy accurate accurately achieve achieved acquire acquired acquisition actionable actions actively activities
activity acts adapt adapted adaptive adapts adding addition additional address addresses addressing adds
administrative administrators adoption ads advance advanced advances advantage advertising advisor advisors aerospace
aesthetics affects afford affordable age agencies agency agent agentic agents aggregates agreeable agreements
agriculture aim aims air aircraft alerts algorithm algorithms align aligned allow allowing allows alongside
alternative alternatives alumni ambitions ambitious amounts analyses analysis analyst analysts analyze analyzes
analyzing angel animal annoying anti anytime anywhere apartment apparel apple application applications applied applies
applying appointment appointments approaches approvals architecture areas art articles artifacts artificial artists
aspect aspects assembled assembly assess assessment assessments assign assistance assistant assistants associated
attack attacks attend attended attending attention attorneys audience audiences audio audit auditable audits augmented
auth authentic authentication authorization auto automate automated automates automatic automatically automating
automation automations automotive autonomous autonomously autonomy autopilot availability available awkward backed
backend background backgrounds balances banking banks banter barely barriers basis batch batteries battery beautiful
beauty became becomes becoming beginning behalf behavior behavioral believes benchmark benchmarks benefits beta bid
biggest billions bills bio biological biology biotech bite blame bless blind block blockchain blocks blood blow blown
bold bond bookings bookkeeping boost boring born bot bottleneck bottlenecks bounce boundaries bow brace brain branded
brands breaking breaks breakthrough breath breathe bridge bridges bridging bright bringing brings bro broken broker
brokerage brokers brother brought browse browser browsers brush bucket buddy bugs builder builders buildings builds
burden buried burn burned butter button calm camera cameras campaigns cancer candidate candidates candle candy cannot
canvas capabilities capable capacity capital capture captures capturing carbon cards career careers careless carpet
carrier carriers carry cars castle cat catalog catch catchy categories category caused causes cedar cell cellar cells
center centers central centralize centralized centralizes certified chain chains challenge challenges challenging
champ channels chaos chapter charging charm charts chatbot chatbots chats checkout cheer chemical cherry chess chicken
children chill chip choke chronic chunk churn circle circus cities claims clap clarity classes clay cleaning clever
clicks cliff climate climb clinic clinical clinicians clinics clock closes clothes clothing clown club clue clumsy
coach coaches coaching codebase codes coding collaborate collaborating collaboration collaborative colleagues collect
collected collecting collection collections collects college com combination combine combined combines combining comet
command comments commerce commissions commitment committed communicate communication communications communities
community competitive completed completes completion complex complexities complexity compliant complicated component
components compose compound compounds comprehensive compromising computational compute computer computers computing
concierge condition conditions conduct confidence confidently configuration connected connecting connection
connections connectivity connects consistent consistently consists constant constantly constraints construction
consultants consulting consumer consumers consumption context contextual continues continuous continuously contractor
contractors contrast contributions control controls convenience convenient conventional conversational conversations
conversion conversions convert converts cookie coordinate coordinating coordination copilot coral cord corner
corporations couch cough countless countries couples courage courier couriers courses cousin coverage covering covers
cow crack craft crash crawl craze cream creates creating creation creative creativity creator creators credentials
creek crisis crisp critical cron cross crowd crown crush cry crypto cube culture curated currencies currency curve
customizable customize customized cuts cutting cybersecurity cycles dance danger dare dark dash dashboard dashboards
database databases dataset datasets dawg dawn deaf dealing debit debt debug debugging decade decades decentralized
dedicated deeper deeply defense define delayed delays delightful delivered deliveries delivering delivers demands
democratize democratizing dental department departments deploy deployed deploying deployment deployments deploys
deposits depth describe design designed designer designers designing designs desktop destination detailed detect
detection detects determine developed developer developing development develops device devices diagnose diagnostic
diagnostics dice digitally digitize diligence directly dirt disconnected discover discovered discussions disease
diseases dish disk dispatch distribute distributed distribution distributors diverse dizzy dock doctor doctors
documentation documents dodge dog doll domains dose dot dove download downloads dozens drafting drafts dragon
dramatically drawer drawings dress drift drill driven driver drivers drives driving drone drones drug drugs drum duck
duke dull dust dynamic eagle ear earlier earned earnings earth easier easiest echo ecommerce economic economics
economy ecosystem editing editor editors education educational educators effective effectively effects efficacy
efficiency efficient efficiently effort effortless effortlessly efforts egg elbow elder electric electrical
electricity electronic electronics eligible eliminate eliminates eliminating elite elm embed embedded ember embrace
emergency emerging emissions employers empower empowering empowers empty enable enabled enables enabling endless
energy engaged engagement engaging engine engineered engines enhance enhances enrich enrichment ensure ensures
ensuring enterprises entertainment entirely entrepreneur entrepreneurs environment environmental environments envision
envy enzyme enzymes equipment equity era errors escape essay essential established estate estimates evals evaluation
everyday everywhere evidence evolution evolve evolving exceptional exchange exchanges exciting exclusive execute
executes execution executives exit expanding expansion expense expenses experienced experiences experiment
experimentation experiments expertise experts exploration explore extend extends extension extensive external extract
extracting extraction extracts extremely fable facilitate facilities facility facing factories factors factory fade
failure failures faint fairy faith fake fame families fancy fans farm farmers farms fashion fastest feast feather
featured federal fee feed fees fence fern ferry fetch fever fewer fiber fiddle fields files filing filings filter
filters finances financing finds finger fintech fintechs firsthand fist fitness fixes fixing flagship flame flash
fleet fleets flexibility flexible flight flock flood flour flower flows flute flying foam focuses focusing fog fold
folk foods fool foot footage force forecasting forever fork format formats formerly forms fort foster foundation
foundational foundations founding fox fraction fractional fragmented framework frameworks fraud freak freedom freeing
freight frequently friction friendly frog frontend frontier fruit frustration fuel fulfillment function functional
functionality functions fundamental fundamentally funds furniture furry fuse galaxy gallery games gaming gang garage
garden gas gate gateway gathers gauge generate generated generates generating generation generative generic genetic
ghost giant ginger girl github glance glass gleam glide global globally globe gloom glory glove glow glue goat gonna
goods governance governments grace graduate grain grants granular grape graph grass grave gravity greater grew grid
grids grill grin grip grit groceries grocery grows guaranteed guard guesswork guests guidance guides guitar gun habit
habits hail hair hall hammer handled handles handling handoff handoffs harbor harder hardware harness harsh harvest
hassle hat hatch hay hazel headquartered healthier healthy heap heat heaven hedge hero hidden highest hill hint
historical hmu hobby holds hollow homeowners homes honey hood horn horse hose hospital hospitality hospitals host
hosting hotels housing hover http https hub hug hum humanity humans hundreds hungry hurry hurt hut hybrid hyper icon
identifies identifying identity igloo image imagery images imaging immediate immediately immersive immune impossible
improved improvement improvements improves improving inbox incident incidents inclusion inclusive increased increases
increasing increasingly incredible incredibly independent individual individuals industrial industries ineffective
inefficiencies inefficient inference infinite influencers informed infrastructure ingest ink inn innovate innovation
innovative inputs inspection inspectors installation instant instantly institutional institutions instruments insurers
intake integrated integrates integrating integrations intelligence intelligent intelligently intent interact
interaction interactions interactive interests interface interfaces international internet intervention intuitive
inventory invested investing investments invoices invoicing iron island isolated iterate ivory ivy jacket jail jam jar
jaw jazz jewel jingle jockey joining joke jolly journal journey journeys judge judgment juice jungle junior kayak
kernel kernels kettle kid kids kiss kit kitchen kite knee knife knight knob knot knowledge label labor laboratory
ladder lady lake lamb lamp landing landlords landscape lane language languages lantern largest lark laser latency
laugh launching lawn lawyers lazy leading leaf leap learns leather led ledge lemon lenders lending lens lessons lets
letters letting levels lever leverage leverages leveraging liability libraries library licensed licensing lid
lifecycle lifestyle lightweight lilac lily lime limitations limits limp lines links lion lip liquid liquidity listings
lists lived loan loans lobby locally lock lodge loft logic logs lonely loom loops lord lotus loud lover lowest loyalty
lucid lunar lung lure machine machines madam magnet magnetic magnitude maid maintaining maintenance majority manages
managing mango manufacture manufacturers manufacturing maple maps marble margin margins marketers marketplace
marketplaces mask massive mast matching mate materials math maximize maze meadow meal meals meaningful measure
measured measures meat mechanical medal medical medication medications medicine medicines meets melody melon melt
memory memos men mend mental merchant merchants mercy merge merry mesh messaging messy metal metals methods metrics
micro mid middleware midnight mil milk mill minimal minimize minimums mining mint mio mirror mist mistakes mister mob
mobility mocha modeling models modify modular molecular molecules moments monetize monitor monitoring monitors monk
monkey moon mortgage moss moth motor mount mountain mouse mouth movement moves mud mule multi multimodal multiplayer
multiple muscle museum mushroom music mystery nah nail nap narrow national nationwide native natively natural
naturally navigate navigation navy nearby neat neck nectar needing needle neobank nerve nest net networking networks
neural nickel noble nod non nonprofit noon nose notch notifications nova novel nuanced nurses nut nutrition oak oasis
oath observability ocean offerings offline oil olive omni onboard ongoing onion oops opal opens opera operated
operates operation operational operator operators opportunities optimal optimization optimize optimized optimizes
optimizing orange orbit orchestration orchid ordering orders organic organizations organize organized organizes otter
outbound outcomes outdated output outputs oven overhead overlooked owl ownership oxide oxygen oyster package packages
packaging pact paddle pages painful pal palm pan panda panels panic panther parade paradigm parallel parametric parcel
parents parrot parse parses participate parties partnered partnering partnerships passion passionate pasta patch
patchwork patent patented patents paths patients patio patterns pause payable payloads payments payouts payroll peace
peach peak pear pearl pebble pen pencil penny pepper perfectly perform performance performed performing permissions
persistent personal personalization personalize personalized petal pharma pharmaceutical pharmacy phones photo photos
physical physicians physics pieces pier pig pigeon pilgrim pillars pillow pilots pine pink pioneer pioneering pipe
pipelines pirate pit pizza places plain plane planes planet plank plant plants plate platforms player players
playground playing plaza plot plow plug plugs plum plume pocket poem poet polar pole policies polish polished pond
pony popular population porch port portable portals portfolio portfolios positioned positives posts potato powder
powered powerful powering powers practical practices praise prank pray precious precise precisely precision predict
prediction predictive preferences preferred premium prescription presence presentations prevent preventing prevention
pride primarily primitives prince princess principles printing prioritize prism privacy prize proactive proactively
processed processes processing produce produced producers produces producing productivity professionals profiles
profitability profits programmable programming programs promises promote prompt prompts properties property
proprietary propulsion protect protecting protection protects protein proteins protocol protocols prototype proud
proven provided providers providing proxy publicly publish published publishers publishing pulling pump puppet puppy
purchases purchasing purple purse pushing puts putting puzzle quail quarry queen queries query quill quilt quiver
quotes quoting rabbit racer rack radar radical radically raft rail rails rain rainbow ranch ranging rapid rapidly rare
raven raw ray razor reaching reads realistic realized realtime reasoning rebuilding receiving recognition recognized
recommendations reconciliation recording recordings records recover recovery recruiting recruitment recurring reddit
redefine redefining reduced reduces reducing reduction reef referral referrals refine reflect regardless regulations
regulatory reimbursement reinforcement relationships relax released releases reliability reliable reliably rely
relying remain remains reminders remix remotely remove removes removing rent rental rentals repair repetitive replace
replacement replaces replacing replicate repo repository represents requests requires requiring researchers
residential resolution resolve resolves responses restaurant restaurants resulting retailers retain retention
retirement retrieval returns reusable revolution revolutionize revolutionizing rewards rhyme rib ribbon rice riddle
rider riders ridge ring riot ripple rival river robin robot robotic robotics robots robust rock rod roof rookie rooms
root rope rose routes routine routing rover royal ruby rug ruin ruler rumor runtime runway rural rust saddle safely
safer safety sail saint salad salmon salt salute samples sand sandwich satellite satellites satin satisfaction sauce
sausage saves saving scalability scalable scales scan scans scar scarf scattered scenarios scene scenes scent
schedules scheduling schools science sciences scientific scientists scoop scooter scorpion scrap scraping scratch
scream screening scribe scripts scroll sea seamless seamlessly searches searching securely seeking segments selection
sellers semantic semi sends sensitive sensor sensors sentinel serial serverless serves servicing serving sessions
settle settlement shadow shapes sharing shark sheep sheesh shell shelter shield shifts shine shipments shipper
shippers shipping ships shirt shock shoe shoppers shopping shops shore shortages shout shovel showcase shower shrimp
shy sift sigh significant significantly silk silver simpler simplest simplicity simplifies simplify simplifying
simulate simulation simulations singer sir siren sister sit sits sizes skate skill skills skin skull sky slash sled
sleek slice slim sling slip slope slot sloth smarter smartphone smell smile smiles smoke snack snail snake snap snow
soap soccer sock soda sofa soil solar soldier solved solves solving song sonic sophisticated soul soup sour sourced
sources sourcing spaces spade sparrow speakers speaks spear specialized specialty speech spell sphere spice spider
spike spin spine spirit spoon sport sports spray spur squad squash squid squirrel stable stack stadium staffing stain
stair stall stamp standards stars statements static station stations statue staying stays steak steal steam steel stem
stew sting stock stocks stone stool stories storm stove strategies straw stream streaming streamline streamlined
streamlines streamlining streams stripe stronger structured structures student students studies studio study
submissions submit subscription subscriptions succeed sugar suggestions suite sultan summit sun supercharge superior
suppliers supplies supply supported supporting supports surface surfaces surge surgery surveys sustainability
sustainable swamp swan swarm sweat sweet swift swim swing swipe sword symbol sync syncs synthetic syrup tables tablet
tabs tackle tackling tags tail tailor tailored talent talented talon tank tap tape tar targeted targeting taste tastes
taxes tea teach teachers teaching tear technicians techniques technologies tedious telecom telehealth templates temple
tenants tens tent tepid terminal terminals texts therapeutic therapeutics therapies therapy thesis thorn thread
threads threats thrive throne throughput thunder thus ticket tickets tide tiger tile timber timely tin tissue toad
toast toe token tokens tomato tomb tone tongue tooling tooth topics torch tornado tower toy trace traces tracks
traction traders trades trading traditional traditionally traffic trail trained trains transaction transactional
transactions transfers transform transformation transforming transforms transition translate transparency transparent
transport transportation trap trash travel travelers tray treasure treasury treat treatment treatments trek tremendous
trends triage trials triangle tribe trick triggers trillion trolley troop trophy truck trucking trucks truly trumpet
trunk trusted tube tulip tuna tundra tunnel turkey turning turns turtle tusk tutor twig twin twist ultimate ultimately
uncle underlying underserved understanding understands underwriting unicorn unified unifies unify unique uniquely
universal universe universities unlimited unlock unlocking unlocks unparalleled unprecedented unstructured updating
upfront upload upsell uptime urban utilities utility utilization utilize validate validated validation valley values
vampire van vapor variants variety various vase vast vault vector vehicle vehicles veil velvet venom venture venues
verifiable verification verified verify versions vertical vertically vessels vest veteran vetted videos villa vine
vinyl violet viper viral virtual virtually virus visibility vision visitors visits visual visualize visually vital
voice volcano voyage vulnerabilities wafer wagon waist wallet wallets walnut wand wanna warehouses warrior wasp wasted
wasting water wax wealth wearable weather weave websites wedge weed wellness wheat wheel whip whisker whisper whistle
white whoa wholesale wide willow wind wing wink wizard wolf wombat women wood wool workflow workflows workforce
workloads workplace workspace worlds worm wren wrench writes www yard yarn yday yell yellow yest yield yikes zebra zen
zest zigzag zinc zipper
"""
"""Words of the trades that accounts are in, and ordinary things that companies like to be named after."""

FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""Words that hold a sentence together."""
COMMON_WORDS = FUNCTION_WORDS.union(_TALK.split(), _TRADE.split())
"""Words that turn up in anybody's message."""
