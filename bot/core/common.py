"""Common words: those that turn up in anybody's message and therefore prove nothing by themselves.

A real account may be called Every, Ready or Stage. A lower-case "ready" in the middle of a message is no reason to think
of it. A word in this list counts as a name only where a name is expected.
"""

FUNCTION_WORDS = frozenset(
    """
a about above across after again against ago all almost along already also although always am among an and another any
anybody anyone anything are around as at away back be because been before behind being below beside besides between
beyond both but by can could did do does doing done down during each either else enough etc even ever every everybody
everyone everything except few for from further had has have having he hence her here hers herself him himself his how
however i if in indeed inside instead into is it its itself just least less lot lots many may maybe me mere might mine
more most mostly much must my myself near neither never next no nobody none nor not nothing now nowhere of off often on
once one ones only onto or other others otherwise ought our ours ourselves out outside over own per perhaps please quite
rather really same several shall she should since so some somebody someone something sometimes somewhere soon still such
than that the their theirs them themselves then there therefore these they this those though through throughout till to
together too toward towards under unless until up upon us very via was we were what whatever when whenever where wherever
whether which while who whoever whole whom whose why will with within without would yes yet you your yours yourself 's
""".split()
)
"""Words that hold a sentence together."""

COMMON_WORDS = FUNCTION_WORDS | frozenset(
    """
able absolutely accept accepted access according account accounts across act action active actual actually add added
admin advice afternoon agenda agree agreed ahead ai alive alone alright amazing amount analytics annual annually answer
answered answering answers anyway api app apparently apply approach approval approve approved apps area arr article asap
aside ask asked asking asks asset assets assume attach average avoid awake award aware awareness awesome
baby bad balance ball bank base based basic basically bd become been begin being believe benefit best bet better big
bigger bill billing billion bit bits black blog blue board body book booked booking books bottom bought box boss brand
break brief briefing briefings briefly bring broad bucks bud budget budgets build building built bump bunch business
businesses busy buy buyer buyers buying bye
calendar call called calling calls came campaign cancel car card care careful cargo case cases cash cause ceo certain
certainly cfo champion chance change changed changes changing channel chart charge chase chasing chat cheap cheaper check
checked checking checks cheers chief choice choose cio city claim class clean clear clearly click client clients close
closed closely closer closing cloud cmo coast code coffee coin cold color come comes comfortable coming comment commercial
commit common companies company compare compared compete competing competition competitor competitors complete completely
compliance concern concerned concerns confident confirm confirmed confused connect consider considering consultant
contact contacts content continue contract contracts conversation convince cook cool copy core corp corporate correct cost
costly costs could count country couple course cover cpo create created credit crew crm cro crm criteria cto current
currently custom customer customers cut cycle
daily data date dates day days dead deadline deal deals dear debrief decide decided decider decides deciding decision
decisions deck deep default definitely delay delete deliver delivery demand demo demos depends desk detail details dev
develop developers did die differ difference different difficult dig digital dinner direct direction director discovery
discuss discussed discussing dive doc docs document dollar dollars domain door double doubt down downtime draft drag dream
drive drop dropped due dude dump dunno
early earn ease easily east easy edge edit either email emails emea employee employees end ended ending engage engineer
engineering engineers enjoy enter enterprise entire entry equal error especially estimate euro euros evaluate evaluated
evaluating evening event events eventually ever exact exactly example examples excellent excited exec execs executive
exist existing exists expand expect expected expecting expensive experience expert explain exploring export express extra
eye eyes
face fact fail failed fair fairly fall family fan far fast faster favorite fear feature features feedback feel feeling
feels felt field fig figure figured file fill final finally finance financial find finding fine finish finished fire firm
firms first fiscal fit fits five fix fixed flag flat flex flip float floor flow fly focal focus focused folks follow
followed following followup food forecast forecasts forget form formal former forum forward found founded founder founders
four frame france free freeze french fresh friday friend friends front fulfil full fully fun fund funded funding funnel
further future fyi fyr
gain game gap gaps gather gave general generally get gets getting gift give given gives giving glad go goal goals goes
going gold gone good got gotten government grab grade grand great green grey ground group groups grow growing grown growth
guess guide guy guys
hah haha half hand handle hands happen happened happening happens happy hard hardly hate haven head headcount heads
headquarters health healthcare hear heard heart heavily heavy hello help helped helpful helping helps hesitant hey hi high
higher highly hire hired hiring history hit hmm hold holding home honest honestly hook hope hopefully hoping hot hotel
hour hours house hq hr huge human hundred hype
icp icps idea ideal ideally ideas identify imagine impact implement implementation important improve inbound inc include
included includes including income increase index industry info inform information infra initial initiative input inside
insight insights install instead insurance integrate integration intel intend interest interested interesting internal
internally interview interviews intro introduce introduction invest investment investor investors invoice involve involved
issue issues item items
jan job jobs join joined joint joy jump june july just
keen keep keeping keeps key kick kickoff kicked kidding kind kinda knew know knowing known knows
lab labs lack lacks land large larger last late lately later latest launch launched law layer layoffs lead leader leaders
leadership leads league lean learn learned learning least leave leaving left legacy legal length let letter level liable
license life light like liked likely likes limit limited line link linkedin list listen literally little live lives living
load loads local locate located location locations log logged logging logistics lol long longer look looked looking looks
loop lose losing loss lost lot lots love loved loves low lower luck lucky lunch
made magic mail main mainly maintain major make maker makers makes making manage managed management manager managers
manual manually map mark market marketing markets mass match matched matches material matter matters mature maturity max
maybe mean meaning means meant media medium meet meeting meetings member members memo mention mentioned mentions mess
message messages met method middle might mild million millions min mind mine minimum minor minute minutes miss missed
missing mission mixed mobile mode model modern moment monday money month monthly months mood morning motion motivated move
moved moving much mutual
name named names nature near nearly necessary need needed needs negative negotiate negotiation network new news next nice
nicely night nine nobody noise none nope normal normally north note noted notes notice number numbers
objection objections obvious obviously odd offer offered offering offers office offices official oh ok okay old one online
onboarding onto open opened opening operate operating operations ops opinion opportunity option options order org
organization original other outcome outlook outreach overall overview own owned owner owners
pace page paid pain pains panel paper papers paperwork parent park part partly partner partners parts party pass passed
past path patient pay paying payment pays peer pending people per percent perfect perhaps period person persona personas
personally phase phone pick picked picture piece pilot ping pipeline pitch place plan planned planning plans platform play
playbook please plus point points policy poll pool poor pop portal position positive possible possibly post potential
pound pounds power practice pre prefer prep prepare prepared prepping present presentation president press pressure pretty
previous previously price prices pricey pricing primary prime print prior priorities priority private pro probably problem
problems process procurement product production productive products professional profile profit profitable program
progress project projects promise promising proof proper properly proposal propose prospect prospecting prospects prove
provide provider provides public pull pulse purchase purchased pure purpose pursue pursuing push pushed put
qualified qualify qualifying qualification quality quarter quarterly quarters quest question questions quick quickly quiet
quit quite quote
race raise raised raising ran random range rate rates rating reach reached react read reading ready real reality realize
reason reasons recap receive received recent recently recommend record red reduce reference region regional regular
regulated regulation reject related relationship release relevant remember remind reminder remote renew renewal renewals
rep repeat reply report reporting reports reps request require required requirement requirements research resource
resources respond response rest result results retail return rev revenue reverse review reviews revisit rfp rich rid right
rise risk risks risky road roadmap rocket roi role roles roll rolling room rough roughly round route row rule rules run
running runs rush
saas safe said salary sale sales same sample sandbox satisfied saturday save saved savings savvy saw say saying says scale
scaled scaling scared schedule scheduled school scope score scores scout screen seal search season seat seats second
secondary seconds section sector secure secured security see seed seeing seem seems seen segment select self sell seller
selling sells send sending senior sense sent separate series serious seriously serve served server servers service services
session set sets setting setup seven several severe sf shape shaping share shared sharp shift ship shipped shop short
shortly shot show showed showing shown shows shrinking sick side sign signal signals signed signing similar simple simply
since single site sites sitting situation six size sized skeptical skip slack sleep slide slides slightly slow slowly small
smaller smart smb smooth social soft software sold sole solid solo solution solutions solve sometime sorry sort sound
sounds source south space spark speak speaking special specific specifically speed spend spending spent spoke spot spread
spring sprint square staff stage stages stake stakeholder stakeholders stand standard standing star start started starting
starts startup startups state stated states status stay steady steep step steps stick sticking still stop stopped storage
store stores story straight strategic strategy street stress strong structure struggle struggling stuck stuff style subject
success successful such suggest suggested suit summary summer sunday super supplier support supposed sure surely surprise
surprised survey switch switched switching system systems
table tag take taken takes taking talk talked talking talks tall target targets task tasks tax team teams tech technical
technically technology tell telling tells temp ten tend term terms terrible territory test tested testing tests text than
thank thanks that theme theory thing things think thinking third thought thoughts thousand thousands three thrilled
throw thursday thx tier tight time timeline timelines times timing tiny tip tired title today together told tomorrow ton
tonight tons took tool tools top total totally touch tough tour track tracking trade train training transfer tree trend
trial tried trigger trip trouble true trust truth try trying tuesday turn turned turnover twice two type types typical
typically
uk ultra uncertain unclear uncomfortable understand understood unfortunately unhappy unit units university unknown unlike
unlikely unsure update updated updates upgrade upset urgency urgent usa usage use used useful user users uses using usual
usually
vague valid valuable value valued vary vendor vendors verdict version versus via vibe video view views visit void volume vp
vs
wait waiting wake walk wall want wanted wants warehouse warm warning wary waste watch wave way ways weak web website
wednesday week weekend weekly weeks weird welcome well went west wife willing win window winner winning wins winter wire
wise wish won wonder wondering word words work worked workers working works workshop world worldwide worried worry worse
worst worth worthwhile worthy wow wrap write writing written wrong wrote
yeah year yearly years yep yesterday yo young yup zero zone zoom gmail teams meet
zip folder sheet spreadsheet spreadsheets excel crazy wild insane brutal stoked pumped bummer ugh argh meh eh uh um lmk
btw imo imho tbh afaik iirc tldr tl dr ps cc eod eow eoq ytd yoy mom qoq kpi okr sdr ae bdr csm poc pov sow msa nda rfi sla
""".split()
)
"""Words that turn up in anybody's message."""
