"""The word lists behind the signs: written from the codebook and general knowledge of press English, not from gold."""

from __future__ import annotations

import re

from onrecord.read.lexicon import stem


def _any(text: str) -> re.Pattern[str]:
    """A pattern of words; `*` stands for any ending."""
    return re.compile("|".join(re.escape(word).replace(r"\*", "[a-z']*") for word in text.split()))


# Signs of one word, looked for everywhere in the content and once more in its main clause.
WORDS = {
    "must": _any("must shall mustn't"),
    "should": _any("should ought needs need needed shouldn't"),
    "will": _any("will would shall won't wouldn't we'll i'll he'll she'll they'll it'll i'd we'd"),
    "may": _any("may might could"),
    "can": _any("can cannot can't"),
    "likely": _any(
        "likely probably expect* chance soon eventually confident predict* inevitab* forecast* outlook hopeful "
        "optimistic surely perhaps maybe someday"
    ),
    "condition": _any("if unless until otherwise provided any once"),
    "negation": _any("not never no nor nobody none nothing neither without *n't cannot"),
    "false": _any("false untrue invent* fabricat* rumour* rumor* baseless unfounded myth fiction lies"),
    "agree": _any(
        "agree agrees agreed accept* support* back backs backed endors* favour* approve* solidarity consent*"
    ),
    "ready": _any("ready willing prepared offer* invit* propos* happy glad available open"),
    "refuse": _any("refus* reject* oppos* veto* recognise recognize decline* unacceptable"),
    "promise": _any("promis* pledg* vow* guarantee* commit* intend* determined continue assur* ensure"),
    "deed": _any(
        "send build open give hand pay remove close sign hold return provide deliver publish restore double "
        "finish protect stop release announce present visit meet invest create introduce cut raise launch work "
        "fight keep make take bring join help review start begin be"
    ),
    "strike": _any(
        "retaliat* respond* revenge punish* strike sack strip expel price consequences sanction* crush* shoot "
        "sue boycott* mercy regret answered unweighed fire"
    ),
    "honour": _any(
        "thank* grateful gratitude appreciat* brav* courag* hero* tribute honour* honor* proud great excellent "
        "wonderful remarkable brilliant outstanding fantastic terrific amazing best admir* congratulat* "
        "commend* hospitality genero* inspir* success* friendship trustworthy love loves loved welcom* historic "
        "champion steadfast* beautiful honest nice smart intelligent qualified integrity decent dedicat* "
        "extraordinary incredibl* tremendous*"
    ),
    "blame": _any(
        "lie lied liar* lying corrupt* sham* violat* breach* aggress* attack* steal* stole stolen rob robbed "
        "robbery cheat* betray* fail failed fails failing failure* hid hide hides hiding hidden deliberate* "
        "reckless* bully* illegal* unlawful* crime* criminal* provok* provoc* propaganda terroris* hypocri* "
        "disgrac* dishonest* fraud* crooked careless* incompeten* ignor* mislead* misled abus* racis* sexis* "
        "bigot* hateful hatred disrespect* insult* outrag* absurd ridiculous nonsense irresponsib* undermin* "
        "sabotag* conspir* blackmail* murder* destroy* loser coward* fool* stupid* unfit unqualified phony fake "
        "rigged blam* fault guilty mess divisive weakness weak abandon* neglect* exploit* flagrant "
        "distort* smear*"
    ),
    "harm": _any(
        "war danger* risk* threat* catastroph* collapse* disaster* cris?s crisis flood* escalat* die dead "
        "death* lose worse worsen* suffer* harm* damage famine hunger starv* violence bloodshed chaos outbreak "
        "conflict explode burn destroy disappear backfire hurt* spread vulnerab* jeopard* insecur* layoff* "
        "spill* brink deadly unsafe clash slide"
    ),
    "worry": _any("concern concerns concerned fear* worr* alarm* afraid anxi* dread*"),
    "wish": _any("want wants hope hopes wish wishes please urge urges beg appeal demand demands ask asks"),
    "regret": _any("regret* sorry apolog* condolences sad sadden*"),
    "past": _any(
        "was were had did went came took made held told met left found gave got saw sent spent built lost won "
        "paid rang fell rose began kept wrote bought brought said *ed"
    ),
    "is": _any("is are it's that's there's he's she's i'm we're they're am isn't aren't"),
    "has": _any("has have i've we've they've hasn't haven't"),
    "number": _any(
        "two three four five six seven eight nine ten eleven twelve thirty forty fifty sixty hundred* thousand* "
        "million billion half third quarter percent cent dozen* majority 1* 2* 3* 4* 5* 6* 7* 8* 9*"
    ),
    "digits": re.compile(r"\d+"),
    "verdict": _any(
        "important serious useful useless clear unclear frank fruitful constructive difficult easier easy hard "
        "harder good better bad worse right wrong fair real true simple possible impossible necessary unlikely "
        "early late safe unsafe strong stronger big bigger small huge key natural normal strange unusual "
        "typical cheap expensive enough too like matter sign step mistake most more less than really very quite "
        "sort kind just only rather perfect overdue tough fragile symbol successful quiet complex complicated "
        "remain remains little common different sad new sensible meaningful wise"
    ),
    "time": _any(
        "yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday last since next ago "
        "week month year morning night january february march april june july august september october november "
        "december"
    ),
    "telling": _any(
        "told said says informed promised wants want denied denies believe* rejected rejects warned asked "
        "accused conceded admitted boasted threatened ordered pledged considers suspects thinks plans intends "
        "insisted assured claimed called vowed hopes fears opposes confessed complained demanded welcomed "
        "praised requested offered invited refused accepted decided ruled written wrote begging bragged "
        "conveyed agreed"
    ),
    "i": _any("i i'm i've i'd i'll my me"),
    "we": _any("we we're we've we'd we'll our us"),
    "you": _any("you your you're you'll yours"),
    "question": re.compile(r"\?"),
    "record": _any("report* document* letter* figure* data poll* survey* study record* according"),
    "people": _any("everyone everybody americans people voters both all side sides"),
}  # fmt: skip

