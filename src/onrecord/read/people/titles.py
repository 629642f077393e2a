"""What people, bodies and papers are called: the nouns behind "the Minister", "the ministry" and "the report"."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.read.people.lists import listed

_FAMILIES = {
    "minister": "secretary-general minister ministers minsiter minster cm secretary secretaries fm",
    "premier": "premier pm chancellor taoiseach",
    "president": "president presidents presidency",
    "leader": "leader leaders ruler strongman",
    "royal": "king queen prince princess emir sultan crown sheikh monarch royal emperor empress",
    "envoy": """envoy diplomat diplomats ambassador representative mediator negotiator consul emissary legate charge
        d'affaires""",
    "spokesperson": "spokesman spokeswoman spokesperson spox spokesmen spokespeople speaker-for",
    "chief": """chief head boss director chair chairman chairwoman chairperson chairlady convener convenor
        commissioner coordinator executive ceo founder principal manager owner governor
        administrator superintendent warden president-general commander-in-chief cfo coo""",
    "lawmaker": """senator congressman congresswoman representative mp lawmaker deputy legislator councillor councilor
        councilman councilwoman councilmember cr clr cllr ald mla mlc mna mk td assemblyman assemblywoman speaker
        parliamentarian mep peer alderman backbencher whip rep sen reps sens assemblymember delegate""",
    "mayor": "mayor mayoress provost",
    "governor": "governor gov govs prefect",
    "officer": """general colonel commander captain major lieutenant admiral sergeant officer marshal brigadier
        inspector constable sheriff detective superintendent corporal soldier policeman policewoman
        cop gen col capt lt sgt maj commodore trooper patrolman dcp acp ssp dsp
        dig adcp lt-gen lt-col brig cdr cmdr adm supt insp det cpl pte wpc""",
    "lawyer": """lawyer attorney counsel prosecutor solicitor barrister judge justice magistrate ombudsman litigator
        notary""",
    "scholar": """professor prof doctor dr expert analyst scientist researcher historian economist biologist geologist
        hydrologist astronomer engineer scholar academic physicist chemist epidemiologist surveyor
        strategist consultant fellow lecturer pollster surgeon physician psychologist sociologist
        meteorologist architect archaeologist agronomist virologist oceanographer""",
    "cleric": """archbishop bishop pope priest imam rabbi pastor reverend cardinal cleric ayatollah patriarch rev
        father canon archdeacon deacon vicar curate prebendary prelate clergyman clergywoman churchman
        pontiff primate chaplain abbot abbess monsignor""",
    "activist": """activist campaigner advocate organizer organiser lobbyist unionist protester whistleblower dissident
        insider volunteer monitor observer""",
    "candidate": "candidate nominee contender frontrunner hopeful challenger incumbent",
    "press": """journalist reporter correspondent editor columnist anchor commentator presenter author writer
        blogger interviewer broadcaster moderator publisher pundit""",
    "trader": """banker businessman businesswoman entrepreneur tycoon magnate billionaire investor financier
        shipowner trader broker industrialist mogul baron shareholder""",
    "worker": """farmer teacher nurse driver fisherman skipper miner grower vet coach player trainer pilot sailor
        clerk shopkeeper baker butcher builder electrician plumber carpenter mechanic steward
        stewardess warden ranger keeper gardener musician singer actor actress artist painter poet
        novelist designer student pupil schoolteacher headteacher headmaster headmistress librarian
        midwife paramedic firefighter waiter waitress householder commoner agent landlord landlady
        tenant""",
    "staff": """aide adviser advisor assistant official counsellor counselor treasurer registrar auditor controller
        comptroller planner strategist trustee undersecretary under-secretary""",
    "citizen": """resident neighbour neighbor mother father mum dad mom gran granny grandad parent pensioner
        grandmother grandfather widow
        widower wife husband son daughter brother sister victim witness survivor veteran voter
        refugee villager woman man boy girl teenager native""",
}  # fmt: skip
FAMILY: dict[str, str] = {word: family for family, words in _FAMILIES.items() for word in words.split()}

