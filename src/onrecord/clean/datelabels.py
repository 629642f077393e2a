"""What a date on a page is called there: the words before it that say published, changed, or something else."""

from __future__ import annotations

import re
from typing import Literal

DateLabel = Literal["published", "modified", "other"]

# Stems, in the languages of the pages that we know; what no language lists stays without a label.
_PUBLISHED = (
    r"\bpubli(?!c\b|cations?\b)|posted|post time|\bissued|\bcreated\b|first appeared|veröffentlicht|erschienen|"
    r"erstellt|pubblicat|gepubliceerd|geplaatst|udgivet|julkaistu|opublikowan|dodano|zveřejněn|uverejnen|megjelen|közzétéve|"
    r"опубликован|опублікован|публикац|публікац|публикуван|δημοσ|yayın|eklenme|oluşturulma|نشر|منتشر|פורסם|प्रकाशित|"
    r"diterbitkan|tayang|đăng|xuất bản|เผยแพร่|公開|配信|掲載|发布|發布|发表|입력|등록|게시|objavljen|ilmunud"
)
_MODIFIED = (
    r"updat|modif|\bedited(?! by)|revis|last changed|aktualis|geändert|bearbeitet|\bstand\b|mise? à jour|"
    r"atualiz|aggiorn|bijgewerkt|gewijzigd|uppdater|oppdater|opdater|ændret|päivit|zaktualiz|actuali[sz]|aktuali[sz]|"
    r"frissít|módos|обновл|изменен|оновлен|ενημ|τροποπ|güncel|تحديث|به‌روز|עודכן|अपडेट|अद्यतन|diperbarui|cập nhật|อัปเดต|"
    r"更新|수정|ažuriran|\breviewed(?! by)|content current as of"
)
_OTHER = (
    r"copyright|©|\(c\)|expire|\bevent|deadline|accessed|retrieved|\bdue\b|\bsince\b|\bborn\b|\bdied\b|\buntil\b|"
    r"valid|effective|scheduled|\bstarts?\b|\bbegins?\b|\bfrom\b|cited|geboren|gültig|\bbis\b|jusqu|hasta"
)
_LABELS: tuple[tuple[DateLabel, re.Pattern[str]], ...] = (
    ("modified", re.compile(_MODIFIED, re.IGNORECASE)),
    ("published", re.compile(_PUBLISHED, re.IGNORECASE)),
    ("other", re.compile(_OTHER, re.IGNORECASE)),
)
# "Date: 4 March 2031" calls it nothing but the date.
_PLAIN = re.compile(r"^\W*(?:date|datum|fecha|data|дата|tarih|dato|päivä|日付|날짜|التاريخ)\b\W*$", re.IGNORECASE)
# In running text only a sentence about the piece itself speaks of its own publication.
_OF_ITSELF = re.compile(
    r"\b(?:article|story|piece|post|report|interview|column|page)\b[^.]{0,40}\b(?:originally|first)\s+"
    r"(?:published|appeared|posted)\b[^.]{0,40}$|^\W*(?:originally|first) (?:published|appeared)\b[^.]{0,60}$",
    re.IGNORECASE,
)
# A line with a date and one of these is the line under which a piece is signed.
_SIGNED = re.compile(
    r"(?:^|[\s•·|,-])(?:written |posted )?[Bb]y (?=[A-Z])"
    r"|\b\d+[\s-]?min(?:ute)?s?\.?(?: of)? read|(?i:\bread(?:ing)? time)"
)
# Labels stand right before their date; what is further off belongs to something else.
REACH = 45


def label_of(before: str, *, plain: bool = False) -> DateLabel | None:
    """What the words before a date call it, None when they call it nothing; the last label counts.

    With `plain`, a date that is only called "Date" is the published one.
    """
    near = before[-REACH:]
    best: tuple[int, DateLabel] | None = None
    for label, pattern in _LABELS:
        for found in pattern.finditer(near):
            if best is None or found.start() > best[0]:
                best = found.start(), label
    if best:
        return best[1]
    return "published" if plain and _PLAIN.match(before) else None


def tells_of_itself(before: str) -> bool:
    """Whether the running text before a date says that the piece itself was first published then."""
    return bool(_OF_ITSELF.search(before))


def stands_with_author(line: str) -> bool:
    """Whether a line has a date beside the author's name or the time that reading takes: that of the piece it signs."""
    return bool(_SIGNED.search(line))
