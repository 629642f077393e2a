"""A page's own words: heads of lists of other stories, pointers to them, buttons, notices and menus.

The patterns are for lines in small letters (`lowered`): told to ignore the case, the engine compares letter by letter
and takes three times as long.
"""

from __future__ import annotations

import re

# Heads of lists of other stories, in the languages whose news sites end their pages with one.
SECTION = re.compile(
    r"""[\W_]*(?:
    check\ also | (?:related|similar|recommended|suggested)(?:\ (?:news|articles?|stor(?:y|ies)|posts?|topics?
        |content|
        links|reading|coverage|items?|materials?|videos?))? | (?:read|see|watch|look|view)\ (?:also|next|more|too)
    | (?:also\ (?:read|see|on|in)|more\ (?:news|stories|articles|headlines|from|on|in|about|like\ this|to\ read|
        coverage|reading)|further\ reading)(?:\ .{0,40})?
    | most\ (?:read|popular|viewed|commented|shared|recent|watched)(?:\ .{0,20})? | trending(?:\ (?:now|news
        |stories))?
    | (?:top|other|latest|recent|popular|breaking|today[’']s|featured)\ (?:news|stories|headlines|articles|posts
        |topics|
        videos|updates|comments) | latest | you\ (?:may|might)(?:\ also)?\ (?:like|be\ interested\ in|have\ missed)
    | don[’']?t\ miss(?:\ .{0,20})? | editor[’']?s?[’']?\ (?:picks?|choice) | must[\ -]reads? | what\ to\ read\ next
    | recommended\ (?:for\ you|by\ .{2,20}) | in\ (?:this\ section|other\ news|case\ you\ missed\ it) | up\ next
    | (?:next|previous)\ (?:article|story|post) | from\ (?:our\ partners|around\ the\ web|the\ archive)
    | sponsored(?:\ (?:content|stories|links))? | (?:videos?|photos?|galler(?:y|ies))\ ?:\ ?[\w’' -]{2,30}
    | (?:ähnliche|weitere|verwandte)\ (?:beiträge|artikel|themen|meldungen|nachrichten) | mehr\ zum\ thema
    | lesen\ sie\ auch | (?:auch|das\ könnte\ sie\ auch)\ interess(?:ant|ieren) | meist\ ?gelesen(?:e\ artikel)?
    | (?:à\ )?lire\ aussi | sur\ le\ même\ (?:sujet|thème) | articles\ (?:liés|similaires|recommandés)
    | (?:les\ )?(?:articles\ )?(?:les\ )?plus\ lus | lea\ también | lee\ también | (?:noticias
        |artículos)\ relacionad[oa]s
    | te\ puede\ interesar | l[oa]s?\ más\ leíd[oa]s? | leggi\ anche | articoli\ correlati | potrebbe\ interessarti
    | i\ più\ letti | leia\ (?:também|mais) | notícias\ relacionadas | mais\ lidas | lees\ ook
        | gerelateerde?\ .{0,20}
    | czytaj\ (?:także|też|również) | zobacz\ (?:także|też) | läs\ (?:också|mer) | les\ også | læs\ også | lue\ myös
    | ilgili\ haberler | çok\ okunanlar
    | читайте\ также | смотрите\ также | (?:материалы\ )?по\ теме | ещё\ по\ теме | другие\ новости
    | اقرأ\ أيضا?ً?ا? | (?:أخبار|مواضيع|مقالات)\ ذات\ صلة | شاهد\ أيضا?ً?ا? | (?:اخبار|مطالب)\ مرتبط | بیشتر\ بخوانید
    )[\W_]*""",
    re.VERBOSE,
)
POINTER = re.compile(
    r"""[\W_]*(?:read\ (?:more|also|next)|also\ read|don[’']?t\ miss|in\ pictures|opinion|most\ read|see\ also
        |related(?:\ (?:news|stor(?:y|ies)|articles?))?|watch|
    more(?:\ on\ this)?|lire\ aussi|lesen\ sie\ auch|lees\ ook|lea\ también|leia\ também|leggi\ anche|
    читайте\ также|اقرأ\ أيضا?ً?ا?)\s?[:：|»→>-]\s?\S.{5,}""",
    re.VERBOSE,
)
# A whole short line of a page's own words.
FURNITURE = re.compile(
    r"""[\W_]*(?:
    (?:\d+\ )?(?:comments?|replies|shares?|likes?|views?|retweets?)(?:\ ?[(:]?\ ?\d[\d.,]*[km]?\)?)?
        (?:[\s|·,/-]+(?:\d+\ )?(?:comments?|shares?|likes?|views?|reads?)(?:\ ?[(:]?\ ?\d[\d.,]*[km]?\)?)?)*
    | (?:post|leave|add|write|view|join|show)\ (?:a|the|your|all)?\ ?(?:comments?|reply|conversation
        |discussion)(?:\ .{0,30})?
    | no\ comments(?:\ yet)? | (?:share|tweet|pin|print|e-?mail|save|copy\ link|bookmark|listen|like|reply|report
        |close|menu|
        search|facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|reddit|pinterest|viber|vk|messenger
            |rss|
        home|back|top|next|previous|loading|skip\ to\ .{3,20})(?:[\s|·,/&+•-]+(?:share|tweet|pin|print|e-?mail|save|
        facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|reddit|pinterest|viber|vk|messenger|rss|link|
        article|page))*
    | share\ (?:this|on|via|with|the)\b.{0,60} | (?:follow|like|find|join)\ us\b.{0,60}
        | advertise?ments?(?:\ .{0,40})?
    | (?:ad|anzeige|werbung|publicité|publicidad|pubblicità|реклама|reklam|اعلان|إعلان)
    | (?:subscribe|sign\ (?:up|in)|log\ ?in|register|download|click\ here|tap\ here|get\ (?:the|our))\b.{0,90}
    | (?:sign\ up\ for|subscribe\ to)\b.{0,120} | back\ to\ (?:top|home).{0,20} | (?:text|font)\ size.{0,20}
    | (?:(?:related\ )?(?:tags?|topics?)|keywords?|filed\ under|categor(?:y|ies)|in\ this\ article|mots-clés
        |schlagwörter|etiquetas|теги)\s?:.*
    | (?:got|have)\ (?:a|an|any)\ (?:story|tip|news\ tip|question|comment|view)\b.{0,90}
        | print(?:er)?[\ -](?:version|friendly)\b.{0,60}
    | (?:real[\ -]time\ |web\ )(?:counter|statistics|analytics)\b.{0,60} | visitors?\ (?:online|counter)\b.{0,40}
    | (?:press\ (?:office|desk|release|statement|service)|for\ (?:immediate\ )?(?:release|publication)
        |contact)\b.{0,80}
    | end\ \d{1,2}[:.]\d\d\b.{0,20} | \#{3,}
    | end\ of\ (?:transcript|document|text) | \(?ends?\)? | (?:un)?official\ translation\b.{0,40} | [\d./-]{5,24}
    | \d+\ min(?:ute)?s?(?:\ read)? | (?:estimated\ )?reading\ time.{0,25}
        | (?:last\ )?updated?\ ?:?\ .{0,12}\b(?:ago|at|on)\b.{0,40}
    | (?:page|hit|reader|visitor)s?\ ?(?:views?|counter|visits?)?\s?:?\s?[\d.,]+ | (?:views?|hits
        |reads?)\s?:?\s?[\d.,]+
    | on\ air | live(?:\ (?:now|updates?|blog))? | (?:rate|print)\ this\b.{0,30}
        | real[\ -]time\ web\ analytics.* | heat\ map.*
    | (?:about|contact)(?:\ us)? | privacy(?:\ policy)? | terms(?:\ (?:of|and)\ .{3,20})? | site\ ?map | newsletters?
    | (?:home|news|start(?:seite)?)(?:\s*[>»/|›]\s*[\w’'& -]{2,30})+ | https?://\S+ | www\.\S+ | @\w{2,30}
        | \#\w+(?:\s+\#\w+)*
    )[\W_]*""",
    re.VERBOSE,
)
# Anywhere in a line, however long: nobody says these in a report.
NOTICE = re.compile(
    r"""\b(?:(?:allow(?:ing)?|accept(?:ing)?|uses?|using|our)\ cookies|cookie\ (?:policy|settings|preferences|notice)|
    all\ rights\ reserved|privacy\ policy|terms\ (?:of|and)\ (?:use|service|conditions)|enable\ javascript
        |ad\ ?blocker|
    web\ analytics|your\ browser|email\ address\ will\ not\ be\ published|required\ fields\ are\ marked|
    sign\ up\ (?:for|to)\ (?:our|the)\b.{0,30}\bnewsletter|subscribe\ to\ (?:our|the)\b|follow\ us\ on|
    (?:page|site|visit|experience|browser)\b.{0,60}\bcookies?|cookies?\b.{0,60}\b(?:page|site|visit|experience
        |browser)|
    click\ here\ to|download\ (?:our|the)\ app|our\ standards:|moderated\ before|copyright\ ©|©\ ?\d{4}
        |reproduction\ (?:without|only|is)\b|republi\w+\ (?:needs|requires|without|only)\b)""",
    re.VERBOSE,
)
_SPLITTER = re.compile(r"[|•·▾›»\t]| [>/ ]")
_MENU = re.compile(r"\s*[|•·▾›»]+\s*|\s[>/]\s|\s{2,}|\t+")


def lowered(text: str) -> str:
    """The line in small letters, as the patterns here want it; a Turkish capital I loses its dot too."""
    return text.lower() if text.isascii() else text.lower().replace("i\u0307", "i")


def is_menu(text: str) -> bool:
    """Whether the line is a row of short items between separators ("Home | World | Sport"), as menus are."""
    if not _SPLITTER.search(text):
        return False
    items = [item for item in _MENU.split(text) if item.strip()]
    return len(items) >= 3 and all(len(item.split()) <= 7 for item in items) and text[-1:] not in ".!?"