# Signs of several words, looked for in the main clause.
PHRASES = {name: re.compile(pattern) for name, pattern in {
    "not in the past": r"\b(?:did|had|was|were|has|have) (?:not|never|no)\b|\b(?:did|had|was|were|has|have)n't\b",
    "there is no": r"\bthere(?:'s| is| was| are| were)? (?:is |was )?(?:no|not|nothing|never)\b",
    "is not": r"\b(?:is|are|'s|'re|am|'m) (?:not|no|never|nothing)\b|\b(?:isn't|aren't|ain't)\b",
    "does not": r"\b(?:do|does)(?: not|n't)\b",
    "will not": r"\b(?:will|would|shall) (?:not|never)\b|\b(?:won't|wouldn't|shan't)\b|\bnot (?:going|coming) \b",
    "cannot accept": (
        r"\b(?:cannot|can not|can't|never) (?:accept|agree|allow|be accepted|recogni[sz]e)\b|\bno intention\b|"
        r"\bno (?:state|one|country|side) has the right\b|\bnot (?:on the table|for sale|acceptable)\b"
    ),
    "have to": r"\b(?:has|have|had) to\b|\b(?:is|are) to (?:be|leave|return|stop)\b|\b(?:it is|it's) time\b",
    "that it be": r"^(?:[a-z'-]+ ){1,6}(?:be|return|remain|take|give|stop|hand|open|join|release) (?!\w+s\b)",
    "going to": r"\b(?:going to|about to|set to|is due|due to (?:be|open|start)|plans? to|intends? to|will be able)\b",
    "had done": r"\bhad (?:already |just |also |been )*[a-z]+\b",
    "being done": r"\b(?:was|were|been|be|is|are) (?:\w+ly )?[a-z]+(?:ed|en|wn|ne|nt|lt|ld|ught)\b",
    "doing": r"\b(?:is|are|was|were|'re|'m|been) (?:now |still |already )?[a-z]+ing\b",
    "is a": r"\b(?:is|are|was|were|'s|'re|be) (?:an?|the|all|just|only|about|what|like|one|more|less|so|too|very|as)\b",
    "like": r"\b(?:like an?|more \w+ than|less \w+ than|as \w+ as|compared|similar|same as|kind of|sort of)\b",
    "i think": r"\b(?:i|we) (?:think|believe|feel|guess|mean|know)\b",
    "we want": r"\b(?:i|we|he|she|they) (?:want|hope|wish|would like|'d like|ask|demand|expect|urge|pray)(?:s|ed)?\b",
    "call for": r"\b(?:call(?:s|ed|ing)?|need|plea|appeal|necessity|urgency|push) (?:for|of|on|upon|to)\b",
    "first to": r"^(?:[a-z]+,? ){1,4}to [a-z]+",
    "under way": r"\b(?:under way|on track|at the table|in force)\b",
}.items()}  # fmt: skip

