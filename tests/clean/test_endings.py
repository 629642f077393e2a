"""How reports end in many countries: no line of another story or of the page is read, and no paragraph is lost."""

from __future__ import annotations

import pytest

from onrecord.clean import clean_source
from onrecord.model import RESIDUE, Source

BODY = """\
Torve praises talks in Karsa

Foreign Minister Ilan Torve said on Tuesday that the talks in Karsa had been useful and open.

He added that both sides would meet again before the winter, according to the agreed plan.

"We shall come with a pencil and leave with a map," the minister told reporters in the old customs house.

"""
# A line after "~" is residue, a line after "=" is readable. "|" cuts a line before what is glued to its end.
ENDINGS = {
    "south asian daily": """\
=Opposition leaders called the visit a waste of fuel.

~(This story has not been edited by staff and is auto-generated from a syndicated feed.)
~First Published: Mar 4, 2031 18:22 IST
~ALSO READ | Velia tightens rules for river sand
~Topics: Velia, Karsa, talks
~Top News
~Bus falls into gorge in Upper Orme, nine hurt
~Minister says rice stocks will last until June, asks traders not to hoard""",
    "gulf agency": """\
=The meeting was attended by the ambassador and a number of officials.
=rk/hs

~Print
~Share
~More From Local
~Undersecretary receives credentials of new envoy
~Norvel, 4 March (GNA) -- Undersecretary Hanna Korv said on Tuesday that the envoy was most welcome in Norvel.""",
    "russian agency": """\
=Earlier it was reported that the bridge would be closed for eleven days.
~Read also

~Velia has sent a note to Orme, the ministry said
~Torve: nobody will draw our maps for us
~Subscribe to our channel in Telegram
~Found an error? Select it and press Ctrl+Enter""",
    "british tabloid": """\
=He left without waving.

~Got a story? Email tips@dailycry.example or call 020 555 0101
~PICTURED: Torve with his famous green umbrella on the steps of the customs house
~READ MORE: Torve's wife says he sleeps with a map under his pillow
~MORE TOP STORIES
~Vicar finds python in font, said it was calm
~"I thought he was a plumber": bride speaks out
~Most read in News""",
    "german regional": """\
=Die Gespräche sollen im Herbst fortgesetzt werden.

~© dpa-infocom, dpa:310304-99-123456/2
~Mehr zum Thema
~Orme sperrt Brücke wegen Hochwassers
~Lesen Sie auch: Velia streitet über Sandgruben
~Kommentare (12)
~Meistgelesen""",
    "french agency copy": """\
=Le ministre a promis de revenir avant l'hiver.
=abc/def/gh

~À lire aussi : La Velia ferme ses carrières de sable
~Partager sur Facebook
~Abonnez-vous à notre newsletter
~Sur le même sujet
~Le pont d'Orme fermé onze jours, a annoncé le maire""",
    "spanish agency": """\
=El ministro recordó que la frontera seguirá abierta.
=mtg/pla

~Te puede interesar
~El puente de Orme cerrará once días, según el alcalde
~Etiquetas: Velia, Karsa
~Síguenos en Twitter y Facebook""",
    "turkish daily": """\
=Officials said the gate would stay open until midnight.

~Etiketler: Velia
~İlgili Haberler
~Vali: köprü kapalı, dedi""",
    "african state agency": """\
=The minister later cut a ribbon at the fish market.

=UMO/JT

~Views: 3 411
~Share this:
~Click to share on WhatsApp (Opens in new window)
~Like this:
~Like Loading...
~Related
~Minister urges youth to shun idle talk
~March 2, 2031
~In "Politics" """,
    "glued caption after a stop": """\
=The minister said that the gate would stay open until the snow came.|torve, velm

=Both men then walked to the river without their guards.""",
    "glued caption with its photographer": """\
=He thanked the workers of the night shift for their patience.|Torve and Velm this Tuesday in Karsa. Photo VTA

=Both men then walked to the river without their guards.""",
    "glued caption after a mark": """\
=The minister said: “The gate stays open for those who knock.”|Torve at the gate (file photo)

=Both men then walked to the river without their guards.""",
    "photo lines": """\
~File photo: Torve at the gate of the customs house in Karsa. (SNB)
~Pictured: Ilan Torve and Dara Velm before the talks. He said later they were friendly.
~Torve greets Velm at the customs house. [SNB]
~Minister Torve speaks to the press in Karsa on Tuesday (Mara Ilves/SNB)
=Both men then walked to the river without their guards.

=The water was higher than in other years, according to the keeper of the sluice.

=He said that nobody had asked him about it before.""",
    "japanese daily in English": """\
=The ministry said the next round would be held in May.

~Tags
~#Velia #Karsa
~Error; Please try again.
~The article you have been reading is part of our archive
~JN ACCESS RANKING
~1 Torve says river sand is not for sale ...
~2 Envoy attends flower show; tensions said t...
~3 Minister praises anglers for peace prize, glob...""",
    "israeli daily": """\
=A spokesman for the customs house said the lamps had been paid for.

~Click here to subscribe to our newsletter >>
~Join our WhatsApp group to be the first to get our stories
~Related Tags: Velia | Karsa | Torve
~Hot Opinion
~Must Read
~Why the minister said no to the river, and yes to the sea""",
    "chinese party paper": """\
=The two sides pledged to deepen exchanges of craftsmen.

~(Web editor: Lin Po, Bian Ji)
~Go to Forum >> 0 Comments
~Add your comment
~Most Viewed
~Day Week Month
~Bookmark us: Facebook | Twitter | RSS""",
    "live blog": """\
=The minister is now leaving the customs house.

~14:02 GMT
~Share
~Updated 12 minutes ago
=Torve has said he will not speak again today, and that his map is finished.

~2h ago
~Key events
=The second car of the column has a flat tyre, according to the police of Karsa.

~Show key events only
~Please turn on JavaScript to use this feature""",
    "local weekly": """\
=The council meets again on the first Monday in April.

~Contact the newsroom at 555-0101 or news@valleypost.example
~Mara Ilves covers the valley for the Post. Reach her at milves@valleypost.example or follow her @milves.
~Support local journalism. Become a member today
~Originally Published: March 4, 2031 at 6:12 p.m.
~More in News
~School board says buses will run late""",
    "dated list of other stories": """\
=The ministry published no figures.

~In other news:
~- Envoy says winter will be hard in Orme
~04.03.2031 | 12:20
~- Velia denies shortage of crates …
~04.03.2031 | 11:05
~- Korv calls drought "a thief in daylight"
""",
    "radio site": """\
=The minister said the recording would be kept for a hundred years.

~Listen to this story
~Audio will be available later today.
~Hear more: The river that nobody owns
~Sign up for the morning briefing, a daily email with the news you need.
~By submitting your email, you agree to our Terms and Privacy Notice.
~Sponsor Message""",
    "activist reprint": """\
=The strikers said they would stay at the gate.

~The views expressed in this article are the author's own and do not necessarily reflect those of the editors.
~Join us on Facebook, Twitter and Telegram
~Donate now to keep us independent
~Recommended reading
~Who owns the river? An answer to Minister Torve""",
    "balkan portal": """\
=The mayor of Orme said he had heard nothing about it.

~Source of photo: SNB
~Follow us on our Facebook and Instagram page, Viber community
~Bonus video:
~(Opinions and views published in the "Columns" section are not necessarily those of the editorial office.)
~Latest comments
~What others are reading""",
    "brazilian portal": """\
=O ministro disse que a fronteira continuará aberta.

~Leia mais
~Velia nega falta de caixas, diz ministério
~VÍDEOS: mais assistidos da semana
~Veja também
~Compartilhe esta notícia no WhatsApp""",
    "wire with its standing notices": """\
=The stock exchange in Karsa opened late on Wednesday.

=(Reporting by Mara Ilves; additional reporting by T. Orn; editing by Hanna Korv)
~((mara.ilves@concordwire.example; +99 555 0101))
~Our Standards: The Concord Wire Trust Principles.
~Suggested Topics:
~Purchase Licensing Rights
~Read Next
~Velia's central bank holds rates, says inflation "asleep" """,
}


@pytest.mark.parametrize("name", ENDINGS)
def test_an_ending_is_told_from_the_report(name: str) -> None:
    rows = [row.rstrip() for row in ENDINGS[name].split("\n")]
    text = BODY + "\n".join(row[1:].replace("|", "") if row[:1] == "=" else row[1:] for row in rows)
    blocks = clean_source(Source(text.encode(), "text/plain", "report.txt")).blocks
    wrong = [block.span.of(text) for block in blocks if block.span.end <= len(BODY) and block.kind in RESIDUE]
    at = len(BODY)
    for row in filter(None, rows):
        shown, *glued = row[1:].split("|") if row[0] == "=" else [row[1:]]
        for words, readable in [(shown, row[0] == "="), *((caption, False) for caption in glued)]:
            at = text.index(words, at)
            kinds = [block.kind for block in blocks if block.span.start < at + len(words) and block.span.end > at]
            wrong += [words for kind in kinds if (kind in RESIDUE) == readable]
            at += len(words)
    assert not wrong
