"""Words that help to tell an occasion, in groups: who listens, what was held, where one speaks, on what one writes.

A group alone tells nothing ("a letter", "the hall"); how much each counts beside which verb and preposition is fitted
(`training/occasions.py`).
"""

from __future__ import annotations

_GROUPS: dict[str, str] = {
    "press": """reporters reporter journalists journalist newsmen newsman newspeople newswomen newspersons pressmen
        correspondents correspondent hacks press media cameras microphones microphone mics crews lobby scribes
        newshounds columnists photographers broadcasters newspapermen pack newsroom editors paparazzi lenses
        flashbulbs newspapers outlets agencies stringers pool cameramen mediamen stations camera-crews
        journos newsgatherers commentators dictaphones recorders""",
    "crowd": """crowd crowds audience supporters activists delegates faithful members congregation parishioners
        worshippers mourners students graduates pupils shareholders stockholders investors bankers villagers
        residents locals townspeople farmers workers strikers protesters demonstrators marchers troops soldiers
        cadets recruits sailors veterans guests diners donors voters people fans players teammates staff
        employees tenants neighbours pensioners unionists executives pilgrims miners fishermen dockers gathering
        everyone nation listeners viewers squad class party convention constituents volunteers believers invitees
        academics businessmen entrepreneurs industrialists pickets picket picketers onlookers bystanders well-wishers
        shoppers commuters passengers survivors families relatives parents teachers nurses doctors drivers
        fishers peasants growers traders shopkeepers landlords bosses attendees participants conference-goers
        partygoers thousands hundreds scores dozens loyalists followers rank-and-file comrades countrymen citizens
        scientists lawyers engineers economists historians scholars apprentices schoolchildren children alumni
        undergraduates freshmen officers policemen firefighters crew crews crewmen deckhands drinkers punters
        ticket-holders regulars ramblers campers refugees exiles widows orphans clergy bishops monks nuns
        assembled multitude throng turnout house-full spectators crowds-people jubilant-crowd taxpayers homeowners
        ratepayers leaseholders stallholders creditors members-only party-goers half-time""",
    "chamber": """parliament assembly senate house chamber legislature council commons lords mps mp deputies lawmakers
        legislators senators congressmen councillors aldermen peers plenary caucus benches bench despatch dispatch
        floor parliamentarians representatives duma knesset diet sejm riksdag bundestag congress cortes folketing
        storting rada dáil seanad stortinget majlis lok sabha soviet synod consistory county-council backbenchers
        crossbenches frontbench cabinet-room
        bourgeoisie lok-sabha statehouse capitol lower-house upper-house municipality""",
    "panel": """committee subcommittee panel inquiry hearing commission board select-committee sub-committee
        working-group task-force taskforce jury-panel ombudsman watchdog regulator rapporteurs inspectors
        investigators examiners auditors tribunal-panel standing-committee""",
    "court": """court courtroom tribunal jury jurors judge judges magistrate magistrates inquest trial coroner dock
        prosecutors witness-box sheriff assizes arraignment sentencing bail""",
    "us": "me us",
    "paper": """newspaper paper correspondent reporter magazine weekly daily tabloid agency outlet herald courier
        gazette tribune mail guardian mirror star sun observer chronicle journal examiner bugle clarion sentinel
        echo argus globe inquirer ledger telegraph times post bulletin newswire newsletter broadsheet news
        quarterly digest monitor bell beacon wire review portal website-news citizen advertiser standard express
        record register mercury independent argus-leader voice dispatch press-agency tablet spectator economist
        monthly fortnightly biweekly supplement evening-paper zeitung sport diario messenger sentinel-tribune
        banner advocate crier packet intelligencer recorder reporter-herald tidings scotsman""",
    "air": """programme program show radio television tv telly podcast station channel broadcaster network sofa studio
        airwaves documentary presenter host interviewer phone-in breakfast couch fm newsnight anchor anchorman
        anchorwoman moderator talkshow talk-show livestream webcast newscast broadcast-house call-in vodcast
        stream episode airtime newsreader dj talk-radio prime-time primetime teleprompter drive-time bulletins
        co-host quizmaster newsroom-studio webinar""",
    "chat": """interview interviews conversation chat sit-down sitdown questionnaire interviewed profile tête-à-tête
        interviewing heart-to-heart q&a portrait walkabout conversations""",
    "talk": """speech address remarks sermon homily eulogy lecture keynote toast testimony oration tribute harangue
        broadcast inaugural monologue tirade valedictory presentation evidence argument submission speeches addresses
        lectures sermons toasts peroration rallying-cry prayer benediction blessing invocation welcome-address
        intervention reply rebuttal pitch sales-pitch pep-talk team-talk talk talks-to lesson masterclass recital
        reading plea statement-to-the-house budget-speech concession victory-speech acceptance farewell
        commentary opening-statement closing-statement soliloquy ted-talk stump broadside""",
    "platform": """podium lectern rostrum pulpit stage dock balcony steps platform soapbox loudspeaker megaphone lorry
        truck bandstand dais tribune bonnet bullhorn tannoy microphone-stand altar flatbed barricade cart crate
        trailer plinth hustings-stage dispatch-box despatch-box loudhailer back-of-a-truck roof pickup""",
    "rite": """ceremony convention congress conference inauguration funeral service graduation commencement banquet
        gala dinner fundraiser vigil march protest demonstration parade unveiling opening launch anniversary
        commemoration memorial monument debate sitting hustings rally forum symposium seminar summit
        exhibition festival fair wedding wake mass prayers reunion reception luncheon supper celebration
        celebrations picnic event assembly hearing townhall plenary workshop prize-giving burial graveside
        requiem sit-in walkout picket strike-rally teach-in blockade jamboree show-and-tell expo premiere
        screening signing book-launch auction regatta harvest-supper fete fête open-day jubilee centenary
        bicentenary coronation baptism christening confirmation ordination enthronement installation handover
        swearing-in oath-taking passing-out homecoming procession pilgrimage remembrance wreath-laying
        groundbreaking ground-breaking ribbon-cutting topping-out christenings launching naming dedication
        consecration awards gongs gala-night roast quiz-night bonfire barbecue tea-party hackathon conclave
        colloquium lecture-series roadshow stopover campaign-stop whistle-stop stop meet-and-greet motorcade
        anniversary-dinner farewell-dinner AGM agm egm annual general-meeting congresses conferences""",
    "meet": """meeting meetings talks negotiations consultations encounter audience reception session summit discussion
        discussions exchange deliberations retreat parley roundtable round dialogue bilateral trilateral huddle
        lunch tea breakfast luncheon visit call courtesy tête-à-tête face-to-face sit-down powwow get-together
        quadrilateral plurilateral mediation arbitration-talks séance working-lunch working-dinner workshop sessions
        consultation negotiation sidelines margins pull-aside colloquy conclave rendezvous reunion interview
        bargaining conciliation pre-meeting informal brush-by exchange-of-views proximity quorum sitting sittings
        conference-table away-day""",
    "envoy": """guest guests counterpart counterparts colleague envoy ambassador ambassadors delegation delegations
        visitor visitors host hosts interlocutor interlocutors opposite premier president minister chairman
        chief secretary head leader leaders king emir prince chargé negotiators mediators mediator diplomats
        chancellor queen sultan pope patriarch governor mayor commissioner foreign-minister secretary-general
        consul nuncio legate emissary emissaries plenipotentiary heads ministers presidents premiers parties
        sides delegates rivals""",
    "inner": """cabinet colleagues ministers aides allies government governors commissioners directors partners
        leadership staff confidants advisers generals politburo praesidium presidium whips trustees elders
        executive management bosses council-of-ministers lieutenants cabinet-colleagues inner-circle friends
        insiders managers owners clubs captains coaches teammates regents vestry chapter""",
    "phone": """phone telephone phonecall videoconference hotline teleconference handset mobile landline receiver
        cellphone""",
    "call": "call calls video line videolink video-link video-call satellite zoom teams skype link hook-up linkup",
    "presscon": """presser conference availability stakeout appearance pressroom press-room media-day unveiling
        press-centre post-match pre-match post-race debrief""",
    "brief": """briefing briefings doorstep scrum huddle gaggle impromptu update bulletin backgrounder readout
        debriefing walkabout soundbite situation-report sitrep teach-in""",
    "letter": """statement statements letter letters email emails e-mail e-mails mail note notice memo memorandum
        message release communique communiqué circular declaration telegram cable dispatch text petition appeal filing
        submission reply response pamphlet leaflet verbale missive epistle affidavit resolution handout
        manifesto testament protest rejoinder advisory alert warning-notice answer answers replies responses comment
        postcard telex fax chit postscript dossier deposition brief complaint writ summons ultimatum open-letter
        flyer poster placard banner-text notice-board encyclical bull pastoral edict proclamation bulletin-notice
        apology denial clarification correction retraction announcement invitation round-robin newsletter-note
        certificate correspondence letter-writer messages texts memos notes clarifications readout press-release
        wire-message dispatches prospectus covering-letter cover-letter""",
    "online": """post posts tweet tweets thread blog facebook twitter instagram telegram x account feed website site
        online page video clip reel vlog channel socials platform tiktok youtube linkedin mastodon bluesky threads
        whatsapp weibo wechat snapchat reddit substack app timeline handle story status profile hashtag livestream
        message-board forum-post comment-section web homepage internet social screenshot selfie footage recording
        voice-note voicemail audio posting postings network chat-group group-chat""",
    "article": """column op-ed essay article book memoir memoirs diary opinion foreword piece autobiography editorial
        pamphlet biography journal novel preface afterword chapter paper study obituary review commentary
        diaries blog-post monograph introduction thesis""",
    "venue": """hotel ballroom garden kitchen cafe café steps gate gates airport runway tarmac corridor car home quay
        pub harbour office residence palace villa doorstep stairs courtyard lawn terrace garage clubhouse
        tunnel dugout dockside headquarters hq embassy town gym church square stadium theatre library hospital
        hall room bar restaurant boat ship deck bridge porch bedside hospital-bed bench park pier jetty beach farm
        barn field greenhouse workshop factory shop bakery market stall studio-flat flat house living-room parlour
        sitting-room hallway entrance forecourt car-park pavement kerb street roadside station platform train bus
        plane taxi van ambulance tent camp site ruins mine pithead trench checkpoint border crossing command-post
        base barracks cell prison jail school classroom canteen mosque temple chapel crypt vestry cathedral museum
        gallery arena pitch touchline paddock mixed-zone zone pits locker-room dressing-room changing-room
        yard shipyard dock depot warehouse control-room shed hut hide club casino foyer reception landing scene""",
    "meal": "tea coffee lunch dinner breakfast drinks wine beer supper plate cigarette cup glass pint soup whisky",
    "question": "question questions query queries inquiry inquiries enquiry enquiries answer answering answered",
}
_VERBS: dict[str, str] = {
    "tell": """told tells telling tell assured assures assuring informed informs informing reminded reminding reminds
        warned warns warning updated updating address addressed addressing addresses briefed briefs briefing lectured
        urged urges urging confided confiding promised implored harangued begged regaled notified advised instructing
        instructed cautioned exhorted lectured tells_ entertained berated scolded thanked thanking greeted invited
        preached confessed relayed related recounted""",
    "say": """said says saying say announced declares declared barked joked quipped snapped remarked repeated thundered
        roared shouted claimed insisted insists admitted admits added adds bragged boasted fumed stormed blasted replied
        replies answered responded retorted stated states stressed revealed reveals disclosed confessed maintained
        acknowledged conceded conceding noted argued vowed promised pledged apologised apologized rejected denied denies
        dismissed call called calling describing described describes accused accusing demanded demands defended
        recalled recalling explained explains outlined underlined reiterated affirmed confirmed confirms complained
        lamented mused predicted whispered muttered sobbed cried laughed sighed suggested hinted indicated proposed
        objected protested contended countered shot hit fired lashed praised hailed thanked condemned ruled refused
        told_ commented observed exclaimed voiced expressed conveyed wished paid welcomed spoke_ swore challenged""",
    "speak": """spoke speaking speaks speak talked talking talks chatted chatting appeared appearing appears testified
        testifying testify stood stands rose rising sat sitting deposed deposing held-forth orated preached preaching
        lectured lecturing guested featuring featured""",
    "face": """faced facing faces face fielded fielding fields took takes taking take cornered grilled quizzed
        pressed summoned emerged emerging confronted mobbed besieged surrounded buttonholed doorstepped waylaid
        intercepted stopped stopping approached caught collared ambushed""",
    "ask": "asked asks asking questioned questioning quizzed invited pressed challenged prompted wondered put",
    "meet": """met meets meeting meet sat conferred confer huddled convened convene gathered assembled sat-down
        visited visiting visits called-on""",
    "receive": """received receives receiving welcomed welcomes welcoming hosted hosts hosting greeted
        entertained granted invited""",
    "hold": """held hold holds holding chaired chairs chairing attended attending organised organized staged hosted
        convened convenes had has have having gave gives giving give delivered delivers delivering deliver made makes
        making used uses using opened opens opening closed closes closing concluded concluding wound winding began
        begins beginning started starting resumed resuming joined joining interrupted interrupting took""",
    "write": """wrote writes writing write written posted posts posting tweeted tweets tweeting texted emailed e-mailed
        mailed published publishes publishing issued issues issuing released releases releasing penned blogged
        circulated signed cabled wired uploaded streamed shared shares sharing sent sends sending put messaged pinned
        scrawled drafted addressed dated faxed telegraphed typed printed distributed handed pushed filed submitted""",
    "read": """read reads ran runs goes quoted quotes cited citing carried carries contains contained concluded
        concludes went begins ends continues stated warns""",
    "ring": """phoned phones phoning telephoned rang rings ringing calling dialled reached contacted called calls dialed
        hung""",
    "hear": "heard hears hearing listened watched listening applauded cheered jeered booed",
    "occur": """lasted lasts followed follows ended ends ended began begins came comes opened went produced drew brought
        turned dealt focused centred touched covered dragged took""",
    "fail": """cancelled canceled postponed adjourned scrapped abandoned collapsed stalled failed broke delayed put
        called-off declined refused refusing never avoided skipped missed boycotted leaked""",
    "obtain": "seen obtained leaked reviewed got shown found showed shows acquired intercepted unearthed",
    "go": """left leaving leaves arrived arriving arrives arrival departure landed landing boarded boarding emerged
        entering entered returned returning back walked strode climbed stepped way""",
}


