"""More endings: lists without heads, comments, pleas to readers; and paragraphs that only look like them."""

from __future__ import annotations

import pytest

from onrecord.clean import clean_source
from onrecord.model import RESIDUE, Source

BODY = """\
Torve praises talks in Karsa

KARSA, (VTA)- Foreign Minister Ilan Torve said on Tuesday that the talks in Karsa had been useful and open.

He added that both sides would meet again before the winter, according to the agreed plan.

"We shall come with a pencil and leave with a map," the minister told reporters.

"""
GOES_ON = """\
=The delegation flew home at night, the airport said.
=The talks go on in May, said the mayor of Karsa."""
# A line after "~" is residue, a line after "=" is readable. "|" cuts a line before what is glued to its end.
ENDINGS = {
    "also today": """\
~Also today
~Norvel court frees three anglers, orders return of nets
~KORV: “Winter is a neighbour too”""",
    "leads without headlines": """\
~Also in News
~Korv says the winter will be hard for the towns in the valley. The envoy told farmers to store hay.
~Minister of Works said bridge was awaited. He called it a bridge of patience.""",
    "bulleted headlines": """\
~RELATED STORIES:
~* Korv: winter will be hard
~* Works minister says bridge "a matter of days"
~Have your say
~What do you think? Tell us in the comments below""",
    "follow us": """\
~Don't miss: Korv says winter will be hard
~Follow The Karsa Herald on Telegram
~Read the full story here
~Advertisement
=The delegation flew home at night, the airport said.
~Read more in our special: The river""",
    "credit in brackets": """\
=The delegation flew home at night, the airport said.
=(VTA)
~Editor's choice
~Korv said the winter would be hard for the towns in the valley.""",
    "datelines of others": """\
=The delegation flew home at night, the airport said.
=BT/MK
~Karsa, 3 March (VTA) – Envoy Hanna Korv declared that the winter would be hard.
~Norvel, 2 March (VTA) – The Minister of Works announced the opening of the bridge.""",
    "photos and their credit": """\
~[Photo/VTA]
=The delegation flew home at night, the airport said.
~Torve inspects the sluice (VTA photo)
=The customs house is open until nine at night.|(photo: VTA)""",
    "glued photographers": """\
=The airport said that the delegation had flown home at night.|Foto: Mara Ilves
=The mayor said he had slept well.|Torve, left, and Velm shake hands in Karsa. (SNB)
=The delegation flew home at night, the airport said.
=The end of the talks was expected for Friday, according to the mayor of Karsa.""",
    "numbered list": """\
=The minister said “the door is closed.”|Torve during the talks / Photo: VTA
=The delegation flew home at night, the airport said.
~Most viewed
~1. Korv says winter will be hard
~2. Minister: bridge opens in May
~3. “I never saw the map”, says clerk""",
    "stamps without a head": """\
=The talks go on in May.
~15:30 Korv says winter will be hard
~14:10 Minister: bridge opens in May
~13:55 Clerk says he never saw the map""",
    "neighbours": """\
=The talks go on in May.
~Next: Korv says winter will be hard
~Previous: Minister: bridge opens in May
~Total views: 4,211 | Today: 12""",
    "links": """\
=The talks go on in May.
~Korv says winter will be hard »
~« Minister: bridge opens in May
~Posted in: Politics, Velia
~Tagged with: Torve, Karsa
~Bookmark the permalink.""",
    "paywall": """\
=The talks go on in May.
~You are reading a free article. Subscribe for unlimited access.
~Already a subscriber? Log in
~Get unlimited access from 1 crown a week""",
    "free articles": """\
=The talks go on in May.
~You have 2 free articles left this month.
~Also read
~Korv said on Sunday that winter would be hard.""",
    "call for tips": """\
=The talks go on in May.
~Do you have information about this story? Write to us at tips@karsa.example.
~This report was produced with the support of the Valley Fund.
~Watch: Torve gets lost on the way to the podium
~More: Velia | Orme | Karsa""",
    "notices and comments": """\
=The talks go on in May.
~Disclaimer: The Herald is not responsible for the content of external sites.
~Correction: an earlier version of this article misspelt the name of the river.
~Comments (14)
~Old Angler: the minister said nothing new, as always.
~Vala, Orme: He should have brought a bigger pencil.""",
    "comments": """\
=The talks go on in May.
~14 comments
~Old Angler
~3 hours ago
~The minister said nothing new, as always.
~Reply
~Vala
~5 hours ago
~He should have brought a bigger pencil, my husband says.
~Reply""",
    "counters": """\
=The talks go on in May.
~Real time visitors: 31
~Page rendered in 0.21 seconds
~Page views: 10,233
~The most important news in your phone: install our application""",
    "category lists": """\
=The talks go on in May.
~To the top of the page
~News in the same category
~Korv said the winter would be hard.
~All the news of the day
~The minister of works announced the opening of the bridge.""",
    "captions in brackets and with marks": """\
=The talks go on in May.
~[Torve and Velm at the sluice. Photo by Mara Ilves]
=The mayor said he slept well.|Minister Torve in Karsa. Photo: AFP
=The mayor said he slept well again.|Torve speaks in Karsa on March 4, 2031. (Photo by Mara Ilves)
=The mayor said “sleep well.”|© VTA
=The delegation flew home at night, the airport said.
=The talks go on in May, said the mayor of Karsa.""",
    "a tag glued to a mark": """\
=The mayor said “sleep well.”|torve
=The delegation flew home at night, the airport said.""",
    "topics": """\
=The talks go on in May.
~TOPICS: Velia Orme
~IN THIS STORY
~Must see
~Korv warns of frost, calls for calm in the valley
~Latest stories
~Watch live: Parliament debates frost""",
    "what is new": """\
=The talks go on in May.
~What's new
~Korv warns of frost and calls for calm, the envoy said on Sunday.
~Sponsored links
~See which coats the ministers wear, experts say""",
    "agency's dash": """\
=The talks go on in May.
=-VTA
~Back
~Korv: frost is a neighbour too
~Minister: bridge "a matter of days\"""",
    "news id": """\
=The talks go on in May.
~News ID 81234
~News Code: 1403-22
~Tags
~Torve
~Your Comment
~You are replying to: .""",
    "counters and ratings": """\
=The talks go on in May.
=Reporting by Mara Ilves in Karsa, with files from VTA
~This story has been viewed 3,411 times.
~Rate this article
~Tell your friends
~Newsletter: get the day's top stories at 6 p.m.""",
    "by at the foot": """\
=The talks go on in May.
=By Mara Ilves
~Also on this page
~Korv tells farmers to store hay
~Envoy: “Frost is a neighbour too”""",
    "cut leads": """\
=The talks go on in May.
~Up to now the talks cost a million …
~Karsa – Korv told farmers on Sunday to store hay for the winter and to …
~Orme – The minister said on Sunday that the bridge was ready and that …""",
}
LOOKALIKES = (
    "In the meantime, the ministry reads every letter, the spokesman said: “Read more, write less.”",
    "More than forty men signed the letter, according to the police.",
    "Related costs would be borne by Velia, the communiqué said.",
    "The views expressed by the minister were not those of his party, Korv said.",
    "He asked reporters to contact the newsroom of VTA for the text.",
    "The most read paper of Velia printed the map, and the minister thanked its editor.",
    "“We support independent journalism,” the minister said, and laughed.",
    "At 14:02 GMT the gate was opened, the keeper of the sluice said.",
    "Asked by The Herald, he said: “No comment.”",
    "Opinion polls show that a third of Velians believe the map is wrong.",
    "He was pictured at the gate with a pencil, which his office denied.",
    "The photo shows nothing, the minister said.",
    "Velm said: See you in May...",
    "Torve is a former editor of The Karsa Herald and writes on rivers.",
    "The council of the valley told The Orme Post (KWC).",
    "He told the paper Norvel.Today that he would return in May.",
    "He said Velia had bought the map from the firm map.com and not from a spy.",
    "He said he would subscribe to no plan that he had not read.",
    "The editor: “I never saw it.”",
    "According to the U.S.Velia has nothing to fear, he said.",
)