# Roles that a plain noun also covers: "the minister" may be a foreign secretary, "the leader" a president.
KIN: dict[str, frozenset[str]] = {
    "minister": frozenset({"premier"}),
    "envoy": frozenset({"chief", "staff"}),
    "leader": frozenset({"president", "premier", "royal", "chief", "minister", "candidate", "activist", "lawmaker"}),
    "president": frozenset({"leader", "chief"}),
    "premier": frozenset({"leader"}),
    "royal": frozenset({"leader"}),
    "chief": frozenset({"leader", "officer", "governor", "staff", "president", "trader", "scholar", "mayor"}),
    "governor": frozenset({"chief", "leader"}),
    "mayor": frozenset({"leader", "chief"}),
    "officer": frozenset({"chief"}),
    "lawmaker": frozenset({"leader", "candidate"}),
    "candidate": frozenset({"leader", "lawmaker", "president", "governor"}),
    "trader": frozenset({"chief"}),
    "worker": frozenset({"trader", "citizen"}),
    "scholar": frozenset({"chief", "staff"}),
    "staff": frozenset({"chief", "spokesperson"}),
    "activist": frozenset({"leader", "chief"}),
}

FEMALE_NOUNS = listed("""
    gran granny spokeswoman chairwoman chairlady congresswoman councilwoman assemblywoman policewoman businesswoman
    mayoress queen princess empress hostess mother mum mom grandmother widow wife daughter sister woman girl actress
    waitress stewardess landlady headmistress midwife bombshell lady duchess baroness mother-of-two mum-of-four
    blonde lady heiress starlet ballerina
    """)
MALE_NOUNS = listed("""
    spokesman chairman congressman councilman assemblyman policeman businessman king prince emir sultan sheikh
    emperor father dad grandad grandfather widower husband son brother man boy pope priest imam archbishop cardinal
    patriarch fisherman headmaster landlord waiter lord duke baron statesman hunk gentleman toff batsman
    """)
_HONORIFICS = {
    "m": """mr mister sir lord messrs shri haji hajj sayyid ustad pak herr monsieur señor
        signor don pan bey sayed mullah maulana brother
        encik bapak mallam malam mzee""",
    "f": """mrs ms miss madam madame lady dame datin smt ibu frau señora signora doña daw pani sister puan hajia
        hajiya alhaja mme mlle tmt shrimati kumari fru frk sra srta""",
    "": """ven eng amb atty rt
        dr prof profs hon excellency honourable comrade tun tan sri datuk dato dato' khun hon'ble st h.e hrh
        cr clr cllr ald engr barr alhaji pharm surv otunba oba eze mwalimu lic dott tengku tuan cik
        toh thiru msgr mgr retd ret'd""",
}
HONORIFICS: dict[str, str] = {word: gender for gender, words in _HONORIFICS.items() for word in words.split()}

# Words that may stand before or inside a title and never in a name.
TITLE_WORDS = listed("""
    foreign prime deputy vice acting former ex interior home defence defense finance energy trade transport
    health justice education culture agriculture environment economy economic labour labor industry information
    fisheries tourism external affairs internal national regional general senior junior first second assistant
    special permanent high state federal union visiting outgoing incoming chief executive managing joint co lead
    leading opposition government cabinet party security nuclear police army navy military presidential
    ministerial royal late then exiled veteran longtime supreme human rights expatriates water mining arts
    ecology climate cyber press council political public local county city town district provincial departmental
    shadow under principal honorary attorney solicitor crown grand resettlement borderlands commerce planning
    development interim caretaker retired elder head republican democratic democrat independent conservative
    liberal socialist communist green gop
    relations cooperation mineral minerals wealth petroleum natural resources infrastructure reconstruction migration
    immigration customs aviation shipping ports railways roads works housing pensions employment investment
    science technology digital communications telecommunications sport sports youth welfare social religious
    heritage antiquities forestry livestock irrigation maritime emergency emergencies rural urban
    """)  # fmt: skip
