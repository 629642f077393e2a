"""What a line of plain text gives away beyond `sign_of`: in a plain text no markup tells a page's words apart.

The model of pages was trained on the signs of `sign_of` as they are; what only plain text needs stands here.
"""

from __future__ import annotations

import re

from onrecord.clean.signs import LONGEST, LONGEST_CHARACTERS, Sign, sign_of

_SECTION = re.compile(
    r"""[\W_]*(?:
    (?:\w{2,12}\ )?(?:access\ )?ranking | what[’']?s\ (?:new|hot|trending) | hot\ (?:opinions?|news|topics)
    | (?:promoted|paid)\ (?:content|stories|links|posts?) | bonus\ videos? | also\ today
    | (?:what\ others|people)\ (?:are\ reading|also\ read) | other\ stories(?:\ .{0,25})? | more\ for\ you
    | our\ (?:picks?|selection) | (?:keep|continue)\ reading | explore\ more | elsewhere\ (?:on|in)\ .{2,30}
    | (?:from|by)\ the\ same\ (?:author|section) | (?:today|latest)\ (?:on|from)\ .{2,30}
    | also\ this\ (?:week|month|morning) | letters\ to\ the\ editor | more\ explainers | i̇?lgili\ haber
    | (?:all\ )?(?:the\ )?(?:news|stories)\ (?:of\ the\ day|in\ brief|in\ the\ same\ \w+)
    | die\ redaktion\ empfiehlt | la\ rédaction\ vous\ conseille | passend\ zum\ (?:artikel|thema)
        | mehr\ aus(?:\ .{2,30})? | lesen\ sie\ mehr(?:\ .{2,30})? | auch\ lesenswert
    | (?:das\ )?könnte\ sie\ (?:auch\ )?interessieren
    | [àa]\ voir\ aussi | dans\ la\ même\ rubrique | plus\ d[’'](?:infos|actualités|articles)
    | más\ (?:noticias|información) | en\ otras\ noticias | (?:ver|vea|mira)\ también | te\ puede\ interesar
    | altre\ notizie | vedi\ anche | leia\ mais | veja\ (?:também|mais) | saiba\ mais | ver\ mais
    | čtěte\ (?:také|dále|také) | související(?:\ články)? | pročitajte(?:\ (?:i|još))? | povezane\ vesti
    | taip\ pat\ skaitykite | loe\ (?:ka|veel) | lasi\ arī | olvassa\ el | citește\ și | прочетете\ (?:още|също)
    | (?:про)?чита(?:ть|йте)(?:\ (?:также|далее))? | популярное | (?:главные|последние)\ новости | новости\ по\ теме
    | daha\ fazla\ haber | son\ dakika | benzer\ haberler | diğer\ haberler
    )[\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTER = re.compile(
    r"""[\W_]*(?:hear\ more|listen|learn\ more|go\ deeper|te\ puede\ interesar|lee\ también|(?:ver|vea)\ también
    |mehr\ (?:zum\ thema|dazu)|hintergrund|veja\ também|leia\ mais|vedi\ anche|à\ voir\ aussi|czytaj\ (?:też|także
        |więcej)
    |pročitajte\ i|ilgili\ haber)\s?[:：|»→>]\s?\S.{5,}""",
    re.IGNORECASE | re.VERBOSE,
)
_FURNITURE = re.compile(
    r"""[\W_]*(?:
    (?:first\ )?(?:published|posted|updated|modified|created)\b[^.!?]{0,12}\d{1,2}[:.]\d\d.{0,80}
    | (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\ .{4,20}\d{4}\W{1,4}
        (?:(?:last\ )?updated?\W{1,3})?\d{1,2}[:.]\d\d.{0,20}
    | (?:e-?mail\ )?\d[\d.,]*[km]?\ (?:shares?|comments?|likes?|views?)\b.{0,40} | scroll\ down\ for\ .{3,30}
    | this\ (?:report|programme|item|interview|story|article)\ was\ (?:first\ )?(?:broadcast|aired)\b.{0,90}
    | this\ (?:entry|post)\ was\ (?:posted|filed|written)\b.{0,120} | (?:proudly\ )?powered\ by\ \w+.{0,30}
    | (?:site|website)\ (?:developed|designed|built|created)\ by\b.{0,40} | advertise\ with\ us\b.{0,30}
    | on\ air(?:\ now)?\s?:.{3,60} | (?:prev(?:ious)?|next)\ (?:post|article|story|page)\s?[:»«→←].{3,90}
    | notes?\ (?:to|for)\ editors?\s?:?.{0,120}
    | for\ (?:further|more|additional)\ (?:information|details),?\ (?:please\ )?(?:contact|call|visit|e-?mail)\b
        .{0,120}
    | (?:photographs?|photos|images|pictures)\ .{0,60}\bon\ request\b.{0,20}
    | (?:press|media)?\ ?(?:contacts?|enquiries|inquiries)\s?:.{0,120}(?:@|\btel\b|\+?\d[\d -]{6}).{0,60}
    | (?:rating|rate)s?\s?:?\s?\d(?:[.,]\d)?\s?/\s?\d.{0,30} | get\ involved\ with\ the\ news\b.{0,40}
    | (?:text\ |font\ )?size\s?:?(?:\s[aа+-]){2,4} | (?:send|e-?mail)\ (?:this\ )?to\ a\ friend | add\ to\ favou?rites
    | (?:the\ )?comments?\ below\ have\b.{0,40} | comments?\s?:\s?our\ rules | (?:add|leave)\ your\ comments?
    | (?:newest|oldest|best\ rated|worst\ rated)(?:\ (?:newest|oldest|best\ rated|worst\ rated))+
    | (?:help\ )?keep\ (?:family|friends)\b.{0,60}\bsharing\b.{0,30}
    | this\ (?:article|story)\ appears\ in\ the\b.{0,90}
    | (?:lesezeit|lesedauer|temps\ de\ lecture|durée\ de\ lecture|tiempo\ de\ lectura|tempo\ di\ lettura
        |tempo\ de\ leitura|leestijd|czas\ czytania|время\ чтения)\b.{0,20}
    | la\ suite\ après\b.{0,30} | (?:continue|keep)\ reading\ below\b.{0,30}
    | (?:article|story)\ continues\ below\b.{0,30}
    | \d{1,2}:\d\d(?=[^\W\d])[\w’'.\ -]{2,40}
    | gift\ this\ article | save\ for\ later | reuse\ this\ content\b.{0,40} | acquire\ licensing\ rights\b.{0,10}
    | all\ quotes\ delayed\b.{0,60} | letters\ to\ the\ editor\s?:.{0,60} | link\ copied.{0,3}
    | (?:mentions\ légales|impressum|normas\ de\ los\ comentarios|gestion\ des\ cookies|datenschutz)\b.{0,90}
    | (?:zum|aller\ au|ir\ al|vai\ al)\ (?:inhalt|contenu|contenido|contenuto)\b.{0,20}
    | archivado\ en\s?:.{3,90} | recevez\ chaque\b.{0,80} | (?:zur\ startseite|réagir|se\ connecter|s[’']abonner)
    | (?:listen\ to|hear)\ this\ (?:story|article)\b.{0,40} | audio\ will\ be\ available\b.{0,40} | \d\ minute\ listen
    | (?:sponsor|paid)(?:ed)?\ (?:message|content|post) | (?:go\ to|visit)\ (?:the\ )?forum\b.{0,40}
    | (?:originally|first)\ (?:published|posted)\b.{0,60}\d.{0,20}
    | (?:would\ you\ like|want)\ to\ comment\b.{0,40} | comments\ (?:are\ |have\ been\ )?(?:closed|disabled
        |off)\b.{0,40}
    | \(?(?:web|page|site)\ editors?\s?:.{2,60} | contact\ the\ (?:newsroom|author|reporter|desk)\b.{0,90}
    | follow\ .{2,40}\ on\ (?:telegram|facebook|twitter|x|instagram|whatsapp|youtube|tiktok|linkedin|google\ news)
    | (?:read|see)\ the\ (?:full|whole|original)\ (?:story|article|text|report|interview)\b.{0,40}
    | (?:back\ )?to\ the\ top(?:\ .{2,20})?
    | in\ this\ (?:story|article|report)\b.{0,20} | tell\ (?:a\ friend|your\ friends)\b.{0,30} | newsletter:.{3,80}
    | (?:this\ )?(?:story|article|page|post|news)\ (?:has\ been\ |was\ )?(?:viewed|read|seen|visited)\ .{0,10}\btimes
    | view\ all\ posts\b.{0,40} | explore\ all\ .{3,30}
    | first\ published\ (?:in|by|on)\ .{3,40}
    | key\ (?:events?|moments)\b.{0,20} | \d{1,2}:\d\d,?\ (?:\w{3},?\ )?(?:\d\d?\ \w{3}|\w{3}\ \d\d?)\b.{0,60}
    | [（(]?责(?:任编辑|编)[：:].{2,30}
    | \d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?(?:a\.?m\.?|p\.?m\.?|gmt|utc|bst|cest|cet|ist|e[sd]?t|msk|uhr|hrs?|h
        |local\ time))*
        (?:\s*[|,–-]\s*(?:updated|key\ event|share).{0,20})?
    | (?:about\ )?\d+\s?(?:s|m|h|d|sec(?:ond)?s?|min(?:ute)?s?|hrs?|hours?|days?|weeks?)\ ago
    | (?:vor|il\ y\ a|hace|há)\ \d+\ [^\W\d_]{1,9} | \d+\ [^\W\d_]{1,9}\ (?:fa|önce|назад|temu|sedan|siden|geleden)
    | (?:today|yesterday|heute|gestern|hier|hoy|ayer|oggi|ieri|сегодня|вчера),?\ (?:at\ |um\
        |à\ )?\d{1,2}[:.h]\d\d.{0,6}
    | (?:artikel\ )?(?:auf\ \w+\ )?teilen | drucken | merken | kommentieren\b.{0,30} | kommentare\b.{0,20}
    | alle\ kommentare\ anzeigen | ihre\ meinung\ (?:ist\ uns\ wichtig|zählt)\b.{0,60}
        | .{3,80}\ (?:finden|lesen)\ sie\ hier
    | create\ an?\ (?:free\ )?account\b.{0,60} | passer\ la\ publicité
    | (?:jetzt\ )?(?:abonnieren|anmelden) | copyright\ \d{4}.{0,60}
    | partager(?:\ (?:sur|cet)\ .{2,30})? | imprimer | abonnez-vous\b.{0,80} | laisse[rz]\ un\ commentaire
    | compart(?:ir|e)(?:\ (?:en|esta|este|este)\ .{2,40})? | imprimir | suscríbe(?:te|ase)\b.{0,80}
    | s[ií]g(?:ue|a)(?:nos|-nos|\ [oa]\ canal)\b.{0,60} | dej[ae]\ (?:un|tu|su)\ comentario
    | condividi(?:\ su\ .{2,30})? | stampa | iscriviti\b.{0,80} | lascia\ un\ commento | vedi\ tutti\ i\ commenti.{0,10}
    | compartilh(?:e|ar)\b.{0,60} | assine\b.{0,60} | deixe\ (?:um|seu)\ comentário
    | paylaş | yorum(?:\ yap|lar)?\b.{0,12} | yazdır | поделиться.{0,30} | комментарии.{0,10} | подпис(?:ывайтесь
        |аться)\b.{0,80}
    | udostępnij | skomentuj | dela\ artikeln | del\ (?:på\ .{2,20}|artikkelen) | sdílet | delen
    | (?:etiketler|(?:ilgili\ )?konular|метки|ключевые\ слова|schlagworte|themen|tagi|štítky|oznake|palavras-chave
        |argomenti)\s?:.*
    | [^«‹]{3,80}\s[›»]
    | \d{1,2}:\d\d(?::\d\d)?\s?/\s?\d{1,2}:\d\d.{0,20}
    | \d+\s?(?:min(?:uti|utos?|utes|uten)?|мин\w*)\.?\s(?:di\ lettura|de\ lect\w+|de\ leitura|lesezeit|leestijd|чтения)
    | (?:article|story|text|content)\ continues\b.{0,40} | (?:kindly|please)\ share\ th(?:is|e)\b.{0,30}
    | copy\ (?:url|link|address|text)\b.{0,20} | (?:buy|order|donate|join|subscribe)\ now
    | (?:see|view|show|load|read)\ (?:all|more|less|key\ points)(?:\ [\w’']{2,12}){0,3}
    | (?:media|audio|video)\ (?:playback|player)\b.{0,60}
    | (?:(?:font|text)\ size\ )?(?:in|de)crease(?:\ (?:font|text))?\ size\b.{0,60}
    | (?:publicidade?|publicité|pubblicità|werbung|anzeige)\ (?:continue|continua|segue|siga|lire|ler|nach)\b.{0,30}
    | compartir(?:\W+(?:twitt?ear|enviar|imprimir|copiar|guardar|facebook|whatsapp|telegram|e-?mail|x))+
    | (?:home|start(?:seite)?|inicio|início|accueil|главная)\s?[»›>|/]\s?[^»›>|/]{2,40}\s?[»›>|/]\s?\S.{2,150}
    | \(attn:.{5,150}\) | (?:share|tweet|e-?mail|print|pin|copy\ link){2,} | like\ loading\W*
    | rights\ (?:&|and)\ permissions
    | \((?:adds|updates|recasts|corrects|rewrites|writes\ through)\b.{3,120}\)
    | (?:tags|topics|argomenti|temas|themen|onderwerpen|sujets|mots-clés|schlagwörter|schlagworte|etiquetas|etiketler)
    | about\ (?:the|our)\ (?:authors?|contributors?|writers?|reporters?)
    | \d{1,2}[./]\d{1,2}[./]\d{4}\W{1,4}\d{1,2}[h:.]\d\d.{0,40}
    | (?:jump|skip|go)\ to\ (?:the\ )?(?:comments?|content|navigation)\b.{0,12} | \d+\ thoughts?\ on\b.{3,120}
    | published\ in\ .{3,40}\d{4} | \d[\d.,]*\ votes?\b.{0,30} | vote\ to\ see\b.{0,20} | (?:yes,?\ )?sign\ me\ up
    | (?:did|was|has)\ this\ (?:article|story|page)\ (?:help|helpful|useful)\b.{0,20}
    | (?:ir|saltar)\ a\ los\ comentarios\b.{0,8} | copiar\ (?:enlace|link)\b.{0,8} | reportar\ un\ error | responder
    | comentarios?\b.{0,6} | noticias?\ relacionadas? | clique\ aqui\b.{0,80} | v[íi]deos?:\ (?:mais|más)\ .{3,40}
    | advertentie | (?:tekst|artikel)\ gaat\ verder\b.{0,40} | reageren\b.{0,50} | dalsza\ część\b.{0,40} | reklama
    | der\ (?:artikel|text)\ geht\b.{0,50} | werbung | annonse | annons | mainos | la\ suite\ (?:après|de)\b.{0,40}
    )[\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)
# Anywhere in a line, however long.
_NOTICE = re.compile(
    r"""\b(?:(?:story|article|report)\ has\ not\ been\ edited\ by|auto-?generated\ from|syndicated\ feed
    |(?:views|opinions)\b.{0,60}\b(?:expressed|published)\b.{0,50}\b(?:articles?|columns?”?"?|authors?|writers?
        |pieces?)\b
    .{0,60}\b(?:necessarily|those\ of|own)\b
    |by\ (?:submitting|signing\ up|subscribing|registering|clicking|continuing)\b.{0,60}\byou\ (?:agree|consent|accept)
    |please\ (?:turn\ on|enable)\ javascript|in\ this\ browser\ for\b|please\ enter\ (?:your|a\ valid)\b
    |(?:column|newsletter|podcast)\ (?:appears|runs|is\ published|goes\ out)\ (?:on|in|every|each)\b
    |(?:earlier|previous)\ version\ of\ this\ (?:article|story|report)|(?:^disclaimer:)
    |(?:report|story|article|project)\ was\ (?:produced|supported)\ (?:with\ the\ support\ of|by\ a\ grant)
    |alle\ rechte\ vorbehalten|tous\ droits\ réservés|todos\ los\ derechos\ reservados|tutti\ i\ diritti\ riservati
    |todos\ os\ direitos\ reservados|все\ права\ защищены|wszelkie\ prawa\ zastrzeżone
    |(?:tüm|her)\ hakk?(?:ı|ları)\ saklıdır)""",
    re.IGNORECASE | re.VERBOSE,
)
# What a page asks of its readers; in quotation marks somebody says it in the report.
_PLEA = re.compile(
    r"""\b(?:support\ (?:our|local|independent|quality)\b.{0,30}\b(?:journalism|news)
    |(?:subscribe|become|join|donate|chip\ in|give)\b.{0,40}[£$€]\s?\d[\d.,]*\ (?:a|per)\ (?:week|month|year)
    |you\ can\ (?:leave|unsubscribe|cancel|opt\ out)\ (?:at\ )?any\ ?time|one\ e-?mail\ a\ (?:day|week)
    |on\ (?:ios|iphone)\ (?:or|and)\ android
    |become\ an?\ (?:member|subscriber|supporter)\ (?:today|now)|already\ a\ (?:subscriber|member)\?|unlimited\ access
    |(?:enjoyed?|liked?|loved?)\ (?:reading\ )?this\ (?:story|article)\?|reach\ (?:him|her|them|\w+)\ at\ \S+@
    |your\ (?:e-?mail\ )?inbox|preferred\ source|google\ news\ feed|(?:more\ )?stories\ like\ this
    |get\ in\ touch\ with\ our|signing\ up\ to\ our|(?:free|weekly|daily)\ newsletter|invest\ in\ journalism
    |stay\ (?:up\ to\ date|informed)\ with\ the|this\ (?:article|story)\ is\ free|reading\ a\ free\ (?:article|preview)
    |free\ articles?\ (?:left|remaining)|do\ you\ have\ (?:information|a\ story|a\ tip|any\ comment)\b.{0,80}@
    |tell\ us\ in\ the\ comments|(?:write|e-?mail)\ (?:to\ )?us\ at)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"[“”\"«»„]")
_CAPTION = re.compile(
    r"""(?:Illustration|Graphic|Photographs?|Photos?|Map|Video)s?\ (?:by\ [A-Z]|for\ The\ )[^.!?]{2,80}
    | (?:Map|Graphic|Infographic|Chart|Video|Watch)\s?:\s[A-Z][^.!?“”"]{10,140}
    | .*[(\[](?:Courtesy\ of|Supplied|Provided\ by|Handout)\b[^()\[\]]{0,60}[)\]]
    | .*[(\[](?:Alamy|Shutterstock|Unsplash|iStock|Pixabay|Adobe\ Stock|Imago)\b[^()\[\]]{0,30}[)\]]
    | .*[.!?][ ][(\[][A-Z][\w. ]{1,25}:\s(?:[A-Z][\w.’'-]+\ ?){1,3}[)\]]
    | [^.!?“”"]*\.\ (?:[A-ZÀ-Þ]{3,}\ ?){2,3}
    | (?:sources?|credits?)\ of\ (?:the\ )?(?:photos?|images?|pictures?)\s?:.*
    | (?:Bildrechte|Bildquelle|Bildnachweis|Crédits?\ photo|Zdjęcie|Valokuva|Fotografía|Foto[gǧ]raf)\s?:.*
    | [(\[][^()\[\]]*\b(?:Photo|Image|Picture|Foto)s?\ ?(?:by\b|[:/])[^()\[\]]*[)\]]
    | (?i:photo|image|picture)\ (?i:sources?)\s?:.*
    | .*[.!?…”"’')]\s?(?:Photographs?|Photos?)\s?(?:by\b|:)\s?\S.{2,50}
    | .*[.!?…”"’')]\s?(?:Photos?|Fotos?|Images?|Pictures?|Pic)\ (?:[A-Z][\w.’'/-]+\ ?){1,4}
    | .*[(\[](?:[A-Z][\w.’'-]+\ ){1,3}[A-Z][\w.’'-]+\s?/\s?[A-Z][\w. ]{1,30}[)\]]\.?
    | .*[A-Z][\w.’'-]+,\ (?:(?:second|third|fourth)\ from\ )?(?:left|right|centre|center),\s.*
    | .*[(\[](?!see\b)[\w .’'-]{2,30}\ (?:photo|image|picture|handout|archives?)[)\]]
    | .*[^\W\d_].*\s©\s?\w[^.!?]{1,60}
    | .*\w.?\s(?:Photo\s)?(?:Credits?|CREDITS?)\s?:\s?[^.!?]{2,50}
    | (?:(?:Clockwise|Pictured)\ )?[Ff]rom\ (?:top\ )?left\b\s?[:,].*
    | .*[(\[][A-Z][\w.’'-]+(?:\ [A-Z][\w.’'-]+){1,3}\s?[|]\s?[A-Z][\w\ .&’'-]{1,30}[)\]]\.?
    | .*\S\s[–—-]\s?(?:[A-Z][\w.’'-]+\ ){1,3}(?:photo|photograph|picture|image)s?
    | [^“”"]{25,}\S\s?/\s(?:[A-ZÀ-Þ]{1,3}\.\s)?[A-ZÀ-Þ]{3,}(?:\s[A-ZÀ-Þ]{2,}){0,2}
    | (?i:fot|foto)\.\s\S.{2,60} | [^“”"]{20,}\S\s[|]\s(?:[A-ZÀ-Þ]{2,}\s?){2,3}
    | [^“”"]{25,}[.!?]\s[(\[](?:[A-Z][\w’'-]+\ ){1,2}[A-Z][\w’'-]+[)\]]
    | .*\bPh\.?\s?:?\s?(?:[A-Z]\.){2,4}
    | [^.!?“”"]*,\ pictured\ (?:here|above|below|left|right|last|earlier|in|at|with|on|outside)\b[^.!?“”"]*""",
    re.VERBOSE,
)

# Buttons that send a text somewhere read as a credit of where it came from.
_SHARED = re.compile(r"\W*(?:share|send|post|e-?mail|tweet)\b", re.IGNORECASE)
# "Photo: X" credits a photo; "Photos: X" heads a list of them, unless X is an agency.
_PHOTO = re.compile(r"[\W_]*photo(?P<many>s)?\s?:\s?(?P<by>.*?)[\W_]*", re.IGNORECASE)


def plain_sign(text: str, words: int) -> Sign | None:
    """The role that a line of plain text gives away by its words alone, None when only its place can tell."""
    known = sign_of(text, words)
    if known == "credit" and _SHARED.match(text):
        return "furniture"
    photo = _PHOTO.fullmatch(text) if known == "section" else None
    if photo and (not photo["many"] or photo["by"].isupper()):
        return "caption"
    if known or words > LONGEST or len(text) > LONGEST_CHARACTERS:
        return known
    if words <= 9 and _SECTION.fullmatch(text):
        return "section"
    if words <= 30 and _POINTER.fullmatch(text):
        return "pointer"
    if (words <= 18 and _FURNITURE.fullmatch(text)) or _NOTICE.search(text):
        return "furniture"
    if not _QUOTED.search(text) and _PLEA.search(text):
        return "furniture"
    return "caption" if words <= 45 and _CAPTION.fullmatch(text) else None
