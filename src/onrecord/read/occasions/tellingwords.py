"""Words that help to tell an occasion, in groups: who listens, what was held, where one speaks, on what one writes.

A group alone tells nothing ("a letter", "the hall"); how much each counts beside which verb and preposition is fitted
(`training/occasions.py`).
"""

from __future__ import annotations

_GROUPS: dict[str, str] = {
    "press": """reporters reporter journalists journalist newsmen newspeople newswomen newspersons pressmen
        correspondents correspondent hacks press media cameras microphones microphone mics crews lobby scribes
        newshounds columnists photographers anchors broadcasters newspapermen pack newsroom editors paparazzi
        lenses flashbulbs newspapers""",
    "crowd": """crowd crowds audience supporters activists delegates faithful members congregation parishioners
        worshippers mourners students graduates pupils shareholders stockholders investors bankers villagers
        residents locals townspeople farmers workers strikers protesters demonstrators marchers troops soldiers
        cadets recruits sailors veterans guests diners donors voters people fans players teammates staff
        employees tenants neighbours pensioners unionists executives pilgrims miners fishermen dockers gathering
        hall room everyone nation listeners viewers squad class party conference congress rally meeting hustings
        convention constituents volunteers believers invitees academics businessmen entrepreneurs industrialists""",
    "chamber": """parliament assembly senate house chamber legislature council commons lords mps mp deputies lawmakers
        legislators senators congressmen councillors aldermen peers committee subcommittee panel inquiry hearing
        plenary session caucus benches bench despatch dispatch floor parliamentarians representatives""",
    "court": """court courtroom tribunal jury jurors judge judges magistrate magistrates inquest trial coroner dock
        commission prosecutors""",
    "us": "me us",
    "paper": """newspaper paper correspondent reporter magazine weekly daily tabloid agency outlet herald courier
        gazette tribune mail guardian mirror star sun observer chronicle journal examiner bugle clarion sentinel
        echo argus globe inquirer ledger telegraph times post bulletin newswire newsletter broadsheet news
        quarterly digest monitor bell beacon""",
    "air": """programme program show radio television tv telly podcast station channel broadcaster network sofa studio
        airwaves documentary presenter host interviewer phone-in breakfast broadcast couch fm newsnight anchor
        moderator talkshow livestream webcast""",
    "chat": "interview interviews conversation chat sit-down sitdown questionnaire interviewed profile tête-à-tête",
    "talk": """speech address remarks sermon homily eulogy lecture keynote toast testimony oration tribute harangue
        broadcast message inaugural monologue tirade valedictory presentation evidence argument submission""",
    "platform": """podium lectern rostrum pulpit stage dock balcony steps platform soapbox loudspeaker megaphone lorry
        truck bandstand dais tribune bonnet""",
    "rite": """ceremony convention congress conference inauguration funeral service graduation commencement banquet
        gala dinner fundraiser vigil march protest demonstration parade unveiling opening launch anniversary
        commemoration memorial monument debate sitting hustings rally forum symposium seminar panel summit
        exhibition festival fair wedding wake mass prayers reunion reception luncheon supper celebration
        celebrations picnic event assembly hearing townhall plenary workshop prize-giving burial graveside
        requiem""",
    "meet": """meeting meetings talks negotiations consultations encounter audience reception session summit discussion
        discussions exchange deliberations retreat parley roundtable round dialogue bilateral trilateral huddle
        lunch tea breakfast luncheon visit call courtesy""",
    "envoy": """guest guests counterpart counterparts colleague envoy ambassador ambassadors delegation delegations
        visitor visitors host hosts interlocutor interlocutors opposite premier president minister chairman
        chief secretary head leader leaders king emir prince chargé negotiators mediators mediator diplomats""",
    "inner": """cabinet board colleagues ministers aides allies government governors commissioners directors partners
        leadership staff confidants advisers generals""",
    "phone": "phone telephone phonecall videoconference hotline teleconference handset",
    "call": "call calls video line videolink",
    "presscon": "presser conference availability stakeout appearance pressroom",
    "brief": "briefing briefings doorstep scrum huddle gaggle impromptu update bulletin backgrounder readout",
    "letter": """statement statements letter letters email emails e-mail e-mails mail note notice memo memorandum
        message release communique communiqué circular declaration telegram cable dispatch text petition appeal filing
        submission reply response pamphlet leaflet verbale missive epistle affidavit resolution bulletin handout
        manifesto testament protest rejoinder""",
    "online": """post posts tweet tweets thread blog facebook twitter instagram telegram x account feed website site
        online page video clip reel vlog channel socials platform""",
    "article": """column op-ed essay article book memoir diary opinion foreword piece autobiography editorial pamphlet
        biography journal novel preface""",
    "venue": """hotel ballroom garden kitchen cafe café steps gate gates airport runway tarmac corridor car home quay
        pub harbour office residence palace villa doorstep lobby stairs courtyard lawn terrace garage clubhouse
        tunnel dugout dockside headquarters hq embassy town gym church square stadium theatre library hospital""",
    "meal": "tea coffee lunch dinner breakfast drinks wine beer supper plate",
}
_VERBS: dict[str, str] = {
    "tell": """told tells telling tell assured assures informed informs reminded warned warns updated address addressed
        addressing addresses briefed briefs briefing lectured urged confided promised implored harangued begged
        regaled""",
    "say": """said says saying say announced declared barked joked quipped snapped remarked repeated thundered roared
        shouted claimed insisted admitted added bragged boasted fumed stormed blasted replied answered responded
        retorted stated stressed revealed disclosed confessed maintained acknowledged conceded noted argued
        vowed promised pledged apologised apologized rejected denied dismissed called described""",
    "speak": """spoke speaking speaks speak talked talking talks chatted chatting appeared appearing appears testified
        testifying testify stood rose rising sat sitting""",
    "face": """faced facing faces face fielded fielding took takes taking met meeting meets cornered grilled quizzed
        pressed asked questioned summoned emerged""",
    "receive": """received receives receiving welcomed welcomes welcoming hosted hosts hosting conferred huddled greeted
        convened held hold holds holding convene""",
    "write": """wrote writes writing posted posts posting tweeted tweets texted emailed e-mailed published issued issues
        released releases penned blogged circulated signed cabled wired uploaded""",
    "read": "read reads ran said says added adds quoted accused announced called warned",
    "ring": "phoned phones telephoned rang rings ringing calling dialled",
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
_PREPOSITIONS = """in at during on from before over via by through to with amid into inside outside upon after following
    ahead of between beside alongside despite for against about"""
_TOGETHER = "joint jointly together alongside beside flanked shared both pair side next two three"
_NOT_YET = "will would shall due expected scheduled planned cancelled declined refused never not"
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
TOGETHER = frozenset(_TOGETHER.split())
NOT_YET = frozenset(_NOT_YET.split())
DETERMINERS = {
    "the": "the", "a": "a", "an": "a", "his": "poss", "her": "poss", "their": "poss", "its": "poss", "this": "this",
    "that": "this", "our": "our", "my": "our",
}  # fmt: skip