# What a minister is minister of.
PORTFOLIOS = listed("""
    foreign interior home defence defense finance energy trade transport health justice education culture agriculture
    environment economy labour labor industry information fisheries tourism external affairs
    """)
RELATIONAL = listed("""
    counterpart counterparts colleague opposite homologue host hostess guest interlocutor rival arch-rival
    partner visitor ally opponent peer neighbour neighbor
    """)

# A firm by its trade, in small letters.
FIRM_NOUNS = listed(
    """
    lender brewer brewery retailer carmaker automaker drugmaker chipmaker planemaker steelmaker shipbuilder homebuilder
    housebuilder insurer manufacturer producer carrier utility conglomerate startup start-up airline shipyard refiner
    wholesaler distributor exporter importer supermarket chain dealership subsidiary
    """
)

# What the name of a firm ends with and a minister's office may too.
FIRM_ENDINGS = listed("works foods holdings industries logistics shipyards brewery foundry motors bakeries")

ORG_NOUNS = listed("""
    ministry ministries office authority agency council commission committee board union federation association
    society trust forum mission bank court bench parliament assembly senate congress house cabinet government
    administration department institute institution university college school hospital company corporation corp
    inc ltd plc firm group party movement front coalition alliance league club police army navy force forces
    command bureau directorate secretariat embassy consulate delegation presidency palace kremlin organization
    organisation organizations network service services charity foundation fund centre center think-tank
    thinktank observatory watchdog regulator newspaper paper daily weekly tribune times post herald gazette news
    magazine broadcaster channel station operator railways airline airlines airways consortium conference
    chamber tribunal inspectorate militia brigade guard guards syndicate cooperative museum theatre church synod
    diocese lobby campaign caucus wing exchange treasury legislature bloc community lab laboratory registry
    radio television wire sentinel chronicle courier telegraph
    steel energy media press junta regime
    republic kingdom organiser pulse region branch team panel
    """)
# Words that end the name of a body and are also everyday words: bodies only with a capital.
WEAK_ORG_NOUNS = listed("""
    front force forces house times post news energy press media campaign guard team community region branch wing
    pulse steel daily weekly paper conference center centre service services exchange republic kingdom lobby
    station channel command organiser group panel radio television wire sentinel chronicle courier
    telegraph
    """)
DOCUMENT_NOUNS = listed("""
    report study survey poll communique communiqué statement document text accord agreement treaty law bill
    decree paper findings flyers flyer leaflet handbook bylaws register chart map letter memo memorandum
    resolution declaration transcript release article book analysis audit review assessment filing lawsuit
    complaint indictment ruling order budget figures data statistics records record email emails e-mail note
    notice charter constitution verdict rules regulations terms manifesto editorial tweets ads advertisements
    commercial slide slides proposals proposal message messages program programme remarks speech speeches op-ed
    column interview comments questionnaire letters books memos plans writings manifesto editorial list table
    dossier file files petition investigation inquiry research census summary tweet post ad advert advertisement
    video website page story pamphlet readout bulletin contract protocol convention plan
    judgment judgement rulebook paperwork guidance guidelines filings
    reply advisory diary posting circular affidavit placard banner
    """)
GROUP_NOUNS = listed("""
    officials analysts experts insiders sources observers critics people residents others some many several most
    diplomats aides lawmakers politicians ministers leaders reporters journalists activists protesters
    supporters opponents voters workers drivers farmers fishermen engineers officers soldiers witnesses
    neighbours neighbors delegates captains insurers economists scientists researchers lawyers prosecutors
    investigators authorities republicans democrats americans conservatives liberals tories greens members
    partners allies colleagues rebels militants fighters parties sides countries states unions hosts whips
    auditors groups source companies organizations commentators judges senators governors mayors executives
    traders investors doctors nurses parents teachers students locals villagers families relatives friends
    rivals candidates advocates historians scholars women men they both rumours reports media newspapers polls
    few none one anyone everyone nobody question everybody you those these said all staff personnel
    crew crews inspectors opposition
    """)