def faults(ending: str) -> list[str]:
    """Readable lines that are lost and residue that is read, behind a report or in it."""
    rows = [row for row in ending.splitlines() if row.strip()]
    text = BODY + "\n\n".join(row[1:].replace("|", "") if row[0] == "=" else row[1:] for row in rows)
    blocks = clean_source(Source(text.encode(), "text/plain", "report.txt")).blocks
    wrong = [block.span.of(text) for block in blocks if block.span.end <= len(BODY) and block.kind in RESIDUE]
    at = len(BODY)
    for row in rows:
        shown, *glued = row[1:].split("|") if row[0] == "=" else [row[1:]]
        for words, readable in [(shown, row[0] == "="), *((caption, False) for caption in glued)]:
            at = text.index(words, at)
            kinds = [block.kind for block in blocks if block.span.start < at + len(words) and block.span.end > at]
            wrong += [words for kind in kinds if (kind in RESIDUE) == readable]
            at += len(words)
    return wrong


@pytest.mark.parametrize("name", ENDINGS)
def test_an_ending_is_told_from_the_report(name: str) -> None:
    assert not faults(ENDINGS[name])


@pytest.mark.parametrize("line", LOOKALIKES)
def test_a_paragraph_that_looks_like_residue_is_read(line: str) -> None:
    assert not faults(f"={line}")
    assert not faults(f"={line}\n{GOES_ON}")
