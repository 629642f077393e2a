"""Small documents of every kind that is read, about invented people and places, for tests and fuzzing."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Sequence
from io import BytesIO

HEADLINE = "Torve calls on Norvel to reopen the Karsa crossing"
PARAGRAPHS = (
    "KARSA, May 5, 2031 (VNA) - Foreign Minister Ilan Torve said on Monday that the crossing at Karsa should be "
    "reopened “before the harvest”, and that his government was ready to talk without conditions.",
    "“We do not ask for the impossible,” he told reporters after meeting the observers. He thanked the hosts.",
    "The mission's spokeswoman, Mira Olden, declined to comment on the proposal. She said only that families on both "
    "banks had waited long enough.",
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | Velm Courier</title>
<meta property="og:site_name" content="Velm Courier"><meta property="article:published_time" content="2031-05-05">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{HEADLINE}"}}</script></head>
<body><nav class="menu"><a href="/">Home</a> | <a href="/world">World</a> | <a href="/sport">Sport</a></nav>
<article><h1>{HEADLINE}</h1><p class="byline">By Hanna Korv</p><figure><img src="a.jpg"><figcaption>Torve at the
crossing. (Photo: VNA)</figcaption></figure><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><blockquote>{PARAGRAPHS[2]}
</blockquote></article><aside class="related"><h3>Related news</h3><ul><li><a href="/1">Norvel's council says the
bridge is safe</a></li></ul></aside><footer>© 2031 Velm Courier. All rights reserved.</footer></body></html>"""
TEXT = "\n\n".join((HEADLINE, "By Hanna Korv", *PARAGRAPHS, "Related News", "Norvel's council says the bridge is safe"))
MAIL = (
    "From: Press Service <press@velm.example>\r\nTo: desk@courier.example\r\n"
    "Subject: =?utf-8?Q?Torve=E2=80=99s_statement?=\r\nDate: Mon, 5 May 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed; boundary="outer"\r\n\r\n--outer\r\n'
    'Content-Type: multipart/alternative; boundary="inner"\r\n\r\n--inner\r\n'
    "Content-Type: text/plain; charset=utf-8\r\n\r\nThe minister said so.\r\n--inner\r\n"
    "Content-Type: text/html; charset=iso-8859-2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<h1>Statement</h1><p>Minister Torve said on Monday that the =E8esk=FD hosts had been kind to both of the "
    "delegations.</p>\r\n--inner--\r\n--outer\r\n"
    'Content-Type: text/plain; charset="utf-8"; name="note.txt"\r\n'
    'Content-Disposition: attachment; filename="note.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    "TWlyYSBPbGRlbiBzYWlkIHRoZSBtaXNzaW9uIHdvdWxkIHN0YXkgaW4gdGhlIHZhbGxleS4=\r\n--outer--\r\n"
).encode("ascii")
SAVED_PAGE = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/2031/05/05/karsa\r\n"
    "Subject: Karsa\r\nDate: Tue, 6 May 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="part"\r\n\r\n--part\r\n'
    "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://courier.example/2031/05/05/karsa\r\n\r\n"
    "<html><body><h1>Karsa</h1><p>=E2=80=9CWe will stay,=E2=80=9D Minister Torve said on Monday in the valley.</p>"
    "</body></html>\r\n--part\r\nContent-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n"
    "<p>Buy a mattress today, our experts said.</p>\r\n--part--\r\n"
).encode("ascii")
CSV = (
    b'title,body,link,date,site\r\nKarsa,"Minister Torve said:\n""We will stay.""",https://courier.example/1,2031-05-05,'
    b"Velm Courier\r\nNorvel,The council warned that the bridge would not hold.,,,\r\n"
)
JSONL = (
    b'{"headline": "Karsa", "content": "Minister Torve said the talks went well.", "url": "https://courier.example/1", '
    b'"publishedAt": "2031-05-05T10:00:00Z", "author": ["Hanna Korv"]}\n{"content": "The council warned of floods."}\n'
)


def make_pdf(pages: Sequence[Sequence[tuple[int, int, str]]], image: bool = False) -> bytes:
    """A PDF file with lines of text at (x, y) on each page, Helvetica 11; `image` draws a grey square as well."""
    drawn = b"q 100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q " if image else b""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        shown = b"".join(b"BT /F1 11 Tf %d %d Td (%s) Tj ET\n" % (x, y, _escaped(text)) for x, y, text in lines)
        content = drawn + shown
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    return _assembled(objects)


def wrapped(paragraphs: Sequence[str], width: int = 90, top: int = 720) -> list[tuple[int, int, str]]:
    """Paragraphs as lines of a page: wrapped at a column, a line's height between lines and two between paragraphs."""
    lines: list[tuple[int, int, str]] = []
    y = top
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) >= width:
                lines.append((72, y, line))
                line, y = "", y - 13
            line = f"{line} {word}".strip()
        lines.append((72, y, line))
        y -= 28
    return lines


def make_word(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document with these paragraphs and a table behind them."""
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def warc_record(
    url: str,
    body: bytes,
    headers: Sequence[str] = ("Content-Type: text/html; charset=utf-8",),
    kind: str = "response",
    status: str = "200 OK",
    date: str = "2031-05-06T09:30:00Z",
    record: str = "<urn:uuid:00000000-0000-4000-8000-000000000001>",
    more: Sequence[str] = (),
) -> bytes:
    """A WARC record: an HTTP answer, or for other kinds the body with the first header as its own type."""
    if kind == "response":
        content = "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode("latin-1") + body
        head = ["Content-Type: application/http; msgtype=response"]
    else:
        content, head = body, list(headers[:1])
    fields = [
        "WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}", f"WARC-Record-ID: {record}",
        *more, *head, f"Content-Length: {len(content)}", "", "",
    ]  # fmt: skip
    return "\r\n".join(fields).encode("latin-1") + content + b"\r\n\r\n"


def chunked(body: bytes, size: int = 40) -> bytes:
    """The body in chunks, as HTTP/1.1 sends it."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def make_wacz(warc: bytes) -> bytes:
    """A WACZ package with one gzipped WARC file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("datapackage.json", "{}")
        package.writestr("archive/data.warc.gz", gzip.compress(warc, mtime=0))
    return out.getvalue()


def _escaped(text: str) -> bytes:
    data = text.encode("cp1252", "replace")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