_SOMEBODY = re.compile(r"(?:[^aeiou]er|or|ist|ian|man|woman|year-old|in-chief|star|hand|bombshell)$")
_THINGS = listed(
    """
    matter number letter order paper tower river water power offer answer center centre door floor error factor
    sector humor quarter chapter corner border summer winter newspaper twitter register charter banner computer
    paper dinner minor color honor labor labour favor major other former latter chamber master weather disaster
    encounter monster corridor mirror horror terror flavor vapor harbor harbour rumor rumour behaviour shore
    demand command
    """
)  # fmt: skip
# What somebody is called who has been told of before, by his case, his sport or the whim of a tabloid.
EPITHETS = listed(
    """
    accused defendant plaintiff claimant appellant applicant complainant petitioner suspect convict culprit offender
    hunk toff mouthpiece firebrand heavyweight veteran star starlet ace champ champion winner loser lady gentleman
    chef cook referee umpire rescuer goalie ex-goalie goalkeeper keeper striker midfielder defender winger skipper
    batsman bowler sprinter jockey footballer cricketer comedian comic rapper drummer dancer filmmaker playwright
    translator interpreter lifeguard technician climber guide diver hotelier publican winemaker beekeeper shepherd
    herder docker welder barber hairdresser grocer florist curator bursar dean rector chancellor nominee
    stalwart loyalist maverick hardliner moderate backbencher frontbencher supremo honcho guru wunderkind
    octogenarian septuagenarian nonagenarian centenarian sexagenarian multimillionaire heir heiress laureate recluse
    deponent testator trailblazer loudmouth has-been
    """
)


@lru_cache(maxsize=8192)
def head_family(word: str) -> str | None:
    """The family of roles that a noun names, also by the last part of a compound ("vice-president")."""
    lowered = word.lower().strip(".")
    if lowered in FAMILY:
        return FAMILY[lowered]
    if lowered.endswith(("ologist", "specialist")):
        return "scholar"
    tail = lowered.rsplit("-", 1)[-1]
    return FAMILY.get(tail) if tail != lowered else None


@lru_cache(maxsize=8192)
def names_somebody(word: str) -> bool:
    """Whether a noun looks like one for a person: "the grower", "the 70-year-old", "the mum-of-four"."""
    lowered = word.lower()
    if head_family(lowered) or head_family(lowered.split("-", 1)[0]) or noun_gender(lowered):
        return True
    return lowered in EPITHETS or (bool(_SOMEBODY.search(lowered)) and lowered not in _THINGS)


@lru_cache(maxsize=8192)
def noun_gender(word: str) -> str:
    """`m` or `f` for a noun that says it ("spokeswoman", "mum-of-four"), else an empty string."""
    lowered = word.lower()
    parts = {lowered, *lowered.split("-")}
    if parts & FEMALE_NOUNS:
        return "f"
    return "m" if parts & MALE_NOUNS else ""


# Words of places, things and peoples: a capitalised run with one of them is no person unless a title says so.
NETWORKS = listed("facebook twitter youtube google")
NOT_PERSON = listed(
    """
    county city street avenue road river lake sea ocean mountain mountains island islands valley bay gulf cape
    port republican republicans democrat democrats democratic north south east west northern southern eastern
    western central act law plan deal agreement treaty protocol accord war day week year summit games cup prize
    award awards bill amendment project program initiative union square tower building hall airport station
    bridge dam park castle abbey cathedral american americans european europeans african asian african-american
    african-americans hispanic latino muslim muslims christian christians jewish catholic evangelical facebook twitter
    youtube google universe olympics christmas easter ramadan english french german chinese russian medicare medicaid
    obamacare brexit
    """
)  # fmt: skip