# The same for all that is read.
WHOLE = {name: re.compile(pattern) for name, pattern in {
    "nothing until": r"\b(?:no|not|never|nothing)\b.* (?:until|before|unless|without)\b",
    "if so, then": (
        r"^(?:if|unless|one more|any|anyone|those|whoever)\b.*? (?:there (?:is|will|would)|we(?:'ll| will| are)|"
        r"i(?:'ll| will)|(?:you|they|he|she|it) will|would be|will be)\b"
    ),
    "we never": (
        r"\b(?:i|we|he|she|they|nobody|no one) (?:never|did not|didn't|haven't|ha(?:ve|s) not|ha(?:ve|s|d) never)\b"
    ),
    "there is nothing": r"\bthere (?:is|was|are|were|has been|had been|have been) (?:no|not|never|nothing)\b",
    "but": r"[,.;] (?:but|yet|and yet|only)\b",
    "they, not us": (
        r"\b(?:you|he|she|they) (?:lied|never|do(?:es)? not|do(?:es)?n't|did not|didn't|wants?|treat|talk|use|sold|"
        r"made|broke)\b"
    ),
    "both of us": r"\b(?:the two|both) (?:countries|sides|ministers|peoples|leaders|parties|governments)\b",
}.items()}  # fmt: skip

# A sign of several words is looked for only where one of these signs of one word was seen: most searches are spared.
GATES: dict[str, frozenset[str]] = {name: frozenset(gates.split()) for name, gates in {
    "not in the past": "negation", "there is no": "negation", "is not": "negation", "does not": "negation",
    "will not": "negation", "cannot accept": "negation", "nothing until": "negation", "we never": "negation",
    "there is nothing": "negation", "have to": "past has is", "had done": "past", "being done": "past is will must has",
    "doing": "past is has", "is a": "past is will must", "i think": "i we", "we want": "wish", "both of us": "people",
    "like": "verdict",
}.items()}  # fmt: skip

# The same by words: where none of these stands, the sign is not looked for.
WORD_GATES: dict[str, frozenset[str]] = {name: frozenset(gates.split()) for name, gates in {
    "that it be": "be return remain take give stop hand open join release",
    "going to": "going about set due plan plans intend intends able",
    "call for": "call calls called calling need plea appeal necessity urgency push",
    "first to": "to", "under way": "under on at in", "but": "but yet only", "they, not us": "you he she they",
    "if so, then": "if unless one any anyone those whoever",
}.items()}  # fmt: skip

# Signs of how the content begins.
STARTS = {name: re.compile(pattern) for name, pattern in {
    "imperative": (
        r"(?:please |just |then |now |first )?(?:let|give|take|send|stop|go|come|bring|look|wait|tell|show|put|leave|"
        r"get|make|keep|open|close|remember|imagine|ask|do not|don't|vote|read|help|hold|save|count|free|end) "
        r"(?!(?:is|was|are|were|will|would|has|had)\b)"
    ),
    "let us": r"(?:please|let us|let's|let them|let him|let her|give us|do not|don't)\b",
    "to do": r"(?:not )?to [a-z]+",
    "if": r"(?:if|unless)\b",
    "asks": r"(?:whether|if|why|what|how|who|where|when)\b",
    "no": r"(?:no|not|never|nobody|none|nothing|neither)\b",
    "it": r"(?:it|this|that|these|there|what)\b",
    "i first": r"(?:i|i'm|i've|i'd|my)\b",
    "we first": r"(?:we|we're|we've|our)\b",
    "you first": r"(?:you|your|you're)\b",
    "he first": r"(?:he|she|his|her)\b",
    "they first": r"(?:they|their|they're)\b",
    "his country": (
        r"(?:his|her|our|my|its|their|the) (?:country|government|ministry|people|party|side|company|team|campaign|"
        r"parliament|administration)\b"
    ),
    "of": r"of\b",
    "over": r"(?:about|on|over|for|with|at|against)\b",
    "gerund": r"[a-z]+ing\b",
}.items()}  # fmt: skip

_CUE_CLASSES = {
    "admit": "acknowledge admit concede confess grant recognise recognize",
    "insist": "insist maintain assert contend argue claim",
    "affirm": "affirm stress emphasise emphasize underline underscore reiterate reaffirm declare highlight",
    "disclose": (
        "reveal disclose confirm inform indicate note point recall clarify mention report explain testify recount "
        "relate observe remind"
    ),
    "announce": "announce assure unveil",
    "answer": "answer reply respond counter retort hit return rejoin",
    "angry": "fume snap rage moan blast thunder storm bark growl slam roar snarl rant",
    "joke": "quip grin joke laugh smile chuckle tease boast brag crack",
    "call": "call describe term label brand dub consider deem view rate judge characterise characterize liken",
    "conclude": "conclude find show estimate reckon suggest",
    "think": "think believe feel suspect doubt see know convince consider",
    "hint": "hint signal imply",
    "plea": "plead beg implore",
    "ask": "ask wonder question inquire enquire",
    "want": "want wish hope",
    "sigh": "sigh lament mourn regret",
}
CUE_WORDS: dict[str, tuple[str, ...]] = {}
for _name, _verbs in _CUE_CLASSES.items():
    for _verb in _verbs.split():
        CUE_WORDS[stem(_verb)] = (*CUE_WORDS.get(stem(_verb), ()), _name)