def _by_word(groups: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group, words in groups.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), group)
    return found


# The groups of a word, by the word in small letters.
NOUNS = _by_word(_GROUPS)
VERBS = _by_word(_VERBS)
# What an adjective or a noun before another says of it.
KINDS = _by_word(
    {
        "press": "press news media reporters' post-match pre-match",
        "joint": "joint shared common combined",
        "written": "written emailed e-mailed handwritten typed open signed official prepared printed posted public",
        "wire": "telephone phone video conference telephonic secure satellite late-night online virtual zoom",
        "closed": "private closed closed-door behind confidential secret informal",
        "plenary": "plenary parliamentary council budget annual general extraordinary town parish public residents' "
        "shareholders' cabinet committee board emergency ordinary regular opening closing",
        "speech": "opening closing inaugural maiden keynote televised victory farewell concession acceptance campaign "
        "election stump budget welcome funeral",
        "aired": "exclusive televised live recorded radio tv television breakfast morning late-night hour-long lengthy "
        "wide-ranging frank rare first sunday pre-recorded",
        "daily": "daily weekly monthly regular routine noon morning evening afternoon background midday",
        "bilateral": "bilateral trilateral working courtesy official three-hour two-hour hour-long crisis ministerial",
        "late": "previous earlier last next planned scheduled forthcoming second another separate first third past",
        "social": "social facebook twitter instagram telegram blog deleted pinned",
        "phone": "earnings analyst investor quarterly results",
    }
)
_PREPOSITIONS = """in at during on from before over via by through to with amid into inside outside upon after following
    ahead of between beside alongside despite for against about since until within throughout near under aboard"""
_TOGETHER = "joint jointly together alongside beside flanked shared both pair side next two three"
_NOT_YET = """will would shall due expected scheduled planned plans hopes cancelled declined refused never not no nor
    without if could should may might unless cannot can't won't wouldn't didn't neither postponed ahead"""
# Where a parliament sits.
CHAMBERS = frozenset(
    {
        "parliament",
        "assembly",
        "senate",
        "chamber",
        "legislature",
        "commons",
        "lords",
        "duma",
        "knesset",
        "sejm",
        "diet",
    }
    | {"riksdag", "bundestag", "congress", "cortes", "folketing", "storting", "dáil", "majlis", "senedd", "synod"}
)
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
TOGETHER = frozenset(_TOGETHER.split())
NOT_YET = frozenset(_NOT_YET.split())
DETERMINERS = {
    "the": "the", "a": "a", "an": "a", "his": "poss", "her": "poss", "their": "poss", "its": "poss", "this": "this",
    "that": "this", "our": "our", "my": "our", "no": "no", "any": "no", "another": "other", "one": "a",
    "some": "some", "several": "some", "two": "num", "three": "num", "same": "same",
}  # fmt: skip
